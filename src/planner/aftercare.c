// SPDX-License-Identifier: Apache-2.0
#include "planner/aftercare.h"

#include "planner/aftercare_line.h"
#include "planner/aftercare_scope.h"
#include "planner/quote.h"

#include <assert.h>

// ---- aftercare ----

// What has no end stands as long as the plan does.
static date_day last_day(const struct planning *planning, date_day sitting) {
    const struct plan_day *days = planning->plan->calendar.items;
    date_day               last = sitting;
    for (int i = 0; i < planning->plan->calendar.n; i++)
        if (days[i].date.day > last) last = days[i].date.day;
    return last;
}

static enum status add_advice(struct planning *planning, date_day sitting) {
    const struct advice          *rows = planning->view->knowledge->all.advice.items;
    struct aftercare_line_closing closing;
    TRY(aftercare_line_closing_of(planning, &closing));
    assert(planning->limits->advice.n == planning->view->knowledge->all.advice.n);
    for (int i = 0; i < planning->limits->advice.n; i++) {
        if (!aftercare_scope_belongs(planning, rows[i].only) ||
            !aftercare_scope_holds(planning, &rows[i].where))
            continue;
        struct plan_advice line = aftercare_line_of(planning, &closing, i, sitting);
        if (line.always) line.to.day = last_day(planning, sitting);
        limits_add(&planning->plan->aftercare, &line, sizeof line, planning->arena);
    }
    return ST_OK;
}

// ---- without a sitting ----

static void add_meanwhile(struct planning *planning) {
    const struct advice *rows = planning->view->knowledge->all.meanwhile.items;
    for (int i = 0; i < planning->view->knowledge->all.meanwhile.n; i++) {
        if (!aftercare_scope_belongs(planning, rows[i].only) ||
            !aftercare_scope_holds(planning, &rows[i].where))
            continue;
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
    const char       *other = clinic->out_of_hours ? clinic->out_of_hours : clinic->emergency_line;
    const char *const pairs[]  = {"number", number, "other", other, NULL};
    const char       *same_day = clinic->hours && other ? "call.same_day_hours" : "call.same_day";
    if (!number || !(emergency || text_equal(level, "same_day"))) return NULL;
    return planning_said(planning, emergency ? "call.emergency" : same_day, pairs);
}

// What is most urgent stands first.
static void add_watch(struct planning *planning) {
    static const char *const levels[] = {"emergency", "same_day", "message", "self_care"};
    const struct watch      *all      = planning->view->knowledge->all.watch.items;
    for (int level = 0; level < (int)(sizeof levels / sizeof *levels); level++)
        for (int i = 0; i < planning->view->knowledge->all.watch.n; i++) {
            if (!text_equal(all[i].level, levels[level])) continue;
            if (!aftercare_scope_belongs(planning, all[i].only)) continue;
            struct plan_watch one = {all[i].id, all[i].level, load_words(&all[i].text),
                                     call_of(planning, all[i].level)};
            limits_add(&planning->plan->watch, &one, sizeof one, planning->arena);
        }
}

// ---- risks ----

// Is a zone planned with one of these, or none planned at all?
static bool is_planned_with(const struct planning *planning, const struct names *kinds) {
    for (int i = 0; i < planning->n_zones; i++)
        if (aftercare_scope_is_kind(planning, i, kinds)) return true;
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
        if (!aftercare_scope_belongs(planning, all[i].only) ||
            !aftercare_scope_holds(planning, &all[i].where))
            continue;
        struct plan_risk risk = {.id      = all[i].id,
                                 .because = load_words(&all[i].because),
                                 .rate    = rate_of(planning, &all[i]),
                                 .sources = all[i].sources,
                                 .status  = all[i].status,
                                 .grade   = all[i].grade};
        limits_add(&planning->plan->risks, &risk, sizeof risk, planning->arena);
    }
}

enum status aftercare_plan(struct planning *planning) {
    planning->plan->aftercare = planning->plan->meanwhile = (struct list){NULL, 0, true};
    planning->plan->watch = planning->plan->risks = (struct list){NULL, 0, true};
    if (planning->n_dates || planning->limits->dates.given) add_watch(planning);
    if (planning->n_dates) add_risks(planning);
    if (planning->n_dates) return add_advice(planning, planning->dates[0]);
    add_meanwhile(planning);
    return ST_OK;
}
