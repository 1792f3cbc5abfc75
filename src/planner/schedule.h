// schedule: days for the sittings of a course.
//
// Each sitting takes the first free day from the one it is wished for: the day agreed earlier, else
// the preferred first day, else the interval after the sitting before. A day is free if the clinic
// is open and no span covers it. No day lies before `first`, after `latest`, or nearer than `floor`
// to the sitting before.
//
// A sitting may have parts, visits on days of their own: each is `split_days` or more after the
// visit before it, and both its floor and its interval count from the last visit that treated its
// zones. A sitting of which not all parts fit is left out.
//
// If the preferred first day lets fewer sittings fit than `first` does, the course begins at
// `first`.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_SCHEDULE_H
#define STIPPLE_PLANNER_SCHEDULE_H

#include "domain/clinic.h"

enum schedule_limit { SCHEDULE_FREE, SCHEDULE_EVENTS, SCHEDULE_AWAY, SCHEDULE_CLOSED };

struct schedule_span {   // days that are not free, and for what
    date_day from, to;
    int      limit;   // enum schedule_limit
    int      index;   // in its list of the patient's limits
};

struct schedule_wish {
    date_day                    first, preferred;
    date_day                    latest;       // 0 = open
    date_day                    last_given;   // 0 = none
    int                         count, interval_days, floor_days;
    int                         parts, split_days;   // parts: 1 or more
    const int                  *last_same;           // [parts] last part with zones of this one
    const struct clinic        *clinic;              // NULL: open every day
    const struct schedule_span *spans;
    int                         n_spans;
    const struct when          *agreed;   // [n_agreed], in order
    int                         n_agreed;
};

struct schedule_found {
    date_day dates[LIMIT_VISITS];      // [n x parts]
    int      moved_by[LIMIT_VISITS];   // what stood on the day wished for
    int      n;                        // sittings, 0..count
};

// What stands against a day.
int schedule_blocked(const struct schedule_wish *wish, date_day day);

// The first free day from `day` on, within two years; 0 if there is none.
date_day schedule_free_from(const struct schedule_wish *wish, date_day day);

// The visit before this one that treated its zones; the last sitting given if there is none.
date_day schedule_before(const struct schedule_wish *wish, const struct schedule_found *found,
                         int visit);

// Asserts 0 <= count <= LIMIT_SITTINGS, count x parts <= LIMIT_VISITS, floor_days <= interval_days.
struct schedule_found schedule_course(const struct schedule_wish *wish);

#endif
