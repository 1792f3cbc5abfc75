// SPDX-License-Identifier: Apache-2.0
#include "knowledge/findings.h"

#include "knowledge/override.h"
#include "knowledge/reason.h"
#include "knowledge/scope.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { LOOK_AGAIN_DAYS = 14 };

struct gathering {
    const struct view *view;
    struct finding    *findings;   // [LIMIT_FINDINGS]
    int                n;          // may pass LIMIT_FINDINGS: then nothing is answered
};

// One case of a rule that becomes a finding about one item.
struct holding {
    const struct rule          *rule;
    const struct rule_case     *one;   // NULL: nothing but the question
    const struct evaluate_item *item;
    struct finding_scope       *scope;
    date_day                    until;
    const struct names         *missing;   // facts it hangs on; NULL = none
};

// ---- one finding ----

static struct finding_lifts *lifts_of(const struct view *view, date_day until, const char *state) {
    struct finding_lifts *lifts = ARENA_NEW(view->arena, struct finding_lifts, 1);
    if (until) lifts->on.day = until;
    else if (state) {
        lifts->when           = state;
        lifts->look_again.day = view->on + LOOK_AGAIN_DAYS;
    } else lifts->word = "never";
    return lifts;
}

// About substances alone that nobody wished for: the clinician knows it, and the person need not
// meet a question about what is not offered. Numbing, and what a clinic always uses, stay.
static bool is_unwished(const struct view *view, const struct finding_scope *scope) {
    for (int i = 0; i < scope->agents.n; i++) {
        const struct agent *agent = load_agent(view->knowledge, scope->agents.items[i]);
        if (!agent || view_has(&agent->groups, "topical_anaesthetic")) return false;
        if (view_has(&view->patient->agents, agent->id)) return false;
    }
    return scope->agents.n > 0;
}

static struct finding base_finding(const struct view *view, const struct holding *h) {
    const struct rule *rule    = h->rule;
    struct finding     finding = {.id         = rule->id,
                                  .topic      = load_words(&rule->topic),
                                  .scope      = h->scope,
                                  .sources    = rule->sources,
                                  .grade      = rule->grade,
                                  .status     = rule->status,
                                  .evidence   = rule->rows,
                                  .is_private = rule->is_private,
                                  .wounds     = rule->wounds == FIELD_BOOL_TRUE};
    if (h->one && h->one->sources.n) {
        finding.sources = h->one->sources;
        finding.grade   = h->one->grade;
        finding.status  = h->one->status;
    }
    finding.counts = scope_counts(view, h->scope);
    if (is_unwished(view, h->scope)) finding.is_private = FIELD_BOOL_TRUE;
    return finding;
}

static void keep(struct gathering *gathering, const struct finding *finding) {
    if (gathering->n < LIMIT_FINDINGS) gathering->findings[gathering->n] = *finding;
    gathering->n++;
}

static void add_ask(struct gathering *gathering, const struct holding *h) {
    const struct view *view    = gathering->view;
    struct finding     finding = base_finding(view, h);
    finding.class              = CLASS_ASK;
    finding.missing            = *h->missing;
    finding.lifts              = lifts_of(view, 0, "facts_known");
    finding.because =
        reason_filled(view, load_saying(view->knowledge, "finding.ask"), &finding, h->item);
    keep(gathering, &finding);
}

// The letter that allows it, or NULL.
static const struct patient_clearance *letter_for(const struct view *view,
                                                  const struct rule *rule) {
    const struct patient_clearance *letters = view->patient->clearances.items;
    for (int i = 0; i < view->patient->clearances.n; i++) {
        bool is_ours = text_equal(letters[i].rule, rule->id) ||
                       text_equal(letters[i].rule, rule->rows.items[0]);
        if (is_ours && letters[i].received.day && letters[i].received.day <= view->on)
            return &letters[i];
    }
    return NULL;
}

// A prescriber's decision counts with who made it, and when.
static bool is_decided(const struct view *view) {
    const struct patient_prophylaxis *decision = view->patient->prophylaxis;
    return decision && decision->decided == FACT_YES && decision->by && decision->date.day &&
           decision->date.day <= view->on;
}

