// SPDX-License-Identifier: Apache-2.0
#include "knowledge/limits.h"

#include "knowledge/figure.h"
#include "knowledge/limits_advice.h"
#include "knowledge/limits_base.h"
#include "knowledge/limits_given.h"
#include "knowledge/limits_later.h"
#include "knowledge/limits_place.h"
#include "knowledge/limits_task.h"

#include <assert.h>
#include <math.h>

// ---- dates ----

// The zones that may be treated; where there are none, those that were asked for.
static struct names zones_of(const struct view *view, const struct limits *limits) {
    const struct limits_place *places = limits->places.items;
    struct names               zones  = {0};
    for (int i = 0; i < limits->places.n; i++)
        if (places[i].is_allowed) view_add(&zones, places[i].zone, view->arena);
    return zones.n ? zones : view->goal_zones;
}

static void read_given(const struct view *view, struct limits *limits) {
    const struct patient_sitting *given   = view->patient->given.items;
    const struct limits_course   *courses = limits->series.courses.items;
    struct limits_dates          *dates   = &limits->dates;
    struct names                  zones   = zones_of(view, limits);
    struct limits_given           all     = limits_given_to(view, &zones);
    dates->first_given                    = all.first;
    dates->last_given                     = all.last;
    dates->given                          = all.n;
    for (int i = 0; i < limits->series.courses.n; i++)
        if (text_equal(courses[i].indication, limits->series.indication))
            dates->given = courses[i].given.n;
    for (int i = 0; i < view->patient->given.n; i++) {
        struct when when = {.day = given[i].date.day};
        if (given[i].status == GIVEN_PLANNED && when.day >= dates->on &&
            limits_given_meets(view, &given[i], &zones))
            limits_add(&dates->agreed, &when, sizeof when, view->arena);
    }
}

static void sort_days(struct list *days) {
    struct when *when = days->items;
    for (int i = 1; i < days->n; i++)
        for (int k = i; k > 0 && when[k].day < when[k - 1].day; k--) {
            struct when other = when[k];
            when[k]           = when[k - 1];
            when[k - 1]       = other;
        }
}

// Where a plain number of ours comes from.
static struct limits_origin origin_of(const struct view *view, const char *id) {
    const struct parameter *parameter = load_parameter(view->knowledge, id);
    return (struct limits_origin){id, load_words(&parameter->because), parameter->sources, GRADE_D,
                                  parameter->status};
}

// A course that goes on may go on today; a new one leaves time to think.
static enum status compile_dates(const struct view *view, struct limits *limits,
                                 struct fault *fault) {
    double earliest, preferred;
    TRY(limits_number(view->knowledge, "plan.first_days_min", &earliest, fault));
    TRY(limits_number(view->knowledge, "plan.first_days", &preferred, fault));
    struct limits_dates *dates = &limits->dates;
    dates->on                  = view->on;
    read_given(view, limits);
    sort_days(&dates->agreed);
    bool is_course      = dates->given || dates->agreed.n;
    dates->first        = view->on + (is_course ? 0 : (int)earliest);
    dates->earliest     = dates->first;
    dates->first_origin = origin_of(view, "plan.first_days_min");
    dates->preferred    = view->on + (is_course ? 0 : (int)preferred);
    return ST_OK;
}

// ---- the series ----

static int days_of(const struct figure *figure) {
    return figure && figure->value.is_known ? (int)figure->value.value : 0;
}

static void add_course(const struct view *view, struct limits_series *series,
                       const struct indication *indication) {
    const struct limits_course *old    = series->courses.items;
    struct names                parts  = limits_given_parts(view, indication->id);
    struct limits_course        course = {.indication = indication->id,
                                          .is_reviewed_from_first =
                                              indication->is_reviewed_from_first == FIELD_BOOL_TRUE,
                                          .review_first_days = days_of(indication->review_first),
                                          .review_last_days  = days_of(indication->review_last),
                                          .given             = limits_given_to(view, &parts)};
    for (int i = 0; i < series->courses.n; i++)
        if (text_equal(old[i].indication, indication->id)) return;
    course.count    = figure_quantity(indication->sessions, QUANTITY_ADVICE, "1", view->arena);
    course.interval = figure_quantity(indication->interval, QUANTITY_ADVICE, "d", view->arena);
    limits_add(&series->courses, &course, sizeof course, view->arena);
}

