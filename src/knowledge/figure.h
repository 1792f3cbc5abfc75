// figure: a cited number of the catalogue as a quantity of a plan.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_FIGURE_H
#define STIPPLE_KNOWLEDGE_FIGURE_H

#include "domain/quantity.h"
#include "knowledge/catalogue.h"
#include "knowledge/catalogue_trials.h"

// A new quantity of that kind (enum quantity_kind) with the figure's value, range, sources, status,
// grade and reason. A missing end of the range is the value. NULL: no figure, or no value in it.
struct quantity *figure_quantity(const struct figure *figure, int kind, const char *unit,
                                 struct arena *arena);

// The figure of a share of people that was fitted.
struct figure figure_of_share(const struct share *share);

#endif
