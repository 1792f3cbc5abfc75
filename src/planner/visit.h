// visit: how long a sitting takes, step by step.
//
// Needling keeps the pace (advice) unless the device, as computed, takes longer; both are said.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_VISIT_H
#define STIPPLE_PLANNER_VISIT_H

#include "planner/planning.h"

// The steps of one visit, a part of each treatment; the last of them is the whole (id "total").
// Raises planning->visit_minutes to what it takes, over the members.
struct list visit_steps(struct planning *planning, int part);

// A wish about what is random is held against this percentile of it.
double visit_late(const struct ensemble_band *minutes);

// Share of members above a value, linear between the percentiles of their band; below the lowest of
// these and from the highest on, the share of that end, beyond which the band says nothing.
double visit_share_above(const struct ensemble_band *band, double value);

// That share of 100: "38", or "more than 97" and "fewer than 3" beyond the band.
const char *visit_share_said(const struct planning *planning, const struct ensemble_band *band,
                             double value);

#endif
