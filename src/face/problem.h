// problem: an error as application/problem+json: {type, title, status, detail, field}.
//
// The type is "urn:stipple:problem:SLUG"; slugs and their titles stand in one table. `field` is a
// JSON pointer into the body ("/goals/0/zones/1"), the name of a query or a header, or null.
// Nothing in a problem tells of files, versions or the inside of the program.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_PROBLEM_H
#define STIPPLE_FACE_PROBLEM_H

#include "domain/field.h"
#include "face/exchange.h"

enum problem_at {         // which routes a problem can come from
    PROBLEM_ANY   = 1,    // every one
    PROBLEM_PATH  = 2,    // only a path or a method that is no route
    PROBLEM_TOKEN = 4,    // those that want a token
    PROBLEM_QUERY = 8,    // those that take a query
    PROBLEM_ID    = 16,   // those that end in an id
    PROBLEM_BODY  = 32,   // those that read a body
    PROBLEM_WORK  = 64    // those that a worker answers
};

// slug, code of HTTP, where it can come from, title, when it comes
#define PROBLEM_LIST(X)                                                                            \
    X("head", 400, PROBLEM_ANY, "The request is not well formed",                                  \
      "a line of the head that no client writes")                                                  \
    X("query", 400, PROBLEM_QUERY, "The query is not acceptable",                                  \
      "a name or a value of the query that is unknown, repeated or wrong")                         \
    X("malformed", 400, PROBLEM_BODY, "The body cannot be read", "a body that is no JSON or YAML") \
    X("token", 401, PROBLEM_TOKEN, "A token is needed", "no token, or a wrong one")                \
    X("origin", 403, PROBLEM_ANY, "Other pages are not answered", "a request of another site")     \
    X("denied", 403, PROBLEM_WORK, "This is not allowed here", "what is not set up here")          \
    X("unknown", 404, PROBLEM_ID, "There is no such thing",                                        \
      "a path, a part, an id or a noun that is not known")                                         \
    X("method", 405, PROBLEM_PATH, "This method is not answered here",                             \
      "a method that the path does not take")                                                      \
    X("cancelled", 409, PROBLEM_WORK, "The request was called off",                                \
      "work that a newer request replaced, or that was called off")                                \
    X("conflict", 409, PROBLEM_WORK, "This work is already there", "a name of work in use")        \
    X("too-large", 413, PROBLEM_BODY, "The body is too large", "a body beyond the limit")          \
    X("long-target", 414, PROBLEM_ANY, "The target is too long",                                   \
      "a path or query beyond the limit")                                                          \
    X("media", 415, PROBLEM_BODY, "This kind of body is not read",                                 \
      "a body that is not said to be JSON or YAML")                                                \
    X("expect", 417, PROBLEM_ANY, "What the client expects is not offered",                        \
      "an Expect other than 100-continue")                                                         \
    X("host", 421, PROBLEM_ANY, "This host is not served here", "a name of a host not ours")       \
    X("content", 422, PROBLEM_BODY, "The content is not acceptable",                               \
      "a body that does not fit its schema, or contradicts itself")                                \
    X("limit", 422, PROBLEM_BODY, "A limit is exceeded", "more of something than is taken")        \
    X("long-head", 431, PROBLEM_ANY, "The head is too long", "more fields than are taken")         \
    X("internal", 500, PROBLEM_ANY, "The server could not answer", "an error of the program")      \
    X("busy", 503, PROBLEM_ANY, "The server is busy", "no room for more work; try again")          \
    X("stale", 503, PROBLEM_WORK, "The work took too long", "work called off for its age")         \
    X("stopping", 503, PROBLEM_ANY, "The server is stopping", "a server that ends")

struct problem {
    const char   *type, *title;
    struct amount status;
    const char   *detail, *field;
    struct amount line, column;   // in the body, from 1
};
extern const struct noun problem_noun;

struct problem_kind {
    const char     *slug;
    int             code;
    enum problem_at at;
    const char     *title, *when;
};
extern const struct problem_kind problem_kinds[];   // ended by a row without a slug

extern const char problem_media[];   // "application/problem+json"

// The place of a fault of that name: "body:1:9: ..." is line 1, column 9; 0, 0 where it names none.
struct doc_place problem_place(const char *fault, const char *name);

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
