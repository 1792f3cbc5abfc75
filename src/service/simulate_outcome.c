// SPDX-License-Identifier: Apache-2.0
#include "service/simulate_outcome.h"

#include "knowledge/evaluate.h"
#include "knowledge/limits_base.h"
#include "knowledge/scales.h"
#include "planner/improvement_pool.h"

static const char *const simulate_outcome_read[] = {
    "device", "for", "person.phototype", "indication", "sessions", "interval", "review", NULL};

// ---- what the setup leaves out ----

static enum status fill(struct simulate_work *work, const char *key, const struct figure *figure,
                        const char *saying, struct amount *value) {
    if (value->is_known) return ST_OK;
    if (!figure || !figure->value.is_known || !(figure->value.value >= 1))
        return simulate_refuse(work, key, "nothing", "is left out, and we would plan nothing here",
                               "a value");
    struct simulate_fill fill = {.key     = key,
                                 .because = load_saying(&work->session->knowledge, saying)};
    quote_rest_figure(&fill.basis, figure, work->session->arena);
    simulate_filled(work, &fill);
    *value = figure->value;
    return ST_OK;
}

// The score before lies on its scale, and the scale is one that this use is measured on. Without a
// scale it is that which knowledge names first.
static enum status check_scale(struct simulate_work *work, const struct indication *use,
                               struct setup_outcome *setup) {
    struct arena       *arena   = work->session->arena;
    struct text         allowed = text_new(arena);
    const struct scale *scale;
    for (int i = 0; i < use->scales.n; i++)
        text_addf(&allowed, "%s%s", i ? ", " : "", use->scales.items[i]);
    if (setup->scale && !view_has(&use->scales, setup->scale))
        return simulate_refuse(work, "scale", setup->scale, "is no scale of this use",
                               allowed.data);
    if (!setup->baseline.is_known) return ST_OK;
    if (!setup->scale && use->scales.n) {
        setup->scale = use->scales.items[0];
        simulate_default(work, "scale", NULL, "simulate.scale");
    }
    scale = load_scale(&work->session->knowledge, setup->scale);
    if (!scale || scales_hold(scale, setup->baseline.value)) return ST_OK;
    return simulate_refuse(work, "baseline", quote_number(setup->baseline.value, arena),
                           arena_format(arena, "lies beyond the scale %s", setup->scale),
                           scales_allowed(scale, arena));
}

static enum status fill_all(struct simulate_work *work, struct setup_outcome *setup) {
    TRY(simulate_open(work, &setup_outcome_noun, setup, true));
    const struct indication *use = load_indication(&work->session->knowledge, setup->indication);
    if (!use)
        return simulate_refuse(work, "indication", setup->indication, "is missing in knowledge",
                               "a use");
    TRY(check_scale(work, use, setup));
    TRY(fill(work, "sessions", use->sessions, "simulate.sessions", &setup->sessions));
    TRY(fill(work, "interval", use->interval, "simulate.interval", &setup->interval));
    TRY(fill(work, "review", use->review_first, "simulate.review", &setup->review));
    simulate_inputs(work, &setup_outcome_noun, setup, simulate_outcome_read);
    return ST_OK;
}

// ---- what can go wrong ----

static bool is_listed(const struct simulation_outputs *out, const char *event) {
    const struct simulation_adverse *all = out->adverse.items;
    for (int i = 0; i < out->adverse.n; i++)
        if (text_equal(all[i].event, event)) return true;
    return false;
}

// What was counted in some people, yet in nobody like this one: words and no number.
static void add_uncounted(const struct view *view, struct simulation_outputs *out) {
    const struct rate   *rates  = view->knowledge->all.rates.items;
    struct evaluate_item person = {0};
    for (int i = 0; i < view->knowledge->all.rates.n; i++) {
        struct names missing    = {0};
        bool         is_counted = false;
        for (int k = 0; k < view->knowledge->all.rates.n; k++)
            is_counted = is_counted || (rates[k].share && text_equal(rates[k].id, rates[i].id));
        if (!is_counted || rates[i].share || is_listed(out, rates[i].id)) continue;
        if (evaluate_tests(view, &rates[i].where, &person, &missing) != TRUTH_TRUE) continue;
        struct simulation_adverse one = {.event = rates[i].id,
                                         .rate  = {.kind    = QUANTITY_MEASURED,
                                                   .unit    = "1",
                                                   .sources = rates[i].sources,
                                                   .status  = rates[i].status,
                                                   .grade   = rates[i].grade,
                                                   .because = load_words(&rates[i].because)}};
        limits_add(&out->adverse, &one, sizeof one, view->arena);
    }
}

// Words for a kind of device it was not counted on.
static struct quantity share_of(const struct simulate_work *work, const struct share *share) {
    struct figure   figure   = figure_of_share(share);
    struct quantity quantity = *quote_measured(&figure, "1", work->session->arena);
    if (improvement_is_held(&share->device, work->device->kind)) return quantity;
    return (struct quantity){.kind    = QUANTITY_MEASURED,
                             .unit    = "1",
                             .sources = quantity.sources,
                             .status  = quantity.status,
                             .grade   = quantity.grade,
                             .because = improvement_other_device(
                                 &work->session->knowledge, &share->device, work->session->arena)};
}

