// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/healing.h"

enum { DAY = 86400 };

// The numbers of the published fit, for a cut-out wound.
static struct healing_rates rates(void) {
    return (struct healing_rates){
        2.048 / DAY, 0.666 / DAY, 0.25 / DAY,  0.305 / DAY, 0.239 / DAY,
        0.077 / DAY, 0.322 / DAY, 0.176 / DAY, 0.847,       3,
        41.26,       0.625,       0.375,       0.20,        log(2) / (15 * 365.25 * DAY)};
}

static struct healing_course course_at(double speed) {
    struct healing_rates  numbers = rates();
    struct healing        healing = healing_of(&numbers);
    struct healing_member member  = {speed, 1, 0.0087 / DAY, 35.0 * DAY};
    return healing_course_of(&healing, &member);
}

static double at(const struct healing_course *course, enum healing_state state, double t_d) {
    return healing_at(course, state, t_d * DAY);
}

static double macrophages(const struct healing_course *course, double t_d) {
    return at(course, HEALING_MACROPHAGES_EARLY, t_d) + at(course, HEALING_MACROPHAGES_LATE, t_d);
}

static double collagen(const struct healing_course *course, double t_d) {
    return at(course, HEALING_COLLAGEN_III, t_d) + at(course, HEALING_COLLAGEN_I, t_d);
}

static double iii_frac(const struct healing_course *course, double t_d) {
    return at(course, HEALING_COLLAGEN_III, t_d) / collagen(course, t_d);
}

// The fixture of the fit: t, N, M1 + M2, F, Y, P1 + P3, share of III; four or three digits.
static void one_sitting_matches_the_published_table(void **state) {
    static const double   table[][7] = {{1, .4535, .2174, .0040, .0003, .0000, .624},
                                        {3, .2735, .6622, .1436, .0324, .0041, .623},
                                        {7, .0207, .3883, .5400, .3856, .0946, .619},
                                        {14, .0002, .0742, .2991, .6755, .4847, .609},
                                        {28, 0, .0026, .0155, .1546, .9244, .578},
                                        {56, 0, 0, 0, .0016, .9945, .500},
                                        {180, 0, 0, 0, 0, .9796, .302},
                                        {365, 0, 0, 0, 0, .9570, .220}};
    struct healing_course course     = course_at(1);
    (void)state;
    for (int i = 0; i < 8; i++) {
        double t = table[i][0];
        CLAIM_NEAR(at(&course, HEALING_NEUTROPHILS, t), table[i][1], 0.6e-4);
        CLAIM_NEAR(macrophages(&course, t), table[i][2], 0.6e-4);
        CLAIM_NEAR(at(&course, HEALING_FIBROBLASTS, t), table[i][3], 0.6e-4);
        CLAIM_NEAR(at(&course, HEALING_MYOFIBROBLASTS, t), table[i][4], 0.6e-4);
        CLAIM_NEAR(collagen(&course, t), table[i][5], 0.6e-4);
        CLAIM_NEAR(iii_frac(&course, t), table[i][6], 0.6e-3);
    }
}

// Highest value on a grid of 0.01 d, and where.
static double peak(double (*of)(const struct healing_course *, double),
                   const struct healing_course *course, double *peak_d) {
    double best = 0;
    for (int i = 1; i < 6000; i++) {
        double value = of(course, i * 0.01);
        if (value <= best) continue;
        best    = value;
        *peak_d = i * 0.01;
    }
    return best;
}

static double n_at(const struct healing_course *c, double t) {
    return at(c, HEALING_NEUTROPHILS, t);
}
static double m2_at(const struct healing_course *c, double t) {
    return at(c, HEALING_MACROPHAGES_LATE, t);
}
static double f_at(const struct healing_course *c, double t) {
    return at(c, HEALING_FIBROBLASTS, t);
}
static double y_at(const struct healing_course *c, double t) {
    return at(c, HEALING_MYOFIBROBLASTS, t);
}

static void peaks_stand_where_they_were_published(void **state) {
    struct healing_course course = course_at(1);
    double                d      = 0;
    (void)state;
    CLAIM_NEAR(peak(n_at, &course, &d), 0.498, 0.6e-3);
    CLAIM_NEAR(d, 1.4, 0.05);
    CLAIM_NEAR(peak(macrophages, &course, &d), 0.669, 0.6e-3);
    CLAIM_NEAR(d, 3.35, 0.05);
    peak(m2_at, &course, &d);
    CLAIM_NEAR(d, 5.45, 0.05);
    CLAIM_NEAR(peak(f_at, &course, &d), 0.556, 0.6e-3);
    CLAIM_NEAR(d, 7.95, 0.05);
    CLAIM_NEAR(peak(y_at, &course, &d), 0.694, 0.6e-3);
    CLAIM_NEAR(d, 12.45, 0.05);
}

