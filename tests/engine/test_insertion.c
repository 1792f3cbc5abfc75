// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/insertion.h"

static const struct skin_layers skin = {{0.1e-3, 0.25e-3, 1.5e-3}};

// Row V6 of the validation set: Donnelly 2011, 600 um pressed in, 460 um seen.
static void depth_is_setting_times_ratio(void **state) {
    (void)state;
    struct insertion_prior prior = {.ratio = {.median = 460.0 / 600, .sigma = 0.1}};
    CLAIM_RELATIVE(insertion_of(&prior, 600e-6, 0.5).median_m, 460e-6, 1e-14);
    CLAIM_RELATIVE(insertion_of(&prior, 600e-6, 0.95).median_m,
                   460e-6 * exp(0.1 * 1.6448536269514722), 1e-14);
}

static void without_spread_all_punctures_end_in_one_layer(void **state) {
    (void)state;
    static const struct {
        double depth_m;
        int    layer;
    } rows[] = {{0.05e-3, SKIN_EPIDERMIS},        {0.1e-3, SKIN_EPIDERMIS},
                {0.11e-3, SKIN_PAPILLARY_DERMIS}, {0.25e-3, SKIN_PAPILLARY_DERMIS},
                {0.26e-3, SKIN_RETICULAR_DERMIS}, {1.5e-3, SKIN_RETICULAR_DERMIS},
                {1.51e-3, SKIN_SUBCUTIS}};
    for (int i = 0; i < 7; i++) {
        struct insertion insertion = {rows[i].depth_m, 0};
        double           shares[SKIN_LAYERS];
        insertion_shares(&insertion, &skin, shares);
        for (int layer = 0; layer < SKIN_LAYERS; layer++)
            assert_true(shares[layer] == (layer == rows[i].layer));
        assert_true(insertion_m_p95(&insertion) == rows[i].depth_m);
    }
}

static void shares_match_erfc(void **state) {
    (void)state;
    struct insertion insertion = {0.9e-3, 0.4};
    double           shares[SKIN_LAYERS], above = 0;
    insertion_shares(&insertion, &skin, shares);
    for (int i = 0; i < SKIN_SUBCUTIS; i++) {
        double next = 0.5 * erfc(-log(skin.bottom_m[i] / 0.9e-3) / 0.4 / sqrt(2));
        CLAIM_NEAR(shares[i], next - above, 1e-15);
        CLAIM_NEAR(insertion_frac_above(&insertion, skin.bottom_m[i]), next, 1e-15);
        above = next;
    }
    CLAIM_NEAR(shares[SKIN_SUBCUTIS], 1 - above, 1e-15);
    CLAIM_NEAR(insertion_frac_above(&insertion, insertion_m_p95(&insertion)), 0.95, 1e-15);
}

static void shares_sum_to_1_and_none_is_negative(void **state) {
    (void)state;
    for (double median_m = 1e-6; median_m < 1e-1; median_m *= 1.05)
        for (double sigma = 1e-9; sigma < 4; sigma *= 1.7) {
            struct insertion insertion = {median_m, sigma};
            double           shares[SKIN_LAYERS], sum = 0;
            insertion_shares(&insertion, &skin, shares);
            for (int i = 0; i < SKIN_LAYERS; i++) {
                assert_true(shares[i] >= 0);
                sum += shares[i];
            }
            CLAIM_NEAR(sum, 1, 1e-12);
        }
}

static void small_spread_tends_to_no_spread(void **state) {
    (void)state;
    double shares[SKIN_LAYERS];
    insertion_shares(&(struct insertion){0.9e-3, 1e-6}, &skin, shares);
    assert_true(shares[SKIN_RETICULAR_DERMIS] == 1);
}

static void a_deeper_setting_sends_more_below_the_dermis(void **state) {
    (void)state;
    double last = 0;
    for (int i = 1; i <= 40; i++) {
        double shares[SKIN_LAYERS];
        insertion_shares(&(struct insertion){i * 0.1e-3, 0.3}, &skin, shares);
        assert_true(shares[SKIN_SUBCUTIS] >= last);
        last = shares[SKIN_SUBCUTIS];
    }
    assert_true(last > 0.99);
}

// Twin: punctures one by one, with random numbers of the test's own. Tolerance: 4 standard errors
// of a share of N, at most 2 / sqrt(N).
static void shares_and_p95_match_punctures_one_by_one(void **state) {
    (void)state;
    enum { N = 200000 };
    static const struct insertion rows[] = {{0.3e-3, 0.5}, {0.9e-3, 0.35}, {1.6e-3, 0.15}};
    uint64_t                      draw   = 11;
    for (int row = 0; row < 3; row++) {
        int    count[SKIN_LAYERS] = {0}, shallow = 0;
        double p95_m = insertion_m_p95(&rows[row]);
        for (int i = 0; i < N; i++) {
            double depth_m =
                rows[row].median_m * exp(rows[row].puncture_sigma * twin_normal(&draw));
            int layer = 0;
            while (layer < SKIN_SUBCUTIS && depth_m > skin.bottom_m[layer]) layer++;
            count[layer]++;
            shallow += depth_m <= p95_m;
        }
        double shares[SKIN_LAYERS];
        insertion_shares(&rows[row], &skin, shares);
        for (int layer = 0; layer < SKIN_LAYERS; layer++)
            CLAIM_NEAR(shares[layer], (double)count[layer] / N, 2 / sqrt(N));
        CLAIM_NEAR((double)shallow / N, 0.95, 4 * sqrt(0.95 * 0.05 / N));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(depth_is_setting_times_ratio),
        cmocka_unit_test(without_spread_all_punctures_end_in_one_layer),
        cmocka_unit_test(shares_match_erfc),
        cmocka_unit_test(shares_sum_to_1_and_none_is_negative),
        cmocka_unit_test(small_spread_tends_to_no_spread),
        cmocka_unit_test(a_deeper_setting_sends_more_below_the_dermis),
        cmocka_unit_test(shares_and_p95_match_punctures_one_by_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
