// SPDX-License-Identifier: Apache-2.0
#include "engine/engine_healing.h"

#include "engine/bound.h"
#include "engine/channel.h"

#include <math.h>

enum { ENGINE_HEALING_S_PER_D = 86400 };

// Below it the share of collagen III would be rounding divided by rounding.
#define ENGINE_HEALING_NOTHING 1e-9

_Static_assert((int)ENGINE_HEALING_TIMES_MAX <= (int)ENSEMBLE_OUTPUTS, "one curve of a member");

// A setup in SI, and the curve that is followed.
struct engine_healing_world {
    const struct engine_healing_setup *setup;
    struct healing                     healing;
    struct healing_share               share;
    struct healing_phases              slow;
    double                             slow_peak_s[HEALING_GROUPS], peak[HEALING_GROUPS];
    struct course_people               people;
    enum engine_healing_curve          curve;
};

enum engine_healing_output {   // of a member, beside the curves
    ENGINE_HEALING_IMBALANCE,
    ENGINE_HEALING_PEAKS,
    ENGINE_HEALING_STARTS  = ENGINE_HEALING_PEAKS + HEALING_GROUPS,
    ENGINE_HEALING_ENDS    = ENGINE_HEALING_STARTS + COURSE_PHASES,
    ENGINE_HEALING_OUTPUTS = ENGINE_HEALING_ENDS + COURSE_PHASES
};

static double s_from_d(double d) { return d * ENGINE_HEALING_S_PER_D; }

static struct engine_healing_world world_from(const struct engine_healing_setup *s) {
    const struct course_healing *h     = &s->healing;
    struct healing_rates         rates = course_rates(h);
    struct engine_healing_world  world = {.setup   = s,
                                          .healing = healing_of(&rates),
                                          .share   = {h->phase_over_frac, h->remodelling_frac},
                                          .people  = {h, s->age_y, s->is_smoker, s->seed}};
    world.slow                         = healing_phases_slow(&world.healing, &world.share);
    for (int i = 0; i < HEALING_GROUPS; i++)
        healing_peak_slow(&world.healing, (enum healing_group)i, &world.slow_peak_s[i],
                          &world.peak[i]);
    return world;
}

// ---- what may come in

static enum status counts_check(const struct engine_healing_setup *s, struct fault *fault) {
    const struct engine_bound bounds[] = {{"members", s->members, 1, INFINITY},
                                          {"threads", s->effort.threads, 0, LIMIT_THREADS},
                                          {"sessions", s->n_sittings, 1, INFINITY},
                                          {"times", s->n_times, 1, INFINITY}};
    TRY(BOUNDS_CHECK(bounds, fault));
    if (s->members > LIMIT_MEMBERS)
        return fault_at(fault, ST_LIMIT, "members: %d: too many; allowed: 1 to %d", s->members,
                        LIMIT_MEMBERS);
    if (s->n_sittings > LIMIT_SITTINGS)
        return fault_at(fault, ST_LIMIT, "sessions: %d: too many; allowed: 1 to %d", s->n_sittings,
                        LIMIT_SITTINGS);
    if (s->n_times > ENGINE_HEALING_TIMES_MAX)
        return fault_at(fault, ST_LIMIT, "times: %d: too many; allowed: 1 to %d", s->n_times,
                        ENGINE_HEALING_TIMES_MAX);
    return ST_OK;
}

static enum status setup_check(const struct engine_healing_setup *s, struct fault *fault) {
    const struct engine_bound bounds[] = {{"age_y", s->age_y, 0, 150},
                                          {"closed_frac", s->closure.closed_frac, 0.0001, 1}};
    TRY(counts_check(s, fault));
    TRY(BOUNDS_CHECK(bounds, fault));
    for (int i = 0; i < s->n_sittings; i++) {
        const struct engine_bound sitting[] = {{"sessions.t", s->sittings[i].time_d, 0, 10000},
                                               {"sessions.dose", s->sittings[i].dose, 0, 1000}};
        TRY(BOUNDS_CHECK(sitting, fault));
    }
    for (int i = 0; i < s->n_times; i++) {
        const struct engine_bound time[] = {{"times", s->times_d[i], 0, 10000}};
        TRY(BOUNDS_CHECK(time, fault));
    }
    TRY(engine_prior_check(&s->closure.half_life_h, "closure.half_life_h", 0.001, 10000, fault));
    TRY(engine_prior_check(&s->closure.half_life_h_occluded, "closure.half_life_h_occluded", 0.001,
                           10000, fault));
    return course_healing_check(&s->healing, fault);
}

// ---- one member

// What all sittings so far leave of a curve, by their doses.
static double added_up(const struct engine_healing_world *world,
                       const struct healing_course *course, enum engine_healing_curve curve,
                       double time_s) {
    const struct engine_healing_setup *s   = world->setup;
    double                             sum = 0;
    for (int i = 0; i < s->n_sittings; i++) {
        double after_s = time_s - s_from_d(s->sittings[i].time_d), one;
        if (after_s < 0) continue;
        if (curve < ENGINE_HEALING_COLLAGEN)
            one = healing_group_at(course, (enum healing_group)(int)curve, after_s);
        else if (curve == ENGINE_HEALING_ORDERED) one = healing_at(course, HEALING_MATRIX, after_s);
        else one = healing_at(course, HEALING_COLLAGEN_III, after_s);
        if (curve == ENGINE_HEALING_COLLAGEN)
            one += healing_at(course, HEALING_COLLAGEN_I, after_s);
        sum += s->sittings[i].dose * one;
    }
    return sum;
}

