// test_price: a sitting and a course, from the clinic's list or from what was published.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

static double session_of(const struct person *person) {
    assert_non_null(person->plan.price->session);
    return person->plan.price->session->value.value;
}

static void the_face_is_one_price_however_many_parts(void **state) {
    (void)state;
    PEOPLE_NEAR(session_of(people_of("{}\n")), 320);
    PEOPLE_NEAR(
        session_of(people_of("goals: [{indication: wrinkles, zones: [cheeks, chin, nose]}]\n")),
        320);
}

static void other_regions_add(void **state) {
    (void)state;
    PEOPLE_NEAR(session_of(people_of("goals: [{indication: wrinkles, zones: [cheeks, neck]}]\n")),
                320 + 280);
}

static void own_plasma_adds(void **state) {
    (void)state;
    PEOPLE_NEAR(session_of(people_of("agents: [prp]\n")), 320 + 250);
}

static void a_course_is_so_many_sittings(void **state) {
    (void)state;
    const struct plan *plan = &people_of("{}\n")->plan;
    PEOPLE_NEAR(plan->price->total->value.value, 4 * 320);
    assert_int_equal(plan->price->total->kind, QUANTITY_ADVICE);
    assert_string_equal(plan->price->total->unit, "USD");
    assert_string_equal(plan->price->total->sources.items[0], "clinic");
}

static void a_price_keeps_its_cents(void **state) {
    struct clinic_price row    = {.code = "sitting", .amount = {1234.56, "USD"}};
    struct list         before = people_clinic.prices;
    (void)state;
    people_clinic.prices        = (struct list){&row, 1, true};
    const struct person *person = people_of("{}\n");
    people_clinic.prices        = before;
    PEOPLE_NEAR(session_of(person), 1234.56);
    PEOPLE_NEAR(person->plan.price->total->value.value, 4938.24);
}

static void a_row_that_has_run_out_gives_way_to_a_valid_one(void **state) {
    struct clinic_price rows[] = {
        {.code = "sitting", .amount = {100, "USD"}, .valid_until = {.day = date_of(2026, 3, 1)}},
        {.code = "sitting", .amount = {200, "USD"}, .valid_until = {.day = date_of(2026, 3, 2)}}};
    struct list before = people_clinic.prices;
    (void)state;
    people_clinic.prices        = (struct list){rows, 2, true};
    const struct person *valid  = people_of("{}\n");
    people_clinic.prices        = (struct list){rows, 1, true};
    const struct person *passed = people_of("{}\n");
    people_clinic.prices        = before;
    PEOPLE_NEAR(session_of(valid), 200);
    assert_true(people_remarked(passed, "plan.price_published"));
}

static void a_device_with_a_price_of_its_own_takes_that(void **state) {
    struct clinic_price rows[] = {{.code = "sitting", .amount = {300, "USD"}},
                                  {.code = "pen", .amount = {400, "USD"}},
                                  {.code = "exceed", .amount = {500, "USD"}}};
    struct list         before = people_clinic.prices;
    (void)state;
    people_clinic.prices        = (struct list){rows, 3, true};
    const struct person *pen    = people_of("{}\n");
    const struct person *exceed = people_of("devices: [exceed]\n");
    const struct person *roller = people_of("devices: [roller]\n");
    people_clinic.prices        = before;
    PEOPLE_NEAR(session_of(pen), 400);
    PEOPLE_NEAR(session_of(exceed), 500);
    PEOPLE_NEAR(session_of(roller), 300);
    assert_true(people_remarked(pen, "plan.price_insurance"));
}

static void a_budget_that_cannot_be_held_against_a_price_says_so(void **state) {
    struct clinic before = people_clinic;
    (void)state;
    people_clinic.prices        = (struct list){NULL, 0, true};
    const struct person *dollar = people_of("limits: {budget: \"900 USD\"}\n");
    people_clinic.currency      = "EUR";
    const struct person *euro   = people_of("limits: {budget: \"900 EUR\"}\n");
    people_clinic               = before;
    assert_true(people_remarked(euro, "plan.budget_unchecked"));
    assert_false(people_remarked(dollar, "plan.budget_unchecked"));
    assert_true(people_remarked(dollar, "plan.fewer_budget_high"));
}

// The budget pays for four at the middle of the published range, and for fewer at its high end.
static void a_budget_is_held_against_the_high_end(void **state) {
    struct list before = people_clinic.prices;
    (void)state;
    people_clinic.prices          = (struct list){NULL, 0, true};
    const struct quantity *price  = people_of("{}\n")->plan.price->session;
    double                 budget = 4 * price->value.value;
    const struct person   *person =
        people_of(arena_format(&people_arena, "limits: {budget: \"%.0f USD\"}\n", budget));
    people_clinic.prices = before;
    double chosen        = person->plan.series->chosen.value;
    assert_true(price->high.value > price->value.value);
    assert_true(chosen < 4 && chosen * price->high.value <= budget);
    assert_true((chosen + 1) * price->high.value > budget);
}

static void without_a_list_the_published_range_is_marked(void **state) {
    struct list before = people_clinic.prices;
    (void)state;
    people_clinic.prices         = (struct list){NULL, 0, true};
    const struct person *person  = people_of("{}\n");
    people_clinic.prices         = before;
    const struct quantity *price = person->plan.price->session;
    assert_true(price->low.value < price->high.value);
    assert_true(view_has(&price->sources, "R208"));
    assert_true(people_remarked(person, "plan.price_published"));
}

