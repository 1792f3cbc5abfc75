// SPDX-License-Identifier: Apache-2.0
#include "face/figure_map.h"

#include "face/figure_art.h"
#include "face/said.h"

enum state { STATE_NONE, STATE_TREATED, STATE_LEFT_OUT };

// True if `id` is the zone or one of its parts.
static bool is_within(const struct report *r, const char *zone, const char *id) {
    const struct zone *whole = load_zone(r->knowledge, zone);
    if (text_equal(zone, id)) return true;
    for (int i = 0; whole && i < whole->parts.n; i++)
        if (text_equal(whole->parts.items[i], id)) return true;
    return false;
}

static const struct closed *closed_at(const struct report *r, const char *id) {
    const struct closed *closed = r->plan->screening->closed.items;
    for (int i = 0; i < r->plan->screening->closed.n; i++)
        if (closed[i].zone && !closed[i].device && is_within(r, closed[i].zone, id))
            return &closed[i];
    return NULL;
}

static enum state state_of(const struct report *r, const char *id) {
    const struct plan_zone *zones = r->plan->zones.items;
    if (!id) return STATE_NONE;
    if (closed_at(r, id)) return STATE_LEFT_OUT;
    for (int i = 0; i < r->plan->zones.n; i++)
        if (is_within(r, zones[i].zone, id)) return STATE_TREATED;
    return STATE_NONE;
}

static bool has_zone(const struct figure_view *view, const char *id) {
    for (const struct figure_shape *shape = view->shapes; shape->path; shape++)
        if (shape->zone && text_equal(shape->zone, id)) return true;
    return false;
}

static bool is_face(const struct figure_view *view) { return text_starts(view->id, "face_"); }

// The body is drawn for what the face does not show.
static bool is_wanted(const struct report *r, const struct figure_view *view) {
    for (const struct figure_shape *shape = view->shapes; shape->path; shape++) {
        bool is_marked = state_of(r, shape->zone) != STATE_NONE;
        bool is_seen   = false;
        for (const struct figure_view *other = figure_art_views; is_marked && other->id; other++)
            is_seen = is_seen || (is_face(other) && has_zone(other, shape->zone));
        if (is_marked && (is_face(view) || !is_seen)) return true;
    }
    return false;
}

static void draw_shape(struct report *r, const struct figure_view *view,
                       const struct figure_shape *shape) {
    static const char *const classes[] = {"zone", "zone treated", "zone left-out"};
    enum state               state     = state_of(r, shape->zone);
    const char *class                  = shape->zone ? classes[state] : "line";
    for (int side = 0; side <= shape->is_mirrored; side++)
        html_empty(&r->html, "path", "class", class, "d", shape->path, "data-zone", shape->zone,
                   "transform",
                   side ? arena_format(r->arena, "translate(%d 0) scale(-1 1)", view->width) : NULL,
                   NULL);
}

static const char *told(const struct report *r, const struct figure_view *view, enum state state) {
    struct text out = text_new(r->arena);
    for (const struct figure_shape *shape = view->shapes; shape->path; shape++)
        if (shape->zone && state_of(r, shape->zone) == state)
            text_addf(&out, "%s%s", out.n ? ", " : "", report_label(r, "zones", shape->zone));
    return out.n ? out.data : report_said(r, "page.map.nothing");
}

static void draw_view(struct report *r, const struct figure_view *view) {
    const char *id      = arena_format(r->arena, "map-%s", view->id);
    const char *title   = report_said(r, arena_format(r->arena, "page.map.%s", view->id));
    const char *pairs[] = {"treated", told(r, view, STATE_TREATED), "left",
                           told(r, view, STATE_LEFT_OUT), NULL};
    const char *flip    = arena_format(r->arena, "translate(%d 0) scale(-1 1)", view->width);
    html_open(&r->html, "div", "class", "view", NULL);
    figure_svg(r, id, "art", view->width, view->height, title,
               report_filled(r, "page.map.told", pairs));
    html_open(&r->html, "g", "transform", view->is_flipped ? flip : NULL, NULL);
    for (const struct figure_shape *shape = view->shapes; shape->path; shape++)
        draw_shape(r, view, shape);
    html_close(&r->html, "g");
    figure_svg_end(r);
    report_p(r, "view-name", title);
    html_close(&r->html, "div");
}

