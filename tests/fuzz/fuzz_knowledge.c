// fuzz_knowledge: any bytes as a file of knowledge, laid over the base and checked (libFuzzer).
// What is accepted is a whole base: the neutral patient is screened on it, and the check says the
// same when it is asked again.
// SPDX-License-Identifier: Apache-2.0
#include "knowledge/check.h"
#include "knowledge/check_base.h"
#include "knowledge/image.h"
#include "knowledge/screen.h"

#include <assert.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ARENA_BYTES = 400 * 1024 * 1024 };

static struct arena all;   // what is left for one input

static void screen_neutral(struct knowledge *knowledge, struct arena *arena, struct fault *fault) {
    date_day            on = date_of(2026, 3, 2);
    struct patient      patient;
    struct clinic       clinic = {0};
    struct view         view;
    struct screening    screening = {0};
    struct field_reader reader = {knowledge->vocabularies, knowledge->n_vocabularies, arena, fault};
    enum status status = patient_read(&patient, load_doc(knowledge, "neutral.yaml"), on, &reader);
    assert(status == ST_OK);
    status = field_read(&clinic_noun, load_doc(knowledge, "clinic.yaml"), 0, &clinic, &reader);
    assert(status == ST_OK);
    status = view_open(&view, knowledge, &patient, &clinic, on, arena, fault);
    assert(status == ST_OK);
    status = screen_person(&view, &screening, fault);
    assert(status == ST_OK || status == ST_LIMIT);
    assert(status != ST_OK || screening.verdict >= CLASS_CLEAR);
}

// Running the examples of all rules takes long: only where the file is about one.
static bool has_one_rule(const struct doc *over) {
    int rules = doc_child(over, 0, "rules");
    return rules >= 0 && over->nodes[rules].n == 1;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fault fault = {""};
    struct doc   over;
    if (!all.at) {
        enum status status = arena_open(&all, ARENA_BYTES, &fault);
        assert(status == ST_OK);
    }
    struct arena      arena     = all;
    struct knowledge *knowledge = ARENA_NEW(&arena, struct knowledge, 1);
    if (doc_read(&over, "fuzz", (const char *)data, (ptrdiff_t)size, false, &arena, &fault) !=
        ST_OK)
        return 0;
    if (load_knowledge(knowledge, image_knowledge, image_knowledge_end - image_knowledge, &over, 1,
                       false, &arena, &fault) != ST_OK ||
        load_library(knowledge, &arena, &fault) != ST_OK ||
        check_knowledge(knowledge, &fault) != ST_OK)
        return 0;
    struct check check, again;
    check_base_entries(&check, knowledge, &arena);
    check_base_entries(&again, knowledge, &arena);
    assert(check.n_said == again.n_said && check.n_unsourced <= check.n_said);
    for (int i = 0; i < check.said.n; i++)
        assert(text_equal(check.said.items[i], again.said.items[i]));
    if (has_one_rule(&over)) check_base_examples(&check);
    if (check.n_said == 0) screen_neutral(knowledge, &arena, &fault);
    return 0;
}
