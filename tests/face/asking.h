// asking: requests to the routes on the base that is built in, shared by the tests of the routes.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_TESTS_FACE_ASKING_H
#define STIPPLE_TESTS_FACE_ASKING_H

#include "base/os.h"
#include "face/problem.h"
#include "face/route.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static struct arena         asking_arena;
static struct fault         asking_fault;
static struct session      *asking_session;
static struct route_table  *asking_table;
static const struct request asking_get = {
    .method = REQUEST_GET, .path = "/", .query = "", .body = ""};

static inline int asking_open(void **state) {
    (void)state;
    struct session_options options = {.seed = 1, .members = 1000, .threads = 1};
    if (arena_open(&asking_arena, LIMIT_ARENA_BYTES, &asking_fault) != ST_OK) return -1;
    setenv("STIPPLE_DATA", "/nonexistent", 1);
    asking_session     = ARENA_NEW(&asking_arena, struct session, 1);
    asking_table       = route_table_make(&asking_arena);
    enum status status = session_open(asking_session, &options, &asking_arena, &asking_fault);
    if (status == ST_OK) status = session_share(asking_session);
    return status == ST_OK ? 0 : -1;
}

static inline struct request asking_to(enum request_method method, const char *path,
                                       const char *query) {
    struct request request = asking_get;
    request.method         = method;
    request.path           = path;
    request.query          = query;
    if (method == REQUEST_POST) request.content_type = "application/json";
    return request;
}

static inline struct request asking_post(const char *path, const char *query, const char *body) {
    struct request request = asking_to(REQUEST_POST, path, query);
    request.body           = body;
    request.n_body         = (ptrdiff_t)strlen(body);
    return request;
}

// The whole way of a request: to its row, and to its answer.
static inline struct response asking_for(struct request request) {
    struct route_match match;
    struct response    response;
    if (route_find(asking_table, &request, &match, &response, &asking_arena))
        route_answer(asking_table, &match, &request, asking_session, NULL, &response,
                     &asking_arena);
    assert_int_equal(response.n, (ptrdiff_t)strlen(response.bytes));
    return response;
}

// A key of an answer: a text, a number as it is written, or "null".
static inline const char *asking_key(const struct response *response, const char *key) {
    struct doc doc;
    assert_int_equal(
        doc_read(&doc, "answer", response->bytes, response->n, true, &asking_arena, &asking_fault),
        ST_OK);
    int node = doc_child(&doc, 0, key);
    assert_true(node >= 0);
    return doc_kind_of(&doc, node) == DOC_NULL ? "null" : doc_text(&doc, node);
}

// It is a problem of that code and slug, with every key a problem has. `field` may be "null".
static inline void asking_refused(const struct response *response, int code, const char *slug,
                                  const char *field) {
    assert_int_equal(response->code, code);
    assert_string_equal(response->content_type, "application/problem+json");
    assert_string_equal(asking_key(response, "type"),
                        arena_format(&asking_arena, "urn:stipple:problem:%s", slug));
    assert_string_equal(asking_key(response, "status"), arena_format(&asking_arena, "%d", code));
    assert_string_equal(asking_key(response, "field"), field);
    assert_true(strlen(asking_key(response, "title")) > 0);
    assert_true(strlen(asking_key(response, "detail")) > 0);
}

#endif
