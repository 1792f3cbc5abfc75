// route_table: which paths there are. Those under /api/ are made from the verb table, so that the
// web can do what the command line can, and no more.
//
// A verb that takes a file is POST /api/NAME, or POST /api/NAME/{part}; one that takes an id is GET
// /api/NAME/{id}, and GET /api/NAME where the id may be left out. HEAD is taken where GET is.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_ROUTE_TABLE_H
#define STIPPLE_FACE_ROUTE_TABLE_H

#include "face/exchange.h"
#include "service/verb.h"

enum route_kind {
    ROUTE_ASSET,
    ROUTE_HEALTH,
    ROUTE_METRICS,
    ROUTE_OPENAPI,
    ROUTE_VERB,
    ROUTE_PROGRESS
};

struct route {                 // a row of the table, constant for the life of the server
    const char     *pattern;   // "/api/simulate/{part}": what logs and metrics name, never the path
    enum route_kind kind;
    enum request_method method;
    const struct verb  *verb;        // ROUTE_VERB
    bool                is_open;     // no token needed
    bool                is_worked;   // for a worker; else answered at once by who has read it
};

struct route_table {   // only read once it is made
    const struct route *routes;
    int                 n;
};

struct route_table *route_table_make(struct arena *arena);

// "GET, HEAD": as an Allow header names what a route of that method takes.
const char *route_methods(enum request_method method);

#endif
