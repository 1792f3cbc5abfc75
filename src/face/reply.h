// reply: the answer of a verb in the forms that the command line writes and the web sends.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_REPLY_H
#define STIPPLE_FACE_REPLY_H

#include "face/page.h"
#include "service/verb.h"

// One line of JSON. Text that has one form only (VERB_LINES) as it is.
void reply_json(const struct verb_reply *reply, struct text *out);

// What the person takes home of a plan (VERB_PLAN), for a terminal.
void reply_sheet(const struct session *session, const struct verb_reply *reply, struct page *page);

// A plan (VERB_PLAN) as a page for a browser or a printer: the clinician's, or what the person
// takes home. [n]
const char *reply_page(const struct session *session, const struct verb_reply *reply,
                       bool is_person, ptrdiff_t *n);

#endif
