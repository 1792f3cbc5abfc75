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

// "value (low to high) unit" for a person, at most `digits` significant digits; "/cm2" is said as
// "per cm2".
const char *quantity_shown(const struct quantity *quantity, int digits, struct arena *arena);

// The number with so many significant digits.
double quantity_rounded(double value, int digits);

#endif
