// evidence_text: an entry of the knowledge, or a list of them, for a reader at a terminal.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_EVIDENCE_TEXT_H
#define STIPPLE_FACE_EVIDENCE_TEXT_H

#include "base/doc.h"
#include "face/page.h"

// `reply` as the verb evidence makes it.
void evidence_text_write(const struct doc *reply, struct page *page);

#endif