static void raise_floor(struct limits_series *series, const struct indication *indication) {
    if (indication->interval_floor.is_known &&
        indication->interval_floor.value > series->floor_days) {
        series->floor_days = (int)indication->interval_floor.value;
        series->floor = (struct limits_origin){indication->id, NULL, indication->sources, GRADE_D,
                                               STATUS_DEFAULT};
    }
}

static int still_to_come(const struct limits_course *course) {
    int n = course->count ? (int)course->count->value.value - course->given.n : 0;
    return n > 0 ? n : 0;
}

// Is a the one that leads, rather than b?
static bool is_ahead(const struct limits_course *a, const struct limits_course *b) {
    int first = still_to_come(a), second = still_to_come(b);
    if (first != second) return first > second;
    return a->count->value.value > b->count->value.value;
}

// The course of the goal that leads: most sittings still to come. NULL: none has a count.
static const struct limits_course *leader(const struct limits_series *series) {
    const struct limits_course *all = series->courses.items, *first = NULL;
    for (int i = 0; i < series->courses.n; i++)
        if (all[i].count && (!first || is_ahead(&all[i], first))) first = &all[i];
    return first;
}

// ---- the interval of all goals ----

struct overlap {   // of what was studied for every goal
    double       low, high;
    struct names sources;
};

static struct overlap overlap_of(const struct view *view, const struct limits_series *series) {
    const struct limits_course *all     = series->courses.items;
    struct overlap              overlap = {0, INFINITY, {0}};
    for (int i = 0; i < series->courses.n; i++) {
        const struct quantity *interval = all[i].interval;
        if (!interval) continue;
        overlap.low  = fmax(overlap.low, interval->low.value);
        overlap.high = fmin(overlap.high, interval->high.value);
        for (int k = 0; k < interval->sources.n; k++)
            view_add(&overlap.sources, interval->sources.items[k], view->arena);
    }
    return overlap;
}

static struct amount days(double value) {
    return (struct amount){.value = value, .is_known = true};
}

// A choice of ours, within the ranges of all goals.
static struct quantity *interval_between(const struct view *view, const struct overlap *overlap,
                                         double value) {
    char             low[32], high[32];
    struct quantity *interval = ARENA_NEW(view->arena, struct quantity, 1);
    text_number(low, overlap->low);
    text_number(high, overlap->high);
    const char *const pairs[] = {"low", low, "high", high, NULL};
    *interval       = (struct quantity){.kind = QUANTITY_ADVICE, .unit = "d", .predictable = true};
    interval->value = days(value);
    interval->low   = days(overlap->low);
    interval->high  = days(overlap->high);
    interval->sources = overlap->sources;
    interval->status  = STATUS_DEFAULT;
    interval->grade   = GRADE_D;
    const char *id    = overlap->low < overlap->high ? "plan.interval_goals" : "plan.interval_one";
    interval->because = load_filled(load_saying(view->knowledge, id), pairs, view->arena);
    view_add(&interval->sources, "default", view->arena);
    return interval;
}

// The longest that a goal asks for, if it lies within what was studied for every goal; else the
// nearest that does; if none does, that of the goal that leads.
static const struct quantity *interval_of(const struct view          *view,
                                          const struct limits_series *series) {
    const struct limits_course *all = series->courses.items, *first = leader(series);
    const struct quantity      *longest = NULL;
    struct overlap              overlap = overlap_of(view, series);
    for (int i = 0; i < series->courses.n; i++)
        if (all[i].interval && (!longest || all[i].interval->value.value > longest->value.value))
            longest = all[i].interval;
    if (!longest) return NULL;
    if (overlap.low > overlap.high) return first && first->interval ? first->interval : longest;
    double value = fmin(fmax(longest->value.value, overlap.low), overlap.high);
    return value == longest->value.value ? longest : interval_between(view, &overlap, value);
}

