// planner: from a screened person and the limits to a dated plan. Pure: no files, no clock.
//
//   settings   per zone device, depth, passes, glide; what the engine says about them
//   numbing    cream, within its label
//   price      of a sitting; then series: how many sittings, on which days; then of the course
//   calendar   preparation, sittings, check-ins, reviews
//   uptake     what the skin takes up of the cream and of what was wished for
//   aftercare  after the next sitting; risks; when to call; other ways
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_PLANNER_H
#define STIPPLE_PLANNER_PLANNER_H

#include "base/effort.h"
#include "domain/limits.h"
#include "domain/plan.h"
#include "knowledge/view.h"

#include <stdint.h>

struct planner_run {   // of the ensembles
    int           members;
    struct effort effort;
    uint64_t      seed;
};

// Fills everything of `plan` but its head and its hash; it lives as long as `arena`. The same
// arguments give the same plan, with any number of threads. Where nothing may be treated, zones and
// planned sittings are empty and series is NULL: an answer, not a failure. ST_CONTENT: the budget
// is not in the currency of the clinic; or knowledge lacks a number, or gives one the engine
// refuses. ST_LIMIT: too many members. ST_CANCELLED: called off.
MUST_CHECK enum status planner_plan(const struct view *view, const struct screening *screening,
                                    const struct limits *limits, const struct planner_run *run,
                                    struct plan *plan, struct arena *arena, struct fault *fault);

#endif
