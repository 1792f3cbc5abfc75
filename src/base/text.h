// text: a growing piece of UTF-8 in an arena, and questions about short texts.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_TEXT_H
#define STIPPLE_BASE_TEXT_H

#include "base/arena.h"

#include <stdbool.h>

struct text {
    char         *data;   // terminated; "" when empty
    ptrdiff_t     n;      // bytes, without the terminator
    ptrdiff_t     cap;
    struct arena *arena;
};

struct text text_new(struct arena *arena);
void        text_add(struct text *text, const char *more);
void        text_add_bytes(struct text *text, const char *more, ptrdiff_t n);
void        text_addf(struct text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

bool text_equal(const char *a, const char *b);            // two NULLs are equal
bool text_starts(const char *text, const char *prefix);
bool text_is_utf8(const char *text, ptrdiff_t n);         // valid, no surrogates, no NUL

// The candidate nearest to `word` by edit distance, or NULL when none is near enough to suggest.
const char *text_nearest(const char *word, const char *const *candidates, int n);

// The shortest decimal form of a finite number that reads back to the same bits ("-0" is "0").
// `out` holds at least 32 bytes. The form is valid JSON.
void text_number(char *out, double value);

#endif
