// Equation  J = (1/d) integral of w(z) dz over the dermis of thickness d,
//           w(z) = 1 - exp(-n pi R^2 S(z)),  S(z) = share of the punctures that reach z
// Method    punctures fall at random (Poisson), so w is the chance that a point has one within R at
//           its own depth. S is 1 well above the median depth m and 0 well below it; between
//           m exp(-6 s) and m exp(6 s), s the spread of ln depth, Gauss and Legendre with eight
//           points on each of five panels in u = ln(z / m) / s: within 2e-6 of the integral.
// Validity  an index. How far a channel is felt (R) was never measured, and no study ties depth or
//           density to a result. w levels off as density rises, because it was written so.
// Sources   none for R: a default of ours of 0.1 to 0.4 mm.
// SPDX-License-Identifier: Apache-2.0
#include "engine/dose.h"

#include "engine/mathk.h"

#include <math.h>

#define DOSE_PI     3.141592653589793
#define DOSE_SCORES 6.0   // S is 0 or 1 beyond so many spreads

enum { DOSE_PANELS = 5, DOSE_POINTS = 8 };

// Abscissas and weights of Gauss and Legendre on -1..1; symmetric.
static const double dose_at[DOSE_POINTS / 2]     = {0.1834346424956498, 0.5255324099163290,
                                                    0.7966664774136267, 0.9602898564975363};
static const double dose_weight[DOSE_POINTS / 2] = {0.3626837833783620, 0.3137066458778873,
                                                    0.2223810344533745, 0.1012285362903763};

// w exp(s u): per u, with m s taken out.
static double reached(double per_channel, double sigma, double u) {
    return (1 - mathk_exp(-per_channel * mathk_normal_below(-u))) * mathk_exp(sigma * u);
}

// The integral of w over depths with scores from..to, over m.
static double reached_between(double per_channel, double sigma, double from, double to) {
    double half = (to - from) / (2 * DOSE_PANELS), sum = 0;
    for (int panel = 0; panel < DOSE_PANELS; panel++) {
        double middle = from + (2 * panel + 1) * half;
        for (int i = 0; i < DOSE_POINTS / 2; i++)
            sum += dose_weight[i] * (reached(per_channel, sigma, middle - half * dose_at[i]) +
                                     reached(per_channel, sigma, middle + half * dose_at[i]));
    }
    return sigma * half * sum;
}

double dose_reach_m(double low_m, double high_m, double share) {
    return low_m * mathk_exp(share * mathk_log(high_m / low_m));
}

double dose_frac(const struct insertion *insertion, const struct skin_layers *layers,
                 double density_m2, double reach_m) {
    double top_m = layers->bottom_m[SKIN_EPIDERMIS], bottom_m = layers->bottom_m[SKIN_SUBCUTIS - 1];
    double per_channel = density_m2 * DOSE_PI * reach_m * reach_m;
    double middle_m = insertion->median_m, sigma = insertion->puncture_sigma;

    // above the first depths at which punctures end: all of them
    double first_m = middle_m * mathk_exp(-DOSE_SCORES * sigma);
    double last_m  = middle_m * mathk_exp(DOSE_SCORES * sigma);
    double whole_m = fmin(fmax(first_m - top_m, 0), bottom_m - top_m);
    double sum_m   = whole_m * (1 - mathk_exp(-per_channel));

    // where they end
    double from_m = fmax(first_m, top_m), to_m = fmin(last_m, bottom_m);
    if (sigma > 0 && from_m < to_m)
        sum_m +=
            middle_m * reached_between(per_channel, sigma, mathk_log(from_m / middle_m) / sigma,
                                       mathk_log(to_m / middle_m) / sigma);
    return fmin(1, sum_m / (bottom_m - top_m));   // rounding
}
