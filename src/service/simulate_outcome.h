// simulate_outcome: how much better one use gets, how many reach what matters, and what can go
// wrong.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_SIMULATE_OUTCOME_H
#define STIPPLE_SERVICE_SIMULATE_OUTCOME_H

#include "service/simulate_work.h"

// ST_CONTENT: the place of what is wrong in the setup, or what knowledge lacks.
MUST_CHECK enum status simulate_outcome(struct simulate_work *work);

#endif
