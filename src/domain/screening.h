// screening: what the rules found for a person, and what follows for each zone and device.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_DOMAIN_SCREENING_H
#define STIPPLE_DOMAIN_SCREENING_H

#include "domain/field.h"
#include "domain/words.h"

struct finding_lifts {   // a word ("never"), a date, or a state with the day to look again
    const char *word;
    struct when on;
    const char *when;
    struct when look_again;
};

struct finding_scope {     // keys combine with AND; person stands alone
    int          person;   // FIELD_BOOL
    struct names zones;
    const char  *spot;
    struct names devices, agents;
};

struct finding {
    const char *id;
    int class, class_before;
    struct when           until;
    struct finding_lifts *lifts;
    const char           *topic, *because;
    const char           *told;   // to the person; NULL: `because`
    struct finding_scope *scope;
    struct names          excludes, missing, sources, evidence;
    int                   grade, status;
    struct amount         depth_max;    // mm
    struct names          notes;        // ids of evidence that bears on it
    int                   is_private;   // FIELD_BOOL: never shown to the person
    bool                  wounds;       // holds for whatever wounds the skin
    bool                  rescreen;     // after `until` the person is screened again
    bool                  counts;       // lies in a goal zone, or is not about zones
};

struct closed {
    const char *zone, *device, *agent;
    int class;
    struct when  until;
    struct names findings;
};

struct missing {
    const char  *fact, *label;
    struct names rules;
};

struct option_verdict {
    const char  *zone, *device;
    int          verdict;
    struct when  until;
    struct names findings;
};

struct cited {   // a source as a reader of the reply needs it
    const char *key, *text;
    int         grade, status;
};

struct reply_versions {
    const char *stipple, *engine, *knowledge;
};

struct reply_hashes {
    const char *input, *knowledge, *clinic;
};

struct reply {   // what stands at the head of every answer
    struct when            on;
    struct amount          seed, members;
    struct reply_versions *versions;
    struct reply_hashes   *hashes;
    const char            *disclaimer;
};

struct reply_head {
    struct reply reply;
};

struct screening {
    struct reply reply;
    int          verdict;
    struct when  until;
    struct list findings, closed, missing, options;   // of finding, closed, missing, option_verdict
    struct list sources;                              // of cited
};

extern const struct noun screening_noun;        // the whole answer
extern const struct noun screening_part_noun;   // without its head, inside a plan
extern const struct noun screening_cited_noun, screening_finding_noun;
extern const struct noun reply_versions_noun, reply_hashes_noun;
extern const struct noun reply_base_noun;   // hashes of an answer that has no input
extern const struct noun reply_head_noun;   // HEAD_ROWS alone: what any answer has

// Rows of the head of an answer to no file, whose struct has a member `reply`.
#define HEAD_ROWS(S)                                                                               \
    FIELD_AS(S, reply.on, "on", DATE, .flags = FIELD_REQUIRED, .help = "day it was reckoned for"), \
        FIELD_AS(S, reply.seed, "seed", NUMBER, .flags = FIELD_REQUIRED,                           \
                 .help = "seed of the random numbers"),                                            \
        FIELD_AS(S, reply.members, "members", NUMBER, .flags = FIELD_REQUIRED,                     \
                 .help = "members of the ensemble"),                                               \
        FIELD_AS(S, reply.versions, "versions", NOUN, .noun = &reply_versions_noun,                \
                 .flags = FIELD_REQUIRED, .help = "what answered"),                                \
        FIELD_AS(S, reply.hashes, "hashes", NOUN, .noun = &reply_base_noun,                        \
                 .flags = FIELD_REQUIRED, .help = "BLAKE2b-256 of what it rests on")

// Rows of the head of an answer whose struct has a member `reply`.
#define REPLY_ROWS(S)                                                                              \
    FIELD_AS(S, reply.on, "on", DATE, .flags = FIELD_REQUIRED, .help = "day it was reckoned for"), \
        FIELD_AS(S, reply.seed, "seed", NUMBER, .flags = FIELD_REQUIRED,                           \
                 .help = "seed of the random numbers"),                                            \
        FIELD_AS(S, reply.members, "members", NUMBER, .flags = FIELD_REQUIRED,                     \
                 .help = "members of the ensemble"),                                               \
        FIELD_AS(S, reply.versions, "versions", NOUN, .noun = &reply_versions_noun,                \
                 .flags = FIELD_REQUIRED, .help = "what answered"),                                \
        FIELD_AS(S, reply.hashes, "hashes", NOUN, .noun = &reply_hashes_noun,                      \
                 .flags = FIELD_REQUIRED, .help = "BLAKE2b-256 of what went in"),                  \
        FIELD_AS(S, reply.disclaimer, "disclaimer", TEXT, .flags = FIELD_ALWAYS,                   \
                 .help = "what this is, and who decides")

#endif
