// limits_advice: the lines of aftercare for one person, with the later ends that person and clinic
// bring about. What depends on the plan is left to it.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIMITS_ADVICE_H
#define STIPPLE_KNOWLEDGE_LIMITS_ADVICE_H

#include "domain/limits.h"
#include "knowledge/view.h"

// Fills limits->advice, in the order of the catalogue, and limits->is_covered.
void limits_advice_all(const struct view *view, struct limits *limits);

#endif
