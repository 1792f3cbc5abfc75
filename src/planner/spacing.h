// spacing: other treatments of the same skin, beside the sittings of this plan: from when on, and
// until when.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_SPACING_H
#define STIPPLE_PLANNER_SPACING_H

#include "planner/planning.h"

// Fills plan->spacing, counted from the next sitting; empty without one.
void spacing_plan(struct planning *planning);

#endif
