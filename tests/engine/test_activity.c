// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/activity.h"

#include <stdlib.h>

enum { ACTIVITY_BYTES = 16 << 20, DAY = 86400, TIMES = 60, TWINS = 4000 };

static struct arena    activity_arena;
static struct fault    activity_fault;
static double          activity_days[TIMES];
static struct activity activity_found;

static int begin(void **state) {
    (void)state;
    for (int i = 0; i < TIMES; i++) activity_days[i] = i < 20 ? i * 0.25 : 5 * exp((i - 20) * 0.09);
    return arena_open(&activity_arena, ACTIVITY_BYTES, &activity_fault) == ST_OK ? 0 : -1;
}

static struct activity_setup people(void) {
    const struct engine_prior speed    = {.median = 2, .sigma = 0.4};
    const struct engine_prior exchange = {.low = 0.0044, .high = 0.0087, .is_uniform = true};
    const struct engine_prior order    = {.low = 23, .high = 48, .is_uniform = true};
    const struct engine_prior smoking  = {.low = 0.56, .high = 1, .is_uniform = true};
    return (struct activity_setup){{2.048,     0.666, 0.25,     0.305, 0.239,  0.077, 0.322,  0.176,
                                    0.0001265, 0.847, 3,        41.26, 0.625,  0.375, 0.2,    0.05,
                                    0.5,       speed, exchange, order, 0.0067, 0.01,  smoking},
                                   activity_days,
                                   TIMES};
}

static const struct activity *answer_to(struct activity_setup setup) {
    if (activity_over(&setup, &activity_found, activity_arena, &activity_fault) != ST_OK)
        fail_msg("%s", activity_fault.text);
    return &activity_found;
}

// Twin: the states of one person, added up by hand, over the largest of them.
static void one_by_hand(const struct course_healing *h, double speed, double order_d, int phase,
                        double *out) {
    struct healing_rates  rates   = course_rates(h);
    struct healing        healing = healing_of(&rates);
    struct healing_member member  = {speed, 1, 0.006 / DAY, order_d * DAY};
    struct healing_course course  = healing_course_of(&healing, &member);
    double                most    = 0;
    for (int i = 0; i < TIMES; i++) {
        double t = activity_days[i] * DAY;
        if (phase == COURSE_INFLAMMATION)
            out[i] = healing_at(&course, HEALING_NEUTROPHILS, t) +
                     healing_at(&course, HEALING_MACROPHAGES_EARLY, t) +
                     healing_at(&course, HEALING_MACROPHAGES_LATE, t);
        if (phase == COURSE_PROLIFERATION)
            out[i] = healing_at(&course, HEALING_FIBROBLASTS, t) +
                     healing_at(&course, HEALING_MYOFIBROBLASTS, t);
        if (phase == COURSE_REMODELLING)
            out[i] = healing_at(&course, HEALING_COLLAGEN_III, t) +
                     healing_at(&course, HEALING_COLLAGEN_I, t) -
                     healing_at(&course, HEALING_MATRIX, t);
        most = fmax(most, out[i]);
    }
    for (int i = 0; i < TIMES; i++) out[i] /= most;
}

static void one_person_has_the_states_of_healing(void **state) {
    struct activity_setup setup = people();
    double                twin[TIMES];
    (void)state;
    setup.healing.speed          = (struct engine_prior){.median = 1.7};
    setup.healing.order_d        = (struct engine_prior){.median = 31};
    const struct activity *found = answer_to(setup);
    for (int k = 0; k < COURSE_PHASES; k++) {
        one_by_hand(&setup.healing, 1.7, 31, k, twin);
        for (int i = 0; i < TIMES; i++)
            for (int p = 0; p < ENSEMBLE_POINTS; p++)
                CLAIM_NEAR(found->phases[k][i].p[p], twin[i], 1e-9);
    }
}

