// SPDX-License-Identifier: Apache-2.0
#include "face/route_table.h"

#include <assert.h>

static const struct route fixed[] = {
    {"/healthz", ROUTE_HEALTH, REQUEST_GET, NULL, true, false},
    {"/metrics", ROUTE_METRICS, REQUEST_GET, NULL, false, false},
    {"/api/openapi.json", ROUTE_OPENAPI, REQUEST_GET, NULL, false, true},
    {"/api/plan/progress/{id}", ROUTE_PROGRESS, REQUEST_GET, NULL, false, false},
    {"/api/plan/progress/{id}", ROUTE_PROGRESS, REQUEST_DELETE, NULL, false, false},
    {"/{asset}", ROUTE_ASSET, REQUEST_GET, NULL, true, false},   // whatever is not under /api/
};

enum { FIXED = sizeof fixed / sizeof fixed[0] };

static void add(struct route *routes, int *n, const struct verb *verb, const char *slot,
                struct arena *arena) {
    bool has_file = verb->takes == VERB_FILE || verb->takes == VERB_ID_AND_FILE;
    assert(*n < LIMIT_ROUTES);
    routes[(*n)++] = (struct route){
        .pattern   = arena_format(arena, "/api/%s%s%s%s", verb->name, slot ? "/{" : "",
                                slot ? slot : "", slot ? "}" : ""),
        .kind      = ROUTE_VERB,
        .method    = has_file ? REQUEST_POST : REQUEST_GET,
        .verb      = verb,
        .is_worked = true,
    };
}

struct route_table *route_table_make(struct arena *arena) {
    struct route *routes = ARENA_NEW(arena, struct route, LIMIT_ROUTES);
    int           n      = 0;
    for (const struct verb *verb = verb_table; verb->name; verb++) {
        if (!verb->run) continue;   // a face of its own
        if (verb->takes == VERB_FILE || verb->takes == VERB_NOTHING)
            add(routes, &n, verb, NULL, arena);
        if (verb->takes == VERB_ID_OR_NOTHING) add(routes, &n, verb, NULL, arena);
        if (verb->takes == VERB_ID_OR_NOTHING) add(routes, &n, verb, "id", arena);
        if (verb->takes == VERB_ID_AND_FILE) add(routes, &n, verb, "part", arena);
        if (verb->takes == VERB_ID) add(routes, &n, verb, "noun", arena);
    }
    for (int i = 0; i < FIXED; i++) {
        assert(n < LIMIT_ROUTES);
        routes[n++] = fixed[i];
    }
    struct route_table *table = ARENA_NEW(arena, struct route_table, 1);
    *table                    = (struct route_table){routes, n};
    return table;
}

const char *route_methods(enum request_method method) {
    switch (method) {
    case REQUEST_GET: return "GET, HEAD";
    case REQUEST_POST: return "POST";
    case REQUEST_DELETE: return "DELETE";
    case REQUEST_HEAD:
    case REQUEST_OTHER: break;
    }
    return "";
}
