// SPDX-License-Identifier: Apache-2.0
#include "face/simulate_csv.h"

static void add_number(struct text *out, double value) {
    char number[32];
    text_number(number, value);
    text_addf(out, ",%s", number);
}

static void write_curve(const char *name, const struct curve *curve, struct text *out) {
    for (int i = 0; i < curve->x.n; i++) {
        text_add(out, name);
        add_number(out, curve->x.items[i]);
        text_addf(out, ",%s,%s", curve->x_unit, curve->unit);
        for (int k = 0; k < QUANTITY_PERCENTILES; k++) add_number(out, curve->p[k].items[i]);
        text_add(out, "\n");
    }
}

static void write_layers(const char *name, const struct list *list, struct text *out) {
    const struct plan_layer *layers = list->items;
    for (int i = 0; i < list->n; i++) {
        text_addf(out, "%s,%s,,%s", name, layers[i].layer, layers[i].share->unit);
        for (int k = 0; k < QUANTITY_PERCENTILES; k++) add_number(out, layers[i].share->p[k].value);
        text_add(out, "\n");
    }
}

void simulate_csv_write(const struct simulation *simulation, struct text *out) {
    const char *outputs = (const char *)simulation->outputs;
    text_add(out, "output,x,x_unit,unit,p2_5,p5,p25,p50,p75,p95,p97_5\n");
    for (const struct field *field = simulation_outputs_noun.fields; field->name; field++) {
        const void *at = outputs + field->offset;
        if (field->noun == &plan_layer_noun) write_layers(field->name, at, out);
        if (field->noun != &curve_noun) continue;
        const struct curve *const *curve = at;
        if (*curve) write_curve(field->name, *curve, out);
    }
}
