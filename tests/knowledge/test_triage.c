// test_triage: every example of every rule of triage, and what must hold of any check-in.
// SPDX-License-Identifier: Apache-2.0
#include "knowledge/image.h"
#include "knowledge/triage.h"
#include "knowledge/triage_examples.h"
#include "knowledge/triage_match.h"
#include "knowledge/view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { EXAMPLES_MIN = 140, CHECKINS = 10000, SYMPTOMS_MOST = 5, DAYS_MOST = 60, ROWS = 13 };

static struct knowledge *knowledge;
static struct clinic     clinic;
static struct arena      arena;
static struct fault      fault;

// ---- examples ----

static void every_rule_is_sound_and_every_example_gives_what_it_says(void **state) {
    struct list complaints = {0};
    (void)state;
    int                            n    = triage_examples(knowledge, &clinic, &complaints, &arena);
    const struct triage_complaint *said = complaints.items;
    for (int i = 0; i < complaints.n; i++)
        fprintf(stderr, "%s: %s: %s\n", said[i].rule, said[i].value, said[i].wrong);
    fprintf(stderr, "%d examples of %d rules\n", n, knowledge->library.triage.n);
    assert_int_equal(complaints.n, 0);
    assert_true(n >= EXAMPLES_MIN);
}

// ---- random check-ins ----

static uint64_t random_state;

static int drawn(int n) {   // 0 .. n - 1; splitmix64
    uint64_t z = random_state += 0x9E3779B97F4A7C15u;
    z          = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z          = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (int)((z ^ (z >> 31)) % (uint64_t)n);
}

static const char *drawn_code(void) {
    const struct symptom *all = knowledge->library.symptoms.items;
    int                   at  = drawn(knowledge->library.symptoms.n + 2);
    return at < knowledge->library.symptoms.n ? all[at].id
                                              : (at % 2 ? "purple_wobble" : "trouble_breathng");
}

static struct checkin_symptom drawn_symptom(void) {
    static const char *const zones[] = {"cheeks", "periorbital", "chin", "full_face"};
    struct checkin_symptom   one     = {.code      = drawn_code(),
                                        .direction = drawn(DIRECTION_UNKNOWN + 1),
                                        .spreading = drawn(SPREADING_UNKNOWN + 1),
                                        .near_eye  = drawn(4)};
    if (drawn(2)) one.severity = (struct amount){drawn(11), true, 0};
    if (drawn(2)) one.since_hours = (struct amount){drawn(60), true, 0};
    if (drawn(3) == 0) one.pressure_minutes = (struct amount){drawn(40), true, 0};
    if (drawn(2)) {
        one.zones.items      = ARENA_NEW(&arena, const char *, 1);
        one.zones.items[0]   = zones[drawn(4)];
        one.zones.n          = 1;
        one.zones.is_present = true;
    }
    return one;
}

static struct checkin drawn_checkin(void) {
    static const char *const devices[] = {"pen", "rf", "roller", NULL};
    static const char *const agents[]  = {"topical_anaesthetic", "prp", "vitamin_c", "glow_water"};
    int                      n         = drawn(SYMPTOMS_MOST);
    struct checkin_symptom  *symptoms  = ARENA_NEW(&arena, struct checkin_symptom, n + 1);
    struct checkin           c         = {.days          = drawn(3) ? drawn(9) : drawn(DAYS_MOST),
                                          .symptoms      = {symptoms, n, true},
                                          .device        = devices[drawn(4)],
                                          .feels_ill     = drawn(4),
                                          .blood_thinner = drawn(4)};
    for (int i = 0; i < n; i++) symptoms[i] = drawn_symptom();
    if (drawn(2)) {
        c.agents          = (struct names){ARENA_NEW(&arena, const char *, 1), 1, true};
        c.agents.items[0] = agents[drawn(4)];
    }
    if (drawn(2)) c.temperature_c = (struct amount){36 + drawn(40) / 10.0, true, 0};
    if (drawn(2)) c.depth = (struct amount){0.25 * (1 + drawn(8)), true, 0};
    if (drawn(3) == 0 && c.days < 14)
        c.hours_since_session = (struct amount){24 * c.days + drawn(23), true, 0};
    if (drawn(10) == 0) c.note = "it feels odd";
    return c;
}

