// SPDX-License-Identifier: Apache-2.0
#include "domain/screening.h"

#define NEED                  .flags = FIELD_REQUIRED
#define NEED_ALWAYS           .flags = FIELD_REQUIRED | FIELD_ALWAYS
#define TEXT(S, m, ...)       FIELD(S, m, TEXT, __VA_ARGS__)
#define NAMES(S, m, voc, ...) FIELD(S, m, NAMES, .vocabulary = voc, __VA_ARGS__)
#define CLASS(S, m, ...)      FIELD(S, m, CHOICE, .words = words_class, __VA_ARGS__)
#define UNTIL(S)                                                                                   \
    FIELD(S, until, DATE, NEED_ALWAYS, .help = "first day on which it may be; null: no date")

static const struct field lifts_fields[] = {
    FIELD(finding_lifts, on, DATE, .help = "on this day"),
    FIELD(finding_lifts, when, NAME, .vocabulary = "states", .help = "when this state is reached"),
    FIELD(finding_lifts, look_again, DATE, .help = "day to look again"),
    {0}};
static const struct noun lifts_noun = {"lifts", "how it lifts", sizeof(struct finding_lifts),
                                       lifts_fields, false};

static const struct field scope_fields[] = {
    FIELD(finding_scope, person, BOOL, .help = "everything"),
    NAMES(finding_scope, zones, "zones", .help = "only these zones"),
    TEXT(finding_scope, spot, .help = "only this spot"),
    NAMES(finding_scope, devices, "device_kinds", .help = "only these kinds of device"),
    FIELD(finding_scope, agents, TEXTS, .help = "only these agents"),
    {0}};
static const struct noun scope_noun = {"finding_scope", "what a finding concerns",
                                       sizeof(struct finding_scope), scope_fields, false};

static const struct field finding_fields[] = {
    TEXT(finding, id, NEED, .help = "id of the rule"),
    CLASS(finding, class, NEED, .help = "screening class"),
    CLASS(finding, class_before, .help = "class before an override"),
    UNTIL(finding),
    FIELD(finding, lifts, NOUN, .noun = &lifts_noun, .flags = FIELD_REQUIRED | FIELD_WORD,
          .help = "how it lifts; a bare word: never"),
    TEXT(finding, topic, .help = "in two or three words"),
    TEXT(finding, because, NEED, .help = "why, for a person"),
    TEXT(finding, told, .help = "instead, to the person treated"),
    FIELD(finding, scope, NOUN, .noun = &scope_noun, NEED, .help = "what it concerns"),
    FIELD(finding, excludes, TEXTS, .help = "what it closes besides"),
    FIELD(finding, missing, TEXTS, .help = "facts that are not known"),
    FIELD(finding, depth_max, QUANTITY, .unit = "mm", .help = "deepest setting while it is open"),
    NAMES(finding, sources, "sources", NEED_ALWAYS, .help = "keys of sources"),
    FIELD(finding, grade, CHOICE, .words = words_grade, .help = "how strong the evidence is"),
    FIELD(finding, status, CHOICE, .words = words_status, .help = "where it comes from"),
    FIELD(finding, notes, TEXTS, .help = "ids of evidence that bears on an override"),
    FIELD_AS(finding, is_private, "private", BOOL, .help = "never shown to the person"),
    FIELD(finding, evidence, TEXTS, NEED_ALWAYS, .help = "rows of the evidence"),
    {0}};
const struct noun screening_finding_noun = {"finding", "what one rule found",
                                            sizeof(struct finding), finding_fields, false};

static const struct field closed_fields[] = {
    FIELD(closed, zone, NAME, .vocabulary = "zones", .help = "a zone"),
    TEXT(closed, device, .help = "a device"),
    TEXT(closed, agent, .help = "an agent"),
    CLASS(closed, class, NEED, .help = "screening class"),
    UNTIL(closed),
    FIELD(closed, findings, TEXTS, NEED_ALWAYS, .help = "ids of the findings"),
    {0}};
static const struct noun closed_noun = {"closed", "what cannot be had", sizeof(struct closed),
                                        closed_fields, false};

