// simulate: one part of the engine alone, from a setup.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_SIMULATE_H
#define STIPPLE_SERVICE_SIMULATE_H

#include "domain/simulation.h"
#include "service/session.h"

// ST_UNKNOWN: no such part; the fault says which there are. ST_CONTENT: the place of what is wrong
// in the setup. ST_LIMIT as the part says.
MUST_CHECK enum status simulate_run(struct session *session, const char *part,
                                    const struct session_input *input, struct simulation *answer);

#endif
