// check_base: the whole check of a knowledge base, with every complaint.
//
// Numbers without unit, source, status or grade; names that lead nowhere; sources and rows that
// nothing uses; rings; two entries of one id; entries of the user's that protect less than what
// they replace; rules without an example that fires and one that does not, or with one that fails.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CHECK_BASE_H
#define STIPPLE_KNOWLEDGE_CHECK_BASE_H

#include "knowledge/check_entry.h"

// What the entries say, without running anything. `knowledge` has its library and has passed
// check_knowledge.
void check_base_entries(struct check *check, const struct knowledge *knowledge,
                        struct arena *arena);

// Then every example, where nothing was wrong before: examples need a whole base.
void check_base_examples(struct check *check);

#endif
