// SPDX-License-Identifier: Apache-2.0
#include "base/arena.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { ARENA_ALIGN = 16 };

enum status arena_open(struct arena *arena, ptrdiff_t bytes, struct fault *fault) {
    void *base = mmap(NULL, (size_t)bytes, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (base == MAP_FAILED)
        return fault_at(fault, ST_LIMIT, "memory: %td bytes could not be reserved", bytes);
    arena->at  = base;
    arena->end = arena->at + bytes;
    return ST_OK;
}

void arena_close(char *base, ptrdiff_t bytes) { munmap(base, (size_t)bytes); }

void arena_trim(const struct arena *arena, ptrdiff_t kept) {
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t from = ((uintptr_t)arena->at + (uintptr_t)kept + page - 1) / page * page;
    uintptr_t to   = (uintptr_t)arena->end / page * page;
    if (from >= to) return;
    int error = madvise(arena->at + (from - (uintptr_t)arena->at), to - from, MADV_DONTNEED);
    assert(error == 0);
}

void *arena_alloc(struct arena *arena, ptrdiff_t count, ptrdiff_t size) {
    assert(count >= 0 && size > 0);
    ptrdiff_t pad = -(intptr_t)arena->at & (ARENA_ALIGN - 1);
    assert(count <= (arena->end - arena->at - pad) / size);
    char *at  = arena->at + pad;
    arena->at = at + count * size;
    return memset(at, 0, (size_t)(count * size));
}

char *arena_text(struct arena *arena, const char *text, ptrdiff_t n) {
    char *copy = arena_alloc(arena, n + 1, 1);
    memcpy(copy, text, (size_t)n);
    return copy;
}

char *arena_format(struct arena *arena, const char *format, ...) {
    assert(format);
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    assert(n >= 0);
    char *text = arena_alloc(arena, n + 1, 1);
    vsnprintf(text, (size_t)n + 1, format, again);
    va_end(again);
    return text;
}
