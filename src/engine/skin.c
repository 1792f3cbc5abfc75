// Equation  L = L_sex exp(s_person z1 + s_study z2),  z1, z2 standard normal and independent
//           epidermis e = L (e_0 / L_sex), dermis = L - e, papillary = clamp(f dermis, min, max)
// Method    closed form per member.
// Validity  total thickness of adult skin. Epidermis and dermis keep their proportion, because
//           studies by ultrasound and histology differ four- to six-fold on the epidermis itself.
//           Age and body mass are not in it. The papillary share is textbook memory, unverified.
// Sources   Meng 2022, BMC Med Imaging 22:113, table 2 [R121]; Chopra 2015, Aesthet Surg J 35:1007
//           [R122]; Lee and Hwang 2002, Surg Radiol Anat. The spread between studies, ln(1.8)/2, is
//           derived from female foreheads of 1.06 mm [R121] and 1.86-1.98 mm (50 MHz ultrasound).
// SPDX-License-Identifier: Apache-2.0
#include "engine/skin.h"

#include "engine/mathk.h"

#include <math.h>

struct skin_layers skin_layers(const struct skin_prior *prior, bool is_male, double z_person,
                               double z_study) {
    double median_m = is_male ? prior->male_m : prior->female_m;
    double scale    = mathk_exp(prior->person_sigma * z_person + prior->study_sigma * z_study);
    double total_m = median_m * scale, epidermis_m = prior->epidermis_m * scale;

    double dermis_m    = total_m - epidermis_m;
    double papillary_m = fmin(fmax(prior->papillary_frac * dermis_m, prior->papillary_m_min),
                              prior->papillary_m_max);
    return (struct skin_layers){{epidermis_m, fmin(epidermis_m + papillary_m, total_m), total_m}};
}
