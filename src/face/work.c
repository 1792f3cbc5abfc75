// SPDX-License-Identifier: Apache-2.0
#include "face/work.h"

#include "base/limits.h"
#include "base/pool_lock.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { NONE = -1, SHARE_STEPS = 10000, MS_PER_S = 1000, NUMBER_BYTES = 32 };

struct work_piece {
    int64_t          number;   // 0 = the place is free
    const char      *pattern;
    char             id[LIMIT_ID_BYTES + 1];
    char             page[WORK_NAME_MAX + 1], name[WORK_NAME_MAX + 1];   // "" = none
    int              connection;
    enum work_state  state;
    enum work_reason reason;
    int64_t          since_ms;
    int              older, newer;   // open work in the order it began; places, or NONE
    struct progress  progress;
};

struct work_ended {   // what can still be seen of it
    char             name[WORK_NAME_MAX + 1];
    int64_t          at_ms;
    struct work_view view;
};

// The number of a piece tells its place: serial * LIMIT_WORK + place.
struct work_register {
    struct pool_lock  lock;   // guards everything below, but for progress, which is atomic
    int64_t           serial;
    int               n_open, n_free, oldest, newest;
    int               n_named;   // open pieces with a page or a name: without any, nobody searches
    int               free[LIMIT_WORK];   // [n_free] places
    struct work_piece pieces[LIMIT_WORK];
    int64_t           n_ended;   // ever; the last ones are kept in a ring
    struct work_ended ended[LIMIT_WORK_KEPT];
};

struct work_register *work_register_new(struct arena *arena) {
    struct work_register *work = ARENA_NEW(arena, struct work_register, 1);
    pool_lock_init(&work->lock);
    work->oldest = work->newest = NONE;
    for (int i = LIMIT_WORK; i-- > 0;) work->free[work->n_free++] = i;
    return work;
}

bool work_name_is_good(const char *name) {
    size_t n = strnlen(name, WORK_NAME_MAX + 1);
    if (n < WORK_NAME_MIN || n > WORK_NAME_MAX) return false;
    return strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") == n;
}

const char *work_reason_word(enum work_reason reason) {
    static const char *const words[WORK_REASONS] = {
#define WORK_REASON_WORD(name, word) [name] = word,
        WORK_REASON_LIST(WORK_REASON_WORD)
#undef WORK_REASON_WORD
    };
    assert(reason < WORK_REASONS);
    return words[reason];
}

// The open piece of this number, NULL if there is none.
static struct work_piece *piece_of(struct work_register *work, int64_t number) {
    if (number <= 0) return NULL;
    struct work_piece *piece = &work->pieces[number % LIMIT_WORK];
    return piece->number == number ? piece : NULL;
}

static struct work_piece *piece_named(struct work_register *work, const char *name) {
    if (work->n_named == 0) return NULL;
    for (int i = work->newest; i != NONE; i = work->pieces[i].older)
        if (text_equal(work->pieces[i].name, name)) return &work->pieces[i];
    return NULL;
}

static bool call_off(struct work_piece *piece, enum work_reason reason) {
    assert(reason != WORK_WANTED);
    if (piece->reason != WORK_WANTED) return false;
    piece->reason = reason;
    progress_cancel(&piece->progress);
    return true;
}

// The number of the piece that a new one of this page replaces, 0 if there is none.
static int64_t replace(struct work_register *work, const struct work_call *call) {
    if (work->n_named == 0) return 0;
    for (int i = work->newest; i != NONE; i = work->pieces[i].older) {
        struct work_piece *piece = &work->pieces[i];
        if (text_equal(piece->page, call->page) && text_equal(piece->pattern, call->pattern) &&
            text_equal(piece->id, call->id ? call->id : "") && call_off(piece, WORK_REPLACED))
            return piece->number;
    }
    return 0;
}

static void name_copy(char out[WORK_NAME_MAX + 1], const char *name) {
    out[0] = '\0';
    if (!name) return;
    assert(work_name_is_good(name));
    memcpy(out, name, strlen(name) + 1);
}

