// test_report: what a plan holds stands on its page, and what it does not hold is not drawn. The
// plan is one of the examples; what the page draws from is filled in by hand.
// SPDX-License-Identifier: Apache-2.0
#include "face/report.h"
#include "face/said.h"
#include "face/sheet.h"
#include "planner/people.h"

enum { DAYS = 4 };

static struct quantity band(double low, double value, double high) {
    static const char *const keys[] = {"R03"};
    return (struct quantity){.kind        = QUANTITY_COMPUTED,
                             .unit        = "1",
                             .value       = {value, true, 0},
                             .low         = {low, true, 0},
                             .high        = {high, true, 0},
                             .p           = {{low, true, 0},
                                             {low, true, 0},
                                             {(low + value) / 2, true, 0},
                                             {value, true, 0},
                                             {(high + value) / 2, true, 0},
                                             {high, true, 0},
                                             {high, true, 0}},
                             .sources     = {(const char **)(uintptr_t)keys, 1, true},
                             .status      = STATUS_SEEN,
                             .predictable = true};
}

static struct report report_for(struct person *person) {
    return (struct report){.plan      = &person->plan,
                           .patient   = &person->patient,
                           .clinic    = &people_clinic,
                           .knowledge = people_knowledge,
                           .arena     = &people_arena};
}

// A plan with nothing of what follows a sitting.
static struct person *bare_person(const char *name) {
    struct person *person = people_example(name);
    person->plan.hash     = "0";
    person->plan.reply.on = (struct when){people_day("2026-03-02"), 0};
    *person->plan.course  = (struct plan_course){0};
    *person->plan.healing = (struct plan_healing){0};
    person->plan.uptake   = (struct list){0};
    return person;
}

static int count(const char *text, const char *piece) {
    int n = 0;
    for (; (text = strstr(text, piece)); text++) n++;
    return n;
}

static const char *page_for(struct person *person) {
    struct report report = report_for(person);
    ptrdiff_t     n      = 0;
    const char   *page   = report_page(&report, &n);
    assert_int_equal(n, (ptrdiff_t)strlen(page));
    return page;
}

static void fill_days(struct plan *plan) {
    struct plan_course_day *days = ARENA_NEW(&people_arena, struct plan_course_day, DAYS);
    struct quantity        *q    = ARENA_NEW(&people_arena, struct quantity, DAYS);
    for (int i = 0; i < DAYS; i++) {
        q[i]    = band(0.1, 0.5 - 0.1 * i, 0.9);
        days[i] = (struct plan_course_day){.day     = {i, true, 0},
                                           .date    = {people_day("2026-03-02") + i, 0},
                                           .redness = &q[i],
                                           .make_up = i ? "better_not" : "no"};
    }
    plan->course->days = (struct list){days, DAYS, true};
}

static struct plan_month *fill_months(struct plan *plan, bool predictable) {
    struct plan_month *months = ARENA_NEW(&people_arena, struct plan_month, 2);
    for (int i = 0; i < 2; i++) {
        months[i].month                   = (struct amount){3 * (i + 1), true, 0};
        months[i].zone                    = "cheeks";
        months[i].indication              = "acne_scars";
        months[i].improvement             = band(0.0, 0.4, 0.9);
        months[i].improvement.predictable = predictable;
        months[i].improvement.because     = "The range says too little.";
    }
    plan->course->months = (struct list){months, 2, true};
    return months;
}

static bool says_people(const char *page, const char *number, const char *band) {
    return strstr(page, arena_format(&people_arena, "<b>%s of 100 people</b> (%s)", number, band));
}

static void days_are_drawn_with_a_curve_for_what_is_known_and_a_row_for_each(void **state) {
    (void)state;
    struct person *person = bare_person("amara-okafor");
    assert_null(strstr(page_for(person), "id=\"course\""));
    fill_days(&person->plan);
    const char *page = page_for(person);
    assert_int_equal(count(page, "id=\"course\""), 1);
    assert_int_equal(count(page, "class=\"band redness\""), 1);
    assert_int_equal(count(page, "class=\"band sensitivity\""), 0);
    assert_int_equal(count(page, "class=\"band barrier\""), 0);
    assert_true(says_people(page, "50", "10 to 90"));
    assert_true(says_people(page, "20", "10 to 90"));
}

