// test_field: one small noun with a field of every kind: read, written, refused, described.
// SPDX-License-Identifier: Apache-2.0
#include "domain/field.h"

#include "tests/base/test_doc.h"

#include <stdio.h>

struct leaf {
    const char   *name;
    struct amount size;   // mm
};

struct entry {   // of a map: its key comes first
    const char *key;
    int         count;   // words
};

struct sample {
    const char       *text, *code, *open;
    int               choice, fact;
    struct when       date, day;
    struct amount     number, whole, length, pause;
    struct money      money;
    int               flag;
    bool              always;
    struct leaf      *leaf, *word;
    struct list       list, map, pairs;
    struct names      names, texts;
    struct numbers    numbers, times;
    struct wording    wording;
    struct field_node node;
};

static const char *const counts[]  = {"one", "two", NULL};
static const char *const unknown[] = {"unknown", NULL};
static const char *const codes[]   = {"cheeks", "chin", "forehead"};

static const struct vocabulary places[] = {{"places", codes, 3}};

static const struct field leaf_fields[] = {
    FIELD(leaf, name, TEXT, .max = 10, .flags = FIELD_REQUIRED, .help = "its name"),
    FIELD(leaf, size, QUANTITY, .unit = "mm", .min = 0.1, .max = 4, .help = "its size"),
    {0}};
static const struct noun leaf_noun = {"leaf", "a leaf", sizeof(struct leaf), leaf_fields, false};

static const struct field entry_fields[] = {
    FIELD(entry, count, CHOICE, .words = counts, .flags = FIELD_REQUIRED, .help = "how many"), {0}};
static const struct noun entry_noun = {"entry", "an entry", sizeof(struct entry), entry_fields,
                                       false};

static const struct field sample_fields[] = {
    FIELD(sample, text, TEXT, .max = 12, .help = "text"),
    FIELD(sample, code, NAME, .vocabulary = "places", .help = "code"),
    FIELD(sample, open, NAME, .vocabulary = "places", .flags = FIELD_OPEN, .help = "any code"),
    FIELD(sample, choice, CHOICE, .words = counts, .help = "choice"),
    FIELD_FACT(sample, fact, "fact"),
    FIELD(sample, date, DATE, .help = "date"),
    FIELD(sample, day, DATE, .words = unknown, .help = "date or word"),
    FIELD(sample, number, NUMBER, .min = -5, .max = 100, .words = unknown, .help = "number"),
    FIELD(sample, whole, NUMBER, .min = 1, .max = 64, .flags = FIELD_WHOLE, .help = "count"),
    FIELD(sample, length, QUANTITY, .unit = "mm", .min = 0.1, .max = 4, .words = unknown,
          .help = "length"),
    FIELD(sample, pause, QUANTITY, .unit = "d", .min = 0, .max = 365, .flags = FIELD_BARE,
          .help = "days"),
    FIELD(sample, money, MONEY, .help = "money"),
    FIELD(sample, flag, BOOL, .help = "flag"),
    FIELD(sample, always, BOOL, .flags = FIELD_ALWAYS, .help = "flag that is always there"),
    FIELD(sample, leaf, NOUN, .noun = &leaf_noun, .help = "noun"),
    FIELD(sample, word, NOUN, .noun = &leaf_noun, .flags = FIELD_WORD, .help = "noun or word"),
    FIELD(sample, list, LIST, .noun = &leaf_noun, .help = "list"),
    FIELD(sample, map, MAP, .noun = &entry_noun, .flags = FIELD_ALWAYS, .help = "map"),
    FIELD(sample, pairs, PAIRS, .flags = FIELD_ALWAYS, .help = "pairs"),
    FIELD(sample, names, NAMES, .vocabulary = "places", .flags = FIELD_ALWAYS, .help = "names"),
    FIELD(sample, texts, TEXTS, .max = 8, .help = "texts"),
    FIELD(sample, numbers, NUMBERS, .min = -1, .max = 10, .help = "numbers"),
    FIELD(sample, times, NUMBERS, .unit = "d", .min = 0, .max = 100, .help = "times"),
    FIELD(sample, wording, WORDING, .help = "wording"),
    FIELD(sample, node, NODE, .help = "anything"),
    {0}};
