// SPDX-License-Identifier: Apache-2.0
#include "knowledge/library_sign.h"

static const struct field looks_fields[] = {
    FIELD(sign_looks, light, WORDING, NEED, .help = "on light skin"),
    FIELD(sign_looks, brown, WORDING, NEED, .help = "on brown skin"),
    FIELD(sign_looks, black, WORDING, NEED, .help = "on black skin"), END};
static const struct noun looks_noun =
    NOUN_OF("looks", "how a sign looks by colour of skin", sign_looks, looks_fields);

static const struct field sign_fields[] = {
    ID(sign),
    FIELD(sign, symptom, TEXT, .max = 60, NEED, .help = "code of a symptom"),
    LABEL(sign),
    MM(sign, depth_at_least, "from this setting on"),
    MM(sign, depth_at_most, "up to this setting"),
    FIGURE_OF(sign, from, hours, "first hour after the sitting"),
    FIGURE_OF(sign, peak, hours, "when it is at its height"),
    FIGURE_OF(sign, to, hours, "until when it is usual"),
    FIGURE_OF(sign, share, ratio, "share of people; none = no figure"),
    FIELD(sign, text, WORDING, NEED, .help = "for the person"),
    FIELD(sign, looks, NOUN, .noun = &looks_noun, .help = "how it looks"),
    GRADED(sign),
    END};
const struct noun library_sign_noun = NOUN_OF("sign", "what is usual", sign, sign_fields);
