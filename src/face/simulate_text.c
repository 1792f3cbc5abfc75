// SPDX-License-Identifier: Apache-2.0
#include "face/simulate_text.h"

#include "face/quantity_text.h"
#include "face/screen_text.h"
#include "face/settings_text.h"

#include <math.h>
#include <string.h>

enum { KEY_COLUMNS = 22, CURVE_COLUMNS = 60, CURVE_ROWS = 10, AXIS_COLUMNS = 7, CURVE_POINTS = 6 };

static struct arena *arena_of(struct page *page) { return page->out.arena; }

static const char *label_of(const struct knowledge *knowledge, const char *output) {
    return load_label(knowledge, "outputs", output);
}

// ---- what went in ----

// What stands in a setup as one text: "0, 28, 56", "t 0 d, dose 1; t 28 d, dose 1".
static const char *value_shown(const struct field_node *value, struct arena *arena) {
    const struct doc *doc  = value->doc;
    struct text       text = text_new(arena);
    if (doc_kind_of(doc, value->node) != DOC_LIST) return doc_text(doc, value->node);
    int first = doc->nodes[value->node].first;
    for (int item = first; item >= 0; item = doc->nodes[item].next) {
        bool is_map = doc_kind_of(doc, item) == DOC_MAP;
        text_addf(&text, "%s%s", item == first ? "" : is_map ? "; " : ", ", doc_text(doc, item));
        for (int k = is_map ? doc->nodes[item].first : -1; k >= 0; k = doc->nodes[k].next)
            text_addf(&text, "%s%s %s", k == doc->nodes[item].first ? "" : ", ", doc_key(doc, k),
                      doc_text(doc, k));
    }
    return text.data;
}

static void write_inputs(const struct simulation *simulation, struct page *page) {
    struct arena                  *arena  = arena_of(page);
    const struct simulation_input *inputs = simulation->inputs.items;
    for (int i = 0; i < simulation->inputs.n; i++) {
        const struct simulation_input *input = &inputs[i];
        const char                    *value = value_shown(&input->value, arena);
        const char *unit = input->unit ? arena_format(arena, " %s", input->unit) : "";
        const char *from = input->is_given ? "given" : "filled in";
        const char *origin =
            input->is_given ? "" : quantity_text_sources(&input->sources, 0, input->status, arena);
        page_pair(page, 2, KEY_COLUMNS, PAGE_PLAIN, input->key,
                  arena_format(arena, "%s%s, %s. %s %s", value, unit, from,
                               input->because ? input->because : "", origin));
    }
}

// ---- what came out ----

// A range without a middle: "24 to 48 h", "more than 24 h".
static const char *range_shown(const struct quantity *quantity, struct arena *arena) {
    bool is_ratio = text_equal(quantity->unit, "1");
    if (quantity->value.is_known) return quantity_shown(quantity, QUANTITY_TEXT_DIGITS, arena);
    if (!quantity->low.is_known) return "no figure";
    if (!quantity->high.is_known)
        return arena_format(arena, "more than %g %s",
                            quantity_rounded(quantity->low.value, QUANTITY_TEXT_DIGITS),
                            quantity->unit);
    return arena_format(arena, "%g to %g%s%s",
                        quantity_rounded(quantity->low.value, QUANTITY_TEXT_DIGITS),
                        quantity_rounded(quantity->high.value, QUANTITY_TEXT_DIGITS),
                        is_ratio ? "" : " ", is_ratio ? "" : quantity->unit);
}

static void write_quantity(const char *label, const struct quantity *quantity, struct page *page) {
    struct arena *arena = arena_of(page);
    page_pair(page, 2, KEY_COLUMNS, PAGE_PLAIN, label,
              arena_format(arena, "%s%s %s", range_shown(quantity, arena),
                           quantity->predictable ? "" : ", not predictable",
                           quantity_text_origin(quantity, arena)));
    if (quantity->because) page_marked(page, 2 + KEY_COLUMNS, PAGE_DIM, quantity->because);
}

// ---- curves ----

// Curves that are shares are drawn up to 100 %, the others up to the top of their band.
static bool is_share(const char *output) {
    static const char *const shares[] = {"open", "open_occluded", "iii_fraction", "barrier"};
    for (int i = 0; i < (int)(sizeof shares / sizeof *shares); i++)
        if (text_equal(output, shares[i])) return true;
    return false;
}

static double top_of(const struct curve *curve) {
    double top = 0;
    for (int i = 0; i < curve->x.n; i++)
        top = fmax(top, curve->p[QUANTITY_PERCENTILES - 1].items[i]);
    return top > 0 ? top : 1;
}

// Linear between the points of the curve, however far apart these are.
static double at_column(const struct curve *curve, int percentile, int column) {
    const double *x = curve->x.items, *y = curve->p[percentile].items;
    double        first = x[0], end = x[curve->x.n - 1];
    double        here = first + (end - first) * column / (CURVE_COLUMNS - 1);
    int           high = 1;
    if (curve->x.n == 1) return y[0];
    while (high < curve->x.n - 1 && x[high] < here) high++;
    double part = (here - x[high - 1]) / (x[high] - x[high - 1]);
    part        = fmin(1, fmax(0, part));
    return y[high - 1] * (1 - part) + y[high] * part;
}

