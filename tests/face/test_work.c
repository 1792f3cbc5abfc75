// test_work: the register of open work against a naive list, its refusals, and many threads at it.
// SPDX-License-Identifier: Apache-2.0
#include "face/work.h"

#include "base/limits.h"
#include "base/pool_lock.h"
#include "base/test_doc.h"

#include <stdatomic.h>
#include <stdio.h>

enum { STEPS = 60000, NAMES = 6, NAME_ROOM = 32, THREADS = 6, ROUNDS = 4000, ALL_MS = 1000000 };

static const char *const plan   = "/api/plan";
static const char *const screen = "/api/screen";

static int64_t begin(struct work_register *work, const char *pattern, const char *page,
                     const char *name, int64_t now_ms) {
    const struct work_call call = {.pattern = pattern, .page = page, .name = name};
    int64_t                number, replaced;
    assert_int_equal(work_begin(work, &call, now_ms, &number, &replaced), WORK_BEGUN);
    assert_true(number > 0);
    return number;
}

static struct work_view look(struct work_register *work, const char *name, int64_t now_ms) {
    struct work_view view = {0};
    if (!work_look(work, name, now_ms, &view)) fail_msg("%s: is not seen", name);
    return view;
}

static void a_newer_request_of_a_page_replaces_the_older_of_its_route(void **state) {
    struct world         *world = *state;
    struct work_register *work  = work_register_new(&world->arena);
    struct work_call      call  = {.pattern = plan, .page = "page-one"};
    int64_t               first, second, third, replaced;
    int64_t               other_page  = begin(work, plan, "page-two", NULL, 0);
    int64_t               other_route = begin(work, screen, "page-one", NULL, 0);
    int64_t               no_page     = begin(work, plan, NULL, NULL, 0);
    int64_t               other_id, same_id;
    struct work_call      part = {.pattern = plan, .id = "healing", .page = "page-one"};

    assert_int_equal(work_begin(work, &call, 0, &first, &replaced), WORK_BEGUN);
    assert_int_equal(replaced, 0);
    assert_int_equal(work_begin(work, &call, 0, &second, &replaced), WORK_BEGUN);
    assert_int_equal(replaced, first);
    assert_int_equal(work_begin(work, &call, 0, &third, &replaced), WORK_BEGUN);
    assert_int_equal(replaced, second);

    const struct {
        int64_t          number;
        enum work_reason reason;
    } pieces[] = {{first, WORK_REPLACED},    {second, WORK_REPLACED},    {third, WORK_WANTED},
                  {other_page, WORK_WANTED}, {other_route, WORK_WANTED}, {no_page, WORK_WANTED}};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        assert_int_equal(work_reason_of(work, pieces[i].number), pieces[i].reason);
        assert_int_equal(progress_is_cancelled(work_progress(work, pieces[i].number)),
                         pieces[i].reason != WORK_WANTED);
    }
    // Another id of the pattern is another path.
    assert_int_equal(work_begin(work, &part, 0, &other_id, &replaced), WORK_BEGUN);
    assert_int_equal(replaced, 0);
    assert_int_equal(work_begin(work, &part, 0, &same_id, &replaced), WORK_BEGUN);
    assert_int_equal(replaced, other_id);
    // What has ended is replaced by nothing.
    work_end(work, third, true, 1);
    int64_t fourth;
    assert_int_equal(work_begin(work, &call, 2, &fourth, &replaced), WORK_BEGUN);
    assert_int_equal(replaced, 0);
}

