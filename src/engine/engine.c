// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"

#include "domain/patient.h"
#include "domain/words.h"
#include "engine/bound.h"
#include "engine/channel.h"
#include "engine/dose.h"
#include "engine/engine_member.h"
#include "engine/insertion.h"
#include "engine/mathk.h"
#include "engine/pattern.h"
#include "engine/philox.h"
#include "engine/piercing.h"
#include "engine/purpose.h"

#include <math.h>

enum engine_depth {   // of one person's punctures
    ENGINE_MEDIAN,
    ENGINE_P95,
    ENGINE_BEYOND,   // 1 if the last passes the dermis
    ENGINE_SHARES,
    ENGINE_DEPTHS = ENGINE_SHARES + SKIN_LAYERS
};

enum engine_output {   // of a sitting; the depths come first
    ENGINE_DENSITY = ENGINE_DEPTHS,
    ENGINE_COVERAGE,
    ENGINE_NEAREST,
    ENGINE_TIME,
    ENGINE_CLOSED,
    ENGINE_HALF_TIME,
    ENGINE_DOSE,
    ENGINE_BOTTOMS,
    ENGINE_LAYERS  = ENGINE_BOTTOMS + SKIN_SUBCUTIS,
    ENGINE_OUTPUTS = ENGINE_LAYERS + SKIN_SUBCUTIS
};

enum engine_reached {   // of engine_reach; the depths come first
    ENGINE_FORCE = ENGINE_DEPTHS,
    ENGINE_SHARES_ERROR,
    ENGINE_REACHED
};

// A setup in SI.
struct engine_world {
    struct skin_prior      skin;
    struct pattern_prior   hand;
    struct insertion_prior insertion;
    struct channel_prior   channel;
    struct piercing_prior  piercing;
    struct pattern_device  device;
    double                 tip_m, needle_m, setting_m, speed_m_s, area_m2, density_m2;
    double                 reach_m_min, reach_m_max;
    int                    passes, sex, people;
    bool                   is_occluded;
    uint64_t               seed;
    uint32_t               zone;
};

// ---- the door: clinical units in and out

static double m_from_mm(double mm) { return mm * 1e-3; }
static double m_from_um(double um) { return um * 1e-6; }
static double m2_from_cm2(double cm2) { return cm2 * 1e-4; }
static double m_s_from_cm_s(double cm_s) { return cm_s * 1e-2; }
static double per_m2_from_cm2(double per_cm2) { return per_cm2 * 1e4; }

enum { ENGINE_S_PER_MIN = 60, ENGINE_S_PER_H = 3600 };

static int pattern_kind_from(int device) {
    switch (device) {
    case DEVICE_PEN: return PATTERN_PEN;
    case DEVICE_ROLLER:
    case DEVICE_HOME_ROLLER: return PATTERN_ROLLER;
    case DEVICE_STAMP:
    case DEVICE_RF: return PATTERN_STAMP;
    }
    return -1;
}

static struct pattern_device device_from(const struct engine_setup *setup) {
    return (struct pattern_device){pattern_kind_from(setup->device), setup->needles, setup->rate_hz,
                                   m_from_mm(setup->width_mm), m_from_mm(setup->radius_mm)};
}

