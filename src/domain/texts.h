// texts: what a person reads, as the knowledge has it: each text by its list, its id and its key,
// in every language it has. One catalogue for pages, programs and translators.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_DOMAIN_TEXTS_H
#define STIPPLE_DOMAIN_TEXTS_H

#include "domain/screening.h"

struct texts_row {
    const char    *list;   // "sayings", "rules", ...
    const char    *id;     // of the entry; of a code with its vocabulary: "zones.cheeks"
    const char    *key;    // "text"; within the entry: "cases[0].because"
    struct wording text;
};

struct texts {
    struct reply reply;
    struct list  texts;   // of texts_row, in the order of the lists
};

extern const struct noun texts_noun;

#endif
