// test_limits: what may be planned for a person, and that a plan beyond it is caught.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

#include "knowledge/limits_base.h"

static const struct limits *limits_for(const char *yaml) {
    struct person *person = ARENA_NEW(&people_arena, struct person, 1);
    people_claim(people_limited(person, yaml));
    return &person->limits;
}

static const struct limits_place *place(const struct limits *limits, const char *zone,
                                        const char *device) {
    const struct limits_place *places = limits->places.items;
    for (int i = 0; i < limits->places.n; i++)
        if (text_equal(places[i].zone, zone) && text_equal(places[i].device, device))
            return &places[i];
    return NULL;
}

static const struct limits_ceiling *ceiling(const struct limits_place *at, int kind) {
    const struct limits_ceiling *ceilings = at->ceilings.items;
    for (int i = 0; i < at->ceilings.n; i++)
        if (ceilings[i].kind == kind) return &ceilings[i];
    return NULL;
}

static const struct limits_task *task(const struct limits *limits, int kind) {
    const struct limits_task *tasks = limits->tasks.items;
    for (int i = 0; i < limits->tasks.n; i++)
        if (tasks[i].kind == kind) return &tasks[i];
    return NULL;
}

// ---- what is compiled ----

static void a_new_course_begins_tomorrow_at_the_earliest(void **state) {
    (void)state;
    const struct limits *limits = limits_for("{}\n");
    assert_int_equal(limits->dates.first, people_day("2026-03-03"));
    assert_int_equal(limits->dates.preferred, people_day("2026-03-09"));
}

static void a_course_that_goes_on_may_go_on_today(void **state) {
    (void)state;
    const struct limits *given   = limits_for("given: [{number: 1, date: 2026-02-02}]\n");
    const struct limits *planned = limits_for("given: [{date: 2026-03-02, status: planned}]\n");
    assert_int_equal(given->dates.first, people_day("2026-03-02"));
    assert_int_equal(given->dates.last_given, people_day("2026-02-02"));
    assert_int_equal(given->dates.given, 1);
    assert_int_equal(planned->dates.first, people_day("2026-03-02"));
    assert_int_equal(planned->dates.agreed.n, 1);
    assert_int_equal(planned->dates.given, 0);
}

static void ceilings_say_where_they_come_from(void **state) {
    (void)state;
    const struct limits_place *cheeks = place(limits_for("operator: op_nurse\n"), "cheeks", "pen");
    PEOPLE_NEAR(ceiling(cheeks, LIMITS_REACH)->depth_mm, 2.5);
    PEOPLE_NEAR(ceiling(cheeks, LIMITS_LABEL)->depth_mm, 1.5);
    PEOPLE_NEAR(ceiling(cheeks, LIMITS_OPERATOR)->depth_mm, 1.5);
    for (int i = 0; i < cheeks->ceilings.n; i++) {
        const struct limits_ceiling *one =
            (const struct limits_ceiling *)cheeks->ceilings.items + i;
        assert_non_null(one->origin.rule);
        assert_true(one->origin.sources.n > 0);
        assert_true(one->origin.status != STATUS_ABSENT && one->origin.grade != GRADE_ABSENT);
    }
}

static void the_neck_has_a_label_of_its_own(void **state) {
    (void)state;
    const struct limits *limits = limits_for("goals: [{indication: wrinkles, zones: [neck]}]\n");
    PEOPLE_NEAR(ceiling(place(limits, "neck", "pen"), LIMITS_LABEL)->depth_mm, 2.5);
}

static void a_thinner_with_a_letter_leaves_1_mm(void **state) {
    (void)state;
    const struct person       *elena = people_example("elena-petrova");
    const struct limits_place *neck  = place(&elena->limits, "neck", "pen");
    assert_true(neck->is_allowed);
    PEOPLE_NEAR(ceiling(neck, LIMITS_FINDING)->depth_mm, 1.0);
    assert_string_equal(ceiling(neck, LIMITS_FINDING)->origin.rule, "CI-23");
}

