// SPDX-License-Identifier: Apache-2.0
#include "knowledge/catalogue_figure.h"

// ---- figures: one table per unit ----

#define FIGURE(tag, unit_, most)                                                                   \
    static const struct field figure_##tag##_fields[] = {                                          \
        FIELD(figure, value, QUANTITY, .unit = unit_, .max = most, .help = "the value to use"),    \
        FIELD(figure, low, QUANTITY, .unit = unit_, .max = most, .help = "lower end"),             \
        FIELD(figure, high, QUANTITY, .unit = unit_, .max = most, .help = "upper end"),            \
        GRADED(figure),                                                                            \
        BECAUSE(figure),                                                                           \
        END};                                                                                      \
    const struct noun catalogue_figure_##tag =                                                     \
        NOUN_OF("figure_" #tag, "a cited number in " unit_, figure, figure_##tag##_fields)

FIGURE(mm, "mm", 100);
FIGURE(cm2, "cm2", 30000);
FIGURE(per_cm2, "/cm2", 1e5);
FIGURE(pace, "min/cm2", 10);
FIGURE(speed, "cm/s", 1000);
FIGURE(dose, "g/cm2", 10);
FIGURE(minutes, "min", 1440);
FIGURE(days, "d", 4000);
FIGURE(hours, "h", 20000);
FIGURE(strength, "mg/g", 1000);
FIGURE(rate, "Hz", 10000);
FIGURE(radio, "MHz", 100);
FIGURE(pulse, "ms", 100000);
FIGURE(power, "W", 1000);
FIGURE(energy, "mJ", 1000);

static const struct field figure_ratio_fields[] = {
    COUNTED(figure, value, 0, 1000, .help = "the value to use"),
    COUNTED(figure, low, 0, 1000, .help = "lower end"),
    COUNTED(figure, high, 0, 1000, .help = "upper end"),
    GRADED(figure),
    BECAUSE(figure),
    END};
const struct noun catalogue_figure_ratio =
    NOUN_OF("figure_ratio", "a cited number without a unit", figure, figure_ratio_fields);

static const struct field figure_money_fields[] = {
    COUNTED(figure, value, 0, 1e6, .help = "the value to use, USD"),
    COUNTED(figure, low, 0, 1e6, .help = "lower end, USD"),
    COUNTED(figure, high, 0, 1e6, .help = "upper end, USD"),
    GRADED(figure),
    BECAUSE(figure),
    END};
const struct noun catalogue_figure_money =
    NOUN_OF("figure_money", "a cited price in USD", figure, figure_money_fields);

static const struct field figure_plain_fields[] = {
    COUNTED(figure, value, -20, 1000, .help = "the value to use"),
    COUNTED(figure, low, -20, 1000, .help = "lower end"),
    COUNTED(figure, high, -20, 1000, .help = "upper end"),
    GRADED(figure),
    BECAUSE(figure),
    END};
const struct noun catalogue_figure_plain =
    NOUN_OF("figure_plain", "a cited property of a molecule", figure, figure_plain_fields);

static const struct field figure_count_fields[] = {
    COUNTED(figure, value, 0, 100000, .help = "the number"),
    COUNTED(figure, low, 0, 100000, .help = "lower end"),
    COUNTED(figure, high, 0, 100000, .help = "upper end"),
    GRADED(figure),
    BECAUSE(figure),
    END};
const struct noun catalogue_figure_count =
    NOUN_OF("figure_count", "a cited whole number", figure, figure_count_fields);
