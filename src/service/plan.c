// SPDX-License-Identifier: Apache-2.0
#include "service/plan.h"

#include "base/seal.h"
#include "knowledge/limits.h"
#include "planner/planner.h"

static struct doc written(const struct plan *plan, struct arena *arena) {
    struct doc_build *build = doc_build_new(arena);
    field_write(&plan_noun, plan, build, NULL);
    return doc_build_done(build);
}

// The fingerprint of the plan without its own hash, over canonical JSON, into it.
static enum status hash_of(const struct session *session, struct plan *plan) {
    struct arena scratch = *session->arena;
    char         hex[SEAL_HEX_BYTES];
    plan->hash      = NULL;
    struct doc  doc = written(plan, &scratch);
    struct text out = text_new(&scratch);
    TRY(session_wanted(session));
    doc_write(&doc, 0, &out);
    seal_hash(out.data, out.n, hex);
    plan->hash = arena_text(session->arena, hex, SEAL_HEX_BYTES - 1);
    return session_wanted(session);
}

enum status plan_run(struct session *session, const struct session_input *input,
                     struct plan_answer *answer) {
    struct limits limits = {0};
    struct plan  *plan   = &answer->plan;
    *plan                = (struct plan){0};
    TRY(screen_run(session, input, &answer->screened));
    const struct view      *view      = &answer->screened.view;
    const struct screening *screening = &answer->screened.screening;
    TRY(session_wanted(session));
    TRY(limits_compile(view, screening, &limits, session->fault));
    TRY(session_wanted(session));
    const struct planner_run run = {.members = (int)session->options.members,
                                    .effort  = session_effort(session),
                                    .seed    = (uint64_t)session->options.seed};
    TRY(planner_plan(view, screening, &limits, &run, plan, session->arena, session->fault));
    TRY(session_wanted(session));
    if (limits_check(&limits, &session->knowledge, plan, session->fault) != ST_OK)
        return ST_BROKEN;   // an error of the program, whatever the person's file says
    TRY(session_wanted(session));
    plan->reply = screening->reply;
    TRY(hash_of(session, plan));
    answer->doc = written(plan, session->arena);
    return session_wanted(session);
}
