// test_closing: what a plan says and closes beyond its settings.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

static const struct plan_alternative *way(const struct person *person, const char *id) {
    const struct plan_alternative *ways = person->plan.alternatives.items;
    for (int i = 0; i < person->plan.alternatives.n; i++)
        if (text_equal(ways[i].id, id)) return &ways[i];
    return NULL;
}

static const char *remark(const struct person *person, const char *id) {
    const struct plan_remark *remarks = person->plan.remarks.items;
    for (int i = 0; i < person->plan.remarks.n; i++)
        if (text_equal(remarks[i].id, id)) return remarks[i].text;
    return NULL;
}

// ---- other ways ----

static void a_keloid_closes_every_way_that_wounds_with_its_reason(void **state) {
    static const char *const wounding[] = {"laser_ablative", "surgery"};
    (void)state;
    const struct person *fatima = people_example("fatima-al-mansouri");
    for (int i = 0; i < 2; i++) {
        const struct plan_alternative *one = way(fatima, wounding[i]);
        assert_false(one->allowed);
        assert_non_null(strstr(one->because, "A keloid or raised scar has formed before"));
        assert_null(one->total);
        assert_true(view_has(&one->sources, "default"));
        assert_int_equal(one->status, STATUS_DEFAULT);
        assert_int_equal(one->grade, GRADE_D);
    }
    assert_true(way(fatima, "nothing")->allowed);
}

static void what_is_infected_or_open_closes_ways_that_wound_and_no_cream(void **state) {
    static const char *const codes[] = {"skin_infection", "open_wound"};
    (void)state;
    for (int i = 0; i < 2; i++) {
        const struct person *person = people_of(arena_format(
            &people_arena, "conditions: [{code: %s, status: active, zones: [cheeks]}]", codes[i]));
        assert_false(way(person, "laser_nonablative")->allowed);
        assert_false(way(person, "peel")->allowed);
        assert_true(way(person, "cream_acne_scars")->allowed);
    }
}

// Heat and implants are no matter of wounds, nor is what lies outside the zones asked for.
static void what_is_not_about_wounds_closes_no_other_way(void **state) {
    (void)state;
    assert_true(way(people_of("implants: [{code: pacemaker}]\n"), "surgery")->allowed);
    assert_true(way(people_of("conditions: [{code: skin_infection, status: active, zones: "
                              "[chin]}]\n"),
                    "laser_ablative")
                    ->allowed);
}

static void a_way_says_whether_it_was_screened(void **state) {
    (void)state;
    const struct person *person = people_of("{}\n");
    assert_true(way(person, "nothing")->screened);
    assert_true(way(person, "rf")->screened);
    assert_false(way(person, "surgery")->screened);
}

// ---- aftercare ----

static const struct plan_advice *advice(const struct person *person, const char *id) {
    const struct plan_advice *all = person->plan.aftercare.items;
    for (int i = 0; i < person->plan.aftercare.n; i++)
        if (text_equal(all[i].id, id)) return &all[i];
    return NULL;
}

static void medicines_numbing_and_home_devices_are_advised_without_an_end(void **state) {
    static const char *const ids[] = {"prescribed", "numbing_home", "home_device"};
    (void)state;
    const struct person   *person = people_example("margaret-thornton");
    const struct plan_day *days   = person->plan.calendar.items;
    date_day               last   = days[person->plan.calendar.n - 1].date.day;
    for (int i = 0; i < 3; i++) {
        assert_true(advice(person, ids[i])->always);
        assert_int_equal(advice(person, ids[i])->to.day, last);
    }
    assert_false(advice(person, "makeup")->always);
    assert_true(advice(person, "makeup")->to.day < last);
}

// ---- the calendar ----

static const struct plan_day *entry(const struct person *person, int kind, const char *part) {
    const struct plan_day *days = person->plan.calendar.items;
    for (int i = 0; i < person->plan.calendar.n; i++)
        if (days[i].kind == kind && strstr(days[i].text, part)) return &days[i];
    return NULL;
}

