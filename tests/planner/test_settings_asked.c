// test_settings_asked: what a patient file asks for in place of the advice.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

#include <math.h>

// The neutral person has acne scars on the cheeks and a pen of 14 needles.
static struct person *asking(const char *settings) {
    return people_of(arena_format(&people_arena, "settings: {%s}\n", settings));
}

static struct person *asking_cheeks(const char *settings) {
    return asking(arena_format(&people_arena, "zones: [{zone: cheeks, %s}]", settings));
}

static const struct plan_zone *cheeks_of(const struct person *person) {
    const struct plan_zone *cheeks = people_zone(person, "cheeks");
    assert_non_null(cheeks);
    return cheeks;
}

static double density_of(const struct person *person) {
    return cheeks_of(person)->density->value.value;
}

// ---- depth ----

static void a_depth_of_a_zone_goes_before_that_of_all(void **state) {
    (void)state;
    const char *goals  = "goals: [{indication: acne_scars, zones: [cheeks, chin]}]\n";
    const char *wishes = "depth: \"1 mm\"\nsettings: {zones: [{zone: chin, depth: \"0.5 mm\"}]}\n";
    const struct person *person = people_of(arena_format(&people_arena, "%s%s", goals, wishes));
    PEOPLE_NEAR(people_zone(person, "cheeks")->depth->value.value, 1.0);
    PEOPLE_NEAR(people_zone(person, "chin")->depth->value.value, 0.5);
}

static void a_depth_of_a_zone_keeps_to_reach_and_says_the_label(void **state) {
    (void)state;
    const struct person *person = asking_cheeks("depth: \"4 mm\"");
    PEOPLE_NEAR(cheeks_of(person)->depth->value.value, 2.5);
    assert_true(people_remarked(person, "plan.off_label"));
    assert_int_equal(person->plan.verdict, CLASS_CAUTION);
}

static void deeper_than_advised_says_that_more_has_not_been_shown_to_do_more(void **state) {
    (void)state;
    assert_true(people_remarked(asking_cheeks("depth: \"2 mm\""), "plan.asked_deeper"));
    assert_true(people_remarked(people_of("depth: \"2 mm\"\n"), "plan.asked_deeper"));
    assert_false(people_remarked(asking_cheeks("depth: \"1 mm\""), "plan.asked_deeper"));
    assert_false(people_remarked(people_of("{}\n"), "plan.asked_deeper"));
}

static void a_deeper_setting_goes_deeper_and_leaves_the_cream_as_it_is(void **state) {
    (void)state;
    const struct person *plain = people_of("{}\n"), *deep = asking_cheeks("depth: \"2.5 mm\"");
    const struct plan_numbing *cream = plain->plan.numbing, *other = deep->plan.numbing;
    assert_true(cheeks_of(deep)->achieved->value.value > cheeks_of(plain)->achieved->value.value);
    assert_true(cheeks_of(deep)->beyond_dermis->value.value >
                cheeks_of(plain)->beyond_dermis->value.value);
    assert_non_null(cheeks_of(deep)->closure->because);
    PEOPLE_NEAR(cream->amount->value.value, other->amount->value.value);
    PEOPLE_NEAR(cream->minutes->value.value, other->minutes->value.value);
}

// ---- passes, glide and needles ----

static void passes_alone_leave_the_density_and_quicken_the_hand(void **state) {
    (void)state;
    const struct person *four = people_of("{}\n"), *six = asking_cheeks("passes: 6");
    PEOPLE_NEAR(cheeks_of(six)->passes.value, 6);
    assert_true(fabs(density_of(six) / density_of(four) - 1) < 0.01);
    assert_true(fabs(cheeks_of(six)->speed->value.value / cheeks_of(four)->speed->value.value -
                     1.5) < 0.01);
    assert_true(people_remarked(six, "plan.asked_passes"));
    assert_false(people_remarked(six, "plan.asked_dense"));
}

