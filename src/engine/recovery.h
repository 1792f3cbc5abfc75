// recovery: how long something that everybody has after a sitting lasts: redness, tender skin.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_RECOVERY_H
#define STIPPLE_ENGINE_RECOVERY_H

struct recovery_prior {
    double median_s;       // over studies
    double study_sigma;    // ln, between studies
    double person_sigma;   // ln, between the persons of one study
};

// Splits a spread of ln into the two, study_frac of its square between studies.
struct recovery_prior recovery_of(double median_s, double sigma, double study_frac);

double recovery_whole_sigma(const struct recovery_prior *prior);

// The median of one possible study's persons, at the standard normal z_study.
double recovery_median_s(const struct recovery_prior *prior, double z_study);
// Share of them who still have it at time_s >= 0: 1 at 0, never rising.
double recovery_still_frac(const struct recovery_prior *prior, double median_s, double time_s);

#endif