static struct engine_world world_from(const struct engine_setup *s) {
    const struct engine_thickness *t   = &s->thickness;
    const struct engine_closure   *c   = &s->closure;
    const double                   h_s = ENGINE_S_PER_H;
    return (struct engine_world){
        .skin = {m_from_mm(t->male_mm), m_from_mm(t->female_mm), t->person_sigma, t->study_sigma,
                 m_from_mm(t->epidermis_mm), t->papillary_frac, m_from_um(t->papillary_um_min),
                 m_from_um(t->papillary_um_max)},
        .hand = {s->glide, s->contact, s->turning_frac},
        .insertion = {s->ratio, s->puncture_sigma},
        .channel   = {engine_prior_scaled(&c->half_life_h, h_s),
                      engine_prior_scaled(&c->half_life_h_occluded, h_s), c->closed_frac,
                      m_from_mm(c->depth_mm_known)},
        .piercing  = {s->piercing.force_n, s->piercing.slope_n_m, m_from_um(s->piercing.tip_um_min),
                      m_from_um(s->piercing.tip_um_max)},
        .device    = device_from(s),
        .tip_m     = m_from_um(s->tip_um),
        .needle_m  = m_from_mm(s->needle_diameter_mm),
        .setting_m = m_from_mm(s->depth_mm),
        .speed_m_s = m_s_from_cm_s(s->speed_cm_s),
        .area_m2   = m2_from_cm2(s->area_cm2),
        .density_m2  = per_m2_from_cm2(s->density_per_cm2),
        .reach_m_min = m_from_mm(s->reach_mm_min),
        .reach_m_max = m_from_mm(s->reach_mm_max),
        .passes      = s->passes,
        .sex         = s->sex,
        .people      = s->study_n > 0 ? s->study_n : 1,
        .is_occluded = s->is_occluded,
        .seed        = s->seed,
        .zone        = (uint32_t)s->zone,
    };
}

// ---- what may come in

#define ENGINE_SPEED_CM_S_MIN 0.01
#define ENGINE_SPEED_CM_S_MAX 200.0

// The ranges are what a machine or a body can be at the very most, so that no result overflows.
static enum status device_check(const struct engine_setup *s, double speed_cm_s,
                                struct fault *fault) {
    int kind = pattern_kind_from(s->device);
    if (kind < 0)
        return fault_at(fault, ST_CONTENT, "device: %d: no kind of device that is needled",
                        s->device);

    // where there are needles, their places must be known; only the pen needs a speed
    bool                      is_pen = kind == PATTERN_PEN, has_needles = s->needles != 0;
    const struct engine_bound bounds[] = {
        {"needles", s->needles, is_pen, 10000},
        {"rate_hz", s->rate_hz, is_pen ? 0.1 : 0, 1000},
        {"width_mm", s->width_mm, has_needles ? 0.1 : 0, 500},
        {"radius_mm", s->radius_mm, has_needles && kind == PATTERN_ROLLER ? 0.5 : 0, 500},
        {"speed_cm_s", speed_cm_s, !is_pen && speed_cm_s == 0 ? 0 : ENGINE_SPEED_CM_S_MIN,
         ENGINE_SPEED_CM_S_MAX},
    };
    return BOUNDS_CHECK(bounds, fault);
}

static enum status thickness_check(const struct engine_thickness *t, struct fault *fault) {
    const struct engine_bound bounds[] = {
        {"thickness.male_mm", t->male_mm, 0.1, 20},
        {"thickness.female_mm", t->female_mm, 0.1, 20},
        {"thickness.person_sigma", t->person_sigma, 0, ENGINE_PRIOR_SIGMA_MAX},
        {"thickness.study_sigma", t->study_sigma, 0, ENGINE_PRIOR_SIGMA_MAX},
        {"thickness.epidermis_mm", t->epidermis_mm, 0.005, 0.9 * fmin(t->male_mm, t->female_mm)},
        {"thickness.papillary_frac", t->papillary_frac, 0.001, 1},
        {"thickness.papillary_um_min", t->papillary_um_min, 0, 20000},
        {"thickness.papillary_um_max", t->papillary_um_max, t->papillary_um_min, 20000},
    };
    return BOUNDS_CHECK(bounds, fault);
}

static enum status closure_check(const struct engine_closure *c, struct fault *fault) {
    TRY(engine_prior_check(&c->half_life_h, "closure.half_life_h", 0.001, 10000, fault));
    TRY(engine_prior_check(&c->half_life_h_occluded, "closure.half_life_h_occluded", 0.001, 10000,
                           fault));
    const struct engine_bound bounds[] = {
        {"closure.closed_frac", c->closed_frac, 0.0001, 1},
        {"closure.depth_mm_known", c->depth_mm_known, 0, 20},
    };
    return BOUNDS_CHECK(bounds, fault);
}

