// ensemble: the members of a simulation, and the bands over them.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_ENSEMBLE_H
#define STIPPLE_ENGINE_ENSEMBLE_H

#include "base/arena.h"
#include "base/effort.h"

enum { ENSEMBLE_POINTS = 7 };

struct ensemble_band {
    double p[ENSEMBLE_POINTS];   // 2.5, 5, 25, 50, 75, 95 and 97.5 %
};
enum { ENSEMBLE_MEDIAN = 3 };     // index of 50 %
enum { ENSEMBLE_ENOUGH = 100 };   // with fewer members the outer 5 % are not five of them

struct ensemble {   // arrays belong to the arena given to ensemble_init
    int     n_outputs, n_members;
    double *values;   // [n_outputs x n_members]
};

// All values 0. Asserts n_outputs >= 1 and 1 <= n_members <= LIMIT_MEMBERS.
void ensemble_init(struct ensemble *ensemble, int n_outputs, int n_members, struct arena *arena);

double *ensemble_row(const struct ensemble *ensemble, int output);   // [n_members]

// Every member on its own, over fixed blocks of ENSEMBLE_BLOCK: outputs(world, member, out) writes
// the member's out [n_outputs]. The same values for any number of threads; a single block starts
// none. ST_CANCELLED: called off, the values are unfinished. Asserts n_outputs <= ENSEMBLE_OUTPUTS.
enum { ENSEMBLE_BLOCK = 4096, ENSEMBLE_OUTPUTS = 64 };
MUST_CHECK enum status ensemble_fill(const struct ensemble *ensemble, const struct effort *effort,
                                     void (*outputs)(const void *world, int member, double *out),
                                     const void *world, struct fault *fault);

// The bands of all outputs, [n_outputs], as ensemble_band gives them. ST_CANCELLED: called off, the
// bands are unfinished.
MUST_CHECK enum status ensemble_bands(const struct ensemble *ensemble, const struct effort *effort,
                                      struct ensemble_band *bands, struct arena scratch,
                                      struct fault *fault);

// The steps that `ensembles` of so many members count, filled and with their bands. Whoever asks
// the engine expects them; the engine only counts what is done.
long ensemble_steps(int ensembles, int n_members);

// The band of one output. Percentiles of type 7 (Hyndman and Fan 1996) on exactly sorted values:
// at h = p (n - 1), linear between the neighbours of h. Asserts that no value is NaN or infinite.
struct ensemble_band ensemble_band(const struct ensemble *ensemble, int output,
                                   struct arena scratch);

#endif
