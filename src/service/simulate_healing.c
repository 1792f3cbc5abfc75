// SPDX-License-Identifier: Apache-2.0
#include "service/simulate_healing.h"

#include "engine/engine_healing.h"
#include "knowledge/limits_base.h"
#include "planner/healing_setup.h"

static const char *const simulate_healing_read[] = {"sessions",
                                                    "model",
                                                    "times",
                                                    "person.age",
                                                    "modifiers.theta",
                                                    "modifiers.age",
                                                    "modifiers.smoking",
                                                    "modifiers.omega",
                                                    "modifiers.tau_x",
                                                    "modifiers.half_life",
                                                    "modifiers.occluded",
                                                    NULL};

enum { HEALING_EARLY = 10, HEALING_LATE = 5 };

struct healing_bases {
    struct healing_setup_basis own;
    struct quote_basis         barrier, covered;
};

static const char *said(const struct simulate_work *work, const char *id) {
    return load_saying(&work->session->knowledge, id);
}

// ---- what the setup leaves out ----

static double last_d(const struct setup_healing *setup) {
    const struct setup_sitting *sittings = setup->sessions.items;
    double                      last     = 0;
    for (int i = 0; i < setup->sessions.n; i++)
        if (sittings[i].t.value > last) last = sittings[i].t.value;
    return last;
}

static enum status fill_sessions(struct simulate_work *work, struct setup_healing *setup) {
    struct setup_sitting *sittings = setup->sessions.items;
    if (setup->sessions.is_present && !setup->sessions.n)
        return simulate_refuse(work, "sessions", "[]", "names no sitting",
                               "sittings, or leave the key out");
    if (!setup->sessions.n) {
        sittings        = ARENA_NEW(work->session->arena, struct setup_sitting, 1);
        sittings->t     = quote_amount(0);
        setup->sessions = (struct list){sittings, 1, true};
        simulate_default(work, "sessions", NULL, "simulate.healing_one");
    }
    for (int i = 0; i < setup->sessions.n; i++)
        if (!sittings[i].dose.is_known) sittings[i].dose = quote_amount(1);
    return ST_OK;
}

static void add_time(struct numbers *times, double time_d) {
    int at = times->n;
    for (int i = 0; i < times->n; i++)
        if (times->items[i] == time_d) return;
    if (times->n == ENGINE_HEALING_TIMES_MAX) return;
    for (; at > 0 && times->items[at - 1] > time_d; at--) times->items[at] = times->items[at - 1];
    times->items[at] = time_d;
    times->n++;
}

// Dense while the cells come and go after a sitting, then ever wider: as far as there is room, and
// the end always.
static enum status fill_times(struct simulate_work *work, struct setup_healing *setup) {
    static const double early[HEALING_EARLY] = {0, 0.5, 1, 2, 3, 5, 7, 10, 14, 21},
                        late[HEALING_LATE]   = {28, 42, 56, 90, 180};
    const struct setup_sitting *sittings     = setup->sessions.items;
    if (setup->times.is_present) return simulate_times(work, &setup->times);
    setup->times.is_present = true;
    setup->times.items      = ARENA_NEW(work->session->arena, double, ENGINE_HEALING_TIMES_MAX);
    add_time(&setup->times, 0);
    for (int i = 0; i < HEALING_LATE; i++) add_time(&setup->times, last_d(setup) + late[i]);
    for (int k = 0; k < HEALING_EARLY; k++)
        for (int i = 0; i < setup->sessions.n; i++)
            add_time(&setup->times, sittings[i].t.value + early[k]);
    simulate_default(work, "times", NULL, "simulate.healing_times");
    return ST_OK;
}

