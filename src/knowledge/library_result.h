// library_result: the nouns of what is known of results beside the studies themselves: needling
// against other ways, with something else, what it costs, what is not known, and which studies make
// no pool.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIBRARY_RESULT_H
#define STIPPLE_KNOWLEDGE_LIBRARY_RESULT_H

#include "knowledge/catalogue_figure.h"

struct comparison {   // needling against another way, in one study or pool
    const char    *id;
    struct wording label;
    const char    *indication, *against;
    struct names   device;    // kinds of needling device, where told
    int            verdict;   // which did more, seen from needling: more, less, alike, unclear
    struct amount  n;         // people
    struct list    effects;   // of trial_effect
    struct wording because;   // the finding in words
    struct names   trials;    // ids
    struct names   sources, rows;
    int            status, grade;
};

struct unknown {   // what nobody was found to have studied
    const char    *id, *indication;
    struct wording because;
    struct names   against;   // ways that needling was compared with nowhere
    struct names   rows;
};

struct combination {   // needling with something else, against needling alone
    const char    *id;
    struct wording label;
    struct names   with;   // agents, ways or plain names
    struct names   indications;
    struct wording protocol;
    struct amount  n, studies;
    int            verdict;           // more than needling alone, less, alike, unclear
    struct list    effects;           // of trial_effect
    struct wording because, safety;   // what was found; what to mind
    int            off_label;         // FIELD_BOOL
    struct names   trials;
    struct names   sources, rows;
    int            status, grade;
};

struct cost {   // a published price, or that there is none
    const char    *id;
    struct wording label;
    const char    *way;   // an option of knowledge/ways.yaml
    struct amount  value, low, high;
    const char    *unit;   // currency, or "1" for a ratio
    int            per;    // sitting, course
    struct amount  sessions, year;
    const char    *place;
    struct wording because;
    struct names   sources, rows;
    int            status, grade;
};

struct no_pool {   // studies of one use on one scale that make no pool; written by `make refit`
    const char    *id, *indication, *family;
    struct names   agents, device, trials;
    struct amount  studies;
    struct wording because;
    struct names   sources, rows;
    int            status, grade;
};

extern const struct noun library_comparison_noun, library_unknown_noun, library_combination_noun,
    library_cost_noun, library_no_pool_noun;

#endif
