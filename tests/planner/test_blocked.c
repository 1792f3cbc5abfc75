// test_blocked: a day is covered by a row if and only if schedule gives it to no sitting.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

#include "planner/blocked.h"
#include "planner/numbing.h"
#include "planner/part.h"
#include "planner/price.h"
#include "planner/schedule.h"
#include "planner/series.h"
#include "planner/settings.h"

enum { HORIZON_DAYS = 420 };

static const char *const examples[] = {
    "amara-okafor",          "cold-sore-today",     "daniel-reyes",      "elena-petrova",
    "fatima-al-mansouri",    "insulin-pump-rf",     "jonas-lindqvist",   "kwame-mensah",
    "leila-haddad",          "lidocaine-allergy",   "margaret-thornton", "mei-zhou",
    "priya-raman",           "scar-eight-weeks",    "seventeen",         "skin-type-unknown",
    "three-zones-one-visit", "warfarin-inr-unknown"};
enum { EXAMPLES = sizeof examples / sizeof *examples };

// Wishes and a history, each laid over the neutral patient, and two that split a treatment.
static const char *const wishes[] = {
    "{}\n",
    "limits: {latest_date: 2026-06-01, events: [{date: 2026-04-10, clear_days: 9}, "
    "{name: a wedding, date: 2026-03-03}], days_away: [{from: 2026-02-01, to: 2026-03-04}, "
    "{from: 2026-03-20, to: 2026-04-02}]}\n",
    "limits: {interval_min: 40, sessions_max: 3}\n",
    "limits: {interval_min: 5}\n",
    "limits: {latest_date: 2026-03-01}\n",
    "given: [{date: 2026-03-02, zones: [{zone: cheeks}]}]\n",
    "given: [{date: 2026-02-20, zones: [{zone: cheeks}]}]\nlimits: {interval_min: 30}\n",
    "given: [{date: 2026-02-20, zones: [{zone: cheeks}]}, {date: 2026-03-25, status: planned, "
    "zones: [{zone: cheeks}]}, {date: 2026-04-09, status: planned, zones: [{zone: cheeks}]}]\n",
    "phototype: 6\n",
    "phototype: 6\nconditions: [{code: herpes_labialis, status: history}]\n"
    "limits: {days_away: [{from: 2026-03-03, to: 2026-03-10}]}\n",
    "goals: [{indication: acne_scars, zones: [full_face, neck, decollete]}]\n"
    "agents: [lidocaine_prilocaine_25_25]\nlimits: {interval_min: 31}\n",
    "goals: [{indication: striae, zones: [abdomen, thighs, back]}]\n"
    "agents: [lidocaine_prilocaine_25_25]\n"};
enum { WISHES = sizeof wishes / sizeof *wishes };

// A person's planning, up to the rows.
static struct planning *planned(struct person *person) {
    struct planning *planning = ARENA_NEW(&people_arena, struct planning, 1);
    person->plan              = (struct plan){.verdict = person->screening.verdict};
    *planning                 = (struct planning){.view      = &person->view,
                                                  .screening = &person->screening,
                                                  .limits    = &person->limits,
                                                  .members   = 20,
                                                  .seed      = 1,
                                                  .plan      = &person->plan,
                                                  .arena     = &people_arena,
                                                  .fault     = &people_fault};
    people_claim(settings_choose(planning));
    people_claim(numbing_plan(planning));
    price_session(planning);
    people_claim(series_plan(planning));
    people_claim(blocked_plan(planning));
    return planning;
}

static struct planning *planned_wish(int i) {
    struct person *person = ARENA_NEW(&people_arena, struct person, 1);
    people_claim(people_limited(person, wishes[i]));
    return planned(person);
}

static struct planning *planned_example(int i) { return planned(people_example(examples[i])); }

static bool meet(const struct names *one, const struct names *other) {
    for (int i = 0; i < one->n; i++)
        if (view_has(other, one->items[i])) return true;
    return false;
}

// Does a row stand against a sitting of these zones on that day?
static bool is_covered(const struct planning *planning, const struct names *zones, date_day day) {
    const struct plan_blocked *rows = planning->plan->blocked.items;
    for (int i = 0; i < planning->plan->blocked.n; i++) {
        bool is_in = day >= rows[i].from.day && (!rows[i].to.day || day <= rows[i].to.day);
        if (rows[i].weekdays.is_present)
            is_in = is_in && view_has(&rows[i].weekdays, clinic_weekdays[date_weekday(day)]);
        if (rows[i].zones.is_present) is_in = is_in && meet(&rows[i].zones, zones);
        if (is_in) return true;
    }
    return false;
}

