// SPDX-License-Identifier: Apache-2.0
#include "engine/course.h"

#include "engine/bound.h"
#include "engine/channel.h"
#include "engine/mathk.h"
#include "engine/philox.h"
#include "engine/purpose.h"
#include "engine/recovery.h"

#include <math.h>

enum { COURSE_S_PER_H = 3600, COURSE_S_PER_D = 86400 };

enum course_output {
    COURSE_RESTED,
    COURSE_SYNTHESIS,
    COURSE_BEYOND,
    COURSE_STARTS,
    COURSE_ENDS    = COURSE_STARTS + COURSE_PHASES,
    COURSE_BY_DAY  = COURSE_ENDS + COURSE_PHASES,   // redness, sensitivity and barrier, day by day
    COURSE_OUTPUTS = COURSE_BY_DAY + 3 * COURSE_DAYS
};

_Static_assert((int)COURSE_OUTPUTS <= (int)ENSEMBLE_OUTPUTS, "a member's outputs");

// A setup in SI.
struct course_world {
    const struct course_setup *setup;
    struct recovery_prior      redness, sensitivity;
    struct healing             healing;
    struct healing_share       share;
    struct healing_phases      slow;
    struct course_people       people;
    double                     times_s[COURSE_DAYS];
    int                        n_times;
};

// ---- the door: clinical units in and out

static double s_from_d(double d) { return d * COURSE_S_PER_D; }
static double per_s_from_d(double per_d) { return per_d / COURSE_S_PER_D; }

struct healing_rates course_rates(const struct course_healing *h) {
    return (struct healing_rates){
        .alarm_per_s            = per_s_from_d(h->alarm_per_d),
        .neutrophils_per_s      = per_s_from_d(h->neutrophils_per_d),
        .repair_per_s           = per_s_from_d(h->repair_per_d),
        .macrophages_per_s      = per_s_from_d(h->macrophages_per_d),
        .macrophages_late_per_s = per_s_from_d(h->macrophages_late_per_d),
        .fibroblasts_per_s      = per_s_from_d(h->fibroblasts_per_d),
        .myofibroblasts_per_s   = per_s_from_d(h->myofibroblasts_per_d),
        .contraction_end_per_s  = per_s_from_d(h->contraction_end_per_d),
        .by_neutrophils_frac    = h->by_neutrophils_frac,
        .myofibroblast_yield    = h->myofibroblast_yield,
        .collagen_scale         = h->collagen_scale,
        .new_iii                = h->new_iii,
        .new_i                  = h->new_i,
        .rest_iii_frac          = h->rest_iii_frac,
        .collagen_loss_per_s    = per_s_from_d(h->collagen_loss_per_d),
    };
}

static struct recovery_prior lasting_from(const struct course_lasting *lasting) {
    return recovery_of(s_from_d(lasting->median_d), lasting->sigma, lasting->study_frac);
}

static struct course_world world_from(const struct course_setup *s) {
    const struct course_healing *h     = &s->healing;
    struct healing_rates         rates = course_rates(h);
    struct course_world          world = {
                 .setup       = s,
                 .redness     = lasting_from(&s->redness),
                 .sensitivity = lasting_from(&s->sensitivity),
                 .healing     = healing_of(&rates),
                 .share       = {h->phase_over_frac, h->remodelling_frac},
                 .people      = {h, s->age_y, s->is_smoker, s->seed},
                 .n_times     = s->n_days,
    };
    world.slow = healing_phases_slow(&world.healing, &world.share);
    for (int i = 0; i < s->n_days; i++) world.times_s[i] = s_from_d(s->days[i]);
    return world;
}

// ---- what may come in

