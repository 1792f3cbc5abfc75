// SPDX-License-Identifier: Apache-2.0
#include "planner/planning.h"

#include <math.h>

const char *planning_said(const struct planning *planning, const char *id,
                          const char *const *pairs) {
    return load_filled(load_saying(planning->view->knowledge, id), pairs, planning->arena);
}

// The first letter small, unless the word is an abbreviation.
const char *planning_inside(const struct planning *planning, const char *label) {
    char *text = arena_format(planning->arena, "%s", label);
    if (text[0] >= 'A' && text[0] <= 'Z' && !(text[1] >= 'A' && text[1] <= 'Z'))
        text[0] = (char)(text[0] - 'A' + 'a');
    return text;
}

const char *planning_date(const struct planning *planning, date_day day) {
    char words[DATE_WORDS_BYTES];
    date_words(day, words);
    return arena_format(planning->arena, "%s", words);
}

double planning_deepest_mm(const struct planning *planning) {
    double depth = 0;
    for (int i = 0; i < planning->n_zones; i++) depth = fmax(depth, planning->zones[i].depth_mm);
    return depth;
}

void planning_remark(struct planning *planning, const char *id, const char *text) {
    const struct plan_remark *old = planning->plan->remarks.items;
    for (int i = 0; i < planning->plan->remarks.n; i++)
        if (text_equal(old[i].text, text)) return;
    struct plan_remark remark = {.id = id, .text = text};
    limits_add(&planning->plan->remarks, &remark, sizeof remark, planning->arena);
}

void planning_remark_zone(struct planning *planning, struct plan_zone *zone, const char *id,
                          const char *const *pairs) {
    const char *text = planning_said(planning, id, pairs);
    view_add(&zone->remarks, text, planning->arena);
    planning_remark(planning, id, text);
}

void planning_caution(struct planning *planning) {
    if (planning->plan->verdict < CLASS_CAUTION) planning->plan->verdict = CLASS_CAUTION;
}

void planning_clash(struct planning *planning, const char *one, const char *other) {
    const struct names *old = planning->plan->conflicts.items;
    for (int i = 0; i < planning->plan->conflicts.n; i++)
        if (text_equal(old[i].items[0], one) && text_equal(old[i].items[1], other)) return;
    const char **pair  = ARENA_NEW(planning->arena, const char *, 2);
    pair[0]            = one;
    pair[1]            = other;
    struct names names = {pair, 2, true};
    limits_add(&planning->plan->conflicts, &names, sizeof names, planning->arena);
}

void planning_expect(struct planning *planning, int ensembles) {
    progress_expect(planning->effort.progress, ensemble_steps(ensembles, planning->members));
}

enum status planning_number(const struct planning *planning, const char *id, double *value) {
    return limits_number(planning->view->knowledge, id, value, planning->fault);
}

const struct patient_settings *planning_asked(const struct planning *planning) {
    static const struct patient_settings none = {0};
    const struct patient_settings       *own  = planning->view->patient->settings;
    return own ? own : &none;
}

const struct patient_limits *planning_wishes(const struct planning *planning) {
    static const struct patient_limits none = {0};
    const struct patient_limits       *own  = planning->view->patient->limits;
    return own ? own : &none;
}
