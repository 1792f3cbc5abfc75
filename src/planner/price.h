// price: what a sitting and the whole course cost.
//
// From the clinic's list: one price for the face however many parts of it are treated, one more for
// each other region, and the add-ons that were asked for. Without a price for a region, the
// published range. The course counts the sittings already given.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_PRICE_H
#define STIPPLE_PLANNER_PRICE_H

#include "planner/planning.h"

// Fills plan->price->session and planning->price_high, in the currency of the clinic, in which
// limits_compile has found the budget too.
void price_session(struct planning *planning);

// Fills plan->price->total for so many sittings, to_come for those with a date, and the remarks
// about validity.
void price_course(struct planning *planning, int sittings);

// What another way costs in all: 0 for doing nothing; from the clinic's list an add-on to our
// course; our course with another kind of device from the list, else at the published price; any
// other way the published price of a sitting times the sittings in the studies. NULL: what it takes
// is not known. After price_course.
struct quantity *price_way(const struct planning *planning, const struct way *way);

#endif
