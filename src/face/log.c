// SPDX-License-Identifier: Apache-2.0
#include "face/log.h"

#include "base/limits.h"
#include "base/os.h"
#include "base/pool_lock.h"
#include "base/text.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum {
    NOWHERE      = -1,
    BATCH_LINES  = 64,     // lines that are taken out of the ring at once
    CHUNK_BYTES  = 4096,   // a pipe that is ready takes this much without waiting: PIPE_BUF
    WORD_BYTES   = 128,    // bytes of a word; what is longer is cut
    GATHER_MS    = 20,     // after the first line others are waited for
    READER_MS    = 100,    // how long a reader is waited for before the end is looked for again
    ARENA_BYTES  = 65536,
    CLOSE_MS     = 1000,   // how long a reader is waited for at the end
    MS_PER_S     = 1000,
    US_PER_MS    = 1000,
    NUMBER_BYTES = 32,
    STAMP_BYTES  = 32
};

struct log_entry {
    int64_t         utc_ms;
    struct log_line line;
};

struct log_book {
    int                descriptor;
    struct pool_thread writer;
    struct pool_lock   lock;                // guards what follows, up to the batch
    int64_t            n_in, n_out;         // lines entered and taken out, ever
    int64_t            n_written;           // of those taken out, the ones that are settled
    int64_t            n_dropped, n_told;   // lines dropped, and how many of them were told of
    bool               is_asleep;           // the writer waits for a first line
    bool               is_broken;           // the last lines could not be written
    int                n_hurrying;          // threads that wait for the writer
    bool               is_closing;
    int64_t            close_us;   // when it is, the time at which the writer gives up
    struct log_entry   ring[LIMIT_LOG_LINES];

    struct log_entry batch[BATCH_LINES];   // the writer's own, as is what follows
    struct arena     arena;
    struct text      text;
};

// What a line looks like.

static const struct {
    const char *word, *level;
    int         keys;
} events[LOG_EVENTS] = {
#define LOG_EVENT_ROW(name, word, level, keys) [name] = {word, level, keys},
    LOG_EVENT_LIST(LOG_EVENT_ROW)
#undef LOG_EVENT_ROW
};

// Words are plain ASCII; what is not would be a mistake of ours, and must not steer a terminal.
static void add_word(struct text *out, const char *key, const char *word) {
    text_addf(out, ",\"%s\":\"", key);
    for (int i = 0; word && word[i] && i < WORD_BYTES; i++) {
        unsigned char c = (unsigned char)word[i];
        if (c == '"' || c == '\\') text_addf(out, "\\%c", c);
        else if (c < ' ' || c > '~') text_add(out, "?");
        else text_add_bytes(out, &word[i], 1);
    }
    text_add(out, "\"");
}

static void add_number(struct text *out, const char *key, double value) {
    char number[NUMBER_BYTES];
    text_number(number, value);
    text_addf(out, ",\"%s\":%s", key, number);
}

static void add_line(struct text *out, const struct log_entry *entry) {
    const struct log_line *line = &entry->line;
    assert(line->event < LOG_EVENTS);
    int       keys    = events[line->event].keys;
    time_t    seconds = (time_t)(entry->utc_ms / MS_PER_S);
    struct tm utc;
    char      stamp[STAMP_BYTES];
    gmtime_r(&seconds, &utc);
    strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%S", &utc);

    text_addf(out, "{\"time\":\"%s.%03dZ\"", stamp, (int)(entry->utc_ms % MS_PER_S));
    add_word(out, "level", events[line->event].level);
    add_word(out, "event", events[line->event].word);
    if (keys & LOG_KEY_ROUTE) add_word(out, "route", line->route);
    if (keys & LOG_KEY_METHOD) add_word(out, "method", line->method);
    if (keys & LOG_KEY_CODE) add_number(out, "code", line->code);
    if (keys & LOG_KEY_REASON) add_word(out, "reason", line->reason);
    if (keys & LOG_KEY_MS) add_number(out, "ms", line->ms);
    if (keys & LOG_KEY_BYTES_IN) add_number(out, "bytes_in", (double)line->bytes_in);
    if (keys & LOG_KEY_BYTES_OUT) add_number(out, "bytes_out", (double)line->bytes_out);
    if (keys & LOG_KEY_CONNECTION) add_number(out, "connection", (double)line->connection);
    if (keys & LOG_KEY_COUNT) add_number(out, "count", (double)line->count);
    if (keys & LOG_KEY_ADDRESS) add_word(out, "address", line->address);
    if (keys & LOG_KEY_PORT) add_number(out, "port", line->port);
    text_add(out, "}\n");
}

// The writer.

// How long a reader is waited for now: not at all once whoever closes the book has waited enough.
static int patience_ms(struct log_book *book) {
    pool_lock_take(&book->lock);
    bool is_over = book->is_closing && os_now_us() >= book->close_us;
    pool_lock_leave(&book->lock);
    return is_over ? 0 : READER_MS;
}

