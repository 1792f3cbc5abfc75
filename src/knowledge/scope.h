// scope: what a finding concerns: the person, zones, a spot, kinds of device, agents.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_SCOPE_H
#define STIPPLE_KNOWLEDGE_SCOPE_H

#include "knowledge/evaluate.h"

// Fills the scope of a finding about `item`. False: out of scope, nothing is found. *is_unknown:
// the zones of the item are not known, so the goal zones stand in for them.
bool scope_fill(const struct view *view, const struct rule_scope *rule,
                const struct evaluate_item *item, struct finding_scope *scope, bool *is_unknown);

// Does it lie in a goal zone, or is it not about zones?
bool scope_counts(const struct view *view, const struct finding_scope *scope);

#endif
