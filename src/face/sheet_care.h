// sheet_care: the parts of the sheet about the time after a treatment.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_SHEET_CARE_H
#define STIPPLE_FACE_SHEET_CARE_H

#include "face/sheet.h"

void sheet_care_look(struct sheet *sheet, const struct report *r);     // day 0, 1, 3, 7
void sheet_care_advice(struct sheet *sheet, const struct report *r);   // do, do not, until when
void sheet_care_watch(struct sheet *sheet, const struct report *r);    // when to call
void sheet_care_risks(struct sheet *sheet, const struct report *r);

#endif
