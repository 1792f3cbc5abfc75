// claims: what the tests of the engine share.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_TESTS_ENGINE_CLAIMS_H
#define STIPPLE_TESTS_ENGINE_CLAIMS_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

// |actual - expected| <= tolerance (of expected); NaN fails. Names the line and both values.
#define CLAIM_NEAR(actual, expected, tolerance)                                                    \
    claim_near((actual), (expected), (tolerance), __FILE__, __LINE__)
#define CLAIM_RELATIVE(actual, expected, tolerance)                                                \
    claim_relative((actual), (expected), (tolerance), __FILE__, __LINE__)

static inline void claim_near(double actual, double expected, double tolerance, const char *file,
                              int line) {
    if (fabs(actual - expected) <= tolerance) return;
    print_error("%.17g is not %.17g within %.3g\n", actual, expected, tolerance);
    _fail(file, line);
}

static inline void claim_relative(double actual, double expected, double tolerance,
                                  const char *file, int line) {
    claim_near(actual, expected, tolerance * fabs(expected), file, line);
}

// Random numbers of the naive twins: splitmix64 (Steele, Lea and Flood 2014), nothing of the
// engine's.
static inline double twin_draw(uint64_t *state) {
    uint64_t z = *state += 0x9e3779b97f4a7c15u;
    z          = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z          = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return ((double)((z ^ z >> 31) >> 12) + 0.5) * 0x1p-52;
}

// Standard normal by Box and Muller.
static inline double twin_normal(uint64_t *state) {
    double radius = sqrt(-2 * log(twin_draw(state)));
    return radius * cos(2 * acos(-1) * twin_draw(state));
}

#endif
