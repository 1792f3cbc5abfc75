// test_numbing: the cream, its grams, and the visits its label asks for.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

#include "planner/visit.h"

#include <math.h>

static void cheeks_take_16_g_on_160_cm2_for_an_hour(void **state) {
    (void)state;
    const struct plan_numbing *numbing = people_of("{}\n")->plan.numbing;
    assert_non_null(numbing);
    assert_string_equal(numbing->agent, "lidocaine_prilocaine_25_25");
    PEOPLE_NEAR(numbing->area->value.value, 160);
    PEOPLE_NEAR(numbing->amount->value.value, 16);
    PEOPLE_NEAR(numbing->amount->low.value, 16);
    PEOPLE_NEAR(numbing->amount->high.value, 20);
    PEOPLE_NEAR(numbing->minutes->value.value, 60);
    assert_int_equal(numbing->amount->status, numbing->area->status);
    PEOPLE_NEAR(numbing->parts.value, 1);
    assert_string_equal(((const struct plan_ceiling *)numbing->ceilings.items)[0].rule, "TA-04");
}

// 16 g of 60 g are fewer of a hundred than 160 of 400 cm2: the nearest ceiling is told.
static void the_share_is_that_of_the_nearest_ceiling(void **state) {
    (void)state;
    const struct person       *person  = people_of("{}\n");
    const struct plan_numbing *numbing = person->plan.numbing;
    PEOPLE_NEAR(numbing->share->value.value, 0.4);
    PEOPLE_NEAR(numbing->share->low.value, 0.3);
    PEOPLE_NEAR(numbing->share->high.value, 0.4);
    assert_int_equal(numbing->share->status, STATUS_UNVERIFIED);
    assert_false(people_remarked(person, "plan.numbing_share"));
}

// Naive twin: area x g/cm2 x mg/g of each substance.
static void milligrams_are_area_by_dose_by_strength(void **state) {
    (void)state;
    const struct plan_numbing *numbing = people_of("{}\n")->plan.numbing;
    const struct plan_active  *active  = numbing->active.items;
    assert_int_equal(numbing->active.n, 2);
    assert_string_equal(active[0].substance, "lidocaine");
    assert_string_equal(active[1].substance, "prilocaine");
    for (int i = 0; i < 2; i++) {
        PEOPLE_NEAR(active[i].amount->value.value, 160 * 0.1 * 25);
        PEOPLE_NEAR(active[i].amount->high.value, 160 * 0.125 * 25);
    }
}

static void more_than_half_of_a_ceiling_is_said_and_none_is_passed(void **state) {
    (void)state;
    const struct person *face = people_of("goals: [{indication: wrinkles, zones: [full_face]}]\n");
    assert_true(people_remarked(face, "plan.numbing_share"));
    assert_true(face->plan.numbing->share->high.value <= 1);
    const struct person *more =
        people_of("goals: [{indication: wrinkles, zones: [full_face, neck, decollete]}]\n");
    assert_true(more->plan.numbing->parts.value > 1);
    assert_true(more->plan.numbing->share->high.value <= 1 + 1e-9);
}

static void a_product_put_on_at_home_leaves_the_cream_out_and_the_treatment_in(void **state) {
    (void)state;
    const struct person *person =
        people_of("medications: [{code: numbing_own, started: 2026-03-02}]\n");
    assert_null(person->plan.numbing);
    assert_true(people_remarked(person, "plan.numbing_closed"));
    assert_int_equal(person->plan.zones.n, 1);
}

static void prilocaine_is_said_to_turn_lips_blue(void **state) {
    (void)state;
    assert_non_null(strstr(people_of("{}\n")->plan.numbing->remark, "blue lips"));
}

static void the_steps_say_what_is_done_and_what_others_take(void **state) {
    (void)state;
    const struct plan_session *sessions = people_of("{}\n")->plan.sessions.items;
    const struct plan_step    *steps    = sessions[0].steps.items;
    int                        n        = sessions[0].steps.n;
    assert_string_equal(steps[0].id, "consult");
    for (int i = 0; i < n - 1; i++) assert_non_null(steps[i].what);
    assert_string_equal(steps[n - 1].id, "total");
    PEOPLE_NEAR(steps[n - 1].published_minutes->low.value, 60);
    PEOPLE_NEAR(steps[n - 1].published_minutes->high.value, 120);
    PEOPLE_NEAR(steps[2].published_minutes->low.value, 10);
    assert_string_equal(steps[2].id, "needling");
}

