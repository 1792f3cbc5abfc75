// test_asked: settings that do not fit the goals and devices of a patient file are refused.
// SPDX-License-Identifier: Apache-2.0
#include "knowledge/asked.h"

#include "planner/people.h"

static enum status check(const char *yaml) {
    struct person *person = ARENA_NEW(&people_arena, struct person, 1);
    TRY(people_limited(person, yaml));
    return asked_check(&person->view, &people_fault);
}

static void refuses(const char *yaml, const char *says) {
    assert_int_equal(check(yaml), ST_CONTENT);
    if (!strstr(people_fault.text, says)) print_error("%s\n", people_fault.text);
    assert_non_null(strstr(people_fault.text, says));
}

static void settings_that_fit_are_taken(void **state) {
    (void)state;
    people_claim(check("{}\n"));
    people_claim(check("settings: {}\n"));
    people_claim(check("settings: {zones: []}\n"));
    people_claim(
        check("settings: {zones: [{zone: cheeks, cartridge: pen_36, depth: \"1 mm\"}]}\n"));
    people_claim(check("devices: [roller, dermapen_4]\n"
                       "settings: {zones: [{zone: cheeks, cartridge: dermapen_4_36}]}\n"));
}

static void a_zone_that_is_no_goal_is_refused(void **state) {
    (void)state;
    refuses("settings: {zones: [{zone: cheeks}, {zone: chin}]}\n",
            "settings.zones[1].zone: chin: is no zone of a goal; allowed: cheeks");
    refuses("settings: {zones: [{zone: full_face}]}\n", "allowed: cheeks");
    refuses("goals: []\nsettings: {zones: [{zone: cheeks}]}\n", "no zone, as there is no goal");
}

static void the_parts_of_a_goal_are_its_zones(void **state) {
    (void)state;
    people_claim(check("goals: [{indication: wrinkles, zones: [full_face]}]\n"
                       "settings: {zones: [{zone: forehead, passes: 2}, {zone: chin}]}\n"));
}

static void a_zone_that_stands_twice_is_refused(void **state) {
    (void)state;
    refuses("settings: {zones: [{zone: cheeks, passes: 2}, {zone: cheeks, passes: 3}]}\n",
            "settings.zones[1].zone: cheeks: stands here twice; allowed: each zone once");
}

static void a_needle_set_of_another_device_is_refused(void **state) {
    (void)state;
    refuses("settings: {zones: [{zone: cheeks, cartridge: dermapen_4_36}]}\n",
            "is taken by no device at hand; allowed: pen_6, pen_9, pen_12, pen_14, pen_36");
    refuses("devices: [roller]\nsettings: {zones: [{zone: cheeks, cartridge: pen_12}]}\n",
            "each device at hand has one needle set");
    refuses("settings: {zones: [{zone: cheeks, cartridge: pen_13}]}\n", "did you mean");
}

static void an_interval_is_whole_days(void **state) {
    (void)state;
    refuses("settings: {interval: \"10.5 d\"}\n", "settings.interval: 10.5 d: is no whole number");
    refuses("settings: {interval: \"1.5 w\"}\n", "settings.interval: 1.5 w: is no whole number");
    people_claim(check("settings: {interval: \"3 w\"}\n"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settings_that_fit_are_taken),
        cmocka_unit_test(a_zone_that_is_no_goal_is_refused),
        cmocka_unit_test(the_parts_of_a_goal_are_its_zones),
        cmocka_unit_test(a_zone_that_stands_twice_is_refused),
        cmocka_unit_test(a_needle_set_of_another_device_is_refused),
        cmocka_unit_test(an_interval_is_whole_days),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