// The lag to order may meet the rate of the alarm, which stands twice: smooth there as beside it.
static void where_two_rates_meet_no_digits_are_lost(void **state) {
    struct healing_rates numbers = rates();
    struct healing       healing = healing_of(&numbers);
    double               order_s = 1 / numbers.alarm_per_s, step = 1e-3;
    (void)state;
    struct healing_course courses[3];
    for (int k = 0; k < 3; k++) {
        double                lag_s  = order_s * (1 + (k - 1) * step);
        struct healing_member member = {1, 1, 0.0087 / DAY, lag_s};
        courses[k]                   = healing_course_of(&healing, &member);
    }
    for (double t = 3; t < 90; t += 3) {
        double below = at(&courses[0], HEALING_MATRIX, t),
               above = at(&courses[2], HEALING_MATRIX, t);
        CLAIM_NEAR(at(&courses[1], HEALING_MATRIX, t) / ((below + above) / 2), 1, 1e-5);
    }
}

static void twice_the_speed_halves_the_time_of_the_cells(void **state) {
    struct healing_course slow = course_at(1), fast = course_at(2);
    (void)state;
    for (double t = 0; t < 60; t += 0.37)
        for (int cell = 0; cell < HEALING_CELLS; cell++)
            CLAIM_NEAR(at(&fast, (enum healing_state)cell, t),
                       at(&slow, (enum healing_state)cell, 2 * t), 1e-13);
    CLAIM_NEAR(collagen(&fast, 14), 0.925, 0.6e-3);
    assert_true(fabs(iii_frac(&fast, 14) - iii_frac(&slow, 28)) > 0.01);   // the exchange keeps its
}

// Sums over the sittings that lie in the past.
static double superposed(const struct healing_course *course, int n, double every_d, double t_d,
                         enum healing_state state) {
    double sum = 0;
    for (int i = 0; i < n; i++)
        if (t_d > i * every_d) sum += at(course, state, t_d - i * every_d);
    return sum;
}

static void sittings_add_up(void **state) {
    static const double   days[] = {28, 56, 90, 112, 180, 365};
    static const double   all[]  = {.924, 1.919, 3.013, 3.899, 3.940, 3.848};
    static const double   iii[]  = {.578, .537, .492, .473, .353, .231};
    struct healing_course course = course_at(1);
    (void)state;
    for (int i = 0; i < 6; i++) {
        double p3 = superposed(&course, 4, 28, days[i], HEALING_COLLAGEN_III);
        double p  = p3 + superposed(&course, 4, 28, days[i], HEALING_COLLAGEN_I);
        CLAIM_NEAR(p, all[i], 1e-3);
        CLAIM_NEAR(p3 / p, iii[i], 0.6e-3);
    }
    double six = superposed(&course, 6, 14, 112, HEALING_COLLAGEN_III) +
                 superposed(&course, 6, 14, 112, HEALING_COLLAGEN_I);
    CLAIM_NEAR(six, 5.947, 0.6e-3);
}

// ---- a naive twin: Runge and Kutta of fourth order over the equations as they stand ----

enum { TWIN_STATES = 10 };

static void twin_slope(const struct healing_rates *r, const struct healing_member *m,
                       const double *x, double *dx) {
    double v = m->speed * DAY, p = x[7] + x[8];
    double s = v * m->synthesis / DAY / r->collagen_scale;
    s *= x[5] + r->myofibroblast_yield * x[6];
    double exchange = m->exchange_per_s * DAY * (x[7] - r->rest_iii_frac * p);
    double loss     = r->collagen_loss_per_s * DAY;
    double a        = r->by_neutrophils_frac;
    dx[0]           = -v * r->alarm_per_s * x[0];
    dx[1]           = v * r->alarm_per_s * (x[0] - x[1]);
    dx[2]           = v * (r->alarm_per_s * x[1] - r->neutrophils_per_s * x[2]);
    dx[3] =
        v * ((a * x[2] + (1 - a) * x[1]) / DAY - (r->repair_per_s + r->macrophages_per_s) * x[3]);
    dx[4] = v * (r->repair_per_s * x[3] - r->macrophages_late_per_s * x[4]);
    dx[5] = v * (x[4] / DAY - (r->fibroblasts_per_s + r->myofibroblasts_per_s) * x[5]);
    dx[6] = v * (r->myofibroblasts_per_s * x[5] - r->contraction_end_per_s * x[6]);
    dx[7] = r->new_iii * s - exchange - loss * x[7];
    dx[8] = r->new_i * s + exchange - loss * x[8];
    dx[9] = (p - x[9]) / (m->order_s / DAY);
}

