// Equation  pen     n = N f / (w v)        roller  n = N / (2 pi R w)       stamp  n = N prints
//           time    t = A p (1 + turning) / (w v)
//           cover   1 - exp(-n pi d^2 / 4)      nearest neighbour  0.5 / sqrt(n)
// Method    kinematics in closed form; passes add. A stamp laid edge to edge leaves 1/w^2 prints.
// Validity  a swath of constant width and speed, no slip of the drum, every needle landing. Cover
//           and neighbour hold where passes cross and do not repeat their lattice; one roller pass
//           is a lattice with wider neighbours. Cover counts circles of the needle's diameter at
//           the surface.
// Sources   drum 192 needles, radius 1 cm, width 2 cm: Schwarz and Laaff 2011, Plast Reconstr Surg
//           [schwarz-2011]; 15.3 /cm2 a pass follows from it. The pen's formula and the Poisson
//           ones are derived.
// SPDX-License-Identifier: Apache-2.0
#include "engine/pattern.h"

#include "engine/mathk.h"

#include <assert.h>
#include <math.h>

#define PATTERN_PI 0x1.921fb54442d18p1   // pi

double pattern_stamp_density_m2(int needles, double prints_m2) { return needles * prints_m2; }

double pattern_density_m2(const struct pattern_device *device, double speed_m_s) {
    double w_m = device->width_m;
    switch (device->kind) {
    case PATTERN_PEN: return device->needles * device->rate_hz / (w_m * speed_m_s);
    case PATTERN_ROLLER: return device->needles / (2 * PATTERN_PI * device->radius_m * w_m);
    case PATTERN_STAMP: return pattern_stamp_density_m2(device->needles, 1 / (w_m * w_m));
    }
    assert(!"a kind of device without kinematics");
    return 0;
}

double pattern_speed_m_s(const struct pattern_device *device, double passes, double density_m2) {
    assert(device->kind == PATTERN_PEN && density_m2 > 0);
    return device->needles * device->rate_hz * passes / (device->width_m * density_m2);
}

double pattern_time_s(const struct pattern_device *device, double swept_m2, double speed_m_s,
                      double turning_frac) {
    return swept_m2 * (1 + turning_frac) / (device->width_m * speed_m_s);
}

double pattern_coverage_frac(double density_m2, double needle_m) {
    return 1 - mathk_exp(-density_m2 * PATTERN_PI * needle_m * needle_m / 4);
}

double pattern_nearest_m(double density_m2) { return 0.5 / sqrt(density_m2); }
