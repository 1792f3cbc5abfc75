// effort: what a piece of work may use, and who follows it. Neither changes a bit of what it makes.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_EFFORT_H
#define STIPPLE_BASE_EFFORT_H

#include "base/progress.h"

struct effort {
    int              threads;    // 0 counts as 1
    struct progress *progress;   // NULL = nobody follows it or calls it off
};

#endif
