// test_check: the parts of the check of a base, each on a small base of its own. The twin of
// check_strict is the evaluator of rules: what is said to follow holds for every person tried.
// SPDX-License-Identifier: Apache-2.0
#include "knowledge/check_base.h"
#include "knowledge/check_number.h"
#include "knowledge/check_ring.h"
#include "knowledge/check_row.h"
#include "knowledge/check_strict.h"
#include "knowledge/check_weaker.h"
#include "knowledge/evaluate.h"
#include "tests/knowledge/small.h"

#include <stdio.h>

enum { PAIRS = 400, PEOPLE = 36, FOLLOWING_MIN = 40, CHAIN = 400 };

// ---- what follows from what ----

// A number below n that is the same in every run.
static unsigned draw(uint32_t *state, unsigned n) {
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 16) % n;
}

static void add_test(struct text *out, uint32_t *state, int depth) {
    static const char *const smoking[] = {"never", "former", "current", "never, former",
                                          "former, current"};
    switch (draw(state, depth > 0 ? 10 : 4)) {
    case 0: text_addf(out, "{field: smoking, is: [%s]}", smoking[draw(state, 5)]); return;
    case 1: text_addf(out, "{field: phototype, below: %u}", 2 + draw(state, 5)); return;
    case 2: text_addf(out, "{field: phototype, at_least: %u}", 1 + draw(state, 5)); return;
    case 3: text_add(out, "{field: phototype, at_least: 2, below: 5}"); return;
    case 4: text_add(out, "{any: ["); break;
    case 5: text_add(out, "{none: ["); break;
    default:
        text_addf(out, "{has: {list: conditions, codes: [%s], where: [{field: status, is: [%s]}]}}",
                  draw(state, 2) ? "eczema" : "eczema, psoriasis",
                  draw(state, 2) ? "active" : "active, history");
        return;
    }
    add_test(out, state, depth - 1);
    if (draw(state, 2)) {
        text_add(out, ", ");
        add_test(out, state, depth - 1);
    }
    text_add(out, "]}");
}

static void add_tests(struct text *out, uint32_t *state) {
    text_add(out, "[");
    add_test(out, state, 2);
    if (draw(state, 2)) {
        text_add(out, ", ");
        add_test(out, state, 1);
    }
    text_add(out, "]");
}

// Rules of two cases; what the first asks is to follow from what the second asks, or not.
static const char *pairs_of(struct arena *arena) {
    struct text out   = text_new(arena);
    uint32_t    state = 7;
    text_add(&out, "rules:\n");
    for (int i = 0; i < PAIRS; i++) {
        text_addf(&out,
                  "- {id: X-%d, rows: [X-1], topic: {en: T}, scope: {over: person}, sources: "
                  "[default], status: default, grade: D, examples: [], cases: [{class: caution, "
                  "because: {en: b}, where: ",
                  i);
        add_tests(&out, &state);
        text_add(&out, "}, {class: caution, because: {en: b}, where: ");
        add_tests(&out, &state);
        text_add(&out, "}]}\n");
    }
    return out.data;
}

static const char *person(int i, struct arena *arena) {
    static const char *const smoking[] = {"never", "former", "current", "unknown"};
    static const char *const skin[]    = {"1", "4", "unknown"};
    static const char *const ill[]     = {"[]", "[{code: eczema, status: active}]",
                                          "[{code: psoriasis, status: history}]"};
    return arena_format(arena, "smoking: %s\nphototype: %s\nconditions: %s\n", smoking[i % 4],
                        skin[i / 4 % 3], ill[i / 12 % 3]);
}

static struct strict_node tests_of(const struct doc *doc, int rule, int n) {
    struct strict_node at = {doc, doc_child(doc, 0, "rules")};
    at                    = check_strict_first(at);
    for (int i = 0; i < rule; i++) at = check_strict_next(at);
    at = check_strict_first(check_strict_child(at, "cases"));
    return check_strict_child(n ? check_strict_next(at) : at, "where");
}

