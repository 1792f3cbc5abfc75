// SPDX-License-Identifier: Apache-2.0
#include "knowledge/library_sitting.h"

static const char *const whens[]  = {"always", "numbing", "mechanical", "rf", "prp", NULL};
static const char *const scopes[] = {"place", "numbing", "sitting", "course", NULL};

#define IDS(S, m, help_)   FIELD(S, m, TEXTS, .max = 60, .help = help_)
#define ACTS(S, m, help_)  FIELD(S, m, LIST, .noun = &act_noun, .help = help_)
#define SAID(S, m, help_)  FIELD(S, m, WORDING, .help = help_)
#define FOUND(S, m, help_) FIELD(S, m, LIST, .noun = &answer_noun, .help = help_)

static const struct field act_fields[] = {
    FIELD(sitting_act, text, WORDING, NEED, .help = "what to do"), GRADED(sitting_act), END};
static const struct noun act_noun = NOUN_OF("act", "one thing to do", sitting_act, act_fields);

static const struct field answer_fields[] = {
    ID(sitting_answer),
    LABEL(sitting_answer),
    IDS(sitting_answer, opens, "rules it opens"),
    FIELD(sitting_answer, finds, CHOICE, .words = words_class, NEED, .help = "the worst of them"),
    FIELD(sitting_answer, example, NODE, .help = "keys laid over the neutral patient"),
    END};
static const struct noun answer_noun =
    NOUN_OF("answer", "an answer and what it opens", sitting_answer, answer_fields);

static const struct field step_fields[] = {
    ID(sitting_step),
    LABEL(sitting_step),
    FIELD(sitting_step, part_of, TEXT, .max = 60, NEED, .help = "step of a plan it is part of"),
    FIELD(sitting_step, when, CHOICE, .words = whens, NEED, .help = "in which sittings"),
    CODES(sitting_step, who, "roles", "who has a part in it"),
    ACTS(sitting_step, acts, "what to do, in order"),
    IDS(sitting_step, endpoints, "where to end"),
    IDS(sitting_step, questions, "what is asked"),
    IDS(sitting_step, looks, "what is looked for"),
    IDS(sitting_step, stops, "what stops it"),
    BECAUSE(sitting_step),
    GRADED(sitting_step),
    END};
const struct noun library_sitting_step_noun =
    NOUN_OF("sitting_step", "a step of the sitting", sitting_step, step_fields);

static const struct field endpoint_fields[] = {
    ID(sitting_endpoint),
    LABEL(sitting_endpoint),
    MM(sitting_endpoint, depth_from, "from this setting on"),
    MM(sitting_endpoint, depth_below, "below this setting"),
    CODES(sitting_endpoint, indications, "indications", "for these goals; none = any"),
    SAID(sitting_endpoint, dark, "how it shows on brown and black skin"),
    BECAUSE(sitting_endpoint),
    GRADED(sitting_endpoint),
    END};
const struct noun library_sitting_endpoint_noun =
    NOUN_OF("endpoint", "where to end in one place", sitting_endpoint, endpoint_fields);

static const struct field question_fields[] = {
    ID(sitting_question),
    COUNTED(sitting_question, number, 1, 20, NEED, .help = "in this order"),
    LABEL(sitting_question),
    FIELD(sitting_question, ask, WORDING, NEED, .help = "as the person is asked"),
    FOUND(sitting_question, answers, "what a yes can be"),
    FOUND(sitting_question, unsure, "where not sure is screened"),
    SAID(sitting_question, not_sure, "what follows from not sure"),
    BECAUSE(sitting_question),
    GRADED(sitting_question),
    END};
const struct noun library_sitting_question_noun =
    NOUN_OF("question", "asked at every sitting", sitting_question, question_fields);

static const struct field look_fields[] = {
    ID(sitting_look),
    LABEL(sitting_look),
    SAID(sitting_look, light, "how it shows on light skin"),
    SAID(sitting_look, dark, "how it shows on brown and black skin"),
    FOUND(sitting_look, answers, "it is there"),
    ACTS(sitting_look, acts, "what to do then"),
    BECAUSE(sitting_look),
    GRADED(sitting_look),
    END};
const struct noun library_sitting_look_noun =
    NOUN_OF("look", "what the skin is looked at for", sitting_look, look_fields);

static const struct field stop_fields[] = {
    ID(sitting_stop),
    LABEL(sitting_stop),
    SAID(sitting_stop, sign, "what is seen or said"),
    FIELD(sitting_stop, scope, CHOICE, .words = scopes, NEED, .help = "what stops"),
    ACTS(sitting_stop, acts, "what to do, in order"),
    FIELD(sitting_stop, card, TEXT, .max = 60, .help = "card for a person unwell"),
    IDS(sitting_stop, opens, "rules that screen it again"),
    BECAUSE(sitting_stop),
    GRADED(sitting_stop),
    END};
const struct noun library_sitting_stop_noun =
    NOUN_OF("stop", "a sign that ends something", sitting_stop, stop_fields);

static const struct field card_fields[] = {ID(sitting_card),
                                           LABEL(sitting_card),
                                           SAID(sitting_card, top, "the first line"),
                                           SAID(sitting_card, signs, "how it shows"),
                                           ACTS(sitting_card, acts, "the first minutes, in order"),
                                           ACTS(sitting_card, never, "what not to do"),
                                           BECAUSE(sitting_card),
                                           GRADED(sitting_card),
                                           END};
const struct noun         library_sitting_card_noun =
    NOUN_OF("card", "for a person unwell", sitting_card, card_fields);

static const struct field time_fields[] = {
    ID(sitting_time),
    LABEL(sitting_time),
    FIELD(sitting_time, step, TEXT, .max = 60, NEED, .help = "step of a plan, or total"),
    CODES(sitting_time, devices, "device_kinds", "of these devices; none = any"),
    FIGURE_OF(sitting_time, minutes, minutes, "as published"),
    GRADED(sitting_time),
    END};
const struct noun library_sitting_time_noun =
    NOUN_OF("time", "a published time", sitting_time, time_fields);
