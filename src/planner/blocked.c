// SPDX-License-Identifier: Apache-2.0
#include "planner/blocked.h"

#include "planner/part.h"
#include "planner/quote.h"
#include "planner/schedule.h"

#include <assert.h>
#include <stdlib.h>

static const char *const blocked_patient[] = {"patient"}, *const blocked_clinic[] = {"clinic"};

// A row that is over is left out.
static void add(struct planning *planning, const struct plan_blocked *row) {
    const struct finding *findings = planning->screening->findings.items;
    struct list          *rows     = &planning->plan->blocked;
    struct plan_blocked   own      = *row;
    date_day              to       = row->to.day;
    if (to && (to < planning->view->on || to < row->from.day)) return;
    for (int i = 0; i < planning->screening->findings.n; i++)
        if (text_equal(findings[i].id, row->id)) own.is_private = findings[i].is_private;
    assert(rows->n < LIMIT_BLOCKED);
    limits_add(rows, &own, sizeof own, planning->arena);
}

static struct plan_blocked row_of(int kind, date_day from, date_day to,
                                  const struct limits_origin *origin) {
    return (struct plan_blocked){.id      = origin->rule,
                                 .from    = {.day = from},
                                 .to      = {.day = to},
                                 .kind    = kind,
                                 .because = origin->because,
                                 .sources = origin->sources,
                                 .status  = origin->status,
                                 .grade   = origin->grade};
}

// What the patient or the clinic says: our word for it, and theirs is the source.
static struct limits_origin told(const struct planning *planning, const char *id,
                                 const char *saying, const char *const *pairs,
                                 const char *const *source) {
    struct limits_origin origin = {
        .rule = id, .because = planning_said(planning, saying, pairs), .status = STATUS_DEFAULT};
    view_add(&origin.sources, source[0], planning->arena);
    return origin;
}

// The same key of the file under a list: "limits.events[2]".
static const char *id_in(const struct planning *planning, const char *list, int index) {
    return arena_format(planning->arena, "%s[%d]", list, index);
}

// ---- before the first day ----

// One row for all zones that the same finding holds up until the same day.
static void add_zoned(struct planning *planning, const struct plan_blocked *row, const char *zone) {
    struct plan_blocked *rows = planning->plan->blocked.items;
    for (int i = 0; i < planning->plan->blocked.n; i++) {
        bool is_same = rows[i].kind == row->kind && rows[i].to.day == row->to.day &&
                       rows[i].look_again.day == row->look_again.day &&
                       text_equal(rows[i].id, row->id);
        if (!is_same) continue;
        view_add(&rows[i].zones, zone, planning->arena);
        return;
    }
    struct plan_blocked own = *row;
    own.zones               = (struct names){NULL, 0, true};
    view_add(&own.zones, zone, planning->arena);
    add(planning, &own);
}

static enum status add_lead(struct planning *planning) {
    const struct limits_dates *dates = &planning->limits->dates;
    const struct parameter *lead = load_parameter(planning->view->knowledge, "plan.first_days_min");
    date_day                on   = planning->view->on;
    double                  days;
    TRY(planning_number(planning, "plan.first_days_min", &days));
    const struct limits_origin origin = {"plan.first_days_min", load_words(&lead->because),
                                         lead->sources, GRADE_D, lead->status};
    struct plan_blocked        row    = row_of(BLOCKED_LEAD, on, dates->earliest - 1, &origin);
    add(planning, &row);
    row = row_of(BLOCKED_TEST_SPOT, on, dates->first - 1, &dates->first_origin);
    if (dates->first > dates->earliest) add(planning, &row);
    return ST_OK;
}

static void add_deferrals(struct planning *planning) {
    for (int i = 0; i < planning->n_zones; i++) {
        const struct limits_place *place = planning->zones[i].place;
        const struct limits_wait  *waits = place->waits.items;
        for (int k = 0; k < place->waits.n; k++) {
            struct plan_blocked row =
                row_of(BLOCKED_DEFERRAL, planning->view->on, waits[k].from - 1, &waits[k].origin);
            add_zoned(planning, &row, place->zone);
        }
    }
}

