// test_query: a query is read strictly, by the rules of the command line.
// SPDX-License-Identifier: Apache-2.0
#include "face/asking.h"
#include "face/query.h"

static struct query query;
static const char  *name;

static const struct verb *verb_named(const char *word) {
    const struct verb *verb = verb_table;
    while (verb->name && !text_equal(verb->name, word)) verb++;
    assert_non_null(verb->name);
    return verb;
}

static enum status of(const char *verb, const char *text) {
    return query_read(&query, text, verb ? verb_named(verb) : NULL, false, &name, &asking_arena,
                      &asking_fault);
}

static void refused(const char *verb, const char *text, const char *wrong, const char *says) {
    assert_int_not_equal(of(verb, text), ST_OK);
    assert_string_equal(name, wrong);
    if (!strstr(asking_fault.text, says)) fail_msg("%s", asking_fault.text);
}

static void an_empty_query_means_what_an_empty_command_line_means(void **state) {
    (void)state;
    assert_int_equal(of("plan", ""), ST_OK);
    assert_int_equal(query.options.on, 0);
    assert_true(query.options.seed == 1 && query.options.members == 1000);
    assert_true(query.options.threads == 1);
    assert_int_equal(query.as, QUERY_JSON);
    assert_null(query.codes);
    assert_false(query.claims);
}

static void every_name_is_read(void **state) {
    (void)state;
    assert_int_equal(of("plan", "on=2026-03-02&seed=9007199254740991&members=100000&as=sheet"),
                     ST_OK);
    assert_int_equal(query.options.on, date_of(2026, 3, 2));
    assert_true(query.options.seed == 9007199254740991.0 && query.options.members == 100000);
    assert_int_equal(query.as, QUERY_SHEET);
    assert_int_equal(of("plan", "as=report"), ST_OK);
    assert_int_equal(query.as, QUERY_REPORT);
    assert_int_equal(of("evidence", "codes=zones"), ST_OK);
    assert_string_equal(query.codes, "zones");
    assert_int_equal(of("evidence", "claims=yes&on=2026-03-02"), ST_OK);
    assert_true(query.claims);
    assert_int_equal(of("evidence", "claims=no&codes=zones"), ST_OK);
}

static void escapes_are_decoded(void **state) {
    (void)state;
    assert_int_equal(of("plan", "%6Fn=2026%2d03%2D02"), ST_OK);
    assert_int_equal(query.options.on, date_of(2026, 3, 2));
    assert_int_equal(of("evidence", "codes=medications%2Ecode"), ST_OK);
    assert_string_equal(query.codes, "medications.code");
}

static void values_are_held_to_the_ranges_of_the_command_line(void **state) {
    (void)state;
    refused("plan", "on=2026-02-30", "on", "is no date");
    refused("plan", "on=1899-12-31", "on", "is no date");
    refused("plan", "on=today", "on", "is no date");
    refused("plan", "members=0", "members", "1 to 100000");
    refused("plan", "members=100001", "members", "is too many");
    refused("plan", "members=1.5", "members", "no whole number");
    refused("plan", "members=+5", "members", "no whole number");
    refused("plan", "members=1e400", "members", "no whole number");
    refused("plan", "seed=-1", "seed", "no whole number");
    refused("plan", "seed=9007199254740993", "seed", "is too many");
    refused("plan", "seed=nan", "seed", "no whole number");
    refused("plan", "as=html", "as", "json, report, sheet");
    refused("plan", "as=", "as", "json, report, sheet");
    refused("evidence", "claims=true", "claims", "no, yes");
    refused("plan", "on=", "on", "is empty");
}

static void names_stand_once_and_are_known_to_the_route(void **state) {
    (void)state;
    refused("plan", "seed=1&seed=1", "seed", "stands here twice");
    refused("plan", "seed=1&on=2026-03-02&%73eed=1", "seed", "stands here twice");
    refused("plan", "sead=1", "sead", "did you mean seed?");
    refused("plan", "Seed=1", "Seed", "is not known here");
    refused("plan", "codes=zones", "codes", "is not known here");
    refused("screen", "as=json", "as", "is not known here");
    refused("evidence", "check=yes", "check", "is not known here");
    refused("plan", "threads=4", "threads", "is not known here");
    refused("plan", "clinic=/etc/passwd", "clinic", "is not known here");
    refused(NULL, "on=2026-03-02", "on", "allowed: nothing");
    refused("evidence", "codes=zones&claims=yes", "claims", "one of them");
}

static void beside_an_id_nothing_stands_in_its_place(void **state) {
    (void)state;
    const struct verb *evidence = verb_named("evidence");
    assert_int_equal(
        query_read(&query, "codes=zones", evidence, true, &name, &asking_arena, &asking_fault),
        ST_CONTENT);
    assert_string_equal(name, "codes");
    assert_int_equal(
        query_read(&query, "seed=2", evidence, true, &name, &asking_arena, &asking_fault), ST_OK);
}

static void what_is_badly_written_is_refused(void **state) {
    (void)state;
    static const char *const texts[] = {
        "&", "=",  "=1",    "on=2026-03-02&", "&on=2026-03-02", "on=2026-03-02&&seed=1",
        "%", "%4", "%zz=1", "%00=1",          "%FF=1",          "a%0Ab=1"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_int_equal(of("plan", texts[i]), ST_CONTENT);
        assert_string_equal(name, "");
    }
    refused("plan", "on", "on", "has no value");
    refused("plan", "on=%", "on", "not well encoded");
    refused("plan", "on=%C3", "on", "not well encoded");
    refused("evidence", "codes=a%00", "codes", "not well encoded");
    refused("evidence", "codes=a%09", "codes", "not well encoded");
}

static void a_query_is_read_up_to_its_limit(void **state) {
    (void)state;
    char text[LIMIT_QUERY_BYTES + 2] = "codes=";
    memset(text + 6, 'a', LIMIT_QUERY_BYTES - 6);
    assert_int_equal(of("evidence", text), ST_OK);
    text[LIMIT_QUERY_BYTES] = 'a';
    assert_int_equal(of("evidence", text), ST_LIMIT);
    assert_string_equal(name, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_query_means_what_an_empty_command_line_means),
        cmocka_unit_test(every_name_is_read),
        cmocka_unit_test(escapes_are_decoded),
        cmocka_unit_test(values_are_held_to_the_ranges_of_the_command_line),
        cmocka_unit_test(names_stand_once_and_are_known_to_the_route),
        cmocka_unit_test(beside_an_id_nothing_stands_in_its_place),
        cmocka_unit_test(what_is_badly_written_is_refused),
        cmocka_unit_test(a_query_is_read_up_to_its_limit),
    };
    return cmocka_run_group_tests(tests, asking_open, NULL);
}
