// SPDX-License-Identifier: Apache-2.0
#include "knowledge/catalogue_trials.h"

#include "domain/words.h"

#define END                                                                                        \
    { 0 }
#define NEED .flags = FIELD_REQUIRED
#define NOUN_OF(name_, help_, S, rows)                                                             \
    { name_, help_, sizeof(struct S), rows, false }
#define NUMBER(S, m, lo, hi, help_) FIELD(S, m, NUMBER, .min = lo, .max = hi, .help = help_)
#define DAYS(S, m, help_)           FIELD(S, m, QUANTITY, .unit = "d", .max = 4000, .help = help_)
#define MM(S, m, help_)             FIELD(S, m, QUANTITY, .unit = "mm", .max = 100, .help = help_)
#define ID(S)                       FIELD(S, id, TEXT, .max = 60, NEED, .help = "id")
#define WORD(S, m, help_)           FIELD(S, m, TEXT, .max = 80, .help = help_)
#define WORDED(S, m, help_)         FIELD(S, m, WORDING, .help = help_)
#define USE(S)                                                                                     \
    FIELD(S, indication, NAME, .vocabulary = "indications", NEED, .help = "what was treated")
#define KINDS(S) FIELD(S, device, NAMES, .vocabulary = "device_kinds", .help = "kinds of device")
#define AGENTS(S)                                                                                  \
    FIELD(S, agents, TEXTS, .max = 60, .help = "substances put on or in besides; none = alone")
#define GRADED(S)                                                                                  \
    FIELD(S, sources, NAMES, .vocabulary = "sources", NEED, .help = "keys of sources"),            \
        FIELD(S, rows, TEXTS, .max = 20, .help = "evidence rows"),                                 \
        FIELD(S, status, CHOICE, .words = words_status, NEED, .help = "where it comes from"),      \
        FIELD(S, grade, CHOICE, .words = words_grade, NEED, .help = "how strong the evidence is")

static const char *const designs[] = {"series", "split", "arms", "pooled", NULL};

// ---- trials ----

static const struct field reading_fields[] = {
    NUMBER(trial_reading, months, 0, 60, "after the last sitting"),
    NUMBER(trial_reading, mean, -1000, 1000, "the score, or its fall"),
    NUMBER(trial_reading, sd, 0, 1000, "its standard deviation"),
    NUMBER(trial_reading, change, -10, 1, "share of the baseline by which it got better"),
    NUMBER(trial_reading, low, -1000, 1000, "lower end of the printed interval"),
    NUMBER(trial_reading, high, -1000, 1000, "upper end"),
    NUMBER(trial_reading, level_percent, 50, 100, "per cent of that interval"),
    END};
static const struct noun reading_noun =
    NOUN_OF("trial_reading", "one reading", trial_reading, reading_fields);

static const struct field measure_fields[] = {
    WORD(trial_measure, arm, "what was done instead; absent: the treatment"),
    FIELD(trial_measure, scale, TEXT, .max = 80, NEED, .help = "scale"),
    WORD(trial_measure, family, "scales of one family are read together"),
    FIELD(trial_measure, indication, NAME, .vocabulary = "indications", .help = "of another use"),
    FIELD_AS(trial_measure, is_quantitative, "quantitative", BOOL, .help = "no mere grade"),
    FIELD_AS(trial_measure, is_difference, "difference", BOOL, .help = "mean is the fall"),
    NUMBER(trial_measure, baseline, -1000, 1000, "before"),
    NUMBER(trial_measure, baseline_sd, 0, 1000, "its standard deviation"),
    FIELD(trial_measure, readings, LIST, .noun = &reading_noun, .help = "after"),
    END};
static const struct noun measure_noun =
    NOUN_OF("trial_measure", "one scale in one arm", trial_measure, measure_fields);

