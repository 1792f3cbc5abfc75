// channel: how long the channels stay open.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_CHANNEL_H
#define STIPPLE_ENGINE_CHANNEL_H

#include "engine/prior.h"

#include <stdbool.h>

struct channel_prior {
    struct engine_prior half_life_s, half_life_s_occluded;   // of the excess admittance
    double              closed_frac;     // excess left at which channels count as closed
    double              depth_m_known;   // deepest channels the half-lives were measured on
};

// The half-life of the member at `share` of the prior, 0 < share < 1.
double channel_half_life_s(const struct channel_prior *prior, bool is_occluded, double share);
// Share of the excess admittance left at time_s >= 0; 1 at 0.
double channel_open_frac(double time_s, double half_life_s);
// When that share has fallen to closed_frac, 0 < closed_frac <= 1.
double channel_closed_s(double half_life_s, double closed_frac);

#endif
