// test_series: how many sittings, when, and which wishes clash; four people reckoned by hand.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

static void amara_goes_on_today_and_is_reviewed_after_91_and_182_days(void **state) {
    (void)state;
    const struct person *amara = people_example("amara-okafor");
    assert_string_equal(people_dates(amara), "2026-03-02 2026-03-30");
    assert_string_equal(people_calendar(amara, DAY_REVIEW), "2026-06-29 2026-09-28");
    assert_string_equal(people_conflicts(amara), "");
    PEOPLE_NEAR(amara->plan.series->chosen.value, 4);
    PEOPLE_NEAR(people_zone(amara, "cheeks")->depth->value.value, 1.25);
    PEOPLE_NEAR(amara->plan.price->total->value.value, 1280);
    const struct plan_session *sessions = amara->plan.sessions.items;
    assert_int_equal(amara->plan.sessions.n, 4);
    assert_int_equal(sessions[0].status, SESSION_GIVEN);
    assert_int_equal(sessions[2].status, SESSION_PLANNED);
    PEOPLE_NEAR(sessions[2].number.value, 3);
}

static void margaret_has_two_before_the_wedding_and_the_third_clashes(void **state) {
    (void)state;
    const struct person *margaret = people_example("margaret-thornton");
    assert_string_equal(people_dates(margaret), "2026-03-16 2026-04-13 2026-05-18");
    assert_string_equal(people_conflicts(margaret), "events+interval result_by+review");
    assert_string_equal(people_calendar(margaret, DAY_PREPARATION), "2026-03-02");
}

static void daniel_waits_for_20_july_and_his_beach_clashes(void **state) {
    (void)state;
    const struct person *daniel = people_example("daniel-reyes");
    assert_string_equal(people_dates(daniel), "");
    assert_string_equal(people_conflicts(daniel), "latest_date+screening");
    assert_string_equal(people_calendar(daniel, DAY_TEST_SPOT), "2026-07-20");
    PEOPLE_NEAR(daniel->plan.series->chosen.value, 0);
    assert_null(daniel->plan.price->total);
}

static void without_his_beach_daniel_begins_once_the_spot_is_read(void **state) {
    (void)state;
    static const char isotretinoin[] =
        "medications: [{code: isotretinoin, stopped: 2026-01-21, prescribed: yes}]\n";
    const struct person *dark =
        people_of(arena_format(&people_arena, "phototype: 4\n%s", isotretinoin));
    const struct person *fair = people_of(isotretinoin);
    assert_non_null(strstr(people_dates(fair), "2026-07-20"));
    assert_string_equal(people_calendar(dark, DAY_TEST_SPOT), "2026-07-20");
    assert_true(strncmp(people_dates(dark), "2026-08-17", 10) == 0);
}

static void jonas_goes_on_every_two_weeks_to_six(void **state) {
    (void)state;
    const struct person *jonas = people_example("jonas-lindqvist");
    assert_string_equal(people_dates(jonas), "2026-03-09 2026-03-23");
    assert_string_equal(people_calendar(jonas, DAY_REVIEW), "2026-04-06 2026-06-29");
    assert_true(view_has(&people_zone(jonas, "scalp")->excludes, "scaly spot left of the crown"));
    assert_null(jonas->plan.numbing);
}

static void elena_is_through_and_keeps_her_last_review(void **state) {
    (void)state;
    const struct person *elena = people_example("elena-petrova");
    assert_string_equal(people_dates(elena), "");
    assert_string_equal(people_calendar(elena, DAY_REVIEW), "2026-03-06");
    assert_string_equal(people_calendar(elena, DAY_MAINTENANCE), "2026-04-08");
}

static void a_new_course_prefers_a_week_and_an_open_day(void **state) {
    (void)state;
    assert_string_equal(people_dates(people_of("{}\n")),
                        "2026-03-09 2026-04-06 2026-05-04 2026-06-01");
}

static void a_waived_spot_does_not_delay(void **state) {
    (void)state;
    const struct person *person = people_of(
        "phototype: 5\ntest_spots: [{date: 2026-03-01, waived: yes, reason: \"seen before\"}]\n");
    assert_true(strncmp(people_dates(person), "2026-03-09", 10) == 0);
    assert_string_equal(people_calendar(person, DAY_TEST_SPOT), "");
}

