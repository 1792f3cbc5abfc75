// catalogue_sitting: who may needle, place by place, as far as it was read.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CATALOGUE_SITTING_H
#define STIPPLE_KNOWLEDGE_CATALOGUE_SITTING_H

#include "knowledge/catalogue_figure.h"

struct credential {   // one line of what a place asks for
    const char    *id;
    const char    *place;         // code of jurisdictions
    struct wording label;         // who, in words
    struct names   professions;   // none = whoever
    struct names   devices;       // kinds; none = any
    struct figure *depth_max;     // mm, deepest setting; none = no depth is named
    struct wording training;      // what has to be learnt
    struct wording because;
    struct names   sources, rows;
    int            status, grade;
};

extern const struct noun catalogue_credential_noun;

#endif
