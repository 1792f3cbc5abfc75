// SPDX-License-Identifier: Apache-2.0
#include "base/progress.h"

#include <stddef.h>

// Counts are only ever looked at: no other memory is published through them.
void progress_expect(struct progress *progress, long steps) {
    if (progress) atomic_fetch_add_explicit(&progress->total, steps, memory_order_relaxed);
}

void progress_step(struct progress *progress, long steps) {
    if (progress) atomic_fetch_add_explicit(&progress->done, steps, memory_order_relaxed);
}

bool progress_is_cancelled(const struct progress *progress) {
    return progress && atomic_load_explicit(&progress->is_cancelled, memory_order_relaxed);
}

void progress_cancel(struct progress *progress) {
    if (progress) atomic_store_explicit(&progress->is_cancelled, true, memory_order_relaxed);
}

double progress_share(const struct progress *progress) {
    if (!progress) return 0;
    long done  = atomic_load_explicit(&progress->done, memory_order_relaxed);
    long total = atomic_load_explicit(&progress->total, memory_order_relaxed);
    if (total <= 0) return 0;
    return done >= total ? 1 : (double)done / (double)total;
}

enum status progress_check(const struct progress *progress, struct fault *fault) {
    if (!progress_is_cancelled(progress)) return ST_OK;
    return fault_at(fault, ST_CANCELLED, "request: was called off before it was done");
}
