// SPDX-License-Identifier: Apache-2.0
#include "domain/setup.h"

static const char *const sex_words[]    = {"female", "male", "other", NULL};
static const char *const tissue_words[] = {"human_skin", NULL};
static const char *const for_words[]    = {"person", "study_mean", NULL};

static const struct field person_fields[] = {
    FIELD(setup_person, age, NUMBER, .min = 0, .max = 120, .help = "years"),
    FIELD(setup_person, sex, CHOICE, .words = sex_words, .help = "sex"),
    FIELD(setup_person, phototype, NUMBER, .min = 1, .max = 6, .flags = FIELD_WHOLE,
          .help = "skin type"),
    FIELD(setup_person, lightness_l, NUMBER, .min = 1, .max = 100, .help = "L* by colorimeter"),
    {0}};
static const struct noun person_noun = {"setup_person", "whose skin", sizeof(struct setup_person),
                                        person_fields, false};

#define LENGTH(m, unit_, low, high, help_)                                                         \
    FIELD(setup_needle, m, QUANTITY, .unit = unit_, .min = low, .max = high, .help = help_)

static const struct field needle_fields[] = {
    LENGTH(length, "mm", 0.05, 4, "length out of the device, which is its setting"),
    LENGTH(tip_diameter, "um", 0.1, 2000, "diameter of the tip"),
    LENGTH(base_diameter, "um", 1, 5000, "diameter at the base"),
    FIELD(setup_needle, count, NUMBER, .min = 1, .max = 10000, .flags = FIELD_WHOLE,
          .help = "needles of the device"),
    LENGTH(spacing, "um", 1, 50000, "from needle to needle"),
    {0}};
static const struct noun needle_noun = {"needle", "a needle", sizeof(struct setup_needle),
                                        needle_fields, false};

#define COMMON_ROWS(S)                                                                             \
    FIELD_AS(S, common.zone, "zone", NAME, .vocabulary = "zones", .help = "where"),                \
        FIELD_AS(S, common.site, "site", NAME, .vocabulary = "zones",                              \
                 .help = "where; the same as zone"),                                               \
        FIELD_AS(S, common.tissue, "tissue", CHOICE, .words = tissue_words, .help = "in what"),    \
        FIELD_AS(S, common.person, "person", NOUN, .noun = &person_noun, .help = "whose skin"),    \
        FIELD_AS(S, common.device, "device", NAME, .vocabulary = "devices", .help = "with what"),  \
        FIELD_AS(S, common.whom, "for", CHOICE, .words = for_words,                                \
                 .help = "one person, or the mean of a study"),                                    \
        FIELD_AS(S, common.n, "n", NUMBER, .min = 1, .max = 1000, .flags = FIELD_WHOLE,            \
                 .help = "people of the study")

static const struct field depth_fields[] = {
    COMMON_ROWS(setup_depth),
    FIELD(setup_depth, needle, NOUN, .noun = &needle_noun, .help = "the needle"),
    FIELD(setup_depth, speed, QUANTITY, .unit = "cm/s", .min = 0, .max = 10000,
          .help = "speed of the needle"),
    FIELD(setup_depth, passes, NUMBER, .min = 1, .max = 1000, .flags = FIELD_WHOLE,
          .help = "passes"),
    {0}};
const struct noun setup_depth_noun = {"setup_depth", "how deep a needle reaches",
                                      sizeof(struct setup_depth), depth_fields, true};

static const struct field closure_fields[] = {
    COMMON_ROWS(setup_closure),
    FIELD(setup_closure, needle, NOUN, .noun = &needle_noun, .help = "the needle"),
    FIELD(setup_closure, count, NUMBER, .min = 1, .max = 1e7, .flags = FIELD_WHOLE,
          .help = "channels"),
    FIELD_FACT(setup_closure, occluded, "covered with film or a mask afterwards"),
    FIELD(setup_closure, depth, QUANTITY, .unit = "mm", .min = 0.05, .max = 4,
          .help = "the setting, instead of the needle's length"),
    {0}};