static void twin_step(const struct healing_rates *r, const struct healing_member *m, double dt,
                      double *x) {
    double k[4][TWIN_STATES], y[TWIN_STATES];
    twin_slope(r, m, x, k[0]);
    for (int n = 1; n < 4; n++) {
        for (int i = 0; i < TWIN_STATES; i++) y[i] = x[i] + (n == 3 ? dt : dt / 2) * k[n - 1][i];
        twin_slope(r, m, y, k[n]);
    }
    for (int i = 0; i < TWIN_STATES; i++)
        x[i] += dt / 6 * (k[0][i] + 2 * k[1][i] + 2 * k[2][i] + k[3][i]);
}

static void the_closed_form_matches_stepping(void **state) {
    uint64_t seed = 7;
    (void)state;
    for (int run = 0; run < 20; run++) {
        struct healing_rates n       = rates();
        double *const        moved[] = {&n.alarm_per_s,          &n.neutrophils_per_s,
                                        &n.repair_per_s,         &n.macrophages_per_s,
                                        &n.fibroblasts_per_s,    &n.myofibroblasts_per_s,
                                        &n.contraction_end_per_s};
        for (int i = 0; run && i < 7; i++) *moved[i] *= 0.5 + twin_draw(&seed);
        struct healing_member member         = {0.5 + 2 * twin_draw(&seed), twin_draw(&seed),
                                                0.01 * twin_draw(&seed) / DAY,
                                                (10 + 50 * twin_draw(&seed)) * DAY};
        struct healing        healing        = healing_of(&n);
        struct healing_course course         = healing_course_of(&healing, &member);
        double                x[TWIN_STATES] = {1};
        for (int step = 1; step <= 4000; step++) {
            twin_step(&n, &member, 0.02, x);
            if (step % 100) continue;
            for (int i = 0; i < TWIN_STATES; i++)
                CLAIM_NEAR(at(&course, (enum healing_state)i, step * 0.02), x[i], 2e-6);
        }
    }
}

static void nothing_is_ever_negative_or_more_than_all(void **state) {
    static const double speeds[] = {0.2, 1, 2, 8};
    (void)state;
    for (int i = 0; i < 4; i++) {
        struct healing_course course = course_at(speeds[i]);
        for (double t = 0; t < 4000; t = t * 1.3 + 1e-3) {
            for (int k = 0; k < HEALING_STATES; k++)
                assert_true(at(&course, (enum healing_state)k, t) >= 0);
            assert_true(collagen(&course, t) < 1.001);
        }
    }
}

// d(P1 + P3)/dt = s - loss: what the exchange gives to one it takes from the other.
static void the_exchange_keeps_the_sum_of_both_collagens(void **state) {
    struct healing_rates  numbers = rates();
    struct healing        healing = healing_of(&numbers);
    struct healing_member quick = {2, 1, 0.05 / DAY, 35.0 * DAY}, none = {2, 1, 0, 35.0 * DAY};
    struct healing_course a = healing_course_of(&healing, &quick);
    struct healing_course b = healing_course_of(&healing, &none);
    (void)state;
    for (double t = 0.5; t < 400; t *= 1.4) CLAIM_NEAR(collagen(&a, t), collagen(&b, t), 1e-13);
    CLAIM_NEAR(iii_frac(&b, 300), 0.625, 1e-12);
    assert_true(iii_frac(&a, 300) < 0.21);
}

static void before_the_sitting_is_over_there_is_nothing_but_the_alarm(void **state) {
    struct healing_course course = course_at(2);
    (void)state;
    assert_true(at(&course, HEALING_ALARM, 0) == 1);
    for (int k = HEALING_ALARM_LATE; k < HEALING_STATES; k++)
        CLAIM_NEAR(at(&course, (enum healing_state)k, 0), 0, 1e-12);
}

// A lag that meets a rate of the chain: the closed form moves it aside.
static void rates_that_meet_stay_finite(void **state) {
    struct healing_rates  numbers = rates();
    struct healing        healing = healing_of(&numbers);
    struct healing_member meets   = {1, 1,
                                     numbers.contraction_end_per_s - numbers.collagen_loss_per_s,
                                     1 / numbers.contraction_end_per_s};
    struct healing_member beside  = {1, 1, meets.exchange_per_s * 1.0001, meets.order_s * 1.0001};
    struct healing_course a       = healing_course_of(&healing, &meets);
    struct healing_course b       = healing_course_of(&healing, &beside);
    (void)state;
    for (double t = 1; t < 100; t += 3) {
        CLAIM_NEAR(at(&a, HEALING_MATRIX, t), at(&b, HEALING_MATRIX, t), 1e-4);
        CLAIM_NEAR(iii_frac(&a, t), iii_frac(&b, t), 1e-4);
    }
}

// ---- phases ----

static const struct healing_share share = {0.05, 0.5};