static struct triage answered(const struct checkin *checkin, struct arena *into) {
    struct triage triage;
    triage_answer(knowledge, &clinic, checkin, date_of(2026, 3, 2), &triage, into);
    return triage;
}

static int level_of(const struct checkin *checkin) {
    struct arena scratch = arena;
    return answered(checkin, &scratch).level;
}

// Makes one thing worse, or gives nothing back.
static bool worsen(struct checkin *c, int how) {
    struct checkin_symptom *symptoms = c->symptoms.items;
    struct checkin_symptom *one      = c->symptoms.n ? &symptoms[drawn(c->symptoms.n)] : NULL;
    switch (how) {
    case 0: symptoms[c->symptoms.n++] = drawn_symptom(); return true;   // room was left
    case 1:
        if (!one || one->direction == DIRECTION_ABSENT || one->direction >= DIRECTION_WORSE)
            return false;
        one->direction++;
        return true;
    case 2:
        if (!one || !one->severity.is_known || one->severity.value >= 10) return false;
        one->severity.value++;
        return true;
    case 3:
        if (!c->temperature_c.is_known || c->temperature_c.value > 44) return false;
        c->temperature_c.value += 0.5;
        return true;
    case 4:
        if (c->feels_ill == FACT_YES) return false;
        c->feels_ill = c->feels_ill == FACT_UNKNOWN ? FACT_YES : FACT_UNKNOWN;
        return true;
    case 5:
        if (!one || one->spreading >= SPREADING_WITHIN_HOURS || one->spreading == SPREADING_ABSENT)
            return false;
        one->spreading++;
        return true;
    case 6:
        if (!one || one->near_eye != FACT_NO) return false;
        one->near_eye = FACT_YES;
        return true;
    default:
        if (!one || !one->pressure_minutes.is_known) return false;
        one->pressure_minutes.value += 10;
        return true;
    }
}

// A failing check-in in a line, so that it can be written down as a test.
static void show(const struct checkin *c) {
    const struct checkin_symptom *all = c->symptoms.items;
    fprintf(stderr, "day %d hours %g ill %d temperature %g note %d:", c->days,
            c->hours_since_session.is_known ? c->hours_since_session.value : -1, c->feels_ill,
            c->temperature_c.is_known ? c->temperature_c.value : 0, c->note != NULL);
    for (int i = 0; i < c->symptoms.n; i++)
        fprintf(stderr, " %s/s%g/d%d/p%d/e%d", all[i].code,
                all[i].severity.is_known ? all[i].severity.value : -1, all[i].direction,
                all[i].spreading, all[i].near_eye);
    fprintf(stderr, "\n");
}

static void nothing_that_gets_worse_is_answered_more_mildly(void **state) {
    int n = 0, lower = 0, higher = 0;
    (void)state;
    random_state = 4;
    while (n < CHECKINS) {
        struct arena   before_all = arena;
        struct checkin c          = drawn_checkin();
        int            before = level_of(&c), how = drawn(8);
        if (worsen(&c, how)) {
            int after = level_of(&c);
            n++;
            higher += after > before;
            if (after < before && lower++ < 10) {
                fprintf(stderr, "%d: %d became %d: ", how, before, after);
                show(&c);
            }
        }
        arena = before_all;
    }
    fprintf(stderr, "%d made worse, %d answered more urgently\n", n, higher);
    assert_int_equal(lower, 0);
    assert_true(higher > n / 20);
}

static void what_is_not_understood_or_feverish_is_never_self_care(void **state) {
    int seen = 0;
    (void)state;
    random_state = 5;
    for (int i = 0; i < CHECKINS; i++) {
        struct arena                  before_all = arena;
        struct checkin                c          = drawn_checkin();
        bool                          must       = c.note != NULL;
        const struct checkin_symptom *all        = c.symptoms.items;
        for (int k = 0; k < c.symptoms.n; k++)
            must = must || !triage_usual_symptom(knowledge, all[k].code);
        bool fever = c.temperature_c.is_known && c.temperature_c.value >= 38;
        int  level = level_of(&c);
        if ((must && level < LEVEL_MESSAGE) || (fever && level < LEVEL_SAME_DAY)) {
            show(&c);
            fail();
        }
        seen += must || fever;
        arena = before_all;
    }
    assert_true(seen > CHECKINS / 10);
}

