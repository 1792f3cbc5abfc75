// triage_match: does a rule of triage hold for a check-in? Four values: what was not told is not
// "no", and neither is what the person answered with "unknown".
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_TRIAGE_MATCH_H
#define STIPPLE_KNOWLEDGE_TRIAGE_MATCH_H

#include "knowledge/triage_usual.h"

// and = least, or = greatest
enum triage_truth { TRIAGE_FALSE, TRIAGE_NOT_TOLD, TRIAGE_NOT_SURE, TRIAGE_TRUE };

struct triage_item {   // a symptom as the rules see it
    const struct checkin_symptom *told;
    const char                   *code;         // known, or as it was written
    bool                          is_word;      // the code is none of the symptoms
    const char                   *own;          // where such a word is a symptom's own: its code
    bool                          is_strange;   // such a word is near none of them
    bool                          is_meant;     // what such a word may mean
    bool                          is_older;     // it was there before the session
};

struct triage_case {   // a check-in with the knowledge it is held against
    const struct knowledge *knowledge;
    const struct checkin   *checkin;
    struct triage_item     *items;   // [n_items] those told first
    int                     n_items, n_told;
    double                  low_h, high_h, hours;   // since the session; low = high where told
    bool                    is_exact;
    struct list             usual;                       // of triage_usual
    struct names            about[TRIAGE_OF_WELL + 1];   // by enum triage_of: the codes; present
    struct arena           *arena;                       // where it holds
};

struct triage_hit {   // a rule that holds, or could
    const struct triage_rule *rule;
    enum triage_truth         truth;
    bool                      fires;         // a finding: it holds, or what is not known counts
    bool                     *items;         // [n_items] those it fires for
    bool                     *unsure;        // [n_items] usual, were it not for an "unknown"
    bool                      wants_depth;   // usual, if the session was deeper than is certain
    struct names              symptoms;      // their codes
    struct names              facts;         // on which it hangs
};

// A case without `about`. A library must have been read.
struct triage_case triage_match_case(const struct knowledge *knowledge,
                                     const struct checkin *checkin, struct arena *arena);

// What a rule makes of a case. Of a self-care rule: is what was told usual at this time?
struct triage_hit triage_match(const struct triage_case *c, const struct triage_rule *rule);

// Is the rule about the check-in itself?
bool triage_match_is_about(const struct triage_rule *rule);

#endif
