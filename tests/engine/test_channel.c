// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/channel.h"

// Row A11 of the verification set.
static void channels_close_after_2_56_half_lives(void **state) {
    (void)state;
    CLAIM_RELATIVE(channel_closed_s(3600, 0.17), 3600 * log2(1 / 0.17), 1e-14);
    CLAIM_NEAR(channel_closed_s(1, 0.17), 2.55, 0.01);
    assert_true(channel_closed_s(3600, 0.25) == 7200);
    assert_true(channel_closed_s(3600, 1) == 0);
}

// Row V13 of the validation set, covered upper arm: Ogunjimi 2021, 60.34 +- 14.69 h.
static void mean_half_life_of_the_arm_gives_its_closure(void **state) {
    (void)state;
    CLAIM_NEAR(channel_closed_s(23.69 * 3600, 0.17) / 3600, 60.34, 0.6);
}

static void open_share_halves_with_every_half_life(void **state) {
    (void)state;
    for (int n = 0; n <= 60; n++) assert_true(channel_open_frac(n * 100.0, 100) == ldexp(1, -n));
    CLAIM_RELATIVE(channel_open_frac(30, 100), pow(2, -0.3), 1e-14);
}

static void at_closing_time_the_closed_share_is_left(void **state) {
    (void)state;
    for (double frac = 0.01; frac < 1; frac += 0.01)
        for (double half_life_s = 10; half_life_s < 1e6; half_life_s *= 7)
            CLAIM_RELATIVE(channel_open_frac(channel_closed_s(half_life_s, frac), half_life_s),
                           frac, 1e-14);
}

static void film_chooses_its_own_half_life(void **state) {
    (void)state;
    struct channel_prior prior = {.half_life_s          = {.median = 2880, .sigma = 0.5},
                                  .half_life_s_occluded = {.median = 85284, .sigma = 0.58}};
    assert_true(channel_half_life_s(&prior, false, 0.5) == 2880);
    assert_true(channel_half_life_s(&prior, true, 0.5) == 85284);
    CLAIM_RELATIVE(channel_half_life_s(&prior, true, 0.95), 85284 * exp(0.58 * 1.6448536269514722),
                   1e-14);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(channels_close_after_2_56_half_lives),
        cmocka_unit_test(mean_half_life_of_the_arm_gives_its_closure),
        cmocka_unit_test(open_share_halves_with_every_half_life),
        cmocka_unit_test(at_closing_time_the_closed_share_is_left),
        cmocka_unit_test(film_chooses_its_own_half_life),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