static void compile_series(const struct view *view, struct limits *limits) {
    const struct limits_place *places = limits->places.items;
    struct limits_series      *series = &limits->series;
    for (int i = 0; i < limits->places.n; i++) {
        const struct indication *indication =
            load_indication(view->knowledge, places[i].indication);
        if (!indication || !places[i].is_allowed) continue;
        add_course(view, series, indication);
        raise_floor(series, indication);
    }
    const struct limits_course *first = leader(series);
    series->indication                = first ? first->indication : NULL;
    series->count                     = first ? first->count : NULL;
    series->interval                  = interval_of(view, series);
    if (series->interval) series->interval_days = (int)series->interval->value.value;
    if (series->interval_days < series->floor_days) series->interval_days = series->floor_days;
}

// ---- places and agents ----

static enum status operator_of(const struct view *view, const struct clinic_operator **found,
                               struct fault *fault) {
    const struct clinic_operator *operators = view->clinic->operators.items;
    const char                   *id        = view->patient->operator_id;
    *found                                  = NULL;
    for (int i = 0; id && i < view->clinic->operators.n; i++)
        if (text_equal(operators[i].id, id)) *found = &operators[i];
    const struct field_node *file = &view->patient->place;
    if (id && !*found)
        return fault_at(
            fault, ST_CONTENT,
            "%s%soperator: %s: is no operator of the clinic; allowed: an id of its "
            "operators",
            file->doc
                ? field_place(file->doc, doc_child(file->doc, file->node, "operator"), view->arena)
                : "",
            file->doc ? ": " : "", id);
    return ST_OK;
}

static enum status compile_places(const struct view *view, const struct screening *screening,
                                  struct limits *limits, struct fault *fault) {
    const struct option_verdict  *options = screening->options.items;
    const struct clinic_operator *operator;
    TRY(operator_of(view, &operator, fault));
    assert(screening->options.n <= LIMIT_OPTIONS);
    struct limits_place *places = ARENA_NEW(view->arena, struct limits_place, screening->options.n);
    for (int i = 0; i < screening->options.n; i++) {
        places[i] = limits_place_of(view, screening, &options[i], operator);
        if (places[i].is_allowed) limits->is_open = true;
    }
    limits->places = (struct list){places, screening->options.n, true};
    return ST_OK;
}

static void close_agents(const struct view *view, const struct finding *finding,
                         const struct names *ids, struct limits *limits) {
    for (int i = 0; i < ids->n; i++) {
        struct limits_agent agent = {ids->items[i], limits_base_origin(finding)};
        limits_add(&limits->agents, &agent, sizeof agent, view->arena);
    }
}

static void compile_agents(const struct view *view, const struct screening *screening,
                           struct limits *limits) {
    const struct finding *findings = screening->findings.items;
    limits->agents                 = (struct list){NULL, 0, true};
    for (int i = 0; i < screening->findings.n; i++) {
        if (!findings[i].counts) continue;
        close_agents(view, &findings[i], &findings[i].excludes, limits);
        if (findings[i].class >= CLASS_CLEARANCE)
            close_agents(view, &findings[i], &findings[i].scope->agents, limits);
    }
}

// Money of another currency is never held against a price.
static enum status check_budget(const struct view *view, struct fault *fault) {
    const struct patient    *patient = view->patient;
    const struct money      *budget  = patient->limits ? &patient->limits->budget : NULL;
    const struct field_node *file    = &patient->place;
    const char              *place   = "patient";
    if (!budget || !*budget->currency || text_equal(budget->currency, view->clinic->currency))
        return ST_OK;
    if (file->doc)
        place = field_place(
            file->doc, doc_child(file->doc, doc_child(file->doc, file->node, "limits"), "budget"),
            view->arena);
    return fault_at(fault, ST_CONTENT,
                    "%s: limits.budget: %g %s: is not in the currency of the clinic; allowed: %s",
                    place, budget->value, budget->currency, view->clinic->currency);
}

enum status limits_compile(const struct view *view, const struct screening *screening,
                           struct limits *limits, struct fault *fault) {
    *limits = (struct limits){0};
    TRY(compile_places(view, screening, limits, fault));
    TRY(check_budget(view, fault));
    compile_series(view, limits);
    TRY(compile_dates(view, limits, fault));
    limits_later(view, screening, limits);
    compile_agents(view, screening, limits);
    limits_advice_all(view, limits);
    TRY(limits_task_all(view, screening, limits, fault));
    return limits_task_ways(view, limits, fault);
}
