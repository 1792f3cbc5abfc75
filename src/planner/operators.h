// operators: who holds the device on the days of treatment, and what their place allows.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_OPERATORS_H
#define STIPPLE_PLANNER_OPERATORS_H

#include "planner/planning.h"

// Remarks, each with a caution: a licence or training that ends before a planned day, of the
// operator asked for, or of all who may use the device; and where the clinic names its place, a
// depth beyond what was read of its law.
void operators_plan(struct planning *planning);

#endif