// Writes n <= CHUNK_BYTES, as soon as somebody reads. False: it cannot be written.
static bool put_chunk(struct log_book *book, const char *bytes, ptrdiff_t n) {
    while (n > 0) {
        struct pollfd end = {.fd = book->descriptor, .events = POLLOUT};
        int           ms = patience_ms(book), got = poll(&end, 1, ms);
        if (got == 0 && ms == 0) return false;
        if (got == 0 || (got < 0 && errno == EINTR)) continue;
        ssize_t put = got < 0 ? -1 : write(book->descriptor, bytes, (size_t)n);
        if (put < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (put <= 0) return false;
        bytes += put;
        n -= put;
    }
    return true;
}

// Writes lines [n] of the batch in chunks of whole lines, and settles them: those that were lost
// are counted, and a loss that could not be told of is told of later.
static void put_batch(struct log_book *book, int n) {
    int  n_lost = 0, n_untold = 0, first = 0;
    bool is_put  = true;
    book->text.n = 0;
    for (int i = 0; i < n && first < n;) {
        ptrdiff_t before = book->text.n;
        add_line(&book->text, &book->batch[i]);
        bool is_over = book->text.n > CHUNK_BYTES;
        assert(!is_over || i > first);
        if (!is_over && ++i < n) continue;
        // The line that did not fit begins the next chunk.
        is_put = put_chunk(book, book->text.data, is_over ? before : book->text.n);
        for (; first < i; first++) {
            const struct log_line *line = &book->batch[first].line;
            if (is_put) continue;
            if (line->event == LOG_DROPPED) n_untold += (int)line->count;
            else n_lost++;
        }
        book->text.n = 0;
    }
    pool_lock_take(&book->lock);
    book->n_dropped += n_lost;
    book->n_told -= n_untold;
    book->is_broken = !is_put;
    book->n_written = book->n_out;
    if (book->n_hurrying) pool_lock_wake(&book->lock);
    pool_lock_leave(&book->lock);
}

// Waits for lines and takes some out; 0 when the book closes and nothing is left to say. Lines
// that were dropped meanwhile are told first.
static int take_batch(struct log_book *book) {
    int n = 0;
    pool_lock_take(&book->lock);
    book->is_asleep = true;
    while (book->n_in == book->n_out && !book->is_closing) pool_lock_wait(&book->lock, -1);
    book->is_asleep = false;

    // One by one, lines would cost a change of threads each.
    int64_t until_us = os_now_us() + GATHER_MS * US_PER_MS;
    while (!book->is_closing && !book->n_hurrying && book->n_in - book->n_out < BATCH_LINES &&
           os_now_us() < until_us)
        pool_lock_wait(&book->lock, GATHER_MS);

    bool is_last = book->n_in == book->n_out;
    if (book->n_dropped > book->n_told && !(is_last && book->is_broken)) {
        book->batch[n++] = (struct log_entry){
            .utc_ms = is_last ? os_utc_ms() : book->ring[book->n_out % LIMIT_LOG_LINES].utc_ms,
            .line   = {.event = LOG_DROPPED, .count = book->n_dropped - book->n_told}};
        book->n_told = book->n_dropped;
    }
    while (n < BATCH_LINES && book->n_out < book->n_in)
        book->batch[n++] = book->ring[book->n_out++ % LIMIT_LOG_LINES];
    pool_lock_leave(&book->lock);
    return n;
}

static void write_off(void *of) {
    struct log_book *book = of;
    for (int n; (n = take_batch(book)) > 0;) put_batch(book, n);
}

enum status log_open(struct log_book **opened, int descriptor, struct arena *arena,
                     struct fault *fault) {
    struct log_book *book = ARENA_NEW(arena, struct log_book, 1);
    book->descriptor      = descriptor;
    *opened               = book;
    pool_lock_init(&book->lock);
    if (descriptor == NOWHERE) return ST_OK;
    book->arena.at  = arena_alloc(arena, ARENA_BYTES, 1);
    book->arena.end = book->arena.at + ARENA_BYTES;
    book->text      = text_new(&book->arena);
    if (!pool_thread_start(&book->writer, write_off, book))
        return fault_at(fault, ST_LIMIT, "log: no thread could be started for it");
    return ST_OK;
}

void log_write(struct log_book *book, const struct log_line *line) {
    if (book->descriptor == NOWHERE) return;
    pool_lock_take(&book->lock);
    assert(!book->is_closing);
    int64_t n_waiting = book->n_in - book->n_out;
    if (n_waiting == LIMIT_LOG_LINES) book->n_dropped++;
    else book->ring[book->n_in++ % LIMIT_LOG_LINES] = (struct log_entry){os_utc_ms(), *line};
    if (book->is_asleep || n_waiting == LIMIT_LOG_LINES / 2) pool_lock_wake(&book->lock);
    pool_lock_leave(&book->lock);
}

bool log_flush(struct log_book *book, int ms) {
    int64_t until_us = os_now_us() + (int64_t)ms * US_PER_MS;
    pool_lock_take(&book->lock);
    int64_t n_wanted = book->n_in;
    book->n_hurrying++;
    pool_lock_wake(&book->lock);
    while (book->n_written < n_wanted && os_now_us() < until_us)
        pool_lock_wait(&book->lock, (int)((until_us - os_now_us()) / US_PER_MS) + 1);
    book->n_hurrying--;
    bool is_done = book->n_written >= n_wanted;
    pool_lock_leave(&book->lock);
    return is_done;
}

int64_t log_dropped(struct log_book *book) {
    pool_lock_take(&book->lock);
    int64_t n_dropped = book->n_dropped;
    pool_lock_leave(&book->lock);
    return n_dropped;
}

void log_close(struct log_book *book) {
    pool_lock_take(&book->lock);
    book->is_closing = true;
    book->close_us   = os_now_us() + CLOSE_MS * US_PER_MS;
    pool_lock_wake(&book->lock);
    pool_lock_leave(&book->lock);
    if (book->descriptor != NOWHERE) pool_thread_join(&book->writer);
    pool_lock_end(&book->lock);
}
