// blocked: the days on which no sitting may be, from the same facts that schedule goes by.
//
// Of a day from `on`: schedule gives it to no further sitting that follows those before it if and
// only if some row covers it: one that names no zones, or a zone of that sitting. The day of a
// planned sitting is covered by none.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_BLOCKED_H
#define STIPPLE_PLANNER_BLOCKED_H

#include "planner/planning.h"

// Fills plan->blocked, in the order of the first days. Where no days were looked for it has only
// what findings close. After series_plan.
MUST_CHECK enum status blocked_plan(struct planning *planning);

#endif
