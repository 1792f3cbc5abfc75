// exp:    x = k ln2 + r, |r| <= ln2/2, ln2 in two parts; Taylor sum of e^r, its first missing term
//         r^14/14! < 5e-18.
// log:    x = 2^k (1+f), sqrt(1/2) <= 1+f < sqrt(2), s = f/(2+f); log(1+f) = 2 atanh(s), summed as
//         f - (f^2/2 - s (f^2/2 + R)), R = sum 2 s^2j/(2j+1), first missing term < 1e-18.
// normal: W. J. Cody, "Algorithm 715: SPECFUN", ACM Trans. Math. Softw. 19 (1993) 22-32, ANORM.
// its inverse: M. J. Wichura, "Algorithm AS 241", Appl. Statist. 37 (1988) 477-484, PPND16; its
//         error is that of double itself, so no step of Newton or Halley follows.
// SPDX-License-Identifier: Apache-2.0
#include "engine/mathk.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

_Static_assert(FLT_EVAL_METHOD == 0, "double must be evaluated as double");
_Static_assert(DBL_MANT_DIG == 53, "double must be IEEE 754 binary64");

#define MATHK_LN2       0x1.62e42fefa39efp-1         // ln 2
#define MATHK_LN2_HIGH  0x1.62e42feep-1              // its upper 32 bits: k times it is exact
#define MATHK_LN2_LOW   0x1.a39ef35793c76p-33        // the rest
#define MATHK_LOG2E     0x1.71547652b82fep0          // 1 / ln 2
#define MATHK_SQRT1_2   0x1.6a09e667f3bcdp-1         // sqrt(1/2)
#define MATHK_SQRT32    5.65685424949238019521       // sqrt(32), Cody 1993
#define MATHK_SQRT1_2PI 0.398942280401432677939946   // 1 / sqrt(2 pi)

// c[0] + c[1] x + ... + c[n-1] x^(n-1)
static inline double horner(int n, const double *restrict c, double x) {
    double sum = c[n - 1];
    for (int i = n - 2; i >= 0; i--) sum = sum * x + c[i];
    return sum;
}

// m 2^k, 1/2 < m < 2: one exact product unless the answer might be subnormal or too large.
static inline double scaled(double m, int k) {
    if (k < -1020 || k > 1022) return ldexp(m, k);
    uint64_t bits = (uint64_t)(k + 1023) << 52;
    double   power;
    memcpy(&power, &bits, sizeof power);
    return m * power;
}

double mathk_exp(double x) {
    static const double c[] = {1.0 / 2,       1.0 / 6,        1.0 / 24,        1.0 / 120,
                               1.0 / 720,     1.0 / 5040,     1.0 / 40320,     1.0 / 362880,
                               1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800.0};
    if (isnan(x)) return x;
    if (x > 710) return INFINITY;
    if (x < -746) return 0;

    // r is the rounded remainder, rest what rounding took from it
    double k    = floor(x * MATHK_LOG2E + 0.5);
    double high = x - k * MATHK_LN2_HIGH, low = k * MATHK_LN2_LOW;
    double r    = high - low;
    double rest = (high - r) - low;
    return scaled(1 + (r + (rest + r * r * horner(12, c, r))), (int)k);
}

double mathk_log(double x) {
    static const double c[] = {2.0 / 3,  2.0 / 5,  2.0 / 7,  2.0 / 9,  2.0 / 11, 2.0 / 13,
                               2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21, 2.0 / 23};
    assert(x > 0);
    if (isinf(x)) return x;
    int    k;
    double m = frexp(x, &k);
    if (m < MATHK_SQRT1_2) {
        m *= 2;
        k--;
    }
    double f = m - 1, s = f / (2 + f), s2 = s * s, half = 0.5 * f * f;
    double r = s2 * horner(11, c, s2);
    return k * MATHK_LN2_HIGH - ((half - (s * (half + r) + k * MATHK_LN2_LOW)) - f);
}

double mathk_exp2(double x) {
    if (!(fabs(x) < 1100)) return x < 0 ? 0 : x * INFINITY;
    double k = floor(x + 0.5);
    return scaled(mathk_exp((x - k) * MATHK_LN2), (int)k);
}

double mathk_log2(double x) {
    assert(x > 0);
    if (isinf(x)) return x;
    int    k;
    double m = frexp(x, &k);
    return m < MATHK_SQRT1_2 ? k - 1 + mathk_log(2 * m) * MATHK_LOG2E
                             : k + mathk_log(m) * MATHK_LOG2E;
}