static enum status hand_check(const struct engine_setup *s, struct fault *fault) {
    TRY(engine_prior_check(&s->glide, "glide", 0.05, 20, fault));
    TRY(engine_prior_check(&s->contact, "contact", 0.01, 10, fault));
    const struct engine_bound bounds[] = {
        {"turning_frac", s->turning_frac, 0, 10},
        {"area_cm2", s->area_cm2, 0.01, 30000},
        {"needle_diameter_mm", s->needle_diameter_mm, 0, 5},
        {"density_per_cm2", s->density_per_cm2, 0, 1e7},
        {"passes", s->passes, 1, 1000},
        {"reach_mm_min", s->reach_mm_min, s->reach_mm_max > 0 ? 0.001 : 0, 10},
        {"reach_mm_max", s->reach_mm_max, s->reach_mm_min, 10},
    };
    return BOUNDS_CHECK(bounds, fault);
}

// What every answer about depth reads.
static enum status depth_check(const struct engine_setup *s, struct fault *fault) {
    const struct engine_bound bounds[] = {
        {"sex", s->sex, SEX_ABSENT, SEX_OTHER},
        {"depth_mm", s->depth_mm, 0.01, 20},
        {"puncture_sigma", s->puncture_sigma, 0, ENGINE_PRIOR_SIGMA_MAX},
        {"members", s->members, 1, INFINITY},
        {"threads", s->effort.threads, 0, LIMIT_THREADS},
        {"zone", s->zone, 0, INT32_MAX},
    };
    TRY(BOUNDS_CHECK(bounds, fault));
    if (s->members > LIMIT_MEMBERS)
        return fault_at(fault, ST_LIMIT, "members: %d: too many; allowed: 1 to %d", s->members,
                        LIMIT_MEMBERS);
    TRY(thickness_check(&s->thickness, fault));
    return engine_prior_check(&s->ratio, "ratio", 0.01, 10, fault);
}

static enum status setup_check(const struct engine_setup *s, struct fault *fault) {
    TRY(depth_check(s, fault));
    TRY(device_check(s, s->speed_cm_s, fault));
    TRY(hand_check(s, fault));
    return closure_check(&s->closure, fault);
}

static enum status reach_check(const struct engine_setup *s, struct fault *fault) {
    const struct engine_bound bounds[] = {
        {"study_n", s->study_n, 0, 1000},
        {"tip_um", s->tip_um, 0, 5000},
        {"piercing.tip_um_min", s->piercing.tip_um_min, 0, 5000},
        {"piercing.tip_um_max", s->piercing.tip_um_max, s->piercing.tip_um_min, 5000},
    };
    TRY(depth_check(s, fault));
    TRY(BOUNDS_CHECK(bounds, fault));
    if ((int64_t)s->members * s->study_n > LIMIT_PEOPLE)
        return fault_at(fault, ST_LIMIT, "study_n: %d: too many for %d members; allowed: 1 to %d",
                        s->study_n, s->members, LIMIT_PEOPLE / s->members);
    TRY(engine_prior_check(&s->piercing.force_n, "piercing.force_n", 0, 100, fault));
    return engine_prior_check(&s->piercing.slope_n_m, "piercing.slope_n_m", 0, 1e7, fault);
}

// ---- one member

static double share_of(const struct engine_world *world, int member, enum engine_purpose purpose) {
    struct philox_place place  = {world->seed, (uint32_t)member, purpose,
                                 purpose == ENGINE_STUDY ? world->zone : ENGINE_NO_ZONE};
    struct philox       stream = philox_at(&place);
    return philox_draw(&stream);
}

static double score_of(const struct engine_world *world, int member, enum engine_purpose purpose) {
    return mathk_normal_at(share_of(world, member, purpose));
}

static bool is_male(const struct engine_world *world, int person) {
    if (world->sex == SEX_FEMALE || world->sex == SEX_MALE) return world->sex == SEX_MALE;
    return share_of(world, person, ENGINE_SEX) >= 0.5;
}