static int64_t enter(struct work_register *work, const struct work_call *call, int64_t now_ms) {
    int                place = work->free[--work->n_free];
    struct work_piece *piece = &work->pieces[place];

    *piece = (struct work_piece){.number     = ++work->serial * LIMIT_WORK + place,
                                 .pattern    = call->pattern,
                                 .connection = call->connection,
                                 .since_ms   = now_ms,
                                 .older      = work->newest,
                                 .newer      = NONE};
    if (call->id) {
        assert(strlen(call->id) <= LIMIT_ID_BYTES);
        memcpy(piece->id, call->id, strlen(call->id) + 1);
    }
    name_copy(piece->page, call->page);
    name_copy(piece->name, call->name);
    if (work->newest == NONE) work->oldest = place;
    else work->pieces[work->newest].newer = place;
    work->newest = place;
    work->n_open++;
    work->n_named += call->page || call->name;
    return piece->number;
}

enum work_entry work_begin(struct work_register *work, const struct work_call *call, int64_t now_ms,
                           int64_t *number, int64_t *replaced) {
    enum work_entry entry = WORK_BEGUN;
    *number = *replaced = 0;
    pool_lock_take(&work->lock);
    if (call->name && piece_named(work, call->name)) entry = WORK_NAME_TAKEN;
    else if (work->n_free == 0) entry = WORK_FULL;
    else {
        if (call->page) *replaced = replace(work, call);
        *number = enter(work, call, now_ms);
    }
    pool_lock_leave(&work->lock);
    return entry;
}

struct progress *work_progress(struct work_register *work, int64_t number) {
    pool_lock_take(&work->lock);
    struct work_piece *piece = piece_of(work, number);
    pool_lock_leave(&work->lock);
    assert(piece);
    return &piece->progress;
}

bool work_run(struct work_register *work, int64_t number) {
    pool_lock_take(&work->lock);
    struct work_piece *piece = piece_of(work, number);
    assert(piece && piece->state == WORK_QUEUED);
    bool is_wanted = piece->reason == WORK_WANTED;
    if (is_wanted) piece->state = WORK_RUNNING;
    pool_lock_leave(&work->lock);
    return is_wanted;
}

static struct work_view view_of(const struct work_piece *piece, int64_t now_ms) {
    return (struct work_view){.number     = piece->number,
                              .connection = piece->connection,
                              .pattern    = piece->pattern,
                              .state      = piece->state,
                              .reason     = piece->reason,
                              .share      = progress_share(&piece->progress),
                              .age_ms     = now_ms - piece->since_ms};
}

// Takes an open piece out of the order and gives its place back.
static void leave(struct work_register *work, struct work_piece *piece) {
    int place = (int)(piece - work->pieces);
    if (piece->older == NONE) work->oldest = piece->newer;
    else work->pieces[piece->older].newer = piece->newer;
    if (piece->newer == NONE) work->newest = piece->older;
    else work->pieces[piece->newer].older = piece->older;
    work->n_open--;
    work->n_named -= piece->page[0] || piece->name[0];
    work->free[work->n_free++] = place;
    piece->number              = 0;
}

void work_end(struct work_register *work, int64_t number, bool is_whole, int64_t now_ms) {
    pool_lock_take(&work->lock);
    struct work_piece *piece = piece_of(work, number);
    assert(piece);
    if (piece->name[0]) {
        struct work_ended *ended = &work->ended[work->n_ended++ % LIMIT_WORK_KEPT];
        *ended            = (struct work_ended){.at_ms = now_ms, .view = view_of(piece, now_ms)};
        ended->view.state = is_whole ? WORK_DONE : WORK_CANCELLED;
        if (is_whole) ended->view.reason = WORK_WANTED, ended->view.share = 1;
        name_copy(ended->name, piece->name);
    }
    leave(work, piece);
    pool_lock_leave(&work->lock);
}

