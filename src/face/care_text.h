// care_text: what follows a plan for the person: other ways, risks, aftercare, when to call.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_CARE_TEXT_H
#define STIPPLE_FACE_CARE_TEXT_H

#include "domain/plan.h"
#include "face/page.h"
#include "knowledge/load.h"

void care_text_ways(const struct plan *plan, const struct knowledge *knowledge, struct page *page);
void care_text_risks(const struct plan *plan, const struct knowledge *knowledge, struct page *page);
void care_text_aftercare(const struct plan *plan, const struct knowledge *knowledge,
                         struct page *page);
// Other treatments of the same skin.
void care_text_spacing(const struct plan *plan, const struct knowledge *knowledge,
                       struct page *page);
void care_text_watch(const struct plan *plan, const struct knowledge *knowledge, struct page *page);

#endif
