// catalogue_trials: the nouns of what studies measured and counted (knowledge/trials*.yaml), of
// what `make refit` makes of them (knowledge/fitted/*.yaml), and of what a plan says about a result
// (knowledge/outcomes.yaml). What a study does not report stays absent.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CATALOGUE_TRIALS_H
#define STIPPLE_KNOWLEDGE_CATALOGUE_TRIALS_H

#include "domain/field.h"

struct trial_reading {
    struct amount months;   // after the last sitting
    struct amount mean, sd;
    struct amount change;   // share of the baseline by which it got better, where printed
    struct amount low, high,
        level_percent;   // printed interval of `mean`, and of how many per cent
};

struct trial_measure {   // one scale in one arm
    const char   *arm;   // what was done instead; absent = the treatment of the trial
    const char   *scale;
    const char   *family;            // scales of one family are read together
    const char   *indication;        // what it tells of; absent: the use of the trial
    int           is_quantitative;   // FIELD_BOOL: counts or measures, rather than grades
    int           is_difference;     // FIELD_BOOL: `mean` is the fall, not the score
    struct amount baseline, baseline_sd;
    struct list   readings;   // of trial_reading
};

struct trial_share {   // so many of the people
    struct wording what;
    struct amount  share, x, n, months;
};

struct trial_effect {   // one treatment against another, a change, or pooled by somebody else
    const char   *measure, *unit;   // "odds ratio", "mean difference", ...
    struct amount value, low, high, i2, p, p_below;
};

struct trial {
    const char    *id;
    struct wording label;
    const char    *indication;
    struct wording treated;   // instead of an indication: no use of this program
    int            design;    // series, split (two halves), arms, pooled (by somebody else)
    struct names   device;    // kinds
    struct amount  depth, depth_high;   // mm
    struct amount  n, phototype_low, phototype_high;
    struct amount  sessions, sessions_high, interval;   // d
    struct names   agents;                              // put on or in besides
    const char    *control;
    struct list    measures, shares, effects;   // of trial_measure, trial_share, trial_effect
    struct wording note;
    struct names   sources, rows;
    int            status, grade;
};

struct event {   // people with an unwanted effect
    const char    *id, *event;
    struct amount  x, n;
    struct amount  phototype_low, phototype_high, sessions, interval;   // d
    struct names   device, agents;
    struct names   pools;       // shares it is added to
    struct wording treatment;   // where it is no needling
    struct wording note;
    struct names   sources, rows;
    int            status, grade;
};

// The improvement of one use as a pool of studies: logit of the share of the baseline.
struct fit {
    const char   *id, *indication, *family;
    struct names  agents, trials, device;      // device: kinds the studies had
    struct amount studies, mean, sd;           // of the logits; unweighted
    struct amount median, low, high;           // of a new study's mean: 95 % prediction interval
    struct amount mean_low, mean_high;         // of the mean over studies: 95 % confidence interval
    struct amount patient_low, patient_high;   // spread of patients within a study, logits
    struct amount sessions, interval, read;    // 1, d, d after the last: middle of the studies
    struct amount sessions_low, sessions_high, interval_low, interval_high;   // least and most
    struct amount read_first;                                                 // earliest reading, d
    const char   *hash;                                                       // of the trials
    struct names  sources, rows;
    int           status, grade;
};

// People with an unwanted effect, added up over studies: share with the 95 % interval of Jeffreys.
struct share {
    const char    *id, *event;
    struct names   events, device;   // device: kinds it was counted on
    struct amount  x, n, value, low, high;
    struct wording because;
    const char    *hash;   // of the unwanted effects
    struct names   sources, rows;
    int            status, grade;
};

struct outcome {   // what is known of the result of one use
    const char    *id, *indication;
    const char    *fit;          // none = no pool
    struct amount  difference;   // smallest that matters, as a share of the baseline
    struct wording because;      // what there is instead
    struct names   sources, rows;
    int            status, grade;
};

extern const struct noun catalogue_trial_noun, catalogue_event_noun, catalogue_fit_noun,
    catalogue_share_noun, catalogue_outcome_noun, catalogue_effect_noun;

#endif
