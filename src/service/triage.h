// triage: what a check-in calls for, as a verb.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_TRIAGE_H
#define STIPPLE_SERVICE_TRIAGE_H

#include "domain/checkin.h"
#include "domain/triage.h"
#include "service/session.h"

struct triage_reply {
    struct checkin checkin;
    struct triage  triage;
};

// ST_CONTENT, ST_LIMIT with the place of what is wrong.
MUST_CHECK enum status triage_run(struct session *session, const struct session_input *input,
                                  struct triage_reply *reply);

#endif
