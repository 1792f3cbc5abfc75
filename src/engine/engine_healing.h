// engine_healing: the door to healing over time after one sitting or several: curves of cells and
// new collagen in relative units, and when they peak. Its people are those of course.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_ENGINE_HEALING_H
#define STIPPLE_ENGINE_ENGINE_HEALING_H

#include "engine/course.h"

enum { ENGINE_HEALING_TIMES_MAX = 64 };

enum engine_healing_curve {
    ENGINE_HEALING_CELLS,                                              // the groups of healing.h
    ENGINE_HEALING_COLLAGEN = ENGINE_HEALING_CELLS + HEALING_GROUPS,   // new, of both kinds
    ENGINE_HEALING_ORDERED,                                            // new, and in order
    ENGINE_HEALING_III,       // share of collagen III in the new one
    ENGINE_HEALING_BARRIER,   // share of the opening that is closed
    ENGINE_HEALING_CURVES
};

enum { ENGINE_HEALING_ENSEMBLES = ENGINE_HEALING_CURVES + 1 };   // that one answer makes

struct engine_healing_sitting {
    double time_d, dose;   // from the beginning; 1 = the unit of all curves but the last two
};

struct engine_healing_setup {
    struct course_healing healing;
    struct engine_closure closure;
    bool                  is_occluded;
    double                age_y;   // 0 = not known: no effect of age
    bool                  is_smoker;

    const struct engine_healing_sitting *sittings;   // [n_sittings]
    int                                  n_sittings;
    const double                        *times_d;   // [n_times]
    int                                  n_times;

    int           members;
    struct effort effort;   // the same answer for any
    uint64_t      seed;
};

struct engine_healing_answer {
    struct ensemble_band curves[ENGINE_HEALING_CURVES][ENGINE_HEALING_TIMES_MAX];   // [n_times]
    // of one sitting of dose 1, from it on
    struct ensemble_band peak_d[HEALING_GROUPS], peak[HEALING_GROUPS];
    struct ensemble_band starts_d[COURSE_PHASES], ends_d[COURSE_PHASES];
    double               imbalance;   // of the collagen, largest of a member
};

// Computes *answer. Doses act on cells and collagen; the barrier is opened in full by every sitting
// with a dose. ST_CONTENT, naming the argument: not a number or out of range. ST_LIMIT: too many
// members, sittings or times.
MUST_CHECK enum status engine_healing(const struct engine_healing_setup *setup,
                                      struct engine_healing_answer *answer, struct arena scratch,
                                      struct fault *fault);

#endif
