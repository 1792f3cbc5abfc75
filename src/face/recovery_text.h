// recovery_text: the days after the next sitting as a strip of characters, and the phases of
// healing.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_RECOVERY_TEXT_H
#define STIPPLE_FACE_RECOVERY_TEXT_H

#include "domain/plan.h"
#include "face/page.h"
#include "knowledge/load.h"

// The card: how long it shows, make-up, when the skin is closed. The rest: day by day, and the
// phases. Both nothing where no sitting is planned.
void recovery_text_card(const struct plan *plan, const struct knowledge *knowledge,
                        struct page *page);
void recovery_text_write(const struct plan *plan, const struct knowledge *knowledge,
                         struct page *page);

#endif