// Cody's three ranges for the share below -y, y > 0.662: a rational function times exp(-y^2/2), the
// square split at 1/16 so that its rounding does not grow in the exponential.
static double normal_tail(double y) {
    static const double c[] = {9842.7148383839780218,   11602.651437647350124,
                               6848.1904505362823326,   2494.5375852903726711,
                               597.27027639480026226,   93.506656132177855979,
                               8.8831497943883759412,   0.39894151208813466764,
                               1.0765576773720192317e-8};   // Cody 1993, reversed
    static const double d[] = {19685.429676859990727, 38912.003286093271411, 34900.952721145977266,
                               18615.571640885098091, 6485.558298266760755,  1519.377599407554805,
                               235.38790178262499861, 22.266688044328115691, 1};   // Cody 1993
    static const double p[] = {2.9112874951168792e-5, 0.001421619193227893466,
                               0.022235277870649807,  0.1274011611602473639,
                               0.21589853405795699,   0.02307344176494017303};   // Cody 1993
    static const double q[] = {7.29751555083966205e-5, 0.00378239633202758244,
                               0.0659881378689285515,  0.468238212480865118,
                               1.28426009614491121,    1};   // Cody 1993
    if (y > 38.6) return 0;
    double ratio;
    if (y <= MATHK_SQRT32) {
        ratio = horner(9, c, y) / horner(9, d, y);
    } else {
        double w = 1 / (y * y);
        ratio    = (MATHK_SQRT1_2PI - w * horner(6, p, w) / horner(6, q, w)) / y;
    }
    double cut = floor(y * 16) / 16;
    return mathk_exp(-cut * cut * 0.5) * mathk_exp(-(y - cut) * (y + cut) * 0.5) * ratio;
}

double mathk_normal_below(double z) {
    static const double a[] = {18154.981253343561249, 1067.6894854603709582, 161.02823106855587881,
                               2.2352520354606839287, 0.065682337918207449113};   // Cody 1993
    static const double b[] = {45507.789335026729956, 10260.932208618978205, 976.09855173777669322,
                               47.20258190468824187, 1};   // Cody 1993
    if (isnan(z)) return z;
    double y = fabs(z);
    if (y <= 0.66291) return 0.5 + z * (horner(5, a, z * z) / horner(5, b, z * z));
    return z < 0 ? normal_tail(y) : 1 - normal_tail(y);
}

double mathk_normal_at(double share) {
    static const double a[] = {3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427,
                               13731.693765509461125, 45921.953931549871457, 67265.770927008700853,
                               33430.575583588128105, 2509.0809287301226727};   // Wichura 1988
    static const double b[] = {1,
                               42.313330701600911252,
                               687.18700749205790830,
                               5394.1960214247511077,
                               21213.794301586595867,
                               39307.895800092710610,
                               28729.085735721942674,
                               5226.4952788528545610};   // Wichura 1988
    static const double c[] = {
        1.42343711074968357734,   4.63033784615654529590,   5.76949722146069140550,
        3.64784832476320460504,   1.27045825245236838258,   0.241780725177450611770,
        0.0227238449892691845833, 7.74545014278341407640e-4};   // Wichura 1988
    static const double d[] = {1,
                               2.05319162663775882187,
                               1.67638483018380384940,
                               0.689767334985100004550,
                               0.148103976427480074590,
                               0.0151986665636164571966,
                               5.47593808499534494600e-4,
                               1.05075007164441684324e-9};   // Wichura
    static const double e[] = {6.65790464350110377720,    5.46378491116411436990,
                               1.78482653991729133580,    0.296560571828504891230,
                               0.0265321895265761230930,  1.24266094738807843860e-3,
                               2.71155556874348757815e-5, 2.01033439929228813265e-7};   // Wichura
    static const double f[] = {1,
                               0.599832206555887937690,
                               0.136929880922735805310,
                               0.0148753612908506148525,
                               7.86869131145613259100e-4,
                               1.84631831751005468180e-5,
                               1.42151175831644588870e-7,
                               2.04426310338993978564e-15};   // Wichura
    assert(share > 0 && share < 1);
    double q = share - 0.5;
    if (fabs(q) <= 0.425) {
        double r = 0.180625 - q * q;
        return q * (horner(8, a, r) / horner(8, b, r));
    }
    double r = sqrt(-mathk_log(q < 0 ? share : 1 - share));
    double z = r <= 5 ? horner(8, c, r - 1.6) / horner(8, d, r - 1.6)
                      : horner(8, e, r - 5) / horner(8, f, r - 5);
    return q < 0 ? -z : z;
}
