// SPDX-License-Identifier: Apache-2.0
#include "planner/aftercare.h"

#include "knowledge/evaluate.h"
#include "planner/quote.h"

#include <math.h>

enum { HOURS_PER_DAY = 24 };

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

// The sitting ends some time in the day: a line holds from the day it begins in to the day it ends
// in.
static void add_advice(struct planning *planning, date_day sitting) {
    const struct limits_advice *all   = planning->limits->advice.items;
    double                      depth = deepest_mm(planning);
    for (int i = 0; i < planning->limits->advice.n; i++) {
        double             to   = fmax(all[i].from_h, end_h(&all[i], depth));
        struct plan_advice line = {.id      = all[i].id,
                                   .text    = all[i].text,
                                   .is_do   = all[i].is_do,
                                   .from    = {sitting + (int)(all[i].from_h / HOURS_PER_DAY), 0},
                                   .to      = {sitting + (int)ceil(to / HOURS_PER_DAY), 0},
                                   .sources = all[i].sources};
        limits_add(&planning->plan->aftercare, &line, sizeof line, planning->arena);
    }
}

static void add_watch(struct planning *planning) {
    const struct watch *all = planning->view->knowledge->all.watch.items;
    int                 n   = planning->view->knowledge->all.watch.n;
    struct plan_watch  *out = ARENA_NEW(planning->arena, struct plan_watch, n);
    for (int i = 0; i < n; i++)
        out[i] = (struct plan_watch){all[i].id, all[i].level, load_words(&all[i].text)};
    planning->plan->watch = (struct list){out, n, true};
}

static void add_risks(struct planning *planning) {
    const struct rate *all = planning->view->knowledge->all.rates.items;
    planning->plan->risks  = (struct list){NULL, 0, true};
    for (int i = 0; i < planning->view->knowledge->all.rates.n; i++) {
        struct evaluate_item person  = {0};
        struct names         missing = {0};
        if (evaluate_tests(planning->view, &all[i].where, &person, &missing) != TRUTH_TRUE)
            continue;
        struct plan_risk risk = {.id      = all[i].id,
                                 .because = load_words(&all[i].because),
                                 .rate    = quote_measured(all[i].rate, "1", planning->arena),
                                 .sources = all[i].sources,
                                 .status  = all[i].status,
                                 .grade   = all[i].grade};
        limits_add(&planning->plan->risks, &risk, sizeof risk, planning->arena);
    }
}

static enum status add_phase(struct planning *planning, const char *id, date_day sitting) {
    const char             *key   = arena_format(planning->arena, "plan.phase.%s", id);
    const struct parameter *phase = load_parameter(planning->view->knowledge, key);
    if (!phase)
        return fault_at(planning->fault, ST_CONTENT, "knowledge: parameters: %s: is missing", key);
    struct plan_phase one = {
        id, {sitting + (int)phase->low.value, 0}, {sitting + (int)phase->high.value, 0}};
    limits_add(&planning->plan->healing->phases, &one, sizeof one, planning->arena);
    return ST_OK;
}

enum status aftercare_plan(struct planning *planning) {
    planning->plan->aftercare       = (struct list){NULL, 0, true};
    planning->plan->healing         = ARENA_NEW(planning->arena, struct plan_healing, 1);
    planning->plan->healing->phases = (struct list){NULL, 0, true};
    add_watch(planning);
    add_risks(planning);
    if (!planning->n_dates) return ST_OK;
    add_advice(planning, planning->dates[0]);
    TRY(add_phase(planning, "inflammation", planning->dates[0]));
    TRY(add_phase(planning, "proliferation", planning->dates[0]));
    return add_phase(planning, "remodelling", planning->dates[0]);
}