static void a_jump_from_nothing_to_all_is_no_curve(void **state) {
    (void)state;
    struct person *person = bare_person("amara-okafor");
    fill_days(&person->plan);
    struct plan_course_day *days = person->plan.course->days.items;
    struct quantity        *jump = ARENA_NEW(&people_arena, struct quantity, DAYS);
    for (int i = 0; i < DAYS; i++) {
        jump[i]         = i ? band(0.9995, 1, 1) : band(0, 0, 0);
        days[i].barrier = &jump[i];
    }
    const char *page = page_for(person);
    assert_null(strstr(page, "band barrier"));
    assert_null(strstr(page, "Barrier closed again"));
    assert_int_equal(count(page, "Channels closed after about"), 1);
    jump[1] = band(0.1, 0.5, 0.9);
    page    = page_for(person);
    assert_non_null(strstr(page, "band barrier"));
    assert_true(says_people(page, "50", "10 to 90"));
}

static void what_cannot_be_foretold_has_no_middle_and_gives_its_reason_once(void **state) {
    (void)state;
    struct person *person = bare_person("amara-okafor");
    fill_months(&person->plan, true);
    const char *page = page_for(person);
    assert_int_equal(count(page, "class=\"stamp\""), 0);
    assert_int_equal(count(page, "class=\"middle\""), 1);
    struct plan_month *months = fill_months(&person->plan, false);
    page                      = page_for(person);
    assert_int_equal(count(page, "class=\"stamp\""), 1);
    assert_int_equal(count(page, "class=\"middle\""), 0);
    assert_int_equal(count(page, "class=\"band wide\""), 1);
    assert_int_equal(count(page, "class=\"band half\""), 1);
    assert_int_equal(count(page, "The range says too little."), 1);
    assert_non_null(strstr(page, "not predictable for one person (anything from 0 to 90 per cent"));
    for (int i = 0; i < 2; i++) months[i].improvement.value.is_known = false;
    page = page_for(person);
    assert_int_equal(count(page, "class=\"band wide\""), 0);
    assert_non_null(strstr(page, "Not predictable: The range says too little."));
    assert_int_equal(count(page, "The range says too little."), 1);
}

static void months_without_a_date_leave_a_tile(void **state) {
    (void)state;
    struct person   *person = bare_person("amara-okafor");
    struct plan_day *days   = ARENA_NEW(&people_arena, struct plan_day, 2);
    days[0] = (struct plan_day){{people_day("2026-03-02"), 0}, DAY_TEST_SPOT, "Test spot"};
    days[1] = (struct plan_day){{people_day("2026-04-06"), 0}, DAY_REVIEW, "Review"};
    person->plan.sessions.n = 0;
    person->plan.calendar   = (struct list){days, 2, true};
    assert_int_equal(count(page_for(person), "class=\"gap\""), 0);
    days[1].date.day = people_day("2026-05-04");
    assert_non_null(strstr(page_for(person), "one month without a date"));
    days[1].date.day = people_day("2026-08-03");
    assert_non_null(strstr(page_for(person), "4 months without a date"));
}

static void nothing_speaks_against_it_only_where_that_is_so(void **state) {
    (void)state;
    static const char said[]         = "Nothing in these answers speaks against it";
    struct person    *person         = bare_person("amara-okafor");
    person->plan.screening->findings = (struct list){0};
    person->plan.verdict             = CLASS_CLEAR;
    assert_non_null(strstr(page_for(person), said));
    for (int class = CLASS_CAUTION; class <= CLASS_REFUSE; class ++) {
        person->plan.verdict = class;
        assert_null(strstr(page_for(person), said));
    }
}

static void every_figure_has_a_table_behind_it(void **state) {
    (void)state;
    static const char *const names[] = {"amara-okafor", "priya-raman", "jonas-lindqvist",
                                        "leila-haddad"};
    for (int i = 0; i < 4; i++) {
        struct person *person = bare_person(names[i]);
        fill_days(&person->plan);
        fill_months(&person->plan, false);
        const char *page = page_for(person);
        assert_true(count(page, "<figure ") >= 3);
        for (const char *at = page; (at = strstr(at, "<figure "));) {
            const char *end = strstr(at, "</figure>"), *table = strstr(at, "<table ");
            assert_true(table && table < end);
            at = end;
        }
    }
}

