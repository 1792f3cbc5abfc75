// SPDX-License-Identifier: Apache-2.0
#include "service/simulate_uptake.h"

#include "knowledge/limits_base.h"
#include "knowledge/view.h"
#include "planner/uptake_setup.h"

#include <assert.h>
#include <math.h>

static const char *const simulate_uptake_read[] = {"zone",
                                                   "site",
                                                   "device",
                                                   "agent.code",
                                                   "agent.mw",
                                                   "agent.logkow",
                                                   "agent.pka",
                                                   "agent.form",
                                                   "ph",
                                                   "concentration",
                                                   "dose",
                                                   "contact",
                                                   "delay",
                                                   "wash_off",
                                                   "density",
                                                   "needle.length",
                                                   "needle.base_diameter",
                                                   "occluded",
                                                   "times",
                                                   NULL};

enum { UPTAKE_POINTS = 31 };

struct uptake_work {
    struct simulate_work      *work;
    struct setup_uptake       *setup;
    struct molecule           *molecule;
    struct quote_basis         whole, channels;   // what numbers through either rest on
    struct engine_uptake_setup engine;
};

static const char *said(const struct uptake_work *u, const char *id) {
    return load_saying(&u->work->session->knowledge, id);
}

static struct arena *arena_of(const struct uptake_work *u) { return u->work->session->arena; }

static void fill_figure(struct uptake_work *u, const char *key, const struct figure *figure,
                        const char *because, struct amount *value) {
    struct simulate_fill fill = {.key = key, .because = because};
    if (value->is_known || !figure || !figure->value.is_known) return;
    quote_rest_figure(&fill.basis, figure, arena_of(u));
    simulate_filled(u->work, &fill);
    *value = figure->value;
}

// ---- what is put on ----

// A number of the setup as a figure of knowledge.
static struct figure *entered(const struct uptake_work *u, double value) {
    struct figure *figure = ARENA_NEW(arena_of(u), struct figure, 1);
    figure->value         = (struct amount){value, true, 0};
    figure->status        = STATUS_SEEN;
    view_add(&figure->sources, "setup", arena_of(u));
    return figure;
}

static enum status refuse(const struct uptake_work *u, const char *key, const char *value,
                          const char *wrong, const char *allowed) {
    return simulate_refuse(u->work, key, value, wrong, allowed);
}

static enum status molecule_given(struct uptake_work *u) {
    static const int          forms[] = {FORM_NEUTRAL, FORM_NEUTRAL, FORM_ACID, FORM_BASE};
    const struct setup_agent *agent   = u->setup->agent;
    const char *const         allowed = "code, or mw and logkow";
    if (!agent->mw.is_known) return refuse(u, "agent.mw", "nothing", "is left out", allowed);
    if (!agent->logkow.is_known)
        return refuse(u, "agent.logkow", "nothing", "is left out", allowed);
    if (agent->pka.is_known && agent->form != SETUP_FORM_ACID && agent->form != SETUP_FORM_BASE)
        return refuse(u, "agent.form", "nothing", "is left out beside pka", "acid, base");
    u->molecule         = ARENA_NEW(arena_of(u), struct molecule, 1);
    u->molecule->mass   = entered(u, agent->mw.value);
    u->molecule->logkow = entered(u, agent->logkow.value);
    u->molecule->form   = forms[agent->form];
    if (agent->pka.is_known) u->molecule->pka = entered(u, agent->pka.value);
    return ST_OK;
}

static enum status molecule_known(struct uptake_work *u) {
    struct setup_agent *agent = u->setup->agent;
    const struct agent *known = load_agent(&u->work->session->knowledge, agent->code);
    if (agent->mw.is_known || agent->logkow.is_known || agent->pka.is_known || agent->form)
        return refuse(u, "agent.code", agent->code, "stands beside figures of its own",
                      "code, or mw and logkow");
    if (!known || !uptake_setup_knows(known->molecule))
        return refuse(u, "agent.code", agent->code,
                      "is no single small molecule whose figures were found",
                      "another, or mw and logkow");
    u->molecule         = ARENA_NEW(arena_of(u), struct molecule, 1);
    *u->molecule        = *known->molecule;
    const char *because = said(u, "simulate.uptake_agent");
    fill_figure(u, "agent.mw", u->molecule->mass, because, &agent->mw);
    fill_figure(u, "agent.logkow", u->molecule->logkow, because, &agent->logkow);
    fill_figure(u, "agent.pka", u->molecule->pka, because, &agent->pka);
    fill_figure(u, "ph", u->molecule->ph, because, &u->setup->ph);
    return ST_OK;
}