static void an_operator_the_clinic_does_not_have_is_refused(void **state) {
    struct person person;
    (void)state;
    assert_int_equal(people_limited(&person, "operator: nobody\n"), ST_CONTENT);
    assert_non_null(strstr(people_fault.text, "operator: nobody"));
}

static void an_operator_without_the_device_closes_it(void **state) {
    (void)state;
    const struct limits *limits = limits_for("operator: op_nurse\ndevices: [pen, rf]\n");
    assert_true(place(limits, "cheeks", "pen")->is_allowed);
    assert_false(place(limits, "cheeks", "rf")->is_allowed);
}

static void pustules_close_their_zone_alone(void **state) {
    (void)state;
    const struct limits *limits =
        limits_for("goals: [{indication: acne_scars, zones: [cheeks, chin]}]\n"
                   "conditions: [{code: acne_inflammatory, status: active, zones: [chin]}]\n");
    assert_true(place(limits, "cheeks", "pen")->is_allowed);
    assert_false(place(limits, "chin", "pen")->is_allowed);
    assert_string_equal(place(limits, "chin", "pen")->closed.rule, "CI-01");
    assert_true(limits->is_open);
}

static void a_deferral_with_a_date_moves_the_first_day(void **state) {
    (void)state;
    const struct limits_place *cheeks = place(
        limits_for("medications: [{code: isotretinoin, stopped: 2026-01-21}]\n"), "cheeks", "pen");
    assert_true(cheeks->is_allowed);
    assert_int_equal(cheeks->from, people_day("2026-07-20"));
    assert_string_equal(cheeks->from_origin.rule, "CI-03");
}

static void a_deferral_with_a_new_screening_closes_and_names_the_day(void **state) {
    (void)state;
    const struct limits *limits = &people_example("leila-haddad")->limits;
    assert_false(limits->is_open);
    assert_int_equal(task(limits, LIMITS_LOOK_AGAIN)->date, people_day("2026-07-06"));
}

static void an_unknown_that_could_refuse_closes(void **state) {
    (void)state;
    const struct limits *limits = limits_for("pregnant: unknown\n");
    assert_false(limits->is_open);
    assert_non_null(task(limits, LIMITS_LOOK_AGAIN));
}

static void a_letter_and_a_decision_are_tasks_and_close_nothing(void **state) {
    (void)state;
    const struct limits *margaret = &people_example("margaret-thornton")->limits;
    const struct limits *priya    = &people_example("priya-raman")->limits;
    assert_true(margaret->is_open && priya->is_open);
    assert_string_equal(task(margaret, LIMITS_PRESCRIBER)->origin.rule, "CI-10");
    assert_string_equal(task(priya, LIMITS_LETTER)->origin.rule, "CI-45");
    assert_int_equal(place(priya, "abdomen", "pen")->from, people_day("2026-03-16"));
    assert_int_equal(place(margaret, "cheeks", "pen")->from, people_day("2026-03-16"));
}

static void darker_skin_takes_a_spot_and_off_the_scalp_a_step(void **state) {
    (void)state;
    const struct limits *face  = limits_for("phototype: 4\n");
    const struct limits *scalp = limits_for(
        "phototype: 4\ngoals: [{indication: hair_loss, zones: [scalp], diagnosed: yes}]\n");
    const struct limits_step *step = place(face, "cheeks", "pen")->steps.items;
    PEOPLE_NEAR(step->step_mm, 0.25);
    PEOPLE_NEAR(step->floor_mm, 0.25);
    assert_non_null(task(face, LIMITS_TEST_SPOT));
    assert_int_equal(place(scalp, "scalp", "pen")->steps.n, 0);
    assert_non_null(task(scalp, LIMITS_TEST_SPOT));
    assert_null(task(limits_for("phototype: 3\n"), LIMITS_TEST_SPOT));
    assert_int_equal(place(limits_for("phototype: 3\n"), "cheeks", "pen")->steps.n, 0);
}

