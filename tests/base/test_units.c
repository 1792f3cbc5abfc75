// test_units: quantities as people write them, and what is no quantity.
// SPDX-License-Identifier: Apache-2.0
#include "base/units.h"

#include "test_doc.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct reading {
    const char       *text, *unit;
    enum units_result result;
    double            value;
};

static void all_read(const struct reading *readings, size_t n) {
    for (size_t i = 0; i < n; i++) {
        const struct reading *r      = &readings[i];
        double                value  = -1;
        enum units_result     result = units_parse(r->text, r->unit, &value);
        if (result != r->result) fail_msg("%s in %s: %d", r->text, r->unit, (int)result);
        bool has_value = result == UNITS_OK || result == UNITS_NO_UNIT;
        if (has_value && !(fabs(value - r->value) <= 1e-12 * fabs(r->value)))
            fail_msg("%s in %s: %g, not %g", r->text, r->unit, value, r->value);
        if (!has_value && value != -1) fail_msg("%s: refused, yet written: %g", r->text, value);
    }
}

#define ALL_READ(readings) all_read(readings, sizeof(readings) / sizeof *(readings))

// The factors are definitions, written here a second time.
static void quantities_are_converted_to_the_unit_of_the_field(void **state) {
    (void)state;
    static const struct reading readings[] = {
        {"1.5 mm", "mm", UNITS_OK, 1.5},     {"1.5mm", "mm", UNITS_OK, 1.5},
        {"1500 um", "mm", UNITS_OK, 1.5},    {"0.15 cm", "mm", UNITS_OK, 1.5},
        {"1.5 mm", "um", UNITS_OK, 1500},    {"15e-1 mm", "mm", UNITS_OK, 1.5},
        {"250 /cm2", "/cm2", UNITS_OK, 250}, {"2.5 /mm2", "/cm2", UNITS_OK, 250},
        {"3 d", "d", UNITS_OK, 3},           {"2 w", "d", UNITS_OK, 14},
        {"500 mg", "g", UNITS_OK, 0.5},      {"70 kg", "kg", UNITS_OK, 70},
        {"16000 mm2", "cm2", UNITS_OK, 160}, {"1 m2", "cm2", UNITS_OK, 10000},
        {"90 mm/s", "cm/s", UNITS_OK, 9},    {"6000 rpm", "Hz", UNITS_OK, 100},
        {"5 mg/ml", "mg/ml", UNITS_OK, 5},   {"5000 ug/ml", "mg/ml", UNITS_OK, 5},
        {"250 ms", "s", UNITS_OK, 0.25},     {"100 mg/cm2", "g/cm2", UNITS_OK, 0.1},
        {"-4 C", "C", UNITS_OK, -4},         {"0 mm", "mm", UNITS_OK, 0},
        {"48 h", "h", UNITS_OK, 48},         {"1E2 min", "min", UNITS_OK, 100},
    };
    ALL_READ(readings);
}

static void a_bare_number_is_told_apart_and_keeps_its_value(void **state) {
    (void)state;
    static const struct reading readings[] = {
        {"7", "d", UNITS_NO_UNIT, 7},
        {"1.5", "mm", UNITS_NO_UNIT, 1.5},
        {"-2e1", "mm", UNITS_NO_UNIT, -20},
        {"0", "mm", UNITS_NO_UNIT, 0},
    };
    ALL_READ(readings);
}

static void what_is_no_number_is_refused(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",       " ",        "mm",          " 1 mm",       "+1 mm", ".5 mm", "1. mm",     "deep",
        "nan mm", ".nan",     "NaN mm",      "inf",         ".inf",  "1e999", "-1e999 mm", "- 1 mm",
        "--1 mm", "1e999 mm", "infinity mm", "\xC2\xBD mm", "-",     "-mm",   "e5 mm"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        double value = -1;
        if (units_parse(texts[i], "mm", &value) != UNITS_NO_NUMBER) fail_msg("%s", texts[i]);
        assert_true(value == -1);
    }
}

static void a_unit_of_another_dimension_is_refused(void **state) {
    (void)state;
    static const char *const texts[] = {
        "1 d",     "1 kg",  "1 inch", "1 MM",  "1 Mm", "1  mm",       "1 mm ", "1 m",  "1,5 mm",
        "0x10 mm", "01 mm", "1 2",    "1 mm2", "1 %",  "1 \xC2\xB5m", "1e mm", "1 e5", "1_000 mm"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        double value = -1;
        if (units_parse(texts[i], "mm", &value) != UNITS_WRONG_UNIT) fail_msg("%s", texts[i]);
        assert_true(value == -1);
    }
}

