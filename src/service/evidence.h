// evidence: the knowledge behind any rule or number, the codes of any field, and a check of it all.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_EVIDENCE_H
#define STIPPLE_SERVICE_EVIDENCE_H

#include "service/session.h"

struct evidence_counts {
    int sources, rules, notes, entries, unsourced;
};

// One entry by its id, or every entry of a topic (key of a list of the catalogue) as a list.
// The id of a row of the evidence that is no entry gives the entries that rest on it.
// ST_CONTENT: no such id.
MUST_CHECK enum status evidence_run(struct session *session, const char *id, struct doc *reply);

// The codes of a vocabulary, of a field of the patient or the clinic, or the ids of a list.
MUST_CHECK enum status evidence_codes(struct session *session, const char *name, struct doc *reply);

// Counts entries, and those that carry a number or a rule without a source. `complaints` are lines,
// one for each of these; `reply` holds the same.
MUST_CHECK enum status evidence_check(struct session *session, struct evidence_counts *counts,
                                      struct text *complaints, struct doc *reply);

#endif