static const struct noun sample_noun = {"sample", "a field of every kind", sizeof(struct sample),
                                        sample_fields, true};

static const char full[] =
    "format: stipple-sample/1\ntext: 'a: b'\ncode: chin\nopen: elsewhere\nchoice: two\nfact: no\n"
    "date: 2024-02-29\nday: unknown\nnumber: -2.50\nwhole: 64\nlength: 1500 um\npause: 7\n"
    "money: 1200.50 USD\nflag: false\nalways: true\nleaf: {name: x, size: 4mm}\n"
    "word: {name: never}\nlist:\n- {name: a}\n- {name: b, size: 0.1 mm}\n"
    "map: {b: {count: one}, a: {count: two}}\npairs: [[p, q], [], [r]]\nnames: [chin, cheeks]\n"
    "texts: []\nnumbers: [1.50, -1, 10]\ntimes: [1 d, 2w]\nwording: {en: Hello, de: Hallo}\nnode: "
    "{x: [1, null, "
    "true, {y: z}]}\n";

static const char full_json[] =
    "{\"always\":true,\"choice\":\"two\",\"code\":\"chin\",\"date\":\"2024-02-29\","
    "\"day\":\"unknown\",\"fact\":\"no\",\"flag\":false,\"format\":\"stipple-sample/1\","
    "\"leaf\":{\"name\":\"x\",\"size\":\"4 mm\"},\"length\":\"1.5 mm\","
    "\"list\":[{\"name\":\"a\"},{\"name\":\"b\",\"size\":\"0.1 mm\"}],"
    "\"map\":{\"a\":{\"count\":\"two\"},\"b\":{\"count\":\"one\"}},\"money\":\"1200.5 USD\","
    "\"names\":[\"chin\",\"cheeks\"],\"node\":{\"x\":[1,null,true,{\"y\":\"z\"}]},"
    "\"number\":-2.5,\"numbers\":[1.5,-1,10],\"open\":\"elsewhere\",\"pairs\":[[\"p\",\"q\"],[],["
    "\"r\"]],"
    "\"pause\":\"7 d\",\"text\":\"a: b\",\"texts\":[],\"times\":[\"1 d\",\"14 d\"],\"whole\":64,"
    "\"wording\":{\"de\":\"Hallo\",\"en\":\"Hello\"},\"word\":\"never\"}";

static enum status read_sample(struct world *world, const struct doc *doc, struct sample *sample) {
    struct field_reader reader = {places, 1, &world->arena, &world->fault};
    *sample                    = (struct sample){0};
    return field_read(&sample_noun, doc, 0, sample, &reader);
}

static const struct doc *doc_of(struct world *world, const struct sample *sample) {
    struct doc_build *build = doc_build_new(&world->arena);
    struct doc       *doc   = ARENA_NEW(&world->arena, struct doc, 1);
    field_write(&sample_noun, sample, build, NULL);
    *doc = doc_build_done(build);
    return doc;
}