static void half_the_speed_leaves_twice_the_punctures(void **state) {
    (void)state;
    const struct person *fast = asking_cheeks("depth: \"0.5 mm\", speed: \"10 cm/s\"");
    const struct person *slow = asking_cheeks("depth: \"0.5 mm\", speed: \"5 cm/s\"");
    assert_true(fabs(density_of(slow) / density_of(fast) - 2) < 0.001);
    PEOPLE_NEAR(cheeks_of(slow)->speed->value.value, 5);
    assert_true(view_has(&cheeks_of(slow)->speed->sources, "patient"));
    assert_true(people_remarked(slow, "plan.asked_dense"));
    assert_int_equal(slow->plan.verdict, CLASS_CAUTION);
    assert_int_equal(fast->plan.verdict, CLASS_CLEAR);
    assert_false(people_remarked(fast, "plan.asked_dense"));
}

static void more_needles_at_one_speed_leave_more_punctures(void **state) {
    (void)state;
    const struct person *few  = asking_cheeks("speed: \"8 cm/s\", cartridge: pen_6");
    const struct person *many = asking_cheeks("speed: \"8 cm/s\", cartridge: pen_12");
    assert_true(fabs(density_of(many) / density_of(few) - 2) < 0.001);
    PEOPLE_NEAR(cheeks_of(many)->needles.value, 12);
    assert_string_equal(cheeks_of(many)->cartridge, "pen_12");
    assert_true(people_remarked(many, "plan.asked_cartridge"));
    assert_true(view_has(&cheeks_of(many)->density->sources, "R85"));
}

static void fewer_needles_alone_slow_the_hand_and_take_longer(void **state) {
    (void)state;
    const struct person    *plain = people_of("{}\n"), *six = asking_cheeks("cartridge: pen_6");
    const struct plan_zone *a = cheeks_of(plain), *b = cheeks_of(six);
    assert_true(fabs(density_of(six) / density_of(plain) - 1) < 0.01);
    assert_true(fabs(b->speed->value.value / a->speed->value.value - 6.0 / 14) < 0.01);
}

static void the_glide_ends_where_the_file_could_not_ask_for_more(void **state) {
    (void)state;
    const struct person *person = asking_cheeks("passes: 30, cartridge: pen_36");
    PEOPLE_NEAR(cheeks_of(person)->speed->value.value, 50);
    assert_non_null(strstr(cheeks_of(person)->speed->because, "An end of what may be set"));
    assert_true(density_of(person) > 1500);
    assert_true(people_remarked(person, "plan.asked_dense"));
}

static void zones_that_are_set_apart_are_reckoned_apart(void **state) {
    (void)state;
    const struct person *person =
        people_of("goals: [{indication: acne_scars, zones: [cheeks, chin]}]\n"
                  "agents: [minoxidil]\n"
                  "settings: {zones: [{zone: chin, cartridge: pen_36, speed: \"8.64 cm/s\"}]}\n");
    const struct plan_zone *cheeks = people_zone(person, "cheeks");
    const struct plan_zone *chin   = people_zone(person, "chin");
    PEOPLE_NEAR(cheeks->needles.value, 14);
    PEOPLE_NEAR(chin->needles.value, 36);
    assert_true(chin->density->value.value > 2 * cheeks->density->value.value);

    // uptake is reckoned once for zones that are needled alike
    const struct plan_uptake *uptake = person->plan.uptake.items;
    int                       n      = 0;
    for (int i = 0; i < person->plan.uptake.n; i++)
        n += text_equal(uptake[i].zone, "chin") && text_equal(uptake[i].when, "after");
    assert_true(n > 0);
}

static void a_set_that_the_planned_device_does_not_take_is_left_out_and_said(void **state) {
    (void)state;
    const struct person *person =
        people_of("devices: [roller]\nsettings: {zones: [{zone: cheeks, cartridge: pen_12}]}\n");
    assert_string_equal(cheeks_of(person)->device, "roller");
    PEOPLE_NEAR(cheeks_of(person)->needles.value, 192);
    assert_true(people_remarked(person, "plan.cartridge_other"));
}

