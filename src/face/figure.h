// figure: drawings in SVG, each with a title, a description, and a table twin behind it.
// A drawing is made in its own units and scaled by whoever shows it. Colours come from the style
// sheet, by class; nothing is told by colour alone.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_FIGURE_H
#define STIPPLE_FACE_FIGURE_H

#include "face/report_part.h"

enum { FIGURE_WIDE = 400 };   // units of a chart; a character is about 6.5 of them wide

// <figure> with its heading; the drawing, its legend and its table follow.
void figure_open(struct report *r, const char *id, const char *title);
void figure_close(struct report *r);
// <svg> with what a reader who cannot see it is told.
void figure_svg(struct report *r, const char *id, const char *class, double wide, double high,
                const char *title, const char *told);
void figure_svg_end(struct report *r);
// The twin: <details> that hold a table.
void figure_twin(struct report *r);
void figure_twin_end(struct report *r);

const char *figure_number(const struct report *r, double value);   // at most two decimals
void figure_words(struct report *r, const char *class, double x, double y, const char *anchor,
                  const char *text);
void figure_line(struct report *r, const char *class, double x1, double y1, double x2, double y2);
void figure_rect(struct report *r, const char *class, double x, double y, double wide, double high);
void figure_path(struct report *r, const char *class, const char *path);
void figure_circle(struct report *r, const char *class, double x, double y, double radius);

#endif
