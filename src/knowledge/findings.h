// findings: what every rule finds for a person, after letters, prescribers and overrides.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_FINDINGS_H
#define STIPPLE_KNOWLEDGE_FINDINGS_H

#include "knowledge/view.h"

// All open findings, worst first, then by id. ST_CONTENT: an override of a rule, or a letter for
// one, that does not exist. ST_LIMIT: more than LIMIT_FINDINGS.
MUST_CHECK enum status findings_of(const struct view *view, struct list *findings,
                                   struct fault *fault);

// What one rule finds about the person, without overrides.
void findings_of_rule(const struct view *view, const struct rule *rule, struct list *findings);

// Does the finding concern this zone with this kind of device?
bool findings_concern(const struct finding *finding, const char *zone, const char *kind);

// Adds a source key's text, grade and status to a map of `struct cited`, each once, sorted by key.
void findings_cite(const struct knowledge *knowledge, struct list *cited, const struct names *keys,
                   struct arena *arena);

// The same for every key that stands anywhere in a struct of `noun`.
void findings_cite_all(const struct knowledge *knowledge, struct list *cited,
                       const struct noun *noun, const void *from, struct arena *arena);

#endif
