// test_controls: what a plan says may be set, and within what.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

static const struct plan_control *control_of(const struct person *person, const char *id) {
    const struct plan_control *all = person->plan.controls.items;
    for (int i = 0; i < person->plan.controls.n; i++)
        if (text_equal(all[i].id, id)) return &all[i];
    return NULL;
}

// "depth passes speed ..." in their order.
static const char *ids_of(const struct person *person) {
    const struct plan_control *all = person->plan.controls.items;
    struct text                out = text_new(&people_arena);
    for (int i = 0; i < person->plan.controls.n; i++)
        text_addf(&out, "%s%s", out.n ? " " : "", all[i].id);
    return out.data;
}

static void a_pen_has_every_control_in_a_fixed_order(void **state) {
    (void)state;
    assert_string_equal(ids_of(people_of("{}\n")),
                        "depth passes speed cartridge interval sessions cover_after");
    assert_string_equal(
        ids_of(people_of("goals: [{indication: acne_scars, zones: [cheeks, chin]}]\n")),
        "depth passes speed cartridge depth passes speed cartridge interval sessions cover_after");
}

static void what_a_device_cannot_do_has_no_control(void **state) {
    (void)state;
    assert_string_equal(ids_of(people_of("devices: [rejuvapen_nxt]\n")),
                        "depth passes speed interval sessions cover_after");
    assert_string_equal(ids_of(people_of("devices: [stamp]\n")),
                        "depth passes interval sessions cover_after");
    assert_null(control_of(people_of("devices: [medical_roller_192]\n"), "depth"));
}

static void nothing_planned_has_no_control(void **state) {
    (void)state;
    assert_string_equal(
        ids_of(people_of("medications: [{code: isotretinoin, stopped: ongoing}]\n")), "");
    const char *given = "given: [{date: 2025-10-06, zones: [{zone: cheeks}]},"
                        " {date: 2025-11-03, zones: [{zone: cheeks}]},"
                        " {date: 2025-12-01, zones: [{zone: cheeks}]},"
                        " {date: 2026-01-05, zones: [{zone: cheeks}]}]\n";
    assert_string_equal(ids_of(people_of(given)), "");
    const struct person *person =
        people_of(arena_format(&people_arena, "%ssettings: {sessions: 4}\n", given));
    assert_string_equal(ids_of(person), "sessions");
    PEOPLE_NEAR(control_of(person, "sessions")->low.value, 4);
}

static void every_control_has_a_reason_a_remark_and_a_source(void **state) {
    (void)state;
    const struct person *people[] = {
        people_example("amara-okafor"), people_example("jonas-lindqvist"),
        people_example("three-zones-one-visit"), people_of("devices: [roller]\n"),
        people_of("devices: [dermapen_4]\nsettings: {zones: [{zone: cheeks, passes: 9}]}\n")};
    for (size_t p = 0; p < sizeof people / sizeof *people; p++) {
        const struct plan_control *all = people[p]->plan.controls.items;
        assert_true(people[p]->plan.controls.n >= 6);
        for (int i = 0; i < people[p]->plan.controls.n; i++) {
            assert_true(all[i].because && *all[i].because && all[i].sources.n > 0);
            assert_non_null(strstr(all[i].remark, "is not settled"));
            assert_true(all[i].status && all[i].grade);
            assert_true(all[i].code || all[i].value.is_known);
            if (!all[i].low.is_known) continue;
            assert_true(all[i].low.value <= all[i].value.value);
            assert_true(all[i].value.value <= all[i].high.value);
            assert_true(all[i].low.value <= all[i].advised.value);
            assert_true(all[i].advised.value <= all[i].high.value);
        }
    }
}

static void depth_ends_at_the_reach_and_names_the_label(void **state) {
    (void)state;
    const struct plan_control *depth = control_of(people_of("phototype: 5\n"), "depth");
    PEOPLE_NEAR(depth->low.value, 0.25);
    PEOPLE_NEAR(depth->high.value, 2.5);
    PEOPLE_NEAR(depth->step.value, 0.25);
    PEOPLE_NEAR(depth->reach.value, 2.5);
    PEOPLE_NEAR(depth->label.value, 1.5);
    PEOPLE_NEAR(depth->advised.value, 1.25);
    assert_string_equal(depth->field, "/settings/zones[zone=cheeks]/depth");
    assert_true(view_has(&depth->sources, "R21") && view_has(&depth->sources, "R22"));
}

static void depth_ends_at_what_the_operator_may(void **state) {
    (void)state;
    const struct plan_control *depth = control_of(people_of("operator: op_nurse\n"), "depth");
    PEOPLE_NEAR(depth->high.value, 1.5);
    PEOPLE_NEAR(depth->reach.value, 2.5);
}

static void fixed_lengths_are_choices(void **state) {
    (void)state;
    const struct plan_control *depth   = control_of(people_of("devices: [roller]\n"), "depth");
    const struct plan_choice  *choices = depth->choices.items;
    assert_int_equal(depth->choices.n, 3);
    assert_string_equal(choices[1].code, "1.0 mm");
    PEOPLE_NEAR(choices[1].value.value, 1);
    assert_false(depth->step.is_known);
}