static void a_spot_that_is_not_read_yet_holds_the_course_for_28_days(void **state) {
    (void)state;
    const struct limits *limits =
        limits_for("phototype: 5\ntest_spots: [{date: 2026-02-23, zones: [cheeks]}]\n");
    assert_null(task(limits, LIMITS_TEST_SPOT));
    assert_int_equal(task(limits, LIMITS_READ_SPOT)->date, people_day("2026-02-23") + 28);
    assert_int_equal(limits->dates.first, people_day("2026-02-23") + 28);
}

static void a_spot_that_the_rule_rejects_is_made_again(void **state) {
    static const char *const rejected[] = {
        "{date: 2026-01-20, read: 2026-02-17, result: darker}",
        "{date: 2026-01-20, read: 2026-02-17, result: raised}",
        "{date: 2026-02-20, read: 2026-02-22, result: unchanged}",
        "{date: 2026-01-20, read: 2026-02-17}",
        "{date: 2026-01-20, waived: yes}",
    };
    (void)state;
    for (int i = 0; i < 5; i++) {
        const struct limits *limits = limits_for(
            arena_format(&people_arena, "phototype: 5\ntest_spots: [%s]\n", rejected[i]));
        assert_non_null(task(limits, LIMITS_TEST_SPOT));
        assert_int_equal(task(limits, LIMITS_CLINICIAN) != NULL, i < 2);
    }
}

static void a_model_takes_from_its_class_what_it_does_not_say(void **state) {
    (void)state;
    struct device model = limits_device(people_knowledge, load_device(people_knowledge, "exceed"));
    PEOPLE_NEAR(model.needles.value, 6);
    PEOPLE_NEAR(model.reach->value.value, 1.5);
    assert_non_null(model.density);
    assert_true(model.width.is_known);
}

// Seventeen today: at eighteen treatment is open and off label, at twenty-two that is over.
static void what_an_age_brings_is_known_on_the_day_it_comes(void **state) {
    (void)state;
    const struct limits       *limits = limits_for("birth_date: 2008-03-22\n");
    const struct limits_later *later  = limits->later.items;
    assert_int_equal(limits->later.n, 1);
    assert_int_equal(later->from, people_day("2026-03-22"));
    assert_string_equal(later->origin.rule, "CI-48");
    assert_non_null(strstr(later->origin.because, "Aged 18: off label until the birthday on 22 "
                                                  "March 2030. The maker has not tested this age"));
    assert_true(view_has(&later->origin.sources, "R82"));
    assert_int_equal(limits_for("birth_date: 2007-03-22\n")->later.n, 0);   // it holds today
    assert_int_equal(limits_for("birth_date: 1990-03-22\n")->later.n, 0);
}

// ---- a plan that leaves the limits is caught ----

static void claim_caught(const struct person *person, const char *what) {
    people_fault.text[0] = 0;
    assert_int_equal(limits_check(&person->limits, people_knowledge, &person->plan, &people_fault),
                     ST_LIMIT);
    if (!strstr(people_fault.text, what)) print_error("%s\n", people_fault.text);
    assert_non_null(strstr(people_fault.text, what));
    assert_non_null(strstr(people_fault.text, "a defect of Stipple"));
    assert_int_equal(status_exit(ST_LIMIT), 5);
}

static void uptake_of_a_closed_agent_is_caught(void **state) {
    (void)state;
    const struct limits_agent closed = {"minoxidil", {.rule = "X", .because = "Closed."}};
    struct person            *person = people_of("agents: [minoxidil]\n");
    limits_add(&person->limits.agents, &closed, sizeof closed, &people_arena);
    claim_caught(person, "uptake: minoxidil");
}

static struct plan_zone *first_zone(struct person *person) { return person->plan.zones.items; }

static void a_setting_beyond_the_reach_is_caught(void **state) {
    (void)state;
    struct person *person                  = people_of("{}\n");
    first_zone(person)->depth->value.value = 2.51;
    claim_caught(person, "reach");
}

static void a_setting_beyond_a_finding_is_caught(void **state) {
    (void)state;
    struct person *person                  = people_example("elena-petrova");
    first_zone(person)->depth->value.value = 1.25;
    claim_caught(person, "CI-23");
}

static void a_setting_that_is_no_number_is_caught(void **state) {
    (void)state;
    struct person *person                  = people_of("{}\n");
    first_zone(person)->depth->value.value = 0.0 / 0.0;
    claim_caught(person, "depth");
}

