// SPDX-License-Identifier: Apache-2.0
#include "knowledge/findings.h"

#include "knowledge/evaluate.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { LOOK_AGAIN_DAYS = 14, OVER_PERSON = 1, OVER_ITEM_ZONES, OVER_GOAL_ZONES, OVER_SPOT };

struct gathering {
    const struct view *view;
    struct finding    *findings;   // [LIMIT_FINDINGS]
    int                n;
};

// ---- scope ----

static struct names both(const struct view *view, const struct names *a, const struct names *b) {
    struct names out = {0};
    for (int i = 0; i < a->n; i++)
        if (!b->n || view_has(b, a->items[i])) view_add(&out, a->items[i], view->arena);
    return out;
}

static struct names parts_of(const struct view *view, const struct names *zones) {
    struct names parts = {0};
    for (int i = 0; i < zones->n; i++)
        load_zone_parts(view->knowledge, zones->items[i], false, &parts, view->arena);
    return parts;
}

static bool is_device_at_hand(const struct view *view, const struct names *kinds) {
    for (int kind = 1; words_device_kind[kind - 1]; kind++)
        if (view->is_at_hand[kind] && view_has(kinds, words_device_kind[kind - 1])) return true;
    return kinds->n == 0;
}

// Only the kinds that are at hand, so that nobody reads of a device that is not there.
static struct names devices_at_hand(const struct view *view, const struct names *kinds) {
    struct names out = {0};
    for (int i = 0; i < kinds->n; i++)
        for (int kind = 1; words_device_kind[kind - 1]; kind++)
            if (view->is_at_hand[kind] && text_equal(words_device_kind[kind - 1], kinds->items[i]))
                view_add(&out, kinds->items[i], view->arena);
    return out;
}

// Fills the scope of a finding. False: out of scope. *is_unknown: the zones of the item are not
// known.
static bool scope_fill(const struct view *view, const struct rule_scope *rule,
                       const struct evaluate_item *item, struct finding_scope *scope,
                       bool *is_unknown) {
    struct names filter = parts_of(view, &rule->zones), zones = {0};
    *is_unknown = false;
    if (!is_device_at_hand(view, &rule->devices)) return false;
    scope->devices = devices_at_hand(view, &rule->devices);
    scope->agents  = rule->agents;
    if (rule->over == OVER_PERSON) {
        if (!scope->devices.n && !scope->agents.n) scope->person = FIELD_BOOL_TRUE;
        return true;
    }
    if (rule->over == OVER_ITEM_ZONES || rule->over == OVER_SPOT) {
        zones       = view_item_zones(view, item->noun, item->item);
        *is_unknown = !zones.is_present;
    }
    if (rule->over == OVER_GOAL_ZONES || *is_unknown) zones = view->goal_zones;
    scope->zones = both(view, &zones, &filter);
    if (rule->over == OVER_SPOT && item->item) {
        const struct patient_condition *condition = item->item;
        bool has_spot = item->noun == &patient_condition_noun && condition->spot;
        scope->spot   = has_spot ? condition->spot
                                 : load_label(view->knowledge, item->list, evaluate_code(item));
    }
    return scope->zones.n > 0;
}

// ---- words ----

// The text with its first letter small, for the middle of a sentence, or large, for its start.
static const char *with_first(const char *text, bool is_large, struct arena *arena) {
    char *copy = arena_format(arena, "%s", text);
    char  from = is_large ? 'a' : 'A';
    if (*copy >= from && *copy <= from + 25) *copy = (char)(*copy ^ 0x20);
    return copy;
}

static const char *zones_said(const struct view *view, const struct names *zones) {
    struct text out = text_new(view->arena);
    for (int i = 0; i < zones->n; i++) {
        const char *label = load_label(view->knowledge, "zones", zones->items[i]);
        const char *join  = i == zones->n - 1 ? " and " : ", ";
        text_addf(&out, "%s%s", i ? join : "", with_first(label, false, view->arena));
    }
    return out.data;
}

static const char *date_said(date_day day, struct arena *arena) {
    char *text = ARENA_NEW(arena, char, DATE_WORDS_BYTES);
    date_words(day, text);
    return text;
}

static const char *facts_said(const struct names *facts, struct arena *arena) {
    struct text out = text_new(arena);
    for (int i = 0; i < facts->n; i++) text_addf(&out, "%s%s", i ? ", " : "", facts->items[i]);
    return out.data;
}

static const char *because_said(const struct view *view, const char *pattern,
                                const struct finding *finding, const struct evaluate_item *item) {
    const char *code = evaluate_code(item);
    char        age[32];
    text_number(age, patient_age(view->patient, view->on));
    const char *const pairs[] = {"until", date_said(finding->until.day, view->arena),
                                 "zones", zones_said(view, &finding->scope->zones),
                                 "label", code ? load_label(view->knowledge, item->list, code) : "",
                                 "age",   age,
                                 "fact",  facts_said(&finding->missing, view->arena),
                                 "topic", finding->topic,
                                 NULL};
    return with_first(load_filled(pattern, pairs, view->arena), true, view->arena);
}

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

