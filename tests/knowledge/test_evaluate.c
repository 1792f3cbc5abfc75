// test_evaluate: three-valued tests against their tables, and whole rules against a twin that tries
// every completion of what is not known.
// SPDX-License-Identifier: Apache-2.0
#include "small.h"

#include "knowledge/evaluate.h"

#include <stdio.h>

enum { F = TRUTH_FALSE, U = TRUTH_UNKNOWN, T = TRUTH_TRUE };

// ---- Kleene ----

// Two facts of the person with the three values each can have.
static const char *const facts_a[] = {"interpreter: no\n", "", "interpreter: yes\n"};
static const char *const facts_b[] = {"photo_consent: no\n", "photo_consent: unknown\n",
                                      "photo_consent: yes\n"};
#define A "{field: interpreter, is: [yes]}"
#define B "{field: photo_consent, is: [yes]}"

static enum truth truth_in(struct world *world, struct small *small, const char *patient,
                           struct names *missing) {
    const struct rule      *rule   = small->knowledge->all.rules.items;
    const struct rule_case *first  = rule->cases.items;
    struct evaluate_item    person = {0};
    small_view(world, small, patient);
    return evaluate_tests(&small->view, &first->where, &person, missing);
}

static void table_is(struct world *world, const char *where, const int table[3][3]) {
    struct small small;
    const char  *rules = arena_format(
         &world->arena,
         "rules:\n" SMALL_RULE("X", "{over: person}",
                               "cases: [{where: [%s], class: defer, because: {en: b}}]"),
         where);
    small_open(world, &small, rules);
    for (int a = 0; a < 3; a++)
        for (int b = 0; b < 3; b++) {
            struct names missing = {0};
            const char  *facts =
                arena_format(&world->arena, "age: 40\n%s%s", facts_a[a], facts_b[b]);
            enum truth truth = truth_in(world, &small, facts, &missing);
            if ((int)truth != table[a][b]) fail_msg("%s: %s: %d", where, facts, (int)truth);
            if ((truth == TRUTH_UNKNOWN) != (missing.n > 0)) fail_msg("%s: %s", where, facts);
        }
}

static void tests_follow_the_tables_of_kleene(void **state) {
    struct world    *world          = *state;
    static const int both[3][3]     = {{F, F, F}, {F, U, U}, {F, U, T}};
    static const int either[3][3]   = {{F, U, T}, {U, U, T}, {T, T, T}};
    static const int neither[3][3]  = {{T, U, F}, {U, U, F}, {F, F, F}};
    static const int not_both[3][3] = {{T, T, T}, {T, U, U}, {T, U, F}};
    static const int only_a[3][3]   = {{F, F, F}, {U, U, F}, {T, U, F}};
    static const int always[3][3]   = {{T, T, T}, {T, T, T}, {T, T, T}};
    table_is(world, A ", " B, both);
    table_is(world, B ", " A, both);
    table_is(world, "{any: [" A ", " B "]}", either);
    table_is(world, "{none: [" A ", " B "]}", neither);
    table_is(world, "{any: [{none: [" A "]}, {none: [" B "]}]}", not_both);
    table_is(world, "{none: [{none: [{any: [" A ", " B "]}]}]}", either);
    table_is(world, A ", {none: [" B "]}", only_a);
    table_is(world, "", always);
}

// ---- single tests ----

struct test_case {
    const char *where, *patient;
    int         truth;
    const char *missing;
};

#define HAS(list, rest) "{has: {list: " list ", codes: [a]" rest "}}"

