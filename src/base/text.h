// text: a growing piece of UTF-8 in an arena, and questions about short texts.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_TEXT_H
#define STIPPLE_BASE_TEXT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

struct text {
    char         *data;   // terminated; "" when empty
    ptrdiff_t     n;      // bytes, without the terminator
    ptrdiff_t     cap;
    struct arena *arena;
};

struct text text_new(struct arena *arena);
void        text_add(struct text *text, const char *more);
void        text_add_bytes(struct text *text, const char *more, ptrdiff_t n);
void text_addf(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

// Two NULLs are equal. In the header, since every loop compares keys, and most differ at once.
static inline bool text_equal(const char *a, const char *b) {
    return a && b ? *a == *b && strcmp(a, b) == 0 : a == b;
}
bool      text_starts(const char *text, const char *prefix);
bool      text_is_utf8(const char *text, ptrdiff_t n);       // valid, no surrogates, no NUL
ptrdiff_t text_utf8_prefix(const char *text, ptrdiff_t n);   // bytes before the first that is not

// Bytes before the first character that no text may hold, n if there is none: a control character
// other than tab and newline, or one that turns the direction of what follows (U+202A to U+202E,
// U+2066 to U+2069). `text` is UTF-8, and *code then is that character.
ptrdiff_t text_plain_prefix(const char *text, ptrdiff_t n, int *code);

// Puts a question mark for every byte of such a character, in place.
void text_make_plain(char *text, ptrdiff_t n);

// A number from 0 to 2^31 - 1 that is the text's own, whatever stands beside it: FNV-1a of Fowler,
// Noll and Vo without its top bit.
uint32_t text_hash(const char *text);

// Writes `text` into out[size], cut on a character and ended with "..." where it is too long.
void text_shown(char *out, ptrdiff_t size, const char *text);

// The candidate nearest to `word` by edit distance in bytes (two swapped neighbours are one edit),
// or NULL when none is near enough to suggest: a third of the longer word, and from two bytes on at
// least one edit. Of equals the first. Words longer than 64 bytes are never near.
const char *text_nearest(const char *word, const char *const *candidates, int n);

// The shortest decimal form of a finite number that reads back to the same bits ("-0" is "0").
// `out` holds at least 32 bytes. The form is valid JSON, and the one ECMAScript writes: no exponent
// from 1e-6 up to 1e21. LC_NUMERIC must be "C", as it is in a program that never changes it.
void text_number(char *out, double value);

#endif
