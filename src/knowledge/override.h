// override: a rule set aside by somebody who may, with a reason. What does not count is said so.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_OVERRIDE_H
#define STIPPLE_KNOWLEDGE_OVERRIDE_H

#include "knowledge/view.h"

// Do the overrides and the letters of the patient name rules that exist? ST_CONTENT with the place.
MUST_CHECK enum status override_rules_known(const struct view *view, struct fault *fault);

// Applies the overrides to `findings` [*n, room for `most`]. A finding that is set aside becomes a
// caution, keeps its class before and what it excludes. An override that sets nothing aside adds a
// finding that says what it lacks.
void override_apply(const struct view *view, struct finding *findings, int *n, int most);

#endif
