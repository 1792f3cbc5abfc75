// improvement: how much better it may be by a month.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_IMPROVEMENT_H
#define STIPPLE_PLANNER_IMPROVEMENT_H

#include "planner/improvement_pool.h"
#include "planner/planning.h"

// Fills plan->course->months for each planned zone and use, from the sittings that this zone was
// and is to be given; months before today are left out. Without a pool there is no value, and
// `because` says what there is. After the calendar.
MUST_CHECK enum status improvement_plan(struct planning *planning);

#endif
