// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/recovery.h"

enum { DAY = 86400 };

static void the_two_spreads_make_up_the_whole(void **state) {
    (void)state;
    for (double frac = 0; frac <= 1; frac += 0.125) {
        struct recovery_prior p = recovery_of(1.5 * DAY, 0.94, frac);
        CLAIM_RELATIVE(p.study_sigma * p.study_sigma + p.person_sigma * p.person_sigma, 0.94 * 0.94,
                       1e-14);
        CLAIM_RELATIVE(recovery_whole_sigma(&p), 0.94, 1e-14);
        CLAIM_NEAR(p.study_sigma * p.study_sigma, frac * 0.94 * 0.94, 1e-14);
    }
}

static void still_matches_erfc(void **state) {
    struct recovery_prior p        = recovery_of(1.5 * DAY, 0.94, 0.5);
    double                median_s = recovery_median_s(&p, 0.7);
    (void)state;
    CLAIM_RELATIVE(median_s, 1.5 * DAY * exp(0.94 * sqrt(0.5) * 0.7), 1e-14);
    for (double t_s = 3600; t_s < 40.0 * DAY; t_s *= 1.3)
        CLAIM_NEAR(recovery_still_frac(&p, median_s, t_s),
                   0.5 * erfc(log(t_s / median_s) / p.person_sigma / sqrt(2)), 1e-14);
}

static void everybody_begins_with_it_and_nobody_gets_it_back(void **state) {
    struct recovery_prior p      = recovery_of(1.5 * DAY, 0.94, 0.5);
    double                before = 1;
    (void)state;
    assert_true(recovery_still_frac(&p, p.median_s, 0) == 1);
    for (double t_s = 1; t_s < 100.0 * DAY; t_s *= 1.5) {
        double now = recovery_still_frac(&p, p.median_s, t_s);
        assert_true(now >= 0 && now <= before);
        before = now;
    }
    CLAIM_NEAR(recovery_still_frac(&p, p.median_s, p.median_s), 0.5, 1e-15);
}

static void without_spread_it_is_a_step(void **state) {
    struct recovery_prior p = recovery_of(2.0 * DAY, 0, 0.5);
    (void)state;
    assert_true(recovery_still_frac(&p, p.median_s, 1.99 * DAY) == 1);
    assert_true(recovery_still_frac(&p, p.median_s, 2.0 * DAY) == 0);
    assert_true(recovery_whole_sigma(&p) == 0);
}

// Counting the persons of one study gives the share that the closed form says.
static void durations_of_persons_leave_the_share_that_is_still_red(void **state) {
    struct recovery_prior p    = recovery_of(1.5 * DAY, 0.94, 0.5);
    uint64_t              seed = 3;
    const int             n    = 200000;
    int                   red  = 0;
    (void)state;
    for (int i = 0; i < n; i++)
        red += p.median_s * exp(p.person_sigma * twin_normal(&seed)) > 3.0 * DAY;
    CLAIM_NEAR((double)red / n, recovery_still_frac(&p, p.median_s, 3.0 * DAY), 4e-3);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_two_spreads_make_up_the_whole),
        cmocka_unit_test(still_matches_erfc),
        cmocka_unit_test(everybody_begins_with_it_and_nobody_gets_it_back),
        cmocka_unit_test(without_spread_it_is_a_step),
        cmocka_unit_test(durations_of_persons_leave_the_share_that_is_still_red),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