static void declined_or_not_asked_is_none(void **state) {
    (void)state;
    assert_null(people_of("anaesthetic: declined\n")->plan.numbing);
    const struct person *unknown = people_of("anaesthetic: unknown\n");
    assert_null(unknown->plan.numbing);
    assert_true(people_remarked(unknown, "plan.numbing_unknown"));
}

static void an_allergy_closes_the_cream_and_not_the_treatment(void **state) {
    (void)state;
    const struct person *person = people_of("allergies: [{code: lidocaine, reaction: swelling}]\n");
    assert_null(person->plan.numbing);
    assert_true(people_remarked(person, "plan.numbing_closed"));
    assert_true(person->plan.zones.n == 1);
}

static void a_cream_without_a_ceiling_cannot_be_chosen(void **state) {
    (void)state;
    const struct person *person = people_of("agents: [lidocaine_4]\n");
    assert_true(people_remarked(person, "plan.numbing_no_ceiling"));
    assert_string_equal(person->plan.numbing->agent, "lidocaine_prilocaine_25_25");
}

static void a_clinic_that_has_only_such_a_cream_plans_none(void **state) {
    const char  *agents[] = {"lidocaine_4"};
    struct names before   = people_clinic.agents;
    (void)state;
    people_clinic.agents        = (struct names){agents, 1, true};
    const struct person *person = people_of("{}\n");
    people_clinic.agents        = before;
    assert_null(person->plan.numbing);
}

static void a_cream_that_the_clinic_does_not_have_is_not_planned(void **state) {
    const char  *agents[] = {"hydrogel"};
    struct names before   = people_clinic.agents;
    (void)state;
    people_clinic.agents        = (struct names){agents, 1, true};
    const struct person *person = people_of("{}\n");
    const struct person *asking = people_of("agents: [lidocaine_prilocaine_25_25]\n");
    people_clinic.agents        = (struct names){0};
    const struct person *silent = people_of("{}\n");
    people_clinic.agents        = before;
    assert_null(person->plan.numbing);
    assert_true(people_remarked(person, "plan.numbing_none"));
    assert_null(asking->plan.numbing);
    assert_true(people_remarked(asking, "plan.numbing_elsewhere"));
    assert_non_null(silent->plan.numbing);
}

static void a_whole_face_fits_one_visit(void **state) {
    (void)state;
    const struct plan_numbing *numbing =
        people_of("goals: [{indication: wrinkles, zones: [full_face]}]\n")->plan.numbing;
    PEOPLE_NEAR(numbing->parts.value, 1);
    assert_true(numbing->area->high.value <= 400);
}

static void face_neck_and_decollete_take_two_visits_by_region(void **state) {
    (void)state;
    const struct person *person =
        people_of("goals: [{indication: wrinkles, zones: [full_face, neck, decollete]}]\n");
    const struct plan_numbing *numbing = person->plan.numbing;
    PEOPLE_NEAR(numbing->parts.value, 2);
    assert_true(numbing->area->value.value <= 400);
    assert_true(numbing->amount->high.value <= 60);
    assert_non_null(strstr(numbing->remark, "(neck, upper chest)"));
}

static const char numbing_back[] = "goals: [{indication: acne_scars, zones: [back]}]\n";

static double minutes_of(const struct person *person, int visit, const char *id) {
    const struct plan_session *session = (struct plan_session *)person->plan.sessions.items + visit;
    const struct plan_step    *steps   = session->steps.items;
    for (int i = 0; i < session->steps.n; i++)
        if (text_equal(steps[i].id, id)) return steps[i].minutes->value.value;
    return 0;
}

static void each_visit_has_its_own_minutes(void **state) {
    (void)state;
    const struct person       *one     = people_of("{}\n");
    const struct person       *three   = people_of(numbing_back);
    const struct plan_session *session = one->plan.sessions.items;
    const struct plan_step    *steps   = session->steps.items;
    for (int visit = 0; visit < 3; visit++) {
        for (int i = 0; i < session->steps.n; i++) {
            const char *id = steps[i].id;
            if (text_equal(id, "needling") || text_equal(id, "total")) continue;
            PEOPLE_NEAR(minutes_of(three, visit, id), minutes_of(one, 0, id));
        }
        PEOPLE_NEAR(minutes_of(three, visit, "needling"), 0.08 * 400);
    }
    assert_non_null(strstr(three->plan.numbing->remark, "40 g"));
    assert_non_null(strstr(three->plan.numbing->remark, "120 g"));
    assert_non_null(strstr(three->plan.numbing->remark, "before the first needle"));
}

