// SPDX-License-Identifier: Apache-2.0
#include "planner/calendar.h"

#include "planner/part.h"
#include "planner/quote.h"
#include "planner/series.h"

static void add_entry(struct planning *planning, const struct plan_day *entry) {
    if (entry->date.day < planning->view->on) return;
    if (planning->plan->calendar.n >= LIMIT_CALENDAR) {
        planning->is_calendar_full = true;
        return;
    }
    limits_add(&planning->plan->calendar, entry, sizeof *entry, planning->arena);
}

static void add(struct planning *planning, date_day day, int kind, const char *text) {
    struct plan_day entry = {.date = {day, 0}, .kind = kind, .text = text};
    add_entry(planning, &entry);
}

static void add_said(struct planning *planning, date_day day, int kind, const char *id,
                     const char *const *pairs) {
    add(planning, day, kind, planning_said(planning, id, pairs));
}

static date_day open_from(const struct planning *planning, date_day day) {
    date_day open = clinic_open_from(planning->view->clinic, day);
    return open ? open : day;
}

// ---- what has to be done first ----

// Left off so many days before the next sitting, but not before today.
static date_day stop_day(const struct planning *planning, int days) {
    date_day day = planning->view->on;
    if (planning->n_dates && planning->dates[0] - days > day) day = planning->dates[0] - days;
    return day;
}

// One place for each group of zones that is treated, in the order of the zones.
static const char *spot_places(const struct planning *planning) {
    struct names places = {0};
    struct text  out    = text_new(planning->arena);
    for (int i = 0; i < planning->n_zones; i++) {
        int         region = planning->zones[i].place->region;
        struct text zones  = text_new(planning->arena);
        if (region == REGION_ABSENT) continue;
        for (int k = 0; k < planning->n_zones; k++)
            if (planning->zones[k].place->region == region)
                text_addf(&zones, "%s%s", zones.n ? ", " : "",
                          planning_inside(planning, load_words(&planning->zones[k].skin->label)));
        const char *const pairs[] = {"zones", zones.data, NULL};
        const char *id = arena_format(planning->arena, "plan.spot.%s", words_region[region - 1]);
        view_add(&places, planning_said(planning, id, pairs), planning->arena);
    }
    for (int i = 0; i < places.n; i++) text_addf(&out, "%s%s", i ? "; " : "", places.items[i]);
    return out.data;
}

static void add_spot(struct planning *planning, int days) {
    const char *const pairs[] = {"place", spot_places(planning), NULL};
    if (!planning->test_spot) return;
    add_said(planning, planning->test_spot, DAY_TEST_SPOT, "plan.test_spot", pairs);
    add_said(planning, open_from(planning, planning->test_spot + days), DAY_REVIEW,
             "plan.read_spot", pairs);
}

// One that was asked for already is for the clinic to run after.
static void add_letter(struct planning *planning, const struct limits_task *task) {
    char asked[DATE_WORDS_BYTES] = "";
    if (task->asked) date_words(task->asked, asked);
    const char *const pairs[] = {
        "because", task->origin.because, "topic", task->topic, "date", asked, NULL};
    struct plan_day entry = {.date = {task->date, 0}, .kind = DAY_PREPARATION};
    entry.text =
        planning_said(planning, task->asked ? "plan.letter_asked" : "plan.prepare_letter", pairs);
    if (task->asked) entry.clinic = FIELD_BOOL_TRUE;
    add_entry(planning, &entry);
}