// One line of the picture: the band from 2.5 to 97.5 % in shade, the median as a block.
static const char *line_of(const struct curve *curve, double most, int row, struct arena *arena) {
    struct text line = text_new(arena);
    double bottom = most * (CURVE_ROWS - 1 - row) / CURVE_ROWS, top = bottom + most / CURVE_ROWS;
    for (int c = 0; c < CURVE_COLUMNS; c++) {
        double low = at_column(curve, 0, c), middle = at_column(curve, 3, c);
        double high      = at_column(curve, QUANTITY_PERCENTILES - 1, c);
        bool   is_middle = middle >= bottom && (middle < top || row == 0);
        bool   is_band   = high >= bottom && low < top;
        text_add(&line, is_middle ? "█" : is_band ? "░" : " ");
    }
    return line.data;
}

static const char *number_shown(double value, struct arena *arena) {
    char number[32];
    text_number(number, quantity_rounded(value, QUANTITY_TEXT_DIGITS));
    return arena_format(arena, "%s", number);
}

static const char *value_at(const struct curve *curve, bool is_percent, int i,
                            struct arena *arena) {
    double middle = curve->p[3].items[i], low = curve->p[0].items[i];
    double high = curve->p[QUANTITY_PERCENTILES - 1].items[i];
    if (is_percent)
        return arena_format(arena, "%.0f %% (%.0f to %.0f)", 100 * middle, 100 * low, 100 * high);
    return arena_format(arena, "%s (%s to %s)", number_shown(middle, arena),
                        number_shown(low, arena), number_shown(high, arena));
}

// The table behind the picture: every point where they are few, else some with both ends.
static void write_points(const struct curve *curve, bool is_percent, struct page *page) {
    struct arena *arena = arena_of(page);
    int           last = curve->x.n - 1, n = last < 2 * CURVE_POINTS ? last + 1 : CURVE_POINTS;
    for (int k = 0; k < n; k++) {
        int i = n > 1 ? (int)((int64_t)k * last / (n - 1)) : 0;
        page_pair(page, 2, KEY_COLUMNS, PAGE_PLAIN,
                  arena_format(arena, "%g %s", curve->x.items[i], curve->x_unit),
                  value_at(curve, is_percent, i, arena));
    }
}

static void write_curve(const char *output, const struct curve *curve, const char *part,
                        const struct knowledge *knowledge, struct page *page) {
    struct arena *arena    = arena_of(page);
    const int     widths[] = {AXIS_COLUMNS, CURVE_COLUMNS};
    double        first = curve->x.items[0], end = curve->x.items[curve->x.n - 1];
    bool          is_percent = is_share(output);
    double        most       = is_percent ? 1 : top_of(curve);
    const char *unit = text_equal(curve->unit, "1") ? "" : arena_format(arena, ", %s", curve->unit);
    page_heading(page, arena_format(arena, "%s%s", label_of(knowledge, output), unit));
    for (int row = 0; row < CURVE_ROWS; row++) {
        double      high      = most * (CURVE_ROWS - row) / CURVE_ROWS;
        bool        is_marked = row == 0 || row == CURVE_ROWS / 2;
        const char *mark =
            is_percent ? arena_format(arena, "%.0f %%", 100 * high) : number_shown(high, arena);
        const char *const cells[] = {is_marked ? mark : " ", line_of(curve, most, row, arena)};
        page_row(page, 2, PAGE_PLAIN, widths, cells, 2);
    }
    const int         axis[] = {AXIS_COLUMNS, CURVE_COLUMNS / 2 - 1, CURVE_COLUMNS / 2 - 3, 12};
    const char *const ends[] = {" ", arena_format(arena, "%g", first),
                                arena_format(arena, "%g", (first + end) / 2),
                                arena_format(arena, "%g %s", end, curve->x_unit)};
    page_row(page, 2, PAGE_DIM, axis, ends, 4);
    page_marked(page, 2, PAGE_DIM,
                load_saying(knowledge, arena_format(arena, "simulate.curve_%s", part)));
    write_points(curve, is_percent, page);
    if (curve->because)
        page_marked(page, 2, PAGE_DIM,
                    curve->predictable
                        ? curve->because
                        : arena_format(arena, "Not predictable. %s", curve->because));
}

// ---- lists and maps ----

static void write_phases(const struct simulation *simulation, const struct knowledge *knowledge,
                         struct page *page) {
    struct arena                  *arena  = arena_of(page);
    const struct simulation_phase *phases = simulation->outputs->phases.items;
    if (simulation->outputs->phases.n) page_heading(page, label_of(knowledge, "phases"));
    for (int i = 0; i < simulation->outputs->phases.n; i++)
        page_pair(page, 2, KEY_COLUMNS, PAGE_PLAIN, label_of(knowledge, phases[i].id),
                  arena_format(arena, "%s - %s %s",
                               quantity_shown(phases[i].starts, QUANTITY_TEXT_DIGITS, arena),
                               quantity_shown(phases[i].ends, QUANTITY_TEXT_DIGITS, arena),
                               quantity_text_origin(phases[i].ends, arena)));
}

