// calendar: what is when: preparation, test spot, sittings, photographs, check-ins, reviews,
// maintenance.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_CALENDAR_H
#define STIPPLE_PLANNER_CALENDAR_H

#include "planner/planning.h"

// Fills plan->calendar from the planned dates and the tasks, in order of days, nothing before the
// day of the plan. ST_CONTENT: knowledge lacks a number. ST_LIMIT: more than LIMIT_CALENDAR.
MUST_CHECK enum status calendar_plan(struct planning *planning);

#endif
