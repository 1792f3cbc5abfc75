// limits_given: which sittings that were given count for what.
//
// A sitting counts for zones it met (a whole stands for its parts); one without zones counts for
// all of them. Cancelled ones, those agreed for later, and those after today do not.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIMITS_GIVEN_H
#define STIPPLE_KNOWLEDGE_LIMITS_GIVEN_H

#include "domain/limits.h"
#include "knowledge/view.h"

// The sitting met one of the zones, or names none. Whether it was given is not asked.
bool limits_given_meets(const struct view *view, const struct patient_sitting *sitting,
                        const struct names *zones);

// It was given, today at the latest.
bool limits_given_counts(const struct view *view, const struct patient_sitting *sitting);

// How many were given to one of the zones, the first and the last.
struct limits_given limits_given_to(const struct view *view, const struct names *zones);

// The zones of all goals of one indication.
struct names limits_given_parts(const struct view *view, const char *indication);

#endif
