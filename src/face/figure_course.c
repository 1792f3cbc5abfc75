// SPDX-License-Identifier: Apache-2.0
#include "face/figure_course.h"

#include "face/plain.h"

#include <math.h>

enum { LEFT = 40, SPAN = 348, TOP = 24, PANEL = 74, GAP = 34, FAN_HIGH = 190, TICKS = 8 };
static const double HUNDRED = 100;

// One curve with its band: x and y of every point in units of the drawing.
struct band {
    const struct quantity **q;   // [n] a point may be NULL
    double                 *x;   // [n]
    int                     n;
    double                  zero, top, low, high;   // y of `low` and of `high`, values at them
};

static double y_of(const struct band *band, double value) {
    double at = (value - band->low) / (band->high - band->low);
    return band->zero + (band->top - band->zero) * fmin(1, fmax(0, at));
}

static double end_of(const struct quantity *q, int percentile) {
    if (q->p[percentile].is_known) return q->p[percentile].value;
    return percentile < QUANTITY_PERCENTILES / 2 ? q->low.value : q->high.value;
}

// The surface between two percentiles: there along the upper one, and back along the lower one.
static void draw_band(struct report *r, const char *class, const struct band *band, int lower,
                      int upper) {
    struct text path = text_new(r->arena);
    for (int i = 0; i < 2 * band->n; i++) {
        int at = i < band->n ? i : 2 * band->n - 1 - i;
        if (!band->q[at]) continue;
        double y = y_of(band, end_of(band->q[at], i < band->n ? upper : lower));
        text_addf(&path, "%s%s %s", path.n ? "L" : "M", figure_number(r, band->x[at]),
                  figure_number(r, y));
    }
    if (!path.n) return;
    text_add(&path, "Z");
    figure_path(r, class, path.data);
}

static void draw_middle(struct report *r, const char *class, const struct band *band) {
    struct text path = text_new(r->arena);
    for (int i = 0; i < band->n; i++)
        if (band->q[i])
            text_addf(&path, "%s%s %s", path.n ? "L" : "M", figure_number(r, band->x[i]),
                      figure_number(r, y_of(band, band->q[i]->value.value)));
    if (path.n) figure_path(r, class, path.data);
}

static void draw_axis(struct report *r, const struct band *band, double step, double scale) {
    for (int i = 0; band->low + i * step <= band->high + step / 2; i++) {
        double y = y_of(band, band->low + i * step);
        figure_line(r, "grid", LEFT, y, LEFT + SPAN, y);
        figure_words(r, "small", LEFT - 6, y + 4, "end",
                     figure_number(r, scale * (band->low + i * step)));
    }
}

// ---- days ----

enum day_curve { CURVE_REDNESS, CURVE_SENSITIVITY, CURVE_BARRIER, CURVES };

static const char *const curve_titles[] = {"page.course.redness", "page.course.sensitivity",
                                           "page.course.barrier"};
static const char *const curve_bands[]  = {"band redness", "band sensitivity", "band barrier"};
static const char *const curve_lines[] = {"middle redness", "middle sensitivity", "middle barrier"};

static const struct quantity *curve_at(const struct plan_course_day *day, enum day_curve curve) {
    if (curve == CURVE_REDNESS) return day->redness;
    return curve == CURVE_SENSITIVITY ? day->sensitivity : day->barrier;
}

static struct band days_band(const struct report *r, enum day_curve curve, double top) {
    const struct plan_course_day *days = r->plan->course->days.items;
    int                           n    = r->plan->course->days.n;
    struct band                   band = {ARENA_NEW(r->arena, const struct quantity *, n),
                                          ARENA_NEW(r->arena, double, n),
                                          n,
                                          top + PANEL,
                                          top,
                                          0,
                                          1};
    double                        last = n ? fmax(1, days[n - 1].day.value) : 1;
    for (int i = 0; i < n; i++) {
        band.q[i] = curve_at(&days[i], curve);
        band.x[i] = LEFT + SPAN * days[i].day.value / last;
    }
    return band;
}

// A jump from nothing to all, or all the time the same, is no curve.
static bool has_curve(const struct report *r, enum day_curve curve) {
    const struct plan_course_day *days = r->plan->course->days.items;
    for (int i = 0; i < r->plan->course->days.n; i++) {
        const struct quantity *q      = curve_at(&days[i], curve);
        double                 of_100 = q ? round(HUNDRED * q->value.value) : 0;
        if (q && of_100 > 0 && of_100 < HUNDRED) return true;
    }
    return false;
}

