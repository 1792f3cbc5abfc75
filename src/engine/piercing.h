// piercing: the force at which a needle goes through the skin.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_PIERCING_H
#define STIPPLE_ENGINE_PIERCING_H

#include "engine/prior.h"

#include <stdbool.h>

struct piercing_prior {
    struct engine_prior force_n;                // at the finest tip that was measured
    struct engine_prior slope_n_m;              // force over diameter of the tip
    double              tip_m_min, tip_m_max;   // tips that were measured
};

// Force on one needle in the skin at `share` of both priors, 0 < share < 1. Never negative.
double piercing_force_n(const struct piercing_prior *prior, double tip_m, double share);

// Is this tip finer or blunter than any that was measured?
bool piercing_is_extrapolated(const struct piercing_prior *prior, double tip_m);

#endif
