// SPDX-License-Identifier: Apache-2.0
#include "knowledge/check_weaker.h"

#include "base/units.h"
#include "knowledge/check_strict.h"
#include "knowledge/examples.h"

static const char allowed[] = "at least as strict as what it replaces, or an id of its own";

struct pair {   // a built-in entry and the user's in its place
    struct check      *check;
    int                before, after;   // entries
    struct strict_node old, new;
};

static void complain(const struct pair *pair, const char *key, const char *value,
                     const char *wrong) {
    struct strict_node at   = check_strict_child(pair->new, key);
    int                node = at.node < 0 ? pair->new.node : at.node;
    check_complain(pair->check, pair->after, node, key, value, wrong, allowed);
}

// ---- rules ----

static int class_of(struct strict_node one) {
    const char *word = check_strict_text(check_strict_child(one, "class"));
    for (int i = 0; words_class[i]; i++)
        if (text_equal(words_class[i], word)) return i + 1;
    return CLASS_ABSENT;
}

static struct strict_node scope_of(struct strict_node rule, struct strict_node one) {
    struct strict_node own = check_strict_child(one, "scope");
    return own.node >= 0 ? own : check_strict_child(rule, "scope");
}

static bool is_true(struct strict_node of) { return text_equal(check_strict_text(of), "true"); }

static bool is_number_kept(struct strict_node a, struct strict_node b, const char *unit,
                           bool may_rise) {
    double x = 0, y = 0;
    if (a.node < 0) return true;
    if (b.node < 0) return false;
    bool is_read =
        unit ? units_parse(check_strict_text(a), unit, &x) != UNITS_NO_NUMBER &&
                   units_parse(check_strict_text(b), unit, &y) != UNITS_NO_NUMBER
             : units_number(check_strict_text(a), &x) && units_number(check_strict_text(b), &y);
    return is_read && (may_rise ? y >= x : y <= x);
}

static struct strict_node child(struct strict_node of, const char *key) {
    return check_strict_child(of, key);
}

// Case `b` ends no sooner than `a`.
static bool ends_no_sooner(struct strict_node a, struct strict_node b) {
    struct strict_node ends = child(a, "until"), later = child(b, "until");
    bool               is_never = later.node < 0 && child(b, "lifts").node < 0;
    if (is_never) return true;
    if (later.node < 0)
        return ends.node < 0 && check_strict_same(child(a, "lifts"), child(b, "lifts"));
    if (ends.node < 0 || (is_true(child(a, "rescreen")) && !is_true(child(b, "rescreen"))))
        return false;
    return check_strict_same(child(ends, "from"), child(later, "from")) &&
           is_number_kept(child(ends, "days"), child(later, "days"), NULL, true) &&
           (child(later, "birthday").node < 0) == (child(ends, "birthday").node < 0) &&
           is_number_kept(child(ends, "birthday"), child(later, "birthday"), NULL, true);
}

// A case of the new rule that protects whoever falls under it no less than case `a` of the old one.
static bool protects_as(const struct pair *pair, struct strict_node a, struct strict_node b) {
    return class_of(b) >= class_of(a) &&
           check_strict_covers(scope_of(pair->old, a), scope_of(pair->new, b)) &&
           check_strict_within(child(a, "excludes"), child(b, "excludes")) &&
           is_number_kept(child(a, "depth_max"), child(b, "depth_max"), "mm", false) &&
           ends_no_sooner(a, b);
}

// Did a case before case `a` of the old rule take everybody whom this case of the new one takes?
static bool was_before(const struct pair *pair, struct strict_node a, struct strict_node taken) {
    struct strict_node one = check_strict_first(child(pair->old, "cases"));
    for (; one.node != a.node; one = check_strict_next(one)) {
        bool is_held = child(one, "until").node < 0 ||
                       check_strict_same(child(one, "until"), child(taken, "until"));
        if (is_held && check_strict_follows(child(taken, "where"), child(one, "where")))
            return true;
    }
    return false;
}

