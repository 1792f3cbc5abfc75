// mathk against libm, and bit for bit against itself.
// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/mathk.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

// Distance in units of the last place of `expected`.
static double ulps(double actual, double expected) {
    if (actual == expected) return 0;
    return fabs(actual - expected) / (nextafter(fabs(expected), INFINITY) - fabs(expected));
}

static void exp_is_within_1_ulp_of_libm(void **state) {
    (void)state;
    double worst = 0;
    for (int i = -708000; i <= 709000; i += 7)
        worst = fmax(worst, ulps(mathk_exp(i * 1e-3), exp(i * 1e-3)));
    for (int i = -100000; i <= 100000; i++)
        worst = fmax(worst, ulps(mathk_exp(i * 1e-5), exp(i * 1e-5)));
    assert_true(worst <= 1);
}

static void exp_ends_in_zero_and_infinity(void **state) {
    (void)state;
    assert_true(mathk_exp(0) == 1);
    assert_true(mathk_exp(-1e300) == 0 && mathk_exp(-INFINITY) == 0);
    assert_true(isinf(mathk_exp(1e300)) && isinf(mathk_exp(710)));
    assert_true(mathk_exp(-744) > 0);
    assert_true(isnan(mathk_exp(NAN)));
}

static void log_is_within_1_ulp_of_libm(void **state) {
    (void)state;
    double worst = 0, x = 1e-300;
    for (int i = 0; i < 400000; i++, x *= 1.0035) worst = fmax(worst, ulps(mathk_log(x), log(x)));
    for (int i = 1; i < 400000; i++) worst = fmax(worst, ulps(mathk_log(i * 5e-6), log(i * 5e-6)));
    assert_true(worst <= 1);
    assert_true(mathk_log(1) == 0 && isinf(mathk_log(INFINITY)));
    assert_true(ulps(mathk_log(0x1p-1074), log(0x1p-1074)) <= 1);
}

static void powers_of_two_are_exact(void **state) {
    (void)state;
    for (int k = -1000; k <= 1000; k++) {
        assert_true(mathk_exp2(k) == ldexp(1, k));
        assert_true(mathk_log2(ldexp(1, k)) == k);
    }
    double worst = 0, worst_log = 0;
    for (int i = 1; i < 200000; i++) {
        worst     = fmax(worst, ulps(mathk_exp2(i * 1e-3 - 100), exp2(i * 1e-3 - 100)));
        worst_log = fmax(worst_log, ulps(mathk_log2(i * 1e-4), log2(i * 1e-4)));
    }
    assert_true(worst <= 2);
    assert_true(worst_log <= 4);
    assert_true(mathk_exp2(-2000) == 0 && isinf(mathk_exp2(2000)) && isnan(mathk_exp2(NAN)));
}

// Some emulators compute long double as double: then libm is no better than what it is to judge.
static bool is_long_double_long(void) {
    volatile long double one = 1, bit = 0x1p-60L;
    return one + bit != one;
}

static void normal_share_matches_erfc(void **state) {
    (void)state;
    if (!is_long_double_long()) {
        print_message("# not judged: long double is no longer than double here\n");
        return;
    }
    for (int i = -37000; i <= 8000; i++) {
        double z = i * 1e-3, expected = (double)(0.5L * erfcl(-(long double)z * sqrtl(0.5L)));
        CLAIM_RELATIVE(mathk_normal_below(z), expected, 2e-15);
    }
    assert_true(mathk_normal_below(0) == 0.5);
    assert_true(mathk_normal_below(-INFINITY) == 0 && mathk_normal_below(INFINITY) == 1);
    assert_true(isnan(mathk_normal_below(NAN)));
}

// Newton's method on libm's erfc, in long double: slow, and right.
static double naive_normal_at(double share) {
    long double z = 0;
    for (int i = 0; i < 200; i++) {
        long double step = (0.5L * erfcl(-z * sqrtl(0.5L)) - (long double)share) *
                           sqrtl(2 * acosl(-1)) * expl(z * z / 2);
        if (fabsl(step) > 1) step = copysignl(1, step);
        z -= step;
        if (fabsl(step) < 1e-18L * fabsl(z)) break;
    }
    return (double)z;
}

static void normal_score_matches_newton_on_erfc(void **state) {
    (void)state;
    if (!is_long_double_long()) {
        print_message("# not judged: long double is no longer than double here\n");
        return;
    }
    for (int i = 1; i < 2000; i++)
        if (i != 1000)
            CLAIM_RELATIVE(mathk_normal_at(i / 2000.0), naive_normal_at(i / 2000.0), 4e-15);
    for (double tail = 1e-3; tail > 1e-17; tail *= 0.37)
        CLAIM_RELATIVE(mathk_normal_at(tail), naive_normal_at(tail), 4e-15);
    assert_true(mathk_normal_at(0.5) == 0);
    CLAIM_RELATIVE(mathk_normal_at(0.975), 1.959963984540054, 1e-15);
}

// FNV-1a over the bits of many results: one changed bit on any machine changes it.
static uint64_t fingerprint(double (*function)(double), double from, double step, int n) {
    uint64_t sum = 0xcbf29ce484222325u;
    for (int i = 0; i < n; i++) {
        double   y = function(from + i * step);
        uint64_t bits;
        memcpy(&bits, &y, sizeof bits);
        sum = (sum ^ bits) * 0x100000001b3u;
    }
    return sum;
}

static void bits_are_the_same_on_every_machine(void **state) {
    (void)state;
    assert_int_equal(fingerprint(mathk_exp, -20, 0x1p-10, 40000), 0xbda83604f7c1d728u);
    assert_int_equal(fingerprint(mathk_log, 0x1p-10, 0x1p-10, 40000), 0x6f684482b0fa65cbu);
    assert_int_equal(fingerprint(mathk_normal_below, -20, 0x1p-10, 40000), 0xd55f8e7ab60e9c9eu);
    assert_int_equal(fingerprint(mathk_normal_at, 0x1p-16, 0x1p-16, 65535), 0x3b91a6a6a01df1bfu);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exp_is_within_1_ulp_of_libm),
        cmocka_unit_test(exp_ends_in_zero_and_infinity),
        cmocka_unit_test(log_is_within_1_ulp_of_libm),
        cmocka_unit_test(powers_of_two_are_exact),
        cmocka_unit_test(normal_share_matches_erfc),
        cmocka_unit_test(normal_score_matches_newton_on_erfc),
        cmocka_unit_test(bits_are_the_same_on_every_machine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
