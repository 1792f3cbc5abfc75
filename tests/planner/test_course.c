// test_course: what follows a sitting, as a plan says it.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

#include <math.h>

static const struct plan_course_day *days_of(const struct person *person) {
    return person->plan.course->days.items;
}

static const struct plan_phase *phase(const struct person *person, const char *id, double session) {
    const struct plan_phase *phases = person->plan.healing->phases.items;
    for (int i = 0; i < person->plan.healing->phases.n; i++)
        if (text_equal(phases[i].id, id) && phases[i].session.value == session) return &phases[i];
    return NULL;
}

static const char *remark(const struct person *person, const char *id) {
    const struct plan_remark *remarks = person->plan.remarks.items;
    for (int i = 0; i < person->plan.remarks.n; i++)
        if (text_equal(remarks[i].id, id)) return remarks[i].text;
    return "";
}

static const struct plan_advice *advice(const struct person *person, const char *id) {
    const struct plan_advice *lines = person->plan.aftercare.items;
    for (int i = 0; i < person->plan.aftercare.n; i++)
        if (text_equal(lines[i].id, id)) return &lines[i];
    return NULL;
}

static void days_run_from_the_next_sitting_to_the_one_after(void **state) {
    (void)state;
    const struct person          *amara = people_example("amara-okafor");
    const struct plan_course_day *days  = days_of(amara);
    assert_int_equal(amara->plan.course->days.n, 11);
    assert_int_equal(days[0].date.day, people_day("2026-03-02"));
    assert_int_equal(days[10].date.day, people_day("2026-03-23"));   // the next is on the 30th
    const struct person *one = people_of("limits: {sessions_max: 1}\n");
    assert_int_equal(one->plan.course->days.n, 12);
    PEOPLE_NEAR(days_of(one)[11].day.value, 28);
}

static void redness_and_tenderness_fade_and_the_skin_closes(void **state) {
    (void)state;
    const struct person          *amara = people_example("amara-okafor");
    const struct plan_course_day *days  = days_of(amara);
    PEOPLE_NEAR(days[0].redness->value.value, 1);
    PEOPLE_NEAR(days[0].sensitivity->value.value, 1);
    PEOPLE_NEAR(days[0].barrier->value.value, 0);
    for (int i = 1; i < amara->plan.course->days.n; i++) {
        assert_true(days[i].redness->value.value <= days[i - 1].redness->value.value);
        assert_true(days[i].redness->high.value < days[i - 1].redness->high.value);
        assert_true(days[i].sensitivity->high.value < days[i - 1].sensitivity->high.value);
        assert_true(days[i].barrier->low.value >= days[i - 1].barrier->low.value);
        assert_int_equal(days[i].redness->kind, QUANTITY_COMPUTED);
        assert_int_equal(days[i].redness->status, STATUS_DEFAULT);
        assert_true(view_has(&days[i].redness->sources, "R71"));
        assert_true(view_has(&days[i].sensitivity->sources, "R199"));
    }
}

static void redness_on_brown_and_black_skin_is_described(void **state) {
    (void)state;
    assert_non_null(strstr(days_of(people_of("phototype: 4\n"))[0].redness->because, "purple"));
    assert_null(days_of(people_of("phototype: 3\n"))[0].redness->because);
}

// On each day the word agrees with what the aftercare says of that day.
static void make_up_agrees_with_the_dated_aftercare(void **state) {
    (void)state;
    const struct person          *amara = people_example("amara-okafor");
    const struct plan_course_day *days  = days_of(amara);
    assert_string_equal(days[0].make_up, "no");
    assert_string_equal(days[1].make_up, "no");
    assert_string_equal(days[2].make_up, "better_not");
    assert_string_equal(days[3].make_up, "yes");
    for (int i = 0; i < amara->plan.course->days.n; i++) {
        bool is_kept = days[i].date.day <= advice(amara, "makeup")->to.day;
        assert_true(is_kept == !text_equal(days[i].make_up, "yes"));
    }
    const struct person *belly = people_of("goals: [{indication: striae, zones: [abdomen]}]\n");
    assert_true(belly->plan.course->days.n > 0);
    assert_null(days_of(belly)[0].make_up);
}

static void phases_follow_every_planned_sitting_and_overlap(void **state) {
    (void)state;
    const struct person *amara = people_example("amara-okafor");
    assert_int_equal(amara->plan.healing->phases.n, 6);
    for (double session = 3; session <= 4; session++) {
        date_day                 sitting = people_day(session < 4 ? "2026-03-02" : "2026-03-30");
        const struct plan_phase *a       = phase(amara, "inflammation", session);
        const struct plan_phase *b       = phase(amara, "proliferation", session);
        const struct plan_phase *c       = phase(amara, "remodelling", session);
        assert_int_equal(a->from.day, sitting);
        assert_true(b->from.day < a->to.day && c->from.day < b->to.day);
        assert_true(a->to.day < b->to.day && b->to.day < c->to.day);
        assert_int_equal(a->to.day - sitting, (int)a->ends->value.value + 1);
        assert_true(a->ends->low.value < a->ends->value.value);
        assert_int_equal(c->ends->status, STATUS_DEFAULT);
        assert_true(view_has(&c->ends->sources, "oamjms-2019"));
    }
    assert_null(phase(amara, "inflammation", 1));   // was given
    assert_non_null(amara->plan.healing->model);
}

