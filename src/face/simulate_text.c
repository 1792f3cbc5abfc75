// SPDX-License-Identifier: Apache-2.0
#include "face/simulate_text.h"

#include "face/quantity_text.h"
#include "face/screen_text.h"
#include "face/settings_text.h"

#include <math.h>
#include <string.h>

enum { KEY_COLUMNS = 22, CURVE_COLUMNS = 60, CURVE_ROWS = 10, AXIS_COLUMNS = 8 };

static struct arena *arena_of(struct page *page) { return page->out.arena; }

static const char *label_of(const struct knowledge *knowledge, const char *output) {
    return load_label(knowledge, "outputs", output);
}

// ---- what went in ----

static void write_inputs(const struct simulation *simulation, struct page *page) {
    struct arena                  *arena  = arena_of(page);
    const struct simulation_input *inputs = simulation->inputs.items;
    for (int i = 0; i < simulation->inputs.n; i++) {
        const struct simulation_input *input = &inputs[i];
        const char                    *value = doc_text(input->value.doc, input->value.node);
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
    if (quantity->value.is_known) return quantity_shown(quantity, QUANTITY_TEXT_DIGITS, arena);
    if (!quantity->low.is_known) return "no figure";
    if (!quantity->high.is_known)
        return arena_format(arena, "more than %g %s",
                            quantity_rounded(quantity->low.value, QUANTITY_TEXT_DIGITS),
                            quantity->unit);
    return arena_format(arena, "%g to %g %s", quantity->low.value, quantity->high.value,
                        quantity->unit);
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

static double at_column(const struct curve *curve, int percentile, int column) {
    double place = (double)column / (CURVE_COLUMNS - 1) * (curve->x.n - 1);
    int    low = (int)place, high = low + 1 < curve->x.n ? low + 1 : low;
    double part = place - low;
    return curve->p[percentile].items[low] * (1 - part) + curve->p[percentile].items[high] * part;
}

// The upper end of the picture: all, of a share; else the largest number of the band.
static double top_of(const struct curve *curve) {
    double top = 0;
    if (text_equal(curve->unit, "1")) return 1;
    for (int i = 0; i < curve->x.n; i++)
        top = fmax(top, curve->p[QUANTITY_PERCENTILES - 1].items[i]);
    return top > 0 ? top : 1;
}

// One line of the picture: the band from 2.5 to 97.5 % in shade, the median as a block.
static const char *line_of(const struct curve *curve, int row, struct arena *arena) {
    struct text line   = text_new(arena);
    double      height = top_of(curve) / CURVE_ROWS;
    double      bottom = (CURVE_ROWS - 1 - row) * height, top = bottom + height;
    for (int c = 0; c < CURVE_COLUMNS; c++) {
        double low = at_column(curve, 0, c), middle = at_column(curve, 3, c);
        double high      = at_column(curve, QUANTITY_PERCENTILES - 1, c);
        bool   is_middle = middle >= bottom && (middle < top || row == 0);
        bool   is_band   = high >= bottom && low < top;
        text_add(&line, is_middle ? "█" : is_band ? "░" : " ");
    }
    return line.data;
}

static void draw_curve(const struct curve *curve, struct page *page) {
    struct arena *arena    = arena_of(page);
    const int     widths[] = {AXIS_COLUMNS, CURVE_COLUMNS};
    double        end = curve->x.items[curve->x.n - 1], top = top_of(curve);
    bool          is_share = text_equal(curve->unit, "1");
    for (int row = 0; row < CURVE_ROWS; row++) {
        double      at = top * (CURVE_ROWS - row) / CURVE_ROWS;
        const char *mark =
            is_share ? arena_format(arena, "%.0f %%", 100 * at) : arena_format(arena, "%.2g", at);
        const char *const cells[] = {row == 0 || row == CURVE_ROWS / 2 ? mark : " ",
                                     line_of(curve, row, arena)};
        page_row(page, 2, PAGE_PLAIN, widths, cells, 2);
    }
    const int         axis[] = {AXIS_COLUMNS, CURVE_COLUMNS / 2 - 1, CURVE_COLUMNS / 2 - 3, 8};
    const char *const ends[] = {" ", "0", arena_format(arena, "%g", end / 2),
                                arena_format(arena, "%g %s", end, curve->x_unit)};
    page_row(page, 2, PAGE_DIM, axis, ends, 4);
}

// The table behind the picture.
static void write_table(const struct curve *curve, struct page *page) {
    struct arena *arena    = arena_of(page);
    bool          is_share = text_equal(curve->unit, "1");
    for (int i = 0; i < curve->x.n; i += (curve->x.n - 1) / 5) {
        double low = curve->p[0].items[i], middle = curve->p[3].items[i];
        double high = curve->p[QUANTITY_PERCENTILES - 1].items[i];
        page_pair(
            page, 2, KEY_COLUMNS, PAGE_PLAIN,
            arena_format(arena, "%g %s", curve->x.items[i], curve->x_unit),
            is_share
                ? arena_format(arena, "%.0f %% (%.0f to %.0f)", 100 * middle, 100 * low, 100 * high)
                : arena_format(arena, "%.3g (%.3g to %.3g) %s", middle, low, high, curve->unit));
    }
}

static void write_curve(const char *label, const struct curve *curve,
                        const struct knowledge *knowledge, struct page *page) {
    page_heading(page, label);
    draw_curve(curve, page);
    page_marked(page, 2, PAGE_DIM, load_saying(knowledge, "simulate.curve"));
    write_table(curve, page);
    if (curve->because) page_marked(page, 2, PAGE_DIM, curve->because);
}

static void write_output(const struct simulation *simulation, const struct field *field,
                         bool wants_curves, const struct knowledge *knowledge, struct page *page) {
    const void *at    = (const char *)simulation->outputs + field->offset;
    const char *label = label_of(knowledge, field->name);
    if (field->kind == FIELD_LIST && wants_curves) {
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
        if (*curve) write_curve(label, *curve, knowledge, page);
    }
}

static void write_adverse(const struct simulation *simulation, const struct knowledge *knowledge,
                          struct page *page) {
    struct arena                    *arena   = arena_of(page);
    const struct simulation_adverse *adverse = simulation->outputs->adverse.items;
    if (simulation->outputs->adverse.n) page_heading(page, label_of(knowledge, "adverse"));
    for (int i = 0; i < simulation->outputs->adverse.n; i++)
        page_pair(page, 2, KEY_COLUMNS, PAGE_PLAIN,
                  load_label(knowledge, "rates", adverse[i].event),
                  arena_format(arena, "%s. %s %s",
                               quantity_text_people(&adverse[i].rate, knowledge, arena),
                               adverse[i].rate.because ? adverse[i].rate.because : "",
                               quantity_text_origin(&adverse[i].rate, arena)));
}

static void write_checks(const struct simulation *simulation, const struct knowledge *knowledge,
                         struct page *page) {
    const struct amount *value = &simulation->checks->residual;
    char                 residual[32];
    if (!value->is_known) return;
    text_number(residual, quantity_rounded(value->value, 2));
    page_heading(page, load_saying(knowledge, "simulate.checks"));
    page_text(page, 2,
              load_filled(load_saying(knowledge, "simulate.residual"),
                          (const char *const[]){"residual", residual, NULL}, arena_of(page)));
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
