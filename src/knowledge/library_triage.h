// library_triage: the symptoms a person may report, and the rules of triage: what is usual for how
// long, and what calls for a message, a visit the same day or emergency help.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIBRARY_TRIAGE_H
#define STIPPLE_KNOWLEDGE_LIBRARY_TRIAGE_H

#include "knowledge/catalogue_figure.h"

struct symptom {
    const char    *id;                    // its code
    struct wording label;                 // as a person would say it
    struct wording looks;                 // what it is like, where that is the same on every skin
    struct wording light, brown, black;   // what it looks like on light, brown and black skin
    struct names   synonyms;              // other words for it
    int            is_red;                // FIELD_BOOL: one of the list that is asked first
    struct names   rows;
};

enum triage_of {   // what a clause is about that no symptom tells
    TRIAGE_OF_ABSENT,
    TRIAGE_OF_UNMATCHED,   // a symptom no other rule speaks of
    TRIAGE_OF_UNSURE,      // a usual symptom, were it not for an answer "unknown"
    TRIAGE_OF_WORD,        // a word that is no symptom
    TRIAGE_OF_NOTE,        // the person's own words
    TRIAGE_OF_OLDER,       // a symptom that was there before the session
    TRIAGE_OF_SILENT,      // no symptoms were asked for or told
    TRIAGE_OF_WELL         // symptoms were asked for, and there is none
};

struct
    triage_clause {     // all keys that stand must hold; those about a symptom for one and the same
    int           of;   // enum triage_of
    struct names  codes;      // one of these symptoms; "any" is every one, "word" what is none
    struct names  except;     // of "any": but none of these
    struct names  also;       // and one of these among the others
    struct amount from, to;   // h since the session, inclusive
    int           is_usual;   // FIELD_BOOL: instead, as long as a sign of the code is usual
    struct amount severity_at_least, severity_below;
    struct names  direction;           // words of checkin_direction
    struct names  spreading;           // words of checkin_spreading
    struct names  near_eye;            // near an eye: told so, or one of these zones
    struct amount pressure_at_least;   // min
    struct amount temperature_at_least, temperature_below;
    int           feels_ill, blood_thinner;   // FIELD_BOOL: true is asked for
    struct names  devices, agents;            // kinds; agents or groups of them
    struct amount depth_at_least;             // mm
};

// What was not told counts as the worse; or is asked; or is asked but for the hour, which counts.
enum triage_absent { TRIAGE_COUNTS = 1, TRIAGE_ASKS, TRIAGE_ASKS_SIGNS };

struct triage_example {
    const char       *name;    // a claim
    int               fires;   // enum fact: does this rule find something
    const char       *level;   // of the whole answer, where it is claimed
    struct field_node checkin;
};

struct triage_word_of {   // a line for the clinic
    struct wording text;
    struct names   sources, rows;
    int            status, grade;
};

struct triage_rule {
    const char    *id;
    struct wording topic;
    int            level;    // enum triage_level
    struct amount  within;   // h: the clock
    struct amount  seen;     // h: a clinician looks within
    int         absent;   // enum triage_absent: what was not told counts as the worse, or is asked
    struct list when;     // of triage_clause, one of which must hold
    struct wording because;    // for the person
    struct wording do_now;     // what to do, for the person
    int            is_first;   // FIELD_BOOL: what to do is said before anything else
    struct wording if_so;      // completes "Call us today if "
    struct wording call;       // self_care: when to call all the same
    struct list    advice;     // of triage_word_of
    int            stops;      // FIELD_BOOL: no further session until it was seen
    const char    *reaction;   // a code of reactions
    struct names   sources, rows;
    int            status, grade;
    struct list    examples;   // of triage_example
};

extern const struct noun library_symptom_noun, library_triage_noun;

#endif