static void what_is_said_to_follow_holds_for_everybody(void **state) {
    struct world *world = *state;
    struct small  small;
    small_open(world, &small, pairs_of(&world->arena));
    const struct doc *doc = load_doc(small.knowledge, "rules.yaml");
    bool              follows[PAIRS][2];
    int               n_following = 0;
    for (int r = 0; r < PAIRS; r++)
        for (int k = 0; k < 2; k++) {
            follows[r][k] = check_strict_follows(tests_of(doc, r, k), tests_of(doc, r, !k));
            n_following += follows[r][k];
        }
    for (int i = 0; i < PEOPLE; i++) {
        small_view(world, &small, person(i, &world->arena));
        for (int r = 0; r < PAIRS; r++) {
            const struct rule *rule = (const struct rule *)small.knowledge->all.rules.items + r;
            const struct rule_case *cases   = rule->cases.items;
            struct evaluate_item    item    = {0};
            struct names            missing = {0};
            bool                    holds[2];
            for (int k = 0; k < 2; k++)
                holds[k] =
                    evaluate_tests(&small.view, &cases[k].where, &item, &missing) == TRUTH_TRUE;
            for (int k = 0; k < 2; k++)
                if (follows[r][k] && holds[k] && !holds[!k])
                    fail_msg("%s, case %d: %s", rule->id, k, person(i, &world->arena));
        }
    }
    if (n_following < FOLLOWING_MIN) fail_msg("only %d follow", n_following);
}

static void every_list_of_tests_follows_from_itself(void **state) {
    struct world *world = *state;
    struct doc    doc   = small_doc(world, "rules.yaml", pairs_of(&world->arena));
    for (int r = 0; r < PAIRS; r++)
        if (!check_strict_follows(tests_of(&doc, r, 0), tests_of(&doc, r, 0))) fail_msg("X-%d", r);
}

static bool covers(struct world *world, const char *a, const char *b) {
    struct doc old = small_doc(world, "a.yaml", a), new = small_doc(world, "b.yaml", b);
    return check_strict_covers((struct strict_node){&old, 0}, (struct strict_node){&new, 0});
}

static void a_scope_covers_what_is_no_wider(void **state) {
    struct world *world = *state;
    assert_true(covers(world, "{over: goal_zones, zones: [chin]}", "{over: goal_zones}"));
    assert_true(covers(world, "{over: goal_zones, devices: [rf]}", "{over: person}"));
    assert_true(covers(world, "{over: spot}", "{over: spot}"));
    assert_true(covers(world, "{over: person, except_goals: [a]}", "{over: person}"));
    assert_false(covers(world, "{over: goal_zones}", "{over: goal_zones, zones: [chin]}"));
    assert_false(covers(world, "{over: person}", "{over: goal_zones}"));
    assert_false(covers(world, "{over: person, agents: [a, b]}", "{over: person, agents: [a]}"));
    assert_false(covers(world, "{over: person}", "{over: person, except_goals: [a]}"));
}

// ---- one kind of complaint at a time ----

enum { BARE = 5 };   // devices and agents of the small base, which name no source

static struct check checked(struct world *world, const char *yaml, void (*part)(struct check *)) {
    struct small small;
    struct check check;
    small_open(world, &small, yaml);
    if (load_library(small.knowledge, &world->arena, &world->fault) != ST_OK)
        fail_msg("%s", world->fault.text);
    check_open(&check, small.knowledge, &world->arena);
    part(&check);
    return check;
}

static void assert_said(const struct check *check, int i, const char *begins, const char *says) {
    if (i >= check->said.n) fail_msg("only %d complaints, not %s", check->said.n, begins);
    const char *said = check->said.items[i];
    if (!text_starts(said, begins) || !strstr(said, says)) fail_msg("%s", said);
}

#define PARAMETER(rest) "parameters:\n- {id: x, unit: '1', " rest "}\n"

static void a_number_needs_a_source_a_status_and_a_grade(void **state) {
    struct check check =
        checked(*state, PARAMETER("median: 2, sources: [R01], status: seen"), check_numbers);
    assert_int_equal(check.n_said, BARE);   // the grade is that of its source
    check = checked(*state, PARAMETER("median: 2, status: seen"), check_numbers);
    assert_int_equal(check.n_unsourced, BARE + 1);
    assert_said(&check, BARE, "rules.yaml:2:30: parameters.x.median: 2: ", "has no source");
    check = checked(*state, PARAMETER("median: 2, sources: [R01]"), check_numbers);
    assert_said(&check, BARE, "rules.yaml:2:30: parameters.x.median: 2: ", "has no status");
}

