// test_engine_healing: the door to curves of healing, against the chain itself and what must hold.
// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/engine_healing.h"

#include <string.h>

enum { DAY = 86400, BYTES = 64 << 20 };

static struct engine_healing_answer answered;   // too large for the stack of every test

// The numbers of the published fit; a person is drawn only where a test says so.
static struct course_healing numbers(void) {
    return (struct course_healing){.alarm_per_d            = 2.048,
                                   .neutrophils_per_d      = 0.666,
                                   .repair_per_d           = 0.25,
                                   .macrophages_per_d      = 0.305,
                                   .macrophages_late_per_d = 0.239,
                                   .fibroblasts_per_d      = 0.077,
                                   .myofibroblasts_per_d   = 0.322,
                                   .contraction_end_per_d  = 0.176,
                                   .collagen_loss_per_d    = log(2) / (15 * 365.25),
                                   .by_neutrophils_frac    = 0.847,
                                   .myofibroblast_yield    = 3,
                                   .collagen_scale         = 41.26,
                                   .new_iii                = 0.625,
                                   .new_i                  = 0.375,
                                   .rest_iii_frac          = 0.2,
                                   .phase_over_frac        = 0.05,
                                   .remodelling_frac       = 0.5,
                                   .speed                  = {.median = 1},
                                   .exchange_per_d         = {.median = 0.0087},
                                   .order_d                = {.median = 35},
                                   .age_scale_y            = 0.0067,
                                   .age_most_y             = 0.01,
                                   .smoking = {.low = 0.56, .high = 1, .is_uniform = true}};
}

static const double                        days[] = {0, 1, 3, 7, 14, 28, 56, 180, 365};
static const struct engine_healing_sitting one[]  = {{0, 1}};

static struct engine_healing_setup single(void) {
    return (struct engine_healing_setup){
        .healing  = numbers(),
        .closure  = {{.median = 0.8, .sigma = 0.5361}, {.median = 20.52, .sigma = 0.5361}, 0.17, 1},
        .sittings = one,
        .n_sittings = 1,
        .times_d    = days,
        .n_times    = 9,
        .members    = 50,
        .seed       = 1,
    };
}

static enum status reckon(const struct engine_healing_setup *setup, struct fault *fault) {
    struct arena arena;
    assert_int_equal(arena_open(&arena, BYTES, fault), ST_OK);
    enum status status = engine_healing(setup, &answered, arena, fault);
    arena_close(arena.at, BYTES);
    return status;
}

static const struct engine_healing_answer *answer_to(const struct engine_healing_setup *setup) {
    struct fault fault = {""};
    if (reckon(setup, &fault) != ST_OK) fail_msg("%s", fault.text);
    return &answered;
}

static double middle(const struct engine_healing_answer *answer, int curve, int time) {
    return answer->curves[curve][time].p[ENSEMBLE_MEDIAN];
}

static double width(const struct ensemble_band *band) {
    return band->p[ENSEMBLE_POINTS - 1] - band->p[0];
}

static void one_sitting_without_spread_is_the_published_table(void **state) {
    static const double table[][6] = {{.4535, .2174, .0040, .0003, .0000, .624},
                                      {.2735, .6622, .1436, .0324, .0041, .623},
                                      {.0207, .3883, .5400, .3856, .0946, .619},
                                      {.0002, .0742, .2991, .6755, .4847, .609},
                                      {0, .0026, .0155, .1546, .9244, .578},
                                      {0, 0, 0, .0016, .9945, .500},
                                      {0, 0, 0, 0, .9796, .302},
                                      {0, 0, 0, 0, .9570, .220}};
    static const double peaks[]    = {.498, .669, .556, .694};
    static const double peak_d[]   = {1.4, 3.35, 7.95, 12.45};
    static const int    columns[]  = {0, 1, 2, 3, ENGINE_HEALING_COLLAGEN, ENGINE_HEALING_III};
    struct engine_healing_setup         setup  = single();
    const struct engine_healing_answer *answer = answer_to(&setup);
    (void)state;
    for (int i = 0; i < 8; i++)
        for (int k = 0; k < 6; k++) {
            CLAIM_NEAR(middle(answer, columns[k], i + 1), table[i][k], k == 5 ? 0.6e-3 : 0.6e-4);
            assert_true(width(&answer->curves[columns[k]][i + 1]) == 0);
        }
    for (int i = 0; i < HEALING_GROUPS; i++) {
        CLAIM_NEAR(answer->peak[i].p[0], peaks[i], 0.6e-3);
        CLAIM_NEAR(answer->peak_d[i].p[ENSEMBLE_MEDIAN], peak_d[i], 0.05);
    }
    assert_true(answer->imbalance < 1e-12);
}

// Twice the dose is twice the curve; sittings of their own add up to the curve of all of them.
static void doses_and_sittings_add_up(void **state) {
    static const struct engine_healing_sitting both[]  = {{0, 0.5}, {28, 2}};
    static const double                        times[] = {0, 10, 28, 40, 100, 300};
    struct engine_healing_setup                setup   = single();
    struct healing_rates                       rates   = course_rates(&setup.healing);
    struct healing                             healing = healing_of(&rates);
    struct healing_member                      person  = {1, 1, 0.0087 / DAY, 35.0 * DAY};
    struct healing_course                      course  = healing_course_of(&healing, &person);
    setup.sittings                                     = both;
    setup.n_sittings                                   = 2;
    setup.times_d                                      = times;
    setup.n_times                                      = 6;
    const struct engine_healing_answer *answer         = answer_to(&setup);
    (void)state;
    for (int i = 0; i < 6; i++) {
        double after_d = fmax(0, times[i] - 28);
        for (int group = 0; group < HEALING_GROUPS; group++)
            CLAIM_NEAR(
                middle(answer, group, i),
                0.5 * healing_group_at(&course, group, times[i] * DAY) +
                    (times[i] >= 28 ? 2 * healing_group_at(&course, group, after_d * DAY) : 0),
                1e-12);
        double late = times[i] >= 28 ? healing_at(&course, HEALING_MATRIX, after_d * DAY) : 0;
        CLAIM_NEAR(middle(answer, ENGINE_HEALING_ORDERED, i),
                   0.5 * healing_at(&course, HEALING_MATRIX, times[i] * DAY) + 2 * late, 1e-12);
    }
}

