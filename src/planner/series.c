// SPDX-License-Identifier: Apache-2.0
#include "planner/series.h"

#include "knowledge/limits_given.h"
#include "planner/part.h"
#include "planner/quote.h"
#include "planner/schedule.h"
#include "planner/series_count.h"
#include "planner/visit.h"

#include <math.h>

enum { DAYS_OF_WEEK = 7 };

struct wanting {
    struct schedule_wish wish;
    date_day             first_unscreened;   // as if no finding deferred and no spot were needed
    struct series_count  count;
};

static int whole(const struct amount *amount, int otherwise) {
    return amount->is_known ? (int)amount->value : otherwise;
}

// ---- which days ----

static void add_spans(const struct planning *planning, struct schedule_wish *wish) {
    const struct patient_limits *wishes = planning_wishes(planning);
    const struct patient_event  *events = wishes->events.items;
    const struct patient_away   *away   = wishes->days_away.items;
    struct schedule_span        *spans =
        ARENA_NEW(planning->arena, struct schedule_span, wishes->events.n + wishes->days_away.n);
    int n = 0;
    for (int i = 0; i < wishes->events.n; i++)
        spans[n++] = (struct schedule_span){events[i].date.day - whole(&events[i].clear_days, 0),
                                            events[i].date.day, SCHEDULE_EVENTS, i};
    for (int i = 0; i < wishes->days_away.n; i++)
        spans[n++] = (struct schedule_span){
            away[i].from.day, away[i].to.day ? away[i].to.day : away[i].from.day, SCHEDULE_AWAY, i};
    wish->spans   = spans;
    wish->n_spans = n;
}

// The last of the days before which a planned zone may not be treated.
static date_day screened_first(const struct planning *planning) {
    date_day first = planning->limits->dates.first;
    for (int i = 0; i < planning->n_zones; i++)
        if (planning->zones[i].place->from > first) first = planning->zones[i].place->from;
    return first;
}

// A test spot comes first, on the first free day, and is read before the first sitting.
static void wait_for_spot(struct planning *planning, struct schedule_wish *wish) {
    const struct limits_task *tasks = planning->limits->tasks.items;
    for (int i = 0; i < planning->limits->tasks.n; i++) {
        if (tasks[i].kind != LIMITS_TEST_SPOT) continue;
        planning->test_spot = schedule_free_from(wish, wish->first);
        if (planning->test_spot) wish->first = planning->test_spot + tasks[i].days;
    }
}

// On which day each part may follow the one before, and which it follows.
static enum status wish_parts(struct planning *planning, struct schedule_wish *wish) {
    int   *last_same = ARENA_NEW(planning->arena, int, planning->n_parts);
    double days;
    TRY(planning_number(planning, "plan.split_days", &days));
    for (int p = 0; p < planning->n_parts; p++) last_same[p] = part_last_same(planning, p);
    wish->parts      = planning->n_parts;
    wish->split_days = (int)days;
    wish->last_same  = last_same;
    return ST_OK;
}

// As it is asked for, or as the goals have it; never below what must lie between two treatments.
static int interval_days(const struct planning *planning, bool is_unasked, int floor_days) {
    int days  = planning->limits->series.interval_days;
    int asked = is_unasked ? 0 : whole(&planning_asked(planning)->interval, 0);
    if (asked) days = asked;
    return days < floor_days ? floor_days : days;
}

static int visits_of(const struct planning *planning, int target, int parts) {
    int given = planning->limits->dates.given;
    int n     = target > given ? target - given : 0;
    return n > LIMIT_VISITS / parts ? LIMIT_VISITS / parts : n;
}

