// figure_calendar: the months of a plan, each as a small sheet on which its days are marked.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_FIGURE_CALENDAR_H
#define STIPPLE_FACE_FIGURE_CALENDAR_H

#include "face/figure.h"

void figure_calendar(struct report *r);

#endif
