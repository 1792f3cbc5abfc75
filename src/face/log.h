// log: what the server did, as lines of JSON, one object a line, for whoever runs it.
//
// A line has fixed keys: time (UTC, milliseconds), level, event, and then those of its event. Its
// values are numbers and words of the program: no path, query, head or body, nothing a client
// sent. Writing a line copies some numbers into a ring and returns, from any thread; a thread of
// the log's own makes the text and hands it to the system. Where that does not keep up, lines are
// dropped and counted, and the count is a line itself.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_LOG_H
#define STIPPLE_FACE_LOG_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum log_key {
    LOG_KEY_ROUTE      = 1 << 0,
    LOG_KEY_METHOD     = 1 << 1,
    LOG_KEY_CODE       = 1 << 2,
    LOG_KEY_MS         = 1 << 3,
    LOG_KEY_BYTES_IN   = 1 << 4,
    LOG_KEY_BYTES_OUT  = 1 << 5,
    LOG_KEY_CONNECTION = 1 << 6,
    LOG_KEY_REASON     = 1 << 7,
    LOG_KEY_COUNT      = 1 << 8,
    LOG_KEY_ADDRESS    = 1 << 9,
    LOG_KEY_PORT       = 1 << 10
};

// event, its word, its level, the keys it has beside time, level and event
#define LOG_EVENT_LIST(X)                                                                          \
    X(LOG_LISTENING, "listening", "info", LOG_KEY_ADDRESS | LOG_KEY_PORT)                          \
    X(LOG_CERTIFICATE, "certificate", "warning", LOG_KEY_REASON)                                   \
    X(LOG_REQUEST, "request", "info",                                                              \
      LOG_KEY_ROUTE | LOG_KEY_METHOD | LOG_KEY_CODE | LOG_KEY_MS | LOG_KEY_BYTES_IN |              \
          LOG_KEY_BYTES_OUT | LOG_KEY_CONNECTION)                                                  \
    X(LOG_REFUSED, "refused", "warning",                                                           \
      LOG_KEY_METHOD | LOG_KEY_REASON | LOG_KEY_CODE | LOG_KEY_CONNECTION)                         \
    X(LOG_CLOSED, "closed", "warning", LOG_KEY_REASON | LOG_KEY_MS | LOG_KEY_CONNECTION)           \
    X(LOG_CANCELLED, "cancelled", "info",                                                          \
      LOG_KEY_ROUTE | LOG_KEY_REASON | LOG_KEY_MS | LOG_KEY_CONNECTION)                            \
    X(LOG_FAILED, "failed", "error", LOG_KEY_ROUTE | LOG_KEY_CODE | LOG_KEY_CONNECTION)            \
    X(LOG_DROPPED, "dropped", "warning", LOG_KEY_COUNT)                                            \
    X(LOG_STOPPING, "stopping", "info", LOG_KEY_REASON | LOG_KEY_COUNT)                            \
    X(LOG_STOPPED, "stopped", "info", LOG_KEY_MS)

enum log_event {
#define LOG_EVENT_ENUM(name, word, level, keys) name,
    LOG_EVENT_LIST(LOG_EVENT_ENUM)
#undef LOG_EVENT_ENUM
        LOG_EVENTS
};

// The values of a line; those its event has no key for are left out. A text lives as long as the
// log does; NULL is written as "".
struct log_line {
    enum log_event event;
    int            code;         // of HTTP
    const char    *route;        // its pattern, never the path
    const char    *method;       // as the program names it
    const char    *reason;       // a word of the program
    const char    *address;      // where the server listens
    double         ms;           // how long it took
    int64_t        bytes_in;     // of the body
    int64_t        bytes_out;    // the same of the answer
    int64_t        connection;   // number of the connection, from 1
    int64_t        count;        // LOG_DROPPED lines, LOG_STOPPING open requests, ...
    int            port;
};

struct log_book;

// A log that ends at `descriptor`, which stays the caller's; -1: nowhere, and lines cost nothing.
// The book lives in the arena. ST_LIMIT: the system gives no thread for it.
MUST_CHECK enum status log_open(struct log_book **book, int descriptor, struct arena *arena,
                                struct fault *fault);

// Enters a line with the present time, or counts it as dropped. Never waits for the system. Lines
// stand in the order of their times, as long as nobody sets the clock.
void log_write(struct log_book *book, const struct log_line *line);

// Waits until every line that was entered before is written or lost, at most `ms`. False: there
// was not enough time.
bool log_flush(struct log_book *book, int ms);

// Lines that were dropped so far, for want of room or because they could not be written.
int64_t log_dropped(struct log_book *book);

// Writes what is left, waiting at most a second for a reader, and ends the thread. Nothing
// else may be asked of the book any more.
void log_close(struct log_book *book);

#endif
