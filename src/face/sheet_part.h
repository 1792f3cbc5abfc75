// sheet_part: what the parts of the sheet are made of.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_SHEET_PART_H
#define STIPPLE_FACE_SHEET_PART_H

#include "face/sheet.h"

void sheet_part_add(struct sheet *sheet, enum sheet_kind kind, const char *label, const char *text);
// The remarks of the plan whose ids begin like this, each a text.
void sheet_part_remarks(struct sheet *sheet, const struct report *r, const char *prefix);

enum sheet_state sheet_part_state(const struct report *r);

// The label of a code of this vocabulary; NULL if it has none.
const char *sheet_part_label(const struct report *r, const char *vocabulary, const char *code);
// "1 hour 45 minutes": up to the next quarter of an hour.
const char *sheet_part_time(const struct report *r, double minutes);

#endif
