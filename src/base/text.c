// text: growing UTF-8 in an arena, UTF-8 checks, the nearest word, the shortest form of a number.
// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    CAP_FIRST    = 64,    // bytes of a new text; caps stay multiples of 16, as the arena aligns
    WORD_MAX     = 64,    // longest word that text_nearest looks at
    DIGITS_MAX   = 17,    // decimal digits that tell any two doubles apart
    POINT_MAX    = 21,    // decimal exponents from POINT_MIN to POINT_MAX are written out
    POINT_MIN    = -6,
    NUMBER_BYTES = 32
};

// The significant digits of a positive number: 0.d1d2d3... x 10^point.
struct decimal {
    char digits[NUMBER_BYTES];
    int  n, point;
};

// Room for `more` bytes and the terminator; in place when nothing was allocated since.
static void text_grow(struct text *text, ptrdiff_t more) {
    assert(more >= 0 && more < PTRDIFF_MAX/4 && text->n < PTRDIFF_MAX/4);
    ptrdiff_t need = text->n + more + 1;
    if (need <= text->cap) return;
    ptrdiff_t cap = text->cap;
    while (cap < need) cap *= 2;
    if (text->arena->at == text->data + text->cap) {
        arena_alloc(text->arena, cap - text->cap, 1);
    } else {
        char *data = arena_alloc(text->arena, cap, 1);
        memcpy(data, text->data, (size_t)text->n + 1);
        text->data = data;
    }
    text->cap = cap;
}

struct text text_new(struct arena *arena) {
    char *data = arena_alloc(arena, CAP_FIRST, 1);
    return (struct text){.data = data, .cap = CAP_FIRST, .arena = arena};
}

void text_add_bytes(struct text *text, const char *more, ptrdiff_t n) {
    text_grow(text, n);
    memcpy(text->data + text->n, more, (size_t)n);
    text->n += n;
    text->data[text->n] = '\0';
}

void text_add(struct text *text, const char *more) {
    text_add_bytes(text, more, (ptrdiff_t)strlen(more));
}

void text_addf(struct text *text, const char *format, ...) {
    assert(format);
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    assert(n >= 0);
    text_grow(text, n);
    vsnprintf(text->data + text->n, (size_t)n + 1, format, again);
    va_end(again);
    text->n += n;
}

uint32_t text_hash(const char *text) {
    const uint32_t basis = 2166136261u, prime = 16777619u;
    uint32_t hash = basis;
    for (; *text; text++) hash = (hash ^ (unsigned char)*text) * prime;
    return hash & INT32_MAX;
}

bool text_starts(const char *text, const char *prefix) {
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

// Bytes of the character that begins at text[0], 0 if none does. The bounds of the second byte keep
// out overlong forms, surrogates and everything above U+10FFFF.
static int character_bytes(const unsigned char *text, ptrdiff_t n) {
    unsigned char lead = text[0], low = 0x80, high = 0xBF;
    int bytes = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (lead > 0 && lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4 || n < bytes) return 0;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
    if (text[1] < low || text[1] > high) return 0;
    for (int i = 2; i < bytes; i++)
        if ((text[i] & 0xC0) != 0x80) return 0;
    return bytes;
}

ptrdiff_t text_utf8_prefix(const char *text, ptrdiff_t n) {
    ptrdiff_t at = 0;
    while (at < n) {
        int bytes = character_bytes((const unsigned char *)text + at, n - at);
        if (bytes == 0) break;
        at += bytes;
    }
    return at;
}

bool text_is_utf8(const char *text, ptrdiff_t n) { return text_utf8_prefix(text, n) == n; }

static bool is_plain(int code) {
    bool is_white   = code == '\t' || code == '\n';
    bool is_control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    bool is_turn    = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    return is_white || (!is_control && !is_turn);
}

ptrdiff_t text_plain_prefix(const char *text, ptrdiff_t n, int *code) {
    const unsigned char *byte = (const unsigned char *)text;
    for (ptrdiff_t at = 0, next; at < n; at = next) {
        *code = byte[at] < 0x80 ? byte[at] : byte[at] & (byte[at] < 0xE0 ? 0x1F : 0x0F);
        for (next = at + 1; next < n && (byte[next] & 0xC0) == 0x80; next++)
            *code = *code << 6 | (byte[next] & 0x3F);
        if (!is_plain(*code)) return at;
    }
    return n;
}

void text_make_plain(char *text, ptrdiff_t n) {
    int code;
    for (ptrdiff_t at = 0; (at += text_plain_prefix(text + at, n - at, &code)) < n;) {
        text[at++] = '?';
        while (at < n && (text[at] & 0xC0) == 0x80) text[at++] = '?';
    }
}

void text_shown(char *out, ptrdiff_t size, const char *text) {
    assert(size >= 4);
    ptrdiff_t n = (ptrdiff_t)strnlen(text, (size_t)size);
    bool is_cut = n >= size;
    if (is_cut) n = text_utf8_prefix(text, size - 4);
    memcpy(out, text, (size_t)n);
    snprintf(out + n, (size_t)(size - n), "%s", is_cut ? "..." : "");
}

static int least(int a, int b) { return a < b ? a : b; }

// Edits (put in, take out, change, swap neighbours) that make b of a.
static int edit_distance(const char *a, int n_a, const char *b, int n_b) {
    int rows[3][WORD_MAX + 1];
    int *two_up = rows[0], *up = rows[1], *row = rows[2];
    for (int j = 0; j <= n_b; j++) up[j] = j;
    for (int i = 1; i <= n_a; i++) {
        row[0] = i;
        for (int j = 1; j <= n_b; j++) {
            int change = up[j-1] + (a[i-1] != b[j-1]);
            row[j] = least(change, 1 + least(up[j], row[j-1]));
            if (i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1])
                row[j] = least(row[j], 1 + two_up[j-2]);
        }
        int *free_row = two_up;
        two_up = up;
        up     = row;
        row    = free_row;
    }
    return up[n_b];
}

