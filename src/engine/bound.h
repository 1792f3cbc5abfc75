// bound: what may come in at a door of the engine.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_BOUND_H
#define STIPPLE_ENGINE_BOUND_H

#include "base/status.h"

struct engine_bound {
    const char *name;
    double      value, low, high;
};

// ST_CONTENT, naming the first that is out of its range. NaN is in no range.
MUST_CHECK enum status engine_bound_check(const struct engine_bound *bounds, int n,
                                          struct fault *fault);
#define BOUNDS_CHECK(bounds, fault)                                                                \
    engine_bound_check(bounds, (int)(sizeof(bounds) / sizeof *(bounds)), fault)

#endif
