// triage_text: an answer of triage at a terminal, for a clinician or for the person.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_TRIAGE_TEXT_H
#define STIPPLE_FACE_TRIAGE_TEXT_H

#include "domain/checkin.h"
#include "domain/clinic.h"
#include "domain/triage.h"
#include "face/said.h"

void triage_text_write(const struct triage *triage, const struct checkin *checkin,
                       const struct knowledge *knowledge, struct page *page);

// What the person reads, and no more. `clinic` says whether its rules and texts were adopted.
void triage_text_person(const struct triage *triage, const struct clinic *clinic,
                        const struct knowledge *knowledge, struct page *page);

#endif
