// figure_art: our own drawings of face and body, as outlines of zones. A path is SVG path data; the
// id of a zone is its code, so that whoever draws can fill it by what is planned there.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_FIGURE_ART_H
#define STIPPLE_FACE_FIGURE_ART_H

#include <stdbool.h>

enum figure_shape_kind {
    FIGURE_ZONE,     // a zone; without a code, a line
    FIGURE_SKIN,     // skin that is no zone
    FIGURE_GROUND,   // what shows between zones; without an outline
    FIGURE_NEVER     // never needled, whatever was asked for; `zone` is the code of the part
};

struct figure_shape {
    const char            *zone;          // code; NULL: a part of the drawing that is no zone
    const char            *path;          // SVG path data in the units of the view
    bool                   is_mirrored;   // also drawn on the other side of the middle line
    enum figure_shape_kind kind;
};

enum figure_trait {
    FIGURE_FLIPPED      = 1,   // the whole drawing is seen in a mirror
    FIGURE_FACING       = 2,   // the person's right is to the left of the picture
    FIGURE_LEFT_IS_LEFT = 4,   // the person's left is to the left of the picture
    FIGURE_QUIET        = 8    // zones are drawn where something is to be said of them only
};

struct figure_view {
    const char                *id;   // face_front, face_left, ...; "page.map.ID" names it
    int                        width, height;
    int                        traits;
    const struct figure_shape *shapes;   // ended by a row without a path; later ones lie on top
    const char *const         *shows;    // zones that are seen well here; ended by NULL
};

extern const struct figure_view figure_art_views[];   // ended by a row without an id

#endif
