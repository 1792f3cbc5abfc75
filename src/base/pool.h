// pool: threads for work that is cut into fixed blocks. What a block computes must depend on its
// index alone, and go to a place of its own: then nothing depends on how many threads there are.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_POOL_H
#define STIPPLE_BASE_POOL_H

#include "base/effort.h"

// Calls work(argument, block) once for every block 0..n_blocks-1, in any order and from up to
// effort->threads threads, the caller's among them; returns when all are done. One block or one
// thread starts no other. Where the system gives fewer threads, those there are do the work. Once
// the work is called off no block is begun any more.
void pool_run(const struct effort *effort, int n_blocks, void (*work)(void *argument, int block),
              void *argument);

#endif