// Whatever else is told, on every day.
static void the_red_list_is_an_emergency_on_every_day(void **state) {
    const struct symptom *all = knowledge->library.symptoms.items;
    int                   red = 0;
    (void)state;
    random_state = 6;
    for (int i = 0; i < knowledge->library.symptoms.n; i++) {
        if (all[i].is_red != FIELD_BOOL_TRUE) continue;
        red++;
        for (int day = 0; day <= DAYS_MOST; day++) {
            struct checkin         c   = drawn_checkin();
            struct checkin_symptom one = {.code = all[i].id, .direction = DIRECTION_BETTER};
            c.days                     = day;
            c.hours_since_session      = (struct amount){0};
            ((struct checkin_symptom *)c.symptoms.items)[c.symptoms.n++] = one;
            assert_int_equal(level_of(&c), LEVEL_EMERGENCY);
        }
    }
    assert_true(red >= 8);
}

// ---- words ----

static bool has_word(const char *text, const char *word) {
    for (const char *at = strcasestr(text, word); at; at = strcasestr(at + 1, word)) {
        char before = at == text ? ' ' : at[-1], after = at[strlen(word)];
        bool is_in = (before >= 'a' && before <= 'z') || (after >= 'a' && after <= 'z');
        if (!is_in) return true;
    }
    return false;
}

// docs/words.md: what must not be said.
static const char *const never[] = {"safe",
                                    "painless",
                                    "no risk",
                                    "guaranteed",
                                    "permanent",
                                    "flawless",
                                    "nothing to worry about",
                                    "normal",
                                    "best",
                                    "optimal",
                                    "cleared",
                                    "approved",
                                    "passed",
                                    "failed",
                                    "rejected",
                                    "non-compliant",
                                    "complains",
                                    "unrealistic",
                                    "computer",
                                    "AI",
                                    "stop your",
                                    "put the cream on again",
                                    "cover it with film",
                                    "ethnic",
                                    "all skin types",
                                    "harmless",
                                    "clear",
                                    "don't worry",
                                    "no need to",
                                    "anti-ageing",
                                    "medical-grade"};

static void check_text(const char *id, const char *text, int *failures) {
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (has_word(text, never[i])) {
            fprintf(stderr, "%s: \"%s\": %s\n", id, never[i], text);
            (*failures)++;
        }
}

static void no_text_says_what_must_not_be_said(void **state) {
    const struct triage_rule *rules    = knowledge->library.triage.items;
    const struct saying      *sayings  = knowledge->all.sayings.items;
    int                       failures = 0, n = 0;
    (void)state;
    for (int i = 0; i < knowledge->library.triage.n; i++) {
        const struct wording *texts[] = {&rules[i].topic, &rules[i].because, &rules[i].do_now,
                                         &rules[i].if_so, &rules[i].call};
        for (int k = 0; k < 5; k++, n++) check_text(rules[i].id, load_words(texts[k]), &failures);
    }
    for (int i = 0; i < knowledge->all.sayings.n; i++)
        if (text_starts(sayings[i].id, "triage."))
            check_text(sayings[i].id, load_words(&sayings[i].text), &failures);
    assert_true(n > 100);
    assert_int_equal(failures, 0);
    check_text("a test of the test", "This is safe.", &failures);
    assert_int_equal(failures, 1);
}

// What to do, by when, who answers, and when to call again.
static void every_answer_says_when_to_call_and_whom(void **state) {
    (void)state;
    random_state = 7;
    for (int i = 0; i < CHECKINS / 10; i++) {
        struct arena   before_all = arena;
        struct checkin c          = drawn_checkin();
        struct triage  t          = answered(&c, &arena);
        assert_non_null(strstr(t.text_person, "If it gets worse, or you are unsure, call"));
        assert_non_null(strstr(t.text_person, clinic.contact));
        assert_non_null(strstr(t.text_person, clinic.emergency_line));
        assert_null(strchr(t.text_person, '{'));
        assert_null(strchr(t.text_clinic, '{'));
        bool is_now = text_starts(t.text_person, "Call 911 now. Do not wait for us.");
        assert_int_equal(is_now, t.level == LEVEL_EMERGENCY);
        if (t.level == LEVEL_SAME_DAY || t.level == LEVEL_MESSAGE)
            assert_non_null(strstr(t.text_person, clinic.out_of_hours));
        if (t.level > LEVEL_SELF_CARE) assert_true(t.within_hours.is_known);
        else assert_false(t.within_hours.is_known);
        arena = before_all;
    }
}

