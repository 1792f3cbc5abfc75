// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/pattern.h"

#include <stdlib.h>

static const struct pattern_device mf8 = {PATTERN_ROLLER, 192, 0, 0.02, 0.01};

static double per_cm2(double per_m2) { return per_m2 * 1e-4; }

// Row V11 of the validation set: drum of Schwarz and Laaff 2011.
static void roller_of_192_needles_leaves_15_3_per_cm2(void **state) {
    (void)state;
    CLAIM_RELATIVE(per_cm2(pattern_density_m2(&mf8, 0.05)), 192 / (acos(-1) * 2 * 2), 1e-14);
    CLAIM_NEAR(per_cm2(pattern_density_m2(&mf8, 0.05)), 15.3, 0.05);
    assert_true(pattern_density_m2(&mf8, 0.05) == pattern_density_m2(&mf8, 0.5));
}

// Row V12: fifteen passes, about 250 /cm2 in the literature, where needles of 250 um cover some
// 11.6 %.
static void fifteen_roller_passes_come_near_250_per_cm2(void **state) {
    (void)state;
    double n = 15 * per_cm2(pattern_density_m2(&mf8, 0.05));
    CLAIM_NEAR(n, 229.2, 0.1);
    CLAIM_NEAR(n, 250, 25);
    CLAIM_NEAR(pattern_coverage_frac(250e4, 250e-6), 0.116, 0.001);
}

static void pen_follows_needles_rate_width_and_speed(void **state) {
    (void)state;
    static const struct {
        int    needles;
        double rate_hz, width_cm, speed_cm_s, per_cm2;
    } rows[] = {{11, 90, 0.8, 1, 1237.5},
                {12, 100, 0.8, 2, 750},
                {12, 110, 0.8, 5, 330},
                {36, 150, 1.2, 3, 1500}};
    for (int i = 0; i < 4; i++) {
        struct pattern_device pen = {PATTERN_PEN, rows[i].needles, rows[i].rate_hz,
                                     rows[i].width_cm / 100, 0};
        CLAIM_RELATIVE(per_cm2(pattern_density_m2(&pen, rows[i].speed_cm_s / 100)), rows[i].per_cm2,
                       1e-14);
    }
}

// Twin: strike by strike along a stroke, counting what falls on one square centimetre of its swath.
static void pen_matches_counted_strikes(void **state) {
    (void)state;
    struct pattern_device pen       = {PATTERN_PEN, 14, 117, 0.01, 0};
    double                speed_m_s = 0.031, window_m = 1.0;
    int                   n = 0;
    for (int strike = 0; strike < 100000; strike++)
        if (strike / pen.rate_hz * speed_m_s < window_m) n += pen.needles;
    CLAIM_RELATIVE(pattern_density_m2(&pen, speed_m_s), n / (window_m * pen.width_m), 1e-3);
}

// Twin: 8 rows of 24 needles rolled out over three turns, counted on the rolled area.
static void roller_matches_its_lattice_rolled_out(void **state) {
    (void)state;
    double turn_m = 2 * acos(-1) * 0.01;
    int    n      = 0;
    for (int column = 0; column < 1000; column++)
        if (column * turn_m / 24 < 3 * turn_m - 1e-9) n += 8;
    CLAIM_RELATIVE(pattern_density_m2(&mf8, 1), n / (3 * turn_m * 0.02), 1e-12);
}

static void stamp_leaves_its_needles_on_every_print(void **state) {
    (void)state;
    struct pattern_device stamp = {PATTERN_STAMP, 40, 0, 0.01, 0};
    CLAIM_RELATIVE(per_cm2(pattern_density_m2(&stamp, 1)), 40, 1e-14);
    assert_true(pattern_stamp_density_m2(40, 25000) == 1e6);
}

static void speed_for_a_density_gives_it_back(void **state) {
    (void)state;
    struct pattern_device pen = {PATTERN_PEN, 14, 117, 0.008, 0};
    for (int passes = 1; passes <= 20; passes++)
        for (double n = 50e4; n < 3000e4; n *= 1.3) {
            double speed_m_s = pattern_speed_m_s(&pen, passes, n);
            CLAIM_RELATIVE(passes * pattern_density_m2(&pen, speed_m_s), n, 1e-14);
        }
}

