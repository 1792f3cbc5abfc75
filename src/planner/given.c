// SPDX-License-Identifier: Apache-2.0
#include "planner/given.h"

#include "planner/quote.h"
#include "planner/settings_depth.h"

#include <math.h>

#define GIVEN_EPSILON_MM 1e-9
#define GIVEN_MONTH_DAYS (365.25 / 12)

// ---- settings ----

struct given_last {   // the last sitting of a zone, and what it got then
    const struct patient_sitting *sitting;
    double                        least_mm;   // 0 = no depth was written down
    struct text                   said;
};

static bool is_given(const struct planning *planning, const struct patient_sitting *sitting) {
    bool is = sitting->status == GIVEN_GIVEN || sitting->status == GIVEN_ABSENT;
    return is && sitting->date.day <= planning->view->on;
}

static bool is_in(const struct planning *planning, const char *zone, const char *whole) {
    struct names parts = {0};
    load_zone_parts(planning->view->knowledge, whole, false, &parts, planning->arena);
    return view_has(&parts, zone);
}

static void add_entry(const struct planning *planning, const struct patient_given_zone *entry,
                      struct given_last *last) {
    const struct amount *depth = &entry->depth;
    if (!depth->is_known && !entry->endpoint) return;
    if (last->said.n) text_add(&last->said, "; ");
    if (depth->is_known)
        text_addf(&last->said, "%s mm", quote_number(depth->value, planning->arena));
    if (depth->is_known && (!(last->least_mm > 0) || depth->value < last->least_mm))
        last->least_mm = depth->value;
    if (entry->endpoint) text_addf(&last->said, depth->is_known ? " (%s)" : "%s", entry->endpoint);
}

static struct given_last last_of(const struct planning *planning, const char *zone) {
    const struct patient_sitting *sittings = planning->view->patient->given.items;
    struct given_last             last     = {NULL, 0, text_new(planning->arena)};
    for (int i = 0; i < planning->view->patient->given.n; i++) {
        const struct patient_given_zone *entries = sittings[i].zones.items;
        struct given_last                one     = {&sittings[i], 0, text_new(planning->arena)};
        if (!is_given(planning, &sittings[i])) continue;
        if (last.sitting && sittings[i].date.day < last.sitting->date.day) continue;
        for (int k = 0; k < sittings[i].zones.n; k++)
            if (is_in(planning, zone, entries[k].zone)) add_entry(planning, &entries[k], &one);
        if (one.said.n) last = one;
    }
    return last;
}

// Two zones with the same to say.
static bool is_same(const struct planning *planning, const struct given_last *last, int a, int b) {
    return last[a].sitting == last[b].sitting && text_equal(last[a].said.data, last[b].said.data) &&
           fabs(planning->zones[a].depth_mm - planning->zones[b].depth_mm) <= GIVEN_EPSILON_MM;
}

// In each zone that has the same to say, and once for all of them.
static void say(struct planning *planning, const struct given_last *last, int at, const char *id,
                const char *const *pairs, bool is_ours) {
    static const char *const keys[] = {"patient", "default"};
    struct plan_zone        *zones  = planning->plan->zones.items;
    const char              *text   = planning_said(planning, id, pairs);
    struct plan_remark       remark = {.id = id, .text = text};
    for (int i = 0; i <= is_ours; i++) view_add(&remark.sources, keys[i], planning->arena);
    for (int i = at; i < planning->n_zones; i++)
        if (is_same(planning, last, at, i)) view_add(&zones[i].remarks, text, planning->arena);
    limits_add(&planning->plan->remarks, &remark, sizeof remark, planning->arena);
}

// What the record holds and the device it names has no setting for.
static void say_impossible(struct planning *planning, const struct given_last *last, int at,
                           const char *labels) {
    const struct knowledge          *knowledge = planning->view->knowledge;
    const struct patient_given_zone *entries   = last[at].sitting->zones.items;
    for (int i = 0; i < last[at].sitting->zones.n; i++) {
        const struct device *model = load_device(knowledge, entries[i].device);
        if (!model || !entries[i].depth.is_known) continue;
        if (!is_in(planning, planning->zones[at].place->zone, entries[i].zone)) continue;
        struct device device = limits_device(knowledge, model);
        const char   *given  = quote_number(entries[i].depth.value, planning->arena);
        if (settings_depth_can_set(&device, entries[i].depth.value)) continue;
        const char *const pairs[] = {
            "zone", labels, "given", given, "device", load_words(&device.label), NULL};
        say(planning, last, at, "plan.given_no_setting", pairs, false);
    }
}