static void draw_days_axis(struct report *r, const struct band *band, double y) {
    const struct plan_course_day *days = r->plan->course->days.items;
    int                           step = (band->n + TICKS - 1) / TICKS;
    for (int i = 0; i<band->n; i += step> 1 ? step : 1)
        figure_words(r, "small", band->x[i], y, "middle", figure_number(r, days[i].day.value));
    figure_words(r, "small", LEFT, y + 15, "start", report_said(r, "page.course.axis"));
}

static const char *make_up_said(const struct report *r, const struct plan_course_day *day) {
    return day->make_up ? report_label(r, "make_up", day->make_up) : "-";
}

static void write_day(struct report *r, struct report_table *table,
                      const struct plan_course_day *day) {
    const char *date = report_date(r, day->date.day);
    report_row(r, table, arena_format(r->arena, "%g%s%s", day->day.value, *date ? ": " : "", date));
    for (int c = 0; c < CURVES; c++) {
        const struct quantity *q = curve_at(day, c);
        if (!has_curve(r, c)) continue;
        report_cell(r, table);
        if (q) report_people(r, q);
        else html_text(&r->html, "-");
        report_cell_end(r);
    }
    report_cell_text(r, table, make_up_said(r, day));
    report_row_end(r);
}

static void write_days_twin(struct report *r) {
    const struct plan_course_day *days  = r->plan->course->days.items;
    struct report_table           table = {{report_said(r, "page.course.day")}, 1, 0};
    for (int c = 0; c < CURVES; c++)
        if (has_curve(r, c)) table.heads[table.n++] = report_said(r, curve_titles[c]);
    table.heads[table.n++] = report_said(r, "page.course.make_up");
    figure_twin(r);
    report_table(r, &table, report_said(r, "page.course"), true);
    for (int i = 0; i < r->plan->course->days.n; i++) write_day(r, &table, &days[i]);
    report_table_end(r);
    for (int c = 0; c < CURVES; c++) {
        const struct quantity *q = curve_at(&days[0], c);
        if (!q || !has_curve(r, c)) continue;
        html_open(&r->html, "p", "class", "why", NULL);
        html_text(&r->html, arena_format(r->arena, "%s: ", report_said(r, curve_titles[c])));
        report_origin(r, q);
        html_close(&r->html, "p");
    }
    figure_twin_end(r);
}

// The values of some days, for whoever does not see the curves.
static const char *days_told(const struct report *r) {
    const struct plan_course_day *days = r->plan->course->days.items;
    struct text                   out  = text_new(r->arena);
    text_add(&out, report_said(r, "page.course.told"));
    for (int c = 0; c < CURVES; c++) {
        if (!has_curve(r, c)) continue;
        text_addf(&out, " %s:", report_said(r, curve_titles[c]));
        for (int i = 0; i < r->plan->course->days.n; i++) {
            const struct quantity *q = curve_at(&days[i], c);
            if (!q) continue;
            const char *band    = plain_band(q, r->arena);
            const char *pairs[] = {"day", arena_format(r->arena, "%g", days[i].day.value), "value",
                                   plain_hundredths(q, r->arena), NULL};
            text_addf(&out, " %s%s;", report_filled(r, "page.course.told_day", pairs),
                      band ? arena_format(r->arena, " (%s)", band) : "");
        }
    }
    return out.data;
}

// The zone that takes longest speaks for all.
void figure_course_closure(struct report *r) {
    const struct plan_zone *zones   = r->plan->zones.items;
    const struct quantity  *closure = NULL;
    for (int i = 0; i < r->plan->zones.n; i++) {
        const struct quantity *q = zones[i].closure;
        if (q && (!closure || q->value.value > closure->value.value)) closure = q;
    }
    if (!closure) return;
    html_open(&r->html, "p", NULL);
    html_text(&r->html, arena_format(r->arena, "%s ", report_said(r, "page.course.closed")));
    report_quantity(r, closure);
    html_text(&r->html, " ");
    report_evidence(r, &closure->sources, closure->grade, closure->status);
    html_close(&r->html, "p");
}

static void write_days_note(struct report *r) {
    const struct plan_course_day *days = r->plan->course->days.items;
    const int                     n    = r->plan->course->days.n;
    const char *pairs[] = {"last", arena_format(r->arena, "%g", days[n - 1].day.value), NULL};
    report_p(r, "why", report_said(r, "page.course.note"));
    report_p(r, "why", report_filled(r, "page.course.span", pairs));
}

