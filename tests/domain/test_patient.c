// test_patient: facts that contradict one another, facts that only surprise, and the age on a day.
// SPDX-License-Identifier: Apache-2.0
#include "domain/patient.h"

#include "domain/clinic.h"
#include "tests/base/test_doc.h"

struct refusal {
    const char *yaml, *fault;   // how the fault begins
};

static date_day day(void) { return date_of(2026, 3, 2); }

static enum status read_patient(struct world *world, const char *yaml, struct patient *patient) {
    struct field_reader reader = {NULL, 0, &world->arena, &world->fault};
    return patient_read(patient, read_yaml(world, yaml), day(), &reader);
}

static void all_refused(struct world *world, const struct refusal *refusals, size_t n) {
    for (size_t i = 0; i < n; i++) {
        struct patient patient;
        enum status    status = read_patient(world, refusals[i].yaml, &patient);
        const char    *said   = status ? world->fault.text : "accepted";
        if (status != ST_CONTENT) fail_msg("%s: %s", refusals[i].yaml, said);
        if (!text_starts(said, refusals[i].fault))
            fail_msg("%s\n, not %s", said, refusals[i].fault);
        if (!strstr(said, "; allowed: ")) fail_msg("%s", said);
    }
}

#define ALL_REFUSED(world, refusals)                                                               \
    all_refused(world, refusals, sizeof(refusals) / sizeof *(refusals))

static void a_fact_of_the_future_is_refused(void **state) {
    static const struct refusal refusals[] = {
        {"birth_date: 2026-03-03\n", "f:1:13: birth_date: 2026-03-03: lies after the day of the "
                                     "plan; allowed: a day up to 2026-03-02"},
        {"recorded_on: 2026-03-03\n", "f:1:14: recorded_on: 2026-03-03: lies after"},
        {"pregnancy_test: 2027-01-01\n", "f:1:17: pregnancy_test: 2027-01-01: lies after"},
        {"goals: [{indication: a, zones: [b], scar_date: 2026-03-03}]\n",
         "f:1:48: goals[0].scar_date: 2026-03-03: lies after"},
        {"conditions: [{code: a, since: 2026-03-03}]\n", "f:1:31: conditions[0].since: 2026-03-03"},
        {"conditions: [{code: a}, {code: a, ended: 2026-03-03}]\n", "f:1:42: conditions[1].ended:"},
        {"medications: [{code: a, started: 2026-03-03}]\n", "f:1:34: medications[0].started: "},
        {"medications: [{code: a, stopped: 2026-03-03}]\n", "f:1:34: medications[0].stopped: "},
        {"procedures: [{code: a, date: 2026-03-03}]\n", "f:1:30: procedures[0].date: 2026-03-03"},
        {"exposures: [{code: a, date: 2026-03-03}]\n", "f:1:29: exposures[0].date: 2026-03-03"},
        {"exposures: [{code: a, resolved: 2026-03-03}]\n", "f:1:33: exposures[0].resolved: "},
        {"test_spots: [{read: 2026-03-03}]\n", "f:1:21: test_spots[0].read: 2026-03-03: lies"},
        {"clearances: [{rule: a, received: 2026-03-03}]\n", "f:1:34: clearances[0].received: "},
        {"given: [{date: 2026-03-03}]\n", "f:1:16: given[0].date: 2026-03-03: lies after"},
        {"given: [{date: 2026-02-01, reactions: [{code: a, since: 2026-03-03}]}]\n",
         "f:1:57: given[0].reactions[0].since: 2026-03-03: lies after"},
        {"given: [{date: 2026-02-01, reactions: [{code: a, ended: 2026-03-03}]}]\n",
         "f:1:57: given[0].reactions[0].ended: 2026-03-03: lies after"},
        {"outcomes: [{date: 2026-03-03, scale: a, value: 1}]\n", "f:1:19: outcomes[0].date: "},
    };
    ALL_REFUSED(*state, refusals);
}

