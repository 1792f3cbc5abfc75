// simulate_closure: how long channels stay open, to the air and under film.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_SIMULATE_CLOSURE_H
#define STIPPLE_SERVICE_SIMULATE_CLOSURE_H

#include "service/simulate_work.h"

// Answers a setup_closure. ST_CONTENT with the place of what is wrong.
MUST_CHECK enum status simulate_closure(struct simulate_work *work);

#endif
