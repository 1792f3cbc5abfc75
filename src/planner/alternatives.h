// alternatives: other ways than needling, doing nothing among them, whatever the screening says.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_ALTERNATIVES_H
#define STIPPLE_PLANNER_ALTERNATIVES_H

#include "planner/planning.h"

// Fills plan->alternatives with the ways that are known for a goal of the person. Ways with a
// device of their own are screened; others are not, and say so.
void alternatives_plan(struct planning *planning);

#endif
