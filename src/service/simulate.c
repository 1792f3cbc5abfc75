// SPDX-License-Identifier: Apache-2.0
#include "service/simulate.h"

#include "knowledge/findings.h"
#include "service/simulate_closure.h"
#include "service/simulate_depth.h"
#include "service/simulate_healing.h"
#include "service/simulate_outcome.h"
#include "service/simulate_uptake.h"

const struct simulate_part simulate_parts[] = {{"depth", &setup_depth_noun, simulate_depth},
                                               {"closure", &setup_closure_noun, simulate_closure},
                                               {"uptake", &setup_uptake_noun, simulate_uptake},
                                               {"healing", &setup_healing_noun, simulate_healing},
                                               {"outcome", &setup_outcome_noun, simulate_outcome},
                                               {0}};

enum { PARTS = sizeof simulate_parts / sizeof simulate_parts[0] - 1 };

static enum status part_of(const struct session *session, const char *name, int *part) {
    const char *names[PARTS];
    struct text allowed = text_new(session->arena);
    for (int i = 0; i < PARTS; i++) {
        names[i] = simulate_parts[i].name;
        *part    = i;
        if (text_equal(name, names[i])) return ST_OK;
        text_addf(&allowed, "%s%s", i ? ", " : "", names[i]);
    }
    const char *near = text_nearest(name, names, PARTS);
    return fault_at(session->fault, ST_UNKNOWN,
                    "simulate: part: %s: is no part that can be simulated%s%s; allowed: %s", name,
                    near ? ", did you mean " : "", near ? near : "", allowed.data);
}

// ---- too few people ----

static const char *joined(const char *because, const char *more, struct arena *arena) {
    return because ? arena_format(arena, "%s %s", because, more) : more;
}

// A band has its inner percentiles; what stands in the data has none.
static void say_few_of(struct quantity *quantity, const char *few, struct arena *arena) {
    if (quantity && quantity->p[ENSEMBLE_MEDIAN].is_known)
        quantity->because = joined(quantity->because, few, arena);
}

static void say_few(const struct session *session, struct simulation_outputs *outputs) {
    struct arena      *arena   = session->arena;
    double             members = (double)session->options.members;
    const char *const  pairs[] = {"n", quote_number(members, arena), "enough",
                                  quote_number(ENSEMBLE_ENOUGH, arena), NULL};
    struct plan_layer *layers  = outputs->layers.items;
    if (members >= ENSEMBLE_ENOUGH) return;
    const char *few = load_filled(load_saying(&session->knowledge, "few_members"), pairs, arena);
    for (const struct field *field = simulation_outputs_noun.fields; field->name; field++) {
        void *at = (char *)outputs + field->offset;
        if (field->noun == &quantity_noun) say_few_of(*(struct quantity **)at, few, arena);
        if (field->noun == &curve_noun && *(struct curve **)at) {
            struct curve *curve = *(struct curve **)at;
            curve->because      = joined(curve->because, few, arena);
        }
    }
    for (int i = 0; i < outputs->layers.n; i++) say_few_of(layers[i].share, few, arena);
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
    *answer         = (struct simulation){.part = simulate_parts[row].name};
    answer->outputs = ARENA_NEW(session->arena, struct simulation_outputs, 1);
    answer->checks  = ARENA_NEW(session->arena, struct simulation_checks, 1);
    answer->sources = answer->disagreement = (struct list){NULL, 0, true};
    TRY(simulate_parts[row].run(&work));
    say_few(session, answer->outputs);
    answer->reply = session_reply(session, hash);
    findings_cite_all(&session->knowledge, &answer->sources, &simulation_noun, answer,
                      session->arena);
    return ST_OK;
}
