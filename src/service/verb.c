// SPDX-License-Identifier: Apache-2.0
#include "service/verb.h"

#include "domain/patient.h"

#include "service/evidence.h"
#include "service/evidence_check.h"
#include "service/plan.h"
#include "service/read.h"
#include "service/texts.h"

// An answer that is whole, for whoever looks on.
static enum status whole(const struct session *session) {
    progress_end(session->options.progress);
    return ST_OK;
}

static enum status screen(struct session *session, const struct verb_call *call,
                          struct verb_reply *reply) {
    reply->kind     = VERB_SCREENING;
    reply->screened = ARENA_NEW(session->arena, struct screen_answer, 1);
    TRY(screen_run(session, &call->input, reply->screened));
    struct doc_build *build = doc_build_new(session->arena);
    field_write(&screening_noun, &reply->screened->screening, build, NULL);
    reply->doc = doc_build_done(build);
    return whole(session);
}

static enum status plan(struct session *session, const struct verb_call *call,
                        struct verb_reply *reply) {
    struct plan_answer *answer = ARENA_NEW(session->arena, struct plan_answer, 1);
    TRY(plan_run(session, &call->input, answer));
    *reply = (struct verb_reply){.kind     = VERB_PLAN,
                                 .doc      = answer->doc,
                                 .screened = &answer->screened,
                                 .plan     = &answer->plan};
    return whole(session);
}

static enum status read(struct session *session, const struct verb_call *call,
                        struct verb_reply *reply) {
    reply->kind     = VERB_PATIENT;
    reply->screened = ARENA_NEW(session->arena, struct screen_answer, 1);
    TRY(read_run(session, &call->input, reply->screened));
    reply->doc = reply->screened->file;
    return whole(session);
}

static enum status simulate(struct session *session, const struct verb_call *call,
                            struct verb_reply *reply) {
    reply->kind       = VERB_SIMULATION;
    reply->simulation = ARENA_NEW(session->arena, struct simulation, 1);
    TRY(simulate_run(session, call->id, &call->input, reply->simulation));
    struct doc_build *build = doc_build_new(session->arena);
    field_write(&simulation_noun, reply->simulation, build, NULL);
    reply->doc = doc_build_done(build);
    return whole(session);
}

static enum status triage(struct session *session, const struct verb_call *call,
                          struct verb_reply *reply) {
    reply->kind   = VERB_TRIAGE;
    reply->triage = ARENA_NEW(session->arena, struct triage_reply, 1);
    TRY(triage_run(session, &call->input, reply->triage));
    struct doc_build *build = doc_build_new(session->arena);
    field_write(&triage_noun, &reply->triage->triage, build, NULL);
    reply->doc = doc_build_done(build);
    return whole(session);
}

static enum status check(struct session *session, struct verb_reply *reply) {
    reply->kind = VERB_CHECK;
    return evidence_check(session, &reply->lines, &reply->doc);
}

static enum status evidence(struct session *session, const struct verb_call *call,
                            struct verb_reply *reply) {
    if (call->check) return check(session, reply);
    if (call->codes) return evidence_codes(session, call->codes, &reply->doc);
    if (call->claims) return evidence_claims(session, &reply->doc);
    return call->id ? evidence_run(session, call->id, &reply->doc)
                    : evidence_overview(session, &reply->doc);
}

static enum status texts(struct session *session, const struct verb_call *call,
                         struct verb_reply *reply) {
    reply->kind  = VERB_TEXTS;
    reply->texts = ARENA_NEW(session->arena, struct texts, 1);
    TRY(texts_run(session, call->id, reply->texts));
    struct doc_build *build = doc_build_new(session->arena);
    field_write(&texts_noun, reply->texts, build, NULL);
    reply->doc = doc_build_done(build);
    return ST_OK;
}

static enum status schema(struct session *session, const struct verb_call *call,
                          struct verb_reply *reply) {
    reply->kind = VERB_LINES;
    TRY(schema_run(session, call->id, &reply->lines));
    reply->lines = arena_format(session->arena, "%s\n", reply->lines);
    return ST_OK;
}

const struct verb verb_table[] = {
    {"screen", "PATIENT", VERB_FILE, "may this person be treated, with what, from when, and why",
     screen, .input = &patient_noun, .answer = &screening_noun},
    {"plan", "PATIENT", VERB_FILE,
     "the whole plan: where, how deep, how often, when, and what follows", plan, .is_long = true,
     .input = &patient_noun, .answer = &plan_noun},
    {"read", "PATIENT", VERB_FILE,
     "a patient file as it is understood, once nothing in it is refused; with --json as JSON", read,
     .input = &patient_noun, .answer = &patient_noun},
    {"simulate", "PART SETUP", VERB_ID_AND_FILE,
     "one part of the engine alone, from a setup: depth, closure, uptake, healing or outcome",
     simulate, .is_long = true, .parts = simulate_parts, .answer = &simulation_noun},
    {"triage", "CHECKIN", VERB_FILE,
     "what a symptom after a treatment calls for: care at home, a message, a visit today, help now",
     triage, .input = &checkin_noun, .answer = &triage_noun},
    {"evidence", "[ID]", VERB_ID_OR_NOTHING,
     "the knowledge behind any rule, number, device, source or word of the field", evidence},
    {"texts", "[LIST]", VERB_ID_OR_NOTHING,
     "every text that a person reads, by language; of one list, such as sayings", texts,
     .answer = &texts_noun},
    {"schema", "NOUN", VERB_ID, "the JSON Schema of a file or an answer", schema,
     .nouns = schema_nouns},
    {"serve", "", VERB_NOTHING,
     "the other verbs over HTTP, and a page for a browser, until it is told to end", NULL},
    {0}};
