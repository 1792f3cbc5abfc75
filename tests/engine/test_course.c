// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/course.h"
#include "engine/healing.h"

#include <string.h>

enum { COURSE_BYTES = 128 << 20 };

static enum status run(const struct course_setup *setup, struct course_answer *answer,
                       struct fault *fault) {
    struct arena arena;
    assert_int_equal(arena_open(&arena, COURSE_BYTES, fault), ST_OK);
    enum status status = course_run(setup, answer, arena, fault);
    arena_close(arena.at, COURSE_BYTES);
    return status;
}

static struct course_setup person(void) {
    return (struct course_setup){
        .redness     = {1.5, 0.94, 0.5},
        .sensitivity = {1.73, 0.94, 0.5},
        .closure     = {{.median = 0.8, .sigma = 0.5}, {.median = 20.5, .sigma = 0.54}, 0.17, 1.0},
        .healing     = {2.048,
                        0.666,
                        0.25,
                        0.305,
                        0.239,
                        0.077,
                        0.322,
                        0.176,
                        0.0001265,
                        0.847,
                        3,
                        41.26,
                        0.625,
                        0.375,
                        0.2,
                        0.05,
                        0.5,
                        {.median = 2, .sigma = 0.4},
                        {.low = 0.0044, .high = 0.0087, .is_uniform = true},
                        {.low = 23, .high = 48, .is_uniform = true},
                        0.0067,
                        0.01,
                        {.low = 0.56, .high = 1, .is_uniform = true}},
        .age_y       = 45,
        .days        = {0, 1, 2, 3, 7, 14},
        .n_days      = 6,
        .wish_d      = 4,
        .members     = 2000,
        .seed        = 1,
    };
}

static struct course_answer answer_to(struct course_setup setup) {
    struct course_answer answer;
    struct fault         fault = {""};
    if (run(&setup, &answer, &fault) != ST_OK) fail_msg("%s", fault.text);
    return answer;
}

static double median(struct ensemble_band band) { return band.p[ENSEMBLE_MEDIAN]; }

static double below(double z) { return 0.5 * erfc(-z / sqrt(2)); }

// The band over studies has the closed form's quantiles; the mean over them is the whole spread.
static void redness_by_day_is_the_log_normal_over_studies(void **state) {
    struct course_setup setup = person();
    (void)state;
    setup.members          = 20000;
    struct course_answer a = answer_to(setup);
    double               s = 0.94 * sqrt(0.5);
    for (int i = 1; i < setup.n_days; i++) {
        double z = -log(setup.days[i] / 1.5) / s;
        CLAIM_NEAR(a.redness[i].p[0], below(z - 1.959964), 0.012);
        CLAIM_NEAR(median(a.redness[i]), below(z), 0.012);
        CLAIM_NEAR(a.redness[i].p[6], below(z + 1.959964), 0.012);
    }
    assert_true(a.redness[0].p[0] == 1 && a.sensitivity[0].p[0] == 1 && a.barrier[0].p[6] == 0);
}

static void one_persons_redness_has_the_whole_spread_whatever_the_members(void **state) {
    struct course_setup setup = person();
    (void)state;
    for (int members = 1; members < 3000; members += 999) {
        setup.members          = members;
        setup.seed             = (uint64_t)members;
        struct course_answer a = answer_to(setup);
        CLAIM_RELATIVE(median(a.downtime_d), 1.5, 1e-12);
        CLAIM_RELATIVE(a.downtime_d.p[4], 1.5 * exp(0.94 * 0.6744897501960817), 1e-12);
        CLAIM_RELATIVE(a.downtime_d.p[5], 7, 0.01);
    }
}

static void the_share_beyond_a_wish_is_that_of_the_day(void **state) {
    struct course_setup setup = person();
    (void)state;
    setup.days[0] = 2;
    setup.days[1] = 4;
    setup.n_days  = 2;
    for (int i = 0; i < 2; i++) {
        setup.wish_d           = setup.days[i];
        struct course_answer a = answer_to(setup);
        for (int k = 0; k < ENSEMBLE_POINTS; k++) assert_true(a.beyond.p[k] == a.redness[i].p[k]);
    }
    setup.wish_d = 0;
    assert_true(median(answer_to(setup).beyond) == 1);
}

