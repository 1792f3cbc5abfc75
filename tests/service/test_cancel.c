// cancel: work that is called off while it runs, at any time: it ends with ST_CANCELLED or with the
// whole answer, and the next request does not notice.
// SPDX-License-Identifier: Apache-2.0
#include "base/os.h"
#include "base/pool_lock.h"
#include "service/verb.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { MEMBERS = 4200, TRIES = 6 };   // more than one block, so that threads have something to do

static struct arena   cancel_arena, cancel_scratch;
static struct session cancel_opened;

static const struct {
    const char *verb, *part, *file;
} requests[] = {
    {"screen", NULL, "amara-okafor.yaml"},
    {"plan", NULL, "amara-okafor.yaml"},
    {"read", NULL, "amara-okafor.yaml"},
    {"plan", NULL, "three-zones-one-visit.yaml"},
    {"triage", NULL, "checkin-day3.yaml"},
    {"simulate", "depth", "setups/depth-pen-cheek.yaml"},
    {"simulate", "closure", "setups/closure-face-open.yaml"},
    {"simulate", "uptake", "setups/uptake-lidocaine.yaml"},
    {"simulate", "healing", "setups/healing-unit.yaml"},
    {"simulate", "outcome", "setups/outcome-acne.yaml"},
};

enum { REQUESTS = sizeof requests / sizeof *requests };

static int open_base(void **state) {
    (void)state;
    struct fault                 fault;
    const struct session_options options = {.on = date_parse("2026-03-02")};
    if (arena_open(&cancel_arena, LIMIT_ARENA_BYTES, &fault) != ST_OK) return -1;
    if (arena_open(&cancel_scratch, LIMIT_ARENA_BYTES, &fault) != ST_OK) return -1;
    if (session_open(&cancel_opened, &options, &cancel_arena, &fault) != ST_OK) return -1;
    return session_share(&cancel_opened) == ST_OK ? 0 : -1;
}

static const struct verb *verb_named(const char *name) {
    const struct verb *verb = verb_table;
    while (verb->name && strcmp(verb->name, name) != 0) verb++;
    assert_non_null(verb->name);
    return verb;
}

// The whole answer into `out`, which lives as long as `arena`.
static enum status answer(int request, int threads, struct progress *progress, struct text *out,
                          struct arena *arena, struct fault *fault) {
    struct session        *session = ARENA_NEW(arena, struct session, 1);
    struct verb_call       call    = {.id = requests[request].part};
    struct verb_reply      reply   = {.kind = VERB_DOC};
    struct session_options options = {
        .seed = 1, .members = MEMBERS, .threads = threads, .progress = progress};
    options.on = date_parse("2026-03-02");
    session_begin(session, &cancel_opened, &options, arena, fault);
    const char *path = arena_format(arena, PEOPLE_FOLDER "/%s", requests[request].file);
    TRY(session_read(session, path, &call.input));
    TRY(verb_named(requests[request].verb)->run(session, &call, &reply));
    *out = text_new(arena);
    doc_write(&reply.doc, 0, out);
    return ST_OK;
}

// ---- somebody who looks on, and loses patience ----

struct onlooker {
    struct progress  progress;
    struct pool_lock lock;
    bool             is_over, has_fallen;
    int              patience_ms;   // 0 = for ever
    double           last;
};

static void look_on(void *argument) {
    struct onlooker *one = argument;
    pool_lock_take(&one->lock);
    for (int ms = 0; !one->is_over; ms++) {
        double share    = progress_share(&one->progress);
        one->has_fallen = one->has_fallen || share < one->last;
        one->last       = share;
        pool_lock_wait(&one->lock, 1);
        if (one->patience_ms && ms >= one->patience_ms) progress_cancel(&one->progress);
    }
    pool_lock_leave(&one->lock);
}

