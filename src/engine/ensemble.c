// SPDX-License-Identifier: Apache-2.0
#include "engine/ensemble.h"

#include "base/pool.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
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

// ---- blocks of members ----

// Members take so long that they are asked for in small groups, and longer than the bands.
enum { ENSEMBLE_GROUP = 16, ENSEMBLE_FILL_STEPS = 3 };

long ensemble_steps(int ensembles, int n_members) {
    return (long)ensembles * n_members * (ENSEMBLE_FILL_STEPS + 1);
}

struct filling {
    const struct ensemble *ensemble;
    struct progress       *progress;
    void (*outputs)(const void *world, int member, double *out);
    const void *world;
};

static void fill_block(void *of, int block) {
    const struct filling *filling = of;
    int                   n = filling->ensemble->n_members, first = block * ENSEMBLE_BLOCK;
    int                   end = n - first < ENSEMBLE_BLOCK ? n : first + ENSEMBLE_BLOCK;
    for (int i = first; i < end && !progress_is_cancelled(filling->progress);) {
        int stop = end - i < ENSEMBLE_GROUP ? end : i + ENSEMBLE_GROUP;
        int from = i;
        for (; i < stop; i++) {
            double out[ENSEMBLE_OUTPUTS];
            filling->outputs(filling->world, i, out);
            for (int k = 0; k < filling->ensemble->n_outputs; k++)
                ensemble_row(filling->ensemble, k)[i] = out[k];
        }
        progress_step(filling->progress, (long)(stop - from) * ENSEMBLE_FILL_STEPS);
    }
}

enum status ensemble_fill(const struct ensemble *ensemble, const struct effort *effort,
                          void (*outputs)(const void *world, int member, double *out),
                          const void *world, struct fault *fault) {
    struct filling filling = {ensemble, effort->progress, outputs, world};
    assert(ensemble->n_outputs <= ENSEMBLE_OUTPUTS);
    pool_run(effort, (ensemble->n_members + ENSEMBLE_BLOCK - 1) / ENSEMBLE_BLOCK, fill_block,
             &filling);
    return progress_check(effort->progress, fault);
}

// ---- bands ----

// values and other have room for n numbers each.
static struct ensemble_band band_of(const double *row, int n, double *values, double *other) {
    for (int i = 0; i < n; i++) assert(isfinite(row[i]));
    memcpy(values, row, (size_t)n * sizeof *values);
    const double *sorted = merge_sort(n, values, other);

    struct ensemble_band band;
    for (int i = 0; i < ENSEMBLE_POINTS; i++)
        band.p[i] = percentile(n, sorted, ensemble_permille[i]);
    return band;
}

struct ensemble_band ensemble_band(const struct ensemble *ensemble, int output,
                                   struct arena scratch) {
    int     n      = ensemble->n_members;
    double *values = ARENA_NEW(&scratch, double, n), *other = ARENA_NEW(&scratch, double, n);
    return band_of(ensemble_row(ensemble, output), n, values, other);
}

// Worker k takes every n_workers-th output and sorts in memory of its own.
struct banding {
    const struct ensemble *ensemble;
    struct progress       *progress;
    struct ensemble_band  *bands;
    double                *memory;   // [n_workers x 2 x n_members]
    int                    n_workers;
};

static void band_some(void *of, int worker) {
    const struct banding *banding = of;
    int                   n       = banding->ensemble->n_members;
    double               *values  = banding->memory + (ptrdiff_t)2 * worker * n;
    int                   rows    = banding->ensemble->n_outputs;
    for (int k = worker; k < rows && !progress_is_cancelled(banding->progress);
         k += banding->n_workers) {
        banding->bands[k] = band_of(ensemble_row(banding->ensemble, k), n, values, values + n);
        progress_step(banding->progress, (long)n * (k + 1) / rows - (long)n * k / rows);
    }
}

enum status ensemble_bands(const struct ensemble *ensemble, const struct effort *effort,
                           struct ensemble_band *bands, struct arena scratch, struct fault *fault) {
    bool           is_small = effort->threads < 1 || ensemble->n_members <= ENSEMBLE_BLOCK;
    int            n_most = ensemble->n_outputs, n = is_small ? 1 : effort->threads;
    struct banding banding = {ensemble, effort->progress, bands, NULL, n < n_most ? n : n_most};
    banding.memory =
        ARENA_NEW(&scratch, double, (ptrdiff_t)2 * banding.n_workers * ensemble->n_members);
    pool_run(effort, banding.n_workers, band_some, &banding);
    return progress_check(effort->progress, fault);
}
