// check_triage: the rules of triage are fit to be used, and what a user's file puts in the place of
// a built-in one is as strict: a level as urgent, a clock as short, a look as soon, a stop where
// that stops, no question in the place of a worse case, every clause as wide (check_clause), and no
// example of it answered more mildly. A rule of self-care of the user's covers nothing that no
// clause of a built-in one does; a sign ends no later than a built-in one of its symptom and
// depths; and a rule for what no built-in rule speaks of is no slower than the built-in answer.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CHECK_TRIAGE_H
#define STIPPLE_KNOWLEDGE_CHECK_TRIAGE_H

#include "knowledge/check_entry.h"

// Only for a base that can be run.
void check_triage(struct check *check);

#endif
