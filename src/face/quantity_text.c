// SPDX-License-Identifier: Apache-2.0
#include "face/quantity_text.h"

#include <math.h>

enum { HOURS_PER_DAY = 24, MINUTES_PER_HOUR = 60, FEW = 10 };

// ---- numbers as people say them ----

struct spoken {   // one number, rounded, with its unit in words
    char        number[32];
    const char *unit;
};

static double to_step(double value, double step) { return round(value / step) * step; }

static void say(struct spoken *spoken, double value, double step, const char *unit) {
    text_number(spoken->number, quantity_rounded(to_step(value, step), 12));
    spoken->unit = unit;
}

static struct spoken duration_said(double hours) {
    struct spoken spoken;
    double        days = hours / HOURS_PER_DAY, minutes = hours * MINUTES_PER_HOUR;
    if (days >= FEW) say(&spoken, days, 1, "days");
    else if (days >= 1) say(&spoken, days, 0.1, "days");
    else if (hours >= FEW) say(&spoken, hours, 1, "hours");
    else if (hours >= 1 || hours == 0) say(&spoken, hours, 0.1, "hours");
    else say(&spoken, minutes, minutes >= FEW ? FEW / 2.0 : 1, "minutes");
    return spoken;
}

// What other units are called, and to which step they are rounded; 0: to three digits.
static const struct {
    const char *unit, *said;
    double      step;
} units[] = {
    {"1", "", 0.01},        {"min", "minutes", 1},
    {"mm", "mm", 0.01},     {"cm2", "cm2", 1},
    {"g", "g", 0.1},        {"ug/cm2", "micrograms per cm2", 0},
    {"/cm2", "per cm2", 0}, {"cm/s", "cm a second", 0},
    {"Hz", "a second", 1},
};

static struct spoken number_said(const char *unit, double value) {
    struct spoken spoken;
    if (text_equal(unit, "h")) return duration_said(value);
    if (text_equal(unit, "d")) return duration_said(value * HOURS_PER_DAY);
    for (int i = 0; i < (int)(sizeof units / sizeof *units); i++) {
        if (!text_equal(units[i].unit, unit)) continue;
        if (units[i].step > 0) say(&spoken, value, units[i].step, units[i].said);
        else {
            text_number(spoken.number, quantity_rounded(value, QUANTITY_TEXT_DIGITS));
            spoken.unit = units[i].said;
        }
        return spoken;
    }
    text_number(spoken.number, quantity_rounded(value, QUANTITY_TEXT_DIGITS));
    spoken.unit = unit;
    return spoken;
}

static const char *with_unit(const struct spoken *spoken, struct arena *arena) {
    const char *space = *spoken->unit ? " " : "";
    return arena_format(arena, "%s%s%s", spoken->number, space, spoken->unit);
}

static bool is_one(const struct spoken *a, const struct spoken *b) {
    return text_equal(a->number, b->number) && text_equal(a->unit, b->unit);
}

static const char *range_said(const struct spoken *low, const struct spoken *high,
                              struct arena *arena) {
    bool is_same_unit = text_equal(low->unit, high->unit);
    return arena_format(arena, "%s to %s", is_same_unit ? low->number : with_unit(low, arena),
                        with_unit(high, arena));
}

// Money is told to the cent: three capitals.
static bool is_money(const char *unit) {
    int n = 0;
    while (unit[n] >= 'A' && unit[n] <= 'Z') n++;
    return n == 3 && !unit[3];
}

const char *quantity_text_plain(const struct quantity *quantity, struct arena *arena) {
    bool has_band = quantity->low.is_known && quantity->high.is_known;
    if (is_money(quantity->unit)) return quantity_shown(quantity, QUANTITY_TEXT_DIGITS, arena);
    struct spoken value = number_said(quantity->unit, quantity->value.value);
    struct spoken low   = number_said(quantity->unit, quantity->low.value);
    struct spoken high  = number_said(quantity->unit, quantity->high.value);
    if (!quantity->value.is_known) return has_band ? range_said(&low, &high, arena) : "-";
    if (!has_band || is_one(&low, &high)) return with_unit(&value, arena);
    if (text_equal(value.unit, low.unit) && text_equal(value.unit, high.unit))
        return arena_format(arena, "%s (%s to %s)%s%s", value.number, low.number, high.number,
                            *value.unit ? " " : "", value.unit);
    return arena_format(arena, "%s (%s)", with_unit(&value, arena), range_said(&low, &high, arena));
}

// ---- with their sources ----

const char *quantity_text_sources(const struct names *sources, int grade, int status,
                                  struct arena *arena) {
    if (!sources->n) return "";
    return arena_format(arena, "[%s; %s]", said_list(sources, arena),
                        said_evidence(grade, status, arena));
}

const char *quantity_text_origin(const struct quantity *quantity, struct arena *arena) {
    static const char *const kinds[] = {"computed", "measured elsewhere", "advice"};
    const struct names      *sources = &quantity->sources;
    if (is_money(quantity->unit) && sources->n == 1 && text_equal(sources->items[0], "clinic"))
        return "[price list of the clinic]";   // no evidence, so neither grade nor status
    return arena_format(arena, "[%s; %s; %s]", kinds[quantity->kind - 1],
                        said_evidence(quantity->grade, quantity->status, arena),
                        said_list(&quantity->sources, arena));
}

const char *quantity_text_people(const struct quantity *share, const struct knowledge *knowledge,
                                 struct arena *arena) {
    const char *const pairs[] = {"value", arena_format(arena, "%.0f", 100 * share->value.value),
                                 "low",   arena_format(arena, "%.0f", 100 * share->low.value),
                                 "high",  arena_format(arena, "%.0f", 100 * share->high.value),
                                 NULL};
    return load_filled(load_saying(knowledge, "report.people"), pairs, arena);
}

void quantity_text_write(struct page *page, const char *label, const struct quantity *quantity) {
    struct arena *arena = page->out.arena;
    if (!quantity) return;
    page_pair(page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN, label,
              arena_format(arena, "%s %s", quantity_text_plain(quantity, arena),
                           quantity_text_origin(quantity, arena)));
    if (quantity->because)
        page_marked(page, 2 + QUANTITY_TEXT_COLUMNS, PAGE_DIM, quantity->because);
}
