// clashes: wishes that cannot both be met, each pair in words: with its dates, what fits all the
// same, and what would help. The pairs themselves are named where they are found.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_CLASHES_H
#define STIPPLE_PLANNER_CLASHES_H

#include "planner/planning.h"

// Once the dates, the calendar and all conflicts are there: fills plan->clashes, one for each pair
// of plan->conflicts and in their order.
void clashes_plan(struct planning *planning);

#endif
