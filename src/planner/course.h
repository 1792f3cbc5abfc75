// course: what follows a sitting: redness, tenderness and barrier by day, make-up, the phases of
// healing, and whether the wish for few days of redness is met.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_COURSE_H
#define STIPPLE_PLANNER_COURSE_H

#include "planner/planning.h"

// Fills the days and the downtime of plan->course (after the next sitting, until the one that
// follows it) and plan->healing (phases after every planned sitting); all empty without one. Reads
// the dates and the aftercare of the plan. ST_CONTENT: knowledge lacks a number, or gives one the
// engine refuses.
MUST_CHECK enum status course_plan(struct planning *planning);

#endif