static const struct test_case test_cases[] = {
    {"{field: person.age, below: 18}", "age: 17\n", T, ""},
    {"{field: person.age, below: 18}", "age: 18\n", F, ""},
    {"{field: age, at_least: 18}", "birth_date: 2008-03-02\n", T, ""},
    {"{field: age, at_least: 18}", "birth_date: 2008-03-03\n", F, ""},
    {"{field: age, at_least: 18}", "sex: male\n", U, "birth_date"},
    {"{field: age, at_least: 18, below: 20}", "age: 20\n", F, ""},
    {"{field: phototype, is: [5, 6]}", "phototype: 5\n", T, ""},
    {"{field: phototype, is: [5, 6]}", "phototype: 4\n", F, ""},
    {"{field: phototype, is: [5, 6]}", "sex: male\n", U, "phototype"},
    {"{field: inr, at_least: 3}", "inr: unknown\n", U, "inr"},
    {"{field: inr, at_least: 3}", "inr: 3\n", T, ""},
    {"{field: inr, given: true}", "inr: unknown\n", T, ""},
    {"{field: inr, given: true}", "age: 4\n", F, ""},
    {"{field: inr, given: false}", "age: 4\n", T, ""},
    {"{field: depth, at_least: 1.5}", "depth: 1500 um\n", T, ""},
    {"{field: smoking, is: [current]}", "smoking: unknown\n", U, "smoking"},
    {"{field: smoking, is: [unknown]}", "smoking: unknown\n", T, ""},
    {"{field: pregnant, is: [yes]}", "age: 30\n", U, "pregnant"},
    {"{field: pregnant, is: [yes]}", "age: 10\n", U, "pregnant"},
    {"{field: pregnant, is: [yes]}", "age: 55\nsex: male\n", U, "pregnant"},
    {"{field: pregnant, is: [yes]}", "age: 56\n", F, ""},
    {"{field: pregnant, is: [yes]}", "age: 9\n", F, ""},
    {"{field: pregnant, is: [yes]}", "sex: female\n", U, "pregnant"},
    {"{field: pregnant, is: [yes]}", "age: 60\npregnant: yes\n", T, ""},
    {"{field: pregnant, is: [yes]}", "age: 60\npregnant: unknown\n", U, "pregnant"},
    {"{field: breastfeeding, is: [yes]}", "age: 60\n", F, ""},
    {"{field: recorded_on, within_days: 30}", "recorded_on: 2026-02-01\n", T, ""},
    {"{field: recorded_on, within_days: 30}", "recorded_on: 2026-01-31\n", F, ""},
    {"{field: recorded_on, within_days: 30}", "age: 4\n", U, "recorded_on"},
    {"{field: languages, is: [en]}", "languages: [de, en]\n", T, ""},
    {"{field: languages, is: [en]}", "languages: []\n", F, ""},
    {"{field: languages, is: [en]}", "age: 4\n", U, "languages"},
    {"{goal_zones: [chin]}", "goals: [{indication: acne_scars, zones: [full_face]}]\n", T, ""},
    {"{goal_zones: [lips]}", "goals: [{indication: acne_scars, zones: [full_face]}]\n", F, ""},
    {"{goal_zones: [full_face]}", "goals: [{indication: acne_scars, zones: [chin]}]\n", T, ""},
    {"{goal_zones: [chin]}", "goals: []\n", F, ""},
    {"{goal_indications: [surgical_scar]}", "goals: [{indication: surgical_scar, zones: [chin]}]\n",
     T, ""},
    {"{wants_agents: [acids]}", "agents: [serum]\n", T, ""},
    {"{wants_agents: [serum]}", "agents: [serum]\n", T, ""},
    {"{wants_agents: [acids]}", "agents: [cream]\n", F, ""},
    {"{wants_agents: [topical_anaesthetic]}", "anaesthetic: planned\n", T, ""},
    {"{wants_agents: [topical_anaesthetic]}", "anaesthetic: declined\nagents: [cream]\n", T, ""},
    {HAS("conditions", ""), "age: 4\n", U, "conditions"},
    {HAS("conditions", ""), "conditions: []\n", F, ""},
    {HAS("conditions", ""), "conditions: [{code: b}]\n", F, ""},
    {HAS("conditions", ""), "conditions: [{code: a, status: history}]\n", T, ""},
    {HAS("conditions", ""), "conditions: [{code: a, status: unknown}]\n", U, "conditions.a.status"},
    {HAS("conditions", ", where: [{field: status, is: [active]}]"), "conditions: [{code: a}]\n", U,
     "conditions.a.status"},
    {HAS("conditions", ", where: [{field: status, is: [active]}]"),
     "conditions: [{code: a, ended: 2026-03-02}]\n", F, ""},
    {HAS("conditions", ", where: [{field: status, is: [resolved]}]"),
     "conditions: [{code: a, ended: 2026-03-02}]\n", T, ""},
    {HAS("conditions", ", where: [{field: hba1c, at_least: 8.5}]"),
     "conditions: [{code: a}, {code: a, hba1c: 9}]\n", T, ""},
    {HAS("conditions", ", where: [{field: person.age, below: 18}]"),
     "age: 30\nconditions: [{code: a}]\n", F, ""},
    {HAS("medications", ", where: [{field: stopped, within_days: 180}]"),
     "medications: [{code: a, stopped: ongoing}]\n", F, ""},
    {HAS("medications", ", where: [{field: stopped, within_days: 180}]"),
     "medications: [{code: a, stopped: unknown}]\n", U, "medications.a.stopped"},
    {HAS("medications", ", where: [{field: stopped, is: [ongoing]}]"),
     "medications: [{code: a, stopped: 2026-03-01}]\n", F, ""},
    {HAS("allergies", ""), "allergies: [{code: a, status: no}]\n", F, ""},
    {HAS("allergies", ""), "allergies: [{code: a, status: unknown}]\n", U, "allergies.a.status"},
    {"{has: {list: test_spots}}", "age: 4\n", F, ""},
    {"{has: {list: given}}", "age: 4\n", F, ""},
    {HAS("reactions", ""), "given: [{date: 2026-01-01, reactions: [{code: a}]}]\n", T, ""},
    {HAS("reactions", ""), "given: []\n", F, ""},
};

