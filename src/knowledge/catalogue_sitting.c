// SPDX-License-Identifier: Apache-2.0
#include "knowledge/catalogue_sitting.h"

static const struct field credential_fields[] = {
    ID(credential),
    FIELD(credential, place, NAME, .vocabulary = "jurisdictions", NEED, .help = "where"),
    LABEL(credential),
    CODES(credential, professions, "professions", "for these; none = whoever"),
    CODES(credential, devices, "device_kinds", "with these; none = any"),
    FIGURE_OF(credential, depth_max, mm, "deepest setting; none = no depth is named"),
    FIELD(credential, training, WORDING, .help = "what has to be learnt"),
    BECAUSE(credential),
    GRADED(credential),
    END};
const struct noun catalogue_credential_noun =
    NOUN_OF("credential", "who may needle in a place", credential, credential_fields);