static void every_kind_is_read_into_its_member(void **state) {
    struct world *world = *state;
    struct sample s;
    assert_int_equal(read_sample(world, read_yaml(world, full), &s), ST_OK);
    assert_string_equal(s.text, "a: b");
    assert_string_equal(s.code, "chin");
    assert_string_equal(s.open, "elsewhere");
    assert_int_equal(s.choice, 2);
    assert_int_equal(s.fact, FACT_NO);
    assert_int_equal(s.date.day, date_of(2024, 2, 29));
    assert_true(s.day.word == 1 && s.day.day == 0);
    assert_true(s.number.is_known && s.number.value == -2.5 && s.whole.value == 64);
    assert_true(s.length.value == 1.5 && s.pause.is_known && s.pause.value == 7);
    assert_true(s.money.value == 1200.5);
    assert_string_equal(s.money.currency, "USD");
    assert_int_equal(s.flag, FIELD_BOOL_FALSE);
    assert_true(s.always);
    assert_true(s.leaf->size.value == 4 && !s.word->size.is_known);
    assert_true(s.list.is_present && s.list.n == 2 && s.map.n == 2 && s.pairs.n == 3);
    assert_string_equal(((struct leaf *)s.list.items)[1].name, "b");
    assert_string_equal(((struct entry *)s.map.items)[0].key, "b");
    assert_int_equal(((struct entry *)s.map.items)[1].count, 2);
    assert_int_equal(((struct names *)s.pairs.items)[0].n, 2);
    assert_true(s.names.n == 2 && s.texts.n == 0 && s.texts.is_present);
    assert_true(s.times.n == 2 && s.times.items[0] == 1 && s.times.items[1] == 14);
    assert_true(s.numbers.n == 3 && s.numbers.items[0] == 1.5 && s.numbers.items[1] == -1);
    assert_string_equal(s.wording.languages[1], "de");
    assert_string_equal(s.wording.texts[1], "Hallo");
    assert_int_equal(doc_kind_of(s.node.doc, s.node.node), DOC_MAP);
}

// `word` is a noun with FIELD_WORD: what has its first member is written as that word alone.
static const char *without_word(struct world *world, const char *json) {
    const char *at = strstr(json, ",\"word\":\"never\"");
    return at ? arena_format(&world->arena, "%.*s%s", (int)(at - json), json, at + 15) : json;
}

static void what_is_written_reads_back_the_same(void **state) {
    struct world    *world = *state;
    struct sample    first, second;
    const struct doc doc = *read_yaml(world, full);   // the field `node` points into it
    assert_int_equal(read_sample(world, &doc, &first), ST_OK);
    const char *json   = written(world, doc_of(world, &first), 0);
    const char *wanted = written(world, read_json(world, full_json), 0);
    assert_string_equal(json, wanted);
    first.word = NULL;
    json       = written(world, doc_of(world, &first), 0);
    assert_string_equal(json, without_word(world, wanted));
    assert_int_equal(read_sample(world, read_json(world, json), &second), ST_OK);
    assert_string_equal(written(world, doc_of(world, &second), 0), json);
    assert_int_equal(second.date.day, first.date.day);
    assert_true(second.number.value == first.number.value);
    assert_true(second.length.value == first.length.value && second.pause.value == 7);
    assert_true(second.texts.is_present && second.flag == FIELD_BOOL_FALSE);
}

static void a_zero_struct_writes_only_what_is_always_there(void **state) {
    struct world *world  = *state;
    struct sample sample = {0};
    assert_string_equal(written(world, doc_of(world, &sample), 0),
                        "{\"always\":false,\"format\":\"stipple-sample/1\",\"map\":{},\"names\":[],"
                        "\"pairs\":[]}");
}

static void an_empty_mapping_is_read_as_a_zero_struct(void **state) {
    struct world *world = *state;
    struct sample sample, zero = {0};
    assert_int_equal(read_sample(world, read_yaml(world, "{}\n"), &sample), ST_OK);
    assert_memory_equal(&sample, &zero, sizeof zero);
}

struct refusal {
    const char *yaml, *fault;   // how the fault begins
};

