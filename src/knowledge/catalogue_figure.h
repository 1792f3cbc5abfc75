// catalogue_figure: a cited number, and the rows that the tables of cited nouns share.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CATALOGUE_FIGURE_H
#define STIPPLE_KNOWLEDGE_CATALOGUE_FIGURE_H

#include "domain/field.h"
#include "domain/words.h"

// A cited number: value with its range, in the unit its field gives.
struct figure {
    struct amount  value, low, high;
    struct names   sources;   // source keys
    struct names   rows;      // evidence rows
    int            status, grade;
    struct wording because;
};

// ---- rows that many tables share ----

#define END                                                                                        \
    { 0 }
#define NEED .flags = FIELD_REQUIRED
#define NOUN_OF(name_, help_, S, rows)                                                             \
    { name_, help_, sizeof(struct S), rows, false }
#define COUNTED(S, m, lo, hi, ...) FIELD(S, m, NUMBER, .min = lo, .max = hi, __VA_ARGS__)
#define MM(S, m, help_)            FIELD(S, m, QUANTITY, .unit = "mm", .max = 100, .help = help_)
#define ROWS(S)                    FIELD(S, rows, TEXTS, .max = 20, .help = "evidence rows")
#define CITED(S)                                                                                   \
    FIELD(S, sources, NAMES, .vocabulary = "sources", .help = "keys of sources"), ROWS(S),         \
        FIELD(S, status, CHOICE, .words = words_status, .help = "where it comes from")
#define GRADED(S)                                                                                  \
    CITED(S), FIELD(S, grade, CHOICE, .words = words_grade, .help = "how strong the evidence is")
#define ID(S)                   FIELD(S, id, TEXT, .max = 60, NEED, .help = "id")
#define LABEL(S)                FIELD(S, label, WORDING, NEED, .help = "name for a person")
#define BECAUSE(S)              FIELD(S, because, WORDING, .help = "why, for a person")
#define TESTS(S, m, help_)      FIELD(S, m, LIST, .noun = &catalogue_rule_test_noun, .help = help_)
#define CODES(S, m, voc, help_) FIELD(S, m, NAMES, .vocabulary = voc, .help = help_)
#define FIGURE_OF(S, m, tag, help_)                                                                \
    FIELD(S, m, NOUN, .noun = &catalogue_figure_##tag, .help = help_)

extern const struct noun catalogue_rule_test_noun;
// By unit: mm, cm2, /cm2, min/cm2, cm/s, g/cm2, min, d, mg/g; without one; USD; any; Hz; MHz,
// ms, W, mJ; whole numbers; h.
extern const struct noun catalogue_figure_mm, catalogue_figure_cm2, catalogue_figure_per_cm2,
    catalogue_figure_pace, catalogue_figure_speed, catalogue_figure_dose, catalogue_figure_minutes,
    catalogue_figure_days, catalogue_figure_strength, catalogue_figure_ratio,
    catalogue_figure_money, catalogue_figure_plain, catalogue_figure_rate, catalogue_figure_radio,
    catalogue_figure_pulse, catalogue_figure_power, catalogue_figure_energy, catalogue_figure_count,
    catalogue_figure_hours;

#endif
