// improvement: how much better it may be by a month, and whether that can be foretold at all.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_IMPROVEMENT_H
#define STIPPLE_PLANNER_IMPROVEMENT_H

#include "engine/engine_outcome.h"
#include "planner/planning.h"
#include "planner/priors.h"

// What the engine needs of a pool: the studies, the patients in them, the course they had and how
// the change comes. ST_CONTENT: knowledge lacks a number.
MUST_CHECK enum status improvement_pool(const struct priors *priors, const struct outcome *outcome,
                                        const struct fit *fit, struct quote_basis *basis,
                                        struct engine_outcome_setup *setup);

// A band over members as a quantity: measured elsewhere, with the grade of the pool; not
// predictable where the 95 % interval is wider than the difference that matters.
struct quantity improvement_quantity(const struct ensemble_band *band, const struct fit *fit,
                                     const struct outcome *outcome, const struct quote_basis *basis,
                                     struct arena *arena);

// No value, and what there is instead in words.
struct quantity improvement_unknown(const struct outcome *outcome);

// Fills plan->course->months for each planned zone and use, from the sittings that this zone was
// and is to be given; months before today are left out. Without a pool there is no value, and
// `because` says what there is. After the calendar.
MUST_CHECK enum status improvement_plan(struct planning *planning);

#endif
