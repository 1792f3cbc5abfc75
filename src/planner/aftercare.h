// aftercare: what to do and not to do after the next sitting, when to call, what can go wrong.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_AFTERCARE_H
#define STIPPLE_PLANNER_AFTERCARE_H

#include "planner/planning.h"

// Fills plan->aftercare (dated from the next sitting; empty without one), and plan->risks and
// plan->watch (always). ST_CONTENT: knowledge lacks a number.
MUST_CHECK enum status aftercare_plan(struct planning *planning);

#endif
