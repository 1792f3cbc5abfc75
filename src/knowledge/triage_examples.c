// SPDX-License-Identifier: Apache-2.0
#include "knowledge/triage_examples.h"

#include "knowledge/limits_base.h"
#include "knowledge/triage.h"
#include "knowledge/triage_match.h"
#include "knowledge/view.h"

struct checking {
    const struct knowledge   *knowledge;
    const struct clinic      *clinic;
    const struct triage_rule *rule;
    struct list               usual;   // of triage_usual, at any depth
    struct list              *complaints;
    struct arena             *arena;
};

static struct checking checking_of(const struct knowledge *knowledge, const struct clinic *clinic,
                                   const struct triage_rule *rule, struct list *complaints,
                                   struct arena *arena) {
    static const struct checkin any = {0};
    return (struct checking){.knowledge  = knowledge,
                             .clinic     = clinic,
                             .rule       = rule,
                             .usual      = triage_usual_of(knowledge, &any, arena),
                             .complaints = complaints,
                             .arena      = arena};
}

static void complain(const struct checking *c, const char *wrong, const char *value) {
    struct triage_complaint one = {c->rule->id, value, wrong};
    limits_add(c->complaints, &one, sizeof one, c->arena);
}

// ---- the rule itself ----

static void check_codes(const struct checking *c, const struct names *codes) {
    for (int i = 0; i < codes->n; i++)
        if (!text_equal(codes->items[i], "any") && !text_equal(codes->items[i], "word") &&
            !triage_usual_symptom(c->knowledge, codes->items[i]))
            complain(c, "is no symptom", codes->items[i]);
}

static void check_words(const struct checking *c, const struct names *told,
                        const char *const *words) {
    for (int i = 0; i < told->n; i++) {
        bool is_known = false;
        for (int k = 0; words[k]; k++) is_known = is_known || text_equal(words[k], told->items[i]);
        if (!is_known) complain(c, "is not one of the words", told->items[i]);
    }
}

// From a word on, every worse one is named too: so no worse answer makes the level lower.
static bool goes_on(const struct names *told, const char *const *worsening) {
    bool is_on = false;
    for (int i = 0; worsening[i]; i++) {
        bool is_named = view_has(told, worsening[i]);
        if (is_on && !is_named) return false;
        is_on = is_on || is_named;
    }
    return true;
}

// The same for what is usual: down to a word, every milder one is named.
static bool begins(const struct names *told, const char *const *worsening) {
    bool is_over = false;
    for (int i = 0; worsening[i]; i++) {
        bool is_named = view_has(told, worsening[i]);
        if (is_over && is_named) return false;
        is_over = is_over || !is_named;
    }
    return true;
}

static void check_direction_of(const struct checking *c, const struct triage_clause *clause) {
    static const char *const directions[]                   = {"better", "same", "worse", NULL};
    static const char *const spreadings[]                   = {"no", "yes", "within_hours", NULL};
    bool                     is_usual                       = c->rule->level == LEVEL_SELF_CARE;
    bool (*fits)(const struct names *, const char *const *) = is_usual ? begins : goes_on;
    if (clause->direction.n && !fits(&clause->direction, directions))
        complain(c, "would answer a worse direction more mildly", "direction");
    if (clause->spreading.n && !fits(&clause->spreading, spreadings))
        complain(c, "would answer more spreading more mildly", "spreading");
    if (!is_usual && clause->severity_below.is_known)
        complain(c, "would answer a stronger symptom more mildly", "severity_below");
    if (is_usual && (clause->severity_at_least.is_known || clause->temperature_at_least.is_known ||
                     clause->feels_ill || clause->also.n || clause->near_eye.n ||
                     clause->pressure_at_least.is_known || clause->blood_thinner))
        complain(c, "asks for a warning sign and calls it usual", "self_care");
    if (is_usual && clause->codes.n && !clause->to.is_known && !clause->is_usual)
        complain(c, "calls it usual without an end", "to");
    for (int i = 0; clause->is_usual && i < clause->codes.n; i++)
        if (!triage_usual_find(&c->usual, clause->codes.items[i]))
            complain(c, "has no sign that says how long it is usual", clause->codes.items[i]);
    if (!is_usual && clause->is_usual) complain(c, "is more than self-care", "usual");
}