bool work_cancel(struct work_register *work, int64_t number, enum work_reason reason) {
    pool_lock_take(&work->lock);
    struct work_piece *piece     = piece_of(work, number);
    bool               is_called = piece && call_off(piece, reason);
    pool_lock_leave(&work->lock);
    return is_called;
}

int64_t work_cancel_name(struct work_register *work, const char *name, enum work_reason reason) {
    pool_lock_take(&work->lock);
    struct work_piece *piece  = piece_named(work, name);
    int64_t            number = piece && call_off(piece, reason) ? piece->number : 0;
    pool_lock_leave(&work->lock);
    return number;
}

int work_cancel_all(struct work_register *work, enum work_reason reason) {
    int n = 0;
    pool_lock_take(&work->lock);
    for (int i = work->oldest; i != NONE; i = work->pieces[i].newer)
        n += call_off(&work->pieces[i], reason);
    pool_lock_leave(&work->lock);
    return n;
}

enum work_reason work_reason_of(struct work_register *work, int64_t number) {
    pool_lock_take(&work->lock);
    struct work_piece *piece  = piece_of(work, number);
    enum work_reason   reason = piece ? piece->reason : WORK_WANTED;
    pool_lock_leave(&work->lock);
    return reason;
}

bool work_look(struct work_register *work, const char *name, int64_t now_ms,
               struct work_view *view) {
    pool_lock_take(&work->lock);
    struct work_piece *piece    = piece_named(work, name);
    bool               is_found = piece != NULL;
    if (piece) *view = view_of(piece, now_ms);
    // Of what ended the latest; older than kept, or overwritten, is gone.
    for (int64_t k = work->n_ended; !is_found && k-- > 0 && k >= work->n_ended - LIMIT_WORK_KEPT;) {
        const struct work_ended *ended = &work->ended[k % LIMIT_WORK_KEPT];
        if (now_ms - ended->at_ms > WORK_KEPT_MS) break;
        is_found = text_equal(ended->name, name);
        if (is_found) *view = ended->view;
    }
    pool_lock_leave(&work->lock);
    return is_found;
}

int work_open_list(struct work_register *work, int64_t now_ms, int64_t age_ms,
                   struct work_view *views) {
    int n = 0;
    pool_lock_take(&work->lock);
    for (int i = work->oldest; i != NONE; i = work->pieces[i].newer) {
        if (now_ms - work->pieces[i].since_ms < age_ms) break;
        views[n++] = view_of(&work->pieces[i], now_ms);
    }
    pool_lock_leave(&work->lock);
    return n;
}

void work_count(struct work_register *work, int *n_queued, int *n_running) {
    *n_queued = *n_running = 0;
    pool_lock_take(&work->lock);
    for (int i = work->oldest; i != NONE; i = work->pieces[i].newer)
        (*(work->pieces[i].state == WORK_QUEUED ? n_queued : n_running))++;
    pool_lock_leave(&work->lock);
}

void work_event_write(const struct work_view *view, struct text *out) {
    static const char *const states[] = {[WORK_QUEUED]    = "queued",
                                         [WORK_RUNNING]   = "running",
                                         [WORK_DONE]      = "done",
                                         [WORK_CANCELLED] = "cancelled"};
    bool                     is_open  = view->state == WORK_QUEUED || view->state == WORK_RUNNING;
    char                     share[NUMBER_BYTES], seconds[NUMBER_BYTES];
    // Rounded down: a bar is full only at the end.
    text_number(share, floor(view->share * SHARE_STEPS) / SHARE_STEPS);
    text_number(seconds, (double)view->age_ms / MS_PER_S);
    text_addf(out, "event: %s\ndata: {\"state\":\"%s\",\"share\":%s,\"seconds\":%s",
              is_open ? "progress" : states[view->state], states[view->state], share, seconds);
    if (view->reason != WORK_WANTED)
        text_addf(out, ",\"reason\":\"%s\"", work_reason_word(view->reason));
    text_add(out, "}\n\n");
}
