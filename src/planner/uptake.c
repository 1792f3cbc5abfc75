// SPDX-License-Identifier: Apache-2.0
#include "planner/uptake.h"

#include "planner/aftercare_line.h"
#include "planner/settings_engine.h"
#include "planner/uptake_setup.h"

#include <math.h>

static const char *const UPTAKE_NUMBING = "topical_anaesthetic";
static const char *const UPTAKE_BEFORE  = "before";
static const char *const UPTAKE_AFTER   = "after";

static const char *const no_pairs[] = {NULL};

static const double h_in_d = 24;

struct reckoning {   // of one agent on one zone
    struct engine_uptake_setup   setup;
    struct engine_uptake_answer *answer;
    struct quote_basis           whole, channels;   // what numbers through either rest on
    double                       waits_d;           // from needling until it may go on
};

// ---- what is said ----

static void add(struct planning *planning, const struct plan_uptake *entry) {
    limits_add(&planning->plan->uptake, entry, sizeof *entry, planning->arena);
}

static void say(const struct planning *planning, struct plan_uptake *entry, const char *text) {
    if (!text || !*text) return;
    entry->because =
        entry->because ? arena_format(planning->arena, "%s %s", entry->because, text) : text;
}

static void say_id(const struct planning *planning, struct plan_uptake *entry, const char *id) {
    say(planning, entry, planning_said(planning, id, no_pairs));
}

static const char *closed_because(const struct planning *planning, const struct agent *agent) {
    const struct limits_agent *closed = planning->limits->agents.items;
    for (int i = 0; i < planning->limits->agents.n; i++)
        if (text_equal(closed[i].id, agent->id) || view_has(&agent->groups, closed[i].id))
            return closed[i].origin.because;
    return NULL;
}

// An entry without numbers.
static void add_unreckoned(struct planning *planning, const struct agent *agent, const char *id,
                           const char *because) {
    const char *const  pairs[] = {"because", because, NULL};
    struct plan_uptake entry   = {
          .agent = agent->id, .when = UPTAKE_AFTER, .because = planning_said(planning, id, pairs)};
    add(planning, &entry);
}

// ---- what is reckoned ----

static enum status begin(const struct planning *planning, const struct planning_zone *zone,
                         const struct agent *agent, struct reckoning *r) {
    const struct figure  *dose     = agent->dose;
    struct priors         priors   = {planning->view->knowledge, planning->arena, planning->fault};
    struct settings_basis settings = {0};
    *r = (struct reckoning){.answer = ARENA_NEW(planning->arena, struct engine_uptake_answer, 1)};
    TRY(settings_engine_setup(planning, zone, &r->setup.sitting, &settings));
    r->setup.sitting.depth_mm   = zone->depth_mm;
    r->setup.sitting.passes     = zone->passes;
    r->setup.sitting.speed_cm_s = zone->speed_cm_s;
    TRY(uptake_setup_fill(&priors, agent->molecule, &r->whole, &r->channels, &r->setup));
    TRY(uptake_setup_dose(&priors, agent->molecule, dose ? dose->value.value : 0, &r->whole,
                          &r->setup));
    quote_rest_figure(&r->whole, dose, planning->arena);
    quote_rest(&r->channels, &r->whole.sources, r->whole.status, planning->arena);
    quote_rest(&r->channels, &settings.pattern.sources, settings.pattern.status, planning->arena);
    quote_rest(&r->channels, &settings.depth.sources, settings.depth.status, planning->arena);
    quote_rest(&r->channels, &settings.closure.sources, settings.closure.status, planning->arena);
    return ST_OK;
}

static enum status run(const struct planning *planning, struct reckoning *r) {
    return engine_uptake(&r->setup, r->answer, *planning->arena, planning->fault);
}

static struct quantity *amount_of(const struct planning *planning, const struct ensemble_band *band,
                                  const struct quote_basis *basis) {
    return quote_band("ug/cm2", band, basis, planning->arena);
}

