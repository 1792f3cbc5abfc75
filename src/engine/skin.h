// skin: where the layers of one member's skin end.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_SKIN_H
#define STIPPLE_ENGINE_SKIN_H

#include <stdbool.h>

enum skin_layer {
    SKIN_EPIDERMIS,   // stratum corneum and viable epidermis
    SKIN_PAPILLARY_DERMIS,
    SKIN_RETICULAR_DERMIS,
    SKIN_SUBCUTIS,   // everything below the dermis
    SKIN_LAYERS
};

struct skin_prior {
    double male_m, female_m;                   // median of total thickness, epidermis and dermis
    double person_sigma, study_sigma;          // ln: between persons, between studies
    double epidermis_m;                        // at the median thickness of either sex
    double papillary_frac;                     // papillary dermis as a share of the dermis,
    double papillary_m_min, papillary_m_max;   // kept between these
};

struct skin_layers {
    double bottom_m[SKIN_SUBCUTIS];   // lower end of epidermis, papillary and reticular dermis
};

// z_person and z_study are standard normal. Bottoms are positive and do not fall with depth; the
// last is the total thickness. Expects 0 < epidermis_m < the smaller median.
struct skin_layers skin_layers(const struct skin_prior *prior, bool is_male, double z_person,
                               double z_study);

#endif
