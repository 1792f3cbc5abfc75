// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/dose.h"

static const struct skin_layers skin = {{0.1e-3, 0.25e-3, 1.5e-3}};

// Without spread all punctures reach the same depth: the share above it times w.
static void punctures_of_one_depth_have_a_closed_form(void **state) {
    (void)state;
    for (double depth_m = 0.05e-3; depth_m < 2e-3; depth_m += 0.05e-3) {
        struct insertion insertion = {depth_m, 0};
        double           w         = 1 - exp(-2.5e6 * acos(-1) * 0.25e-3 * 0.25e-3);
        double           share     = fmin(fmax(depth_m - 0.1e-3, 0), 1.4e-3) / 1.4e-3;
        CLAIM_NEAR(dose_frac(&insertion, &skin, 2.5e6, 0.25e-3), w * share, 1e-14);
    }
}

// The worked example: 250 per cm2 within 0.25 mm leave 0.39 of what they reach.
static void two_hundred_fifty_per_cm2_reach_four_tenths(void **state) {
    struct insertion insertion = {9e-3, 0.1};
    (void)state;
    CLAIM_NEAR(dose_frac(&insertion, &skin, 2.5e6, 0.25e-3), 0.39, 0.005);
}

// The naive twin: small slices of the dermis.
static double twin(const struct insertion *insertion, double density_m2, double reach_m) {
    const int n   = 200000;
    double    sum = 0;
    for (int i = 0; i < n; i++) {
        double z = 0.1e-3 + 1.4e-3 * (i + 0.5) / n;
        double s = 0.5 * erfc(log(z / insertion->median_m) / insertion->puncture_sigma / sqrt(2));
        sum += 1 - exp(-density_m2 * acos(-1) * reach_m * reach_m * s);
    }
    return sum / n;
}

static void the_integral_matches_small_slices(void **state) {
    static const double sigmas[] = {0.02, 0.15, 0.5, 1.5};
    (void)state;
    for (int i = 0; i < 4; i++)
        for (double depth_m = 0.2e-3; depth_m < 3e-3; depth_m *= 1.9)
            for (double density_m2 = 1e5; density_m2 < 1e9; density_m2 *= 20) {
                struct insertion insertion = {depth_m, sigmas[i]};
                CLAIM_NEAR(dose_frac(&insertion, &skin, density_m2, 0.2e-3),
                           twin(&insertion, density_m2, 0.2e-3), 2e-6);
            }
}

static void no_punctures_or_none_in_the_dermis_give_none(void **state) {
    struct insertion deep = {1e-3, 0.15}, shallow = {0.01e-3, 0.1};
    (void)state;
    assert_true(dose_frac(&deep, &skin, 0, 0.2e-3) == 0);
    assert_true(dose_frac(&deep, &skin, 9e6, 0) == 0);
    CLAIM_NEAR(dose_frac(&shallow, &skin, 9e6, 0.2e-3), 0, 1e-12);
}

static void it_levels_off_with_density_and_never_passes_one(void **state) {
    struct insertion insertion = {5e-3, 0.15};
    double           before = 0, gain = 1;
    (void)state;
    for (double density_m2 = 2e6; density_m2 < 1e8; density_m2 += 2e6) {
        double now = dose_frac(&insertion, &skin, density_m2, 0.2e-3);
        assert_true(now >= before - 1e-14 && now <= 1 && now - before <= gain + 1e-14);
        gain   = now - before;
        before = now;
    }
}

static void reach_is_even_on_a_scale_of_ratios(void **state) {
    (void)state;
    CLAIM_RELATIVE(dose_reach_m(1e-4, 4e-4, 0.5), 2e-4, 1e-14);
    CLAIM_RELATIVE(dose_reach_m(1e-4, 4e-4, 1e-12), 1e-4, 1e-11);
    assert_true(dose_reach_m(3e-4, 3e-4, 0.7) == 3e-4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(punctures_of_one_depth_have_a_closed_form),
        cmocka_unit_test(two_hundred_fifty_per_cm2_reach_four_tenths),
        cmocka_unit_test(the_integral_matches_small_slices),
        cmocka_unit_test(no_punctures_or_none_in_the_dermis_give_none),
        cmocka_unit_test(it_levels_off_with_density_and_never_passes_one),
        cmocka_unit_test(reach_is_even_on_a_scale_of_ratios),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