static void a_test_spot_is_set_where_its_zones_are(void **state) {
    (void)state;
    const struct person *priya = people_example("priya-raman");
    assert_non_null(entry(priya, DAY_TEST_SPOT, "at an edge of the zone itself (belly)"));
    assert_null(entry(priya, DAY_TEST_SPOT, "ear"));
    assert_non_null(entry(people_of("phototype: 5\n"), DAY_TEST_SPOT, " before the ear,"));
    assert_non_null(entry(people_of("phototype: 5\ngoals: [{indication: hair_loss, zones: "
                                    "[scalp], diagnosed: yes}]\n"),
                          DAY_TEST_SPOT, " behind the ear,"));
    const struct person *both = people_of("phototype: 5\ngoals: [{indication: striae, zones: "
                                          "[abdomen]}, {indication: wrinkles, zones: [cheeks, "
                                          "neck]}]\n");
    assert_non_null(entry(both, DAY_TEST_SPOT, "(belly); before the ear, read"));
}

static void the_day_a_planned_spot_is_read_stands_in_the_calendar(void **state) {
    (void)state;
    const struct person   *daniel = people_example("daniel-reyes");
    const struct plan_day *read   = entry(daniel, DAY_REVIEW, "test spot is read");
    assert_int_equal(read->date.day, people_day("2026-08-17"));
    assert_int_equal(read->date.day - entry(daniel, DAY_TEST_SPOT, "")->date.day, 28);
}

static void a_letter_asked_for_is_not_asked_for_again(void **state) {
    (void)state;
    const struct person   *priya = people_example("priya-raman");
    const struct plan_day *asked = entry(priya, DAY_PREPARATION, "Letter asked for on 25 February");
    assert_non_null(asked);
    assert_int_equal(asked->clinic, FIELD_BOOL_TRUE);
    assert_null(entry(priya, DAY_PREPARATION, "Ask for a letter"));
    const struct person *new   = people_of("allergies: [{code: nickel}]\n");
    const struct plan_day *ask = entry(new, DAY_PREPARATION, "Ask for a letter");
    assert_non_null(ask);
    assert_int_equal(ask->clinic, 0);
}

// ---- without a sitting ----

static void without_a_planned_sitting_nothing_is_said_of_one(void **state) {
    (void)state;
    const struct person *daniel = people_example("daniel-reyes");
    const struct person *leila  = people_example("leila-haddad");
    const struct person *elena  = people_example("elena-petrova");
    assert_string_equal(people_dates(daniel), "");
    assert_int_equal(daniel->plan.zones.n, 2);
    assert_false(people_remarked(daniel, "plan.beyond_dermis"));
    assert_false(people_remarked(daniel, "safety.settings"));
    assert_false(people_remarked(daniel, "plan.result_wait"));
    assert_true(people_remarked(daniel, "plan.none_fits"));
    assert_int_equal(daniel->plan.risks.n + leila->plan.risks.n + elena->plan.risks.n, 0);
    assert_int_equal(daniel->plan.watch.n + leila->plan.watch.n, 0);
    assert_true(elena->plan.watch.n > 0);   // was treated
    assert_true(people_remarked(people_example("amara-okafor"), "plan.beyond_dermis"));
}

static const struct plan_advice *meanwhile(const struct person *person, const char *id) {
    const struct plan_advice *all = person->plan.meanwhile.items;
    for (int i = 0; i < person->plan.meanwhile.n; i++)
        if (text_equal(all[i].id, id)) return &all[i];
    return NULL;
}

static void who_is_not_treated_is_told_of_shade_and_sunscreen(void **state) {
    (void)state;
    const struct plan_advice *shade = meanwhile(people_example("leila-haddad"), "shade");
    assert_non_null(strstr(shade->text, "sunscreen"));
    assert_true(shade->is_do && shade->sources.n > 0);
    assert_non_null(meanwhile(people_example("leila-haddad"), "no_home_needling"));
    assert_null(meanwhile(people_of("phototype: 2\ngoals: []\n"), "shade"));
    assert_int_equal(people_example("amara-okafor")->plan.meanwhile.n, 0);
}

static void what_is_paid_for_is_not_to_come(void **state) {
    (void)state;
    const struct plan_price *amara = people_example("amara-okafor")->plan.price;
    assert_true(amara->total->value.value == 1280 && amara->to_come->value.value == 640);
    assert_string_equal(remark(people_example("amara-okafor"), "plan.price_to_come"),
                        "Still to come: 2 of the 4 treatments, 640 USD. All 4: 1280 USD.");
    assert_null(remark(people_of("{}\n"), "plan.price_to_come"));
    const struct plan_price *fresh = people_of("{}\n")->plan.price;
    assert_true(fresh->total->value.value == fresh->to_come->value.value);
    assert_null(people_example("elena-petrova")->plan.price->to_come);
}

