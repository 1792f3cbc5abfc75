// SPDX-License-Identifier: Apache-2.0
#include "domain/quantity.h"

#include <math.h>

const char *const quantity_kinds[] = {"computed", "measured", "advice", NULL};

#define BARE(m) m

static const struct field quantity_fields[] = {QUANTITY_ROWS(quantity, BARE), {0}};
const struct noun         quantity_noun = {"quantity", "a number with its kind, band and sources",
                                           sizeof(struct quantity), quantity_fields, false};

double quantity_rounded(double value, int digits) {
    if (value == 0 || !isfinite(value)) return value;
    double scale = pow(10, digits - 1 - (int)floor(log10(fabs(value))));
    return isfinite(scale) ? round(value * scale) / scale : value;
}

// "1234.5 USD" is money: it is shown to the cent, never to so many digits.
static bool is_money(const char *unit) {
    int n = 0;
    while (unit[n] >= 'A' && unit[n] <= 'Z') n++;
    return n == 3 && !unit[3];
}

static double to_cents(double value) { return round(value * 100) / 100; }

static double shown_as(const struct quantity *quantity, double value, int digits) {
    return is_money(quantity->unit) ? to_cents(value) : quantity_rounded(value, digits);
}

const char *quantity_shown(const struct quantity *quantity, int digits, struct arena *arena) {
    char value[32], low[32], high[32];
    text_number(value, shown_as(quantity, quantity->value.value, digits));
    text_number(low, shown_as(quantity, quantity->low.value, digits));
    text_number(high, shown_as(quantity, quantity->high.value, digits));
    const char *unit  = text_equal(quantity->unit, "1") ? "" : quantity->unit;
    const char *space = *unit == '/' ? " per " : *unit ? " " : "";
    if (*unit == '/') unit++;
    if (!quantity->value.is_known) return "-";
    if (!quantity->low.is_known || quantity->low.value == quantity->high.value)
        return arena_format(arena, "%s%s%s", value, space, unit);
    return arena_format(arena, "%s (%s to %s)%s%s", value, low, high, space, unit);
}
