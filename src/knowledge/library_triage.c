// SPDX-License-Identifier: Apache-2.0
#include "knowledge/library_triage.h"

#include "domain/triage.h"

#define HOURS(S, m, help_) FIELD(S, m, QUANTITY, .unit = "h", .max = 20000, .help = help_)
#define WORDS(S, m, help_) FIELD(S, m, TEXTS, .max = 60, .help = help_)
#define SAID(S, m, help_)  FIELD(S, m, WORDING, .help = help_)

static const struct field symptom_fields[] = {
    ID(symptom),
    LABEL(symptom),
    SAID(symptom, looks, "what it is like, on every skin"),
    SAID(symptom, light, "what it looks like on light skin"),
    SAID(symptom, brown, "what it looks like on brown skin"),
    SAID(symptom, black, "what it looks like on black skin"),
    WORDS(symptom, synonyms, "other words for it"),
    FIELD_AS(symptom, is_red, "red", BOOL, .help = "one of the list that is asked first"),
    ROWS(symptom),
    END};
const struct noun library_symptom_noun =
    NOUN_OF("symptom", "what a person may report", symptom, symptom_fields);

static const char *const abouts[]  = {"unmatched", "unsure", "word", "note",
                                      "older",     "silent", "well", NULL};
static const char *const absents[] = {"counts", "asks", "asks_signs", NULL};

static const struct field clause_fields[] = {
    FIELD(triage_clause, of, CHOICE, .words = abouts, .help = "about the check-in itself"),
    WORDS(triage_clause, codes, "one of these symptoms, or any, or word: what is none"),
    WORDS(triage_clause, except, "of any symptom: but none of these"),
    WORDS(triage_clause, also, "and one of these among the others"),
    HOURS(triage_clause, from, "from so many hours after the session"),
    HOURS(triage_clause, to, "until"),
    FIELD_AS(triage_clause, is_usual, "usual", BOOL,
             .help = "self_care: while the signs say that it is usual"),
    COUNTED(triage_clause, severity_at_least, 0, 10, .help = "at least so strong"),
    COUNTED(triage_clause, severity_below, 0, 10, .help = "less strong than this"),
    WORDS(triage_clause, direction, "compared with yesterday one of these"),
    WORDS(triage_clause, spreading, "one of these"),
    CODES(triage_clause, near_eye, "zones", "near an eye: told so, or in one of these zones"),
    FIELD(triage_clause, pressure_at_least, QUANTITY, .unit = "min", .max = 600,
          .help = "firm pressure that did not stop the bleeding"),
    COUNTED(triage_clause, temperature_at_least, 30, 45, .help = "degrees Celsius"),
    COUNTED(triage_clause, temperature_below, 30, 45, .help = "less than so many degrees Celsius"),
    FIELD(triage_clause, feels_ill, BOOL, .help = "feels ill"),
    FIELD(triage_clause, blood_thinner, BOOL, .help = "takes a medicine against clotting"),
    CODES(triage_clause, devices, "device_kinds", "the session was with one of these"),
    WORDS(triage_clause, agents, "one of these agents, or groups of them"),
    MM(triage_clause, depth_at_least, "the session was at least so deep"),
    END};
static const struct noun clause_noun =
    NOUN_OF("triage_clause", "what must hold together", triage_clause, clause_fields);

static const struct field example_fields[] = {
    FIELD(triage_example, name, TEXT, .max = 200, NEED, .help = "a claim"),
    FIELD(triage_example, fires, CHOICE, .words = field_fact_words, NEED,
          .help = "does the rule find something"),
    FIELD(triage_example, level, NAME, .vocabulary = "levels", .help = "of the whole answer"),
    FIELD(triage_example, checkin, NODE, NEED, .help = "the check-in"), END};
static const struct noun example_noun =
    NOUN_OF("triage_example", "an example that runs", triage_example, example_fields);

static const struct field word_fields[] = {
    FIELD(triage_word_of, text, WORDING, NEED, .help = "for the clinic"), GRADED(triage_word_of),
    END};
static const struct noun word_noun =
    NOUN_OF("triage_word", "what belongs to a finding", triage_word_of, word_fields);

static const struct field triage_fields[] = {
    ID(triage_rule),
    FIELD(triage_rule, topic, WORDING, NEED, .help = "in a few words"),
    FIELD(triage_rule, level, CHOICE, .words = triage_levels, NEED, .help = "how soon"),
    HOURS(triage_rule, within, "the clock of the answer"),
    HOURS(triage_rule, seen, "a clinician looks within"),
    FIELD(triage_rule, absent, CHOICE, .words = absents,
          .help =
              "what was not told counts as the worse (if left out), is asked, or is asked but for "
              "the hour"),
    FIELD(triage_rule, when, LIST, .noun = &clause_noun, NEED, .help = "one of these holds"),
    FIELD(triage_rule, because, WORDING, NEED, .help = "why, for the person"),
    SAID(triage_rule, do_now, "what to do, for the person"),
    FIELD_AS(triage_rule, is_first, "first", BOOL,
             .help = "what to do is said before anything else"),
    SAID(triage_rule, if_so, "completes: call us today if"),
    SAID(triage_rule, call, "of what is usual: when to call all the same"),
    FIELD(triage_rule, advice, LIST, .noun = &word_noun, .help = "for the clinic"),
    FIELD(triage_rule, stops, BOOL, .help = "no further session until it was seen"),
    FIELD(triage_rule, reaction, NAME, .vocabulary = "reactions", .help = "recorded under"),
    GRADED(triage_rule),
    FIELD(triage_rule, examples, LIST, .noun = &example_noun, NEED, .help = "examples that run"),
    END};
const struct noun library_triage_noun =
    NOUN_OF("triage_rule", "what a check-in calls for", triage_rule, triage_fields);
