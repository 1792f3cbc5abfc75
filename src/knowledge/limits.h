// limits: compiles for a screened person what may be planned, and checks a finished plan against
// it.
//
// A place (goal zone x device at hand) is closed by a finding that refuses or asks, and by one that
// defers without a date or with a new screening after it; a deferral with a date moves its first
// day. A letter or a prescriber's decision that is outstanding leaves the place open from the day
// to look again and becomes a task. A home device is never planned.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIMITS_H
#define STIPPLE_KNOWLEDGE_LIMITS_H

#include "domain/limits.h"
#include "domain/plan.h"
#include "knowledge/view.h"

// Everything belongs to view->arena. ST_CONTENT: the patient names an operator whom the clinic does
// not have or a budget in another currency, or knowledge lacks a number that limits need.
MUST_CHECK enum status limits_compile(const struct view *view, const struct screening *screening,
                                      struct limits *limits, struct fault *fault);

// ST_LIMIT, naming the breach: the plan leaves the limits. It is our bug, never repaired.
MUST_CHECK enum status limits_check(const struct limits *limits, const struct knowledge *knowledge,
                                    const struct plan *plan, struct fault *fault);

#endif
