// work: the register of open work: what is computed for requests or waits for it, for which page,
// since when, and whether anybody still wants it.
//
// It is a fixed table under a lock of its own; every function may be called from any thread and
// returns at once. Names and patterns are copied or constant; nothing of a person is in it. Time is
// handed in: milliseconds of the clock that only goes forward.
//
// A piece of work has a number, never given twice. It is queued by work_begin, running by work_run,
// and ends by work_end, which whoever began it calls exactly once, also after it was called off.
// Its progress lies in the register and may be used until then. What ended under a name stays to
// be seen for WORK_KEPT_MS, so that a stream that comes late still learns how it ended.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_WORK_H
#define STIPPLE_FACE_WORK_H

#include "base/progress.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    WORK_NAME_MIN = 8,    // characters of the name of a page or of a piece of work
    WORK_NAME_MAX = 64,   // each is a letter or digit of ASCII, '-' or '_'
    WORK_KEPT_MS  = 10000
};

enum work_state { WORK_QUEUED, WORK_RUNNING, WORK_DONE, WORK_CANCELLED };

// Why it was called off: constant, and the word of the log, of the metrics and of the stream.
#define WORK_REASON_LIST(X)                                                                        \
    X(WORK_WANTED, "wanted")                                                                       \
    X(WORK_CLIENT_GONE, "client_gone")                                                             \
    X(WORK_REPLACED, "replaced")                                                                   \
    X(WORK_CALLED_OFF, "called_off")                                                               \
    X(WORK_TOO_OLD, "too_old")                                                                     \
    X(WORK_STOPPING, "stopping")

enum work_reason {
#define WORK_REASON_ENUM(name, word) name,
    WORK_REASON_LIST(WORK_REASON_ENUM)
#undef WORK_REASON_ENUM
        WORK_REASONS
};

enum work_entry { WORK_BEGUN, WORK_NAME_TAKEN, WORK_FULL };

struct work_call {         // what a request asks to be entered
    const char *pattern;   // of its route; constant
    const char *id;        // what stands in the pattern's slot, up to LIMIT_ID_BYTES; NULL = none
    const char *page;      // NULL = none; the same for the next
    const char *name;
    int         connection;   // the caller's own mark, handed back by work_open_list
};

struct work_view {   // one piece of work, as it was when somebody looked
    int64_t          number;
    int              connection;
    const char      *pattern;
    enum work_state  state;
    enum work_reason reason;   // WORK_WANTED unless it was called off
    double           share;    // 0 to 1
    int64_t          age_ms;   // since it began; of what has ended, how long it took
};

struct work_register;

// An empty register with room for LIMIT_WORK pieces; it lives as long as the arena.
struct work_register *work_register_new(struct arena *arena);

// True for a text that may name a page or a piece of work.
bool        work_name_is_good(const char *name);
const char *work_reason_word(enum work_reason reason);

// Enters a piece of work. Names are good ones. An older piece of the same page, pattern and id is
// called off as replaced; *replaced is its number, 0 if there was none: it may still wait in a
// queue. WORK_NAME_TAKEN: open work has this name. WORK_FULL: there is no room. Nothing has changed
// then.
enum work_entry work_begin(struct work_register *work, const struct work_call *call, int64_t now_ms,
                           int64_t *number, int64_t *replaced);

// The progress of open work: for the thread that computes it, until it calls work_end.
struct progress *work_progress(struct work_register *work, int64_t number);

// A worker has it now. False: it was called off meanwhile, and need not be begun.
bool work_run(struct work_register *work, int64_t number);

// The work is over. `is_whole`: it has its answer, whatever was called to it; else it counts as
// called off.
void work_end(struct work_register *work, int64_t number, bool is_whole, int64_t now_ms);

// Calls open work off. The first reason stays. False: it is not open, or was called off before.
bool work_cancel(struct work_register *work, int64_t number, enum work_reason reason);
// The same by name; its number, 0 if no open work has this name or it was called off before.
int64_t work_cancel_name(struct work_register *work, const char *name, enum work_reason reason);
// Calls all open work off; how many pieces that were.
int work_cancel_all(struct work_register *work, enum work_reason reason);

// Why it was called off; WORK_WANTED if it was not, or is not open.
enum work_reason work_reason_of(struct work_register *work, int64_t number);

// What has this name, open or ended a short while ago. False: nothing.
bool work_look(struct work_register *work, const char *name, int64_t now_ms,
               struct work_view *view);

// Open work that is at least age_ms old, oldest first, into views [LIMIT_WORK]; how many.
int  work_open_list(struct work_register *work, int64_t now_ms, int64_t age_ms,
                    struct work_view *views);
void work_count(struct work_register *work, int *n_queued, int *n_running);

// Adds the server-sent event of a view: "progress" while it is open, then "done" or "cancelled".
// The data is one JSON object: state, share, seconds and, once called off, reason.
void work_event_write(const struct work_view *view, struct text *out);

#endif
