// library_dispute: where sources disagree: who says what, what is used, why, and what carries it.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIBRARY_DISPUTE_H
#define STIPPLE_KNOWLEDGE_LIBRARY_DISPUTE_H

#include "knowledge/catalogue_figure.h"

struct disagreement_side {   // one of those who disagree
    struct wording says;
    struct names   sources, rows;
    int            status;
};

// An entry that carries what is used. With `field`, a path of keys ("cases.0.until.days"), that
// place holds `value`, and `uses` says so.
struct disagreement_bearer {
    const char *id, *field, *value;
};

struct disagreement {
    const char    *id;      // where a plan tells of it too: that of the catalogue's dispute
    struct names   about;   // topics
    struct wording text;    // in short, where the catalogue does not tell it
    struct list    sides;   // of disagreement_side, two or more
    struct wording uses, because;
    struct list    enforced_by;     // of disagreement_bearer
    struct names   sources, rows;   // of all sides, and of what is used
    int            status, grade;   // of what is used
};

extern const struct noun library_disagreement_noun;

#endif