static void add_spot(struct planning *planning) {
    const struct limits_task *tasks = planning->limits->tasks.items;
    for (int i = 0; i < planning->limits->tasks.n; i++) {
        if (tasks[i].kind != LIMITS_TEST_SPOT || !planning->test_spot) continue;
        struct plan_blocked row = row_of(BLOCKED_TEST_SPOT, planning->view->on,
                                         planning->wish->first - 1, &tasks[i].origin);
        add(planning, &row);
    }
}

// A zone that findings close with every device at hand; nothing says on which day it opens.
static void add_findings(struct planning *planning) {
    const struct limits_place *places = planning->limits->places.items;
    int                        n      = planning->limits->places.n;
    for (int i = 0; i < n; i++) {
        bool is_open = false;
        for (int k = 0; k < n; k++)
            is_open |= places[k].is_allowed && text_equal(places[k].zone, places[i].zone);
        if (is_open || text_equal(places[i].closed.rule, LIMITS_BY_HAND)) continue;
        struct plan_blocked row = row_of(BLOCKED_FINDING, planning->view->on, 0, &places[i].closed);
        row.look_again.day      = places[i].look_again;
        add_zoned(planning, &row, places[i].zone);
    }
}

// ---- after a sitting ----

// The days after a visit on which its zones rest. Where a treatment is split, a zone rests once the
// last of its visits is over. zones: NULL = all.
static void add_rest(struct planning *planning, date_day visit, date_day from,
                     const struct names *zones) {
    const struct limits_series *series = &planning->limits->series;
    int                         floor = series->floor_days, wished = planning->wish->floor_days;
    const char                 *day = planning_date(planning, visit);
    const char *const pairs[]  = {"date", day, "days", quote_number(floor, planning->arena), NULL};
    const char *const others[] = {"date", day, "days", quote_number(wished, planning->arena), NULL};
    struct limits_origin origin = series->floor;
    origin.because              = planning_said(planning, "blocked.healing", pairs);
    view_add(&origin.sources, "default", planning->arena);
    struct plan_blocked row = row_of(BLOCKED_HEALING, from, visit + floor - 1, &origin);
    if (zones) row.zones = *zones;
    if (floor) add(planning, &row);
    if (wished <= floor) return;
    origin = told(planning, "limits.interval_min", "blocked.interval", others, blocked_patient);
    row    = row_of(BLOCKED_INTERVAL, from, visit + wished - 1, &origin);
    if (zones) row.zones = *zones;
    add(planning, &row);
}

static void add_split(struct planning *planning, date_day visit) {
    const struct parameter    *split = load_parameter(planning->view->knowledge, "plan.split_days");
    const struct limits_origin origin = {"plan.split_days", load_words(&split->because),
                                         split->sources, GRADE_D, split->status};
    struct plan_blocked        row =
        row_of(BLOCKED_SPLIT, visit + 1, visit + planning->wish->split_days - 1, &origin);
    add(planning, &row);
}

static void add_visits(struct planning *planning) {
    date_day given = planning->wish->last_given, on = planning->view->on;
    if (given) add_rest(planning, given, given < on ? given + 1 : given, NULL);
    for (int i = 0; i < planning->n_dates; i++) {
        date_day     visit = planning->dates[i];
        struct names zones = {NULL, 0, true};
        for (int k = 0; k < planning->n_zones; k++)
            if (planning->zones[k].part_last == part_of(planning, i))
                view_add(&zones, planning->zones[k].place->zone, planning->arena);
        if (zones.n) add_rest(planning, visit, visit + 1, planning->n_parts > 1 ? &zones : NULL);
        if (planning->n_parts > 1) add_split(planning, visit);
    }
}

// ---- wishes, and the clinic ----

