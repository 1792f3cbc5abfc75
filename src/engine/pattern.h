// pattern: how many punctures a device leaves on an area, how much of it they cover, and how long
// that takes.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_PATTERN_H
#define STIPPLE_ENGINE_PATTERN_H

#include "engine/prior.h"

enum pattern_kind {
    PATTERN_PEN,      // needles strike together at rate_hz while the head glides
    PATTERN_ROLLER,   // needles stand on a drum that rolls without slip
    PATTERN_STAMP     // needles on a square plate of side width_m, set down edge to edge
};

struct pattern_prior {
    struct engine_prior glide;          // speed of the hand over the planned one, per operator
    struct engine_prior contact;        // punctures that land over those the kinematics give
    double              turning_frac;   // time at the ends of strokes over time on the strokes
};

struct pattern_device {
    int    kind;       // enum pattern_kind
    int    needles;    // of the head, the whole drum or the plate
    double rate_hz;    // strokes of a pen; not read otherwise
    double width_m;    // swath of one pass
    double radius_m;   // of the drum, without needles; roller only
};

// Punctures per area of one pass, every needle landing. The speed matters to the pen only.
double pattern_density_m2(const struct pattern_device *device, double speed_m_s);

// Punctures per area of a plate of `needles`, set down prints_m2 times per area.
double pattern_stamp_density_m2(int needles, double prints_m2);

// Glide at which `passes` of a pen leave density_m2. Asserts a pen and a density above 0.
double pattern_speed_m_s(const struct pattern_device *device, double passes, double density_m2);

// Time to sweep an area, passes counted: a stamp's speed is its side times its prints per second.
double pattern_time_s(const struct pattern_device *device, double swept_m2, double speed_m_s,
                      double turning_frac);

// Of punctures scattered without order (Poisson): share of the area inside at least one, and mean
// distance to the nearest neighbour.
double pattern_coverage_frac(double density_m2, double needle_m);
double pattern_nearest_m(double density_m2);

#endif
