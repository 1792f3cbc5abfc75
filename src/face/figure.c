// SPDX-License-Identifier: Apache-2.0
#include "face/figure.h"

#include <math.h>

const char *figure_number(const struct report *r, double value) {
    char *out = ARENA_NEW(r->arena, char, 32);
    text_number(out, round(value * 100) / 100);
    return out;
}

void figure_open(struct report *r, const char *id, const char *title) {
    html_open(&r->html, "figure", "id", id, NULL);
    html_open(&r->html, "figcaption", NULL);
    html_leaf(&r->html, "h3", title, NULL);
    html_close(&r->html, "figcaption");
}

void figure_close(struct report *r) { html_close(&r->html, "figure"); }

void figure_svg(struct report *r, const char *id, const char *class, double wide, double high,
                const char *title, const char *told) {
    const char *box =
        arena_format(r->arena, "0 0 %s %s", figure_number(r, wide), figure_number(r, high));
    const char *title_id = arena_format(r->arena, "%s-title", id);
    const char *told_id  = arena_format(r->arena, "%s-told", id);
    html_open(&r->html, "svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", box, "class",
              class, "role", "img", "aria-labelledby",
              arena_format(r->arena, "%s %s", title_id, told_id), NULL);
    html_leaf(&r->html, "title", title, "id", title_id, NULL);
    html_leaf(&r->html, "desc", told, "id", told_id, NULL);
}

void figure_svg_end(struct report *r) { html_close(&r->html, "svg"); }

void figure_twin(struct report *r) {
    html_open(&r->html, "details", NULL);
    html_leaf(&r->html, "summary", report_said(r, "page.twin"), NULL);
}

void figure_twin_end(struct report *r) { html_close(&r->html, "details"); }

void figure_words(struct report *r, const char *class, double x, double y, const char *anchor,
                  const char *text) {
    html_leaf(&r->html, "text", text, "class", class, "x", figure_number(r, x), "y",
              figure_number(r, y), "text-anchor", anchor, NULL);
}

void figure_line(struct report *r, const char *class, double x1, double y1, double x2, double y2) {
    html_empty(&r->html, "line", "class", class, "x1", figure_number(r, x1), "y1",
               figure_number(r, y1), "x2", figure_number(r, x2), "y2", figure_number(r, y2), NULL);
}

void figure_rect(struct report *r, const char *class, double x, double y, double wide,
                 double high) {
    html_empty(&r->html, "rect", "class", class, "x", figure_number(r, x), "y", figure_number(r, y),
               "width", figure_number(r, wide), "height", figure_number(r, high), NULL);
}

void figure_path(struct report *r, const char *class, const char *path) {
    html_empty(&r->html, "path", "class", class, "d", path, NULL);
}

void figure_circle(struct report *r, const char *class, double x, double y, double radius) {
    html_empty(&r->html, "circle", "class", class, "cx", figure_number(r, x), "cy",
               figure_number(r, y), "r", figure_number(r, radius), NULL);
}