void figure_course_days(struct report *r) {
    const char *title = report_said(r, "page.course");
    double      top   = TOP;
    struct band band  = days_band(r, CURVE_REDNESS, top);
    int         n     = 0;
    for (int c = 0; c < CURVES; c++) n += has_curve(r, c);
    if (!n) return;
    figure_open(r, "course", title);
    figure_svg(r, "course-svg", "chart", FIGURE_WIDE, TOP + n * (PANEL + GAP) + 10, title,
               days_told(r));
    for (int c = 0; c < CURVES; c++) {
        if (!has_curve(r, c)) continue;
        band = days_band(r, c, top);
        figure_words(r, "label strong", LEFT, top - 8, "start", report_said(r, curve_titles[c]));
        draw_axis(r, &band, 0.5, HUNDRED);
        draw_band(r, curve_bands[c], &band, 0, QUANTITY_PERCENTILES - 1);
        draw_middle(r, curve_lines[c], &band);
        top += PANEL + GAP;
    }
    draw_days_axis(r, &band, top - GAP + 15);
    figure_svg_end(r);
    write_days_note(r);
    write_days_twin(r);
    figure_close(r);
}

// ---- months ----

static bool is_same(const struct plan_month *one, const struct plan_month *other) {
    return text_equal(one->zone, other->zone) && text_equal(one->indication, other->indication);
}

// The months of one zone and use, by the first of them.
static struct band months_band(const struct report *r, int first) {
    const struct plan_month *months = r->plan->course->months.items;
    int                      n      = r->plan->course->months.n;
    struct band              band   = {ARENA_NEW(r->arena, const struct quantity *, n),
                                       ARENA_NEW(r->arena, double, n),
                                       0,
                                       TOP + FAN_HIGH,
                                       TOP,
                                       0,
                                       1};
    double                   last   = 1;
    for (int i = first; i < n; i++)
        if (is_same(&months[i], &months[first])) last = fmax(last, months[i].month.value);
    for (int i = first; i < n; i++) {
        if (!is_same(&months[i], &months[first])) continue;
        const struct quantity *q = &months[i].improvement;
        if (!q->value.is_known) continue;
        band.low         = fmin(band.low, floor(end_of(q, 0) * 4) / 4);
        band.high        = fmax(band.high, ceil(end_of(q, QUANTITY_PERCENTILES - 1) * 4) / 4);
        band.x[band.n]   = LEFT + SPAN * months[i].month.value / last;
        band.q[band.n++] = q;
    }
    return band;
}

// A single month has no width of its own: it is drawn as bars.
static void draw_fan(struct report *r, struct band *band) {
    if (band->n > 1) {
        draw_band(r, "band wide", band, 0, QUANTITY_PERCENTILES - 1);
        if (band->q[0]->p[2].is_known) draw_band(r, "band half", band, 2, 4);
        if (band->q[0]->predictable) draw_middle(r, "middle", band);
        return;
    }
    const struct quantity *q  = band->q[0];
    double                 x  = band->x[0] - 30;
    double                 y0 = y_of(band, end_of(q, QUANTITY_PERCENTILES - 1));
    figure_rect(r, "band wide", x, y0, 24, y_of(band, end_of(q, 0)) - y0);
    if (q->p[2].is_known)
        figure_rect(r, "band half", x, y_of(band, end_of(q, 4)), 24,
                    y_of(band, end_of(q, 2)) - y_of(band, end_of(q, 4)));
    figure_line(r, "middle", x, y_of(band, q->value.value), x + 24, y_of(band, q->value.value));
}

static void write_month(struct report *r, struct report_table *table,
                        const struct plan_month *month) {
    const struct quantity *q = &month->improvement;
    report_row(r, table, arena_format(r->arena, "%g", month->month.value));
    report_cell(r, table);
    report_share(r, q);
    report_cell_end(r);
    report_cell_text(r, table,
                     q->p[2].is_known
                         ? arena_format(r->arena, "%.0f to %.0f %%", HUNDRED * q->p[2].value,
                                        HUNDRED * q->p[4].value)
                         : "-");
    report_cell(r, table);
    report_evidence(r, &q->sources, q->grade, q->status);
    report_cell_end(r);
    report_row_end(r);
}

static void write_months_twin(struct report *r, int first) {
    const struct plan_month *months = r->plan->course->months.items;
    struct report_table      table  = {
              {report_said(r, "page.months.month"), report_said(r, "page.months.value"),
               report_said(r, "page.months.half"), report_said(r, "page.origin")},
              4,
              0};
    figure_twin(r);
    report_table(r, &table, report_said(r, "page.months.caption"), true);
    for (int i = first; i < r->plan->course->months.n; i++)
        if (is_same(&months[i], &months[first])) write_month(r, &table, &months[i]);
    report_table_end(r);
    figure_twin_end(r);
}

