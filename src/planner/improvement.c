// SPDX-License-Identifier: Apache-2.0
#include "planner/improvement.h"

#include <math.h>

#define DAYS_PER_MONTH (365.25 / 12)

// Months after the last sitting at which a result is looked at.
static const int months[] = {1, 2, 3, 6};
enum { MONTHS = sizeof months / sizeof *months };

struct looking {   // the sittings, given and planned, and the days to look
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

// False: there is no sitting, or the course is stopped.
static bool look_at(const struct planning *planning, struct looking *looking) {
    const struct plan_session *sessions = planning->plan->sessions.items;
    date_day                   last     = 0;
    if (!planning->plan->series) return false;
    if (!planning->n_dates && planning->screening->verdict >= CLASS_ASK) return false;
    for (int i = 0; i < planning->plan->sessions.n; i++) {
        if (sessions[i].status == SESSION_CANCELLED || looking->n_sessions == LIMIT_SITTINGS)
            continue;
        looking->session_d[looking->n_sessions++] = sessions[i].date.day;
        if (sessions[i].date.day > last) last = sessions[i].date.day;
    }
    for (int i = 0; i < MONTHS; i++) {
        looking->date[i]   = last + (int)floor(months[i] * DAYS_PER_MONTH);
        looking->time_d[i] = looking->date[i] - last;
    }
    for (int i = 0; i < looking->n_sessions; i++) looking->session_d[i] -= last;
    return looking->n_sessions > 0;
}

// ---- one use ----

// Each month of one use, the same in every zone. improvement [MONTHS]
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

static void add_zones(struct planning *planning, const struct patient_goal *goal,
                      const struct looking *looking, const struct quantity *improvement) {
    struct names parts = {0};
    for (int i = 0; i < goal->zones.n; i++)
        load_zone_parts(planning->view->knowledge, goal->zones.items[i], true, &parts,
                        planning->arena);
    for (int zone = 0; zone < planning->n_zones; zone++) {
        const char *id = planning->zones[zone].place->zone;
        for (int i = 0; i < MONTHS && view_has(&parts, id); i++) {
            struct plan_month month = {.month       = {.value = months[i], .is_known = true},
                                       .date        = {looking->date[i], 0},
                                       .zone        = id,
                                       .indication  = goal->indication,
                                       .improvement = improvement[i]};
            limits_add(&planning->plan->course->months, &month, sizeof month, planning->arena);
        }
    }
}

enum status improvement_plan(struct planning *planning) {
    const struct patient *patient = planning->view->patient;
    struct looking        looking = {.n_sessions = 0};
    if (!look_at(planning, &looking)) return ST_OK;
    for (int i = 0; i < patient->goals.n; i++) {
        const struct patient_goal *goal = (const struct patient_goal *)patient->goals.items + i;
        const struct outcome *outcome   = load_outcome(planning->view->knowledge, goal->indication);
        struct quantity       improvement[MONTHS];
        if (!outcome) continue;
        TRY(improve(planning, outcome, &looking, improvement));
        add_zones(planning, goal, &looking, improvement);
    }
    return ST_OK;
}