// The same member has the same half-life in both doors of the engine.
static void the_barrier_closes_as_a_sitting_says(void **state) {
    struct course_setup setup = person();
    (void)state;
    for (int covered = 0; covered < 2; covered++) {
        struct engine_setup  pen = {.thickness = {1.39, 1.06, 0.2, 0.29, 0.08, 0.1, 100, 300},
                                    .area_cm2  = 70,
                                    .device    = 1,
                                    .needles   = 14,
                                    .rate_hz   = 117,
                                    .width_mm  = 8,
                                    .needle_diameter_mm = 0.25,
                                    .depth_mm           = 1,
                                    .passes             = 4,
                                    .speed_cm_s         = 9,
                                    .is_occluded        = covered,
                                    .glide              = {.median = 1},
                                    .contact            = {.median = 1},
                                    .ratio              = {.median = 1},
                                    .closure            = setup.closure,
                                    .members            = setup.members,
                                    .seed               = 1,
                                    .zone               = 3};
        struct engine_answer sitting;
        struct fault         fault = {""};
        struct arena         arena;
        assert_int_equal(arena_open(&arena, COURSE_BYTES, &fault), ST_OK);
        if (engine_sitting(&pen, &sitting, arena, &fault) != ST_OK) fail_msg("%s", fault.text);
        arena_close(arena.at, COURSE_BYTES);
        setup.is_occluded      = covered;
        struct course_answer a = answer_to(setup);
        CLAIM_NEAR(1 - median(a.barrier[1]), pow(2, -24 / median(sitting.half_life_h)), 1e-4);
        CLAIM_NEAR(1 - a.barrier[2].p[0], pow(2, -48 / sitting.half_life_h.p[6]), 1e-3);
    }
}

static void phases_follow_the_speed_of_healing(void **state) {
    struct course_setup  setup  = person();
    struct course_answer spread = answer_to(setup);
    setup.healing.speed         = (struct engine_prior){.median = 2};
    struct course_answer two    = answer_to(setup);
    setup.healing.speed.median  = 1;
    struct course_answer cut    = answer_to(setup);
    (void)state;
    CLAIM_RELATIVE(median(two.ends_d[COURSE_INFLAMMATION]) * 2,
                   median(cut.ends_d[COURSE_INFLAMMATION]), 1e-12);
    CLAIM_RELATIVE(two.ends_d[COURSE_PROLIFERATION].p[0], two.ends_d[COURSE_PROLIFERATION].p[6],
                   1e-12);
    CLAIM_RELATIVE(median(spread.ends_d[COURSE_INFLAMMATION]),
                   median(two.ends_d[COURSE_INFLAMMATION]), 0.03);
    CLAIM_RELATIVE(spread.ends_d[COURSE_INFLAMMATION].p[6] /
                       spread.ends_d[COURSE_INFLAMMATION].p[0],
                   exp(2 * 1.96 * 0.4), 0.1);
    assert_true(median(two.ends_d[COURSE_REMODELLING]) < median(cut.ends_d[COURSE_REMODELLING]));
    for (int i = 0; i < COURSE_PHASES; i++)
        for (int k = 0; k < ENSEMBLE_POINTS; k++)
            assert_true(spread.starts_d[i].p[k] < spread.ends_d[i].p[k]);
    assert_true(spread.starts_d[COURSE_INFLAMMATION].p[6] == 0);
}

// Open channels count when they stay open for longer than the inflammation lasts.
static void the_skin_has_rested_when_both_are_over(void **state) {
    struct course_setup  setup = person();
    struct course_answer open  = answer_to(setup);
    (void)state;
    CLAIM_RELATIVE(median(open.rested_d), median(open.ends_d[COURSE_INFLAMMATION]), 1e-12);
    setup.closure.half_life_h    = (struct engine_prior){.median = 24.0 * 30};
    struct course_answer covered = answer_to(setup);
    CLAIM_RELATIVE(median(covered.rested_d), 30 * log2(1 / 0.05), 1e-12);
}