static void phases_begin_and_end_at_their_shares(void **state) {
    struct healing_rates  numbers = rates();
    struct healing        healing = healing_of(&numbers);
    struct healing_member member  = {1, 1, 0.0087 / DAY, 35.0 * DAY};
    struct healing_course course  = healing_course_of(&healing, &member);
    struct healing_phases slow    = healing_phases_slow(&healing, &share);
    struct healing_phases p       = healing_phases_of(&course, &member, &slow, &share);
    double                d, top = 0;
    (void)state;
    for (double t = 0; t < 30; t += 0.01)
        top = fmax(top, n_at(&course, t) + macrophages(&course, t));
    d = p.inflammation_s / DAY;
    CLAIM_RELATIVE(n_at(&course, d) + macrophages(&course, d), 0.05 * top, 1e-4);
    d = p.proliferation_s / DAY;
    CLAIM_RELATIVE(f_at(&course, d), 0.05 * 0.55597, 1e-3);
    assert_true(d < 3);
    for (double t = top = 0; t < 60; t += 0.01)
        top = fmax(top, f_at(&course, t) + y_at(&course, t));
    d = p.proliferation_s_end / DAY;
    CLAIM_RELATIVE(f_at(&course, d) + y_at(&course, d), 0.05 * top, 1e-4);
    d = p.remodelling_s / DAY;
    CLAIM_NEAR(collagen(&course, d), 0.5, 2e-3);   // all that is made adds up to one
    d = p.remodelling_s_end / DAY;
    CLAIM_RELATIVE(at(&course, HEALING_MATRIX, d), 0.95 * collagen(&course, d), 1e-6);
}

static void phases_of_the_cells_scale_with_the_speed(void **state) {
    struct healing_rates  numbers = rates();
    struct healing        healing = healing_of(&numbers);
    struct healing_phases slow    = healing_phases_slow(&healing, &share);
    (void)state;
    for (double speed = 0.3; speed < 10; speed *= 1.7) {
        struct healing_member member = {speed, 0.5, 0.005 / DAY, 30.0 * DAY};
        struct healing_course course = healing_course_of(&healing, &member);
        struct healing_phases p      = healing_phases_of(&course, &member, &slow, &share);
        CLAIM_RELATIVE(p.inflammation_s * speed, slow.inflammation_s, 1e-14);
        CLAIM_RELATIVE(p.proliferation_s_end * speed, slow.proliferation_s_end, 1e-14);
        assert_true(p.proliferation_s < p.inflammation_s);   // phases overlap
        assert_true(p.remodelling_s < p.proliferation_s_end);
        assert_true(p.remodelling_s_end > p.proliferation_s_end);
        CLAIM_RELATIVE(healing_at(&course, HEALING_MATRIX, p.remodelling_s_end),
                       0.95 * (healing_at(&course, HEALING_COLLAGEN_III, p.remodelling_s_end) +
                               healing_at(&course, HEALING_COLLAGEN_I, p.remodelling_s_end)),
                       1e-6);
    }
}

static void age_lowers_synthesis_by_a_half_normal_and_may_do_nothing(void **state) {
    (void)state;
    assert_true(healing_age_factor(25, 0.0067, 0.01, 0.9) == 1);
    assert_true(healing_age_factor(18, 0.0067, 0.01, 0.9) == 1);
    CLAIM_NEAR(healing_age_factor(65, 0.0067, 0.01, 1e-9), 1, 1e-9);
    CLAIM_RELATIVE(healing_age_factor(65, 0.0067, 1, 0.6826894921370859), exp(-0.0067 * 40), 1e-12);
    CLAIM_RELATIVE(healing_age_factor(65, 0.0067, 0.01, 0.999), exp(-0.01 * 40), 1e-14);
    assert_true(healing_age_factor(65, 0.0067, 0.01, 1 - 0x1p-53) > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_sitting_matches_the_published_table),
        cmocka_unit_test(peaks_stand_where_they_were_published),
        cmocka_unit_test(where_two_rates_meet_no_digits_are_lost),
        cmocka_unit_test(twice_the_speed_halves_the_time_of_the_cells),
        cmocka_unit_test(sittings_add_up),
        cmocka_unit_test(the_closed_form_matches_stepping),
        cmocka_unit_test(nothing_is_ever_negative_or_more_than_all),
        cmocka_unit_test(the_exchange_keeps_the_sum_of_both_collagens),
        cmocka_unit_test(before_the_sitting_is_over_there_is_nothing_but_the_alarm),
        cmocka_unit_test(rates_that_meet_stay_finite),
        cmocka_unit_test(phases_begin_and_end_at_their_shares),
        cmocka_unit_test(phases_of_the_cells_scale_with_the_speed),
        cmocka_unit_test(age_lowers_synthesis_by_a_half_normal_and_may_do_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
