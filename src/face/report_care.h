// report_care: risks, aftercare, when to call, other ways, disagreement and sources.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_REPORT_CARE_H
#define STIPPLE_FACE_REPORT_CARE_H

#include "face/report_part.h"

void report_care_risks(struct report *r);
void report_care_aftercare(struct report *r);
void report_care_watch(struct report *r);
void report_care_ways(struct report *r);
void report_care_disagreement(struct report *r);
void report_care_remarks(struct report *r);
void report_care_sources(struct report *r);

// Twenty-five by four people: filled up to the low end of the band, ringed up to its high end.
void report_care_people(struct report *r, const char *id, const char *title,
                        const struct quantity *share);

#endif