static void a_wish_for_short_visits_is_held_against_one_visit(void **state) {
    (void)state;
    double one = minutes_of(people_of(numbing_back), 0, "total");
    assert_string_equal(
        people_conflicts(people_of(
            arena_format(&people_arena, "%slimits: {sessions_max: 4, visit_minutes: \"%g min\"}\n",
                         numbing_back, one + 1))),
        "");
    assert_string_equal(
        people_conflicts(people_of(
            arena_format(&people_arena, "%slimits: {sessions_max: 4, visit_minutes: \"%g min\"}\n",
                         numbing_back, one - 10))),
        "visit_minutes+sessions_max");
}

// ---- visits of one treatment ----

static const struct plan_session *visit_of(const struct person *person, int i) {
    assert_true(i < person->plan.sessions.n);
    return (const struct plan_session *)person->plan.sessions.items + i;
}

static void every_visit_has_a_day_and_its_zones(void **state) {
    (void)state;
    const struct person *person =
        people_of("goals: [{indication: wrinkles, zones: [full_face, neck, decollete]}]\n");
    assert_string_equal(people_dates(person), "2026-03-09 2026-03-16 2026-04-06 2026-04-13 "
                                              "2026-05-04 2026-05-11 2026-06-01 2026-06-08");
    PEOPLE_NEAR(person->plan.series->chosen.value, 4);
    for (int i = 0; i < person->plan.sessions.n; i++) {
        const struct plan_session *visit = visit_of(person, i);
        PEOPLE_NEAR(visit->number.value, i / 2 + 1);
        PEOPLE_NEAR(visit->part.value, i % 2 + 1);
        assert_int_equal(view_has(&visit->zones, "cheeks"), i % 2 == 0);
        assert_int_equal(view_has(&visit->zones, "neck"), i % 2 == 1);
    }
    assert_string_equal(people_calendar(person, DAY_PHOTO),
                        "2026-03-09 2026-03-16 2026-04-06 2026-04-13 2026-05-04 2026-05-11 "
                        "2026-06-01 2026-06-08 2026-09-07 2026-11-05");
    PEOPLE_NEAR(person->plan.price->total->value.value,
                4 * person->plan.price->session->value.value);
}

static void a_treatment_of_one_visit_has_no_parts(void **state) {
    (void)state;
    const struct person *person = people_of("{}\n");
    for (int i = 0; i < person->plan.sessions.n; i++) {
        assert_false(visit_of(person, i)->part.is_known);
        assert_true(view_has(&visit_of(person, i)->zones, "cheeks"));
    }
}

// Away from the 10th to the 31st: the second visit waits, and the next of its zones with it.
static void a_second_visit_keeps_clear_of_days_away(void **state) {
    (void)state;
    const struct person *person =
        people_of("goals: [{indication: wrinkles, zones: [full_face, neck, decollete]}]\n"
                  "limits: {days_away: [{from: 2026-03-10, to: 2026-03-31}], sessions_max: 2}\n");
    assert_string_equal(people_dates(person), "2026-03-09 2026-04-01 2026-04-08 2026-04-29");
}

// What does not fit whole before the latest date is left out whole.
static void a_treatment_is_not_begun_that_cannot_be_ended(void **state) {
    (void)state;
    const struct person *person =
        people_of("goals: [{indication: wrinkles, zones: [full_face, neck, decollete]}]\n"
                  "limits: {latest_date: 2026-04-04}\n");
    assert_string_equal(people_dates(person), "2026-03-09 2026-03-16");
    PEOPLE_NEAR(person->plan.series->chosen.value, 1);
}

// The back takes three visits: what follows counts from the third.
static void a_zone_of_many_visits_rests_from_the_last_of_them(void **state) {
    (void)state;
    assert_non_null(strstr(people_dates(people_of(numbing_back)),
                           "2026-03-09 2026-03-16 2026-03-23 2026-04-20 2026-04-27"));
}