static void each_test_tells_true_false_and_unknown(void **state) {
    struct world *world = *state;
    for (size_t i = 0; i < sizeof test_cases / sizeof *test_cases; i++) {
        const struct test_case *c    = &test_cases[i];
        char                   *mark = world->arena.at;
        struct small            small;
        struct names            missing = {0};
        small_open(world, &small,
                   arena_format(&world->arena,
                                "rules:\n" SMALL_RULE(
                                    "X", "{over: person}",
                                    "cases: [{where: [%s], class: defer, because: {en: b}}]"),
                                c->where));
        int         truth = (int)truth_in(world, &small, c->patient, &missing);
        const char *said  = small_joined(&missing, &world->arena);
        if (truth != c->truth || !text_equal(said, c->missing))
            fail_msg("%s: %s: %d, missing: %s", c->where, c->patient, truth, said);
        world->arena.at = mark;
    }
}

// ---- the twin ----

// Rules made at random from these facts of the person, each with the words it can be.
enum { FACTS = 6, WORDS = 3, CASES = 4, TERMS = 3, LITERALS = 2, TRIALS = 6000 };
enum { PLAIN, ANY, NONE };

static const struct {
    const char *key, *words[WORDS];
    int         n;
} facts[FACTS] = {
    {"interpreter", {"yes", "no"}, 2},           {"photo_consent", {"yes", "no"}, 2},
    {"anaesthetic", {"planned", "declined"}, 2}, {"expectations", {"realistic", "unrealistic"}, 2},
    {"sex", {"female", "male", "other"}, 3},     {"smoking", {"never", "former", "current"}, 3}};

struct literal {   // the fact is one of these words
    int fact, words;
};

struct term {
    int            kind, n;
    struct literal literals[LITERALS];
};

struct twin {
    struct {
        int         n, class;
        struct term terms[TERMS];
    } cases[CASES];
    int n, known[FACTS];   // index of the word, -1 = absent, -2 = the word unknown
    int uses[FACTS];
};

static int chance(uint64_t *seed, int n) {
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (int)((*seed >> 33) % (uint64_t)n);
}

