// check_entry: the base laid out flat for its checks: every entry of every file, and every value of
// an entry with the row of the field table it fits and its place in the file. What a check finds is
// a complaint, one line in the form of an error.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CHECK_ENTRY_H
#define STIPPLE_KNOWLEDGE_CHECK_ENTRY_H

#include "knowledge/load.h"

enum { CHECK_COMPLAINTS = 1000 };   // kept; all are counted

struct check_entry {
    const struct field *list;   // the row of `catalogue` or `library` it stands under
    const struct noun  *noun;
    const struct doc   *doc;
    const char         *id;            // its first member; of a code the code
    const char         *family;        // of a code its vocabulary; else NULL
    int                 node, layer;   // layer 0 is built in, 1 the user's
    bool                is_live;       // false: replaced by a later one of the same id
    int                 first, n;      // its values
    int                 same;          // the next entry whose id has the same hash, -1 = none
};

// A value of an entry. A list of nouns has one value for each item, everything else one for all.
struct check_value {
    const struct noun  *noun;   // the noun whose row `field` is
    const struct field *field;
    int                 node;   // in the document of the entry
    int                 entry;
    int                 up;   // the value whose mapping it stands in; -1 = the entry's own
};

struct check_row {             // a row of a register
    const char *id, *topic;    // of the register, in English
    int         entry, node;   // the register, and where the row stands in it
    int         unused;        // its node in `unused`, -1 = not listed there
    const char *because;       // from there; NULL
    struct list used;          // of const char *: "rules.CI-10", what rests on it or is it
    int         same;          // the next row whose id has the same hash, -1 = none
};

struct check {
    const struct knowledge *knowledge;
    struct check_entry     *entries;   // [n_entries]
    struct check_value     *values;    // [n_values] in the order of the files
    int                     n_entries, n_values;
    int                    *heads;   // [CHECK_HEADS] first entry of each hash, -1 = none
    struct check_row       *rows;    // [n_rows] of all registers, in their order
    int                     n_rows;
    struct names            said;   // complaints, the first CHECK_COMPLAINTS
    int                     n_said, n_unsourced, n_examples;
    struct arena           *arena;
};

// Lays out catalogue and library of `knowledge`, both of which have been read. Whatever fits no row
// is left out: the reader has refused it already.
void check_open(struct check *check, const struct knowledge *knowledge, struct arena *arena);

// The live entry of that id in the list of that name (NULL: in any list). -1: there is none.
int check_find(const struct check *check, const char *list, const char *id);

// "FILE:LINE:COL: LIST.ID.FIELD: VALUE: WRONG; allowed: ALLOWED". `field` may be NULL.
void check_complain(struct check *check, int entry, int node, const char *field, const char *value,
                    const char *wrong, const char *allowed);

// The same about one value, whose field and text are told.
void check_complain_value(struct check *check, const struct check_value *value, int node,
                          const char *wrong, const char *allowed);

// The mapping a value stands in: its node, and its noun in *noun.
int check_mapping(const struct check *check, const struct check_value *value,
                  const struct noun **noun);

#endif