static const struct refusal refusals[] = {
    {"- a\n", "f:1:1: file: a list: is no mapping"},
    {"just text\n", "f:1:1: file: just text: is no mapping"},
    {"textt: a\n", "f:1:1: textt: a: is no key of a sample, did you mean text?; allowed: text"},
    {"zzzzzz: a\n", "f:1:1: zzzzzz: a: is no key of a sample; allowed: text, code"},
    {"format: stipple-sample/2\n",
     "f:1:9: format: stipple-sample/2: is another format; allowed: stipple-sample/1"},
    {"leaf: {format: stipple-leaf/1, name: x}\n", "f:1:8: leaf.format: "},
    {"numbers: 7\n", "f:1:10: numbers: 7: is no list"},
    {"numbers: [1, b]\n", "f:1:14: numbers[1]: b: is no bare number"},
    {"times: [1]\n", "f:1:9: times[0]: 1: has no unit, did you mean \"1 d\"?"},
    {"times: [1 d, 2 h]\n", "f:1:14: times[1]: 2 h: has a wrong unit"},
    {"times: [-1 d]\n", "f:1:9: times[0]: -1 d: is out of range; allowed: 0 to 100 d"},
    {"numbers: [1, 11]\n", "f:1:14: numbers[1]: 11: is out of range; allowed: -1 to 10"},
    {"text: [a]\n", "f:1:7: text: a list: is no text"},
    {"text:\n", "f:1:6: text: nothing: is no text"},
    {"text: ''\n", "f:1:7: text: an empty text: is empty"},
    {"text: abcdefghijklm\n", "f:1:7: text: abcdefghijklm: is too long; allowed: at most 12 bytes"},
    {"code: chinn\n", "f:1:7: code: chinn: is no code known here, did you mean chin?; allowed: "},
    {"choice: Two\n",
     "f:1:9: choice: Two: is not one of the words, did you mean two?; allowed: one"},
    {"choice: {}\n", "f:1:9: choice: a mapping: is not one of the words"},
    {"fact: true\n", "f:1:7: fact: true: is not one of the words; allowed: yes, no, unknown"},
    {"date: 2026-02-30\n", "f:1:7: date: 2026-02-30: is no date of the calendar; allowed: YYYY"},
    {"date: 2026-2-3\n", "f:1:7: date: 2026-2-3: is no date"},
    {"date: 20260203\n", "f:1:7: date: 20260203: is no date"},
    {"date: 1899-12-31\n", "f:1:7: date: 1899-12-31: is no date"},
    {"date: 2026-02-03T00:00:00\n", "f:1:7: date: 2026-02-03T00:00:00: is no date"},
    {"date: unknown\n", "f:1:7: date: unknown: is no date"},
    {"day: never\n", "f:1:6: day: never: is no date of the calendar; allowed: YYYY-MM-DD from 1900 "
                     "to 2199, unknown"},
    {"number: '7'\n", "f:1:9: number: 7: is no bare number"},
    {"number: 7 mm\n", "f:1:9: number: 7 mm: is no bare number"},
    {"number: .nan\n", "f:1:9: number: .nan: is no bare number"},
    {"number: .inf\n", "f:1:9: number: .inf: is no bare number"},
    {"number: -6\n", "f:1:9: number: -6: is out of range; allowed: -5 to 100"},
    {"number: 100.001\n", "f:1:9: number: 100.001: is out of range"},
    {"number: true\n", "f:1:9: number: true: is no bare number"},
    {"whole: 1.5\n", "f:1:8: whole: 1.5: is no whole number"},
    {"whole: 0\n", "f:1:8: whole: 0: is out of range; allowed: 1 to 64"},
    {"length: 1.5\n", "f:1:9: length: 1.5: has no unit, did you mean \"1.5 mm\"?; allowed: a "
                      "number with a unit (mm, um, cm)"},
    {"length: 2 d\n", "f:1:9: length: 2 d: has a wrong unit; allowed: a number with a unit (mm"},
    {"length: deep\n", "f:1:9: length: deep: is no number with a unit"},
    {"length: 0 mm\n", "f:1:9: length: 0 mm: is out of range; allowed: 0.1 to 4 mm"},
    {"length: 1 cm\n", "f:1:9: length: 1 cm: is out of range; allowed: 0.1 to 4 mm"},
    {"length: nan mm\n", "f:1:9: length: nan mm: is no number with a unit"},
    {"length: -1 mm\n", "f:1:9: length: -1 mm: is out of range"},
    {"pause: 400\n", "f:1:8: pause: 400: is out of range; allowed: 0 to 365 d"},
    {"pause: -1\n", "f:1:8: pause: -1: is out of range"},
    {"money: 1200\n", "f:1:8: money: 1200: is no amount of money"},
    {"money: 1200 usd\n", "f:1:8: money: 1200 usd: is no amount of money"},
    {"money: USD 12\n", "f:1:8: money: USD 12: is no amount of money"},
    {"money: -1 USD\n", "f:1:8: money: -1 USD: is out of range"},
    {"money: 1e8 USD\n", "f:1:8: money: 1e8 USD: is out of range"},
    {"money: 1  USD\n", "f:1:8: money: 1  USD: is no amount of money"},
    {"flag: yes\n", "f:1:7: flag: yes: is neither true nor false; allowed: true, false"},
    {"always: 'true'\n", "f:1:9: always: true: is neither true nor false"},
    {"leaf: x\n", "f:1:7: leaf: x: is no mapping"},
    {"leaf: {}\n", "f:1:7: leaf: a mapping: lacks the key name; allowed: its name"},
    {"word: never\n", NULL},
    {"word: [never]\n", "f:1:7: word: a list: is no mapping"},
    {"list: {name: a}\n", "f:1:7: list: a mapping: is no list; allowed: a list ([] says none)"},
    {"list: a\n", "f:1:7: list: a: is no list"},
    {"list:\n", "f:1:6: list: nothing: is no list"},
    {"list:\n- {name: a}\n- {name: b, size: 5 mm}\n", "f:3:19: list[1].size: 5 mm: is out of"},
    {"list: [a]\n", "f:1:8: list[0]: a: is no mapping"},
    {"map: []\n", "f:1:6: map: a list: is no mapping"},
    {"map: {a: {count: three}}\n", "f:1:18: map.a.count: three: is not one of the words"},
    {"map: {a: {}}\n", "f:1:10: map.a: a mapping: lacks the key count"},
    {"pairs: [a]\n", "f:1:9: pairs[0]: a: is no list"},
    {"pairs: [[a], [b, b]]\n", "f:1:18: pairs[1][1]: b: stands twice"},
    {"pairs: [[{}]]\n", "f:1:10: pairs[0][0]: a mapping: is no text"},
    {"names: [chin, chin]\n", "f:1:15: names[1]: chin: stands twice; allowed: each once"},
    {"names: [chin, nose]\n", "f:1:15: names[1]: nose: is no code known here; allowed: cheeks"},
    {"names: chin\n", "f:1:8: names: chin: is no list"},
    {"texts: [abcdefghi]\n", "f:1:9: texts[0]: abcdefghi: is too long"},
    {"texts: [[a]]\n", "f:1:9: texts[0]: a list: is no text"},
    {"wording: Hello\n", "f:1:10: wording: Hello: is no mapping"},
    {"wording: {en: []}\n", "f:1:15: wording.en: a list: is no text"},
};

