// measure N COMMAND [ARG...]: runs the command N times, one run after the other, its output
// discarded, and prints "MIN MEDIAN MAX PEAK": wall time in ms, greatest resident memory in kB.
// The time spans fork, exec, the run and the wait for its end. One unmeasured run comes first, so
// that the files are in memory. Status 1: a run failed. Status 2: wrong use.
// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS_MAX = 1001, USAGE = 2, NOT_FOUND = 127 };

struct run {
    double wall_ms;
    long   peak_kb;
};

static double clock_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return 1e3 * (double)now.tv_sec + 1e-6 * (double)now.tv_nsec;
}

static void become(char **command) {
    int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0) dup2(nowhere, STDOUT_FILENO);
    execvp(command[0], command);
    perror(command[0]);
    _exit(NOT_FOUND);
}

// 0 when the command ended with status 0.
static int run_once(char **command, struct run *run) {
    double start = clock_ms();
    pid_t  child = fork();
    if (child < 0) return -1;
    if (child == 0) become(command);

    int           status;
    struct rusage used;
    if (wait4(child, &status, 0, &used) != child) return -1;
    run->wall_ms = clock_ms() - start;
    run->peak_kb = used.ru_maxrss;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : -1;
}

static int by_wall(const void *a, const void *b) {
    const struct run *x = a, *y = b;
    return (x->wall_ms > y->wall_ms) - (x->wall_ms < y->wall_ms);
}

int main(int argc, char **argv) {
    char *rest = NULL;
    long  n    = argc > 2 ? strtol(argv[1], &rest, 10) : 0;
    if (n < 1 || n > RUNS_MAX || *rest != '\0') {
        fprintf(stderr, "usage: measure N COMMAND [ARG...]   (N 1..%d)\n", RUNS_MAX);
        return USAGE;
    }

    struct run runs[RUNS_MAX];
    struct run warm;
    char     **command = argv + 2;
    if (run_once(command, &warm) != 0) return EXIT_FAILURE;

    long peak_kb = 0;
    for (long i = 0; i < n; i++) {
        if (run_once(command, &runs[i]) != 0) return EXIT_FAILURE;
        if (runs[i].peak_kb > peak_kb) peak_kb = runs[i].peak_kb;
    }
    qsort(runs, (size_t)n, sizeof runs[0], by_wall);
    printf("%.2f %.2f %.2f %ld\n", runs[0].wall_ms, runs[n / 2].wall_ms, runs[n - 1].wall_ms,
           peak_kb);
    return EXIT_SUCCESS;
}
