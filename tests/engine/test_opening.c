// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/opening.h"

#include <string.h>

enum { OPENING_BYTES = 64 << 20, TIMES = 9 };

static struct arena arena;
static char        *arena_base;
static struct fault fault;

static int begin(void **state) {
    (void)state;
    if (arena_open(&arena, OPENING_BYTES, &fault) != ST_OK) return 1;
    arena_base = arena.at;
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_close(arena_base, OPENING_BYTES);
    return 0;
}

static const double hours[TIMES] = {0, 0.4, 0.8, 1.6, 2.4, 4, 8, 16, 64};

static struct opening_setup open_skin(void) {
    return (struct opening_setup){
        .closure  = {{.median = 0.8, .sigma = 0.5361}, {.median = 20.52, .sigma = 0.5361}, 0.17, 1},
        .depth_mm = 0.8,
        .members  = 2000,
        .seed     = 1,
        .times_h  = hours,
        .n_times  = TIMES};
}

static struct opening reckoned(struct opening_setup setup) {
    struct opening opening;
    assert_int_equal(opening_over(&setup, &opening, &arena, &fault), ST_OK);
    return opening;
}

static void without_spread_the_share_halves_with_every_half_life(void **state) {
    (void)state;
    struct opening_setup setup      = open_skin();
    setup.closure.half_life_h.sigma = 0;
    struct opening opening          = reckoned(setup);
    for (int k = 0; k < ENSEMBLE_POINTS; k++) {
        CLAIM_RELATIVE(opening.half_life_h.p[k], 0.8, 1e-14);
        CLAIM_RELATIVE(opening.closed_h.p[k], 0.8 * log2(1 / 0.17), 1e-14);
        for (int i = 0; i < TIMES; i++)
            CLAIM_NEAR(opening.open_frac[i].p[k], pow(2, -hours[i] / 0.8), 1e-14);
    }
    assert_true(opening.residual < 1e-15);
}

// The mean of the log-normal is 23.69 h and its spread 13.67 h: what was measured on the arm.
static void film_gives_the_half_lives_of_the_arm(void **state) {
    (void)state;
    struct opening_setup setup = open_skin();
    setup.is_occluded          = true;
    setup.members              = 50000;
    struct opening opening     = reckoned(setup);
    CLAIM_RELATIVE(opening.half_life_h.p[3], 20.52, 0.01);
    CLAIM_RELATIVE(opening.half_life_h.p[6], 20.52 * exp(1.96 * 0.5361), 0.03);
    CLAIM_RELATIVE(opening.closed_h.p[3] / opening.half_life_h.p[3], log2(1 / 0.17), 1e-3);
}

static void shares_fall_with_time_and_rise_with_the_percentile(void **state) {
    (void)state;
    struct opening opening = reckoned(open_skin());
    for (int i = 0; i < TIMES; i++)
        for (int k = 0; k < ENSEMBLE_POINTS; k++) {
            double here = opening.open_frac[i].p[k];
            assert_true(here >= 0 && here <= 1);
            if (i) assert_true(here < opening.open_frac[i - 1].p[k]);
            if (k) assert_true(here >= opening.open_frac[i].p[k - 1]);
        }
}

static void film_never_closes_sooner(void **state) {
    (void)state;
    struct opening_setup setup = open_skin();
    struct opening       open  = reckoned(setup);
    setup.is_occluded          = true;
    struct opening covered     = reckoned(setup);
    for (int k = 0; k < ENSEMBLE_POINTS; k++) {
        assert_true(covered.closed_h.p[k] > open.closed_h.p[k]);
        for (int i = 1; i < TIMES; i++)
            assert_true(covered.open_frac[i].p[k] > open.open_frac[i].p[k]);
    }
}

// A member has one half-life, whichever door asks.
static void half_lives_are_those_of_a_sitting(void **state) {
    (void)state;
    struct opening_setup setup   = open_skin();
    struct engine_setup  sitting = {.thickness = {1.39, 1.06, 0.2, 0.29, 0.08, 0.1, 100, 300},
                                    .area_cm2  = 70,
                                    .device    = 3,
                                    .depth_mm  = 0.8,
                                    .passes    = 1,
                                    .glide     = {.median = 1},
                                    .contact   = {.median = 1},
                                    .ratio     = {.median = 1},
                                    .closure   = setup.closure,
                                    .members   = setup.members,
                                    .seed      = setup.seed};
    struct engine_answer answer;
    struct opening       opening = reckoned(setup);
    assert_int_equal(engine_sitting(&sitting, &answer, arena, &fault), ST_OK);
    assert_memory_equal(&answer.half_life_h, &opening.half_life_h, sizeof answer.half_life_h);
    assert_memory_equal(&answer.closed_h, &opening.closed_h, sizeof answer.closed_h);
}

// Percentiles of what rises with the half-life are those of the half-life, but for the straight
// line between two neighbours.
static void what_is_left_follows_the_half_lives(void **state) {
    (void)state;
    struct opening       opening = reckoned(open_skin());
    struct ensemble_band left[TIMES], at_end[1];
    opening_left(&opening.half_life_h, hours, TIMES, left);
    for (int i = 0; i < TIMES; i++)
        for (int k = 0; k < ENSEMBLE_POINTS; k++)
            CLAIM_NEAR(left[i].p[k], opening.open_frac[i].p[k], 1e-4);
    for (int k = 0; k < ENSEMBLE_POINTS; k++) {
        CLAIM_NEAR(left[0].p[k], 1, 0);
        opening_left(&opening.half_life_h, &opening.closed_h.p[k], 1, at_end);
        CLAIM_NEAR(at_end[0].p[k], 0.17, 1e-12);
    }
}

