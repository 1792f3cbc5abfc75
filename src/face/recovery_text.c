// SPDX-License-Identifier: Apache-2.0
#include "face/recovery_text.h"

#include "face/quantity_text.h"
#include "face/said.h"

#include <math.h>

enum { BAR_CELLS = 16, STRIP_COLUMNS = 6, DATE_COLUMNS = 19, HUNDRED = 100 };

static const int strip_widths[STRIP_COLUMNS] = {19, BAR_CELLS + 1, 16, 16, 16, 11};

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

// "34 (1 to 91)", and one number where that is all.
static const char *of_100(const struct quantity *share, struct arena *arena) {
    double value = round(HUNDRED * share->value.value), low = round(HUNDRED * share->low.value);
    double high = round(HUNDRED * share->high.value);
    if (low == high) return arena_format(arena, "%.0f", value);
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
                          "",
                          saying(knowledge, "report.recovery_red"),
                          "",
                          saying(knowledge, "report.recovery_tender"),
                          saying(knowledge, "report.recovery_closed"),
        days[0].make_up ? saying(knowledge, "report.recovery_make_up") : ""};
    page_row(page, 2, PAGE_DIM, strip_widths, cells, STRIP_COLUMNS);
    for (int i = 0; i < plan->course->days.n; i++) {
        cells[0] = said_date(days[i].date.day, arena);
        cells[1] = bar_drawn(days[i].redness, arena);
        cells[2] = of_100(days[i].redness, arena);
        cells[3] = of_100(days[i].sensitivity, arena);
        cells[4] = of_100(days[i].barrier, arena);
        cells[5] = make_up_said(&days[i], knowledge);
        page_row(page, 2, PAGE_PLAIN, strip_widths, cells, STRIP_COLUMNS);
    }
}

// Where the columns come from: once, since it is the same every day.
static void write_origin(const struct plan_course_day *day, const struct knowledge *knowledge,
                         struct page *page) {
    struct arena *arena = arena_of(page);
    page_pair(page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN, saying(knowledge, "report.recovery_from"),
              arena_format(arena, "%s %s %s", quantity_text_origin(day->redness, arena),
                           quantity_text_origin(day->sensitivity, arena),
                           quantity_text_origin(day->barrier, arena)));
    if (day->barrier->because)
        page_marked(page, 2 + QUANTITY_TEXT_COLUMNS, PAGE_DIM, day->barrier->because);
}

// ---- the phases ----

static void write_phases(const struct plan *plan, const struct knowledge *knowledge,
                         struct page *page) {
    struct arena            *arena  = arena_of(page);
    const struct plan_phase *phases = plan->healing->phases.items;
    for (int i = 0; i < plan->healing->phases.n; i++) {
        if (phases[i].session.value != phases[0].session.value) continue;
        struct quantity   ends    = *phases[i].ends;
        const char *const name    = arena_format(arena, "phase.%s", phases[i].id);
        ends.unit                 = "1";
        const char *const pairs[] = {
            "phase", saying(knowledge, name),
            "from",  said_date(phases[i].from.day, arena),
            "ends",  quantity_shown(&ends, QUANTITY_TEXT_DIGITS - 1, arena),
            NULL};
        page_pair(page, 2, DATE_COLUMNS, PAGE_PLAIN,
                  arena_format(arena, "to %s", said_date(phases[i].to.day, arena)),
                  load_filled(saying(knowledge, "report.recovery_phase"), pairs, arena));
    }
    const struct plan_phase *last = &phases[plan->healing->phases.n - 1];
    page_pair(page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN, saying(knowledge, "report.recovery_how"),
              arena_format(arena, "%s %s", plan->healing->model ? plan->healing->model : "",
                           quantity_text_origin(last->ends, arena)));
    quantity_text_write(page, saying(knowledge, "report.recovery_dose"), plan->healing->dose);
}

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
    write_origin(&days[0], knowledge, page);

    page_heading(page, load_filled(saying(knowledge, "report.recovery_phases"), pairs, arena));
    write_phases(plan, knowledge, page);
}
