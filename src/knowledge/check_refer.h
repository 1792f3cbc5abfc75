// check_refer: whatever one entry names, another one is; and every source is used by something.
//
// Names with a vocabulary are resolved by the reader. The others are texts, and a small table says
// by noun and field where they lead. What a test of a rule asks is resolved as well: the words and
// codes of `is` and `codes` are those that the key of the patient can hold, since a test for any
// other would never be true.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CHECK_REFER_H
#define STIPPLE_KNOWLEDGE_CHECK_REFER_H

#include "knowledge/check_entry.h"

// A name under a row of the table, and the entry it leads to if it is one of those that must not
// lead in a ring.
struct refer {
    const char *noun, *field;   // noun NULL: any
    const char *lists[4];       // of catalogue or library; none = every list
    bool        or_group;       // a group of agents will do
    bool        or_code;        // a code of any vocabulary will do
    bool        or_topic;       // a code of a topic, or a list of the base, will do
    bool        or_synonym;     // another word for a symptom will do
    bool        carries;        // what it leads to is a part or a reason: no ring
    const char *allowed;
};

// The row for a value, or NULL.
const struct refer *check_refer_of(const struct check_value *value);

// The entry a name leads to under that row, -1: none.
int check_refer_to(const struct check *check, const struct refer *refer, const char *name);

void check_refers(struct check *check);   // dangling names
// Sources that nothing names, but those the program cites itself (kind own, clinic, patient).
void check_sources(struct check *check);

#endif
