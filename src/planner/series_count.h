// series_count: how many treatments the whole course has.
//
// As many as the goal that leads needs, or as many as are asked for; within the wished least and
// most, and within the budget at the high end of the price. Those given count.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_SERIES_COUNT_H
#define STIPPLE_PLANNER_SERIES_COUNT_H

#include "planner/planning.h"

struct series_count {
    int  target;        // treatments of the whole course
    int  needed;        // fewer than these are a clash
    int  asked;         // 0: the file does not ask for a number, or for the one that is advised
    int  most, least;   // as wished; LIMIT_SITTINGS and 0 where they are not
    int  paid;     // treatments that the budget pays; -1: none is given, or it cannot be checked
    int  unpaid;   // the target before the budget
    bool is_complete;   // every one of them was given
};

// `is_unasked`: as if the file asked for no number.
struct series_count series_count_of(const struct planning *planning, bool is_unasked);

// What to know about the number, and which wishes stand against one another.
void series_count_say(struct planning *planning, const struct series_count *count);

#endif