// The first case that holds decides: until one stands for case `a`, whatever comes before it may
// take nobody away who fell under `a`, unless it protects them as well.
static bool is_kept(const struct pair *pair, struct strict_node a) {
    struct strict_node one = check_strict_first(child(pair->new, "cases"));
    for (; one.node >= 0; one = check_strict_next(one)) {
        bool is_as_good = protects_as(pair, a, one);
        if (is_as_good && check_strict_follows(child(a, "where"), child(one, "where"))) return true;
        if (!is_as_good && !was_before(pair, a, one)) return false;
    }
    return false;
}

// Every list of things the old rule is about is one of the new one's, with its codes.
static bool is_about_as_much(const struct pair *pair) {
    struct strict_node a   = check_strict_first(child(pair->old, "about"));
    struct strict_node all = child(pair->new, "about");
    if (a.node < 0) return check_strict_first(all).node < 0;
    for (; a.node >= 0; a = check_strict_next(a)) {
        struct strict_node b = check_strict_first(all);
        for (; b.node >= 0; b = check_strict_next(b)) {
            if (check_strict_wider(child(a, "codes"), child(b, "codes")) &&
                check_strict_same(child(a, "list"), child(b, "list")))
                break;
        }
        if (b.node < 0) return false;
    }
    return true;
}

static void check_override(const struct pair *pair) {
    struct strict_node a = child(pair->old, "override"), b = child(pair->new, "override");
    if (b.node < 0) return;
    bool is_less = a.node >= 0 && check_strict_within(child(b, "by"), child(a, "by")) &&
                   check_strict_follows(child(b, "where"), child(a, "where"));
    if (!is_less)
        complain(pair, "override", "an override", "may be used by more, or with less, than before");
}

static bool protects(struct strict_node rule) {
    struct strict_node one = check_strict_first(child(rule, "cases"));
    while (one.node >= 0 && class_of(one) < CLASS_DEFER) one = check_strict_next(one);
    return one.node >= 0;
}

static void check_rule(const struct pair *pair) {
    if (!protects(pair->old)) return;
    if (!is_about_as_much(pair)) complain(pair, "about", "the rule", "is about less than before");
    if (is_true(child(pair->old, "wounds")) && !is_true(child(pair->new, "wounds")))
        complain(pair, "wounds", "the rule", "held for whatever wounds the skin");
    check_override(pair);
    struct strict_node one = check_strict_first(child(pair->old, "cases"));
    for (; one.node >= 0; one = check_strict_next(one)) {
        if (class_of(one) < CLASS_DEFER || is_kept(pair, one)) continue;
        const char *words = check_strict_text(child(child(one, "because"), "en"));
        complain(
            pair, "cases", words_class[class_of(one) - 1],
            arena_format(pair->check->arena, "is weaker where the built-in rule says: %s", words));
    }
}

// ---- agents, devices, zones, indications ----

enum keep {
    KEEP_SAME,
    KEEP_TRUE,
    KEEP_NAMES,
    KEEP_FEWER,
    KEEP_NONE,
    KEEP_FALL,
    KEEP_RISE,
    KEEP_WORD,
    KEEP_START,
    KEEP_WIDER,
    KEEP_TESTS,
    KEEP_FIXED
};

// From the mildest to the strictest: who may use an agent while needles go through it, and how soon
// somebody is to be called.
static const char *const under_order[] = {"labelled", "clinic", "prescriber", "never", NULL};
static const char *const level_order[] = {"self_care", "message", "same_day", "emergency", NULL};

