// progress: how far a long piece of work is, and whether anybody still wants it.
//
// The work counts its steps; others look at the share that is done, or call the work off, from any
// thread and at any time. The work asks often (at least every 20 ms) and then ends with
// ST_CANCELLED, leaving nothing behind. A NULL progress is work that nobody follows or calls off.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_PROGRESS_H
#define STIPPLE_BASE_PROGRESS_H

#include "base/status.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

struct progress {   // all zero = not begun, and wanted
    atomic_bool is_cancelled;
    atomic_long done, total;   // steps; the total may change while the work finds out what there is
    atomic_long shown;         // the largest share so far, in millionths
};

// The work plans `steps` more; with a negative number, so many fewer.
void progress_expect(struct progress *progress, long steps);
// The work has done `steps` of them.
void progress_step(struct progress *progress, long steps);
// The work is whole, however many steps it took: the share is 1.
void progress_end(struct progress *progress);
// True once it was called off.
bool progress_is_cancelled(const struct progress *progress);
void progress_cancel(struct progress *progress);
// The share that is done, 0 to 1: it never falls, also where the total grows, and is 1 from
// progress_end on and not before.
double progress_share(const struct progress *progress);

// ST_CANCELLED with its text if the work was called off, else ST_OK.
MUST_CHECK enum status progress_check(const struct progress *progress, struct fault *fault);

#endif
