// arena: memory of one request. Everything is allocated here, nothing is freed singly.
// Input is bounded by limits.h before it reaches an arena, so running out is a bug and asserts.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_ARENA_H
#define STIPPLE_BASE_ARENA_H

#include "base/status.h"

#include <stddef.h>

// Passed by pointer: allocations stay. Passed by value: scratch, gone when the callee returns.
struct arena {
    char *at, *end;
};

// Reserves `bytes` of address space. ST_LIMIT: the system refused.
MUST_CHECK enum status arena_open(struct arena *arena, ptrdiff_t bytes, struct fault *fault);
// Gives back what arena_open reserved; `base` is arena.at as it was right after arena_open.
void arena_close(char *base, ptrdiff_t bytes);
// Gives the pages behind the first `kept` free bytes back to the system: what was written there is
// gone, the address space stays.
void arena_trim(const struct arena *arena, ptrdiff_t kept);

// count objects of `size` bytes, zeroed, aligned for any type. Never NULL.
void *arena_alloc(struct arena *arena, ptrdiff_t count, ptrdiff_t size);
#define ARENA_NEW(arena, type, count) ((type *)arena_alloc(arena, count, sizeof(type)))

// A terminated copy of n bytes of text.
char *arena_text(struct arena *arena, const char *text, ptrdiff_t n);
// A formatted text (printf form).
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
