// test_log: what a line looks like, and what happens to lines that nobody reads.
// SPDX-License-Identifier: Apache-2.0
#include "face/log.h"

#include "base/limits.h"
#include "base/os.h"
#include "base/pool_lock.h"
#include "base/test_doc.h"

#include <fcntl.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum {
    FLUSH_MS     = 20000,
    THREADS      = 4,
    EACH         = 1500,   // together fewer than the ring has room for
    FILE_BYTES   = 8 * 1024 * 1024,
    STALLED      = 3 * LIMIT_LOG_LINES,
    US_PER_S     = 1000000,
    STALL_US_MAX = 10 * US_PER_S
};

// A log into a file without a name, and what was written to it.
struct paper {
    struct log_book *book;
    int              descriptor;
    char            *bytes;   // after paper_read
    ptrdiff_t        n;
};

static struct paper paper_open(struct world *world) {
    struct paper paper = {.descriptor = open("/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600)};
    assert_true(paper.descriptor >= 0);
    assert_int_equal(log_open(&paper.book, paper.descriptor, &world->arena, &world->fault), ST_OK);
    return paper;
}

static void paper_read(struct paper *paper, struct world *world) {
    paper->bytes = arena_alloc(&world->arena, FILE_BYTES, 1);
    paper->n     = pread(paper->descriptor, paper->bytes, FILE_BYTES - 1, 0);
    assert_true(paper->n >= 0);
    close(paper->descriptor);
}

// The next line, read as JSON; NULL at the end.
static const struct doc *next_line(char **at, struct world *world) {
    char *end = strchr(*at, '\n');
    if (!end) {
        assert_string_equal(*at, "");   // the last line is ended too
        return NULL;
    }
    *end                  = '\0';
    const struct doc *doc = read_json(world, *at);
    *at                   = end + 1;
    return doc;
}

static const char *value(const struct doc *doc, const char *key) {
    return doc_text(doc, doc_child(doc, 0, key));
}

static void a_line_has_the_keys_of_its_event_and_no_others(void **state) {
    struct world *world = *state;
    struct paper  paper = paper_open(world);
    log_write(paper.book, &(struct log_line){.event      = LOG_REQUEST,
                                             .code       = 200,
                                             .route      = "/api/simulate/{part}",
                                             .method     = "POST",
                                             .reason     = "not for this event",
                                             .ms         = 1.25,
                                             .bytes_in   = 812,
                                             .bytes_out  = 4096,
                                             .connection = 17});
    log_write(paper.book,
              &(struct log_line){.event = LOG_LISTENING, .address = "127.0.0.1", .port = 8080});
    log_close(paper.book);
    paper_read(&paper, world);
    // The time stands first, and everything behind it is known.
    char *second = strchr(paper.bytes, '\n') + 1;
    second[-1]   = '\0';
    assert_string_equal(
        paper.bytes + strlen("{\"time\":\"2026-03-02T10:00:00.000Z\""),
        ",\"level\":\"info\",\"event\":\"request\",\"route\":\"/api/simulate/{part}\","
        "\"method\":\"POST\",\"code\":200,\"ms\":1.25,\"bytes_in\":812,"
        "\"bytes_out\":4096,\"connection\":17}");
    assert_string_equal(second + strlen("{\"time\":\"2026-03-02T10:00:00.000Z\""),
                        ",\"level\":\"info\",\"event\":\"listening\",\"address\":\"127.0.0.1\","
                        "\"port\":8080}\n");
}

static void the_time_is_utc_to_the_millisecond_whatever_the_zone(void **state) {
    struct world *world = *state;
    struct paper  paper = paper_open(world);
    setenv("TZ", "Asia/Kathmandu", 1);
    tzset();
    int64_t before = os_utc_ms();
    log_write(paper.book, &(struct log_line){.event = LOG_STOPPED});
    int64_t after = os_utc_ms();
    log_close(paper.book);
    unsetenv("TZ");
    tzset();
    paper_read(&paper, world);
    char       *at   = paper.bytes;
    const char *time = value(next_line(&at, world), "time");
    struct tm   utc  = {0};
    int         ms   = -1;
    const char *rest = strptime(time, "%Y-%m-%dT%H:%M:%S", &utc);
    assert_non_null(rest);
    assert_int_equal(sscanf(rest, ".%3dZ", &ms), 1);
    assert_int_equal(strlen(rest), 5);
    int64_t told = (int64_t)timegm(&utc) * 1000 + ms;
    assert_true(told >= before && told <= after);
}

static void every_event_is_one_object_whatever_its_words(void **state) {
    struct world *world  = *state;
    struct paper  paper  = paper_open(world);
    const char   *steers = "a\"b\\c\n\033[31m\x7F\xC3\xA9\xFF{}";
    char          longest[1000];
    memset(longest, '\n', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    const char *words[]         = {steers, longest, NULL, ""};
    for (int w = 0; w < 4; w++)
        for (int e = 0; e < LOG_EVENTS; e++)
            log_write(paper.book, &(struct log_line){.event   = (enum log_event)e,
                                                     .route   = words[w],
                                                     .method  = words[w],
                                                     .reason  = words[w],
                                                     .address = words[w]});
    assert_true(log_flush(paper.book, FLUSH_MS));
    assert_int_equal(log_dropped(paper.book), 0);
    log_close(paper.book);
    paper_read(&paper, world);
    char *at = paper.bytes;
    int   n  = 0;
    for (char *c = at; *c; c++) assert_true(*c == '\n' || (*c >= ' ' && *c <= '~'));
    for (const struct doc *doc; (doc = next_line(&at, world)); n++) {
        assert_true(strlen(value(doc, "event")) > 0);
        assert_true(strlen(value(doc, "level")) > 0);
    }
    assert_int_equal(n, 4 * LOG_EVENTS);
}

struct writers {
    struct log_book *book;
    int              number;   // of the thread
};

static void write_each(void *of) {
    const struct writers *mine = of;
    for (int i = 0; i < EACH; i++)
        log_write(mine->book,
                  &(struct log_line){
                      .event = LOG_CLOSED, .reason = "slow", .ms = i, .connection = mine->number});
}

static void no_line_is_lost_or_changes_its_place_between_threads(void **state) {
    struct world      *world = *state;
    struct paper       paper = paper_open(world);
    struct pool_thread threads[THREADS];
    struct writers     writers[THREADS];
    int                next[THREADS] = {0};
    for (int i = 0; i < THREADS; i++) {
        writers[i] = (struct writers){paper.book, i};
        assert_true(pool_thread_start(&threads[i], write_each, &writers[i]));
    }
    for (int i = 0; i < THREADS; i++) pool_thread_join(&threads[i]);
    assert_true(log_flush(paper.book, FLUSH_MS));
    paper_read(&paper, world);   // what was flushed is there before the log is closed
    char *at = paper.bytes;
    for (const struct doc *doc; (doc = next_line(&at, world));) {
        world->arena.at = paper.bytes + FILE_BYTES;   // the last document is done with
        long thread     = strtol(value(doc, "connection"), NULL, 10);
        assert_true(thread >= 0 && thread < THREADS);
        assert_int_equal(strtol(value(doc, "ms"), NULL, 10), next[thread]++);
    }
    for (int i = 0; i < THREADS; i++) assert_int_equal(next[i], EACH);
    log_close(paper.book);
}

// Reads what comes through a pipe until its other end is closed.
static ptrdiff_t drain(int descriptor, char *bytes) {
    ptrdiff_t n = 0;
    for (ssize_t got; n < FILE_BYTES - 1; n += got)
        if ((got = read(descriptor, bytes + n, (size_t)(FILE_BYTES - 1 - n))) <= 0) break;
    return n;
}

struct stalled {
    struct log_book *book;
    int              end;
};

static void close_up(void *of) {
    const struct stalled *stalled = of;
    log_close(stalled->book);
    close(stalled->end);
}

static struct stalled stall(struct world *world, int ends[2]) {
    struct stalled stalled;
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    stalled.end = ends[1];
    assert_int_equal(log_open(&stalled.book, ends[1], &world->arena, &world->fault), ST_OK);
    int64_t from_us = os_now_us();
    for (int i = 0; i < STALLED; i++)
        log_write(stalled.book, &(struct log_line){.event = LOG_REQUEST});
    assert_true(os_now_us() - from_us < STALL_US_MAX);   // the pipe holds some hundred lines
    assert_false(log_flush(stalled.book, 50));
    int64_t n_dropped = log_dropped(stalled.book);
    assert_true(n_dropped > 0 && n_dropped < STALLED);
    return stalled;
}

static void where_nobody_reads_lines_are_dropped_counted_and_told(void **state) {
    struct world      *world = *state;
    struct pool_thread closer;
    int                ends[2];
    struct stalled     stalled   = stall(world, ends);
    int64_t            n_dropped = log_dropped(stalled.book), n_told = 0, n_lines = 0;
    char              *at = arena_alloc(&world->arena, FILE_BYTES, 1);

    // Somebody reads again: what was kept comes, and how much was not.
    assert_true(pool_thread_start(&closer, close_up, &stalled));
    drain(ends[0], at);
    pool_thread_join(&closer);
    close(ends[0]);
    char *after = world->arena.at;
    for (const struct doc *doc; (doc = next_line(&at, world)); world->arena.at = after) {
        bool is_told = text_equal(value(doc, "event"), "dropped");
        if (is_told) n_told += strtol(value(doc, "count"), NULL, 10);
        else n_lines++;
    }
    assert_int_equal(n_told, n_dropped);
    assert_int_equal(n_lines, STALLED - n_dropped);
}

static void the_end_is_not_put_off_for_ever_by_who_does_not_read(void **state) {
    struct world  *world = *state;
    int            ends[2];
    struct stalled stalled = stall(world, ends);
    int64_t        from_us = os_now_us();
    close_up(&stalled);
    assert_true(os_now_us() - from_us < STALL_US_MAX);
    close(ends[0]);
}

static void a_reader_who_is_gone_costs_lines_and_nothing_else(void **state) {
    struct world    *world = *state;
    struct log_book *book;
    int              ends[2];
    os_pipes_fail();
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    close(ends[0]);
    assert_int_equal(log_open(&book, ends[1], &world->arena, &world->fault), ST_OK);
    for (int i = 1; i <= 3; i++) {
        log_write(book, &(struct log_line){.event = LOG_STOPPED});
        assert_true(log_flush(book, FLUSH_MS));
        assert_int_equal(log_dropped(book), i);
    }
    log_close(book);
    close(ends[1]);
}

static void a_log_that_leads_nowhere_takes_everything(void **state) {
    struct world    *world = *state;
    struct log_book *book;
    assert_int_equal(log_open(&book, -1, &world->arena, &world->fault), ST_OK);
    for (int i = 0; i < STALLED; i++) log_write(book, &(struct log_line){.event = LOG_STOPPED});
    assert_true(log_flush(book, 0));
    assert_int_equal(log_dropped(book), 0);
    log_close(book);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(a_line_has_the_keys_of_its_event_and_no_others),
        IN_WORLD(the_time_is_utc_to_the_millisecond_whatever_the_zone),
        IN_WORLD(every_event_is_one_object_whatever_its_words),
        IN_WORLD(no_line_is_lost_or_changes_its_place_between_threads),
        IN_WORLD(where_nobody_reads_lines_are_dropped_counted_and_told),
        IN_WORLD(the_end_is_not_put_off_for_ever_by_who_does_not_read),
        IN_WORLD(a_reader_who_is_gone_costs_lines_and_nothing_else),
        IN_WORLD(a_log_that_leads_nowhere_takes_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
