// limits_base: what the other files of limits stand on.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIMITS_BASE_H
#define STIPPLE_KNOWLEDGE_LIMITS_BASE_H

#include "domain/limits.h"
#include "domain/screening.h"
#include "knowledge/load.h"

struct limits_origin limits_base_origin(const struct finding *finding);

// The device with what its model does not say taken from the class of its kind, but
// for the label: what one was tested for says nothing of another.
struct device limits_device(const struct knowledge *knowledge, const struct device *model);

// A plain number of knowledge/planning.yaml. ST_CONTENT: it is missing.
MUST_CHECK enum status limits_number(const struct knowledge *knowledge, const char *id,
                                     double *value, struct fault *fault);

// Adds an item of so many bytes to a list that grows only here.
void limits_add(struct list *list, const void *item, ptrdiff_t bytes, struct arena *arena);

#endif
