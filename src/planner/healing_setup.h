// healing_setup: what the engine takes to reckon healing, out of knowledge, and what it rests on.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_HEALING_SETUP_H
#define STIPPLE_PLANNER_HEALING_SETUP_H

#include "engine/course.h"
#include "planner/priors.h"

struct healing_setup_basis {
    struct quote_basis cells;    // cells, inflammation and proliferation
    struct quote_basis matrix;   // new collagen, its order, and remodelling
    struct quote_basis kinds;    // collagen III in it
};

// Adds to the bases. Age and smoking act on amounts of collagen alone, and are left to the caller.
// ST_CONTENT: knowledge lacks a number.
MUST_CHECK enum status healing_setup_fill(const struct priors        *priors,
                                          struct healing_setup_basis *basis,
                                          struct course_healing      *out);

#endif
