// test_operators: licence and training on the days of treatment, and the law of the place.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

#include <math.h>

static const char cheeks[]  = "goals: [{indication: acne_scars, zones: [cheeks]}]\n";
static const char by_hand[] = "goals: [{indication: acne_scars, zones: [cheeks]}]\noperator: one\n";

// The plan of a clinic with one operator, who is as said here; the clinic is then as it was.
static const struct person *planned_by(const struct clinic_operator *operators, int n,
                                       const char *place, const char *yaml) {
    struct clinic before        = people_clinic;
    people_clinic.operators     = (struct list){(void *)(ptrdiff_t)operators, n, true};
    people_clinic.jurisdiction  = place;
    const struct person *person = people_of(yaml);
    people_clinic               = before;
    return person;
}

static const char *remark_of(const struct person *person, const char *id) {
    const struct plan_remark *remarks = person->plan.remarks.items;
    for (int i = 0; i < person->plan.remarks.n; i++)
        if (text_equal(remarks[i].id, id)) return remarks[i].text;
    return NULL;
}

static struct when day(const char *text) { return (struct when){people_day(text), 0}; }

static struct amount mm(double depth) { return (struct amount){.value = depth, .is_known = true}; }

// First sitting on 9 March 2026, then every four weeks.
static void a_licence_that_ends_within_the_course_is_said_with_both_days(void **state) {
    struct clinic_operator one = {.id             = "one",
                                  .name           = "Nurse One",
                                  .licence_until  = day("2026-04-05"),
                                  .training_until = day("2030-01-01")};
    (void)state;
    const struct person *person = planned_by(&one, 1, NULL, by_hand);
    assert_string_equal(people_dates(person), "2026-03-09 2026-04-06 2026-05-04 2026-06-01");
    assert_string_equal(remark_of(person, "plan.licence_ends"),
                        "Nurse One: the licence ends on 5 April 2026. What is planned from 6 April "
                        "2026 on is later.");
    assert_null(remark_of(person, "plan.training_ends"));
}

static void the_last_day_of_a_licence_still_counts(void **state) {
    struct clinic_operator one = {.id = "one", .licence_until = day("2026-06-01")};
    (void)state;
    const struct person *person = planned_by(&one, 1, NULL, by_hand);
    assert_null(remark_of(person, "plan.licence_ends"));
}

static void a_licence_that_ends_makes_a_plan_without_cautions_one_with_care(void **state) {
    struct clinic_operator one = {.id = "one", .licence_until = day("2030-01-01")};
    const char             shallow[] =
        "goals: [{indication: acne_scars, zones: [cheeks]}]\noperator: one\ndepth: 0.5 mm\n";
    (void)state;
    assert_int_equal(planned_by(&one, 1, NULL, shallow)->plan.verdict, CLASS_CLEAR);
    one.licence_until = day("2026-04-05");
    assert_int_equal(planned_by(&one, 1, NULL, shallow)->plan.verdict, CLASS_CAUTION);
}

static void training_is_said_by_itself(void **state) {
    struct clinic_operator one = {.id = "one", .training_until = day("2026-03-08")};
    (void)state;
    const struct person *person = planned_by(&one, 1, NULL, by_hand);
    assert_non_null(remark_of(person, "plan.training_ends"));
    assert_null(remark_of(person, "plan.licence_ends"));
}

static void with_nobody_asked_for_one_who_may_is_enough(void **state) {
    struct clinic_operator both[2] = {{.id = "one", .licence_until = day("2026-04-05")},
                                      {.id = "two", .licence_until = day("2026-12-31")}};
    (void)state;
    assert_null(remark_of(planned_by(both, 2, NULL, cheeks), "plan.nobody_left"));
    both[1].training_until      = day("2026-05-03");
    const struct person *person = planned_by(both, 2, NULL, cheeks);
    assert_non_null(strstr(remark_of(person, "plan.nobody_left"), "From 4 May 2026 on"));
}

