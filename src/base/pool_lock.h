// pool_lock: a lock with a bell, and a thread of one's own, for what several threads hold together.
// What a lock guards is said where it stands. It is held for moments: never over a computation,
// never while the system is asked to write.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_POOL_LOCK_H
#define STIPPLE_BASE_POOL_LOCK_H

#include <pthread.h>
#include <stdbool.h>

struct pool_lock {   // ready after pool_lock_init; must not be moved or copied
    pthread_mutex_t mutex;
    pthread_cond_t  bell;
};

void pool_lock_init(struct pool_lock *lock);
void pool_lock_end(struct pool_lock *lock);   // nobody holds it or waits for it any more
void pool_lock_take(struct pool_lock *lock);
void pool_lock_leave(struct pool_lock *lock);

// Leaves the lock, waits for the bell, at most `ms` (less than 0: as long as it takes; by the
// clock that only goes forward), and holds the lock again. False when the time was up. It also
// returns for no reason: what was waited for is looked at again, in a loop.
bool pool_lock_wait(struct pool_lock *lock, int ms);

// Rings for all who wait.
void pool_lock_wake(struct pool_lock *lock);
// Rings for one of them: where any one can take up what came.
void pool_lock_wake_one(struct pool_lock *lock);

struct pool_thread {   // from pool_thread_start to pool_thread_join; must not be moved or copied
    pthread_t handle;
    void (*work)(void *argument);
    void *argument;
};

// Starts work(argument) beside the caller. Signals are left to the thread that began the program.
// False: the system gives no thread, and nothing was started.
bool pool_thread_start(struct pool_thread *thread, void (*work)(void *argument), void *argument);
void pool_thread_join(struct pool_thread *thread);   // waits until its work has returned

#endif
