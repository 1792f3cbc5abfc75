// SPDX-License-Identifier: Apache-2.0
#include "knowledge/limits_given.h"

bool limits_given_meets(const struct view *view, const struct patient_sitting *sitting,
                        const struct names *zones) {
    const struct patient_given_zone *own   = sitting->zones.items;
    struct names                     parts = {0};
    for (int i = 0; i < sitting->zones.n; i++)
        if (own[i].zone) load_zone_parts(view->knowledge, own[i].zone, true, &parts, view->arena);
    for (int i = 0; i < parts.n; i++)
        if (view_has(zones, parts.items[i])) return true;
    return parts.n == 0;
}

bool limits_given_counts(const struct view *view, const struct patient_sitting *sitting) {
    bool is_given = sitting->status == GIVEN_GIVEN || sitting->status == GIVEN_ABSENT;
    return is_given && sitting->date.day <= view->on;
}

struct limits_given limits_given_to(const struct view *view, const struct names *zones) {
    const struct patient_sitting *given = view->patient->given.items;
    struct limits_given           out   = {0};
    for (int i = 0; i < view->patient->given.n; i++) {
        date_day day = given[i].date.day;
        if (!limits_given_counts(view, &given[i]) || !limits_given_meets(view, &given[i], zones))
            continue;
        out.n++;
        if (day > out.last) out.last = day;
        if (!out.first || day < out.first) out.first = day;
    }
    return out;
}

struct names limits_given_parts(const struct view *view, const char *indication) {
    const struct patient_goal *goals = view->patient->goals.items;
    struct names               all   = {0};
    for (int i = 0; i < view->patient->goals.n; i++) {
        if (!text_equal(goals[i].indication, indication)) continue;
        struct names parts = view_item_zones(view, &patient_goal_noun, &goals[i]);
        for (int k = 0; k < parts.n; k++) view_add(&all, parts.items[k], view->arena);
    }
    return all;
}