// ---- wishes that cannot both be met ----

static const struct plan_clash *clash(const struct person *person, const char *one,
                                      const char *other) {
    const struct plan_clash *all = person->plan.clashes.items;
    for (int i = 0; i < person->plan.clashes.n; i++)
        if (text_equal(all[i].one, one) && text_equal(all[i].other, other)) return &all[i];
    return NULL;
}

static void a_clash_names_its_event_its_dates_and_what_fits(void **state) {
    (void)state;
    const struct person     *margaret = people_example("margaret-thornton");
    const struct plan_clash *wedding  = clash(margaret, "events", "interval");
    assert_non_null(strstr(wedding->text, "16 May 2026 (daughter's wedding) with 14 days clear"));
    assert_non_null(strstr(wedding->text, "Before it: 2. Treatment 3 is on 18 May 2026."));
    assert_non_null(strstr(clash(margaret, "result_by", "review")->text,
                           "wanted by 16 May 2026; it can be judged from 17 August 2026"));
    const struct person *daniel = people_example("daniel-reyes");
    const char          *late   = clash(daniel, "latest_date", "screening")->text;
    assert_non_null(strstr(late, "1 May 2026, the latest date wished for: 0 of 1"));
    assert_non_null(strstr(late, "none before 17 August 2026"));
}

// Every pair that is found has its words, with every place filled.
static void every_clash_is_told_with_a_way_out(void **state) {
    static const char *const wishes[] = {
        "sessions_min: 5, sessions_max: 4",
        "budget: \"300 USD\"",
        "latest_date: 2026-03-20",
        "latest_date: 2026-05-01, days_away: [{from: 2026-03-03, to: 2026-04-25}]",
        "latest_date: 2026-05-01, events: [{date: 2026-04-25, clear_days: \"50 d\"}]",
        "events: [{date: 2026-04-25, clear_days: \"21 d\"}]",
        "days_away: [{from: 2026-04-01, to: 2026-06-01}]",
        "downtime: \"1 d\"",
        "visit_minutes: \"20 min\", sessions_max: 4",
        "result_by: 2026-06-01"};
    (void)state;
    for (int i = 0; i < (int)(sizeof wishes / sizeof *wishes); i++) {
        const struct person *person =
            people_of(arena_format(&people_arena, "limits: {%s}\n", wishes[i]));
        const struct names      *pairs   = person->plan.conflicts.items;
        const struct plan_clash *clashes = person->plan.clashes.items;
        assert_true(person->plan.conflicts.n > 0);
        assert_int_equal(person->plan.clashes.n, person->plan.conflicts.n);
        for (int k = 0; k < person->plan.clashes.n; k++) {
            assert_string_equal(clashes[k].one, pairs[k].items[0]);
            assert_string_equal(clashes[k].other, pairs[k].items[1]);
            assert_true(strlen(clashes[k].text) > 20 && strlen(clashes[k].way_out) > 10);
            assert_null(strpbrk(clashes[k].text, "{}"));
            assert_null(strpbrk(clashes[k].way_out, "{}"));
        }
    }
}

// ---- what the person need not meet ----

static const struct finding *finding(const struct person *person, const char *id) {
    const struct finding *all = person->screening.findings.items;
    for (int i = 0; i < person->screening.findings.n; i++)
        if (text_equal(all[i].id, id)) return &all[i];
    return NULL;
}

static void a_substance_nobody_wished_for_is_no_matter_of_the_person(void **state) {
    static const char *const unknown = "conditions: [{code: thrombosis, status: unknown}]\n%s";
    (void)state;
    const struct person *none = people_of(arena_format(&people_arena, unknown, ""));
    const struct person *wish =
        people_of(arena_format(&people_arena, unknown, "agents: [tranexamic_acid]\n"));
    assert_int_equal(finding(none, "CI-53")->is_private, FIELD_BOOL_TRUE);
    assert_int_not_equal(finding(wish, "CI-53")->is_private, FIELD_BOOL_TRUE);
    const struct person *cream = people_of("allergies: [{code: lidocaine}, {code: latex}]\n");
    assert_int_not_equal(finding(cream, "CI-44")->is_private, FIELD_BOOL_TRUE);
    assert_int_not_equal(finding(cream, "AM-10")->is_private, FIELD_BOOL_TRUE);
}

