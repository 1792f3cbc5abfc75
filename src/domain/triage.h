// triage: what a check-in calls for: how soon, why, what is usual at this time, what is not known,
// and the words for the person and for the clinic.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_DOMAIN_TRIAGE_H
#define STIPPLE_DOMAIN_TRIAGE_H

#include "domain/screening.h"

// Mildest first. The order is the meaning: of several the most urgent counts.
enum triage_level { LEVEL_ABSENT, LEVEL_SELF_CARE, LEVEL_MESSAGE, LEVEL_SAME_DAY, LEVEL_EMERGENCY };
extern const char *const triage_levels[];

struct triage_advice {   // to the clinic: what belongs to such a finding
    const char  *text;
    struct names evidence, sources;
    int          status, grade;
};

struct triage_finding {
    const char   *id;
    int           level;               // enum triage_level
    struct amount within_hours;        // to be answered, seen or treated within
    struct amount seen_within_hours;   // to be looked at by a clinician within
    const char   *topic, *because;     // because: for the person
    const char   *do_now;              // for the person; NULL = nothing of its own
    int           is_first;            // FIELD_BOOL: what to do is said before anything else
    const char   *call;                // of what is usual: when to call all the same
    const char   *if_so;               // what would make it certain, where it hangs on something
    struct names  symptoms;            // codes it was found in
    struct names  unknown;             // facts that were counted as the worse
    int           stops;               // FIELD_BOOL: no further session until it was seen
    const char   *reaction;            // the code to record it under
    struct list   advice;              // of triage_advice
    struct names  evidence, sources;
    int           status, grade;
    bool          is_general;   // found in any symptom, whatever it is
};

struct triage_expected {   // usual at this time after such a session
    const char   *id, *symptom, *label;
    struct amount until_hours;
    struct amount reported_low, reported_high;   // h: what sources and studies give
    const char   *text, *looks, *call;           // looks: on this skin; when to call all the same
    int           is_told;                       // FIELD_BOOL: reported here
    struct names  evidence, sources;
    int           status, grade;
};

struct triage_ask {   // a fact that would change the answer, or make it certain
    const char  *fact, *text;
    bool         counted;   // it was taken for the worse
    struct names rules;
};

struct triage_word {   // a word that was not understood
    const char *word, *near, *text;
    bool        is_own;   // a symptom's own word
};

struct triage {
    struct reply  reply;
    int           level;
    struct amount within_hours, seen_within_hours;
    struct amount day, hours;   // since the session; hours where told
    struct when   next_open;    // of the clinic, from the day of the answer
    int           stops;        // FIELD_BOOL
    struct list   findings, expected, ask, words;
    const char   *text_person, *text_clinic;
    struct list   sources;   // of cited
};

extern const struct noun triage_noun;

#endif
