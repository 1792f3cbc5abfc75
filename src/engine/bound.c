// SPDX-License-Identifier: Apache-2.0
#include "engine/bound.h"

enum status engine_bound_check(const struct engine_bound *bounds, int n, struct fault *fault) {
    for (int i = 0; i < n; i++) {
        const struct engine_bound *b = &bounds[i];
        if (!(b->value >= b->low && b->value <= b->high))
            return fault_at(fault, ST_CONTENT, "%s: %g: out of range; allowed: %g to %g", b->name,
                            b->value, b->low, b->high);
    }
    return ST_OK;
}
