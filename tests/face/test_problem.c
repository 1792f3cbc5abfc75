// test_problem: what went wrong is told as far as it concerns the client, and no further.
// SPDX-License-Identifier: Apache-2.0
#include "face/asking.h"

static const char *pointer(const char *fault) {
    const char *found = problem_pointer(fault, "body", &asking_arena);
    return found ? found : "null";
}

static void a_path_of_keys_becomes_a_json_pointer(void **state) {
    (void)state;
    assert_string_equal(pointer("body:1:9: goals[0].zones[11]: x: wrong"), "/goals/0/zones/11");
    assert_string_equal(pointer("body:1:9: weight: 68: has no unit"), "/weight");
    assert_string_equal(pointer("body: weight: 68: has no unit"), "/weight");
    assert_string_equal(pointer("body:1:9: a/b~c: 1: is no key"), "/a~1b~0c");
    assert_string_equal(pointer("body:1:9: a[0][1]: 1: wrong"), "/a/0/1");
}

static void the_whole_or_nothing_has_no_pointer(void **state) {
    (void)state;
    assert_string_equal(pointer("body:1:9: file: a list: is no mapping"), "null");
    assert_string_equal(pointer("body:1:9: empty"), "null");
    assert_string_equal(pointer("knowledge: parameters: x: is missing"), "null");
    assert_string_equal(pointer("bodyguard: x: y"), "null");
    assert_string_equal(pointer("body:1:9: : y"), "null");
    assert_string_equal(pointer("body"), "null");
    assert_string_equal(pointer(""), "null");
}

static struct response from(enum status status, const char *text) {
    struct fault    fault    = {""};
    struct response response = {.allow = "GET", .retry_after_s = 1};
    (void)fault_at(&fault, status, "%s", text);
    problem_from(&response, status, &fault, "body", &asking_arena);
    return response;
}

static void each_end_of_a_verb_has_its_code(void **state) {
    (void)state;
    static const struct {
        enum status status;
        const char *text;
        int         code;
        const char *slug, *field;
    } ends[] = {
        {ST_MALFORMED, "body:1:2: file: syntax: x", 400, "malformed", "null"},
        {ST_UNKNOWN, "evidence: id: x: is not known", 404, "unknown", "null"},
        {ST_CONTENT, "body:1:2: sex: x: is wrong", 422, "content", "/sex"},
        {ST_LIMIT, "body:1:2: goals: a list: has 900 items", 422, "limit", "/goals"},
        {ST_LIMIT, "screening: 2000 findings", 422, "limit", "null"},
        {ST_CANCELLED, "was called off", 409, "cancelled", "null"},
        {ST_DENIED, "not here", 403, "denied", "null"},
        {ST_IO, "/home/me/clinic.yaml: cannot be read", 500, "internal", "null"},
        {ST_BROKEN, "plan: zones: cheeks: is closed", 500, "internal", "null"},
        {ST_CONTENT, "knowledge: parameters: x: is missing", 500, "internal", "null"},
        {ST_CONTENT, "body-of-ours.yaml:1:1: x: y", 500, "internal", "null"},
    };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct response response = from(ends[i].status, ends[i].text);
        asking_refused(&response, ends[i].code, ends[i].slug, ends[i].field);
    }
}

static void claim_place(const char *fault, int line, int column) {
    struct doc_place place = problem_place(fault, "body");
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
}

static void a_place_is_told_as_line_and_column(void **state) {
    (void)state;
    claim_place("body:3:14: weight: 68: has no unit", 3, 14);
    claim_place("body: weight: 68: has no unit", 0, 0);
    claim_place("body:3: weight: x", 0, 0);
    claim_place("body:3:: x", 0, 0);
    claim_place("body:99999999999:1: x", 0, 0);
    claim_place("bodyguard:1:2: x", 0, 0);
    claim_place("knowledge: parameters: x: is missing", 0, 0);
    struct response response = from(ST_MALFORMED, "body:2:9: file: syntax: x");
    assert_non_null(strstr(response.bytes, "\"column\":9,"));
    assert_non_null(strstr(response.bytes, "\"line\":2,"));
    response = from(ST_LIMIT, "screening: 2000 findings");
    assert_null(strstr(response.bytes, "\"line\""));
    response = from(ST_BROKEN, "body:2:9: x: y");
    assert_null(strstr(response.bytes, "\"line\""));
}

