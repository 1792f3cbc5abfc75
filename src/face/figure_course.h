// figure_course: what follows a sitting day by day, and the improvement month by month, as bands.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_FIGURE_COURSE_H
#define STIPPLE_FACE_FIGURE_COURSE_H

#include "face/figure.h"

// One line: when the channels are closed again.
void figure_course_closure(struct report *r);
void figure_course_days(struct report *r);
// One drawing for each zone and use.
void figure_course_months(struct report *r);

#endif