// The shares that certainly hold for a person of whom the skin type is all that is known.
static enum status add_adverse(struct simulate_work *work, const struct setup_outcome *setup) {
    const struct session      *session   = work->session;
    const struct knowledge    *knowledge = &session->knowledge;
    struct simulation_outputs *out       = work->answer->outputs;
    const struct rate         *rates     = knowledge->all.rates.items;
    struct patient            *patient   = ARENA_NEW(session->arena, struct patient, 1);
    struct evaluate_item       person    = {0};
    struct view                view;
    patient->phototype = setup->common.person->phototype;
    TRY(view_open(&view, knowledge, patient, &session->clinic, session->options.on, session->arena,
                  session->fault));
    for (int i = 0; i < knowledge->all.rates.n; i++) {
        const struct share *share   = load_share(knowledge, rates[i].share);
        struct names        missing = {0};
        if (!share || is_listed(out, rates[i].id)) continue;
        if (evaluate_tests(&view, &rates[i].where, &person, &missing) != TRUTH_TRUE) continue;
        struct simulation_adverse one = {rates[i].id, share_of(work, share)};
        limits_add(&out->adverse, &one, sizeof one, session->arena);
    }
    add_uncounted(&view, out);
    return ST_OK;
}

// ---- how much better ----

// No pool, or none for this kind of device: words and no number.
static void answer_nothing(struct simulate_work *work, const struct outcome *outcome,
                           const struct fit *fit) {
    const struct knowledge *knowledge = &work->session->knowledge;
    struct quantity        *none      = ARENA_NEW(work->session->arena, struct quantity, 1);
    *none                             = improvement_unknown(outcome);
    if (work->device->kind == DEVICE_RF)
        none->because = load_saying(knowledge, "simulate.outcome_rf");
    else if (fit)
        none->because = improvement_other_device(knowledge, &fit->device, work->session->arena);
    work->answer->outputs->improvement = none;
}

static enum status answer(struct simulate_work *work, const struct setup_outcome *setup,
                          const struct outcome *outcome, const struct fit *fit) {
    const struct session        *session = work->session;
    struct arena                *arena   = session->arena;
    struct simulation_outputs   *out     = work->answer->outputs;
    struct quote_basis           basis   = {{0}, 0};
    int                          n       = (int)setup->sessions.value;
    double                      *days    = ARENA_NEW(arena, double, n);
    struct engine_outcome_setup  engine  = {.is_study_mean =
                                                setup->common.whom == SETUP_FOR_STUDY_MEAN,
                                            .session_d  = days,
                                            .n_sessions = n,
                                            .time_d     = &setup->review.value,
                                            .n_times    = 1,
                                            .members    = (int)session->options.members,
                                            .effort     = session_effort(session),
                                            .seed       = (uint64_t)session->options.seed};
    struct engine_outcome_answer answer;
    for (int i = 0; i < n; i++) days[i] = (i - n + 1) * setup->interval.value;
    TRY(improvement_pool(&work->priors, outcome, fit, &basis, &engine));
    simulate_expect(work, 1);
    TRY(engine_outcome(&engine, &answer, *arena, session->fault));
    struct improvement_seen seen = {.outcome       = outcome,
                                    .fit           = fit,
                                    .read_d        = setup->review.value,
                                    .is_study_mean = engine.is_study_mean};
    improvement_see(&seen, days, n);
    out->improvement  = ARENA_NEW(arena, struct quantity, 1);
    *out->improvement = improvement_quantity(&answer.improvement[0], &seen, &basis, &work->priors);
    const char *const pairs[] = {"difference", quote_number(100 * engine.difference, arena), NULL};
    if (!out->improvement->value.is_known) return ST_OK;
    out->responder_share              = quote_band("1", &answer.responders[0], &basis, arena);
    out->responder_share->kind        = QUANTITY_MEASURED;   // the same pool
    out->responder_share->grade       = fit->grade;
    out->responder_share->predictable = out->improvement->predictable;
    if (!out->responder_share->predictable) out->responder_share->value.is_known = false;
    out->responder_share->because =
        load_filled(load_saying(&session->knowledge, "simulate.responders"), pairs, arena);
    return ST_OK;
}

enum status simulate_outcome(struct simulate_work *work) {
    struct setup_outcome *setup = ARENA_NEW(work->session->arena, struct setup_outcome, 1);
    TRY(fill_all(work, setup));
    const struct knowledge *knowledge = &work->session->knowledge;
    const struct outcome   *outcome   = load_outcome(knowledge, setup->indication);
    if (!outcome)
        return simulate_refuse(work, "indication", setup->indication,
                               "is a use of which nothing is known", "a use with outcomes");
    const struct fit *fit = load_fit(knowledge, outcome->fit);
    if (fit && improvement_is_held(&fit->device, work->device->kind))
        TRY(answer(work, setup, outcome, fit));
    else answer_nothing(work, outcome, fit);
    return work->device->kind == DEVICE_RF ? ST_OK : add_adverse(work, setup);   // none counts any
}
