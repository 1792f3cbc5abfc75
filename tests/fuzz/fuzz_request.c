// fuzz_request: any bytes as a request (libFuzzer): "METHOD TARGET CONTENT-TYPE", an end of line,
// and the body. It is answered as the server answers it, and every answer is one of the codes and
// forms that it may have. Afterwards the same plain request has the same answer as before.
// SPDX-License-Identifier: Apache-2.0
#include "base/doc.h"
#include "base/os.h"
#include "base/pool_lock.h"
#include "face/problem.h"
#include "face/route.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum {
    OPENED_BYTES = 512 * 1024 * 1024,
    LINE_BYTES   = 2048,
    MEMBERS      = 8,
    MEMBERS_MAX  = 1000,   // more is left to tests of time
    PATIENCE_MS  = 1000,   // after which work is called off
    LOOK_MS      = 20,
    EVERY        = 32   // runs between two looks at the plain request
};

static const char plain_body[] =
    "{\"format\":\"stipple-patient/1\",\"age\":40,\"pregnant\":\"no\"}";

struct fuzzing {
    struct route_table *table;
    struct session      session;
    struct arena        opened, arena;   // what is left for one input
    struct pool_thread  watcher;
    struct progress     progress;
    atomic_llong        since_us;   // 0 = nothing is worked on
    const char         *plain;
    long                n_runs;
};

static struct fuzzing fuzzing;

static void watch(void *of) {
    struct pool_lock lock;
    (void)of;
    pool_lock_init(&lock);
    pool_lock_take(&lock);
    for (;;) {
        pool_lock_wait(&lock, LOOK_MS);
        long long since_us = atomic_load(&fuzzing.since_us);
        if (since_us && os_now_us() - since_us > PATIENCE_MS * 1000)
            progress_cancel(&fuzzing.progress);
    }
}

static struct response answer(const struct request *request, struct arena *arena) {
    struct response    response = {0};
    struct route_match match;
    if (!route_find(fuzzing.table, request, &match, &response, arena)) return response;
    if (match.route->kind != ROUTE_VERB && match.route->kind != ROUTE_OPENAPI)
        return (struct response){0};
    fuzzing.progress = (struct progress){0};
    atomic_store(&fuzzing.since_us, os_now_us());
    route_answer(fuzzing.table, &match, request, &fuzzing.session, &fuzzing.progress, &response,
                 arena);
    atomic_store(&fuzzing.since_us, 0);
    return response;
}

static const char *plain_answer(struct arena *arena) {
    const struct request request  = {.method       = REQUEST_POST,
                                     .path         = "/api/screen",
                                     .query        = "on=2026-03-02",
                                     .content_type = "application/json",
                                     .body         = plain_body,
                                     .n_body       = sizeof plain_body - 1};
    struct response      response = answer(&request, arena);
    assert(response.code == 200);
    return arena_text(arena, response.bytes, response.n);
}

static void open_once(void) {
    struct fault fault;
    if (fuzzing.arena.at) return;
    const struct session_options options = {.members = MEMBERS, .seed = 1, .threads = 1};
    enum status                  status  = arena_open(&fuzzing.opened, OPENED_BYTES, &fault);
    assert(status == ST_OK);
    status = arena_open(&fuzzing.arena, LIMIT_ARENA_BYTES, &fault);
    assert(status == ST_OK);
    status = session_open(&fuzzing.session, &options, &fuzzing.opened, &fault);
    assert(status == ST_OK);
    status = session_share(&fuzzing.session);
    assert(status == ST_OK);
    fuzzing.table = route_table_make(&fuzzing.opened);
    bool is_begun = pool_thread_start(&fuzzing.watcher, watch, NULL);
    assert(is_begun);
    fuzzing.plain = plain_answer(&fuzzing.opened);
}

// "METHOD TARGET CONTENT-TYPE\n" and what follows.
static bool read_request(char *at, const char *end, struct request *request) {
    static const char *const methods[] = {"GET", "HEAD", "POST", "DELETE", "PUT"};
    char                    *line_end  = memchr(at, '\n', (size_t)(end - at));
    if (!line_end || line_end - at > LINE_BYTES) return false;
    *line_end    = '\0';
    char *target = strchr(at, ' '), *type = target ? strchr(target + 1, ' ') : NULL;
    if (!type || target[1] != '/') return false;
    *target++ = *type++ = '\0';
    char *query         = strchr(target, '?');
    if (query) *query++ = '\0';
    *request = (struct request){.method       = REQUEST_OTHER,
                                .path         = target,
                                .query        = query ? query : "",
                                .content_type = *type ? type : NULL,
                                .body         = line_end + 1,
                                .n_body       = end - line_end - 1};
    for (int i = 0; i < 4; i++)
        if (text_equal(at, methods[i])) request->method = (enum request_method)i;
    const char *members = strstr(request->query, "members=");
    return request->n_body <= LIMIT_BODY_BYTES &&
           (!members || strtol(members + strlen("members="), NULL, 10) <= MEMBERS_MAX);
}

static void check_response(const struct response *response, struct arena *arena) {
    static const int codes[] = {200, 400, 404, 405, 409, 415, 422, 503};
    struct fault     fault;
    struct doc       doc;
    bool             is_known = false;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        is_known = is_known || codes[i] == response->code;
    assert(is_known && response->content_type && response->n > 0);
    bool is_problem = text_equal(response->content_type, problem_media);
    assert(is_problem == (response->code != 200));
    if (!is_problem && !text_equal(response->content_type, "application/json")) return;
    enum status status =
        doc_read(&doc, "answer", response->bytes, response->n, true, arena, &fault);
    assert(status == ST_OK || (status == ST_LIMIT && !is_problem));
    if (!is_problem) return;
    assert(strtol(doc_text(&doc, doc_child(&doc, 0, "status")), NULL, 10) == response->code);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    open_once();
    struct arena   arena = fuzzing.arena;
    struct request request;
    char          *bytes = arena_text(&arena, (const char *)data, (ptrdiff_t)size);
    if (!read_request(bytes, bytes + size, &request)) return 0;
    struct response response = answer(&request, &arena);
    if (response.code) check_response(&response, &arena);
    if (fuzzing.n_runs++ % EVERY == 0) {
        struct arena again = fuzzing.arena;
        assert(strcmp(plain_answer(&again), fuzzing.plain) == 0);
    }
    return 0;
}
