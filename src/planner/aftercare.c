// SPDX-License-Identifier: Apache-2.0
#include "planner/aftercare.h"

#include "knowledge/evaluate.h"
#include "planner/quote.h"

#include <assert.h>
#include <math.h>

enum { HOURS_PER_DAY = 24 };

// ---- what belongs to this plan ----

// A planned zone, or with none planned a goal, lies in one of these.
static bool has_zone(const struct planning *planning, const struct names *zones) {
    struct names parts = {0};
    for (int i = 0; i < zones->n; i++)
        load_zone_parts(planning->view->knowledge, zones->items[i], false, &parts, planning->arena);
    for (int i = 0; i < planning->n_zones; i++)
        if (view_has(&parts, planning->zones[i].place->zone)) return true;
    for (int i = 0; planning->n_zones == 0 && i < planning->view->goal_zones.n; i++)
        if (view_has(&parts, planning->view->goal_zones.items[i])) return true;
    return false;
}

static const char *kind_of(int kind) { return words_device_kind[kind - 1]; }

static bool is_planned(const struct planning *planning, const char *zone) {
    for (int i = 0; i < planning->n_zones; i++)
        if (text_equal(planning->zones[i].place->zone, zone)) return true;
    return false;
}

// A kind that is planned, that the person's file names, or that is left where none is planned.
static bool has_device(const struct planning *planning, const struct names *kinds) {
    const struct view         *view   = planning->view;
    const struct limits_place *places = planning->limits->places.items;
    for (int i = 0; i < planning->n_zones; i++)
        if (view_has(kinds, kind_of(planning->zones[i].device.kind))) return true;
    for (int i = 0; view->patient->devices.is_present && i < view->device_ids.n; i++)
        if (view_has(kinds, kind_of(view->devices[i]->kind))) return true;
    for (int i = 0; i < planning->limits->places.n; i++)
        if (places[i].is_allowed && view_has(kinds, kind_of(places[i].kind)) &&
            !is_planned(planning, places[i].zone))
            return true;
    return false;
}

static bool is_agent(const struct planning *planning, const char *id, const struct names *agents) {
    const struct agent *agent = load_agent(planning->view->knowledge, id);
    bool                is    = view_has(agents, id);
    for (int i = 0; agent && i < agent->groups.n; i++)
        is = is || view_has(agents, agent->groups.items[i]);
    return is;
}

// An agent that is planned or asked for. Whether there will be numbing cream may not be known.
static bool has_agent(const struct planning *planning, const struct names *agents) {
    const struct patient *patient = planning->view->patient;
    bool                  is_open =
        patient->anaesthetic == NUMBING_ABSENT || patient->anaesthetic == NUMBING_UNKNOWN;
    if (is_open && view_has(agents, "topical_anaesthetic")) return true;
    if (planning->plan->numbing && is_agent(planning, planning->plan->numbing->agent, agents))
        return true;
    for (int i = 0; i < patient->agents.n; i++)
        if (is_agent(planning, patient->agents.items[i], agents)) return true;
    return false;
}

static bool belongs(const struct planning *planning, const struct plan_scope *only) {
    if (!only) return true;
    return (!only->zones.n || has_zone(planning, &only->zones)) &&
           (!only->devices.n || has_device(planning, &only->devices)) &&
           (!only->agents.n || has_agent(planning, &only->agents));
}

static bool holds(const struct planning *planning, const struct list *where) {
    struct evaluate_item person  = {0};
    struct names         missing = {0};
    return evaluate_tests(planning->view, where, &person, &missing) == TRUTH_TRUE;
}

// ---- aftercare ----

static double deepest_mm(const struct planning *planning) {
    double depth = 0;
    for (int i = 0; i < planning->n_zones; i++) depth = fmax(depth, planning->zones[i].depth_mm);
    return depth;
}

static double end_h(const struct limits_advice *advice, double depth_mm) {
    const struct limits_end *ends = advice->ends.items;
    for (int i = 0; i < advice->ends.n; i++)
        if (depth_mm >= ends[i].depth_mm) return ends[i].to_h;
    return advice->to_h;
}

// What has no end stands as long as the plan does.
static date_day last_day(const struct planning *planning, date_day sitting) {
    const struct plan_day *days = planning->plan->calendar.items;
    date_day               last = sitting;
    for (int i = 0; i < planning->plan->calendar.n; i++)
        if (days[i].date.day > last) last = days[i].date.day;
    return last;
}