static void check_clauses(const struct checking *c) {
    const struct triage_clause *clauses = c->rule->when.items;
    if (c->rule->when.n == 0) complain(c, "holds never", "when");
    for (int i = 0; i < c->rule->when.n; i++) {
        check_codes(c, &clauses[i].codes);
        check_codes(c, &clauses[i].also);
        check_codes(c, &clauses[i].except);
        check_words(c, &clauses[i].direction, checkin_direction);
        check_words(c, &clauses[i].spreading, checkin_spreading);
        check_direction_of(c, &clauses[i]);
        bool is_about_symptom = clauses[i].severity_at_least.is_known || clauses[i].direction.n ||
                                clauses[i].spreading.n || clauses[i].near_eye.n ||
                                clauses[i].severity_below.is_known ||
                                clauses[i].pressure_at_least.is_known;
        if (is_about_symptom && !clauses[i].codes.n)
            complain(c, "asks of a symptom and names none", "codes");
        bool is_usual = c->rule->level == LEVEL_SELF_CARE;
        if (is_usual && !clauses[i].of && !clauses[i].codes.n)
            complain(c, "calls usual what it does not name", "codes");
        if (clauses[i].except.n && !view_has(&clauses[i].codes, "any"))
            complain(c, "leaves out of what it names", "except");
        if ((clauses[i].of != TRIAGE_OF_ABSENT) != triage_match_is_about(c->rule))
            complain(c, "is about symptoms and about the check-in", "of");
        if (clauses[i].of && clauses[i].of != TRIAGE_OF_WELL && is_usual)
            complain(c, "leaves to self-care what is not understood", "of");
    }
}

static void check_rule(const struct checking *c) {
    bool is_usual = c->rule->level == LEVEL_SELF_CARE;
    check_clauses(c);
    if (!is_usual && !c->rule->within.is_known) complain(c, "has no clock", "within");
    if (is_usual && !c->rule->call.n) complain(c, "does not say when to call", "call");
    if (c->rule->sources.n == 0) complain(c, "names no source", "sources");
    if (c->rule->absent > TRIAGE_COUNTS && !c->rule->if_so.n)
        complain(c, "asks, and does not say what would make it certain", "if_so");
}

// ---- its examples ----

// The answer to the check-in of an example. False: it is no check-in, and that was complained of.
static bool answer_example(const struct checking *c, const struct triage_example *example,
                           struct triage *triage, struct arena *arena) {
    struct fault        fault = {""};
    struct checkin      checkin;
    struct field_reader reader = {c->knowledge->vocabularies, c->knowledge->n_vocabularies, arena,
                                  &fault};
    if (checkin_read(&checkin, example->checkin.doc, example->checkin.node, date_of(2026, 3, 2),
                     &reader) != ST_OK) {
        complain(c, arena_format(c->arena, "%s", fault.text), example->name);
        return false;
    }
    triage_answer(c->knowledge, c->clinic, &checkin, date_of(2026, 3, 2), triage, arena);
    return true;
}

static void run_example(const struct checking *c, const struct triage_example *example) {
    struct triage triage;
    struct arena  scratch  = *c->arena;
    const char   *wrong    = NULL;
    bool          is_found = false;
    if (!answer_example(c, example, &triage, &scratch)) return;
    const struct triage_finding *findings = triage.findings.items;
    for (int i = 0; i < triage.findings.n; i++)
        is_found = is_found || text_equal(findings[i].id, c->rule->id);
    if (is_found != (example->fires == FACT_YES))
        wrong = is_found ? "finds something" : "finds nothing";
    else if (example->level && !text_equal(example->level, triage_levels[triage.level - 1]))
        wrong = triage_levels[triage.level - 1];
    if (wrong) complain(c, wrong, example->name);
}

static void run_examples(const struct checking *c) {
    const struct triage_example *examples = c->rule->examples.items;
    int                          n_fire   = 0;
    for (int i = 0; i < c->rule->examples.n; i++) {
        n_fire += examples[i].fires == FACT_YES;
        run_example(c, &examples[i]);
    }
    if (n_fire == 0) complain(c, "has none that finds something", "examples");
    if (n_fire == c->rule->examples.n) complain(c, "has none that finds nothing", "examples");
}

int triage_examples_level(const struct knowledge *knowledge, const struct triage_example *example,
                          struct arena *arena) {
    struct list         ignored = {0};
    struct arena        scratch = *arena;
    const struct clinic nowhere = {0};
    struct triage       triage;
    struct checking     c = {.knowledge  = knowledge,
                             .clinic     = &nowhere,
                             .rule       = knowledge->library.triage.items,
                             .complaints = &ignored,
                             .arena      = &scratch};
    return answer_example(&c, example, &triage, &scratch) ? triage.level : LEVEL_ABSENT;
}

int triage_examples(const struct knowledge *knowledge, const struct clinic *clinic,
                    struct list *complaints, struct arena *arena) {
    const struct triage_rule *rules = knowledge->library.triage.items;
    int                       n     = 0;
    for (int i = 0; i < knowledge->library.triage.n; i++) {
        struct checking c = checking_of(knowledge, clinic, &rules[i], complaints, arena);
        check_rule(&c);
        run_examples(&c);
        n += rules[i].examples.n;
    }
    return n;
}
