// test_sitting: the sitting as it stands in the data: what an answer opens, that all that can stop
// a sitting is reached from a step, and that every evidence row of it is accounted for.
// SPDX-License-Identifier: Apache-2.0
#include "knowledge/image.h"
#include "knowledge/library_sitting.h"
#include "knowledge/screen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct knowledge *knowledge;
static struct clinic     clinic;
static struct arena      arena;
static struct fault      fault;

static const struct library *shelf(void) { return &knowledge->library; }

#define EACH(type, list, one)                                                                      \
    for (const type *one = (list)->items, *one##_end = one + (list)->n; one < one##_end; one++)

static bool is_listed(const struct names *names, const char *id) { return view_has(names, id); }

// ---- what an answer opens ----

// The worst class of the rules an answer names, over the neutral patient with its example.
static int found_by(const struct sitting_answer *answer, struct arena scratch) {
    struct patient      patient;
    struct view         view;
    struct list         findings;
    date_day            on     = date_of(2026, 3, 2);
    int                 worst  = 0;
    struct field_reader reader = {knowledge->vocabularies, knowledge->n_vocabularies, &scratch,
                                  &fault};
    struct doc doc = doc_overlay(load_doc(knowledge, "neutral.yaml"), 0, answer->example.doc,
                                 answer->example.node, &scratch);
    assert_int_equal(patient_read(&patient, &doc, on, &reader), ST_OK);
    assert_int_equal(view_open(&view, knowledge, &patient, &clinic, on, &scratch, &fault), ST_OK);
    assert_int_equal(findings_of(&view, &findings, &fault), ST_OK);
    EACH(struct finding, &findings, finding)
    if (is_listed(&answer->opens, finding->id) && finding->class > worst) worst = finding->class;
    return worst;
}

// How many of the answers do not open what they say.
static int answers_fail(const char *id, const struct list *answers) {
    int failures = 0;
    EACH(struct sitting_answer, answers, answer) {
        int class = found_by(answer, arena);
        for (int i = 0; i < answer->opens.n; i++)
            if (!load_rule(knowledge, answer->opens.items[i])) class = -1;
        if (class == answer->finds && class > CLASS_CLEAR) continue;
        fprintf(stderr, "%s: %s: class %d, said %d\n", id, answer->id, class, answer->finds);
        failures++;
    }
    return failures;
}

static void every_yes_and_not_sure_opens_its_rule(void **state) {
    int failures = 0;
    (void)state;
    EACH(struct sitting_question, &shelf()->questions, question) {
        assert_true(question->answers.n > 0 && question->unsure.n > 0);
        assert_true(*load_words(&question->not_sure) && *load_words(&question->ask));
        failures += answers_fail(question->id, &question->answers);
        failures += answers_fail(question->id, &question->unsure);
    }
    assert_int_equal(failures, 0);
}

static void what_is_seen_on_the_skin_opens_its_rule(void **state) {
    int failures = 0;
    (void)state;
    EACH(struct sitting_look, &shelf()->looks, look) {
        assert_true(look->answers.n > 0 && look->acts.n > 0);
        assert_true(*load_words(&look->light) && *load_words(&look->dark));
        failures += answers_fail(look->id, &look->answers);
    }
    assert_int_equal(failures, 0);
}

static void an_answer_that_opens_nothing_is_caught(void **state) {
    const char           *rules[] = {"CI-20"};
    struct sitting_answer wrong = {.id = "wrong", .opens = {rules, 1, true}, .finds = CLASS_DEFER};
    const struct sitting_question *first = shelf()->questions.items;
    (void)state;
    wrong.example       = ((const struct sitting_answer *)first->answers.items)->example;
    struct list answers = {&wrong, 1, true};
    assert_int_equal(answers_fail("a cold sore", &answers), 1);
}

static void there_are_eight_questions_in_order(void **state) {
    int n = 0;
    (void)state;
    EACH(struct sitting_question, &shelf()->questions, question)
    assert_true(question->number.value == ++n);
    assert_int_equal(n, 8);
}

// ---- everything is reached from a step ----

static bool is_in_a_step(ptrdiff_t offset, const char *id) {
    EACH(struct sitting_step, &shelf()->protocol, step)
    if (is_listed((const struct names *)(const void *)((const char *)step + offset), id))
        return true;
    return false;
}

// Every id of a list stands in a step, and what steps name is in the list.
static int lost(const struct list *list, ptrdiff_t size, ptrdiff_t offset) {
    int n = 0;
    for (int i = 0; i < list->n; i++) {
        const char *id = *(const char *const *)(const void *)((const char *)list->items + i * size);
        if (is_in_a_step(offset, id)) continue;
        fprintf(stderr, "%s: in no step\n", id);
        n++;
    }
    EACH(struct sitting_step, &shelf()->protocol, step) {
        const struct names *names =
            (const struct names *)(const void *)((const char *)step + offset);
        for (int k = 0; k < names->n; k++) {
            bool is_found = false;
            for (int i = 0; i < list->n; i++)
                is_found |= text_equal(
                    *(const char *const *)(const void *)((const char *)list->items + i * size),
                    names->items[k]);
            if (!is_found) fprintf(stderr, "%s: %s: is not known\n", step->id, names->items[k]);
            n += !is_found;
        }
    }
    return n;
}

static void questions_looks_stops_and_endpoints_are_reached_from_a_step(void **state) {
    (void)state;
    assert_int_equal(lost(&shelf()->questions, sizeof(struct sitting_question),
                          offsetof(struct sitting_step, questions)),
                     0);
    assert_int_equal(
        lost(&shelf()->looks, sizeof(struct sitting_look), offsetof(struct sitting_step, looks)),
        0);
    assert_int_equal(
        lost(&shelf()->stops, sizeof(struct sitting_stop), offsetof(struct sitting_step, stops)),
        0);
    assert_int_equal(lost(&shelf()->endpoints, sizeof(struct sitting_endpoint),
                          offsetof(struct sitting_step, endpoints)),
                     0);
}

static void every_card_is_reached_from_a_stop(void **state) {
    (void)state;
    EACH(struct sitting_card, &shelf()->cards, card) {
        int n = 0;
        EACH(struct sitting_stop, &shelf()->stops, stop)
        n += stop->card && text_equal(stop->card, card->id);
        if (!n) fprintf(stderr, "%s: no stop leads to it\n", card->id);
        assert_true(n > 0);
    }
    EACH(struct sitting_stop, &shelf()->stops, stop) {
        bool is_found = !stop->card;
        EACH(struct sitting_card, &shelf()->cards, card)
        is_found |= stop->card && text_equal(stop->card, card->id);
        for (int i = 0; i < stop->opens.n; i++)
            assert_non_null(load_rule(knowledge, stop->opens.items[i]));
        assert_true(is_found && stop->acts.n > 0);
    }
}

static const struct step *plan_step(const char *id) {
    EACH(struct step, &knowledge->all.steps, step)
    if (text_equal(step->id, id)) return step;
    return NULL;
}

// Steps of the sitting stand in the order of those a plan counts.
static void every_step_is_part_of_one_that_a_plan_counts_in_that_order(void **state) {
    const struct step *before = knowledge->all.steps.items;
    (void)state;
    EACH(struct sitting_step, &shelf()->protocol, step) {
        const struct step *whole = plan_step(step->part_of);
        assert_non_null(whole);
        assert_true(whole >= before && step->acts.n > 0 && step->who.n > 0);
        before = whole;
    }
    EACH(struct sitting_time, &shelf()->times, time) {
        assert_non_null(plan_step(time->step));
        assert_true(time->minutes && time->minutes->value.is_known);
    }
}

// ---- words ----

static bool has_dose(const char *text) {
    static const char *const units[] = {" mg", " ml", " mcg", " microgram", " units", " IU"};
    for (const char *at = text; *at; at++)
        for (int u = 0; u < 6; u++)
            if (*at >= '0' && *at <= '9' && text_starts(at + 1, units[u])) return true;
    return false;
}

static void a_dose_is_told_apart(void **state) {
    (void)state;
    assert_true(has_dose("Give 0.5 mg now."));
    assert_false(has_dose("Wait 15 minutes."));
}

static void cards_begin_with_the_emergency_number_and_name_no_dose(void **state) {
    (void)state;
    EACH(struct sitting_card, &shelf()->cards, card) {
        assert_non_null(strstr(load_words(&card->top), "{emergency_line}"));
        assert_true(card->acts.n >= 3 && card->never.n > 0);
        EACH(struct sitting_act, &card->acts, act) assert_false(has_dose(load_words(&act->text)));
    }
}

static bool has_word(const char *text, const char *word) {
    ptrdiff_t n = (ptrdiff_t)strlen(word);
    for (const char *at = strstr(text, word); at; at = strstr(at + 1, word)) {
        bool is_begin = at == text || at[-1] == ' ';
        char after    = at[n];
        if (is_begin && !(after >= 'a' && after <= 'z')) return true;
    }
    return false;
}

// Texts of the data files of the sitting, every scalar of them.
static void no_text_promises_or_says_put_it_on_again(void **state) {
    static const char *const files[] = {"protocol.yaml", "questions.yaml",   "cards.yaml",
                                        "numbing.yaml",  "credentials.yaml", "rules_sitting.yaml"};
    static const char *const words[] = {"safe",     "safely", "painless",  "guaranteed",
                                        "optimal",  "best",   "normal",    "reapply",
                                        "approved", "failed", "permanent", "flawless"};
    int                      n_texts = 0;
    (void)state;
    for (int f = 0; f < 6; f++) {
        const struct doc *doc = load_doc(knowledge, files[f]);
        assert_non_null(doc);
        for (int i = 0; i < doc->n_nodes; i++) {
            if (doc_kind_of(doc, i) != DOC_TEXT) continue;
            n_texts++;
            for (int w = 0; w < 12; w++)
                if (has_word(doc_text(doc, i), words[w]))
                    fail_msg("%s: %s", words[w], doc_text(doc, i));
        }
    }
    assert_true(n_texts > 1000);
    assert_true(has_word("It is safe.", "safe") && !has_word("unsafe", "safe"));
}

// ---- evidence rows ----

// Does an entry of a list, or what stands inside it, name the row, or have it as its id?
static bool names_row(const struct noun *noun, const void *entry, const char *row) {
    const char *const *id = entry;
    if (noun->fields[0].kind == FIELD_TEXT && text_equal(*id, row)) return true;
    for (const struct field *field = noun->fields; field->name; field++) {
        const void *at = (const char *)entry + field->offset;
        if (text_equal(field->name, "rows") && is_listed(at, row)) return true;
        const void *const *below = at;
        if (field->kind == FIELD_NOUN && *below && names_row(field->noun, *below, row)) return true;
        const struct list *list = at;
        for (int i = 0; field->kind == FIELD_LIST && i < list->n; i++)
            if (names_row(field->noun, (const char *)list->items + i * field->noun->size, row))
                return true;
    }
    return false;
}

static void every_row_of_the_sitting_is_used_or_says_why_not(void **state) {
    static const struct {
        const char *prefix;
        int         n;
    } rows[]    = {{"EP", 6}, {"PR", 9}, {"TA", 12}, {"TM", 7}, {"CR", 6}, {"CO", 5}};
    int missing = 0;
    (void)state;
    for (int r = 0; r < 6; r++) {
        const struct row_register *own = NULL;
        EACH(struct row_register, &shelf()->registers, one)
        if (text_equal(one->id, rows[r].prefix)) own = one;
        assert_non_null(own);
        assert_int_equal(own->ids.n, rows[r].n);
        struct library without = knowledge->library;
        without.registers      = (struct list){0};
        for (int i = 0; i < own->ids.n; i++) {
            const char *row     = own->ids.items[i];
            bool        is_used = names_row(&catalogue_noun, &knowledge->all, row) ||
                           names_row(&library_noun, &without, row);
            EACH(struct row_unused, &own->unused, unused)
            is_used |= text_equal(unused->id, row) && *load_words(&unused->because);
            if (!is_used) fprintf(stderr, "%s: neither used nor listed\n", row);
            missing += !is_used;
        }
    }
    assert_int_equal(missing, 0);
    assert_false(names_row(&catalogue_noun, &knowledge->all, "TA-99"));
}

// A file of a clinic with a step for somebody no clinic has.
static void a_step_for_a_role_that_is_not_known_is_refused_with_its_place(void **state) {
    const char   yaml[]  = "protocol:\n  - id: step_own\n    label: {en: Own}\n    part_of: after\n"
                           "    when: always\n    who: [robot]\n    sources: [default]\n";
    struct arena scratch = arena;
    struct fault said;
    struct knowledge *other = ARENA_NEW(&scratch, struct knowledge, 1);
    struct doc        extra;
    (void)state;
    assert_int_equal(
        doc_read(&extra, "own.yaml", yaml, (ptrdiff_t)sizeof yaml - 1, false, &scratch, &said),
        ST_OK);
    assert_int_equal(load_knowledge(other, image_knowledge, image_knowledge_end - image_knowledge,
                                    &extra, 1, false, &scratch, &said),
                     ST_OK);
    assert_int_equal(load_library(other, &scratch, &said), ST_CONTENT);
    assert_true(text_starts(said.text, "own.yaml:6:11: protocol[0].who"));
    assert_non_null(strstr(said.text, "robot"));
    assert_non_null(strstr(said.text, "second_person"));
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
    if (status == ST_OK) status = load_library(knowledge, &arena, &fault);
    if (status == ST_OK)
        status = field_read(&clinic_noun, load_doc(knowledge, "clinic.yaml"), 0, &clinic, &reader);
    if (status != ST_OK) fprintf(stderr, "%s\n", fault.text);
    return status == ST_OK ? 0 : -1;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_yes_and_not_sure_opens_its_rule),
        cmocka_unit_test(what_is_seen_on_the_skin_opens_its_rule),
        cmocka_unit_test(an_answer_that_opens_nothing_is_caught),
        cmocka_unit_test(there_are_eight_questions_in_order),
        cmocka_unit_test(questions_looks_stops_and_endpoints_are_reached_from_a_step),
        cmocka_unit_test(every_card_is_reached_from_a_stop),
        cmocka_unit_test(every_step_is_part_of_one_that_a_plan_counts_in_that_order),
        cmocka_unit_test(a_dose_is_told_apart),
        cmocka_unit_test(cards_begin_with_the_emergency_number_and_name_no_dose),
        cmocka_unit_test(no_text_promises_or_says_put_it_on_again),
        cmocka_unit_test(every_row_of_the_sitting_is_used_or_says_why_not),
        cmocka_unit_test(a_step_for_a_role_that_is_not_known_is_refused_with_its_place),
    };
    return cmocka_run_group_tests(tests, open_knowledge, NULL);
}
