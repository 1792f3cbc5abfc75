// SPDX-License-Identifier: Apache-2.0
#include "face/figure_map.h"

#include "face/figure_art.h"
#include "face/said.h"

enum { SPOT_SIDE = 14, SPOT_TOP = 40, SPOT_STEP = 30, SPOT_RADIUS = 12 };
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

// A view is drawn for what it shows well.
static bool shows(const struct figure_view *view, const char *id) {
    for (int i = 0; id && view->shows[i]; i++)
        if (text_equal(view->shows[i], id)) return true;
    return false;
}

static bool is_wanted(const struct report *r, const struct figure_view *view) {
    for (int i = 0; view->shows[i]; i++)
        if (state_of(r, view->shows[i]) != STATE_NONE) return true;
    return false;
}

// ---- spots ----

// A spot has a name and no coordinates: it is drawn beside its zone, in the first view that shows
// the zone well.
static const char *spot_of(const struct finding *finding) {
    return finding->counts && finding->scope ? finding->scope->spot : NULL;
}

static const struct figure_view *view_of_spot(const struct report *r, const struct finding *spot) {
    for (const struct figure_view *view = figure_art_views; view->id; view++)
        for (int i = 0; i < spot->scope->zones.n && is_wanted(r, view); i++)
            if (shows(view, spot->scope->zones.items[i])) return view;
    return NULL;
}

// "scaly spot left of the crown (4 mm)".
static const char *spot_said(const struct report *r, const char *spot) {
    const struct patient_condition *conditions = r->patient->conditions.items;
    for (int i = 0; i < r->patient->conditions.n; i++)
        if (text_equal(conditions[i].spot, spot) && conditions[i].size)
            return arena_format(r->arena, "%s (%s)", spot, conditions[i].size);
    return spot;
}

static void draw_spots(struct report *r, const struct figure_view *view) {
    const struct finding *findings = r->plan->screening->findings.items;
    int                   n        = 0;
    for (int i = 0; i < r->plan->screening->findings.n; i++) {
        if (!spot_of(&findings[i]) || view_of_spot(r, &findings[i]) != view) continue;
        double y = SPOT_TOP + SPOT_STEP * n++;
        figure_circle(r, "zone left-out", view->width - SPOT_SIDE, y, SPOT_RADIUS);
        figure_words(r, "label strong halo", view->width - SPOT_SIDE, y + 4, "middle",
                     arena_format(r->arena, "%d", n));
    }
}

static void name_spots(struct report *r, const struct figure_view *view) {
    const struct finding *findings = r->plan->screening->findings.items;
    int                   n        = 0;
    for (int i = 0; i < r->plan->screening->findings.n; i++) {
        if (!spot_of(&findings[i]) || view_of_spot(r, &findings[i]) != view) continue;
        const char *pairs[] = {"n", arena_format(r->arena, "%d", ++n), "spot",
                               spot_said(r, spot_of(&findings[i])), NULL};
        report_p(r, "view-spot", report_filled(r, "page.map.spot", pairs));
    }
}

// ---- views ----

static void draw_shape(struct report *r, const struct figure_view *view,
                       const struct figure_shape *shape) {
    static const char *const classes[] = {"zone", "zone treated", "zone left-out"};
    enum state               state     = state_of(r, shape->zone);
    const char *class                  = shape->zone ? classes[state] : "line";
    bool is_quiet                      = view->traits & FIGURE_QUIET;
    if (shape->kind == FIGURE_SKIN) class = "zone skin";
    if (shape->kind == FIGURE_GROUND) class = "zone ground";
    if (shape->kind == FIGURE_NEVER) class = "zone left-out never";
    if (is_quiet && shape->zone && state == STATE_NONE && shape->kind == FIGURE_ZONE) return;
    for (int side = 0; side <= shape->is_mirrored; side++)
        html_empty(&r->html, "path", "class", class, "d", shape->path, "data-zone", shape->zone,
                   "transform",
                   side ? arena_format(r->arena, "translate(%d 0) scale(-1 1)", view->width) : NULL,
                   NULL);
}

// Zones of the view in one state; a shape and its part are named once.
static const char *told(const struct report *r, const struct figure_view *view, enum state state) {
    struct text out = text_new(r->arena);
    for (const struct figure_shape *shape = view->shapes; shape->path; shape++)
        if (shape->zone && shape->kind == FIGURE_ZONE && state_of(r, shape->zone) == state)
            text_addf(&out, "%s%s", out.n ? ", " : "", report_label(r, "zones", shape->zone));
    return out.data;
}

static const char *part_of(const struct figure_view *view) {
    for (const struct figure_shape *shape = view->shapes; shape->path; shape++)
        if (shape->kind == FIGURE_NEVER) return shape->zone;
    return NULL;
}

