// pool_lock: a lock with a condition, and plain threads, for the few places where threads share
// what changes. Whoever waits is woken by the change and never asks again and again.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_POOL_LOCK_H
#define STIPPLE_BASE_POOL_LOCK_H

#include "base/status.h"

#include <pthread.h>
#include <stdbool.h>

struct pool_lock {
    pthread_mutex_t mutex;
    pthread_cond_t  changed;
};

void pool_lock_init(struct pool_lock *lock);
// Nobody holds it or waits for it.
void pool_lock_end(struct pool_lock *lock);
void pool_lock_take(struct pool_lock *lock);
void pool_lock_leave(struct pool_lock *lock);

// The caller holds the lock: gives it away, sleeps until pool_lock_wake or for `ms` milliseconds
// of the monotonic clock (negative = without end), and has it again. False: the time ran out. It
// may wake for no reason, so what is waited for is asked in a loop.
bool pool_lock_wait(struct pool_lock *lock, int ms);
// Wakes everybody who waits. The caller holds the lock, so that no change falls between.
void pool_lock_wake(struct pool_lock *lock);
// Wakes one of them: for what any one of them can take up.
void pool_lock_wake_one(struct pool_lock *lock);

struct pool_thread {
    pthread_t id;
    void (*run)(void *argument);
    void *argument;
};

// Starts run(argument) on a thread of its own; *thread stays where it is until pool_thread_join.
// ST_LIMIT: the system gave none.
MUST_CHECK enum status pool_thread_start(struct pool_thread *thread, void (*run)(void *argument),
                                         void *argument, struct fault *fault);
// Waits for its end.
void pool_thread_join(struct pool_thread *thread);

#endif