static void a_back_alone_is_split_too(void **state) {
    (void)state;
    const struct plan_numbing *numbing =
        people_of("goals: [{indication: acne_scars, zones: [back]}]\n")->plan.numbing;
    PEOPLE_NEAR(numbing->parts.value, 3);
    PEOPLE_NEAR(numbing->area->value.value, 400);
}

// Which cream stands first is knowledge; without any, none is chosen for a clinic that is silent.
static void a_silent_clinic_takes_the_cream_that_knowledge_puts_first(void **state) {
    struct names before = people_clinic.agents;
    (void)state;
    const struct agent *cream = load_agent(people_knowledge, "lidocaine_prilocaine_25_25");
    struct figure      *order = cream->order;
    people_clinic.agents      = (struct names){0};
    const struct person *with = people_of("{}\n");
    ((struct agent *)(ptrdiff_t)cream)->order = NULL;
    const struct person *without              = people_of("{}\n");
    ((struct agent *)(ptrdiff_t)cream)->order = order;
    people_clinic.agents                      = before;
    assert_string_equal(with->plan.numbing->agent, cream->id);
    assert_null(without->plan.numbing);
}

static const struct plan_step *step_of(const struct person *person, const char *id) {
    const struct plan_session *session = person->plan.sessions.items;
    const struct plan_step    *steps   = session->steps.items;
    for (int i = 0; i < session->steps.n; i++)
        if (text_equal(steps[i].id, id)) return &steps[i];
    return NULL;
}

static void the_device_and_the_pace_stand_beside_the_needling(void **state) {
    (void)state;
    const struct plan_step *needling = step_of(people_of("{}\n"), "needling");
    assert_int_equal(needling->device_minutes->kind, QUANTITY_COMPUTED);
    PEOPLE_NEAR(needling->pace_minutes->value.value, 0.08 * 160);
    assert_true(needling->device_minutes->value.value < needling->pace_minutes->value.value);
    PEOPLE_NEAR(needling->minutes->value.value, needling->pace_minutes->value.value);
    assert_null(step_of(people_of("{}\n"), "total")->device_minutes);
}

static void shares_above_follow_the_percentiles(void **state) {
    const struct ensemble_band band = {{10, 11, 14, 16, 20, 25, 27}},
                               sure = {{5, 5, 5, 5, 5, 5, 5}};
    (void)state;
    PEOPLE_NEAR(visit_share_above(&band, 9), 0.975);
    PEOPLE_NEAR(visit_share_above(&band, 10), 0.975);
    PEOPLE_NEAR(visit_share_above(&band, 16), 0.5);
    PEOPLE_NEAR(visit_share_above(&band, 18), 0.375);
    PEOPLE_NEAR(visit_share_above(&band, 26), 0.0375);
    PEOPLE_NEAR(visit_share_above(&band, 27), 0.025);
    PEOPLE_NEAR(visit_share_above(&sure, 5), 0);
    PEOPLE_NEAR(visit_share_above(&sure, 4.9), 1);
    PEOPLE_NEAR(visit_late(&band), 20);
}

static const char *remark_of(const struct person *person, const char *id) {
    const struct plan_remark *remarks = person->plan.remarks.items;
    for (int i = 0; i < person->plan.remarks.n; i++)
        if (text_equal(remarks[i].id, id)) return remarks[i].text;
    return NULL;
}

static const struct person *wishing(double minutes) {
    return people_of(arena_format(
        &people_arena, "limits: {sessions_max: 4, visit_minutes: \"%g min\"}\n", minutes));
}

// A pace below what the device needs leaves the visit to the hand, which is random.
static void a_visit_is_long_if_more_than_a_quarter_of_the_members_say_so(void **state) {
    (void)state;
    struct figure *pace   = load_device(people_knowledge, "pen")->pace;
    struct figure  before = *pace;
    pace->value.value = pace->low.value = pace->high.value = 0.001;
    const struct person    *person                         = people_of("{}\n");
    const struct plan_step *needling                       = step_of(person, "needling");
    double fixed = step_of(person, "total")->minutes->value.value - needling->minutes->value.value;
    double p50 = needling->minutes->p[3].value, p75 = needling->minutes->p[4].value;
    const struct person *kept = wishing(fixed + p75 + 0.01);
    const struct person *late = wishing(fixed + (p50 + p75) / 2);
    const struct person *wide = wishing(fixed + 300), *none = wishing(fixed + 0.01);
    *pace = before;
    assert_true(needling->minutes->kind == QUANTITY_COMPUTED && p75 > p50);
    assert_string_equal(people_conflicts(kept), "");
    assert_non_null(strstr(remark_of(kept, "plan.visit_share"), "In 25 of 100"));
    assert_string_equal(people_conflicts(late), "visit_minutes+sessions_max");
    assert_non_null(strstr(remark_of(late, "plan.visit_long"), "in 38 of 100"));
    assert_non_null(strstr(remark_of(none, "plan.visit_long"), "in more than 97 of 100"));
    assert_non_null(strstr(remark_of(wide, "plan.visit_share"), "In fewer than 3 of 100"));
}

