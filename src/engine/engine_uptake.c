// SPDX-License-Identifier: Apache-2.0
#include "engine/engine_uptake.h"

#include "engine/bound.h"
#include "engine/engine_member.h"
#include "engine/mathk.h"
#include "engine/philox.h"
#include "engine/purpose.h"

#include <math.h>

enum engine_uptake_output {
    ENGINE_UPTAKE_INTACT,
    ENGINE_UPTAKE_HOLES,
    ENGINE_UPTAKE_FLUX,
    ENGINE_UPTAKE_INTACT_FLUX,
    ENGINE_UPTAKE_TAKEN,
    ENGINE_UPTAKE_INTACT_TAKEN,
    ENGINE_UPTAKE_RATIO,
    ENGINE_UPTAKE_CURVE
};
_Static_assert(ENGINE_UPTAKE_CURVE + ENGINE_UPTAKE_TIMES_MAX <= ENSEMBLE_OUTPUTS, "room for all");

// A setup in SI.
struct engine_uptake_world {
    const struct engine_uptake_setup *setup;
    struct uptake_law                 law;
    struct uptake_solute              solute;
    double                            strength_kg_m3, dose_kg_m2, contact_s, delay_s;
};

// ---- the door: clinical units in and out

static const double engine_uptake_m_s_of_cm_h = 1e-2 / 3600;

static double m_from_um(double um) { return um * 1e-6; }
static double kg_m2_from_ug_cm2(double ug_cm2) { return ug_cm2 * 1e-5; }
static double kg_m2_s_from_ug_cm2_h(double ug_cm2_h) { return ug_cm2_h * 1e-5 / 3600; }

static struct engine_uptake_world world_from(const struct engine_uptake_setup *s) {
    struct engine_uptake_world world = {
        .setup          = s,
        .law            = s->law,
        .strength_kg_m3 = s->strength_mg_ml,   // the same number
        .dose_kg_m2     = kg_m2_from_ug_cm2(s->dose_ug_cm2),
        .contact_s      = s->contact_min * 60,
        .delay_s        = s->delay_h * 3600,
    };
    world.law.kp_log10 += mathk_log(engine_uptake_m_s_of_cm_h) / mathk_log(10);
    world.law.cap_m_s *= engine_uptake_m_s_of_cm_h;
    world.solute = uptake_solute(&world.law, &s->molecule);
    return world;
}

// ---- what may come in

static enum status law_check(const struct uptake_law *l, struct fault *fault) {
    const struct engine_bound bounds[] = {
        {"law.volume_m3", l->volume_m3, 1e-32, 1e-28},
        {"law.temperature_k", l->temperature_k, 250, 350},
        {"law.water_pa_s", l->water_pa_s, 1e-5, 1},
        {"law.free_log10", l->free_log10, -20, 0},
        {"law.free_exponent", l->free_exponent, 0, 5},
        {"law.bind_base", l->bind_base, 0.001, 100},
        {"law.bind_protein", l->bind_protein, 0, 100},
        {"law.bind_lipid", l->bind_lipid, 0, 100},
        {"law.tissue_porosity", l->tissue_porosity, 0.001, 1},
        {"law.unbound_acid_slope", l->unbound_acid_slope, 0, 100},
        {"law.unbound_acid_base", l->unbound_acid_base, 0.1, 100},
        {"law.unbound_base_slope", l->unbound_base_slope, 0, 100},
        {"law.unbound_base_base", l->unbound_base_base, 0.1, 100},
        {"law.lipid_scale", l->lipid_scale, 1e-6, 1e6},
        {"law.lipid_exponent", l->lipid_exponent, 0, 2},
        {"law.lipid_m2_s", l->lipid_m2_s, 1e-20, 1e-6},
        {"law.lipid_per_a2", l->lipid_per_a2, 0, 2},
        {"law.lipid_m2_s_large", l->lipid_m2_s_large, 1e-20, 1e-6},
        {"law.lipid_mass_most", l->lipid_mass_most, 0, 1e6},
        {"law.lipid_path_m", l->lipid_path_m, 0, 0.1},
        {"law.tissue_m", l->tissue_m, 0, 0.1},
        {"law.kp_log10", l->kp_log10, -20, 20},
        {"law.kp_logkow", l->kp_logkow, 0, 3},
        {"law.kp_mass", l->kp_mass, 0, 0.1},
        {"law.cap_m_s", l->cap_m_s, 1e-6, 1e6},
        {"law.lumen_frac", l->lumen_frac, 0.001, 1},
    };
    return BOUNDS_CHECK(bounds, fault);
}