static bool does_count(const struct view *view, const struct finding_scope *scope) {
    if (scope->zones.n == 0) return true;
    for (int i = 0; i < scope->zones.n; i++)
        if (view_has(&view->goal_zones, scope->zones.items[i])) return true;
    return false;
}

static struct finding base_finding(const struct view *view, const struct rule *rule,
                                   struct finding_scope *scope) {
    struct finding finding = {.id       = rule->id,
                              .topic    = load_words(&rule->topic),
                              .scope    = scope,
                              .sources  = rule->sources,
                              .grade    = rule->grade,
                              .status   = rule->status,
                              .evidence = rule->rows};
    finding.counts         = does_count(view, scope);
    return finding;
}

static void keep(struct gathering *gathering, const struct finding *finding) {
    if (gathering->n < LIMIT_FINDINGS) gathering->findings[gathering->n] = *finding;
    gathering->n++;
}

static void add_ask(struct gathering *gathering, const struct rule *rule,
                    const struct evaluate_item *item, struct finding_scope *scope,
                    const struct names *missing) {
    const struct view *view    = gathering->view;
    struct finding     finding = base_finding(view, rule, scope);
    finding.class              = CLASS_ASK;
    finding.missing            = *missing;
    finding.lifts              = lifts_of(view, 0, "facts_known");
    finding.because =
        because_said(view, load_saying(view->knowledge, "finding.ask"), &finding, item);
    keep(gathering, &finding);
}

// A clearance that has come, or a prophylaxis that is decided, leaves a caution.
static bool is_settled(const struct view *view, const struct rule *rule, int class) {
    if (class == CLASS_PROPHYLAXIS) {
        const struct patient_prophylaxis *decision = view->patient->prophylaxis;
        return decision && decision->decided == FACT_YES;
    }
    if (class != CLASS_CLEARANCE) return false;
    const struct patient_clearance *clearances = view->patient->clearances.items;
    for (int i = 0; i < view->patient->clearances.n; i++) {
        bool is_ours = text_equal(clearances[i].rule, rule->id) ||
                       text_equal(clearances[i].rule, rule->rows.items[0]);
        if (is_ours && clearances[i].received.day && clearances[i].received.day <= view->on)
            return true;
    }
    return false;
}

static void add_case(struct gathering *gathering, const struct rule *rule,
                     const struct rule_case *one, date_day until, const struct evaluate_item *item,
                     struct finding_scope *scope, const struct names *missing) {
    const struct view *view    = gathering->view;
    struct finding     finding = base_finding(view, rule, scope);
    finding.class              = one->class;
    finding.until.day          = until;
    finding.rescreen           = one->rescreen;
    finding.excludes           = one->excludes;
    finding.depth_max          = one->depth_max;
    for (int i = 0; i < one->missing.n; i++)
        view_add(&finding.missing, one->missing.items[i], view->arena);
    for (int i = 0; missing && i < missing->n; i++)
        view_add(&finding.missing, missing->items[i], view->arena);
    const char *state = one->lifts;
    if (one->until && !until && !state) state = "facts_known";
    finding.lifts   = lifts_of(view, until, state);
    finding.because = because_said(view, load_words(&one->because), &finding, item);
    if (is_settled(view, rule, one->class)) {
        finding.class        = CLASS_CAUTION;
        finding.class_before = one->class;
        finding.missing      = (struct names){0};
        finding.lifts        = lifts_of(view, 0, NULL);
        const char *how = one->class == CLASS_PROPHYLAXIS ? "finding.decided" : "finding.cleared";
        finding.because =
            arena_format(view->arena, "%s %s", finding.because, load_saying(view->knowledge, how));
    }
    keep(gathering, &finding);
}

// ---- one item ----

static const struct rule_case *case_at(const struct rule *rule, int index) {
    return (const struct rule_case *)rule->cases.items + index;
}

// Two possible cases of an item that is certainly there, of different class.
static bool is_between(const struct rule *rule, const struct evaluate_outcome *outcome) {
    for (int i = 1; i < outcome->n_possible; i++)
        if (case_at(rule, outcome->possible[i])->class !=
            case_at(rule, outcome->possible[0])->class)
            return true;
    return false;
}

static bool could_close(const struct rule *rule, const struct evaluate_outcome *outcome) {
    for (int i = 0; i < outcome->n_possible; i++)
        if (case_at(rule, outcome->possible[i])->class >= CLASS_ASK) return true;
    return false;
}