// A letter that has come, or a decision that is made, leaves a caution.
static void settle(const struct view *view, const struct rule *rule, struct finding *finding) {
    const struct patient_clearance *letter =
        finding->class == CLASS_CLEARANCE ? letter_for(view, rule) : NULL;
    bool is_done = letter || (finding->class == CLASS_PROPHYLAXIS && is_decided(view));
    if (!is_done) return;
    const char *const pairs[] = {"limits", letter && letter->limits ? letter->limits : "", NULL};
    const char       *how     = !letter          ? "finding.decided"
                                : letter->limits ? "finding.cleared_limits"
                                                 : "finding.cleared";
    finding->class_before     = finding->class;
    finding->class            = CLASS_CAUTION;
    finding->missing          = (struct names){0};
    finding->lifts            = lifts_of(view, 0, NULL);
    finding->because =
        arena_format(view->arena, "%s %s", finding->because, reason_saying(view, how, pairs));
    finding->told = reason_saying(view, letter ? "finding.told.cleared" : "finding.told.decided",
                                  (const char *const[]){"topic", finding->topic, NULL});
}

// What the person is told instead: where the rule has words for it, or the finding is not certain.
static const char *told_of(const struct view *view, const struct holding *h,
                           const struct finding *finding) {
    const char *pattern = load_words(&h->one->told), *because = load_words(&h->one->because);
    const bool  is_open = h->missing && h->missing->n;
    if (!*pattern && !is_open) return NULL;
    const char *told = reason_filled(view, *pattern ? pattern : because, finding, h->item);
    if (!is_open) return told;
    return arena_format(view->arena, "%s %s", told,
                        reason_filled(view, load_saying(view->knowledge, "finding.told.uncertain"),
                                      finding, h->item));
}

static void add_case(struct gathering *gathering, const struct holding *h) {
    const struct view *view    = gathering->view;
    struct finding     finding = base_finding(view, h);
    finding.class              = h->one->class;
    finding.until.day          = h->until;
    finding.rescreen           = h->one->rescreen;
    finding.excludes           = h->one->excludes;
    finding.depth_max          = h->one->depth_max;
    for (int i = 0; i < h->one->missing.n; i++)
        view_add(&finding.missing, h->one->missing.items[i], view->arena);
    for (int i = 0; h->missing && i < h->missing->n; i++)
        view_add(&finding.missing, h->missing->items[i], view->arena);
    const char *state = h->one->lifts;
    if (h->one->until && !h->until && !state) state = "facts_known";
    finding.lifts   = lifts_of(view, h->until, state);
    finding.because = reason_filled(view, load_words(&h->one->because), &finding, h->item);
    if (h->missing && h->missing->n)
        finding.because =
            arena_format(view->arena, "%s %s", finding.because,
                         reason_filled(view, load_saying(view->knowledge, "finding.uncertain"),
                                       &finding, h->item));
    finding.told = told_of(view, h, &finding);
    settle(view, h->rule, &finding);
    // What only has to be asked can be answered at once.
    if (finding.class == CLASS_ASK && h->one->missing.n && finding.lifts->look_again.day)
        finding.lifts->look_again.day = view->on;
    keep(gathering, &finding);
}

// ---- one item ----

static const struct rule_case *case_at(const struct rule *rule, int index) {
    return (const struct rule_case *)rule->cases.items + index;
}

// Do all cases that can hold have one class?
static bool is_of_one_class(const struct rule *rule, const struct evaluate_outcome *outcome) {
    for (int i = 1; i < outcome->n_possible; i++)
        if (case_at(rule, outcome->possible[i])->class !=
            case_at(rule, outcome->possible[0])->class)
            return false;
    return true;
}

// Of the cases that can hold the most severe, and of these the one that ends last.
static int worst_possible(const struct rule *rule, const struct evaluate_outcome *outcome) {
    int worst = outcome->possible[0];
    for (int i = 1; i < outcome->n_possible; i++) {
        int at = outcome->possible[i];
        int by = case_at(rule, at)->class - case_at(rule, worst)->class;
        if (by > 0 || (by == 0 && outcome->until[at] > outcome->until[worst])) worst = at;
    }
    return worst;
}

