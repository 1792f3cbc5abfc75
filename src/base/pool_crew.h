// pool_crew: a fixed number of workers that take jobs from a queue of bounded length, first come,
// first served; one more takes short jobs alone, so that these never wait behind long ones. Each
// worker has an arena of LIMIT_ARENA_BYTES of its own; after every job its pages go back to the
// system but for a small kept part, so that memory follows the work in hand.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_POOL_CREW_H
#define STIPPLE_BASE_POOL_CREW_H

#include "base/arena.h"

#include <stdbool.h>

struct pool_job {                                      // a plain value: what is done, and on what
    void (*run)(void *subject, struct arena *arena);   // arena: empty, and gone when it returns
    void *subject;                                     // stays alive until run returned
    bool  is_short;                                    // it takes some milliseconds at most
};

struct pool_crew;

// Starts the workers, 1..LIMIT_THREADS, and the one for short jobs, with a queue of `queue` jobs,
// 1..LIMIT_QUEUE. All of it lies in `arena`. ST_LIMIT: the system gave neither memory nor a thread;
// nothing is left running.
MUST_CHECK enum status pool_crew_start(struct pool_crew **crew, int workers, int queue,
                                       struct arena *arena, struct fault *fault);

// False: the queue is full, or the crew stops; the job is not taken.
bool pool_crew_submit(struct pool_crew *crew, struct pool_job job);
// True: a job with this subject was still in the queue, and will not run. False: it runs, ran, or
// was never here.
bool pool_crew_withdraw(struct pool_crew *crew, const void *subject);

int pool_crew_queued(struct pool_crew *crew);   // jobs that no worker has taken yet
int pool_crew_busy(struct pool_crew *crew);     // workers that have a job

// Takes no more jobs, lets the workers finish all that were taken, and joins them. Who asks for
// something later is told that it is not taken, until pool_crew_end.
void pool_crew_stop(struct pool_crew *crew);
// After pool_crew_stop, when nobody asks any more.
void pool_crew_end(struct pool_crew *crew);

#endif
