// evidence_rule: what a rule covers, and how long a case of it holds, in words.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_EVIDENCE_RULE_H
#define STIPPLE_FACE_EVIDENCE_RULE_H

#include "face/evidence_value.h"

// "Filler: the places it is named for; with: pen, roller." of the value of a rule.
const char *evidence_rule_covers(const struct evidence_text *out, int value);

// "Until 14 days after the day it was done." of a case, with what it covers where that is another.
const char *evidence_rule_lasts(const struct evidence_text *out, int node);

#endif
