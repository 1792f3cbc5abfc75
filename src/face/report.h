// report: a plan as one page for a browser or a printer: nothing is fetched, no script is needed.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_REPORT_H
#define STIPPLE_FACE_REPORT_H

#include "face/report_part.h"

// A page for `body` to fill, with head, style and foot. `title` is what a window shows: no name.
void        report_begin(struct report *r, const char *class, const char *title);
const char *report_end(struct report *r, ptrdiff_t *n);

// The whole page. The parts of `r` but its html are given.
const char *report_page(struct report *r, ptrdiff_t *n);

#endif
