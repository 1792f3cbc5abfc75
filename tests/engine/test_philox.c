// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/philox.h"

#include <string.h>

// Known answers published with Random123 (Salmon 2011) for philox4x32, 10 rounds.
static void block_gives_the_published_answers(void **state) {
    (void)state;
    static const struct {
        uint32_t counter[4], key[2], out[4];
    } known[] = {
        {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
        {{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
         {0xffffffff, 0xffffffff},
         {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
        {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
         {0xa4093822, 0x299f31d0},
         {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
    };
    for (int i = 0; i < 3; i++) {
        uint32_t out[4];
        philox_block(known[i].counter, known[i].key, out);
        assert_memory_equal(out, known[i].out, sizeof out);
    }
}

static void draws_are_the_words_of_successive_blocks(void **state) {
    (void)state;
    struct philox_place place  = {0x0123456789abcdefu, 7, 8, 9};
    struct philox       stream = philox_at(&place);
    for (uint32_t block = 0; block < 5; block++) {
        uint32_t out[4];
        philox_block((uint32_t[]){block, 7, 8, 9}, (uint32_t[]){0x89abcdef, 0x01234567}, out);
        for (int i = 0; i < 4; i += 2) {
            double expected = ldexp(out[i], -32) + ldexp(out[i + 1] >> 12, -52) + 0x1p-53;
            assert_true(philox_draw(&stream) == expected);
        }
    }
}

static double first(uint64_t seed, uint32_t member, uint32_t purpose, uint32_t zone) {
    struct philox stream = philox_at(&(struct philox_place){seed, member, purpose, zone});
    return philox_draw(&stream);
}

static void each_part_of_a_place_makes_another_stream(void **state) {
    (void)state;
    double here = first(1, 2, 3, 4);
    assert_true(here == first(1, 2, 3, 4));
    assert_true(here != first(2, 2, 3, 4) && here != first(1 + (1ull << 32), 2, 3, 4));
    assert_true(here != first(1, 3, 3, 4));
    assert_true(here != first(1, 2, 4, 4));
    assert_true(here != first(1, 2, 3, 5));
}

static void uniforms_never_touch_0_or_1(void **state) {
    (void)state;
    struct philox lowest = {.n_used = 0}, highest = {.n_used = 0};
    memset(highest.out, 0xff, sizeof highest.out);
    assert_true(philox_draw(&lowest) == 0x1p-53);
    assert_true(philox_draw(&highest) == 1 - 0x1p-53);
}

enum { PHILOX_MEMBERS = 100000, PHILOX_BINS = 100 };

// First draws over members are the numbers an ensemble uses. 0.1 % point of chi-squared with 99
// degrees of freedom: 148.2.
static void first_draws_of_members_are_uniform(void **state) {
    (void)state;
    for (uint32_t purpose = 1; purpose <= 7; purpose++) {
        int count[PHILOX_BINS] = {0};
        for (uint32_t i = 0; i < PHILOX_MEMBERS; i++)
            count[(int)(first(1, i, purpose, 0) * PHILOX_BINS)]++;
        double chi2 = 0, expected = (double)PHILOX_MEMBERS / PHILOX_BINS;
        for (int i = 0; i < PHILOX_BINS; i++)
            chi2 += (count[i] - expected) * (count[i] - expected) / expected;
        assert_true(chi2 < 148.2);
        assert_true(chi2 > 50);   // too even would be no chance either
    }
}

static void purposes_zones_and_neighbours_are_uncorrelated(void **state) {
    (void)state;
    double purposes = 0, zones = 0, neighbours = 0;
    for (uint32_t i = 0; i < PHILOX_MEMBERS; i++) {
        double u = first(1, i, 1, 0) - 0.5;
        purposes += u * (first(1, i, 2, 0) - 0.5);
        zones += u * (first(1, i, 1, 1) - 0.5);
        neighbours += u * (first(1, i + 1, 1, 0) - 0.5);
    }
    double four_sigma = 4 / sqrt(PHILOX_MEMBERS);   // of a correlation of independent numbers
    CLAIM_NEAR(12 * purposes / PHILOX_MEMBERS, 0, four_sigma);
    CLAIM_NEAR(12 * zones / PHILOX_MEMBERS, 0, four_sigma);
    CLAIM_NEAR(12 * neighbours / PHILOX_MEMBERS, 0, four_sigma);
}

static void normals_have_the_moments_of_the_normal(void **state) {
    (void)state;
    enum { N = 400000 };
    struct philox stream = philox_at(&(struct philox_place){.seed = 5});
    double        sum[5] = {0};
    for (int i = 0; i < N; i++) {
        double z = philox_draw_normal(&stream);
        for (int k = 1; k <= 4; k++) sum[k] += pow(z, k);
    }
    static const double moment[] = {1, 0, 1, 0, 3}, variance[] = {0, 1, 2, 15, 96};
    for (int k = 1; k <= 4; k++) CLAIM_NEAR(sum[k] / N, moment[k], 4 * sqrt(variance[k] / N));
}

static void lognormal_is_the_exponential_of_the_normal(void **state) {
    (void)state;
    struct philox a = philox_at(&(struct philox_place){.seed = 6}), b = a, c = a;
    for (int i = 0; i < 100; i++) {
        CLAIM_RELATIVE(philox_draw_lognormal(&a, 2.5, 0.4), 2.5 * exp(0.4 * philox_draw_normal(&b)),
                       1e-15);
        assert_true(philox_draw_lognormal(&c, 2.5, 0) == 2.5);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(block_gives_the_published_answers),
        cmocka_unit_test(draws_are_the_words_of_successive_blocks),
        cmocka_unit_test(each_part_of_a_place_makes_another_stream),
        cmocka_unit_test(uniforms_never_touch_0_or_1),
        cmocka_unit_test(first_draws_of_members_are_uniform),
        cmocka_unit_test(purposes_zones_and_neighbours_are_uncorrelated),
        cmocka_unit_test(normals_have_the_moments_of_the_normal),
        cmocka_unit_test(lognormal_is_the_exponential_of_the_normal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