static void what_does_not_fit_is_refused_with_its_place_and_what_is_allowed(void **state) {
    struct world *world = *state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        struct sample  sample;
        struct refusal r      = refusals[i];
        enum status    status = read_sample(world, read_yaml(world, r.yaml), &sample);
        const char    *said   = status ? world->fault.text : "accepted";
        if (status != (r.fault ? ST_CONTENT : ST_OK)) fail_msg("%s: %s", r.yaml, said);
        if (!r.fault) continue;
        if (!text_starts(said, r.fault)) fail_msg("%s\n, not %s", said, r.fault);
        if (!strstr(said, "; allowed: ")) fail_msg("%s", said);
    }
}

static void a_bare_word_stands_in_the_first_member(void **state) {
    struct world *world = *state;
    struct sample sample;
    assert_int_equal(read_sample(world, read_yaml(world, "word: never\n"), &sample), ST_OK);
    assert_non_null(sample.word);
    assert_string_equal(sample.word->name, "never");
    assert_string_equal(
        written(world, doc_of(world, &sample), 0),
        "{\"always\":false,\"format\":\"stipple-sample/1\",\"map\":{},\"names\":[],\"pairs\":[],"
        "\"word\":\"never\"}");
}

static void a_list_beyond_the_limit_is_refused_as_a_limit(void **state) {
    struct world            *world   = *state;
    static const char *const forms[] = {"list: [%s]\n", "texts: [%s]\n", "pairs: [%s]\n",
                                        "map: {%s}\n", "wording: {%s}\n"};
    static const char *const items[] = {"{name: a}", "t%d", "[]", "k%d: {count: one}", "k%d: a"};
    for (int f = 0; f < 5; f++)
        for (int n = LIMIT_LIST_ITEMS; n <= LIMIT_LIST_ITEMS + 1; n++) {
            struct text list = text_new(&world->arena);
            for (int i = 0; i < n; i++) {
                const char *hole = strchr(items[f], '%');
                text_add(&list, i ? ", " : "");
                text_add_bytes(&list, items[f],
                               hole ? hole - items[f] : (ptrdiff_t)strlen(items[f]));
                if (hole) text_addf(&list, "%d%s", i, hole + 2);
            }
            struct text   yaml = text_new(&world->arena);
            const char   *hole = strchr(forms[f], '%');
            struct sample sample;
            text_add_bytes(&yaml, forms[f], hole - forms[f]);
            text_addf(&yaml, "%s%s", list.data, hole + 2);
            enum status status = read_sample(world, read_yaml(world, yaml.data), &sample);
            if (status != (n > LIMIT_LIST_ITEMS ? ST_LIMIT : ST_OK)) fail_msg("%s %d", forms[f], n);
            if (status) assert_non_null(strstr(world->fault.text, "; allowed: at most 512"));
        }
}

