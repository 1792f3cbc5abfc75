// SPDX-License-Identifier: Apache-2.0
#include "face/care_text.h"

#include "face/quantity_text.h"

enum { DATE_COLUMNS = 19, MONEY_DIGITS = 6 };

static struct arena *arena_of(struct page *page) { return page->out.arena; }

static void write_open_way(const struct plan_alternative *way, const struct knowledge *knowledge,
                           struct page *page) {
    struct arena *arena = arena_of(page);
    page_pair(page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN, load_label(knowledge, "options", way->id),
              arena_format(arena, "%s %s", way->because,
                           quantity_text_sources(&way->sources, way->grade, way->status, arena)));
    if (way->downtime)
        page_marked(page, 2 + QUANTITY_TEXT_COLUMNS, PAGE_DIM,
                    arena_format(arena, "Redness %s %s", quantity_text_plain(way->downtime, arena),
                                 quantity_text_origin(way->downtime, arena)));
    if (way->total)
        page_marked(page, 2 + QUANTITY_TEXT_COLUMNS, PAGE_DIM,
                    arena_format(arena, "In all %s. %s %s",
                                 quantity_shown(way->total, MONEY_DIGITS, arena),
                                 way->total->because ? way->total->because : "",
                                 quantity_text_origin(way->total, arena)));
}

// Ways that one reason closes stand together.
static void write_closed_ways(const struct plan *plan, int at, const struct knowledge *knowledge,
                              struct page *page) {
    struct arena                  *arena = arena_of(page);
    const struct plan_alternative *ways = plan->alternatives.items, *first = &ways[at];
    struct text                    names = text_new(arena);
    for (int i = 0; i < plan->alternatives.n; i++) {
        if (ways[i].allowed || !text_equal(ways[i].because, first->because)) continue;
        if (i < at) return;
        text_addf(&names, "%s%s", names.n ? "; " : "",
                  load_label(knowledge, "options", ways[i].id));
    }
    page_pair(
        page, 2, QUANTITY_TEXT_COLUMNS, PAGE_STOP, "Closed",
        arena_format(arena, "%s. %s %s", names.data, first->because,
                     quantity_text_sources(&first->sources, first->grade, first->status, arena)));
}

void care_text_ways(const struct plan *plan, const struct knowledge *knowledge, struct page *page) {
    const struct plan_alternative *ways = plan->alternatives.items;
    if (plan->alternatives.n) page_heading(page, load_saying(knowledge, "report.ways"));
    for (int i = 0; i < plan->alternatives.n; i++)
        if (ways[i].allowed) write_open_way(&ways[i], knowledge, page);
    for (int i = 0; i < plan->alternatives.n; i++)
        if (!ways[i].allowed) write_closed_ways(plan, i, knowledge, page);
}

void care_text_risks(const struct plan *plan, const struct knowledge *knowledge,
                     struct page *page) {
    struct arena           *arena = arena_of(page);
    const struct plan_risk *risks = plan->risks.items;
    if (plan->risks.n) page_heading(page, load_saying(knowledge, "report.risks"));
    for (int i = 0; i < plan->risks.n; i++) {
        const struct quantity *rate    = risks[i].rate;
        const char            *because = risks[i].because;
        if (!because) because = load_saying(knowledge, "report.no_figure");
        page_pair(page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN,
                  load_label(knowledge, "rates", risks[i].id),
                  arena_format(arena, "%s%s%s %s",
                               rate ? quantity_text_people(rate, knowledge, arena) : "",
                               rate ? ". " : "", because,
                               rate ? quantity_text_origin(rate, arena)
                                    : quantity_text_sources(&risks[i].sources, risks[i].grade,
                                                            risks[i].status, arena)));
    }
}

// When the channels are closed: what several lines wait for, said once.
static void write_closing(const struct plan *plan, const struct knowledge *knowledge,
                          struct page *page) {
    const struct plan_advice *advice = plan->aftercare.items;
    for (int i = 0; i < plan->aftercare.n; i++) {
        if (!advice[i].closes) continue;
        quantity_text_write(page, load_saying(knowledge, "aftercare.closed"), advice[i].closes);
        return;
    }
}

static void write_meanwhile(const struct plan *plan, const struct knowledge *knowledge,
                            struct page *page) {
    const struct plan_advice *advice = plan->meanwhile.items;
    if (plan->meanwhile.n) page_heading(page, load_saying(knowledge, "report.meanwhile"));
    for (int i = 0; i < plan->meanwhile.n; i++)
        page_pair(page, 2, 2, PAGE_PLAIN, "-", advice[i].text);
}

void care_text_aftercare(const struct plan *plan, const struct knowledge *knowledge,
                         struct page *page) {
    struct arena             *arena  = arena_of(page);
    const struct plan_advice *advice = plan->aftercare.items;
    write_meanwhile(plan, knowledge, page);
    for (int is_do = 1; is_do >= 0; is_do--) {
        bool is_first = true;
        for (int i = 0; i < plan->aftercare.n; i++) {
            if (advice[i].is_do != is_do) continue;
            if (is_first)
                page_heading(page, load_saying(knowledge, is_do ? "report.do" : "report.do_not"));
            is_first = false;
            page_pair(page, 2, DATE_COLUMNS, PAGE_PLAIN,
                      advice[i].always
                          ? load_saying(knowledge, "word.always")
                          : arena_format(arena, "to %s", said_date(advice[i].to.day, arena)),
                      advice[i].text);
        }
    }
    write_closing(plan, knowledge, page);
}

void care_text_spacing(const struct plan *plan, const struct knowledge *knowledge,
                       struct page *page) {
    struct arena              *arena   = arena_of(page);
    const struct plan_spacing *spacing = plan->spacing.items;
    if (plan->spacing.n) page_heading(page, load_saying(knowledge, "spacing.heading"));
    for (int i = 0; i < plan->spacing.n; i++)
        page_pair(page, 2, 2, PAGE_PLAIN, "-",
                  arena_format(arena, "%s %s", spacing[i].text,
                               quantity_text_sources(&spacing[i].sources, spacing[i].grade,
                                                     spacing[i].status, arena)));
}

void care_text_watch(const struct plan *plan, const struct knowledge *knowledge,
                     struct page *page) {
    const struct plan_watch *watch = plan->watch.items;
    if (plan->watch.n) page_heading(page, load_saying(knowledge, "report.watch"));
    for (int i = 0; i < plan->watch.n; i++) {
        if (i == 0 || !text_equal(watch[i].level, watch[i - 1].level)) {
            bool is_emergency = text_equal(watch[i].level, "emergency");
            page_marked(page, 2, is_emergency ? PAGE_STOP : PAGE_BOLD,
                        said_capital(watch[i].call
                                         ? watch[i].call
                                         : load_label(knowledge, "levels", watch[i].level),
                                     arena_of(page)));
        }
        page_pair(page, 4, 2, PAGE_PLAIN, "-", watch[i].text);
    }
}
