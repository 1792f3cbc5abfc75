// evidence_topic: everything in the knowledge that speaks of a word, most binding first.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_EVIDENCE_TOPIC_H
#define STIPPLE_SERVICE_EVIDENCE_TOPIC_H

#include "service/evidence_shelf.h"

struct evidence_wanted {
    struct names codes;          // stand anywhere in an entry: ids, codes, groups, keys of numbers
    struct names words;          // begin a word of its heading
    bool         with_sources;   // keys of sources and rows of the evidence count too
};

struct evidence_hit {
    struct evidence_entry entry;
    struct names          at;   // keys of the numbers that were asked for
};

// What the word means: itself, and what the topic of that name adds. The library is read already.
struct evidence_wanted evidence_wanted_of(const struct session *session, const char *word);

// Is the entry one of the codes of this topic, or is the word the whole of its heading?
bool evidence_is_topic_of(const struct session *session, const char *word,
                          const struct evidence_entry *entry);

// Entries that speak of it, as a list of evidence_hit; what has the id of `besides` is left out
// (NULL: nothing is).
struct list evidence_speaks(const struct session *session, const struct evidence_wanted *wanted,
                            const struct evidence_entry *besides);

#endif
