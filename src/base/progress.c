// SPDX-License-Identifier: Apache-2.0
#include "base/progress.h"

#include <stddef.h>

enum { PROGRESS_WHOLE = 1000000 };   // a share of 1

static long looked_at(const atomic_long *count) {
    return atomic_load_explicit(count, memory_order_relaxed);
}

// Counts are only ever looked at: no other memory is published through them.
void progress_expect(struct progress *progress, long steps) {
    if (progress) atomic_fetch_add_explicit(&progress->total, steps, memory_order_relaxed);
}

static void show(struct progress *progress, long millionths) {
    long shown = looked_at(&progress->shown);
    while (shown < millionths &&
           !atomic_compare_exchange_weak_explicit(&progress->shown, &shown, millionths,
                                                  memory_order_relaxed, memory_order_relaxed)) {
    }
}

void progress_step(struct progress *progress, long steps) {
    if (!progress) return;
    long done  = atomic_fetch_add_explicit(&progress->done, steps, memory_order_relaxed) + steps;
    long total = looked_at(&progress->total);
    if (total <= 0) return;
    double share = (double)done / (double)total * PROGRESS_WHOLE;
    show(progress, share < PROGRESS_WHOLE ? (long)share : PROGRESS_WHOLE - 1);
}

void progress_end(struct progress *progress) {
    if (progress) show(progress, PROGRESS_WHOLE);
}

bool progress_is_cancelled(const struct progress *progress) {
    return progress && atomic_load_explicit(&progress->is_cancelled, memory_order_relaxed);
}

void progress_cancel(struct progress *progress) {
    if (progress) atomic_store_explicit(&progress->is_cancelled, true, memory_order_relaxed);
}

double progress_share(const struct progress *progress) {
    return progress ? (double)looked_at(&progress->shown) / PROGRESS_WHOLE : 0;
}

enum status progress_check(const struct progress *progress, struct fault *fault) {
    if (!progress_is_cancelled(progress)) return ST_OK;
    return fault_at(fault, ST_CANCELLED, "request: was called off before it was done");
}
