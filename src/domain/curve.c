// SPDX-License-Identifier: Apache-2.0
#include "domain/curve.h"

#define NEED             .flags = FIELD_REQUIRED
#define NEED_ALWAYS      .flags = FIELD_REQUIRED | FIELD_ALWAYS
#define PERCENTILE(k, m) FIELD_AS(curve, p[k], m, NUMBERS, NEED, .help = "percentile")

static const struct field curve_fields[] = {
    FIELD(curve, kind, CHOICE, .words = quantity_kinds, NEED,
          .help = "computed, measured elsewhere, or advice"),
    FIELD(curve, x, NUMBERS, NEED, .help = "where the band is given"),
    FIELD(curve, x_unit, TEXT, NEED, .help = "unit of x"),
    FIELD(curve, unit, TEXT, NEED, .help = "unit of the band; 1 is a ratio"),
    PERCENTILE(0, "p2_5"),
    PERCENTILE(1, "p5"),
    PERCENTILE(2, "p25"),
    PERCENTILE(3, "p50"),
    PERCENTILE(4, "p75"),
    PERCENTILE(5, "p95"),
    PERCENTILE(6, "p97_5"),
    FIELD(curve, sources, NAMES, .vocabulary = "sources", NEED_ALWAYS, .help = "keys of sources"),
    FIELD(curve, status, CHOICE, .words = words_status, NEED, .help = "where it comes from"),
    FIELD(curve, predictable, BOOL, NEED_ALWAYS,
          .help = "false: the band is too wide to say anything"),
    FIELD(curve, because, TEXT, .help = "why"),
    {0}};
const struct noun curve_noun = {"curve", "a band along an axis", sizeof(struct curve), curve_fields,
                                false};
