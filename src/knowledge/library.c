// SPDX-License-Identifier: Apache-2.0
#include "knowledge/library.h"

#include "knowledge/catalogue_trials.h"
#include "knowledge/library_dispute.h"
#include "knowledge/library_gap.h"
#include "knowledge/library_result.h"
#include "knowledge/library_sign.h"
#include "knowledge/library_sitting.h"
#include "knowledge/library_things.h"
#include "knowledge/library_topic.h"
#include "knowledge/library_window.h"
#include "knowledge/library_triage.h"

static const struct field point_fields[] = {COUNTED(curve_point, x, 0, 0, NEED, .help = "where"),
                                            COUNTED(curve_point, y, 0, 0, NEED, .help = "how much"),
                                            END};
static const struct noun  point_noun =
    NOUN_OF("curve_point", "a point of a curve", curve_point, point_fields);

static const struct field curve_fields[] = {
    ID(curve_data),
    FIELD(curve_data, x_unit, TEXT, .max = 20, NEED, .help = "unit of x"),
    FIELD(curve_data, unit, TEXT, .max = 20, NEED, .help = "unit of y"),
    FIELD(curve_data, points, LIST, .noun = &point_noun, NEED, .help = "x and y"),
    CITED(curve_data),
    BECAUSE(curve_data),
    END};
static const struct noun curve_noun =
    NOUN_OF("curve", "a course that a fit is made to", curve_data, curve_fields);

static const struct field claim_fields[] = {
    ID(claim),
    FIELD(claim, says, WORDING, NEED, .help = "what is claimed, in our words"),
    CODES(claim, articles, "sources", "where"),
    FIELD(claim, verdict, CHOICE, .words = words_verdict, NEED, .help = "what is behind it"),
    BECAUSE(claim),
    FIELD(claim, see, TEXTS, .max = 60, .help = "entries that speak of it"),
    GRADED(claim),
    END};
static const struct noun claim_noun = NOUN_OF("claim", "a claim", claim, claim_fields);

static const struct field unused_fields[] = {
    ID(row_unused), FIELD(row_unused, because, WORDING, NEED, .help = "why not"), END};
static const struct noun unused_noun =
    NOUN_OF("row_unused", "a row nothing rests on", row_unused, unused_fields);

static const struct field register_fields[] = {
    ID(row_register),
    FIELD(row_register, topic, WORDING, NEED, .help = "what these rows are about"),
    FIELD(row_register, ids, TEXTS, .max = 20, NEED, .help = "every row"),
    FIELD(row_register, unused, LIST, .noun = &unused_noun, .help = "rows nothing rests on"), END};
static const struct noun register_noun =
    NOUN_OF("register", "evidence rows of one kind", row_register, register_fields);

#define LIST_OF(m, noun_, help_) FIELD(library, m, LIST, .noun = &noun_, .help = help_)

static const struct field library_fields[] = {
    LIST_OF(trials, catalogue_trial_noun, "studies of results"),
    LIST_OF(adverse_events, catalogue_event_noun, "unwanted effects in studies"),
    LIST_OF(curves, curve_noun, "courses that fits are made to"),
    LIST_OF(claims, claim_noun, "what articles claim"),
    LIST_OF(further_claims, claim_noun, "what they claim besides"),
    LIST_OF(comparisons, library_comparison_noun, "needling against other ways"),
    LIST_OF(unknowns, library_unknown_noun, "what is not known"),
    LIST_OF(combinations, library_combination_noun, "needling with something else"),
    LIST_OF(costs, library_cost_noun, "published prices"),
    LIST_OF(pools_not_made, library_no_pool_noun, "studies that make no pool"),
    LIST_OF(registers, register_noun, "evidence rows"),
    LIST_OF(topics, library_topic_noun, "words to look up"),
    LIST_OF(uses, library_use_noun, "what parameters are for"),
    LIST_OF(protocol, library_sitting_step_noun, "the sitting, step by step"),
    LIST_OF(endpoints, library_sitting_endpoint_noun, "where to end in one place"),
    LIST_OF(questions, library_sitting_question_noun, "the eight questions of every sitting"),
    LIST_OF(looks, library_sitting_look_noun, "what the skin is looked at for"),
    LIST_OF(stops, library_sitting_stop_noun, "what stops a sitting"),
    LIST_OF(cards, library_sitting_card_noun, "cards for a person unwell"),
    LIST_OF(times, library_sitting_time_noun, "published times"),
    LIST_OF(measurements, library_measurement_noun, "skin as studies measured it"),
    LIST_OF(pooled_layers, library_pooled_noun, "thickness pooled over studies"),
    LIST_OF(guidance, library_guidance_noun, "depths that were published"),
    LIST_OF(exclusions, library_exclusion_noun, "places that are left out"),
    LIST_OF(datasheets, library_datasheet_noun, "papers of devices"),
    LIST_OF(listings, library_listing_noun, "authorised devices"),
    LIST_OF(windows, library_window_noun, "who asks how long for aftercare"),
    LIST_OF(signs, library_sign_noun, "what is usual after a sitting"),
    LIST_OF(gaps, library_gap_noun, "what is not known"),
    LIST_OF(disagreements, library_disagreement_noun, "where sources disagree"),
    LIST_OF(symptoms, library_symptom_noun, "what a person may report"),
    LIST_OF(triage, library_triage_noun, "what a check-in calls for"),
    END};
const struct noun library_noun =
    NOUN_OF("library", "what a file holds to be looked up", library, library_fields);