static enum status wish_days(struct planning *planning, struct wanting *want) {
    const struct patient_limits *wishes  = planning_wishes(planning);
    const struct limits_dates   *dates   = &planning->limits->dates;
    const struct limits_series  *series  = &planning->limits->series;
    int                          nearest = whole(&wishes->interval_min, 0);
    struct schedule_wish        *wish    = &want->wish;
    *wish                                = (struct schedule_wish){
                                       .first      = screened_first(planning),
                                       .preferred  = dates->preferred,
                                       .latest     = wishes->latest_date.day,
                                       .last_given = dates->last_given,
                                       .floor_days = series->floor_days,
                                       .clinic     = planning->view->clinic,
                                       .agreed     = dates->agreed.items,
                                       .n_agreed   = dates->agreed.n,
    };
    TRY(wish_parts(planning, wish));
    if (wish->floor_days < nearest) wish->floor_days = nearest;
    wish->interval_days    = interval_days(planning, false, wish->floor_days);
    wish->count            = visits_of(planning, want->count.target, wish->parts);
    want->first_unscreened = dates->first;
    add_spans(planning, wish);
    if (wish->count) wait_for_spot(planning, wish);
    return ST_OK;
}

// ---- what stands against what ----

static int fit_without(const struct wanting *want, int limit) {
    struct schedule_wish  wish  = want->wish;
    struct schedule_span *spans = NULL, kept[2 * LIMIT_LIST_ITEMS];
    int                   n     = 0;
    for (int i = 0; i < wish.n_spans; i++)
        if (wish.spans[i].limit != limit) kept[n++] = wish.spans[i];
    spans        = kept;
    wish.spans   = spans;
    wish.n_spans = n;
    if (limit == SCHEDULE_CLOSED) wish.clinic = NULL;
    return schedule_course(&wish).n;
}

// The wish that, taken away, would let more sittings fit.
static const char *against(const struct planning *planning, const struct wanting *want, int n) {
    if (want->wish.latest && want->wish.latest < planning->limits->dates.earliest)
        return "screening";
    struct schedule_wish unscreened = want->wish;
    unscreened.first                = want->first_unscreened;
    if (unscreened.first < want->wish.first && schedule_course(&unscreened).n > n)
        return "screening";
    if (fit_without(want, SCHEDULE_EVENTS) > n) return "events";
    if (fit_without(want, SCHEDULE_AWAY) > n) return "days_away";
    if (fit_without(want, SCHEDULE_CLOSED) > n) return "opening_days";
    return want->wish.latest ? "interval" : "opening_days";
}

date_day series_review(const struct planning *planning, const struct limits_course *course,
                       bool is_last) {
    int      n     = planning->n_dates;
    int      days  = is_last ? course->review_last_days : course->review_first_days;
    date_day first = course->given.first, last = course->given.last;
    if (n) last = planning->dates[n - 1];
    if (n && !first) first = planning->dates[0];
    date_day from = course->is_reviewed_from_first ? first : last;
    return from && days ? from + days : 0;
}

// Some goal is reviewed for the first time after the result is wished for.
static bool is_reviewed_late(const struct planning *planning, date_day result_by) {
    const struct limits_course *courses = planning->limits->series.courses.items;
    for (int i = 0; i < planning->limits->series.courses.n; i++)
        if (series_review(planning, &courses[i], false) > result_by) return true;
    return false;
}

// A sitting that something pushes beyond the longest interval; closed days, by a week or more.
static void clash_intervals(struct planning *planning, const struct wanting *want,
                            const struct schedule_found *found) {
    const struct quantity *interval = planning->limits->series.interval;
    double most = interval ? fmax(interval->high.value, want->wish.interval_days) : INFINITY;
    for (int i = 0; i < found->n * want->wish.parts; i++) {
        date_day before  = schedule_before(&want->wish, found, i);
        int      gap     = before ? found->dates[i] - before : 0;
        bool     is_long = gap > most;
        if (found->moved_by[i] == SCHEDULE_EVENTS && is_long)
            planning_clash(planning, "events", "interval");
        if (found->moved_by[i] == SCHEDULE_AWAY && is_long)
            planning_clash(planning, "days_away", "interval");
        if (found->moved_by[i] == SCHEDULE_CLOSED && is_long &&
            gap >= want->wish.interval_days + DAYS_OF_WEEK)
            planning_clash(planning, "interval", "opening_days");
    }
}

