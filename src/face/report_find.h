// report_find: the head of the page and what was found.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_REPORT_FIND_H
#define STIPPLE_FACE_REPORT_FIND_H

#include "face/report_part.h"

void report_find_head(struct report *r);
void report_find_findings(struct report *r);

#endif
