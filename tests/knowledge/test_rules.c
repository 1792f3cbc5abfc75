// test_rules: every example of every rule, run as it stands in the data.
// SPDX-License-Identifier: Apache-2.0
#include "knowledge/examples.h"
#include "knowledge/image.h"
#include "knowledge/screen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

enum { EXAMPLES_PER_RULE_MIN = 2 };

static struct knowledge *knowledge;
static struct clinic     clinic;
static struct arena      arena;
static struct fault      fault;

// 1 if the example does not give what it says.
static int example_fails(const struct rule *rule, const struct rule_example *example) {
    struct arena scratch = arena;
    const char  *wrong   = examples_wrong(knowledge, rule, example, &scratch);
    if (wrong) fprintf(stderr, "%s: %s: %s\n", rule->id, example->name, wrong);
    return wrong != NULL;
}

static void every_example_gives_what_it_says(void **state) {
    const struct rule *rules    = knowledge->all.rules.items;
    int                failures = 0, n = 0;
    (void)state;
    for (int i = 0; i < knowledge->all.rules.n; i++)
        for (int k = 0; k < rules[i].examples.n; k++, n++)
            failures +=
                example_fails(&rules[i], (const struct rule_example *)rules[i].examples.items + k);
    fprintf(stderr, "%d examples of %d rules, %d failures\n", n, knowledge->all.rules.n, failures);
    assert_true(n > 0);
    assert_int_equal(failures, 0);
}

static void every_rule_has_one_that_fires_and_one_that_does_not(void **state) {
    const struct rule *rules   = knowledge->all.rules.items;
    int                lacking = 0;
    (void)state;
    for (int i = 0; i < knowledge->all.rules.n; i++) {
        const struct rule_example *examples = rules[i].examples.items;
        int                        fires = 0, silent = 0;
        for (int k = 0; k < rules[i].examples.n; k++) {
            bool is_silent = text_equal(examples[k].finds, "nothing");
            fires += !is_silent;
            silent += is_silent;
        }
        if (fires && silent && rules[i].examples.n >= EXAMPLES_PER_RULE_MIN) continue;
        fprintf(stderr, "%s: %d that fire, %d that do not\n", rules[i].id, fires, silent);
        lacking++;
    }
    assert_int_equal(lacking, 0);
}

static void every_row_is_a_rule_or_a_note(void **state) {
    static const struct {
        const char *prefix;
        int         last;
    } rows[]    = {{"CI", 55}, {"AM", 15}};
    int missing = 0;
    (void)state;
    for (int r = 0; r < 2; r++)
        for (int i = 1; i <= rows[r].last; i++) {
            char               id[16];
            const struct rule *rules = knowledge->all.rules.items;
            const struct note *notes = knowledge->all.notes.items;
            bool               found = false;
            snprintf(id, sizeof id, "%s-%02d", rows[r].prefix, i);
            for (int k = 0; k < knowledge->all.rules.n; k++)
                found =
                    found || text_equal(rules[k].id, id) || text_equal(rules[k].rows.items[0], id);
            for (int k = 0; k < knowledge->all.notes.n; k++)
                found = found || text_equal(notes[k].id, id);
            if (!found) fprintf(stderr, "%s: neither a rule nor a note\n", id);
            missing += !found;
        }
    assert_int_equal(missing, 0);
}

static void the_neutral_patient_has_no_finding(void **state) {
    struct patient      patient;
    struct view         view;
    struct list         findings;
    date_day            on     = date_of(2026, 3, 2);
    struct field_reader reader = {knowledge->vocabularies, knowledge->n_vocabularies, &arena,
                                  &fault};
    (void)state;
    assert_int_equal(patient_read(&patient, load_doc(knowledge, "neutral.yaml"), on, &reader),
                     ST_OK);
    assert_int_equal(view_open(&view, knowledge, &patient, &clinic, on, &arena, &fault), ST_OK);
    assert_int_equal(findings_of(&view, &findings, &fault), ST_OK);
    for (int i = 0; i < findings.n; i++)
        fprintf(stderr, "%s\n", ((const struct finding *)findings.items)[i].id);
    assert_int_equal(findings.n, 0);
}

static int open_knowledge(void **state) {
    (void)state;
    if (arena_open(&arena, LIMIT_ARENA_BYTES, &fault) != ST_OK) return -1;
    knowledge = ARENA_NEW(&arena, struct knowledge, 1);
    enum status status =
        load_knowledge(knowledge, image_knowledge, image_knowledge_end - image_knowledge, NULL, 0,
                       true, &arena, &fault);
    struct field_reader reader = {knowledge->vocabularies, knowledge->n_vocabularies, &arena,
                                  &fault};
    if (status == ST_OK)
        status = field_read(&clinic_noun, load_doc(knowledge, "clinic.yaml"), 0, &clinic, &reader);
    if (status != ST_OK) fprintf(stderr, "%s\n", fault.text);
    return status == ST_OK ? 0 : -1;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_gives_what_it_says),
        cmocka_unit_test(every_rule_has_one_that_fires_and_one_that_does_not),
        cmocka_unit_test(every_row_is_a_rule_or_a_note),
        cmocka_unit_test(the_neutral_patient_has_no_finding),
    };
    return cmocka_run_group_tests(tests, open_knowledge, NULL);
}