static const struct kept {
    const char        *list, *key, *below;   // `below`: a key of the noun under `key`, or NULL
    const char        *unit;
    enum keep          keep;
    const char *const *order;   // KEEP_WORD
} kept_table[] = {
    {"agents", "groups", NULL, NULL, KEEP_NAMES},
    {"agents", "interlocks", NULL, NULL, KEEP_NAMES},
    {"agents", "before", "value", "d", KEEP_RISE},
    {"agents", "after", "value", "d", KEEP_RISE},
    {"agents", "under", "is", NULL, KEEP_WORD, under_order},
    {"devices", "kind", NULL, NULL, KEEP_SAME},
    {"devices", "safety", NULL, NULL, KEEP_SAME},
    {"devices", "age_min", NULL, NULL, KEEP_RISE},
    {"devices", "labelled", "value", "mm", KEEP_FALL},
    {"devices", "labelled_neck", "value", "mm", KEEP_FALL},
    {"zones", "region", NULL, NULL, KEEP_SAME},
    {"zones", "depth", NULL, NULL, KEEP_NONE},
    {"indications", "diagnose", NULL, NULL, KEEP_TRUE},
    {"indications", "interval_floor", NULL, "d", KEEP_RISE},
    {"credentials", "professions", NULL, NULL, KEEP_FEWER},
    {"credentials", "depth_max", "value", "mm", KEEP_FALL},
    {"watch", "level", NULL, NULL, KEEP_WORD, level_order},
    {"stops", "card", NULL, NULL, KEEP_SAME},
    {"stops", "opens", NULL, NULL, KEEP_NAMES},
    {"advice", "do", NULL, NULL, KEEP_SAME},
    {"advice", "from", NULL, "h", KEEP_START},
    {"advice", "where", NULL, NULL, KEEP_TESTS},
    {"advice", "until_closed", NULL, NULL, KEEP_TRUE},
    {"meanwhile", "do", NULL, NULL, KEEP_SAME},
    {"meanwhile", "where", NULL, NULL, KEEP_TESTS},
    {"spacings", "procedures", NULL, NULL, KEEP_NAMES},
    {"spacings", "devices", NULL, NULL, KEEP_WIDER},
    {"spacings", "before", "value", "d", KEEP_RISE},
    {"spacings", "after", "value", "d", KEEP_RISE},
    {"symptoms", "synonyms", NULL, NULL, KEEP_NAMES},
    {"symptoms", "red", NULL, NULL, KEEP_TRUE},
    {"sayings", "text", NULL, NULL, KEEP_FIXED},
};

enum { KEPT = sizeof kept_table / sizeof kept_table[0] };

// The word stands no nearer to the mild end; what was not said may be said.
static bool is_word_kept(const char *const *order, struct strict_node a, struct strict_node b) {
    int i = 0, k = 0;
    while (order[i] && !text_equal(order[i], check_strict_text(a))) i++;
    while (order[k] && !text_equal(order[k], check_strict_text(b))) k++;
    return a.node < 0 || (order[k] && k >= i);
}

static void check_kept(const struct pair *pair, const struct kept *kept) {
    struct strict_node a = child(pair->old, kept->key), b = child(pair->new, kept->key);
    bool               is_kept = true;
    if (kept->below) a = child(a, kept->below), b = child(b, kept->below);
    switch (kept->keep) {
    case KEEP_SAME: is_kept = a.node < 0 || check_strict_same(a, b); break;
    case KEEP_TRUE: is_kept = !is_true(a) || is_true(b); break;
    case KEEP_NAMES: is_kept = check_strict_within(a, b); break;
    case KEEP_FEWER: is_kept = check_strict_wider(b, a); break;
    case KEEP_START:
        is_kept = b.node < 0 || (a.node >= 0 && is_number_kept(a, b, kept->unit, false));
        break;
    case KEEP_TESTS: is_kept = check_strict_follows(a, b); break;
    case KEEP_WIDER: is_kept = check_strict_wider(a, b); break;
    case KEEP_FIXED: is_kept = !is_true(child(pair->old, "fixed")); break;
    case KEEP_WORD: is_kept = is_word_kept(kept->order, a, b); break;
    case KEEP_NONE: is_kept = a.node >= 0 || b.node < 0; break;
    case KEEP_FALL: is_kept = is_number_kept(a, b, kept->unit, false); break;
    case KEEP_RISE: is_kept = is_number_kept(a, b, kept->unit, true); break;
    }
    if (!is_kept)
        complain(pair, kept->key, check_strict_text(b),
                 kept->keep == KEEP_FIXED ? "is a text that nobody replaces"
                                          : "protects less than the built-in entry");
}

static void check_ceilings(const struct pair *pair) {
    struct strict_node a = check_strict_first(child(pair->old, "ceilings"));
    for (; a.node >= 0; a = check_strict_next(a)) {
        struct strict_node b = check_strict_first(child(pair->new, "ceilings"));
        while (b.node >= 0 && !check_strict_same(child(a, "rule"), child(b, "rule")))
            b = check_strict_next(b);
        if (b.node >= 0 && is_number_kept(child(a, "mass"), child(b, "mass"), "g", false) &&
            is_number_kept(child(a, "area"), child(b, "area"), "cm2", false))
            continue;
        complain(pair, "ceilings", check_strict_text(child(a, "rule")),
                 "is a ceiling that is gone or higher");
    }
}

