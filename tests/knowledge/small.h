// small: a knowledge base of a few things, made in the test, so that the meaning of rules is tested
// apart from the rules themselves.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_TESTS_KNOWLEDGE_SMALL_H
#define STIPPLE_TESTS_KNOWLEDGE_SMALL_H

#include "knowledge/screen.h"
#include "tests/base/test_doc.h"

static const char small_things[] =
    "sources:\n- {key: default, text: Ours, grade: D, status: default}\n"
    "- {key: R01, text: A trial, grade: A, status: seen}\n"
    "codes:\n- {vocabulary: states, code: facts_known, label: {en: a fact is missing}}\n"
    "- {vocabulary: states, code: quiet, label: {en: it is not quiet}}\n"
    "- {vocabulary: professions, code: physician, label: {en: physician}}\n"
    "- {vocabulary: professions, code: nurse, label: {en: nurse}}\n"
    "sayings:\n- {id: finding.ask, text: {en: 'Not known: {fact}.'}}\n"
    "- {id: finding.decided, text: {en: Decided.}}\n"
    "- {id: finding.cleared, text: {en: Cleared.}}\n"
    "- {id: finding.overridden, text: {en: 'Set aside by {name}: {reason}.'}}\n"
    "- {id: finding.cleared_limits, text: {en: 'Cleared: {limits}.'}}\n"
    "- {id: finding.uncertain, text: {en: 'Not certain: {fact}.'}}\n"
    "- {id: finding.told.uncertain, text: {en: 'Not sure: {fact}.'}}\n"
    "- {id: finding.told.cleared, text: {en: 'The letter on {topic} is here.'}}\n"
    "- {id: finding.told.decided, text: {en: 'Decided on {topic}.'}}\n"
    "- {id: finding.told.overridden, text: {en: 'Decided otherwise.'}}\n"
    "- {id: override.ignored, text: {en: 'The override of {rule} does not count.'}}\n"
    "- {id: override.nobody, text: {en: Nobody may.}}\n"
    "- {id: override.profession, text: {en: Profession.}}\n"
    "- {id: override.name, text: {en: Name.}}\n"
    "- {id: override.reason, text: {en: Reason.}}\n"
    "- {id: override.date, text: {en: Date.}}\n"
    "- {id: override.condition, text: {en: Condition.}}\n"
    "- {id: override.unanswered, text: {en: Unanswered.}}\n"
    "zones:\n- {id: cheeks, label: {en: Cheeks}, region: face}\n"
    "- {id: chin, label: {en: Chin}, region: face}\n"
    "- {id: lips, label: {en: Lips}, region: face}\n"
    "- {id: scalp, label: {en: Scalp}, region: scalp}\n"
    "- {id: full_face, label: {en: Face}, region: face, parts: [cheeks, chin, lips], "
    "aims: [cheeks, chin]}\n"
    "devices:\n- {id: pen, label: {en: Pen}, kind: pen}\n"
    "- {id: pen_two, label: {en: Pen two}, kind: pen}\n"
    "- {id: rf, label: {en: RF}, kind: rf}\n"
    "agents:\n- {id: cream, label: {en: Cream}, groups: [topical_anaesthetic]}\n"
    "- {id: serum, label: {en: Serum}, groups: [acids]}\n"
    "indications:\n- {id: acne_scars, label: {en: Acne scars}}\n"
    "- {id: surgical_scar, label: {en: Scar}}\n";

// A rule about the person, or about conditions of code a, with these cases.
#define SMALL_RULE(id, scope, rest)                                                                \
    "- {id: " id ", rows: [" id "], topic: {en: T}, scope: " scope ", sources: [default], "        \
    "status: default, grade: D, examples: [], " rest "}\n"

struct small {
    struct knowledge *knowledge;
    struct patient    patient;
    struct clinic     clinic;
    struct view       view;
    date_day          on;
};

static inline struct doc small_doc(struct world *world, const char *name, const char *yaml) {
    struct doc doc;
    if (doc_read(&doc, name, yaml, (ptrdiff_t)strlen(yaml), false, &world->arena, &world->fault))
        fail_msg("%s: %s", world->fault.text, yaml);
    return doc;
}

// The things above and these rules, read as the embedded image would be.
static inline void small_open(struct world *world, struct small *small, const char *rules) {
    struct doc  docs[] = {small_doc(world, "things.yaml", small_things),
                          small_doc(world, "rules.yaml", *rules ? rules : "rules: []\n")};
    struct text image  = text_new(&world->arena);
    doc_pack(docs, 2, &image);
    char *bytes = arena_alloc(&world->arena, image.n, 1);   // aligned
    memcpy(bytes, image.data, (size_t)image.n);
    *small           = (struct small){.on = date_of(2026, 3, 2)};
    small->knowledge = ARENA_NEW(&world->arena, struct knowledge, 1);
    if (load_knowledge(small->knowledge, bytes, image.n, NULL, 0, true, &world->arena,
                       &world->fault) != ST_OK)
        fail_msg("%s: %s", world->fault.text, rules);
    struct field_reader reader = {small->knowledge->vocabularies, small->knowledge->n_vocabularies,
                                  &world->arena, &world->fault};
    struct doc clinic = small_doc(world, "clinic.yaml", "name: C\ncurrency: USD\ndevices: [pen]\n");
    assert_int_equal(field_read(&clinic_noun, &clinic, 0, &small->clinic, &reader), ST_OK);
}

// A person, as the rules see them.
static inline void small_view(struct world *world, struct small *small, const char *yaml) {
    struct doc         *doc    = ARENA_NEW(&world->arena, struct doc, 1);
    struct field_reader reader = {small->knowledge->vocabularies, small->knowledge->n_vocabularies,
                                  &world->arena, &world->fault};
    *doc                       = small_doc(world, "patient.yaml", yaml);
    if (patient_read(&small->patient, doc, small->on, &reader) != ST_OK)
        fail_msg("%s: %s", world->fault.text, yaml);
    assert_int_equal(view_open(&small->view, small->knowledge, &small->patient, &small->clinic,
                               small->on, &world->arena, &world->fault),
                     ST_OK);
}

static inline const char *small_joined(const struct names *names, struct arena *arena) {
    struct text out = text_new(arena);
    for (int i = 0; i < names->n; i++) text_addf(&out, "%s%s", i ? " " : "", names->items[i]);
    return out.data;
}

#endif
