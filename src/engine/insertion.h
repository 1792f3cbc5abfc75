// insertion: how deep the channels of one member reach, and in which layers they end.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_INSERTION_H
#define STIPPLE_ENGINE_INSERTION_H

#include "engine/prior.h"
#include "engine/skin.h"

struct insertion_prior {
    struct engine_prior ratio;   // channel depth over setting, between persons and operators
    double              puncture_sigma;   // ln, between the punctures of one sitting
};

struct insertion {   // the punctures of one member: log-normal depths
    double median_m, puncture_sigma;
};

// The member at `share` of the ratio, 0 < share < 1.
struct insertion insertion_of(const struct insertion_prior *prior, double setting_m, double share);

// Share of punctures that end at depth_m or above it.
double insertion_frac_above(const struct insertion *insertion, double depth_m);
// Depth that 95 of 100 punctures do not pass.
double insertion_m_p95(const struct insertion *insertion);
// Share of punctures that end in each layer [SKIN_LAYERS]; none negative, sum 1 within 1e-12. A
// channel that ends on a border belongs to the layer above.
void insertion_shares(const struct insertion *insertion, const struct skin_layers *layers,
                      double *shares);

#endif