static void write_peaks(const char *output, const struct list *list,
                        const struct knowledge *knowledge, struct page *page) {
    const struct simulation_peak *peaks = list->items;
    if (!list->n) return;
    page_heading(page, label_of(knowledge, output));
    for (int i = 0; i < list->n; i++)
        page_pair(page, 2, KEY_COLUMNS, PAGE_PLAIN, label_of(knowledge, peaks[i].state),
                  arena_format(arena_of(page), "%s %s", range_shown(&peaks[i].at, arena_of(page)),
                               quantity_text_origin(&peaks[i].at, arena_of(page))));
    page_marked(page, 2, PAGE_DIM, peaks[0].at.because);
}

static void write_output(const struct simulation *simulation, const struct field *field,
                         bool wants_curves, const struct knowledge *knowledge, struct page *page) {
    const void *at    = (const char *)simulation->outputs + field->offset;
    const char *label = label_of(knowledge, field->name);
    if (field->noun == &plan_layer_noun && wants_curves) {
        const struct list *layers = at;
        if (layers->n) page_heading(page, label);
        settings_text_layers(layers, knowledge, page);
    }
    if (field->noun == &quantity_noun && !wants_curves) {
        const struct quantity *const *quantity = at;
        if (*quantity) write_quantity(label, *quantity, page);
    }
    if (field->noun == &curve_noun && wants_curves) {
        const struct curve *const *curve = at;
        if (*curve) write_curve(field->name, *curve, simulation->part, knowledge, page);
    }
}

static void write_adverse(const struct simulation *simulation, const struct knowledge *knowledge,
                          struct page *page) {
    struct arena                    *arena   = arena_of(page);
    const struct simulation_adverse *adverse = simulation->outputs->adverse.items;
    if (simulation->outputs->adverse.n) page_heading(page, label_of(knowledge, "adverse"));
    for (int i = 0; i < simulation->outputs->adverse.n; i++) {
        const struct quantity *rate   = &adverse[i].rate;
        const char            *people = "";
        if (rate->value.is_known)
            people = arena_format(arena, "%s. ", quantity_text_people(rate, knowledge, arena));
        page_pair(page, 2, KEY_COLUMNS, PAGE_PLAIN,
                  load_label(knowledge, "rates", adverse[i].event),
                  arena_format(arena, "%s%s%s%s", people, rate->because ? rate->because : "",
                               rate->because ? " " : "", quantity_text_origin(rate, arena)));
    }
}

static void write_check(const char *name, const struct amount *value,
                        const struct knowledge *knowledge, struct page *page) {
    struct arena *arena = arena_of(page);
    char          number[32];
    if (!value->is_known) return;
    text_number(number, quantity_rounded(value->value, 2));
    page_text(page, 2,
              load_filled(load_saying(knowledge, arena_format(arena, "simulate.%s", name)),
                          (const char *const[]){name, number, NULL}, arena));
}

static void write_checks(const struct simulation *simulation, const struct knowledge *knowledge,
                         struct page *page) {
    const struct simulation_checks *checks = simulation->checks;
    if (!checks->residual.is_known && !checks->mass_error.is_known) return;
    page_heading(page, load_saying(knowledge, "simulate.checks"));
    write_check("mass_error", &checks->mass_error, knowledge, page);
    write_check("residual", &checks->residual, knowledge, page);
}

static void write_disputes(const struct simulation *simulation, const struct knowledge *knowledge,
                           struct page *page) {
    const struct plan_dispute *disputes = simulation->disagreement.items;
    if (!simulation->disagreement.n) return;
    page_heading(page, load_saying(knowledge, "report.disagreement"));
    for (int i = 0; i < simulation->disagreement.n; i++)
        page_text(page, 2,
                  arena_format(arena_of(page), "%s [%s]", disputes[i].text,
                               said_list(&disputes[i].sources, arena_of(page))));
}

void simulate_text_write(const struct simulation *simulation, const struct knowledge *knowledge,
                         struct page *page) {
    struct arena *arena = arena_of(page);
    page_marked(page, 0, PAGE_BOLD,
                load_saying(knowledge, arena_format(arena, "simulate.%s", simulation->part)));
    page_heading(page, load_saying(knowledge, "simulate.inputs"));
    write_inputs(simulation, page);
    page_heading(page, load_saying(knowledge, "simulate.outputs"));
    write_peaks("peak_time", &simulation->outputs->peak_time, knowledge, page);
    write_peaks("peak", &simulation->outputs->peak, knowledge, page);
    write_phases(simulation, knowledge, page);
    for (int curves = 0; curves < 2; curves++)
        for (const struct field *field = simulation_outputs_noun.fields; field->name; field++)
            write_output(simulation, field, curves, knowledge, page);
    write_adverse(simulation, knowledge, page);
    write_checks(simulation, knowledge, page);
    write_disputes(simulation, knowledge, page);
    screen_text_sources(&simulation->sources, knowledge, page);
    page_gap(page);
    page_text(page, 0, load_saying(knowledge, "disclaimer"));
}
