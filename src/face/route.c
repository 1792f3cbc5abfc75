// SPDX-License-Identifier: Apache-2.0
#include "face/route.h"

#include "face/openapi.h"
#include "face/problem.h"
#include "face/query.h"
#include "face/reply.h"

#include <assert.h>
#include <strings.h>

static const char body_name[] = "body";   // how the body is called in errors

// ---- finding ----

// True if the path is one of the pattern's. *id is then what stands in its slot, still encoded.
static bool fits(const struct route *route, const char *path, const char **id) {
    const char *slot = strchr(route->pattern, '{');
    *id              = NULL;
    if (route->kind == ROUTE_ASSET) return !text_starts(path, "/api/") && !text_equal(path, "/api");
    if (!slot) return text_equal(path, route->pattern);
    ptrdiff_t n = slot - route->pattern;
    if (strncmp(path, route->pattern, (size_t)n) != 0) return false;
    *id = path + n;
    return **id && !strchr(*id, '/');
}

static bool takes_method(const struct route *route, enum request_method method) {
    return route->method == method || (route->method == REQUEST_GET && method == REQUEST_HEAD);
}

static bool is_media(const char *type, const char *wanted) {
    ptrdiff_t n = (ptrdiff_t)strlen(wanted);
    if (strncasecmp(type, wanted, (size_t)n) != 0) return false;
    const char *rest = type + n + strspn(type + n, " \t");
    if (!*rest) return true;
    if (*rest != ';') return false;
    rest += 1 + strspn(rest + 1, " \t");
    return strcasecmp(rest, "charset=utf-8") == 0 || strcasecmp(rest, "charset=\"utf-8\"") == 0;
}

static bool is_json(const struct request *request) {
    return request->content_type && is_media(request->content_type, "application/json");
}

static bool is_read(const struct request *request) {
    return is_json(request) ||
           (request->content_type && is_media(request->content_type, "application/yaml"));
}

static bool refuse_query(const struct request *request, const struct route_match *match,
                         struct response *refusal, struct arena *arena) {
    struct query query;
    struct fault fault = {""};
    const char  *name;
    if (match->route->kind == ROUTE_ASSET || match->route->kind == ROUTE_HEALTH) return false;
    if (query_read(&query, request->query, match->route->verb, match->id != NULL, &name, arena,
                   &fault) == ST_OK)
        return false;
    problem_write(refusal, 400, "query", fault.text, *name ? name : NULL, arena);
    return true;
}

// The head of a request whose path and method are known.
static bool refuse_head(const struct request *request, const struct route_match *match,
                        struct response *refusal, struct arena *arena) {
    if (match->route->method == REQUEST_POST && !is_read(request)) {
        problem_write(refusal, 415, "media",
                      "Content-Type: is missing or not read; allowed: application/json, "
                      "application/yaml",
                      "Content-Type", arena);
        return true;
    }
    return refuse_query(request, match, refusal, arena);
}

bool route_find(const struct route_table *table, const struct request *request,
                struct route_match *match, struct response *refusal, struct arena *arena) {
    const char *id = NULL, *allow = NULL;
    *match = (struct route_match){0};
    for (int i = 0; i < table->n && !match->route; i++) {
        const struct route *route = &table->routes[i];
        if (!fits(route, request->path, &id)) continue;
        if (route->kind == ROUTE_ASSET && allow) continue;
        match->named = route;
        if (takes_method(route, request->method)) *match = (struct route_match){route, id, route};
        else
            allow = allow ? arena_format(arena, "%s, %s", allow, route_methods(route->method))
                          : route_methods(route->method);
    }
    *refusal = (struct response){.allow = match->route ? NULL : allow};
    if (!match->route && allow) {
        problem_write(refusal, 405, "method",
                      arena_format(arena, "is not answered here; allowed: %s", allow), NULL, arena);
        return false;
    }
    ptrdiff_t n = id && match->route ? (ptrdiff_t)strlen(id) : 0;
    if (n > 0 && n <= 3 * LIMIT_ID_BYTES) match->id = query_decoded(id, n, arena);
    bool is_id = match->route && (n == 0 || (match->id && strlen(match->id) <= LIMIT_ID_BYTES));
    if (!is_id) {
        problem_write(refusal, 404, "unknown", "the path is not known here", NULL, arena);
        return false;
    }
    return !refuse_head(request, match, refusal, arena);
}

// ---- answering ----

static void answer_verb(const struct route_match *match, const struct request *request,
                        const struct session *opened, struct progress *progress,
                        struct response *response, struct arena *arena) {
    struct query      query;
    struct session   *session = ARENA_NEW(arena, struct session, 1);
    struct fault      fault   = {""};
    struct verb_reply reply   = {0};
    struct verb_call  call    = {.id = match->id};
    const char       *name;
    enum status status = query_read(&query, request->query, match->route->verb, match->id != NULL,
                                    &name, arena, &fault);
    if (status != ST_OK) {
        problem_write(response, 400, "query", fault.text, *name ? name : NULL, arena);
        return;
    }
    query.options.progress = progress;
    call.codes             = query.codes;
    call.claims            = query.claims;
    call.input =
        (struct session_input){body_name, request->body, request->n_body, is_json(request)};
    session_begin(session, opened, &query.options, arena, &fault);
    status = match->route->verb->run(session, &call, &reply);
    if (status == ST_OK) status = progress_check(progress, &fault);
    if (status == ST_UNKNOWN && query.codes) {
        problem_write(response, 400, "query", fault.text, "codes", arena);
        return;
    }
    if (status != ST_OK) {
        problem_from(response, status, &fault, body_name, arena);
        return;
    }
    struct text out = text_new(arena);
    response->code  = 200;
    if (query.as == QUERY_JSON) {
        reply_json(&reply, &out);
        response->content_type = "application/json";
        response->bytes        = out.data;
        response->n            = out.n;
        return;
    }
    response->content_type = "text/html; charset=utf-8";
    response->policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri "
                       "'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
    response->bytes  = reply_page(session, &reply, query.as == QUERY_SHEET, &response->n);
}

void route_answer(const struct route_table *table, const struct route_match *match,
                  const struct request *request, const struct session *opened,
                  struct progress *progress, struct response *response, struct arena *arena) {
    *response = (struct response){0};
    if (match->route->kind == ROUTE_VERB)
        answer_verb(match, request, opened, progress, response, arena);
    else {
        struct text out = text_new(arena);
        assert(match->route->kind == ROUTE_OPENAPI);
        openapi_write(table, opened, &out);
        *response = (struct response){
            .code = 200, .content_type = "application/json", .bytes = out.data, .n = out.n};
    }
}