// The logarithms of the relations stay in range for these.
static enum status molecule_check(const struct uptake_molecule *m, struct fault *fault) {
    const struct engine_bound bounds[] = {
        {"molecule.mass_g_mol", m->mass_g_mol, 1, 1000},
        {"molecule.logkow", m->logkow, -10, 10},
        {"molecule.form", m->form, UPTAKE_NEUTRAL, UPTAKE_BASE},
        {"molecule.pka", m->has_pka ? m->pka : 0, -10, 24},
        {"molecule.ph", m->ph, 0, 14},
        {"molecule.ph_tissue", m->ph_tissue, 0, 14},
    };
    return BOUNDS_CHECK(bounds, fault);
}

static enum status needling_check(const struct engine_uptake_setup *s, struct fault *fault) {
    const struct engine_bound bounds[] = {{"channel_um_most", s->channel_um_most, 1, 20000}};
    TRY(BOUNDS_CHECK(bounds, fault));
    TRY(engine_prior_check(&s->patency, "patency", 0, 1, fault));
    TRY(engine_prior_check(&s->channel_radius_um, "channel_radius_um", 0.1, 2500, fault));
    if (s->sitting.needles == 0 && !(s->sitting.density_per_cm2 > 0))
        return fault_at(fault, ST_CONTENT,
                        "sitting.density_per_cm2: 0: is not known; allowed: above 0, or needles");
    return ST_OK;
}

static enum status times_check(const struct engine_uptake_setup *s, struct fault *fault) {
    if (s->n_times > ENGINE_UPTAKE_TIMES_MAX)
        return fault_at(fault, ST_LIMIT, "n_times: %d: too many; allowed: 0 to %d", s->n_times,
                        ENGINE_UPTAKE_TIMES_MAX);
    for (int i = 0; i < s->n_times; i++) {
        const struct engine_bound bounds[] = {{"times_min", s->times_min[i], 0, 1e6}};
        TRY(BOUNDS_CHECK(bounds, fault));
    }
    return ST_OK;
}

static enum status setup_check(const struct engine_uptake_setup *s, struct fault *fault) {
    TRY(engine_setup_check(&s->sitting, fault));
    const struct engine_bound bounds[] = {
        {"strength_mg_ml", s->strength_mg_ml, 0, 2000}, {"dose_ug_cm2", s->dose_ug_cm2, 0, 1e7},
        {"contact_min", s->contact_min, 0.01, 1e6},     {"delay_h", s->delay_h, 0, 1e5},
        {"n_times", s->n_times, 0, INFINITY},
    };
    TRY(BOUNDS_CHECK(bounds, fault));
    TRY(law_check(&s->law, fault));
    TRY(molecule_check(&s->molecule, fault));
    TRY(engine_prior_check(&s->kp_factor, "kp_factor", 1e-3, 1e3, fault));
    TRY(engine_prior_check(&s->ion_ratio, "ion_ratio", 0, 1, fault));
    TRY(engine_prior_check(&s->floor_cm_h, "floor_cm_h", 0, 1, fault));
    TRY(times_check(s, fault));
    return s->is_needled ? needling_check(s, fault) : ST_OK;
}

// ---- one member

static double drawn(const struct engine_uptake_world *world, int member,
                    enum engine_purpose purpose, const struct engine_prior *prior) {
    struct philox_place place  = {world->setup->sitting.seed, (uint32_t)member, purpose,
                                  ENGINE_NO_ZONE};
    struct philox       stream = philox_at(&place);
    return engine_prior_at(prior, philox_draw(&stream));
}

// Permeability of the fresh channels of one member.
static double holes_m_s(const struct engine_uptake_world *world, int member,
                        const struct engine_member *sitting) {
    const struct engine_uptake_setup *s = world->setup;
    double                            patency, radius_m, depth_m;
    patency  = drawn(world, member, ENGINE_PATENCY, &s->patency);
    radius_m = m_from_um(drawn(world, member, ENGINE_CHANNEL_RADIUS, &s->channel_radius_um));
    depth_m  = fmin(sitting->channel_m, m_from_um(s->channel_um_most));
    if (sitting->needle_m > 0) radius_m = fmin(radius_m, sitting->needle_m / 2);
    return sitting->density_m2 * patency *
           uptake_hole_m3_s(&world->law, &world->solute, radius_m, depth_m);
}

static struct uptake_path path_of(const struct engine_uptake_world *world, int member) {
    const struct engine_uptake_setup *s       = world->setup;
    struct engine_member              sitting = engine_member(&s->sitting, member);
    struct uptake_path   path = {.half_life_s = sitting.half_life_s, .delay_s = world->delay_s};
    struct uptake_spread spread;
    spread.kp_factor = drawn(world, member, ENGINE_WHOLE_SKIN, &s->kp_factor);
    spread.ion_ratio = drawn(world, member, ENGINE_CHARGE, &s->ion_ratio);
    spread.floor_m_s =
        drawn(world, member, ENGINE_POLAR_WAY, &s->floor_cm_h) * engine_uptake_m_s_of_cm_h;
    path.intact_m_s = uptake_intact_m_s(&world->law, &s->molecule, &spread);
    if (s->is_needled) path.holes_m_s = holes_m_s(world, member, &sitting);
    return path;
}