// A plan and an answer to a check-in must not part ways.
static void what_a_plan_says_of_calling_has_the_level_of_triage(void **state) {
    const struct watch       *watch = knowledge->all.watch.items;
    const struct triage_rule *rules = knowledge->library.triage.items;
    (void)state;
    assert_true(knowledge->all.watch.n >= 16);
    for (int i = 0; i < knowledge->all.watch.n; i++) {
        int at = 0;
        while (at < knowledge->library.triage.n && !text_equal(rules[at].id, watch[i].id)) at++;
        if (at == knowledge->library.triage.n) fail_msg("%s is no rule of triage", watch[i].id);
        if (!text_equal(watch[i].level, triage_levels[rules[at].level - 1]))
            fail_msg("%s is %s in a plan", watch[i].id, watch[i].level);
    }
}

static void every_row_of_triage_is_carried_out_by_a_rule(void **state) {
    const struct triage_rule *rules = knowledge->library.triage.items;
    (void)state;
    for (int row = 1; row <= ROWS; row++) {
        const char *id = arena_format(&arena, "TR-%02d", row);
        int         at = 0;
        while (at < knowledge->library.triage.n && !view_has(&rules[at].rows, id)) at++;
        if (at == knowledge->library.triage.n) fail_msg("%s: no rule rests on it", id);
    }
}

// Text of a clinic that has entered nothing but its name.
static void a_clinic_without_numbers_sends_nobody_nowhere(void **state) {
    const struct clinic      bare    = {.name = "Clinic", .currency = "USD"};
    static const char *const codes[] = {"blue_lips", "pus", "headache", "peeling"};
    struct checkin_symptom   one     = {.direction = DIRECTION_SAME};
    struct checkin           checkin = {.days = 4, .symptoms = {&one, 1, true}};
    (void)state;
    for (int i = 0; i < 4; i++) {
        struct triage triage;
        one.code = codes[i];
        triage_answer(knowledge, &bare, &checkin, date_of(2026, 3, 2), &triage, &arena);
        assert_int_equal(triage.level, LEVEL_EMERGENCY - i);
        assert_non_null(strstr(triage.text_person, "the clinic that treated you"));
        assert_non_null(strstr(triage.text_person, "emergency number of your country"));
        assert_null(strstr(triage.text_person, "(null)"));
    }
}

static int open_knowledge(void **state) {
    (void)state;
    if (arena_open(&arena, LIMIT_ARENA_BYTES, &fault) != ST_OK) return -1;
    knowledge = ARENA_NEW(&arena, struct knowledge, 1);
    enum status status =
        load_knowledge(knowledge, image_knowledge, image_knowledge_end - image_knowledge, NULL, 0,
                       true, &arena, &fault);
    if (status == ST_OK) status = load_library(knowledge, &arena, &fault);
    struct field_reader reader = {knowledge->vocabularies, knowledge->n_vocabularies, &arena,
                                  &fault};
    if (status == ST_OK) status = clinic_read(&clinic, load_doc(knowledge, "clinic.yaml"), &reader);
    if (status != ST_OK) fprintf(stderr, "%s\n", fault.text);
    return status == ST_OK ? 0 : -1;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_is_sound_and_every_example_gives_what_it_says),
        cmocka_unit_test(nothing_that_gets_worse_is_answered_more_mildly),
        cmocka_unit_test(what_is_not_understood_or_feverish_is_never_self_care),
        cmocka_unit_test(the_red_list_is_an_emergency_on_every_day),
        cmocka_unit_test(no_text_says_what_must_not_be_said),
        cmocka_unit_test(every_answer_says_when_to_call_and_whom),
        cmocka_unit_test(every_row_of_triage_is_carried_out_by_a_rule),
        cmocka_unit_test(a_clinic_without_numbers_sends_nobody_nowhere),
        cmocka_unit_test(what_a_plan_says_of_calling_has_the_level_of_triage),
    };
    return cmocka_run_group_tests(tests, open_knowledge, NULL);
}
