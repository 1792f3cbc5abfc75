// SPDX-License-Identifier: Apache-2.0
#include "base/pool.h"
#include "base/pool_lock.h"
#include "base/progress.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void work_nobody_follows_is_at_zero_and_goes_on(void **state) {
    (void)state;
    struct fault fault = {""};
    progress_expect(NULL, 10);
    progress_step(NULL, 10);
    progress_end(NULL);
    progress_cancel(NULL);
    assert_true(progress_share(NULL) == 0);
    assert_false(progress_is_cancelled(NULL));
    assert_int_equal(progress_check(NULL, &fault), ST_OK);
}

static void a_share_is_the_steps_done_of_those_expected(void **state) {
    (void)state;
    struct progress progress = {0};
    assert_true(progress_share(&progress) == 0);
    progress_expect(&progress, 8);
    assert_true(progress_share(&progress) == 0);
    progress_step(&progress, 2);
    assert_true(progress_share(&progress) == 0.25);
    progress_step(&progress, 4);
    assert_true(progress_share(&progress) == 0.75);
}

static void a_share_never_falls_though_there_is_more_to_do(void **state) {
    (void)state;
    struct progress progress = {0};
    progress_expect(&progress, 4);
    progress_step(&progress, 2);
    progress_expect(&progress, 4);
    assert_true(progress_share(&progress) == 0.5);
    progress_step(&progress, 1);
    assert_true(progress_share(&progress) == 0.5);
    progress_step(&progress, 3);
    assert_true(progress_share(&progress) == 0.75);
    progress_expect(&progress, -1);   // one fewer than was thought
    progress_step(&progress, 0);
    assert_true(progress_share(&progress) > 0.85);
}

static void a_share_is_whole_at_the_end_and_not_before(void **state) {
    (void)state;
    struct progress progress = {0};
    progress_expect(&progress, 3);
    progress_step(&progress, 3);
    assert_true(progress_share(&progress) > 0.99 && progress_share(&progress) < 1);
    progress_step(&progress, 3);   // more than was expected
    assert_true(progress_share(&progress) < 1);
    progress_end(&progress);
    assert_true(progress_share(&progress) == 1);
    progress_step(&progress, 1);
    assert_true(progress_share(&progress) == 1);
}

static void work_that_took_no_steps_is_whole_too(void **state) {
    (void)state;
    struct progress progress = {0};
    progress_end(&progress);
    assert_true(progress_share(&progress) == 1);
}

static void work_that_is_called_off_says_so(void **state) {
    (void)state;
    struct progress progress = {0};
    struct fault    fault    = {""};
    assert_int_equal(progress_check(&progress, &fault), ST_OK);
    progress_cancel(&progress);
    assert_true(progress_is_cancelled(&progress));
    assert_int_equal(progress_check(&progress, &fault), ST_CANCELLED);
    assert_non_null(strstr(fault.text, "called off"));
}

// ---- several threads ----

enum { BLOCKS = 64, STEPS = 500 };

struct looking {
    struct progress progress;
    atomic_bool     is_over;
    double          last;
    bool            has_fallen;
};

static void step(void *argument, int block) {
    struct looking *looking = argument;
    (void)block;
    for (int i = 0; i < STEPS; i++) progress_step(&looking->progress, 1);
    progress_expect(&looking->progress, STEPS / 10);
    progress_step(&looking->progress, STEPS / 10);
}

static void look(void *argument) {
    struct looking *looking = argument;
    while (!atomic_load(&looking->is_over)) {
        double share        = progress_share(&looking->progress);
        looking->has_fallen = looking->has_fallen || share < looking->last || share >= 1;
        looking->last       = share;
    }
}

static void an_onlooker_sees_it_rise_whoever_counts(void **state) {
    (void)state;
    struct looking      looking = {.last = 0};
    struct pool_thread  thread;
    const struct effort effort = {4, &looking.progress};
    progress_expect(&looking.progress, (long)BLOCKS * STEPS);
    assert_true(pool_thread_start(&thread, look, &looking));
    pool_run(&effort, BLOCKS, step, &looking);
    atomic_store(&looking.is_over, true);
    pool_thread_join(&thread);
    assert_false(looking.has_fallen);
    assert_int_equal(looking.progress.done, BLOCKS * (STEPS + STEPS / 10));
    assert_int_equal(looking.progress.total, looking.progress.done);
    assert_true(progress_share(&looking.progress) > 0.999);
}

struct calling {
    struct progress progress;
    atomic_int      n;
};

static void call_off(void *argument, int block) {
    struct calling *calling = argument;
    (void)block;
    if (atomic_fetch_add(&calling->n, 1) == 2) progress_cancel(&calling->progress);
}

static void no_block_is_begun_once_it_is_called_off(void **state) {
    (void)state;
    for (int threads = 1; threads <= 4; threads++) {
        struct calling      calling = {.n = 0};
        const struct effort effort  = {threads, &calling.progress};
        pool_run(&effort, BLOCKS, call_off, &calling);
        assert_in_range(calling.n, 3, 2 + threads);
        pool_run(&effort, BLOCKS, call_off, &calling);
        assert_in_range(calling.n, 3, 2 + threads);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(work_nobody_follows_is_at_zero_and_goes_on),
        cmocka_unit_test(a_share_is_the_steps_done_of_those_expected),
        cmocka_unit_test(a_share_never_falls_though_there_is_more_to_do),
        cmocka_unit_test(a_share_is_whole_at_the_end_and_not_before),
        cmocka_unit_test(work_that_took_no_steps_is_whole_too),
        cmocka_unit_test(work_that_is_called_off_says_so),
        cmocka_unit_test(an_onlooker_sees_it_rise_whoever_counts),
        cmocka_unit_test(no_block_is_begun_once_it_is_called_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
