// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/skin.h"

// A skin for tests; only its total thickness is anyone's forehead.
static const struct skin_prior prior = {1.39e-3, 1.06e-3, 0.20, 0.29, 80e-6, 0.10, 100e-6, 300e-6};

static void without_deviation_the_median_skin_stands(void **state) {
    (void)state;
    struct skin_layers male   = skin_layers(&prior, true, 0, 0);
    struct skin_layers female = skin_layers(&prior, false, 0, 0);
    assert_true(male.bottom_m[SKIN_RETICULAR_DERMIS] == 1.39e-3);
    assert_true(female.bottom_m[SKIN_RETICULAR_DERMIS] == 1.06e-3);
    assert_true(male.bottom_m[SKIN_EPIDERMIS] == 80e-6);
    CLAIM_RELATIVE(male.bottom_m[SKIN_PAPILLARY_DERMIS], 80e-6 + 0.1 * 1.31e-3, 1e-14);
}

static void both_spreads_multiply(void **state) {
    (void)state;
    struct skin_layers layers = skin_layers(&prior, false, 1.5, -0.5);
    double             factor = exp(0.20 * 1.5 - 0.29 * 0.5);
    CLAIM_RELATIVE(layers.bottom_m[SKIN_RETICULAR_DERMIS], 1.06e-3 * factor, 1e-14);
    CLAIM_RELATIVE(layers.bottom_m[SKIN_EPIDERMIS], 80e-6 * factor, 1e-14);
}

static void papillary_dermis_keeps_its_bounds(void **state) {
    (void)state;
    for (int i = -40; i <= 40; i++) {
        struct skin_layers layers = skin_layers(&prior, true, i / 8.0, i / 8.0);
        double             papillary_m =
            layers.bottom_m[SKIN_PAPILLARY_DERMIS] - layers.bottom_m[SKIN_EPIDERMIS];
        double dermis_m = layers.bottom_m[SKIN_RETICULAR_DERMIS] - layers.bottom_m[SKIN_EPIDERMIS];
        double expected = 0.1 * dermis_m < 100e-6   ? 100e-6
                          : 0.1 * dermis_m > 300e-6 ? 300e-6
                                                    : 0.1 * dermis_m;
        if (expected > dermis_m) expected = dermis_m;
        CLAIM_NEAR(papillary_m, expected, 1e-15);
    }
}

static void layers_never_fall_with_depth(void **state) {
    (void)state;
    struct skin_prior wild = prior;
    wild.person_sigma = wild.study_sigma = 3;
    for (int i = -80; i <= 80; i++) {
        struct skin_layers layers = skin_layers(&wild, i & 1, i / 10.0, i / 10.0);
        assert_true(layers.bottom_m[0] > 0);
        assert_true(layers.bottom_m[1] >= layers.bottom_m[0]);
        assert_true(layers.bottom_m[2] >= layers.bottom_m[1]);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_deviation_the_median_skin_stands),
        cmocka_unit_test(both_spreads_multiply),
        cmocka_unit_test(papillary_dermis_keeps_its_bounds),
        cmocka_unit_test(layers_never_fall_with_depth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
