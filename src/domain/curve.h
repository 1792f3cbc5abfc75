// curve: a band that changes along an axis, mostly time.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_DOMAIN_CURVE_H
#define STIPPLE_DOMAIN_CURVE_H

#include "domain/quantity.h"

struct curve {
    int            kind;   // enum quantity_kind
    const char    *x_unit, *unit;
    struct numbers x;                         // [n] rising
    struct numbers p[QUANTITY_PERCENTILES];   // [n] each
    struct names   sources;
    int            status;
    bool           predictable;
    const char    *because;
};

extern const struct noun curve_noun;

#endif
