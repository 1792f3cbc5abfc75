// section: one zone as a picture shows it: layers to scale, punctures by depth, channels closing.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_SECTION_H
#define STIPPLE_PLANNER_SECTION_H

#include "planner/settings_engine.h"

extern const char *const section_layers[];   // [SKIN_LAYERS] from the surface down

// What the half-lives of channels were measured on, and how far from this place and depth.
const char *section_closing(const struct knowledge *knowledge, const struct zone *skin,
                            bool is_extrapolated);

// Fills out->skin, open and depth_spread from what the engine was asked and has answered.
// Zones before it whose plan is finished lend it what they have alike.
MUST_CHECK enum status section_plan(const struct planning       *planning,
                                    const struct engine_setup   *setup,
                                    const struct engine_answer  *answer,
                                    const struct settings_basis *basis, struct plan_zone *out);

#endif
