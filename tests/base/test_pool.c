// SPDX-License-Identifier: Apache-2.0
#include "base/pool.h"

#include "base/limits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

enum { BLOCKS = 1000 };

struct ledger {
    atomic_int done[BLOCKS];
};

static void enter(void *argument, int block) {
    struct ledger *ledger = argument;
    atomic_fetch_add(&ledger->done[block], 1);
}

static void every_block_is_done_once_by_any_number_of_threads(void **state) {
    (void)state;
    static const int threads[] = {-1, 0, 1, 2, 3, 8, LIMIT_THREADS, 100000};
    for (size_t k = 0; k < sizeof threads / sizeof *threads; k++) {
        struct ledger ledger = {0};
        pool_run(&(struct effort){threads[k], NULL}, BLOCKS, enter, &ledger);
        for (int i = 0; i < BLOCKS; i++) assert_int_equal(ledger.done[i], 1);
    }
}

static void no_block_is_no_work(void **state) {
    (void)state;
    struct ledger ledger = {0};
    pool_run(&(struct effort){8, NULL}, 0, enter, &ledger);
    for (int i = 0; i < BLOCKS; i++) assert_int_equal(ledger.done[i], 0);
}

// Two blocks that each wait for the other only end when two threads have them.
static void meet(void *argument, int block) {
    atomic_int *here = argument;
    atomic_fetch_add(here, 1);
    for (int i = 0; i < 5000 && atomic_load(here) < 2; i++)
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    if (atomic_load(here) < 2) atomic_store(here, -100 - block);
}

static void two_threads_work_at_the_same_time(void **state) {
    (void)state;
    atomic_int here = 0;
    pool_run(&(struct effort){2, NULL}, 2, meet, &here);
    assert_int_equal(here, 2);
}

static int  caller;   // its address tells the stack
static void note(void *argument, int block) {
    (void)block;
    char        *here = __builtin_frame_address(0);
    char *const *base = argument;
    if (here > *base || *base - here > 1 << 16) caller = 0;
}

static void one_block_stays_on_the_callers_thread(void **state) {
    (void)state;
    char *base = __builtin_frame_address(0);
    caller     = 1;
    pool_run(&(struct effort){8, NULL}, 1, note, &base);
    assert_int_equal(caller, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_block_is_done_once_by_any_number_of_threads),
        cmocka_unit_test(no_block_is_no_work),
        cmocka_unit_test(two_threads_work_at_the_same_time),
        cmocka_unit_test(one_block_stays_on_the_callers_thread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
