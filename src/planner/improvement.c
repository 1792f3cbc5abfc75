// SPDX-License-Identifier: Apache-2.0
#include "planner/improvement.h"

#include "knowledge/limits_given.h"

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

enum status improvement_pool(const struct priors *priors, const struct outcome *outcome,
                             const struct fit *fit, struct quote_basis *basis,
                             struct engine_outcome_setup *setup) {
    const struct parameter *delay = load_parameter(priors->knowledge, "outcome_delay_d");
    if (!delay)
        return fault_at(priors->fault, ST_CONTENT,
                        "knowledge: parameters: outcome_delay_d: is missing");
    setup->mean_logit           = fit->mean.value;
    setup->sd_logit             = fit->sd.value;
    setup->n_studies            = (int)fit->studies.value;
    setup->patient_low          = fit->patient_low.value;
    setup->patient_high         = fit->patient_high.value;
    setup->delay_d_low          = delay->low.value;
    setup->delay_d_high         = delay->high.value;
    setup->reference_sessions   = (int)fit->sessions.value;
    setup->reference_interval_d = fit->interval.value;
    setup->reference_read_d     = fit->read.value;
    setup->difference           = outcome->difference.value;
    quote_rest(basis, &fit->sources, fit->status, priors->arena);
    quote_rest(basis, &outcome->sources, fit->status, priors->arena);   // of its words
    quote_rest(basis, &delay->sources, delay->status, priors->arena);
    const struct outcome *all = priors->knowledge->all.outcomes.items;
    setup->use                = (int)(outcome - all);
    return ST_OK;
}

struct quantity improvement_quantity(const struct ensemble_band *band, const struct fit *fit,
                                     const struct outcome *outcome, const struct quote_basis *basis,
                                     struct arena *arena) {
    struct quantity quantity = *quote_band("1", band, basis, arena);
    quantity.kind            = QUANTITY_MEASURED;
    quantity.grade           = fit->grade;
    quantity.predictable = quantity.high.value - quantity.low.value <= outcome->difference.value;
    if (!quantity.predictable) quantity.because = load_words(&outcome->because);
    return quantity;
}

struct quantity improvement_unknown(const struct outcome *outcome) {
    struct quantity quantity    = {.kind    = QUANTITY_MEASURED,
                                   .unit    = "1",
                                   .sources = outcome->sources,
                                   .status  = outcome->status,
                                   .grade   = outcome->grade,
                                   .because = load_words(&outcome->because)};
    quantity.sources.is_present = true;
    return quantity;
}

// ---- the days ----

static void add_day(struct looking *looking, date_day day) {
    if (looking->n_sessions < LIMIT_SITTINGS) looking->session_d[looking->n_sessions++] = day;
}

// What one zone was given and is to be given. False: nothing.
static bool look_at(const struct planning *planning, const char *zone, struct looking *looking) {
    const struct patient_sitting *given = planning->view->patient->given.items;
    struct names                  zones = {&zone, 1, true};
    double                        last  = 0;
    *looking                            = (struct looking){.n_sessions = 0};
    for (int i = 0; i < planning->view->patient->given.n; i++)
        if (limits_given_counts(planning->view, &given[i]) &&
            limits_given_meets(planning->view, &given[i], &zones))
            add_day(looking, given[i].date.day);
    for (int i = 0; i < planning->n_dates; i++) add_day(looking, planning->dates[i]);
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
                                          .threads    = planning->threads,
                                          .seed       = planning->seed};
    struct engine_outcome_answer answer;
    TRY(improvement_pool(&priors, outcome, fit, &basis, &setup));
    TRY(engine_outcome(&setup, &answer, *planning->arena, planning->fault));
    for (int i = 0; i < MONTHS; i++)
        improvement[i] =
            improvement_quantity(&answer.improvement[i], fit, outcome, &basis, planning->arena);
    return ST_OK;
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
        if (!view_has(&parts, zone) || !look_at(planning, zone, &looking)) continue;
        if (!is_same(&looking, &before)) TRY(improve(planning, outcome, &looking, improvement));
        before = looking;
        add_months(planning, goal, zone, &looking, improvement);
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
