// section: how the depths of the punctures of one sitting are spread. A door of the engine of its
// own, for pictures: clinical units come in.
//
// Nothing is drawn: the people are fixed steps over the ratio of depth to setting, the only number
// that it depends on, so that the shares are the same in every run.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_SECTION_H
#define STIPPLE_ENGINE_SECTION_H

#include "engine/ensemble.h"
#include "engine/prior.h"

enum { SECTION_BINS_MAX = 48 };

struct section_setup {
    struct engine_prior ratio;            // channel depth over setting
    double              puncture_sigma;   // ln, between the punctures of one sitting
    double              depth_mm;         // the setting
    double              bin_mm;           // width of a bin; the first begins at the surface
    int                 n_bins;           // the last takes all that is deeper too
};

// Share of a person's punctures that end in each bin, [n_bins]; of one person they sum to 1.
// ST_CONTENT, naming the argument: not a number or out of range.
MUST_CHECK enum status section_spread(const struct section_setup *setup, struct ensemble_band *bins,
                                      struct arena scratch, struct fault *fault);

#endif
