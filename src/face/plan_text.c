// SPDX-License-Identifier: Apache-2.0
#include "face/plan_text.h"

#include "face/screen_text.h"

#include <math.h>

enum { LABEL_COLUMNS = 22, DATE_COLUMNS = 19, BAR_CELLS = 24, DIGITS = 3 };

static struct arena *arena_of(struct page *page) { return page->out.arena; }

static const char *saying(const struct knowledge *knowledge, const char *id) {
    return load_saying(knowledge, id);
}

// ---- numbers ----

// "computed, our default [R03, default]": what kind of number this is and where it comes from.
static const char *origin_said(const struct quantity *quantity, struct arena *arena) {
    static const char *const kinds[] = {"computed", "measured elsewhere", "advice"};
    return arena_format(arena, "%s; %s [%s]", kinds[quantity->kind - 1],
                        said_evidence(quantity->grade, quantity->status, arena),
                        said_list(&quantity->sources, arena));
}

static void write_quantity(struct page *page, const char *label, const struct quantity *quantity) {
    struct arena *arena = arena_of(page);
    if (!quantity) return;
    page_pair(page, 2, LABEL_COLUMNS, PAGE_PLAIN, label,
              arena_format(arena, "%s   %s", quantity_shown(quantity, DIGITS, arena),
                           origin_said(quantity, arena)));
    if (quantity->because) page_marked(page, 2 + LABEL_COLUMNS, PAGE_DIM, quantity->because);
}

// A share as a bar of blocks, an eighth at a time; the table twin is the number beside it.
static const char *bar_drawn(double share, struct arena *arena) {
    static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    struct text              bar       = text_new(arena);
    int                      n         = (int)lround(share * BAR_CELLS * 8);
    for (int i = 0; i < n / 8; i++) text_add(&bar, "█");
    text_add(&bar, eighths[n % 8]);
    return bar.data;
}

static const char *percent_said(const struct quantity *quantity, struct arena *arena) {
    return arena_format(arena, "%3.0f %%  (%.0f to %.0f)", 100 * quantity->value.value,
                        100 * quantity->low.value, 100 * quantity->high.value);
}

// ---- parts ----

static void write_zone(const struct plan_zone *zone, const struct knowledge *knowledge,
                       struct page *page) {
    struct arena            *arena  = arena_of(page);
    const struct plan_layer *layers = zone->depth_layers.items;
    page_heading(
        page, arena_format(arena, "%s, %s, %g passes", load_label(knowledge, "zones", zone->zone),
                           load_label(knowledge, "devices", zone->device), zone->passes.value));
    write_quantity(page, "depth, setting", zone->depth);
    write_quantity(page, "depth, achieved", zone->achieved);
    write_quantity(page, "glide", zone->speed);
    write_quantity(page, "strokes", zone->rate);
    write_quantity(page, "punctures", zone->density);
    write_quantity(page, "channels closed after", zone->closure);
    write_quantity(page, "deepest pass dermis", zone->beyond_dermis);
    if (zone->depth_layers.n) page_text(page, 2, saying(knowledge, "report.layers"));
    for (int i = 0; i < zone->depth_layers.n; i++)
        page_pair(page, 4, LABEL_COLUMNS - 2, PAGE_PLAIN,
                  load_label(knowledge, "layers", layers[i].layer),
                  arena_format(arena, "%-18s %s", percent_said(layers[i].share, arena),
                               bar_drawn(layers[i].share->value.value, arena)));
    if (zone->excludes.n)
        page_pair(page, 2, LABEL_COLUMNS, PAGE_CARE, "left out",
                  said_excluded(knowledge, &zone->excludes, arena));
    for (int i = 0; i < zone->remarks.n; i++)
        page_marked(page, 2, PAGE_CARE, zone->remarks.items[i]);
}

static void write_numbing(const struct plan_numbing *numbing, const struct knowledge *knowledge,
                          struct page *page) {
    struct arena              *arena    = arena_of(page);
    const struct plan_ceiling *ceilings = numbing->ceilings.items;
    page_heading(page, saying(knowledge, "report.numbing"));
    page_pair(page, 2, LABEL_COLUMNS, PAGE_PLAIN, "product",
              load_label(knowledge, "agents", numbing->agent));
    write_quantity(page, "amount", numbing->amount);
    write_quantity(page, "area", numbing->area);
    write_quantity(page, "contact", numbing->minutes);
    for (int i = 0; i < numbing->ceilings.n; i++)
        page_pair(page, 2, LABEL_COLUMNS, PAGE_PLAIN, "ceiling",
                  arena_format(arena, "%g g, %g cm2   %s %s", ceilings[i].mass.value,
                               ceilings[i].area.value, ceilings[i].rule,
                               said_evidence(0, ceilings[i].status, arena)));
    if (numbing->remark) page_marked(page, 2, PAGE_CARE, numbing->remark);
}

