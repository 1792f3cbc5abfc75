// evidence_shelf: walks over every entry of the knowledge, whatever list it stands in, and reads of
// it what all entries have by the names of their keys.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_EVIDENCE_SHELF_H
#define STIPPLE_SERVICE_EVIDENCE_SHELF_H

#include "service/session.h"

// Where the lists stand: what every plan needs, and what is only looked up.
enum { EVIDENCE_SHELVES = 2 };
struct evidence_shelf {
    const struct noun *noun;
    const void        *at;
};
struct evidence_shelf evidence_shelf_of(const struct session *session, int s);
const struct list    *evidence_list(struct evidence_shelf shelf, const struct field *field);

struct evidence_entry {
    const struct field *list;    // the list it stands in: its key, its noun
    const void         *at;      // the struct
    int                 place;   // in order of all lists
};

// Visits every entry, list by list. Begins with a zeroed cursor; false: there is none left.
struct evidence_cursor {
    struct evidence_entry entry;
    int                   shelf, item, place;
    const struct field   *field;
};
bool evidence_next(const struct session *session, struct evidence_cursor *cursor);

const char *evidence_id(const struct evidence_entry *entry);
// The member under a key of the noun, NULL if it has no such key.
const void *evidence_member(const struct noun *noun, const void *at, const char *key);
// The English text under a key, "" if there is none.
const char *evidence_words(const struct noun *noun, const void *at, const char *key);
// What it is called: its label or topic, else what it says; its id if it says nothing.
const char *evidence_heading(const struct evidence_entry *entry);
// Why, in words: of a rule the reasons of its cases.
const char *evidence_because(const struct session *session, const struct evidence_entry *entry);
// The worst class of a rule, 0 for anything else.
int evidence_class(const struct evidence_entry *entry);

#endif