static void the_scalp_has_a_remark_of_its_own(void **state) {
    (void)state;
    const struct plan_control *depth = control_of(
        people_of("goals: [{indication: hair_loss, zones: [scalp], diagnosed: yes}]\n"), "depth");
    assert_non_null(strstr(depth->remark, "meta-analysis"));
    assert_true(view_has(&depth->sources, "R42"));
}

// Every end that a control offers is taken by the planner as it stands.
static void the_ends_of_every_control_can_be_planned(void **state) {
    (void)state;
    const char *const ids[]    = {"depth", "passes", "speed"};
    const char *const quotes[] = {"\"", "", "\""}, *const units[] = {" mm\"", "", " cm/s\""};
    for (int i = 0; i < 3; i++) {
        const struct plan_control *control = control_of(people_of("{}\n"), ids[i]);
        const double               ends[]  = {control->low.value, control->high.value};
        for (int k = 0; k < 2; k++) {
            char value[32];
            text_number(value, ends[k]);
            const struct person *person = people_of(
                arena_format(&people_arena, "settings: {zones: [{zone: cheeks, %s: %s%s%s}]}\n",
                             ids[i], quotes[i], value, units[i]));
            const struct plan_control *set = control_of(person, ids[i]);
            PEOPLE_NEAR(set->value.value, ends[k]);
            PEOPLE_NEAR(set->advised.value, control->advised.value);
            assert_true(set->is_set);
        }
    }
}

static void every_needle_set_that_is_offered_can_be_planned(void **state) {
    (void)state;
    const struct plan_control *control = control_of(people_of("{}\n"), "cartridge");
    const struct plan_choice  *choices = control->choices.items;
    assert_int_equal(control->choices.n, 5);
    for (int i = 0; i < control->choices.n; i++) {
        const struct person *person = people_of(
            arena_format(&people_arena, "settings: {zones: [{zone: cheeks, cartridge: %s}]}\n",
                         choices[i].code));
        assert_string_equal(control_of(person, "cartridge")->code, choices[i].code);
        assert_string_equal(control_of(person, "cartridge")->advised_code, "pen_14");
        assert_string_equal(people_zone(person, "cheeks")->cartridge, choices[i].code);
    }
}

static void a_control_says_what_is_asked_and_what_is_planned(void **state) {
    (void)state;
    const struct person *person =
        people_of("limits: {sessions_max: 3}\nsettings: {sessions: 5, interval: \"7 d\"}\n");
    const struct plan_control *sessions = control_of(person, "sessions");
    const struct plan_control *interval = control_of(person, "interval");
    PEOPLE_NEAR(sessions->asked.value, 5);
    PEOPLE_NEAR(sessions->value.value, 3);
    PEOPLE_NEAR(sessions->advised.value, 3);   // the person wants no more
    PEOPLE_NEAR(interval->asked.value, 7);
    PEOPLE_NEAR(interval->value.value, 14);
    PEOPLE_NEAR(interval->low.value, 14);
    PEOPLE_NEAR(interval->advised.value, 28);
    PEOPLE_NEAR(interval->advised_low.value, 14);
    PEOPLE_NEAR(interval->advised_high.value, 42);
}

static void fewer_than_studies_used_says_why(void **state) {
    (void)state;
    const struct plan_control *sessions =
        control_of(people_of("limits: {budget: \"1000 USD\"}\n"), "sessions");
    PEOPLE_NEAR(sessions->value.value, 3);
    PEOPLE_NEAR(sessions->advised.value, 3);
    assert_non_null(strstr(sessions->because, "Of 4, 3 are planned"));
}

static void the_cover_is_the_persons_else_the_clinics(void **state) {
    (void)state;
    const struct plan_control *open = control_of(people_of("{}\n"), "cover_after");
    const struct plan_control *film = control_of(people_of("cover_after: film\n"), "cover_after");
    assert_string_equal(open->code, "none");
    assert_false(open->is_set);
    assert_string_equal(film->code, "film");
    assert_string_equal(film->advised_code, "none");
    assert_true(film->is_set);
    assert_int_equal(film->choices.n, 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pen_has_every_control_in_a_fixed_order),
        cmocka_unit_test(what_a_device_cannot_do_has_no_control),
        cmocka_unit_test(nothing_planned_has_no_control),
        cmocka_unit_test(every_control_has_a_reason_a_remark_and_a_source),
        cmocka_unit_test(depth_ends_at_the_reach_and_names_the_label),
        cmocka_unit_test(depth_ends_at_what_the_operator_may),
        cmocka_unit_test(fixed_lengths_are_choices),
        cmocka_unit_test(the_scalp_has_a_remark_of_its_own),
        cmocka_unit_test(the_ends_of_every_control_can_be_planned),
        cmocka_unit_test(every_needle_set_that_is_offered_can_be_planned),
        cmocka_unit_test(a_control_says_what_is_asked_and_what_is_planned),
        cmocka_unit_test(fewer_than_studies_used_says_why),
        cmocka_unit_test(the_cover_is_the_persons_else_the_clinics),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