// Days, hours, minutes and months are dimensions of their own: "1 d" is no number of hours.
static void no_unit_stands_for_another_dimension(void **state) {
    (void)state;
    static const char *const units[] = {"mm", "cm2",     "d",    "h",     "min",  "s",
                                        "g",  "kg",      "/cm2", "g/cm2", "cm/s", "Hz",
                                        "C",  "min/cm2", "mg/g", "mo",    "y",    "%"};
    enum { N = sizeof units / sizeof *units };
    for (int i = 0; i < N; i++)
        for (int k = 0; k < N; k++) {
            char   text[32] = "2 ";
            double value    = -1;
            memcpy(text + 2, units[i], strlen(units[i]) + 1);
            enum units_result result = units_parse(text, units[k], &value);
            if ((result == UNITS_OK) != (i == k)) fail_msg("%s in %s", units[i], units[k]);
        }
}

static void a_bare_number_has_the_grammar_of_json(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double      value;
    } good[] = {{"0", 0},      {"-0", 0},      {"12", 12},      {"1.25", 1.25},
                {"1e3", 1000}, {"1E-2", 0.01}, {"-7.5e+1", -75}};
    static const char *const bad[] = {"",   "+1", ".5",  "1.",  "01",  "1e",  "1e+",   "0x1F",
                                      "1 ", " 1", "1_0", "nan", "inf", "1,5", "1e999", "--1"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        double value = -1;
        if (!units_number(good[i].text, &value)) fail_msg("%s", good[i].text);
        assert_true(value == good[i].value);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        double value = -1;
        if (units_number(bad[i], &value)) fail_msg("%s", bad[i]);
    }
}

static void every_unit_named_as_allowed_is_taken(void **state) {
    struct world            *world   = *state;
    static const char *const units[] = {"mm", "cm2", "d", "/cm2", "s"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        const char *list = units_allowed(units[i], &world->arena);
        assert_true(text_starts(list, units[i]));
        int n = 0;
        for (const char *at = list; *at; n++) {
            char      text[32] = "2 ";
            double    value    = -1;
            ptrdiff_t length   = (ptrdiff_t)strcspn(at, ",");
            memcpy(text + 2, at, (size_t)length);
            text[2 + length] = 0;
            if (units_parse(text, units[i], &value) != UNITS_OK) fail_msg("%s of %s", text, list);
            at += length + (ptrdiff_t)strspn(at + length, ", ");
        }
        assert_true(n > 1);
    }
    assert_true(units_spelled("mm"));
    assert_false(units_spelled("furlong"));
}

static void a_unit_is_a_product_of_known_ones(void **state) {
    static const char *const good[] = {"1",    "mm",   "/d",    "cm/h",       "m2/s",
                                       "Pa s", "N/m",  "W/m/K", "g/mol",      "m3",
                                       "/cm2", "/in2", "point", "log10(m2/s)"};
    static const char *const bad[]  = {"",    "parsec", "cm/",    "/",      " mm",
                                       "mm ", "m2//s",  "log10",  "log10(", "log10(parsec)",
                                       "2mm", "mm)",    "log10()"};
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!units_spelled(good[i])) fail_msg("%s", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (units_spelled(bad[i])) fail_msg("%s", bad[i]);
}

// The naive twin is strtod: short numbers are put together by ourselves, to the same bits.
static void numbers_have_the_bits_of_strtod(void **state) {
    static const char *const some[] = {"0",   "-0",    "0.1",   "1e-3",  "123456789012345",
                                       "0.3", "-2.50", "1e22",  "1E+5",  "0.000000000001",
                                       "7",   "1.7e9", "-1e-9", "99.99", "12345678901234567890"};
    uint64_t                 seed   = 1;
    char                     text[40];
    (void)state;
    for (int i = 0; i < 100000; i++) {
        double value;
        seed      = seed * 6364136223846793005u + 1442695040888963407u;
        int whole = (int)(seed >> 44), part = (int)(seed >> 33) & 0xFFFFF;
        if (i < 15) snprintf(text, sizeof text, "%s", some[i]);
        else snprintf(text, sizeof text, "%s%d.%0*d", i & 1 ? "-" : "", whole, 1 + i % 7, part);
        bool   is_read = units_number(text, &value);
        double naive   = strtod(text, NULL);
        if (!is_read || memcmp(&value, &naive, sizeof value) != 0) fail_msg("%s: %a", text, value);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(quantities_are_converted_to_the_unit_of_the_field),
        IN_WORLD(a_bare_number_is_told_apart_and_keeps_its_value),
        IN_WORLD(what_is_no_number_is_refused),
        IN_WORLD(a_unit_of_another_dimension_is_refused),
        IN_WORLD(no_unit_stands_for_another_dimension),
        IN_WORLD(a_bare_number_has_the_grammar_of_json),
        IN_WORLD(every_unit_named_as_allowed_is_taken),
        IN_WORLD(a_unit_is_a_product_of_known_ones),
        IN_WORLD(numbers_have_the_bits_of_strtod),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
