// SPDX-License-Identifier: Apache-2.0
#include "knowledge/library_gap.h"

static const struct field gap_fields[] = {
    ID(gap),
    FIELD(gap, missing, WORDING, NEED, .help = "what was not found"),
    FIELD(gap, instead, WORDING, NEED, .help = "what is done meanwhile"),
    FIELD(gap, wanted, WORDING, NEED, .help = "where it could come from"),
    FIELD(gap, see, TEXTS, .max = 60, .help = "entries that bear it"),
    GRADED(gap),
    END};
const struct noun library_gap_noun = NOUN_OF("gap", "what is not known", gap, gap_fields);
