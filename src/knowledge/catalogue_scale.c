// SPDX-License-Identifier: Apache-2.0
#include "knowledge/catalogue_scale.h"

static const char *const directions[] = {"lower", "higher", "neither", NULL};
static const char *const raters[]     = {"clinician", "person", "either", "instrument", NULL};

static const struct field scale_fields[] = {
    ID(scale),
    LABEL(scale),
    FIELD(scale, measures, WORDING, NEED, .help = "what is judged"),
    FIELD(scale, items, WORDING, .help = "how the number is made up"),
    FIELD(scale, unit, TEXT, .max = 20, NEED, .help = "unit of its values"),
    FIELD(scale, direction, CHOICE, .words = directions, NEED, .help = "which way is better"),
    FIELD(scale, rater, CHOICE, .words = raters, NEED, .help = "who gives the number"),
    FIGURE_OF(scale, range, plain, "its ends; none: it has none"),
    FIGURE_OF(scale, difference, plain, "smallest that matters, in its unit"),
    FIGURE_OF(scale, difference_share, ratio, "smallest that matters, as a share of before"),
    FIGURE_OF(scale, agreement, plain, "how far raters lie apart"),
    BECAUSE(scale),
    GRADED(scale),
    END};
const struct noun catalogue_scale_noun = NOUN_OF("scale", "a scale", scale, scale_fields);
