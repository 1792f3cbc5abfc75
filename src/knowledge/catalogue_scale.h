// catalogue_scale: the scales that goals, results and studies are measured on.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CATALOGUE_SCALE_H
#define STIPPLE_KNOWLEDGE_CATALOGUE_SCALE_H

#include "knowledge/catalogue_figure.h"

enum scale_direction { SCALE_ABSENT, SCALE_LOWER, SCALE_HIGHER, SCALE_NEITHER };   // is better

struct scale {
    const char    *id;
    struct wording label;
    struct wording measures, items;    // what is judged; how the number is made up
    const char    *unit;               // "point", "/cm2", ...
    int            direction, rater;   // enum scale_direction; who gives the number
    struct figure *range;              // ends that a value lies between; none: it has none
    struct figure *difference;         // smallest that matters, in its unit
    struct figure *difference_share;   // the same as a share of the value before
    struct figure *agreement;          // how far raters, or one rater twice, lie apart
    struct wording because;
    struct names   sources, rows;
    int            status, grade;
};

extern const struct noun catalogue_scale_noun;

#endif
