// SPDX-License-Identifier: Apache-2.0
#include "planner/schedule.h"

#include <assert.h>

enum { SEARCH_DAYS = 731 };

static date_day later(date_day a, date_day b) { return a > b ? a : b; }

int schedule_blocked(const struct schedule_wish *wish, date_day day) {
    for (int i = 0; i < wish->n_spans; i++)
        if (day >= wish->spans[i].from && day <= wish->spans[i].to) return wish->spans[i].limit;
    return wish->clinic && !clinic_is_open(wish->clinic, day) ? SCHEDULE_CLOSED : SCHEDULE_FREE;
}

date_day schedule_free_from(const struct schedule_wish *wish, date_day day) {
    for (int i = 0; i < SEARCH_DAYS; i++)
        if (schedule_blocked(wish, day + i) == SCHEDULE_FREE) return day + i;
    return 0;
}

date_day schedule_before(const struct schedule_wish *wish, const struct schedule_found *found,
                         int visit) {
    int part = visit % wish->parts;
    if (visit < wish->parts) return wish->last_given;
    return found->dates[visit - wish->parts + wish->last_same[part] - part];
}

// The day wished for a visit, when those before it have their days.
static date_day wished(const struct schedule_wish *wish, date_day begin,
                       const struct schedule_found *found, int visit) {
    int      sitting = visit / wish->parts, part = visit % wish->parts;
    date_day before  = schedule_before(wish, found, visit);
    date_day nearest = before ? later(begin, before + wish->floor_days) : begin;
    if (visit > 0 && wish->parts > 1)
        nearest = later(nearest, found->dates[visit - 1] + wish->split_days);
    if (part == 0 && sitting < wish->n_agreed) return later(nearest, wish->agreed[sitting].day);
    return before ? later(nearest, before + wish->interval_days) : nearest;
}

static struct schedule_found course_from(const struct schedule_wish *wish, date_day begin) {
    struct schedule_found found = {.n = 0};
    for (int i = 0; i < wish->count * wish->parts; i++) {
        date_day day  = wished(wish, begin, &found, i);
        date_day free = schedule_free_from(wish, day);
        if (!free || (wish->latest && free > wish->latest)) break;
        found.moved_by[i] = schedule_blocked(wish, day);
        found.dates[i]    = free;
        found.n           = (i + 1) / wish->parts;
    }
    return found;
}

struct schedule_found schedule_course(const struct schedule_wish *wish) {
    assert(wish->count >= 0 && wish->count <= LIMIT_SITTINGS);
    assert(wish->parts >= 1 && wish->count * wish->parts <= LIMIT_VISITS);
    assert(wish->floor_days <= wish->interval_days);
    struct schedule_found best = course_from(wish, later(wish->first, wish->preferred));
    if (best.n == wish->count || wish->first >= wish->preferred) return best;
    struct schedule_found early = course_from(wish, wish->first);
    return early.n > best.n ? early : best;
}
