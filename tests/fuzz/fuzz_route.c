// fuzz_route: any bytes as a request that the guard has let through (libFuzzer): a first byte for
// the method, a line for the target, a line for the kind of the body, and the body. Whatever comes
// is answered: with JSON that reads back, a page, or a problem that has all its members; and a
// question asked again in between is answered as it was at first.
// SPDX-License-Identifier: Apache-2.0
#include "face/problem.h"
#include "face/route.h"

#include <assert.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { EVERY = 64, MEMBERS = 8, DIGITS_MOST = 3 };

struct fuzzing {
    struct session      opened;
    struct route_table *table;
    struct arena        arena;   // what is left for one input
    const char         *first;   // the answer that must stay the same
    long                n;
};

static struct fuzzing fuzzing;

static const char patient[] = "{\"age\":40,\"sex\":\"female\",\"phototype\":3,"
                              "\"goals\":[{\"indication\":\"acne_scars\",\"zones\":[\"cheeks\"]}]}";

// True if a route was found and answered; *response is filled in both cases.
static bool answered(const struct request *request, struct response *response,
                     struct arena *arena) {
    struct route_match match;
    if (!route_find(fuzzing.table, request, &match, response, arena)) return false;
    if (match.route->kind != ROUTE_VERB && match.route->kind != ROUTE_OPENAPI) return false;
    *response = (struct response){0};
    route_answer(fuzzing.table, &match, request, &fuzzing.opened, NULL, response, arena);
    assert(response->code != 0 && response->content_type && response->bytes);
    return true;
}

static const char *same_again(struct arena *arena) {
    struct response response;
    struct request  request = {.method       = REQUEST_POST,
                               .path         = "/api/screen",
                               .query        = "on=2026-03-02",
                               .content_type = "application/json",
                               .body         = patient,
                               .n_body       = sizeof patient - 1};
    bool            is_done = answered(&request, &response, arena);
    assert(is_done && response.code == 200);
    return arena_text(arena, response.bytes, response.n);
}

static void open_once(void) {
    struct fault fault = {""};
    if (fuzzing.arena.at) return;
    enum status status = arena_open(&fuzzing.arena, LIMIT_ARENA_BYTES, &fault);
    assert(status == ST_OK);
    struct session_options options = {
        .data = "/nonexistent", .on = date_parse("2026-03-02"), .seed = 1, .members = MEMBERS};
    status = session_open(&fuzzing.opened, &options, &fuzzing.arena, &fault);
    assert(status == ST_OK);
    status = session_share(&fuzzing.opened);
    assert(status == ST_OK);
    fuzzing.table = route_table_make(&fuzzing.arena);
    fuzzing.first = same_again(&fuzzing.arena);
}

static void check_problem(const struct doc *doc) {
    static const char *const members[] = {"type", "title", "status", "detail", "field"};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        assert(doc_child(doc, 0, members[i]) >= 0);
}

static void check_answer(const struct response *response, struct arena *arena) {
    struct fault fault = {""};
    struct doc   doc;
    bool         is_problem = text_equal(response->content_type, problem_media);
    assert(response->code >= 200 && response->code <= 599 && response->code != 500);
    assert(is_problem == (response->code >= 400));
    if (!is_problem && !text_equal(response->content_type, "application/json")) return;
    enum status status =
        doc_read(&doc, "answer", response->bytes, response->n, true, arena, &fault);
    assert(status == ST_OK || status == ST_LIMIT);
    if (is_problem) check_problem(&doc);
}

// The bytes up to the next newline as a text, and what follows it.
static char *line(const char **at, const char *end, struct arena *arena) {
    const char *stop = memchr(*at, '\n', (size_t)(end - *at));
    const char *from = *at;
    if (!stop) stop = end;
    *at = stop < end ? stop + 1 : end;
    return arena_text(arena, from, stop - from);
}

// Members by the thousand only cost time.
static bool is_long_work(const char *query) {
    const char *members = strstr(query, "members=");
    return members && strspn(members + 8, "0123456789") > DIGITS_MOST;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    open_once();
    struct arena arena = fuzzing.arena;
    const char  *at = (const char *)data, *end = at + size;
    if (size < 2) return -1;
    struct request  request = {.method = (enum request_method)((unsigned char)*at++ % 5)};
    struct response response;
    char           *target = line(&at, end, &arena);
    char           *mark   = strchr(target, '?');
    if (mark) *mark = 0;
    request.path  = target;
    request.query = mark ? mark + 1 : "";
    if (is_long_work(request.query)) return -1;
    request.content_type = line(&at, end, &arena);
    request.body         = arena_text(&arena, at, end - at);
    request.n_body       = end - at;
    if (answered(&request, &response, &arena)) check_answer(&response, &arena);
    if (++fuzzing.n % EVERY == 0) assert(text_equal(same_again(&arena), fuzzing.first));
    return 0;
}