static void add_told(struct report *r, struct text *out, const char *id, const char *what) {
    const char *pairs[] = {"what", what, NULL};
    if (what && *what) text_addf(out, "%s%s", out->n ? " " : "", report_filled(r, id, pairs));
}

static const char *view_told(struct report *r, const struct figure_view *view) {
    const struct finding *findings = r->plan->screening->findings.items;
    const char           *part     = part_of(view);
    struct text           out = text_new(r->arena), spots = text_new(r->arena);
    for (int i = 0; i < r->plan->screening->findings.n; i++) {
        const struct finding *f = &findings[i];
        for (int k = 0; spot_of(f) && k < f->scope->zones.n; k++)
            if (shows(view, f->scope->zones.items[k]))
                text_addf(&spots, "%s%s", spots.n ? ", " : "", spot_said(r, spot_of(f)));
    }
    add_told(r, &out, "page.map.told.open", told(r, view, STATE_TREATED));
    add_told(r, &out, "page.map.told.closed", told(r, view, STATE_LEFT_OUT));
    add_told(r, &out, "page.map.told.spot", spots.data);
    if (part) add_told(r, &out, "page.map.told.never", report_label(r, "parts", part));
    return out.data;
}

static void draw_sides(struct report *r, const struct figure_view *view) {
    bool is_facing = view->traits & FIGURE_FACING;
    if (!(view->traits & (FIGURE_FACING | FIGURE_LEFT_IS_LEFT))) return;
    figure_words(r, "small", 2, 12, "start",
                 report_said(r, is_facing ? "page.map.right" : "page.map.left"));
    figure_words(r, "small", view->width - 2, 12, "end",
                 report_said(r, is_facing ? "page.map.left" : "page.map.right"));
}

static void draw_view(struct report *r, const struct figure_view *view) {
    const char *id    = arena_format(r->arena, "map-%s", view->id);
    const char *title = report_said(r, arena_format(r->arena, "page.map.%s", view->id));
    const char *flip  = arena_format(r->arena, "translate(%d 0) scale(-1 1)", view->width);
    html_open(&r->html, "div", "class", "view", NULL);
    figure_svg(r, id, "art", view->width, view->height, title, view_told(r, view));
    html_open(&r->html, "g", "transform", view->traits & FIGURE_FLIPPED ? flip : NULL, NULL);
    for (const struct figure_shape *shape = view->shapes; shape->path; shape++)
        draw_shape(r, view, shape);
    html_close(&r->html, "g");
    draw_sides(r, view);
    draw_spots(r, view);
    figure_svg_end(r);
    report_p(r, "view-name", title);
    name_spots(r, view);
    html_close(&r->html, "div");
}

static void write_key(struct report *r, const char *class, const char *text) {
    html_open(&r->html, "span", "class", "key", NULL);
    html_open(&r->html, "svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 16 16",
              "width", "16", "height", "16", "aria-hidden", "true", NULL);
    figure_rect(r, class, 1, 1, 14, 14);
    html_close(&r->html, "svg");
    html_text(&r->html, text);
    html_close(&r->html, "span");
}

static bool is_drawn(const struct report *r, enum state state) {
    for (const struct figure_view *view = figure_art_views; view->id; view++)
        if (is_wanted(r, view) && *told(r, view, state)) return true;
    return false;
}

static void write_keys(struct report *r) {
    const char *part = NULL;
    for (const struct figure_view *view = figure_art_views; view->id && !part; view++)
        if (is_wanted(r, view)) part = part_of(view);
    html_open(&r->html, "p", "class", "keys", NULL);
    if (is_drawn(r, STATE_TREATED))
        write_key(r, "zone treated", report_said(r, "page.map.treated"));
    if (is_drawn(r, STATE_LEFT_OUT))
        write_key(r, "zone left-out", report_said(r, "page.map.left_out"));
    if (part) {
        const char *pairs[] = {"what", report_label(r, "parts", part), NULL};
        write_key(r, "zone left-out never", report_filled(r, "page.map.never", pairs));
    }
    html_close(&r->html, "p");
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
    bool has_view = false;
    for (const struct figure_view *view = figure_art_views; view->id; view++)
        has_view = has_view || is_wanted(r, view);
    if (!has_view) return;
    figure_open(r, "map", report_said(r, "page.map"));
    html_open(&r->html, "div", "class", "views", NULL);
    for (const struct figure_view *view = figure_art_views; view->id; view++)
        if (is_wanted(r, view)) draw_view(r, view);
    html_close(&r->html, "div");
    write_keys(r);
    write_twin(r);
    figure_close(r);
}
