// check_triage: the rules of triage are fit to be used, and what a user's file puts in the place of
// a built-in one is as strict: a level as urgent, a clock as short, a look as soon, a stop where
// that stops, no question in the place of a worse case, and no example of it answered more mildly.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CHECK_TRIAGE_H
#define STIPPLE_KNOWLEDGE_CHECK_TRIAGE_H

#include "knowledge/check_entry.h"

// Only for a base that can be run.
void check_triage(struct check *check);

#endif
