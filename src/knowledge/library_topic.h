// library_topic: words of the field under which everything that speaks of them is looked up, and
// what groups of the engine's parameters are for.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIBRARY_TOPIC_H
#define STIPPLE_KNOWLEDGE_LIBRARY_TOPIC_H

#include "domain/field.h"

struct topic {
    const char    *id;   // "cold_sores"
    struct wording label;
    struct names   codes;   // ids, codes, groups and keys of the base that belong to it
    struct names   words;   // beginnings of words in the headings of entries
};

struct parameter_use {
    const char    *id;   // what the ids of the parameters begin with; the longest one counts
    struct wording text;
};

extern const struct noun library_topic_noun, library_use_noun;

#endif