// Advice that is kept for ever stays so; a time that sources name is not cut below their shortest;
// and it reaches no fewer plans.
static void check_advice(const struct pair *pair) {
    static const char *const only[] = {"zones", "devices", "agents"};
    struct strict_node       old = child(pair->old, "to"), new = child(pair->new, "to");
    struct strict_node       least = child(pair->old, "said_least");
    struct strict_node       their = child(pair->old, "only"), our = child(pair->new, "only");
    bool                     is_kept =
        check_strict_same(old, new) || text_equal(check_strict_text(new), "always") ||
        (!text_equal(check_strict_text(old), "always") && is_number_kept(least, new, "h", true));
    if (!is_kept)
        complain(pair, "to", check_strict_text(new),
                 "ends before the shortest time of the sources");
    if (!is_number_kept(least, child(pair->new, "said_least"), "h", true))
        complain(pair, "said_least", check_strict_text(child(pair->new, "said_least")),
                 "is shorter than the shortest time of the sources");
    for (int i = 0; i < 3; i++)
        if (!check_strict_wider(child(their, only[i]), child(our, only[i])))
            complain(pair, "only", only[i], "belongs to fewer plans than the built-in line");
}

static void check_pair(const struct pair *pair) {
    const char *list = pair->check->entries[pair->after].list->name;
    if (check_strict_same(pair->old, pair->new)) return;
    if (text_equal(list, "rules")) check_rule(pair);
    if (text_equal(list, "agents")) check_ceilings(pair);
    if (text_equal(list, "advice")) check_advice(pair);
    for (int i = 0; i < KEPT; i++)
        if (text_equal(list, kept_table[i].list)) check_kept(pair, &kept_table[i]);
}

// ---- all of them ----

// The live entry in the place of a built-in one, -1: it stands.
static int entry_after(const struct check *check, int before) {
    const struct check_entry *entry = &check->entries[before];
    if (entry->is_live || entry->layer > 0) return -1;
    return check_find(check, entry->list->name, entry->id);
}

static bool is_guarded(const char *list) {
    int i = 0;
    while (i < KEPT && !text_equal(kept_table[i].list, list)) i++;
    return i < KEPT || text_equal(list, "rules");
}

void check_weaker(struct check *check) {
    for (int i = 0; i < check->n_entries; i++) {
        int after = entry_after(check, i);
        if (after < 0 || !is_guarded(check->entries[i].list->name)) continue;
        struct pair pair = {.check = check, .before = i, .after = after};
        pair.old         = (struct strict_node){check->entries[i].doc, check->entries[i].node};
        pair.new = (struct strict_node){check->entries[after].doc, check->entries[after].node};
        check_pair(&pair);
    }
}

// Entries of `rates` with one id are cases of one risk; the same case twice is one too many.
static bool are_cases(const struct check_entry *a, const struct check_entry *b) {
    struct strict_node x = {a->doc, a->node}, y = {b->doc, b->node};
    return text_equal(a->list->name, "rates") &&
           !(check_strict_same(child(x, "where"), child(y, "where")) &&
             check_strict_same(child(x, "only"), child(y, "only")));
}

static bool are_twins(const struct check_entry *a, const struct check_entry *b) {
    return a->layer == b->layer && a->list == b->list && text_equal(a->id, b->id) &&
           text_equal(a->family, b->family) && !are_cases(a, b);
}

void check_twins(struct check *check) {
    for (int i = 0; i < check->n_entries; i++) {
        const struct check_entry *entry = &check->entries[i];
        int                       other = entry->same;
        while (other >= 0 && !are_twins(entry, &check->entries[other]))
            other = check->entries[other].same;
        if (other < 0) continue;
        const struct check_entry *first = &check->entries[other];
        check_complain(check, i, entry->node, NULL, entry->id,
                       arena_format(check->arena, "stands twice, first at %s",
                                    field_place(first->doc, first->node, check->arena)),
                       "each id once in a list");
    }
}