// Does the unknown decide something that has to be asked? Not if the same class holds either way.
static bool has_to_ask(const struct rule *rule, const struct evaluate_item *item,
                       const struct evaluate_outcome *outcome) {
    bool is_one_class = is_of_one_class(rule, outcome);
    bool is_stated    = item->item && evaluate_exists(item) == TRUTH_TRUE;
    if (outcome->is_settled && is_one_class) return false;
    if (is_stated && !is_one_class) return true;
    return case_at(rule, worst_possible(rule, outcome))->class >= CLASS_ASK;
}

static void find_item(struct gathering *gathering, const struct rule *rule,
                      const struct evaluate_item *item) {
    const struct view      *view = gathering->view;
    struct evaluate_outcome outcome;
    bool                    is_unknown;
    evaluate_rule(view, rule, item, &outcome);
    if (outcome.n_possible == 0) return;
    bool is_certain = outcome.n_possible == 1 && outcome.is_settled;
    bool is_asked   = !is_certain && has_to_ask(rule, item, &outcome);
    int  decider    = worst_possible(rule, &outcome);
    if (!is_asked && outcome.is_settled && !is_of_one_class(rule, &outcome))
        decider = outcome.possible[outcome.n_possible - 1];
    const struct rule_case *one = case_at(rule, decider);
    struct holding          h   = {rule,
                                   one,
                                   item,
                                   ARENA_NEW(view->arena, struct finding_scope, 1),
                                   outcome.until[decider],
                        is_certain ? NULL : &outcome.missing};
    if (!scope_fill(view, one->scope ? one->scope : rule->scope, item, h.scope, &is_unknown))
        return;
    struct names missing = outcome.missing;
    if (is_unknown && item->item) {
        view_add(&missing,
                 arena_format(view->arena, "%s.%s.zones", item->list,
                              evaluate_code(item) ? evaluate_code(item) : "goal"),
                 view->arena);
        h.missing = &missing;
        is_asked  = is_asked || one->class >= CLASS_DEFER;
    }
    // A rule that asks by itself says so in its own words, whatever is missing.
    bool is_own_question = one->class == CLASS_ASK && is_of_one_class(rule, &outcome);
    if (is_asked && !is_own_question) add_ask(gathering, &h);
    else if (is_certain || outcome.is_settled || item->item || is_own_question)
        add_case(gathering, &h);
}

static void find_list(struct gathering *gathering, const struct rule *rule,
                      const struct rule_subject *subject) {
    const struct noun *noun = NULL;
    const struct list *list = view_list(gathering->view, subject->list, &noun);
    assert(list);
    if (!list->is_present) {
        struct evaluate_item item = {noun, NULL, subject->list};
        find_item(gathering, rule, &item);
    }
    for (int i = 0; i < list->n; i++) {
        struct evaluate_item item = {noun, (const char *)list->items + i * noun->size,
                                     subject->list};
        if (subject->codes.n && !view_has(&subject->codes, evaluate_code(&item))) continue;
        find_item(gathering, rule, &item);
    }
}

// ---- all ----

static const char *spot_or_none(const struct finding *finding) {
    return finding->scope->spot ? finding->scope->spot : "";
}

static int by_weight(const void *a, const void *b) {
    const struct finding *x = a, *y = b;
    if (x->counts != y->counts) return x->counts ? -1 : 1;
    if (x->class != y->class) return y->class - x->class;
    int order = strcmp(x->id, y->id);
    if (order) return order;
    if (x->until.day != y->until.day) return x->until.day < y->until.day ? -1 : 1;
    order = strcmp(x->because, y->because);
    return order ? order : strcmp(spot_or_none(x), spot_or_none(y));
}

// Two spots are two findings, also where the words are the same.
static bool is_same(const struct finding *a, const struct finding *b) {
    if (!text_equal(a->id, b->id) || a->class != b->class || a->until.day != b->until.day)
        return false;
    if (!text_equal(spot_or_none(a), spot_or_none(b))) return false;
    if (!text_equal(a->because, b->because) || a->scope->zones.n != b->scope->zones.n) return false;
    for (int i = 0; i < a->scope->zones.n; i++)
        if (!view_has(&b->scope->zones, a->scope->zones.items[i])) return false;
    return true;
}

