// evidence_check: the check of the whole knowledge base, as an answer.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_EVIDENCE_CHECK_H
#define STIPPLE_SERVICE_EVIDENCE_CHECK_H

#include "service/session.h"

// Every complaint and the counts, as `reply` and as *lines: a line for each complaint, then
// "N sources N rules ... N unsourced". ST_CONTENT, with both written: there is a complaint.
MUST_CHECK enum status evidence_check(struct session *session, const char **lines,
                                      struct doc *reply);

#endif