static void a_spot_that_changed_is_set_again_and_the_clinician_decides(void **state) {
    (void)state;
    const struct person *person = people_of(
        "phototype: 5\ntest_spots: [{date: 2026-01-20, read: 2026-02-17, result: darker}]\n");
    assert_string_equal(people_calendar(person, DAY_TEST_SPOT), "2026-03-03");
    assert_true(strncmp(people_dates(person), "2026-03-31", 10) == 0);
    assert_true(people_remarked(person, "plan.waits_clinician"));
    assert_true(people_remarked(people_of("phototype: 5\ntest_spots: [{date: 2026-01-20}]\n"),
                                "plan.waits_reading"));
}

static void a_cream_in_use_becomes_a_task_before_the_first_sitting(void **state) {
    (void)state;
    const struct person *person =
        people_of("medications: [{code: retinoid_topical, stopped: ongoing, prescribed: no}]\n");
    assert_true(strncmp(people_dates(person), "2026-03-09", 10) == 0);
    assert_string_equal(people_calendar(person, DAY_PREPARATION), "2026-03-06");
}

static void a_budget_for_two_clashes_with_the_least_that_was_studied(void **state) {
    (void)state;
    const struct person *person = people_of("limits: {budget: \"700 USD\"}\n");
    PEOPLE_NEAR(person->plan.series->chosen.value, 2);
    assert_string_equal(people_conflicts(person), "budget+sessions_min");
}

static void a_budget_for_exactly_four_is_enough(void **state) {
    (void)state;
    const struct person *person = people_of("limits: {budget: \"1280 USD\"}\n");
    PEOPLE_NEAR(person->plan.series->chosen.value, 4);
    assert_string_equal(people_conflicts(person), "");
}

static void at_most_two_is_a_wish_and_no_clash(void **state) {
    (void)state;
    const struct person *person = people_of("limits: {sessions_max: 2}\n");
    PEOPLE_NEAR(person->plan.series->chosen.value, 2);
    assert_string_equal(people_conflicts(person), "");
    assert_true(people_remarked(person, "plan.fewer_wished"));
}

static void at_least_five_and_money_for_four_clash(void **state) {
    (void)state;
    const struct person *person = people_of("limits: {sessions_min: 5, budget: \"1500 USD\"}\n");
    PEOPLE_NEAR(person->plan.series->chosen.value, 4);
    assert_string_equal(people_conflicts(person), "budget+sessions_min");
}

static void a_latest_date_too_soon_clashes_with_the_interval(void **state) {
    (void)state;
    const struct person *person = people_of("limits: {latest_date: 2026-04-10}\n");
    assert_string_equal(people_dates(person), "2026-03-09 2026-04-06");
    assert_string_equal(people_conflicts(person), "latest_date+interval");
}

static void the_first_possible_day_keeps_the_floor_after_the_last_sitting(void **state) {
    (void)state;
    const struct person *person =
        people_of("given: [{number: 1, date: 2026-02-28}]\nlimits: {latest_date: 2026-03-07}\n");
    assert_string_equal(people_dates(person), "");
    assert_non_null(strstr(people_calendar(person, DAY_REVIEW), "2026-03-16"));
    assert_null(strstr(people_calendar(person, DAY_REVIEW), "2026-03-02"));
}

static void days_away_that_leave_no_room_are_named(void **state) {
    (void)state;
    const struct person *person =
        people_of("limits: {latest_date: 2026-03-31, sessions_max: 1, days_away: [{from: "
                  "2026-03-02, to: 2026-04-01}]}\n");
    assert_string_equal(people_dates(person), "");
    assert_string_equal(people_conflicts(person), "latest_date+days_away");
}

static void a_long_absence_stretches_the_interval_and_is_named(void **state) {
    (void)state;
    const struct person *person =
        people_of("limits: {days_away: [{from: 2026-04-01, to: 2026-06-01}]}\n");
    assert_non_null(strstr(people_dates(person), "2026-06-02"));
    assert_string_equal(people_conflicts(person), "days_away+interval");
}

static void a_longer_interval_that_was_wished_for_is_kept(void **state) {
    (void)state;
    const struct person *person = people_of("limits: {interval_min: \"35 d\"}\n");
    assert_true(strncmp(people_dates(person), "2026-03-09 2026-04-13", 21) == 0);
    PEOPLE_NEAR(person->plan.series->interval->value.value, 35);
}