// Strength and dose: as given; else as the agent's product is used; else only a ratio.
static enum status strength_of(struct uptake_work *u) {
    struct setup_uptake *setup    = u->setup;
    const struct agent  *known    = load_agent(&u->work->session->knowledge, setup->agent->code);
    const char          *because  = said(u, "simulate.uptake_product");
    const double         mg_in_g  = 1000;
    bool                 is_known = u->molecule->strength && u->molecule->strength->value.is_known;
    double               ml_g;
    if (setup->concentration.is_known) return ST_OK;
    if (!is_known && setup->dose.is_known)
        return refuse(u, "dose", quote_number(setup->dose.value, arena_of(u)),
                      "says nothing without a strength", "concentration beside it");
    if (!is_known) return ST_OK;
    if (!setup->dose.is_known && known && known->dose) {
        struct figure dose = *known->dose;
        dose.value.value *= mg_in_g;
        fill_figure(u, "dose", &dose, because, &setup->dose);
    }
    if (!setup->dose.is_known) return ST_OK;
    TRY(priors_number(&u->work->priors, "uptake_ml_g", &u->whole, &ml_g));
    struct figure strength = *u->molecule->strength;
    strength.value.value /= ml_g;
    fill_figure(u, "concentration", &strength, because, &setup->concentration);
    return ST_OK;
}

// ---- the skin ----

static enum status fill_channels(struct uptake_work *u) {
    struct setup_uptake *setup  = u->setup;
    const struct device  device = limits_device(&u->work->session->knowledge, u->work->device);
    if (!setup->density.is_known) {
        if (!device.density || !device.density->value.is_known)
            return refuse(u, "density", "nothing", "is left out, and this device has none",
                          "0 /cm2 to 100000 /cm2");
        fill_figure(u, "density", device.density, said(u, "simulate.uptake_density"),
                    &setup->density);
    }
    if (!setup->needle) setup->needle = ARENA_NEW(arena_of(u), struct setup_needle, 1);
    if (setup->density.value > 0)
        TRY(simulate_fill_depth(u->work, "needle.length", &setup->needle->length));
    if (setup->occluded != FACT_YES && setup->occluded != FACT_NO) {
        setup->occluded = FACT_NO;
        simulate_default(u->work, "occluded", NULL, "simulate.healing_open");
    }
    if (!setup->delay.is_known) {
        setup->delay = quote_amount(0);
        simulate_default(u->work, "delay", NULL, "simulate.uptake_delay");
    }
    return ST_OK;
}

static enum status fill_times(struct uptake_work *u) {
    struct setup_uptake    *setup     = u->setup;
    const struct knowledge *knowledge = &u->work->session->knowledge;
    const struct agent     *known     = load_agent(knowledge, setup->agent->code);
    const struct parameter *contact   = load_parameter(knowledge, "uptake_leave_on_min");
    if (known)
        fill_figure(u, "contact", known->minutes, said(u, "simulate.uptake_product"),
                    &setup->contact);
    if (!setup->contact.is_known && contact) {
        struct simulate_fill fill = {.key = "contact", .because = load_words(&contact->because)};
        quote_rest(&fill.basis, &contact->sources, contact->status, arena_of(u));
        simulate_filled(u->work, &fill);
        setup->contact = contact->median;
    }
    if (setup->wash_off != FACT_YES && setup->wash_off != FACT_NO) {
        setup->wash_off = FACT_YES;
        simulate_default(u->work, "wash_off", NULL, "simulate.uptake_wash_off");
    }
    if (setup->times.is_present) return simulate_times(u->work, &setup->times);
    setup->times =
        (struct numbers){ARENA_NEW(arena_of(u), double, UPTAKE_POINTS), UPTAKE_POINTS, true};
    for (int i = 0; i < UPTAKE_POINTS; i++)
        setup->times.items[i] = quote_amount(setup->contact.value * i / (UPTAKE_POINTS - 1)).value;
    simulate_default(u->work, "times", NULL, "simulate.uptake_times");
    return ST_OK;
}

