// series: how many sittings, on which days, and which wishes stand against one another.
//
// The number is that of the indication that needs most from now on, within the wished least and
// most and the budget (at the high end of the price); the sittings already given to its zones
// count. What does not fit is left out, and the pair of wishes that cannot both be met is named.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_SERIES_H
#define STIPPLE_PLANNER_SERIES_H

#include "planner/planning.h"

// Fills plan->series, plan->sessions, planning->dates, planning->test_spot and conflicts. Without a
// planned zone only the sittings given are listed. ST_CONTENT: knowledge lacks a number.
MUST_CHECK enum status series_plan(struct planning *planning);

// The day of the first or the last review of one goal, once the dates are set; 0 = none.
date_day series_review(const struct planning *planning, const struct limits_course *course,
                       bool is_last);

#endif
