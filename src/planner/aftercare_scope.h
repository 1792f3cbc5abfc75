// aftercare_scope: which lines of aftercare, warnings and risks belong to this plan.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_AFTERCARE_SCOPE_H
#define STIPPLE_PLANNER_AFTERCARE_SCOPE_H

#include "planner/planning.h"

// Is a planned zone treated with one of these kinds?
bool aftercare_scope_is_kind(const struct planning *planning, int zone, const struct names *kinds);
// A kind that is planned, asked for, or left where none is planned.
bool aftercare_scope_has_device(const struct planning *planning, const struct names *kinds);
// An agent, or one of a group, that is planned or asked for, or may be.
bool aftercare_scope_has_agent(const struct planning *planning, const struct names *agents);
// NULL belongs to any plan.
bool aftercare_scope_belongs(const struct planning *planning, const struct plan_scope *only);
// Do all tests about the person certainly hold?
bool aftercare_scope_holds(const struct planning *planning, const struct list *where);

#endif
