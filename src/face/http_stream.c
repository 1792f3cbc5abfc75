// SPDX-License-Identifier: Apache-2.0
#include "face/http_stream.h"

#include "face/http_library.h"
#include "face/http_reply.h"
#include "face/problem.h"

#include <assert.h>
#include <string.h>

enum { TEXT_BYTES = 4096, BLOCK_BYTES = 1024 };

// Sleeps until the watcher wakes it. Under http.lock.
static void sleep_until(struct http_stream *stream, int64_t now_ms) {
    stream->next_ms      = now_ms + HTTP_STREAM_TICK_MS;
    stream->is_suspended = true;
    stream->slot->http->library->MHD_suspend_connection(stream->slot->connection);
}

// The next event as text. Under http.lock.
static void prepare(struct http *http, struct http_stream *stream, int64_t now_ms) {
    struct work_view view;
    char             room[TEXT_BYTES];
    struct arena     arena = {room, room + sizeof room};
    struct text      out   = text_new(&arena);
    stream->n = stream->at = 0;
    stream->next_ms        = now_ms + HTTP_STREAM_TICK_MS;
    stream->is_over        = true;
    if (!work_look(http->work, stream->name, now_ms, &view)) return;
    work_event_write(&view, &out);
    assert(out.n <= HTTP_STREAM_BYTES);
    memcpy(stream->event, out.data, (size_t)out.n);
    stream->n       = (int)out.n;
    bool is_open    = view.state == WORK_QUEUED || view.state == WORK_RUNNING;
    stream->is_over = !is_open || now_ms - stream->since_ms > HTTP_STREAM_AGE_MS;
}

// Asked by the library for the next bytes.
static ssize_t next_bytes(void *of, uint64_t position, char *out, size_t n_max) {
    struct http_stream *stream = of;
    struct http        *http   = stream->slot->http;
    (void)position;
    pool_lock_take(&http->lock);
    int64_t now_ms = http_core_now_ms();
    ssize_t n      = 0;
    if (stream->at == stream->n && !stream->is_over && now_ms >= stream->next_ms)
        prepare(http, stream, now_ms);
    if (stream->at < stream->n) {
        n = stream->n - stream->at;
        if (n > (ssize_t)n_max) n = (ssize_t)n_max;
        memcpy(out, stream->event + stream->at, (size_t)n);
        stream->at += (int)n;
    } else if (stream->is_over || http->is_over) n = MHD_CONTENT_READER_END_OF_STREAM;
    else sleep_until(stream, now_ms);
    pool_lock_leave(&http->lock);
    if (n == 0) http_core_alert(http, HTTP_QUICK);
    return n;
}

static void answer(struct http_slot *slot) {
    struct MHD_Response *made = slot->http->library->MHD_create_response_from_callback(
        MHD_SIZE_UNKNOWN, BLOCK_BYTES, next_bytes, slot->stream, NULL);
    slot->phase   = HTTP_READY;
    slot->is_last = true;
    if (made && http_reply_secure(slot->http, made, NULL) &&
        http_reply_add(slot->http, made, "Content-Type", "text/event-stream") &&
        http_reply_add(slot->http, made, "Cache-Control", "no-store") &&
        http_reply_add(slot->http, made, "Connection", "close"))
        slot->reply = (struct http_reply){made, MHD_HTTP_OK, 0};
    else if (made) slot->http->library->MHD_destroy_response(made);
}

// A free stream, taken for this slot.
static bool take(struct http_slot *slot) {
    struct http *http = slot->http;
    pool_lock_take(&http->lock);
    for (int i = 0; i < LIMIT_STREAMS && !slot->stream; i++) {
        struct http_stream *stream = &http->streams[i];
        if (stream->slot) continue;
        *stream = (struct http_stream){.slot = slot, .since_ms = http_core_now_ms()};
        memcpy(stream->name, slot->match.id, strlen(slot->match.id) + 1);
        slot->stream = stream;
        http->n_streams++;
    }
    pool_lock_leave(&http->lock);
    return slot->stream;
}

bool http_stream_go(struct http_slot *slot) {
    struct http     *http   = slot->http;
    int64_t          now_ms = http_core_now_ms();
    struct work_view view;
    bool             is_name = work_name_is_good(slot->match.id);
    bool             is_here = is_name && work_look(http->work, slot->match.id, now_ms, &view);
    if (is_name && !slot->stream && !take(slot)) {
        http_reply_refuse(slot, 503, "busy",
                          "as many streams of progress are open as there may be");
        return false;
    }
    // The stream may have come before the work that it follows.
    bool is_early = is_name && now_ms - slot->stream->since_ms < HTTP_STREAM_WAIT_MS;
    if (!is_here && is_early) {
        pool_lock_take(&http->lock);
        bool is_over = http->is_over;
        slot->phase  = HTTP_WORKING;
        atomic_store(&slot->deadline_ms, 0);
        if (!is_over) sleep_until(slot->stream, now_ms);
        pool_lock_leave(&http->lock);
        http_core_alert(http, HTTP_QUICK);
        if (!is_over) return true;
    }
    if (is_here) answer(slot);
    else http_reply_refuse(slot, 404, "unknown", "no work has this name");
    return false;
}

void http_stream_leave(struct http_slot *slot) {
    if (!slot->stream) return;
    pool_lock_take(&slot->http->lock);
    slot->stream->slot = NULL;
    slot->http->n_streams--;
    pool_lock_leave(&slot->http->lock);
    slot->stream = NULL;
}

void http_stream_cancel(struct http_slot *slot) {
    struct http *http = slot->http;
    if (work_name_is_good(slot->match.id) &&
        work_cancel_name(http->work, slot->match.id, WORK_CALLED_OFF)) {
        http_reply_make(slot, &(struct response){.code = MHD_HTTP_NO_CONTENT, .bytes = ""});
        slot->phase = HTTP_READY;
    } else http_reply_refuse(slot, 404, "unknown", "no open work has this name");
}

void http_stream_wake(struct http *http, int64_t now_ms, bool all) {
    for (int i = 0; i < LIMIT_STREAMS; i++) {
        struct http_stream *stream = &http->streams[i];
        if (!stream->slot || !stream->is_suspended || (now_ms < stream->next_ms && !all)) continue;
        stream->is_suspended = false;
        http->library->MHD_resume_connection(stream->slot->connection);
    }
}
