// limits: what screening and knowledge allow for one person, compiled before anything is planned.
// Whatever stays inside is allowed by construction; every entry says which rule it comes from.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_DOMAIN_LIMITS_H
#define STIPPLE_DOMAIN_LIMITS_H

#include "domain/quantity.h"

struct limits_origin {
    const char  *rule;   // id of a finding or an adjustment, or "reach", "label", "operator", ...
    const char  *because;
    struct names sources;
    int          grade, status;
};

enum limits_ceiling_kind {
    LIMITS_REACH,     // what the device can do
    LIMITS_LABEL,     // what its label was tested for: deeper is off label, not closed
    LIMITS_FINDING,   // a finding
    LIMITS_OPERATOR   // what the clinic lets the operator do
};

struct limits_ceiling {
    int                  kind;
    double               depth_mm;
    struct limits_origin origin;
};

struct limits_step {   // so much less deep, never below the floor
    double               step_mm, floor_mm;
    struct limits_origin origin;
};

// The rule of a place that no finding closes, but the operator or the kind of device.
#define LIMITS_BY_HAND "device"

struct limits_wait {   // nothing before this day
    date_day             from;
    struct limits_origin origin;
};

struct limits_place {   // a goal zone with a device at hand
    const char          *zone, *device, *indication;
    int                  kind, region;   // enum words_device_kind, words_region
    bool                 is_allowed;
    struct limits_origin closed;       // why not, if it is not allowed
    date_day             from;         // not before, by findings; 0 = at any time
    date_day             look_again;   // if it is not allowed; 0 = never
    struct limits_origin from_origin;
    struct list          waits;   // of limits_wait: every finding that says so; `from` is the last
    const struct quantity *depth;      // mm, where to begin; NULL: no default of ours
    struct list            steps;      // of limits_step, to be taken off the default
    struct list            ceilings;   // of limits_ceiling
    struct names           excludes;   // spots and parts that are left out
};

struct limits_agent {   // an agent, or a group of them, that is closed
    const char          *id;
    struct limits_origin origin;
};

enum limits_task_kind {
    LIMITS_STOP,         // something to be left off `days` before a sitting
    LIMITS_PRESCRIBER,   // a decision
    LIMITS_LETTER,
    LIMITS_TEST_SPOT,   // `days` before the first sitting
    LIMITS_READ_SPOT,   // a spot that was made is read on `date`
    LIMITS_CLINICIAN,   // decides whether and how to go on
    LIMITS_LOOK_AGAIN   // on `date`: nothing can be planned before
};

struct limits_task {
    int                  kind;
    const char          *topic;
    date_day             date;   // when it is due; 0: `days` before the first sitting
    int                  days;
    date_day             asked;   // LIMITS_LETTER: the day it was asked for; 0 = not yet
    struct limits_origin origin;
};

struct limits_given {   // sittings that were given
    int      n;
    date_day first, last;   // 0 = none
};

struct limits_later {   // a caution that holds from a day on, and does not yet
    date_day             from;
    struct limits_origin origin;
};

struct limits_dates {
    date_day             on, first, preferred;      // of the next sitting
    date_day             earliest;                  // the first day, were it not for a test spot
    struct limits_origin first_origin;              // of `first`
    date_day             first_given, last_given;   // to zones that may be treated; 0 = none
    int                  given;                     // sittings of the goal that leads
    struct list          agreed;   // of struct when: sittings planned earlier, in order
};

struct limits_course {   // what one indication asks of the course
    const char            *indication;
    const struct quantity *count, *interval;   // 1, d; NULL = unknown
    bool                   is_reviewed_from_first;
    int                    review_first_days, review_last_days;   // 0 = unknown
    struct limits_given    given;                                 // to the zones of its goals
};

struct limits_series {
    const char            *indication;   // the one that leads: most sittings still to come
    const struct quantity *count;        // of the one that leads
    const struct quantity *interval;   // d; within the range of every goal, if there is such a one
    int                    interval_days, floor_days;
    struct list            courses;   // of limits_course, each indication once
    struct limits_origin   floor;
};

struct limits_end {   // a later end of a line of aftercare, for plans in which all of this holds
    double       depth_mm, to_h;
    struct names devices, agents;   // with one of these; empty = with any
    bool         in_strong_sun;
    const char  *because;
};

struct limits_advice {
    const char  *id, *text;
    bool         is_do, is_always;   // always: it has no end, and to_h is nothing
    double       from_h, to_h;
    double       said_least_h, said_most_h;   // of the sources; 0 = nobody says
    bool         is_until_closed;
    bool         is_asked;   // of this person, by facts that are certain; then of plans
    struct names zones, devices, agents;   // with one of each of these; empty = with any
    struct list  ends;                     // of limits_end; the latest that holds
    struct names sources;
    int          grade, status;
};

struct limits_way {   // another kind of device, at hand or not
    const char          *kind;
    bool                 is_allowed;
    struct limits_origin closed;
};

struct limits {
    struct limits_dates  dates;
    struct limits_series series;
    bool                 is_covered;   // may something lie on the skin after a sitting?
    bool                 is_open;      // is any place allowed?
    struct list          places;       // of limits_place, zone by zone
    struct list          agents;       // of limits_agent
    struct list          tasks;        // of limits_task
    struct list          advice;       // of limits_advice
    struct list          ways;         // of limits_way
    struct list          later;        // of limits_later
};

#endif
