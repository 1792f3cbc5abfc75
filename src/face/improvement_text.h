// improvement_text: the result by month at a terminal, or why nothing can be said of it.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_IMPROVEMENT_TEXT_H
#define STIPPLE_FACE_IMPROVEMENT_TEXT_H

#include "domain/plan.h"
#include "face/page.h"
#include "knowledge/load.h"

// The card: in a line for each use how far people ended apart in the studies, without a middle
// where nothing can be foretold for one person.
void improvement_text_card(const struct plan *plan, const struct knowledge *knowledge,
                           struct page *page);
// Uses whose zones share a course stand together. Nothing where the plan has no months.
void improvement_text_write(const struct plan *plan, const struct knowledge *knowledge,
                            struct page *page);

#endif
