// engine_uptake: the door to what the skin takes up, before a sitting or after it, where clinical
// units become SI. Its members are those of the sitting.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_ENGINE_UPTAKE_H
#define STIPPLE_ENGINE_ENGINE_UPTAKE_H

#include "engine/engine.h"
#include "engine/uptake.h"

enum { ENGINE_UPTAKE_TIMES_MAX = 48 };

struct engine_uptake_setup {
    struct engine_setup    sitting;   // is_occluded: film or mask over what lies on the skin
    struct uptake_law      law;       // kp_log10 and cap_m_s in cm/h
    struct uptake_molecule molecule;

    // what is put on, when, and for how long
    double strength_mg_ml;   // 0 = not known: only the ratio is answered
    double dose_ug_cm2;      // of the agent; 0 = more than can go in
    double contact_min;      // then it is washed off
    double delay_h;          // from the sitting until it goes on
    bool   is_needled;       // false: before the sitting; there are no channels

    // what is uncertain
    struct engine_prior kp_factor, ion_ratio, floor_cm_h;
    struct engine_prior patency, channel_radius_um;   // never wider than the needle, if known
    double              channel_um_most;              // no deeper part of a channel takes part

    const double *times_min;   // [n_times] for the curve, from when it goes on
    int           n_times;     // 0..ENGINE_UPTAKE_TIMES_MAX
};

struct engine_uptake_answer {
    struct ensemble_band intact_cm_h, holes_cm_h;   // permeability; of the channels when it goes on
    struct ensemble_band flux_ug_cm2_h;             // when it goes on
    struct ensemble_band intact_flux_ug_cm2_h;
    struct ensemble_band taken_up_ug_cm2;   // in the contact time
    struct ensemble_band intact_ug_cm2;     // through whole skin in the same time
    struct ensemble_band enhancement;       // ratio of the two
    struct ensemble_band amount_ug_cm2[ENGINE_UPTAKE_TIMES_MAX];   // [n_times] taken up by then
    bool                 is_amount_known;                          // else fluxes and amounts are 0
    double               lag_min;                                  // of whole skin; a lower end
    double               neutral_frac;   // share without charge of what lies on the skin
};

// Computes *answer. Member i is the one engine_sitting has; its own draws do not depend on how many
// there are, nor on the zone. ST_CONTENT, naming the argument: not a number, out of range, or a
// needled sitting without a density. ST_LIMIT: too many members or times.
MUST_CHECK enum status engine_uptake(const struct engine_uptake_setup *setup,
                                     struct engine_uptake_answer *answer, struct arena scratch,
                                     struct fault *fault);

#endif
