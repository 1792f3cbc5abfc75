// check_text: what a user's file says in the place of built-in words, and what it says of its own
// numbers.
//
// English words of safety stay as they are, and other languages may stand beside them: what a card
// and a stop say, why a rule refuses or defers, why and what at once where triage sends somebody to
// be seen, and when to call about what is usual. A text of the catalogue fills the places of the
// built-in one and no others, and replaces one that is there or is named by an entry. And what
// rests on nothing but `default`, `clinic` or `patient` was not seen anywhere.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CHECK_TEXT_H
#define STIPPLE_KNOWLEDGE_CHECK_TEXT_H

#include "knowledge/check_entry.h"

void check_texts(struct check *check);

#endif
