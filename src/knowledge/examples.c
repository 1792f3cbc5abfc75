// SPDX-License-Identifier: Apache-2.0
#include "knowledge/examples.h"

enum { EXAMPLE_YEAR = 2026, EXAMPLE_MONTH = 3, EXAMPLE_DAY = 2 };

static const char *word_of(int class) { return class ? words_class[class - 1] : "nothing"; }

// The person of an example as the rules see them.
static enum status open_example(const struct knowledge    *knowledge,
                                const struct rule_example *example, struct view *view,
                                struct arena *arena, struct fault *fault) {
    struct patient     *patient = ARENA_NEW(arena, struct patient, 1);
    struct clinic      *clinic  = ARENA_NEW(arena, struct clinic, 1);
    struct doc         *doc     = ARENA_NEW(arena, struct doc, 1);
    struct field_reader reader = {knowledge->vocabularies, knowledge->n_vocabularies, arena, fault};
    date_day            on =
        example->on.day ? example->on.day : date_of(EXAMPLE_YEAR, EXAMPLE_MONTH, EXAMPLE_DAY);
    *doc = doc_overlay(load_doc(knowledge, "neutral.yaml"), 0, example->patient.doc,
                       example->patient.node, arena);
    TRY(field_read(&clinic_noun, load_doc(knowledge, "clinic.yaml"), 0, clinic, &reader));
    TRY(patient_read(patient, doc, on, &reader));
    return view_open(view, knowledge, patient, clinic, on, arena, fault);
}

enum status examples_run(const struct knowledge *knowledge, const char *rule,
                         const struct rule_example *example, struct example_answer *answer,
                         struct arena *arena, struct fault *fault) {
    struct view *view = ARENA_NEW(arena, struct view, 1);
    struct list  findings;
    *answer = (struct example_answer){0};
    TRY(open_example(knowledge, example, view, arena, fault));
    TRY(findings_of(view, &findings, fault));
    const struct finding *all = findings.items;
    for (int i = 0; i < findings.n; i++) {
        if (!text_equal(all[i].id, rule) || all[i].class <= answer->class) continue;
        *answer = (struct example_answer){all[i].class, all[i].until.day, all[i]};
    }
    return ST_OK;
}

enum status examples_find(const struct knowledge *knowledge, const struct rule *rule,
                          const struct rule_example *example, struct list *findings,
                          struct arena *arena, struct fault *fault) {
    struct view *view = ARENA_NEW(arena, struct view, 1);
    *findings         = (struct list){NULL, 0, true};
    TRY(open_example(knowledge, example, view, arena, fault));
    findings_of_rule(view, rule, findings);
    return ST_OK;
}

const char *examples_wrong(const struct knowledge *knowledge, const struct rule *rule,
                           const struct rule_example *example, struct arena *arena) {
    struct arena          scratch = *arena;
    struct example_answer answer;
    struct fault          fault = {""};
    if (examples_run(knowledge, rule->id, example, &answer, &scratch, &fault) != ST_OK)
        return arena_format(arena, "cannot be run: %s", fault.text);
    char found[DATE_TEXT_BYTES] = "-", wanted[DATE_TEXT_BYTES] = "-";
    if (answer.until) date_format(answer.until, found);
    if (example->until.day) date_format(example->until.day, wanted);
    bool is_right = text_equal(word_of(answer.class), example->finds) &&
                    (!example->until.day || example->until.day == answer.until);
    return is_right ? NULL
                    : arena_format(arena, "finds %s until %s, not %s until %s",
                                   word_of(answer.class), found, example->finds, wanted);
}
