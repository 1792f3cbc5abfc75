// test_improvement: the result by month, and when it is said that it cannot be foretold.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

#include "planner/improvement.h"

#include <math.h>

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
        assert_false(view_has(&share->sources, "default"));   // which would be no better than ours
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

// Two uses or two zones with one number would draw the same luck.
static void every_use_and_every_zone_has_a_number_of_its_own(void **state) {
    (void)state;
    const struct outcome *uses  = people_knowledge->all.outcomes.items;
    const struct zone    *zones = people_knowledge->all.zones.items;
    for (int i = 0; i < people_knowledge->all.outcomes.n; i++)
        for (int k = 0; k < i; k++)
            assert_int_not_equal(text_hash(uses[i].id), text_hash(uses[k].id));
    for (int i = 0; i < people_knowledge->all.zones.n; i++)
        for (int k = 0; k < i; k++)
            assert_int_not_equal(priors_zone_stream(&zones[i]), priors_zone_stream(&zones[k]));
    struct zone alone = zones[1];   // whatever stands beside it
    assert_int_equal(priors_zone_stream(&alone), priors_zone_stream(&zones[1]));
}

// ---- foretold or not ----

// A pool whose new study lies between the two, of a course as its studies had it.
static struct fit fit_between(double low, double high, double patient) {
    double low_logit = log(low / (1 - low)), high_logit = log(high / (1 - high));
    return (struct fit){.mean          = {(low_logit + high_logit) / 2, true, 0},
                        .low           = {low, true, 0},
                        .high          = {high, true, 0},
                        .patient_high  = {patient, true, 0},
                        .sessions_low  = {4, true, 0},
                        .sessions_high = {12, true, 0},
                        .interval_low  = {7, true, 0},
                        .interval_high = {42, true, 0},
                        .read_first    = {30, true, 0},
                        .grade         = GRADE_B};
}

static const char *why = "why", *language = "en";

static struct outcome outcome_of(double difference) {
    return (struct outcome){.because = {&language, &why, 1}, .difference = {difference, true, 0}};
}

// A band of one member: both ends the same.
static struct quantity quantity_of(const struct improvement_seen *seen) {
    struct priors        priors = {people_knowledge, &people_arena, &people_fault};
    struct ensemble_band band   = {{0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3}};
    struct quote_basis   basis  = {{0}, STATUS_DERIVED};
    return improvement_quantity(&band, seen, &basis, &priors);
}

static void the_pool_and_never_the_sample_says_what_is_foretold(void **state) {
    (void)state;
    struct outcome          outcome = outcome_of(0.2);
    struct fit              narrow = fit_between(0.3, 0.45, 0), wide = fit_between(0.3, 0.55, 0);
    struct improvement_seen seen = {&outcome, &narrow, 4, 28, 28, 61, false};
    struct quantity         told = quantity_of(&seen);
    assert_true(told.predictable);
    assert_null(told.because);
    assert_int_equal(told.grade, GRADE_B);
    seen.fit = &wide;
    told     = quantity_of(&seen);
    assert_false(told.predictable);   // though its one member has no spread at all
    assert_string_equal(told.because, "why");
}

static void people_spread_wider_than_the_means_of_studies(void **state) {
    (void)state;
    struct outcome          outcome = outcome_of(0.2);
    struct fit              fit     = fit_between(0.3, 0.45, 0.5);
    struct improvement_seen seen    = {&outcome, &fit, 4, 28, 28, 61, true};
    assert_true(improvement_is_foretold(&seen));
    seen.is_study_mean = false;
    assert_false(improvement_is_foretold(&seen));
}

