// uptake_text: what the skin takes up, as a person reads it.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_UPTAKE_TEXT_H
#define STIPPLE_FACE_UPTAKE_TEXT_H

#include "domain/plan.h"
#include "face/page.h"
#include "knowledge/load.h"

// Nothing where nothing goes on the skin.
void uptake_text_write(const struct plan *plan, const struct knowledge *knowledge,
                       struct page *page);

#endif
