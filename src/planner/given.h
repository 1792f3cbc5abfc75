// given: what was done and seen before, beside what is planned.
//
// A zone that is planned again names the settings of its last sitting, with what was noted then;
// where the plan goes deeper than any part of it got, or the record holds what the device cannot be
// set to, that is said. What was measured is listed with what was measured before the course.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_GIVEN_H
#define STIPPLE_PLANNER_GIVEN_H

#include "planner/planning.h"

// Once the dates are set: fills plan->seen, and adds remarks.
void given_plan(struct planning *planning);

#endif
