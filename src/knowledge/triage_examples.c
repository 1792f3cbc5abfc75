// SPDX-License-Identifier: Apache-2.0
#include "knowledge/triage_examples.h"

#include "knowledge/triage.h"
#include "knowledge/triage_match.h"
#include "knowledge/view.h"

struct checking {
    const struct knowledge   *knowledge;
    const struct clinic      *clinic;
    const struct triage_rule *rule;
    struct list               usual;   // of triage_usual, at any depth
    struct names             *complaints;
    struct arena             *arena;
};

static struct checking checking_of(const struct knowledge *knowledge, const struct clinic *clinic,
                                   const struct triage_rule *rule, struct names *complaints,
                                   struct arena *arena) {
    static const struct checkin any = {0};
    return (struct checking){.knowledge  = knowledge,
                             .clinic     = clinic,
                             .rule       = rule,
                             .usual      = triage_usual_of(knowledge, &any, arena),
                             .complaints = complaints,
                             .arena      = arena};
}

static void complain(const struct checking *c, const char *what, const char *value) {
    view_add(c->complaints, arena_format(c->arena, "triage: %s: %s: %s", c->rule->id, value, what),
             c->arena);
}

// ---- the rule itself ----

static void check_codes(const struct checking *c, const struct names *codes) {
    for (int i = 0; i < codes->n; i++)
        if (!text_equal(codes->items[i], "any") &&
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
        check_words(c, &clauses[i].direction, checkin_direction);
        check_words(c, &clauses[i].spreading, checkin_spreading);
        check_direction_of(c, &clauses[i]);
        bool is_about_symptom = clauses[i].severity_at_least.is_known || clauses[i].direction.n ||
                                clauses[i].spreading.n || clauses[i].near_eye.n ||
                                clauses[i].severity_below.is_known ||
                                clauses[i].pressure_at_least.is_known;
        if (is_about_symptom && !clauses[i].codes.n)
            complain(c, "asks of a symptom and names none", "codes");
        if ((clauses[i].of != TRIAGE_OF_ABSENT) != triage_match_is_about(c->rule))
            complain(c, "is about symptoms and about the check-in", "of");
        if (clauses[i].of && clauses[i].of != TRIAGE_OF_WELL && c->rule->level == LEVEL_SELF_CARE)
            complain(c, "leaves to self-care what is not understood", "of");
    }
}

