// test_improvement: the result by month, and when it is said that it cannot be foretold.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

#include "planner/improvement.h"

static const struct plan_month *month_of(const struct person *person, int at) {
    assert_true(at < person->plan.course->months.n);
    return (const struct plan_month *)person->plan.course->months.items + at;
}

// The pool has 0.40 where it was read, 61 days after the last of four monthly sittings.
static void acne_scars_get_a_wide_band_that_foretells_nothing(void **state) {
    (void)state;
    const struct person *amara = people_example("amara-okafor");
    assert_int_equal(amara->plan.course->months.n, 4);
    for (int i = 0; i < 4; i++) {
        const struct quantity *share = &month_of(amara, i)->improvement;
        assert_int_equal(share->kind, QUANTITY_MEASURED);
        assert_int_equal(share->status, STATUS_DERIVED);
        assert_false(share->predictable);
        assert_non_null(strstr(share->because, "Six studies of needling alone"));
        assert_true(share->value.value > 0.3 && share->value.value < 0.5);
        assert_true(share->low.value < 0.1 && share->high.value > 0.85);
        assert_true(view_has(&share->sources, "R03") && view_has(&share->sources, "idoj-2024"));
    }
    assert_string_equal(month_of(amara, 2)->zone, "cheeks");
    PEOPLE_NEAR(month_of(amara, 2)->month.value, 3);
    assert_int_equal(month_of(amara, 2)->date.day, people_day("2026-06-29"));
}

static void without_a_pool_there_are_words_and_no_number(void **state) {
    (void)state;
    const struct person *margaret = people_example("margaret-thornton");
    assert_int_equal(margaret->plan.course->months.n, 12);
    for (int i = 0; i < 12; i++) {
        const struct quantity *share = &month_of(margaret, i)->improvement;
        assert_false(share->value.is_known || share->low.is_known || share->p[0].is_known);
        assert_false(share->predictable);
        assert_non_null(strstr(share->because, "1.23 grades less, 99 per cent interval 1.11"));
    }
}

static void a_stopped_course_and_one_not_begun_have_no_result(void **state) {
    (void)state;
    assert_int_equal(people_example("kwame-mensah")->plan.course->months.n, 0);
    assert_int_equal(people_example("daniel-reyes")->plan.course->months.n, 0);
}

// A course of the autumn: on 2 March its first three months are past.
static void months_before_today_are_left_out(void **state) {
    (void)state;
    const struct person *person =
        people_of("given: [{date: 2025-08-11}, {date: 2025-09-08}, {date: 2025-10-06}, "
                  "{date: 2025-11-03}]\n");
    assert_int_equal(person->plan.course->months.n, 1);
    PEOPLE_NEAR(month_of(person, 0)->month.value, 6);
    assert_int_equal(month_of(person, 0)->date.day, people_day("2025-11-03") + 182);
}

// The chin gets two sittings and the cheeks had two before: they are ahead a month after the last.
static void a_zone_has_the_result_of_its_own_sittings(void **state) {
    static const char two[] =
        "goals: [{indication: acne_scars, zones: [cheeks, chin]}]\n"
        "given: [{number: 1, date: 2025-11-03, zones: [{zone: %s, device: pen}]}, "
        "{number: 2, date: 2025-12-01, zones: [{zone: %s, device: pen}]}]\n";
    (void)state;
    const struct person *cheeks = people_of(arena_format(&people_arena, two, "cheeks", "cheeks"));
    const struct person *both =
        people_of(arena_format(&people_arena, two, "full_face", "full_face"));
    assert_int_equal(cheeks->plan.course->months.n, 8);
    assert_string_equal(month_of(cheeks, 0)->zone, "cheeks");
    assert_string_equal(month_of(cheeks, 4)->zone, "chin");
    assert_true(month_of(cheeks, 0)->improvement.value.value >
                month_of(cheeks, 4)->improvement.value.value);
    PEOPLE_NEAR(month_of(both, 0)->improvement.value.value,
                month_of(both, 4)->improvement.value.value);
    PEOPLE_NEAR(month_of(both, 0)->improvement.value.value,
                month_of(cheeks, 0)->improvement.value.value);
}

static void every_indication_has_its_words(void **state) {
    (void)state;
    const struct indication *all = people_knowledge->all.indications.items;
    for (int i = 0; i < people_knowledge->all.indications.n; i++) {
        const struct outcome *outcome = load_outcome(people_knowledge, all[i].id);
        if (!outcome) print_error("%s\n", all[i].id);
        assert_non_null(outcome);
        assert_true(*load_words(&outcome->because) && outcome->sources.n > 0);
    }
}

static struct quantity quantity_of(double low, double high, double difference) {
    struct ensemble_band band = {{low, low, low, low, high, high, high}};
    struct fit           fit  = {.grade = GRADE_B};
    const char          *text = "why", *language = "en";
    struct outcome       outcome = {.because    = {&language, &text, 1},
                                    .difference = {difference, true, 0}};
    struct quote_basis   basis   = {{0}, STATUS_DERIVED};
    return improvement_quantity(&band, &fit, &outcome, &basis, &people_arena);
}

static void only_a_band_within_the_difference_that_matters_is_foretold(void **state) {
    (void)state;
    struct quantity narrow = quantity_of(0.3, 0.45, 0.2), wide = quantity_of(0.3, 0.55, 0.2);
    assert_true(narrow.predictable);
    assert_null(narrow.because);
    assert_false(wide.predictable);
    assert_string_equal(wide.because, "why");
    assert_int_equal(wide.grade, GRADE_B);
    PEOPLE_NEAR(wide.high.value, 0.55);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(acne_scars_get_a_wide_band_that_foretells_nothing),
        cmocka_unit_test(without_a_pool_there_are_words_and_no_number),
        cmocka_unit_test(a_stopped_course_and_one_not_begun_have_no_result),
        cmocka_unit_test(months_before_today_are_left_out),
        cmocka_unit_test(a_zone_has_the_result_of_its_own_sittings),
        cmocka_unit_test(every_indication_has_its_words),
        cmocka_unit_test(only_a_band_within_the_difference_that_matters_is_foretold),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