static void it_begins_with_nothing_and_stays_between_0_and_1(void **state) {
    const struct activity *found = answer_to(people());
    (void)state;
    for (int k = 0; k < COURSE_PHASES; k++) {
        double most = 0;
        for (int i = 0; i < TIMES; i++) {
            const double *p = found->phases[k][i].p;
            for (int q = 0; q < ENSEMBLE_POINTS; q++) assert_true(p[q] >= 0 && p[q] <= 1);
            for (int q = 1; q < ENSEMBLE_POINTS; q++) assert_true(p[q] >= p[q - 1]);
            most = fmax(most, p[ENSEMBLE_POINTS - 1]);
        }
        CLAIM_NEAR(found->phases[k][0].p[ENSEMBLE_POINTS - 1], 0, 1e-12);
        CLAIM_NEAR(most, 1, 0);   // each person has its own most somewhere
    }
}

// The phases of course end where so small a share is left: the same cells, the same collagen.
static void a_phase_ends_where_its_curve_says_so(void **state) {
    struct activity_setup setup   = people();
    struct healing_rates  rates   = course_rates(&setup.healing);
    struct healing        healing = healing_of(&rates);
    struct healing_share  share   = {0.05, 0.5};
    struct healing_phases slow    = healing_phases_slow(&healing, &share);
    double ends_d[] = {slow.inflammation_s / 2 / DAY, slow.proliferation_s_end / 2 / DAY};
    double days[TIMES];
    (void)state;
    setup.healing.speed   = (struct engine_prior){.median = 2};
    setup.healing.order_d = (struct engine_prior){.median = 35};
    for (int k = 0; k < 2; k++) {
        for (int i = 0; i < TIMES; i++) days[i] = ends_d[k] * i / (TIMES - 1);
        setup.times_d = days;
        CLAIM_NEAR(answer_to(setup)->phases[k][TIMES - 1].p[ENSEMBLE_MEDIAN], 0.05, 0.0005);
    }
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void the_band_is_that_of_people_drawn_at_random(void **state) {
    static const double   shares[ENSEMBLE_POINTS] = {0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975};
    struct activity_setup setup                   = people();
    uint64_t              seed                    = 5;
    (void)state;
    const struct activity *activity = answer_to(setup);
    struct arena           scratch  = activity_arena;
    double                *found    = ARENA_NEW(&scratch, double, TIMES *TWINS);
    for (int phase = 0; phase < COURSE_PHASES; phase++) {
        for (int k = 0; k < TWINS; k++) {
            double curve[TIMES];
            double speed = 2 * exp(0.4 * twin_normal(&seed));
            one_by_hand(&setup.healing, speed, 23 + 25 * twin_draw(&seed), phase, curve);
            for (int i = 0; i < TIMES; i++) found[i * TWINS + k] = curve[i];
        }
        for (int i = 0; i < TIMES; i++) {
            double *row = found + (ptrdiff_t)i * TWINS;
            qsort(row, TWINS, sizeof *row, by_value);
            for (int p = 0; p < ENSEMBLE_POINTS; p++) {
                double twin = row[(int)(shares[p] * (TWINS - 1))];
                CLAIM_NEAR(activity->phases[phase][i].p[p], twin, p % 6 ? 0.03 : 0.05);
            }
        }
    }
}

static void what_is_out_of_range_is_refused(void **state) {
    double falling[] = {0, 2, 1}, many[ACTIVITY_TIMES_MAX + 1] = {0};
    (void)state;
    for (int i = 0; i < 5; i++) {
        struct activity_setup setup  = people();
        enum status           wanted = ST_CONTENT;
        if (i == 0) setup.times_d = falling, setup.n_times = 3;
        if (i == 1) setup.times_d = many, setup.n_times = ACTIVITY_TIMES_MAX + 1, wanted = ST_LIMIT;
        if (i == 2) setup.n_times = 0, wanted = ST_LIMIT;
        if (i == 3) setup.healing.speed.median = NAN;
        if (i == 4) setup.healing.neutrophils_per_d = setup.healing.alarm_per_d;
        assert_int_equal(activity_over(&setup, &activity_found, activity_arena, &activity_fault),
                         wanted);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_person_has_the_states_of_healing),
        cmocka_unit_test(it_begins_with_nothing_and_stays_between_0_and_1),
        cmocka_unit_test(a_phase_ends_where_its_curve_says_so),
        cmocka_unit_test(the_band_is_that_of_people_drawn_at_random),
        cmocka_unit_test(what_is_out_of_range_is_refused),
    };
    return cmocka_run_group_tests(tests, begin, NULL);
}
