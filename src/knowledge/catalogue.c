// SPDX-License-Identifier: Apache-2.0
#include "knowledge/catalogue.h"

#include "knowledge/catalogue_trials.h"

// ---- sources, codes, texts ----

static const struct field source_fields[] = {
    FIELD(source, key, TEXT, .max = 60, NEED, .help = "key"),
    FIELD(source, text, TEXT, .max = 400, NEED, .help = "authors year: title; where"),
    FIELD(source, kind, CHOICE, .words = words_source_kind, .help = "what it is"),
    FIELD(source, address, TEXT, .max = 600, .help = "where it can be found"),
    FIELD(source, read, CHOICE, .words = words_read, .help = "what of it was read"),
    COUNTED(source, year, 1900, 2199, .help = "year"),
    FIELD(source, grade, CHOICE, .words = words_grade, NEED, .help = "strength"),
    FIELD(source, status, CHOICE, .words = words_status, NEED, .help = "seen or not"),
    END};
const struct noun catalogue_source_noun = NOUN_OF("source", "a source", source, source_fields);

static const struct field code_fields[] = {
    FIELD(code, vocabulary, TEXT, .max = 40, NEED, .help = "which vocabulary"),
    FIELD(code, code, TEXT, .max = 60, NEED, .help = "the code"), LABEL(code), ROWS(code), END};
static const struct noun code_noun = NOUN_OF("code", "a code of a vocabulary", code, code_fields);

static const struct field saying_fields[] = {
    ID(saying), FIELD(saying, text, WORDING, NEED, .help = "text with {named} places"),
    FIELD(saying, fixed, BOOL, .help = "keeps people safe: no file of a user's replaces it"), END};
static const struct noun saying_noun = NOUN_OF("saying", "a text", saying, saying_fields);

static const struct field note_fields[] = {
    ID(note), FIELD(note, rules, TEXTS, .max = 20, .help = "rules it supports"),
    FIELD(note, text, WORDING, NEED, .help = "what it says"), GRADED(note), END};
static const struct noun note_noun = NOUN_OF("note", "evidence without a rule", note, note_fields);

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

#define LIST_OF(m, noun_, help_) FIELD(catalogue, m, LIST, .noun = &noun_, .help = help_)

static const struct field catalogue_fields[] = {
    FIELD(catalogue, version, TEXT, .max = 20, .help = "version of the knowledge"),
    LIST_OF(sources, catalogue_source_noun, "sources"),
    LIST_OF(codes, code_noun, "codes"),
    LIST_OF(sayings, saying_noun, "texts"),
    LIST_OF(rules, catalogue_rule_noun, "rules"),
    LIST_OF(notes, note_noun, "evidence without a rule"),
    LIST_OF(adjustments, catalogue_adjustment_noun, "changes of setting"),
    LIST_OF(zones, catalogue_zone_noun, "zones"),
    LIST_OF(devices, catalogue_device_noun, "devices"),
    LIST_OF(cartridges, catalogue_cartridge_noun, "needle sets"),
    LIST_OF(agents, catalogue_agent_noun, "substances"),
    LIST_OF(indications, catalogue_indication_noun, "indications"),
    LIST_OF(disputes, catalogue_dispute_noun, "disagreements"),
    LIST_OF(advice, catalogue_advice_noun, "aftercare"),
    LIST_OF(meanwhile, catalogue_advice_noun, "while no treatment is planned"),
    LIST_OF(watch, catalogue_watch_noun, "when to call"),
    LIST_OF(rates, catalogue_rate_noun, "risks"),
    LIST_OF(options, catalogue_way_noun, "other ways"),
    LIST_OF(steps, catalogue_step_noun, "steps of a sitting"),
    LIST_OF(spacings, catalogue_spacing_noun, "days between treatments"),
    LIST_OF(parameters, parameter_noun, "uncertain numbers of the engine"),
    LIST_OF(scales, catalogue_scale_noun, "scales"),
    LIST_OF(fits, catalogue_fit_noun, "pools of studies"),
    LIST_OF(shares, catalogue_share_noun, "unwanted effects added up"),
    LIST_OF(outcomes, catalogue_outcome_noun, "what is known of results"),
    LIST_OF(credentials, catalogue_credential_noun, "who may needle, place by place"),
    END};
const struct noun catalogue_noun =
    NOUN_OF("catalogue", "one file of knowledge", catalogue, catalogue_fields);
