// SPDX-License-Identifier: Apache-2.0
#include "knowledge/catalogue_rule.h"

#include "knowledge/catalogue_figure.h"

// ---- rules ----

static const char *const overs[] = {"person", "item_zones", "goal_zones", "spot", NULL};

static const struct field has_fields[] = {
    FIELD(rule_has, list, TEXT, .max = 40, NEED, .help = "key of a list of the patient"),
    FIELD(rule_has, codes, TEXTS, .max = 60, .help = "any of these codes"),
    TESTS(rule_has, where, "and all of these hold for it"), END};
static const struct noun has_noun = NOUN_OF("has", "an item of a list", rule_has, has_fields);

static const struct field test_fields[] = {
    FIELD(rule_test, field, TEXT, .max = 60, .help = "key of the item, or person.KEY"),
    FIELD(rule_test, is, TEXTS, .max = 60, .help = "is one of these words"),
    COUNTED(rule_test, below, 0, 0, .help = "is below"),
    COUNTED(rule_test, at_least, 0, 0, .help = "is at least"),
    COUNTED(rule_test, within_days, 0, 40000, .help = "is less than so many days ago"),
    FIELD(rule_test, after, TEXT, .max = 60, .help = "with after_days: after this date"),
    COUNTED(rule_test, after_days, 0, 40000, .help = "by so many days, or more"),
    FIELD(rule_test, given, BOOL, .help = "is given at all"),
    TESTS(rule_test, any, "at least one of these holds"),
    TESTS(rule_test, none, "none of these holds"),
    FIELD(rule_test, has, NOUN, .noun = &has_noun, .help = "a list has such an item"),
    CODES(rule_test, goal_zones, "zones", "a goal lies in one of these zones"),
    CODES(rule_test, goal_indications, "indications", "a goal is one of these"),
    FIELD(rule_test, wants_agents, TEXTS, .max = 60, .help = "one of these agents is asked for"),
    END};
const struct noun catalogue_rule_test_noun =
    NOUN_OF("test", "a test of facts", rule_test, test_fields);

static const struct field subject_fields[] = {
    FIELD(rule_subject, list, TEXT, .max = 40, NEED, .help = "key of a list of the patient"),
    FIELD(rule_subject, codes, TEXTS, .max = 60, .help = "its codes"), END};
static const struct noun subject_noun =
    NOUN_OF("subject", "what a rule is about", rule_subject, subject_fields);

static const struct field until_fields[] = {
    FIELD(rule_until, from, TEXT, .max = 60, .help = "key of a date"),
    COUNTED(rule_until, days, 0, 40000, .flags = FIELD_WHOLE, .help = "days after it"),
    COUNTED(rule_until, birthday, 1, 120, .flags = FIELD_WHOLE, .help = "or the birthday"), END};
static const struct noun until_noun = NOUN_OF("until", "when it ends", rule_until, until_fields);

static const struct field scope_fields[] = {
    FIELD(rule_scope, over, CHOICE, .words = overs, NEED, .help = "what it covers"),
    CODES(rule_scope, zones, "zones", "only these zones"),
    CODES(rule_scope, devices, "device_kinds", "only these kinds of device"),
    FIELD(rule_scope, agents, TEXTS, .max = 60, .help = "only these agents"),
    CODES(rule_scope, except_goals, "indications", "not zones with only these goals"),
    END};
static const struct noun scope_noun = NOUN_OF("scope", "what it covers", rule_scope, scope_fields);

