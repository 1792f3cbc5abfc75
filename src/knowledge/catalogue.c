// SPDX-License-Identifier: Apache-2.0
#include "knowledge/catalogue.h"

#include "knowledge/catalogue_trials.h"

#define END                                                                                        \
    { 0 }
#define NEED .flags = FIELD_REQUIRED
#define NOUN_OF(name_, help_, S, rows)                                                             \
    { name_, help_, sizeof(struct S), rows, false }
#define COUNTED(S, m, lo, hi, ...) FIELD(S, m, NUMBER, .min = lo, .max = hi, __VA_ARGS__)

// Rows that many nouns share.
#define CITED(S)                                                                                   \
    FIELD(S, sources, NAMES, .vocabulary = "sources", .help = "keys of sources"),                  \
        FIELD(S, status, CHOICE, .words = words_status, .help = "where it comes from")
#define GRADED(S)                                                                                  \
    CITED(S), FIELD(S, grade, CHOICE, .words = words_grade, .help = "how strong the evidence is")
#define ID(S)                   FIELD(S, id, TEXT, .max = 60, NEED, .help = "id")
#define LABEL(S)                FIELD(S, label, WORDING, NEED, .help = "name for a person")
#define BECAUSE(S)              FIELD(S, because, WORDING, .help = "why, for a person")
#define TESTS(S, m, help_)      FIELD(S, m, LIST, .noun = &rule_test_noun, .help = help_)
#define CODES(S, m, voc, help_) FIELD(S, m, NAMES, .vocabulary = voc, .help = help_)

// ---- figures: one table per unit ----