static void a_sitting_out_of_its_place_is_refused(void **state) {
    static const struct refusal refusals[] = {
        {"given: [{number: 2, date: 2026-01-05}]\n",
         "f:1:18: given[0].number: 2: is not its place in the course; allowed: 1 ("},
        {"given: [{number: 1, date: 2026-01-05}, {number: 1, date: 2026-02-02}]\n",
         "f:1:49: given[1].number: 1: is not its place in the course; allowed: 2 ("},
        {"given: [{number: 1, date: 2026-01-05}, {number: 9, date: 2026-02-02}]\n",
         "f:1:49: given[1].number: 9: is not its place in the course; allowed: 2 ("},
        {"given: [{number: 2, date: 2026-01-05}, {number: 1, date: 2026-02-02}]\n",
         "f:1:18: given[0].number: 2: is not its place in the course; allowed: 1 ("},
        {"given: [{date: 2026-01-05, status: cancelled}, {number: 2, date: 2026-02-02}]\n",
         "f:1:57: given[1].number: 2: is not its place in the course; allowed: 1 ("},
        {"given: [{date: 2026-01-05, status: planned}, {date: 2026-02-02}]\n",
         "f:1:36: given[0].status: planned: stands before a sitting that was given; allowed: "
         "given or cancelled"},
    };
    ALL_REFUSED(*state, refusals);
}

static void a_sitting_without_a_number_takes_its_place(void **state) {
    struct patient patient;
    assert_int_equal(read_patient(*state,
                                  "given: [{date: 2026-01-05}, {date: 2026-01-12, status: "
                                  "cancelled}, {number: 2, date: 2026-02-02}, {date: 2026-03-09, "
                                  "status: planned}]\n",
                                  &patient),
                     ST_OK);
    static const int              places[] = {1, 2, 2, 3};
    const struct patient_sitting *given    = patient.given.items;
    for (int i = 0; i < 4; i++) assert_int_equal((int)given[i].number.value, places[i]);
}

static void what_ends_before_it_begins_is_refused(void **state) {
    static const struct refusal refusals[] = {
        {"medications: [{code: a, started: 2026-02-02, stopped: 2026-02-01}]\n",
         "f:1:55: medications[0].stopped: 2026-02-01: lies before started; allowed: a day from "
         "2026-02-02"},
        {"conditions: [{code: a, since: 2026-02-02, ended: 2026-02-01}]\n",
         "f:1:50: conditions[0].ended: 2026-02-01: lies before since"},
        {"exposures: [{code: a, date: 2026-02-02, resolved: 2026-02-01}]\n",
         "f:1:51: exposures[0].resolved: 2026-02-01: lies before date"},
        {"test_spots: [{date: 2026-02-02, read: 2026-02-01}]\n",
         "f:1:39: test_spots[0].read: 2026-02-01: lies before date"},
        {"clearances: [{rule: a, asked: 2026-02-02, received: 2026-02-01}]\n",
         "f:1:53: clearances[0].received: 2026-02-01: lies before asked"},
        {"given: [{date: 2026-02-02}, {date: 2026-02-01}]\n",
         "f:1:36: given[1].date: 2026-02-01: lies before the sitting before"},
        {"given: [{date: 2026-02-01, reactions: [{code: a, since: 2026-01-31}]}]\n",
         "f:1:57: given[0].reactions[0].since: 2026-01-31: lies before the sitting"},
        {"given: [{date: 2026-02-01, reactions: [{code: a, since: 2026-02-05, ended: "
         "2026-02-04}]}]\n",
         "f:1:76: given[0].reactions[0].ended: 2026-02-04: lies before since"},
        {"limits: {days_away: [{from: 2026-05-01, to: 2026-05-02}, {from: 2026-05-02, to: "
         "2026-05-01}]}\n",
         "f:1:81: limits.days_away[1].to: 2026-05-01: lies before from"},
    };
    ALL_REFUSED(*state, refusals);
}

static void what_began_before_birth_is_refused(void **state) {
    static const struct refusal refusals[] = {
        {"birth_date: 2000-01-02\nconditions: [{code: a, since: 2000-01-01}]\n",
         "f:2:31: conditions[0].since: 2000-01-01: lies before birth_date; allowed: a day from "
         "2000-01-02"},
        {"birth_date: 2000-01-02\nmedications: [{code: a, started: 1999-01-01}]\n",
         "f:2:34: medications[0].started: 1999-01-01: lies before birth_date"},
        {"birth_date: 2000-01-02\nmedications: [{code: a, stopped: 1999-01-01}]\n",
         "f:2:34: medications[0].stopped: 1999-01-01: lies before birth_date"},
        {"birth_date: 2000-01-02\nprocedures: [{code: a, date: 1999-01-01}]\n",
         "f:2:30: procedures[0].date: 1999-01-01: lies before birth_date"},
        {"birth_date: 2000-01-02\ngiven: [{date: 1999-01-01}]\n",
         "f:2:16: given[0].date: 1999-01-01: lies before birth_date"},
        {"birth_date: 2000-01-02\ngoals: [{indication: a, zones: [b], scar_date: 1999-01-01}]\n",
         "f:2:48: goals[0].scar_date: 1999-01-01: lies before birth_date"},
    };
    ALL_REFUSED(*state, refusals);
}