// Schedule itself is asked: would one more sitting that is agreed for this day be on it, after the
// visits before that day?
static bool is_given(const struct planning *planning, int part, date_day day) {
    static const int     alone[] = {0};
    const struct when    agreed  = {.day = day};
    struct schedule_wish wish    = *planning->wish;
    for (int i = 0; i < planning->n_dates && planning->dates[i] < day; i++) {
        struct names zones = part_zones(planning, part);
        struct names old   = part_zones(planning, part_of(planning, i));
        if (wish.parts > 1 && day - planning->dates[i] < wish.split_days) return false;
        // A zone that is treated at several visits rests once the last of them is over.
        bool is_last = !meet(&zones, &old) ||
                       part_last_same(planning, part_of(planning, i)) == part_of(planning, i);
        if (wish.parts == 1 || (meet(&zones, &old) && is_last))
            wish.last_given = planning->dates[i];
    }
    wish.preferred = wish.first;
    wish.count = wish.parts = wish.n_agreed = 1;
    wish.last_same                          = alone;
    wish.agreed                             = &agreed;
    struct schedule_found found             = schedule_course(&wish);
    return found.n == 1 && found.dates[0] == day;
}

// Of a split treatment another one begins after its last visit: that is where it is asked for.
static int claim_days(const struct planning *planning) {
    int n = 0;
    for (int part = 0; planning->wish && part < planning->n_parts; part++) {
        struct names zones = part_zones(planning, part);
        date_day     begin = planning->view->on;
        if (planning->n_parts > 1 && planning->n_dates)
            begin = planning->dates[planning->n_dates - 1] + 1;
        for (date_day day = begin; day < planning->view->on + HORIZON_DAYS; day++, n++)
            if (is_given(planning, part, day) == is_covered(planning, &zones, day)) {
                char text[DATE_TEXT_BYTES];
                date_format(day, text);
                fail_msg("%s, part %d: covered %d", text, part, is_covered(planning, &zones, day));
            }
    }
    return n;
}

static void a_day_is_covered_if_schedule_gives_it_to_no_sitting(void **state) {
    (void)state;
    int n = 0;
    for (int i = 0; i < EXAMPLES; i++) n += claim_days(planned_example(i));
    for (int i = 0; i < WISHES; i++) n += claim_days(planned_wish(i));
    assert_true(n > 20 * HORIZON_DAYS);
}

static void claim_sittings(const struct planning *planning) {
    for (int i = 0; i < planning->n_dates; i++) {
        struct names zones = part_zones(planning, part_of(planning, i));
        assert_false(is_covered(planning, &zones, planning->dates[i]));
    }
}

static void no_planned_sitting_is_on_a_covered_day(void **state) {
    (void)state;
    int split = 0;
    for (int i = 0; i < EXAMPLES; i++) claim_sittings(planned_example(i));
    for (int i = 0; i < WISHES; i++) {
        struct planning *planning = planned_wish(i);
        claim_sittings(planning);
        split += planning->n_parts > 1;
    }
    assert_true(split >= 2);
}

static void rows_stand_by_date_and_say_why(void **state) {
    (void)state;
    for (int i = 0; i < EXAMPLES + WISHES; i++) {
        struct planning *planning = i < EXAMPLES ? planned_example(i) : planned_wish(i - EXAMPLES);
        const struct plan_blocked *rows = planning->plan->blocked.items;
        for (int k = 0; k < planning->plan->blocked.n; k++) {
            if (k) assert_true(rows[k].from.day >= rows[k - 1].from.day);
            assert_true(!rows[k].to.day || rows[k].to.day >= rows[k].from.day);
            assert_true(!rows[k].to.day || rows[k].to.day >= planning->view->on);
            assert_true(*rows[k].id && *rows[k].because && rows[k].sources.n > 0);
            assert_true(rows[k].status > 0);
            assert_null(strchr(rows[k].because, '{'));
        }
    }
}

static const struct plan_blocked *row_of(const struct planning *planning, int kind) {
    const struct plan_blocked *rows = planning->plan->blocked.items;
    for (int i = 0; i < planning->plan->blocked.n; i++)
        if (rows[i].kind == kind) return &rows[i];
    return NULL;
}

static void a_deferral_names_its_finding(void **state) {
    (void)state;
    const struct plan_blocked *row = row_of(planned_example(14), BLOCKED_DEFERRAL);   // seventeen
    assert_string_equal(row->id, "CI-48");
    assert_int_equal(row->to.day, people_day("2026-03-21"));
    row = row_of(planned_example(1), BLOCKED_FINDING);   // a cold sore today
    assert_string_equal(row->id, "CI-09");
    assert_int_equal(row->to.day, 0);
    assert_true(row->look_again.day > people_day("2026-03-02"));
}