static void a_visit_of_an_hour_is_too_short_with_cream(void **state) {
    (void)state;
    const struct person *open = people_of("limits: {visit_minutes: \"60 min\"}\n");
    assert_string_equal(people_conflicts(open), "");
    assert_true(people_remarked(open, "plan.visit_long"));
    assert_string_equal(
        people_conflicts(people_of("limits: {sessions_max: 4, visit_minutes: \"60 min\"}\n")),
        "visit_minutes+sessions_max");
    assert_string_equal(
        people_conflicts(people_of("anaesthetic: declined\nlimits: {visit_minutes: \"60 min\"}\n")),
        "");
}

static void numbers_go_on_from_those_given(void **state) {
    (void)state;
    const struct person *person =
        people_of("given: [{date: 2025-12-08}, {number: 2, date: "
                  "2026-01-05, status: cancelled}, {date: 2026-02-02}]\n");
    const struct plan_session *sessions = person->plan.sessions.items;
    assert_int_equal(person->plan.sessions.n, 5);
    PEOPLE_NEAR(sessions[2].number.value, 2);
    PEOPLE_NEAR(sessions[3].number.value, 3);
    PEOPLE_NEAR(person->plan.series->chosen.value, 4);
}

static void what_moves_a_sitting_within_its_range_is_no_clash(void **state) {
    (void)state;
    const struct person *event = people_of("limits: {events: [{name: e, date: 2026-04-06}]}\n");
    assert_string_equal(people_dates(event), "2026-03-09 2026-04-07 2026-05-05 2026-06-02");
    assert_string_equal(people_conflicts(event), "");
    assert_string_equal(people_conflicts(people_of("limits: {interval_min: \"61 d\"}\n")), "");
    assert_string_equal(people_conflicts(people_of("limits: {latest_date: 2026-03-02}\n")),
                        "latest_date+screening");
}

static void an_interval_that_was_wished_for_is_no_evidence(void **state) {
    (void)state;
    const struct quantity *far =
        people_of("limits: {interval_min: \"60 d\"}\n")->plan.series->interval;
    const struct quantity *near =
        people_of("limits: {interval_min: \"35 d\"}\n")->plan.series->interval;
    PEOPLE_NEAR(far->value.value, 60);
    PEOPLE_NEAR(far->low.value, 60);
    assert_int_equal(far->status, STATUS_DEFAULT);
    assert_int_equal(far->grade, GRADE_D);
    assert_true(view_has(&far->sources, "patient"));
    assert_non_null(strstr(far->because, "14 to 42"));
    PEOPLE_NEAR(near->low.value, 14);
    PEOPLE_NEAR(near->high.value, 42);
    assert_int_equal(near->grade, GRADE_D);
    assert_false(view_has(&people_of("{}\n")->plan.series->interval->sources, "patient"));
}

static const char *remark(const struct person *person, const char *id) {
    const struct plan_remark *remarks = person->plan.remarks.items;
    for (int i = 0; i < person->plan.remarks.n; i++)
        if (text_equal(remarks[i].id, id)) return remarks[i].text;
    return "";
}

static void what_is_said_of_the_wishes_does_not_contradict_itself(void **state) {
    struct names before = people_clinic.opening_days;
    (void)state;
    assert_null(strstr(remark(people_example("daniel-reyes"), "plan.fewer_wished"), "planned"));
    people_clinic.opening_days   = (struct names){NULL, 0, true};
    const struct person *nowhere = people_of("{}\n");
    people_clinic.opening_days   = before;
    assert_true(people_remarked(nowhere, "plan.none_free"));
    assert_false(people_remarked(nowhere, "plan.none_fits"));
    const struct person *eyes =
        people_of("phototype: 5\ngoals: [{indication: wrinkles, zones: [periorbital]}]\n");
    assert_null(strstr(people_zone(eyes, "periorbital")->depth->because, "less 0"));
}

static void reviews_of_hair_count_from_the_first_sitting(void **state) {
    static const char hair[] = "goals: [{indication: hair_loss, zones: [scalp], diagnosed: yes}]\n";
    (void)state;
    const struct person *person = people_of(hair);
    const struct person *few =
        people_of(arena_format(&people_arena, "%slimits: {sessions_max: 2}\n", hair));
    assert_true(strncmp(people_dates(person), "2026-03-09", 10) == 0);
    assert_string_equal(people_calendar(person, DAY_REVIEW), "2026-06-01 2026-08-24");
    assert_string_equal(people_calendar(few, DAY_REVIEW), "2026-06-01 2026-08-24");
    assert_true(people_remarked(person, "plan.result_course"));
    assert_false(people_remarked(person, "plan.result_wait"));
    assert_true(people_remarked(people_of("{}\n"), "plan.result_wait"));
}

