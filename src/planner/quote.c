// SPDX-License-Identifier: Apache-2.0
#include "planner/quote.h"

#include "knowledge/view.h"

#include <assert.h>
#include <math.h>

enum { QUOTE_DIGITS = 4 };

#define QUOTE_NOTHING 1e-4   // what is smaller is not told apart from nothing

_Static_assert((int)QUANTITY_PERCENTILES == (int)ENSEMBLE_POINTS, "the same percentiles");

void quote_rest(struct quote_basis *basis, const struct names *sources, int status,
                struct arena *arena) {
    for (int i = 0; i < sources->n; i++) view_add(&basis->sources, sources->items[i], arena);
    if (status > basis->status) basis->status = status;
}

void quote_rest_figure(struct quote_basis *basis, const struct figure *figure,
                       struct arena *arena) {
    if (figure) quote_rest(basis, &figure->sources, figure->status, arena);
}

struct amount quote_amount(double value) {
    assert(isfinite(value));
    if (fabs(value) < QUOTE_NOTHING) value = 0;
    return (struct amount){.value = quantity_rounded(value, QUOTE_DIGITS), .is_known = true};
}

struct amount quote_money(double value) {
    const double cents = 100;
    assert(isfinite(value));
    return (struct amount){.value = round(value * cents) / cents, .is_known = true};
}

static struct quantity *new_quantity(int kind, const char *unit, const struct quote_basis *basis,
                                     struct arena *arena) {
    struct quantity *quantity = ARENA_NEW(arena, struct quantity, 1);
    *quantity                 = (struct quantity){.kind        = kind,
                                                  .unit        = unit,
                                                  .sources     = basis->sources,
                                                  .status      = basis->status,
                                                  .predictable = true};
    if (!quantity->status) quantity->status = STATUS_DEFAULT;
    quantity->sources.is_present = true;
    return quantity;
}

struct quantity *quote_advice(const char *unit, const double range[3],
                              const struct quote_basis *basis, struct arena *arena) {
    struct quantity *quantity = new_quantity(QUANTITY_ADVICE, unit, basis, arena);
    assert(range[1] <= range[0] && range[0] <= range[2]);
    quantity->value = quote_amount(range[0]);
    quantity->low   = quote_amount(range[1]);
    quantity->high  = quote_amount(range[2]);
    quantity->grade = GRADE_D;
    return quantity;
}

struct quantity *quote_band(const char *unit, const struct ensemble_band *band,
                            const struct quote_basis *basis, struct arena *arena) {
    struct quantity *quantity = new_quantity(QUANTITY_COMPUTED, unit, basis, arena);
    for (int i = 0; i < QUANTITY_PERCENTILES; i++)
        quantity->p[i] = quote_amount(fabs(band->p[i]) < QUOTE_NOTHING ? 0 : band->p[i]);
    quantity->value = quantity->p[ENSEMBLE_MEDIAN];
    quantity->low   = quantity->p[0];
    quantity->high  = quantity->p[QUANTITY_PERCENTILES - 1];
    return quantity;
}

struct curve *quote_curve(const char *x_unit, const double *x, const char *unit,
                          const struct ensemble_band *bands, int n, const struct quote_basis *basis,
                          struct arena *arena) {
    struct curve *curve       = ARENA_NEW(arena, struct curve, 1);
    *curve                    = (struct curve){.kind        = QUANTITY_COMPUTED,
                                               .x_unit      = x_unit,
                                               .unit        = unit,
                                               .sources     = basis->sources,
                                               .status      = basis->status,
                                               .predictable = true};
    curve->sources.is_present = true;
    if (!curve->status) curve->status = STATUS_DEFAULT;
    curve->x = (struct numbers){ARENA_NEW(arena, double, n), n, true};
    for (int i = 0; i < n; i++) curve->x.items[i] = x[i];
    for (int k = 0; k < QUANTITY_PERCENTILES; k++) {
        curve->p[k] = (struct numbers){ARENA_NEW(arena, double, n), n, true};
        for (int i = 0; i < n; i++) curve->p[k].items[i] = quote_amount(bands[i].p[k]).value;
    }
    return curve;
}

struct quantity *quote_share(double share, int members, const struct quote_basis *basis,
                             struct arena *arena) {
    const double z      = 1.959963984540054;   // 97.5 % of the standard normal
    double       n      = members;
    double       middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    double       half   = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    struct quantity *quantity             = new_quantity(QUANTITY_COMPUTED, "1", basis, arena);
    quantity->value                       = quote_amount(share);
    quantity->low                         = quote_amount(fmax(0, fmin(share, middle - half)));
    quantity->high                        = quote_amount(fmin(1, fmax(share, middle + half)));
    quantity->p[0]                        = quantity->low;
    quantity->p[QUANTITY_PERCENTILES - 1] = quantity->high;
    return quantity;
}

struct quantity *quote_figure(const struct figure *figure, int kind, const char *unit,
                              struct arena *arena) {
    struct quantity *quantity = figure_quantity(figure, kind, unit, arena);
    if (!quantity) return NULL;
    quantity->value = quote_amount(quantity->value.value);
    quantity->low   = quote_amount(quantity->low.value);
    quantity->high  = quote_amount(quantity->high.value);
    return quantity;
}

struct quantity *quote_measured(const struct figure *figure, const char *unit,
                                struct arena *arena) {
    struct quantity *quantity = quote_figure(figure, QUANTITY_ADVICE, unit, arena);
    if (!quantity || quantity->status == STATUS_DEFAULT || quantity->grade == GRADE_D)
        return quantity;
    quantity->kind = QUANTITY_MEASURED;
    if (!figure->low.is_known) quantity->low = (struct amount){.is_known = false};
    if (!figure->high.is_known) quantity->high = (struct amount){.is_known = false};
    quantity->p[0]                        = quantity->low;
    quantity->p[QUANTITY_PERCENTILES - 1] = quantity->high;
    return quantity;
}

struct plan_dispute quote_dispute(const struct dispute *dispute) {
    return (struct plan_dispute){.id      = dispute->id,
                                 .text    = load_words(&dispute->text),
                                 .about   = dispute->about,
                                 .sources = dispute->sources};
}

const char *quote_number(double value, struct arena *arena) {
    char text[32];
    text_number(text, quantity_rounded(value, QUOTE_DIGITS));
    return arena_format(arena, "%s", text);
}

const char *quote_day(date_day day, struct arena *arena) {
    char *text = ARENA_NEW(arena, char, DATE_TEXT_BYTES);
    date_format(day, text);
    return text;
}
