// texts_text: the catalogue of texts at a terminal, one after the other under its list.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_TEXTS_TEXT_H
#define STIPPLE_FACE_TEXTS_TEXT_H

#include "domain/texts.h"
#include "face/page.h"

void texts_text_write(const struct texts *texts, struct page *page);

#endif
