// simulate_work: what every part that is simulated alone needs: a setup with what it leaves out
// filled in, and an answer that says which is which.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_SIMULATE_WORK_H
#define STIPPLE_SERVICE_SIMULATE_WORK_H

#include "domain/setup.h"
#include "domain/simulation.h"
#include "planner/priors.h"
#include "service/session.h"

struct simulate_work {
    const struct session *session;
    const struct doc     *doc;   // the setup
    struct priors         priors;
    struct simulation    *answer;
    struct list           fills;   // of what was filled in

    // of the keys that any setup has
    const struct zone   *skin;
    const struct device *device;
};

struct simulate_fill {   // a key that the setup leaves out
    const char        *key;
    const char        *text;   // in place of a value of the struct; NULL = what stands there
    struct quote_basis basis;
    const char        *because;
};

// Reads the setup into `setup` (zeroed, of `noun`, which begins with struct setup_common), checks
// it, and fills in zone, device and person. ST_CONTENT with the place of what is wrong.
MUST_CHECK enum status simulate_open(struct simulate_work *work, const struct noun *noun,
                                     void *setup, bool has_mean);

void simulate_filled(struct simulate_work *work, const struct simulate_fill *fill);
// A choice of ours, with the saying that tells why.
void simulate_default(struct simulate_work *work, const char *key, const char *text,
                      const char *saying);
// The setting where none is given: that of the zone. ST_CONTENT: the zone has none.
MUST_CHECK enum status simulate_fill_depth(struct simulate_work *work, const char *key,
                                           struct amount *depth_mm);
// A refusal at the place of a key of the setup, or of the file where it is left out.
enum status simulate_refuse(const struct simulate_work *work, const char *key, const char *value,
                            const char *wrong, const char *allowed);

// The inputs of the answer: every key of the setup that has a value. `read`: those that the model
// depends on, "needle.length", ended by NULL.
void simulate_inputs(struct simulate_work *work, const struct noun *noun, const void *setup,
                     const char *const *read);

// What a list of times must be: one at least, rising. ST_CONTENT at its place.
MUST_CHECK enum status simulate_times(const struct simulate_work *work,
                                      const struct numbers       *times);

// The part asks the engine for so many ensembles more, for whoever looks on.
void simulate_expect(const struct simulate_work *work, int ensembles);

// The basis of what a key says: the setup, or what it was filled in from.
struct quote_basis simulate_basis(const struct simulate_work *work, const char *key);

// What is in dispute about a topic, into the answer.
void simulate_disputes(struct simulate_work *work, const char *topic);

#endif
