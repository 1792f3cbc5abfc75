// reason: why, in words: the text of a rule with its places filled in.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_REASON_H
#define STIPPLE_KNOWLEDGE_REASON_H

#include "knowledge/evaluate.h"

// `pattern` with {until} {zones} {label} {age} {fact} {topic} of the finding, its first letter
// large.
const char *reason_filled(const struct view *view, const char *pattern,
                          const struct finding *finding, const struct evaluate_item *item);

// A text of the catalogue with {names} filled in from pairs, as load_filled.
const char *reason_saying(const struct view *view, const char *id, const char *const *pairs);

// A fact that is not known, as a person would ask for it: "conditions.eczema.status" is
// "eczema: how it stands now".
const char *reason_fact(const struct knowledge *knowledge, const char *fact, struct arena *arena);

#endif
