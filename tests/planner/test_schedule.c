// test_schedule: the days of a course against a naive search over every day.
// SPDX-License-Identifier: Apache-2.0
#include "planner/schedule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { TWIN_DAYS = 120, TRIALS = 3000 };

static uint64_t  seed            = 1;
static const int whole_sitting[] = {0};   // a sitting of one part

static int draw(int below) {
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (int)((seed >> 33) % (uint64_t)below);
}

// ---- the naive twin: is a day free, and how many fit at most, by trying every day ----

static bool twin_is_free(const struct schedule_wish *wish, date_day day) {
    for (int i = 0; i < wish->n_spans; i++)
        if (wish->spans[i].from <= day && day <= wish->spans[i].to) return false;
    return !wish->clinic || clinic_is_open(wish->clinic, day);
}

// Most sittings on days from `from` to latest, `interval` apart: for the last day backwards.
static int twin_most(const struct schedule_wish *wish, date_day from) {
    int most[TWIN_DAYS + 1] = {0};   // from day `from + i` on
    for (int i = TWIN_DAYS - 1; i >= 0; i--) {
        int      rest = i + wish->interval_days < TWIN_DAYS ? most[i + wish->interval_days] : 0;
        date_day day  = from + i;
        bool     fits = twin_is_free(wish, day) && day <= wish->latest;
        most[i]       = fits && 1 + rest > most[i + 1] ? 1 + rest : most[i + 1];
    }
    return most[0] < wish->count ? most[0] : wish->count;
}

static struct schedule_wish random_wish(struct schedule_span spans[4],
                                        const struct clinic *clinic) {
    date_day             on   = date_of(2026, 3, 2);
    struct schedule_wish wish = {.first         = on + draw(10),
                                 .count         = draw(7),
                                 .interval_days = 7 + draw(28),
                                 .clinic        = draw(2) ? clinic : NULL,
                                 .spans         = spans,
                                 .n_spans       = draw(5),
                                 .parts         = 1,
                                 .last_same     = whole_sitting};
    for (int i = 0; i < wish.n_spans; i++) {
        spans[i].from  = on + draw(90);
        spans[i].to    = spans[i].from + draw(20);
        spans[i].limit = 1 + draw(2);
    }
    wish.preferred  = wish.first + draw(10);
    wish.floor_days = 1 + draw(wish.interval_days);
    wish.latest     = on + 10 + draw(100);
    return wish;
}

static void as_many_fit_as_a_search_over_every_day_finds(void **state) {
    const char   *days[] = {"mon", "tue", "wed", "thu", "fri"};
    struct clinic clinic = {.opening_days = {days, 5, true}};
    (void)state;
    for (int i = 0; i < TRIALS; i++) {
        struct schedule_span  spans[4];
        struct schedule_wish  wish  = random_wish(spans, &clinic);
        struct schedule_found found = schedule_course(&wish);
        int late = twin_most(&wish, wish.preferred), early = twin_most(&wish, wish.first);
        assert_int_equal(found.n, early > late ? early : late);
    }
}

static void every_day_is_free_in_time_and_far_enough_from_the_one_before(void **state) {
    const char   *days[] = {"mon", "tue", "wed", "thu", "fri"};
    struct clinic clinic = {.opening_days = {days, 5, true}};
    (void)state;
    for (int i = 0; i < TRIALS; i++) {
        struct schedule_span  spans[4];
        struct schedule_wish  wish  = random_wish(spans, &clinic);
        struct schedule_found found = schedule_course(&wish);
        for (int k = 0; k < found.n; k++) {
            assert_true(twin_is_free(&wish, found.dates[k]));
            assert_true(found.dates[k] >= wish.first && found.dates[k] <= wish.latest);
            if (k) assert_true(found.dates[k] - found.dates[k - 1] >= wish.interval_days);
        }
    }
}

// Parts 0 and 1 share a zone, part 2 stands alone.
static void visits_lie_apart_and_zones_rest_between_treatments(void **state) {
    static const int last_same[] = {1, 1, 2};
    const char      *days[]      = {"mon", "wed", "thu"};
    struct clinic    clinic      = {.opening_days = {days, 3, true}};
    (void)state;
    for (int i = 0; i < TRIALS; i++) {
        struct schedule_span spans[4];
        struct schedule_wish wish   = random_wish(spans, &clinic);
        wish.parts                  = 3;
        wish.split_days             = 1 + draw(10);
        wish.last_same              = last_same;
        wish.latest                 = draw(2) ? 0 : wish.latest;
        struct schedule_found found = schedule_course(&wish);
        const date_day       *day   = found.dates;
        for (int k = 0; k < 3 * found.n; k++) {
            assert_true(twin_is_free(&wish, day[k]) && day[k] >= wish.first);
            assert_true(!wish.latest || day[k] <= wish.latest);
            if (k) assert_true(day[k] - day[k - 1] >= wish.split_days);
            if (k >= 3 && k % 3 == 2) assert_true(day[k] - day[k - 3] >= wish.interval_days);
            if (k >= 3 && k % 3 < 2) assert_true(day[k] - day[k / 3 * 3 - 2] >= wish.interval_days);
        }
    }
}

