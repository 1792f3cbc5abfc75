// SPDX-License-Identifier: Apache-2.0
#include "knowledge/check_triage.h"

#include "domain/triage.h"
#include "knowledge/library_triage.h"
#include "knowledge/triage_examples.h"
#include "knowledge/view.h"

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

// ---- is a clause as wide? ----

static bool has_all(const struct names *of, const struct names *in) {
    for (int i = 0; i < of->n; i++)
        if (!view_has(in, of->items[i])) return false;
    return true;
}

// One of these: no more is asked for, and each that stood there still does.
static bool is_list_kept(const struct names *old, const struct names *new) {
    return old->n ? new->n == 0 || has_all(old, new) : new->n == 0;
}

static bool is_floor_kept(const struct amount *old, const struct amount *new) {
    return !new->is_known || (old->is_known && new->value <= old->value);
}

static bool is_ceiling_kept(const struct amount *old, const struct amount *new) {
    return !new->is_known || (old->is_known && new->value >= old->value);
}

static bool is_fact_kept(int old, int new) { return new != FIELD_BOOL_TRUE || old == new; }

// Whatever the one holds for, the other does.
static bool is_as_wide(const struct triage_clause *old, const struct triage_clause *new) {
    bool is_any = view_has(&new->codes, "any") && old->codes.n > 0;
    return old->of == new->of && (old->codes.n > 0) == (new->codes.n > 0) &&
           (is_any || has_all(&old->codes, &new->codes)) && has_all(&new->except, &old->except) &&
           is_list_kept(&old->also, &new->also) && is_list_kept(&old->direction, &new->direction) &&
           is_list_kept(&old->spreading, &new->spreading) &&
           is_list_kept(&old->near_eye, &new->near_eye) &&
           is_list_kept(&old->devices, &new->devices) && is_list_kept(&old->agents, &new->agents) &&
           is_floor_kept(&old->from, &new->from) && is_ceiling_kept(&old->to, &new->to) &&
           is_floor_kept(&old->severity_at_least, &new->severity_at_least) &&
           is_ceiling_kept(&old->severity_below, &new->severity_below) &&
           is_floor_kept(&old->pressure_at_least, &new->pressure_at_least) &&
           is_floor_kept(&old->temperature_at_least, &new->temperature_at_least) &&
           is_ceiling_kept(&old->temperature_below, &new->temperature_below) &&
           is_floor_kept(&old->depth_at_least, &new->depth_at_least) &&
           is_fact_kept(old->feels_ill, new->feels_ill) &&
           is_fact_kept(old->blood_thinner, new->blood_thinner);
}

// Of what is more than self-care, every clause is kept by one as wide; of self-care none is new.
static bool are_clauses_kept(const struct triage_rule *old, const struct triage_rule *new) {
    bool is_usual = old->level == LEVEL_SELF_CARE && new->level == LEVEL_SELF_CARE;
    const struct triage_rule   *kept = is_usual ? new : old, *by = is_usual ? old : new;
    const struct triage_clause *all = kept->when.items, *those = by->when.items;
    for (int i = 0; i < kept->when.n; i++) {
        bool is_kept = false;
        for (int k = 0; k < by->when.n; k++)
            is_kept = is_kept || (is_as_wide(&all[i], &those[k]) &&
                                  (!is_usual || all[i].is_usual == those[k].is_usual));
        if (!is_kept && (is_usual || old->level > LEVEL_SELF_CARE)) return false;
    }
    return true;
}

// What is usual is not for a file of one's own to add to.
static void check_added(struct check *check) {
    for (int e = 0; e < check->n_entries; e++) {
        const struct check_entry *entry = &check->entries[e];
        if (entry->layer == 0 || entry->noun != &library_triage_noun) continue;
        const struct triage_rule *rule     = live_rule(check, entry->id);
        bool                      is_added = true;
        for (int i = 0; i < check->n_entries; i++)
            if (check->entries[i].layer == 0 && check->entries[i].noun == entry->noun &&
                text_equal(check->entries[i].id, entry->id))
                is_added = false;
        if (is_added && rule && rule->level == LEVEL_SELF_CARE)
            complain(check, e, "level", "leaves to self-care what no built-in rule does",
                     "message, same_day or emergency");
    }
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
    if (!are_clauses_kept(old, new))
        complain(check, entry, "when", "is not as wide as the built-in rule",
                 "each of its clauses, or wider ones; a rule under an id of your own");
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
        check_old_examples(check, live, &old);
    }
}

// With files of a user's own, examples of built-in rules may find more than they say.
static void complain_all(struct check *check, const struct list *complaints, bool is_alone) {
    const struct triage_complaint *all = complaints->items;
    for (int i = 0; i < complaints->n; i++) {
        int entry = check_find(check, "triage", all[i].rule);
        if (entry < 0 || (!is_alone && check->entries[entry].layer == 0)) continue;
        check_complain(check, entry, check->entries[entry].node, NULL, all[i].value, all[i].wrong,
                       "a rule as in docs/model/triage.md");
    }
}

void check_triage(struct check *check) {
    const struct knowledge *knowledge  = check->knowledge;
    const struct clinic     nowhere    = {0};
    struct list             complaints = {NULL, 0, true};
    if (!is_touched(knowledge)) return;
    check->n_examples += triage_examples(knowledge, &nowhere, &complaints, check->arena);
    complain_all(check, &complaints, knowledge->n_docs == knowledge->n_own);
    if (knowledge->n_docs > knowledge->n_own) {
        check_built_in(check);
        check_added(check);
    }
}