static int without_twins(struct finding *findings, int n) {
    int kept = 0;
    for (int i = 0; i < n; i++)
        if (kept == 0 || !is_same(&findings[kept - 1], &findings[i]))
            findings[kept++] = findings[i];
    return kept;
}

static void find_rule(struct gathering *gathering, const struct rule *rule) {
    const struct rule_subject *subjects = rule->about.items;
    struct evaluate_item       person   = {0};
    if (rule->about.n == 0) find_item(gathering, rule, &person);
    for (int s = 0; s < rule->about.n; s++) find_list(gathering, rule, &subjects[s]);
}

void findings_of_rule(const struct view *view, const struct rule *rule, struct list *findings) {
    struct gathering gathering = {view, ARENA_NEW(view->arena, struct finding, LIMIT_FINDINGS), 0};
    find_rule(&gathering, rule);
    int n     = gathering.n < LIMIT_FINDINGS ? gathering.n : LIMIT_FINDINGS;
    *findings = (struct list){gathering.findings, n, true};
}

enum status findings_of(const struct view *view, struct list *findings, struct fault *fault) {
    TRY(override_rules_known(view, fault));
    struct gathering gathering = {view, ARENA_NEW(view->arena, struct finding, LIMIT_FINDINGS), 0};
    const struct rule *rules   = view->knowledge->all.rules.items;
    for (int r = 0; r < view->knowledge->all.rules.n; r++) find_rule(&gathering, &rules[r]);
    if (gathering.n > LIMIT_FINDINGS)
        return fault_at(fault, ST_LIMIT, "screening: %d findings; allowed: %d", gathering.n,
                        LIMIT_FINDINGS);
    override_apply(view, gathering.findings, &gathering.n, LIMIT_FINDINGS);
    qsort(gathering.findings, (size_t)gathering.n, sizeof(struct finding), by_weight);
    gathering.n = without_twins(gathering.findings, gathering.n);
    *findings   = (struct list){gathering.findings, gathering.n, true};
    return ST_OK;
}

bool findings_concern(const struct finding *finding, const char *zone, const char *kind) {
    const struct finding_scope *scope = finding->scope;
    return (scope->zones.n == 0 || view_has(&scope->zones, zone)) &&
           (scope->devices.n == 0 || view_has(&scope->devices, kind));
}

// Where a key stands among those cited, or belongs.
static int place_of(const struct list *cited, const char *key) {
    const struct cited *all = cited->items;
    int                 low = 0, high = cited->n;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (strcmp(all[middle].key, key) < 0) low = middle + 1;
        else high = middle;
    }
    return low;
}

void findings_cite(const struct knowledge *knowledge, struct list *cited, const struct names *keys,
                   struct arena *arena) {
    for (int i = 0; i < keys->n; i++) {
        struct cited *old = cited->items;
        int           at  = place_of(cited, keys->items[i]);
        if (at < cited->n && text_equal(old[at].key, keys->items[i])) continue;
        const struct source *source = load_source(knowledge, keys->items[i]);
        if (!source) continue;
        struct cited *items = ARENA_NEW(arena, struct cited, cited->n + 1);
        for (int k = 0; k < cited->n; k++) items[k < at ? k : k + 1] = old[k];
        items[at] = (struct cited){source->key, source->text, source->grade, source->status};
        *cited    = (struct list){items, cited->n + 1, true};
    }
}

void findings_cite_all(const struct knowledge *knowledge, struct list *cited,
                       const struct noun *noun, const void *from, struct arena *arena) {
    for (const struct field *field = noun->fields; field->name; field++) {
        const void *at = (const char *)from + field->offset;
        if (field->kind == FIELD_NAMES && text_equal(field->vocabulary, "sources"))
            findings_cite(knowledge, cited, at, arena);
        if (field->kind == FIELD_NOUN) {
            const void *const *noun_at = at;
            if (*noun_at) findings_cite_all(knowledge, cited, field->noun, *noun_at, arena);
        }
        if (field->kind == FIELD_LIST || field->kind == FIELD_MAP) {
            const struct list *list = at;
            for (int i = 0; i < list->n; i++)
                findings_cite_all(knowledge, cited, field->noun,
                                  (const char *)list->items + i * field->noun->size, arena);
        }
    }
}