static void write_series(const struct plan *plan, const struct knowledge *knowledge,
                         struct page *page) {
    struct arena              *arena    = arena_of(page);
    const struct plan_session *sessions = plan->sessions.items;
    const struct plan_dispute *disputes = plan->series->disagreement.items;
    page_heading(page, saying(knowledge, "report.series"));
    page_pair(page, 2, LABEL_COLUMNS, PAGE_PLAIN, "chosen",
              arena_format(arena, "%g", plan->series->chosen.value));
    write_quantity(page, "sittings", plan->series->count);
    write_quantity(page, "interval", plan->series->interval);
    for (int i = 0; i < plan->series->disagreement.n; i++)
        page_pair(page, 2, LABEL_COLUMNS, PAGE_DIM,
                  arena_format(arena, "%s disagree", disputes[i].id), disputes[i].text);
    for (int i = 0; i < plan->sessions.n; i++) {
        if (sessions[i].status != SESSION_PLANNED || sessions[i].steps.n == 0) continue;
        const struct plan_step *steps = sessions[i].steps.items;
        page_text(page, 2,
                  arena_format(arena, "Minutes of treatment %g", sessions[i].number.value));
        for (int k = 0; k < sessions[i].steps.n; k++)
            write_quantity(page, load_label(knowledge, "steps", steps[k].id), steps[k].minutes);
        break;
    }
}

// Check-ins that follow each other are one line: from the first to the last of them.
static int check_ins_from(const struct plan *plan, int first) {
    const struct plan_day *days = plan->calendar.items;
    int                    last = first;
    while (last + 1 < plan->calendar.n && days[last + 1].kind == DAY_CHECK_IN) last++;
    return last;
}

// What stands on the same day is one line too.
static const char *day_said(const struct plan *plan, int first, int last, struct arena *arena) {
    const struct plan_day *days = plan->calendar.items;
    struct text            out  = text_new(arena);
    for (int i = first; i <= last; i++)
        text_addf(&out, "%s%s", i > first ? ". " : "", days[i].text);
    return out.data;
}

static void write_calendar(const struct plan *plan, const struct knowledge *knowledge,
                           struct page *page) {
    struct arena          *arena = arena_of(page);
    const struct plan_day *days  = plan->calendar.items;
    if (plan->calendar.n) page_heading(page, saying(knowledge, "report.calendar"));
    for (int i = 0, last; i < plan->calendar.n; i = last + 1) {
        last = check_ins_from(plan, i);
        if (days[i].kind == DAY_CHECK_IN && last > i) {
            page_pair(
                page, 2, DATE_COLUMNS, PAGE_DIM,
                arena_format(arena, "to %s", said_date(days[last].date.day, arena)),
                arena_format(arena, "%d %s", last - i + 1, saying(knowledge, "report.check_ins")));
            continue;
        }
        last = i;
        while (last + 1 < plan->calendar.n && days[last + 1].date.day == days[i].date.day) last++;
        page_pair(page, 2, DATE_COLUMNS, days[i].kind == DAY_SESSION ? PAGE_BOLD : PAGE_PLAIN,
                  said_date(days[i].date.day, arena), day_said(plan, i, last, arena));
    }
}

static void write_aftercare(const struct plan *plan, const struct knowledge *knowledge,
                            struct page *page) {
    struct arena             *arena  = arena_of(page);
    const struct plan_advice *advice = plan->aftercare.items;
    for (int is_do = 1; is_do >= 0; is_do--) {
        bool is_first = true;
        for (int i = 0; i < plan->aftercare.n; i++) {
            if (advice[i].is_do != is_do) continue;
            if (is_first)
                page_heading(page, saying(knowledge, is_do ? "report.do" : "report.do_not"));
            is_first = false;
            page_pair(page, 2, DATE_COLUMNS, PAGE_PLAIN,
                      arena_format(arena, "to %s", said_date(advice[i].to.day, arena)),
                      advice[i].text);
        }
    }
}

