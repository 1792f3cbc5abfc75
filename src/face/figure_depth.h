// figure_depth: the needle in the skin, to scale, and in which layer punctures end.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_FIGURE_DEPTH_H
#define STIPPLE_FACE_FIGURE_DEPTH_H

#include "face/figure.h"

// One drawing for each setting of the plan; of zones that share one the first stands for all.
void figure_depth(struct report *r);

#endif
