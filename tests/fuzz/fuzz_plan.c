// fuzz_plan: any bytes as a patient file, laid over the neutral patient, screened and planned
// (libFuzzer). Whatever is accepted gets a verdict that is consistent with its own options, a plan
// that keeps the limits it was made under, and answers that are written and read again.
// SPDX-License-Identifier: Apache-2.0
#include "knowledge/asked.h"
#include "knowledge/image.h"
#include "knowledge/limits.h"
#include "knowledge/screen.h"
#include "planner/planner.h"

#include <assert.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ARENA_BYTES = 400 * 1024 * 1024, MEMBERS = 8 };

struct fuzzing {
    struct knowledge knowledge;
    struct clinic    clinic;
    struct arena     arena;   // what is left for one input
};

static struct fuzzing fuzzing;

static void open_once(struct fault *fault) {
    if (fuzzing.arena.at) return;
    enum status status = arena_open(&fuzzing.arena, ARENA_BYTES, fault);
    assert(status == ST_OK);
    status =
        load_knowledge(&fuzzing.knowledge, image_knowledge, image_knowledge_end - image_knowledge,
                       NULL, 0, true, &fuzzing.arena, fault);
    assert(status == ST_OK);
    struct field_reader reader = {fuzzing.knowledge.vocabularies, fuzzing.knowledge.n_vocabularies,
                                  &fuzzing.arena, fault};
    status = field_read(&clinic_noun, load_doc(&fuzzing.knowledge, "clinic.yaml"), 0,
                        &fuzzing.clinic, &reader);
    assert(status == ST_OK);
}

static void check_written(const struct noun *noun, const void *answer, struct arena *arena,
                          struct fault *fault) {
    struct doc_build *build = doc_build_new(arena);
    field_write(noun, answer, build, NULL);
    struct doc  doc = doc_build_done(build), again;
    struct text out = text_new(arena);
    doc_write(&doc, 0, &out);
    enum status status = doc_read(&again, "answer", out.data, out.n, true, arena, fault);
    assert(status == ST_OK || status == ST_LIMIT);
}

static void check_answer(struct screening *screening, struct arena *arena, struct fault *fault) {
    const struct option_verdict *options = screening->options.items;
    int                          mildest = CLASS_REFUSE;
    for (int i = 0; i < screening->options.n; i++)
        if (options[i].verdict < mildest) mildest = options[i].verdict;
    assert(screening->verdict >= CLASS_CLEAR && screening->verdict <= CLASS_REFUSE);
    if (screening->options.n)
        assert(screening->verdict == mildest ||
               (mildest == CLASS_CLEAR && screening->verdict == CLASS_CAUTION) ||
               screening->verdict == CLASS_ASK);
    check_written(&screening_part_noun, screening, arena, fault);
}

static void check_plan(const struct view *view, const struct screening *screening,
                       struct arena *arena, struct fault *fault) {
    struct limits limits = {0};
    struct plan   plan   = {0};
    if (limits_compile(view, screening, &limits, fault) != ST_OK) return;
    const struct planner_run run = {.members = MEMBERS, .seed = 1};
    if (planner_plan(view, screening, &limits, &run, &plan, arena, fault) != ST_OK) return;
    enum status status = limits_check(&limits, &fuzzing.knowledge, &plan, fault);
    assert(status == ST_OK);
    check_written(&plan_noun, &plan, arena, fault);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fault     fault = {""};
    struct doc       over;
    struct patient   patient;
    struct view      view;
    struct screening screening = {0};
    date_day         on        = date_of(2026, 3, 2);
    open_once(&fault);
    struct arena        arena  = fuzzing.arena;
    struct field_reader reader = {fuzzing.knowledge.vocabularies, fuzzing.knowledge.n_vocabularies,
                                  &arena, &fault};
    if (doc_read(&over, "fuzz", (const char *)data, (ptrdiff_t)size, false, &arena, &fault) !=
        ST_OK)
        return 0;
    if (doc_kind_of(&over, 0) != DOC_MAP) return 0;
    struct doc doc = doc_overlay(load_doc(&fuzzing.knowledge, "neutral.yaml"), 0, &over, 0, &arena);
    if (patient_read(&patient, &doc, on, &reader) != ST_OK) return 0;
    if (view_open(&view, &fuzzing.knowledge, &patient, &fuzzing.clinic, on, &arena, &fault) !=
        ST_OK)
        return 0;
    if (asked_check(&view, &fault) != ST_OK) return 0;
    if (screen_person(&view, &screening, &fault) != ST_OK) return 0;
    check_answer(&screening, &arena, &fault);
    check_plan(&view, &screening, &arena, &fault);
    return 0;
}