static void texts_from_outside_are_escaped(void **state) {
    (void)state;
    struct person *person       = bare_person("amara-okafor");
    person->patient.name        = "<script>alert(1)</script>";
    person->patient.worth_it_if = "\"&\"";
    const char *page            = page_for(person);
    assert_null(strstr(page, "<script"));
    assert_non_null(strstr(page, "&lt;script&gt;alert(1)"));
    assert_non_null(strstr(page, "&quot;&amp;&quot;"));
    assert_null(strstr(strstr(page, "<title>Treatment plan</title>") + 1, "<title><"));
}

static bool has_text(const struct sheet *sheet, const char *text) {
    for (int i = 0; i < sheet->n; i++)
        if (sheet->blocks[i].text && strstr(sheet->blocks[i].text, text)) return true;
    return false;
}

static void what_a_rule_keeps_from_the_person_is_not_on_the_sheet(void **state) {
    (void)state;
    struct person  *person   = bare_person("amara-okafor");
    struct finding *findings = person->plan.screening->findings.items;
    struct sheet   *sheet    = ARENA_NEW(&people_arena, struct sheet, 1);
    struct report   report   = report_for(person);
    const char     *because  = findings[0].told ? findings[0].told : findings[0].because;
    sheet_make(sheet, &report);
    assert_true(has_text(sheet, because));
    findings[0].is_private = FIELD_BOOL_TRUE;
    struct plan_day *days  = person->plan.calendar.items;
    days[0].kind           = DAY_PREPARATION;
    days[0].text           = arena_format(&people_arena, "Ask. %s", because);
    sheet_make(sheet, &report);
    assert_false(has_text(sheet, because));
}

static void a_sheet_holds_every_day_of_a_long_course(void **state) {
    (void)state;
    enum { MANY = LIMIT_VISITS };
    struct person   *person = bare_person("amara-okafor");
    struct sheet    *sheet  = ARENA_NEW(&people_arena, struct sheet, 1);
    struct report    report = report_for(person);
    struct plan_day *days   = ARENA_NEW(&people_arena, struct plan_day, MANY);
    for (int i = 0; i < MANY; i++)
        days[i] = (struct plan_day){.date = {.day = people_day("2026-04-01") + i},
                                    .kind = DAY_SESSION,
                                    .text = arena_format(&people_arena, "Visit %d.", i)};
    person->plan.calendar = (struct list){days, MANY, true};
    sheet_make(sheet, &report);
    assert_true(sheet->n > MANY);
    assert_true(has_text(sheet, "Visit 0.") && has_text(sheet, days[MANY - 1].text));
}

static void a_sheet_nobody_adopted_is_a_draft(void **state) {
    (void)state;
    struct person        *person  = bare_person("amara-okafor");
    struct sheet         *sheet   = ARENA_NEW(&people_arena, struct sheet, 1);
    struct report         report  = report_for(person);
    struct clinic         clinic  = people_clinic;
    struct clinic_adopted adopted = {.name = "Dr. B"};
    sheet_make(sheet, &report);
    assert_true(has_text(sheet, "Not to be handed out"));
    clinic.adopted_by = &adopted;
    report.clinic     = &clinic;
    sheet_make(sheet, &report);
    assert_false(has_text(sheet, "Not to be handed out"));
}

// The page takes these words from the catalogue, the terminal has them at hand.
static void words_of_a_status_are_those_of_the_catalogue(void **state) {
    (void)state;
    for (int i = 0; words_status[i]; i++)
        assert_string_equal(said_evidence(0, i + 1, &people_arena),
                            load_label(people_knowledge, "statuses", words_status[i]));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_drawn_with_a_curve_for_what_is_known_and_a_row_for_each),
        cmocka_unit_test(a_jump_from_nothing_to_all_is_no_curve),
        cmocka_unit_test(what_cannot_be_foretold_has_no_middle_and_gives_its_reason_once),
        cmocka_unit_test(months_without_a_date_leave_a_tile),
        cmocka_unit_test(nothing_speaks_against_it_only_where_that_is_so),
        cmocka_unit_test(every_figure_has_a_table_behind_it),
        cmocka_unit_test(texts_from_outside_are_escaped),
        cmocka_unit_test(what_a_rule_keeps_from_the_person_is_not_on_the_sheet),
        cmocka_unit_test(a_sheet_holds_every_day_of_a_long_course),
        cmocka_unit_test(a_sheet_nobody_adopted_is_a_draft),
        cmocka_unit_test(words_of_a_status_are_those_of_the_catalogue),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
