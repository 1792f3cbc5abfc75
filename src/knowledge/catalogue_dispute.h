// catalogue_dispute: sources that disagree, in the short words of a plan. Who says what, and what
// carries the answer, stands in the library under the same id (library_dispute).
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CATALOGUE_DISPUTE_H
#define STIPPLE_KNOWLEDGE_CATALOGUE_DISPUTE_H

#include "knowledge/catalogue_figure.h"

struct dispute {
    const char    *id;
    struct names   about;         // topics: "sessions", "depth", an indication, a zone, ...
    struct names   indications;   // plans that treat one of these show it
    struct wording text;
    struct names   sources, rows;
};

extern const struct noun catalogue_dispute_noun;

#endif