static void the_dose_is_an_index_with_its_warning(void **state) {
    (void)state;
    const struct quantity *dose = people_example("amara-okafor")->plan.healing->dose;
    assert_true(dose->low.value > 0 && dose->high.value <= 1);
    assert_int_equal(dose->status, STATUS_DEFAULT);
    assert_non_null(strstr(dose->because, "No study shows that more of it improves the result"));
}

static void a_wish_for_few_days_of_redness_is_held_against_three_of_four(void **state) {
    (void)state;
    const struct person *amara = people_example("amara-okafor");
    assert_non_null(strstr(remark(amara, "plan.downtime_met"), "within 2.8 days"));
    const struct plan_course_day *days = amara->plan.course->days.items;
    assert_true(days[4].day.value == 4);
    assert_non_null(strstr(remark(amara, "plan.downtime_met"),
                           arena_format(&people_arena, "%.0f of 100 people are still red",
                                        round(100 * days[4].redness->value.value))));
    assert_non_null(strstr(remark(amara, "plan.downtime_met"),
                           arena_format(&people_arena, "%.0f to %.0f from one study to another",
                                        round(100 * days[4].redness->low.value),
                                        round(100 * days[4].redness->high.value))));
    assert_string_equal(people_conflicts(amara), "");
    const struct person *two = people_of("depth: 0.5 mm\nlimits: {downtime: 2 d}\n");
    assert_string_equal(people_conflicts(two), "downtime+sessions_min");
    assert_int_equal(two->plan.verdict, CLASS_CAUTION);
    assert_true(two->plan.series->chosen.value > 0);   // named, not decided
    const struct person *three = people_of("depth: 0.5 mm\nlimits: {downtime: 3 d}\n");
    assert_string_equal(people_conflicts(three), "");
    assert_int_equal(three->plan.verdict, CLASS_CLEAR);
    const struct person *none = people_of("{}\n");
    assert_false(people_remarked(none, "plan.downtime_met"));
    assert_false(people_remarked(none, "plan.downtime_short"));
}

// Hair may be needled every week; nine days were agreed, sooner than the model has skin at rest.
static void intervals_shorter_than_the_inflammation_are_remarked(void **state) {
    static const char goal[] = "goals: [{indication: hair_loss, zones: [scalp], diagnosed: yes}]\n";
    (void)state;
    const struct person *hair = people_of(arena_format(
        &people_arena,
        "%sgiven: [{number: 1, date: 2026-02-28, zones: [{zone: scalp, device: pen}]},\n"
        "  {number: 2, date: 2026-03-09, status: planned}]\n",
        goal));
    assert_non_null(strstr(remark(hair, "plan.interval_healing"), "9 days apart"));
    assert_true(people_remarked(hair, "plan.interval_healing"));
    assert_int_equal(hair->plan.verdict, CLASS_CLEAR);   // printed, nothing is closed
    assert_false(people_remarked(people_of("{}\n"), "plan.interval_healing"));
}

static void without_a_sitting_nothing_follows(void **state) {
    static const char *const nobody[] = {"daniel-reyes", "leila-haddad"};
    (void)state;
    for (int i = 0; i < 2; i++) {
        const struct person *person = people_example(nobody[i]);
        assert_int_equal(person->plan.course->days.n, 0);
        assert_null(person->plan.course->downtime);
        assert_int_equal(person->plan.healing->phases.n, 0);
        assert_null(person->plan.healing->dose);
        assert_false(people_remarked(person, "plan.downtime_met"));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_run_from_the_next_sitting_to_the_one_after),
        cmocka_unit_test(redness_and_tenderness_fade_and_the_skin_closes),
        cmocka_unit_test(redness_on_brown_and_black_skin_is_described),
        cmocka_unit_test(make_up_agrees_with_the_dated_aftercare),
        cmocka_unit_test(phases_follow_every_planned_sitting_and_overlap),
        cmocka_unit_test(the_dose_is_an_index_with_its_warning),
        cmocka_unit_test(a_wish_for_few_days_of_redness_is_held_against_three_of_four),
        cmocka_unit_test(intervals_shorter_than_the_inflammation_are_remarked),
        cmocka_unit_test(without_a_sitting_nothing_follows),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
