// SPDX-License-Identifier: Apache-2.0
#include "base/pool_crew.h"

#include "base/pool_lock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

enum { WORKERS = 3, JOBS = 500, ARENA_BYTES = 1 << 20, PATIENCE_MS = 20000 };

// A gate that jobs wait at, so that a test decides how long they run.
struct gate {
    struct pool_lock lock;
    bool             is_open;
    int              inside, done;
    int              order[JOBS];
};

struct visitor {
    struct gate *gate;
    int          number;
};

static void pass(void *subject, struct arena *arena) {
    struct visitor *visitor = subject;
    struct gate    *gate    = visitor->gate;
    memset(arena_alloc(arena, 1, 4096), 7, 4096);
    pool_lock_take(&gate->lock);
    gate->inside++;
    pool_lock_wake(&gate->lock);
    while (!gate->is_open && pool_lock_wait(&gate->lock, PATIENCE_MS)) {
    }
    gate->inside--;
    gate->order[gate->done++] = visitor->number;
    pool_lock_wake(&gate->lock);
    pool_lock_leave(&gate->lock);
}

static void open_gate(struct gate *gate) {
    pool_lock_take(&gate->lock);
    gate->is_open = true;
    pool_lock_wake(&gate->lock);
    pool_lock_leave(&gate->lock);
}

static void until_inside(struct gate *gate, int n) {
    pool_lock_take(&gate->lock);
    while (gate->inside < n) assert_true(pool_lock_wait(&gate->lock, PATIENCE_MS));
    pool_lock_leave(&gate->lock);
}

static void until_done(struct gate *gate, int n) {
    pool_lock_take(&gate->lock);
    while (gate->done < n) assert_true(pool_lock_wait(&gate->lock, PATIENCE_MS));
    pool_lock_leave(&gate->lock);
}

static struct pool_crew *crew_of(int workers, int queue, struct arena *arena) {
    struct fault      fault;
    struct pool_crew *crew = NULL;
    assert_int_equal(arena_open(arena, ARENA_BYTES, &fault), ST_OK);
    struct arena room = *arena;   // a close wants the base
    assert_int_equal(pool_crew_start(&crew, workers, queue, &room, &fault), ST_OK);
    return crew;
}

static void every_job_that_was_taken_is_done_before_the_crew_ends(void **state) {
    (void)state;
    struct arena      arena;
    struct gate       gate = {.is_open = true};
    struct visitor    visitors[JOBS];
    struct pool_crew *crew  = crew_of(WORKERS, LIMIT_QUEUE, &arena);
    int               taken = 0;
    pool_lock_init(&gate.lock);
    for (int i = 0; i < JOBS; i++) {
        visitors[i] = (struct visitor){&gate, i};
        taken += pool_crew_submit(crew, (struct pool_job){pass, &visitors[i]});
    }
    pool_crew_stop(crew);
    assert_true(taken >= LIMIT_QUEUE);
    assert_int_equal(gate.done, taken);
    assert_false(pool_crew_submit(crew, (struct pool_job){pass, &visitors[0]}));
    assert_false(pool_crew_withdraw(crew, &visitors[0]));
    assert_int_equal(pool_crew_queued(crew) + pool_crew_busy(crew), 0);
    pool_crew_end(crew);
    pool_lock_end(&gate.lock);
    arena_close(arena.at, ARENA_BYTES);
}

static void a_full_queue_takes_no_job(void **state) {
    (void)state;
    struct arena      arena;
    struct gate       gate = {0};
    struct visitor    visitors[8];
    struct pool_crew *crew = crew_of(2, 3, &arena);
    pool_lock_init(&gate.lock);
    for (int i = 0; i < 8; i++) visitors[i] = (struct visitor){&gate, i};

    // Two are at work, three wait, the sixth finds no room.
    for (int i = 0; i < 2; i++)
        assert_true(pool_crew_submit(crew, (struct pool_job){pass, &visitors[i]}));
    until_inside(&gate, 2);
    for (int i = 2; i < 5; i++)
        assert_true(pool_crew_submit(crew, (struct pool_job){pass, &visitors[i]}));
    assert_int_equal(pool_crew_queued(crew), 3);
    assert_int_equal(pool_crew_busy(crew), 2);
    assert_false(pool_crew_submit(crew, (struct pool_job){pass, &visitors[5]}));
    open_gate(&gate);
    pool_crew_stop(crew);
    pool_crew_end(crew);
    assert_int_equal(gate.done, 5);
    pool_lock_end(&gate.lock);
    arena_close(arena.at, ARENA_BYTES);
}

