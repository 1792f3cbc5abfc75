// Equation  share of bin i = P(D <= b_{i+1}) - P(D <= b_i) of insertion,  b_i = i w; of the last
//           1 - P(D <= b_i)
// Method    closed form per person; people at the shares (k + 1/2) / n of the ratio.
// Validity  that of insertion.
// SPDX-License-Identifier: Apache-2.0
#include "engine/section.h"

#include "engine/bound.h"
#include "engine/insertion.h"

#include <math.h>

enum { SECTION_PEOPLE = 200 };

static enum status setup_check(const struct section_setup *s, struct fault *fault) {
    const struct engine_bound bounds[] = {
        {"puncture_sigma", s->puncture_sigma, 0, ENGINE_PRIOR_SIGMA_MAX},
        {"depth_mm", s->depth_mm, 0.01, 20},
        {"bin_mm", s->bin_mm, 0.001, 20},
        {"n_bins", s->n_bins, 1, SECTION_BINS_MAX},
    };
    TRY(BOUNDS_CHECK(bounds, fault));
    return engine_prior_check(&s->ratio, "ratio", 0.01, 10, fault);
}

enum status section_spread(const struct section_setup *setup, struct ensemble_band *bins,
                           struct arena scratch, struct fault *fault) {
    TRY(setup_check(setup, fault));
    const struct insertion_prior prior = {setup->ratio, setup->puncture_sigma};
    struct ensemble              ensemble;
    ensemble_init(&ensemble, setup->n_bins, SECTION_PEOPLE, &scratch);
    for (int k = 0; k < SECTION_PEOPLE; k++) {
        struct insertion person = insertion_of(&prior, setup->depth_mm, (k + 0.5) / SECTION_PEOPLE);
        double           above  = 0;
        for (int i = 0; i < setup->n_bins; i++) {
            bool   is_last = i == setup->n_bins - 1;
            double next    = is_last ? 1 : insertion_frac_above(&person, (i + 1) * setup->bin_mm);
            ensemble_row(&ensemble, i)[k] = fmax(next - above, 0);
            above                         = next;
        }
    }
    for (int i = 0; i < setup->n_bins; i++) bins[i] = ensemble_band(&ensemble, i, scratch);
    return ST_OK;
}