static void a_closed_zone_is_caught(void **state) {
    (void)state;
    struct person *person    = people_of("{}\n");
    first_zone(person)->zone = "chin";
    claim_caught(person, "chin");
}

static struct plan_session *planned(struct person *person, int number) {
    struct plan_session *sessions = person->plan.sessions.items;
    return &sessions[number];
}

static void a_sitting_before_the_first_day_is_caught(void **state) {
    (void)state;
    struct person *person        = people_of("{}\n");
    planned(person, 0)->date.day = people_day("2026-03-02");
    claim_caught(person, "not before 2026-03-03");
}

static void a_sitting_before_a_deferral_ends_is_caught(void **state) {
    (void)state;
    struct person *person = people_of("medications: [{code: isotretinoin, stopped: 2026-01-21}]\n");
    planned(person, 0)->date.day = people_day("2026-07-19");
    claim_caught(person, "not before 2026-07-20");
}

static void an_age_that_is_left_out_is_caught(void **state) {
    (void)state;
    struct person *person = people_of("birth_date: 2008-03-22\n");
    person->plan.verdict  = CLASS_CLEAR;
    claim_caught(person, "CI-48: is left out");
}

static void sittings_too_near_are_caught(void **state) {
    (void)state;
    struct person *person        = people_of("{}\n");
    planned(person, 1)->date.day = planned(person, 0)->date.day + 13;
    claim_caught(person, "13 d");
}

// Visits of one treatment may be near; the same zones may not.
static void the_same_zones_too_near_are_caught(void **state) {
    (void)state;
    struct person *person =
        people_of("goals: [{indication: wrinkles, zones: [full_face, neck, decollete]}]\n");
    assert_int_equal(planned(person, 1)->date.day - planned(person, 0)->date.day, 7);
    planned(person, 2)->date.day = planned(person, 0)->date.day + 13;
    claim_caught(person, "13 d");
}

static void a_sitting_where_nothing_may_be_treated_is_caught(void **state) {
    (void)state;
    struct person *person = people_of("{}\n");
    person->plan.zones.n  = 0;
    claim_caught(person, "nothing may be treated");
}

static void too_much_cream_is_caught(void **state) {
    (void)state;
    struct person *person                    = people_of("{}\n");
    person->plan.numbing->amount->high.value = 60.1;
    claim_caught(person, "60.1 g");
    person->plan.numbing->area->value.value = 401;
    claim_caught(person, "401 cm2");
}

static void a_cream_that_is_closed_or_without_a_ceiling_is_caught(void **state) {
    (void)state;
    struct person *person       = people_of("{}\n");
    person->plan.numbing->agent = "lidocaine_4";
    claim_caught(person, "has no ceiling");
    struct person *allergic = people_of("allergies: [{code: lidocaine, reaction: swelling}]\n");
    allergic->plan.numbing  = person->plan.numbing;
    allergic->plan.numbing->agent = "lidocaine_prilocaine_25_25";
    claim_caught(allergic, "is closed");
}

static struct plan_advice *line(struct person *person, const char *id) {
    struct plan_advice *all = person->plan.aftercare.items;
    for (int i = 0; i < person->plan.aftercare.n; i++)
        if (text_equal(all[i].id, id)) return &all[i];
    return NULL;
}

static void aftercare_that_ends_too_soon_is_caught(void **state) {
    (void)state;
    struct person *hours                        = people_of("{}\n");
    line(hours, "exercise")->lasts->value.value = 71;
    claim_caught(hours, "exercise: ends too soon; allowed: 72 h");
    struct person *days = people_of("depth: 1.5 mm\n");
    line(days, "open_water")->to.day--;
    claim_caught(days, "open_water: ends too soon; allowed: 168 h");
    struct person *dark                         = people_of("phototype: 4\n");
    line(dark, "sunscreen")->lasts->value.value = 336;
    claim_caught(dark, "sunscreen: ends too soon; allowed: 672 h");
}

