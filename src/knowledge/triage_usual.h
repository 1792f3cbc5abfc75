// triage_usual: the symptoms a check-in may name, and how long each is usual after its session, by
// the signs of the knowledge (knowledge/signs.yaml).
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_TRIAGE_USUAL_H
#define STIPPLE_KNOWLEDGE_TRIAGE_USUAL_H

#include "domain/checkin.h"
#include "knowledge/library_sign.h"
#include "knowledge/library_triage.h"
#include "knowledge/load.h"

struct triage_usual {   // one symptom
    const char        *code;
    const struct sign *sign;           // whose end counts
    double             from_h, to_h;   // after the session
    double             longest_h;      // it could be, as long as the depth is not told
};

// One entry for each symptom that a sign speaks of and that is usual after a session of that depth.
// Of several signs the longer counts; where the depth was not told, the shorter.
struct list triage_usual_of(const struct knowledge *knowledge, const struct checkin *checkin,
                            struct arena *arena);

const struct triage_usual *triage_usual_find(const struct list *usual, const char *code);

const struct symptom *triage_usual_symptom(const struct knowledge *knowledge, const char *code);

struct triage_usual_words {   // every word for every symptom, in small letters
    const char **words;       // [n] with one underscore for whatever stands between words
    const char **ordered;     // [n] the same in the order of the alphabet
    const char **codes;       // [n] of their symptoms
    int          n;
};

struct triage_usual_words triage_usual_words(const struct knowledge *knowledge,
                                             struct arena           *arena);

// The code that a word may mean: a symptom's own word for it (*is_own), or one nearly spelt so; or
// NULL.
const char *triage_usual_near(const struct triage_usual_words *words, const char *word,
                              bool *is_own, struct arena scratch);

#endif