static double taken_kg_m2(const struct engine_uptake_world *world, const struct uptake_path *path,
                          double time_s) {
    return uptake_kg_m2(world->strength_kg_m3, world->dose_kg_m2,
                        uptake_emptied_m(path, fmin(time_s, world->contact_s)));
}

// How much more than through whole skin. Without a strength nothing runs out.
static double ratio_of(const struct engine_uptake_world *world, const struct uptake_path *path,
                       const struct uptake_path *whole) {
    if (world->strength_kg_m3 > 0)
        return taken_kg_m2(world, path, world->contact_s) /
               taken_kg_m2(world, whole, world->contact_s);
    return uptake_emptied_m(path, world->contact_s) / uptake_emptied_m(whole, world->contact_s);
}

// One possible person, in SI. out [ENGINE_UPTAKE_CURVE + n_times]
static void member_outputs(const void *of, int member, double *out) {
    const struct engine_uptake_world *world = of;
    struct uptake_path                path = path_of(world, member), whole = path;
    whole.holes_m_s                = 0;
    double open_frac               = uptake_open_frac(&path);
    out[ENGINE_UPTAKE_INTACT]      = path.intact_m_s;
    out[ENGINE_UPTAKE_HOLES]       = path.holes_m_s * open_frac;
    out[ENGINE_UPTAKE_INTACT_FLUX] = world->strength_kg_m3 * path.intact_m_s;
    out[ENGINE_UPTAKE_FLUX] =
        world->strength_kg_m3 * (path.intact_m_s + path.holes_m_s * open_frac);
    out[ENGINE_UPTAKE_TAKEN]        = taken_kg_m2(world, &path, world->contact_s);
    out[ENGINE_UPTAKE_INTACT_TAKEN] = taken_kg_m2(world, &whole, world->contact_s);
    out[ENGINE_UPTAKE_RATIO]        = ratio_of(world, &path, &whole);
    for (int i = 0; i < world->setup->n_times; i++)
        out[ENGINE_UPTAKE_CURVE + i] = taken_kg_m2(world, &path, world->setup->times_min[i] * 60);
}

// ---- all members

static struct ensemble_band in_units(struct ensemble_band band, double unit) {
    for (int i = 0; i < ENSEMBLE_POINTS; i++) band.p[i] /= unit;
    return band;
}

enum status engine_uptake(const struct engine_uptake_setup *setup,
                          struct engine_uptake_answer *answer, struct arena scratch,
                          struct fault *fault) {
    TRY(setup_check(setup, fault));
    struct engine_uptake_world world     = world_from(setup);
    int                        n_outputs = ENGINE_UPTAKE_CURVE + setup->n_times;
    struct ensemble            ensemble;
    ensemble_init(&ensemble, n_outputs, setup->sitting.members, &scratch);
    TRY(ensemble_fill(&ensemble, &setup->sitting.effort, member_outputs, &world, fault));
    struct ensemble_band *bands = ARENA_NEW(&scratch, struct ensemble_band, n_outputs);
    TRY(ensemble_bands(&ensemble, &setup->sitting.effort, bands, scratch, fault));

    // bands, back in clinical units
    double cm_h = engine_uptake_m_s_of_cm_h, flux = kg_m2_s_from_ug_cm2_h(1);
    double amount                = kg_m2_from_ug_cm2(1);
    answer->intact_cm_h          = in_units(bands[ENGINE_UPTAKE_INTACT], cm_h);
    answer->holes_cm_h           = in_units(bands[ENGINE_UPTAKE_HOLES], cm_h);
    answer->flux_ug_cm2_h        = in_units(bands[ENGINE_UPTAKE_FLUX], flux);
    answer->intact_flux_ug_cm2_h = in_units(bands[ENGINE_UPTAKE_INTACT_FLUX], flux);
    answer->taken_up_ug_cm2      = in_units(bands[ENGINE_UPTAKE_TAKEN], amount);
    answer->intact_ug_cm2        = in_units(bands[ENGINE_UPTAKE_INTACT_TAKEN], amount);
    answer->enhancement          = bands[ENGINE_UPTAKE_RATIO];
    for (int i = 0; i < setup->n_times; i++)
        answer->amount_ug_cm2[i] = in_units(bands[ENGINE_UPTAKE_CURVE + i], amount);
    answer->is_amount_known = setup->strength_mg_ml > 0;
    answer->lag_min         = world.solute.lag_s / 60;
    answer->neutral_frac    = world.solute.neutral_frac;
    return ST_OK;
}
