// SPDX-License-Identifier: Apache-2.0
#include "face/improvement_text.h"

#include "face/quantity_text.h"
#include "face/said.h"

#include <math.h>

enum { STRIP_COLUMNS = 41, MONTH_COLUMNS = 16 };

static struct arena *arena_of(struct page *page) { return page->out.arena; }

static int column_of(double share) {
    double at = round(share * (STRIP_COLUMNS - 1));
    return (int)fmin(fmax(at, 0), STRIP_COLUMNS - 1);
}

static void fill(char *strip, const struct amount *from, const struct amount *to, char mark) {
    for (int i = column_of(from->value); i <= column_of(to->value); i++) strip[i] = mark;
}

// "[  ---====|=====-------      ]" from nothing to all of it.
static const char *strip_of(const struct quantity *share, struct arena *arena) {
    char strip[STRIP_COLUMNS + 1];
    for (int i = 0; i < STRIP_COLUMNS; i++) strip[i] = ' ';
    strip[STRIP_COLUMNS] = 0;
    fill(strip, &share->p[0], &share->p[6], '-');
    fill(strip, &share->p[2], &share->p[4], '=');
    strip[column_of(share->p[3].value)] = '|';
    return arena_format(arena, "[%s]", strip);
}

static const char *hundredths(const struct amount *share, struct arena *arena) {
    return arena_format(arena, "%.0f", 100 * share->value);
}

static void write_month(const struct plan_month *month, const struct knowledge *knowledge,
                        struct page *page) {
    struct arena          *arena  = arena_of(page);
    const struct quantity *share  = &month->improvement;
    const char *const      n[]    = {"n", arena_format(arena, "%g", month->month.value), NULL};
    const char *const      span[] = {
             "value", hundredths(&share->value, arena), "low", hundredths(&share->low, arena),
             "high",  hundredths(&share->high, arena),  NULL};
    const char *id = month->month.value > 1 ? "report.result_months" : "report.result_month";
    page_pair(page, 4, MONTH_COLUMNS, PAGE_PLAIN, load_filled(load_saying(knowledge, id), n, arena),
              arena_format(arena, "%s %s", strip_of(share, arena),
                           load_filled(load_saying(knowledge, "report.result_span"), span, arena)));
}

// Zones of one use, each once.
static const char *zones_of(const struct plan *plan, const char *indication,
                            const struct knowledge *knowledge, struct arena *arena) {
    const struct plan_month *months = plan->course->months.items;
    struct text              out    = text_new(arena);
    const char              *last   = NULL;
    for (int i = 0; i < plan->course->months.n; i++) {
        if (!text_equal(months[i].indication, indication) || text_equal(months[i].zone, last))
            continue;
        last = months[i].zone;
        text_addf(&out, "%s%s", out.n ? ", " : "", load_label(knowledge, "zones", last));
    }
    return out.data;
}

static bool was_written(const struct plan_month *months, int at) {
    for (int i = 0; i < at; i++)
        if (text_equal(months[i].indication, months[at].indication)) return true;
    return false;
}

static void write_why(const char *reason, const struct knowledge *knowledge, struct page *page) {
    const char *const pairs[] = {"reason", reason, NULL};
    page_text(page, 4,
              load_filled(load_saying(knowledge, "not_predictable"), pairs, arena_of(page)));
}

// The first zone speaks for all: the studies tell no zones apart.
static void write_use(const struct plan *plan, int first, const struct knowledge *knowledge,
                      struct page *page) {
    struct arena            *arena  = arena_of(page);
    const struct plan_month *months = plan->course->months.items, *one = &months[first];
    page_marked(page, 2, PAGE_BOLD,
                arena_format(arena, "%s: %s", load_label(knowledge, "indications", one->indication),
                             zones_of(plan, one->indication, knowledge, arena)));
    if (one->improvement.value.is_known)
        page_text(page, 4, load_saying(knowledge, "report.result_scale"));
    for (int i = first; i < plan->course->months.n; i++)
        if (months[i].improvement.value.is_known && text_equal(months[i].zone, one->zone) &&
            text_equal(months[i].indication, one->indication))
            write_month(&months[i], knowledge, page);
    if (one->improvement.because) write_why(one->improvement.because, knowledge, page);
    page_marked(page, 4, PAGE_DIM, quantity_text_origin(&one->improvement, arena));
}

// Of a use the last month that has numbers, or the first that has none.
static const struct plan_month *last_month(const struct plan *plan, int first) {
    const struct plan_month *months = plan->course->months.items, *found = &months[first];
    for (int i = first; i < plan->course->months.n; i++)
        if (text_equal(months[i].indication, found->indication) &&
            text_equal(months[i].zone, found->zone) && months[i].improvement.value.is_known)
            found = &months[i];
    return found;
}

static const char *card_id(const struct quantity *share) {
    if (!share->value.is_known) return "report.result_unknown";
    return share->predictable ? "report.result_card" : "report.result_unforeseen";
}

static void write_line(const struct plan_month *month, const struct knowledge *knowledge,
                       struct page *page) {
    struct arena          *arena = arena_of(page);
    const struct quantity *share = &month->improvement;
    const char *const pairs[] = {"what",  load_label(knowledge, "indications", month->indication),
                                 "value", hundredths(&share->value, arena),
                                 "low",   hundredths(&share->low, arena),
                                 "high",  hundredths(&share->high, arena),
                                 "month", arena_format(arena, "%g", month->month.value),
                                 NULL};
    const char       *said    = load_filled(load_saying(knowledge, card_id(share)), pairs, arena);
    if (share->value.is_known)
        said = arena_format(arena, "%s %s", said, quantity_text_origin(share, arena));
    page_text(page, 2, said);
}

void improvement_text_card(const struct plan *plan, const struct knowledge *knowledge,
                           struct page *page) {
    const struct plan_month *months = plan->course->months.items;
    if (plan->course->months.n) page_heading(page, load_saying(knowledge, "report.result"));
    for (int i = 0; i < plan->course->months.n; i++)
        if (!was_written(months, i)) write_line(last_month(plan, i), knowledge, page);
}

void improvement_text_write(const struct plan *plan, const struct knowledge *knowledge,
                            struct page *page) {
    const struct plan_month *months = plan->course->months.items;
    if (plan->course->months.n)
        page_heading(page, load_saying(knowledge, "report.result_by_month"));
    for (int i = 0; i < plan->course->months.n; i++)
        if (!was_written(months, i)) write_use(plan, i, knowledge, page);
}