static void what_a_finding_keeps_from_the_person_its_row_keeps(void **state) {
    (void)state;
    struct person *person = ARENA_NEW(&people_arena, struct person, 1);
    people_claim(people_limited(person, "expectations: unrealistic\n"));
    const struct plan_blocked *row = row_of(planned(person), BLOCKED_FINDING);
    assert_string_equal(row->id, "CI-54");
    assert_int_equal(row->is_private, FIELD_BOOL_TRUE);
    assert_int_equal(row_of(planned_example(1), BLOCKED_FINDING)->is_private, FIELD_BOOL_ABSENT);
}

static void a_wish_names_its_key_of_the_file(void **state) {
    (void)state;
    const struct planning     *planning = planned_wish(1);
    const struct plan_blocked *row      = row_of(planning, BLOCKED_EVENT);
    assert_string_equal(row->id, "limits.events[1]");
    assert_non_null(strstr(row->because, "a wedding"));
    assert_int_equal(row->from.day, row->to.day);
    assert_string_equal(row_of(planning, BLOCKED_AWAY)->id, "limits.days_away[0]");
    assert_int_equal(row_of(planning, BLOCKED_LATEST)->from.day, people_day("2026-06-02"));
    assert_string_equal(row_of(planning, BLOCKED_OPENING_DAYS)->weekdays.items[0], "sat");
    planning = planned_wish(2);
    assert_string_equal(row_of(planning, BLOCKED_INTERVAL)->id, "limits.interval_min");
    assert_int_equal(row_of(planning, BLOCKED_INTERVAL)->to.day - planning->dates[0], 39);
    assert_int_equal(row_of(planning, BLOCKED_HEALING)->to.day - planning->dates[0], 13);
    assert_null(row_of(planned_wish(3), BLOCKED_INTERVAL));   // shorter than the skin rests
}

static void a_day_that_the_clinic_is_closed_is_its_own_row(void **state) {
    (void)state;
    struct clinic_closed closed[] = {
        {{people_day("2026-04-03"), 0}, {people_day("2026-04-06"), 0}},
        {{people_day("2026-01-01"), 0}, {people_day("2026-01-01"), 0}}};
    struct list  before                 = people_clinic.closed;
    struct names open                   = people_clinic.opening_days;
    people_clinic.closed                = (struct list){closed, 2, true};
    people_clinic.opening_days          = (struct names){0};
    const struct planning     *planning = planned_wish(0);
    const struct plan_blocked *row      = row_of(planning, BLOCKED_CLOSED);
    assert_string_equal(row->id, "clinic.closed[0]");
    assert_int_equal(row->to.day, people_day("2026-04-06"));
    assert_null(row_of(planning, BLOCKED_OPENING_DAYS));
    assert_true(claim_days(planning) > 0);
    people_clinic.closed       = before;
    people_clinic.opening_days = open;
}

// Of a sitting of other zones, which the rest of these does not hold up.
static void visits_of_one_treatment_lie_apart(void **state) {
    const struct names none = {NULL, 0, true};
    int                n    = 0;
    (void)state;
    for (int i = 0; i < WISHES; i++) {
        const struct planning *planning = planned_wish(i);
        for (int k = 0; planning->n_parts > 1 && k < planning->n_dates; k++, n++) {
            int split = planning->wish->split_days;
            for (int d = 1; d < split; d++)
                assert_true(is_covered(planning, &none, planning->dates[k] + d));
            date_day next = planning->dates[k] + split;
            assert_int_equal(is_covered(planning, &none, next),
                             schedule_blocked(planning->wish, next) != SCHEDULE_FREE);
        }
    }
    assert_true(n > 4);
}

static void every_kind_of_reason_has_a_label(void **state) {
    (void)state;
    const struct field *list = field_find(&plan_noun, "blocked");
    const struct field *kind = field_find(list->noun, "kind");
    for (int i = 0; kind->words[i]; i++)
        assert_string_not_equal(load_label(people_knowledge, "blocked", kind->words[i]),
                                kind->words[i]);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_is_covered_if_schedule_gives_it_to_no_sitting),
        cmocka_unit_test(no_planned_sitting_is_on_a_covered_day),
        cmocka_unit_test(rows_stand_by_date_and_say_why),
        cmocka_unit_test(a_deferral_names_its_finding),
        cmocka_unit_test(what_a_finding_keeps_from_the_person_its_row_keeps),
        cmocka_unit_test(a_wish_names_its_key_of_the_file),
        cmocka_unit_test(a_day_that_the_clinic_is_closed_is_its_own_row),
        cmocka_unit_test(visits_of_one_treatment_lie_apart),
        cmocka_unit_test(every_kind_of_reason_has_a_label),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
