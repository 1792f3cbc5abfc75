// limits_base: what the other files of limits stand on.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIMITS_BASE_H
#define STIPPLE_KNOWLEDGE_LIMITS_BASE_H

#include "domain/limits.h"
#include "knowledge/load.h"
#include "domain/screening.h"

struct limits_origin limits_base_origin(const struct finding *finding);

// The device with what its model does not say taken from the class of its kind.
struct device limits_device(const struct knowledge *knowledge, const struct device *model);

// A plain number of knowledge/planning.yaml. ST_CONTENT: it is missing.
MUST_CHECK enum status limits_number(const struct knowledge *knowledge, const char *id,
                                     double *value, struct fault *fault);

// Adds an item to a list of the arena.
#define LIMITS_ADD(list, type, item, arena)                                                        \
    do {                                                                                           \
        type *items_ = ARENA_NEW(arena, type, (list)->n + 1);                                      \
        for (int i_ = 0; i_ < (list)->n; i_++) items_[i_] = ((const type *)(list)->items)[i_];     \
        items_[(list)->n] = item;                                                                  \
        *(list)           = (struct list){items_, (list)->n + 1, true};                            \
    } while (0)

#endif
