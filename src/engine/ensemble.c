// SPDX-License-Identifier: Apache-2.0
#include "engine/ensemble.h"

#include <assert.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

// Shares of a band in thousandths, so that their place among the members is exact.
static const int ensemble_permille[ENSEMBLE_POINTS] = {25, 50, 250, 500, 750, 950, 975};

// Merges the sorted runs from[0..middle) and from[middle..n) into to.
static void merge(int n, int middle, const double *restrict from, double *restrict to) {
    int a = 0, b = middle;
    for (int i = 0; i < n; i++)
        to[i] = a < middle && (b == n || from[a] <= from[b]) ? from[a++] : from[b++];
}

// Sorts values with a second array of the same length; returns the one that holds the result.
static double *merge_sort(int n, double *values, double *other) {
    for (int run = 1; run < n; run *= 2) {
        for (int at = 0; at < n; at += 2 * run) {
            int length = n - at < 2 * run ? n - at : 2 * run;
            merge(length, length < run ? length : run, values + at, other + at);
        }
        double *sorted = other;
        other          = values;
        values         = sorted;
    }
    return values;
}

static double percentile(int n, const double *restrict sorted, int permille) {
    int64_t h   = (int64_t)permille * (n - 1);
    int     low = (int)(h / 1000), high = low < n - 1 ? low + 1 : low;
    double  part = (double)(h % 1000) / 1000;
    return sorted[low] + part * (sorted[high] - sorted[low]);
}

void ensemble_init(struct ensemble *ensemble, int n_outputs, int n_members, struct arena *arena) {
    assert(n_outputs >= 1 && n_members >= 1 && n_members <= LIMIT_MEMBERS);
    *ensemble = (struct ensemble){n_outputs, n_members,
                                  ARENA_NEW(arena, double, (ptrdiff_t)n_outputs *n_members)};
}

double *ensemble_row(const struct ensemble *ensemble, int output) {
    assert(output >= 0 && output < ensemble->n_outputs);
    return ensemble->values + (ptrdiff_t)output * ensemble->n_members;
}

struct ensemble_band ensemble_band(const struct ensemble *ensemble, int output,
                                   struct arena scratch) {
    int           n   = ensemble->n_members;
    const double *row = ensemble_row(ensemble, output);
    for (int i = 0; i < n; i++) assert(isfinite(row[i]));

    double *values = ARENA_NEW(&scratch, double, n), *other = ARENA_NEW(&scratch, double, n);
    memcpy(values, row, (size_t)n * sizeof *values);
    const double *sorted = merge_sort(n, values, other);

    struct ensemble_band band;
    for (int i = 0; i < ENSEMBLE_POINTS; i++)
        band.p[i] = percentile(n, sorted, ensemble_permille[i]);
    return band;
}
