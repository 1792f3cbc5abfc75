// quantity_text: a number of a plan with what kind of number it is and where it comes from.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_QUANTITY_TEXT_H
#define STIPPLE_FACE_QUANTITY_TEXT_H

#include "domain/quantity.h"
#include "face/page.h"
#include "face/said.h"

enum { QUANTITY_TEXT_COLUMNS = 22, QUANTITY_TEXT_DIGITS = 3 };

// A number as people say it, with its band: "1.5 days (6 hours to 9.5 days)", "1.25 (1.08 to 1.46)
// mm", "98 (95 to 98) minutes", "892 (602 to 1350) per cm2". Times take the unit that fits, minutes
// are whole, lengths have two decimals at most. A band that is one number when rounded is left
// out; of a range without a middle "14 to 42 days"; "-" without any number.
const char *quantity_text_plain(const struct quantity *quantity, struct arena *arena);

// "[R03, default; grade D, our default]", and "" without sources.
const char *quantity_text_sources(const struct names *sources, int grade, int status,
                                  struct arena *arena);

// "[computed; our default; R03, default]".
const char *quantity_text_origin(const struct quantity *quantity, struct arena *arena);

// "12 of 100 people (5 to 22)" for a share.
const char *quantity_text_people(const struct quantity *share, const struct knowledge *knowledge,
                                 struct arena *arena);

// One line with its label, and below it why. Nothing for NULL.
void quantity_text_write(struct page *page, const char *label, const struct quantity *quantity);

#endif
