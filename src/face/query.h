// query: what stands behind the mark of a target, read strictly: each name once, none that the
// route does not take, values as the command line takes them.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_QUERY_H
#define STIPPLE_FACE_QUERY_H

#include "face/param.h"
#include "service/verb.h"

enum query_form { QUERY_JSON, QUERY_REPORT, QUERY_SHEET };

struct query {
    struct session_options options;   // on, seed and members; the rest is zero
    const char            *codes;     // NULL = not asked for
    bool                   claims;
    enum query_form        as;
};

struct query_row {
    const char        *name;
    enum param_kind    kind;
    ptrdiff_t          offset;   // in struct query
    double             min, max;
    const char *const *words;      // PARAM_TEXT: what it may be, and then an int; NULL = any text
    const char        *only;       // the verb that takes it; NULL = every verb
    bool               is_place;   // it takes the place of an id
    const char        *help;
};
extern const struct query_row query_rows[];   // ended by a row without a name

// Does the route of that verb take this row? Never, for a route without a verb. `has_id`: its path
// ends in an id, beside which neither codes nor claims are asked for.
bool query_is_taken(const struct query_row *row, const struct verb *verb, bool has_id);

// Reads `text` for such a route. ST_CONTENT, ST_LIMIT: *name is then the name that is wrong, "" if
// it cannot be told.
MUST_CHECK enum status query_read(struct query *query, const char *text, const struct verb *verb,
                                  bool has_id, const char **name, struct arena *arena,
                                  struct fault *fault);

// The text that n percent-encoded bytes stand for. NULL: a broken escape, or what they stand for
// is no UTF-8 or has control characters.
const char *query_decoded(const char *bytes, ptrdiff_t n, struct arena *arena);

#endif