#define HAIR "{indication: hair_loss, zones: [scalp], diagnosed: yes}"

// The texts of one kind of day in the calendar.
static const char *texts_of(const struct person *person, int kind) {
    const struct plan_day *days = person->plan.calendar.items;
    struct text            out  = text_new(&people_arena);
    for (int i = 0; i < person->plan.calendar.n; i++)
        if (days[i].kind == kind) text_addf(&out, "%s%s", out.n ? "; " : "", days[i].text);
    return out.data;
}

// Scalp and cheeks are more than one visit's cream: without any it is one visit.
// Hair is judged 84 and 168 days after the first sitting, scars 91 and 182 after the last.
static void each_goal_of_a_shared_course_is_reviewed_on_its_own_days(void **state) {
    (void)state;
    const struct person *person =
        people_of("anaesthetic: declined\ngoals: [" HAIR ", {indication: acne_scars, zones: "
                  "[cheeks]}, {indication: wrinkles, zones: [cheeks]}]\n");
    PEOPLE_NEAR(person->plan.series->chosen.value, 6);
    assert_non_null(strstr(people_dates(person), "2026-03-09 2026-03-23"));
    assert_string_equal(people_calendar(person, DAY_REVIEW),
                        "2026-06-01 2026-08-17 2026-08-24 2026-11-16");
    assert_string_equal(texts_of(person, DAY_REVIEW),
                        "First review: Pattern hair loss; First review: Acne scars; "
                        "Last review: Pattern hair loss; Last review: Acne scars");
    assert_string_equal(texts_of(people_of("{}\n"), DAY_REVIEW), "First review; Last review");
    assert_true(people_remarked(person, "plan.second_goal"));
    assert_true(people_remarked(person, "plan.result_course"));
    assert_true(people_remarked(person, "plan.result_wait"));
    assert_false(people_remarked(people_of("{}\n"), "plan.goal_count"));
}

// Hair 7 to 14 days, scars 14 to 42: 14. Laxity 28 to 30: nothing lies in both.
static void one_interval_lies_within_the_range_of_every_goal_or_is_remarked(void **state) {
    (void)state;
    const struct person *both =
        people_of("goals: [" HAIR ", {indication: acne_scars, zones: [cheeks]}]\n");
    const struct person *apart =
        people_of("goals: [" HAIR ", {indication: laxity, zones: [cheeks]}]\n");
    PEOPLE_NEAR(both->plan.series->interval->value.value, 14);
    PEOPLE_NEAR(both->plan.series->interval->low.value, 14);
    assert_int_equal(both->plan.series->interval->status, STATUS_DEFAULT);
    assert_non_null(strstr(both->plan.series->interval->because, "nothing else lies within"));
    assert_false(people_remarked(both, "plan.goal_interval"));
    PEOPLE_NEAR(apart->plan.series->interval->value.value, 14);
    PEOPLE_NEAR(apart->plan.series->interval->low.value, 7);
    assert_non_null(strstr(remark(apart, "plan.goal_interval"), "28 to 30"));
}

#define TWO_ON(zone)                                                                               \
    "given: [{number: 1, date: 2026-01-05, zones: [{zone: " zone ", device: pen}]}, "              \
    "{number: 2, date: 2026-02-02, zones: [{zone: " zone ", device: pen}]}]\n"

static void sittings_given_elsewhere_are_no_part_of_the_course(void **state) {
    (void)state;
    const struct person *elsewhere = people_of(TWO_ON("scalp"));
    const struct person *face      = people_of(TWO_ON("full_face"));
    const struct person *unsaid =
        people_of("given: [{number: 1, date: 2026-01-05}, {number: 2, date: 2026-02-02}]\n");
    assert_string_equal(people_dates(elsewhere), people_dates(people_of("{}\n")));
    PEOPLE_NEAR(elsewhere->plan.series->chosen.value, 4);
    assert_int_equal(elsewhere->plan.sessions.n, 4);
    assert_true(text_starts(texts_of(elsewhere, DAY_SESSION), "Treatment 1 of 4"));
    assert_string_equal(people_dates(face), "2026-03-02 2026-03-30");
    assert_string_equal(people_dates(unsaid), "2026-03-02 2026-03-30");
    assert_true(text_starts(texts_of(face, DAY_SESSION), "Treatment 3 of 4"));
}

