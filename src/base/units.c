// SPDX-License-Identifier: Apache-2.0
#include "base/units.h"

#include "base/text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// Each unit in terms of the first of its dimension. Factors are definitions.
static const struct units_row {
    const char *name, *dimension;
    double      factor;
} units_table[] = {
    {"mm", "length", 1},
    {"um", "length", 1e-3},
    {"cm", "length", 10},
    {"cm2", "area", 1},
    {"mm2", "area", 1e-2},
    {"m2", "area", 1e4},
    {"d", "days", 1},
    {"w", "days", 7},
    {"h", "hours", 1},
    {"min", "minutes", 1},
    {"s", "seconds", 1},
    {"ms", "seconds", 1e-3},
    {"g", "mass", 1},
    {"mg", "mass", 1e-3},
    {"kg", "weight", 1},
    {"/cm2", "density", 1},
    {"/mm2", "density", 100},
    {"g/cm2", "dose", 1},
    {"mg/cm2", "dose", 1e-3},
    {"cm/s", "speed", 1},
    {"mm/s", "speed", 0.1},
    {"Hz", "frequency", 1},
    {"rpm", "frequency", 1.0 / 60},
    {"MHz", "frequency", 1e6},
    {"kHz", "frequency", 1e3},
    {"W", "power", 1},
    {"mJ", "energy", 1},
    {"C", "temperature", 1},
    {"min/cm2", "pace", 1},
    {"mg/g", "strength", 1},
    {"mg/ml", "concentration", 1},
    {"ug/ml", "concentration", 1e-3},
    {"mo", "months", 1},
    {"y", "years", 1},
    {"%", "percentage", 1},
};

enum { UNITS_ROWS = sizeof units_table / sizeof units_table[0] };
enum { DIGITS_EXACT = 15 };   // fewer digits than a double holds

static const struct units_row *units_row(const char *name) {
    for (int i = 0; i < UNITS_ROWS; i++)
        if (text_equal(units_table[i].name, name)) return &units_table[i];
    return NULL;
}

// Length of the JSON number that begins `text`, 0 if none does.
static ptrdiff_t number_length(const char *text) {
    const char *at = text + (*text == '-');
    if (*at == '0') at++;
    else if (*at >= '1' && *at <= '9') at += strspn(at, "0123456789");
    else return 0;
    if (*at == '.') {
        ptrdiff_t digits = (ptrdiff_t)strspn(at + 1, "0123456789");
        if (digits == 0) return 0;
        at += 1 + digits;
    }
    if (*at == 'e' || *at == 'E') {
        const char *exponent = at + 1 + (at[1] == '-' || at[1] == '+');
        ptrdiff_t   digits   = (ptrdiff_t)strspn(exponent, "0123456789");
        if (digits > 0) at = exponent + digits;
    }
    return at - text;
}

// The number of n bytes that begins `text`. Few digits make a whole number and a power of ten that
// are both exact, so their quotient is what strtod gives; others are left to it.
static double number_of(const char *text, ptrdiff_t n) {
    double digits = 0, power = 1;
    bool   has_point = false;
    for (ptrdiff_t i = *text == '-'; i < n; i++) {
        if (n > DIGITS_EXACT || text[i] == 'e' || text[i] == 'E') return strtod(text, NULL);
        if (text[i] == '.') has_point = true;
        else {
            digits = 10 * digits + (text[i] - '0');
            power *= has_point ? 10 : 1;
        }
    }
    return *text == '-' ? -(digits / power) : digits / power;
}

bool units_number(const char *text, double *value) {
    ptrdiff_t n = number_length(text);
    if (n == 0 || text[n] != 0) return false;
    *value = number_of(text, n);
    return isfinite(*value);
}

enum units_result units_parse(const char *text, const char *unit, double *value) {
    ptrdiff_t n = number_length(text);
    if (n == 0) return UNITS_NO_NUMBER;
    double number = number_of(text, n);
    if (!isfinite(number)) return UNITS_NO_NUMBER;
    const char *given = text + n + (text[n] == ' ');
    if (*given == 0) {
        *value = number;
        return UNITS_NO_UNIT;
    }
    const struct units_row *from = units_row(given), *to = units_row(unit);
    if (!from || !to || !text_equal(from->dimension, to->dimension)) return UNITS_WRONG_UNIT;
    *value = from->factor == to->factor ? number : number * from->factor / to->factor;
    return UNITS_OK;
}

// A symbol with a whole power or none, such as "m2". 0: none begins here.
static ptrdiff_t factor_length(const char *text) {
    static const char *const symbols[] = {"m",    "um",  "nm",  "A",   "l",  "ml",    "ug", "mol",
                                          "mmol", "N",   "Pa",  "kPa", "J",  "W",     "V",  "S",
                                          "F",    "kHz", "MHz", "K",   "in", "point", "USD"};
    ptrdiff_t                n         = (ptrdiff_t)strcspn(text, " /)0123456789");
    bool                     is_symbol = false;
    for (size_t i = 0; i < sizeof symbols / sizeof symbols[0]; i++)
        is_symbol = is_symbol || ((ptrdiff_t)strlen(symbols[i]) == n &&
                                  strncmp(symbols[i], text, (size_t)n) == 0);
    for (int i = 0; i < UNITS_ROWS; i++)
        is_symbol = is_symbol || ((ptrdiff_t)strlen(units_table[i].name) == n &&
                                  strncmp(units_table[i].name, text, (size_t)n) == 0);
    return is_symbol ? n + (ptrdiff_t)strspn(text + n, "0123456789") : 0;
}

// Factors apart by a space or a stroke; the first may stand below the stroke alone.
static bool is_product(const char *text, ptrdiff_t n) {
    const char *at = text + (*text == '/'), *end = text + n;
    while (at < end) {
        ptrdiff_t more = factor_length(at);
        if (more == 0) return false;
        at += more;
        if (at == end) return true;
        if (*at != ' ' && *at != '/') return false;
        at++;
    }
    return false;
}

bool units_spelled(const char *unit) {
    static const char log[] = "log10(";
    ptrdiff_t         n = (ptrdiff_t)strlen(unit), head = (ptrdiff_t)strlen(log);
    if (units_row(unit) || text_equal(unit, "1")) return true;
    if (!text_starts(unit, log)) return is_product(unit, n);
    return unit[n - 1] == ')' && is_product(unit + head, n - head - 1);
}

const char *units_allowed(const char *unit, struct arena *arena) {
    const struct units_row *wanted = units_row(unit);
    struct text             list   = text_new(arena);
    text_add(&list, unit);
    for (int i = 0; wanted && i < UNITS_ROWS; i++)
        if (&units_table[i] != wanted && text_equal(units_table[i].dimension, wanted->dimension))
            text_addf(&list, ", %s", units_table[i].name);
    return list.data;
}
