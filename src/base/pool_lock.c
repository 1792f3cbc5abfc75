// SPDX-License-Identifier: Apache-2.0
#include "base/pool_lock.h"

#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <time.h>

enum { MS_PER_S = 1000, NS_PER_MS = 1000000, NS_PER_S = 1000000000 };

// These calls fail only on misuse, which is a bug of ours.
static void must(int error) { assert(error == 0); }

void pool_lock_init(struct pool_lock *lock) {
    pthread_condattr_t how;
    must(pthread_condattr_init(&how));
    must(pthread_condattr_setclock(&how, CLOCK_MONOTONIC));
    must(pthread_cond_init(&lock->bell, &how));
    must(pthread_condattr_destroy(&how));
    must(pthread_mutex_init(&lock->mutex, NULL));
}

void pool_lock_end(struct pool_lock *lock) {
    must(pthread_cond_destroy(&lock->bell));
    must(pthread_mutex_destroy(&lock->mutex));
}

void pool_lock_take(struct pool_lock *lock) { must(pthread_mutex_lock(&lock->mutex)); }

void pool_lock_leave(struct pool_lock *lock) { must(pthread_mutex_unlock(&lock->mutex)); }

bool pool_lock_wait(struct pool_lock *lock, int ms) {
    if (ms < 0) {
        must(pthread_cond_wait(&lock->bell, &lock->mutex));
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
    int error = pthread_cond_timedwait(&lock->bell, &lock->mutex, &until);
    assert(error == 0 || error == ETIMEDOUT);
    return error == 0;
}

void pool_lock_wake(struct pool_lock *lock) { must(pthread_cond_broadcast(&lock->bell)); }

void pool_lock_wake_one(struct pool_lock *lock) { must(pthread_cond_signal(&lock->bell)); }

static void *thread_run(void *of) {
    struct pool_thread *thread = of;
    thread->work(thread->argument);
    return NULL;
}

bool pool_thread_start(struct pool_thread *thread, void (*work)(void *argument), void *argument) {
    thread->work     = work;
    thread->argument = argument;
    // A thread begins with the signals that its maker lets through.
    sigset_t all, before;
    sigfillset(&all);
    must(pthread_sigmask(SIG_SETMASK, &all, &before));
    int error = pthread_create(&thread->handle, NULL, thread_run, thread);
    must(pthread_sigmask(SIG_SETMASK, &before, NULL));
    return error == 0;
}

void pool_thread_join(struct pool_thread *thread) { must(pthread_join(thread->handle, NULL)); }
