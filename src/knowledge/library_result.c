// SPDX-License-Identifier: Apache-2.0
#include "knowledge/library_result.h"

#include "knowledge/catalogue_trials.h"

static const char *const verdicts[] = {"more", "less", "alike", "unclear", NULL};
static const char *const spans[]    = {"sitting", "course", NULL};

#define USE(S)                                                                                     \
    FIELD(S, indication, NAME, .vocabulary = "indications", NEED, .help = "what was treated")
#define KINDS(S)  FIELD(S, device, NAMES, .vocabulary = "device_kinds", .help = "kinds of device")
#define TRIALS(S) FIELD(S, trials, TEXTS, .max = 60, .help = "ids of trials")
#define EFFECTS(S)                                                                                 \
    FIELD(S, effects, LIST, .noun = &catalogue_effect_noun, .help = "numbers, as printed")

static const struct field comparison_fields[] = {
    ID(comparison),
    LABEL(comparison),
    USE(comparison),
    FIELD(comparison, against, TEXT, .max = 60, NEED, .help = "the other way"),
    KINDS(comparison),
    FIELD(comparison, verdict, CHOICE, .words = verdicts, NEED, .help = "what needling did"),
    COUNTED(comparison, n, 1, 1e5, .help = "people"),
    EFFECTS(comparison),
    FIELD(comparison, because, WORDING, NEED, .help = "what was found"),
    TRIALS(comparison),
    GRADED(comparison),
    END};
const struct noun library_comparison_noun =
    NOUN_OF("comparison", "needling against another way", comparison, comparison_fields);

static const struct field unknown_fields[] = {
    ID(unknown),
    USE(unknown),
    FIELD(unknown, because, WORDING, NEED, .help = "what is not known"),
    FIELD(unknown, against, TEXTS, .max = 60, .help = "ways no comparison was found with"),
    ROWS(unknown),
    END};
const struct noun library_unknown_noun =
    NOUN_OF("unknown", "what is not known", unknown, unknown_fields);

static const struct field combination_fields[] = {
    ID(combination),
    LABEL(combination),
    FIELD(combination, with, TEXTS, .max = 60, NEED, .help = "agents and ways"),
    CODES(combination, indications, "indications", "what for"),
    FIELD(combination, protocol, WORDING, .help = "how it was done"),
    COUNTED(combination, n, 1, 1e5, .help = "people"),
    COUNTED(combination, studies, 1, 1000, .help = "studies"),
    FIELD(combination, verdict, CHOICE, .words = verdicts, NEED, .help = "against needling alone"),
    EFFECTS(combination),
    FIELD(combination, because, WORDING, NEED, .help = "what was found"),
    FIELD(combination, safety, WORDING, .help = "what to mind"),
    FIELD(combination, off_label, BOOL, .help = "a substance on fresh channels, on no label"),
    TRIALS(combination),
    GRADED(combination),
    END};
const struct noun library_combination_noun =
    NOUN_OF("combination", "needling with something else", combination, combination_fields);

static const struct field cost_fields[] = {
    ID(cost),
    LABEL(cost),
    FIELD(cost, way, TEXT, .max = 60, .help = "id of options"),
    COUNTED(cost, value, 0, 1e6, .help = "as printed, or the mean"),
    COUNTED(cost, low, 0, 1e6, .help = "lower end"),
    COUNTED(cost, high, 0, 1e6, .help = "upper end"),
    FIELD(cost, unit, TEXT, .max = 20, .help = "currency, or 1 for a ratio"),
    FIELD(cost, per, CHOICE, .words = spans, .help = "a sitting or the whole course"),
    COUNTED(cost, sessions, 1, 60, .help = "sittings of that course"),
    COUNTED(cost, year, 1900, 2199, .help = "when it was printed"),
    FIELD(cost, place, TEXT, .max = 60, .help = "where"),
    BECAUSE(cost),
    GRADED(cost),
    END};
const struct noun library_cost_noun = NOUN_OF("cost", "a published price", cost, cost_fields);

static const struct field no_pool_fields[] = {
    ID(no_pool),
    USE(no_pool),
    FIELD(no_pool, family, TEXT, .max = 60, .help = "family of scales; none: no score"),
    FIELD(no_pool, agents, TEXTS, .max = 60, .help = "substances besides"),
    KINDS(no_pool),
    TRIALS(no_pool),
    COUNTED(no_pool, studies, 0, 1000, NEED, .help = "how many they are"),
    FIELD(no_pool, because, WORDING, NEED, .help = "why there is no pool"),
    GRADED(no_pool),
    END};
const struct noun library_no_pool_noun =
    NOUN_OF("no_pool", "studies that make no pool", no_pool, no_pool_fields);
