// status: how an operation ended, and the one place where the detail of a failure is written.
// A clinical finding is data, never a status. A bug of ours is an assert, never a status.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_STATUS_H
#define STIPPLE_BASE_STATUS_H

#include "base/limits.h"

// name, exit status of the process, text
#define STATUS_LIST(X)                                                                             \
    X(ST_OK, 0, "done")                                                                            \
    X(ST_CONTENT, 2, "the content is not acceptable")                                              \
    X(ST_MALFORMED, 2, "the content cannot be read at all")                                        \
    X(ST_UNKNOWN, 2, "there is no such thing")                                                     \
    X(ST_DENIED, 3, "not allowed or not configured")                                               \
    X(ST_IO, 4, "cannot be read or written")                                                       \
    X(ST_LIMIT, 5, "a limit is exceeded")                                                          \
    X(ST_BROKEN, 5, "a rule of our own is broken")                                                 \
    X(ST_CANCELLED, 5, "was called off")

enum status {
#define STATUS_ENUM(name, exit, text) name,
    STATUS_LIST(STATUS_ENUM)
#undef STATUS_ENUM
};

#define MUST_CHECK __attribute__((warn_unused_result))

// Passes a failure up. The detail was written where it was known.
#define TRY(call)                                                                                  \
    do {                                                                                           \
        enum status try_status_ = (call);                                                          \
        if (try_status_ != ST_OK) return try_status_;                                              \
    } while (0)

// The detail of one failure, for a person: "FILE:LINE:COL: FIELD: VALUE: what is wrong; allowed:
// ..."
struct fault {
    char text[LIMIT_FAULT_BYTES];   // one line, no newline, always terminated
};

// Writes the detail (printf form, cut at LIMIT_FAULT_BYTES) and returns status, so that a failure
// reads: return fault_at(fault, ST_CONTENT, "%s: ...", name);
enum status fault_at(struct fault *fault, enum status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

int         status_exit(enum status status);   // the exit status of the process
const char *status_text(enum status status);

#endif
