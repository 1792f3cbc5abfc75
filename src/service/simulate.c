// SPDX-License-Identifier: Apache-2.0
#include "service/simulate.h"

#include "knowledge/findings.h"
#include "service/simulate_closure.h"
#include "service/simulate_depth.h"
#include "service/simulate_healing.h"
#include "service/simulate_outcome.h"
#include "service/simulate_uptake.h"

// One row a part, each in a file of its own.
static const struct {
    const char *name;
    enum status (*run)(struct simulate_work *work);
} parts[] = {
    {"depth", simulate_depth},     {"closure", simulate_closure}, {"uptake", simulate_uptake},
    {"healing", simulate_healing}, {"outcome", simulate_outcome},
};

enum { PARTS = sizeof parts / sizeof parts[0] };

static enum status part_of(const struct session *session, const char *name, int *part) {
    const char *names[PARTS];
    struct text allowed = text_new(session->arena);
    for (int i = 0; i < PARTS; i++) {
        names[i] = parts[i].name;
        *part    = i;
        if (text_equal(name, names[i])) return ST_OK;
        text_addf(&allowed, "%s%s", i ? ", " : "", names[i]);
    }
    const char *near = text_nearest(name, names, PARTS);
    return fault_at(session->fault, ST_CONTENT,
                    "simulate: part: %s: is no part that can be simulated%s%s; allowed: %s", name,
                    near ? ", did you mean " : "", near ? near : "", allowed.data);
}

enum status simulate_run(struct session *session, const char *part,
                         const struct session_input *input, struct simulation *answer) {
    int         row;
    struct doc *doc;
    const char *hash;
    TRY(part_of(session, part, &row));
    TRY(session_doc(session, input, &doc, &hash));
    struct simulate_work work = {
        .session = session,
        .doc     = doc,
        .priors  = {&session->knowledge, session->arena, session->fault},
        .answer  = answer,
    };
    *answer         = (struct simulation){.part = parts[row].name};
    answer->outputs = ARENA_NEW(session->arena, struct simulation_outputs, 1);
    answer->checks  = ARENA_NEW(session->arena, struct simulation_checks, 1);
    answer->sources = answer->disagreement = (struct list){NULL, 0, true};
    TRY(parts[row].run(&work));
    answer->reply = session_reply(session, hash);
    findings_cite_all(&session->knowledge, &answer->sources, &simulation_noun, answer,
                      session->arena);
    return ST_OK;
}
