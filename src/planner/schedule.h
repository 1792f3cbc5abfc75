// schedule: days for the sittings of a course.
//
// Each sitting takes the first free day from the one it is wished for: the day agreed earlier, else
// the preferred first day, else the interval after the sitting before. A day is free if the clinic
// is open and no span covers it. No day lies before `first`, after `latest`, or nearer than `floor`
// to the sitting before. If the preferred first day lets fewer sittings fit than `first` does, the
// course begins at `first`.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_PLANNER_SCHEDULE_H
#define STIPPLE_PLANNER_SCHEDULE_H

#include "domain/clinic.h"

enum schedule_limit { SCHEDULE_FREE, SCHEDULE_EVENTS, SCHEDULE_AWAY, SCHEDULE_CLOSED };

struct schedule_span {   // days that are not free, and for what
    date_day from, to;
    int      limit;   // enum schedule_limit
};

struct schedule_wish {
    date_day                    first, preferred;
    date_day                    latest;       // 0 = open
    date_day                    last_given;   // 0 = none
    int                         count, interval_days, floor_days;
    const struct clinic        *clinic;   // NULL: open every day
    const struct schedule_span *spans;
    int                         n_spans;
    const struct when          *agreed;   // [n_agreed], in order
    int                         n_agreed;
};

struct schedule_found {
    date_day dates[LIMIT_SITTINGS];
    int      moved_by[LIMIT_SITTINGS];   // what stood on the day wished for
    int      n;                          // 0..count
};

// What stands against a day.
int schedule_blocked(const struct schedule_wish *wish, date_day day);

// The first free day from `day` on, within two years; 0 if there is none.
date_day schedule_free_from(const struct schedule_wish *wish, date_day day);

// Asserts 0 <= count <= LIMIT_SITTINGS, floor_days <= interval_days.
struct schedule_found schedule_course(const struct schedule_wish *wish);

#endif
