// aftercare_line: one line of aftercare with its dates: never sooner than the sources ask for, and,
// where it waits for that, not before the channels are closed.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_AFTERCARE_LINE_H
#define STIPPLE_PLANNER_AFTERCARE_LINE_H

#include "planner/planning.h"
#include "planner/quote.h"

struct aftercare_line_closing {   // when channels are closed, as the skin will be left
    struct ensemble_band closed_h;
    struct quote_basis   basis;
    double               until_h;   // whole hours after which three of four people are closed
    const char          *because;
};

// ST_CONTENT: knowledge lacks a number.
MUST_CHECK enum status aftercare_line_closing_of(const struct planning         *planning,
                                                 struct aftercare_line_closing *closing);

// The line of limits->advice at `at`, counted from a sitting. `to` of a line without an end is the
// day it begins: the caller knows the last day of the plan.
struct plan_advice aftercare_line_of(const struct planning               *planning,
                                     const struct aftercare_line_closing *closing, int at,
                                     date_day sitting);

// The disputes of these ids, as a list of plan_dispute.
struct list aftercare_line_disputes(const struct planning *planning, const struct names *ids);

#endif
