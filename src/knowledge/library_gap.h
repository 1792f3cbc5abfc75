// library_gap: what the evidence does not tell, what is done meanwhile, and who could tell it.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIBRARY_GAP_H
#define STIPPLE_KNOWLEDGE_LIBRARY_GAP_H

#include "knowledge/catalogue_figure.h"

struct gap {
    const char    *id;   // "G-01"
    struct wording missing, instead, wanted;
    struct names   see;   // ids of entries that bear it
    struct names   sources, rows;
    int            status, grade;   // of what is done instead
};

extern const struct noun library_gap_noun;

#endif