const struct noun setup_closure_noun = {"setup_closure", "how long channels stay open",
                                        sizeof(struct setup_closure), closure_fields, true};

static const struct field outcome_fields[] = {
    COMMON_ROWS(setup_outcome),
    FIELD(setup_outcome, indication, NAME, .vocabulary = "indications", .flags = FIELD_REQUIRED,
          .help = "what is treated"),
    FIELD(setup_outcome, scale, NAME, .vocabulary = "scales", .help = "how it is measured"),
    FIELD(setup_outcome, baseline, NUMBER, .min = 0, .max = 1000, .help = "score before"),
    FIELD(setup_outcome, sessions, NUMBER, .min = 1, .max = 64, .flags = FIELD_WHOLE,
          .help = "sittings"),
    FIELD(setup_outcome, interval, QUANTITY, .unit = "d", .min = 1, .max = 365,
          .help = "between sittings"),
    FIELD(setup_outcome, review, QUANTITY, .unit = "d", .min = 1, .max = 400,
          .help = "after the last sitting"),
    {0}};
const struct noun setup_outcome_noun = {"setup_outcome", "how much better it gets",
                                        sizeof(struct setup_outcome), outcome_fields, true};

static const char *const model_words[]   = {"r1", NULL};
static const char *const smoking_words[] = {"never", "former", "current", "unknown", NULL};
static const char *const form_words[]    = {"neutral", "acid", "base", NULL};

static const struct field sitting_fields[] = {
    FIELD(setup_sitting, t, QUANTITY, .unit = "d", .min = 0, .max = 3650, .flags = FIELD_REQUIRED,
          .help = "when, from the beginning"),
    FIELD(setup_sitting, dose, NUMBER, .min = 0, .max = 10, .help = "relative dose; 1 if left out"),
    {0}};
static const struct noun sitting_noun = {"setup_sitting", "a sitting", sizeof(struct setup_sitting),
                                         sitting_fields, false};

static const struct field modifiers_fields[] = {
    FIELD(setup_modifiers, theta, NUMBER, .min = 0.05, .max = 50,
          .help = "speed of healing over that of a cut-out wound"),
    FIELD(setup_modifiers, age, NUMBER, .min = 0, .max = 120, .help = "years, as person.age"),
    FIELD(setup_modifiers, smoking, CHOICE, .words = smoking_words,
          .help = "does the person smoke"),
    FIELD(setup_modifiers, omega, NUMBER, .min = 0, .max = 1,
          .help = "exchange of collagen III for I, per day"),
    FIELD(setup_modifiers, tau_x, QUANTITY, .unit = "d", .min = 0.1, .max = 1000,
          .help = "lag from new collagen to ordered one"),
    FIELD(setup_modifiers, half_life, QUANTITY, .unit = "h", .min = 0.001, .max = 10000,
          .help = "of the channels"),
    FIELD_FACT(setup_modifiers, occluded, "covered with film or a mask afterwards"),
    {0}};
static const struct noun modifiers_noun = {"modifiers", "numbers that are fixed",
                                           sizeof(struct setup_modifiers), modifiers_fields, false};

static const struct field healing_fields[] = {
    COMMON_ROWS(setup_healing),
    FIELD(setup_healing, sessions, LIST, .noun = &sitting_noun, .help = "sittings"),
    FIELD(setup_healing, model, CHOICE, .words = model_words, .help = "model of healing"),
    FIELD(setup_healing, modifiers, NOUN, .noun = &modifiers_noun,
          .help = "numbers that are fixed instead of drawn"),
    FIELD(setup_healing, times, NUMBERS, .unit = "d", .min = 0, .max = 3650,
          .help = "when to answer"),
    {0}};