static void check_rule(const struct checking *c) {
    bool is_usual = c->rule->level == LEVEL_SELF_CARE;
    check_clauses(c);
    if (!is_usual && !c->rule->within.is_known) complain(c, "has no clock", "within");
    if (is_usual && !c->rule->call.n) complain(c, "does not say when to call", "call");
    if (c->rule->sources.n == 0) complain(c, "names no source", "sources");
    if (c->rule->absent == TRIAGE_ASKS && !c->rule->if_so.n)
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

static void check_whole(const struct checking *c) {
    check_rule(c);
    run_examples(c);
}

int triage_examples(const struct knowledge *knowledge, const struct clinic *clinic,
                    struct names *complaints, struct arena *arena) {
    const struct triage_rule *rules = knowledge->library.triage.items;
    int                       n     = 0;
    for (int i = 0; i < knowledge->library.triage.n; i++) {
        struct checking c = checking_of(knowledge, clinic, &rules[i], complaints, arena);
        check_whole(&c);
        n += rules[i].examples.n;
    }
    return n;
}

// ---- rules of a user's own ----

// The entry of the last file, or of the last built-in one, that has the rule; -1: none.
static int entry_of(const struct knowledge *knowledge, bool is_own, const char *id,
                    const struct doc **doc) {
    int found = -1;
    for (int d = 0; d < (is_own ? knowledge->n_own : knowledge->n_docs); d++) {
        int list = doc_child(&knowledge->docs[d], 0, "triage");
        int node = list < 0 ? -1 : knowledge->docs[d].nodes[list].first;
        for (; node >= 0; node = knowledge->docs[d].nodes[node].next) {
            const char *name =
                doc_text(&knowledge->docs[d], doc_child(&knowledge->docs[d], node, "id"));
            if (!text_equal(name, id)) continue;
            *doc  = &knowledge->docs[d];
            found = node;
        }
    }
    return found;
}

static enum status refuse(const struct triage_rule *rule, const struct doc *doc, int node,
                          const char *key, const char *wrong, const char *allowed,
                          struct fault *fault) {
    int         at    = doc_child(doc, node, key);
    const char *value = at < 0 ? "nothing" : doc_text(doc, at);
    if (at < 0) at = node;
    return fault_at(fault, ST_CONTENT, "%s:%d:%d: triage: %s.%s: %s: %s; allowed: %s", doc->name,
                    doc->nodes[at].line, doc->nodes[at].column, rule->id, key, value, wrong,
                    allowed);
}

static int level_of(const char *word) {
    for (int i = 0; triage_levels[i]; i++)
        if (text_equal(triage_levels[i], word)) return i + 1;
    return LEVEL_ABSENT;
}

// An example of the built-in rule that is now answered more mildly than it says, or NULL.
static const char *weakened_by(const struct checking *c, const struct triage_rule *built_in,
                               struct arena *arena) {
    const struct triage_example *examples = built_in->examples.items;
    for (int i = 0; i < built_in->examples.n; i++) {
        struct arena  scratch = *arena;
        struct triage triage;
        if (!examples[i].level || !answer_example(c, &examples[i], &triage, &scratch)) continue;
        if (triage.level < level_of(examples[i].level)) return examples[i].name;
    }
    return NULL;
}

// A copy of a built-in rule may be stricter and no weaker.
static enum status check_copy(const struct triage_rule *rule, const struct triage_rule *built_in,
                              const char *weakened, const struct doc *doc, int node,
                              struct fault *fault) {
    if (rule->level < built_in->level)
        return refuse(rule, doc, node, "level", "is less urgent than the built-in rule",
                      triage_levels[built_in->level - 1], fault);
    bool is_slower = built_in->within.is_known && rule->level == built_in->level &&
                     rule->within.value > built_in->within.value;
    if (is_slower)
        return refuse(rule, doc, node, "within", "is slower than the built-in rule",
                      "its clock or a shorter one", fault);
    if (built_in->stops == FIELD_BOOL_TRUE && rule->stops != FIELD_BOOL_TRUE)
        return refuse(rule, doc, node, "stops",
                      "lets treatment go on where the built-in rule does not", "true", fault);
    if (weakened)
        return fault_at(fault, ST_CONTENT,
                        "%s:%d:%d: triage: %s.when: %s: is answered more mildly than by the "
                        "built-in rule; allowed: a level as urgent",
                        doc->name, doc->nodes[node].line, doc->nodes[node].column, rule->id,
                        weakened);
    if (built_in->absent != TRIAGE_ASKS && rule->absent == TRIAGE_ASKS)
        return refuse(rule, doc, node, "absent", "takes what was not told for the milder", "counts",
                      fault);
    return ST_OK;
}

// A rule of a user's own is looked at whole. A built-in one beside them must still answer at least
// as urgently as its examples say.
static enum status check_own(const struct checking *c, struct fault *fault) {
    const struct doc   *doc = NULL, *built_in = NULL;
    struct arena        scratch  = *c->arena;
    struct triage_rule  before   = {0};
    struct field_reader reader   = {NULL, 0, &scratch, fault};
    int                 node     = entry_of(c->knowledge, false, c->rule->id, &doc);
    int                 original = entry_of(c->knowledge, true, c->rule->id, &built_in);
    bool                is_alone = c->knowledge->n_docs == c->knowledge->n_own;
    if (doc != built_in || is_alone) check_whole(c);
    if (c->complaints->n)
        return fault_at(fault, ST_CONTENT,
                        "%s:%d:%d: %s; allowed: a rule as in docs/model/triage.md", doc->name,
                        doc->nodes[node].line, doc->nodes[node].column, c->complaints->items[0]);
    if (original < 0 || is_alone) return ST_OK;
    TRY(field_read(&library_triage_noun, built_in, original, &before, &reader));
    return check_copy(c->rule, &before, weakened_by(c, &before, &scratch), doc, node, fault);
}

// Do files of a user's own touch what triage rests on? Without such files everything is looked at.
static bool is_touched(const struct knowledge *knowledge) {
    static const char *const lists[] = {"triage", "symptoms", "agents"};
    for (int d = knowledge->n_own; d < knowledge->n_docs; d++)
        for (int i = 0; i < 3; i++)
            if (doc_child(&knowledge->docs[d], 0, lists[i]) >= 0) return true;
    return knowledge->n_docs == knowledge->n_own;
}

enum status triage_examples_check(const struct knowledge *knowledge, const struct clinic *clinic,
                                  struct arena *arena, struct fault *fault) {
    const struct triage_rule *rules      = knowledge->library.triage.items;
    struct names              complaints = {0};
    for (int i = 0; is_touched(knowledge) && i < knowledge->library.triage.n; i++) {
        struct checking c = checking_of(knowledge, clinic, &rules[i], &complaints, arena);
        TRY(check_own(&c, fault));
    }
    return ST_OK;
}
