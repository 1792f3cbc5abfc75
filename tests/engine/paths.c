// paths: wraps the ensembles of a program, so that every bit the engine makes can be compared and
// not only the digits an answer prints: a line on standard error with the fingerprint (FNV-1a) of
// all members, or of a band, each time one is made.
// SPDX-License-Identifier: Apache-2.0
#include "engine/ensemble.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

// Names of the linker's: what it puts in place of a function, and that function.
struct ensemble_band __wrap_ensemble_band(const struct ensemble *from, int output, struct arena a);
struct ensemble_band __real_ensemble_band(const struct ensemble *from, int output, struct arena a);
// clang-format off
enum status __wrap_ensemble_fill(const struct ensemble *ensemble, const struct effort *effort,
                                 void (*outputs)(const void *of, int member, double *out),
                                 const void *of, struct fault *fault);
enum status __real_ensemble_fill(const struct ensemble *ensemble, const struct effort *effort,
                                 void (*outputs)(const void *of, int member, double *out),
                                 const void *of, struct fault *fault);
// clang-format on

static uint64_t fingerprint(const double *values, ptrdiff_t n) {
    uint64_t hash = 0xcbf29ce484222325u, bits;
    for (ptrdiff_t i = 0; i < n; i++) {
        memcpy(&bits, &values[i], sizeof bits);
        for (int k = 0; k < 8; k++) hash = (hash ^ (bits >> 8 * k & 0xff)) * 0x100000001b3u;
    }
    return hash;
}

enum status __wrap_ensemble_fill(const struct ensemble *ensemble, const struct effort *effort,
                                 void (*outputs)(const void *of, int member, double *out),
                                 const void *of, struct fault *fault) {
    TRY(__real_ensemble_fill(ensemble, effort, outputs, of, fault));
    ptrdiff_t n = (ptrdiff_t)ensemble->n_outputs * ensemble->n_members;
    fprintf(stderr, "members %td %016" PRIx64 "\n", n, fingerprint(ensemble->values, n));
    return ST_OK;
}

struct ensemble_band __wrap_ensemble_band(const struct ensemble *from, int output, struct arena a) {
    struct ensemble_band band = __real_ensemble_band(from, output, a);
    fprintf(stderr, "band %d %016" PRIx64 "\n", output, fingerprint(band.p, ENSEMBLE_POINTS));
    return band;
}