static void the_speed_alone_spreads_the_cells(void **state) {
    struct engine_healing_setup setup          = single();
    setup.healing.speed                        = (struct engine_prior){.median = 2, .sigma = 0.4};
    setup.members                              = 1000;
    setup.age_y                                = 60;
    setup.is_smoker                            = true;
    const struct engine_healing_answer *answer = answer_to(&setup);
    (void)state;
    for (int i = 0; i < HEALING_GROUPS; i++) {
        assert_true(width(&answer->curves[i][3]) > 0);
        assert_true(width(&answer->peak[i]) == 0);
        CLAIM_RELATIVE(answer->peak_d[i].p[ENSEMBLE_POINTS - 1] / answer->peak_d[i].p[0],
                       exp(2 * 1.96 * 0.4), 0.1);
    }
    for (int i = 0; i < setup.n_times; i++) {
        const struct ensemble_band *all = &answer->curves[ENGINE_HEALING_COLLAGEN][i];
        assert_true(all->p[0] >= 0 &&
                    all->p[ENSEMBLE_POINTS - 1] <= 1);   // age and smoking take off
        assert_true(answer->curves[ENGINE_HEALING_III][i].p[ENSEMBLE_POINTS - 1] <= 0.625);
    }
    assert_true(middle(answer, ENGINE_HEALING_COLLAGEN, 7) < 0.85);
}

// The barrier is that of the channels: a dose has no part in it, a sitting without one opens none.
static void the_barrier_is_that_of_the_channels(void **state) {
    static const struct engine_healing_sitting two[]   = {{0, 0.1}, {1, 5}, {3, 0}};
    static const double                        times[] = {0, 0.5, 1, 2, 3};
    struct engine_healing_setup                setup   = single();
    setup.closure.half_life_h_occluded                 = (struct engine_prior){.median = 12};
    setup.is_occluded                                  = true;
    setup.sittings                                     = two;
    setup.n_sittings                                   = 3;
    setup.times_d                                      = times;
    setup.n_times                                      = 5;
    const struct engine_healing_answer *answer         = answer_to(&setup);
    static const double wanted[] = {0, 0.5, 0, 1 - 0.25 - 0.0625, 1 - 0.0625 - 0.015625};
    (void)state;
    for (int i = 0; i < 5; i++)
        CLAIM_NEAR(middle(answer, ENGINE_HEALING_BARRIER, i), wanted[i], 1e-12);
}

static void members_and_threads_change_no_bit(void **state) {
    struct engine_healing_setup setup  = single();
    setup.healing.speed                = (struct engine_prior){.median = 2, .sigma = 0.4};
    setup.members                      = 9000;
    struct engine_healing_answer first = *answer_to(&setup);
    (void)state;
    setup.effort.threads = 3;
    assert_memory_equal(answer_to(&setup)->curves[0], first.curves[0],
                        sizeof(struct ensemble_band) * (size_t)setup.n_times);
    assert_memory_equal(answer_to(&setup)->ends_d, first.ends_d, sizeof first.ends_d);
}

static void refused(const struct engine_healing_setup *setup, enum status status,
                    const char *says) {
    struct fault fault = {""};
    if (reckon(setup, &fault) != status || !strstr(fault.text, says))
        fail_msg("%s: %s", says, fault.text);
}

static void what_is_out_of_range_is_refused_by_name(void **state) {
    static const struct engine_healing_sitting negative[] = {{0, 1}, {-1, 1}},
                                               nan_dose[] = {{0, NAN}};
    static const double         late[]                    = {1e9};
    struct engine_healing_setup setup                     = single();
    (void)state;
    setup.n_sittings = 0;
    refused(&setup, ST_CONTENT, "sessions: 0");
    setup.n_sittings = 65;
    refused(&setup, ST_LIMIT, "sessions: 65");
    setup         = single();
    setup.n_times = 65;
    refused(&setup, ST_LIMIT, "times: 65");
    setup            = single();
    setup.sittings   = negative;
    setup.n_sittings = 2;
    refused(&setup, ST_CONTENT, "sessions.t: -1");
    setup          = single();
    setup.sittings = nan_dose;
    refused(&setup, ST_CONTENT, "sessions.dose: ");
    setup         = single();
    setup.times_d = late;
    setup.n_times = 1;
    refused(&setup, ST_CONTENT, "times: 1e+09");
    setup         = single();
    setup.members = LIMIT_MEMBERS + 1;
    refused(&setup, ST_LIMIT, "members: ");
    setup                      = single();
    setup.healing.speed.median = 0;
    refused(&setup, ST_CONTENT, "healing.speed: ");
    setup                               = single();
    setup.healing.contraction_end_per_d = 0.239;
    refused(&setup, ST_CONTENT, "too near");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_sitting_without_spread_is_the_published_table),
        cmocka_unit_test(doses_and_sittings_add_up),
        cmocka_unit_test(the_speed_alone_spreads_the_cells),
        cmocka_unit_test(the_barrier_is_that_of_the_channels),
        cmocka_unit_test(members_and_threads_change_no_bit),
        cmocka_unit_test(what_is_out_of_range_is_refused_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