static void a_tight_end_brings_the_first_day_forward(void **state) {
    date_day             on   = date_of(2026, 3, 2);
    struct schedule_wish wish = {.parts         = 1,
                                 .last_same     = whole_sitting,
                                 .first         = on + 1,
                                 .preferred     = on + 7,
                                 .latest        = on + 30,
                                 .count         = 2,
                                 .interval_days = 28,
                                 .floor_days    = 14};
    (void)state;
    struct schedule_found found = schedule_course(&wish);
    assert_int_equal(found.n, 2);
    assert_int_equal(found.dates[0], on + 1);
    wish.latest = 0;
    assert_int_equal(schedule_course(&wish).dates[0], on + 7);
}

static void a_day_that_was_agreed_is_kept_if_it_is_not_too_near(void **state) {
    date_day             on       = date_of(2026, 3, 2);
    struct when          agreed[] = {{on + 3, 0}, {on + 5, 0}};
    struct schedule_wish wish     = {.parts         = 1,
                                     .last_same     = whole_sitting,
                                     .first         = on,
                                     .preferred     = on,
                                     .last_given    = on - 28,
                                     .count         = 3,
                                     .interval_days = 28,
                                     .floor_days    = 14,
                                     .agreed        = agreed,
                                     .n_agreed      = 2};
    (void)state;
    struct schedule_found found = schedule_course(&wish);
    assert_int_equal(found.n, 3);
    assert_int_equal(found.dates[0], on + 3);
    assert_int_equal(found.dates[1], on + 3 + 14);
    assert_int_equal(found.dates[2], on + 3 + 14 + 28);
}

static void what_stood_on_the_day_wished_for_is_told(void **state) {
    date_day             on     = date_of(2026, 3, 2);
    struct schedule_span span[] = {{on + 28, on + 30, SCHEDULE_EVENTS}};
    struct schedule_wish wish   = {.parts         = 1,
                                   .last_same     = whole_sitting,
                                   .first         = on,
                                   .preferred     = on,
                                   .count         = 2,
                                   .interval_days = 28,
                                   .floor_days    = 14,
                                   .spans         = span,
                                   .n_spans       = 1};
    (void)state;
    struct schedule_found found = schedule_course(&wish);
    assert_int_equal(found.dates[1], on + 31);
    assert_int_equal(found.moved_by[0], SCHEDULE_FREE);
    assert_int_equal(found.moved_by[1], SCHEDULE_EVENTS);
}

static void a_clinic_that_never_opens_has_no_day(void **state) {
    struct clinic        clinic = {.opening_days = {NULL, 0, true}};
    struct schedule_wish wish   = {.parts         = 1,
                                   .last_same     = whole_sitting,
                                   .first         = date_of(2026, 3, 2),
                                   .preferred     = date_of(2026, 3, 2),
                                   .count         = 1,
                                   .interval_days = 28,
                                   .clinic        = &clinic};
    (void)state;
    assert_int_equal(schedule_free_from(&wish, wish.first), 0);
    assert_int_equal(schedule_course(&wish).n, 0);
}

static void nothing_wished_is_nothing_planned(void **state) {
    struct schedule_wish wish = {
        .parts = 1, .first = date_of(2026, 3, 2), .preferred = date_of(2026, 3, 2)};
    (void)state;
    assert_int_equal(schedule_course(&wish).n, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_many_fit_as_a_search_over_every_day_finds),
        cmocka_unit_test(every_day_is_free_in_time_and_far_enough_from_the_one_before),
        cmocka_unit_test(visits_lie_apart_and_zones_rest_between_treatments),
        cmocka_unit_test(a_tight_end_brings_the_first_day_forward),
        cmocka_unit_test(a_day_that_was_agreed_is_kept_if_it_is_not_too_near),
        cmocka_unit_test(what_stood_on_the_day_wished_for_is_told),
        cmocka_unit_test(a_clinic_that_never_opens_has_no_day),
        cmocka_unit_test(nothing_wished_is_nothing_planned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
