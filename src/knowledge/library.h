// library: what the knowledge base holds for whoever looks a thing up, and no plan needs: studies,
// unwanted effects, the articles' claims, the register of evidence rows. It stands in the same
// files as the catalogue and is read only when it is asked for (load_library).
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIBRARY_H
#define STIPPLE_KNOWLEDGE_LIBRARY_H

#include "knowledge/catalogue_figure.h"

struct curve_point {
    struct amount x, y;
};

struct curve_data {   // a measured or drawn course that a fit is made to
    const char    *id, *x_unit, *unit;
    struct list    points;   // of curve_point, x rising
    struct names   sources, rows;
    int            status;
    struct wording because;
};

struct claim {   // what an article of everyday medicine says, and what is behind it
    const char    *id;
    struct wording says;       // in our words
    struct names   articles;   // keys of sources
    int            verdict;    // words_verdict
    struct wording because;
    struct names   see;   // ids of entries that carry it out or speak of it
    struct names   sources, rows;
    int            status, grade;
};

struct
    row_register {   // evidence rows of one kind: each is used by an entry, or listed in `unused`
    const char    *id;   // "DR"
    struct wording topic;
    struct names   ids;      // "DR-01", ...
    struct list    unused;   // of row_unused
};

struct row_unused {
    const char    *id;
    struct wording because;
};

struct library {
    struct list trials, adverse_events;   // see catalogue_trials.h
    struct list curves, claims, further_claims, registers;
    struct list topics, uses;   // see library_topic.h
    struct list comparisons, unknowns, combinations, costs,
        pools_not_made;                                                // see library_result.h
    struct list protocol, endpoints, questions, looks, stops, cards;   // see library_sitting.h
    struct list times;
    // See library_things.h.
    struct list measurements, pooled_layers, guidance, exclusions, datasheets, listings;
    struct list signs;                 // see library_sign.h
    struct list windows;               // see library_window.h
    struct list gaps, disagreements;   // see library_gap.h, library_dispute.h
    struct list symptoms, triage;   // see library_triage.h
};

extern const struct noun library_noun;   // the other lists of a file

#endif
