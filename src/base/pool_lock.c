// SPDX-License-Identifier: Apache-2.0
#include "base/pool_lock.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <time.h>

enum { MS_PER_S = 1000, NS_PER_MS = 1000000, NS_PER_S = 1000000000 };

// What these calls can return is a bug of ours, or a system without memory at the start.
static void must(int error) { assert(error == 0); }

void pool_lock_init(struct pool_lock *lock) {
    pthread_condattr_t about;
    must(pthread_mutex_init(&lock->mutex, NULL));
    must(pthread_condattr_init(&about));
    must(pthread_condattr_setclock(&about, CLOCK_MONOTONIC));
    must(pthread_cond_init(&lock->changed, &about));
    must(pthread_condattr_destroy(&about));
}

void pool_lock_end(struct pool_lock *lock) {
    must(pthread_cond_destroy(&lock->changed));
    must(pthread_mutex_destroy(&lock->mutex));
}

void pool_lock_take(struct pool_lock *lock) { must(pthread_mutex_lock(&lock->mutex)); }

void pool_lock_leave(struct pool_lock *lock) { must(pthread_mutex_unlock(&lock->mutex)); }

bool pool_lock_wait(struct pool_lock *lock, int ms) {
    if (ms < 0) {
        must(pthread_cond_wait(&lock->changed, &lock->mutex));
        return true;
    }
    struct timespec until;
    must(clock_gettime(CLOCK_MONOTONIC, &until));
    until.tv_sec += ms / MS_PER_S;
    until.tv_nsec += (long)(ms % MS_PER_S) * NS_PER_MS;
    if (until.tv_nsec >= NS_PER_S) {
        until.tv_nsec -= NS_PER_S;
        until.tv_sec++;
    }
    int error = pthread_cond_timedwait(&lock->changed, &lock->mutex, &until);
    assert(error == 0 || error == ETIMEDOUT);
    return error == 0;
}

void pool_lock_wake(struct pool_lock *lock) { must(pthread_cond_broadcast(&lock->changed)); }

void pool_lock_wake_one(struct pool_lock *lock) { must(pthread_cond_signal(&lock->changed)); }

static void *begin(void *of) {
    struct pool_thread *thread = of;
    thread->run(thread->argument);
    return NULL;
}

enum status pool_thread_start(struct pool_thread *thread, void (*run)(void *argument),
                              void *argument, struct fault *fault) {
    thread->run      = run;
    thread->argument = argument;
    int error        = pthread_create(&thread->id, NULL, begin, thread);
    if (error == 0) return ST_OK;
    return fault_at(fault, ST_LIMIT,
                    "system: thread: %s: none could be started; allowed: room "
                    "for one more thread",
                    strerror(error));
}

void pool_thread_join(struct pool_thread *thread) { must(pthread_join(thread->id, NULL)); }
