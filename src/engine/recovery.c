// Equation  T = m exp(s1 z1 + s2 z2), z1 between studies and z2 between persons, standard normal;
//           still(t) = P(T > t | z1) = 1 - Phi(ln(t / (m exp(s1 z1))) / s2)
//           s1^2 = c s^2,  s2^2 = (1 - c) s^2
// Method    closed form. A member is one possible truth of a study: over members, still(t) has the
//           band of what is not known; T of one person has the whole spread s, in closed form.
// Validity  duration from first to last seen redness, whatever the depth, density, device and skin
//           type: no study ties it to any of them. Nobody measured it hour by hour.
// Sources   hours to three days in most studies, seven days in a review: Hong Kong J Dermatol 2018
//           [R17], Martin and Huang 2021 [R76], Chu 2021 [R71]; tender like a sunburn for 36 to
//           48 h, one clinic [R199]. Median and s of redness are put together from these, s of
//           tenderness and c are ours.
// SPDX-License-Identifier: Apache-2.0
#include "engine/recovery.h"

#include "engine/mathk.h"

#include <math.h>

struct recovery_prior recovery_of(double median_s, double sigma, double study_frac) {
    return (struct recovery_prior){median_s, sigma * sqrt(study_frac),
                                   sigma * sqrt(1 - study_frac)};
}

double recovery_whole_sigma(const struct recovery_prior *prior) {
    return sqrt(prior->study_sigma * prior->study_sigma +
                prior->person_sigma * prior->person_sigma);
}

double recovery_median_s(const struct recovery_prior *prior, double z_study) {
    return prior->median_s * mathk_exp(prior->study_sigma * z_study);
}

double recovery_still_frac(const struct recovery_prior *prior, double median_s, double time_s) {
    if (!(time_s > 0)) return 1;
    if (prior->person_sigma == 0) return time_s < median_s;
    return mathk_normal_below(-mathk_log(time_s / median_s) / prior->person_sigma);
}