static void a_noun_around_a_number_covers_it(void **state) {
    static const char pen[] = "devices:\n- {id: x, label: {en: x}, kind: pen, needles: 3, "
                              "reach: {value: 2 mm}, sources: [R01], status: seen%s}\n";
    struct world     *world = *state;
    struct check      check =
        checked(world, arena_format(&world->arena, pen, ", grade: B"), check_numbers);
    assert_int_equal(check.n_said, BARE);
    check = checked(world, arena_format(&world->arena, pen, ""), check_numbers);
    assert_int_equal(check.n_said, BARE + 2);
    assert_said(&check, BARE + 1, "rules.yaml:2:65: devices.x.value: 2 mm: ", "has no grade");
}

#define REGISTER(rest) "registers:\n- {id: ZZ, topic: {en: t}, ids: [ZZ-01, ZZ-02]" rest "}\n"
#define NOTE(id, rest)                                                                             \
    "notes:\n- {id: " id ", text: {en: n}, sources: [R01], status: seen, grade: B" rest "}\n"

static int said_of(const struct check *check, const char *place, const char *says) {
    int n = 0;
    for (int i = 0; i < check->said.n; i++)
        n += text_starts(check->said.items[i], place) && strstr(check->said.items[i], says);
    return n;
}

static void a_row_is_used_or_says_why_not(void **state) {
    struct check check =
        checked(*state, REGISTER(", unused: [{id: ZZ-02, because: {en: w}}]") NOTE("ZZ-01", ""),
                check_rows);
    assert_int_equal(check.n_said, 0);
    assert_int_equal(check.n_rows, 2);
    assert_string_equal(*(const char *const *)check.rows[0].used.items, "notes.ZZ-01");
    assert_string_equal(check.rows[1].because, "w");
    check = checked(*state, REGISTER("") NOTE("n", ", rows: [ZZ-01, ZZ-02]"), check_rows);
    assert_int_equal(check.n_said, 0);
    check = checked(*state,
                    REGISTER(", unused: [{id: ZZ-01, because: {en: w}}, {id: ZZ-03, because: "
                             "{en: w}}]") NOTE("n", ", rows: [ZZ-01, ZZ-02]"),
                    check_rows);
    assert_int_equal(check.n_said, 2);
    assert_int_equal(said_of(&check, "rules.yaml:2:", "ZZ-01: is used, and is listed"), 1);
    assert_int_equal(said_of(&check, "rules.yaml:2:", "ZZ-03: is no row of a register"), 1);
    check =
        checked(*state, "registers:\n- {id: ZZ, topic: {en: t}, ids: [YY-01]}\n" NOTE("YY-01", ""),
                check_rows);
    assert_int_equal(said_of(&check, "rules.yaml:2:", "is no row of this register"), 1);
}

// Each zone is a part of the one before it; `last` closes the chain, or does not.
static const char *chain_of(struct arena *arena, const char *last) {
    struct text out = text_new(arena);
    text_add(&out, "zones:\n");
    for (int i = 0; i < CHAIN; i++)
        text_addf(&out, "- {id: z%d, label: {en: z}, region: face, parts: [%s]}\n", i,
                  i + 1 < CHAIN ? arena_format(arena, "z%d", i + 1) : last);
    return out.data;
}

static void a_chain_is_no_ring_until_it_is_closed(void **state) {
    struct world *world = *state;
    struct check  check = checked(world, chain_of(&world->arena, "chin"), check_rings);
    assert_int_equal(said_of(&check, "", "in a ring"), 0);
    check = checked(world, chain_of(&world->arena, "z0"), check_rings);
    assert_int_equal(said_of(&check, "", "in a ring: z0 -> z1 -> z2"), 1);
    check = checked(world, chain_of(&world->arena, "z7"), check_rings);
    assert_int_equal(said_of(&check, "", "in a ring: z7 -> z8 -> z9"), 1);
}