static void a_short_job_does_not_wait_behind_long_ones(void **state) {
    (void)state;
    struct arena      arena;
    struct gate       gate = {0}, open   = {.is_open = true};
    struct visitor    visitors[4], brief = {&open, 9};
    struct pool_crew *crew = crew_of(2, 4, &arena);
    pool_lock_init(&gate.lock);
    pool_lock_init(&open.lock);
    for (int i = 0; i < 4; i++) {
        visitors[i] = (struct visitor){&gate, i};
        assert_true(pool_crew_submit(crew, (struct pool_job){pass, &visitors[i], false}));
        if (i < 2) until_inside(&gate, i + 1);
    }
    assert_true(pool_crew_submit(crew, (struct pool_job){pass, &brief, true}));
    until_done(&open, 1);
    assert_int_equal(pool_crew_queued(crew), 2);
    open_gate(&gate);
    pool_crew_stop(crew);
    pool_crew_end(crew);
    assert_int_equal(gate.done, 4);
    assert_int_equal(open.done, 1);
    pool_lock_end(&gate.lock);
    pool_lock_end(&open.lock);
    arena_close(arena.at, ARENA_BYTES);
}

static void a_withdrawn_job_never_runs_and_the_others_keep_their_order(void **state) {
    (void)state;
    struct arena      arena;
    struct gate       gate = {0};
    struct visitor    visitors[8];
    struct pool_crew *crew = crew_of(1, 5, &arena);
    pool_lock_init(&gate.lock);
    for (int i = 0; i < 6; i++) {
        visitors[i] = (struct visitor){&gate, i};
        assert_true(pool_crew_submit(crew, (struct pool_job){pass, &visitors[i]}));
        if (i == 0) until_inside(&gate, 1);
    }
    assert_false(pool_crew_withdraw(crew, &visitors[0]));   // it runs
    assert_true(pool_crew_withdraw(crew, &visitors[1]));
    assert_true(pool_crew_withdraw(crew, &visitors[3]));
    assert_false(pool_crew_withdraw(crew, &visitors[3]));
    assert_false(pool_crew_withdraw(crew, &gate));
    open_gate(&gate);
    pool_crew_stop(crew);
    pool_crew_end(crew);
    assert_int_equal(gate.done, 4);
    const int order[] = {0, 2, 4, 5};
    assert_memory_equal(gate.order, order, sizeof order);
    pool_lock_end(&gate.lock);
    arena_close(arena.at, ARENA_BYTES);
}

// Pages of [base, base + bytes) that are in memory.
static int resident(char *base, ptrdiff_t bytes) {
    unsigned char pages[1 << 13];
    long          page = sysconf(_SC_PAGESIZE);
    int           n    = 0;
    assert_true(bytes / page <= (ptrdiff_t)sizeof pages);
    assert_int_equal(mincore(base, (size_t)bytes, pages), 0);
    for (ptrdiff_t i = 0; i < bytes / page; i++) n += pages[i] & 1;
    return n;
}

static void trimmed_pages_go_back_and_can_be_used_again(void **state) {
    (void)state;
    enum { BYTES = 1 << 24, KEPT = 1 << 20 };
    struct arena arena;
    struct fault fault;
    long         page = sysconf(_SC_PAGESIZE);
    assert_int_equal(arena_open(&arena, BYTES, &fault), ST_OK);
    struct arena scratch = arena;
    memset(arena_alloc(&scratch, 1, BYTES - 16), 1, BYTES - 16);
    assert_int_equal(resident(arena.at, BYTES), BYTES / page);
    arena_trim(&arena, KEPT);
    assert_int_equal(resident(arena.at, BYTES), KEPT / page);
    scratch    = arena;
    char *text = arena_text(&scratch, "again", 5);
    assert_string_equal(text, "again");
    arena_trim(&arena, BYTES);   // nothing to give back
    arena_close(arena.at, BYTES);
}

static void a_wait_ends_when_its_time_is_over(void **state) {
    (void)state;
    struct pool_lock lock;
    pool_lock_init(&lock);
    pool_lock_take(&lock);
    int woken = 0;
    for (int i = 0; i < 3; i++) woken += pool_lock_wait(&lock, 1);
    pool_lock_leave(&lock);
    assert_true(woken < 3);
    pool_lock_end(&lock);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_job_that_was_taken_is_done_before_the_crew_ends),
        cmocka_unit_test(a_full_queue_takes_no_job),
        cmocka_unit_test(a_short_job_does_not_wait_behind_long_ones),
        cmocka_unit_test(a_withdrawn_job_never_runs_and_the_others_keep_their_order),
        cmocka_unit_test(trimmed_pages_go_back_and_can_be_used_again),
        cmocka_unit_test(a_wait_ends_when_its_time_is_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