// Shorter visits would be more of them: a clash only with a wish for few.
// The wish for short visits is met if three quarters of the members keep it.
static void hold_visit(struct planning *planning, double most) {
    const struct ensemble_band *minutes = &planning->visit_minutes;
    bool                        is_long = visit_late(minutes) > most;
    const char                 *share   = visit_share_said(planning, minutes, most);
    const char                 *id      = is_long ? "plan.visit_long" : "plan.visit_share";
    const char *const pairs[] = {"minutes", quote_number(visit_late(minutes), planning->arena),
                                 "most",    quote_number(most, planning->arena),
                                 "share",   share,
                                 NULL};
    planning_remark(planning, id, planning_said(planning, id, pairs));
    if (is_long && planning_wishes(planning)->sessions_max.is_known)
        planning_clash(planning, "visit_minutes", "sessions_max");
}

// Skin has to heal, and the person may want longer: an interval asked for undercuts neither.
static void clash_asked(struct planning *planning) {
    int asked = whole(&planning_asked(planning)->interval, 0);
    int least = whole(&planning_wishes(planning)->interval_min, 0);
    if (!asked) return;
    if (asked < planning->limits->series.floor_days)
        planning_clash(planning, "settings.interval", "interval");
    if (asked < least) planning_clash(planning, "settings.interval", "interval_min");
}

static void clash_rest(struct planning *planning, const struct wanting *want,
                       const struct schedule_found *found) {
    const struct patient_limits *wishes = planning_wishes(planning);
    clash_asked(planning);
    if (found->n < want->wish.count)
        planning_clash(planning, wishes->latest_date.day ? "latest_date" : "interval",
                       against(planning, want, found->n));
    clash_intervals(planning, want, found);
    if (wishes->result_by.day && found->n && is_reviewed_late(planning, wishes->result_by.day))
        planning_clash(planning, "result_by", "review");
    if (wishes->visit_minutes.is_known && found->n)
        hold_visit(planning, wishes->visit_minutes.value);
}

// ---- the plan ----

// What the goal that leads was given, numbered within its course; one that was cancelled has the
// number that the next one takes.
static void add_given(struct planning *planning) {
    const struct patient         *patient = planning->view->patient;
    const struct patient_sitting *given   = patient->given.items;
    const char                   *leads   = planning->limits->series.indication;
    struct names                  zones =
        leads ? limits_given_parts(planning->view, leads) : planning->view->goal_zones;
    int n                    = 0;
    planning->plan->sessions = (struct list){NULL, 0, true};
    for (int i = 0; i < patient->given.n; i++) {
        int status = given[i].status ? given[i].status : GIVEN_GIVEN;
        if (status == GIVEN_PLANNED || !limits_given_meets(planning->view, &given[i], &zones))
            continue;
        struct plan_session session = {.number = quote_amount(n + 1),
                                       .date   = given[i].date,
                                       .status = status,
                                       .steps  = {NULL, 0, true}};
        n += status == GIVEN_GIVEN;
        limits_add(&planning->plan->sessions, &session, sizeof session, planning->arena);
    }
}

// Every visit, with its own zones and steps. steps [n_parts]
static void add_planned(struct planning *planning, const struct schedule_found *found,
                        const struct list *steps) {
    for (int i = 0; i < found->n * planning->n_parts; i++) {
        int                 part    = part_of(planning, i);
        struct plan_session session = {.number = quote_amount(part_number(planning, i)),
                                       .date   = {.day = found->dates[i]},
                                       .status = SESSION_PLANNED,
                                       .zones  = part_zones(planning, part),
                                       .steps  = steps[part]};
        if (planning->n_parts > 1) session.part = quote_amount(part + 1);
        limits_add(&planning->plan->sessions, &session, sizeof session, planning->arena);
        planning->dates[planning->n_dates++] = found->dates[i];
    }
}