static const struct field missing_fields[] = {
    TEXT(missing, fact, NEED, .help = "the fact"),
    TEXT(missing, label, .help = "as a person would ask for it"),
    FIELD(missing, rules, TEXTS, NEED_ALWAYS, .help = "rules that need it"),
    {0}};
static const struct noun missing_noun = {"missing", "a fact that is not known",
                                         sizeof(struct missing), missing_fields, false};

static const struct field option_fields[] = {
    FIELD(option_verdict, zone, NAME, .vocabulary = "zones", NEED, .help = "a goal zone"),
    TEXT(option_verdict, device, NEED, .help = "a device at hand"),
    CLASS(option_verdict, verdict, NEED, .help = "worst class of its findings"),
    UNTIL(option_verdict),
    FIELD(option_verdict, findings, TEXTS, NEED_ALWAYS, .help = "ids of its findings"),
    {0}};
static const struct noun option_noun = {"option_verdict", "a zone with a device",
                                        sizeof(struct option_verdict), option_fields, false};

static const struct field cited_fields[] = {
    TEXT(cited, text, NEED, .help = "what it is"),
    FIELD(cited, grade, CHOICE, .words = words_grade, NEED, .help = "strength"),
    FIELD(cited, status, CHOICE, .words = words_status, NEED, .help = "seen or not"),
    {0}};
const struct noun screening_cited_noun = {"cited_source", "a source", sizeof(struct cited),
                                          cited_fields, false};

static const struct field versions_fields[] = {
    TEXT(reply_versions, stipple, NEED, .help = "the program"),
    TEXT(reply_versions, engine, NEED, .help = "the engine"),
    TEXT(reply_versions, knowledge, NEED, .help = "the knowledge"),
    {0}};
const struct noun reply_versions_noun = {"versions", "what answered", sizeof(struct reply_versions),
                                         versions_fields, false};

static const struct field hashes_fields[] = {
    TEXT(reply_hashes, input, NEED, .help = "of the input"),
    TEXT(reply_hashes, knowledge, NEED, .help = "of the knowledge"),
    TEXT(reply_hashes, clinic, NEED, .help = "of the clinic"),
    {0}};
const struct noun reply_hashes_noun = {"hashes", "BLAKE2b-256 of canonical JSON",
                                       sizeof(struct reply_hashes), hashes_fields, false};

static const struct field base_fields[] = {
    TEXT(reply_hashes, knowledge, NEED, .help = "of the knowledge"),
    TEXT(reply_hashes, clinic, NEED, .help = "of the clinic"),
    {0}};
const struct noun reply_base_noun = {"base_hashes", "BLAKE2b-256 of canonical JSON",
                                     sizeof(struct reply_hashes), base_fields, false};

static const struct field head_fields[]   = {HEAD_ROWS(reply_head), {0}};
const struct noun         reply_head_noun = {"head", "what stands in every answer to no file",
                                             sizeof(struct reply_head), head_fields, false};

#define SCREENING_ROWS                                                                             \
    CLASS(screening, verdict, NEED, .help = "mildest over the options"), UNTIL(screening),         \
        FIELD(screening, findings, LIST, .noun = &screening_finding_noun, NEED_ALWAYS,             \
              .help = "what the rules found"),                                                     \
        FIELD(screening, closed, LIST, .noun = &closed_noun, NEED_ALWAYS, .help = "closed"),       \
        FIELD(screening, missing, LIST, .noun = &missing_noun, NEED_ALWAYS, .help = "not known"),  \
        FIELD(screening, options, LIST, .noun = &option_noun, NEED_ALWAYS, .help = "options")

static const struct field screening_fields[] = {
    REPLY_ROWS(screening),
    SCREENING_ROWS,
    FIELD(screening, sources, MAP, .noun = &screening_cited_noun, NEED_ALWAYS, .help = "sources"),
    {0}};
const struct noun screening_noun = {"screening", "may this person be treated",
                                    sizeof(struct screening), screening_fields, true};

static const struct field part_fields[]       = {SCREENING_ROWS, {0}};
const struct noun         screening_part_noun = {"screening_part", "the screening a plan rests on",
                                                 sizeof(struct screening), part_fields, false};
