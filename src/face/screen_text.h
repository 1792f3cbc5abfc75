// screen_text: a screening for a clinician at a terminal.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_SCREEN_TEXT_H
#define STIPPLE_FACE_SCREEN_TEXT_H

#include "face/said.h"

void screen_text_write(const struct screening *screening, const char *who,
                       const struct knowledge *knowledge, struct page *page);

// The parts a plan shows too: the verdict in words, and why: the findings, and the answers needed.
void screen_text_verdict(const struct screening *screening, const struct knowledge *knowledge,
                         struct page *page);
void screen_text_reasons(const struct screening *screening, const struct knowledge *knowledge,
                         struct page *page);
void screen_text_sources(const struct list *cited, const struct knowledge *knowledge,
                         struct page *page);

#endif