// ---- what was given and seen ----

static void the_last_setting_of_a_zone_stands_beside_the_planned_one(void **state) {
    (void)state;
    const struct person *amara = people_example("amara-okafor");
    const char          *last  = remark(amara, "plan.given_last");
    assert_non_null(strstr(last, "2 February 2026"));
    assert_non_null(strstr(last, "1 mm (left cheekbone: early pinpoint, stopped)"));
    assert_non_null(strstr(last, "Now 1.25 mm"));
    assert_true(view_has(&people_zone(amara, "cheeks")->remarks, last));
    assert_non_null(strstr(remark(amara, "plan.given_deeper"), "1 mm"));
    assert_null(remark(amara, "plan.given_no_setting"));
    assert_null(remark(people_of("{}\n"), "plan.given_last"));
}

static void a_depth_the_device_cannot_be_set_to_is_said(void **state) {
    (void)state;
    const struct person *jonas = people_example("jonas-lindqvist");
    assert_non_null(strstr(remark(jonas, "plan.given_last"), "0.6 mm (pink). Now 0.5 mm"));
    assert_non_null(strstr(remark(jonas, "plan.given_no_setting"), "0.6 mm"));
    assert_null(remark(jonas, "plan.given_deeper"));
}

static void a_plan_deeper_than_the_last_sitting_is_a_caution(void **state) {
    static const char *const yaml =
        "given: [{number: 1, date: 2026-01-05, zones: [{zone: full_face, device: pen, depth: "
        "\"%s mm\"}]}]\n";
    (void)state;
    const struct person *same = people_of(arena_format(&people_arena, yaml, "1.5"));
    const struct person *less = people_of(arena_format(&people_arena, yaml, "0.5"));
    assert_int_equal(less->plan.verdict, CLASS_CAUTION);
    assert_non_null(remark(less, "plan.given_deeper"));
    assert_null(remark(same, "plan.given_deeper"));
}

static void what_was_seen_stands_with_what_it_was_before(void **state) {
    (void)state;
    const struct person    *elena = people_example("elena-petrova");
    const struct plan_seen *seen  = elena->plan.seen.items;
    assert_int_equal(elena->plan.seen.n, 1);
    assert_true(seen->value.value == 3 && seen->start.value == 4);
    assert_true(seen->month.value == 2);
    assert_non_null(
        strstr(remark(elena, "plan.result_seen_from"), "3 on 5 January 2026, 4 before"));
    const struct plan_seen *jonas = people_example("jonas-lindqvist")->plan.seen.items;
    assert_true(jonas->value.value == 142 && !jonas->start.is_known && !jonas->month.is_known);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_keloid_closes_every_way_that_wounds_with_its_reason),
        cmocka_unit_test(what_is_infected_or_open_closes_ways_that_wound_and_no_cream),
        cmocka_unit_test(what_is_not_about_wounds_closes_no_other_way),
        cmocka_unit_test(a_way_says_whether_it_was_screened),
        cmocka_unit_test(medicines_numbing_and_home_devices_are_advised_without_an_end),
        cmocka_unit_test(a_test_spot_is_set_where_its_zones_are),
        cmocka_unit_test(the_day_a_planned_spot_is_read_stands_in_the_calendar),
        cmocka_unit_test(a_letter_asked_for_is_not_asked_for_again),
        cmocka_unit_test(without_a_planned_sitting_nothing_is_said_of_one),
        cmocka_unit_test(who_is_not_treated_is_told_of_shade_and_sunscreen),
        cmocka_unit_test(what_is_paid_for_is_not_to_come),
        cmocka_unit_test(a_clash_names_its_event_its_dates_and_what_fits),
        cmocka_unit_test(every_clash_is_told_with_a_way_out),
        cmocka_unit_test(a_substance_nobody_wished_for_is_no_matter_of_the_person),
        cmocka_unit_test(the_last_setting_of_a_zone_stands_beside_the_planned_one),
        cmocka_unit_test(a_depth_the_device_cannot_be_set_to_is_said),
        cmocka_unit_test(a_plan_deeper_than_the_last_sitting_is_a_caution),
        cmocka_unit_test(what_was_seen_stands_with_what_it_was_before),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
