// SPDX-License-Identifier: Apache-2.0
#include "face/figure_depth.h"

#include "face/plain.h"

#include <math.h>

// The section: from the surface down. The bars stand to its right.
enum { TOP = 26, DEEP = 216, LEFT = 34, SKIN = 126, BARS = 184, SPAN = 208, ROW = 54 };
static const double BAND_SIGMAS = 1.96;   // of a normal variable: 95 of 100

struct section {
    double epidermis_mm, skin_mm, low_mm, high_mm;   // low, high: 95 % band of the whole skin
    double bottom_mm;                                // of the drawing
};

static double largest(double a, double b) { return a > b ? a : b; }

static struct section section_of(const struct report *r, const struct plan_zone *zone) {
    const struct zone      *skin = load_zone(r->knowledge, zone->zone);
    const struct thickness *t    = skin ? skin->thickness : NULL;
    struct section          out  = {0};
    if (t) {
        double spread    = sqrt(t->person_sigma.value * t->person_sigma.value +
                                t->study_sigma.value * t->study_sigma.value);
        out.epidermis_mm = t->epidermis.value;
        out.skin_mm      = sqrt(t->male.value * t->female.value);
        if (r->patient->sex == SEX_FEMALE) out.skin_mm = t->female.value;
        if (r->patient->sex == SEX_MALE) out.skin_mm = t->male.value;
        out.low_mm  = out.skin_mm * exp(-BAND_SIGMAS * spread);
        out.high_mm = out.skin_mm * exp(BAND_SIGMAS * spread);
    }
    out.bottom_mm = largest(1, 1.1 * largest(out.high_mm, zone->depth->high.value));
    if (zone->achieved) out.bottom_mm = largest(out.bottom_mm, 1.1 * zone->achieved->high.value);
    return out;
}

static double y_of(const struct section *s, double mm) { return TOP + DEEP * mm / s->bottom_mm; }

static void draw_scale(struct report *r, const struct section *s) {
    double step = s->bottom_mm > 2.4 ? 1 : s->bottom_mm > 1.2 ? 0.5 : 0.25;
    for (int i = 0; i * step <= s->bottom_mm; i++) {
        figure_line(r, "axis", LEFT - 5, y_of(s, i * step), LEFT, y_of(s, i * step));
        figure_words(r, "small", LEFT - 8, y_of(s, i * step) + 4, "end",
                     figure_number(r, i * step));
    }
    figure_words(r, "small", LEFT - 8, TOP - 12, "end", "mm");
}

static void draw_skin(struct report *r, const struct section *s) {
    figure_rect(r, "below", LEFT, TOP, SKIN, DEEP);
    if (!s->skin_mm) return;
    figure_rect(r, "dermis", LEFT, TOP, SKIN, y_of(s, s->skin_mm) - TOP);
    figure_rect(r, "epidermis", LEFT, TOP, SKIN, y_of(s, s->epidermis_mm) - TOP);
    figure_rect(r, "floor", LEFT, y_of(s, s->low_mm), SKIN,
                y_of(s, s->high_mm) - y_of(s, s->low_mm));
    figure_line(r, "floor-line", LEFT, y_of(s, s->skin_mm), LEFT + SKIN, y_of(s, s->skin_mm));
    figure_words(r, "small on-skin", LEFT + SKIN / 2.0, y_of(s, s->epidermis_mm) + 14, "middle",
                 report_said(r, "page.depth.dermis"));
    figure_words(r, "small on-skin", LEFT + SKIN / 2.0, TOP + DEEP - 6, "middle",
                 report_said(r, "page.depth.below"));
}

// The needle at its setting, and beside it the band of what is reached.
static void draw_needle(struct report *r, const struct section *s, const struct plan_zone *zone) {
    double x = LEFT + SKIN * 0.26, tip = y_of(s, zone->depth->value.value);
    figure_path(r, "needle",
                arena_format(r->arena, "M%s %dL%s %dL%s %sL%s %sL%s %sZ", figure_number(r, x - 3),
                             TOP - 12, figure_number(r, x + 3), TOP - 12, figure_number(r, x + 3),
                             figure_number(r, largest(TOP, tip - 14)), figure_number(r, x),
                             figure_number(r, tip), figure_number(r, x - 3),
                             figure_number(r, largest(TOP, tip - 14))));
    figure_words(r, "small", x, TOP - 16, "middle", report_said(r, "page.setting"));
    if (!zone->achieved) return;
    double at = LEFT + SKIN * 0.76, low = y_of(s, zone->achieved->low.value);
    double high = y_of(s, zone->achieved->high.value), mid = y_of(s, zone->achieved->value.value);
    figure_line(r, "reach thin", at, TOP, at, low);
    figure_rect(r, "reach-band", at - 5, low, 10, high - low);
    figure_line(r, "reach", at - 9, mid, at + 9, mid);
    figure_words(r, "small", at, TOP - 16, "middle", report_said(r, "page.achieved"));
}

static const char *share_said(const struct report *r, const struct quantity *share) {
    const char *value = plain_hundredths(share, r->arena), *band = plain_band(share, r->arena);
    return band ? arena_format(r->arena, "%s (%s)", value, band) : value;
}

