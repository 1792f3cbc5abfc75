// engine: the one door of the engine, and the one place where clinical units become SI. A sitting
// is one device on one zone. Everything uncertain arrives as a prior; the answer is a band over
// members, each of which is one possible person under one possible operator.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_ENGINE_H
#define STIPPLE_ENGINE_ENGINE_H

#include "engine/ensemble.h"
#include "engine/prior.h"
#include "engine/skin.h"

#include <stdint.h>

struct engine_thickness {   // of the zone, see skin.h
    double male_mm, female_mm, person_sigma, study_sigma, epidermis_mm;
    double papillary_frac, papillary_um_min, papillary_um_max;
};

struct engine_closure {   // see channel.h
    struct engine_prior half_life_h, half_life_h_occluded;
    double              closed_frac, depth_mm_known;
};

struct engine_piercing {   // see piercing.h
    struct engine_prior force_n, slope_n_m;
    double              tip_um_min, tip_um_max;
};

struct engine_setup {
    // the person and the zone
    struct engine_thickness thickness;
    int                     sex;   // enum patient_sex; absent or other: half the members are male
    double                  area_cm2;

    // the device; RF counts as a stamp, a home roller as a roller; 0 = not known, but a pen needs
    // needles, rate, width and speed
    int    device;   // enum words_device_kind
    int    needles;
    double rate_hz;     // pen
    double width_mm;    // pen head, drum, or side of the stamp's plate
    double radius_mm;   // roller
    double needle_diameter_mm;
    double density_per_cm2;   // as planned, after all passes; read only where needles is 0

    // the treatment
    double depth_mm;   // the setting
    int    passes;
    double speed_cm_s;    // glide; of a stamp, its side times prints per second
    bool   is_occluded;   // film or mask afterwards

    // what is uncertain
    struct engine_prior   glide;            // factor on speed_cm_s, per operator
    struct engine_prior   contact;          // factor on the density: punctures that land
    double                turning_frac;     // time lost at the ends of strokes
    struct engine_prior   ratio;            // achieved channel depth over setting
    double                puncture_sigma;   // ln, depth between the punctures of one sitting
    struct engine_closure closure;
    double                reach_mm_min, reach_mm_max;   // log-uniform, see dose.h; 0 = not known

    // the ensemble
    int           members;
    struct effort effort;   // the same answer for any
    uint64_t      seed;
    int           zone;   // a number of the zone that stays: its own stream for its own uncertainty

    // read by engine_reach alone
    int                    study_n;   // 0 = one person; else a member is the mean of so many
    double                 tip_um;    // diameter of the tip; 0 = not known
    struct engine_piercing piercing;
};

struct engine_answer {
    struct ensemble_band density_per_cm2, coverage_frac, nearest_neighbour_um, minutes;
    struct ensemble_band achieved_mm;                // median of a member's punctures
    struct ensemble_band achieved_p95_mm;            // 95th percentile of a member's punctures
    struct ensemble_band layer_share[SKIN_LAYERS];   // share of a member's punctures ending in each
    struct ensemble_band beyond_dermis_frac;         // the last of these: below the dermis
    struct ensemble_band layer_mm[SKIN_SUBCUTIS];    // thickness of each layer above that
    struct ensemble_band layer_mm_end[SKIN_SUBCUTIS];   // depth of its lower end
    struct ensemble_band closed_h, half_life_h;
    struct ensemble_band dose_frac;           // share of the dermis within reach of a channel
    bool                 is_dose_known;       // else it is 0: no reach, or no density
    bool                 is_density_known;    // else density and nearest neighbour are 0
    bool                 is_coverage_known;   // else it is 0: no density, or no needle diameter
    bool                 is_minutes_known;    // else it is 0: no needles, or no speed
    double beyond_share_of_members;           // share of members with achieved_p95 below the dermis
    bool   is_closure_extrapolated;           // setting deeper than closure.depth_mm_known
};

struct engine_depths {                               // of engine_reach
    struct ensemble_band achieved_mm;                // median of a member's punctures
    struct ensemble_band layer_share[SKIN_LAYERS];   // share of a member's punctures ending in each
    struct ensemble_band beyond_frac;   // share of a study's people whose deepest pass the dermis
    double               beyond_share_of_people;
    struct ensemble_band force_mn;                // on one needle; 0 without a tip
    bool                 is_force_extrapolated;   // no such tip was measured
    double               shares_error;            // largest departure of a member's shares from 1
};

// Computes *answer. Member i draws the same numbers whatever `members` is. ST_CONTENT, naming the
// argument: not a number or out of range. ST_LIMIT: more than LIMIT_MEMBERS members. Arguments that
// the device does not read may be 0, but not NaN. ST_CANCELLED: the effort's progress was called
// off; the answer is unfinished. So it is at every door that takes an effort.
MUST_CHECK enum status engine_sitting(const struct engine_setup *setup,
                                      struct engine_answer *answer, struct arena scratch,
                                      struct fault *fault);

// How deep and how hard, without the pattern: reads the thickness, sex, depth, ratio and spread of
// punctures, the ensemble and what is for it alone. Draws the numbers engine_sitting draws. Of a
// study's mean the people differ in sex and thickness and are averaged; what departs between
// studies, and all that is not known to be either (the ratio, the force), is drawn once for each
// study. ST_LIMIT: more than LIMIT_MEMBERS members, or LIMIT_PEOPLE people over all of them.
MUST_CHECK enum status engine_reach(const struct engine_setup *setup, struct engine_depths *depths,
                                    struct arena scratch, struct fault *fault);

// Punctures per cm2 of one pass as planned, without spread: reads device, needles, rate, width,
// radius and speed. ST_CONTENT as above.
MUST_CHECK enum status engine_pass_density(const struct engine_setup *setup,
                                           double *density_per_cm2, struct fault *fault);

// Glide at which setup->passes of a pen leave the density as planned; setup->speed_cm_s is not
// read. ST_CONTENT: as above, the device is no pen, or the speed would be out of range.
MUST_CHECK enum status engine_speed(const struct engine_setup *setup, double density_per_cm2,
                                    double *speed_cm_s, struct fault *fault);

#endif