// Every line of a plan is taken out once: those that hold for whoever is treated so are missed.
static void aftercare_that_is_left_out_is_caught(void **state) {
    (void)state;
    const char    *yaml   = "conditions: [{code: dark_marks}]\n";
    struct person *whole  = people_of(yaml);
    int            n_line = whole->plan.aftercare.n, n_caught = 0;
    assert_true(n_line > 20);
    for (int i = 0; i < n_line; i++) {
        struct person      *person = people_of(yaml);
        struct plan_advice *lines  = person->plan.aftercare.items;
        const char         *id     = lines[i].id;
        lines[i]                   = lines[n_line - 1];
        person->plan.aftercare.n   = n_line - 1;
        claim_caught(person, arena_format(&people_arena, "aftercare: %s: is left out", id));
        n_caught++;
    }
    assert_int_equal(n_caught, n_line);
}

static void aftercare_that_nobody_knows_or_that_ends_after_all_is_caught(void **state) {
    (void)state;
    struct person *person        = people_of("{}\n");
    line(person, "exercise")->id = "exercises";
    claim_caught(person, "exercises: is no line of the knowledge");
    struct person      *ends  = people_of("{}\n");
    struct plan_advice *lines = ends->plan.aftercare.items;
    int                 i     = 0;
    while (i < ends->plan.aftercare.n && !lines[i].always) i++;
    assert_true(i < ends->plan.aftercare.n);
    lines[i].always = false;
    claim_caught(ends, "ends; allowed: always");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_course_begins_tomorrow_at_the_earliest),
        cmocka_unit_test(a_course_that_goes_on_may_go_on_today),
        cmocka_unit_test(ceilings_say_where_they_come_from),
        cmocka_unit_test(the_neck_has_a_label_of_its_own),
        cmocka_unit_test(a_thinner_with_a_letter_leaves_1_mm),
        cmocka_unit_test(an_operator_the_clinic_does_not_have_is_refused),
        cmocka_unit_test(an_operator_without_the_device_closes_it),
        cmocka_unit_test(pustules_close_their_zone_alone),
        cmocka_unit_test(a_deferral_with_a_date_moves_the_first_day),
        cmocka_unit_test(what_an_age_brings_is_known_on_the_day_it_comes),
        cmocka_unit_test(a_deferral_with_a_new_screening_closes_and_names_the_day),
        cmocka_unit_test(an_unknown_that_could_refuse_closes),
        cmocka_unit_test(a_letter_and_a_decision_are_tasks_and_close_nothing),
        cmocka_unit_test(darker_skin_takes_a_spot_and_off_the_scalp_a_step),
        cmocka_unit_test(a_spot_that_is_not_read_yet_holds_the_course_for_28_days),
        cmocka_unit_test(a_spot_that_the_rule_rejects_is_made_again),
        cmocka_unit_test(a_model_takes_from_its_class_what_it_does_not_say),
        cmocka_unit_test(a_setting_beyond_the_reach_is_caught),
        cmocka_unit_test(a_setting_beyond_a_finding_is_caught),
        cmocka_unit_test(a_setting_that_is_no_number_is_caught),
        cmocka_unit_test(a_closed_zone_is_caught),
        cmocka_unit_test(a_sitting_before_the_first_day_is_caught),
        cmocka_unit_test(a_sitting_before_a_deferral_ends_is_caught),
        cmocka_unit_test(an_age_that_is_left_out_is_caught),
        cmocka_unit_test(sittings_too_near_are_caught),
        cmocka_unit_test(the_same_zones_too_near_are_caught),
        cmocka_unit_test(a_sitting_where_nothing_may_be_treated_is_caught),
        cmocka_unit_test(too_much_cream_is_caught),
        cmocka_unit_test(a_cream_that_is_closed_or_without_a_ceiling_is_caught),
        cmocka_unit_test(uptake_of_a_closed_agent_is_caught),
        cmocka_unit_test(aftercare_that_ends_too_soon_is_caught),
        cmocka_unit_test(aftercare_that_is_left_out_is_caught),
        cmocka_unit_test(aftercare_that_nobody_knows_or_that_ends_after_all_is_caught),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
