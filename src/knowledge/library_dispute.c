// SPDX-License-Identifier: Apache-2.0
#include "knowledge/library_dispute.h"

static const struct field side_fields[] = {
    FIELD(disagreement_side, says, WORDING, NEED, .help = "what it says"), CITED(disagreement_side),
    END};
static const struct noun side_noun =
    NOUN_OF("disagreement_side", "one of those who disagree", disagreement_side, side_fields);

static const struct field bearer_fields[] = {
    ID(disagreement_bearer),
    FIELD(disagreement_bearer, field, TEXT, .max = 60, .help = "a path of its keys"),
    FIELD(disagreement_bearer, value, TEXT, .max = 60, .help = "what stands there"), END};
static const struct noun bearer_noun =
    NOUN_OF("disagreement_bearer", "an entry that carries it", disagreement_bearer, bearer_fields);

static const struct field disagreement_fields[] = {
    ID(disagreement),
    FIELD(disagreement, about, TEXTS, .max = 60, .help = "topics"),
    FIELD(disagreement, text, WORDING, .help = "in short, where the catalogue does not tell it"),
    FIELD(disagreement, sides, LIST, .noun = &side_noun, NEED, .help = "who says what"),
    FIELD(disagreement, uses, WORDING, NEED, .help = "what is used here"),
    FIELD(disagreement, because, WORDING, NEED, .help = "why"),
    FIELD(disagreement, enforced_by, LIST, .noun = &bearer_noun, NEED, .help = "what carries it"),
    GRADED(disagreement),
    END};
const struct noun library_disagreement_noun =
    NOUN_OF("disagreement", "where sources disagree", disagreement, disagreement_fields);
