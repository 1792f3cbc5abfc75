// SPDX-License-Identifier: Apache-2.0
#include "face/http_request.h"

#include "base/os.h"
#include "face/http_linger.h"
#include "face/http_reply.h"
#include "face/http_slot.h"
#include "face/http_stream.h"
#include "face/http_work.h"
#include "face/problem.h"
#include "licences.h"

#include <assert.h>
#include <string.h>

enum { SPACE = 1, LINE_END = 2 };   // bytes

// ---- connections ----

void http_request_connection(void *of, struct MHD_Connection *connection, void **at,
                             enum MHD_ConnectionNotificationCode what) {
    struct http *http = of;
    if (what == MHD_CONNECTION_NOTIFY_STARTED) {
        const union MHD_ConnectionInfo *info =
            http->library->MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
        *at = http_slot_take(http, connection, info->connect_fd);
        metrics_add(http->metrics, *at ? METRICS_CONNECTIONS_OPENED : METRICS_CONNECTIONS_REFUSED,
                    1);
    } else if (*at) {
        http_slot_leave(*at);
        *at = NULL;
    }
}

static struct http_slot *slot_of(const struct http *http, struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
        http->library->MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info->socket_context;
}

size_t http_request_unescape(void *http, struct MHD_Connection *connection, char *text) {
    (void)http, (void)connection;
    return strlen(text);
}

void *http_request_target(void *http, const char *target, struct MHD_Connection *connection) {
    struct http_slot *slot = slot_of(http, connection);
    if (!slot) return NULL;
    assert(slot->phase == HTTP_IDLE);
    slot->begun_us = os_now_us();
    slot->phase    = HTTP_HEAD;
    atomic_fetch_add(&slot->http->exchanges, 1);
    // The first request has its time from the connection on, a later one from its own beginning.
    if (slot->is_kept)
        atomic_store(&slot->deadline_ms, http_core_now_ms() + slot->http->patience_ms);
    slot->is_kept = true;

    // As it came, while the library still has it in one piece: path, then query.
    ptrdiff_t n         = (ptrdiff_t)strlen(target);
    char     *copy      = arena_text(&slot->arena, target, n);
    slot->request.path  = copy;
    slot->request.query = "";
    return slot;
}

// ---- the head ----

struct head_list {
    struct http_guard_field fields[LIMIT_FIELDS];
    int                     n;   // one more than there is room for, if there are too many
};

static enum MHD_Result collect(void *of, enum MHD_ValueKind kind, const char *name, size_t n_name,
                               const char *value, size_t n_value) {
    struct head_list *list = of;
    (void)kind;
    if (list->n++ == LIMIT_FIELDS) return MHD_NO;
    list->fields[list->n - 1] = (struct http_guard_field){
        name, value ? value : "", (ptrdiff_t)n_name, value ? (ptrdiff_t)n_value : 0};
    return MHD_YES;
}