static void draw_months_axis(struct report *r, const struct band *band, int first) {
    const struct plan_month *months = r->plan->course->months.items;
    int                      at     = 0;
    for (int i = first; i < r->plan->course->months.n; i++) {
        if (at == band->n || &months[i].improvement != band->q[at]) continue;
        figure_words(r, "small", band->n > 1 ? band->x[at] : band->x[at] - 18, TOP + FAN_HIGH + 16,
                     "middle", figure_number(r, months[i].month.value));
        at++;
    }
    figure_words(r, "small", LEFT - 34, TOP - 10, "start", report_said(r, "page.months.axis_y"));
    figure_words(r, "small", LEFT, TOP + FAN_HIGH + 32, "start",
                 report_said(r, "page.months.axis_x"));
}

static const char *months_title(const struct report *r, int first) {
    const struct plan_month *month =
        (const struct plan_month *)r->plan->course->months.items + first;
    const char *pairs[] = {"zone", report_label(r, "zones", month->zone), "what",
                           report_label(r, "indications", month->indication), NULL};
    return report_filled(r, "page.months", pairs);
}

// The band of every month, for whoever does not see it.
static const char *months_told(const struct report *r, int first) {
    const struct plan_month *months = r->plan->course->months.items;
    struct text              out    = text_new(r->arena);
    text_add(&out, report_said(r, "page.months.told"));
    for (int i = first; i < r->plan->course->months.n; i++) {
        const struct quantity *q = &months[i].improvement;
        if (!is_same(&months[i], &months[first]) || !q->value.is_known) continue;
        const char *band    = plain_band(q, r->arena);
        const char *pairs[] = {"month", arena_format(r->arena, "%g", months[i].month.value), "band",
                               band ? band : plain_hundredths(q, r->arena), NULL};
        text_addf(&out, " %s", report_filled(r, "page.months.told_month", pairs));
    }
    return out.data;
}

// Why in full, folded: each reason stands once on the page.
static void write_reason(struct report *r, const struct quantity *last) {
    if (last->because) {
        const char *id = last->predictable ? "page.months.why" : "page.months.why_not";
        report_fold(r, report_said(r, id));
        report_p(r, "why", last->because);
        report_fold_end(r);
    }
    html_open(&r->html, "p", "class", "why", NULL);
    report_origin(r, last);
    html_close(&r->html, "p");
}

static void draw_months(struct report *r, int first) {
    struct band            band  = months_band(r, first);
    const struct quantity *last  = band.q[band.n - 1];
    const char            *id    = arena_format(r->arena, "months-%d", first + 1);
    const char            *title = months_title(r, first);
    figure_open(r, id, title);
    figure_svg(r, arena_format(r->arena, "%s-svg", id), "chart", FIGURE_WIDE, TOP + FAN_HIGH + 40,
               title, months_told(r, first));
    draw_axis(r, &band, band.high - band.low > 1.5 ? 0.5 : 0.25, HUNDRED);
    draw_fan(r, &band);
    if (!last->predictable)
        figure_words(r, "stamp", LEFT + SPAN / 2.0, TOP + FAN_HIGH / 2.0, "middle",
                     report_said(r, "page.months.not"));
    draw_months_axis(r, &band, first);
    figure_svg_end(r);
    report_p(r, "why", report_said(r, "page.months.note"));
    write_reason(r, last);
    write_months_twin(r, first);
    figure_close(r);
}

// Without a number there is nothing to draw, and the reason is said.
static void tell_months(struct report *r, int first) {
    const struct plan_month *month =
        (const struct plan_month *)r->plan->course->months.items + first;
    const char *pairs[] = {"what", report_label(r, "indications", month->indication), NULL};
    if (!report_is_new_reason(r, first)) return;
    html_open(&r->html, "div", NULL);
    html_leaf(&r->html, "h3", report_filled(r, "page.result.unforeseen", pairs), NULL);
    report_p(r, NULL, report_unforeseen(r, &month->improvement));
    html_open(&r->html, "p", "class", "why", NULL);
    report_origin(r, &month->improvement);
    html_close(&r->html, "p");
    html_close(&r->html, "div");
}

void figure_course_months(struct report *r) {
    const struct plan_month *months = r->plan->course->months.items;
    for (int i = 0; i < r->plan->course->months.n; i++) {
        bool is_new = true;
        for (int k = 0; k < i; k++) is_new = is_new && !is_same(&months[k], &months[i]);
        if (is_new && months_band(r, i).n) draw_months(r, i);
        else if (is_new) tell_months(r, i);
    }
}
