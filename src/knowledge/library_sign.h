// library_sign: what is usual after a sitting, sign by sign: from when, until when, from which
// depth on, and how it looks on light, brown and black skin.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIBRARY_SIGN_H
#define STIPPLE_KNOWLEDGE_LIBRARY_SIGN_H

#include "knowledge/catalogue_figure.h"

struct sign_looks {   // the same sign on three kinds of skin
    struct wording light, brown, black;
};

// Expected from `from` to the value of `to`; beyond it, or growing, it is not. The range of `to` is
// what sources and studies give. Of several signs that hold for a depth the longer counts.
struct sign {
    const char        *id;
    const char        *symptom;   // code of a symptom: redness, swelling, bruise, ...
    struct wording     label;
    struct amount      depth_at_least, depth_at_most;   // mm, of the setting; absent = any
    struct figure     *from, *peak, *to;                // h after the sitting
    struct figure     *share;                           // of people who have it; none = no figure
    struct wording     text;                            // for the person: what it is, what to do
    struct sign_looks *looks;
    struct names       sources, rows;
    int                status, grade;
};

extern const struct noun library_sign_noun;

#endif
