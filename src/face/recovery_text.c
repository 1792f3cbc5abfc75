// SPDX-License-Identifier: Apache-2.0
#include "face/recovery_text.h"

#include "face/quantity_text.h"
#include "face/said.h"

#include <math.h>
#include <string.h>

enum { BAR_CELLS = 16, STRIP_COLUMNS = 5, HUNDRED = 100 };

static const int strip_widths[STRIP_COLUMNS] = {19, BAR_CELLS + 1, 18, 18, 11};

static struct arena *arena_of(struct page *page) { return page->out.arena; }

static const char *saying(const struct knowledge *knowledge, const char *id) {
    return load_saying(knowledge, id);
}

// ---- the strip ----

// The value as a full bar, an eighth at a time, and on to the end of its band in light; the table
// twin is the number beside it.
static const char *bar_drawn(const struct quantity *share, struct arena *arena) {
    static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    struct text              bar       = text_new(arena);
    int                      n         = (int)lround(share->value.value * BAR_CELLS * 8);
    int                      end       = (int)lround(share->high.value * BAR_CELLS);
    for (int i = 0; i < n / 8; i++) text_add(&bar, "█");
    text_add(&bar, eighths[n % 8]);
    for (int i = (n + 7) / 8; i < end; i++) text_add(&bar, "░");
    if (!bar.n) text_add(&bar, " ");   // an empty cell would end the row
    return bar.data;
}

// "34 (1 to 91)". On the day itself the model counts everybody, which is where it starts from and
// no number of anybody's: that is said in words.
static const char *of_100(const struct quantity *share, const struct knowledge *knowledge,
                          struct arena *arena) {
    double value = round(HUNDRED * share->value.value), low = round(HUNDRED * share->low.value);
    double high = round(HUNDRED * share->high.value);
    if (low == HUNDRED) return saying(knowledge, "report.recovery_all");
    return arena_format(arena, "%.0f (%.0f to %.0f)", value, low, high);
}

static const char *make_up_said(const struct plan_course_day *day,
                                const struct knowledge       *knowledge) {
    return day->make_up ? load_label(knowledge, "make_up", day->make_up) : "";
}

static void write_strip(const struct plan *plan, const struct knowledge *knowledge,
                        struct page *page) {
    struct arena                 *arena                = arena_of(page);
    const struct plan_course_day *days                 = plan->course->days.items;
    const char                   *cells[STRIP_COLUMNS] = {
                          "", saying(knowledge, "report.recovery_red"), " ",
                          saying(knowledge, "report.recovery_tender"),
        days[0].make_up ? saying(knowledge, "report.recovery_make_up") : ""};
    page_row(page, 2, PAGE_DIM, strip_widths, cells, STRIP_COLUMNS);
    for (int i = 0; i < plan->course->days.n; i++) {
        cells[0] = said_date(days[i].date.day, arena);
        cells[1] = bar_drawn(days[i].redness, arena);
        cells[2] = of_100(days[i].redness, knowledge, arena);
        cells[3] = of_100(days[i].sensitivity, knowledge, arena);
        cells[4] = make_up_said(&days[i], knowledge);
        page_row(page, 2, PAGE_PLAIN, strip_widths, cells, STRIP_COLUMNS);
    }
}

// Where the columns come from: once, since it is the same every day.
static void write_origins(const struct plan_course_day *day, const struct knowledge *knowledge,
                          struct page *page) {
    struct arena *arena = arena_of(page);
    page_pair(page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN, saying(knowledge, "report.recovery_red"),
              quantity_text_origin(day->redness, arena));
    page_pair(page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN,
              saying(knowledge, "report.recovery_tender"),
              quantity_text_origin(day->sensitivity, arena));
}

// ---- the phases ----

// "5" for 5 March, if that is the month `other` lies in too.
static const char *short_of(date_day day, date_day other, struct arena *arena) {
    const char *one = said_near(day, arena), *two = said_near(other, arena);
    const char *month = strchr(one, ' '), *last = strchr(two, ' ');
    return month && text_equal(month, last) ? arena_text(arena, one, month - one) : one;
}

