// visit: how long a sitting takes, step by step.
//
// Needling takes the longer of what the device can do (computed) and the published pace; both are
// said.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_VISIT_H
#define STIPPLE_PLANNER_VISIT_H

#include "planner/planning.h"

// The steps of one treatment, the last of them the whole (id "total"); where the cream splits it
// into visits, what is done at each counts each time. Sets planning->visit_minutes to what the
// longest of the visits takes, over the members.
struct list visit_steps(struct planning *planning);

// A wish about what is random is held against this percentile of it.
double visit_late(const struct ensemble_band *minutes);

// Share of members above a value, linear between the percentiles of their band; 1 below the lowest
// of these, 0 from the highest on.
double visit_share_above(const struct ensemble_band *band, double value);

#endif
