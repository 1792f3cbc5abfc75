// metrics: how much the server does, and how it fares, as text for Prometheus (format 0.0.4).
//
// The set is fixed: what is counted stands in METRICS_LIST, labels come from the routes and from
// lists of words that are constant. Counting is one atomic addition from any thread. Nothing here
// tells anything about a request but its route, its method and how it ended.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_METRICS_H
#define STIPPLE_FACE_METRICS_H

#include "base/text.h"
#include "face/work.h"

#include <stdint.h>

// name in C, name in the text, type, help
#define METRICS_LIST(X)                                                                            \
    X(METRICS_CONNECTIONS, "stipple_connections", "gauge", "Connections that are open.")           \
    X(METRICS_CONNECTIONS_OPENED, "stipple_connections_opened_total", "counter",                   \
      "Connections that were accepted.")                                                           \
    X(METRICS_CONNECTIONS_REFUSED, "stipple_connections_refused_total", "counter",                 \
      "Connections that were closed at once, because there were too many.")                        \
    X(METRICS_CLIENTS_SLOW, "stipple_slow_clients_closed_total", "counter",                        \
      "Connections that were closed because the client took too long.")                            \
    X(METRICS_CLIENTS_IDLE, "stipple_idle_connections_closed_total", "counter",                    \
      "Connections that were closed because nothing more was asked on them.")                      \
    X(METRICS_UNFINISHED, "stipple_requests_unfinished_total", "counter",                          \
      "Requests without an answer of ours: given up, too slow, or refused by the library.")        \
    X(METRICS_QUEUE, "stipple_queue_requests", "gauge", "Requests that wait for a worker.")        \
    X(METRICS_QUEUE_FULL, "stipple_queue_full_total", "counter",                                   \
      "Requests that found no room in the queue.")                                                 \
    X(METRICS_WORKERS, "stipple_workers", "gauge", "Worker threads.")                              \
    X(METRICS_WORKERS_BUSY, "stipple_workers_busy", "gauge", "Worker threads that compute.")       \
    X(METRICS_WORK, "stipple_open_work", "gauge", "Requests that are computed or wait for it.")    \
    X(METRICS_STREAMS, "stipple_progress_streams", "gauge", "Streams of progress that are open.")  \
    X(METRICS_BODIES, "stipple_bodies_held_bytes", "gauge", "Bytes of bodies and answers held.")   \
    X(METRICS_BODIES_FULL, "stipple_bodies_full_total", "counter",                                 \
      "Requests that found no room for their body or their answer.")                               \
    X(METRICS_LOG_DROPPED, "stipple_log_lines_dropped_total", "counter",                           \
      "Lines of the log that were lost.")

enum metrics_id {
#define METRICS_ENUM(name, text, type, help) name,
    METRICS_LIST(METRICS_ENUM)
#undef METRICS_ENUM
        METRICS_IDS
};

struct metrics_route {     // a label of a request; constant
    const char *method;    // "GET"
    const char *pattern;   // "/api/plan/progress/{id}"
};

struct metrics_setup {   // what outlives the metrics
    const char                 *version;
    const struct metrics_route *routes;   // [n_routes], at most LIMIT_ROUTES
    int                         n_routes;
    const char *const          *refusals;   // [n_refusals] words, at most LIMIT_REFUSALS; "" = none
    int                         n_refusals;
};

struct metrics;

// All zero; lives as long as the arena.
struct metrics *metrics_new(const struct metrics_setup *setup, struct arena *arena);

// A counter goes up, a gauge goes up or down.
void metrics_add(struct metrics *metrics, enum metrics_id id, int64_t change);
// For what is counted elsewhere and only told here.
void    metrics_put(struct metrics *metrics, enum metrics_id id, int64_t value);
int64_t metrics_value(const struct metrics *metrics, enum metrics_id id);

struct metrics_request {
    int     route;   // index into setup.routes; -1 = it met none
    int     code;    // of the answer
    int64_t us;      // from the first byte read to the last byte written
    int64_t bytes_in, bytes_out;
};

// A request was answered.
void metrics_answered(struct metrics *metrics, const struct metrics_request *request);
// A head was refused before it met a route; `refusal` is an index into setup.refusals.
void metrics_refused(struct metrics *metrics, int refusal);
// Work was called off.
void metrics_cancelled(struct metrics *metrics, enum work_reason reason);

// Adds the whole text, with the memory of the process as it is now.
void metrics_write(const struct metrics *metrics, struct text *out);

#endif
