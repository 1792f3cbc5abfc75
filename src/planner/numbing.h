// numbing: the cream, its amount and time, and the visits its label asks for.
//
// Grams are dose x area. No more than the label allows goes on at one visit; a larger area is split
// into visits, whole zones together where they fit. A cream without a ceiling cannot be chosen.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_NUMBING_H
#define STIPPLE_PLANNER_NUMBING_H

#include "planner/planning.h"

// Fills plan->numbing, NULL if none is planned, with remarks, and planning->n_parts with the parts
// of the zones. Amount and area are those of the largest visit. ST_CONTENT: knowledge lacks a
// number.
MUST_CHECK enum status numbing_plan(struct planning *planning);

#endif
