// simulate_depth: how deep a needle reaches, where its channels end, and what force it takes.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_SIMULATE_DEPTH_H
#define STIPPLE_SERVICE_SIMULATE_DEPTH_H

#include "service/simulate_work.h"

// Answers a setup_depth. ST_CONTENT with the place of what is wrong; ST_LIMIT: too many people.
MUST_CHECK enum status simulate_depth(struct simulate_work *work);

#endif
