// evidence_list: many entries of the knowledge in groups, the overview, and the claims.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_EVIDENCE_LIST_H
#define STIPPLE_FACE_EVIDENCE_LIST_H

#include "face/evidence_value.h"

// The field of a list of the knowledge by its key, or NULL.
const struct field *evidence_list_field(const char *list);

// The items of `list`, each with id, list, label and perhaps class and numbers, under headings:
// the lists they stand in, one after the other.
void evidence_list_groups(const struct evidence_text *out, int list, int indent);
// What a topic found, or a whole list.
void evidence_list_write(const struct evidence_text *out);
void evidence_list_overview(const struct evidence_text *out);
void evidence_list_claims(const struct evidence_text *out);

#endif
