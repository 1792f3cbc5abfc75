// SPDX-License-Identifier: Apache-2.0
#include "knowledge/library_window.h"

static const struct field window_fields[] = {
    ID(window_said),
    FIELD(window_said, advice, TEXT, .max = 60, NEED, .help = "id of a line of aftercare"),
    FIGURE_OF(window_said, to, hours, "hours after the sitting; none = no figure"),
    FIELD(window_said, text, WORDING, NEED, .help = "what is said"),
    GRADED(window_said),
    END};
const struct noun library_window_noun =
    NOUN_OF("window", "how long a source asks for aftercare", window_said, window_fields);
