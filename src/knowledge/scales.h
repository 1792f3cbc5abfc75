// scales: does what a patient file measures lie on the scale it names?
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_SCALES_H
#define STIPPLE_KNOWLEDGE_SCALES_H

#include "knowledge/load.h"

// Every goals[].severity and outcomes[] of a patient file that field_read has read. ST_CONTENT: a
// value beyond the ends of its scale, with its place. A scale without ends takes any number.
MUST_CHECK enum status scales_check(const struct knowledge *knowledge, const struct doc *doc,
                                    const struct list *goals, const struct list *outcomes,
                                    struct arena *arena, struct fault *fault);

#endif
