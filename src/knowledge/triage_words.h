// triage_words: an answer of triage in words, for the person and for the clinic. A line for each
// thought. The person always reads what to do, by when, who answers, and when to call again.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_TRIAGE_WORDS_H
#define STIPPLE_KNOWLEDGE_TRIAGE_WORDS_H

#include "domain/checkin.h"
#include "domain/clinic.h"
#include "domain/triage.h"
#include "knowledge/load.h"

struct triage_words {
    const struct knowledge *knowledge;
    const struct clinic    *clinic;
    const struct checkin   *checkin;
    const struct triage    *triage;   // all but its texts and sources
    date_day                on;
    struct names            raises[LEVEL_EMERGENCY + 1];   // what would raise it to that level
    struct arena           *arena;
};

const char *triage_words_person(const struct triage_words *w);
const char *triage_words_clinic(const struct triage_words *w);

// "10 minutes", "12 hours", "3 days"
const char *triage_words_span(const struct knowledge *knowledge, double hours, struct arena *arena);

// A text with the clinic's {contact}, {hours}, {emergency} and {out_of_hours} in their places; what
// the clinic has not entered is said in words.
const char *triage_words_filled(const struct knowledge *knowledge, const struct clinic *clinic,
                                const char *pattern, struct arena *arena);

#endif
