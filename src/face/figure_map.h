// figure_map: where is treated and what is left out, on our drawings of face and body.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_FIGURE_MAP_H
#define STIPPLE_FACE_FIGURE_MAP_H

#include "face/figure.h"

// Patterns that every drawing of the page may fill with. Once a page, before any drawing.
void figure_map_patterns(struct report *r);
void figure_map(struct report *r);

#endif
