// SPDX-License-Identifier: Apache-2.0
#include "base/pool.h"

#include "base/limits.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

struct pool {
    const struct progress *progress;

    int        n_blocks;
    atomic_int next;   // the block that nobody has taken yet
    void (*work)(void *argument, int block);
    void *argument;
};

static void *work_off(void *of) {
    struct pool *pool = of;
    for (int block; !progress_is_cancelled(pool->progress) &&
                    (block = atomic_fetch_add(&pool->next, 1)) < pool->n_blocks;)
        pool->work(pool->argument, block);
    return NULL;
}

void pool_run(const struct effort *effort, int n_blocks, void (*work)(void *argument, int block),
              void *argument) {
    struct pool pool = {effort->progress, .n_blocks = n_blocks, .work = work, .argument = argument};
    pthread_t   others[LIMIT_THREADS];
    int         wanted = effort->threads < n_blocks ? effort->threads : n_blocks, n = 0;
    if (wanted > LIMIT_THREADS) wanted = LIMIT_THREADS;
    while (n < wanted - 1 && pthread_create(&others[n], NULL, work_off, &pool) == 0) n++;
    work_off(&pool);
    for (int i = 0; i < n; i++) pthread_join(others[i], NULL);
}
