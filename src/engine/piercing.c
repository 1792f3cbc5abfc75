// Equation  F = F_min + k (d - d_min),  d the diameter of the tip
// Method    closed form per member; the tougher skin needs more at every tip, so both numbers are
//           drawn at the same share.
// Validity  one solid needle pushed slowly into human skin outside the body, tips of 5 to 37 um;
//           beyond them, and for fast, hollow or neighbouring needles, extrapolated.
// Sources   20 mN at 5 um to 167 mN at 37 um, linear in the diameter: Romgens 2014, J Mech Behav
//           Biomed Mater [romgens-2014]. Polymer needles of unknown tips took 28-30 mN, Olatunji
//           2013 [olatunji-2013], which is not used.
// SPDX-License-Identifier: Apache-2.0
#include "engine/piercing.h"

#include <math.h>

double piercing_force_n(const struct piercing_prior *prior, double tip_m, double share) {
    double slope_n_m = engine_prior_at(&prior->slope_n_m, share);
    return fmax(engine_prior_at(&prior->force_n, share) + slope_n_m * (tip_m - prior->tip_m_min),
                0);
}

bool piercing_is_extrapolated(const struct piercing_prior *prior, double tip_m) {
    return tip_m < prior->tip_m_min || tip_m > prior->tip_m_max;
}
