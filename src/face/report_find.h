// report_find: the head of the page: who and when, the verdict, what was found, and four cards.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_REPORT_FIND_H
#define STIPPLE_FACE_REPORT_FIND_H

#include "face/report_part.h"

void report_find_head(struct report *r);       // inside <header>
void report_find_findings(struct report *r);   // and the answers that are still needed
void report_find_cards(struct report *r);

#endif
