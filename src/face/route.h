// route: a request to its row of the table, and its answer. No socket and no thread is here.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_ROUTE_H
#define STIPPLE_FACE_ROUTE_H

#include "face/route_table.h"

struct route_match {
    const struct route *route;
    const char         *id;   // the last segment, decoded; NULL = the route has none
    // What logs name: the route, or where the method is refused one of this path; NULL = none.
    const struct route *named;
};

// At the head of a request, before its body. False: *refusal is a problem (404, 405 with `allow`,
// 415, or 400 for the query). Whatever begins with /api/ wants a token, also where nothing is
// found: ask for it first.
bool route_find(const struct route_table *table, const struct request *request,
                struct route_match *match, struct response *refusal, struct arena *arena);

// Answers ROUTE_VERB and ROUTE_OPENAPI; the other kinds belong to others. `opened` is only read,
// and shared (session_share). *response is always filled: what goes wrong is a problem.
void route_answer(const struct route_table *table, const struct route_match *match,
                  const struct request *request, const struct session *opened,
                  struct progress *progress, struct response *response, struct arena *arena);

#endif
