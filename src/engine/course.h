// course: what follows a sitting, day by day and phase by phase. A second door of the engine, for
// what belongs to the person and not to a zone: clinical units become SI here too.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_COURSE_H
#define STIPPLE_ENGINE_COURSE_H

#include "engine/engine.h"
#include "engine/healing.h"

enum { COURSE_DAYS = 16 };

struct course_lasting {   // see recovery.h; log-normal
    double median_d, sigma;
    double study_frac;   // of the square of sigma, between studies
};

struct course_healing {   // see healing.h; rates per day
    double alarm_per_d, neutrophils_per_d, repair_per_d, macrophages_per_d, macrophages_late_per_d;
    double fibroblasts_per_d, myofibroblasts_per_d, contraction_end_per_d, collagen_loss_per_d;
    double by_neutrophils_frac, myofibroblast_yield, collagen_scale, new_iii, new_i, rest_iii_frac;
    double phase_over_frac, remodelling_frac;   // where phases begin and end
    struct engine_prior speed;
    struct engine_prior exchange_per_d, order_d;
    double              age_scale_y, age_most_y;   // see healing_age_factor
    struct engine_prior smoking;                   // factor on collagen made
};

struct course_setup {
    struct course_lasting redness, sensitivity;
    struct engine_closure closure;   // as for engine_sitting
    bool                  is_occluded;
    struct course_healing healing;
    double                age_y;   // 0 = not known: no effect of age
    bool                  is_smoker;

    double days[COURSE_DAYS];   // after the sitting, at which to answer
    int    n_days;
    double wish_d;   // redness at most; 0 = no wish

    int           members;
    struct effort effort;   // the same answer for any
    uint64_t      seed;
};

enum course_phase { COURSE_INFLAMMATION, COURSE_PROLIFERATION, COURSE_REMODELLING, COURSE_PHASES };

struct course_answer {
    struct ensemble_band redness[COURSE_DAYS];       // share of people who are still red
    struct ensemble_band sensitivity[COURSE_DAYS];   // share of people whose skin is still tender
    struct ensemble_band barrier[COURSE_DAYS];       // share of the opening that is closed
    struct ensemble_band downtime_d;                 // redness of one person, exact
    struct ensemble_band beyond;                     // as redness, at wish_d
    struct ensemble_band starts_d[COURSE_PHASES], ends_d[COURSE_PHASES];
    struct ensemble_band rested_d;    // inflammation is over and the barrier closed
    struct ensemble_band synthesis;   // factor of age and smoking on collagen made
};

// Computes *answer. Member i draws the same numbers whatever `members` and days are, and the
// half-life that engine_sitting draws. ST_CONTENT, naming the argument: not a number, out of range,
// or two rates of the chain too near to each other. ST_LIMIT: more than LIMIT_MEMBERS members.
MUST_CHECK enum status course_run(const struct course_setup *setup, struct course_answer *answer,
                                  struct arena scratch, struct fault *fault);

// ---- for the other door to healing: the same numbers and the same people

struct course_people {
    const struct course_healing *healing;
    double                       age_y;   // as in course_setup
    bool                         is_smoker;
    uint64_t                     seed;
};

// ST_CONTENT as for course_run.
MUST_CHECK enum status course_healing_check(const struct course_healing *healing,
                                            struct fault                *fault);

// In SI. Expects numbers that passed the check.
struct healing_rates course_rates(const struct course_healing *healing);

// The member course_run has at this place.
struct healing_member course_member(const struct course_people *people, int member);

// The half-life of the channels that it and engine_sitting have at this place, in seconds.
double course_half_life_s(const struct engine_closure *closure, bool is_occluded, uint64_t seed,
                          int member);

#endif
