// settings_asked: what to know about settings that were asked for in place of the advice.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_SETTINGS_ASKED_H
#define STIPPLE_PLANNER_SETTINGS_ASKED_H

#include "planner/planning.h"
#include "planner/settings_depth.h"

// Remarks for a zone whose settings are there: what differs from the advice, what lies beyond the
// label, the steps, what was published or aimed at, and what the device cannot do.
void settings_asked_say(struct planning *planning, const struct planning_zone *zone,
                        const struct settings_depth *depth, struct plan_zone *out);

#endif