static const struct field case_fields[] = {
    TESTS(rule_case, where, "all of these hold"),
    FIELD(rule_case, until, NOUN, .noun = &until_noun, .help = "until then"),
    FIELD(rule_case, class, CHOICE, .words = words_class, NEED, .help = "screening class"),
    FIELD(rule_case, lifts, NAME, .vocabulary = "states", .help = "state whose end lifts it"),
    FIELD(rule_case, rescreen, BOOL, .flags = FIELD_ALWAYS, .help = "asked again then"),
    FIELD(rule_case, scope, NOUN, .noun = &scope_noun, .help = "instead of the rule's"),
    FIELD(rule_case, excludes, TEXTS, .max = 60, .help = "what it closes besides"),
    FIELD(rule_case, missing, TEXTS, .max = 60, .help = "facts to name as missing"),
    FIELD(rule_case, depth_max, QUANTITY, .unit = "mm", .max = 10, .help = "deepest setting"),
    FIELD(rule_case, because, WORDING, NEED, .help = "why, for a person"),
    FIELD(rule_case, told, WORDING, .help = "instead, to the person treated"),
    GRADED(rule_case),
    END};
static const struct noun case_noun =
    NOUN_OF("case", "one outcome of a rule", rule_case, case_fields);

static const struct field override_fields[] = {
    FIELD(rule_override, by, NAMES, .vocabulary = "professions", NEED, .help = "who may"),
    TESTS(rule_override, where, "what must hold for it to count"), END};
static const struct noun override_noun =
    NOUN_OF("override", "who may set it aside", rule_override, override_fields);

static const struct field conflict_fields[] = {
    FIELD(rule_conflict, text, WORDING, NEED, .help = "what another source says"),
    FIELD(rule_conflict, sources, NAMES, .vocabulary = "sources", .help = "which"), END};
static const struct noun conflict_noun =
    NOUN_OF("conflict", "a source that disagrees", rule_conflict, conflict_fields);

static const struct field example_fields[] = {
    FIELD(rule_example, name, TEXT, .max = 200, NEED, .help = "what it shows"),
    FIELD(rule_example, finds, TEXT, .max = 20, NEED, .help = "a class, or nothing"),
    FIELD(rule_example, on, DATE, .help = "the day"),
    FIELD(rule_example, until, DATE, .help = "the date it must give"),
    FIELD(rule_example, patient, NODE, NEED, .help = "what differs from the neutral patient"),
    END};
static const struct noun example_noun =
    NOUN_OF("example", "a rule at work", rule_example, example_fields);

static const struct field rule_fields[] = {
    ID(rule),
    FIELD(rule, topic, WORDING, NEED, .help = "in two or three words"),
    FIELD(rule, about, LIST, .noun = &subject_noun, .help = "what it is about; none = the person"),
    FIELD(rule, scope, NOUN, .noun = &scope_noun, NEED, .help = "what it covers"),
    FIELD(rule, cases, LIST, .noun = &case_noun, NEED, .help = "the first that holds decides"),
    GRADED(rule),
    FIELD_AS(rule, override_by, "override", NOUN, .noun = &override_noun, .help = "who may"),
    FIELD(rule, conflicts, LIST, .noun = &conflict_noun, .help = "who disagrees"),
    FIELD(rule, note, WORDING, .help = "more for the clinician"),
    FIELD(rule, examples, LIST, .noun = &example_noun, NEED, .help = "run as tests"),
    FIELD_AS(rule, is_private, "private", BOOL, .help = "never shown to the person"),
    FIELD(rule, wounds, BOOL, .help = "holds for whatever wounds the skin"),
    END};
const struct noun catalogue_rule_noun = NOUN_OF("rule", "a rule", rule, rule_fields);

static const struct field adjustment_fields[] = {
    ID(adjustment),
    TESTS(adjustment, where, "for whom"),
    CODES(adjustment, except_zones, "zones", "not in these zones"),
    CODES(adjustment, devices, "device_kinds", "only with these kinds of device"),
    FIELD(adjustment, depth_step, QUANTITY, .unit = "mm", .max = 2, .help = "less deep by"),
    FIELD(adjustment, depth_floor, QUANTITY, .unit = "mm", .max = 4, .help = "never below"),
    GRADED(adjustment),
    BECAUSE(adjustment),
    END};
const struct noun catalogue_adjustment_noun =
    NOUN_OF("adjustment", "a change of setting", adjustment, adjustment_fields);
