// SPDX-License-Identifier: Apache-2.0
#include "planner/improvement.h"

#include "knowledge/limits_given.h"
#include "planner/part.h"

#include <math.h>

#define DAYS_PER_MONTH (365.25 / 12)

// Months after the last sitting at which a result is looked at.
static const int months[] = {1, 2, 3, 6};
enum { MONTHS = sizeof months / sizeof *months };

struct looking {   // the sittings of a zone, given and planned, and the days to look
    double   session_d[LIMIT_SITTINGS], time_d[MONTHS];
    date_day date[MONTHS];
    int      n_sessions;
};

// ---- the days ----

static void add_day(struct looking *looking, date_day day) {
    if (looking->n_sessions < LIMIT_SITTINGS) looking->session_d[looking->n_sessions++] = day;
}

// What one zone was given and is to be given. False: nothing.
static bool look_at(const struct planning *planning, int at, struct looking *looking) {
    const char                   *zone  = planning->zones[at].place->zone;
    const struct patient_sitting *given = planning->view->patient->given.items;
    struct names                  zones = {&zone, 1, true};
    double                        last  = 0;
    *looking                            = (struct looking){.n_sessions = 0};
    for (int i = 0; i < planning->view->patient->given.n; i++)
        if (limits_given_counts(planning->view, &given[i]) &&
            limits_given_meets(planning->view, &given[i], &zones))
            add_day(looking, given[i].date.day);
    for (int i = 0; i < planning->n_dates; i++)   // a treatment counts when its last visit is over
        if (part_of(planning, i) == planning->zones[at].part_last)
            add_day(looking, planning->dates[i]);
    for (int i = 0; i < looking->n_sessions; i++) last = fmax(last, looking->session_d[i]);
    for (int i = 0; i < looking->n_sessions; i++) looking->session_d[i] -= last;
    for (int i = 0; i < MONTHS; i++) {
        double days        = floor(months[i] * DAYS_PER_MONTH);
        looking->date[i]   = (date_day)(last + days);
        looking->time_d[i] = days;
    }
    return looking->n_sessions > 0;
}

// ---- one use ----

// Each month of one use in one zone. improvement [MONTHS]
static enum status improve(const struct planning *planning, const struct outcome *outcome,
                           const struct looking *looking, struct quantity *improvement) {
    const struct fit *fit = load_fit(planning->view->knowledge, outcome->fit);
    for (int i = 0; i < MONTHS; i++) improvement[i] = improvement_unknown(outcome);
    if (!fit) return ST_OK;
    struct priors      priors = {planning->view->knowledge, planning->arena, planning->fault};
    struct quote_basis basis  = {{0}, 0};
    struct engine_outcome_setup  setup = {.session_d  = looking->session_d,
                                          .n_sessions = looking->n_sessions,
                                          .time_d     = looking->time_d,
                                          .n_times    = MONTHS,
                                          .members    = planning->members,
                                          .effort     = planning->effort,
                                          .seed       = planning->seed};
    struct engine_outcome_answer answer;
    struct improvement_seen      seen = {.outcome = outcome, .fit = fit};
    TRY(improvement_pool(&priors, outcome, fit, &basis, &setup));
    TRY(engine_outcome(&setup, &answer, *planning->arena, planning->fault));
    improvement_see(&seen, looking->session_d, looking->n_sessions);
    for (int i = 0; i < MONTHS; i++) {
        seen.read_d    = looking->time_d[i];
        improvement[i] = improvement_quantity(&answer.improvement[i], &seen, &basis, &priors);
    }
    return ST_OK;
}

// The pool's number for the kinds of device its studies used, words for the others.
static struct quantity for_kind(const struct planning *planning, const struct outcome *outcome,
                                int kind, const struct quantity *improvement) {
    const struct knowledge *knowledge = planning->view->knowledge;
    const struct fit       *fit       = load_fit(knowledge, outcome->fit);
    if (!fit || improvement_is_held(&fit->device, kind)) return *improvement;
    struct quantity none = improvement_unknown(outcome);
    none.because         = improvement_other_device(knowledge, &fit->device, planning->arena);
    return none;
}

// What lies before today is no forecast and is left out.
static void add_months(struct planning *planning, const struct patient_goal *goal, const char *zone,
                       const struct looking *looking, const struct quantity *improvement) {
    for (int i = 0; i < MONTHS; i++) {
        struct plan_month month = {.month       = {.value = months[i], .is_known = true},
                                   .date        = {looking->date[i], 0},
                                   .zone        = zone,
                                   .indication  = goal->indication,
                                   .improvement = improvement[i]};
        if (looking->date[i] >= planning->view->on)
            limits_add(&planning->plan->course->months, &month, sizeof month, planning->arena);
    }
}

static bool is_same(const struct looking *one, const struct looking *other) {
    bool is_same = one->n_sessions == other->n_sessions;
    for (int i = 0; is_same && i < one->n_sessions; i++)
        is_same = one->session_d[i] == other->session_d[i];
    return is_same;
}

// Zone by zone; the engine is asked again only where the sittings of a zone are others.
static enum status improve_goal(struct planning *planning, const struct patient_goal *goal,
                                const struct outcome *outcome) {
    struct names    parts  = view_item_zones(planning->view, &patient_goal_noun, goal);
    struct looking  before = {.n_sessions = 0}, looking;
    struct quantity improvement[MONTHS];
    for (int i = 0; i < planning->n_zones; i++) {
        const char *zone = planning->zones[i].place->zone;
        if (!view_has(&parts, zone) || !look_at(planning, i, &looking)) continue;
        if (!is_same(&looking, &before)) TRY(improve(planning, outcome, &looking, improvement));
        before = looking;
        struct quantity shown[MONTHS];
        for (int k = 0; k < MONTHS; k++)
            shown[k] = for_kind(planning, outcome, planning->zones[i].device.kind, &improvement[k]);
        add_months(planning, goal, zone, &looking, shown);
    }
    return ST_OK;
}

enum status improvement_plan(struct planning *planning) {
    const struct patient_goal *goals = planning->view->patient->goals.items;
    if (!planning->plan->series) return ST_OK;
    if (!planning->n_dates && planning->screening->verdict >= CLASS_ASK) return ST_OK;
    for (int i = 0; i < planning->view->patient->goals.n; i++) {
        const struct outcome *outcome =
            load_outcome(planning->view->knowledge, goals[i].indication);
        if (outcome) TRY(improve_goal(planning, &goals[i], outcome));
    }
    return ST_OK;
}