static enum status fill(struct simulate_work *work, struct setup_healing *setup) {
    TRY(simulate_open(work, &setup_healing_noun, setup, false));
    if (!setup->modifiers)
        setup->modifiers = ARENA_NEW(work->session->arena, struct setup_modifiers, 1);
    struct setup_modifiers *own = setup->modifiers;
    if (own->age.is_known && setup->common.person->age.is_known)
        return simulate_refuse(work, "modifiers.age",
                               quote_number(own->age.value, work->priors.arena),
                               "stands beside person.age", "one of the two");
    TRY(fill_sessions(work, setup));
    TRY(fill_times(work, setup));
    if (!setup->model) {
        setup->model = 1;
        simulate_default(work, "model", NULL, "simulate.healing_model");
    }
    if (!own->age.is_known && !setup->common.person->age.is_known)
        simulate_default(work, "modifiers.age", "none", "simulate.healing_age");
    if (own->smoking != SETUP_SMOKES && own->smoking != SETUP_SMOKING_NEVER &&
        own->smoking != SETUP_SMOKING_FORMER)
        simulate_default(work, "modifiers.smoking", "none", "simulate.healing_smoking");
    if (own->occluded != FACT_YES && own->occluded != FACT_NO) {
        own->occluded = FACT_NO;
        simulate_default(work, "modifiers.occluded", NULL, "simulate.healing_open");
    }
    simulate_inputs(work, &setup_healing_noun, setup, simulate_healing_read);
    return ST_OK;
}

// ---- what the engine is asked ----

static void fix(struct engine_prior *prior, const struct amount *amount) {
    if (amount->is_known) *prior = (struct engine_prior){.median = amount->value};
}

// What is given in place of a spread counts as entered, beside what the model rests on.
static enum status engine_of(struct simulate_work *work, const struct setup_healing *setup,
                             struct engine_healing_setup *engine, struct healing_bases *bases) {
    const struct session          *session  = work->session;
    const struct setup_modifiers  *own      = setup->modifiers;
    const struct setup_sitting    *sittings = setup->sessions.items;
    struct engine_healing_sitting *to =
        ARENA_NEW(session->arena, struct engine_healing_sitting, setup->sessions.n);
    const struct amount *age = own->age.is_known ? &own->age : &setup->common.person->age;
    *engine                  = (struct engine_healing_setup){
                         .is_occluded = own->occluded == FACT_YES,
                         .age_y       = age->value,
                         .is_smoker   = own->smoking == SETUP_SMOKES,
                         .sittings    = to,
                         .n_sittings  = setup->sessions.n,
                         .times_d     = setup->times.items,
                         .n_times     = setup->times.n,
                         .members     = (int)session->options.members,
                         .effort      = session_effort(session),
                         .seed        = (uint64_t)session->options.seed,
    };
    for (int i = 0; i < setup->sessions.n; i++)
        to[i] = (struct engine_healing_sitting){sittings[i].t.value, sittings[i].dose.value};
    TRY(healing_setup_fill(&work->priors, &bases->own, &engine->healing));
    TRY(priors_closure(&work->priors, &bases->barrier, &bases->covered, &engine->closure));
    if (engine->is_occluded) bases->barrier = bases->covered;
    fix(&engine->healing.speed, &own->theta);
    fix(&engine->healing.exchange_per_d, &own->omega);
    fix(&engine->healing.order_d, &own->tau_x);
    fix(&engine->closure.half_life_h, &own->half_life);
    fix(&engine->closure.half_life_h_occluded, &own->half_life);

    struct quote_basis theta = simulate_basis(work, "modifiers.theta");
    if (own->theta.is_known)
        quote_rest(&bases->own.cells, &theta.sources, theta.status, session->arena);

    // age and smoking bear on amounts of collagen alone
    struct engine_prior unread;
    if (engine->age_y > 0)
        TRY(priors_prior(&work->priors, "healing_age", &bases->own.matrix, &unread));
    if (engine->is_smoker)
        TRY(priors_prior(&work->priors, "healing_smoking", &bases->own.matrix, &unread));
    return ST_OK;
}

// ---- the answer ----

static struct quantity named(const struct ensemble_band *band, const char *unit, const char *saying,
                             const struct quote_basis *basis, struct simulate_work *work) {
    struct quantity *quantity = quote_band(unit, band, basis, work->session->arena);
    quantity->because         = said(work, saying);
    return *quantity;
}

