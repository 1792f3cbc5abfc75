// uptake_setup: what the engine takes to reckon uptake, out of knowledge, and what it rests on.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_UPTAKE_SETUP_H
#define STIPPLE_PLANNER_UPTAKE_SETUP_H

#include "engine/engine_uptake.h"
#include "planner/priors.h"

// Can its uptake be reckoned?
bool uptake_setup_knows(const struct molecule *molecule);

// Fills coefficients, spreads and molecule. `whole` gets what an
// amount through whole skin rests on, `channels` what the channels rest on beside it. ST_CONTENT:
// knowledge lacks a number.
MUST_CHECK enum status uptake_setup_fill(const struct priors   *priors,
                                         const struct molecule *molecule, struct quote_basis *whole,
                                         struct quote_basis         *channels,
                                         struct engine_uptake_setup *setup);

// Fills strength and dose where both are known; without them only the ratio can be reckoned.
MUST_CHECK enum status uptake_setup_dose(const struct priors   *priors,
                                         const struct molecule *molecule, double dose_g_cm2,
                                         struct quote_basis         *basis,
                                         struct engine_uptake_setup *setup);

#endif
