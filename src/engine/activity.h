// activity: how much goes on in each phase of healing over the days after a sitting, relative to
// the most of it. A door of the engine of its own, for pictures: clinical units come in.
//
// Nothing is drawn: the people are a fixed lattice over the speed of healing and the lag to order,
// the only two that it depends on, so that the curves are the same in every run.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_ACTIVITY_H
#define STIPPLE_ENGINE_ACTIVITY_H

#include "engine/course.h"

enum { ACTIVITY_TIMES_MAX = 64 };

struct activity_setup {
    struct course_healing healing;
    const double         *times_d;   // [n_times] rising days after the sitting, 0..10000
    int                   n_times;
};

struct activity {   // [n_times] 0..1; each person has a 1 on one of the times
    struct ensemble_band phases[COURSE_PHASES][ACTIVITY_TIMES_MAX];
};

// Computes *activity. ST_CONTENT, naming the argument: not a number or out of range. ST_LIMIT: more
// than ACTIVITY_TIMES_MAX times.
MUST_CHECK enum status activity_over(const struct activity_setup *setup, struct activity *activity,
                                     struct arena scratch, struct fault *fault);

#endif
