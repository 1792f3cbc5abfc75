// evidence_text: what is behind a thing, for a reader at a terminal.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_EVIDENCE_TEXT_H
#define STIPPLE_FACE_EVIDENCE_TEXT_H

#include "face/page.h"
#include "knowledge/load.h"

// `reply` as the verb evidence makes it.
void evidence_text_write(const struct doc *reply, const struct knowledge *knowledge,
                         struct page *page);

#endif