static void a_glide_for_what_is_set_down_is_left_out_and_said(void **state) {
    (void)state;
    const struct person *person = people_of(
        "devices: [stamp]\nsettings: {zones: [{zone: cheeks, speed: \"5 cm/s\", passes: 6}]}\n");
    assert_null(cheeks_of(person)->speed);
    PEOPLE_NEAR(cheeks_of(person)->passes.value, 6);
    assert_true(people_remarked(person, "plan.speed_other"));
}

// ---- the course ----

static void sessions_asked_for_are_planned_dated_and_paid(void **state) {
    (void)state;
    const struct person *plain = people_of("{}\n"), *more = asking("sessions: 6");
    PEOPLE_NEAR(plain->plan.series->chosen.value, 4);
    PEOPLE_NEAR(more->plan.series->chosen.value, 6);
    assert_int_equal(more->plan.sessions.n, 6);
    PEOPLE_NEAR(more->plan.price->total->value.value, 1.5 * plain->plan.price->total->value.value);
    assert_true(people_remarked(more, "plan.asked_more"));
    assert_string_equal(people_conflicts(more), "");
    assert_true(people_remarked(asking("sessions: 2"), "plan.asked_fewer"));
}

static void sessions_asked_for_clash_with_the_most_and_the_fewest(void **state) {
    (void)state;
    const struct person *most  = people_of("limits: {sessions_max: 3}\nsettings: {sessions: 5}\n");
    const struct person *least = people_of("limits: {sessions_min: 3}\nsettings: {sessions: 2}\n");
    assert_string_equal(people_conflicts(most), "settings.sessions+sessions_max");
    PEOPLE_NEAR(most->plan.series->chosen.value, 3);
    assert_string_equal(people_conflicts(least), "settings.sessions+sessions_min");
    PEOPLE_NEAR(least->plan.series->chosen.value, 3);
}

static void sessions_asked_for_beyond_the_budget_are_a_clash(void **state) {
    (void)state;
    const struct person *person =
        people_of("limits: {budget: \"1000 USD\"}\nsettings: {sessions: 5}\n");
    assert_string_equal(people_conflicts(person), "settings.sessions+budget");
    PEOPLE_NEAR(person->plan.series->chosen.value, 3);
}

static void fewer_than_were_given_plan_none_and_are_named(void **state) {
    (void)state;
    const struct person *person =
        people_of("given: [{date: 2025-12-01, zones: [{zone: cheeks}]},"
                  " {date: 2026-01-05, zones: [{zone: cheeks}]}]\nsettings: {sessions: 1}\n");
    assert_string_equal(people_conflicts(person), "settings.sessions+given");
    assert_string_equal(people_dates(person), "");
}

static void an_interval_asked_for_dates_the_treatments(void **state) {
    (void)state;
    assert_string_equal(people_dates(asking("sessions: 3, interval: \"21 d\"")),
                        "2026-03-09 2026-03-30 2026-04-20");
    assert_string_equal(people_dates(asking("sessions: 3, interval: \"6 w\"")),
                        "2026-03-09 2026-04-20 2026-06-01");
}

static void an_interval_moves_what_heals(void **state) {
    (void)state;
    const struct person *near = asking("interval: \"14 d\""), *far = asking("interval: \"42 d\"");
    const struct plan_phase *a = near->plan.healing->phases.items;
    const struct plan_phase *b = far->plan.healing->phases.items;
    assert_int_equal(near->plan.healing->phases.n, far->plan.healing->phases.n);
    int last = near->plan.healing->phases.n - 1;
    assert_int_equal(b[last].from.day - a[last].from.day, 3 * 28);
}

static void no_interval_undercuts_the_fewest_days(void **state) {
    (void)state;
    const struct person *person = asking("sessions: 2, interval: \"3 d\"");
    assert_string_equal(people_conflicts(person), "settings.interval+interval");
    assert_string_equal(people_dates(person), "2026-03-09 2026-03-23");
    const struct plan_clash *clash = person->plan.clashes.items;
    assert_non_null(strstr(clash->text, "never fewer than 14"));
}

