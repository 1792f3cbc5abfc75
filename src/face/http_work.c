// SPDX-License-Identifier: Apache-2.0
#include "face/http_work.h"

#include "base/os.h"
#include "face/http_library.h"
#include "face/http_reply.h"
#include "face/problem.h"

// What a client is told whose work was called off.
static void write_called_off(struct response *response, enum work_reason reason, bool has_run,
                             struct arena *arena) {
    *response = (struct response){0};
    if (reason == WORK_TOO_OLD || reason == WORK_STOPPING) {
        bool        is_old = reason == WORK_TOO_OLD;
        const char *detail = is_old && has_run
                                 ? "it was worked on for as long as work may take; allowed: less "
                                   "of it, such as fewer members"
                                 : NULL;
        problem_write(response, 503, is_old ? "stale" : "stopping", detail, NULL, arena);
        response->retry_after_s = detail ? 0 : 1;   // the same work would take as long again
        return;
    }
    problem_write(response, 409, "cancelled",
                  reason == WORK_REPLACED ? "a newer request of the same page took its place"
                                          : "it was called off before it was done",
                  NULL, arena);
}

// `response`: NULL, it was called off before it was begun.
void http_work_end(struct http_slot *slot, const struct response *response, struct arena *arena) {
    struct http     *http   = slot->http;
    int64_t          number = atomic_load(&slot->work);
    enum work_reason reason = work_reason_of(http->work, number);
    struct response  off;

    // An answer that was complete before anybody called it off is a whole answer.
    bool is_whole = response && (reason == WORK_WANTED || response->code != MHD_HTTP_CONFLICT);
    if (!is_whole) {
        write_called_off(&off, reason, response != NULL, arena);
        metrics_cancelled(http->metrics, reason);
        log_write(http->log, &(struct log_line){.event  = LOG_CANCELLED,
                                                .route  = slot->match.route->pattern,
                                                .reason = work_reason_word(reason),
                                                .ms = (double)(os_now_us() - slot->begun_us) / 1000,
                                                .connection = slot->number});
    }
    work_end(http->work, number, is_whole, http_core_now_ms());
    http_reply_make(slot, is_whole ? response : &off);

    // From here on it is the library's thread that has the slot.
    slot->phase = HTTP_READY;
    http->library->MHD_resume_connection(slot->connection);
}

// What a worker does with a slot.
static void answer(void *subject, struct arena *arena) {
    struct http_slot *slot     = subject;
    struct http      *http     = slot->http;
    int64_t           number   = atomic_load(&slot->work);
    struct response   response = {0};
    if (!work_run(http->work, number)) {
        http_work_end(slot, NULL, arena);
        return;
    }
    if (slot->match.route->kind != ROUTE_ASSET)
        route_answer(http->routes, &slot->match, &slot->request, http->opened,
                     work_progress(http->work, number), &response, arena);
    else if (!asset_answer(http->shelf, &slot->request, &response, arena))
        problem_write(&response, 404, "unknown", "the path is not known here", NULL, arena);
    http_work_end(slot, &response, arena);
}

bool http_work_begin(struct http_slot *slot) {
    struct http     *http     = slot->http;
    int64_t          number   = 0, replaced;
    struct work_call call     = {slot->match.route->pattern, slot->match.id, slot->found.page,
                                 slot->found.work, slot->index};
    struct pool_job  job      = {answer, slot,
                                 !(slot->match.route->verb && slot->match.route->verb->is_long)};
    bool             is_taken = false;
    // Asked first, since a newer request calls the older one off when it is begun.
    if (pool_crew_queued(http->crew) >= LIMIT_QUEUE) {
        metrics_add(http->metrics, METRICS_QUEUE_FULL, 1);
        http_reply_refuse(slot, 503, atomic_load(&http->is_stopping) ? "stopping" : "busy", NULL);
        return false;
    }
    switch (work_begin(http->work, &call, http_core_now_ms(), &number, &replaced)) {
    case WORK_NAME_TAKEN:
        http_reply_refuse(slot, 409, "conflict", "open work has the name of Stipple-Work");
        return false;
    case WORK_FULL: http_reply_refuse(slot, 503, "busy", NULL); return false;
    case WORK_BEGUN: break;
    }

    // Suspended first: a worker may be done before this function is.
    slot->phase = HTTP_WORKING;
    atomic_store(&slot->deadline_ms, 0);
    http->library->MHD_suspend_connection(slot->connection);
    pool_lock_take(&http->lock);
    atomic_store(&slot->work, number);
    is_taken = pool_crew_submit(http->crew, job);
    pool_lock_leave(&http->lock);
    if (is_taken) {
        http_core_alert(http, HTTP_QUICK);
        return true;
    }
    metrics_add(http->metrics, METRICS_QUEUE_FULL, 1);
    work_end(http->work, number, false, http_core_now_ms());
    atomic_store(&slot->work, 0);
    http_reply_refuse(slot, 503, atomic_load(&http->is_stopping) ? "stopping" : "busy", NULL);
    http->library->MHD_resume_connection(slot->connection);
    return true;
}
