// SPDX-License-Identifier: Apache-2.0
#include "knowledge/check_triage.h"

#include "domain/triage.h"
#include "knowledge/check_clause.h"
#include "knowledge/library_triage.h"
#include "knowledge/triage_examples.h"

// Do files of a user's own touch what triage rests on? Without such files everything is looked at.
static bool is_touched(const struct knowledge *knowledge) {
    static const char *const lists[] = {"triage", "symptoms", "signs", "agents"};
    for (int d = knowledge->n_own; d < knowledge->n_docs; d++)
        for (int i = 0; i < 4; i++)
            if (doc_child(&knowledge->docs[d], 0, lists[i]) >= 0) return true;
    return knowledge->n_docs == knowledge->n_own;
}

static int level_of(const char *word) {
    for (int i = 0; triage_levels[i]; i++)
        if (text_equal(triage_levels[i], word)) return i + 1;
    return LEVEL_ABSENT;
}

static const struct triage_rule *live_rule(const struct check *check, const char *id) {
    const struct triage_rule *rules = check->knowledge->library.triage.items;
    for (int i = 0; i < check->knowledge->library.triage.n; i++)
        if (text_equal(rules[i].id, id)) return &rules[i];
    return NULL;
}

static void complain(struct check *check, int entry, const char *key, const char *wrong,
                     const char *allowed) {
    const struct doc *doc  = check->entries[entry].doc;
    int               node = doc_child(doc, check->entries[entry].node, key);
    check_complain(check, entry, node < 0 ? check->entries[entry].node : node, key,
                   doc_text(doc, node), wrong, allowed);
}

// From the strictest: counts, asks but for the hour, asks.
static bool is_milder(int absent, int than) {
    static const int rank[] = {0, 0, 2, 1};   // by enum triage_absent
    return rank[absent] > rank[than];
}

// A rule in the place of a built-in one, by what stands in it.
static void check_copy(struct check *check, int entry, const struct triage_rule *new,
                       const struct triage_rule *old) {
    bool is_as_urgent = new->level == old->level;
    if (new->level < old->level)
        complain(check, entry, "level", "is less urgent than the built-in rule",
                 triage_levels[old->level - 1]);
    if (is_as_urgent && old->within.is_known && new->within.value > old->within.value)
        complain(check, entry, "within", "is slower than the built-in rule",
                 "its clock or a shorter one");
    if (old->seen.is_known && !(new->seen.is_known &&new->seen.value <= old->seen.value))
        complain(check, entry, "seen", "lets a clinician look later than the built-in rule",
                 "its hours or fewer");
    if (old->stops == FIELD_BOOL_TRUE && new->stops != FIELD_BOOL_TRUE)
        complain(check, entry, "stops", "lets treatment go on where the built-in rule does not",
                 "true");
    if (is_milder(new->absent, old->absent))
        complain(check, entry, "absent", "takes what was not told for the milder", "counts");
}

static struct strict_node root_of(const struct check *check, int entry) {
    return (struct strict_node){check->entries[entry].doc, check->entries[entry].node};
}

// A clause as it is told: what it is about, or its first symptom.
static const char *clause_name(struct strict_node clause) {
    struct strict_node of    = check_strict_child(clause, "of");
    struct strict_node first = check_strict_first(check_strict_child(clause, "codes"));
    if (of.node >= 0) return check_strict_text(of);
    return first.node >= 0 ? check_strict_text(first) : "the person";
}

// Above self-care, for each clause of the built-in rule one holds wherever that did.
static void check_clauses(struct check *check, int entry, int before) {
    struct strict_node old  = check_strict_child(root_of(check, before), "when");
    struct strict_node new  = check_strict_child(root_of(check, entry), "when");
    struct strict_node lost = check_clause_lost(old, new);
    if (lost.node < 0) return;
    struct strict_node first = check_strict_first(new);
    const char        *key   = NULL;
    if (first.node >= 0 && check_strict_next(first).node < 0)
        key = check_clause_stricter(lost, first);
    int at = key ? check_strict_child(first, key).node : -1;
    at     = at >= 0 ? at : first.node >= 0 ? first.node : check->entries[entry].node;
    check_complain(check, entry, at, key ? key : "when", clause_name(lost),
                   "is a clause of the built-in rule that is gone or holds less often",
                   "every clause as wide as it was; give it an id of your own");
}

// ---- what is usual ----

static bool is_self_care(struct strict_node rule) {
    return text_equal(check_strict_text(check_strict_child(rule, "level")), triage_levels[0]);
}

// Does a clause of a built-in rule of self-care hold wherever this one does?
static bool is_usual_already(const struct check *check, struct strict_node clause) {
    for (int e = 0; e < check->n_entries; e++) {
        struct strict_node rule = root_of(check, e);
        if (check->entries[e].layer != 0 || check->entries[e].noun != &library_triage_noun ||
            !is_self_care(rule))
            continue;
        struct strict_node one = check_strict_first(check_strict_child(rule, "when"));
        for (; one.node >= 0; one = check_strict_next(one))
            if (!check_clause_stricter(clause, one)) return true;
    }
    return false;
}