static void no_interval_undercuts_the_shortest_that_is_wished_for(void **state) {
    (void)state;
    const struct person *person = people_of(
        "limits: {interval_min: \"35 d\"}\nsettings: {sessions: 2, interval: \"21 d\"}\n");
    assert_string_equal(people_conflicts(person), "settings.interval+interval_min");
    assert_string_equal(people_dates(person), "2026-03-09 2026-04-13");
}

// ---- what is asked for is what is advised ----

static const char *written(const struct person *person) {
    struct doc_build *build = doc_build_new(&people_arena);
    struct plan       plan  = person->plan;
    plan.controls           = (struct list){NULL, 0, true};
    field_write(&plan_noun, &plan, build, NULL);
    struct doc  doc = doc_build_done(build);
    struct text out = text_new(&people_arena);
    doc_write(&doc, 0, &out);
    return out.data;
}

static void to_ask_for_the_advice_changes_no_byte_but_what_is_set(void **state) {
    (void)state;
    const struct person *plain = people_of("{}\n");
    const struct person *asked = asking(
        "sessions: 4, interval: \"28 d\", zones: [{zone: cheeks, depth: \"1.5 mm\", passes: 4,"
        " speed: \"8.64 cm/s\", cartridge: pen_14}]");
    PEOPLE_NEAR(cheeks_of(plain)->speed->value.value, 8.64);
    assert_string_equal(written(plain), written(asked));
    assert_string_not_equal(written(plain), written(asking_cheeks("passes: 5")));
}

static void an_empty_list_of_settings_changes_nothing(void **state) {
    (void)state;
    assert_string_equal(written(people_of("{}\n")), written(asking("zones: []")));
    assert_string_equal(written(people_of("{}\n")), written(asking("zones: [{zone: cheeks}]")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_depth_of_a_zone_goes_before_that_of_all),
        cmocka_unit_test(a_depth_of_a_zone_keeps_to_reach_and_says_the_label),
        cmocka_unit_test(deeper_than_advised_says_that_more_has_not_been_shown_to_do_more),
        cmocka_unit_test(a_deeper_setting_goes_deeper_and_leaves_the_cream_as_it_is),
        cmocka_unit_test(passes_alone_leave_the_density_and_quicken_the_hand),
        cmocka_unit_test(half_the_speed_leaves_twice_the_punctures),
        cmocka_unit_test(more_needles_at_one_speed_leave_more_punctures),
        cmocka_unit_test(fewer_needles_alone_slow_the_hand_and_take_longer),
        cmocka_unit_test(the_glide_ends_where_the_file_could_not_ask_for_more),
        cmocka_unit_test(zones_that_are_set_apart_are_reckoned_apart),
        cmocka_unit_test(a_set_that_the_planned_device_does_not_take_is_left_out_and_said),
        cmocka_unit_test(a_glide_for_what_is_set_down_is_left_out_and_said),
        cmocka_unit_test(sessions_asked_for_are_planned_dated_and_paid),
        cmocka_unit_test(sessions_asked_for_clash_with_the_most_and_the_fewest),
        cmocka_unit_test(sessions_asked_for_beyond_the_budget_are_a_clash),
        cmocka_unit_test(fewer_than_were_given_plan_none_and_are_named),
        cmocka_unit_test(an_interval_asked_for_dates_the_treatments),
        cmocka_unit_test(an_interval_moves_what_heals),
        cmocka_unit_test(no_interval_undercuts_the_fewest_days),
        cmocka_unit_test(no_interval_undercuts_the_shortest_that_is_wished_for),
        cmocka_unit_test(to_ask_for_the_advice_changes_no_byte_but_what_is_set),
        cmocka_unit_test(an_empty_list_of_settings_changes_nothing),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
