// settings_engine: what the engine says about one zone at its settings.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_SETTINGS_ENGINE_H
#define STIPPLE_PLANNER_SETTINGS_ENGINE_H

#include "engine/engine.h"
#include "planner/planning.h"
#include "planner/quote.h"

struct settings_basis {   // what each answer rests on
    struct quote_basis pattern, depth, skin, closure, minutes, dose;
    struct quote_basis layers;   // of the skin alone: `skin` is channels in it
};

// Is everything known that the engine needs of this device?
bool settings_engine_knows(const struct device *device);

double settings_engine_median(const struct engine_prior *prior);

// Fills the setup but for depth, speed and passes. ST_CONTENT: knowledge lacks a number.
MUST_CHECK enum status settings_engine_setup(const struct planning      *planning,
                                             const struct planning_zone *zone,
                                             struct engine_setup        *setup,
                                             struct settings_basis      *basis);

#endif
