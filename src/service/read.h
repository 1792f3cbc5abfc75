// read: a patient file, held against everything that a plan would refuse in it, as it was read.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_READ_H
#define STIPPLE_SERVICE_READ_H

#include "service/screen.h"

// Reads the patient and checks what a plan checks of a file before it begins; answer->file is what
// the file holds. ST_CONTENT, ST_LIMIT with the place of what is wrong, as plan_run tells it.
MUST_CHECK enum status read_run(struct session *session, const struct session_input *input,
                                struct screen_answer *answer);

#endif
