// simulate_healing: what one sitting or several set off in the skin, over time, in relative units.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_SIMULATE_HEALING_H
#define STIPPLE_SERVICE_SIMULATE_HEALING_H

#include "service/simulate_work.h"

// Answers a setup_healing. ST_CONTENT with the place of what is wrong. ST_LIMIT: more sittings or
// times than are followed.
MUST_CHECK enum status simulate_healing(struct simulate_work *work);

#endif
