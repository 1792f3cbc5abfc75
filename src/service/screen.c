// SPDX-License-Identifier: Apache-2.0
#include "service/screen.h"

#include "knowledge/asked.h"
#include "knowledge/scales.h"

enum status screen_run(struct session *session, const struct session_input *input,
                       struct screen_answer *answer) {
    struct doc         *doc;
    struct doc_build   *build  = doc_build_new(session->arena);
    struct field_reader reader = session_reader(session);
    TRY(session_doc(session, input, &doc, NULL));
    TRY(patient_read(&answer->patient, doc, session->options.on, &reader));
    TRY(scales_check(&session->knowledge, doc, &answer->patient.goals, &answer->patient.outcomes,
                     session->arena, session->fault));
    field_copy(&patient_noun, doc, 0, build, NULL);
    answer->file = doc_build_done(build);
    TRY(session_wanted(session));
    TRY(view_open(&answer->view, &session->knowledge, &answer->patient, &session->clinic,
                  session->options.on, session->arena, session->fault));
    TRY(asked_check(&answer->view, session->fault));
    answer->screening = (struct screening){0};
    TRY(session_wanted(session));
    TRY(screen_person(&answer->view, &answer->screening, session->fault));
    answer->screening.reply = session_reply(session, session_hash(session, &answer->file));
    return ST_OK;
}