#define FIGURE(tag, unit_, most)                                                                   \
    static const struct field figure_##tag##_fields[] = {                                          \
        FIELD(figure, value, QUANTITY, .unit = unit_, .max = most, .help = "the value to use"),    \
        FIELD(figure, low, QUANTITY, .unit = unit_, .max = most, .help = "lower end"),             \
        FIELD(figure, high, QUANTITY, .unit = unit_, .max = most, .help = "upper end"),            \
        GRADED(figure),                                                                            \
        BECAUSE(figure),                                                                           \
        END};                                                                                      \
    static const struct noun figure_##tag =                                                        \
        NOUN_OF("figure_" #tag, "a cited number in " unit_, figure, figure_##tag##_fields)

FIGURE(mm, "mm", 100);
FIGURE(cm2, "cm2", 30000);
FIGURE(per_cm2, "/cm2", 1e5);
FIGURE(pace, "min/cm2", 10);
FIGURE(speed, "cm/s", 1000);
FIGURE(dose, "g/cm2", 10);
FIGURE(minutes, "min", 1440);
FIGURE(days, "d", 4000);
FIGURE(strength, "mg/g", 1000);

static const struct field figure_ratio_fields[] = {
    COUNTED(figure, value, 0, 1000, .help = "the value to use"),
    COUNTED(figure, low, 0, 1000, .help = "lower end"),
    COUNTED(figure, high, 0, 1000, .help = "upper end"),
    GRADED(figure),
    BECAUSE(figure),
    END};
static const struct noun figure_ratio =
    NOUN_OF("figure_ratio", "a cited number without a unit", figure, figure_ratio_fields);

static const struct field figure_money_fields[] = {
    COUNTED(figure, value, 0, 1e6, .help = "the value to use, USD"),
    COUNTED(figure, low, 0, 1e6, .help = "lower end, USD"),
    COUNTED(figure, high, 0, 1e6, .help = "upper end, USD"),
    GRADED(figure),
    BECAUSE(figure),
    END};
static const struct noun figure_money =
    NOUN_OF("figure_money", "a cited price in USD", figure, figure_money_fields);

static const struct field figure_plain_fields[] = {
    COUNTED(figure, value, -20, 1000, .help = "the value to use"),
    COUNTED(figure, low, -20, 1000, .help = "lower end"),
    COUNTED(figure, high, -20, 1000, .help = "upper end"),
    GRADED(figure),
    BECAUSE(figure),
    END};
static const struct noun figure_plain =
    NOUN_OF("figure_plain", "a cited property of a molecule", figure, figure_plain_fields);

#define FIGURE_OF(S, m, tag, help_) FIELD(S, m, NOUN, .noun = &figure_##tag, .help = help_)

// ---- sources, codes, texts ----

static const struct field source_fields[] = {
    FIELD(source, key, TEXT, .max = 60, NEED, .help = "key"),
    FIELD(source, text, TEXT, .max = 400, NEED, .help = "authors, year, title, where"),
    FIELD(source, kind, TEXT, .max = 40, .help = "trial, review, label, law, clinic page, ..."),
    FIELD(source, address, TEXT, .max = 600, .help = "where it can be found"),
    FIELD(source, read, TEXT, .max = 40, .help = "what of it was read"),
    COUNTED(source, year, 1900, 2199, .help = "year"),
    FIELD(source, grade, CHOICE, .words = words_grade, NEED, .help = "strength"),
    FIELD(source, status, CHOICE, .words = words_status, NEED, .help = "seen or not"),
    END};
const struct noun catalogue_source_noun = NOUN_OF("source", "a source", source, source_fields);

static const struct field code_fields[] = {
    FIELD(code, vocabulary, TEXT, .max = 40, NEED, .help = "which vocabulary"),
    FIELD(code, code, TEXT, .max = 60, NEED, .help = "the code"), LABEL(code),
    FIGURE_OF(code, range, ratio, "of a scale: its ends"), END};
static const struct noun code_noun = NOUN_OF("code", "a code of a vocabulary", code, code_fields);

static const struct field saying_fields[] = {
    ID(saying), FIELD(saying, text, WORDING, NEED, .help = "text with {named} places"), END};
static const struct noun saying_noun = NOUN_OF("saying", "a text", saying, saying_fields);

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
const struct noun rule_test_noun = NOUN_OF("test", "a test of facts", rule_test, test_fields);

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
    FIELD(rule, rows, TEXTS, .max = 20, NEED, .help = "evidence rows"),
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

static const struct field note_fields[] = {
    ID(note), FIELD(note, rules, TEXTS, .max = 20, .help = "rules it supports"),
    FIELD(note, text, WORDING, NEED, .help = "what it says"), GRADED(note), END};
static const struct noun note_noun = NOUN_OF("note", "evidence without a rule", note, note_fields);

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
static const struct noun adjustment_noun =
    NOUN_OF("adjustment", "a change of setting", adjustment, adjustment_fields);

// ---- things ----

#define MM(S, m, help_) FIELD(S, m, QUANTITY, .unit = "mm", .max = 100, .help = help_)

static const struct field thickness_fields[] = {
    MM(thickness, male, "men, total"),
    MM(thickness, female, "women, total"),
    COUNTED(thickness, person_sigma, 0, 3, .help = "spread between persons, ln"),
    COUNTED(thickness, study_sigma, 0, 3, .help = "spread between studies, ln"),
    MM(thickness, epidermis, "epidermis with its horny layer"),
    FIELD(thickness, low_evidence, BOOL, .flags = FIELD_ALWAYS, .help = "no study of this zone"),
    CITED(thickness),
    END};
static const struct noun thickness_noun =
    NOUN_OF("thickness", "thickness of the skin", thickness, thickness_fields);

static const struct field zone_fields[] = {
    ID(zone),
    LABEL(zone),
    FIELD(zone, region, CHOICE, .words = words_region, NEED, .help = "part of the body"),
    CODES(zone, parts, "zones", "zones it is made of"),
    CODES(zone, aims, "zones", "those treated when the whole is wanted"),
    FIELD(zone, is_paired, BOOL, .flags = FIELD_ALWAYS, .help = "left and right"),
    FIGURE_OF(zone, area, cm2, "area, both sides"),
    FIELD(zone, thickness, NOUN, .noun = &thickness_noun, .help = "thickness of the skin"),
    FIGURE_OF(zone, depth, mm, "setting of a mechanical device; none = not treated"),
    FIGURE_OF(zone, depth_scar, mm, "setting for scars"),
    END};
const struct noun catalogue_zone_noun = NOUN_OF("zone", "a zone of the skin", zone, zone_fields);

static const struct field device_fields[] = {
    ID(device),
    LABEL(device),
    FIELD(device, kind, CHOICE, .words = words_device_kind, NEED, .help = "kind of device"),
    COUNTED(device, needles, 1, 5000, .help = "needles"),
    MM(device, needle_diameter, "needle"),
    COUNTED(device, rows, 1, 100, .help = "rows of needles"),
    FIELD(device, rate, QUANTITY, .unit = "Hz", .max = 1000, .help = "strokes a second"),
    FIELD(device, width, QUANTITY, .unit = "mm", .max = 100, .help = "width of the head"),
    MM(device, radius, "radius of the drum"),
    FIGURE_OF(device, reach, mm, "deepest it can go"),
    FIGURE_OF(device, labelled, mm, "deepest on its label"),
    FIGURE_OF(device, labelled_neck, mm, "deepest on its label, neck"),
    MM(device, step, "steps of the setting"),
    MM(device, depth_min, "shallowest setting"),
    FIELD(device, lengths, TEXTS, .max = 20, .help = "fixed needle lengths"),
    FIGURE_OF(device, density, per_cm2, "punctures aimed at"),
    FIGURE_OF(device, pace, pace, "pace of needling"),
    FIGURE_OF(device, speed, speed, "glide"),
    FIGURE_OF(device, passes, ratio, "passes"),
    FIGURE_OF(device, achieved, ratio, "channel depth over setting"),
    FIGURE_OF(device, order, plain, "least is planned first; none: never planned"),
    COUNTED(device, age_min, 0, 120, .help = "youngest on its label"),
    FIELD(device, safety, TEXT, .max = 60, .help = "text shown before it can be chosen"),
    GRADED(device),
    END};
const struct noun catalogue_device_noun = NOUN_OF("device", "a device", device, device_fields);

static const struct field ceiling_fields[] = {
    FIELD(ceiling, rule, TEXT, .max = 20, NEED, .help = "evidence row"),
    FIELD(ceiling, mass, QUANTITY, .unit = "g", .max = 10000, .help = "most of it"),
    FIELD(ceiling, area, QUANTITY, .unit = "cm2", .max = 30000, .help = "largest area"),
    CITED(ceiling), END};
static const struct noun ceiling_noun = NOUN_OF("ceiling", "a ceiling", ceiling, ceiling_fields);

static const char *const molecule_forms[] = {"neutral", "acid", "base", NULL};

static const struct field molecule_fields[] = {
    LABEL(molecule),
    FIELD(molecule, form, CHOICE, .words = molecule_forms, NEED, .help = "what charges it"),
    FIGURE_OF(molecule, mass, plain, "g/mol"),
    FIGURE_OF(molecule, logkow, plain, "log10 of octanol over water"),
    FIGURE_OF(molecule, pka, plain, "pKa of the acid or base"),
    FIGURE_OF(molecule, ph, plain, "pH of the product"),
    FIGURE_OF(molecule, strength, strength, "how much of it is in the product"),
    FIELD(molecule, left_out, WORDING, .help = "what else is in it and is not reckoned"),
    CITED(molecule),
    END};
static const struct noun molecule_noun =
    NOUN_OF("molecule", "what an agent brings to the skin", molecule, molecule_fields);

static const struct field agent_fields[] = {
    ID(agent),
    LABEL(agent),
    FIELD(agent, groups, TEXTS, .max = 60, .help = "groups it belongs to"),
    FIGURE_OF(agent, dose, dose, "amount per area"),
    FIGURE_OF(agent, minutes, minutes, "contact time before needling"),
    FIELD(agent, ceilings, LIST, .noun = &ceiling_noun, .help = "ceilings of its label"),
    FIELD(agent, film, BOOL, .help = "covered with film as its label says"),
    FIGURE_OF(agent, order, plain, "least first, where the clinic does not say what it has"),
    FIGURE_OF(agent, numbed, mm, "depth at which a needle was bearable"),
    FIELD(agent, numbed_after, QUANTITY, .unit = "min", .min = 1, .max = 1440,
          .help = "contact time after which it was"),
    FIELD(agent, molecule, NOUN, .noun = &molecule_noun, .help = "what takes part in uptake"),
    FIGURE_OF(agent, after, days, "earliest use after needling"),
    BECAUSE(agent),
    GRADED(agent),
    END};
const struct noun catalogue_agent_noun = NOUN_OF("agent", "a substance", agent, agent_fields);

static const struct field dispute_fields[] = {
    ID(dispute), FIELD(dispute, about, TEXTS, .max = 60, .help = "topics"),
    FIELD(dispute, text, WORDING, NEED, .help = "who says what"),
    FIELD(dispute, sources, NAMES, .vocabulary = "sources", .help = "who"), END};
static const struct noun dispute_noun =
    NOUN_OF("dispute", "sources that disagree", dispute, dispute_fields);

static const struct field label_use_fields[] = {
    CODES(label_use, zones, "zones", "where; none = nowhere"), GRADED(label_use), END};
static const struct noun label_use_noun =
    NOUN_OF("label_use", "where a label names a use", label_use, label_use_fields);

static const struct field indication_fields[] = {
    ID(indication),
    LABEL(indication),
    FIELD(indication, is_scar, BOOL, .flags = FIELD_ALWAYS, .help = "takes the depth for scars"),
    FIELD(indication, diagnose, BOOL, .help = "needs a clinician's diagnosis"),
    CODES(indication, scales, "scales", "scales it is measured on"),
    FIGURE_OF(indication, sessions, ratio, "sittings"),
    FIGURE_OF(indication, interval, days, "days between sittings"),
    FIELD(indication, interval_floor, QUANTITY, .unit = "d", .max = 365, .help = "fewest days"),
    FIELD(indication, is_reviewed_from_first, BOOL, .help = "reviews count from the first sitting"),
    FIGURE_OF(indication, review_first, days, "first review after the last sitting"),
    FIGURE_OF(indication, review_last, days, "last review after the last sitting"),
    FIGURE_OF(indication, depth, mm, "setting instead of the zone's"),
    FIELD(indication, on_label, NOUN, .noun = &label_use_noun, .help = "where it is on a label"),
    FIELD(indication, disagreement, LIST, .noun = &dispute_noun, .help = "who disagrees"),
    FIELD(indication, sources, NAMES, .vocabulary = "sources", .help = "sources"),
    END};
const struct noun catalogue_indication_noun =
    NOUN_OF("indication", "what is treated", indication, indication_fields);

static const struct field scope_of_plan_fields[] = {
    CODES(plan_scope, zones, "zones", "a zone it treats"),
    CODES(plan_scope, devices, "device_kinds", "a kind of device it uses or that is asked for"),
    FIELD(plan_scope, agents, TEXTS, .max = 60, .help = "a substance, or a group of them"), END};
static const struct noun scope_of_plan_noun =
    NOUN_OF("plan_scope", "the plans it belongs to", plan_scope, scope_of_plan_fields);
#define ONLY(S) FIELD(S, only, NOUN, .noun = &scope_of_plan_noun, .help = "only in such plans")

#define HOURS(S, m, help_) FIELD(S, m, QUANTITY, .unit = "h", .max = 20000, .help = help_)

static const struct field variant_fields[] = {TESTS(advice_variant, where, "for whom"),
                                              MM(advice_variant, depth_at_least, "from this depth"),
                                              HOURS(advice_variant, to, "until"), END};
static const struct noun  variant_noun =
    NOUN_OF("variant", "another end", advice_variant, variant_fields);

static const char *const advice_ends[] = {"always", NULL};

static const struct field advice_fields[] = {
    ID(advice),
    FIELD_AS(advice, is_do, "do", BOOL, .flags = FIELD_ALWAYS | FIELD_REQUIRED,
             .help = "do it, or do not"),
    HOURS(advice, from, "from, hours after the sitting"),
    FIELD(advice, to, QUANTITY, .unit = "h", .max = 20000, .words = advice_ends, .help = "until"),
    TESTS(advice, where, "only for whom these certainly hold"),
    ONLY(advice),
    FIELD(advice, variants, LIST, .noun = &variant_noun, .help = "other ends"),
    FIELD(advice, text, WORDING, NEED, .help = "for the person"),
    FIELD(advice, rows, TEXTS, .max = 20, .help = "evidence rows"),
    GRADED(advice),
    END};
static const struct noun advice_noun = NOUN_OF("advice", "aftercare", advice, advice_fields);

static const struct field watch_fields[] = {
    ID(watch),
    FIELD(watch, level, NAME, .vocabulary = "levels", NEED, .help = "how soon"),
    FIELD(watch, text, WORDING, NEED, .help = "for the person"),
    ONLY(watch),
    GRADED(watch),
    END};
static const struct noun watch_noun = NOUN_OF("watch", "when to call", watch, watch_fields);

static const struct field rate_fields[] = {
    ID(rate),
    LABEL(rate),
    TESTS(rate, where, "for whom"),
    ONLY(rate),
    FIGURE_OF(rate, rate, ratio, "share of people; none = no figure"),
    FIELD(rate, share, TEXT, .max = 60, .help = "instead: id of a fitted share"),
    BECAUSE(rate),
    GRADED(rate),
    END};
static const struct noun rate_noun = NOUN_OF("rate", "a risk", rate, rate_fields);

static const struct field way_fields[] = {
    ID(way),
    LABEL(way),
    BECAUSE(way),
    FIGURE_OF(way, price, money, "a sitting, USD"),
    FIGURE_OF(way, sessions, ratio, "sittings in the studies"),
    FIGURE_OF(way, downtime, days, "days of visible redness"),
    CODES(way, indications, "indications", "only for these"),
    FIELD(way, agents, TEXTS, .max = 60, .help = "substances: closed with any of them"),
    FIELD(way, wounds, BOOL, .help = "it wounds the skin too"),
    GRADED(way),
    END};
static const struct noun way_noun = NOUN_OF("way", "another way", way, way_fields);

static const struct field step_fields[] = {
    ID(step), LABEL(step), FIGURE_OF(step, minutes, minutes, "how long"),
    FIELD(step, when, TEXT, .max = 20, .help = "always, numbing or needling"), END};
static const struct noun step_noun = NOUN_OF("step", "a step of a sitting", step, step_fields);

static const struct field parameter_fields[] = {
    ID(parameter),
    FIELD(parameter, unit, TEXT, .max = 20, NEED, .help = "unit, SI or 1"),
    COUNTED(parameter, median, 0, 0, .help = "median"),
    COUNTED(parameter, sigma, 0, 10, .help = "log-normal spread, ln"),
    COUNTED(parameter, low, 0, 0, .help = "lower end, uniform"),
    COUNTED(parameter, high, 0, 0, .help = "upper end, uniform"),
    CITED(parameter),
    BECAUSE(parameter),
    END};
static const struct noun parameter_noun =
    NOUN_OF("parameter", "an uncertain number of the engine", parameter, parameter_fields);

static const struct field point_fields[] = {COUNTED(curve_point, x, 0, 0, NEED, .help = "where"),
                                            COUNTED(curve_point, y, 0, 0, NEED, .help = "how much"),
                                            END};
static const struct noun  point_noun =
    NOUN_OF("curve_point", "a point of a curve", curve_point, point_fields);

static const struct field curve_fields[] = {
    ID(curve_data),
    FIELD(curve_data, x_unit, TEXT, .max = 20, NEED, .help = "unit of x"),
    FIELD(curve_data, unit, TEXT, .max = 20, NEED, .help = "unit of y"),
    FIELD(curve_data, points, LIST, .noun = &point_noun, NEED, .help = "x and y"),
    CITED(curve_data),
    BECAUSE(curve_data),
    END};
static const struct noun curve_noun =
    NOUN_OF("curve", "a course that a fit is made to", curve_data, curve_fields);

#define LIST_OF(m, noun_, help_) FIELD(catalogue, m, LIST, .noun = &noun_, .help = help_)

static const struct field catalogue_fields[] = {
    FIELD(catalogue, version, TEXT, .max = 20, .help = "version of the knowledge"),
    LIST_OF(sources, catalogue_source_noun, "sources"),
    LIST_OF(codes, code_noun, "codes"),
    LIST_OF(sayings, saying_noun, "texts"),
    LIST_OF(rules, catalogue_rule_noun, "rules"),
    LIST_OF(notes, note_noun, "evidence without a rule"),
    LIST_OF(adjustments, adjustment_noun, "changes of setting"),
    LIST_OF(zones, catalogue_zone_noun, "zones"),
    LIST_OF(devices, catalogue_device_noun, "devices"),
    LIST_OF(agents, catalogue_agent_noun, "substances"),
    LIST_OF(indications, catalogue_indication_noun, "indications"),
    LIST_OF(disputes, dispute_noun, "disagreements"),
    LIST_OF(advice, advice_noun, "aftercare"),
    LIST_OF(meanwhile, advice_noun, "while no treatment is planned"),
    LIST_OF(watch, watch_noun, "when to call"),
    LIST_OF(rates, rate_noun, "risks"),
    LIST_OF(curves, curve_noun, "courses that fits are made to"),
    LIST_OF(options, way_noun, "other ways"),
    LIST_OF(steps, step_noun, "steps of a sitting"),
    LIST_OF(parameters, parameter_noun, "uncertain numbers of the engine"),
    LIST_OF(trials, catalogue_trial_noun, "studies of results"),
    LIST_OF(adverse_events, catalogue_event_noun, "unwanted effects in studies"),
    LIST_OF(fits, catalogue_fit_noun, "pools of studies"),
    LIST_OF(shares, catalogue_share_noun, "unwanted effects added up"),
    LIST_OF(outcomes, catalogue_outcome_noun, "what is known of results"),
    END};
const struct noun catalogue_noun =
    NOUN_OF("catalogue", "one file of knowledge", catalogue, catalogue_fields);