static enum status lasting_check(const struct course_setup *s, struct fault *fault) {
    const struct engine_bound bounds[] = {
        {"redness.median_d", s->redness.median_d, 0.001, 1000},
        {"redness.sigma", s->redness.sigma, 0, ENGINE_PRIOR_SIGMA_MAX},
        {"redness.study_frac", s->redness.study_frac, 0, 1},
        {"sensitivity.median_d", s->sensitivity.median_d, 0.001, 1000},
        {"sensitivity.sigma", s->sensitivity.sigma, 0, ENGINE_PRIOR_SIGMA_MAX},
        {"sensitivity.study_frac", s->sensitivity.study_frac, 0, 1},
        {"closure.closed_frac", s->closure.closed_frac, 0.0001, 1},
        {"wish_d", s->wish_d, 0, 1000},
    };
    TRY(engine_prior_check(&s->closure.half_life_h, "closure.half_life_h", 0.001, 10000, fault));
    TRY(engine_prior_check(&s->closure.half_life_h_occluded, "closure.half_life_h_occluded", 0.001,
                           10000, fault));
    return BOUNDS_CHECK(bounds, fault);
}

// The rates of the chain must be apart, or its closed form has no digits left.
static enum status chain_check(const struct course_healing *h, struct fault *fault) {
    static const char *const names[HEALING_RATES] = {"alarm_per_d",
                                                     "neutrophils_per_d",
                                                     "repair_per_d + macrophages_per_d",
                                                     "macrophages_late_per_d",
                                                     "fibroblasts_per_d + myofibroblasts_per_d",
                                                     "contraction_end_per_d"};
    struct healing_rates     rates                = course_rates(h);
    double                   rate_per_s[HEALING_RATES];
    healing_chain(&rates, rate_per_s);
    for (int i = 0; i < HEALING_RATES; i++)
        for (int k = 0; k < i; k++)
            if (!(fabs(rate_per_s[i] - rate_per_s[k]) >
                  HEALING_APART * fmax(rate_per_s[i], rate_per_s[k])))
                return fault_at(fault, ST_CONTENT,
                                "healing.%s: %g: too near to %s; allowed: a thousandth apart",
                                names[i], rate_per_s[i] * COURSE_S_PER_D, names[k]);
    return ST_OK;
}

enum status course_healing_check(const struct course_healing *h, struct fault *fault) {
    const struct engine_bound bounds[] = {
        {"healing.alarm_per_d", h->alarm_per_d, 0.001, 100},
        {"healing.neutrophils_per_d", h->neutrophils_per_d, 0.001, 100},
        {"healing.repair_per_d", h->repair_per_d, 0.001, 100},
        {"healing.macrophages_per_d", h->macrophages_per_d, 0, 100},
        {"healing.macrophages_late_per_d", h->macrophages_late_per_d, 0.001, 100},
        {"healing.fibroblasts_per_d", h->fibroblasts_per_d, 0, 100},
        {"healing.myofibroblasts_per_d", h->myofibroblasts_per_d, 0.001, 100},
        {"healing.contraction_end_per_d", h->contraction_end_per_d, 0.001, 100},
        {"healing.collagen_loss_per_d", h->collagen_loss_per_d, 0, 0.001},
        {"healing.by_neutrophils_frac", h->by_neutrophils_frac, 0, 1},
        {"healing.myofibroblast_yield", h->myofibroblast_yield, 0, 1000},
        {"healing.collagen_scale", h->collagen_scale, 1e-3, 1e9},
        {"healing.new_iii", h->new_iii, 0, 1},
        {"healing.new_i", h->new_i, 0.001, 1},
        {"healing.rest_iii_frac", h->rest_iii_frac, 0, 1},
        {"healing.phase_over_frac", h->phase_over_frac, 0.001, 0.5},
        {"healing.remodelling_frac", h->remodelling_frac, 0.001, 0.999},
        {"healing.age_scale_y", h->age_scale_y, 0, 0.1},
        {"healing.age_most_y", h->age_most_y, 0, 0.1},
    };
    TRY(BOUNDS_CHECK(bounds, fault));
    TRY(engine_prior_check(&h->speed, "healing.speed", 0.05, 50, fault));
    TRY(engine_prior_check(&h->exchange_per_d, "healing.exchange_per_d", 0, 1, fault));
    TRY(engine_prior_check(&h->order_d, "healing.order_d", 0.1, 1000, fault));
    TRY(engine_prior_check(&h->smoking, "healing.smoking", 0.01, 10, fault));
    return chain_check(h, fault);
}

