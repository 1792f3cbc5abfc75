// test_doc_refused: what doc_read does not take, and the place it names.
// SPDX-License-Identifier: Apache-2.0
#include "test_doc.h"

#include <stdio.h>
#include <time.h>

struct refusal {
    const char *text, *fault;   // how the fault begins
};

static void refused(struct world *world, const char *bytes, ptrdiff_t n, bool is_json,
                    enum status expected, const char *fault) {
    enum status status = read_bytes(world, bytes, n, is_json);
    if (status != expected) fail_msg("%.60s: %s", bytes, status ? world->fault.text : "accepted");
    if (!text_starts(world->fault.text, fault)) fail_msg("%s, not %s", world->fault.text, fault);
    if (!strstr(world->fault.text, "; allowed: ")) fail_msg("%s", world->fault.text);
}

static void all_refused(struct world *world, const struct refusal *cases, size_t n, bool is_json) {
    for (size_t i = 0; i < n; i++)
        refused(world, cases[i].text, (ptrdiff_t)strlen(cases[i].text), is_json, ST_CONTENT,
                cases[i].fault);
}

#define ALL_REFUSED(world, cases, is_json)                                                         \
    all_refused(world, cases, sizeof(cases) / sizeof *(cases), is_json)

static void yaml_that_a_tree_cannot_say_is_refused_with_its_place(void **state) {
    struct world *world = *state;
    static const struct refusal cases[] = {
        {"a: &x 1\n", "f:1:4: an anchor"},
        {"a: &x [1]\n", "f:1:4: an anchor"},
        {"&x a: 1\n", "f:1:1: an anchor"},
        {"a: 1\nb: *x\n", "f:2:4: an alias"},
        {"*x : 1\n", "f:1:1: an alias"},
        {"a: !!str 1\n", "f:1:4: a tag"},
        {"a: ! 1\n", "f:1:4: a tag"},
        {"a: ! '1'\n", "f:1:4: a tag"},
        {"a: !local {}\n", "f:1:4: a tag"},
        {"a: !<tag:yaml.org,2002:int> 1\n", "f:1:4: a tag"},
        {"\xC3\xA9: [! x]\n", "f:1:5: a tag"},
        {"b: 1\n<<: {a: 1}\n", "f:2:1: <<: a merge key"},
        {"[a]: 1\n", "f:1:1: a list or map as key"},
        {"b: 1\n? {a: 1}\n: 2\n", "f:2:3: a list or map as key"},
        {"? |\n  x\n: 2\n", "f:1:3: a block text as key"},
        {"? >\n  x\n: 2\n", "f:1:3: a block text as key"},
        {"?\n: 2\n", "f:1:2: a value without its key"},
        {"{? : 2}\n", "f:1:4: a value without its key"},
        {"a: 1\n---\nb: 2\n", "f:2:1: a second document"},
        {"a: 1\n...\n---\n", "f:3:1: a second document"},
        {"%YAML 1.1\n---\na: 1\n", "f:1:1: a directive"},
        {"# c\n%TAG ! x:\n---\na: 1\n", "f:2:1: a directive"},
        {"a: 1\n...\n%YAML 1.1\n---\n", "f:3:1: a directive"},
        {"a: 1\r%FOO\r", "f:2:1: a directive"},
        {"# c\xC2\x85%FOO\n", "f:1:5: a directive"},
        {"# c\xE2\x80\xA8%FOO\n", "f:1:5: a directive"},
        {"a: \"x\\0y\"\n", "f:1:4: a NUL character"},
        {"a: 1e999\n", "f:1:4: 1e999: too large"},
        {"a: [-1e400]\n", "f:1:5: -1e400: too large"},
    };
    ALL_REFUSED(world, cases, false);
}

static void malformed_yaml_is_refused_where_it_goes_wrong(void **state) {
    struct world *world = *state;
    static const struct refusal cases[] = {
        {"a: 1\n b: 2\n", "f:2:3: "},
        {"a: b: c\n", "f:1:5: "},
        {"a:\n\t- b\n", "f:2:1: "},
        {"a: @x\n", "f:1:4: "},
        {"- a\nb: 1\n", "f:2:1: "},
        {"a: 1\nfoo\nb: 2\n", "f:2:1: "},
        {"a: \"\\q\"\n", "f:1:5: "},
        {"a: \"\\ud83d\\ude00\"\n", "f:1:7: "},
        {"a: 1\n}\n", "f:2:1: "},
        {"a: \x7F\n", "f:1:4: "},
        {"a: b\nc: \xEF\xBF\xBE\n", "f:2:4: "},
    };
    ALL_REFUSED(world, cases, false);
}

