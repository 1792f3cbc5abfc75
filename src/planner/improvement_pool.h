// improvement_pool: what the pool of studies of one use can say of a course, and what it cannot.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_IMPROVEMENT_POOL_H
#define STIPPLE_PLANNER_IMPROVEMENT_POOL_H

#include "engine/engine_outcome.h"
#include "planner/priors.h"
#include "planner/quote.h"

// What the engine needs of a pool: the studies, the patients in them, the course they had and how
// the change comes. ST_CONTENT: knowledge lacks a number.
MUST_CHECK enum status improvement_pool(const struct priors *priors, const struct outcome *outcome,
                                        const struct fit *fit, struct quote_basis *basis,
                                        struct engine_outcome_setup *setup);

struct improvement_seen {   // a course, to be held against what the studies of the pool had
    const struct outcome *outcome;
    const struct fit     *fit;
    int                   n_sessions;
    double                gap_d_low, gap_d_high;   // between sittings; 0 = there is one
    double                read_d;                  // after the last
    bool                  is_study_mean;           // the mean of a study, not one person
};

// The number of sittings and the days between them; session_d [n] in any order.
void improvement_see(struct improvement_seen *seen, const double *session_d, int n);

// Can the pool foretell it? Told by the fit, never by the members that were drawn: the 95 per cent
// interval of a new study where the studies read, with the widest spread of patients on top of it
// for one person, is at most the difference that matters; and one of the studies had read by then.
bool improvement_is_foretold(const struct improvement_seen *seen);

// A band over members as a quantity: measured elsewhere, with the grade of the pool. `because`
// says why it is not foretold and what of the course lies outside what the studies had. No value
// before the earliest reading of any of them.
struct quantity improvement_quantity(const struct ensemble_band    *band,
                                     const struct improvement_seen *seen,
                                     const struct quote_basis *basis, const struct priors *priors);

// No value, and what there is instead in words.
struct quantity improvement_unknown(const struct outcome *outcome);

// Did studies with these kinds of device use this one (enum words_device_kind)? And the words for
// when they did not.
bool        improvement_is_held(const struct names *device, int kind);
const char *improvement_other_device(const struct knowledge *knowledge, const struct names *device,
                                     struct arena *arena);

#endif
