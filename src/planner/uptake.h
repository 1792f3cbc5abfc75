// uptake: what the skin takes up of the numbing cream before needling, and of each agent that was
// wished for, when it may go on and at once for comparison.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_UPTAKE_H
#define STIPPLE_PLANNER_UPTAKE_H

#include "planner/planning.h"

// Fills plan->uptake; empty if nothing is treated. Zones that are needled alike have one entry,
// under the first. What screening closed and what is no small molecule has an entry without
// numbers. ST_CONTENT: knowledge lacks a number, or gives one the engine refuses.
MUST_CHECK enum status uptake_plan(struct planning *planning);

// How often uptake_plan will ask the engine, at most. After the numbing.
int uptake_ensembles(const struct planning *planning);

#endif