static void time_is_area_over_swath(void **state) {
    (void)state;
    struct pattern_device pen = {PATTERN_PEN, 14, 117, 0.01, 0};
    CLAIM_RELATIVE(pattern_time_s(&pen, 4 * 60e-4, 0.02, 0), 120, 1e-14);
    CLAIM_RELATIVE(pattern_time_s(&pen, 4 * 60e-4, 0.02, 0.25), 150, 1e-14);
}

// Row A10: the closed forms, at densities and diameters tabulated by hand.
static void poisson_coverage_and_neighbours_match_the_table(void **state) {
    (void)state;
    static const struct {
        double per_cm2, neighbour_um, percent_100, percent_250;
    } rows[] = {{16, 1250, 0.13, 0.8}, {100, 500, 0.8, 4.8},   {250, 316, 1.9, 11.5},
                {500, 224, 3.9, 21.8}, {1000, 158, 7.6, 38.8}, {2000, 112, 14.5, 62.5}};
    for (int i = 0; i < 6; i++) {
        double n = rows[i].per_cm2 * 1e4;
        CLAIM_NEAR(pattern_nearest_m(n) * 1e6, rows[i].neighbour_um, 0.5);
        CLAIM_NEAR(pattern_coverage_frac(n, 100e-6) * 100, rows[i].percent_100, 0.06);
        CLAIM_NEAR(pattern_coverage_frac(n, 250e-6) * 100, rows[i].percent_250, 0.06);
    }
    assert_true(pattern_coverage_frac(0, 250e-6) == 0);
    assert_true(pattern_coverage_frac(1e12, 250e-6) == 1);
}

enum { PATTERN_TWIN_N = 2500 };

static double wrapped2(const double *a, const double *b) {
    double dx = fabs(a[0] - b[0]), dy = fabs(a[1] - b[1]);
    dx = fmin(dx, 1 - dx);
    dy = fmin(dy, 1 - dy);
    return dx * dx + dy * dy;
}

// Twin: points thrown on a square that closes on itself; its side is 1, so the density is their
// number. Tolerance: 4 standard errors, from the count of probes and of points.
static void poisson_forms_match_points_thrown_at_random(void **state) {
    (void)state;
    double   at[PATTERN_TWIN_N][2];
    uint64_t draw = 2026;
    for (int i = 0; i < PATTERN_TWIN_N; i++)
        for (int k = 0; k < 2; k++) at[i][k] = twin_draw(&draw);

    double diameter = 0.016, sum = 0;
    int    hit = 0, probes = 40000;
    for (int i = 0; i < probes; i++) {
        double probe[2] = {twin_draw(&draw), twin_draw(&draw)};
        int    j        = 0;
        while (j < PATTERN_TWIN_N && wrapped2(probe, at[j]) > diameter * diameter / 4) j++;
        hit += j < PATTERN_TWIN_N;
    }
    for (int i = 0; i < PATTERN_TWIN_N; i++) {
        double nearest = 1;
        for (int j = 0; j < PATTERN_TWIN_N; j++)
            if (i != j) nearest = fmin(nearest, wrapped2(at[i], at[j]));
        sum += sqrt(nearest);
    }
    CLAIM_NEAR(pattern_coverage_frac(PATTERN_TWIN_N, diameter), (double)hit / probes, 0.02);
    CLAIM_RELATIVE(pattern_nearest_m(PATTERN_TWIN_N), sum / PATTERN_TWIN_N, 0.04);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(roller_of_192_needles_leaves_15_3_per_cm2),
        cmocka_unit_test(fifteen_roller_passes_come_near_250_per_cm2),
        cmocka_unit_test(pen_follows_needles_rate_width_and_speed),
        cmocka_unit_test(pen_matches_counted_strikes),
        cmocka_unit_test(roller_matches_its_lattice_rolled_out),
        cmocka_unit_test(stamp_leaves_its_needles_on_every_print),
        cmocka_unit_test(speed_for_a_density_gives_it_back),
        cmocka_unit_test(time_is_area_over_swath),
        cmocka_unit_test(poisson_coverage_and_neighbours_match_the_table),
        cmocka_unit_test(poisson_forms_match_points_thrown_at_random),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
