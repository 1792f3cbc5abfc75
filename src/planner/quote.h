// quote: quantities of a plan, with their kind, band, sources and the weakest status of what went
// in. Numbers are rounded to four significant digits, money to the cent.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_QUOTE_H
#define STIPPLE_PLANNER_QUOTE_H

#include "domain/plan.h"
#include "engine/ensemble.h"
#include "knowledge/catalogue_dispute.h"
#include "knowledge/figure.h"

struct quote_basis {   // what a number rests on
    struct names sources;
    int          status;   // the weakest of its inputs; 0 = none yet
};

void quote_rest(struct quote_basis *basis, const struct names *sources, int status,
                struct arena *arena);
void quote_rest_figure(struct quote_basis *basis, const struct figure *figure, struct arena *arena);

struct amount quote_amount(double value);
// To the cent, whatever its size.
struct amount quote_money(double value);

// Advice: a value with its range.
struct quantity *quote_advice(const char *unit, const double range[3],
                              const struct quote_basis *basis, struct arena *arena);
// Computed: a band over members. Low and high are its outer percentiles.
struct quantity *quote_band(const char *unit, const struct ensemble_band *band,
                            const struct quote_basis *basis, struct arena *arena);
// Computed: bands along an axis. [n] each
struct curve *quote_curve(const char *x_unit, const double *x, const char *unit,
                          const struct ensemble_band *bands, int n, const struct quote_basis *basis,
                          struct arena *arena);
// Computed: a share counted over members, with the 95 % interval of Wilson (1927) for so many.
struct quantity *quote_share(double share, int members, const struct quote_basis *basis,
                             struct arena *arena);
// A figure as it stands (NULL if there is none), with its numbers rounded.
struct quantity *quote_figure(const struct figure *figure, int kind, const char *unit,
                              struct arena *arena);

// A published figure: measured elsewhere, with its range as the outer percentiles; where none was
// printed it has its value alone. A default of ours, or one that rests on grade D (a maker, a lay
// text), is advice.
struct quantity *quote_measured(const struct figure *figure, const char *unit, struct arena *arena);

// A dispute of the knowledge as an answer tells it.
struct plan_dispute quote_dispute(const struct dispute *dispute);

// "1.25" and "1.25 mm" as a text.
const char *quote_number(double value, struct arena *arena);
const char *quote_day(date_day day, struct arena *arena);

#endif
