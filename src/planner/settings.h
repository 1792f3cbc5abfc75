// settings: for every goal zone the device, and with it depth, passes and glide, and what follows
// from them.
//
// Of the devices that are allowed the first of pen, stamp, roller. Radiofrequency has no depth and
// no energy of ours and is left to the clinician; a home device is never used in a clinic.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_SETTINGS_H
#define STIPPLE_PLANNER_SETTINGS_H

#include "planner/planning.h"

// Fills plan->zones and planning->zones, with remarks for what is left out. ST_CONTENT: knowledge
// lacks a number, or one is out of range.
MUST_CHECK enum status settings_choose(struct planning *planning);

#endif