static enum status answer_looked_at(int request, int threads, struct onlooker *one,
                                    struct text *out, struct arena *arena) {
    struct pool_thread thread;
    struct fault       fault = {""};
    pool_lock_init(&one->lock);
    assert_true(pool_thread_start(&thread, look_on, one));
    enum status status = answer(request, threads, &one->progress, out, arena, &fault);
    pool_lock_take(&one->lock);
    one->is_over = true;
    pool_lock_wake(&one->lock);
    pool_lock_leave(&one->lock);
    pool_thread_join(&thread);
    pool_lock_end(&one->lock);
    if (status == ST_CANCELLED) assert_non_null(strstr(fault.text, "called off"));
    return status;
}

static void assert_same(const struct text *one, const struct text *other) {
    assert_int_equal(one->n, other->n);
    assert_memory_equal(one->data, other->data, (size_t)one->n);
}

// ---- claims ----

static void an_answer_is_the_same_whether_or_not_somebody_looks_on(void **state) {
    (void)state;
    for (int i = 0; i < REQUESTS; i++)
        for (int threads = 1; threads <= 3; threads += 2) {
            struct arena    scratch = cancel_scratch;
            struct fault    fault   = {""};
            struct onlooker one     = {.patience_ms = 0};
            struct text     alone, seen;
            assert_int_equal(answer(i, 1, NULL, &alone, &scratch, &fault), ST_OK);
            assert_int_equal(answer_looked_at(i, threads, &one, &seen, &scratch), ST_OK);
            assert_same(&alone, &seen);
            assert_false(one.has_fallen);
            assert_true(progress_share(&one.progress) == 1);
            assert_true(one.progress.done <= one.progress.total);   // all that was done was told
        }
}

static void the_steps_of_a_part_are_all_told_ahead(void **state) {
    (void)state;
    for (int i = 0; i < REQUESTS; i++) {
        struct arena    scratch  = cancel_scratch;
        struct fault    fault    = {""};
        struct progress progress = {0};
        struct text     out;
        if (!requests[i].part) continue;
        assert_int_equal(answer(i, 1, &progress, &out, &scratch, &fault), ST_OK);
        assert_true(progress.total > 0);
        assert_int_equal(progress.done, progress.total);
    }
}

static void what_was_called_off_before_it_began_is_not_begun(void **state) {
    (void)state;
    for (int i = 0; i < REQUESTS; i++) {
        struct arena    scratch  = cancel_scratch;
        struct fault    fault    = {""};
        struct progress progress = {.is_cancelled = true};
        struct text     out;
        assert_int_equal(answer(i, 1, &progress, &out, &scratch, &fault), ST_CANCELLED);
        assert_int_equal(progress.done, 0);
        assert_true(progress_share(&progress) == 0);
    }
}

static void work_called_off_at_any_time_ends_and_leaves_nothing_behind(void **state) {
    (void)state;
    int n_cancelled = 0;
    for (int i = 0; i < REQUESTS; i++) {
        struct arena arena = cancel_scratch;
        struct fault fault = {""};
        struct text  whole;
        assert_int_equal(answer(i, 1, NULL, &whole, &arena, &fault), ST_OK);
        for (int try = 0; try < TRIES; try++) {
            struct arena    scratch = arena;
            struct onlooker one     = {.patience_ms = 1 + 2 * try * try};
            struct text     out, again;
            enum status     status = answer_looked_at(i, 1 + try % 3, &one, &out, &scratch);
            assert_true(status == ST_OK || status == ST_CANCELLED);
            assert_false(one.has_fallen);
            if (status == ST_OK) assert_same(&whole, &out);
            n_cancelled += status == ST_CANCELLED;
            if (status == ST_OK) continue;
            scratch = arena;   // what was called off left its memory behind
            assert_int_equal(answer(i, 1, NULL, &again, &scratch, &fault), ST_OK);
            assert_same(&whole, &again);
        }
    }
    assert_true(n_cancelled > 3);   // a plan and healing take longer than the shortest patience
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_is_the_same_whether_or_not_somebody_looks_on),
        cmocka_unit_test(the_steps_of_a_part_are_all_told_ahead),
        cmocka_unit_test(what_was_called_off_before_it_began_is_not_begun),
        cmocka_unit_test(work_called_off_at_any_time_ends_and_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, open_base, NULL);
}
