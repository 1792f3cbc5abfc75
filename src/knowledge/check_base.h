// check_base: the whole check of a knowledge base, with every complaint.
//
// Numbers without unit, source, status or grade; names that lead nowhere; sources and rows that
// nothing uses; rings; two entries of one id; entries of the user's that protect less than what
// they replace; rules without an example that fires and one that does not, or with one that fails.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CHECK_BASE_H
#define STIPPLE_KNOWLEDGE_CHECK_BASE_H

#include "knowledge/check_entry.h"

// `knowledge` has its library and has passed check_knowledge. Examples are run only where nothing
// else is wrong: they need a whole base.
void check_base(struct check *check, const struct knowledge *knowledge, struct arena *arena);

#endif