static void a_long_value_is_shown_cut_on_a_character(void **state) {
    struct world *world = *state;
    struct sample sample;
    struct text   yaml = text_new(&world->arena);
    text_add(&yaml, "choice: a");
    for (int i = 0; i < 40; i++) text_add(&yaml, "\xC3\xA9");
    assert_int_equal(read_sample(world, read_yaml(world, yaml.data), &sample), ST_CONTENT);
    assert_true(text_is_utf8(world->fault.text, (ptrdiff_t)strlen(world->fault.text)));
    assert_non_null(strstr(world->fault.text, "\xC3\xA9...: is not one"));
}

static const char *copied(struct world *world, const char *yaml) {
    const struct doc *doc   = read_yaml(world, yaml);
    struct doc_build *build = doc_build_new(&world->arena);
    struct sample     sample;
    struct text       out = text_new(&world->arena);
    assert_int_equal(read_sample(world, doc, &sample), ST_OK);
    field_copy(&sample_noun, doc, 0, build, NULL);
    struct doc copy = doc_build_done(build);
    doc_write(&copy, 0, &out);
    return out.data;
}

static void a_copy_has_every_key_of_the_file_and_no_other(void **state) {
    struct world *world = *state;
    struct text   plain = text_new(&world->arena);
    doc_write(read_yaml(world, full), 0, &plain);
    assert_string_equal(copied(world, full), plain.data);
    assert_string_equal(copied(world, "{}"), "{}");
    assert_string_equal(copied(world, "list: []"), "{\"list\":[]}");
}

