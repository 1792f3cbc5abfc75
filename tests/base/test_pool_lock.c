// test_pool_lock: what several threads do under one lock, and the bell between them.
// SPDX-License-Identifier: Apache-2.0
#include "base/pool_lock.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

enum { THREADS = 8, ROUNDS = 20000, MS_PER_S = 1000, NS_PER_MS = 1000000, FOREVER_MS = 20000 };

struct shared {
    struct pool_lock lock;
    long             count;
    int              turn;
    bool             is_masked;
};

static int64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * MS_PER_S + now.tv_nsec / NS_PER_MS;
}

static void count_up(void *of) {
    struct shared *shared = of;
    for (int i = 0; i < ROUNDS; i++) {
        pool_lock_take(&shared->lock);
        shared->count++;
        pool_lock_leave(&shared->lock);
    }
}

static void no_count_is_lost_between_threads(void **state) {
    (void)state;
    struct shared      shared = {0};
    struct pool_thread threads[THREADS];
    pool_lock_init(&shared.lock);
    for (int i = 0; i < THREADS; i++)
        assert_true(pool_thread_start(&threads[i], count_up, &shared));
    for (int i = 0; i < THREADS; i++) pool_thread_join(&threads[i]);
    assert_int_equal(shared.count, (long)THREADS * ROUNDS);
    pool_lock_end(&shared.lock);
}

// Answers each odd turn with the next even one.
static void answer(void *of) {
    struct shared *shared = of;
    pool_lock_take(&shared->lock);
    for (int i = 0; i < ROUNDS / 100; i++) {
        while (shared->turn % 2 == 0) pool_lock_wait(&shared->lock, -1);
        shared->turn++;
        pool_lock_wake(&shared->lock);
    }
    pool_lock_leave(&shared->lock);
}

static void the_bell_is_heard_by_who_waits(void **state) {
    (void)state;
    struct shared      shared = {0};
    struct pool_thread other;
    pool_lock_init(&shared.lock);
    assert_true(pool_thread_start(&other, answer, &shared));
    pool_lock_take(&shared.lock);
    for (int i = 0; i < ROUNDS / 100; i++) {
        shared.turn++;
        pool_lock_wake(&shared.lock);
        while (shared.turn % 2 == 1) assert_true(pool_lock_wait(&shared.lock, FOREVER_MS));
    }
    pool_lock_leave(&shared.lock);
    pool_thread_join(&other);
    assert_int_equal(shared.turn, 2 * (ROUNDS / 100));
    pool_lock_end(&shared.lock);
}

static void waiting_ends_when_its_time_is_up_and_not_before(void **state) {
    (void)state;
    static const int waits[] = {0, 1, 30, 1001};
    struct shared    shared  = {0};
    pool_lock_init(&shared.lock);
    pool_lock_take(&shared.lock);
    for (size_t k = 0; k < sizeof waits / sizeof *waits; k++) {
        int64_t from = now_ms();
        while (pool_lock_wait(&shared.lock, waits[k])) assert_true(now_ms() - from < FOREVER_MS);
        assert_true(now_ms() - from >= waits[k] - 1);   // both ends are rounded to a millisecond
    }
    pool_lock_leave(&shared.lock);
    pool_lock_end(&shared.lock);
}

static void look_at_mask(void *of) {
    struct shared *shared = of;
    sigset_t       mine;
    pthread_sigmask(SIG_SETMASK, NULL, &mine);
    shared->is_masked = sigismember(&mine, SIGTERM) == 1 && sigismember(&mine, SIGINT) == 1;
}

static void signals_are_left_to_the_thread_that_began(void **state) {
    (void)state;
    struct shared      shared = {0};
    struct pool_thread other;
    sigset_t           mine;
    assert_true(pool_thread_start(&other, look_at_mask, &shared));
    pool_thread_join(&other);
    assert_true(shared.is_masked);
    pthread_sigmask(SIG_SETMASK, NULL, &mine);
    assert_int_equal(sigismember(&mine, SIGTERM), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_count_is_lost_between_threads),
        cmocka_unit_test(the_bell_is_heard_by_who_waits),
        cmocka_unit_test(waiting_ends_when_its_time_is_up_and_not_before),
        cmocka_unit_test(signals_are_left_to_the_thread_that_began),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
