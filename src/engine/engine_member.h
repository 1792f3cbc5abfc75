// engine_member: one member of a sitting, for the other doors of the engine: they go on with
// the same person and operator.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_ENGINE_MEMBER_H
#define STIPPLE_ENGINE_ENGINE_MEMBER_H

#include "engine/engine.h"

struct engine_member {
    double density_m2;    // 0: not known
    double channel_m;     // median depth
    double needle_m;      // diameter; 0: not known
    double half_life_s;   // of the channels
};

// ST_CONTENT, ST_LIMIT as for engine_sitting.
MUST_CHECK enum status engine_setup_check(const struct engine_setup *setup, struct fault *fault);

// The member engine_sitting has at this place. Expects a setup that passed the check.
struct engine_member engine_member(const struct engine_setup *setup, int member);

#endif
