// SPDX-License-Identifier: Apache-2.0
#include "face/http_watch.h"

#include "face/http_linger.h"
#include "face/http_slot.h"
#include "face/http_stream.h"
#include "face/http_work.h"

#include <assert.h>
#include <poll.h>

enum {
    QUICK_MS   = 15,         // between two looks at open work: a client that goes is seen at once
    SLOW_MS    = 250,        // between two looks at connections that only wait
    LINGER_MS  = 1000,       // that it stays quick after the last work
    TALK_BYTES = 16 * 1024   // of problems, in each look
};

struct look {
    struct http      *http;
    struct work_view *views;   // [LIMIT_WORK]
    struct pollfd    *ends;    // [LIMIT_WORK]
    struct arena      talk;
};

// Calls off open work whose client has closed its end. A connection stays open while its request
// is worked on, so that no descriptor of open work can be another's meanwhile.
static void look_for_gone(struct look *watch, int n) {
    struct http *http = watch->http;
    assert(n > 0 && n <= LIMIT_WORK);
    pool_lock_take(&http->lock);
    for (int i = 0; i < n; i++) {
        struct http_slot *slot  = &http->slots[watch->views[i].connection];
        bool              is_it = atomic_load(&slot->work) == watch->views[i].number;
        watch->ends[i]          = (struct pollfd){.fd = is_it ? slot->fd : -1, .events = POLLRDHUP};
    }
    pool_lock_leave(&http->lock);
    if (poll(watch->ends, (nfds_t)n, 0) <= 0) return;
    for (int i = 0; i < n; i++)
        if (watch->ends[i].revents & (POLLRDHUP | POLLHUP | POLLERR))
            work_cancel(http->work, watch->views[i].number, WORK_CLIENT_GONE);
}

// Work that was called off and still waits for a worker is answered here.
static void answer_withdrawn(struct look *watch, const struct work_view *view) {
    struct http      *http = watch->http;
    struct http_slot *slot = &http->slots[view->connection];
    if (work_reason_of(http->work, view->number) == WORK_WANTED) return;
    pool_lock_take(&http->lock);
    bool is_ours = atomic_load(&slot->work) == view->number && pool_crew_withdraw(http->crew, slot);
    pool_lock_leave(&http->lock);
    struct arena talk = watch->talk;
    if (is_ours) http_work_end(slot, NULL, &talk);
}

static int look_at_work(struct look *watch, int64_t now_ms) {
    struct http *http = watch->http;
    int          n    = work_open_list(http->work, now_ms, 0, watch->views);
    if (n <= 0) return 0;
    look_for_gone(watch, n);
    for (int i = 0; i < n; i++) {
        if (watch->views[i].age_ms >= LIMIT_WORK_AGE_MS)
            work_cancel(http->work, watch->views[i].number, WORK_TOO_OLD);
        answer_withdrawn(watch, &watch->views[i]);
    }
    return n;
}

static void watch_on(void *of) {
    struct look *watch   = of;
    struct http *http    = watch->http;
    int64_t      busy_ms = 0, swept_ms = 0;
    for (bool is_over = false; !is_over;) {
        int64_t now_ms = http_core_now_ms();
        if (look_at_work(watch, now_ms) > 0) busy_ms = now_ms;

        pool_lock_take(&http->lock);
        bool is_stopping = atomic_load(&http->is_stopping);
        if (now_ms - swept_ms >= SLOW_MS || is_stopping) {
            http_slot_sweep(http, now_ms, is_stopping);
            swept_ms = now_ms;
        }
        http_stream_wake(http, now_ms, false);
        int n_lingers = http_linger_read(http, now_ms);

        // It says how attentive it will be, and looks once more, before it sleeps.
        bool is_quick =
            http->n_streams > 0 || n_lingers > 0 || now_ms - busy_ms < LINGER_MS || is_stopping;
        enum http_attention attention = is_quick           ? HTTP_QUICK
                                        : http->n_open > 0 ? HTTP_SLOW
                                                           : HTTP_ASLEEP;
        atomic_store(&http->attention, (int)attention);
        int n_queued, n_running;
        work_count(http->work, &n_queued, &n_running);
        int ms = is_quick || n_queued + n_running > 0 ? QUICK_MS
                 : attention == HTTP_SLOW             ? SLOW_MS
                                                      : -1;
        if (!http->is_over) pool_lock_wait(&http->lock, ms);
        is_over = http->is_over;
        if (is_over) http_stream_wake(http, now_ms, true);   // for the last time: none sleeps again
        pool_lock_leave(&http->lock);
    }
}

enum status http_watch_start(struct http *http, struct arena *arena, struct fault *fault) {
    struct look *watch = ARENA_NEW(arena, struct look, 1);
    char        *talk  = arena_alloc(arena, TALK_BYTES, 1);
    *watch             = (struct look){.http  = http,
                                       .views = ARENA_NEW(arena, struct work_view, LIMIT_WORK),
                                       .ends  = ARENA_NEW(arena, struct pollfd, LIMIT_WORK),
                                       .talk  = {talk, talk + TALK_BYTES}};
    if (pool_thread_start(&http->watcher, watch_on, watch)) return ST_OK;
    return fault_at(fault, ST_LIMIT,
                    "system: watcher: no thread: none could be started; allowed: a system with "
                    "room for it");
}

void http_watch_stop(struct http *http) {
    pool_lock_take(&http->lock);
    http->is_over = true;
    pool_lock_wake(&http->lock);
    pool_lock_leave(&http->lock);
    pool_thread_join(&http->watcher);
}
