// numbing: the cream, its amount and time, and the visits its label asks for.
//
// Grams are dose x area. No more than the label allows goes on at one visit; a larger area is split
// into parts, whole zones together where they fit. A cream without a ceiling cannot be chosen.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_NUMBING_H
#define STIPPLE_PLANNER_NUMBING_H

#include "planner/planning.h"

// Fills plan->numbing, NULL if none is planned, with remarks. Amount and area are those of the
// largest visit.
void numbing_plan(struct planning *planning);

#endif
