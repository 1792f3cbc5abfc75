// triage: what a check-in calls for. The rules are data (knowledge/triage.yaml); of several the
// most urgent counts, and every one that holds is listed. Theory and limits: docs/model/triage.md.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_TRIAGE_H
#define STIPPLE_KNOWLEDGE_TRIAGE_H

#include "domain/checkin.h"
#include "domain/clinic.h"
#include "domain/triage.h"
#include "knowledge/load.h"

// Answers all but the head (triage.reply). The library must have been read.
void triage_answer(const struct knowledge *knowledge, const struct clinic *clinic,
                   const struct checkin *checkin, date_day on, struct triage *triage,
                   struct arena *arena);

#endif