static void sittings_are_numbered_within_their_course(void **state) {
    (void)state;
    const struct person *person =
        people_of("given: [{date: 2026-01-05, zones: [{zone: scalp, device: pen}]}, "
                  "{date: 2026-02-02, zones: [{zone: cheeks, device: pen}]}]\n");
    const struct plan_session *sessions = person->plan.sessions.items;
    assert_int_equal(person->plan.sessions.n, 4);
    for (int i = 0; i < 4; i++) PEOPLE_NEAR(sessions[i].number.value, i + 1);
    assert_int_equal(sessions[0].status, SESSION_GIVEN);
    assert_int_equal(sessions[0].date.day, people_day("2026-02-02"));
}

// Spacing looks at the zones to be treated: the scalp of last week keeps no cheek waiting.
static void only_what_the_zones_were_given_keeps_them_waiting(void **state) {
    (void)state;
    static const char past[] = "limits: {latest_date: 2026-03-09}\n"
                               "given: [{date: 2026-02-28, zones: [{zone: %s, device: pen}]}]\n";
    assert_string_equal(people_dates(people_of(arena_format(&people_arena, past, "scalp"))),
                        "2026-03-09");
    assert_string_equal(people_dates(people_of(arena_format(&people_arena, past, "cheeks"))), "");
}

// Four sittings for the hair of the six; the scars, which had none, lead from now on.
static void the_goal_with_most_to_come_leads(void **state) {
    (void)state;
    const struct person *person =
        people_of("goals: [" HAIR ", {indication: acne_scars, zones: [cheeks]}]\n"
                  "given: [{date: 2026-01-12, zones: [{zone: scalp, device: pen}]}, "
                  "{date: 2026-01-26, zones: [{zone: scalp, device: pen}]}, "
                  "{date: 2026-02-09, zones: [{zone: scalp, device: pen}]}, "
                  "{date: 2026-02-23, zones: [{zone: scalp, device: pen}]}]\n");
    assert_string_equal(person->limits.series.indication, "acne_scars");
    PEOPLE_NEAR(person->plan.series->chosen.value, 4);
    assert_true(text_starts(texts_of(person, DAY_SESSION), "Treatment 1 of 4"));
    assert_non_null(
        strstr(remark(person, "plan.goal_given"), "Pattern hair loss: 4 treatments here"));
    assert_non_null(strstr(remark(person, "plan.goal_given"), "it has 8"));
    assert_false(people_remarked(person, "plan.goal_count"));
}

static void a_course_that_is_complete_has_nothing_left_to_pay(void **state) {
    static const char done[] = "given: [{date: 2025-09-01}, {date: 2025-09-29}, {date: 2025-10-27},"
                               " {date: %s}]\nlimits: {budget: \"700 USD\"}\n";
    (void)state;
    const struct person *fresh = people_of(arena_format(&people_arena, done, "2026-02-02"));
    assert_string_equal(people_conflicts(fresh), "");
    assert_false(people_remarked(fresh, "plan.fewer_budget"));
    assert_non_null(strstr(remark(fresh, "plan.complete"), "is due on 3 August 2026"));
    PEOPLE_NEAR(fresh->plan.price->total->value.value, 1280);
    assert_false(people_remarked(people_of("{}\n"), "plan.complete"));
    const struct person *past =
        people_of("given: [{date: 2025-05-09}, {date: 2025-06-06}, {date: 2025-07-04}, "
                  "{date: 2025-08-01}]\n");
    assert_non_null(strstr(remark(past, "plan.complete_past"), "was due on 30 January 2026"));
    assert_int_equal(past->plan.course->months.n, 0);
}

static void more_than_was_studied_is_remarked(void **state) {
    (void)state;
    assert_true(people_remarked(people_of("limits: {sessions_min: 10}\n"), "plan.more_wished"));
    assert_false(people_remarked(people_of("limits: {sessions_min: 6}\n"), "plan.more_wished"));
}

static void what_was_agreed_and_is_not_kept_is_said(void **state) {
    static const char agreed[] =
        "given: [{date: 2026-02-23}, {date: 2026-03-04, status: planned}]\n";
    (void)state;
    const struct person *moved = people_of(agreed);
    assert_true(strncmp(people_dates(moved), "2026-03-09", 10) == 0);
    assert_true(people_remarked(moved, "plan.agreed_moved"));
    const struct person *closed =
        people_of(arena_format(&people_arena, "%spregnant: unknown\n", agreed));
    assert_true(people_remarked(closed, "plan.agreed_dropped"));
    assert_false(people_remarked(
        people_of("given: [{date: 2026-02-02}, {date: 2026-03-04, status: planned}]\n"),
        "plan.agreed_moved"));
}