static double closed_frac(const struct engine_healing_setup *s, double half_life_s, double time_s) {
    double open = 0;
    for (int i = 0; i < s->n_sittings; i++) {
        double after_s = time_s - s_from_d(s->sittings[i].time_d);
        if (after_s >= 0 && s->sittings[i].dose > 0)
            open += channel_open_frac(after_s, half_life_s);
    }
    return 1 - fmin(1, open);
}

static double iii_frac(const struct engine_healing_world *world,
                       const struct healing_course *course, double time_s) {
    const struct healing_rates *rates = &world->healing.rates;
    double                      all   = added_up(world, course, ENGINE_HEALING_COLLAGEN, time_s);
    if (!(all > ENGINE_HEALING_NOTHING)) return rates->new_iii / (rates->new_iii + rates->new_i);
    return added_up(world, course, ENGINE_HEALING_III, time_s) / all;
}

// One curve of one possible person. out [n_times]
static void member_curve(const void *of, int member, double *out) {
    const struct engine_healing_world *world  = of;
    const struct engine_healing_setup *s      = world->setup;
    struct healing_member              person = course_member(&world->people, member);
    struct healing_course              course = healing_course_of(&world->healing, &person);
    double half_life_s = course_half_life_s(&s->closure, s->is_occluded, s->seed, member);
    for (int i = 0; i < s->n_times; i++) {
        double time_s = s_from_d(s->times_d[i]);
        if (world->curve == ENGINE_HEALING_BARRIER) out[i] = closed_frac(s, half_life_s, time_s);
        else if (world->curve == ENGINE_HEALING_III) out[i] = iii_frac(world, &course, time_s);
        else out[i] = added_up(world, &course, world->curve, time_s);
    }
}

// What one sitting does to one possible person. out [ENGINE_HEALING_OUTPUTS]
static void member_outputs(const void *of, int member, double *out) {
    const struct engine_healing_world *world  = of;
    const struct engine_healing_setup *s      = world->setup;
    struct healing_member              person = course_member(&world->people, member);
    struct healing_course              course = healing_course_of(&world->healing, &person);
    struct healing_phases phases = healing_phases_of(&course, &person, &world->slow, &world->share);
    double               *starts = out + ENGINE_HEALING_STARTS, *ends = out + ENGINE_HEALING_ENDS;
    out[ENGINE_HEALING_IMBALANCE] = 0;
    for (int i = 0; i < s->n_times; i++)
        out[ENGINE_HEALING_IMBALANCE] =
            fmax(out[ENGINE_HEALING_IMBALANCE],
                 healing_imbalance(&world->healing, &person, &course, s_from_d(s->times_d[i])));
    for (int i = 0; i < HEALING_GROUPS; i++)
        out[ENGINE_HEALING_PEAKS + i] = world->slow_peak_s[i] / person.speed;
    starts[COURSE_INFLAMMATION]  = 0;
    ends[COURSE_INFLAMMATION]    = phases.inflammation_s;
    starts[COURSE_PROLIFERATION] = phases.proliferation_s;
    ends[COURSE_PROLIFERATION]   = phases.proliferation_s_end;
    starts[COURSE_REMODELLING]   = phases.remodelling_s;
    ends[COURSE_REMODELLING]     = phases.remodelling_s_end;
}

// ---- all members

static struct ensemble_band in_days(struct ensemble_band band) {
    for (int i = 0; i < ENSEMBLE_POINTS; i++) band.p[i] /= ENGINE_HEALING_S_PER_D;
    return band;
}

static struct ensemble_band exactly(double value) {
    struct ensemble_band band;
    for (int i = 0; i < ENSEMBLE_POINTS; i++) band.p[i] = value;
    return band;
}

static enum status follow(const struct engine_healing_world *world, struct ensemble_band *bands,
                          struct arena scratch, struct fault *fault) {
    const struct engine_healing_setup *s = world->setup;
    struct ensemble                    ensemble;
    ensemble_init(&ensemble, s->n_times, s->members, &scratch);
    TRY(ensemble_fill(&ensemble, &s->effort, member_curve, world, fault));
    return ensemble_bands(&ensemble, &s->effort, bands, scratch, fault);
}

enum status engine_healing(const struct engine_healing_setup *setup,
                           struct engine_healing_answer *answer, struct arena scratch,
                           struct fault *fault) {
    TRY(setup_check(setup, fault));
    struct engine_healing_world world = world_from(setup);
    struct ensemble_band        bands[ENGINE_HEALING_OUTPUTS];
    struct ensemble             ensemble;
    for (int i = 0; i < ENGINE_HEALING_CURVES; i++) {
        world.curve = (enum engine_healing_curve)i;
        TRY(follow(&world, answer->curves[i], scratch, fault));
    }
    ensemble_init(&ensemble, ENGINE_HEALING_OUTPUTS, setup->members, &scratch);
    TRY(ensemble_fill(&ensemble, &setup->effort, member_outputs, &world, fault));
    TRY(ensemble_bands(&ensemble, &setup->effort, bands, scratch, fault));

    // bands, back in clinical units
    for (int i = 0; i < HEALING_GROUPS; i++) {
        answer->peak_d[i] = in_days(bands[ENGINE_HEALING_PEAKS + i]);
        answer->peak[i]   = exactly(world.peak[i]);
    }
    for (int i = 0; i < COURSE_PHASES; i++) {
        answer->starts_d[i] = in_days(bands[ENGINE_HEALING_STARTS + i]);
        answer->ends_d[i]   = in_days(bands[ENGINE_HEALING_ENDS + i]);
    }
    const double *errors = ensemble_row(&ensemble, ENGINE_HEALING_IMBALANCE);
    answer->imbalance    = 0;
    for (int i = 0; i < setup->members; i++) answer->imbalance = fmax(answer->imbalance, errors[i]);
    return ST_OK;
}
