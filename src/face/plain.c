// SPDX-License-Identifier: Apache-2.0
#include "face/plain.h"

#include <math.h>

enum { DIGITS = 3, FEW_DIGITS = 2, HOUR_MIN = 60, DAY_MIN = 1440, WHOLE_FROM = 10, STEP_MIN = 5 };
static const double HUNDRED = 100;

// A value with the unit it is said in.
struct piece {
    char        number[32];
    const char *unit;   // id of its saying, or the unit itself
};

static double to_decimals(double value, int decimals) {
    double scale = pow(10, decimals);
    return round(value * scale) / scale;
}

static bool is_money(const char *unit) {
    int n = 0;
    while (unit[n] >= 'A' && unit[n] <= 'Z') n++;
    return n == 3 && !unit[3];
}

// ---- time ----

static double in_minutes(const char *unit, double value) {
    if (text_equal(unit, "d")) return value * DAY_MIN;
    return text_equal(unit, "h") ? value * HOUR_MIN : value;
}

static bool is_time(const char *unit) {
    return text_equal(unit, "d") || text_equal(unit, "h") || text_equal(unit, "min");
}

static double by_size(double value) { return to_decimals(value, value < WHOLE_FROM ? 1 : 0); }

// What is counted in minutes stays so; other times step down below a day and below an hour.
static struct piece time_piece(const char *unit, double value) {
    struct piece out     = {.unit = "min"};
    double       minutes = in_minutes(unit, value);
    double       said    = round(minutes);
    bool         is_step = !text_equal(unit, "min");
    if (is_step && minutes >= DAY_MIN) out.unit = "d", said = by_size(minutes / DAY_MIN);
    else if (is_step && minutes >= HOUR_MIN) out.unit = "h", said = by_size(minutes / HOUR_MIN);
    else if (is_step && minutes >= WHOLE_FROM) said = STEP_MIN * round(minutes / STEP_MIN);
    if (!minutes) out.unit = unit;
    text_number(out.number, said);
    return out;
}

// ---- everything else ----

static double said_as(const char *unit, double value) {
    if (is_money(unit) || text_equal(unit, "mm")) return to_decimals(value, 2);
    if (text_equal(unit, "cm/s") || text_equal(unit, "g")) return to_decimals(value, 1);
    if (text_equal(unit, "cm2") || text_equal(unit, "Hz")) return round(value);
    if (text_equal(unit, "ug/cm2") || text_equal(unit, "1"))
        return quantity_rounded(value, FEW_DIGITS);
    return quantity_rounded(value, DIGITS);
}

static struct piece piece_of(const char *unit, double value) {
    struct piece out = {.unit = unit};
    if (is_time(unit)) return time_piece(unit, value);
    text_number(out.number, said_as(unit, value));
    return out;
}

// The unit with the space before it: days and hours are written out, "/cm2" is "per cm2".
static const char *unit_said(const struct piece *piece, const struct knowledge *knowledge,
                             struct arena *arena) {
    const char *unit = piece->unit, *said = unit;
    bool        is_one = text_equal(piece->number, "1");
    if (text_equal(unit, "1")) return "";
    if (is_time(unit))
        said = load_saying(knowledge,
                           arena_format(arena, "page.unit.%s%s", unit, is_one ? "_one" : ""));
    if (text_equal(unit, "Hz")) said = load_saying(knowledge, "page.unit.hz");
    if (*unit == '/') return arena_format(arena, " per %s", unit + 1);
    return arena_format(arena, " %s", said);
}

static const char *ends_said(const struct piece *low, const struct piece *high,
                             const struct knowledge *knowledge, struct arena *arena) {
    bool is_same = text_equal(low->unit, high->unit);
    return arena_format(arena, "%s%s to %s%s", low->number,
                        is_same ? "" : unit_said(low, knowledge, arena), high->number,
                        is_same ? "" : unit_said(high, knowledge, arena));
}

static bool reads_same(const struct piece *one, const struct piece *other) {
    return text_equal(one->number, other->number) && text_equal(one->unit, other->unit);
}

const char *plain_shown(const struct quantity *quantity, const struct knowledge *knowledge,
                        struct arena *arena) {
    bool has_band = quantity->low.is_known && quantity->high.is_known;
    if (!quantity->value.is_known) return has_band ? plain_range(quantity, knowledge, arena) : "-";
    struct piece value = piece_of(quantity->unit, quantity->value.value);
    struct piece low   = piece_of(quantity->unit, quantity->low.value);
    struct piece high  = piece_of(quantity->unit, quantity->high.value);
    const char  *unit  = unit_said(&value, knowledge, arena);
    if (!has_band || reads_same(&low, &high))
        return arena_format(arena, "%s%s", value.number, unit);
    const char *ends = ends_said(&low, &high, knowledge, arena);
    if (text_equal(value.unit, low.unit) && text_equal(value.unit, high.unit))
        return arena_format(arena, "%s (%s)%s", value.number, ends,
                            unit_said(&high, knowledge, arena));
    if (text_equal(low.unit, high.unit))
        ends = arena_format(arena, "%s%s", ends, unit_said(&high, knowledge, arena));
    return arena_format(arena, "%s%s (%s)", value.number, unit, ends);
}

const char *plain_range(const struct quantity *quantity, const struct knowledge *knowledge,
                        struct arena *arena) {
    bool         has_band = quantity->low.is_known && quantity->high.is_known;
    struct piece low      = piece_of(quantity->unit, quantity->low.value);
    struct piece high     = piece_of(quantity->unit, quantity->high.value);
    if (!has_band) return plain_shown(quantity, knowledge, arena);
    if (reads_same(&low, &high))
        return arena_format(arena, "%s%s", low.number, unit_said(&low, knowledge, arena));
    const char *ends = ends_said(&low, &high, knowledge, arena);
    if (!text_equal(low.unit, high.unit)) return ends;
    return arena_format(arena, "%s%s", ends, unit_said(&high, knowledge, arena));
}

// ---- shares ----

const char *plain_hundredths(const struct quantity *share, struct arena *arena) {
    bool is_some = share->high.is_known && share->high.value > 0;
    if (round(HUNDRED * share->value.value) == 0 && is_some &&
        round(HUNDRED * share->high.value) == 0)
        return "under 1";
    return arena_format(arena, "%.0f", HUNDRED * share->value.value);
}

const char *plain_band(const struct quantity *share, struct arena *arena) {
    double low = round(HUNDRED * share->low.value), high = round(HUNDRED * share->high.value);
    if (!share->low.is_known || !share->high.is_known || low == high) return NULL;
    return arena_format(arena, "%.0f to %.0f", low, high);
}
