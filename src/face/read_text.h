// read_text: what a patient file holds, for a terminal.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_READ_TEXT_H
#define STIPPLE_FACE_READ_TEXT_H

#include "domain/patient.h"
#include "face/page.h"
#include "knowledge/load.h"

// `file` is the patient's as it was read (screen_answer.file).
void read_text_write(const struct patient *patient, const struct doc *file,
                     const struct knowledge *knowledge, struct page *page);

#endif