static struct quantity *ratio_of(const struct planning *planning, const struct reckoning *r) {
    return quote_band("1", &r->answer->enhancement, &r->channels, planning->arena);
}

// ---- the cream, before ----

// A ratio, beside the amount, says what the channels would make of the cream: nothing goes on then.
static enum status add_cream(struct planning *planning) {
    const struct plan_numbing *numbing = planning->plan->numbing;
    const struct agent        *agent   = load_agent(planning->view->knowledge, numbing->agent);
    struct plan_uptake         entry   = {.agent = agent->id, .when = UPTAKE_BEFORE};
    struct reckoning           r;
    if (numbing->minutes->value.value == agent->numbed_after.value)
        entry.numbed = quote_measured(agent->numbed, "mm", planning->arena);
    if (!uptake_setup_knows(agent->molecule)) {
        say_id(planning, &entry, "uptake.no_molecule");
        add(planning, &entry);
        return ST_OK;
    }
    TRY(begin(planning, &planning->zones[0], agent, &r));
    quote_rest(&r.whole, &numbing->minutes->sources, numbing->minutes->status, planning->arena);
    quote_rest(&r.channels, &numbing->minutes->sources, numbing->minutes->status, planning->arena);
    r.setup.contact_min         = numbing->minutes->value.value;
    r.setup.sitting.is_occluded = false;   // it is off before anything lies on the skin
    TRY(run(planning, &r));
    if (r.answer->is_amount_known)
        entry.taken_up = amount_of(planning, &r.answer->taken_up_ug_cm2, &r.whole);
    else say_id(planning, &entry, "uptake.no_dose");
    r.setup.is_needled = true;
    TRY(run(planning, &r));
    entry.enhancement          = ratio_of(planning, &r);
    entry.enhancement->because = planning_said(planning, "uptake.never", no_pairs);
    const char *const pairs[]  = {"part",    load_words(&agent->molecule->label),
                                  "minutes", quote_number(r.setup.contact_min, planning->arena),
                                  "left",    load_words(&agent->molecule->left_out),
                                  NULL};
    say(planning, &entry, planning_said(planning, "uptake.before", pairs));
    say_id(planning, &entry, "uptake.no_lag");
    add(planning, &entry);
    return ST_OK;
}

// ---- what was wished for, during or after ----

// What goes on after so many days; 0 days of an agent that waits is the comparison.
static enum status add_at(struct planning *planning, const struct planning_zone *zone,
                          const struct agent *agent, double days, struct reckoning *r) {
    double             told_apart, logkow_most, waits = r->waits_d;
    struct plan_uptake entry = {.agent = agent->id,
                                .zone  = zone->place->zone,
                                .when  = UPTAKE_AFTER,
                                .delay = quote_amount(days)};
    TRY(planning_number(planning, "uptake_told_apart", &told_apart));
    TRY(planning_number(planning, "uptake_logkow_most", &logkow_most));
    r->setup.delay_h = days * h_in_d;
    TRY(run(planning, r));
    entry.enhancement = ratio_of(planning, r);
    if (r->answer->is_amount_known) {
        entry.taken_up = amount_of(planning, &r->answer->taken_up_ug_cm2, &r->channels);
        entry.intact   = amount_of(planning, &r->answer->intact_ug_cm2, &r->whole);
    }
    const char *const pairs[] = {"days", quote_number(waits, planning->arena), NULL};
    if (days < waits) say(planning, &entry, planning_said(planning, "uptake.at_once", pairs));
    else if (days <= 0) say_id(planning, &entry, "uptake.sitting");
    else if (entry.enhancement->high.value < told_apart)
        say_id(planning, &entry, "uptake.closed_again");
    else say_id(planning, &entry, "uptake.still_open");
    if (days <= 0) say(planning, &entry, load_words(&agent->after->because));
    if (days >= waits) say_id(planning, &entry, "uptake.off_label");
    if (!entry.taken_up) say_id(planning, &entry, "uptake.no_dose");
    if (r->setup.molecule.logkow > logkow_most) say_id(planning, &entry, "uptake.fat_soluble");
    add(planning, &entry);
    return ST_OK;
}