// The clock of the built-in rule for what no rule speaks of.
static struct strict_node unmatched_clock(const struct check *check) {
    for (int e = 0; e < check->n_entries; e++) {
        struct strict_node rule = root_of(check, e);
        if (check->entries[e].layer != 0 || check->entries[e].noun != &library_triage_noun)
            continue;
        struct strict_node first = check_strict_first(check_strict_child(rule, "when"));
        if (text_equal(check_strict_text(check_strict_child(first, "of")), "unmatched"))
            return check_strict_child(rule, "within");
    }
    return (struct strict_node){NULL, -1};
}

// A rule of the user's leaves nothing to self-care that no built-in rule does; and what it alone
// speaks of waits no longer than what no rule speaks of.
static void check_own_rule(struct check *check, int entry, bool is_copy) {
    struct strict_node rule  = root_of(check, entry);
    struct strict_node clock = unmatched_clock(check), within = check_strict_child(rule, "within");
    if (!is_self_care(rule)) {
        if (!is_copy && clock.node >= 0 && within.node >= 0 &&
            !check_clause_at_most(clock, within, "h"))
            complain(check, entry, "within", "is slower than for a symptom of no rule",
                     check_strict_text(clock));
        return;
    }
    struct strict_node one = check_strict_first(check_strict_child(rule, "when"));
    for (; one.node >= 0; one = check_strict_next(one))
        if (!is_usual_already(check, one))
            check_complain(check, entry, one.node, "when", clause_name(one),
                           "leaves to self-care more than the built-in rules",
                           "what one clause of a built-in rule of self-care covers");
}

// Sign `b` is usual only where `a` is, for the same symptom: in the depths and hours of it.
static const char *longer_key(struct strict_node a, struct strict_node b, bool is_copy) {
    static const char *const keys[] = {"symptom", "depth_at_least", "depth_at_most", "from", "to"};
    struct strict_node       x[5], y[5];
    for (int i = 0; i < 5; i++) {
        x[i] = check_strict_child(a, keys[i]);
        y[i] = check_strict_child(b, keys[i]);
        if (i > 2)
            x[i] = check_strict_child(x[i], "value"), y[i] = check_strict_child(y[i], "value");
    }
    if (!check_strict_same(x[0], y[0])) return keys[0];
    for (int i = 1; i <= 2; i++) {
        bool is_kept = check_strict_same(x[i], y[i]) || (!is_copy && x[i].node < 0);
        if (!is_kept && (is_copy || !(i == 1 ? check_clause_at_least(x[i], y[i], "mm")
                                             : check_clause_at_most(x[i], y[i], "mm"))))
            return keys[i];
    }
    if (x[3].node >= 0 && !check_clause_at_least(x[3], y[3], "h")) return keys[3];
    return check_clause_at_most(x[4], y[4], "h") ? NULL : keys[4];
}

// A sign of the user's: in the place of a built-in one it ends no later; another is no longer than
// some built-in sign of its symptom.
static void check_own_sign(struct check *check, int entry) {
    struct strict_node sign    = root_of(check, entry);
    const char        *key     = "symptom";
    bool               is_held = check_strict_child(sign, "symptom").node < 0;
    for (int e = 0; e < check->n_entries; e++) {
        const struct check_entry *old = &check->entries[e];
        if (old->layer != 0 || old->list != check->entries[entry].list) continue;
        bool        is_copy = text_equal(old->id, check->entries[entry].id);
        const char *longer  = longer_key(root_of(check, e), sign, is_copy);
        is_held             = is_copy ? !longer : is_held || !longer;
        if (longer && (is_copy || !text_equal(longer, "symptom"))) key = longer;
        if (is_copy) break;
    }
    if (!is_held)
        complain(check, entry, key, "is usual for longer, or for more, than a built-in sign says",
                 "the symptom and depths of a built-in sign, and no later end");
}

static void check_own(struct check *check) {
    for (int e = 0; e < check->n_entries; e++) {
        const struct check_entry *entry = &check->entries[e];
        if (entry->layer == 0) continue;
        int before = entry->same;
        while (before >= 0 &&
               (check->entries[before].layer != 0 || check->entries[before].list != entry->list ||
                !text_equal(check->entries[before].id, entry->id)))
            before = check->entries[before].same;
        if (entry->noun == &library_triage_noun) check_own_rule(check, e, before >= 0);
        if (text_equal(entry->list->name, "signs")) check_own_sign(check, e);
    }
}

