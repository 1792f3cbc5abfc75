// controls: what may be set in place of the advice, and within what.
//
// Zone by zone depth, passes, glide and needle set, then for the whole plan interval, treatments
// and what lies on the skin afterwards; what the device cannot be set to has no control. While no
// treatment is planned there is none, but for those of the course that the file sets, so that they
// can be taken back.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_CONTROLS_H
#define STIPPLE_PLANNER_CONTROLS_H

#include "planner/planning.h"

// Once zones and series are there: fills plan->controls.
void controls_plan(struct planning *planning);

#endif