static void facts_that_contradict_one_another_are_refused(void **state) {
    static const struct refusal refusals[] = {
        {"birth_date: 1905-01-01\n", "f:1:13: birth_date: 1905-01-01: makes the person older than"},
        {"birth_date: 1990-01-01\nage: 30\n", "f:2:6: age: 30: contradicts birth_date"},
        {"birth_date: 1990-01-01\nage: 38\n", "f:2:6: age: 38: contradicts birth_date"},
        {"pregnant: no\ndue_date: 2026-06-01\n",
         "f:2:11: due_date: 2026-06-01: contradicts pregnant: no"},
        {"pregnant: yes\ndue_date: 2027-01-07\n",
         "f:2:11: due_date: 2027-01-07: lies further off than a pregnancy lasts"},
        {"due_date: 2027-01-07\n", "f:1:11: due_date: 2027-01-07: lies further off"},
        {"pregnant: yes\ndue_date: 2025-12-31\n", "f:2:11: due_date: 2025-12-31: is long past"},
        {"conditions: [{code: a, status: active, ended: 2026-02-01}]\n",
         "f:1:47: conditions[0].ended: 2026-02-01: contradicts a status that says it is there"},
        {"conditions: [{code: a, status: resolved, ended: ongoing}]\n",
         "f:1:49: conditions[0].ended: ongoing: contradicts status: resolved"},
        {"{conditions: [{code: care, zones: []}]}",
         "f:1:35: conditions[0].zones: []: names no zone"},
        {"{procedures: [{code: cut, date: 2026-01-01, zones: []}]}",
         "f:1:52: procedures[0].zones: []: names no zone"},
        {"goals: [{indication: a, zones: []}]\n", "f:1:32: goals[0].zones: "},
    };
    ALL_REFUSED(*state, refusals);
}

static void facts_that_only_surprise_are_taken(void **state) {
    struct world            *world   = *state;
    static const char *const facts[] = {
        "sex: male\npregnant: yes\n",
        "age: 70\npregnant: yes\n",
        "sex: male\nbreastfeeding: yes\n",
        "pregnant: yes\ndue_date: 2027-01-06\n",
        "pregnant: yes\ndue_date: 2026-01-01\n",
        "pregnant: no\ndue_date: 2026-03-02\n",
        "pregnant: unknown\ndue_date: 2026-06-01\n",
        "birth_date: 1990-01-01\nage: 35\n",
        "birth_date: 1990-01-01\nage: 36\n",
        "birth_date: 1990-01-01\nage: 37\n",
        "birth_date: 2026-03-02\n",
        "medications: [{code: a, started: 2026-02-01, stopped: 2026-02-01}]\n",
        "medications: [{code: a, started: 2026-03-02, stopped: ongoing}]\n",
        "medications: [{code: a, started: unknown, stopped: unknown}]\n",
        "conditions: [{code: a, status: active, ended: ongoing}]\n",
        "conditions: [{code: a, status: active, ended: unknown}]\n",
        "conditions: [{code: a}, {code: a}]\n",
        "given: [{date: 2026-04-01, status: planned}]\n",
        "given: [{date: 2026-04-01, status: cancelled}]\n",
        "given: [{date: 2026-02-01}, {date: 2026-02-01}]\n",
        "test_spots: [{date: 2026-04-01}]\n",
        "limits: {days_away: [{from: 2026-05-01, to: 2026-05-01}]}\n",
        "overrides: [{rule: CI-01, date: 2027-01-01}]\n",
        "limits: {sessions_min: 6, sessions_max: 3}\n",
        "birth_date: 2000-01-02\nconditions: [{code: a, since: 2000-01-02}]\n",
        "{}\n",
    };
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        struct patient patient;
        if (read_patient(world, facts[i], &patient) != ST_OK)
            fail_msg("%s: %s", facts[i], world->fault.text);
    }
}

static void absent_and_empty_are_told_apart(void **state) {
    struct world  *world = *state;
    struct patient patient;
    assert_int_equal(read_patient(world, "conditions: []\n", &patient), ST_OK);
    assert_true(patient.conditions.is_present && patient.conditions.n == 0);
    assert_false(patient.medications.is_present || patient.devices.is_present);
    assert_int_equal(patient.pregnant, FACT_ABSENT);
    assert_false(patient.weight.is_known);
    assert_null(patient.limits);
}

