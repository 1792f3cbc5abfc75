// bar: how far long work is, drawn on a terminal while it goes on, and gone when it is over.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_FACE_BAR_H
#define STIPPLE_FACE_BAR_H

#include "base/pool_lock.h"
#include "base/progress.h"

struct bar {   // from bar_begin to bar_end; must not be moved or copied
    const struct progress *progress;
    struct pool_lock       lock;
    struct pool_thread     thread;
    int                    columns;   // of the terminal
    bool                   is_coloured, is_begun, is_over, is_shown;
};

// Follows the progress on standard error from a thread of its own, once the work has gone on for
// half a second; nothing where standard error is no terminal that can erase a line.
void bar_begin(struct bar *bar, const struct progress *progress);
// The work is over: the line is erased. To be called before anything else is written.
void bar_end(struct bar *bar);

#endif
