// SPDX-License-Identifier: Apache-2.0
#include "knowledge/limits_later.h"

#include "knowledge/findings.h"
#include "knowledge/limits_base.h"

// Does a rule put something off until a birthday?
static bool is_about_age(const struct rule *rule) {
    const struct rule_case *cases = rule->cases.items;
    for (int i = 0; i < rule->cases.n; i++)
        if (cases[i].class == CLASS_DEFER && cases[i].until && cases[i].until->birthday.is_known)
            return true;
    return false;
}

static date_day first_open(const struct limits *limits) {
    const struct limits_place *places = limits->places.items;
    date_day                   first  = 0;
    for (int i = 0; i < limits->places.n; i++)
        if (places[i].is_allowed && (!first || places[i].from < first)) first = places[i].from;
    return first > limits->dates.first ? first : limits->dates.first;
}

void limits_later(const struct view *view, const struct screening *screening,
                  struct limits *limits) {
    const struct finding *findings = screening->findings.items;
    for (int i = 0; i < screening->findings.n; i++) {
        const struct rule *rule = load_rule(view->knowledge, findings[i].id);
        if (findings[i].class != CLASS_DEFER || !findings[i].until.day || !findings[i].counts)
            continue;
        if (!rule || !is_about_age(rule)) continue;
        struct view then = *view;
        struct list list;
        then.on = findings[i].until.day;
        findings_of_rule(&then, rule, &list);
        const struct finding *found = list.items;
        for (int k = 0; k < list.n; k++) {
            bool is_over = found[k].until.day && found[k].until.day <= first_open(limits);
            if (found[k].class != CLASS_CAUTION || !found[k].counts || is_over) continue;
            struct limits_later later = {then.on, limits_base_origin(&found[k])};
            limits_add(&limits->later, &later, sizeof later, view->arena);
        }
    }
}
