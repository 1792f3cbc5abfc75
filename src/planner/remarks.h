// remarks: what a reader has to know about a plan as a whole beside its numbers: whose clinic it is
// reckoned for, what no label names, what is not settled, and who disagrees.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_REMARKS_H
#define STIPPLE_PLANNER_REMARKS_H

#include "planner/planning.h"

// After the zones and the series: adds remarks, and fills the disagreement of the plan with what is
// disputed about depth, result, the indications and aftercare (about number and interval: see the
// series).
void remarks_plan(struct planning *planning);

#endif