static void a_truncated_yaml_file_names_what_was_left_open(void **state) {
    struct world *world = *state;
    static const struct refusal cases[] = {
        {"a: \"x\nb: 2\n", "f:1:4: "},  {"a: 'x", "f:1:4: "},      {"b: 1\na: [1, 2", "f:2:4: "},
        {"a: {b: 1,", "f:1:4: "},       {"x: {y: [1,\n", "f:1:8: "}, {"a: 1\nb", "f:2:1: "},
    };
    ALL_REFUSED(world, cases, false);
}

static void malformed_json_is_refused_where_it_goes_wrong(void **state) {
    struct world *world = *state;
    static const struct refusal cases[] = {
        {"{\"a\":1,}", "f:1:8: "},        {"{\"a\":1\n \"b\":2}", "f:2:2: "},
        {"[1 2]", "f:1:4: "},             {"[1,]", "f:1:4: "},
        {"[,1]", "f:1:2: "},              {"[1]x", "f:1:4: "},
        {"[]]", "f:1:3: "},               {"[}", "f:1:2: "},
        {"{1:2}", "f:1:2: "},             {"{'a':1}", "f:1:2: "},
        {"[nul]", "f:1:2: "},             {"[NaN]", "f:1:2: "},
        {"[-Infinity]", "f:1:2: "},       {"[01]", "f:1:2: "},
        {"[+1]", "f:1:2: "},              {"[.5]", "f:1:2: "},
        {"[1.]", "f:1:2: "},              {"[0x1]", "f:1:2: "},
        {"[\"\\q\"]", "f:1:2: "},         {"[\"\\u12G4\"]", "f:1:2: "},
        {"[\"a\tb\"]", "f:1:2: "},        {"[\"a\nb\"]", "f:1:2: "},
        {"[\"\\u0000\"]", "f:1:2: "},     {"{\"\\u0000\":1}", "f:1:2: "},
        {"// c\n{}", "f:1:1: "},          {"[\"\xC3\xA9\",x]", "f:1:6: "},
        {"{}{}", "f:1:3: "},              {"True", "f:1:1: "},
        {"[1e400]", "f:1:2: 1e400: too large"}, {"[0,\n-1e999]", "f:2:1: -1e999: too large"},
    };
    ALL_REFUSED(world, cases, true);
}

static void lone_surrogates_are_refused(void **state) {
    struct world *world = *state;
    static const struct refusal cases[] = {
        {"[\"\\ud800\"]", "f:1:2: "},        {"[\"\\udc00\"]", "f:1:2: "},
        {"[\"\\ud800\\u0041\"]", "f:1:2: "}, {"[\"\\ud800\\ud800\"]", "f:1:2: "},
        {"[\"\\udc00\\ud800\"]", "f:1:2: "}, {"[\"\\ud83dx\\ude00\"]", "f:1:2: "},
        {"{\"\\ud83d\":1}", "f:1:2: "},
    };
    ALL_REFUSED(world, cases, true);
}

static void a_truncated_json_file_names_what_was_left_open(void **state) {
    struct world *world = *state;
    static const struct refusal cases[] = {
        {"{", "f:1:1: "},      {"{\"a\":[1,{\"c\":2}", "f:1:6: "}, {"{\"a\":\"b", "f:1:6: "},
        {"[\"\\", "f:1:2: "},  {"[1,\n[2,", "f:2:1: "},            {"\"", "f:1:1: "},
        {"[tru", "f:1:1: "},   {"-", "f:1:1: "},
    };
    ALL_REFUSED(world, cases, true);
}

static void every_cut_of_a_json_file_is_refused(void **state) {
    struct world *world = *state;
    const char *whole = "{\"a\":[1,true,\"\\ud83d\\ude00\",{\"b\":null}],\"c\":-1.5e3}";
    for (ptrdiff_t n = 0; n < (ptrdiff_t)strlen(whole); n++)
        refused(world, whole, n, true, ST_CONTENT, "f:1:");
}

static void an_empty_file_is_refused(void **state) {
    struct world *world = *state;
    static const struct refusal yaml[] = {
        {"", "f:1:1: empty"}, {"# only\n", "f:2:1: empty"}, {"---\n", "f:2:1: empty"},
        {"\xEF\xBB\xBF", "f:1:1: empty"}, {" \n\n", "f:"}};
    static const struct refusal json[] = {
        {"", "f:1:1: empty"}, {" \r\n\t", "f:1:1: empty"}, {"\xEF\xBB\xBF", "f:1:1: empty"}};
    ALL_REFUSED(world, yaml, false);
    ALL_REFUSED(world, json, true);
}