// One example of a built-in rule, on the base as it is now. NULL: it holds.
static const char *example_lost(struct check *check, const char *rule,
                                const struct rule_example *example) {
    struct arena          scratch = *check->arena;
    struct example_answer answer;
    struct fault          fault = {""};
    if (examples_run(check->knowledge, rule, example, &answer, &scratch, &fault) != ST_OK)
        return arena_format(check->arena, "cannot be run: %s", fault.text);
    if (text_equal(example->finds, "refuse"))
        return answer.class == CLASS_REFUSE ? NULL : "does not refuse any more";
    if (!text_equal(example->finds, "defer") || answer.class == CLASS_REFUSE) return NULL;
    if (answer.class != CLASS_DEFER) return "does not defer any more";
    bool is_sooner = answer.until && example->until.day && answer.until < example->until.day;
    return is_sooner ? "ends earlier" : NULL;
}

static bool is_wider(const struct names *a, const struct names *b) {
    bool is_within = b->n == 0 || a->n > 0;
    for (int i = 0; b->n && i < a->n; i++) is_within = is_within && view_has(b, a->items[i]);
    return is_within;
}

// Finding `b` holds the person back as much as `a` does: as severe, as wide, and no less long.
static bool holds_as_much(const struct finding *a, const struct finding *b) {
    const struct finding_scope *x = a->scope, *y = b->scope;
    bool is_long  = !b->until.day || (a->until.day && b->until.day >= a->until.day);
    bool is_whole = y->person == FIELD_BOOL_TRUE;
    bool is_part  = x->person != FIELD_BOOL_TRUE && is_wider(&x->zones, &y->zones) &&
                   is_wider(&x->devices, &y->devices) && is_wider(&x->agents, &y->agents) &&
                   (!y->spot || text_equal(x->spot, y->spot));
    return b->class >= a->class && is_long && (is_whole || is_part);
}

// The same example, by both rules alone: what the built-in one finds is found as strictly.
static const char *finding_lost(struct check *check, const struct rule *old,
                                const struct rule_example *example) {
    struct arena scratch = *check->arena;
    struct fault fault   = {""};
    struct list  before, after;
    if (examples_find(check->knowledge, old, example, &before, &scratch, &fault) != ST_OK ||
        examples_find(check->knowledge, load_rule(check->knowledge, old->id), example, &after,
                      &scratch, &fault) != ST_OK)
        return "cannot be run";
    const struct finding *a = before.items, *b = after.items;
    for (int i = 0; i < before.n; i++) {
        int k = 0;
        while (k < after.n && !holds_as_much(&a[i], &b[k])) k++;
        if (a[i].class >= CLASS_DEFER && k == after.n)
            return "is found milder, for less, or for a shorter time";
    }
    return NULL;
}

// The examples of a built-in rule that a file of the user's replaces.
static void run_old_examples(struct check *check, int before, int after) {
    const struct check_entry *entry  = &check->entries[before];
    struct rule               old    = {0};
    struct fault              fault  = {""};
    struct field_reader       reader = {NULL, 0, check->arena, &fault};
    enum status status = field_read(entry->noun, entry->doc, entry->node, &old, &reader);
    const struct rule_example *examples = old.examples.items;
    for (int i = 0; status == ST_OK && i < old.examples.n; i++) {
        const char *lost = example_lost(check, old.id, &examples[i]);
        if (!lost) lost = finding_lost(check, &old, &examples[i]);
        if (lost)
            check_complain(check, after, check->entries[after].node, "cases", examples[i].name,
                           arena_format(check->arena, "an example of the built-in rule: %s", lost),
                           allowed);
    }
}

void check_weaker_examples(struct check *check) {
    for (int i = 0; i < check->n_entries; i++) {
        int after = entry_after(check, i);
        if (after < 0 || check->entries[i].noun != &catalogue_rule_noun) continue;
        struct strict_node old = {check->entries[i].doc, check->entries[i].node};
        struct strict_node new = {check->entries[after].doc, check->entries[after].node};
        if (!check_strict_same(old, new)) run_old_examples(check, i, after);
    }
}