// What has to wait at all waits for the channels too, as the aftercare does.
static enum status waits_of(const struct planning *planning, const struct agent *agent,
                            double *days) {
    struct aftercare_line_closing closing;
    TRY(aftercare_line_closing_of(planning, &closing));
    *days = agent->after->value.value;
    if (*days > 0) *days = fmax(*days, ceil(closing.until_h / h_in_d));
    return ST_OK;
}

static enum status add_wished_on(struct planning *planning, const struct planning_zone *zone,
                                 const struct agent *agent) {
    struct reckoning r;
    struct priors    priors = {planning->view->knowledge, planning->arena, planning->fault};
    TRY(begin(planning, zone, agent, &r));
    TRY(waits_of(planning, agent, &r.waits_d));
    TRY(priors_number(&priors, "uptake_leave_on_min", &r.whole, &r.setup.contact_min));
    quote_rest(&r.channels, &r.whole.sources, r.whole.status, planning->arena);
    r.setup.is_needled = true;
    TRY(add_at(planning, zone, agent, 0, &r));
    if (!(r.waits_d > 0)) return ST_OK;
    return add_at(planning, zone, agent, r.waits_d, &r);
}

// Needled as a zone before it?
static bool is_alike(const struct planning *planning, int zone) {
    const struct planning_zone *all = planning->zones;
    for (int i = 0; i < zone; i++)
        if (text_equal(all[i].place->device, all[zone].place->device) &&
            all[i].cartridge == all[zone].cartridge && all[i].passes == all[zone].passes &&
            all[i].speed_cm_s == all[zone].speed_cm_s)
            return true;
    return false;
}

static enum status add_wished(struct planning *planning, const struct agent *agent) {
    const char *closed = closed_because(planning, agent);
    if (closed) {
        add_unreckoned(planning, agent, "uptake.closed", closed);
        return ST_OK;
    }
    if (!agent->after || !agent->after->value.is_known) {
        add_unreckoned(planning, agent, "uptake.not_offered", load_words(&agent->because));
        return ST_OK;
    }
    if (!uptake_setup_knows(agent->molecule)) {
        add_unreckoned(planning, agent, "uptake.no_molecule", "");
        return ST_OK;
    }
    for (int i = 0; i < planning->n_zones; i++)
        if (!is_alike(planning, i)) TRY(add_wished_on(planning, &planning->zones[i], agent));
    return ST_OK;
}

int uptake_ensembles(const struct planning *planning) {
    const struct names *wished = &planning->view->patient->agents;
    int                 n = 0, n_ways = 0;
    if (planning->n_zones == 0) return 0;
    for (int i = 0; i < planning->n_zones; i++) n_ways += !is_alike(planning, i);
    for (int i = 0; i < wished->n; i++) {
        const struct agent *agent = load_agent(planning->view->knowledge, wished->items[i]);
        if (!agent || view_has(&agent->groups, UPTAKE_NUMBING) || closed_because(planning, agent))
            continue;
        if (!agent->after || !agent->after->value.is_known || !uptake_setup_knows(agent->molecule))
            continue;
        n += n_ways * (agent->after->value.value > 0 ? 2 : 1);
    }
    return n + (planning->plan->numbing ? 2 : 0);
}

enum status uptake_plan(struct planning *planning) {
    const struct names *wished = &planning->view->patient->agents;
    planning->plan->uptake     = (struct list){NULL, 0, true};
    if (planning->n_zones == 0) return ST_OK;
    if (planning->plan->numbing) TRY(add_cream(planning));
    for (int i = 0; i < wished->n; i++) {
        const struct agent *agent = load_agent(planning->view->knowledge, wished->items[i]);
        if (!agent || view_has(&agent->groups, UPTAKE_NUMBING)) continue;
        TRY(add_wished(planning, agent));
    }
    return ST_OK;
}