static void days_without_a_unit_are_taken_as_days(void **state) {
    struct world  *world = *state;
    struct patient patient;
    const char    *yaml = "limits: {interval_min: 14, visit_minutes: '45', downtime: 4 d,\n"
                          "  events: [{date: 2026-05-01, clear_days: 7}]}\n";
    if (read_patient(world, yaml, &patient) != ST_OK) fail_msg("%s", world->fault.text);
    assert_true(patient.limits->interval_min.value == 14);
    assert_true(patient.limits->visit_minutes.value == 45);
    assert_true(((struct patient_event *)patient.limits->events.items)->clear_days.value == 7);
    assert_int_equal(read_patient(world, "limits: {downtime: 4}\n", &patient), ST_CONTENT);
}

static void the_age_is_reckoned_on_the_day(void **state) {
    struct world  *world = *state;
    struct patient patient;
    assert_int_equal(read_patient(world, "birth_date: 2008-03-02\n", &patient), ST_OK);
    assert_int_equal(patient_age(&patient, day()), 18);
    assert_int_equal(patient_age(&patient, day() - 1), 17);
    assert_int_equal(read_patient(world, "age: 41\n", &patient), ST_OK);
    assert_int_equal(patient_age(&patient, day()), 41);
    assert_int_equal(read_patient(world, "{}\n", &patient), ST_OK);
    assert_int_equal(patient_age(&patient, day()), -1);
}

static void read_clinic(struct world *world, const char *yaml, struct clinic *clinic) {
    struct field_reader reader = {NULL, 0, &world->arena, &world->fault};
    if (clinic_read(clinic, read_yaml(world, yaml), &reader) != ST_OK)
        fail_msg("%s: %s", yaml, world->fault.text);
}

static void a_clinic_is_open_on_its_days_and_not_on_its_holidays(void **state) {
    struct world *world = *state;
    struct clinic clinic;
    date_day      monday = day();
    assert_int_equal(date_weekday(monday), 0);
    read_clinic(world,
                "name: a\ncurrency: USD\nopening_days: [mon, wed]\n"
                "closed: [{from: 2026-03-09, to: 2026-03-10}]\n",
                &clinic);
    static const bool opens[] = {true, false, true, false, false, false, false, false, false, true};
    for (int i = 0; i < 10; i++) assert_true(clinic_is_open(&clinic, monday + i) == opens[i]);
    assert_int_equal(clinic_open_from(&clinic, monday + 1), monday + 2);
    assert_int_equal(clinic_open_from(&clinic, monday + 3), monday + 9);
    read_clinic(world, "name: a\ncurrency: USD\nopening_days: []\n", &clinic);
    assert_int_equal(clinic_open_from(&clinic, monday), 0);
    read_clinic(world, "name: a\ncurrency: USD\n", &clinic);
    assert_int_equal(clinic_open_from(&clinic, monday), monday);
}

static void a_clinic_that_closes_until_before_it_closes_is_refused(void **state) {
    struct world       *world  = *state;
    struct field_reader reader = {NULL, 0, &world->arena, &world->fault};
    struct clinic       clinic;
    const char         *yaml = "name: a\ncurrency: USD\nclosed:\n"
                               "- {from: 2026-03-09, to: 2026-03-09}\n"
                               "- {from: 2026-03-09, to: 2026-03-08}\n";
    assert_int_equal(clinic_read(&clinic, read_yaml(world, yaml), &reader), ST_CONTENT);
    if (!text_starts(world->fault.text, "f:5:26: closed[1].to: 2026-03-08: lies before from; "
                                        "allowed: a day from 2026-03-09"))
        fail_msg("%s", world->fault.text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(a_fact_of_the_future_is_refused),
        IN_WORLD(what_ends_before_it_begins_is_refused),
        IN_WORLD(a_sitting_out_of_its_place_is_refused),
        IN_WORLD(a_sitting_without_a_number_takes_its_place),
        IN_WORLD(what_began_before_birth_is_refused),
        IN_WORLD(facts_that_contradict_one_another_are_refused),
        IN_WORLD(facts_that_only_surprise_are_taken),
        IN_WORLD(absent_and_empty_are_told_apart),
        IN_WORLD(days_without_a_unit_are_taken_as_days),
        IN_WORLD(the_age_is_reckoned_on_the_day),
        IN_WORLD(a_clinic_that_closes_until_before_it_closes_is_refused),
        IN_WORLD(a_clinic_is_open_on_its_days_and_not_on_its_holidays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
