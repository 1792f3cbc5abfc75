// problem: an error as application/problem+json: {type, title, status, detail, field}.
//
// The type is "urn:stipple:problem:SLUG"; slugs and their titles stand in one table. `field` is a
// JSON pointer into the body ("/goals/0/zones/1"), the name of a query or a header, or null.
// Nothing in a problem tells of files, versions or the inside of the program.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_PROBLEM_H
#define STIPPLE_FACE_PROBLEM_H

#include "base/arena.h"
#include "face/exchange.h"

// slug, code of HTTP, title, when it comes
#define PROBLEM_LIST(X)                                                                            \
    X("head", 400, "The request is not well formed", "a line of the head that no client writes")   \
    X("query", 400, "The query is not acceptable", "an unknown, repeated or wrong name or value")  \
    X("malformed", 400, "The body cannot be read", "a body that is no JSON or YAML")               \
    X("token", 401, "A token is needed", "no token, or a wrong one")                               \
    X("origin", 403, "Other pages are not answered", "a request that another site sent")           \
    X("denied", 403, "This is not allowed here", "what this server is not set up for")             \
    X("unknown", 404, "There is no such thing",                                                    \
      "a path, a part, an id or a noun that is not known")                                         \
    X("method", 405, "This method is not answered here", "a method that the path does not have")   \
    X("cancelled", 409, "The request was called off",                                              \
      "work replaced by a newer request, or called off")                                           \
    X("conflict", 409, "This work is already there", "an id of work that is in use")               \
    X("too-large", 413, "The body is too large", "a body beyond the limit")                        \
    X("media", 415, "This kind of body is not read", "a body that is not said to be JSON or YAML") \
    X("expect", 417, "What the client expects is not offered",                                     \
      "an Expect other than 100-continue")                                                         \
    X("host", 421, "This host is not served here", "a name of a host that is not ours")            \
    X("content", 422, "The content is not acceptable",                                             \
      "a body that does not fit its schema or itself")                                             \
    X("limit", 422, "A limit is exceeded", "more of something than the program takes")             \
    X("internal", 500, "The server could not answer",                                              \
      "an error of the program or of its knowledge")                                               \
    X("busy", 503, "The server is busy", "more work than there is room for; try again")            \
    X("stale", 503, "The work took too long", "work that was called off for its age")              \
    X("stopping", 503, "The server is stopping", "a request to a server that ends")

struct problem_kind {
    const char *slug;
    int         code;
    const char *title, *when;
};
extern const struct problem_kind problem_kinds[];   // ended by a row without a slug

extern const char problem_media[];   // "application/problem+json"

// Fills *response but for what only some answers have (allow, retry_after_s), which stays as it is.
// A slug that the table lacks is given the title of its code. `detail` may be any bytes, NULL = the
// title; `field` may be NULL.
void problem_write(struct response *response, int code, const char *slug, const char *detail,
                   const char *field, struct arena *arena);

// The same from how a verb ended (no ST_OK), with what `fault` says. `name` is how the input is
// called in faults: a fault that does not name it is none of the client's, and its text is kept to
// ourselves.
void problem_from(struct response *response, enum status status, const struct fault *fault,
                  const char *name, struct arena *arena);

// The field a fault names, as a JSON pointer: "body:1:9: goals[0].zones[1]: ..." is
// "/goals/0/zones/1". NULL: it names none, or the whole.
const char *problem_pointer(const char *fault, const char *name, struct arena *arena);

#endif
