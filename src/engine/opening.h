// opening: channels over the hours after needling, as the electrical admittance of the skin sees
// them. A door of the engine of its own: clinical units come in and go out.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_OPENING_H
#define STIPPLE_ENGINE_OPENING_H

#include "engine/engine.h"

struct opening_setup {
    struct engine_closure closure;
    double                depth_mm;   // the setting
    bool                  is_occluded;
    int                   members;
    struct effort         effort;
    uint64_t              seed;
    const double         *times_h;   // [n_times] hours after needling, 0..LIMIT_OPENING_H
    int                   n_times;   // 0..ENSEMBLE_OUTPUTS - 3
};

struct opening {
    struct ensemble_band  half_life_h, closed_h;
    struct ensemble_band *open_frac;         // [n_times] share of the opening that is left
    double                residual;          // largest departure from closed_frac at closed_h
    bool                  is_extrapolated;   // setting deeper than closure.depth_mm_known
};

// Hours until the channels of one person are closed, in closed form: nothing is drawn, so that
// it is the same in every run. ST_CONTENT: a prior or closed_frac is out of range.
MUST_CHECK enum status opening_closed(const struct engine_closure *closure, bool is_occluded,
                                      struct ensemble_band *closed_h, struct fault *fault);

// Share of the opening that is left at each of the times, [n_times], out of the band of half-lives:
// it rises with the half-life, so its percentiles are theirs. Times are 0 or more.
void opening_left(const struct ensemble_band *half_life_h, const double *times_h, int n_times,
                  struct ensemble_band *open_frac);

// Computes *opening; its bands live in `arena`. Draws the half-lives that engine_sitting draws.
// ST_CONTENT, ST_LIMIT as there.
MUST_CHECK enum status opening_over(const struct opening_setup *setup, struct opening *opening,
                                    struct arena *arena, struct fault *fault);

#endif