static const struct field share_of_trial_fields[] = {
    FIELD(trial_share, what, WORDING, NEED, .help = "what they had"),
    NUMBER(trial_share, share, 0, 1, "share of people"),
    NUMBER(trial_share, x, 0, 100000, "people"),
    NUMBER(trial_share, n, 1, 100000, "of so many"),
    NUMBER(trial_share, months, 0, 60, "after the last sitting"),
    END};
static const struct noun share_of_trial_noun =
    NOUN_OF("trial_share", "so many of the people", trial_share, share_of_trial_fields);

static const struct field effect_fields[] = {
    FIELD(trial_effect, measure, TEXT, .max = 60, NEED, .help = "odds ratio, mean difference, ..."),
    WORD(trial_effect, unit, "unit"),
    NUMBER(trial_effect, value, -1000, 1000, "as printed"),
    NUMBER(trial_effect, low, -1000, 1000, "lower end of 95 per cent"),
    NUMBER(trial_effect, high, -1000, 1000, "upper end"),
    NUMBER(trial_effect, i2, 0, 100, "per cent of the spread that lies between studies"),
    NUMBER(trial_effect, p, 0, 1, "p value"),
    NUMBER(trial_effect, p_below, 0, 1, "instead: p below"),
    END};
const struct noun catalogue_effect_noun =
    NOUN_OF("trial_effect", "one treatment against another", trial_effect, effect_fields);

static const struct field trial_fields[] = {
    ID(trial),
    FIELD(trial, label, WORDING, NEED, .help = "what was compared or followed"),
    FIELD(trial, indication, NAME, .vocabulary = "indications", .help = "what was treated"),
    WORDED(trial, treated, "the same, where it is no use of this program"),
    FIELD(trial, design, CHOICE, .words = designs, .help = "design"),
    KINDS(trial),
    MM(trial, depth, "setting"),
    MM(trial, depth_high, "deepest setting"),
    NUMBER(trial, n, 1, 100000, "people"),
    NUMBER(trial, phototype_low, 1, 6, "lightest skin type"),
    NUMBER(trial, phototype_high, 1, 6, "darkest skin type"),
    NUMBER(trial, sessions, 1, 60, "sittings"),
    NUMBER(trial, sessions_high, 1, 60, "most sittings"),
    DAYS(trial, interval, "between sittings"),
    AGENTS(trial),
    WORD(trial, control, "compared with"),
    FIELD(trial, measures, LIST, .noun = &measure_noun, .help = "scores"),
    FIELD(trial, shares, LIST, .noun = &share_of_trial_noun, .help = "people counted"),
    FIELD(trial, effects, LIST, .noun = &catalogue_effect_noun, .help = "comparisons"),
    WORDED(trial, note, "what else is told"),
    GRADED(trial),
    END};
const struct noun catalogue_trial_noun =
    NOUN_OF("trial", "a study of a result", trial, trial_fields);

static const struct field event_fields[] = {
    ID(event),
    FIELD(event, event, TEXT, .max = 60, NEED, .help = "what happened"),
    FIELD(event, x, NUMBER, .min = 0, .max = 100000, NEED, .help = "people it happened to"),
    FIELD(event, n, NUMBER, .min = 1, .max = 100000, NEED, .help = "of so many"),
    NUMBER(event, phototype_low, 1, 6, "lightest skin type"),
    NUMBER(event, phototype_high, 1, 6, "darkest skin type"),
    NUMBER(event, sessions, 1, 60, "sittings"),
    DAYS(event, interval, "between sittings"),
    KINDS(event),
    AGENTS(event),
    FIELD(event, pools, TEXTS, .max = 60, .help = "shares it is added to"),
    WORDED(event, treatment, "where it is no needling"),
    WORDED(event, note, "what else is told"),
    GRADED(event),
    END};
const struct noun catalogue_event_noun =
    NOUN_OF("event", "an unwanted effect in a study", event, event_fields);

// ---- what is fitted ----

