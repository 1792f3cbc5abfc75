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

// Digits of a key, the lowest first.
enum {
    SORT_BITS    = 8,
    SORT_BUCKETS = 1 << SORT_BITS,
    SORT_DIGITS  = (64 + SORT_BITS - 1) / SORT_BITS
};

// Numbers as unsigned keys in the same order: below zero all bits are turned, above it the sign.
static const uint64_t sort_sign = (uint64_t)1 << 63;

static uint64_t key_of(double value) {
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits & sort_sign ? ~bits : bits | sort_sign;
}

static double value_of(uint64_t key) {
    uint64_t bits = key & sort_sign ? key & ~sort_sign : ~key;
    double   value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static int digit_of(uint64_t key, int digit) {
    return (int)(key >> (digit * SORT_BITS) & (SORT_BUCKETS - 1));
}

// Sorts keys digit by digit, with a second array of the same length; returns the one that holds the
// result. A digit that all keys share is passed over.
static const uint64_t *sorted(int n, uint64_t *keys, uint64_t *other) {
    int counts[SORT_DIGITS][SORT_BUCKETS] = {{0}};
    for (int i = 0; i < n; i++)
        for (int k = 0; k < SORT_DIGITS; k++) counts[k][digit_of(keys[i], k)]++;
    for (int k = 0; k < SORT_DIGITS; k++) {
        int *at = counts[k];
        if (at[digit_of(keys[0], k)] == n) continue;
        for (int bucket = 0, first = 0; bucket < SORT_BUCKETS; bucket++) {
            int count  = at[bucket];
            at[bucket] = first;
            first += count;
        }
        for (int i = 0; i < n; i++) other[at[digit_of(keys[i], k)]++] = keys[i];
        uint64_t *swap = keys;
        keys           = other;
        other          = swap;
    }
    return keys;
}

static double percentile(int n, const uint64_t *restrict keys, int permille) {
    int64_t h   = (int64_t)permille * (n - 1);
    int     low = (int)(h / 1000), high = low < n - 1 ? low + 1 : low;
    double  part = (double)(h % 1000) / 1000;
    double  one = value_of(keys[low]), next = value_of(keys[high]);
    return one + part * (next - one);
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

// Steps are counted in groups, blocks hold whole ones; members take longer than the bands.
enum { ENSEMBLE_GROUP = 16, ENSEMBLE_FILL_STEPS = 9 };
_Static_assert(ENSEMBLE_BLOCK % ENSEMBLE_GROUP == 0, "a block begins with a group");

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
    for (int i = first; i < end && !progress_is_cancelled(filling->progress); i++) {
        double out[ENSEMBLE_OUTPUTS];
        filling->outputs(filling->world, i, out);
        for (int k = 0; k < filling->ensemble->n_outputs; k++)
            ensemble_row(filling->ensemble, k)[i] = out[k];
        int n_new = i % ENSEMBLE_GROUP + 1;
        if (n_new == ENSEMBLE_GROUP || i + 1 == end)
            progress_step(filling->progress, (long)n_new * ENSEMBLE_FILL_STEPS);
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

// memory has room for 2 n keys.
static struct ensemble_band band_of(const double *row, int n, uint64_t *memory) {
    for (int i = 0; i < n; i++) {
        assert(isfinite(row[i]));
        memory[i] = key_of(row[i]);
    }
    const uint64_t *keys = sorted(n, memory, memory + n);

    struct ensemble_band band;
    for (int i = 0; i < ENSEMBLE_POINTS; i++) band.p[i] = percentile(n, keys, ensemble_permille[i]);
    return band;
}

struct ensemble_band ensemble_band(const struct ensemble *ensemble, int output,
                                   struct arena scratch) {
    int n = ensemble->n_members;
    return band_of(ensemble_row(ensemble, output), n, ARENA_NEW(&scratch, uint64_t, 2 * n));
}

// Worker k takes every n_workers-th output and sorts in memory of its own.
struct banding {
    const struct ensemble *ensemble;
    struct progress       *progress;
    struct ensemble_band  *bands;
    uint64_t              *memory;   // [n_workers x 2 x n_members]
    int                    n_workers;
};

static void band_some(void *of, int worker) {
    const struct banding *banding = of;
    int                   n       = banding->ensemble->n_members;
    uint64_t             *memory  = banding->memory + (ptrdiff_t)2 * worker * n;
    int                   rows    = banding->ensemble->n_outputs;
    for (int k = worker; k < rows && !progress_is_cancelled(banding->progress);
         k += banding->n_workers) {
        banding->bands[k] = band_of(ensemble_row(banding->ensemble, k), n, memory);
        progress_step(banding->progress, (long)n * (k + 1) / rows - (long)n * k / rows);
    }
}

enum status ensemble_bands(const struct ensemble *ensemble, const struct effort *effort,
                           struct ensemble_band *bands, struct arena scratch, struct fault *fault) {
    bool           is_small = effort->threads < 1 || ensemble->n_members <= ENSEMBLE_BLOCK;
    int            n_most = ensemble->n_outputs, n = is_small ? 1 : effort->threads;
    struct banding banding = {ensemble, effort->progress, bands, NULL, n < n_most ? n : n_most};
    banding.memory =
        ARENA_NEW(&scratch, uint64_t, (ptrdiff_t)2 * banding.n_workers * ensemble->n_members);
    pool_run(effort, banding.n_workers, band_some, &banding);
    return progress_check(effort->progress, fault);
}
