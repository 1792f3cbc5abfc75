// scales: does what a patient file measures lie on the scale it names?
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_SCALES_H
#define STIPPLE_KNOWLEDGE_SCALES_H

#include "knowledge/load.h"

// Does a value lie on the scale? One without ends, or with a single one, is open there.
bool scales_hold(const struct scale *scale, double value);

// "1 to 4", "at least 0", "at most 9", "any number".
const char *scales_allowed(const struct scale *scale, struct arena *arena);

// Every goals[].severity and outcomes[] of a patient file that field_read has read. ST_CONTENT: a
// value beyond the ends of its scale, with its place. A scale without ends takes any number.
MUST_CHECK enum status scales_check(const struct knowledge *knowledge, const struct doc *doc,
                                    const struct list *goals, const struct list *outcomes,
                                    struct arena *arena, struct fault *fault);

#endif