// Of the cases that can hold the most severe: what is asked concerns all that it would close.
static int worst_possible(const struct rule *rule, const struct evaluate_outcome *outcome) {
    int worst = outcome->possible[0];
    for (int i = 1; i < outcome->n_possible; i++)
        if (case_at(rule, outcome->possible[i])->class > case_at(rule, worst)->class)
            worst = outcome->possible[i];
    return worst;
}

// Asked for where it decides; otherwise the case that certainly holds is reported, or for an item
// that is named the worst that can.
static void ask_item(struct gathering *gathering, const struct rule *rule,
                     const struct evaluate_item *item, struct evaluate_outcome *outcome) {
    const struct view    *view      = gathering->view;
    struct finding_scope *scope     = ARENA_NEW(view->arena, struct finding_scope, 1);
    bool                  unknown   = false;
    bool                  is_stated = item->item && evaluate_exists(item) == TRUTH_TRUE;
    bool is_asked = could_close(rule, outcome) || (is_stated && is_between(rule, outcome));
    int  decider  = worst_possible(rule, outcome);
    if (!is_asked && outcome->is_settled) decider = outcome->possible[outcome->n_possible - 1];
    const struct rule_case *one = case_at(rule, decider);
    if (!scope_fill(view, one->scope ? one->scope : rule->scope, item, scope, &unknown)) return;
    if (is_asked) add_ask(gathering, rule, item, scope, &outcome->missing);
    else if (outcome->is_settled || item->item)
        add_case(gathering, rule, one, outcome->until[decider], item, scope, &outcome->missing);
}

