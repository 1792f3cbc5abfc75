// engine_outcome: the door of the engine for the improvement of one use. Times are days of one
// course, counted from any day; everything uncertain arrives as an argument.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_ENGINE_OUTCOME_H
#define STIPPLE_ENGINE_ENGINE_OUTCOME_H

#include "base/limits.h"
#include "base/status.h"
#include "engine/ensemble.h"

#include <stdbool.h>
#include <stdint.h>

enum { ENGINE_OUTCOME_TIMES = 16 };

struct engine_outcome_setup {
    // the pool, see outcome.h
    double mean_logit, sd_logit;
    int    n_studies;
    // the same inside a study: spread of patients in logits, somewhere between the two
    double patient_low, patient_high;
    bool   is_study_mean;   // the mean of a new study instead of one person: no spread of patients

    // how it comes: the delay lies somewhere between the two, evenly in its logarithm
    double delay_d_low, delay_d_high;
    // the course of the studies: sittings, days between them, days from the last to the reading
    int    reference_sessions;
    double reference_interval_d, reference_read_d;

    // the course of the person, given and planned, and when to look
    const double *session_d;   // [n_sessions]
    int           n_sessions;
    const double *time_d;   // [n_times]
    int           n_times;
    double        difference;   // share of the baseline that matters

    // the ensemble
    int           members;
    struct effort effort;   // the same answer for any
    uint64_t      seed;
    int           use;   // a number of the use that stays: its own stream
};

struct engine_outcome_answer {
    struct ensemble_band responders[ENGINE_OUTCOME_TIMES];   // [n_times] share of a study's people
                                                             // who reach `difference`, over studies
    struct ensemble_band improvement[ENGINE_OUTCOME_TIMES];       // [n_times] share of the baseline
    double               responder_share[ENGINE_OUTCOME_TIMES];   // [n_times] members who reach
                                                                  // `difference`
};

// Computes *answer. Member i draws the same numbers whatever `members` is. ST_CONTENT, naming the
// argument: not a number or out of range. ST_LIMIT: more than LIMIT_MEMBERS members.
MUST_CHECK enum status engine_outcome(const struct engine_outcome_setup *setup,
                                      struct engine_outcome_answer *answer, struct arena scratch,
                                      struct fault *fault);

#endif
