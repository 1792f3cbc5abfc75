// prior: one uncertain number of the engine, as knowledge gives it.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_PRIOR_H
#define STIPPLE_ENGINE_PRIOR_H

#include "base/status.h"

#include <stdbool.h>

struct engine_prior {
    double median, sigma;   // log-normal: median, and standard deviation of ln; 0 = known exactly
    double low, high;       // uniform: its ends; not read otherwise
    bool   is_uniform;
};

// The value below which `share` of the distribution lies, 0 < share < 1. Rises with share.
double engine_prior_at(const struct engine_prior *prior, double share);

// The same distribution in a unit `factor` times smaller.
struct engine_prior engine_prior_scaled(const struct engine_prior *prior, double factor);

// ST_CONTENT, naming `name`, unless median (or both ends, in order) lie in low..high and sigma in
// 0..ENGINE_PRIOR_SIGMA_MAX. NaN is refused.
#define ENGINE_PRIOR_SIGMA_MAX 3.0
MUST_CHECK enum status engine_prior_check(const struct engine_prior *prior, const char *name,
                                          double low, double high, struct fault *fault);

#endif