static void a_key_that_stands_twice_is_refused_at_the_second(void **state) {
    struct world *world = *state;
    static const struct refusal both[] = {
        {"{\"a\": 1,\n \"a\": 2}", "f:2:2: a: "},
        {"{\"x\": {\"c\": 1, \"\xC3\xA9\": 2, \"c\": 3}}", "f:1:24: c: "},
        {"{\"a\":0,\"b\":0,\"c\":0,\"d\":0,\"e\":0,\"f\":0,\"g\":0,\"h\":0,\"i\":0,"
         "\"c\":0,\"a\":0}",
         "f:1:56: c: "},
        {"[{\"\": 1, \"\": 2}]", "f:1:10: : "},
    };
    static const struct refusal yaml[] = {
        {"a: 1\nb: 2\na: 3\n", "f:3:1: a: "},
        {"a: 1\n'a': 2\n", "f:2:1: a: "},
        {"x:\n  - b: 1\n    c: 1\n    b: 2\n", "f:4:5: b: "},
    };
    static const struct refusal json[] = {{"{\"\\u0061\":1,\"a\":2}", "f:1:13: a: "}};
    ALL_REFUSED(world, both, true);
    ALL_REFUSED(world, both, false);
    ALL_REFUSED(world, yaml, false);
    ALL_REFUSED(world, json, true);
}

