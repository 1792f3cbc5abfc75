// test_doc: the tree, its places, the canonical writer, the builder, the overlay and the image.
// SPDX-License-Identifier: Apache-2.0
#include "test_doc.h"

#include <stdio.h>

static void yaml_is(struct world *world, const char *yaml, const char *canonical) {
    assert_string_equal(written(world, read_yaml(world, yaml), 0), canonical);
}

static void json_is(struct world *world, const char *json, const char *canonical) {
    assert_string_equal(written(world, read_json(world, json), 0), canonical);
}

static void yaml_and_json_give_the_same_canonical_bytes(void **state) {
    struct world *world = *state;
    const char *canonical = "{\"age\":34,\"list\":[1.5,null,true,\"x\"],"
                            "\"map\":{\"a\":\"\",\"b\":{}},"
                            "\"note\":\"line\\n\xC3\xA9 \\\"q\\\" \\\\ \\t\"}";
    json_is(world,
            "{ \"note\" : \"line\\n\\u00e9 \\\"q\\\" \\\\ \\u0009\", \"age\":34.0,\r\n"
            "\"map\":{\"b\":{},\"a\":\"\"},\"list\":[15e-1,null,true,\"x\"]}", canonical);
    yaml_is(world,
            "note: \"line\\n\xC3\xA9 \\\"q\\\" \\\\ \\x09\"\nage: 34\nmap:\n  b: {}\n  a: ''\n"
            "list:\n- 1.50\n- ~\n- true\n- x\n", canonical);
    json_is(world, canonical, canonical);
    yaml_is(world, canonical, canonical);
}

static void keys_are_sorted_by_bytes(void **state) {
    struct world *world = *state;
    json_is(world,
            "{\"b\":1,\"a\":2,\"\":3,\"B\":4,\"aa\":5,\"\xC3\xA9\":6,"
            "\"\xF0\x9F\x98\x80\":7,\"\xEF\xBF\xBD\":8}",
            "{\"\":3,\"B\":4,\"a\":2,\"aa\":5,\"b\":1,\"\xC3\xA9\":6,"
            "\"\xEF\xBF\xBD\":8,\"\xF0\x9F\x98\x80\":7}");
}

static void numbers_are_written_alike_however_they_came(void **state) {
    struct world *world = *state;
    json_is(world, "[-0,-0.0,0e5,1E+2,100,1.0e2,5e-324,1e-400,123456789012345678901234567890,1e21]",
            "[0,0,0,100,100,100,5e-324,0,1.2345678901234568e+29,1e+21]");
    yaml_is(world, "[-0,-0.0,0e5,1E+2,100,1.0e2,5e-324,1e-400,123456789012345678901234567890,1e21]",
            "[0,0,0,100,100,100,5e-324,0,1.2345678901234568e+29,1e+21]");
}

static void texts_are_escaped_no_more_than_json_asks(void **state) {
    struct world *world = *state;
    json_is(world, "[\"\\/\\u00a0\\n\\t\\u2028\"]", "[\"/\xC2\xA0\\n\\t\xE2\x80\xA8\"]");
    struct doc_build *build = doc_build_new(&world->arena);
    doc_build_text(build, NULL, "\x7F\xC2\x80\x1F\b\f\n\r\t");
    struct doc done = doc_build_done(build);
    assert_string_equal(written(world, &done, 0),
                        "\"\x7F\xC2\x80\\u001f\\b\\f\\n\\r\\t\"");
}

static void surrogate_pairs_become_one_character(void **state) {
    struct world *world = *state;
    json_is(world,
            "[\"\\ud83d\\uDE00\",\"\\uD800\\uDC00\",\"\\uDBFF\\uDFFF\","
            "\"\\uFFFF\\ud7ff\\ue000\"]",
            "[\"\xF0\x9F\x98\x80\",\"\xF0\x90\x80\x80\",\"\xF4\x8F\xBF\xBF\","
            "\"\xEF\xBF\xBF\xED\x9F\xBF\xEE\x80\x80\"]");
}

static enum doc_kind kind_of_value(struct world *world, const char *value, bool is_json) {
    char file[128];
    snprintf(file, sizeof file, is_json ? "{\"k\": %s}" : "k: %s\n", value);
    const struct doc *doc = read_good(world, file, is_json);
    return doc_kind_of(doc, doc_child(doc, 0, "k"));
}

