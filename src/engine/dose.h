// dose: how much of the dermis one sitting reaches, as an index to compare sittings by.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_DOSE_H
#define STIPPLE_ENGINE_DOSE_H

#include "engine/insertion.h"

// How far a channel is felt, log-uniform between the two: both ends of the scale are as likely.
double dose_reach_m(double low_m, double high_m, double share);

// Share of the dermis within reach_m of a channel, 0..1: 0 without punctures or reach. Rises with
// density, reach and depth; says nothing about the result.
double dose_frac(const struct insertion *insertion, const struct skin_layers *layers,
                 double density_m2, double reach_m);

#endif
