// mathk: exp, log and the normal distribution in plain arithmetic, so that every machine agrees.
//
// C libraries differ in the last bit of exp and log, and one library differs between processors.
// What stands here uses only + - * / and sqrt, which IEEE 754 rounds correctly, and exact scaling
// by powers of two: the same argument gives the same bits wherever double is evaluated as double.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_MATHK_H
#define STIPPLE_ENGINE_MATHK_H

// e^x, within 1 ulp where the result is normal; 0 below -746, infinity above 709.79. NaN stays NaN.
double mathk_exp(double x);
// Natural logarithm, within 1 ulp. Asserts x > 0 (NaN fails too); infinity stays.
double mathk_log(double x);
// 2^x, within 2 ulp, exact for whole x; log2(x), within 4 ulp, exact for powers of two. Ends as
// above.
double mathk_exp2(double x);
double mathk_log2(double x);
// Share of a standard normal below z; relative error below 2e-15 above z = -37.
double mathk_normal_below(double z);
// The z below which that share lies. Asserts 0 < share < 1. Relative error about 1e-15.
double mathk_normal_at(double share);

#endif