const char *text_nearest(const char *word, const char *const *candidates, int n) {
    const char *nearest = NULL;
    int n_word = (int)strnlen(word, WORD_MAX + 1), distance_best = WORD_MAX + 1;
    if (n_word > WORD_MAX) return NULL;
    for (int i = 0; i < n; i++) {
        int n_candidate = (int)strnlen(candidates[i], WORD_MAX + 1);
        if (n_candidate > WORD_MAX) continue;
        int longer   = n_word > n_candidate ? n_word : n_candidate;
        int allowed  = longer >= 3 ? longer / 3 : longer / 2;
        int least_edits = longer - (longer == n_word ? n_candidate : n_word);   // to be as long
        if (least_edits > allowed || least_edits >= distance_best) continue;
        int distance = edit_distance(word, n_word, candidates[i], n_candidate);
        if (distance > allowed || distance >= distance_best) continue;
        nearest       = candidates[i];
        distance_best = distance;
    }
    return nearest;
}

// Adds one to the last of the digits in text[n]. Digits that are all nines become zeros, which is
// no way to write the number and so never read back as it.
static void digits_up(char *text, ptrdiff_t n) {
    for (char *c = text + n - 1; c >= text; c--) {
        if (*c == '.') continue;
        *c = *c == '9' ? '0' : (char)(*c + 1);
        if (*c != '0') return;
    }
}

// `value` to n digits, nearest or the one above that, without the zeros at their end.
// True if it reads back as `value`.
static bool decimal_round(struct decimal *decimal, double value, int n, bool is_above) {
    char text[NUMBER_BYTES];
    snprintf(text, sizeof text, "%.*e", n - 1, value);
    char *mark = strchr(text, 'e');
    if (is_above) digits_up(text, mark - text);
    decimal->n = 0;
    for (const char *c = text; c < mark; c++)
        if (*c != '.') decimal->digits[decimal->n++] = *c;
    while (decimal->n > 1 && decimal->digits[decimal->n - 1] == '0') decimal->n--;
    decimal->point = (int)strtol(mark + 1, NULL, 10) + 1;
    return strtod(text, NULL) == value;
}

// A number of few decimals is a whole number over a power of ten, both exact; their quotient is the
// number that these digits read back as. So few digits stand for one number only, and the first
// that fit are the shortest. False: not of that kind.
static bool decimal_of_few(struct decimal *decimal, double value) {
    static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10};
    enum { POWERS = sizeof powers / sizeof *powers };
    const double whole_most = 1e15;   // up to DBL_DIG digits
    char reversed[NUMBER_BYTES] = "";
    for (int k = 0; k < POWERS; k++) {
        double whole = rint(value * powers[k]);
        if (whole >= whole_most) break;
        if (whole < 1 || whole / powers[k] != value) continue;
        int n = 0, first = 0;
        for (int64_t rest = (int64_t)whole; rest > 0; rest /= 10)
            reversed[n++] = (char)('0' + rest % 10);
        while (reversed[first] == '0') first++;
        decimal->point = n - k;
        decimal->n = n - first;
        for (int i = 0; i < decimal->n; i++) decimal->digits[i] = reversed[n - 1 - i];
        return true;
    }
    return false;
}

// Up to DBL_DIG digits stand for one normal number only, so there the first that fits is the
// shortest; subnormal numbers have fewer, and are searched from one digit on. Above a power of two
// the numbers lie twice as far apart as below, so that the nearest digits may miss it and the next
// ones above still read back as it.
static struct decimal decimal_shortest(double value) {
    struct decimal decimal;
    if (decimal_of_few(&decimal, value)) return decimal;
    int exponent, n = value < DBL_MIN ? 1 : DBL_DIG;
    bool is_power = frexp(value, &exponent) == 0.5;
    for (; n < DIGITS_MAX; n++) {
        if (decimal_round(&decimal, value, n, false)) return decimal;
        if (is_power && decimal_round(&decimal, value, n, true)) return decimal;
    }
    bool is_exact = decimal_round(&decimal, value, DIGITS_MAX, false);
    assert(is_exact);
    return decimal;
}

static char *zeros_put(char *out, int n) {
    memset(out, '0', (size_t)n);
    return out + n;
}

static char *digits_put(char *out, const char *digits, int n) {
    memcpy(out, digits, (size_t)n);
    return out + n;
}

void text_number(char *out, double value) {
    assert(isfinite(value));
    if (value < 0) *out++ = '-';
    struct decimal d = {.digits = "0", .n = 1, .point = 1};
    if (value != 0) d = decimal_shortest(fabs(value));
    if (d.point > POINT_MAX || d.point < POINT_MIN + 1) {
        *out++ = d.digits[0];
        if (d.n > 1) *out++ = '.';
        out = digits_put(out, d.digits + 1, d.n - 1);
        snprintf(out, NUMBER_BYTES - DIGITS_MAX - 2, "e%+d", d.point - 1);
        return;
    }
    // Written out: zeros before the digits, a point inside them, or zeros after them.
    if (d.point <= 0) {
        out = digits_put(out, "0.", 2);
        out = zeros_put(out, -d.point);
        out = digits_put(out, d.digits, d.n);
    } else if (d.point < d.n) {
        out = digits_put(out, d.digits, d.point);
        *out++ = '.';
        out = digits_put(out, d.digits + d.point, d.n - d.point);
    } else {
        out = digits_put(out, d.digits, d.n);
        out = zeros_put(out, d.point - d.n);
    }
    *out = '\0';
}
