// plan: the whole plan for a person, in the seven steps of docs/house.md.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_PLAN_H
#define STIPPLE_SERVICE_PLAN_H

#include "domain/plan.h"
#include "service/screen.h"

struct plan_answer {
    struct screen_answer screened;
    struct plan          plan;
    struct doc           doc;   // the plan as JSON, with its hash
};

// ST_CONTENT, ST_LIMIT with the place of what is wrong. ST_BROKEN if the finished plan breaks a
// limit it was made under, which is a fault of ours.
MUST_CHECK enum status plan_run(struct session *session, const struct session_input *input,
                                struct plan_answer *answer);

#endif