static void add_disputes(struct planning *planning, struct plan_series *series) {
    const struct list    *all      = &planning->view->knowledge->all.disputes;
    const struct dispute *disputes = all->items;
    series->disagreement           = (struct list){NULL, 0, true};
    for (int i = 0; i < all->n; i++) {
        const struct dispute *one = &disputes[i];
        if (!view_has(&one->indications, planning->limits->series.indication)) continue;
        if (!view_has(&one->about, "sessions") && !view_has(&one->about, "interval")) continue;
        struct plan_dispute dispute = quote_dispute(one);
        limits_add(&series->disagreement, &dispute, sizeof dispute, planning->arena);
    }
}

// The interval that is planned. One that was wished for is a choice of the person: the range stays
// what was published if it lies inside, and goes with the wish if it does not.
static struct quantity *interval_of(const struct planning *planning, int days) {
    const struct quantity *own      = planning->limits->series.interval;
    struct quantity       *interval = ARENA_NEW(planning->arena, struct quantity, 1);
    if (!own) return NULL;
    *interval = *own;
    if (days == own->value.value) return interval;
    interval->value = quote_amount(days);
    if (days < own->low.value || days > own->high.value)
        interval->low = interval->high = interval->value;
    const char *const pairs[] = {
        "asked",   quote_number(days, planning->arena),
        "advised", quote_number(planning->unasked.interval_days, planning->arena),
        "low",     quote_number(own->low.value, planning->arena),
        "high",    quote_number(own->high.value, planning->arena),
        NULL};
    bool        is_asked  = whole(&planning_asked(planning)->interval, 0) == days;
    bool        is_wished = planning_wishes(planning)->interval_min.is_known;
    const char *id        = is_wished ? "plan.interval_wished" : "plan.interval_floor";
    if (is_asked) id = "plan.interval_asked";
    interval->because = planning_said(planning, id, pairs);
    view_add(&interval->sources, is_asked || is_wished ? "patient" : "default", planning->arena);
    interval->status = STATUS_DEFAULT;
    interval->grade  = GRADE_D;
    return interval;
}

// Not before the first day, nor nearer to the last sitting than the floor.
static date_day nearest_day(const struct schedule_wish *wish) {
    date_day after = wish->last_given ? wish->last_given + wish->floor_days : 0;
    return after > wish->first ? after : wish->first;
}

// What the course asks of a goal beyond the range that was studied for it, because of another goal.
static void say_outside(struct planning *planning, const struct limits_course *course,
                        const struct quantity *range, const char *id, double planned) {
    if (!range || (planned >= range->low.value && planned <= range->high.value)) return;
    const char *const pairs[] = {
        "what", load_label(planning->view->knowledge, "indications", course->indication),
        "n",    quote_number(planned, planning->arena),
        "low",  quote_number(range->low.value, planning->arena),
        "high", quote_number(range->high.value, planning->arena),
        NULL};
    planning_remark(planning, id, planning_said(planning, id, pairs));
}

// Another goal of the course had more sittings before, or fewer, than the one that leads.
static void say_given(struct planning *planning, const struct limits_course *course, double n) {
    const char *const pairs[] = {
        "what",  load_label(planning->view->knowledge, "indications", course->indication),
        "given", quote_number(course->given.n, planning->arena),
        "n",     quote_number(n, planning->arena),
        NULL};
    planning_remark(planning, "plan.goal_given", planning_said(planning, "plan.goal_given", pairs));
}

static void say_goals(struct planning *planning, int interval_days) {
    const struct limits_course *courses = planning->limits->series.courses.items;
    int                         n       = planning->limits->series.courses.n;
    for (int i = 0; n > 1 && planning->plan->series->chosen.value > 0 && i < n; i++) {
        double count = courses[i].given.n + part_treatments(planning);
        if (courses[i].given.n != planning->limits->dates.given)
            say_given(planning, &courses[i], count);
        say_outside(planning, &courses[i], courses[i].count, "plan.goal_count", count);
        say_outside(planning, &courses[i], courses[i].interval, "plan.goal_interval",
                    interval_days);
    }
}