static void say_zone(struct planning *planning, const struct given_last *last, int at) {
    const struct planning_zone *zone   = &planning->zones[at];
    struct text                 labels = text_new(planning->arena);
    char                        day[DATE_WORDS_BYTES];
    for (int i = 0; i < at; i++)
        if (is_same(planning, last, i, at)) return;
    for (int i = at; i < planning->n_zones; i++)
        if (is_same(planning, last, at, i))
            text_addf(&labels, "%s%s", labels.n ? ", " : "",
                      load_words(&planning->zones[i].skin->label));
    date_words(last[at].sitting->date.day, day);
    const char *const pairs[] = {"zone",  labels.data,
                                 "date",  day,
                                 "list",  last[at].said.data,
                                 "set",   quote_number(zone->depth_mm, planning->arena),
                                 "given", quote_number(last[at].least_mm, planning->arena),
                                 NULL};
    say(planning, last, at, "plan.given_last", pairs, false);
    say_impossible(planning, last, at, labels.data);
    if (!(last[at].least_mm > 0) || zone->depth_mm <= last[at].least_mm + GIVEN_EPSILON_MM) return;
    say(planning, last, at, "plan.given_deeper", pairs, true);
    planning_caution(planning);
}

static void say_zones(struct planning *planning) {
    struct given_last *last = ARENA_NEW(planning->arena, struct given_last, planning->n_zones);
    if (!planning->n_dates) return;
    for (int i = 0; i < planning->n_zones; i++)
        last[i] = last_of(planning, planning->zones[i].place->zone);
    for (int i = 0; i < planning->n_zones; i++)
        if (last[i].sitting) say_zone(planning, last, i);
}

// ---- what was seen ----

// As the goal has it, or as it was measured before the first sitting.
static struct amount start_of(const struct planning *planning, const struct patient_outcome *seen) {
    const struct patient         *patient  = planning->view->patient;
    const struct patient_goal    *goals    = patient->goals.items;
    const struct patient_outcome *outcomes = patient->outcomes.items;
    date_day                      first    = planning->limits->dates.first_given;
    for (int i = 0; i < patient->outcomes.n; i++)
        if (outcomes[i].date.day <= first && outcomes[i].value.is_known &&
            text_equal(outcomes[i].scale, seen->scale) && text_equal(outcomes[i].zone, seen->zone))
            return outcomes[i].value;
    for (int i = 0; i < patient->goals.n; i++) {
        struct names parts = view_item_zones(planning->view, &patient_goal_noun, &goals[i]);
        if (goals[i].severity && text_equal(goals[i].severity->scale, seen->scale) &&
            view_has(&parts, seen->zone))
            return goals[i].severity->value;
    }
    return (struct amount){0};
}

static void add_seen(struct planning *planning, const struct patient_outcome *outcome) {
    const struct knowledge *knowledge = planning->view->knowledge;
    date_day                last      = planning->limits->dates.last_given;
    date_day                first     = planning->limits->dates.first_given;
    struct plan_seen        seen      = {.date  = outcome->date,
                                         .zone  = outcome->zone,
                                         .scale = outcome->scale,
                                         .value = outcome->value};
    const char             *id        = "plan.result_seen_before";
    char                    day[DATE_WORDS_BYTES];
    if (!outcome->value.is_known || outcome->date.day > planning->view->on) return;
    if (first && outcome->date.day > first) {
        seen.start = start_of(planning, outcome);
        id         = seen.start.is_known ? "plan.result_seen_from" : "plan.result_seen";
    }
    if (last && outcome->date.day > last)
        seen.month = quote_amount(floor((outcome->date.day - last) / GIVEN_MONTH_DAYS));
    date_words(outcome->date.day, day);
    const char *const pairs[] = {"zone",  load_label(knowledge, "zones", outcome->zone),
                                 "date",  day,
                                 "value", quote_number(outcome->value.value, planning->arena),
                                 "start", quote_number(seen.start.value, planning->arena),
                                 "scale", load_label(knowledge, "scales", outcome->scale),
                                 NULL};
    seen.text                 = planning_said(planning, id, pairs);
    limits_add(&planning->plan->seen, &seen, sizeof seen, planning->arena);
    planning_remark(planning, id, seen.text);
}

void given_plan(struct planning *planning) {
    const struct patient_outcome *outcomes = planning->view->patient->outcomes.items;
    planning->plan->seen                   = (struct list){NULL, 0, true};
    say_zones(planning);
    for (int i = 0; i < planning->view->patient->outcomes.n; i++) add_seen(planning, &outcomes[i]);
}