static enum status fill(struct uptake_work *u) {
    TRY(simulate_open(u->work, &setup_uptake_noun, u->setup, false));
    TRY(u->setup->agent->code ? molecule_known(u) : molecule_given(u));
    assert(u->molecule);
    if (u->setup->ph.is_known) u->molecule->ph = entered(u, u->setup->ph.value);
    else if (u->molecule->pka)
        simulate_default(u->work, "ph", "without_charge", "simulate.uptake_ph");
    TRY(strength_of(u));
    TRY(fill_channels(u));
    TRY(fill_times(u));
    simulate_inputs(u->work, &setup_uptake_noun, u->setup, simulate_uptake_read);
    return ST_OK;
}

// ---- what the engine is asked ----

static void rest_on(struct uptake_work *u, struct quote_basis *basis, const char *key) {
    struct quote_basis own = simulate_basis(u->work, key);
    quote_rest(basis, &own.sources, own.status, arena_of(u));
}

// A sitting of which only the channels count. Whole skin has none.
static enum status sitting_of(struct uptake_work *u) {
    const struct setup_uptake    *setup   = u->setup;
    const struct session_options *options = &u->work->session->options;
    struct quote_basis            open = {{0}, 0}, covered = {{0}, 0}, unread = {{0}, 0};
    const double                  um_in_mm = 1000, unused_mm = 1;
    struct engine_setup          *sitting = &u->engine.sitting;
    const struct thickness       *skin    = u->work->skin->thickness;
    if (!skin)
        return refuse(u, setup->common.site ? "site" : "zone", u->work->skin->id,
                      "has no thickness of its own", "a zone that is not made of others");
    *sitting = (struct engine_setup){
        .sex             = setup->common.person->sex,
        .area_cm2        = 1,              // as every amount is counted
        .device          = DEVICE_STAMP,   // the density is given: no pattern asks for the device
        .density_per_cm2 = setup->density.value,
        .depth_mm        = setup->needle->length.is_known ? setup->needle->length.value : unused_mm,
        .needle_diameter_mm = setup->needle->base_diameter.value / um_in_mm,
        .passes             = 1,
        .is_occluded        = setup->occluded == FACT_YES,
        .glide              = {.median = 1},
        .contact            = {.median = 1},
        .members            = (int)options->members,
        .effort             = session_effort(u->work->session),
        .seed               = (uint64_t)options->seed,
        .zone               = priors_zone_stream(u->work->skin),
    };
    TRY(priors_depth(&u->work->priors, u->work->device->kind, &u->channels, sitting));
    TRY(priors_thickness(&u->work->priors, u->work->skin, &unread, &sitting->thickness));
    TRY(priors_closure(&u->work->priors, &open, &covered, &sitting->closure));
    const struct quote_basis *own = sitting->is_occluded ? &covered : &open;
    quote_rest(&u->channels, &own->sources, own->status, arena_of(u));
    rest_on(u, &u->channels, "density");
    rest_on(u, &u->channels, "needle.length");
    return ST_OK;
}

static enum status engine_of(struct uptake_work *u) {
    const struct setup_uptake *setup = u->setup;
    double                     ml_g;
    TRY(sitting_of(u));
    TRY(uptake_setup_fill(&u->work->priors, u->molecule, &u->whole, &u->channels, &u->engine));
    u->engine.is_needled  = setup->density.value > 0;
    u->engine.contact_min = setup->contact.value;
    u->engine.delay_h     = setup->delay.value;
    if (setup->concentration.is_known) {
        u->engine.strength_mg_ml = setup->concentration.value;
        rest_on(u, &u->whole, "concentration");
    }
    if (setup->concentration.is_known && setup->dose.is_known) {
        TRY(priors_number(&u->work->priors, "uptake_ml_g", &u->whole, &ml_g));
        u->engine.dose_ug_cm2 = setup->concentration.value * ml_g * setup->dose.value;
        rest_on(u, &u->whole, "dose");
    }
    rest_on(u, &u->whole, "contact");
    quote_rest(&u->channels, &u->whole.sources, u->whole.status, arena_of(u));
    return ST_OK;
}

