// http_reply: an answer of the routes in the library's form, with the fields every answer has.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_HTTP_REPLY_H
#define STIPPLE_FACE_HTTP_REPLY_H

#include "face/http_core.h"

// Copies the answer, so that its memory is free again. Where no more may be held it is an answer
// that says so; without memory there is none, and the connection ends. Counts what it holds in
// slot->n_held.
void http_reply_make(struct http_slot *slot, const struct response *response);
// A problem of one of the slugs of face/problem.
void http_reply_problem(struct http_slot *slot, int code, const char *slug, const char *detail,
                        struct arena *arena);
// Gives the fields of security, which every answer has, to a response.
// False: there is no memory for them, as in the next.
bool http_reply_secure(const struct http *http, struct MHD_Response *response, const char *policy);
// Adds a field; none if it has no value.
bool http_reply_add(const struct http *http, struct MHD_Response *response, const char *name,
                    const char *value);
// The same as http_reply_problem, for a slot whose request was read: it is ready with it.
void http_reply_refuse(struct http_slot *slot, int code, const char *slug, const char *detail);
// Hands the answer to the library; false: the connection must end.
bool http_reply_send(struct http_slot *slot);
// Forgets the answer and what it holds.
void http_reply_end(struct http_slot *slot);

#endif