// Where the device may take longer than the pace, high is not cut off at the pace, and what is
// planned is the longer of the two at every percentile.
static void needling_is_the_longer_of_device_and_pace_in_each_member(void **state) {
    (void)state;
    struct figure         *pace   = load_device(people_knowledge, "pen")->pace;
    struct figure          before = *pace;
    const struct plan_step first  = *step_of(people_of("{}\n"), "needling");
    double middle = first.device_minutes->p[3].value, area = first.pace_minutes->value.value / 0.08;
    pace->value.value = pace->low.value = pace->high.value = middle * 1.001 / area;
    const struct person    *person                         = people_of("{}\n");
    const struct plan_step *needling                       = step_of(person, "needling"), *total;
    *pace                                                  = before;
    total                                                  = step_of(person, "total");
    assert_int_equal(needling->minutes->kind, QUANTITY_COMPUTED);
    for (int i = 0; i < QUANTITY_PERCENTILES; i++)
        PEOPLE_NEAR(needling->minutes->p[i].value, fmax(needling->device_minutes->p[i].value,
                                                        needling->pace_minutes->value.value));
    assert_true(needling->minutes->high.value > needling->minutes->value.value);
    assert_int_equal(total->minutes->kind, QUANTITY_ADVICE);
    assert_int_equal(total->minutes->grade, GRADE_D);
    assert_false(total->minutes->p[0].is_known || total->minutes->p[6].is_known);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cheeks_take_16_g_on_160_cm2_for_an_hour),
        cmocka_unit_test(the_share_is_that_of_the_nearest_ceiling),
        cmocka_unit_test(milligrams_are_area_by_dose_by_strength),
        cmocka_unit_test(more_than_half_of_a_ceiling_is_said_and_none_is_passed),
        cmocka_unit_test(a_product_put_on_at_home_leaves_the_cream_out_and_the_treatment_in),
        cmocka_unit_test(prilocaine_is_said_to_turn_lips_blue),
        cmocka_unit_test(the_steps_say_what_is_done_and_what_others_take),
        cmocka_unit_test(declined_or_not_asked_is_none),
        cmocka_unit_test(an_allergy_closes_the_cream_and_not_the_treatment),
        cmocka_unit_test(a_cream_without_a_ceiling_cannot_be_chosen),
        cmocka_unit_test(a_clinic_that_has_only_such_a_cream_plans_none),
        cmocka_unit_test(a_cream_that_the_clinic_does_not_have_is_not_planned),
        cmocka_unit_test(a_whole_face_fits_one_visit),
        cmocka_unit_test(face_neck_and_decollete_take_two_visits_by_region),
        cmocka_unit_test(each_visit_has_its_own_minutes),
        cmocka_unit_test(a_wish_for_short_visits_is_held_against_one_visit),
        cmocka_unit_test(every_visit_has_a_day_and_its_zones),
        cmocka_unit_test(a_treatment_of_one_visit_has_no_parts),
        cmocka_unit_test(a_second_visit_keeps_clear_of_days_away),
        cmocka_unit_test(a_treatment_is_not_begun_that_cannot_be_ended),
        cmocka_unit_test(a_zone_of_many_visits_rests_from_the_last_of_them),
        cmocka_unit_test(a_back_alone_is_split_too),
        cmocka_unit_test(a_silent_clinic_takes_the_cream_that_knowledge_puts_first),
        cmocka_unit_test(the_device_and_the_pace_stand_beside_the_needling),
        cmocka_unit_test(shares_above_follow_the_percentiles),
        cmocka_unit_test(a_visit_is_long_if_more_than_a_quarter_of_the_members_say_so),
        cmocka_unit_test(needling_is_the_longer_of_device_and_pace_in_each_member),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
