// catalogue: the nouns of the knowledge base, as they stand in knowledge/*.yaml. A file of
// knowledge is one mapping with any of the lists of `struct catalogue` and `struct library`. Every
// entry has an id; every number has sources, a status and, where it is advice, a grade.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CATALOGUE_H
#define STIPPLE_KNOWLEDGE_CATALOGUE_H

#include "knowledge/catalogue_care.h"
#include "knowledge/catalogue_dispute.h"
#include "knowledge/catalogue_rule.h"
#include "knowledge/catalogue_scale.h"
#include "knowledge/catalogue_sitting.h"
#include "knowledge/catalogue_things.h"

struct source {
    const char   *key, *text, *address;
    int           kind, read;   // words_source_kind, words_read
    int           grade, status;
    struct amount year;
    struct names  rows;   // evidence rows
};

struct code {   // one code of an open vocabulary: conditions, medications, reactions, ...
    const char    *vocabulary, *code;
    struct wording label;
    struct names   rows;   // evidence rows
};

struct saying {   // one text of the catalogue, with {named} places
    const char    *id;
    struct wording text;
    int            fixed;   // FIELD_BOOL: it keeps people safe, and nobody replaces it
};

struct note {   // an evidence row that supports rules but is no rule itself
    const char    *id;
    struct names   rules;
    struct wording text;
    struct names   sources, rows;
    int            grade, status;
};

struct parameter {   // one uncertain number of the engine
    const char    *id, *unit;
    struct amount  median, sigma, low, high;   // log-normal if sigma is given, else uniform
    struct names   sources, rows;
    int            status;
    struct wording because;
};

struct catalogue {
    const char *version;
    struct list sources, codes, sayings, rules, notes, adjustments, zones, devices, agents,
        indications, disputes, advice, meanwhile, watch, rates, options, steps, parameters, scales;
    struct list fits, shares, outcomes;   // see catalogue_trials.h
    struct list credentials;              // see catalogue_sitting.h
    struct list spacings;                 // see catalogue_care.h
    struct list cartridges;               // see catalogue_things.h
};

extern const struct noun catalogue_noun;   // one file, without what the library holds
extern const struct noun catalogue_source_noun;

#endif
