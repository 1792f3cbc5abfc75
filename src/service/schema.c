// SPDX-License-Identifier: Apache-2.0
#include "service/schema.h"

#include "domain/checkin.h"
#include "domain/patient.h"
#include "domain/plan.h"
#include "domain/setup.h"
#include "domain/simulation.h"
#include "domain/texts.h"
#include "domain/triage.h"

const struct noun *const schema_nouns[] = {
    &patient_noun,        &clinic_noun,           &screening_noun,     &plan_noun,
    &setup_depth_noun,    &setup_closure_noun,    &setup_outcome_noun, &setup_uptake_noun,
    &setup_healing_noun,  &simulation_noun,       &curve_noun,         &quantity_noun,
    &checkin_noun,        &triage_noun,           &catalogue_noun,     &library_noun,
    &catalogue_rule_noun, &catalogue_source_noun, &texts_noun,         NULL};

enum { NOUNS = sizeof schema_nouns / sizeof schema_nouns[0] - 1 };

enum status schema_run(struct session *session, const char *noun, const char **json) {
    const char *names[NOUNS];
    for (int i = 0; i < NOUNS; i++) {
        names[i] = schema_nouns[i]->name;
        if (!text_equal(noun, names[i])) continue;
        *json = field_schema(schema_nouns[i], session->knowledge.vocabularies,
                             session->knowledge.n_vocabularies, session->arena);
        return ST_OK;
    }
    struct text allowed = text_new(session->arena);
    for (int i = 0; i < NOUNS; i++) text_addf(&allowed, "%s%s", i ? ", " : "", names[i]);
    const char *near = text_nearest(noun, names, NOUNS);
    return fault_at(session->fault, ST_UNKNOWN, "schema: noun: %s: is no noun%s%s; allowed: %s",
                    noun, near ? ", did you mean " : "", near ? near : "", allowed.data);
}
