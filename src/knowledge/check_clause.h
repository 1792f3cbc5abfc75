// check_clause: two clauses of triage, compared as they stand in their files: does the one hold
// wherever the other does?
//
// What cannot be seen from the words and numbers counts as no: clauses are not joined, so that a
// clause whose codes were shared out among two others is lost.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CHECK_CLAUSE_H
#define STIPPLE_KNOWLEDGE_CHECK_CLAUSE_H

#include "knowledge/check_strict.h"

// Whenever clause `a` holds, so does `b`: about the same, with no code, word, zone, device or agent
// fewer, no exception more, no later start, earlier end, or higher or lower bound, and no test
// besides. NULL, or the first key where that is not so.
const char *check_clause_stricter(struct strict_node a, struct strict_node b);

// The first clause of list `a` that holds where no single clause of list `b` does; node -1 = none.
struct strict_node check_clause_lost(struct strict_node a, struct strict_node b);

// Amount `b` is at least `a` (or at most): the unit is NULL for bare numbers. False where one is
// absent or no number.
bool check_clause_at_least(struct strict_node a, struct strict_node b, const char *unit);
bool check_clause_at_most(struct strict_node a, struct strict_node b, const char *unit);

#endif
