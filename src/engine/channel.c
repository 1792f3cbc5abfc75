// Equation  open(t) = 2^(-t/T),  T log-normal between persons;  closed at  t_c = T log2(1/theta)
// Method    closed form per member.
// Validity  electrical admittance of patch holes up to about 1 mm on the upper arm: beyond 1 mm,
//           and on the face, extrapolated. Water loss and dye see the same holes differently (water
//           loss above its baseline for 24-48 h, pores visible beyond 24 h) and get constants of
//           their own later. Skin covered with film is another world: half-life 24 h instead of
//           less than 1 h.
// Sources   covered: half-life 23.69 +- 13.67 h, closed after 60.34 +- 14.69 h, Ogunjimi 2021,
//           PMC8259462 [R111]; theta = 2^-(60.34/23.69) = 0.17 is derived from it (mean over mean).
//           Open to air: closed within 2 h, Gupta 2011, J Control Release [R113].
// SPDX-License-Identifier: Apache-2.0
#include "engine/channel.h"

#include "engine/mathk.h"

double channel_half_life_s(const struct channel_prior *prior, bool is_occluded, double share) {
    return engine_prior_at(is_occluded ? &prior->half_life_s_occluded : &prior->half_life_s, share);
}

double channel_open_frac(double time_s, double half_life_s) {
    return mathk_exp2(-time_s / half_life_s);
}

double channel_closed_s(double half_life_s, double closed_frac) {
    return half_life_s * -mathk_log2(closed_frac);
}