// The library reads a head leniently: it also takes LF alone for the end of a line, stops at NUL,
// goes over folded lines and spaces, and does not say so. But it says how many bytes it read, and
// its texts lie where they stood. If those are all the bytes of a plainly written head, it is one.
static bool is_plain(struct http_slot *slot, const char *method, const char *version,
                     const struct head_list *list) {
    const union MHD_ConnectionInfo *info = slot->http->library->MHD_get_connection_info(
        slot->connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
    ptrdiff_t n_read = (ptrdiff_t)info->header_size;
    slot->n_head     = n_read;
    ptrdiff_t n      = (ptrdiff_t)strlen(method) + SPACE + (ptrdiff_t)strlen(slot->request.path) +
                  SPACE + (ptrdiff_t)strlen(version) + LINE_END;
    for (int i = 0; i < list->n && i < LIMIT_FIELDS; i++) {
        const struct http_guard_field *field = &list->fields[i];
        ptrdiff_t n_between = (intptr_t)field->value - (intptr_t)field->name - field->n_name;
        if (n_between < 1 || n_between > n_read) return false;
        n += field->n_name + n_between + field->n_value + LINE_END;
    }
    return n + LINE_END == n_read;
}

static enum http_guard_reason check_head(struct http_slot *slot, const char *method,
                                         const char *version) {
    struct http     *http = slot->http;
    struct head_list list;
    list.n = 0;
    http->library->MHD_get_connection_values_n(slot->connection, MHD_HEADER_KIND, collect, &list);
    struct http_guard_head head   = {.method   = method,
                                     .target   = slot->request.path,
                                     .version  = version,
                                     .fields   = list.fields,
                                     .n_fields = list.n,
                                     .is_plain = is_plain(slot, method, version, &list)};
    struct http_guard_site site   = {slot->local, http->hosts, http->n_hosts, http->port,
                                     http->is_tls};
    enum http_guard_reason reason = http_guard_check(&head, &site, &slot->found);
    if (reason == HTTP_GUARD_FINE && http_guard_is_closed(slot->request.path) &&
        !http_guard_token(slot->found.authorization, http->token))
        reason = HTTP_GUARD_TOKEN;
    return reason;
}

static const char *method_word(enum request_method method) {
    static const char *const words[] = {"GET", "HEAD", "POST", "DELETE", "other"};
    return words[method];
}

// A head that is refused ends its connection: what follows it may not be what it seems.
static void refuse_head(struct http_slot *slot, enum http_guard_reason reason) {
    const struct http_guard_refusal *why = &http_guard_refusals[reason];
    slot->refused                        = (int)reason;
    slot->is_last                        = true;
    metrics_refused(slot->http->metrics, (int)reason);
    log_write(slot->http->log, &(struct log_line){.event      = LOG_REFUSED,
                                                  .method     = method_word(slot->found.method),
                                                  .reason     = why->word,
                                                  .code       = why->code,
                                                  .connection = slot->number});
    struct response problem = {0};
    problem_write(&problem, why->code, why->slug, why->detail, http_guard_field(reason),
                  &slot->arena);
    http_reply_make(slot, &problem);
    if (slot->found.length > 0) http_linger_begin(slot);
}

// Fills the request and finds its route. Where there is none, slot->refusal says so: it is told
// when the body has been read, so that the connection can go on.
static void find(struct http_slot *slot) {
    struct http    *http    = slot->http;
    struct request *request = &slot->request;
    char           *query   = strchr(request->path, '?');
    if (query) *query++ = 0;
    request->method        = slot->found.method;
    request->query         = query ? query : "";
    request->content_type  = slot->found.content_type;
    request->if_none_match = slot->found.if_none_match;
    request->takes_gzip    = slot->found.takes_gzip;
    request->body          = "";
    if (route_find(http->routes, request, &slot->match, &slot->refusal, &slot->arena))
        slot->refusal = (struct response){0};
    else assert(slot->refusal.code >= 400);
}

static enum MHD_Result take_head(struct http_slot *slot, const char *method, const char *version) {
    slot->phase                   = HTTP_BODY;
    enum http_guard_reason reason = check_head(slot, method, version);
    if (reason != HTTP_GUARD_FINE) {
        refuse_head(slot, reason);
        return http_reply_send(slot) ? MHD_YES : MHD_NO;
    }
    // Readers differ most about chunks, and what one took for their end another may not.
    slot->is_last = slot->found.length < 0;
    find(slot);
    if (atomic_load(&slot->http->is_stopping)) {
        slot->refusal = (struct response){.retry_after_s = 1};
        problem_write(&slot->refusal, 503, "stopping", NULL, NULL, &slot->arena);
    }
    // Who asks before sending the body is spared it.
    if (slot->refusal.code && slot->found.expects_continue) {
        slot->is_last = true;
        http_reply_make(slot, &slot->refusal);
        return http_reply_send(slot) ? MHD_YES : MHD_NO;
    }
    slot->body = slot->arena.at;
    return MHD_YES;
}

// ---- the body ----

// The body that came so far is forgotten, and so is what still comes.
static void refuse_body(struct http_slot *slot, int code, const char *slug) {
    slot->n_body  = 0;
    slot->refusal = (struct response){.retry_after_s = code == 503 ? 1 : 0};
    problem_write(&slot->refusal, code, slug, NULL, NULL, &slot->arena);
}

static enum MHD_Result take_piece(struct http_slot *slot, const char *piece, ptrdiff_t n) {
    struct http *http = slot->http;
    slot->n_read += n;
    if (slot->n_read > 2 * LIMIT_BODY_BYTES) return MHD_NO;   // it does not end
    if (slot->refusal.code) return MHD_YES;
    if (slot->n_body + n > LIMIT_BODY_BYTES) {
        refuse_body(slot, 413, "too-large");
        return MHD_YES;
    }
    slot->n_held += n;
    if (atomic_fetch_add(&http->held, n) + n > LIMIT_BODIES_BYTES) {
        metrics_add(http->metrics, METRICS_BODIES_FULL, 1);
        refuse_body(slot, 503, "busy");
        return MHD_YES;
    }
    memcpy(slot->body + slot->n_body, piece, (size_t)n);
    slot->n_body += n;
    return MHD_YES;
}

// ---- the answer ----

static void answer_health(struct http_slot *slot) {
    const char text[] = "{\"status\":\"ok\",\"version\":\"" LICENCES_VERSION "\"}\n";
    http_reply_make(slot, &(struct response){.code         = 200,
                                             .content_type = "application/json",
                                             .bytes        = text,
                                             .n            = sizeof text - 1});
}

static void answer_metrics(struct http_slot *slot) {
    struct http *http = slot->http;
    struct text  out  = text_new(&slot->arena);
    int          n_queued, n_running;
    work_count(http->work, &n_queued, &n_running);
    pool_lock_take(&http->lock);
    int n_open = http->n_open, n_streams = http->n_streams;
    pool_lock_leave(&http->lock);
    metrics_put(http->metrics, METRICS_CONNECTIONS, n_open);
    metrics_put(http->metrics, METRICS_STREAMS, n_streams);
    metrics_put(http->metrics, METRICS_QUEUE, pool_crew_queued(http->crew));
    metrics_put(http->metrics, METRICS_WORKERS_BUSY, pool_crew_busy(http->crew));
    metrics_put(http->metrics, METRICS_WORK, n_queued + n_running);
    metrics_put(http->metrics, METRICS_BODIES, atomic_load(&http->held));
    metrics_put(http->metrics, METRICS_LOG_DROPPED, log_dropped(http->log));
    metrics_write(http->metrics, &out);
    http_reply_make(slot,
                    &(struct response){.code         = 200,
                                       .content_type = "text/plain; version=0.0.4; charset=utf-8",
                                       .bytes        = out.data,
                                       .n            = out.n});
}

static void answer_asset(struct http_slot *slot) {
    struct response response = {0};
    if (!asset_answer(slot->http->shelf, &slot->request, &response, &slot->arena))
        problem_write(&response, 404, "unknown", "the path is not known here", NULL, &slot->arena);
    http_reply_make(slot, &response);
}

// The request is complete: answered at once, or suspended until it is (true).
static bool begin_answer(struct http_slot *slot) {
    const struct route *route = slot->match.route;
    if (slot->refusal.code) {
        http_reply_make(slot, &slot->refusal);
        slot->phase = HTTP_READY;
        return false;
    }
    if (slot->n_body > 0) {
        slot->body[slot->n_body] = 0;
        slot->request.body       = slot->body;
        slot->request.n_body     = slot->n_body;
        slot->arena.at += slot->n_body + 1;
    }
    bool is_edited = route->kind == ROUTE_ASSET && slot->http->shelf->folder;
    slot->phase    = HTTP_READY;
    if (route->is_worked || is_edited) return http_work_begin(slot);
    if (route->kind == ROUTE_PROGRESS && slot->found.method != REQUEST_DELETE)
        return http_stream_go(slot);
    if (route->kind == ROUTE_PROGRESS) http_stream_cancel(slot);
    else if (route->kind == ROUTE_HEALTH) answer_health(slot);
    else if (route->kind == ROUTE_METRICS) answer_metrics(slot);
    else answer_asset(slot);
    return false;
}

enum MHD_Result http_request_go(void *http, struct MHD_Connection *connection, const char *path,
                                const char *method, const char *version, const char *piece,
                                size_t *n_piece, void **at) {
    struct http_slot *slot = *at;
    (void)http, (void)path, (void)connection;
    if (!slot) return MHD_NO;
    if (slot->phase == HTTP_HEAD) return take_head(slot, method, version);
    if (slot->phase == HTTP_ANSWERED) return MHD_YES;
    if (slot->phase == HTTP_BODY && *n_piece > 0) {
        ptrdiff_t n = (ptrdiff_t)*n_piece;
        *n_piece    = 0;
        return take_piece(slot, piece, n);
    }
    bool is_suspended = false;
    if (slot->phase == HTTP_BODY) is_suspended = begin_answer(slot);
    else if (slot->phase == HTTP_WORKING) is_suspended = http_stream_go(slot);   // once more
    return is_suspended || http_reply_send(slot) ? MHD_YES : MHD_NO;
}

// ---- the end ----

void http_request_over(void *of, struct MHD_Connection *connection, void **at,
                       enum MHD_RequestTerminationCode how) {
    struct http      *http = of;
    struct http_slot *slot = *at;
    (void)connection;
    if (!slot) return;
    bool    is_sent = how == MHD_REQUEST_TERMINATED_COMPLETED_OK;
    int64_t us      = os_now_us() - slot->begun_us;
    if (slot->reply.code && slot->refused == HTTP_GUARD_FINE) {
        const struct route    *route = slot->match.route;
        const struct route    *named = slot->match.named;
        struct metrics_request about = {.route = route ? (int)(route - http->routes->routes) : -1,
                                        .code  = slot->reply.code,
                                        .us    = us,
                                        .bytes_in  = slot->n_read,
                                        .bytes_out = is_sent ? slot->reply.n : 0};
        if (slot->reply.code == MHD_HTTP_INTERNAL_SERVER_ERROR)   // an error of ours
            log_write(http->log, &(struct log_line){.event      = LOG_FAILED,
                                                    .route      = named ? named->pattern : "none",
                                                    .code       = slot->reply.code,
                                                    .connection = slot->number});
        metrics_answered(http->metrics, &about);
        log_write(http->log, &(struct log_line){.event      = LOG_REQUEST,
                                                .route      = named ? named->pattern : "none",
                                                .method     = method_word(slot->found.method),
                                                .code       = slot->reply.code,
                                                .ms         = (double)us / 1000,
                                                .bytes_in   = about.bytes_in,
                                                .bytes_out  = about.bytes_out,
                                                .connection = slot->number});
    }
    if (!slot->reply.code) {
        metrics_add(http->metrics, METRICS_UNFINISHED, 1);
        // Who was closed for being slow has its line already.
        if (atomic_load(&slot->deadline_ms) != 0)
            log_write(http->log, &(struct log_line){.event      = LOG_CLOSED,
                                                    .reason     = "unfinished",
                                                    .ms         = (double)us / 1000,
                                                    .connection = slot->number});
    }
    http_stream_leave(slot);
    http_reply_end(slot);
    http_slot_clear(slot);
    atomic_fetch_sub(&http->exchanges, 1);
    *at = NULL;
}