const struct noun setup_healing_noun = {"setup_healing", "what follows sittings in the skin",
                                        sizeof(struct setup_healing), healing_fields, true};

static const struct field agent_fields[] = {
    FIELD(setup_agent, code, NAME, .vocabulary = "agents", .help = "one that is known"),
    FIELD(setup_agent, mw, NUMBER, .min = 10, .max = 1000, .help = "molecular weight, g/mol"),
    FIELD(setup_agent, logkow, NUMBER, .min = -10, .max = 10,
          .help = "log10 of octanol over water, without charge"),
    FIELD(setup_agent, pka, NUMBER, .min = -10, .max = 24, .help = "pKa of an acid or a base"),
    FIELD(setup_agent, form, CHOICE, .words = form_words, .help = "what it is in water"),
    {0}};
static const struct noun agent_noun = {"setup_agent", "what is put on", sizeof(struct setup_agent),
                                       agent_fields, false};

static const struct field uptake_fields[] = {
    COMMON_ROWS(setup_uptake),
    FIELD(setup_uptake, agent, NOUN, .noun = &agent_noun, .flags = FIELD_REQUIRED,
          .help = "what is put on"),
    FIELD(setup_uptake, ph, NUMBER, .min = 0, .max = 14, .help = "pH of what is put on"),
    FIELD(setup_uptake, concentration, QUANTITY, .unit = "mg/ml", .min = 0.001, .max = 2000,
          .help = "strength of what is put on"),
    FIELD(setup_uptake, dose, QUANTITY, .unit = "mg/cm2", .min = 0.001, .max = 10000,
          .help = "how much is put on; more than can go in if left out"),
    FIELD(setup_uptake, contact, QUANTITY, .unit = "min", .min = 0.1, .max = 20000,
          .help = "how long until it is washed off, or looked at"),
    FIELD(setup_uptake, delay, QUANTITY, .unit = "h", .min = 0, .max = 10000,
          .help = "from needling until it goes on"),
    FIELD_FACT(setup_uptake, wash_off, "washed off after the contact"),
    FIELD(setup_uptake, density, QUANTITY, .unit = "/cm2", .min = 0, .max = 100000,
          .help = "punctures; 0 is whole skin"),
    FIELD(setup_uptake, needle, NOUN, .noun = &needle_noun, .help = "the needle"),
    FIELD_FACT(setup_uptake, occluded, "covered with film or a mask"),
    FIELD(setup_uptake, times, NUMBERS, .unit = "min", .min = 0, .max = 20000,
          .help = "when to answer, from when it goes on"),
    {0}};
const struct noun setup_uptake_noun = {"setup_uptake", "what the skin takes up",
                                       sizeof(struct setup_uptake), uptake_fields, true};

static enum status refuse(const struct doc *doc, const char *key, const char *wrong,
                          const char *allowed, const struct field_reader *reader) {
    int node = doc_child(doc, 0, key);
    return fault_at(reader->fault, ST_CONTENT, "%s: %s: %s: %s; allowed: %s",
                    field_place(doc, node < 0 ? 0 : node, reader->arena), key,
                    node < 0 ? "nothing" : doc_text(doc, node), wrong, allowed);
}

enum status setup_check(const struct setup_common *common, bool has_mean, const struct doc *doc,
                        const struct field_reader *reader) {
    bool is_mean = common->whom == SETUP_FOR_STUDY_MEAN;
    if (common->zone && common->site)
        return refuse(doc, "site", "stands beside zone", "one of the two", reader);
    if (is_mean && !has_mean)
        return refuse(doc, "for", "cannot be told, as no spread between studies is known for it",
                      "person", reader);
    if (is_mean && !common->n.is_known)
        return refuse(doc, "n", "is left out of the mean of a study", "1 to 1000", reader);
    if (!is_mean && common->n.is_known)
        return refuse(doc, "n", "is of no use for one person", "n beside for: study_mean", reader);
    return ST_OK;
}
