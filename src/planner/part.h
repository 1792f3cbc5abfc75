// part: the visits of one treatment. The cream's ceiling may split a treatment over several days;
// without that a treatment is one visit.
//
// A zone is treated at the parts from its first to its last, one after the other; most at one.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_PART_H
#define STIPPLE_PLANNER_PART_H

#include "planner/planning.h"

// Share of a zone's area that is treated at a part, 0..1; over the parts they sum to 1.
double part_share(const struct planning_zone *zone, int part);

// The zones of a part by code, and as they are told: "whole face", "neck, upper chest".
struct names part_zones(const struct planning *planning, int part);
const char  *part_said(const struct planning *planning, int part);

// The last part that treats a zone of this one: intervals count from it.
int part_last_same(const struct planning *planning, int part);

// Of a visit, an index into planning->dates: the number of its treatment, its part, and the last
// visit before that treated one of its zones (the last sitting given if there is none; 0 = none).
int      part_number(const struct planning *planning, int visit);
int      part_of(const struct planning *planning, int visit);
date_day part_before(const struct planning *planning, int visit);

// Treatments still to come.
int part_treatments(const struct planning *planning);

// The day on which zones of the next visit are treated again; 0 = they are not.
date_day part_next(const struct planning *planning);

#endif