static void plain_yaml_words_have_the_kinds_that_json_knows(void **state) {
    struct world *world = *state;
    static const struct {
        const char *value;
        enum doc_kind kind;
    } cases[] = {
        {"", DOC_NULL}, {"~", DOC_NULL}, {"null", DOC_NULL}, {"# nothing", DOC_NULL},
        {"Null", DOC_TEXT}, {"NULL", DOC_TEXT}, {"'null'", DOC_TEXT}, {"\"~\"", DOC_TEXT},
        {"true", DOC_BOOL}, {"false", DOC_BOOL}, {"True", DOC_TEXT}, {"yes", DOC_TEXT},
        {"no", DOC_TEXT}, {"on", DOC_TEXT}, {"'true'", DOC_TEXT}, {"y", DOC_TEXT},
        {"0", DOC_NUMBER}, {"-0", DOC_NUMBER}, {"12.50", DOC_NUMBER}, {"1e5", DOC_NUMBER},
        {"1E-5", DOC_NUMBER}, {"1.5e+05", DOC_NUMBER}, {"'1'", DOC_TEXT}, {"\"1\"", DOC_TEXT},
        {".5", DOC_TEXT}, {"5.", DOC_TEXT}, {"0x10", DOC_TEXT}, {"1_000", DOC_TEXT},
        {".nan", DOC_TEXT}, {".inf", DOC_TEXT}, {"-.inf", DOC_TEXT}, {"007", DOC_TEXT},
        {"-01", DOC_TEXT}, {"+1", DOC_TEXT}, {"1e", DOC_TEXT}, {"1e+", DOC_TEXT},
        {"-a", DOC_TEXT}, {"1 2", DOC_TEXT}, {"2024-01-01", DOC_TEXT}, {"12:30", DOC_TEXT},
        {"1.5 mm", DOC_TEXT}, {"NaN", DOC_TEXT}, {"inf", DOC_TEXT}, {"0o7", DOC_TEXT},
        {"|\n  1", DOC_TEXT}, {"[]", DOC_LIST}, {"{}", DOC_MAP},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (kind_of_value(world, cases[i].value, false) != cases[i].kind)
            fail_msg("%s", cases[i].value);
}

static void json_kinds_are_json_kinds(void **state) {
    struct world *world = *state;
    assert_int_equal(kind_of_value(world, "null", true), DOC_NULL);
    assert_int_equal(kind_of_value(world, "true", true), DOC_BOOL);
    assert_int_equal(kind_of_value(world, "-1.5e3", true), DOC_NUMBER);
    assert_int_equal(kind_of_value(world, "\"1\"", true), DOC_TEXT);
    assert_int_equal(kind_of_value(world, "[]", true), DOC_LIST);
    assert_int_equal(kind_of_value(world, "{}", true), DOC_MAP);
}

static void scalars_keep_their_text_as_written(void **state) {
    struct world *world = *state;
    const struct doc *doc = read_yaml(world, "a: 1.500\nb: ~\nc: true\nd: \"\\u00e9\"\n");
    assert_string_equal(doc_text(doc, doc_child(doc, 0, "a")), "1.500");
    assert_string_equal(doc_text(doc, doc_child(doc, 0, "b")), "~");
    assert_string_equal(doc_text(doc, doc_child(doc, 0, "c")), "true");
    assert_string_equal(doc_text(doc, doc_child(doc, 0, "d")), "\xC3\xA9");
    assert_int_equal(doc->nodes[doc_child(doc, 0, "d")].n, 2);
    doc = read_json(world, "{\"a\": -1.500E+02}");
    assert_string_equal(doc_text(doc, doc_child(doc, 0, "a")), "-1.500E+02");
}

static void no_such_node_is_nothing(void **state) {
    struct world *world = *state;
    const struct doc *doc = read_yaml(world, "a: [1]\n");
    int list = doc_child(doc, 0, "a");
    assert_int_equal(doc_child(doc, 0, "b"), -1);
    assert_int_equal(doc_child(doc, -1, "a"), -1);
    assert_int_equal(doc_child(doc, list, "a"), -1);
    assert_int_equal(doc_child(doc, 99, "a"), -1);
    assert_int_equal(doc_kind_of(doc, -1), DOC_NONE);
    assert_int_equal(doc_kind_of(doc, 99), DOC_NONE);
    assert_string_equal(doc_text(doc, -1), "");
    assert_string_equal(doc_text(doc, 0), "");
    assert_string_equal(doc_key(doc, 0), "");
    assert_string_equal(doc_key(doc, list + 1), "");
    assert_string_equal(doc_key(doc, list), "a");
    assert_string_equal(written(world, doc, -1), "null");
}

static void place_is(const struct doc *doc, int node, int line, int column) {
    assert_int_equal(doc->nodes[node].line, line);
    assert_int_equal(doc->nodes[node].column, column);
}

static void every_value_knows_its_place(void **state) {
    struct world *world = *state;
    const char *same = "{\"a\":\r\n  [1,\r\n   \"\xC3\xA9\", true],\n \"\xC3\xA9\": null}";
    for (int is_json = 0; is_json < 2; is_json++) {
        const struct doc *doc = read_good(world, same, is_json);
        assert_int_equal(doc->n_nodes, 6);
        place_is(doc, 0, 1, 1);
        place_is(doc, 1, 2, 3);
        place_is(doc, 2, 2, 4);
        place_is(doc, 3, 3, 4);
        place_is(doc, 4, 3, 9);
        place_is(doc, 5, 4, 7);
    }
    const struct doc *doc = read_yaml(world, "\xEF\xBB\xBF# c\na:\n  - b: 1\n    c: |\n      x\n");
    place_is(doc, 0, 2, 1);
    place_is(doc, 1, 3, 3);
    place_is(doc, 2, 3, 5);
    place_is(doc, 3, 3, 8);
    place_is(doc, 4, 4, 8);
}

static void map_order_is_kept(void **state) {
    struct world *world = *state;
    for (int is_json = 0; is_json < 2; is_json++) {
        const struct doc *doc = read_good(world, "{\"z\": 1, \"a\": 2, \"m\": 3}", is_json);
        int i = doc->nodes[0].first;
        assert_int_equal(doc->nodes[0].n, 3);
        assert_string_equal(doc_key(doc, i), "z");
        i = doc->nodes[i].next;
        assert_string_equal(doc_key(doc, i), "a");
        i = doc->nodes[i].next;
        assert_string_equal(doc_key(doc, i), "m");
        assert_int_equal(doc->nodes[i].next, -1);
    }
}

static void line_ends_and_byte_order_marks_do_not_matter(void **state) {
    struct world *world = *state;
    yaml_is(world, "a: 1\r\nb:\r\n  - |\r\n    x\r\n    y\r\n", "{\"a\":1,\"b\":[\"x\\ny\\n\"]}");
    yaml_is(world, "\xEF\xBB\xBF" "a: 1\n", "{\"a\":1}");
    json_is(world, "\xEF\xBB\xBF" "{\"a\":\r\n1}\r\n", "{\"a\":1}");
}

static void block_texts_keep_or_fold_their_lines(void **state) {
    struct world *world = *state;
    yaml_is(world, "a: |\n  x\n   y\n\nb: >-\n  p\n  q\n", "{\"a\":\"x\\n y\\n\",\"b\":\"p q\"}");
}

static void a_quoted_merge_sign_is_a_key_like_any_other(void **state) {
    struct world *world = *state;
    yaml_is(world, "\"<<\": 1\n", "{\"<<\":1}");
    json_is(world, "{\"<<\":1}", "{\"<<\":1}");
}

static struct doc built(struct world *world) {
    struct doc_build *build = doc_build_new(&world->arena);
    doc_build_map(build, NULL);
    doc_build_number(build, "z", 0.1);
    doc_build_list(build, "list");
    for (int i = 0; i < 3; i++) doc_build_bool(build, NULL, i == 1);
    doc_build_null(build, NULL);
    doc_build_end(build);
    doc_build_map(build, "empty");
    doc_build_end(build);
    doc_build_text(build, "text", "a\"\n");
    doc_build_copy(build, "copy", read_yaml(world, "x:\n  - {y: 1.50}\n"), 0);
    doc_build_end(build);
    return doc_build_done(build);
}

static void a_built_tree_keeps_its_order_and_is_written_sorted(void **state) {
    struct world *world = *state;
    struct doc doc = built(world);
    assert_string_equal(doc_key(&doc, doc.nodes[0].first), "z");
    place_is(&doc, doc_child(&doc, 0, "copy"), 0, 0);
    assert_string_equal(doc_text(&doc, doc.n_nodes - 1), "1.50");
    assert_string_equal(written(world, &doc, 0),
                        "{\"copy\":{\"x\":[{\"y\":1.5}]},\"empty\":{},"
                        "\"list\":[false,true,false,null],\"text\":\"a\\\"\\n\",\"z\":0.1}");
}

static void a_big_built_tree_keeps_every_value(void **state) {
    struct world *world = *state;
    enum { N = 300000 };
    struct doc_build *build = doc_build_new(&world->arena);
    doc_build_list(build, NULL);
    for (int i = 0; i < N; i++) doc_build_number(build, NULL, i);
    doc_build_end(build);
    struct doc doc = doc_build_done(build);
    assert_int_equal(doc.nodes[0].n, N);
    int i = doc.nodes[0].first, expected = 0;
    for (; i >= 0; i = doc.nodes[i].next, expected++)
        assert_int_equal(strtol(doc_text(&doc, i), NULL, 10), expected);
    assert_int_equal(expected, N);
}

static void overlay_is(struct world *world, const char *base, const char *over,
                       const char *canonical) {
    struct doc low = *read_yaml(world, base), high = *read_yaml(world, over);
    struct doc laid = doc_overlay(&low, 0, &high, 0, &world->arena);
    assert_string_equal(written(world, &laid, 0), canonical);
}

static void maps_merge_and_everything_else_is_replaced(void **state) {
    struct world *world = *state;
    overlay_is(world, "{a: 1, b: {c: 2, d: 3}}", "{b: {d: 4, e: 5}, f: 6}",
               "{\"a\":1,\"b\":{\"c\":2,\"d\":4,\"e\":5},\"f\":6}");
    overlay_is(world, "{a: [1, 2]}", "{a: [3]}", "{\"a\":[3]}");
    overlay_is(world, "{a: {b: 1}}", "{a: 2}", "{\"a\":2}");
    overlay_is(world, "{a: 2}", "{a: {b: 1}}", "{\"a\":{\"b\":1}}");
    overlay_is(world, "{a: {b: 1}}", "{a: null}", "{\"a\":null}");
    overlay_is(world, "{a: 1}", "{}", "{\"a\":1}");
    overlay_is(world, "{}", "{a: 1}", "{\"a\":1}");
    overlay_is(world, "[1]", "{a: 1}", "{\"a\":1}");
}

static void an_overlay_keeps_the_order_below_and_the_places_above(void **state) {
    struct world *world = *state;
    struct doc low = *read_yaml(world, "z: 1\ny: 2\n");
    struct doc high = *read_yaml(world, "\n\nx: 3\nz:   4\n");
    high.name = "over";
    struct doc laid = doc_overlay(&low, 0, &high, 0, &world->arena);
    assert_string_equal(laid.name, "over");
    assert_int_equal(laid.n_nodes, 4);
    assert_string_equal(doc_key(&laid, 1), "z");
    assert_string_equal(doc_key(&laid, 2), "y");
    assert_string_equal(doc_key(&laid, 3), "x");
    place_is(&laid, 0, 3, 1);
    place_is(&laid, 1, 4, 6);
    place_is(&laid, 2, 0, 0);
    place_is(&laid, 3, 3, 4);
}

static void an_overlay_of_nothing_is_a_copy(void **state) {
    struct world *world = *state;
    struct doc doc = *read_yaml(world, "a: {b: 1}\n");
    struct doc low = doc_overlay(&doc, 1, &doc, -1, &world->arena);
    struct doc high = doc_overlay(&doc, -1, &doc, 1, &world->arena);
    assert_string_equal(written(world, &low, 0), "{\"b\":1}");
    assert_string_equal(written(world, &high, 0), "{\"b\":1}");
    assert_int_equal(low.nodes[0].key, -1);
}

static struct text packed(struct world *world) {
    struct doc docs[3] = {*read_yaml(world, "a: 1\nb: [x, {c: ~}]\n"), *read_json(world, "[[],{}]"),
                          built(world)};
    docs[1].name = "a longer name.json";
    struct text image = text_new(&world->arena);
    doc_pack(docs, 3, &image);
    return image;
}

static void an_image_gives_its_documents_back_in_place(void **state) {
    struct world *world = *state;
    struct text image = packed(world);
    struct doc docs[LIMIT_KNOWLEDGE_FILES];
    int n = 0;
    assert_int_equal(doc_unpack(image.data, image.n, docs, &n, &world->fault), ST_OK);
    assert_int_equal(n, 3);
    assert_string_equal(docs[0].name, "f");
    assert_string_equal(docs[1].name, "a longer name.json");
    assert_string_equal(written(world, &docs[0], 0), "{\"a\":1,\"b\":[\"x\",{\"c\":null}]}");
    assert_string_equal(written(world, &docs[1], 0), "[[],{}]");
    place_is(&docs[0], 2, 2, 4);
    assert_true((const char *)docs[2].nodes > image.data
                && docs[2].bytes < image.data + image.n);
    struct text again = text_new(&world->arena), empty = text_new(&world->arena);
    doc_pack(docs, 3, &again);
    assert_int_equal(again.n, image.n);
    assert_memory_equal(again.data, image.data, (size_t)image.n);
    doc_pack(docs, 0, &empty);
    assert_int_equal(doc_unpack(empty.data, empty.n, docs, &n, &world->fault), ST_OK);
    assert_int_equal(n, 0);
}

static void a_cut_image_is_refused(void **state) {
    struct world *world = *state;
    struct text image = packed(world);
    struct doc docs[LIMIT_KNOWLEDGE_FILES];
    int n = 0;
    for (ptrdiff_t cut = 0; cut < image.n; cut++) {
        struct arena scratch = world->arena;
        const char *copy = arena_text(&scratch, image.data, cut);
        assert_int_equal(doc_unpack(copy, cut, docs, &n, &world->fault), ST_CONTENT);
    }
}

// Whatever is changed in an image, what is accepted can be walked.
static void a_damaged_image_is_refused_or_harmless(void **state) {
    struct world *world = *state;
    struct text image = packed(world);
    struct doc docs[LIMIT_KNOWLEDGE_FILES];
    int n = 0, n_refused = 0;
    for (ptrdiff_t i = 0; i < image.n; i++) {
        static const unsigned char flips[] = {0x01, 0x80, 0xFF};
        for (size_t k = 0; k < sizeof flips; k++) {
            struct arena arena = world->arena;
            image.data[i] = (char)(image.data[i] ^ flips[k]);
            enum status status = doc_unpack(image.data, image.n, docs, &n, &world->fault);
            for (int d = 0; status == ST_OK && d < n; d++) {
                struct text out = text_new(&arena);
                doc_write(&docs[d], 0, &out);
                for (int node = 0; node < docs[d].n_nodes; node++)
                    text_addf(&out, "%s%s", doc_key(&docs[d], node), doc_text(&docs[d], node));
            }
            n_refused += status != ST_OK;
            image.data[i] = (char)(image.data[i] ^ flips[k]);
        }
    }
    assert_true(n_refused > image.n);
    assert_int_equal(doc_unpack(image.data, image.n, docs, &n, &world->fault), ST_OK);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(yaml_and_json_give_the_same_canonical_bytes),
        IN_WORLD(keys_are_sorted_by_bytes),
        IN_WORLD(numbers_are_written_alike_however_they_came),
        IN_WORLD(texts_are_escaped_no_more_than_json_asks),
        IN_WORLD(surrogate_pairs_become_one_character),
        IN_WORLD(plain_yaml_words_have_the_kinds_that_json_knows),
        IN_WORLD(json_kinds_are_json_kinds),
        IN_WORLD(scalars_keep_their_text_as_written),
        IN_WORLD(no_such_node_is_nothing),
        IN_WORLD(every_value_knows_its_place),
        IN_WORLD(map_order_is_kept),
        IN_WORLD(line_ends_and_byte_order_marks_do_not_matter),
        IN_WORLD(block_texts_keep_or_fold_their_lines),
        IN_WORLD(a_quoted_merge_sign_is_a_key_like_any_other),
        IN_WORLD(a_built_tree_keeps_its_order_and_is_written_sorted),
        IN_WORLD(a_big_built_tree_keeps_every_value),
        IN_WORLD(maps_merge_and_everything_else_is_replaced),
        IN_WORLD(an_overlay_keeps_the_order_below_and_the_places_above),
        IN_WORLD(an_overlay_of_nothing_is_a_copy),
        IN_WORLD(an_image_gives_its_documents_back_in_place),
        IN_WORLD(a_cut_image_is_refused),
        IN_WORLD(a_damaged_image_is_refused_or_harmless),
    };
    return cmocka_run_group_tests_name("doc", tests, NULL, NULL);
}
