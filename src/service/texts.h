// texts: every text of the knowledge that a person reads.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_TEXTS_H
#define STIPPLE_SERVICE_TEXTS_H

#include "domain/texts.h"
#include "service/session.h"

// Those of one list, or of all (NULL). ST_UNKNOWN: no list of that name has texts; the fault says
// which have.
MUST_CHECK enum status texts_run(struct session *session, const char *list, struct texts *texts);

#endif
