// screen: may this person be treated, with what, from when, and why.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_SCREEN_H
#define STIPPLE_SERVICE_SCREEN_H

#include "domain/patient.h"
#include "knowledge/screen.h"
#include "service/session.h"

struct screen_answer {
    struct patient   patient;
    struct doc       file;   // of the patient, as it was read (field_copy); its hash is the input's
    struct view      view;
    struct screening screening;
};

// Reads the patient and screens. ST_CONTENT, ST_LIMIT with the place of what is wrong.
MUST_CHECK enum status screen_run(struct session *session, const struct session_input *input,
                                  struct screen_answer *answer);

#endif
