// plan_text: a plan for a clinician at a terminal.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_PLAN_TEXT_H
#define STIPPLE_FACE_PLAN_TEXT_H

#include "domain/plan.h"
#include "face/said.h"

// `who` may be NULL; `invented` marks an invented person.
void plan_text_write(const struct plan *plan, const char *who, bool is_invented,
                     const struct knowledge *knowledge, struct page *page);

#endif