static void bytes_that_are_no_text_are_refused_at_the_first(void **state) {
    struct world *world = *state;
    static const struct {
        const char *bytes;
        ptrdiff_t n;
        const char *fault;
    } cases[] = {
        {"a: \xFF\n", 5, "f:1:4: byte 0xFF: not UTF-8"},
        {"\xC3\xA9: \xED\xA0\x80\n", 8, "f:1:4: byte 0xED: not UTF-8"},
        {"a: \xC0\x80", 5, "f:1:4: byte 0xC0: not UTF-8"},
        {"a: \xC3", 4, "f:1:4: byte 0xC3: not UTF-8"},
        {"a: \xF4\x90\x80\x80", 7, "f:1:4: byte 0xF4: not UTF-8"},
        {"a:\n b\0\n", 7, "f:2:3: byte 0x00: a NUL byte"},
        {"a: \x01", 4, "f:1:4: byte 0x01: a control byte"},
        {"a: \x1B[0m", 7, "f:1:4: byte 0x1B: a control byte"},
        {"a: \x0C", 4, "f:1:4: byte 0x0C: a control byte"},
        {"a: \x7F", 4, "f:1:4: byte 0x7F: a control byte"},
        {"\xFF\xFE{\0}\0", 6, "f:1:1: UTF-16"},
        {"\xFE\xFF\0{\0}", 6, "f:1:1: UTF-16"},
        {"{\0}\0", 4, "f:1:2: byte 0x00: a NUL byte"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int is_json = 0; is_json < 2; is_json++)
            refused(world, cases[i].bytes, cases[i].n, is_json, ST_CONTENT, cases[i].fault);
}

static void a_text_that_steers_a_terminal_is_refused(void **state) {
    struct world *world = *state;
    static const struct refusal yaml[] = {
        {"name: \"\\e[31mRED\"\n", "f:1:7: name: U+001B: steers how text is shown; allowed: no"},
        {"a: \"\\a\"\n", "f:1:4: a: U+0007: "},
        {"a: \"\\r\"\n", "f:1:4: a: U+000D: "},
        {"a: \"\\x7f\"\n", "f:1:4: a: U+007F: "},
        {"a: \"\\x9b\"\n", "f:1:4: a: U+009B: "},
        {"a: \"\\u202e\"\n", "f:1:4: a: U+202E: "},
        {"a: [x, {b: [x\xE2\x81\xA6]}]\n", "f:1:13: b: U+2066: "},
        {"- \xE2\x80\xAAx\n", "f:1:3: file: U+202A: "},
        {"x\xE2\x81\xA9: 1\n", "f:1:1: key: U+2069: "},
    };
    static const struct refusal json[] = {
        {"{\"name\":\"\\u001b\"}", "f:1:9: name: U+001B: "},
        {"{\"a\":[1,\"\xE2\x80\xAE\"]}", "f:1:9: a: U+202E: "},
        {"{\"a\":\"\xC2\x85\"}", "f:1:6: a: U+0085: "},
        {"{\"\\u2067\":1}", "f:1:2: key: U+2067: "},
    };
    ALL_REFUSED(world, yaml, false);
    ALL_REFUSED(world, json, true);
}

// `text` as often as asked, between two ends.
static struct text repeated(struct world *world, const char *head, const char *text, int times,
                            const char *tail) {
    struct text out = text_new(&world->arena);
    text_add(&out, head);
    for (int i = 0; i < times; i++) text_add(&out, text);
    text_add(&out, tail);
    return out;
}

static void billion_laughs_stop_at_the_first_anchor(void **state) {
    struct world *world = *state;
    const char *laughs = "a: &a [lol,lol,lol,lol,lol,lol,lol,lol,lol]\n"
                         "b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                         "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n";
    refused(world, laughs, (ptrdiff_t)strlen(laughs), false, ST_CONTENT, "f:1:4: an anchor");
}

static void nesting_is_taken_up_to_its_limit_only(void **state) {
    struct world *world = *state;
    for (int is_json = 0; is_json < 2; is_json++) {
        struct text open = repeated(world, "", "[", LIMIT_DOC_DEPTH, "");
        struct text good = repeated(world, open.data, "]", LIMIT_DOC_DEPTH, "");
        assert_string_equal(written(world, read_good(world, good.data, is_json), 0), good.data);
        struct text deep = repeated(world, open.data, "[]", 1, "");
        refused(world, deep.data, deep.n, is_json, ST_LIMIT, "f:1:65: nested too deeply");
        struct text abyss = repeated(world, "", "[", 10000, "");
        refused(world, abyss.data, abyss.n, is_json, ST_LIMIT, "f:1:65: nested too deeply");
        struct text maps = repeated(world, "", "{\"a\": ", 10000, "");
        refused(world, maps.data, maps.n, is_json, ST_LIMIT, "f:1:385: nested too deeply");
    }
    struct text dashes = repeated(world, "", "- ", 10000, "x\n");
    refused(world, dashes.data, dashes.n, false, ST_LIMIT, "f:1:129: nested too deeply");
}

static void a_file_is_taken_up_to_its_limit_only(void **state) {
    struct world *world = *state;
    for (int is_json = 0; is_json < 2; is_json++) {
        struct text big = repeated(world, "{\"a\": 1}", " ", 5 * 1024 * 1024, "");
        refused(world, big.data, big.n, is_json, ST_LIMIT, "f: 5242888 bytes: too large");
        refused(world, big.data, LIMIT_FILE_BYTES + 1, is_json, ST_LIMIT, "f: ");
        assert_int_equal(read_bytes(world, big.data, LIMIT_FILE_BYTES, is_json), ST_OK);
    }
}

static void a_text_is_taken_up_to_its_limit_only(void **state) {
    struct world *world = *state;
    for (int is_json = 0; is_json < 2; is_json++) {
        struct text good = repeated(world, "[\"", "x", LIMIT_TEXT_BYTES, "\"]");
        assert_int_equal(read_bytes(world, good.data, good.n, is_json), ST_OK);
        assert_int_equal(world->doc.nodes[1].n, LIMIT_TEXT_BYTES);
        struct text wide = repeated(world, "[\"", "\xC3\xA9", LIMIT_TEXT_BYTES / 2, "x\"]");
        refused(world, wide.data, wide.n, is_json, ST_LIMIT, "f:1:2: too long");
        struct text escaped = repeated(world, "[\"", "\\u00e9", LIMIT_TEXT_BYTES / 2 + 1, "\"]");
        refused(world, escaped.data, escaped.n, is_json, ST_LIMIT, "f:1:2: too long");
        struct text number = repeated(world, "[0.", "1", LIMIT_TEXT_BYTES, "]");
        refused(world, number.data, number.n, is_json, ST_LIMIT, "f:1:2: too long");
    }
    struct text key = repeated(world, "{\"", "x", LIMIT_TEXT_BYTES + 1, "\": 1}");
    refused(world, key.data, key.n, true, ST_LIMIT, "f:1:2: too long");
    struct text block = repeated(world, "a: |\n", " xxx\n", LIMIT_TEXT_BYTES / 4 + 1, "");
    refused(world, block.data, block.n, false, ST_LIMIT, "f:1:4: too long");
}

static void values_are_taken_up_to_their_limit_only(void **state) {
    struct world *world = *state;
    for (int is_json = 0; is_json < 2; is_json++) {
        struct text good = repeated(world, "[", "1, ", LIMIT_DOC_NODES - 2, "1]");
        assert_int_equal(read_bytes(world, good.data, good.n, is_json), ST_OK);
        assert_int_equal(world->doc.n_nodes, LIMIT_DOC_NODES);
        struct text more = repeated(world, "[", "1, ", LIMIT_DOC_NODES - 1, "1]");
        refused(world, more.data, more.n, is_json, ST_LIMIT, "f:1:");
        struct text many = repeated(world, "[", "1,", 2000000, "1]");
        refused(world, many.data, many.n, is_json, ST_LIMIT, "f:1:");
    }
}

static struct text many_keys(struct world *world, int n, const char *tail) {
    struct text out = text_new(&world->arena);
    text_add(&out, "{");
    for (int i = 0; i < n; i++) text_addf(&out, "\"key%d\": 1,\n", i);
    text_add(&out, tail);
    return out;
}

// Processor time of one reading, in seconds, of a file that is refused or not.
static double seconds_of(struct world *world, struct text file, bool is_json, enum status status) {
    clock_t begin = clock();
    assert_int_equal(read_bytes(world, file.data, file.n, is_json), status);
    return (double)(clock() - begin) / CLOCKS_PER_SEC;
}

// The bound leaves room for sanitizers and valgrind; one comparison with all before would take
// minutes even without them.
static void as_many_keys_as_may_be_are_compared_in_time(void **state) {
    struct world *world = *state;
    enum { KEYS = LIMIT_DOC_NODES - 2 };   // beside the map and the last key
    struct text good = many_keys(world, KEYS, "\"last\": 1}");
    struct text bad = many_keys(world, KEYS, "\"key7\": 1}");
    char place[64];
    snprintf(place, sizeof place, "f:%d:1: key7: ", KEYS + 1);
    for (int is_json = 0; is_json < 2; is_json++) {
        assert_true(seconds_of(world, good, is_json, ST_OK) < 20);
        assert_true(seconds_of(world, bad, is_json, ST_CONTENT) < 20);
        assert_true(text_starts(world->fault.text, place));
    }
}

static void many_directives_are_refused_in_time(void **state) {
    struct world *world = *state;
    static const char *const heads[] = {"", "[]\n", "a: 1\n", "a: 1\n...\n"};
    for (size_t k = 0; k < sizeof heads / sizeof *heads; k++) {
        struct text file = text_new(&world->arena);
        text_add(&file, heads[k]);
        for (int i = 0; i < 100000; i++) text_addf(&file, "%%TAG !a%d! b:\n", i);
        assert_true(seconds_of(world, file, false, ST_CONTENT) < 20);
    }
}

static void a_fault_shows_a_long_key_cut_on_a_character(void **state) {
    struct world *world = *state;
    struct text twice = repeated(world, "{\"", "\xC3\xA9", 100, "\": 1, \"");
    struct text whole = repeated(world, twice.data, "\xC3\xA9", 100, "\": 2}");
    refused(world, whole.data, whole.n, true, ST_CONTENT, "f:1:");
    assert_true(text_is_utf8(world->fault.text, (ptrdiff_t)strlen(world->fault.text)));
    assert_true(strstr(world->fault.text, "\xC3\xA9...: this key") != NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(yaml_that_a_tree_cannot_say_is_refused_with_its_place),
        IN_WORLD(malformed_yaml_is_refused_where_it_goes_wrong),
        IN_WORLD(a_truncated_yaml_file_names_what_was_left_open),
        IN_WORLD(malformed_json_is_refused_where_it_goes_wrong),
        IN_WORLD(lone_surrogates_are_refused),
        IN_WORLD(a_truncated_json_file_names_what_was_left_open),
        IN_WORLD(every_cut_of_a_json_file_is_refused),
        IN_WORLD(an_empty_file_is_refused),
        IN_WORLD(a_key_that_stands_twice_is_refused_at_the_second),
        IN_WORLD(bytes_that_are_no_text_are_refused_at_the_first),
        IN_WORLD(a_text_that_steers_a_terminal_is_refused),
        IN_WORLD(billion_laughs_stop_at_the_first_anchor),
        IN_WORLD(nesting_is_taken_up_to_its_limit_only),
        IN_WORLD(a_file_is_taken_up_to_its_limit_only),
        IN_WORLD(a_text_is_taken_up_to_its_limit_only),
        IN_WORLD(values_are_taken_up_to_their_limit_only),
        IN_WORLD(as_many_keys_as_may_be_are_compared_in_time),
        IN_WORLD(many_directives_are_refused_in_time),
        IN_WORLD(a_fault_shows_a_long_key_cut_on_a_character),
    };
    return cmocka_run_group_tests_name("doc_refused", tests, NULL, NULL);
}
