// SPDX-License-Identifier: Apache-2.0
#include "face/http_reply.h"

#include "face/http_library.h"
#include "face/problem.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { PROBLEM_BYTES = 8192 };   // for making a problem without detail

// What is shown under it loads nothing and is shown inside nothing.
static const char closed_policy[] = "default-src 'none'; base-uri 'none'; form-action 'none'; "
                                    "frame-ancestors 'none'";

bool http_reply_add(const struct http *http, struct MHD_Response *response, const char *name,
                    const char *value) {
    return !value || http->library->MHD_add_response_header(response, name, value) == MHD_YES;
}

bool http_reply_secure(const struct http *http, struct MHD_Response *response, const char *policy) {
    static const char *const fields[][2] = {
        {"X-Content-Type-Options", "nosniff"},
        {"X-Frame-Options", "DENY"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Permissions-Policy",
         "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"}};
    bool is_made =
        http_reply_add(http, response, "Content-Security-Policy", policy ? policy : closed_policy);
    for (size_t i = 0; i < sizeof fields / sizeof *fields && is_made; i++)
        is_made = http_reply_add(http, response, fields[i][0], fields[i][1]);
    return is_made && http_reply_add(http, response, "Strict-Transport-Security",
                                     http->is_tls ? "max-age=31536000" : NULL);
}

// NULL: there is no memory for it.
static struct MHD_Response *made_of(const struct http_slot *slot, const struct response *answer) {
    char seconds[16];
    snprintf(seconds, sizeof seconds, "%d", answer->retry_after_s);
    bool              is_last     = slot->is_last || atomic_load(&slot->http->is_stopping);
    const char *const fields[][2] = {
        {"Content-Type", answer->content_type},
        {"Cache-Control", answer->is_cacheable ? "no-cache" : "no-store"},
        {"ETag", answer->etag},
        {"Content-Encoding", answer->encoding},
        {"Vary", answer->vary},
        {"Allow", answer->allow},
        {"WWW-Authenticate", answer->code == MHD_HTTP_UNAUTHORIZED ? "Bearer" : NULL},
        {"Retry-After", answer->retry_after_s > 0 ? seconds : NULL},
        {"Connection", is_last ? "close" : NULL}};
    struct MHD_Response *made = slot->http->library->MHD_create_response_from_buffer(
        (size_t)answer->n, (void *)(uintptr_t)answer->bytes, MHD_RESPMEM_MUST_COPY);
    bool is_made = made && http_reply_secure(slot->http, made, answer->policy);
    for (size_t i = 0; i < sizeof fields / sizeof *fields && is_made; i++)
        is_made = http_reply_add(slot->http, made, fields[i][0], fields[i][1]);
    if (is_made || !made) return made;
    slot->http->library->MHD_destroy_response(made);
    return NULL;
}

void http_reply_make(struct http_slot *slot, const struct response *response) {
    struct http    *http   = slot->http;
    struct response answer = *response;
    assert(!slot->reply.response && answer.code >= 200);

    // Many clients that do not read their answers hold no more than this.
    char         room[PROBLEM_BYTES];
    struct arena talk = {room, room + sizeof room};
    long long    held = atomic_fetch_add(&http->held, answer.n) + answer.n;
    if (held > LIMIT_BODIES_BYTES) {
        atomic_fetch_sub(&http->held, answer.n);
        metrics_add(http->metrics, METRICS_BODIES_FULL, 1);
        answer = (struct response){.retry_after_s = 1};
        problem_write(&answer, 503, "busy", NULL, NULL, &talk);
    } else slot->n_held += answer.n;
    slot->reply.response = made_of(slot, &answer);
    slot->reply.code     = answer.code;
    slot->reply.n        = answer.n;
}

void http_reply_problem(struct http_slot *slot, int code, const char *slug, const char *detail,
                        struct arena *arena) {
    struct response problem = {.retry_after_s = code == 503 ? 1 : 0};
    problem_write(&problem, code, slug, detail, NULL, arena);
    http_reply_make(slot, &problem);
}

void http_reply_refuse(struct http_slot *slot, int code, const char *slug, const char *detail) {
    http_reply_problem(slot, code, slug, detail, &slot->arena);
    slot->phase = HTTP_READY;
}

bool http_reply_send(struct http_slot *slot) {
    slot->phase = HTTP_ANSWERED;
    if (!slot->reply.response) return false;   // no memory: the library could not take it
    int time_ms = slot->http->patience_ms + (slot->stream ? HTTP_STREAM_AGE_MS : 0);
    atomic_store(&slot->deadline_ms, http_core_now_ms() + time_ms);
    return slot->http->library->MHD_queue_response(slot->connection, (unsigned)slot->reply.code,
                                                   slot->reply.response) == MHD_YES;
}

void http_reply_end(struct http_slot *slot) {
    if (slot->reply.response) slot->http->library->MHD_destroy_response(slot->reply.response);
    atomic_fetch_sub(&slot->http->held, slot->n_held);
    slot->reply  = (struct http_reply){0};
    slot->n_held = 0;
}
