// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/ensemble.h"

#include <stdlib.h>
#include <string.h>

static const double percent[ENSEMBLE_POINTS] = {2.5, 5, 25, 50, 75, 95, 97.5};

enum { ENSEMBLE_BYTES = 16 << 20 };

static struct ensemble_band band(const double *values, int n) {
    struct arena    arena;
    struct fault    fault;
    struct ensemble ensemble;
    assert_int_equal(arena_open(&arena, ENSEMBLE_BYTES, &fault), ST_OK);
    char *base = arena.at;
    ensemble_init(&ensemble, 2, n, &arena);
    memcpy(ensemble_row(&ensemble, 1), values, (size_t)n * sizeof *values);
    struct ensemble_band band = ensemble_band(&ensemble, 1, arena);
    assert_memory_equal(ensemble_row(&ensemble, 1), values, (size_t)n * sizeof *values);
    arena_close(base, ENSEMBLE_BYTES);
    return band;
}

// numpy.percentile(..., method="linear") is type 7; these by hand.
static void percentiles_are_of_type_7(void **state) {
    (void)state;
    struct ensemble_band of_five = band((const double[]){30, 10, 50, 20, 40}, 5);
    static const double  five[]  = {11, 12, 20, 30, 40, 48, 49};
    for (int i = 0; i < ENSEMBLE_POINTS; i++) CLAIM_RELATIVE(of_five.p[i], five[i], 1e-15);
    struct ensemble_band of_two = band((const double[]){1, 0}, 2);
    for (int i = 0; i < ENSEMBLE_POINTS; i++) assert_true(of_two.p[i] == percent[i] / 100);
}

static void one_member_or_equal_members_give_that_value(void **state) {
    (void)state;
    double               same[17];
    struct ensemble_band one = band((const double[]){0.1}, 1);
    for (int i = 0; i < 17; i++) same[i] = 0.3;
    struct ensemble_band many = band(same, 17);
    for (int i = 0; i < ENSEMBLE_POINTS; i++) assert_true(one.p[i] == 0.1 && many.p[i] == 0.3);
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// Twin: the C library's sort, and the definition in long double.
static void bands_match_a_naive_sort(void **state) {
    (void)state;
    double   values[5000], sorted[5000];
    uint64_t draw = 3;
    for (int n = 1; n <= 5000; n = n < 70 ? n + 1 : n * 2 + 1) {
        for (int i = 0; i < n; i++)
            values[i] = floor(1000 * twin_normal(&draw)) / 64;   // some equal
        struct ensemble_band actual = band(values, n);
        memcpy(sorted, values, sizeof values);
        qsort(sorted, (size_t)n, sizeof *sorted, by_value);
        for (int i = 0; i < ENSEMBLE_POINTS; i++) {
            long double h    = (n - 1) * (long double)percent[i] / 100;
            int         low  = (int)floorl(h + 1e-12L);
            double      next = sorted[low < n - 1 ? low + 1 : low];
            CLAIM_NEAR(actual.p[i], sorted[low] + (double)(h - low) * (next - sorted[low]), 1e-10);
        }
    }
}

static void order_of_members_does_not_matter(void **state) {
    (void)state;
    double   values[1000], reversed[1000];
    uint64_t draw = 4;
    for (int i = 0; i < 1000; i++) reversed[999 - i] = values[i] = twin_normal(&draw);
    struct ensemble_band a = band(values, 1000), b = band(reversed, 1000);
    assert_memory_equal(&a, &b, sizeof a);
}

static void bands_of_a_normal_sample_near_its_quantiles(void **state) {
    (void)state;
    enum { N = 100000 };
    double              values[N];
    static const double z[]  = {-1.959964, -1.644854, -0.674490, 0, 0.674490, 1.644854, 1.959964};
    uint64_t            draw = 5;
    for (int i = 0; i < N; i++) values[i] = twin_normal(&draw);
    struct ensemble_band actual = band(values, N);
    for (int i = 0; i < ENSEMBLE_POINTS; i++) {
        double share = percent[i] / 100, height = exp(-z[i] * z[i] / 2) / sqrt(2 * acos(-1));
        CLAIM_NEAR(actual.p[i], z[i], 4 * sqrt(share * (1 - share) / N) / height);
    }
}

static void member_squared(const void *world, int member, double *out) {
    const double *scale = world;
    out[0]              = member;
    out[1]              = *scale * member * member;
    out[2]              = sin(member);
}

static void members_and_bands_are_the_same_for_any_number_of_threads(void **state) {
    (void)state;
    enum { BYTES = 16 << 20, N = 3 * ENSEMBLE_BLOCK + 17 };
    struct arena arena;
    struct fault fault;
    const double scale = 0.5;
    assert_int_equal(arena_open(&arena, BYTES, &fault), ST_OK);
    char *base = arena.at;
    for (int threads = 0; threads < 9; threads++) {
        const struct effort  effort  = {threads, NULL};
        struct arena         scratch = arena;
        struct ensemble      ensemble;
        struct ensemble_band bands[3];
        ensemble_init(&ensemble, 3, N, &scratch);
        assert_int_equal(ensemble_fill(&ensemble, &effort, member_squared, &scale, &fault), ST_OK);
        assert_int_equal(ensemble_bands(&ensemble, &effort, bands, scratch, &fault), ST_OK);
        for (int i = 0; i < N; i++) {
            double out[3];
            member_squared(&scale, i, out);
            for (int k = 0; k < 3; k++) assert_true(ensemble_row(&ensemble, k)[i] == out[k]);
        }
        for (int k = 0; k < 3; k++) {
            struct ensemble_band one = ensemble_band(&ensemble, k, scratch);
            assert_memory_equal(&one, &bands[k], sizeof one);
        }
    }
    arena_close(base, BYTES);
}

static void a_new_ensemble_is_zero(void **state) {
    (void)state;
    _Alignas(16) char memory[256];
    memset(memory, 0xff, sizeof memory);
    struct arena    arena = {memory, memory + sizeof memory};
    struct ensemble ensemble;
    ensemble_init(&ensemble, 3, 5, &arena);
    for (int i = 0; i < 15; i++) assert_true(ensemble.values[i] == 0);
    assert_ptr_equal(ensemble_row(&ensemble, 2), ensemble.values + 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(percentiles_are_of_type_7),
        cmocka_unit_test(one_member_or_equal_members_give_that_value),
        cmocka_unit_test(bands_match_a_naive_sort),
        cmocka_unit_test(order_of_members_does_not_matter),
        cmocka_unit_test(bands_of_a_normal_sample_near_its_quantiles),
        cmocka_unit_test(members_and_bands_are_the_same_for_any_number_of_threads),
        cmocka_unit_test(a_new_ensemble_is_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