static void a_copy_has_as_text_what_its_table_calls_text(void **state) {
    struct world *world = *state;
    assert_string_equal(copied(world, "text: 12.50\nword: 491701234567890123\nnumber: 2.50\n"
                                      "leaf: {name: true}\npairs: [[1.0]]\ntexts: [7.10]\n"
                                      "wording: {en: 1e3}\nlist: [{name: 0.0}]\n"
                                      "map: {a: {count: one}}\nnode: 1.0\n"),
                        "{\"leaf\":{\"name\":\"true\"},\"list\":[{\"name\":\"0.0\"}],"
                        "\"map\":{\"a\":{\"count\":\"one\"}},\"node\":1,\"number\":2.5,"
                        "\"pairs\":[[\"1.0\"]],\"text\":\"12.50\",\"texts\":[\"7.10\"],"
                        "\"word\":\"491701234567890123\",\"wording\":{\"en\":\"1e3\"}}");
}

static void a_field_is_found_by_its_key_and_tells_its_word(void **state) {
    struct world *world = *state;
    struct sample sample;
    assert_null(field_find(&sample_noun, "nothing"));
    assert_int_equal(read_sample(world, read_yaml(world, full), &sample), ST_OK);
    assert_string_equal(field_word(field_find(&sample_noun, "day"), &sample), "unknown");
    assert_string_equal(field_word(field_find(&sample_noun, "choice"), &sample), "two");
    assert_null(field_word(field_find(&sample_noun, "date"), &sample));
    assert_null(field_word(field_find(&sample_noun, "text"), &sample));
}

static void the_schema_says_of_every_field_what_it_may_be(void **state) {
    struct world     *world      = *state;
    const char       *json       = field_schema(&sample_noun, places, 1, &world->arena);
    const struct doc *doc        = read_json(world, json);
    int               properties = doc_child(doc, 0, "properties");
    for (const struct field *field = sample_fields; field->name; field++)
        if (doc_child(doc, properties, field->name) < 0) fail_msg("%s", field->name);
    assert_int_equal(doc->nodes[properties].n,
                     1 + sizeof sample_fields / sizeof *sample_fields - 1);
    static const char *const parts[] = {
        "\"additionalProperties\":false",
        "\"format\":{\"const\":\"stipple-sample/1\"}",
        "\"choice\":{\"description\":\"choice\",\"enum\":[\"one\",\"two\"]}",
        "\"code\":{\"description\":\"code\",\"enum\":[\"cheeks\",\"chin\",\"forehead\"],",
        "\"open\":{\"description\":\"any code\",\"type\":\"string\"}",
        "\"whole\":{\"description\":\"count\",\"maximum\":64,\"minimum\":1,\"type\":\"integer\"}",
        "\"leaf\":{\"$ref\":\"#/$defs/leaf\",\"description\":\"noun\"}",
        "\"items\":{\"maximum\":10,\"minimum\":-1,\"type\":\"number\"},\"type\":\"array\"}",
        "\"required\":[\"name\"]",
        "\"enum\":[\"unknown\"]",
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strstr(json, parts[i])) fail_msg("%s not in %s", parts[i], json);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(every_kind_is_read_into_its_member),
        IN_WORLD(what_is_written_reads_back_the_same),
        IN_WORLD(a_zero_struct_writes_only_what_is_always_there),
        IN_WORLD(an_empty_mapping_is_read_as_a_zero_struct),
        IN_WORLD(what_does_not_fit_is_refused_with_its_place_and_what_is_allowed),
        IN_WORLD(a_bare_word_stands_in_the_first_member),
        IN_WORLD(a_list_beyond_the_limit_is_refused_as_a_limit),
        IN_WORLD(a_long_value_is_shown_cut_on_a_character),
        IN_WORLD(a_copy_has_every_key_of_the_file_and_no_other),
        IN_WORLD(a_copy_has_as_text_what_its_table_calls_text),
        IN_WORLD(a_field_is_found_by_its_key_and_tells_its_word),
        IN_WORLD(the_schema_says_of_every_field_what_it_may_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