// "2 March to about 10 March (5 to 19 March)".
static const char *phase_dates(const struct plan_phase *phase, date_day sitting,
                               const struct knowledge *knowledge, struct arena *arena) {
    date_day          low     = sitting + (date_day)floor(phase->ends->low.value);
    date_day          high    = sitting + (date_day)ceil(phase->ends->high.value);
    const char *const pairs[] = {
        "from", said_near(phase->from.day, arena), "to",   said_near(phase->to.day, arena),
        "low",  short_of(low, high, arena),        "high", said_near(high, arena),
        NULL};
    return load_filled(saying(knowledge, "report.recovery_phase"), pairs, arena);
}

static void write_phases(const struct plan *plan, const struct knowledge *knowledge,
                         struct page *page) {
    struct arena                 *arena  = arena_of(page);
    const struct plan_phase      *phases = plan->healing->phases.items;
    const struct plan_course_day *days   = plan->course->days.items;
    for (int i = 0; i < plan->healing->phases.n; i++) {
        if (phases[i].session.value != phases[0].session.value) continue;
        const char *name = arena_format(arena, "phase.%s", phases[i].id);
        page_text(page, 2, phase_dates(&phases[i], days[0].date.day, knowledge, arena));
        page_text(page, 4, saying(knowledge, name));
    }
    const struct plan_phase *last = &phases[plan->healing->phases.n - 1];
    page_pair(page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN, saying(knowledge, "report.recovery_how"),
              arena_format(arena, "%s %s", plan->healing->model ? plan->healing->model : "",
                           quantity_text_origin(last->ends, arena)));
    quantity_text_write(page, saying(knowledge, "report.recovery_dose"), plan->healing->dose);
}

// ---- the card ----

// A number in one line; why it is so stands further down.
static void write_number(struct page *page, const char *label, const struct quantity *quantity) {
    struct arena *arena = arena_of(page);
    if (quantity)
        page_pair(page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN, label,
                  arena_format(arena, "%s %s", quantity_text_plain(quantity, arena),
                               quantity_text_origin(quantity, arena)));
}

// The first day with this word for make-up; 0: none.
static date_day make_up_from(const struct plan *plan, const char *word) {
    const struct plan_course_day *days = plan->course->days.items;
    for (int i = 0; i < plan->course->days.n; i++)
        if (days[i].make_up && text_equal(days[i].make_up, word)) return days[i].date.day;
    return 0;
}

void recovery_text_card(const struct plan *plan, const struct knowledge *knowledge,
                        struct page *page) {
    struct arena           *arena = arena_of(page);
    const struct plan_zone *zones = plan->zones.items;
    const date_day          free  = make_up_from(plan, "yes");
    if (!plan->course->days.n) return;
    page_heading(page, saying(knowledge, "report.after"));
    write_number(page, saying(knowledge, "report.recovery_downtime"), plan->course->downtime);
    if (free)
        page_pair(page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN,
                  said_capital(saying(knowledge, "report.recovery_make_up"), arena),
                  load_filled(saying(knowledge, "report.again"),
                              (const char *const[]){"date", said_date(free, arena), NULL}, arena));
    if (plan->zones.n)
        write_number(page, saying(knowledge, "report.recovery_closed"), zones[0].closure);
}

// ---- in full ----

void recovery_text_write(const struct plan *plan, const struct knowledge *knowledge,
                         struct page *page) {
    struct arena                 *arena = arena_of(page);
    const struct plan_course_day *days  = plan->course->days.items;
    if (!plan->course->days.n || !plan->healing->phases.n) return;
    const struct plan_phase *first = plan->healing->phases.items;
    const char *const pairs[] = {"number", arena_format(arena, "%g", first->session.value), NULL};

    page_heading(page, load_filled(saying(knowledge, "report.recovery"), pairs, arena));
    write_strip(plan, knowledge, page);
    page_marked(page, 2, PAGE_DIM, saying(knowledge, "report.recovery_note"));
    if (days[0].redness->because) page_text(page, 2, days[0].redness->because);
    quantity_text_write(page, saying(knowledge, "report.recovery_downtime"),
                        plan->course->downtime);
    write_origins(&days[0], knowledge, page);

    page_heading(page, load_filled(saying(knowledge, "report.recovery_phases"), pairs, arena));
    write_phases(plan, knowledge, page);
}