// The hand of one member and the pattern it leaves. What is not known stays 0.
static void pattern_outputs(const struct engine_world *world, int member, double *out) {
    double glide     = share_of(world, member, ENGINE_GLIDE);
    double contact   = share_of(world, member, ENGINE_CONTACT);
    double speed_m_s = world->speed_m_s * engine_prior_at(&world->hand.glide, glide);

    bool   has_needles = world->device.needles != 0;
    double landing_m2  = has_needles ? world->passes * pattern_density_m2(&world->device, speed_m_s)
                                     : world->density_m2;
    double density_m2  = landing_m2 * engine_prior_at(&world->hand.contact, contact);
    out[ENGINE_DENSITY]  = density_m2;
    out[ENGINE_COVERAGE] = pattern_coverage_frac(density_m2, world->needle_m);
    out[ENGINE_NEAREST]  = density_m2 > 0 ? pattern_nearest_m(density_m2) : 0;
    out[ENGINE_TIME]     = has_needles && speed_m_s > 0
                               ? pattern_time_s(&world->device, world->passes * world->area_m2,
                                                speed_m_s, world->hand.turning_frac)
                               : 0;
}

// The skin of one person of a member, and the channels in it.
struct engine_needled {
    struct skin_layers layers;
    struct insertion   insertion;
};

static struct engine_needled needled_of(const struct engine_world *world, int member, int person) {
    return (struct engine_needled){
        skin_layers(&world->skin, is_male(world, person), score_of(world, person, ENGINE_PERSON),
                    score_of(world, member, ENGINE_STUDY)),
        insertion_of(&world->insertion, world->setting_m, share_of(world, member, ENGINE_RATIO))};
}

// How deep the channels go. out [ENGINE_DEPTHS]
static void depth_outputs(const struct engine_needled *needled, double *out) {
    out[ENGINE_MEDIAN] = needled->insertion.median_m;
    out[ENGINE_P95]    = insertion_m_p95(&needled->insertion);
    out[ENGINE_BEYOND] = out[ENGINE_P95] > needled->layers.bottom_m[SKIN_SUBCUTIS - 1];
    insertion_shares(&needled->insertion, &needled->layers, out + ENGINE_SHARES);
}

// Where the layers end and how thick they are. out [ENGINE_OUTPUTS]
static void skin_outputs(const struct skin_layers *layers, double *out) {
    for (int i = 0; i < SKIN_SUBCUTIS; i++) {
        out[ENGINE_BOTTOMS + i] = layers->bottom_m[i];
        out[ENGINE_LAYERS + i]  = layers->bottom_m[i] - (i ? layers->bottom_m[i - 1] : 0);
    }
}

// Share of the dermis within reach of a channel; 0 where no reach is given.
static double dose_output(const struct engine_world *world, int member,
                          const struct engine_needled *needled, double density_m2) {
    if (!(world->reach_m_max > 0)) return 0;
    double reach_m =
        dose_reach_m(world->reach_m_min, world->reach_m_max, share_of(world, member, ENGINE_REACH));
    return dose_frac(&needled->insertion, &needled->layers, density_m2, reach_m);
}

// One possible person under one possible operator, in SI. out [ENGINE_OUTPUTS]
static void member_outputs(const void *of, int member, double *out) {
    const struct engine_world *world   = of;
    struct engine_needled      needled = needled_of(world, member, member);
    depth_outputs(&needled, out);
    skin_outputs(&needled.layers, out);
    pattern_outputs(world, member, out);

    // how long the channels stay open
    out[ENGINE_HALF_TIME] = channel_half_life_s(&world->channel, world->is_occluded,
                                                share_of(world, member, ENGINE_HALF_LIFE));
    out[ENGINE_CLOSED]    = channel_closed_s(out[ENGINE_HALF_TIME], world->channel.closed_frac);
    out[ENGINE_DOSE]      = dose_output(world, member, &needled, out[ENGINE_DENSITY]);
}

