// settings_cartridge: which needles a device is fitted with.
//
// A device that takes several sets has the one with as many needles as it is planned with, or the
// one that is asked for. To ask for what it has anyhow changes nothing.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_SETTINGS_CARTRIDGE_H
#define STIPPLE_PLANNER_SETTINGS_CARTRIDGE_H

#include "planner/planning.h"

// The sets that a device takes, of struct cartridge, in the order of the knowledge base.
struct list settings_cartridge_all(const struct knowledge *knowledge, const char *device,
                                   struct arena *arena);

// Sets zone->cartridge and what the zone would have; fits zone->device with what is asked for.
void settings_cartridge_fit(const struct planning *planning, struct planning_zone *zone);

// Has the device other needles than it would have?
bool settings_cartridge_is_asked(const struct planning_zone *zone);

#endif