static void find_item(struct gathering *gathering, const struct rule *rule,
                      const struct evaluate_item *item) {
    const struct view      *view = gathering->view;
    struct evaluate_outcome outcome;
    evaluate_rule(view, rule, item, &outcome);
    if (outcome.n_possible == 0) return;
    if (outcome.n_possible > 1 || !outcome.is_settled) {
        ask_item(gathering, rule, item, &outcome);
        return;
    }
    const struct rule_case *one   = case_at(rule, outcome.possible[0]);
    struct finding_scope   *scope = ARENA_NEW(view->arena, struct finding_scope, 1);
    bool                    is_unknown;
    if (!scope_fill(view, one->scope ? one->scope : rule->scope, item, scope, &is_unknown)) return;
    if (is_unknown && one->class >= CLASS_DEFER) {
        struct names missing = {0};
        view_add(&missing,
                 arena_format(view->arena, "%s.%s.zones", item->list, evaluate_code(item)),
                 view->arena);
        add_ask(gathering, rule, item, scope, &missing);
    } else add_case(gathering, rule, one, outcome.until[outcome.possible[0]], item, scope, NULL);
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

// ---- overrides ----

static bool override_meets(const struct view *view, const struct rule *rule,
                           const struct patient_override *override) {
    const struct rule_override *by   = rule->override_by;
    struct evaluate_item        who  = {0};
    struct names                seen = {0};
    return by && override->by && view_has(&by->by, override->by) && override->name &&
           override->reason && override->date.day && override->date.day <= view->on &&
           evaluate_tests(view, &by->where, &who, &seen) == TRUTH_TRUE;
}

static void add_ignored(struct gathering *gathering, const struct rule *rule,
                        const struct patient_override *override) {
    const struct view    *view  = gathering->view;
    struct finding_scope *scope = ARENA_NEW(view->arena, struct finding_scope, 1);
    struct evaluate_item  who   = {0};
    scope->person               = FIELD_BOOL_TRUE;
    struct finding finding      = base_finding(view, rule, scope);
    finding.id                  = arena_format(view->arena, "OV-%s", override->rule);
    finding.class               = CLASS_CAUTION;
    finding.lifts               = lifts_of(view, 0, NULL);
    finding.topic               = "override";
    finding.because = because_said(view, load_saying(view->knowledge, "finding.override_ignored"),
                                   &finding, &who);
    keep(gathering, &finding);
}

// An unknown cannot be decided away; a rule that asks by itself can.
static bool can_be_overridden(const struct finding *finding) {
    return finding->class >= CLASS_PROPHYLAXIS &&
           (finding->class != CLASS_ASK || finding->missing.n == 0);
}

static void apply_override(struct gathering *gathering, const struct patient_override *override) {
    const struct view *view = gathering->view;
    int                n    = gathering->n;
    for (int i = 0; i < n && i < LIMIT_FINDINGS; i++) {
        struct finding *finding = &gathering->findings[i];
        bool            is_it   = text_equal(finding->id, override->rule) ||
                     text_equal(finding->evidence.items[0], override->rule);
        if (!is_it || finding->class < CLASS_PROPHYLAXIS) continue;
        const struct rule *rule = load_rule(view->knowledge, finding->id);
        if (!can_be_overridden(finding) || !override_meets(view, rule, override)) {
            add_ignored(gathering, rule, override);
            return;
        }
        const char *const pairs[] = {"rule",   override->rule,   "name", override->name,
                                     "reason", override->reason, NULL};
        finding->class_before     = finding->class;
        finding->class            = CLASS_CAUTION;
        const char *said =
            load_filled(load_saying(view->knowledge, "finding.overridden"), pairs, view->arena);
        finding->because = arena_format(view->arena, "%s %s", finding->because, said);
    }
}

enum { RULE_IDS_MAX = 512 };

// Item i of a list of the patient names a rule that exists.
static enum status check_rule_named(const struct view *view, const char *list, int index,
                                    const char *id, struct fault *fault) {
    const struct rule *rules = view->knowledge->all.rules.items;
    const char        *ids[RULE_IDS_MAX];
    int                n = 0;
    for (int i = 0; i < view->knowledge->all.rules.n; i++) {
        if (text_equal(rules[i].id, id) || text_equal(rules[i].rows.items[0], id)) return ST_OK;
        if (n < RULE_IDS_MAX) ids[n++] = rules[i].id;
    }
    const struct doc *doc  = view->patient->place.doc;
    int               node = doc_child(doc, view->patient->place.node, list);
    node                   = doc->nodes[node].first;
    for (int i = 0; i < index; i++) node = doc->nodes[node].next;
    const char *near = text_nearest(id, ids, n);
    return fault_at(fault, ST_CONTENT,
                    "%s: %s[%d].rule: %s: is no rule%s%s%s; allowed: an id of `stipple evidence "
                    "--codes rules`",
                    field_place(doc, doc_child(doc, node, "rule"), view->arena), list, index, id,
                    near ? ", did you mean " : "", near ? near : "", near ? "?" : "");
}

static enum status check_rules_named(const struct view *view, struct fault *fault) {
    const struct patient_override  *overrides  = view->patient->overrides.items;
    const struct patient_clearance *clearances = view->patient->clearances.items;
    for (int i = 0; i < view->patient->overrides.n; i++)
        TRY(check_rule_named(view, "overrides", i, overrides[i].rule, fault));
    for (int i = 0; i < view->patient->clearances.n; i++)
        TRY(check_rule_named(view, "clearances", i, clearances[i].rule, fault));
    return ST_OK;
}

// ---- all ----

static int by_weight(const void *a, const void *b) {
    const struct finding *x = a, *y = b;
    if (x->counts != y->counts) return x->counts ? -1 : 1;
    if (x->class != y->class) return y->class - x->class;
    int order = strcmp(x->id, y->id);
    if (order) return order;
    if (x->until.day != y->until.day) return x->until.day < y->until.day ? -1 : 1;
    return strcmp(x->because, y->because);
}

static bool is_same(const struct finding *a, const struct finding *b) {
    if (!text_equal(a->id, b->id) || a->class != b->class || a->until.day != b->until.day)
        return false;
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

enum status findings_of(const struct view *view, struct list *findings, struct fault *fault) {
    TRY(check_rules_named(view, fault));
    struct gathering gathering = {view, ARENA_NEW(view->arena, struct finding, LIMIT_FINDINGS), 0};
    const struct rule *rules   = view->knowledge->all.rules.items;
    for (int r = 0; r < view->knowledge->all.rules.n; r++) {
        const struct rule_subject *subjects = rules[r].about.items;
        struct evaluate_item       person   = {0};
        if (rules[r].about.n == 0) find_item(&gathering, &rules[r], &person);
        for (int s = 0; s < rules[r].about.n; s++) find_list(&gathering, &rules[r], &subjects[s]);
    }
    const struct patient_override *overrides = view->patient->overrides.items;
    for (int i = 0; i < view->patient->overrides.n; i++) apply_override(&gathering, &overrides[i]);
    if (gathering.n > LIMIT_FINDINGS)
        return fault_at(fault, ST_LIMIT, "screening: %d findings; allowed: %d", gathering.n,
                        LIMIT_FINDINGS);
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

void findings_cite(const struct knowledge *knowledge, struct list *cited, const struct names *keys,
                   struct arena *arena) {
    for (int i = 0; i < keys->n; i++) {
        const struct source *source = load_source(knowledge, keys->items[i]);
        struct cited        *old    = cited->items;
        int                  at     = 0;
        while (at < cited->n && strcmp(old[at].key, keys->items[i]) < 0) at++;
        if ((at < cited->n && text_equal(old[at].key, keys->items[i])) || !source) continue;
        struct cited *items = ARENA_NEW(arena, struct cited, cited->n + 1);
        for (int k = 0; k < cited->n; k++) items[k < at ? k : k + 1] = old[k];
        items[at] = (struct cited){source->key, source->text, source->grade, source->status};
        *cited    = (struct list){items, cited->n + 1, true};
    }
}