static void what_no_study_had_is_said(void **state) {
    (void)state;
    const double            monthly[] = {0, 28, 56, 84}, far[] = {7, 100, 0};
    struct outcome          outcome = outcome_of(0.2);
    struct fit              fit     = fit_between(0.3, 0.45, 0);
    struct improvement_seen seen    = {.outcome = &outcome, .fit = &fit, .read_d = 30};
    improvement_see(&seen, monthly, 4);
    PEOPLE_NEAR(seen.gap_d_low, 28);
    PEOPLE_NEAR(seen.gap_d_high, 28);
    assert_null(quantity_of(&seen).because);
    improvement_see(&seen, far, 3);
    PEOPLE_NEAR(seen.gap_d_low, 7);
    PEOPLE_NEAR(seen.gap_d_high, 93);
    struct quantity told = quantity_of(&seen);
    assert_true(told.predictable);
    assert_non_null(strstr(told.because, "had 4 to 12 treatments; what 3 would do nobody"));
    assert_non_null(strstr(told.because, "7 to 42 days apart; these are not"));
    improvement_see(&seen, monthly, 4);
    seen.read_d = 29;
    told        = quantity_of(&seen);
    assert_false(told.predictable || told.value.is_known || told.low.is_known);
    assert_non_null(strstr(told.because, "30 days after the last treatment"));
}

static void a_pool_speaks_for_the_kinds_its_studies_used(void **state) {
    (void)state;
    const struct fit *fit = load_fit(people_knowledge, "acne_scars_needling");
    assert_true(improvement_is_held(&fit->device, DEVICE_PEN) &&
                improvement_is_held(&fit->device, DEVICE_ROLLER));
    assert_false(improvement_is_held(&fit->device, DEVICE_STAMP) ||
                 improvement_is_held(&fit->device, DEVICE_RF) ||
                 improvement_is_held(&fit->device, DEVICE_HOME_ROLLER));
}

static const struct plan_risk *risk_of(const struct person *person, const char *id) {
    const struct plan_risk *all = person->plan.risks.items, *found = NULL;
    for (int i = 0; i < person->plan.risks.n; i++)
        if (text_equal(all[i].id, id)) {
            assert_null(found);   // one entry a risk
            found = &all[i];
        }
    assert_non_null(found);
    return found;
}

// Rows of pits were counted with a roller alone, dark patches with needles of either kind, and
// nothing was with a stamp.
static void a_share_of_people_speaks_for_the_kinds_it_was_counted_on(void **state) {
    (void)state;
    static const struct {
        const char *id;
        bool        has_dark, has_pits, has_result;
    } kinds[] = {
        {"pen", true, false, true}, {"roller", true, true, true}, {"stamp", false, false, false}};
    for (int i = 0; i < 3; i++) {
        struct person *person = ARENA_NEW(&people_arena, struct person, 1);
        const char    *yaml =
            arena_format(&people_arena,
                         "phototype: 5\ngoals: [{indication: acne_scars, zones: [cheeks]}]\n"
                         "devices: [%s]\n",
                         kinds[i].id);
        assert_int_equal(people_limited(person, yaml), ST_OK);
        assert_int_equal(people_plan(person), ST_OK);
        assert_true(person->plan.zones.n > 0);
        assert_int_equal(risk_of(person, "dark_patches")->rate != NULL, kinds[i].has_dark);
        assert_int_equal(risk_of(person, "tram_track")->rate != NULL, kinds[i].has_pits);
        const struct quantity *share = &month_of(person, 0)->improvement;
        assert_int_equal(share->value.is_known, kinds[i].has_result);
        assert_true(share->value.is_known || strstr(share->because, "The studies used:"));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(acne_scars_get_a_wide_band_that_foretells_nothing),
        cmocka_unit_test(without_a_pool_there_are_words_and_no_number),
        cmocka_unit_test(a_stopped_course_and_one_not_begun_have_no_result),
        cmocka_unit_test(months_before_today_are_left_out),
        cmocka_unit_test(a_zone_has_the_result_of_its_own_sittings),
        cmocka_unit_test(every_indication_has_its_words),
        cmocka_unit_test(every_use_and_every_zone_has_a_number_of_its_own),
        cmocka_unit_test(the_pool_and_never_the_sample_says_what_is_foretold),
        cmocka_unit_test(people_spread_wider_than_the_means_of_studies),
        cmocka_unit_test(what_no_study_had_is_said),
        cmocka_unit_test(a_pool_speaks_for_the_kinds_its_studies_used),
        cmocka_unit_test(a_share_of_people_speaks_for_the_kinds_it_was_counted_on),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
