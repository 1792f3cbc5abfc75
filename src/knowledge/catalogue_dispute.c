// SPDX-License-Identifier: Apache-2.0
#include "knowledge/catalogue_dispute.h"

static const struct field dispute_fields[] = {
    ID(dispute),
    FIELD(dispute, about, TEXTS, .max = 60, .help = "topics"),
    CODES(dispute, indications, "indications", "shown in plans that treat one of these"),
    FIELD(dispute, text, WORDING, NEED, .help = "who says what, and what is used"),
    FIELD(dispute, sources, NAMES, .vocabulary = "sources", .help = "who"),
    ROWS(dispute),
    END};
const struct noun catalogue_dispute_noun =
    NOUN_OF("dispute", "sources that disagree", dispute, dispute_fields);
