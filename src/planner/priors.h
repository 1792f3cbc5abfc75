// priors: the uncertain numbers the engine takes, out of knowledge, and what they rest on.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_PRIORS_H
#define STIPPLE_PLANNER_PRIORS_H

#include "engine/engine.h"
#include "knowledge/load.h"
#include "planner/quote.h"

struct priors {   // where they come from
    const struct knowledge *knowledge;
    struct arena           *arena;
    struct fault           *fault;
};

// Each adds the sources and the status of what it reads to the basis. ST_CONTENT: knowledge lacks
// it.

// Log-normal where a spread is given, uniform where two ends are, exact otherwise.
MUST_CHECK enum status priors_prior(const struct priors *priors, const char *id,
                                    struct quote_basis *basis, struct engine_prior *prior);
MUST_CHECK enum status priors_number(const struct priors *priors, const char *id,
                                     struct quote_basis *basis, double *value);
// The ratio of channel depth to setting of a kind of device (enum words_device_kind), and the
// spread between punctures.
MUST_CHECK enum status priors_depth(const struct priors *priors, int kind,
                                    struct quote_basis *basis, struct engine_setup *setup);
MUST_CHECK enum status priors_thickness(const struct priors *priors, const struct zone *skin,
                                        struct quote_basis *basis, struct engine_thickness *out);
// Left open to the air, and under film: each with a basis of its own.
MUST_CHECK enum status priors_closure(const struct priors *priors, struct quote_basis *uncovered,
                                      struct quote_basis *covered, struct engine_closure *out);

// A number of the zone that stays whatever other zones there are: its own stream of random numbers.
int priors_zone_stream(const struct zone *skin);

#endif
