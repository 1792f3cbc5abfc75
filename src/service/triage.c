// SPDX-License-Identifier: Apache-2.0
#include "service/triage.h"

#include "knowledge/triage.h"

enum status triage_run(struct session *session, const struct session_input *input,
                       struct triage_reply *reply) {
    struct doc         *doc;
    const char         *hash;
    struct field_reader reader = session_reader(session);
    TRY(session_doc(session, input, &doc, &hash));
    TRY(load_library(&session->knowledge, session->arena, session->fault));
    TRY(checkin_read(&reply->checkin, doc, 0, session->options.on, &reader));
    triage_answer(&session->knowledge, &session->clinic, &reply->checkin, session->options.on,
                  &reply->triage, session->arena);
    reply->triage.reply = session_reply(session, hash);
    return ST_OK;
}