static void the_first_reason_stays_and_a_worker_need_not_begin(void **state) {
    struct world         *world  = *state;
    struct work_register *work   = work_register_new(&world->arena);
    int64_t               number = begin(work, plan, NULL, "name-one", 0);
    assert_true(work_cancel(work, number, WORK_CLIENT_GONE));
    assert_false(work_cancel(work, number, WORK_TOO_OLD));
    assert_int_equal(work_cancel_name(work, "name-one", WORK_CALLED_OFF), 0);
    assert_int_equal(work_cancel_all(work, WORK_STOPPING), 0);
    assert_int_equal(work_reason_of(work, number), WORK_CLIENT_GONE);
    assert_false(work_run(work, number));
    work_end(work, number, false, 5);
    assert_false(work_cancel(work, number, WORK_TOO_OLD));
    assert_int_equal(work_reason_of(work, number), WORK_WANTED);

    int64_t next = begin(work, plan, NULL, "name-one", 6);
    assert_true(next != number);
    assert_false(
        progress_is_cancelled(work_progress(work, next)));   // a place used before is clean
    assert_true(work_run(work, next));
    assert_int_equal(work_cancel_name(work, "name-two", WORK_CALLED_OFF), 0);
    assert_int_equal(work_cancel_name(work, "name-one", WORK_CALLED_OFF), next);
    assert_int_equal(look(work, "name-one", 9).reason, WORK_CALLED_OFF);
}

static void a_name_is_open_once_and_free_again_afterwards(void **state) {
    struct world         *world = *state;
    struct work_register *work  = work_register_new(&world->arena);
    struct work_call      call  = {.pattern = screen, .page = "page-one", .name = "name-one"};
    int64_t               first = begin(work, screen, "page-one", "name-one", 0), number, replaced;
    assert_int_equal(work_begin(work, &call, 0, &number, &replaced), WORK_NAME_TAKEN);
    assert_int_equal(number, 0);
    assert_int_equal(replaced, 0);
    assert_int_equal(work_reason_of(work, first), WORK_WANTED);   // nothing was changed
    work_end(work, first, true, 0);
    assert_int_equal(work_begin(work, &call, 0, &number, &replaced), WORK_BEGUN);
}

static void a_full_register_refuses_and_changes_nothing(void **state) {
    struct world         *world = *state;
    struct work_register *work  = work_register_new(&world->arena);
    struct work_view     *views = ARENA_NEW(&world->arena, struct work_view, LIMIT_WORK);
    struct work_call      call  = {.pattern = plan, .page = "page-one"};
    int64_t               first = begin(work, plan, "page-one", NULL, 0), number, replaced;
    for (int i = 1; i < LIMIT_WORK; i++) begin(work, plan, NULL, NULL, i);
    assert_int_equal(work_begin(work, &call, 0, &number, &replaced), WORK_FULL);
    assert_int_equal(work_reason_of(work, first), WORK_WANTED);
    assert_int_equal(work_open_list(work, LIMIT_WORK, 0, views), LIMIT_WORK);
    assert_int_equal(work_cancel_all(work, WORK_STOPPING), LIMIT_WORK);
    work_end(work, first, false, LIMIT_WORK);
    assert_int_equal(work_begin(work, &call, LIMIT_WORK, &number, &replaced), WORK_BEGUN);
    assert_int_equal(work_begin(work, &call, LIMIT_WORK, &number, &replaced), WORK_FULL);
}

static void what_ended_is_seen_for_a_while_with_how_it_ended(void **state) {
    struct world         *world = *state;
    struct work_register *work  = work_register_new(&world->arena);
    int64_t               whole = begin(work, plan, NULL, "name-whole", 100);
    int64_t               off   = begin(work, plan, NULL, "name-off", 100);
    assert_true(work_run(work, whole));
    progress_expect(work_progress(work, whole), 8);
    progress_step(work_progress(work, whole), 2);
    assert_int_equal(look(work, "name-whole", 150).state, WORK_RUNNING);
    assert_true(look(work, "name-whole", 150).share == 0.25);
    assert_int_equal(look(work, "name-whole", 150).age_ms, 50);
    assert_int_equal(look(work, "name-off", 150).state, WORK_QUEUED);

    // An answer that came whole is done, even if it was called off too late.
    assert_true(work_cancel(work, whole, WORK_REPLACED));
    work_end(work, whole, true, 200);
    assert_true(work_cancel(work, off, WORK_TOO_OLD));
    work_end(work, off, false, 200);
    struct work_view view = look(work, "name-whole", 200 + WORK_KEPT_MS);
    assert_int_equal(view.state, WORK_DONE);
    assert_int_equal(view.reason, WORK_WANTED);
    assert_int_equal(view.age_ms, 100);
    assert_true(view.share == 1);
    view = look(work, "name-off", 300);
    assert_int_equal(view.state, WORK_CANCELLED);
    assert_int_equal(view.reason, WORK_TOO_OLD);
    assert_false(work_look(work, "name-whole", 201 + WORK_KEPT_MS, &view));
    assert_false(work_look(work, "name-else", 200, &view));
}

