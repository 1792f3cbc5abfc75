// quantity: a number as it is shown to a person: of one of three kinds, with its band and its
// sources.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_DOMAIN_QUANTITY_H
#define STIPPLE_DOMAIN_QUANTITY_H

#include "domain/field.h"
#include "domain/words.h"

// The honesty rule: these three are never mixed.
enum quantity_kind {
    QUANTITY_ABSENT,
    QUANTITY_COMPUTED,   // from equations, with uncertain parameters
    QUANTITY_MEASURED,   // in others, published
    QUANTITY_ADVICE      // a rule or a choice
};

enum { QUANTITY_PERCENTILES = 7 };   // 2.5, 5, 25, 50, 75, 95, 97.5 %

struct quantity {
    int           kind;
    const char   *unit;   // "1" for a ratio
    struct amount value, low, high;
    struct amount p[QUANTITY_PERCENTILES];   // absent for advice
    struct names  sources;
    int           status, grade;
    bool          predictable;
    const char   *because;
};

extern const struct noun quantity_noun;
extern const char *const quantity_kinds[];

// The rows of a quantity that stands inside a struct S; IN(m) names its member m from there.
#define QUANTITY_NUMBER(S, m, key, help_) FIELD_AS(S, m, key, NUMBER, .help = help_)
#define QUANTITY_ROWS(S, IN)                                                                       \
    FIELD_AS(S, IN(kind), "kind", CHOICE, .words = quantity_kinds, .flags = FIELD_REQUIRED,        \
             .help = "computed, measured elsewhere, or advice"),                                   \
        FIELD_AS(S, IN(unit), "unit", TEXT, .flags = FIELD_REQUIRED,                               \
                 .help = "unit; 1 is a ratio"),                                                    \
        QUANTITY_NUMBER(S, IN(value), "value", "the value; the median if random"),                 \
        QUANTITY_NUMBER(S, IN(low), "low", "lower end of the band or range"),                      \
        QUANTITY_NUMBER(S, IN(high), "high", "upper end of the band or range"),                    \
        QUANTITY_NUMBER(S, IN(p[0]), "p2_5", "percentile"),                                        \
        QUANTITY_NUMBER(S, IN(p[1]), "p5", "percentile"),                                          \
        QUANTITY_NUMBER(S, IN(p[2]), "p25", "percentile"),                                         \
        QUANTITY_NUMBER(S, IN(p[3]), "p50", "percentile"),                                         \
        QUANTITY_NUMBER(S, IN(p[4]), "p75", "percentile"),                                         \
        QUANTITY_NUMBER(S, IN(p[5]), "p95", "percentile"),                                         \
        QUANTITY_NUMBER(S, IN(p[6]), "p97_5", "percentile"),                                       \
        FIELD_AS(S, IN(sources), "sources", NAMES, .vocabulary = "sources",                        \
                 .flags = FIELD_REQUIRED | FIELD_ALWAYS, .help = "keys of sources"),               \
        FIELD_AS(S, IN(status), "status", CHOICE, .words = words_status, .flags = FIELD_REQUIRED,  \
                 .help = "where it comes from"),                                                   \
        FIELD_AS(S, IN(grade), "grade", CHOICE, .words = words_grade,                              \
                 .help = "how strong the evidence is"),                                            \
        FIELD_AS(S, IN(predictable), "predictable", BOOL, .flags = FIELD_REQUIRED | FIELD_ALWAYS,  \
                 .help = "false: the band is too wide to say anything"),                           \
        FIELD_AS(S, IN(because), "because", TEXT, .help = "why")

// "value (low to high) unit" for a person, at most `digits` significant digits; "/cm2" is said as
// "per cm2".
const char *quantity_shown(const struct quantity *quantity, int digits, struct arena *arena);

// The number with so many significant digits.
double quantity_rounded(double value, int digits);

#endif