static void twin_make(struct twin *twin, uint64_t *seed) {
    *twin   = (struct twin){0};
    twin->n = 1 + chance(seed, CASES);
    for (int c = 0; c < twin->n; c++) {
        twin->cases[c].n     = 1 + chance(seed, TERMS);
        twin->cases[c].class = CLASS_CAUTION + chance(seed, CLASS_REFUSE - CLASS_CAUTION + 1);
        for (int t = 0; t < twin->cases[c].n; t++) {
            struct term *term = &twin->cases[c].terms[t];
            term->kind        = chance(seed, 3);
            term->n           = term->kind == PLAIN ? 1 : LITERALS;
            for (int k = 0; k < term->n; k++) {
                int fact = chance(seed, FACTS);
                term->literals[k] =
                    (struct literal){fact, 1 + chance(seed, (1 << facts[fact].n) - 2)};
                twin->uses[fact]++;
            }
        }
    }
    for (int f = 0; f < FACTS; f++)
        twin->known[f] =
            chance(seed, 5) < 2 ? -1 - (f != 4 && chance(seed, 2)) : chance(seed, facts[f].n);
}

static void literal_say(const struct literal *literal, struct text *out) {
    text_addf(out, "{field: %s, is: [", facts[literal->fact].key);
    bool is_first = true;
    for (int w = 0; w < facts[literal->fact].n; w++) {
        if (!(literal->words >> w & 1)) continue;
        text_addf(out, "%s%s", is_first ? "" : ", ", facts[literal->fact].words[w]);
        is_first = false;
    }
    text_add(out, "]}");
}

static const char *twin_rule(const struct twin *twin, struct arena *arena) {
    static const char *const opens[] = {"", "{any: [", "{none: ["};
    struct text              out     = text_new(arena);
    text_add(&out, "{id: X, rows: [X], topic: {en: T}, scope: {over: person}, sources: [default], "
                   "status: default, grade: D, examples: [], cases: [");
    for (int c = 0; c < twin->n; c++) {
        text_addf(&out, "%s{class: %s, because: {en: b}, where: [", c ? ", " : "",
                  words_class[twin->cases[c].class - 1]);
        for (int t = 0; t < twin->cases[c].n; t++) {
            const struct term *term = &twin->cases[c].terms[t];
            text_addf(&out, "%s%s", t ? ", " : "", opens[term->kind]);
            for (int k = 0; k < term->n; k++) {
                text_add(&out, k ? ", " : "");
                literal_say(&term->literals[k], &out);
            }
            text_add(&out, term->kind == PLAIN ? "" : "]}");
        }
        text_add(&out, "]}");
    }
    text_add(&out, "]}");
    return out.data;
}

static const char *twin_patient(const struct twin *twin, struct arena *arena) {
    struct text out = text_new(arena);
    text_add(&out, "goals: [{indication: acne_scars, zones: [chin]}]\n");
    for (int f = 0; f < FACTS; f++)
        if (twin->known[f] != -1)
            text_addf(&out, "%s: %s\n", facts[f].key,
                      twin->known[f] < 0 ? "unknown" : facts[f].words[twin->known[f]]);
    return out.data;
}

// Two-valued: the class of the first case that holds in a world where every fact is known.
static int twin_class(const struct twin *twin, const int *words) {
    for (int c = 0; c < twin->n; c++) {
        bool all = true;
        for (int t = 0; t < twin->cases[c].n; t++) {
            const struct term *term = &twin->cases[c].terms[t];
            bool               any  = false;
            for (int k = 0; k < term->n; k++)
                any = any || (term->literals[k].words >> words[term->literals[k].fact] & 1);
            all = all && (term->kind == NONE ? !any : any);
        }
        if (all) return twin->cases[c].class;
    }
    return 0;
}

// The set of classes, as bits, over every completion.
static unsigned twin_classes(const struct twin *twin, int fact, int *words) {
    if (fact == FACTS) return 1u << twin_class(twin, words);
    unsigned classes = 0;
    for (int w = 0; w < facts[fact].n; w++) {
        if (twin->known[fact] >= 0 && w != twin->known[fact]) continue;
        words[fact] = w;
        classes |= twin_classes(twin, fact + 1, words);
    }
    return classes;
}