static void write_key(struct report *r, enum state state) {
    const char *class = state == STATE_TREATED ? "zone treated" : "zone left-out";
    html_open(&r->html, "span", "class", "key", NULL);
    html_open(&r->html, "svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 16 16",
              "width", "16", "height", "16", "aria-hidden", "true", NULL);
    figure_rect(r, class, 1, 1, 14, 14);
    html_close(&r->html, "svg");
    html_text(&r->html,
              report_said(r, state == STATE_TREATED ? "page.map.treated" : "page.map.left_out"));
    html_close(&r->html, "span");
}

static void write_twin(struct report *r) {
    struct report_table table = {
        {report_said(r, "page.zone"), report_said(r, "page.state"), report_said(r, "page.without")},
        3,
        0};
    const struct plan_zone *zones  = r->plan->zones.items;
    const struct closed    *closed = r->plan->screening->closed.items;
    figure_twin(r);
    report_table(r, &table, report_said(r, "page.map"), false);
    for (int i = 0; i < r->plan->zones.n; i++) {
        if (closed_at(r, zones[i].zone)) continue;
        report_row(r, &table, report_label(r, "zones", zones[i].zone));
        report_cell_text(r, &table, report_said(r, "page.map.treated"));
        report_cell_text(r, &table, said_excluded(r->knowledge, &zones[i].excludes, r->arena));
        report_row_end(r);
    }
    for (int i = 0; i < r->plan->screening->closed.n; i++) {
        if (!closed[i].zone || closed[i].device) continue;
        report_row(r, &table, report_label(r, "zones", closed[i].zone));
        report_cell_text(r, &table, report_said(r, "page.map.left_out"));
        report_cell_text(r, &table, said_list(&closed[i].findings, r->arena));
        report_row_end(r);
    }
    report_table_end(r);
    figure_twin_end(r);
}

void figure_map_patterns(struct report *r) {
    html_open(&r->html, "svg", "xmlns", "http://www.w3.org/2000/svg", "width", "0", "height", "0",
              "aria-hidden", "true", "class", "patterns", NULL);
    html_open(&r->html, "defs", NULL);
    html_open(&r->html, "pattern", "id", "hatch", "width", "6", "height", "6", "patternUnits",
              "userSpaceOnUse", "patternTransform", "rotate(45)", NULL);
    figure_rect(r, "hatch-ground", 0, 0, 6, 6);
    figure_line(r, "hatch-line", 0, 0, 0, 6);
    html_close(&r->html, "pattern");
    html_close(&r->html, "defs");
    html_close(&r->html, "svg");
}

void figure_map(struct report *r) {
    bool is_left_out = false, is_drawn = false;
    for (const struct figure_view *view = figure_art_views; view->id; view++)
        is_drawn = is_drawn || is_wanted(r, view);
    if (!is_drawn) return;
    figure_open(r, "map", report_said(r, "page.map"));
    html_open(&r->html, "div", "class", "views", NULL);
    for (const struct figure_view *view = figure_art_views; view->id; view++)
        if (is_wanted(r, view)) draw_view(r, view);
    html_close(&r->html, "div");
    html_open(&r->html, "p", "class", "keys", NULL);
    for (const struct figure_view *view = figure_art_views; view->id; view++)
        for (const struct figure_shape *shape = view->shapes; shape->path; shape++)
            is_left_out = is_left_out || state_of(r, shape->zone) == STATE_LEFT_OUT;
    write_key(r, STATE_TREATED);
    if (is_left_out) write_key(r, STATE_LEFT_OUT);
    html_close(&r->html, "p");
    write_twin(r);
    figure_close(r);
}
