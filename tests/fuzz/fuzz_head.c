// fuzz_head: any bytes as the head of a request (libFuzzer), read line by line as simply as can
// be, and put before the guard. A head that it takes keeps what the server relies on, looked at by
// other means than the guard's; then it meets a route, or a problem that says why not.
// SPDX-License-Identifier: Apache-2.0
#include "base/doc.h"
#include "face/http_guard.h"
#include "face/route.h"
#include "face/work.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ARENA_BYTES = 64 * 1024 * 1024, FIELDS_MAX = LIMIT_FIELDS + 4, PORT = 8080 };

static const char token[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ";

struct fuzzing {
    struct route_table *table;
    struct arena        arena;   // what is left for one input
};

static struct fuzzing fuzzing;

struct head {
    struct http_guard_head  head;
    struct http_guard_field fields[FIELDS_MAX];
};

static void open_once(void) {
    struct fault fault;
    if (fuzzing.arena.at) return;
    enum status status = arena_open(&fuzzing.arena, ARENA_BYTES, &fault);
    assert(status == ST_OK);
    fuzzing.table = route_table_make(&fuzzing.arena);
}

// The line at *at, terminated, without its end; *at goes behind it. NULL at the end of the head.
static char *next_line(char **at, const char *end, ptrdiff_t *n) {
    char *line = *at, *stop = line < end ? memchr(line, '\n', (size_t)(end - line)) : NULL;
    if (!stop) return NULL;
    *at = stop + 1;
    if (stop > line && stop[-1] == '\r') stop--;
    *stop = '\0';
    *n    = stop - line;
    return *n > 0 ? line : NULL;
}

static bool read_head(char *at, const char *end, struct head *head) {
    ptrdiff_t n;
    char     *line = next_line(&at, end, &n);
    if (!line) return false;
    char *target = strchr(line, ' '), *version = strrchr(line, ' ');
    if (!target || target == version) return false;
    *target++ = *version++ = '\0';
    head->head             = (struct http_guard_head){
                    .method = line, .target = target, .version = version, .is_plain = true};
    while (head->head.n_fields < FIELDS_MAX && (line = next_line(&at, end, &n))) {
        char *colon = memchr(line, ':', (size_t)n);
        if (!colon) return false;
        char *value = colon + 1 + strspn(colon + 1, " \t");
        *colon      = '\0';
        head->fields[head->head.n_fields++] =
            (struct http_guard_field){line, value, colon - line, line + n - value};
    }
    head->head.fields = head->fields;
    return true;
}

// The value of a field, and how often it stands there.
static int times(const struct head *head, const char *name, const char **value) {
    int n = 0;
    for (int i = 0; i < head->head.n_fields; i++) {
        if (strcasecmp(head->fields[i].name, name) != 0) continue;
        *value = head->fields[i].value;
        n++;
    }
    return n;
}

// However it is escaped, no segment of the path leads up, and nothing in it is NUL. An escaped
// slash ends no segment: it is part of an id.
static void check_target(const char *target) {
    char path[LIMIT_TARGET_BYTES + 2] = "";
    int  n = 0, from = 0;
    assert(target[0] == '/' && strlen(target) <= LIMIT_TARGET_BYTES);
    for (const char *at = target; *at && *at != '?'; at++) {
        int c = (unsigned char)*at;
        if (c == '%') {
            char hex[3] = {at[1], at[2], '\0'};
            assert(isxdigit((unsigned char)hex[0]) && isxdigit((unsigned char)hex[1]));
            c = (int)strtol(hex, NULL, 16);
            at += 2;
        }
        assert(c != '\0' && n <= LIMIT_TARGET_BYTES);
        path[n++] = c == '/' && *at != '/' ? 'x' : (char)c;
    }
    for (int i = 0; i <= n; i++) {
        if (i < n && path[i] != '/') continue;
        path[i] = '\0';
        assert(strcmp(path + from, ".") != 0 && strcmp(path + from, "..") != 0);
        from = i + 1;
    }
}

static void check_framing(const struct head *head, const struct http_guard_found *found) {
    const char *length = NULL, *coding = NULL, *host = NULL;
    int         n_lengths = times(head, "Content-Length", &length);
    int         n_codings = times(head, "Transfer-Encoding", &coding);
    assert(n_lengths + n_codings <= 1);
    assert(times(head, "Host", &host) == 1);
    assert(strstr(host, ":") && strtol(strrchr(host, ':') + 1, NULL, 10) == PORT);
    if (n_codings) {
        assert(strcasecmp(coding, "chunked") == 0);
        assert(strcmp(head->head.version, "HTTP/1.1") == 0 && found->length == -1);
    } else if (n_lengths) {
        assert(strspn(length, "0123456789") == strlen(length) && *length);
        assert(found->length == strtoll(length, NULL, 10) && found->length <= LIMIT_BODY_BYTES);
    } else assert(found->length == 0);
    if (found->method == REQUEST_GET || found->method == REQUEST_HEAD) assert(found->length == 0);
}

static void check_fields(const struct head *head) {
    assert(head->head.n_fields <= LIMIT_FIELDS);
    for (int i = 0; i < head->head.n_fields; i++) {
        const struct http_guard_field *field = &head->fields[i];
        assert(field->n_name > 0 && (ptrdiff_t)strlen(field->name) == field->n_name);
        assert((ptrdiff_t)strlen(field->value) == field->n_value);
        for (const char *c = field->name; *c; c++) assert(*c > ' ' && *c < 127 && *c != ':');
        for (const char *c = field->value; *c; c++) assert(*c == '\t' || (unsigned char)*c >= ' ');
    }
}

static void check_route(const struct head *head, const struct http_guard_found *found,
                        struct arena *arena) {
    char *path  = arena_text(arena, head->head.target, (ptrdiff_t)strlen(head->head.target));
    char *query = strchr(path, '?');
    struct request     request = {.method = found->method, .path = path, .query = "", .body = ""};
    struct response    refusal = {0};
    struct route_match match;
    struct fault       fault;
    struct doc         doc;
    if (query) *query++ = '\0';
    if (query) request.query = query;
    request.content_type = found->content_type;
    if (route_find(fuzzing.table, &request, &match, &refusal, arena)) {
        assert(match.route);
        return;
    }
    assert(refusal.code >= 400 && refusal.code < 500 && refusal.n > 0);
    enum status status = doc_read(&doc, "problem", refusal.bytes, refusal.n, true, arena, &fault);
    assert(status == ST_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    open_once();
    struct arena arena = fuzzing.arena;
    struct head *head  = ARENA_NEW(&arena, struct head, 1);
    char        *bytes = arena_text(&arena, (const char *)data, (ptrdiff_t)size);
    if (!read_head(bytes, bytes + size, head)) return 0;
    const struct http_guard_site site   = {.local = "127.0.0.1", .port = PORT};
    struct http_guard_found      found  = {0};
    enum http_guard_reason       reason = http_guard_check(&head->head, &site, &found);
    assert(reason < HTTP_GUARD_REASONS && reason != HTTP_GUARD_TOKEN);
    if (reason != HTTP_GUARD_FINE) return 0;
    check_fields(head);
    check_target(head->head.target);
    check_framing(head, &found);
    assert(!found.page || work_name_is_good(found.page));
    assert(!found.work || work_name_is_good(found.work));
    if (http_guard_token(found.authorization, token)) assert(strstr(found.authorization, token));
    check_route(head, &found, &arena);
    return 0;
}
