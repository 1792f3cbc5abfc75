// test_scales: a value lies on its scale or is refused with its place, for every scale we have.
// SPDX-License-Identifier: Apache-2.0
#include "domain/patient.h"
#include "knowledge/image.h"
#include "knowledge/scales.h"
#include "tests/base/test_doc.h"

static struct knowledge *knowledge_of(struct world *world) {
    struct knowledge *knowledge = ARENA_NEW(&world->arena, struct knowledge, 1);
    ptrdiff_t         n         = image_knowledge_end - image_knowledge;
    if (load_knowledge(knowledge, image_knowledge, n, NULL, 0, false, &world->arena,
                       &world->fault) != ST_OK)
        fail_msg("%s", world->fault.text);
    return knowledge;
}

// What becomes of a patient file with that value as severity and as result.
static enum status check(struct world *world, const struct knowledge *knowledge, const char *where,
                         const char *scale, double value) {
    const char *yaml = arena_format(
        &world->arena,
        text_equal(where, "severity")
            ? "goals: [{indication: acne_scars, zones: [cheeks], severity: {scale: %s, value: %g}}]"
            : "goals: []\noutcomes: [{date: 2026-01-01, scale: ecca, value: 1}, {date: "
              "2026-01-01, scale: %s, value: %g}]",
        scale, value);
    struct patient      patient;
    struct field_reader reader = {knowledge->vocabularies, knowledge->n_vocabularies, &world->arena,
                                  &world->fault};
    const struct doc   *doc    = read_yaml(world, yaml);
    if (patient_read(&patient, doc, date_of(2026, 3, 2), &reader) != ST_OK)
        fail_msg("%s: %s", yaml, world->fault.text);
    return scales_check(knowledge, doc, &patient.goals, &patient.outcomes, &world->arena,
                        &world->fault);
}

// Its ends are on a scale, and what lies beyond them is not; without ends any number is.
static void every_scale_takes_its_ends_and_nothing_beyond(void **state) {
    struct world      *world     = *state;
    struct knowledge  *knowledge = knowledge_of(world);
    const struct list *scales    = &knowledge->all.scales;
    int                n_ended   = 0;
    assert_true(scales->n > 20);
    for (int i = 0; i < scales->n; i++) {
        const struct scale *scale = (const struct scale *)scales->items + i;
        double              low   = scale->range ? scale->range->low.value : 0;
        double              high  = scale->range ? scale->range->high.value : 999;
        for (int k = 0; k < 2; k++) {
            const char *where = k ? "severity" : "outcomes";
            assert_int_equal(check(world, knowledge, where, scale->id, low), ST_OK);
            assert_int_equal(check(world, knowledge, where, scale->id, high), ST_OK);
            if (!scale->range) continue;
            assert_int_equal(check(world, knowledge, where, scale->id, high + 0.5), ST_CONTENT);
            if (low >= 1)
                assert_int_equal(check(world, knowledge, where, scale->id, low - 0.5), ST_CONTENT);
        }
        n_ended += scale->range != NULL;
    }
    assert_true(n_ended > 15);
}

static void a_refusal_names_place_value_and_ends(void **state) {
    struct world *world = *state;
    assert_int_equal(check(world, knowledge_of(world), "severity", "goodman_baron", 5), ST_CONTENT);
    assert_non_null(strstr(world->fault.text, ":1:"));
    assert_non_null(strstr(world->fault.text, "goals[0].severity.value: 5: lies beyond the scale "
                                              "goodman_baron; allowed: 1 to 4"));
    assert_int_equal(check(world, knowledge_of(world), "outcomes", "vss", 14), ST_CONTENT);
    assert_non_null(strstr(world->fault.text, "outcomes[1].value: 14: "));
}

static void a_scale_may_be_open_at_an_end(void **state) {
    struct world *world = *state;
    struct figure range = {.low = {.value = 2, .is_known = true}};
    struct scale  scale = {.id = "x", .range = &range};
    assert_true(scales_hold(&scale, 1e6) && scales_hold(&scale, 2) && !scales_hold(&scale, 1.9));
    assert_string_equal(scales_allowed(&scale, &world->arena), "at least 2");
    range = (struct figure){.high = {.value = 9, .is_known = true}};
    assert_true(scales_hold(&scale, -1e6) && scales_hold(&scale, 9) && !scales_hold(&scale, 9.1));
    assert_string_equal(scales_allowed(&scale, &world->arena), "at most 9");
    scale.range = NULL;
    assert_true(scales_hold(&scale, 1e6));
    assert_string_equal(scales_allowed(&scale, &world->arena), "any number");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(every_scale_takes_its_ends_and_nothing_beyond),
        IN_WORLD(a_refusal_names_place_value_and_ends),
        IN_WORLD(a_scale_may_be_open_at_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
