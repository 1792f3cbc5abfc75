// evidence_value: an entry of the knowledge as it stands, key by key in the words of its field
// table, and the pieces that other answers of `stipple evidence` are made of.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_EVIDENCE_VALUE_H
#define STIPPLE_FACE_EVIDENCE_VALUE_H

#include "face/page.h"
#include "face/said.h"

enum { EVIDENCE_COLUMNS = 24 };

// What one answer is written with.
struct evidence_text {
    const struct doc       *doc;
    const struct knowledge *knowledge;
    struct page            *page;
    struct arena           *arena;
    int                     entry;   // the node of the entry that is being written
};

// "grade B, read in the source" of a mapping with grade and status, "" with neither.
const char *evidence_strength(const struct evidence_text *out, int node);
// The text with "..." for each {place} that only a plan fills.
const char *evidence_plain(const struct evidence_text *out, const char *text);
// The English text of a wording, or the text itself, its places as above.
const char *evidence_said(const struct evidence_text *out, int node);
// "160 (120 to 160) cm2" of a cited number, or the number as it is written.
const char *evidence_number(const struct evidence_text *out, int node);
// A saying with a place filled; the pairs as for load_filled.
const char *evidence_filled(const struct evidence_text *out, const char *id,
                            const char *const *pairs);
// The texts of a list, with commas.
const char *evidence_joined(const struct evidence_text *out, int list);

// Every key of the mapping that no other part of the answer shows.
void evidence_value_write(const struct evidence_text *out, const struct noun *noun, int node,
                          int indent);

#endif