static const struct field fit_fields[] = {
    ID(fit),
    USE(fit),
    WORD(fit, family, "family of scales"),
    AGENTS(fit),
    KINDS(fit),
    FIELD(fit, trials, TEXTS, .max = 60, NEED, .help = "ids of the trials"),
    FIELD(fit, studies, NUMBER, .min = 3, .max = 60, NEED, .help = "how many they are"),
    FIELD(fit, mean, NUMBER, .min = -20, .max = 20, NEED, .help = "mean of the logits"),
    FIELD(fit, sd, NUMBER, .min = 0, .max = 20, NEED, .help = "their spread between studies"),
    NUMBER(fit, median, 0, 1, "middle, as a share"),
    NUMBER(fit, low, 0, 1, "95 per cent prediction interval of a new study, lower end"),
    NUMBER(fit, high, 0, 1, "upper end"),
    NUMBER(fit, mean_low, 0, 1, "95 per cent confidence interval of the mean, lower end"),
    NUMBER(fit, mean_high, 0, 1, "upper end"),
    FIELD(fit, patient_low, NUMBER, .min = 0, .max = 20, NEED, .help = "spread of patients, least"),
    FIELD(fit, patient_high, NUMBER, .min = 0, .max = 20, NEED, .help = "most, logits"),
    FIELD(fit, sessions, NUMBER, .min = 1, .max = 60, NEED, .help = "sittings in the studies"),
    FIELD(fit, interval, QUANTITY, .unit = "d", .max = 4000, NEED, .help = "between them"),
    FIELD(fit, read, QUANTITY, .unit = "d", .max = 4000, NEED, .help = "read, after the last"),
    FIELD(fit, sessions_low, NUMBER, .min = 1, .max = 60, NEED, .help = "fewest of a study"),
    FIELD(fit, sessions_high, NUMBER, .min = 1, .max = 60, NEED, .help = "most of a study"),
    FIELD(fit, interval_low, QUANTITY, .unit = "d", .max = 4000, NEED, .help = "nearest together"),
    FIELD(fit, interval_high, QUANTITY, .unit = "d", .max = 4000, NEED, .help = "farthest apart"),
    FIELD(fit, read_first, QUANTITY, .unit = "d", .max = 4000, NEED, .help = "earliest reading"),
    WORD(fit, hash, "BLAKE2b-256 of the trials"),
    GRADED(fit),
    END};
const struct noun catalogue_fit_noun =
    NOUN_OF("fit", "a pool of studies of one result", fit, fit_fields);

static const struct field share_fields[] = {
    ID(share),
    FIELD(share, event, TEXT, .max = 60, NEED, .help = "what happened"),
    FIELD(share, events, TEXTS, .max = 60, NEED, .help = "ids of the events"),
    KINDS(share),
    NUMBER(share, x, 0, 100000, "people it happened to"),
    NUMBER(share, n, 1, 100000, "of so many"),
    FIELD(share, value, NUMBER, .min = 0, .max = 1, NEED, .help = "share of people"),
    FIELD(share, low, NUMBER, .min = 0, .max = 1, NEED, .help = "95 per cent interval, lower end"),
    FIELD(share, high, NUMBER, .min = 0, .max = 1, NEED, .help = "upper end"),
    WORDED(share, because, "what was added up"),
    WORD(share, hash, "BLAKE2b-256 of the unwanted effects"),
    GRADED(share),
    END};
const struct noun catalogue_share_noun =
    NOUN_OF("share", "people with an unwanted effect", share, share_fields);

// ---- what is said ----

static const struct field outcome_fields[] = {
    ID(outcome),
    USE(outcome),
    WORD(outcome, fit, "id of the pool; none = there is none"),
    NUMBER(outcome, difference, 0, 1, "smallest difference that matters, share of the baseline"),
    FIELD(outcome, because, WORDING, NEED, .help = "what there is, for a person"),
    GRADED(outcome),
    END};
const struct noun catalogue_outcome_noun =
    NOUN_OF("outcome", "what is known of a result", outcome, outcome_fields);