// ---- the answer ----

// The way through the horny layer alone: what stays in it is left out, so only a lower end.
static struct quantity *lag_of(const struct uptake_work *u, double lag_min) {
    struct quantity *lag = ARENA_NEW(arena_of(u), struct quantity, 1);
    *lag                 = (struct quantity){.kind    = QUANTITY_COMPUTED,
                                             .unit    = "min",
                                             .low     = quote_amount(lag_min),
                                             .sources = u->whole.sources,
                                             .status  = u->whole.status,
                                             .because = said(u, "simulate.uptake_lag")};
    return lag;
}

// What lies on the skin is all there is: no member takes up more. Share by which one does.
static double beyond_dose(const struct engine_uptake_setup  *engine,
                          const struct engine_uptake_answer *answer) {
    double dose = engine->dose_ug_cm2, most = answer->taken_up_ug_cm2.p[ENSEMBLE_POINTS - 1];
    for (int i = 0; i < engine->n_times; i++)
        most = fmax(most, answer->amount_ug_cm2[i].p[ENSEMBLE_POINTS - 1]);
    return dose > 0 ? fmax(0, most - dose) / dose : 0;
}

static void answer_amounts(struct uptake_work *u, const struct engine_uptake_answer *answer,
                           const struct quote_basis *basis) {
    struct simulation_outputs *out   = u->work->answer->outputs;
    struct arena              *arena = arena_of(u);
    out->flux                        = quote_band("ug/cm2/h", &answer->flux_ug_cm2_h, basis, arena);
    out->intact_flux   = quote_band("ug/cm2/h", &answer->intact_flux_ug_cm2_h, &u->whole, arena);
    out->taken_up      = quote_band("ug/cm2", &answer->taken_up_ug_cm2, basis, arena);
    out->flux->because = said(u, "simulate.uptake_flux");
    out->taken_up->because = said(u, "simulate.uptake_taken");
}

// What is not washed off goes on beyond the contact: the curve follows it, a second time.
static enum status answer_curve(struct uptake_work *u, const struct quote_basis *basis,
                                struct engine_uptake_answer *answer) {
    struct engine_uptake_setup engine = u->engine;
    const struct numbers      *times  = &u->setup->times;
    engine.times_min                  = times->items;
    engine.n_times                    = times->n;
    if (u->setup->wash_off == FACT_NO)
        engine.contact_min = fmax(engine.contact_min, times->items[times->n - 1]);
    TRY(engine_uptake(&engine, answer, *arena_of(u), u->work->session->fault));
    struct curve *amount = quote_curve("min", times->items, "ug/cm2", answer->amount_ug_cm2,
                                       times->n, basis, u->work->session->arena);
    amount->because      = said(u, "simulate.uptake_taken");
    u->work->answer->outputs->amount    = amount;
    u->work->answer->checks->mass_error = (struct amount){beyond_dose(&engine, answer), true, 0};
    return ST_OK;
}

enum status simulate_uptake(struct simulate_work *work) {
    struct arena                *arena  = work->session->arena;
    struct engine_uptake_answer *answer = ARENA_NEW(arena, struct engine_uptake_answer, 1);
    struct simulation_outputs   *out    = work->answer->outputs;
    struct uptake_work           u      = {.work = work};
    u.setup                             = ARENA_NEW(arena, struct setup_uptake, 1);
    TRY(fill(&u));
    TRY(engine_of(&u));
    simulate_expect(work, u.engine.strength_mg_ml > 0 ? 2 : 1);
    TRY(engine_uptake(&u.engine, answer, *arena, work->session->fault));
    const struct quote_basis *basis = u.engine.is_needled ? &u.channels : &u.whole;
    out->lag                        = lag_of(&u, answer->lag_min);
    if (u.engine.is_needled) {
        out->enhancement          = quote_band("1", &answer->enhancement, basis, arena);
        out->enhancement->because = said(&u, "simulate.uptake_ratio");
    }
    if (answer->is_amount_known) {
        answer_amounts(&u, answer, basis);
        TRY(answer_curve(&u, basis, answer));
    }
    simulate_disputes(work, "uptake");
    return ST_OK;
}