static void age_and_smoking_change_amounts_and_no_dates(void **state) {
    struct course_setup setup = person();
    (void)state;
    setup.age_y                = 0;
    struct course_answer young = answer_to(setup);
    assert_true(young.synthesis.p[0] == 1 && young.synthesis.p[6] == 1);
    setup.age_y              = 75;
    setup.is_smoker          = true;
    struct course_answer old = answer_to(setup);
    assert_true(old.synthesis.p[6] < 1 && old.synthesis.p[0] > 0.56 * exp(-0.01 * 50) - 1e-9);
    assert_true(median(old.synthesis) < 0.8);
    for (int i = 0; i < COURSE_PHASES; i++)
        CLAIM_RELATIVE(median(old.ends_d[i]), median(young.ends_d[i]), 1e-9);
}

static void a_member_draws_the_same_whatever_comes_after_it(void **state) {
    struct course_setup setup = person();
    (void)state;
    setup.members            = 1;
    struct course_answer one = answer_to(setup), again = answer_to(setup);
    assert_memory_equal(&one, &again, sizeof one);
    setup.members               = 3;
    struct course_answer few    = answer_to(setup);
    double               lowest = few.downtime_d.p[0], highest = few.downtime_d.p[6];
    assert_true(median(one.downtime_d) <= highest * 1.2 && median(one.downtime_d) >= lowest / 1.2);
    setup.members             = 1;
    setup.n_days              = 0;
    struct course_answer bare = answer_to(setup);
    assert_true(median(bare.rested_d) == median(one.rested_d));
}

static void threads_change_no_bit(void **state) {
    struct course_setup setup = person();
    (void)state;
    setup.members            = 10000;
    struct course_answer one = answer_to(setup);
    setup.effort.threads     = 3;
    struct course_answer all = answer_to(setup);
    assert_memory_equal(&one, &all, sizeof one);
}

static void assert_refused(struct course_setup setup, enum status expected, const char *said) {
    struct course_answer answer;
    struct fault         fault = {""};
    assert_int_equal(run(&setup, &answer, &fault), expected);
    if (!strstr(fault.text, said)) fail_msg("\"%s\" does not name %s", fault.text, said);
}

static void what_is_out_of_range_is_refused_by_name(void **state) {
    struct course_setup s = person();
    (void)state;
    s.redness.median_d = NAN;
    assert_refused(s, ST_CONTENT, "redness.median_d");
    s         = person();
    s.days[3] = -1;
    assert_refused(s, ST_CONTENT, "days: -1");
    s        = person();
    s.n_days = COURSE_DAYS + 1;
    assert_refused(s, ST_CONTENT, "n_days");
    s                      = person();
    s.healing.speed.median = 0;
    assert_refused(s, ST_CONTENT, "healing.speed");
    s                           = person();
    s.healing.neutrophils_per_d = s.healing.alarm_per_d * 1.0005;
    assert_refused(s, ST_CONTENT, "too near");
    s                         = person();
    s.healing.phase_over_frac = 0;
    assert_refused(s, ST_CONTENT, "phase_over_frac");
    s         = person();
    s.members = LIMIT_MEMBERS + 1;
    assert_refused(s, ST_LIMIT, "members");
    s.members = 0;
    assert_refused(s, ST_CONTENT, "members");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(redness_by_day_is_the_log_normal_over_studies),
        cmocka_unit_test(one_persons_redness_has_the_whole_spread_whatever_the_members),
        cmocka_unit_test(the_share_beyond_a_wish_is_that_of_the_day),
        cmocka_unit_test(the_barrier_closes_as_a_sitting_says),
        cmocka_unit_test(phases_follow_the_speed_of_healing),
        cmocka_unit_test(the_skin_has_rested_when_both_are_over),
        cmocka_unit_test(age_and_smoking_change_amounts_and_no_dates),
        cmocka_unit_test(a_member_draws_the_same_whatever_comes_after_it),
        cmocka_unit_test(threads_change_no_bit),
        cmocka_unit_test(what_is_out_of_range_is_refused_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
