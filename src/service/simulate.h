// simulate: one part of the engine alone, from a setup.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_SIMULATE_H
#define STIPPLE_SERVICE_SIMULATE_H

#include "domain/simulation.h"
#include "service/session.h"

struct simulate_work;
struct simulate_part {   // each in a file of its own
    const char        *name;
    const struct noun *setup;
    enum status (*run)(struct simulate_work *work);
};
extern const struct simulate_part simulate_parts[];   // ended by a row without a name

// ST_UNKNOWN: no such part; the fault says which there are. ST_CONTENT: the place of what is wrong
// in the setup. ST_LIMIT as the part says.
MUST_CHECK enum status simulate_run(struct session *session, const char *part,
                                    const struct session_input *input, struct simulation *answer);

#endif