static void an_operator_without_the_device_does_not_count(void **state) {
    const char            *rollers[] = {"roller"};
    struct clinic_operator both[2]   = {
          {.id = "one", .licence_until = day("2026-04-05")},
          {.id = "two", .licence_until = day("2026-12-31"), .devices = {rollers, 1, true}}};
    (void)state;
    assert_non_null(remark_of(planned_by(both, 2, NULL, cheeks), "plan.nobody_left"));
}

static void an_end_that_is_not_on_file_is_not_held_against_anybody(void **state) {
    struct clinic_operator one = {.id = "one"};
    (void)state;
    assert_null(remark_of(planned_by(&one, 1, NULL, cheeks), "plan.nobody_left"));
    assert_null(remark_of(planned_by(NULL, 0, NULL, cheeks), "plan.nobody_left"));
}

static void a_depth_beyond_what_was_read_of_the_place_is_said_with_its_source(void **state) {
    struct clinic_operator one = {.id = "one", .profession = "aesthetician", .depth_max = mm(1.0)};
    (void)state;
    const struct person *person = planned_by(&one, 1, "us_arizona", by_hand);
    const char          *said   = remark_of(person, "plan.place_deeper");
    assert_non_null(said);
    assert_non_null(strstr(said, "1 mm"));
    assert_non_null(strstr(said, "Arizona"));
    assert_non_null(strstr(said, "0.5 mm"));
    assert_non_null(strstr(said, "CR-01"));
    const struct cited *cited    = person->plan.sources.items;
    bool                is_cited = false;
    for (int i = 0; i < person->plan.sources.n; i++)
        is_cited = is_cited || text_equal(cited[i].key, "R194");
    assert_true(is_cited);
}

static void a_depth_within_it_and_another_profession_are_silent(void **state) {
    struct clinic_operator one = {.id = "one", .profession = "aesthetician", .depth_max = mm(0.5)};
    (void)state;
    assert_null(remark_of(planned_by(&one, 1, "us_arizona", by_hand), "plan.place_deeper"));
    one.depth_max  = mm(1.5);
    one.profession = "nurse";
    assert_null(remark_of(planned_by(&one, 1, "us_arizona", by_hand), "plan.place_deeper"));
}

static void without_a_limit_of_the_clinic_the_planned_depth_is_held_against_it(void **state) {
    struct clinic_operator one = {.id = "one", .profession = "aesthetician"};
    (void)state;
    const struct person *person = planned_by(&one, 1, "us_north_carolina", by_hand);
    assert_non_null(strstr(remark_of(person, "plan.place_planned"), "1.5 mm is planned"));
    assert_null(remark_of(planned_by(&one, 1, "us_utah", by_hand), "plan.place_planned"));
}

static void a_place_nothing_was_read_of_says_so_and_no_place_says_nothing(void **state) {
    struct clinic_operator one = {.id = "one", .profession = "aesthetician", .depth_max = mm(2.0)};
    (void)state;
    const struct person *person = planned_by(&one, 1, "Bulgaria", by_hand);
    assert_non_null(strstr(remark_of(person, "plan.place_unknown"), "Bulgaria"));
    person = planned_by(&one, 1, NULL, by_hand);
    assert_null(remark_of(person, "plan.place_unknown"));
    assert_null(remark_of(person, "plan.place_deeper"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_licence_that_ends_within_the_course_is_said_with_both_days),
        cmocka_unit_test(the_last_day_of_a_licence_still_counts),
        cmocka_unit_test(a_licence_that_ends_makes_a_plan_without_cautions_one_with_care),
        cmocka_unit_test(training_is_said_by_itself),
        cmocka_unit_test(with_nobody_asked_for_one_who_may_is_enough),
        cmocka_unit_test(an_operator_without_the_device_does_not_count),
        cmocka_unit_test(an_end_that_is_not_on_file_is_not_held_against_anybody),
        cmocka_unit_test(a_depth_beyond_what_was_read_of_the_place_is_said_with_its_source),
        cmocka_unit_test(a_depth_within_it_and_another_profession_are_silent),
        cmocka_unit_test(without_a_limit_of_the_clinic_the_planned_depth_is_held_against_it),
        cmocka_unit_test(a_place_nothing_was_read_of_says_so_and_no_place_says_nothing),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
