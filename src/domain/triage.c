// SPDX-License-Identifier: Apache-2.0
#include "domain/triage.h"

const char *const triage_levels[] = {"self_care", "message", "same_day", "emergency", NULL};

#define NEED            .flags = FIELD_REQUIRED
#define NEED_ALWAYS     .flags = FIELD_REQUIRED | FIELD_ALWAYS
#define TEXT(S, m, ...) FIELD(S, m, TEXT, __VA_ARGS__)
#define HOURS(S, m, ...)                                                                           \
    FIELD(S, m, NUMBER, .min = 0, .max = 20000, .flags = FIELD_ALWAYS, __VA_ARGS__)
#define LEVEL(S) FIELD(S, level, CHOICE, .words = triage_levels, NEED, .help = "how soon")
#define ORIGIN(S)                                                                                  \
    FIELD(S, evidence, TEXTS, NEED_ALWAYS, .help = "rows of the evidence"),                        \
        FIELD(S, sources, NAMES, .vocabulary = "sources", NEED_ALWAYS, .help = "keys of sources"), \
        FIELD(S, status, CHOICE, .words = words_status, NEED, .help = "where it comes from"),      \
        FIELD(S, grade, CHOICE, .words = words_grade, .help = "how strong the evidence is")

static const struct field advice_fields[] = {
    TEXT(triage_advice, text, NEED, .help = "what to do"), ORIGIN(triage_advice), {0}};
static const struct noun advice_noun = {"triage_advice", "what belongs to a finding, for a clinic",
                                        sizeof(struct triage_advice), advice_fields, false};

static const struct field finding_fields[] = {
    TEXT(triage_finding, id, NEED, .help = "id of the rule"),
    LEVEL(triage_finding),
    HOURS(triage_finding, within_hours, .help = "its clock; null: none"),
    HOURS(triage_finding, seen_within_hours, .help = "to be looked at within; null: none"),
    TEXT(triage_finding, topic, NEED, .help = "in a few words"),
    TEXT(triage_finding, because, NEED, .help = "why, for the person"),
    TEXT(triage_finding, do_now, .help = "what to do, for the person"),
    FIELD_AS(triage_finding, is_first, "first", BOOL, .help = "which is said before all else"),
    TEXT(triage_finding, call, .help = "of what is usual: when to call all the same"),
    TEXT(triage_finding, if_so, .help = "what would make it certain"),
    FIELD(triage_finding, symptoms, TEXTS, NEED_ALWAYS, .help = "codes it was found in"),
    FIELD(triage_finding, unknown, TEXTS, NEED_ALWAYS, .help = "facts counted as the worse"),
    FIELD(triage_finding, stops, BOOL, .help = "no further session until it was seen"),
    TEXT(triage_finding, reaction, .help = "the code to record it under"),
    FIELD(triage_finding, advice, LIST, .noun = &advice_noun, NEED_ALWAYS,
          .help = "for the clinic"),
    ORIGIN(triage_finding),
    {0}};
static const struct noun finding_noun = {"triage_finding", "what one rule found",
                                         sizeof(struct triage_finding), finding_fields, false};

static const struct field expected_fields[] = {
    TEXT(triage_expected, id, NEED, .help = "id of the rule"),
    TEXT(triage_expected, symptom, NEED, .help = "its code"),
    TEXT(triage_expected, label, NEED, .help = "in words"),
    HOURS(triage_expected, until_hours, .help = "usual until so many hours after the session"),
    HOURS(triage_expected, reported_low, .help = "the shortest that sources and studies give"),
    HOURS(triage_expected, reported_high, .help = "the longest"),
    TEXT(triage_expected, text, NEED, .help = "what it is like"),
    TEXT(triage_expected, looks, .help = "what it looks like on this skin, or on any"),
    TEXT(triage_expected, call, NEED, .help = "when to call all the same"),
    FIELD_AS(triage_expected, is_told, "told", BOOL, .help = "reported in this check-in"),
    ORIGIN(triage_expected),
    {0}};
static const struct noun expected_noun = {"triage_expected", "what is usual at this time",
                                          sizeof(struct triage_expected), expected_fields, false};

static const struct field ask_fields[] = {
    TEXT(triage_ask, fact, NEED, .help = "key of the fact"),
    TEXT(triage_ask, text, NEED, .help = "the question"),
    FIELD(triage_ask, counted, BOOL, NEED_ALWAYS, .help = "it was taken for the worse"),
    FIELD(triage_ask, rules, TEXTS, NEED_ALWAYS, .help = "rules that hang on it"),
    {0}};
static const struct noun ask_noun = {"triage_ask", "what is not known", sizeof(struct triage_ask),
                                     ask_fields, false};

static const struct field word_fields[] = {
    TEXT(triage_word, word, NEED, .help = "as it was written"),
    TEXT(triage_word, near, .help = "what may have been meant; it was counted too"),
    TEXT(triage_word, text, NEED, .help = "what is said of it"),
    {0}};
static const struct noun word_noun = {"triage_word", "a word that was not understood",
                                      sizeof(struct triage_word), word_fields, false};

static const struct field triage_fields[] = {
    REPLY_ROWS(triage),
    LEVEL(triage),
    HOURS(triage, within_hours, .help = "the clock of the level; null: none"),
    HOURS(triage, seen_within_hours, .help = "to be looked at within; null: none"),
    FIELD(triage, day, NUMBER, NEED_ALWAYS, .help = "whole days since the session"),
    FIELD(triage, hours, NUMBER, .flags = FIELD_ALWAYS, .help = "hours since it, where told"),
    FIELD(triage, next_open, DATE, .flags = FIELD_ALWAYS, .help = "day the clinic is open"),
    FIELD(triage, stops, BOOL, .help = "no further session until it was seen"),
    FIELD(triage, findings, LIST, .noun = &finding_noun, NEED_ALWAYS, .help = "most urgent first"),
    FIELD(triage, expected, LIST, .noun = &expected_noun, NEED_ALWAYS, .help = "usual now"),
    FIELD(triage, ask, LIST, .noun = &ask_noun, NEED_ALWAYS, .help = "what is not known"),
    FIELD(triage, words, LIST, .noun = &word_noun, NEED_ALWAYS, .help = "not understood"),
    TEXT(triage, text_person, NEED, .help = "what the person reads; a line for each thought"),
    TEXT(triage, text_clinic, NEED, .help = "what the clinic reads; a line for each thought"),
    FIELD(triage, sources, MAP, .noun = &screening_cited_noun, NEED_ALWAYS, .help = "sources"),
    {0}};
const struct noun triage_noun = {"triage", "what a check-in calls for", sizeof(struct triage),
                                 triage_fields, true};
