// evidence: the knowledge behind any rule or number, and the codes of any field.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_EVIDENCE_H
#define STIPPLE_SERVICE_EVIDENCE_H

#include "service/session.h"

// What is behind `id`: one entry, with everything that speaks of it; one number of an entry
// ("cheeks.depth"); every entry of a list; or every entry that speaks of a topic, a code or a row
// of the evidence, most binding first. ST_UNKNOWN: there is no such thing.
MUST_CHECK enum status evidence_run(struct session *session, const char *id, struct doc *reply);

// How much there is of everything, and the topics that can be looked up.
MUST_CHECK enum status evidence_overview(struct session *session, struct doc *reply);

// What articles claim, each with its verdict, and how often each verdict stands there.
MUST_CHECK enum status evidence_claims(struct session *session, struct doc *reply);

// The codes of a vocabulary, of a field of the patient or the clinic, or the ids of a list.
MUST_CHECK enum status evidence_codes(struct session *session, const char *name, struct doc *reply);

#endif
