// check_row: every evidence row is used, or says why not.
//
// The registers list the rows. A row is used if some noun names it under `rows`, or if it is the id
// of an entry. Each row of a register is used or listed in `unused`, and not both.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CHECK_ROW_H
#define STIPPLE_KNOWLEDGE_CHECK_ROW_H

#include "knowledge/check_entry.h"

// Fills check->rows. Complains of a row that is neither or both, of one that is named and stands in
// no register, and of one that stands in a register of another prefix, or twice.
void check_rows(struct check *check);

#endif