// The sitting ends some time in the day: a line holds from the day it begins in to the day it ends
// in.
static void add_advice(struct planning *planning, date_day sitting) {
    const struct limits_advice *all   = planning->limits->advice.items;
    const struct advice        *rows  = planning->view->knowledge->all.advice.items;
    double                      depth = deepest_mm(planning);
    assert(planning->limits->advice.n == planning->view->knowledge->all.advice.n);
    for (int i = 0; i < planning->limits->advice.n; i++) {
        if (!belongs(planning, rows[i].only) || !holds(planning, &rows[i].where)) continue;
        double             to   = fmax(all[i].from_h, end_h(&all[i], depth));
        struct plan_advice line = {.id      = all[i].id,
                                   .text    = all[i].text,
                                   .is_do   = all[i].is_do,
                                   .from    = {sitting + (int)(all[i].from_h / HOURS_PER_DAY), 0},
                                   .to      = {sitting + (int)ceil(to / HOURS_PER_DAY), 0},
                                   .always  = all[i].is_always,
                                   .sources = all[i].sources};
        if (line.always) line.to.day = last_day(planning, sitting);
        limits_add(&planning->plan->aftercare, &line, sizeof line, planning->arena);
    }
}

// ---- without a sitting ----

static void add_meanwhile(struct planning *planning) {
    const struct advice *rows = planning->view->knowledge->all.meanwhile.items;
    for (int i = 0; i < planning->view->knowledge->all.meanwhile.n; i++) {
        if (!belongs(planning, rows[i].only) || !holds(planning, &rows[i].where)) continue;
        struct plan_advice line = {.id      = rows[i].id,
                                   .text    = load_words(&rows[i].text),
                                   .is_do   = rows[i].is_do,
                                   .sources = rows[i].sources};
        limits_add(&planning->plan->meanwhile, &line, sizeof line, planning->arena);
    }
}

// ---- when to call ----

static const char *call_of(const struct planning *planning, const char *level) {
    const struct clinic *clinic    = planning->view->clinic;
    bool                 emergency = text_equal(level, "emergency");
    const char          *number    = emergency ? clinic->emergency_line : clinic->contact;
    const char *const    pairs[]   = {"number", number, NULL};
    if (!number || !(emergency || text_equal(level, "same_day"))) return NULL;
    return planning_said(planning, emergency ? "call.emergency" : "call.same_day", pairs);
}

// What is most urgent stands first.
static void add_watch(struct planning *planning) {
    static const char *const levels[] = {"emergency", "same_day", "message", "self_care"};
    const struct watch      *all      = planning->view->knowledge->all.watch.items;
    for (int level = 0; level < (int)(sizeof levels / sizeof *levels); level++)
        for (int i = 0; i < planning->view->knowledge->all.watch.n; i++) {
            if (!text_equal(all[i].level, levels[level])) continue;
            if (!belongs(planning, all[i].only)) continue;
            struct plan_watch one = {all[i].id, all[i].level, load_words(&all[i].text),
                                     call_of(planning, all[i].level)};
            limits_add(&planning->plan->watch, &one, sizeof one, planning->arena);
        }
}

// ---- risks ----

// Is a zone planned with one of these, or none planned at all?
static bool is_planned_with(const struct planning *planning, const struct names *kinds) {
    for (int i = 0; i < planning->n_zones; i++)
        if (view_has(kinds, kind_of(planning->zones[i].device.kind))) return true;
    return planning->n_zones == 0;
}

// A share of people speaks for the kinds of device it was counted on.
static struct quantity *rate_of(const struct planning *planning, const struct rate *rate) {
    const struct share *share = load_share(planning->view->knowledge, rate->share);
    if (!share) return quote_measured(rate->rate, "1", planning->arena);
    struct figure figure = figure_of_share(share);
    if (!is_planned_with(planning, &share->device)) return NULL;
    return quote_measured(&figure, "1", planning->arena);
}

static bool is_risk_listed(const struct planning *planning, const char *id) {
    const struct plan_risk *all = planning->plan->risks.items;
    for (int i = 0; i < planning->plan->risks.n; i++)
        if (text_equal(all[i].id, id)) return true;
    return false;
}

static void add_risks(struct planning *planning) {
    const struct rate *all = planning->view->knowledge->all.rates.items;
    for (int i = 0; i < planning->view->knowledge->all.rates.n; i++) {
        if (is_risk_listed(planning, all[i].id)) continue;
        if (!belongs(planning, all[i].only) || !holds(planning, &all[i].where)) continue;
        struct plan_risk risk = {.id      = all[i].id,
                                 .because = load_words(&all[i].because),
                                 .rate    = rate_of(planning, &all[i]),
                                 .sources = all[i].sources,
                                 .status  = all[i].status,
                                 .grade   = all[i].grade};
        limits_add(&planning->plan->risks, &risk, sizeof risk, planning->arena);
    }
}

void aftercare_plan(struct planning *planning) {
    planning->plan->aftercare = planning->plan->meanwhile = (struct list){NULL, 0, true};
    planning->plan->watch = planning->plan->risks = (struct list){NULL, 0, true};
    if (planning->n_dates || planning->limits->dates.given) add_watch(planning);
    if (planning->n_dates) add_risks(planning);
    if (planning->n_dates) add_advice(planning, planning->dates[0]);
    else add_meanwhile(planning);
}