static void add_task(struct planning *planning, const struct limits_task *task) {
    const char *const pairs[] = {"because", task->origin.because, "topic", task->topic, NULL};
    switch (task->kind) {
    case LIMITS_STOP:
        add_said(planning, stop_day(planning, task->days), DAY_PREPARATION, "plan.prepare_stop",
                 pairs);
        break;
    case LIMITS_PRESCRIBER:
        add_said(planning, task->date, DAY_PREPARATION, "plan.prepare_prescriber", pairs);
        break;
    case LIMITS_LETTER: add_letter(planning, task); break;
    case LIMITS_TEST_SPOT: add_spot(planning, task->days); break;
    case LIMITS_READ_SPOT:
        add_said(planning, open_from(planning, task->date), DAY_REVIEW, "plan.read_spot", pairs);
        break;
    case LIMITS_CLINICIAN:
        add_said(planning, task->date, DAY_PREPARATION, "plan.prepare_clinician", pairs);
        break;
    default:
        add_said(planning, open_from(planning, task->date), DAY_REVIEW, "plan.look_again", pairs);
    }
}

// ---- sittings and what follows them ----

static void add_sitting(struct planning *planning, int i) {
    int               part    = part_of(planning, i);
    const char       *count   = quote_number(planning->plan->series->chosen.value, planning->arena);
    const char *const pairs[] = {"number", quote_number(part_number(planning, i), planning->arena),
                                 "count",  count,
                                 "part",   quote_number(part + 1, planning->arena),
                                 "parts",  quote_number(planning->n_parts, planning->arena),
                                 "zones",  part_said(planning, part),
                                 NULL};
    add_said(planning, planning->dates[i], DAY_SESSION,
             planning->n_parts > 1 ? "plan.session_part" : "plan.session", pairs);
}

static bool is_photographed(const struct planning *planning) {
    return planning->view->patient->photo_consent != FACT_NO;
}

static bool has(const struct planning *planning, date_day day, int kind) {
    const struct plan_day *days = planning->plan->calendar.items;
    for (int i = 0; i < planning->plan->calendar.n; i++)
        if (days[i].date.day == day && days[i].kind == kind) return true;
    return false;
}

static void add_photo(struct planning *planning, date_day day) {
    if (is_photographed(planning) && !has(planning, day, DAY_PHOTO))
        add(planning, day, DAY_PHOTO, load_saying(planning->view->knowledge, "plan.photo"));
}

static void check_in(struct planning *planning, int i, int day) {
    const char *const pairs[] = {"day",    quote_number(day, planning->arena),
                                 "number", quote_number(part_number(planning, i), planning->arena),
                                 "part",   quote_number(part_of(planning, i) + 1, planning->arena),
                                 NULL};
    bool is_next = i + 1 < planning->n_dates && planning->dates[i] + day >= planning->dates[i + 1];
    if (!is_next)
        add_said(planning, planning->dates[i] + day, DAY_CHECK_IN,
                 planning->n_parts > 1 ? "plan.check_in_part" : "plan.check_in", pairs);
}

// Every day of the first week, then twice more, until the next sitting comes.
static enum status add_check_ins(struct planning *planning, int i) {
    double first, second, third;
    TRY(planning_number(planning, "plan.check_in_daily", &first));
    TRY(planning_number(planning, "plan.check_in_second", &second));
    TRY(planning_number(planning, "plan.check_in_third", &third));
    for (int day = 1; day <= (int)first; day++) check_in(planning, i, day);
    check_in(planning, i, (int)second);
    check_in(planning, i, (int)third);
    return ST_OK;
}

// The day on which a goal is reviewed; 0: none, or it is past. A last review on the day of the
// first is none.
static date_day review_of(const struct planning *planning, const struct limits_course *course,
                          bool is_last) {
    date_day review = series_review(planning, course, is_last);
    if (is_last && review == series_review(planning, course, false)) return 0;
    return review >= planning->view->on ? open_from(planning, review) : 0;
}

// The goals reviewed on that day, or NULL where all of them are.
static const char *goals_on(const struct planning *planning, date_day day, bool is_last) {
    const struct knowledge     *knowledge = planning->view->knowledge;
    const struct limits_course *courses   = planning->limits->series.courses.items;
    int                         n = planning->limits->series.courses.n, found = 0;
    struct text                 out = text_new(planning->arena);
    for (int i = 0; i < n; i++) {
        if (review_of(planning, &courses[i], is_last) != day) continue;
        const char *label = load_label(knowledge, "indications", courses[i].indication);
        text_addf(&out, "%s%s", found ? ", " : "",
                  found ? planning_inside(planning, label) : label);
        found++;
    }
    return found < n ? out.data : NULL;
}