static void what_is_not_the_clients_doing_stays_with_us(void **state) {
    (void)state;
    struct response response = from(ST_IO, "/home/me/clinic.yaml: cannot be read");
    assert_null(strstr(response.bytes, "/home"));
    response = from(ST_CONTENT, "knowledge: parameters: k_12: is missing");
    assert_null(strstr(response.bytes, "k_12"));
    response = from(ST_BROKEN, "plan: zones: cheeks: is closed");
    assert_null(strstr(response.bytes, "cheeks"));
}

static void what_only_some_answers_have_is_left_as_it_was(void **state) {
    (void)state;
    struct response response = from(ST_LIMIT, "x");
    assert_string_equal(response.allow, "GET");
    assert_int_equal(response.retry_after_s, 1);
    assert_false(response.is_cacheable);
}

// A fault is cut at so many bytes, wherever a character stands.
static void a_character_that_was_cut_is_left_out(void **state) {
    (void)state;
    struct response response = {0};
    problem_write(&response, 422, "content", "caf\xC3", "caf\xC3", &asking_arena);
    assert_string_equal(asking_key(&response, "detail"), "caf");
    assert_string_equal(asking_key(&response, "field"), "caf");
}

// In a token that is no JSON, and in a key; every byte of such a character becomes a mark.
static void nothing_in_a_problem_turns_the_direction_of_writing(void **state) {
    (void)state;
    struct response response = asking_for(
        asking_post("/api/screen", "", "{\"a\xC2\x85\xE2\x80\xAE\" \"b\xC2\x85\xE2\x80\xAE\"}"));
    asking_refused(&response, 400, "malformed", "null");
    assert_null(strstr(response.bytes, "\xC2\x85"));
    assert_null(strstr(response.bytes, "\xE2\x80\xAE"));
    assert_non_null(strstr(response.bytes, "b?????"));
}

static void what_would_steer_how_it_is_shown_is_a_question_mark(void **state) {
    (void)state;
    struct response response = {0};
    problem_write(&response, 422, "content", "a\xC2\x85z \xE2\x80\xAE\xC3\xA9", "\x1B[1m",
                  &asking_arena);
    assert_non_null(strstr(response.bytes, "\"detail\":\"a??z ???\xC3\xA9\""));
    assert_non_null(strstr(response.bytes, "\"field\":\"?[1m\""));
}

static void an_unlisted_slug_has_the_title_of_its_code(void **state) {
    (void)state;
    struct response response = {0};
    problem_write(&response, 413, "another", NULL, NULL, &asking_arena);
    asking_refused(&response, 413, "another", "null");
    assert_string_equal(asking_key(&response, "title"), "The body is too large");
    assert_string_equal(asking_key(&response, "detail"), "The body is too large");
    problem_write(&response, 599, "another", NULL, NULL, &asking_arena);
    assert_string_equal(asking_key(&response, "title"), "The server could not answer");
}

static void every_kind_is_listed_once_and_codes_stand_together(void **state) {
    (void)state;
    for (const struct problem_kind *kind = problem_kinds; kind->slug; kind++) {
        assert_in_range(kind->code, 400, 599);
        for (const struct problem_kind *next = kind + 1; next->slug; next++) {
            assert_string_not_equal(kind->slug, next->slug);
            assert_true(next->code >= kind->code);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_of_keys_becomes_a_json_pointer),
        cmocka_unit_test(the_whole_or_nothing_has_no_pointer),
        cmocka_unit_test(each_end_of_a_verb_has_its_code),
        cmocka_unit_test(a_place_is_told_as_line_and_column),
        cmocka_unit_test(what_is_not_the_clients_doing_stays_with_us),
        cmocka_unit_test(what_only_some_answers_have_is_left_as_it_was),
        cmocka_unit_test(a_character_that_was_cut_is_left_out),
        cmocka_unit_test(nothing_in_a_problem_turns_the_direction_of_writing),
        cmocka_unit_test(what_would_steer_how_it_is_shown_is_a_question_mark),
        cmocka_unit_test(an_unlisted_slug_has_the_title_of_its_code),
        cmocka_unit_test(every_kind_is_listed_once_and_codes_stand_together),
    };
    return cmocka_run_group_tests(tests, asking_open, NULL);
}
