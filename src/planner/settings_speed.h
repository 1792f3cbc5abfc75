// settings_speed: how fast the hand glides.
//
// A pen so that its passes leave the density aimed at, another device at its published pace; or as
// it is asked for, and then the density follows. To ask for what would be chosen changes nothing.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_SETTINGS_SPEED_H
#define STIPPLE_PLANNER_SETTINGS_SPEED_H

#include "engine/engine.h"
#include "planner/planning.h"

// Fills zone->speed_cm_s, zone->unasked.speed and the speed of `setup`, whose other settings are
// there already; *speed NULL: nobody says how fast the device is used. ST_CONTENT: a number of
// knowledge is out of range.
MUST_CHECK enum status settings_speed_set(const struct planning *planning,
                                          struct planning_zone *zone, struct engine_setup *setup,
                                          struct quantity **speed);

#endif