static void say_first_possible(struct planning *planning, const struct wanting *want) {
    char day[DATE_WORDS_BYTES];
    planning->first_possible = schedule_free_from(&want->wish, nearest_day(&want->wish));
    if (!planning->first_possible) {
        planning_remark(planning, "plan.none_free",
                        load_saying(planning->view->knowledge, "plan.none_free"));
        return;
    }
    date_words(planning->first_possible, day);
    const char *const pairs[] = {"date", day, NULL};
    planning_remark(planning, "plan.none_fits", planning_said(planning, "plan.none_fits", pairs));
}

// What was agreed earlier and cannot be kept.
static void say_agreed(struct planning *planning, const struct schedule_found *found) {
    const struct when *agreed = planning->limits->dates.agreed.items;
    for (int i = 0; i < planning->limits->dates.agreed.n; i++) {
        char        day[DATE_WORDS_BYTES], other[DATE_WORDS_BYTES] = "";
        const char *id   = i < found->n ? "plan.agreed_moved" : "plan.agreed_dropped";
        date_day    kept = i < found->n ? found->dates[i * planning->n_parts] : 0;
        if (kept == agreed[i].day) continue;
        date_words(agreed[i].day, day);
        if (kept) date_words(kept, other);
        const char *const pairs[] = {"date", day, "other", other, NULL};
        planning_remark(planning, id, planning_said(planning, id, pairs));
    }
}

// What would be planned had nothing been asked for.
static void plan_unasked(struct planning *planning, const struct wanting *want) {
    struct schedule_wish wish       = want->wish;
    struct series_count  count      = series_count_of(planning, true);
    wish.interval_days              = interval_days(planning, true, wish.floor_days);
    wish.count                      = visits_of(planning, count.target, wish.parts);
    planning->unasked.sessions      = planning->limits->dates.given + schedule_course(&wish).n;
    planning->unasked.interval_days = wish.interval_days;
}

enum status series_plan(struct planning *planning) {
    struct wanting want = {.first_unscreened = 0};
    add_given(planning);
    struct schedule_found found = {.n = 0};
    if (planning->n_zones == 0 || !planning->limits->series.count) {
        say_agreed(planning, &found);
        return ST_OK;
    }
    struct list *steps = ARENA_NEW(planning->arena, struct list, planning->n_parts);
    for (int p = 0; p < planning->n_parts; p++) steps[p] = visit_steps(planning, p);
    want.count            = series_count_of(planning, false);
    planning->is_complete = want.count.is_complete;
    series_count_say(planning, &want.count);
    TRY(wish_days(planning, &want));
    plan_unasked(planning, &want);
    planning->n_wanted          = want.wish.count;
    planning->wish              = ARENA_NEW(planning->arena, struct schedule_wish, 1);
    *planning->wish             = want.wish;
    found                       = schedule_course(&want.wish);
    planning->has.sessions      = planning->limits->dates.given + found.n;
    planning->has.interval_days = want.wish.interval_days;
    struct plan_series *series  = ARENA_NEW(planning->arena, struct plan_series, 1);
    struct quantity    *count   = ARENA_NEW(planning->arena, struct quantity, 1);
    *count                      = *planning->limits->series.count;
    series->count               = count;
    series->interval            = interval_of(planning, want.wish.interval_days);
    series->chosen              = quote_amount(planning->limits->dates.given + found.n);
    planning->plan->series      = series;
    add_disputes(planning, series);
    add_planned(planning, &found, steps);
    clash_rest(planning, &want, &found);
    say_agreed(planning, &found);
    say_goals(planning, want.wish.interval_days);
    if (want.wish.count && !found.n) say_first_possible(planning, &want);
    return ST_OK;
}