// What the built-in rule answers in its examples is answered as urgently by the whole.
static void check_old_examples(struct check *check, int entry, const struct triage_rule *old) {
    const struct triage_example *examples = old->examples.items;
    for (int i = 0; i < old->examples.n; i++) {
        if (!examples[i].level) continue;
        int level = triage_examples_level(check->knowledge, &examples[i], check->arena);
        if (level < level_of(examples[i].level))
            check_complain(check, entry, check->entries[entry].node, "examples", examples[i].name,
                           "is answered more mildly than by the built-in rules", examples[i].level);
    }
}

// Every built-in rule, replaced or not: another rule, symptom, sign or agent may weaken it too.
static void check_built_in(struct check *check) {
    for (int e = 0; e < check->n_entries; e++) {
        const struct check_entry *entry  = &check->entries[e];
        struct triage_rule        old    = {0};
        struct fault              fault  = {""};
        struct field_reader       reader = {NULL, 0, check->arena, &fault};
        if (entry->layer != 0 || entry->noun != &library_triage_noun) continue;
        int live = check_find(check, "triage", entry->id);
        if (field_read(&library_triage_noun, entry->doc, entry->node, &old, &reader) != ST_OK ||
            live < 0)
            continue;
        if (live != e) check_copy(check, live, live_rule(check, entry->id), &old);
        if (live != e && old.level > LEVEL_SELF_CARE) check_clauses(check, live, e);
        check_old_examples(check, live, &old);
    }
}

// Where a word stands in an entry: as a value, else as a key; -1: nowhere. Recursion ends with the
// depth of the document.
static int find_word(const struct doc *doc, int node, const char *word, bool is_key) {
    enum doc_kind kind = doc_kind_of(doc, node);
    if (is_key && text_equal(doc_key(doc, node), word)) return node;
    if (kind != DOC_MAP && kind != DOC_LIST)
        return !is_key && text_equal(doc_text(doc, node), word) ? node : -1;
    for (int i = doc->nodes[node].first; i >= 0; i = doc->nodes[i].next) {
        int found = find_word(doc, i, word, is_key);
        if (found >= 0) return found;
    }
    return -1;
}

// What would be right, by what was wrong; an example says it itself.
static const char *right_of(const char *wrong) {
    static const char *const rights[][2] = {
        {"is no symptom", "a code of symptoms, or any"},
        {"is not one of the words", "a word of the check-in"},
        {"would answer a worse direction more mildly", "from a word on every worse one"},
        {"would answer more spreading more mildly", "from a word on every worse one"},
        {"would answer a stronger symptom more mildly", "no upper bound above self-care"},
        {"asks for a warning sign and calls it usual", "codes, hours, direction, spreading and "
                                                       "severity_below"},
        {"calls it usual without an end", "to, or usual"},
        {"has no sign that says how long it is usual", "a code that a sign speaks of, or to"},
        {"is more than self-care", "only in a rule of self-care"},
        {"calls usual what it does not name", "codes"},
        {"leaves out of what it names", "codes: [any]"},
        {"holds never", "at least one clause"},
        {"asks of a symptom and names none", "codes, or any"},
        {"is about symptoms and about the check-in", "clauses of one kind"},
        {"leaves to self-care what is not understood", "well"},
        {"has no clock", "hours, such as 24 h"},
        {"does not say when to call", "a text"},
        {"names no source", "at least one key of a source"},
        {"asks, and does not say what would make it certain", "a text"},
        {"has none that finds something", "at least one example with fires: yes"},
        {"has none that finds nothing", "at least one example with fires: no"}};
    for (size_t i = 0; i < sizeof rights / sizeof rights[0]; i++)
        if (text_equal(rights[i][0], wrong)) return rights[i][1];
    return "an example that gives what it says";
}

// With files of a user's own, examples of built-in rules may find more than they say.
static void complain_all(struct check *check, const struct list *complaints, bool is_alone) {
    const struct triage_complaint *all = complaints->items;
    for (int i = 0; i < complaints->n; i++) {
        int entry = check_find(check, "triage", all[i].rule);
        if (entry < 0 || (!is_alone && check->entries[entry].layer == 0)) continue;
        const struct check_entry *of = &check->entries[entry];
        int                       at = find_word(of->doc, of->node, all[i].value, false);
        if (at < 0) at = find_word(of->doc, of->node, all[i].value, true);
        check_complain(check, entry, at < 0 ? of->node : at, NULL, all[i].value, all[i].wrong,
                       right_of(all[i].wrong));
    }
}

void check_triage(struct check *check) {
    const struct knowledge *knowledge  = check->knowledge;
    const struct clinic     nowhere    = {0};
    struct list             complaints = {NULL, 0, true};
    if (!is_touched(knowledge)) return;
    check->n_examples += triage_examples(knowledge, &nowhere, &complaints, check->arena);
    complain_all(check, &complaints, knowledge->n_docs == knowledge->n_own);
    if (knowledge->n_docs <= knowledge->n_own) return;
    check_own(check);
    check_built_in(check);
}
