// SPDX-License-Identifier: Apache-2.0
#include "knowledge/override.h"

#include "knowledge/reason.h"

enum { RULE_IDS_MAX = 512 };

// What an override lacks, as the id of a text; NULL: nothing, it counts.
static const char *lacking(const struct view *view, const struct rule *rule,
                           const struct patient_override *override) {
    const struct rule_override *by   = rule->override_by;
    struct evaluate_item        who  = {0};
    struct names                seen = {0};
    if (!by) return "override.nobody";
    if (!override->by || !view_has(&by->by, override->by)) return "override.profession";
    if (!override->name) return "override.name";
    if (!override->reason) return "override.reason";
    if (!override->date.day || override->date.day > view->on) return "override.date";
    if (evaluate_tests(view, &by->where, &who, &seen) != TRUTH_TRUE) return "override.condition";
    return NULL;
}

// An unknown cannot be decided away; a rule that asks by itself can.
static bool is_unanswered(const struct finding *finding) {
    return finding->class == CLASS_ASK && text_equal(finding->lifts->when, "facts_known");
}

static bool is_meant(const struct finding *finding, const struct patient_override *override) {
    return finding->class >= CLASS_PROPHYLAXIS &&
           (text_equal(finding->id, override->rule) ||
            text_equal(finding->evidence.items[0], override->rule));
}

static struct finding_lifts *never(const struct view *view) {
    struct finding_lifts *lifts = ARENA_NEW(view->arena, struct finding_lifts, 1);
    lifts->word                 = "never";
    return lifts;
}

static struct finding ignored(const struct view *view, const struct patient_override *override,
                              const char *why) {
    struct finding    finding = {.class = CLASS_CAUTION, .topic = "override", .counts = true};
    const char *const pairs[] = {"rule", override->rule, NULL};
    finding.id                = arena_format(view->arena, "OV-%s", override->rule);
    finding.because =
        arena_format(view->arena, "%s %s", reason_saying(view, "override.ignored", pairs),
                     reason_saying(view, why, pairs));
    finding.told          = "";   // between the clinic and us
    finding.scope         = ARENA_NEW(view->arena, struct finding_scope, 1);
    finding.lifts         = never(view);
    finding.grade         = GRADE_D;
    finding.status        = STATUS_DEFAULT;
    finding.scope->person = FIELD_BOOL_TRUE;
    view_add(&finding.sources, "default", view->arena);
    view_add(&finding.evidence, override->rule, view->arena);
    return finding;
}

// Evidence that bears on the rule and has to be seen by whoever sets it aside.
static void add_notes(const struct view *view, struct finding *finding) {
    const struct note *notes   = view->knowledge->all.notes.items;
    struct names       sources = {0};
    for (int i = 0; i < finding->sources.n; i++)
        view_add(&sources, finding->sources.items[i], view->arena);
    for (int i = 0; i < view->knowledge->all.notes.n; i++) {
        if (!view_has(&notes[i].rules, finding->id)) continue;
        view_add(&finding->notes, notes[i].id, view->arena);
        for (int k = 0; k < notes[i].sources.n; k++)
            view_add(&sources, notes[i].sources.items[k], view->arena);
    }
    finding->sources = sources;
}

static void set_aside(const struct view *view, struct finding *finding,
                      const struct patient_override *override) {
    const char *const pairs[] = {"rule",   override->rule,   "name", override->name,
                                 "reason", override->reason, NULL};
    finding->class_before     = finding->class;
    finding->class            = CLASS_CAUTION;
    const char *said          = reason_saying(view, "finding.overridden", pairs);
    const char *told          = finding->told ? finding->told : finding->because;
    finding->told             = arena_format(view->arena, "%s %s", told,
                                             reason_saying(view, "finding.told.overridden", pairs));
    finding->because          = arena_format(view->arena, "%s %s", said, finding->because);
    finding->until            = (struct when){0};
    finding->lifts            = never(view);
    add_notes(view, finding);
}

static bool apply_one(const struct view *view, struct finding *findings, int n,
                      const struct patient_override *override, const char **why) {
    bool is_done = false;
    *why         = NULL;
    for (int i = 0; i < n; i++) {
        if (!is_meant(&findings[i], override)) continue;
        const struct rule *rule  = load_rule(view->knowledge, findings[i].id);
        const char        *lacks = is_unanswered(&findings[i]) ? "override.unanswered"
                                   : rule                      ? lacking(view, rule, override)
                                                               : "override.nobody";
        if (lacks) *why = lacks;
        else {
            set_aside(view, &findings[i], override);
            is_done = true;
        }
    }
    return is_done;
}

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

enum status override_rules_known(const struct view *view, struct fault *fault) {
    const struct patient_override  *overrides  = view->patient->overrides.items;
    const struct patient_clearance *clearances = view->patient->clearances.items;
    for (int i = 0; i < view->patient->overrides.n; i++)
        TRY(check_rule_named(view, "overrides", i, overrides[i].rule, fault));
    for (int i = 0; i < view->patient->clearances.n; i++)
        TRY(check_rule_named(view, "clearances", i, clearances[i].rule, fault));
    return ST_OK;
}

void override_apply(const struct view *view, struct finding *findings, int *n, int most) {
    const struct patient_override *overrides = view->patient->overrides.items;
    int                            given     = *n;
    for (int i = 0; i < view->patient->overrides.n; i++) {
        const char *why;
        if (apply_one(view, findings, given, &overrides[i], &why) || !why || *n == most) continue;
        findings[(*n)++] = ignored(view, &overrides[i], why);
    }
}