static void a_budget_in_another_currency_is_refused_by_name(void **state) {
    struct person person;
    (void)state;
    assert_int_equal(people_limited(&person, "limits: {budget: \"700 EUR\"}\n"), ST_CONTENT);
    assert_non_null(strstr(people_fault.text, "limits.budget"));
    assert_non_null(strstr(people_fault.text, "USD"));
}

static void sittings_after_the_last_day_of_the_list_are_remarked(void **state) {
    (void)state;
    assert_true(people_remarked(people_of("{}\n"), "plan.price_valid"));
    assert_false(people_remarked(people_of("{}\n"), "plan.price_later"));
    assert_true(
        people_remarked(people_of("limits: {days_away: [{from: 2026-04-01, to: 2027-02-01}]}\n"),
                        "plan.price_later"));
}

static const struct quantity *total_of(const struct person *person, const char *way) {
    const struct plan_alternative *ways = person->plan.alternatives.items;
    for (int i = 0; i < person->plan.alternatives.n; i++)
        if (text_equal(ways[i].id, way)) return ways[i].total;
    return NULL;
}

static void other_ways_cost_what_list_and_studies_say(void **state) {
    (void)state;
    const struct person *person = people_of("goals: [{indication: acne_scars, zones: [cheeks]}]\n");
    PEOPLE_NEAR(total_of(person, "nothing")->value.value, 0);
    PEOPLE_NEAR(total_of(person, "prp")->value.value, 4 * (320 + 250));
    PEOPLE_NEAR(total_of(person, "rf")->value.value, 4 * 700);
    const struct quantity *laser = total_of(person, "laser_nonablative");
    PEOPLE_NEAR(laser->low.value, 3 * 1000);
    PEOPLE_NEAR(laser->value.value, 3 * 1750);
    PEOPLE_NEAR(laser->high.value, 5 * 2500);
    assert_int_equal(laser->kind, QUANTITY_ADVICE);
    assert_true(view_has(&laser->sources, "R208") && view_has(&laser->sources, "R06"));
    assert_null(total_of(person, "dermabrasion"));   // how many is not known
    assert_null(total_of(person, "tca_cross"));      // nor a price
}

static void an_add_on_that_is_in_the_course_is_not_counted_twice(void **state) {
    (void)state;
    const struct person *person =
        people_of("goals: [{indication: acne_scars, zones: [cheeks]}]\nagents: [prp]\n");
    PEOPLE_NEAR(total_of(person, "prp")->value.value, person->plan.price->total->value.value);
}

static const struct quantity *effect_of(const struct person *person, const char *id) {
    const struct plan_alternative *ways = person->plan.alternatives.items;
    for (int i = 0; i < person->plan.alternatives.n; i++)
        if (text_equal(ways[i].id, id)) return ways[i].effect;
    fail_msg("%s is no way here", id);
    return NULL;
}

// Studies of acne scars used rollers and pens: of both, and of nothing else, the plan's figure.
static void no_way_has_an_effect_that_no_study_pools(void **state) {
    (void)state;
    const struct person           *person = people_example("amara-okafor");
    const struct plan_alternative *ways   = person->plan.alternatives.items;
    const struct list             *months = &person->plan.course->months;
    const struct quantity         *effect = effect_of(person, "roller");
    const struct quantity         *own =
        &((const struct plan_month *)months->items)[months->n - 1].improvement;
    assert_true(person->plan.alternatives.n > 5);
    assert_non_null(effect);
    PEOPLE_NEAR(effect->value.value, own->value.value);
    PEOPLE_NEAR(effect->high.value, own->high.value);
    assert_false(effect->predictable);
    assert_non_null(effect->because);
    for (int i = 0; i < person->plan.alternatives.n; i++)
        if (!text_equal(ways[i].id, "roller")) assert_null(ways[i].effect);
}

// A second wish without a pool, or a device no study of the pool used, leaves no figure.
static void an_effect_is_of_all_that_is_wanted_or_of_none(void **state) {
    (void)state;
    assert_null(effect_of(people_of("goals: [{indication: acne_scars, zones: [cheeks]}, "
                                    "{indication: pores, zones: [nose]}]\n"),
                          "roller"));
    assert_null(
        effect_of(people_of("goals: [{indication: wrinkles, zones: [cheeks]}]\n"), "roller"));
    assert_null(effect_of(people_of("goals: [{indication: acne_scars, zones: [cheeks]}]\n"
                                    "devices: [stamp]\n"),
                          "roller"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_face_is_one_price_however_many_parts),
        cmocka_unit_test(other_regions_add),
        cmocka_unit_test(own_plasma_adds),
        cmocka_unit_test(a_course_is_so_many_sittings),
        cmocka_unit_test(a_price_keeps_its_cents),
        cmocka_unit_test(a_row_that_has_run_out_gives_way_to_a_valid_one),
        cmocka_unit_test(a_device_with_a_price_of_its_own_takes_that),
        cmocka_unit_test(a_budget_that_cannot_be_held_against_a_price_says_so),
        cmocka_unit_test(a_budget_is_held_against_the_high_end),
        cmocka_unit_test(without_a_list_the_published_range_is_marked),
        cmocka_unit_test(a_budget_in_another_currency_is_refused_by_name),
        cmocka_unit_test(sittings_after_the_last_day_of_the_list_are_remarked),
        cmocka_unit_test(other_ways_cost_what_list_and_studies_say),
        cmocka_unit_test(an_add_on_that_is_in_the_course_is_not_counted_twice),
        cmocka_unit_test(no_way_has_an_effect_that_no_study_pools),
        cmocka_unit_test(an_effect_is_of_all_that_is_wanted_or_of_none),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
