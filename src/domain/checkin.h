// checkin: what a person reports after a treatment, as written in a check-in file. Absent means not
// told, which is never taken for "no"; the word `unknown` means asked, and not sure.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_DOMAIN_CHECKIN_H
#define STIPPLE_DOMAIN_CHECKIN_H

#include "domain/field.h"

extern const char *const checkin_direction[];   // compared with yesterday
enum checkin_direction {
    DIRECTION_ABSENT,
    DIRECTION_BETTER,
    DIRECTION_SAME,
    DIRECTION_WORSE,
    DIRECTION_UNKNOWN
};

extern const char *const checkin_spreading[];
enum checkin_spreading {
    SPREADING_ABSENT,
    SPREADING_NO,
    SPREADING_YES,
    SPREADING_WITHIN_HOURS,
    SPREADING_UNKNOWN
};

struct checkin_symptom {
    const char   *code;               // of the symptoms, or a word that is none of them
    struct amount severity;           // 0 to 10
    struct amount since_hours;        // how long it has been there
    int           direction;          // enum checkin_direction
    int           spreading;          // enum checkin_spreading
    int           near_eye;           // enum fact
    struct amount pressure_minutes;   // bleeding: firm pressure that did not stop it
    struct names  zones;
};

struct checkin {
    const char   *name, *note;          // note: own words, never read by the program
    int           invented;             // FIELD_BOOL words
    struct amount days_since_session;   // exactly one of the two stands
    struct when   session_date;
    struct amount hours_since_session;   // besides, where the hour is known
    struct list   symptoms;              // of checkin_symptom
    const char   *device;
    struct amount depth;    // mm, deepest setting
    struct names  agents;   // ids or groups of them, on the day or since
    struct amount temperature_c;
    int           feels_ill, blood_thinner;   // enum fact
    struct amount phototype;
    int           days;   // whole days since the session, from either key
};

extern const struct noun checkin_noun, checkin_symptom_noun;

// Reads a check-in and checks what one table cannot. ST_CONTENT with the place: both or neither of
// days_since_session and session_date; a session after `on`; hours that contradict the days.
MUST_CHECK enum status checkin_read(struct checkin *checkin, const struct doc *doc, int node,
                                    date_day on, const struct field_reader *reader);

#endif
