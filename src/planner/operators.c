// SPDX-License-Identifier: Apache-2.0
#include "planner/operators.h"

#include "planner/quote.h"

static const struct clinic_operator *named(const struct planning *planning) {
    const struct clinic          *clinic = planning->view->clinic;
    const struct clinic_operator *all    = clinic->operators.items;
    const char                   *id     = planning->view->patient->operator_id;
    for (int i = 0; id && i < clinic->operators.n; i++)
        if (text_equal(all[i].id, id)) return &all[i];
    return NULL;
}

// May this operator use every device that is planned?
static bool may_use(const struct planning *planning, const struct clinic_operator *operator) {
    for (int i = 0; i < planning->n_zones; i++)
        if (operator->devices.is_present && !view_has(
                &operator->devices, words_device_kind[planning->zones[i].device.kind - 1]))
            return false;
    return true;
}

// The one who was asked for, else everybody who may use what is planned.
static bool is_candidate(const struct planning *planning, const struct clinic_operator *operator) {
    const struct clinic_operator *one = named(planning);
    return one ? one ==           operator: may_use(planning, operator);
}

static const char *said_of(const struct planning        *planning,
                           const struct clinic_operator *operator) {
    if (operator->name || !operator->profession)
        return operator->name ? operator->name : operator->id;
    const char *profession =
        load_label(planning->view->knowledge, "professions", operator->profession);
    return arena_format(planning->arena, "%s (%s)", operator->id, profession);
}

// ---- licence and training ----

// The first planned day after `end`; 0: none, or there is no end.
static date_day first_after(const struct planning *planning, date_day end) {
    for (int i = 0; end && i < planning->n_dates; i++)
        if (planning->dates[i] > end) return planning->dates[i];
    return 0;
}

static void say_end(struct planning *planning, const char *id,
                    const struct clinic_operator *operator, date_day end) {
    date_day first = first_after(planning, end);
    if (!first) return;
    const char *const pairs[] = {
        "who",  said_of(planning, operator),    "end", planning_date(planning, end),
        "date", planning_date(planning, first), NULL};
    planning_remark(planning, id, planning_said(planning, id, pairs));
    planning_caution(planning);
}

// The last day on which both are known to hold; 0: no end is on file.
static date_day holds_until(const struct clinic_operator *operator) {
    date_day licence = operator->licence_until.day, training = operator->training_until.day;
    if (!licence || !training) return licence ? licence : training;
    return licence < training ? licence : training;
}

// With nobody asked for it is enough that one of them may.
static void say_nobody(struct planning *planning) {
    const struct clinic          *clinic = planning->view->clinic;
    const struct clinic_operator *all    = clinic->operators.items;
    date_day                      last   = 0;
    for (int i = 0; i < clinic->operators.n; i++) {
        if (!is_candidate(planning, &all[i])) continue;
        date_day until = holds_until(&all[i]);
        if (!until) return;
        if (until > last) last = until;
    }
    date_day first = first_after(planning, last);
    if (!first) return;
    const char *const pairs[] = {"date", planning_date(planning, first), NULL};
    planning_remark(planning, "plan.nobody_left",
                    planning_said(planning, "plan.nobody_left", pairs));
    planning_caution(planning);
}

static void say_ends(struct planning *planning) {
    const struct clinic_operator *one = named(planning);
    if (one) {
        say_end(planning, "plan.licence_ends", one, one->licence_until.day);
        say_end(planning, "plan.training_ends", one, one->training_until.day);
    } else say_nobody(planning);
}

// ---- the law of the place ----

// Is a line about this operator with one of the planned devices?
static bool is_about(const struct planning *planning, const struct credential *line,
                     const struct clinic_operator *operator) {
    bool is_used = line->devices.n == 0;
    if (line->professions.n &&
        !(operator->profession && view_has(&line->professions, operator->profession)))
        return false;
    for (int i = 0; i < planning->n_zones; i++)
        is_used = is_used ||
                  view_has(&line->devices, words_device_kind[planning->zones[i].device.kind - 1]);
    return is_used;
}

// What the clinic allows, or what is planned where it sets no limit, beyond the line.
static void say_line(struct planning *planning, const struct credential *line,
                     const struct clinic_operator *operator) {
    bool is_bound = operator->depth_max.is_known;
    double depth  = is_bound ? operator->depth_max.value : planning_deepest_mm(planning);
    if (!line->depth_max || !(depth > line->depth_max->value.value)) return;
    const char       *id      = is_bound ? "plan.place_deeper" : "plan.place_planned";
    const char       *place   = load_label(planning->view->knowledge, "jurisdictions", line->place);
    const char *const pairs[] = {
        "who",   said_of(planning, operator),
        "depth", quote_number(depth, planning->arena),
        "place", place,
        "most",  quote_number(line->depth_max->value.value, planning->arena),
        "rule",  line->id,
        NULL};
    struct plan_remark remark = {
        .id = id, .text = planning_said(planning, id, pairs), .sources = line->sources};
    limits_add(&planning->plan->remarks, &remark, sizeof remark, planning->arena);
    planning_caution(planning);
}

static void say_place(struct planning *planning) {
    const struct clinic          *clinic    = planning->view->clinic;
    const struct clinic_operator *operators = clinic->operators.items;
    const struct list            *list      = &planning->view->knowledge->all.credentials;
    const struct credential      *lines     = list->items;
    bool                          is_known  = false;
    for (int i = 0; i < list->n; i++) {
        if (!text_equal(lines[i].place, clinic->jurisdiction)) continue;
        is_known = true;
        for (int k = 0; k < clinic->operators.n; k++)
            if (is_candidate(planning, &operators[k]) &&
                is_about(planning, &lines[i], &operators[k]))
                say_line(planning, &lines[i], &operators[k]);
    }
    if (is_known) return;
    const char *const pairs[] = {
        "place", load_label(planning->view->knowledge, "jurisdictions", clinic->jurisdiction),
        NULL};
    planning_remark(planning, "plan.place_unknown",
                    planning_said(planning, "plan.place_unknown", pairs));
}

void operators_plan(struct planning *planning) {
    if (!planning->n_dates || !planning->n_zones) return;
    say_ends(planning);
    if (planning->view->clinic->jurisdiction) say_place(planning);
}
