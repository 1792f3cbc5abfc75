// simulate_uptake: what the skin takes up of what is put on it, whole or through channels.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_SIMULATE_UPTAKE_H
#define STIPPLE_SERVICE_SIMULATE_UPTAKE_H

#include "service/simulate_work.h"

// Answers a setup_uptake. ST_CONTENT with the place of what is wrong. ST_LIMIT: more
// times than are followed.
MUST_CHECK enum status simulate_uptake(struct simulate_work *work);

#endif
