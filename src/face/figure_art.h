// figure_art: our own drawings of face and body, as outlines of zones. A path is SVG path data; the
// id of a zone is its code, so that whoever draws can fill it by what is planned there.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_FIGURE_ART_H
#define STIPPLE_FACE_FIGURE_ART_H

#include <stdbool.h>

struct figure_shape {
    const char *zone;          // code; NULL: a line of the drawing that is no zone
    const char *path;          // SVG path data in the units of the view
    bool        is_mirrored;   // also drawn on the other side of the middle line
};

struct figure_view {
    const char                *id;   // face_front, face_left, ...; "view.ID" is the id of its title
    int                        width, height;
    bool                       is_flipped;   // the whole drawing is seen in a mirror
    const struct figure_shape *shapes;       // ended by a row without a path; later ones lie on top
};

extern const struct figure_view figure_art_views[];   // ended by a row without an id

#endif