static void add_event(struct planning *planning, const struct schedule_span *span) {
    const struct patient_event *events = planning_wishes(planning)->events.items;
    const struct patient_event *event  = &events[span->index];
    date_day                    clear  = span->to - span->from;
    const char                 *day    = planning_date(planning, span->to);
    const char                 *what   = day;
    if (event->name) what = arena_format(planning->arena, "%s (%s)", day, event->name);
    const char *const pairs[] = {"what", what, "days", quote_number((double)clear, planning->arena),
                                 NULL};
    const struct limits_origin origin =
        told(planning, id_in(planning, "limits.events", span->index),
             clear ? "blocked.event_clear" : "blocked.event", pairs, blocked_patient);
    struct plan_blocked row = row_of(BLOCKED_EVENT, span->from, span->to, &origin);
    add(planning, &row);
}

static void add_wishes(struct planning *planning) {
    static const char *const    none[] = {NULL};
    const struct schedule_wish *wish   = planning->wish;
    for (int i = 0; i < wish->n_spans; i++) {
        const struct schedule_span *span = &wish->spans[i];
        if (span->limit == SCHEDULE_EVENTS) add_event(planning, span);
        if (span->limit != SCHEDULE_AWAY) continue;
        const struct limits_origin origin =
            told(planning, id_in(planning, "limits.days_away", span->index), "blocked.away", none,
                 blocked_patient);
        struct plan_blocked row = row_of(BLOCKED_AWAY, span->from, span->to, &origin);
        add(planning, &row);
    }
    if (!wish->latest) return;
    const char *const          pairs[] = {"date", planning_date(planning, wish->latest), NULL};
    const struct limits_origin origin =
        told(planning, "limits.latest_date", "blocked.latest", pairs, blocked_patient);
    struct plan_blocked row = row_of(BLOCKED_LATEST, wish->latest + 1, 0, &origin);
    add(planning, &row);
}

static void add_clinic(struct planning *planning) {
    static const char *const    none[] = {NULL};
    const struct clinic        *clinic = planning->wish->clinic;
    const struct clinic_closed *closed = clinic->closed.items;
    for (int i = 0; i < clinic->closed.n; i++) {
        const struct limits_origin origin = told(planning, id_in(planning, "clinic.closed", i),
                                                 "blocked.closed", none, blocked_clinic);
        struct plan_blocked        row =
            row_of(BLOCKED_CLOSED, closed[i].from.day, closed[i].to.day, &origin);
        add(planning, &row);
    }
    struct names shut = {NULL, 0, true};
    for (int i = 0; clinic->opening_days.is_present && clinic_weekdays[i]; i++)
        if (!view_has(&clinic->opening_days, clinic_weekdays[i]))
            view_add(&shut, clinic_weekdays[i], planning->arena);
    const struct limits_origin origin =
        told(planning, "clinic.opening_days", "blocked.opening_days", none, blocked_clinic);
    struct plan_blocked row = row_of(BLOCKED_OPENING_DAYS, planning->view->on, 0, &origin);
    row.weekdays            = shut;
    if (shut.n) add(planning, &row);
}

// ---- the whole ----

static int by_day(const void *one, const void *other) {
    const struct plan_blocked *a = one, *b = other;
    if (a->from.day != b->from.day) return a->from.day < b->from.day ? -1 : 1;
    if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
    if (a->to.day != b->to.day) return a->to.day < b->to.day ? -1 : 1;
    int ids = strcmp(a->id, b->id);
    if (ids || !a->zones.n || !b->zones.n) return ids;
    return strcmp(a->zones.items[0], b->zones.items[0]);
}

enum status blocked_plan(struct planning *planning) {
    planning->plan->blocked = (struct list){NULL, 0, true};
    add_findings(planning);
    if (planning->wish) {
        TRY(add_lead(planning));
        add_deferrals(planning);
        add_spot(planning);
        add_visits(planning);
        add_wishes(planning);
        add_clinic(planning);
    }
    if (planning->plan->blocked.n)
        qsort(planning->plan->blocked.items, (size_t)planning->plan->blocked.n,
              sizeof(struct plan_blocked), by_day);
    return ST_OK;
}
