// SPDX-License-Identifier: Apache-2.0
#include "service/read.h"

#include "knowledge/limits.h"

enum status read_run(struct session *session, const struct session_input *input,
                     struct screen_answer *answer) {
    struct limits limits = {0};
    TRY(screen_run(session, input, answer));
    TRY(session_wanted(session));
    return limits_compile(&answer->view, &answer->screening, &limits, session->fault);
}
