// verb: the one table of what the program can do. The command line and the web are driven from it.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_SERVICE_VERB_H
#define STIPPLE_SERVICE_VERB_H

#include "domain/plan.h"
#include "domain/simulation.h"
#include "domain/texts.h"
#include "service/schema.h"
#include "service/screen.h"
#include "service/session.h"
#include "service/simulate.h"
#include "service/triage.h"

enum verb_argument { VERB_NOTHING, VERB_FILE, VERB_ID, VERB_ID_OR_NOTHING, VERB_ID_AND_FILE };

struct verb_call {
    const char          *id;       // VERB_ID; the first of VERB_ID_AND_FILE
    struct session_input input;    // VERB_FILE; the second of VERB_ID_AND_FILE
    const char          *codes;    // evidence --codes
    bool                 check;    // evidence --check
    bool                 claims;   // evidence --claims
};

enum verb_answer {
    VERB_DOC,
    VERB_SCREENING,
    VERB_PLAN,
    VERB_PATIENT,
    VERB_SIMULATION,
    VERB_TRIAGE,
    VERB_TEXTS,
    VERB_LINES,
    VERB_CHECK
};

struct verb_reply {
    enum verb_answer      kind;
    struct doc            doc;          // the answer as JSON; not for VERB_LINES
    const char           *lines;        // VERB_LINES: text that has one form only; VERB_CHECK
    struct screen_answer *screened;     // VERB_SCREENING, VERB_PLAN, VERB_PATIENT
    struct plan          *plan;         // VERB_PLAN
    struct simulation    *simulation;   // VERB_SIMULATION
    struct triage_reply  *triage;       // VERB_TRIAGE
    struct texts         *texts;        // VERB_TEXTS
};

struct verb {
    const char        *name;
    const char        *argument;   // as help shows it
    enum verb_argument takes;
    const char        *help;
    // NULL: a face of its own, which the command line knows.
    enum status (*run)(struct session *session, const struct verb_call *call,
                       struct verb_reply *reply);

    bool is_long;   // it may compute for seconds; the others take some milliseconds

    // What goes in and what comes out, for whoever describes the verb; NULL: no table says it.
    const struct noun          *input;   // VERB_FILE
    const struct simulate_part *parts;   // VERB_ID_AND_FILE: the ids there are, and their files
    const struct noun *const   *nouns;   // VERB_ID: the ids are their names
    const struct noun          *answer;
};

// A check (VERB_CHECK) that finds something is refused, and `lines` say what it found.
extern const struct verb verb_table[];   // ended by a row without a name

#endif
