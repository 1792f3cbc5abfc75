// sheet_find: what was found, in the person's own terms, and what is done.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_SHEET_FIND_H
#define STIPPLE_FACE_SHEET_FIND_H

#include "face/sheet.h"

void sheet_find_head(struct sheet *sheet, const struct report *r);   // title, warning, whom to call
void sheet_find_found(struct sheet *sheet, const struct report *r);
void sheet_find_what(struct sheet *sheet, const struct report *r);
void sheet_find_dates(struct sheet *sheet, const struct report *r);

#endif