static int found_class(struct world *world, struct small *small, struct names *missing) {
    struct list findings;
    assert_int_equal(findings_of(&small->view, &findings, &world->fault), ST_OK);
    if (findings.n == 0) return 0;
    assert_int_equal(findings.n, 1);
    *missing = ((const struct finding *)findings.items)->missing;
    return ((const struct finding *)findings.items)->class;
}

// The class of the first case that holds in every completion, 0 if none does.
static int twin_certain(const struct twin *twin) {
    for (int c = 0; c < twin->n; c++) {
        struct twin one = *twin;
        int         words[FACTS];
        one.n        = 1;
        one.cases[0] = twin->cases[c];
        if (!(twin_classes(&one, 0, words) & 1u)) return twin->cases[c].class;
    }
    return 0;
}

static bool is_read_once(const struct twin *twin) {
    for (int f = 0; f < FACTS; f++)
        if (twin->uses[f] > 1) return false;
    return true;
}

// Whatever the rule: what defers or refuses does so in every completion, and what some completion
// closes and another does not is asked. Where no fact stands twice, the answer is exact: one class
// if all agree; where only milder ones differ, that of the case that holds in all, or nothing.
static void twin_agrees(const struct twin *twin, int class, unsigned classes, const char *said) {
    bool is_one    = (classes & (classes - 1)) == 0;
    bool can_close = classes >= 1u << CLASS_ASK;
    if (!is_one && can_close && class != CLASS_ASK) fail_msg("%s: differ, yet %d", said, class);
    if (class >= CLASS_DEFER && classes != 1u << class) fail_msg("%s: %d", said, class);
    if (is_one && can_close && class != CLASS_ASK && classes != 1u << class)
        fail_msg("%s: all agree, yet %d", said, class);
    if (!is_read_once(twin)) return;
    int wanted = 0;
    if (is_one)
        while (classes >> (wanted + 1)) wanted++;
    else wanted = can_close ? (int)CLASS_ASK : twin_certain(twin);
    if (class != wanted) fail_msg("%s: %d, not %d", said, class, wanted);
}

static void a_rule_gives_what_every_completion_of_the_unknown_gives(void **state) {
    struct world *world = *state;
    struct small  small;
    uint64_t      seed        = 20260302;
    int           n_read_once = 0, n_asked = 0, n_settled = 0;
    small_open(world, &small, "");
    for (int i = 0; i < TRIALS; i++) {
        char        *mark = world->arena.at;
        struct twin  twin;
        struct rule  rule = {0};
        int          words[FACTS];
        struct names missing = {0};
        twin_make(&twin, &seed);
        struct doc          doc    = small_doc(world, "rule.yaml", twin_rule(&twin, &world->arena));
        struct field_reader reader = {NULL, 0, &world->arena, &world->fault};
        if (field_read(&catalogue_rule_noun, &doc, 0, &rule, &reader))
            fail_msg("%s", world->fault.text);
        small.knowledge->all.rules = (struct list){&rule, 1, true};
        const char *patient        = twin_patient(&twin, &world->arena);
        small_view(world, &small, patient);
        int class = found_class(world, &small, &missing);
        twin_agrees(&twin, class, twin_classes(&twin, 0, words),
                    arena_format(&world->arena, "%s %s", twin_rule(&twin, &world->arena), patient));
        for (int k = 0; k < missing.n; k++) {
            int f = 0;
            while (f < FACTS && !text_equal(facts[f].key, missing.items[k])) f++;
            assert_true(f < FACTS && twin.known[f] < 0 && twin.uses[f] > 0);
        }
        if (class == CLASS_ASK)
            assert_true(missing.n > 0 || twin_classes(&twin, 0, words) == 1u << CLASS_ASK);
        n_asked += class == CLASS_ASK;
        n_settled += class && class != CLASS_ASK;
        n_read_once += is_read_once(&twin);
        world->arena.at = mark;
    }
    assert_true(n_read_once > TRIALS / 20 && n_asked > TRIALS / 20 && n_settled > TRIALS / 20);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(tests_follow_the_tables_of_kleene),
        IN_WORLD(each_test_tells_true_false_and_unknown),
        IN_WORLD(a_rule_gives_what_every_completion_of_the_unknown_gives),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