static void no_more_is_kept_than_there_is_room_for(void **state) {
    struct world         *world = *state;
    struct work_register *work  = work_register_new(&world->arena);
    char                  name[NAME_ROOM];
    struct work_view      view;
    for (int i = 0; i < 3 * LIMIT_WORK_KEPT; i++) {
        snprintf(name, sizeof name, "name-%04d", i);
        work_end(work, begin(work, plan, NULL, name, 0), true, 0);
    }
    for (int i = 0; i < 3 * LIMIT_WORK_KEPT; i++) {
        snprintf(name, sizeof name, "name-%04d", i);
        assert_int_equal(work_look(work, name, 1, &view), i >= 2 * LIMIT_WORK_KEPT);
    }
}

static void a_name_is_of_few_plain_characters(void **state) {
    (void)state;
    static const char *const good[] = {
        "abcdefgh", "A-Z_0189", "----____",
        "0123456789abcdef0123456789ABCDEF0123456789abcdef0123456789-_____"};
    static const char *const bad[] = {
        "",
        "abcdefg",
        "abcdefg ",
        "abcdefg/",
        "abcdefg.",
        "abcdefg\n",
        "abcdefg\xC3\xA9",
        "../../etc",
        "0123456789abcdef0123456789ABCDEF0123456789abcdef0123456789-______"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!work_name_is_good(good[i])) fail_msg("%s: is refused", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (work_name_is_good(bad[i])) fail_msg("%s: is taken", bad[i]);
}

static void an_event_has_its_form(void **state) {
    struct world *world = *state;
    static const struct {
        struct work_view view;
        const char      *text;
    } rows[] = {
        {{.state = WORK_QUEUED},
         "event: progress\ndata: {\"state\":\"queued\",\"share\":0,\"seconds\":0}\n\n"},
        {{.state = WORK_RUNNING, .share = 0.99999, .age_ms = 1250},
         "event: progress\ndata: {\"state\":\"running\",\"share\":0.9999,\"seconds\":1.25}\n\n"},
        {{.state = WORK_RUNNING, .share = 0.5, .reason = WORK_CLIENT_GONE},
         "event: progress\ndata: "
         "{\"state\":\"running\",\"share\":0.5,\"seconds\":0,\"reason\":\"client_gone\"}\n\n"},
        {{.state = WORK_DONE, .share = 1, .age_ms = 60001},
         "event: done\ndata: {\"state\":\"done\",\"share\":1,\"seconds\":60.001}\n\n"},
        {{.state = WORK_CANCELLED, .share = 0.25, .age_ms = 7, .reason = WORK_CALLED_OFF},
         "event: cancelled\n"
         "data: "
         "{\"state\":\"cancelled\",\"share\":0.25,\"seconds\":0.007,\"reason\":\"called_off\"}"
         "\n\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text out = text_new(&world->arena);
        work_event_write(&rows[i].view, &out);
        assert_string_equal(out.data, rows[i].text);
    }
}

// The naive twin: open work in the order it began.
struct twin {
    int64_t          number, since_ms;
    const char      *pattern;
    int              page, name;   // -1 = none
    enum work_reason reason;
    bool             is_running;
};

static uint32_t dice(uint32_t *seed, uint32_t faces) {
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % faces;
}

static void twin_check(struct work_register *work, const struct twin *twins, int n, int64_t now_ms,
                       struct work_view *views, uint32_t *seed) {
    int64_t age_ms = dice(seed, 200);
    int     n_old = 0, n_queued, n_running, n_twins_running = 0;
    int     n_seen = work_open_list(work, now_ms, age_ms, views);
    for (int i = 0; i < n; i++) {
        n_twins_running += twins[i].is_running;
        assert_int_equal(work_reason_of(work, twins[i].number), twins[i].reason);
        if (now_ms - twins[i].since_ms < age_ms) continue;
        assert_true(n_old < n_seen);
        assert_int_equal(views[n_old].number, twins[i].number);
        assert_int_equal(views[n_old].age_ms, now_ms - twins[i].since_ms);
        assert_int_equal(views[n_old++].state == WORK_RUNNING, twins[i].is_running);
    }
    assert_int_equal(n_seen, n_old);
    work_count(work, &n_queued, &n_running);
    assert_int_equal(n_running, n_twins_running);
    assert_int_equal(n_queued, n - n_twins_running);
}

static void twin_begin(struct work_register *work, struct twin *twins, int *n, int64_t now_ms,
                       uint32_t *seed) {
    static const char *const pages[]      = {"page-one", "page-two"};
    static const char *const names[NAMES] = {"name-one", "name-two", "name-333",
                                             "name-444", "name-555", "name-666"};
    int                      page         = dice(seed, 2) ? (int)dice(seed, 2) : -1;
    int                      name         = dice(seed, 8) ? -1 : (int)dice(seed, NAMES);
    struct work_call         call         = {.pattern = dice(seed, 2) ? plan : screen,
                                             .page    = page < 0 ? NULL : pages[page],
                                             .name    = name < 0 ? NULL : names[name]};
    enum work_entry          expected     = *n == LIMIT_WORK ? WORK_FULL : WORK_BEGUN;
    int64_t                  number, replaced, expected_replaced = 0;
    for (int i = 0; i < *n; i++)
        if (name >= 0 && twins[i].name == name) expected = WORK_NAME_TAKEN;
    for (int i = 0; expected == WORK_BEGUN && page >= 0 && i < *n; i++) {
        if (twins[i].page != page || twins[i].pattern != call.pattern || twins[i].reason) continue;
        expected_replaced = twins[i].number;
        twins[i].reason   = WORK_REPLACED;
    }
    assert_int_equal(work_begin(work, &call, now_ms, &number, &replaced), expected);
    assert_int_equal(replaced, expected_replaced);
    if (expected != WORK_BEGUN) return;
    for (int i = 0; i < *n; i++) assert_true(twins[i].number < number || twins[i].number > number);
    twins[(*n)++] = (struct twin){
        .number = number, .since_ms = now_ms, .pattern = call.pattern, .page = page, .name = name};
}

static void any_order_of_calls_does_what_a_naive_list_does(void **state) {
    struct world         *world = *state;
    struct work_register *work  = work_register_new(&world->arena);
    struct work_view     *views = ARENA_NEW(&world->arena, struct work_view, LIMIT_WORK);
    struct twin          *twins = ARENA_NEW(&world->arena, struct twin, LIMIT_WORK);
    int                   n = 0, n_most = 0;
    int64_t               now_ms = 0;
    uint32_t              seed   = 20260302;
    for (int step = 0; step < STEPS; step++) {
        // Long times of more beginnings than ends, and of more ends than beginnings.
        bool     is_filling = step / 2000 % 2 == 0;
        uint32_t what       = dice(&seed, 10);
        int      i          = n ? (int)dice(&seed, (uint32_t)n) : 0;
        now_ms += dice(&seed, 4);
        if (what < (is_filling ? 7u : 2u)) twin_begin(work, twins, &n, now_ms, &seed);
        else if (n && what < 8) {
            work_end(work, twins[i].number, dice(&seed, 2), now_ms);
            memmove(&twins[i], &twins[i + 1], (size_t)(--n - i) * sizeof *twins);
        } else if (n && what == 8 && !twins[i].is_running) {
            twins[i].is_running = twins[i].reason == WORK_WANTED;
            assert_int_equal(work_run(work, twins[i].number), twins[i].is_running);
        } else if (n && what == 9) {
            bool is_first = twins[i].reason == WORK_WANTED;
            assert_int_equal(work_cancel(work, twins[i].number, WORK_TOO_OLD), is_first);
            if (is_first) twins[i].reason = WORK_TOO_OLD;
        }
        if (n > n_most) n_most = n;
        if (step % 50 == 0) twin_check(work, twins, n, now_ms, views, &seed);
    }
    assert_int_equal(n_most, LIMIT_WORK);
}

// Threads that begin, compute, call off and look, as those of a server do.
struct crowd {
    struct work_register *work;
    atomic_int            n_threads, n_called_off, n_seen_off, n_ended;
    atomic_bool           is_over;
};

static void serve(void *of) {
    struct crowd *crowd  = of;
    int           thread = atomic_fetch_add(&crowd->n_threads, 1);
    char          page[NAME_ROOM], name[NAME_ROOM];
    snprintf(page, sizeof page, "page-%04d", thread / 2);   // two threads to a page
    for (int i = 0; i < ROUNDS; i++) {
        snprintf(name, sizeof name, "name-%d-%d", 100 + thread, i % 7);
        struct work_call call = {.pattern = plan, .page = page, .name = i % 3 ? name : NULL};
        int64_t          number, replaced;
        if (work_begin(crowd->work, &call, i, &number, &replaced) != WORK_BEGUN) continue;
        if (replaced) atomic_fetch_add(&crowd->n_called_off, 1);
        struct progress *progress = work_progress(crowd->work, number);
        if (work_run(crowd->work, number)) {
            progress_expect(progress, 10);
            for (int k = 0; k < 10 && !progress_is_cancelled(progress); k++)
                progress_step(progress, 1);
        }
        if (work_reason_of(crowd->work, number) != WORK_WANTED)
            atomic_fetch_add(&crowd->n_seen_off, 1);
        work_end(crowd->work, number, !progress_is_cancelled(progress), i);
        atomic_fetch_add(&crowd->n_ended, 1);
    }
}

static void watch(void *of) {
    struct crowd    *crowd = of;
    struct work_view views[LIMIT_WORK], view;
    while (!atomic_load(&crowd->is_over)) {
        int n = work_open_list(crowd->work, ALL_MS, 0, views);
        for (int i = 0; i < n; i++) {
            assert_true(views[i].share >= 0 && views[i].share <= 1);
            if (i % 4 == 0 && work_cancel(crowd->work, views[i].number, WORK_TOO_OLD))
                atomic_fetch_add(&crowd->n_called_off, 1);
        }
        if (work_look(crowd->work, "name-101-1", 0, &view)) assert_true(view.number > 0);
    }
}

static void many_threads_leave_nothing_behind(void **state) {
    struct world      *world = *state;
    struct crowd       crowd = {.work = work_register_new(&world->arena)};
    struct pool_thread threads[THREADS], watcher;
    int                n_queued, n_running;
    assert_true(pool_thread_start(&watcher, watch, &crowd));
    for (int i = 0; i < THREADS; i++) assert_true(pool_thread_start(&threads[i], serve, &crowd));
    for (int i = 0; i < THREADS; i++) pool_thread_join(&threads[i]);
    atomic_store(&crowd.is_over, true);
    pool_thread_join(&watcher);
    work_count(crowd.work, &n_queued, &n_running);
    assert_int_equal(n_queued + n_running, 0);
    assert_int_equal(crowd.n_ended, THREADS * ROUNDS);   // its own names never met
    // A piece may be called off between the last look and its end.
    assert_true(crowd.n_seen_off <= crowd.n_called_off);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(a_newer_request_of_a_page_replaces_the_older_of_its_route),
        IN_WORLD(the_first_reason_stays_and_a_worker_need_not_begin),
        IN_WORLD(a_name_is_open_once_and_free_again_afterwards),
        IN_WORLD(a_full_register_refuses_and_changes_nothing),
        IN_WORLD(what_ended_is_seen_for_a_while_with_how_it_ended),
        IN_WORLD(no_more_is_kept_than_there_is_room_for),
        IN_WORLD(a_name_is_of_few_plain_characters),
        IN_WORLD(an_event_has_its_form),
        IN_WORLD(any_order_of_calls_does_what_a_naive_list_does),
        IN_WORLD(many_threads_leave_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
