// SPDX-License-Identifier: Apache-2.0
#include "knowledge/figure.h"

#include "knowledge/load.h"

static struct amount or_value(const struct amount *end, const struct amount *value) {
    return end->is_known ? *end : *value;
}

struct quantity *figure_quantity(const struct figure *figure, int kind, const char *unit,
                                 struct arena *arena) {
    if (!figure || !figure->value.is_known) return NULL;
    const char      *because  = load_words(&figure->because);
    struct quantity *quantity = ARENA_NEW(arena, struct quantity, 1);
    *quantity                 = (struct quantity){
                        .kind        = kind,
                        .unit        = unit,
                        .value       = figure->value,
                        .low         = or_value(&figure->low, &figure->value),
                        .high        = or_value(&figure->high, &figure->value),
                        .sources     = figure->sources,
                        .status      = figure->status,
                        .grade       = figure->grade,
                        .predictable = true,
                        .because     = *because ? because : NULL,
    };
    quantity->sources.is_present = true;
    return quantity;
}

struct figure figure_of_share(const struct share *share) {
    return (struct figure){.value   = share->value,
                           .low     = share->low,
                           .high    = share->high,
                           .sources = share->sources,
                           .rows    = share->rows,
                           .status  = share->status,
                           .grade   = share->grade,
                           .because = share->because};
}
