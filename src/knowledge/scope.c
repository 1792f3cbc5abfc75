// SPDX-License-Identifier: Apache-2.0
#include "knowledge/scope.h"

enum { OVER_PERSON = 1, OVER_ITEM_ZONES, OVER_GOAL_ZONES, OVER_SPOT };

static struct names parts_of(const struct view *view, const struct names *zones, bool as_goal) {
    struct names parts = {0};
    for (int i = 0; i < zones->n; i++)
        load_zone_parts(view->knowledge, zones->items[i], as_goal, &parts, view->arena);
    return parts;
}

// Is every goal in this zone one of these indications, and is there one?
static bool is_only_goal(const struct view *view, const char *zone, const struct names *only) {
    const struct patient_goal *goals = view->patient->goals.items;
    int                        n     = 0;
    for (int i = 0; only->n && i < view->patient->goals.n; i++) {
        struct names parts = parts_of(view, &goals[i].zones, true);
        if (!view_has(&parts, zone)) continue;
        if (!view_has(only, goals[i].indication)) return false;
        n++;
    }
    return n > 0;
}

static struct names narrowed(const struct view *view, const struct names *zones,
                             const struct rule_scope *rule) {
    struct names filter = parts_of(view, &rule->zones, false), out = {0};
    for (int i = 0; i < zones->n; i++) {
        if (filter.n && !view_has(&filter, zones->items[i])) continue;
        if (is_only_goal(view, zones->items[i], &rule->except_goals)) continue;
        view_add(&out, zones->items[i], view->arena);
    }
    return out;
}

// Only the kinds that are at hand, so that nobody reads of a device that is not there.
static struct names devices_at_hand(const struct view *view, const struct names *kinds) {
    struct names out = {0};
    for (int i = 0; i < kinds->n; i++)
        for (int kind = 1; words_device_kind[kind - 1]; kind++)
            if (view->is_at_hand[kind] && text_equal(words_device_kind[kind - 1], kinds->items[i]))
                view_add(&out, kinds->items[i], view->arena);
    return out;
}

static const char *spot_of(const struct view *view, const struct evaluate_item *item) {
    const struct patient_condition *condition = item->item;
    if (item->noun == &patient_condition_noun && condition->spot) return condition->spot;
    return load_label(view->knowledge, item->list, evaluate_code(item));
}

bool scope_fill(const struct view *view, const struct rule_scope *rule,
                const struct evaluate_item *item, struct finding_scope *scope, bool *is_unknown) {
    struct names zones = {0};
    *is_unknown        = false;
    scope->devices     = devices_at_hand(view, &rule->devices);
    scope->agents      = rule->agents;
    if (rule->devices.n && !scope->devices.n) return false;
    if (rule->over == OVER_PERSON) {
        if (!scope->devices.n && !scope->agents.n) scope->person = FIELD_BOOL_TRUE;
        return true;
    }
    if (rule->over == OVER_ITEM_ZONES || rule->over == OVER_SPOT) {
        zones       = view_item_zones(view, item->noun, item->item);
        *is_unknown = !zones.is_present;
    }
    if (rule->over == OVER_GOAL_ZONES || *is_unknown) zones = view->goal_zones;
    scope->zones = narrowed(view, &zones, rule);
    if (rule->over == OVER_SPOT && item->item) scope->spot = spot_of(view, item);
    return scope->zones.n > 0;
}

bool scope_counts(const struct view *view, const struct finding_scope *scope) {
    if (scope->zones.n == 0) return true;
    for (int i = 0; i < scope->zones.n; i++)
        if (view_has(&view->goal_zones, scope->zones.items[i])) return true;
    return false;
}
