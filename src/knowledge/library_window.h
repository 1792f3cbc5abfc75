// library_window: how long each source asks for a line of aftercare, so that who disagrees can be
// looked up.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIBRARY_WINDOW_H
#define STIPPLE_KNOWLEDGE_LIBRARY_WINDOW_H

#include "knowledge/catalogue_figure.h"

struct window_said {
    const char    *id;
    const char    *advice;   // id of the line
    struct figure *to;       // h after the sitting; none = no figure is given
    struct wording text;     // what is said
    struct names   sources, rows;
    int            status, grade;
};

extern const struct noun library_window_noun;

#endif