static enum status setup_check(const struct course_setup *s, struct fault *fault) {
    const struct engine_bound bounds[] = {
        {"members", s->members, 1, INFINITY},
        {"threads", s->effort.threads, 0, LIMIT_THREADS},
        {"age_y", s->age_y, 0, 150},
        {"n_days", s->n_days, 0, COURSE_DAYS},
    };
    TRY(BOUNDS_CHECK(bounds, fault));
    if (s->members > LIMIT_MEMBERS)
        return fault_at(fault, ST_LIMIT, "members: %d: too many; allowed: 1 to %d", s->members,
                        LIMIT_MEMBERS);
    for (int i = 0; i < s->n_days; i++) {
        const struct engine_bound day[] = {{"days", s->days[i], 0, 10000}};
        TRY(BOUNDS_CHECK(day, fault));
    }
    TRY(lasting_check(s, fault));
    return course_healing_check(&s->healing, fault);
}

// ---- one member

static double share_of(uint64_t seed, int member, enum engine_purpose purpose) {
    struct philox_place place  = {seed, (uint32_t)member, purpose, ENGINE_NO_ZONE};
    struct philox       stream = philox_at(&place);
    return philox_draw(&stream);
}

static double score_of(const struct course_world *world, int member, enum engine_purpose purpose) {
    return mathk_normal_at(share_of(world->setup->seed, member, purpose));
}

// Drawn in the unit of its prior.
static double drawn(const struct course_people *people, int member, enum engine_purpose purpose,
                    const struct engine_prior *prior) {
    return engine_prior_at(prior, share_of(people->seed, member, purpose));
}

struct healing_member course_member(const struct course_people *people, int member) {
    const struct course_healing *h = people->healing;
    struct engine_prior exchange   = engine_prior_scaled(&h->exchange_per_d, per_s_from_d(1));
    struct engine_prior order      = engine_prior_scaled(&h->order_d, s_from_d(1));
    double              synthesis  = 1;
    if (people->age_y > 0)
        synthesis *= healing_age_factor(people->age_y, h->age_scale_y, h->age_most_y,
                                        share_of(people->seed, member, ENGINE_AGE));
    if (people->is_smoker) synthesis *= drawn(people, member, ENGINE_SMOKING, &h->smoking);
    return (struct healing_member){drawn(people, member, ENGINE_SPEED, &h->speed), synthesis,
                                   drawn(people, member, ENGINE_EXCHANGE, &exchange),
                                   drawn(people, member, ENGINE_ORDER, &order)};
}

double course_half_life_s(const struct engine_closure *closure, bool is_occluded, uint64_t seed,
                          int member) {
    struct channel_prior channel = {
        engine_prior_scaled(&closure->half_life_h, COURSE_S_PER_H),
        engine_prior_scaled(&closure->half_life_h_occluded, COURSE_S_PER_H), closure->closed_frac,
        0};
    return channel_half_life_s(&channel, is_occluded, share_of(seed, member, ENGINE_HALF_LIFE));
}

// What a person sees and feels. Returns the half-life of the channels.
static double seen_outputs(const struct course_world *world, int member, double *out) {
    const struct recovery_prior *red = &world->redness, *tender = &world->sensitivity;
    double red_s    = recovery_median_s(red, score_of(world, member, ENGINE_REDNESS_STUDY));
    double tender_s = recovery_median_s(tender, score_of(world, member, ENGINE_SENSITIVITY_STUDY));
    const struct course_setup *setup = world->setup;
    double                     half_life_s =
        course_half_life_s(&setup->closure, setup->is_occluded, setup->seed, member);
    out[COURSE_BEYOND] = recovery_still_frac(red, red_s, s_from_d(setup->wish_d));
    for (int i = 0; i < world->n_times; i++) {
        double *day = out + COURSE_BY_DAY + 3 * i;
        day[0]      = recovery_still_frac(red, red_s, world->times_s[i]);
        day[1]      = recovery_still_frac(tender, tender_s, world->times_s[i]);
        day[2]      = 1 - channel_open_frac(world->times_s[i], half_life_s);
    }
    return half_life_s;
}