// One entry for each day, which names its goals if not all of them are reviewed then.
static void add_reviews(struct planning *planning, bool is_last) {
    const struct limits_course *courses = planning->limits->series.courses.items;
    const char                 *all     = is_last ? "plan.review_last" : "plan.review_first";
    const char                 *some    = is_last ? "plan.review_last_of" : "plan.review_first_of";
    for (int i = 0; i < planning->limits->series.courses.n; i++) {
        date_day day     = review_of(planning, &courses[i], is_last);
        bool     is_said = !day;
        for (int k = 0; k < i; k++)
            is_said = is_said || review_of(planning, &courses[k], is_last) == day;
        if (is_said) continue;
        const char       *what    = goals_on(planning, day, is_last);
        const char *const pairs[] = {"what", what, NULL};
        add_said(planning, day, DAY_REVIEW, what ? some : all, pairs);
        add_photo(planning, day);
    }
}

// Nothing is left to be done but to look at the result.
static void say_complete(struct planning *planning) {
    const struct limits_course *courses = planning->limits->series.courses.items;
    date_day                    last    = 0;
    for (int i = 0; i < planning->limits->series.courses.n; i++) {
        date_day review = series_review(planning, &courses[i], true);
        if (review > last) last = review;
    }
    char        day[DATE_WORDS_BYTES];
    bool        is_past = last < planning->view->on;
    const char *id      = is_past ? "plan.complete_past" : "plan.complete";
    if (!last) return;
    date_words(is_past ? last : open_from(planning, last), day);
    const char *const pairs[] = {"n", quote_number(planning->limits->dates.given, planning->arena),
                                 "date", day, NULL};
    planning_remark(planning, id, planning_said(planning, id, pairs));
}

static enum status add_after(struct planning *planning) {
    date_day last = planning->limits->dates.last_given;
    double   days;
    TRY(planning_number(planning, "plan.maintenance_days", &days));
    if (planning->n_dates) last = planning->dates[planning->n_dates - 1];
    if (!last || !planning->plan->series) return ST_OK;
    add_reviews(planning, false);
    add_reviews(planning, true);
    if (planning->is_complete) say_complete(planning);
    const char *const none[] = {NULL};
    add_said(planning, open_from(planning, last + (int)days), DAY_MAINTENANCE, "plan.maintenance",
             none);
    return ST_OK;
}

// ---- in order ----

static bool is_before(const struct plan_day *a, const struct plan_day *b) {
    if (a->date.day != b->date.day) return a->date.day < b->date.day;
    return a->kind < b->kind;
}

static void sort(struct plan_day *days, int n) {
    for (int i = 1; i < n; i++)
        for (int k = i; k > 0 && is_before(&days[k], &days[k - 1]); k--) {
            struct plan_day other = days[k];
            days[k]               = days[k - 1];
            days[k - 1]           = other;
        }
}

enum status calendar_plan(struct planning *planning) {
    const struct limits_task *tasks  = planning->limits->tasks.items;
    const char *const         none[] = {NULL};
    planning->plan->calendar         = (struct list){NULL, 0, true};
    for (int i = 0; i < planning->limits->tasks.n; i++) add_task(planning, &tasks[i]);
    if (planning->first_possible)
        add_said(planning, planning->first_possible, DAY_REVIEW, "plan.first_possible", none);
    for (int i = 0; i < planning->n_dates; i++) {
        add_sitting(planning, i);
        add_photo(planning, planning->dates[i]);
        TRY(add_check_ins(planning, i));
    }
    TRY(add_after(planning));
    if (planning->is_calendar_full)
        return fault_at(planning->fault, ST_LIMIT, "plan: more entries in the calendar than %d",
                        LIMIT_CALENDAR);
    sort(planning->plan->calendar.items, planning->plan->calendar.n);
    return ST_OK;
}
