// SPDX-License-Identifier: Apache-2.0
#include "base/pool_crew.h"

#include "base/pool_lock.h"

#include <assert.h>
#include <string.h>

// Stays with each worker between two jobs: what a screening needs, so that quick answers touch no
// new page.
enum { CREW_KEPT_BYTES = 2 * 1024 * 1024 };

struct worker {
    struct pool_crew  *crew;
    struct pool_thread thread;
    struct arena       arena;
    bool               is_for_short;
};

struct pool_crew {
    struct pool_lock lock;
    struct pool_job *queue;                     // [cap], a ring
    int              cap, first, n;             // n jobs from `first` on
    int              n_workers, n_long, busy;   // n_long of them take every job
    bool             is_stopping;
    struct worker   *workers;   // [n_workers]
};

// Takes the job at this place of the queue out.
static struct pool_job taken(struct pool_crew *crew, int at) {
    struct pool_job job = crew->queue[(crew->first + at) % crew->cap];
    for (int i = at; i > 0; i--)
        crew->queue[(crew->first + i) % crew->cap] = crew->queue[(crew->first + i - 1) % crew->cap];
    crew->first = (crew->first + 1) % crew->cap;
    crew->n--;
    return job;
}

// The place of the next job for a worker, -1 if there is none.
static int next_for(const struct pool_crew *crew, const struct worker *worker) {
    if (!worker->is_for_short) return crew->n > 0 ? 0 : -1;
    for (int i = 0; i < crew->n; i++)
        if (crew->queue[(crew->first + i) % crew->cap].is_short) return i;
    return -1;
}

static void work(void *of) {
    struct worker    *self = of;
    struct pool_crew *crew = self->crew;
    pool_lock_take(&crew->lock);
    while (true) {
        int at;
        while ((at = next_for(crew, self)) < 0 && !crew->is_stopping) {
            if (crew->n > 0) pool_lock_wake_one(&crew->lock);   // it is for one of the others
            pool_lock_wait(&crew->lock, -1);
        }
        if (at < 0) break;
        struct pool_job job = taken(crew, at);
        crew->busy++;
        pool_lock_leave(&crew->lock);

        struct arena scratch = self->arena;
        job.run(job.subject, &scratch);
        arena_trim(&self->arena, CREW_KEPT_BYTES);

        pool_lock_take(&crew->lock);
        crew->busy--;
    }
    pool_lock_leave(&crew->lock);
}

// Ends the workers that were started; their arenas go back.
static void end_workers(struct pool_crew *crew) {
    pool_lock_take(&crew->lock);
    crew->is_stopping = true;
    pool_lock_wake(&crew->lock);
    pool_lock_leave(&crew->lock);
    for (int i = 0; i < crew->n_workers; i++) {
        pool_thread_join(&crew->workers[i].thread);
        arena_close(crew->workers[i].arena.at, LIMIT_ARENA_BYTES);
    }
}

static enum status start_worker(struct pool_crew *crew, struct fault *fault) {
    struct worker *worker = &crew->workers[crew->n_workers];
    worker->crew          = crew;
    worker->is_for_short  = crew->n_workers == crew->n_long;
    TRY(arena_open(&worker->arena, LIMIT_ARENA_BYTES, fault));
    if (pool_thread_start(&worker->thread, work, worker)) {
        crew->n_workers++;
        return ST_OK;
    }
    arena_close(worker->arena.at, LIMIT_ARENA_BYTES);
    return fault_at(fault, ST_LIMIT,
                    "system: worker %d: no thread: none could be started; "
                    "allowed: a system with room for it",
                    crew->n_workers + 1);
}

enum status pool_crew_start(struct pool_crew **crew, int workers, int queue, struct arena *arena,
                            struct fault *fault) {
    assert(workers >= 1 && workers <= LIMIT_THREADS && queue >= 1 && queue <= LIMIT_QUEUE);
    struct pool_crew *made = ARENA_NEW(arena, struct pool_crew, 1);
    made->queue            = ARENA_NEW(arena, struct pool_job, queue);
    made->workers          = ARENA_NEW(arena, struct worker, workers + 1);
    made->n_long           = workers;
    made->cap              = queue;
    pool_lock_init(&made->lock);
    enum status status = ST_OK;
    for (int i = 0; i <= workers && status == ST_OK; i++) status = start_worker(made, fault);
    if (status == ST_OK) *crew = made;
    else {
        end_workers(made);
        pool_crew_end(made);
    }
    return status;
}

bool pool_crew_submit(struct pool_crew *crew, struct pool_job job) {
    pool_lock_take(&crew->lock);
    bool is_taken = !crew->is_stopping && crew->n < crew->cap;
    if (is_taken) {
        crew->queue[(crew->first + crew->n++) % crew->cap] = job;
        pool_lock_wake_one(&crew->lock);
    }
    pool_lock_leave(&crew->lock);
    return is_taken;
}

bool pool_crew_withdraw(struct pool_crew *crew, const void *subject) {
    pool_lock_take(&crew->lock);
    int at = 0;
    while (at < crew->n && crew->queue[(crew->first + at) % crew->cap].subject != subject) at++;
    bool was_here = at < crew->n;
    if (was_here) (void)taken(crew, at);
    pool_lock_leave(&crew->lock);
    return was_here;
}

static int asked(struct pool_crew *crew, const int *count) {
    pool_lock_take(&crew->lock);
    int n = *count;
    pool_lock_leave(&crew->lock);
    return n;
}

int pool_crew_queued(struct pool_crew *crew) { return asked(crew, &crew->n); }

int pool_crew_busy(struct pool_crew *crew) { return asked(crew, &crew->busy); }

void pool_crew_stop(struct pool_crew *crew) { end_workers(crew); }

void pool_crew_end(struct pool_crew *crew) { pool_lock_end(&crew->lock); }
