// SPDX-License-Identifier: Apache-2.0
#include "engine/prior.h"

#include "engine/mathk.h"

double engine_prior_at(const struct engine_prior *prior, double share) {
    if (prior->is_uniform) return prior->low + share * (prior->high - prior->low);
    return prior->median * mathk_exp(prior->sigma * mathk_normal_at(share));
}

struct engine_prior engine_prior_scaled(const struct engine_prior *prior, double factor) {
    struct engine_prior scaled = *prior;
    scaled.median *= factor;
    scaled.low *= factor;
    scaled.high *= factor;
    return scaled;
}

enum status engine_prior_check(const struct engine_prior *prior, const char *name, double low,
                               double high, struct fault *fault) {
    if (prior->is_uniform) {
        if (!(prior->low >= low && prior->high <= high && prior->low <= prior->high))
            return fault_at(fault, ST_CONTENT,
                            "%s: %g to %g: out of range; allowed: %g to %g, low before high", name,
                            prior->low, prior->high, low, high);
        return ST_OK;
    }
    if (!(prior->median >= low && prior->median <= high))
        return fault_at(fault, ST_CONTENT, "%s: median %g: out of range; allowed: %g to %g", name,
                        prior->median, low, high);
    if (!(prior->sigma >= 0 && prior->sigma <= ENGINE_PRIOR_SIGMA_MAX))
        return fault_at(fault, ST_CONTENT, "%s: sigma %g: out of range; allowed: 0 to %g", name,
                        prior->sigma, ENGINE_PRIOR_SIGMA_MAX);
    return ST_OK;
}
