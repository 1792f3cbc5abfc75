// SPDX-License-Identifier: Apache-2.0
#include "planner/clashes.h"

#include "planner/part.h"
#include "planner/quote.h"

enum { CLASHES_PAIRS = 48 };

struct facts {   // name, value, name, value, ..., NULL: places of the texts
    const char            *pairs[CLASHES_PAIRS];
    int                    n;
    const struct planning *planning;
};

static void put(struct facts *facts, const char *name, const char *value) {
    facts->pairs[facts->n++] = name;
    facts->pairs[facts->n++] = value;
}

static void put_number(struct facts *facts, const char *name, double value) {
    put(facts, name, quote_number(value, facts->planning->arena));
}

static void put_day(struct facts *facts, const char *name, date_day day) {
    char *words = ARENA_NEW(facts->planning->arena, char, DATE_WORDS_BYTES);
    if (day) date_words(day, words);
    put(facts, name, words);
}

// ---- which day, which event ----

// The planned sitting with the longest time before it; -1: there is none.
static int late_sitting(const struct planning *planning) {
    int late = -1, longest = 0;
    for (int i = 0; i < planning->n_dates; i++) {
        date_day before = part_before(planning, i);
        int      gap    = before ? planning->dates[i] - before : 0;
        if (gap <= longest) continue;
        longest = gap;
        late    = i;
    }
    return late;
}

// The event before the sitting that waits for it, else the next one to come.
static const struct patient_event *event_of(const struct planning *planning) {
    const struct patient_event *events = planning_wishes(planning)->events.items, *next = NULL;
    int                         late = late_sitting(planning);
    date_day                    day  = late < 0 ? 0 : planning->dates[late];
    for (int i = 0; i < planning_wishes(planning)->events.n; i++) {
        if (events[i].date.day < planning->view->on) continue;
        bool is_before = day && events[i].date.day < day;
        bool is_nearer =
            !next ||
            (is_before ? events[i].date.day > next->date.day || (day && next->date.day >= day)
                       : (!day || next->date.day >= day) && events[i].date.day < next->date.day);
        if (is_nearer) next = &events[i];
    }
    return next;
}

static int sittings_before(const struct planning *planning, date_day day) {
    int n = 0;
    while (n < planning->n_dates && planning->dates[n] < day) n++;
    return n / planning->n_parts;
}

// The first day on which the result may be judged that is later than the one wished for.
static date_day review_after(const struct planning *planning, date_day by) {
    const struct plan_day *days  = planning->plan->calendar.items;
    date_day               begin = planning->n_dates ? planning->dates[0] : 0;
    for (int i = 0; i < planning->plan->calendar.n; i++)
        if (days[i].kind == DAY_REVIEW && days[i].date.day > by && days[i].date.day > begin)
            return days[i].date.day;
    return 0;
}

// ---- the words ----

static void put_event(struct facts *facts) {
    const struct planning      *planning = facts->planning;
    const struct patient_event *event    = event_of(planning);
    char                        day[DATE_WORDS_BYTES];
    if (!event) return;
    date_words(event->date.day, day);
    put(facts, "event",
        event->name ? arena_format(planning->arena, "%s (%s)", day, event->name)
                    : arena_format(planning->arena, "%s", day));
    put_number(facts, "clear", event->clear_days.is_known ? event->clear_days.value : 0);
    put_number(facts, "before", sittings_before(planning, event->date.day));
}

static struct facts facts_of(const struct planning *planning) {
    const struct patient_limits   *wishes = planning_wishes(planning);
    const struct plan_series      *series = planning->plan->series;
    const struct patient_settings *asked  = planning_asked(planning);
    struct facts                   facts  = {.n = 0, .planning = planning};
    int                            late   = late_sitting(planning);
    date_day start = planning->n_dates ? planning->dates[0] : planning->first_possible;
    put_event(&facts);
    put_number(&facts, "fits", part_treatments(planning));
    put_number(&facts, "wanted", planning->n_wanted);
    put_number(&facts, "interval", series && series->interval ? series->interval->value.value : 0);
    put_day(&facts, "start", start);
    put_day(&facts, "latest", wishes->latest_date.day);
    put_day(&facts, "by", wishes->result_by.day);
    put_day(&facts, "review", review_after(planning, wishes->result_by.day));
    put_day(&facts, "moved", late < 0 ? 0 : planning->dates[late]);
    put_number(&facts, "number",
               late < 0 ? planning->limits->dates.given : part_number(planning, late));
    put_number(&facts, "most", wishes->sessions_max.value);
    put_number(&facts, "least", wishes->sessions_min.value);
    put_number(&facts, "asked", asked->sessions.value);
    put_number(&facts, "had", planning->limits->dates.given);
    put_number(&facts, "spacing", asked->interval.value);
    put_number(&facts, "nearest", wishes->interval_min.value);
    put_number(&facts, "floor", planning->limits->series.floor_days);
    put_number(&facts, "minutes", wishes->visit_minutes.value);
    put_number(&facts, "downtime", wishes->downtime.value);
    put(&facts, "budget",
        arena_format(planning->arena, "%s %s", quote_number(wishes->budget.value, planning->arena),
                     wishes->budget.currency));
    return facts;
}

void clashes_plan(struct planning *planning) {
    const struct names *pairs = planning->plan->conflicts.items;
    struct facts        facts = facts_of(planning);
    planning->plan->clashes   = (struct list){NULL, 0, true};
    for (int i = 0; i < planning->plan->conflicts.n; i++) {
        const char       *one = pairs[i].items[0], *other = pairs[i].items[1];
        const char       *id     = arena_format(planning->arena, "clash.%s.%s", one, other);
        const char       *way_id = arena_format(planning->arena, "%s.way_out", id);
        struct plan_clash clash  = {.one     = one,
                                    .other   = other,
                                    .text    = planning_said(planning, id, facts.pairs),
                                    .way_out = planning_said(planning, way_id, facts.pairs)};
        limits_add(&planning->plan->clashes, &clash, sizeof clash, planning->arena);
    }
}
