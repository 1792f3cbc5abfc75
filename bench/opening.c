// opening N: opens the embedded knowledge N times in one process, as a verb does first, and
// prints "MIN MEDIAN MAX" in ms, each time with memory that nobody has touched.
// Status 1: it failed. Status 2: wrong use.
// SPDX-License-Identifier: Apache-2.0
#include "service/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RUNS_MAX = 1001, USAGE = 2 };

static double clock_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return 1e3 * (double)now.tv_sec + 1e-6 * (double)now.tv_nsec;
}

// Milliseconds, or -1: it failed.
static double open_once(void) {
    struct fault           fault   = {""};
    struct session_options options = {.data = "/nonexistent", .on = 1, .seed = 1, .members = 1};
    struct arena           arena;
    double                 start = clock_ms();
    if (arena_open(&arena, LIMIT_ARENA_BYTES, &fault) != ST_OK) return -1;
    char           *base    = arena.at;
    struct session *session = ARENA_NEW(&arena, struct session, 1);
    enum status     status  = session_open(session, &options, &arena, &fault);
    double          took    = clock_ms() - start;
    arena_close(base, LIMIT_ARENA_BYTES);
    if (status != ST_OK) fprintf(stderr, "%s\n", fault.text);
    return status == ST_OK ? took : -1;
}

static int by_size(const void *a, const void *b) {
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

int main(int argc, char **argv) {
    char  *rest = NULL;
    long   n    = argc == 2 ? strtol(argv[1], &rest, 10) : 0;
    double took[RUNS_MAX];
    if (n < 1 || n > RUNS_MAX || *rest != '\0') {
        fprintf(stderr, "usage: opening N   (N 1..%d)\n", RUNS_MAX);
        return USAGE;
    }
    for (long i = 0; i < n; i++)
        if ((took[i] = open_once()) < 0) return EXIT_FAILURE;
    qsort(took, (size_t)n, sizeof took[0], by_size);
    printf("%.2f %.2f %.2f\n", took[0], took[n / 2], took[n - 1]);
    return EXIT_SUCCESS;
}