static void write_watch(const struct plan *plan, const struct knowledge *knowledge,
                        struct page *page) {
    const struct plan_watch *watch = plan->watch.items;
    if (plan->watch.n) page_heading(page, saying(knowledge, "report.watch"));
    for (int i = 0; i < plan->watch.n; i++)
        page_pair(page, 2, DATE_COLUMNS,
                  text_equal(watch[i].level, "emergency") ? PAGE_STOP : PAGE_PLAIN,
                  load_label(knowledge, "levels", watch[i].level), watch[i].text);
}

static void write_risks(const struct plan *plan, const struct knowledge *knowledge,
                        struct page *page) {
    const struct plan_risk *risks = plan->risks.items;
    if (plan->risks.n) page_heading(page, saying(knowledge, "report.risks"));
    for (int i = 0; i < plan->risks.n; i++) {
        const char *label = load_label(knowledge, "rates", risks[i].id);
        if (risks[i].rate) write_quantity(page, label, risks[i].rate);
        else
            page_pair(page, 2, LABEL_COLUMNS, PAGE_PLAIN, label,
                      risks[i].because ? risks[i].because : saying(knowledge, "report.no_figure"));
    }
}

static void write_price(const struct plan *plan, const struct knowledge *knowledge,
                        struct page *page) {
    struct arena                  *arena = arena_of(page);
    const struct plan_alternative *ways  = plan->alternatives.items;
    if (plan->price->session || plan->price->total)
        page_heading(page, saying(knowledge, "report.price"));
    write_quantity(page, "one treatment", plan->price->session);
    write_quantity(page, "in all", plan->price->total);
    if (plan->alternatives.n) page_heading(page, saying(knowledge, "report.ways"));
    for (int i = 0; i < plan->alternatives.n; i++)
        page_pair(page, 2, LABEL_COLUMNS, ways[i].allowed ? PAGE_PLAIN : PAGE_STOP,
                  load_label(knowledge, "options", ways[i].id),
                  arena_format(arena, "%s%s%s%s", ways[i].allowed ? "" : "closed. ",
                               ways[i].total ? quantity_shown(ways[i].total, DIGITS, arena) : "",
                               ways[i].total ? ". " : "", ways[i].because));
}

static void write_conflicts(const struct plan *plan, const struct knowledge *knowledge,
                            struct page *page) {
    const struct names       *pairs   = plan->conflicts.items;
    const struct plan_remark *remarks = plan->remarks.items;
    if (plan->conflicts.n) page_heading(page, saying(knowledge, "report.conflicts"));
    for (int i = 0; i < plan->conflicts.n; i++)
        page_marked(page, 2, PAGE_CARE,
                    arena_format(arena_of(page), "%s and %s",
                                 load_label(knowledge, "limits", pairs[i].items[0]),
                                 load_label(knowledge, "limits", pairs[i].items[1])));
    if (plan->remarks.n) page_heading(page, saying(knowledge, "report.remarks"));
    for (int i = 0; i < plan->remarks.n; i++) page_text(page, 2, remarks[i].text);
}

void plan_text_write(const struct plan *plan, const char *who, bool is_invented,
                     const struct knowledge *knowledge, struct page *page) {
    struct arena           *arena = arena_of(page);
    const struct plan_zone *zones = plan->zones.items;
    const char *const pairs[] = {"on", said_date(plan->reply.on.day, arena), "who", who ? who : "",
                                 NULL};
    page_heading(page, load_filled(saying(knowledge, "report.plan_title"), pairs, arena));
    if (is_invented) page_marked(page, 0, PAGE_DIM, saying(knowledge, "report.invented"));
    screen_text_verdict(plan->screening, knowledge, page);
    screen_text_findings(plan->screening, knowledge, page);
    write_conflicts(plan, knowledge, page);
    write_calendar(plan, knowledge, page);
    for (int i = 0; i < plan->zones.n; i++) write_zone(&zones[i], knowledge, page);
    if (plan->numbing) write_numbing(plan->numbing, knowledge, page);
    if (plan->series) write_series(plan, knowledge, page);
    write_price(plan, knowledge, page);
    write_risks(plan, knowledge, page);
    write_aftercare(plan, knowledge, page);
    write_watch(plan, knowledge, page);
    screen_text_sources(&plan->sources, knowledge, page);
    page_gap(page);
    page_marked(page, 0, PAGE_DIM, arena_format(arena, "Plan %s", plan->hash));
    page_marked(page, 0, PAGE_DIM, saying(knowledge, "disclaimer"));
}