static void check_ins_end_where_the_next_sitting_begins(void **state) {
    (void)state;
    const struct plan     *plan = &people_example("jonas-lindqvist")->plan;
    const struct plan_day *days = plan->calendar.items;
    int                    n    = 0;
    for (int i = 0; i < plan->calendar.n; i++) {
        assert_true(days[i].date.day >= people_day("2026-03-02"));
        if (i) assert_true(days[i].date.day >= days[i - 1].date.day);
        n += days[i].kind == DAY_CHECK_IN;
    }
    assert_int_equal(n, 7 + 9);
}

static void steps_add_up_and_the_longer_needling_counts(void **state) {
    (void)state;
    const struct plan_session *session = people_of("{}\n")->plan.sessions.items;
    const struct plan_step    *steps   = session->steps.items;
    int                        n       = session->steps.n;
    double                     sum     = 0;
    for (int i = 0; i < n - 1; i++) {
        sum += steps[i].minutes->value.value;
        if (!text_equal(steps[i].id, "needling")) continue;
        PEOPLE_NEAR(steps[i].minutes->value.value, 0.08 * 160);
        assert_non_null(strstr(steps[i].minutes->because, "13 min"));
    }
    assert_string_equal(steps[n - 1].id, "total");
    PEOPLE_NEAR(steps[n - 1].minutes->value.value, sum);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amara_goes_on_today_and_is_reviewed_after_91_and_182_days),
        cmocka_unit_test(margaret_has_two_before_the_wedding_and_the_third_clashes),
        cmocka_unit_test(daniel_waits_for_20_july_and_his_beach_clashes),
        cmocka_unit_test(without_his_beach_daniel_begins_once_the_spot_is_read),
        cmocka_unit_test(jonas_goes_on_every_two_weeks_to_six),
        cmocka_unit_test(elena_is_through_and_keeps_her_last_review),
        cmocka_unit_test(a_new_course_prefers_a_week_and_an_open_day),
        cmocka_unit_test(a_waived_spot_does_not_delay),
        cmocka_unit_test(a_spot_that_changed_is_set_again_and_the_clinician_decides),
        cmocka_unit_test(a_cream_in_use_becomes_a_task_before_the_first_sitting),
        cmocka_unit_test(a_budget_for_two_clashes_with_the_least_that_was_studied),
        cmocka_unit_test(a_budget_for_exactly_four_is_enough),
        cmocka_unit_test(at_most_two_is_a_wish_and_no_clash),
        cmocka_unit_test(at_least_five_and_money_for_four_clash),
        cmocka_unit_test(a_latest_date_too_soon_clashes_with_the_interval),
        cmocka_unit_test(the_first_possible_day_keeps_the_floor_after_the_last_sitting),
        cmocka_unit_test(days_away_that_leave_no_room_are_named),
        cmocka_unit_test(a_long_absence_stretches_the_interval_and_is_named),
        cmocka_unit_test(a_longer_interval_that_was_wished_for_is_kept),
        cmocka_unit_test(a_visit_of_an_hour_is_too_short_with_cream),
        cmocka_unit_test(numbers_go_on_from_those_given),
        cmocka_unit_test(what_moves_a_sitting_within_its_range_is_no_clash),
        cmocka_unit_test(an_interval_that_was_wished_for_is_no_evidence),
        cmocka_unit_test(what_is_said_of_the_wishes_does_not_contradict_itself),
        cmocka_unit_test(reviews_of_hair_count_from_the_first_sitting),
        cmocka_unit_test(each_goal_of_a_shared_course_is_reviewed_on_its_own_days),
        cmocka_unit_test(one_interval_lies_within_the_range_of_every_goal_or_is_remarked),
        cmocka_unit_test(sittings_given_elsewhere_are_no_part_of_the_course),
        cmocka_unit_test(sittings_are_numbered_within_their_course),
        cmocka_unit_test(only_what_the_zones_were_given_keeps_them_waiting),
        cmocka_unit_test(the_goal_with_most_to_come_leads),
        cmocka_unit_test(a_course_that_is_complete_has_nothing_left_to_pay),
        cmocka_unit_test(more_than_was_studied_is_remarked),
        cmocka_unit_test(what_was_agreed_and_is_not_kept_is_said),
        cmocka_unit_test(check_ins_end_where_the_next_sitting_begins),
        cmocka_unit_test(steps_add_up_and_the_longer_needling_counts),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
