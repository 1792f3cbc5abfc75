// settings_depth: the depth to set in one zone with one device, and how it was reached.
//
// Where to begin (indication or zone), not beyond the label of the device, less the steps that
// facts ask for; or what was asked for, in this zone or in all. Not beyond a hard ceiling; then
// down to what the device can be set to. To ask for what would be set anyhow changes nothing.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_SETTINGS_DEPTH_H
#define STIPPLE_PLANNER_SETTINGS_DEPTH_H

#include "planner/planning.h"

struct settings_depth {
    double           depth_mm;
    struct quantity *quantity;
    struct quantity *unasked;    // had nothing been asked for; NULL: the device cannot be set so
    double           label_mm;   // deepest on the label; 0 = none was read
    double           reach_mm;   // of the device; 0 = not known
    double           least_mm, most_mm;   // what can be set at all, below every hard ceiling
    bool             is_asked;            // other than what would have been set
    double           asked_mm;
    double           advised_mm;   // before the device rounds it, had nothing been asked for
    double           chart_mm;     // the deepest that was published for this place
};

// False: there is no default, or the device has no setting that is shallow enough, which is
// remarked.
bool settings_depth_of(struct planning *planning, const struct limits_place *place,
                       const struct device *device, struct settings_depth *depth);

// The deepest setting of the device that is not deeper; 0 if there is none.
double settings_depth_set(const struct device *device, double depth_mm);

// Can the device be set to just this depth?
bool settings_depth_can_set(const struct device *device, double depth_mm);

#endif