static void only_what_lies_deeper_than_measured_is_extrapolated(void **state) {
    (void)state;
    struct opening_setup setup = open_skin();
    setup.depth_mm             = 1;
    assert_false(reckoned(setup).is_extrapolated);
    setup.depth_mm = 1.001;
    assert_true(reckoned(setup).is_extrapolated);
}

static void threads_do_not_change_a_bit(void **state) {
    (void)state;
    struct opening_setup setup = open_skin();
    setup.members              = 20000;
    struct opening alone       = reckoned(setup);
    for (int threads = 2; threads < 6; threads++) {
        setup.effort.threads = threads;
        struct opening many  = reckoned(setup);
        assert_memory_equal(&alone.closed_h, &many.closed_h, sizeof alone.closed_h);
        assert_memory_equal(alone.open_frac, many.open_frac, TIMES * sizeof *alone.open_frac);
    }
}

static void refuse(struct opening_setup setup, enum status status, const char *begins) {
    struct opening opening;
    assert_int_equal(opening_over(&setup, &opening, &arena, &fault), status);
    if (strncmp(fault.text, begins, strlen(begins)) != 0)
        fail_msg("%s, not %s", fault.text, begins);
}

static void what_is_out_of_range_is_refused(void **state) {
    (void)state;
    struct opening_setup setup  = open_skin();
    double               late[] = {-1};
    setup.members               = 0;
    refuse(setup, ST_CONTENT, "members: 0: ");
    setup.members = LIMIT_MEMBERS + 1;
    refuse(setup, ST_LIMIT, "members: ");
    setup          = open_skin();
    setup.depth_mm = NAN;
    refuse(setup, ST_CONTENT, "depth_mm: ");
    setup                     = open_skin();
    setup.closure.closed_frac = 0;
    refuse(setup, ST_CONTENT, "closure.closed_frac: 0: ");
    setup                        = open_skin();
    setup.closure.depth_mm_known = -1;
    refuse(setup, ST_CONTENT, "closure.depth_mm_known: -1: ");
    setup                = open_skin();
    setup.effort.threads = -1;
    refuse(setup, ST_CONTENT, "threads: -1: ");
    setup                            = open_skin();
    setup.closure.half_life_h.median = -1;
    refuse(setup, ST_CONTENT, "closure.half_life_h: ");
    setup         = open_skin();
    setup.n_times = 1000;
    refuse(setup, ST_LIMIT, "times_h: 1000 items: ");
    setup.times_h = late;
    setup.n_times = 1;
    refuse(setup, ST_CONTENT, "times_h[0]: -1: ");
    late[0] = NAN;
    refuse(setup, ST_CONTENT, "times_h[0]: ");
}

// Its members, sorted, come to the closed form; without spread it is log2 by hand.
static void the_closed_form_is_what_many_members_come_to(void **state) {
    (void)state;
    for (int film = 0; film < 2; film++) {
        struct opening_setup setup = open_skin();
        struct ensemble_band closed_h;
        setup.is_occluded = film;
        setup.members     = 50000;
        assert_int_equal(opening_closed(&setup.closure, film, &closed_h, &fault), ST_OK);
        struct opening opening = reckoned(setup);
        for (int k = 0; k < ENSEMBLE_POINTS; k++)
            CLAIM_RELATIVE(opening.closed_h.p[k], closed_h.p[k], 0.02);
        setup.closure.half_life_h.sigma = setup.closure.half_life_h_occluded.sigma = 0;
        assert_int_equal(opening_closed(&setup.closure, film, &closed_h, &fault), ST_OK);
        CLAIM_RELATIVE(closed_h.p[0], (film ? 20.52 : 0.8) * log2(1 / 0.17), 1e-13);
        CLAIM_RELATIVE(closed_h.p[6], closed_h.p[0], 1e-14);
    }
}

static void the_closed_form_refuses_what_is_out_of_range(void **state) {
    (void)state;
    struct engine_closure closure = open_skin().closure;
    struct ensemble_band  closed_h;
    closure.closed_frac = NAN;
    assert_int_equal(opening_closed(&closure, true, &closed_h, &fault), ST_CONTENT);
    assert_non_null(strstr(fault.text, "closure.closed_frac: "));
    closure                             = open_skin().closure;
    closure.half_life_h_occluded.median = -1;
    assert_int_equal(opening_closed(&closure, true, &closed_h, &fault), ST_CONTENT);
    assert_non_null(strstr(fault.text, "closure.half_life_h_occluded: "));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_spread_the_share_halves_with_every_half_life),
        cmocka_unit_test(film_gives_the_half_lives_of_the_arm),
        cmocka_unit_test(shares_fall_with_time_and_rise_with_the_percentile),
        cmocka_unit_test(film_never_closes_sooner),
        cmocka_unit_test(half_lives_are_those_of_a_sitting),
        cmocka_unit_test(what_is_left_follows_the_half_lives),
        cmocka_unit_test(only_what_lies_deeper_than_measured_is_extrapolated),
        cmocka_unit_test(threads_do_not_change_a_bit),
        cmocka_unit_test(what_is_out_of_range_is_refused),
        cmocka_unit_test(the_closed_form_is_what_many_members_come_to),
        cmocka_unit_test(the_closed_form_refuses_what_is_out_of_range),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