// One possible study's truth and one of its persons, in SI. out [COURSE_OUTPUTS]
static void member_outputs(const void *of, int member, double *out) {
    const struct course_world *world       = of;
    double                     half_life_s = seen_outputs(world, member, out);
    struct healing_member      person      = course_member(&world->people, member);
    struct healing_course      course      = healing_course_of(&world->healing, &person);
    struct healing_phases phases = healing_phases_of(&course, &person, &world->slow, &world->share);
    double               *starts = out + COURSE_STARTS, *ends = out + COURSE_ENDS;
    starts[COURSE_INFLAMMATION]  = 0;
    ends[COURSE_INFLAMMATION]    = phases.inflammation_s;
    starts[COURSE_PROLIFERATION] = phases.proliferation_s;
    ends[COURSE_PROLIFERATION]   = phases.proliferation_s_end;
    starts[COURSE_REMODELLING]   = phases.remodelling_s;
    ends[COURSE_REMODELLING]     = phases.remodelling_s_end;
    out[COURSE_RESTED] =
        fmax(phases.inflammation_s, channel_closed_s(half_life_s, world->share.over));
    out[COURSE_SYNTHESIS] = person.synthesis;
}

// ---- all members

static struct ensemble_band in_days(struct ensemble_band band) {
    for (int i = 0; i < ENSEMBLE_POINTS; i++) band.p[i] /= COURSE_S_PER_D;
    return band;
}

// One person's own duration is log-normal with the whole spread: its band needs no members.
static struct ensemble_band downtime_of(const struct recovery_prior *red) {
    static const double  shares[ENSEMBLE_POINTS] = {0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975};
    double               sigma                   = recovery_whole_sigma(red);
    struct ensemble_band band;
    for (int i = 0; i < ENSEMBLE_POINTS; i++)
        band.p[i] = red->median_s * mathk_exp(sigma * mathk_normal_at(shares[i])) / COURSE_S_PER_D;
    return band;
}

enum status course_run(const struct course_setup *setup, struct course_answer *answer,
                       struct arena scratch, struct fault *fault) {
    TRY(setup_check(setup, fault));
    struct course_world  world = world_from(setup);
    struct ensemble_band bands[COURSE_OUTPUTS];
    struct ensemble      ensemble;
    ensemble_init(&ensemble, COURSE_BY_DAY + 3 * setup->n_days, setup->members, &scratch);
    TRY(ensemble_fill(&ensemble, &setup->effort, member_outputs, &world, fault));
    TRY(ensemble_bands(&ensemble, &setup->effort, bands, scratch, fault));

    // bands, back in clinical units
    *answer = (struct course_answer){
        .downtime_d = downtime_of(&world.redness),
        .rested_d   = in_days(bands[COURSE_RESTED]),
        .synthesis  = bands[COURSE_SYNTHESIS],
        .beyond     = bands[COURSE_BEYOND],
    };
    for (int i = 0; i < COURSE_PHASES; i++) {
        answer->starts_d[i] = in_days(bands[COURSE_STARTS + i]);
        answer->ends_d[i]   = in_days(bands[COURSE_ENDS + i]);
    }
    for (int i = 0; i < setup->n_days; i++) {
        const struct ensemble_band *day = bands + COURSE_BY_DAY + 3 * i;
        answer->redness[i]              = day[0];
        answer->sensitivity[i]          = day[1];
        answer->barrier[i]              = day[2];
    }
    return ST_OK;
}