// One person, or the mean of one study's people. out [ENGINE_REACHED]
static void reached_outputs(const void *of, int member, double *out) {
    const struct engine_world *world = of;
    double                     sum   = 0;
    for (int k = 0; k < ENGINE_DEPTHS; k++) out[k] = 0;
    for (int i = 0; i < world->people; i++) {
        double                one[ENGINE_DEPTHS];
        struct engine_needled needled = needled_of(world, member, member * world->people + i);
        depth_outputs(&needled, one);
        for (int k = 0; k < ENGINE_DEPTHS; k++) out[k] += one[k];
    }
    for (int k = 0; k < ENGINE_DEPTHS; k++) out[k] /= world->people;
    for (int k = 0; k < SKIN_LAYERS; k++) sum += out[ENGINE_SHARES + k];
    out[ENGINE_SHARES_ERROR] = fabs(sum - 1);
    out[ENGINE_FORCE]        = 0;
    if (world->tip_m > 0)
        out[ENGINE_FORCE] = piercing_force_n(&world->piercing, world->tip_m,
                                             share_of(world, member, ENGINE_PIERCING));
}

// ---- all members

// The bands of all outputs in SI, [n_outputs].
static enum status bands_of(const struct ensemble *ensemble, const struct effort *effort,
                            struct ensemble_band **bands, struct arena *scratch,
                            struct fault *fault) {
    *bands = ARENA_NEW(scratch, struct ensemble_band, ensemble->n_outputs);
    return ensemble_bands(ensemble, effort, *bands, *scratch, fault);
}

static struct ensemble_band in_units(struct ensemble_band band, double unit) {
    for (int i = 0; i < ENSEMBLE_POINTS; i++) band.p[i] /= unit;
    return band;
}

static double mean_of(const struct ensemble *ensemble, int output) {
    const double *row = ensemble_row(ensemble, output);
    double        sum = 0;
    for (int i = 0; i < ensemble->n_members; i++) sum += row[i];
    return sum / ensemble->n_members;
}

enum status engine_sitting(const struct engine_setup *setup, struct engine_answer *answer,
                           struct arena scratch, struct fault *fault) {
    TRY(setup_check(setup, fault));
    struct engine_world world = world_from(setup);
    struct ensemble     ensemble;
    ensemble_init(&ensemble, ENGINE_OUTPUTS, setup->members, &scratch);
    TRY(ensemble_fill(&ensemble, &setup->effort, member_outputs, &world, fault));

    // bands, back in clinical units
    struct ensemble_band *bands;
    TRY(bands_of(&ensemble, &setup->effort, &bands, &scratch, fault));
    answer->density_per_cm2      = in_units(bands[ENGINE_DENSITY], per_m2_from_cm2(1));
    answer->coverage_frac        = bands[ENGINE_COVERAGE];
    answer->nearest_neighbour_um = in_units(bands[ENGINE_NEAREST], m_from_um(1));
    answer->minutes              = in_units(bands[ENGINE_TIME], ENGINE_S_PER_MIN);
    answer->achieved_mm          = in_units(bands[ENGINE_MEDIAN], m_from_mm(1));
    answer->achieved_p95_mm      = in_units(bands[ENGINE_P95], m_from_mm(1));
    for (int i = 0; i < SKIN_LAYERS; i++) answer->layer_share[i] = bands[ENGINE_SHARES + i];
    for (int i = 0; i < SKIN_SUBCUTIS; i++) {
        answer->layer_mm_end[i] = in_units(bands[ENGINE_BOTTOMS + i], m_from_mm(1));
        answer->layer_mm[i]     = in_units(bands[ENGINE_LAYERS + i], m_from_mm(1));
    }
    answer->beyond_dermis_frac      = answer->layer_share[SKIN_SUBCUTIS];
    answer->closed_h                = in_units(bands[ENGINE_CLOSED], ENGINE_S_PER_H);
    answer->half_life_h             = in_units(bands[ENGINE_HALF_TIME], ENGINE_S_PER_H);
    answer->dose_frac               = bands[ENGINE_DOSE];
    answer->beyond_share_of_members = mean_of(&ensemble, ENGINE_BEYOND);
    answer->is_density_known        = setup->needles != 0 || setup->density_per_cm2 > 0;
    answer->is_coverage_known       = answer->is_density_known && setup->needle_diameter_mm > 0;
    answer->is_minutes_known        = setup->needles != 0 && setup->speed_cm_s > 0;
    answer->is_dose_known           = answer->is_density_known && setup->reach_mm_max > 0;
    answer->is_closure_extrapolated = world.setting_m > world.channel.depth_m_known;
    return ST_OK;
}

