// fuzz_route: any bytes as a request: a line "METHOD TARGET TYPE", then the body. Whatever it is, it
// has an answer: 200 with a body, or a problem with all its keys and never one of our own making,
// and the opened base is as it was.
// SPDX-License-Identifier: Apache-2.0
#include "face/problem.h"
#include "face/query.h"
#include "face/route.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ARENA_BYTES = 400 * 1024 * 1024, MEMBERS_MOST = 50 };

struct fuzzing {
    struct session      session, before;
    struct route_table *table;
    struct arena        arena;   // what is left for one input
};

static struct fuzzing fuzzing;

static void open_once(struct fault *fault) {
    struct session_options options = {.seed    = 1,
                                      .members = 1000,
                                      .threads = 1,
                                      .on      = date_of(2026, 3, 2),
                                      .data    = "/nonexistent"};
    if (fuzzing.table) return;
    enum status status = arena_open(&fuzzing.arena, ARENA_BYTES, fault);
    assert(status == ST_OK);
    status = session_open(&fuzzing.session, &options, &fuzzing.arena, fault);
    assert(status == ST_OK);
    status = session_share(&fuzzing.session);
    assert(status == ST_OK);
    fuzzing.table  = route_table_make(&fuzzing.arena);
    fuzzing.before = fuzzing.session;
}

static enum request_method method_of(const char *word) {
    static const char *const words[] = {"GET", "HEAD", "POST", "DELETE"};
    for (int i = 0; i < 4; i++)
        if (text_equal(word, words[i])) return (enum request_method)i;
    return REQUEST_OTHER;
}

// The next word of the line, which ends at a space or with the line.
static const char *word_of(const char **at, struct arena *arena) {
    ptrdiff_t   n    = (ptrdiff_t)strcspn(*at, " ");
    const char *word = arena_text(arena, *at, n);
    *at += n + ((*at)[n] == ' ');
    return word;
}

static void split(const uint8_t *data, size_t size, struct request *request, struct arena *arena) {
    const char *bytes = (const char *)data;
    const char *end   = size ? memchr(bytes, '\n', size) : NULL;
    ptrdiff_t   n     = end ? end - bytes : (ptrdiff_t)size;
    const char *line  = arena_text(arena, bytes, n);
    request->method   = method_of(word_of(&line, arena));
    const char *path = word_of(&line, arena), *mark = strchr(path, '?');
    request->path         = mark ? arena_text(arena, path, mark - path) : path;
    request->query        = mark ? mark + 1 : "";
    request->content_type = *line ? line : NULL;
    request->n_body       = end ? (ptrdiff_t)size - n - 1 : 0;
    request->body         = arena_text(arena, end ? end + 1 : "", request->n_body);
}

static void check_problem(const struct response *response, struct arena *arena,
                          struct fault *fault) {
    static const char *const keys[] = {"type", "title", "status", "detail", "field"};
    struct doc               doc;
    assert(text_equal(response->content_type, problem_media));
    enum status status =
        doc_read(&doc, "problem", response->bytes, response->n, true, arena, fault);
    assert(status == ST_OK);
    for (int i = 0; i < 5; i++) assert(doc_child(&doc, 0, keys[i]) >= 0);
    assert(doc.nodes[0].n == 5);
}

// A long ensemble is another fuzzer's.
static bool is_short(const struct request *request, const struct route_match *match,
                     struct arena *arena, struct fault *fault) {
    struct query query;
    const char  *name;
    if (match->route->kind != ROUTE_VERB) return match->route->kind == ROUTE_OPENAPI;
    enum status status = query_read(&query, request->query, match->route->verb, match->id != NULL,
                                    &name, arena, fault);
    assert(status == ST_OK);
    return query.options.members <= MEMBERS_MOST;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fault       fault   = {""};
    struct request     request = {0};
    struct route_match match;
    struct response    response;
    open_once(&fault);
    struct arena arena = fuzzing.arena;
    split(data, size, &request, &arena);
    if (route_find(fuzzing.table, &request, &match, &response, &arena)) {
        if (!is_short(&request, &match, &arena, &fault)) return 0;
        route_answer(fuzzing.table, &match, &request, &fuzzing.session, NULL, &response, &arena);
    }
    assert(response.code == 200 || (response.code >= 400 && response.code < 500));
    assert(response.n > 0 && response.content_type);
    if (response.code != 200) check_problem(&response, &arena, &fault);
    assert(memcmp(&fuzzing.before, &fuzzing.session, sizeof fuzzing.before) == 0);
    return 0;
}
