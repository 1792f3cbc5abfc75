// aftercare: what to do and not to do after the next sitting, when to call, what can go wrong, and
// what the skin is doing meanwhile.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_AFTERCARE_H
#define STIPPLE_PLANNER_AFTERCARE_H

#include "planner/planning.h"

// Fills plan->aftercare and plan->healing (dated from the next sitting; empty without one), and
// plan->risks and plan->watch (always). ST_CONTENT: knowledge lacks a phase.
MUST_CHECK enum status aftercare_plan(struct planning *planning);

#endif
