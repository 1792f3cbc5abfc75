// report_cards: dates, what follows a treatment, the result and the price at a glance: four cards
// of a few short lines. What else is to be said of them stands in the sections below.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_REPORT_CARDS_H
#define STIPPLE_FACE_REPORT_CARDS_H

#include "face/report_part.h"

void report_cards(struct report *r);

// The first day of the course on which make-up is free again, or 0.
date_day report_cards_make_up(const struct report *r);

#endif