enum status engine_reach(const struct engine_setup *setup, struct engine_depths *depths,
                         struct arena scratch, struct fault *fault) {
    const double mn_in_n = 1e3;
    TRY(reach_check(setup, fault));
    struct engine_world world = world_from(setup);
    struct ensemble     ensemble;
    ensemble_init(&ensemble, ENGINE_REACHED, setup->members, &scratch);
    TRY(ensemble_fill(&ensemble, &setup->effort, reached_outputs, &world, fault));

    // bands, back in clinical units
    struct ensemble_band *bands;
    TRY(bands_of(&ensemble, &setup->effort, &bands, &scratch, fault));
    *depths                        = (struct engine_depths){.beyond_frac = bands[ENGINE_BEYOND]};
    depths->achieved_mm            = in_units(bands[ENGINE_MEDIAN], m_from_mm(1));
    depths->force_mn               = in_units(bands[ENGINE_FORCE], 1 / mn_in_n);
    depths->beyond_share_of_people = mean_of(&ensemble, ENGINE_BEYOND);
    depths->is_force_extrapolated  = piercing_is_extrapolated(&world.piercing, world.tip_m);
    for (int i = 0; i < SKIN_LAYERS; i++) depths->layer_share[i] = bands[ENGINE_SHARES + i];
    const double *errors = ensemble_row(&ensemble, ENGINE_SHARES_ERROR);
    for (int i = 0; i < setup->members; i++)
        depths->shares_error = fmax(depths->shares_error, errors[i]);
    return ST_OK;
}

enum status engine_pass_density(const struct engine_setup *setup, double *density_per_cm2,
                                struct fault *fault) {
    TRY(device_check(setup, setup->speed_cm_s, fault));
    if (setup->needles == 0)
        return fault_at(fault, ST_CONTENT, "needles: 0: out of range; allowed: 1 to 10000");
    struct pattern_device device = device_from(setup);
    *density_per_cm2 =
        pattern_density_m2(&device, m_s_from_cm_s(setup->speed_cm_s)) / per_m2_from_cm2(1);
    return ST_OK;
}

enum status engine_speed(const struct engine_setup *setup, double density_per_cm2,
                         double *speed_cm_s, struct fault *fault) {
    TRY(device_check(setup, ENGINE_SPEED_CM_S_MIN, fault));
    if (setup->device != DEVICE_PEN)
        return fault_at(fault, ST_CONTENT, "device: %d: only a pen's density depends on its speed",
                        setup->device);
    const struct engine_bound bounds[] = {
        {"passes", setup->passes, 1, 1000},
        {"density_per_cm2", density_per_cm2, 0.001, 1e7},
    };
    TRY(BOUNDS_CHECK(bounds, fault));
    struct pattern_device device = device_from(setup);
    double speed = pattern_speed_m_s(&device, setup->passes, per_m2_from_cm2(density_per_cm2)) /
                   m_s_from_cm_s(1);
    const struct engine_bound result[] = {
        {"speed_cm_s", speed, ENGINE_SPEED_CM_S_MIN, ENGINE_SPEED_CM_S_MAX}};
    TRY(BOUNDS_CHECK(result, fault));
    *speed_cm_s = speed;
    return ST_OK;
}

enum status engine_setup_check(const struct engine_setup *setup, struct fault *fault) {
    return setup_check(setup, fault);
}

struct engine_member engine_member(const struct engine_setup *setup, int member) {
    struct engine_world   world   = world_from(setup);
    struct engine_needled needled = needled_of(&world, member, member);
    double                out[ENGINE_OUTPUTS];
    depth_outputs(&needled, out);
    pattern_outputs(&world, member, out);
    double half_life_s = channel_half_life_s(&world.channel, world.is_occluded,
                                             share_of(&world, member, ENGINE_HALF_LIFE));
    return (struct engine_member){out[ENGINE_DENSITY], out[ENGINE_MEDIAN], world.needle_m,
                                  half_life_s};
}