static void answer_curves(struct simulate_work *work, const struct setup_healing *setup,
                          const struct engine_healing_answer *answer,
                          const struct healing_bases         *bases) {
    struct simulation_outputs *out = work->answer->outputs;
    const struct {
        struct curve            **curve;
        const struct quote_basis *basis;
        const char               *because;
        int                       from;
        bool                      is_predictable;
    } rows[] = {
        {&out->neutrophils, &bases->own.cells, "simulate.healing_cells",
         ENGINE_HEALING_CELLS + HEALING_GROUP_NEUTROPHILS, true},
        {&out->macrophages, &bases->own.cells, "simulate.healing_cells",
         ENGINE_HEALING_CELLS + HEALING_GROUP_MACROPHAGES, true},
        {&out->fibroblasts, &bases->own.cells, "simulate.healing_cells",
         ENGINE_HEALING_CELLS + HEALING_GROUP_FIBROBLASTS, true},
        {&out->myofibroblasts, &bases->own.cells, "simulate.healing_cells",
         ENGINE_HEALING_CELLS + HEALING_GROUP_MYOFIBROBLASTS, true},
        {&out->collagen, &bases->own.matrix, "simulate.healing_collagen", ENGINE_HEALING_COLLAGEN,
         true},
        {&out->organised, &bases->own.matrix, "simulate.healing_collagen", ENGINE_HEALING_ORDERED,
         true},
        {&out->iii_fraction, &bases->own.kinds, "simulate.healing_iii", ENGINE_HEALING_III, false},
        {&out->barrier, &bases->barrier, "simulate.healing_barrier", ENGINE_HEALING_BARRIER, true},
    };
    for (int i = 0; i < (int)(sizeof rows / sizeof *rows); i++) {
        struct curve *curve =
            quote_curve("d", setup->times.items, "1", answer->curves[rows[i].from], setup->times.n,
                        rows[i].basis, work->session->arena);
        curve->because     = said(work, rows[i].because);
        curve->predictable = rows[i].is_predictable;
        *rows[i].curve     = curve;
    }
}

static void answer_phases(struct simulate_work *work, const struct engine_healing_answer *answer,
                          const struct healing_bases *bases) {
    static const char *const groups[HEALING_GROUPS] = {"neutrophils", "macrophages", "fibroblasts",
                                                       "myofibroblasts"};
    static const char *const ids[COURSE_PHASES] = {"inflammation", "proliferation", "remodelling"};
    struct arena            *arena              = work->session->arena;
    struct simulation_outputs *out              = work->answer->outputs;
    const struct quote_basis  *cells            = &bases->own.cells;
    for (int i = 0; i < HEALING_GROUPS; i++) {
        struct simulation_peak time = {
            groups[i], named(&answer->peak_d[i], "d", "simulate.healing_peak", cells, work)};
        struct simulation_peak high = {
            groups[i], named(&answer->peak[i], "1", "simulate.healing_height", cells, work)};
        limits_add(&out->peak_time, &time, sizeof time, arena);
        limits_add(&out->peak, &high, sizeof high, arena);
    }
    for (int i = 0; i < COURSE_PHASES; i++) {
        const struct quote_basis *own = i == COURSE_REMODELLING ? &bases->own.matrix : cells;
        struct simulation_phase phase = {ids[i], quote_band("d", &answer->starts_d[i], own, arena),
                                         quote_band("d", &answer->ends_d[i], own, arena)};
        limits_add(&out->phases, &phase, sizeof phase, arena);
    }
}

enum status simulate_healing(struct simulate_work *work) {
    struct arena                 *arena  = work->session->arena;
    struct setup_healing         *setup  = ARENA_NEW(arena, struct setup_healing, 1);
    struct engine_healing_answer *answer = ARENA_NEW(arena, struct engine_healing_answer, 1);
    struct engine_healing_setup   engine;
    struct healing_bases          bases = {0};
    TRY(fill(work, setup));
    TRY(engine_of(work, setup, &engine, &bases));
    simulate_expect(work, ENGINE_HEALING_ENSEMBLES);
    TRY(engine_healing(&engine, answer, *arena, work->session->fault));
    answer_curves(work, setup, answer, &bases);
    answer_phases(work, answer, &bases);
    work->answer->checks->mass_error = (struct amount){answer->imbalance, true, 0};
    simulate_disputes(work, "healing");
    return ST_OK;
}
