// limits_place: what may be done in one zone with one device.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIMITS_PLACE_H
#define STIPPLE_KNOWLEDGE_LIMITS_PLACE_H

#include "domain/limits.h"
#include "knowledge/view.h"

// The place of one option of a screening. `operator` may be NULL.
struct limits_place limits_place_of(const struct view *view, const struct screening *screening,
                                    const struct option_verdict  *option,
                                    const struct clinic_operator *operator);

#endif
