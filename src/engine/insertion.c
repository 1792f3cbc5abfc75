// Equation  D = setting * ratio * exp(s z), z standard normal for every puncture, ratio per member
//           P(D <= b) = Phi(ln(b / (setting ratio)) / s)
//           share of a layer = P(D <= its bottom) - P(D <= its top)
// Method    closed form per member, the deepest layer from the upper tail; s = 0 is a step.
// Validity  the channel left open, not the tip's excursion: a dented skin makes the ratio smaller
//           than 1, and nothing stops a draw above 1. Independent of speed, force and wear until
//           the mechanical model replaces the ratio.
// Sources   for the ratio: patch 600 um to 460 um, Donnelly 2011, PMC3016610 [donnelly-2011]; pen
//           about 1 (in words), Sasaki 2019, PMC7671250 [sasaki-2019]; slow steel needles below
//           0.5, Lam 2008 [lam-2008]; roller 0.5-0.7 from memory of Lima 2013 [lima-2013],
//           unverified. The spread between punctures has no source: a default of ours.
// SPDX-License-Identifier: Apache-2.0
#include "engine/insertion.h"

#include "engine/mathk.h"

#include <math.h>

#define INSERTION_Z95 1.6448536269514722   // 95 % point of the standard normal

struct insertion insertion_of(const struct insertion_prior *prior, double setting_m, double share) {
    return (struct insertion){setting_m * engine_prior_at(&prior->ratio, share),
                              prior->puncture_sigma};
}

// Standard score of a depth; infinite when all punctures are equally deep.
static double score(const struct insertion *insertion, double depth_m) {
    if (insertion->puncture_sigma == 0)
        return insertion->median_m <= depth_m ? INFINITY : -INFINITY;
    return mathk_log(depth_m / insertion->median_m) / insertion->puncture_sigma;
}

double insertion_frac_above(const struct insertion *insertion, double depth_m) {
    return mathk_normal_below(score(insertion, depth_m));
}

double insertion_m_p95(const struct insertion *insertion) {
    return insertion->median_m * mathk_exp(insertion->puncture_sigma * INSERTION_Z95);
}

void insertion_shares(const struct insertion *insertion, const struct skin_layers *layers,
                      double *shares) {
    double above = 0;
    for (int i = 0; i < SKIN_SUBCUTIS; i++) {
        double next = insertion_frac_above(insertion, layers->bottom_m[i]);
        shares[i]   = fmax(next - above, 0);
        above       = next;
    }
    shares[SKIN_SUBCUTIS] =
        mathk_normal_below(-score(insertion, layers->bottom_m[SKIN_SUBCUTIS - 1]));
}