// Where nothing ends there is nothing to show.
static bool is_empty(const struct report *r, const struct quantity *share) {
    return !plain_band(share, r->arena) && text_equal(plain_hundredths(share, r->arena), "0");
}

static void draw_bars(struct report *r, const struct plan_zone *zone) {
    const struct plan_layer *layers = zone->depth_layers.items;
    int                      row    = 0;
    figure_words(r, "small", BARS, TOP - 12, "start", report_said(r, "page.depth.of_100"));
    for (int i = 0; i < zone->depth_layers.n; i++) {
        const struct quantity *share = layers[i].share;
        if (is_empty(r, share)) continue;
        double y   = TOP + 14 + ROW * row++;
        double low = BARS + SPAN * share->low.value, high = BARS + SPAN * share->high.value;
        figure_words(r, "label", BARS, y, "start", report_label(r, "layers", layers[i].layer));
        figure_words(r, "label strong", BARS + SPAN, y, "end", share_said(r, share));
        figure_rect(r, "track", BARS, y + 6, SPAN, 12);
        figure_rect(r, "bar", BARS, y + 6, SPAN * share->value.value, 12);
        figure_line(r, "whisker", low, y + 23, high, y + 23);
        figure_line(r, "whisker", low, y + 20, low, y + 26);
        figure_line(r, "whisker", high, y + 20, high, y + 26);
    }
}

static void write_twin(struct report *r, const struct section *s, const struct plan_zone *zone) {
    const struct plan_layer *layers = zone->depth_layers.items;
    const struct zone       *skin   = load_zone(r->knowledge, zone->zone);
    struct report_table table = {{report_said(r, "page.what"), report_said(r, "page.value")}, 2, 0};
    table.heads[table.n++]    = report_said(r, "page.origin");
    const struct {
        const char            *label;
        const struct quantity *quantity;
    } depths[] = {{report_said(r, "page.setting"), zone->depth},
                  {report_said(r, "page.achieved"), zone->achieved}};
    figure_twin(r);
    report_table(r, &table, report_said(r, "page.depth.caption"), false);
    for (int i = 0; i < 2 + zone->depth_layers.n; i++) {
        const struct quantity *q = i < 2 ? depths[i].quantity : layers[i - 2].share;
        const char *head = i < 2 ? depths[i].label : report_label(r, "layers", layers[i - 2].layer);
        if (!q || (i >= 2 && is_empty(r, q))) continue;
        report_row(r, &table, head);
        report_cell(r, &table);
        if (i < 2) report_quantity(r, q);
        else report_hundredths(r, q);
        report_cell_end(r);
        report_cell(r, &table);
        report_evidence(r, &q->sources, q->grade, q->status);
        report_cell_end(r);
        report_row_end(r);
    }
    if (s->skin_mm) {
        report_row(r, &table, report_said(r, "page.depth.skin"));
        report_cell(r, &table);
        html_text(&r->html, arena_format(r->arena, "%.2f (%.2f to %.2f) mm ", s->skin_mm, s->low_mm,
                                         s->high_mm));
        report_mark(r, QUANTITY_COMPUTED);
        report_cell_end(r);
        report_cell(r, &table);
        report_evidence(r, &skin->thickness->sources, 0, skin->thickness->status);
        report_cell_end(r);
        report_row_end(r);
    }
    report_table_end(r);
    figure_twin_end(r);
}

static void draw(struct report *r, const struct plan_zone *zone, const char *names, int at) {
    struct section s       = section_of(r, zone);
    const char    *id      = arena_format(r->arena, "depth-%d", at + 1);
    const char    *zones[] = {"zones", names, NULL};
    const char    *title   = report_filled(r, "page.depth", zones);
    const char *told[] = {"setting", plain_shown(zone->depth, r->knowledge, r->arena), "achieved",
                          zone->achieved ? plain_shown(zone->achieved, r->knowledge, r->arena)
                                         : report_said(r, "hole.figure"),
                          NULL};
    double      high   = largest(TOP + DEEP + 8, TOP + ROW * zone->depth_layers.n + 12);
    figure_open(r, id, title);
    figure_svg(r, arena_format(r->arena, "%s-svg", id), "chart", FIGURE_WIDE, high, title,
               report_filled(r, "page.depth.told", told));
    draw_skin(r, &s);
    draw_scale(r, &s);
    draw_needle(r, &s, zone);
    draw_bars(r, zone);
    figure_svg_end(r);
    html_open(&r->html, "p", "class", "why", NULL);
    report_mark(r, QUANTITY_COMPUTED);
    html_text(&r->html, " ");
    html_text(&r->html, report_said(r, "page.depth.note"));
    html_close(&r->html, "p");
    write_twin(r, &s, zone);
    figure_close(r);
}

void figure_depth(struct report *r) {
    const struct plan_zone *zones = r->plan->zones.items;
    for (int i = 0; i < r->plan->zones.n; i++) {
        struct text names  = text_new(r->arena);
        bool        is_new = zones[i].depth_layers.n > 0;
        for (int k = 0; k < i; k++)
            is_new = is_new && zones[k].depth->value.value != zones[i].depth->value.value;
        if (!is_new) continue;
        text_add(&names, report_label(r, "zones", zones[i].zone));
        draw(r, &zones[i], names.data, i);
    }
}
