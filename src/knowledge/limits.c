// SPDX-License-Identifier: Apache-2.0
#include "knowledge/limits.h"

#include "knowledge/evaluate.h"
#include "knowledge/figure.h"
#include "knowledge/limits_base.h"
#include "knowledge/limits_place.h"
#include "knowledge/limits_task.h"

#include <assert.h>

// ---- dates ----

static void read_given(const struct view *view, struct limits_dates *dates) {
    const struct patient_sitting *given = view->patient->given.items;
    for (int i = 0; i < view->patient->given.n; i++) {
        date_day day        = given[i].date.day;
        bool     is_given   = given[i].status == GIVEN_GIVEN || given[i].status == GIVEN_ABSENT;
        bool     is_planned = given[i].status == GIVEN_PLANNED && day >= dates->on;
        if (is_given && day <= dates->on) dates->given++;
        if (is_given && day <= dates->on && day > dates->last_given) dates->last_given = day;
        if (is_given && day <= dates->on && (!dates->first_given || day < dates->first_given))
            dates->first_given = day;
        if (!is_planned) continue;
        struct when when = {.day = day};
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

// A course that goes on may go on today; a new one leaves time to think.
static enum status compile_dates(const struct view *view, struct limits *limits,
                                 struct fault *fault) {
    double earliest, preferred;
    TRY(limits_number(view->knowledge, "plan.first_days_min", &earliest, fault));
    TRY(limits_number(view->knowledge, "plan.first_days", &preferred, fault));
    struct limits_dates *dates = &limits->dates;
    dates->on                  = view->on;
    read_given(view, dates);
    sort_days(&dates->agreed);
    bool is_course   = dates->given || dates->agreed.n;
    dates->first     = view->on + (is_course ? 0 : (int)earliest);
    dates->earliest  = dates->first;
    dates->preferred = view->on + (is_course ? 0 : (int)preferred);
    return ST_OK;
}

// ---- the series ----

static int days_of(const struct figure *figure) {
    return figure && figure->value.is_known ? (int)figure->value.value : 0;
}

static void add_course(struct limits_series *series, const struct indication *indication,
                       const struct quantity *count, const struct quantity *interval,
                       struct arena *arena) {
    const struct limits_course *old    = series->courses.items;
    struct limits_course        course = {.indication = indication->id,
                                          .count      = count,
                                          .interval   = interval,
                                          .is_reviewed_from_first =
                                              indication->is_reviewed_from_first == FIELD_BOOL_TRUE,
                                          .review_first_days = days_of(indication->review_first),
                                          .review_last_days  = days_of(indication->review_last)};
    for (int i = 0; i < series->courses.n; i++)
        if (text_equal(old[i].indication, indication->id)) return;
    limits_add(&series->courses, &course, sizeof course, arena);
}

static void lead(struct limits_series *series, const struct indication *indication,
                 struct arena *arena) {
    const struct quantity *count =
        figure_quantity(indication->sessions, QUANTITY_ADVICE, "1", arena);
    const struct quantity *interval =
        figure_quantity(indication->interval, QUANTITY_ADVICE, "d", arena);
    add_course(series, indication, count, interval, arena);
    if (count && (!series->count || count->value.value > series->count->value.value)) {
        series->count      = count;
        series->indication = indication->id;
    }
    if (interval && interval->value.value > series->interval_days) {
        series->interval      = interval;
        series->interval_days = (int)interval->value.value;
    }
    if (indication->interval_floor.is_known &&
        indication->interval_floor.value > series->floor_days) {
        series->floor_days = (int)indication->interval_floor.value;
        series->floor = (struct limits_origin){indication->id, NULL, indication->sources, GRADE_D,
                                               STATUS_DEFAULT};
    }
}

static void compile_series(const struct view *view, struct limits *limits) {
    const struct limits_place *places = limits->places.items;
    for (int i = 0; i < limits->places.n; i++) {
        const struct indication *indication =
            load_indication(view->knowledge, places[i].indication);
        if (indication && places[i].is_allowed) lead(&limits->series, indication, view->arena);
    }
    if (limits->series.interval_days < limits->series.floor_days)
        limits->series.interval_days = limits->series.floor_days;
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

// ---- aftercare ----

static struct limits_advice advice_of(const struct view *view, const struct advice *advice) {
    const struct advice_variant *variants = advice->variants.items;
    struct limits_advice         out      = {.id        = advice->id,
                                             .text      = load_words(&advice->text),
                                             .is_do     = advice->is_do,
                                             .is_always = advice->to.word != 0,
                                             .from_h    = advice->from.value,
                                             .to_h      = advice->to.value,
                                             .sources   = advice->sources,
                                             .grade     = advice->grade,
                                             .status    = advice->status};
    for (int i = 0; i < advice->variants.n; i++) {
        struct evaluate_item person  = {0};
        struct names         missing = {0};
        struct limits_end    end     = {variants[i].depth_at_least.value, variants[i].to.value};
        if (evaluate_tests(view, &variants[i].where, &person, &missing) == TRUTH_TRUE)
            limits_add(&out.ends, &end, sizeof end, view->arena);
    }
    return out;
}

static void compile_advice(const struct view *view, struct limits *limits) {
    const struct advice  *all = view->knowledge->all.advice.items;
    int                   n   = view->knowledge->all.advice.n;
    struct limits_advice *out = ARENA_NEW(view->arena, struct limits_advice, n);
    for (int i = 0; i < n; i++) out[i] = advice_of(view, &all[i]);
    limits->advice = (struct list){out, n, true};
}

enum status limits_compile(const struct view *view, const struct screening *screening,
                           struct limits *limits, struct fault *fault) {
    *limits = (struct limits){0};
    TRY(compile_dates(view, limits, fault));
    TRY(compile_places(view, screening, limits, fault));
    compile_series(view, limits);
    compile_agents(view, screening, limits);
    compile_advice(view, limits);
    TRY(limits_task_all(view, screening, limits, fault));
    return limits_task_ways(view, limits, fault);
}