static void complaints_beyond_the_most_are_counted(void **state) {
    struct world *world = *state;
    struct text   out   = text_new(&world->arena);
    text_add(&out, "parameters:\n");
    for (int i = 0; i < 500; i++)
        text_addf(&out, "- {id: p%d, unit: '1', median: 1, low: 1, high: 2}\n", i);
    struct check check = checked(world, out.data, check_numbers);
    assert_int_equal(check.n_unsourced, BARE + 1500);
    assert_int_equal(check.n_said, BARE + 1500);
    assert_int_equal(check.said.n, CHECK_COMPLAINTS);
}

// ---- the examples of a built-in rule, on the rule in its place ----

#define REFUSES(case_, days)                                                                       \
    "rules:\n- {id: X-1, rows: [X-1], topic: {en: T}, scope: {over: person}, sources: [default], " \
    "status: default, grade: D, examples: [{name: a smoker, finds: refuse, patient: {smoking: "    \
    "current}}, {name: one who waits, finds: defer, patient: {smoking: former}}], cases: "         \
    "[{class: "                                                                                    \
    "refuse, because: {en: b}, where: [{field: smoking, is: [current]}]" case_                     \
    "}, {class: defer, because: {en: b}, where: [{field: smoking, is: [former]}], until: {from: "  \
    "'on', days: " days "}}]}\n"

// By their examples alone, without a look at what stands in the rules.
static struct check compared(struct world *world, const char *mine) {
    struct doc        docs[] = {small_doc(world, "things.yaml", small_things),
                                small_doc(world, "rules.yaml", REFUSES("", "20")),
                                small_doc(world, "neutral.yaml", "smoking: never\n"),
                                small_doc(world, "clinic.yaml", "name: C\ncurrency: USD\n")};
    struct doc       *extra  = ARENA_NEW(&world->arena, struct doc, 1);
    struct text       image  = text_new(&world->arena);
    struct check      check;
    struct knowledge *knowledge = ARENA_NEW(&world->arena, struct knowledge, 1);
    *extra                      = small_doc(world, "mine.yaml", mine);
    doc_pack(docs, 4, &image);
    char *bytes = arena_alloc(&world->arena, image.n, 1);   // aligned
    memcpy(bytes, image.data, (size_t)image.n);
    if (load_knowledge(knowledge, bytes, image.n, extra, 1, true, &world->arena, &world->fault))
        fail_msg("%s", world->fault.text);
    check_open(&check, knowledge, &world->arena);
    check_weaker_examples(&check);
    return check;
}

static void an_example_finds_as_much_for_as_long_and_as_widely(void **state) {
    static const char same[] = "an example of the built-in rule: ";
    struct check      check  = compared(*state, REFUSES(", told: {en: t}", "20"));
    assert_int_equal(check.n_said, 0);
    check = compared(*state, REFUSES(", excludes: [serum]", "20"));
    assert_int_equal(check.n_said, 0);
    check = compared(*state, REFUSES(", scope: {over: goal_zones, devices: [rf]}", "20"));
    assert_int_equal(check.n_said, 1);
    assert_int_equal(said_of(&check, "mine.yaml:2:", "a smoker"), 1);
    assert_int_equal(said_of(&check, "mine.yaml:2:", same), 1);
    check = compared(*state, REFUSES(", until: {from: 'on', days: 1}", "20"));
    assert_int_equal(said_of(&check, "", "a smoker"), 1);
    assert_int_equal(check.n_said, 1);
    check = compared(*state, REFUSES(", told: {en: t}", "19"));
    assert_int_equal(check.n_said, 1);
    assert_int_equal(said_of(&check, "", "one who waits"), 1);
    check = compared(*state, REFUSES(", told: {en: t}", "21"));
    assert_int_equal(check.n_said, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(what_is_said_to_follow_holds_for_everybody),
        IN_WORLD(every_list_of_tests_follows_from_itself),
        IN_WORLD(a_scope_covers_what_is_no_wider),
        IN_WORLD(a_number_needs_a_source_a_status_and_a_grade),
        IN_WORLD(a_noun_around_a_number_covers_it),
        IN_WORLD(a_row_is_used_or_says_why_not),
        IN_WORLD(a_chain_is_no_ring_until_it_is_closed),
        IN_WORLD(complaints_beyond_the_most_are_counted),
        IN_WORLD(an_example_finds_as_much_for_as_long_and_as_widely),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
