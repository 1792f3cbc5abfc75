// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/piercing.h"

static const struct piercing_prior exact = {
    {.median = 0.020}, {.median = 4590}, .tip_m_min = 5e-6, .tip_m_max = 37e-6};

// Row V1 of the validation set: 20 mN at 5 um, 167 mN at 37 um, linear between.
static void forces_are_those_measured_at_both_tips(void **state) {
    (void)state;
    CLAIM_NEAR(piercing_force_n(&exact, 5e-6, 0.5), 0.020, 1e-15);
    CLAIM_NEAR(piercing_force_n(&exact, 37e-6, 0.5), 0.167, 0.0002);
    CLAIM_NEAR(piercing_force_n(&exact, 21e-6, 0.5), (0.020 + 0.16688) / 2, 1e-12);
}

static void a_tougher_skin_takes_more_at_every_tip(void **state) {
    (void)state;
    struct piercing_prior spread = exact;
    spread.force_n.sigma = spread.slope_n_m.sigma = 0.2;
    for (double tip_m = 5e-6; tip_m < 60e-6; tip_m += 5e-6) {
        double soft  = piercing_force_n(&spread, tip_m, 0.1);
        double usual = piercing_force_n(&spread, tip_m, 0.5);
        double tough = piercing_force_n(&spread, tip_m, 0.975);
        assert_true(soft < usual && usual < tough);
        CLAIM_RELATIVE(tough / usual, exp(0.2 * 1.959963984540054), 1e-12);
    }
}

static void the_line_never_falls_below_nothing(void **state) {
    (void)state;
    assert_true(piercing_force_n(&exact, 0.1e-6, 0.5) == 0);
}

static void tips_that_nobody_measured_are_extrapolated(void **state) {
    (void)state;
    assert_true(piercing_is_extrapolated(&exact, 4.9e-6));
    assert_false(piercing_is_extrapolated(&exact, 5e-6));
    assert_false(piercing_is_extrapolated(&exact, 37e-6));
    assert_true(piercing_is_extrapolated(&exact, 37.1e-6));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forces_are_those_measured_at_both_tips),
        cmocka_unit_test(a_tougher_skin_takes_more_at_every_tip),
        cmocka_unit_test(the_line_never_falls_below_nothing),
        cmocka_unit_test(tips_that_nobody_measured_are_extrapolated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
