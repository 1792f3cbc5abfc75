// SPDX-License-Identifier: Apache-2.0
#include "planner/aftercare_scope.h"

#include "knowledge/evaluate.h"

// A planned zone, or with none planned a goal, lies in one of these.
static bool has_zone(const struct planning *planning, const struct names *zones) {
    struct names parts = {0};
    for (int i = 0; i < zones->n; i++)
        load_zone_parts(planning->view->knowledge, zones->items[i], false, &parts, planning->arena);
    for (int i = 0; i < planning->n_zones; i++)
        if (view_has(&parts, planning->zones[i].place->zone)) return true;
    for (int i = 0; planning->n_zones == 0 && i < planning->view->goal_zones.n; i++)
        if (view_has(&parts, planning->view->goal_zones.items[i])) return true;
    return false;
}

static const char *kind_of(int kind) { return words_device_kind[kind - 1]; }

static bool is_planned(const struct planning *planning, const char *zone) {
    for (int i = 0; i < planning->n_zones; i++)
        if (text_equal(planning->zones[i].place->zone, zone)) return true;
    return false;
}

bool aftercare_scope_is_kind(const struct planning *planning, int zone, const struct names *kinds) {
    return view_has(kinds, kind_of(planning->zones[zone].device.kind));
}

// A kind that is planned, that the person's file names, or that is left where none is planned.
bool aftercare_scope_has_device(const struct planning *planning, const struct names *kinds) {
    const struct view         *view   = planning->view;
    const struct limits_place *places = planning->limits->places.items;
    for (int i = 0; i < planning->n_zones; i++)
        if (aftercare_scope_is_kind(planning, i, kinds)) return true;
    for (int i = 0; view->patient->devices.is_present && i < view->device_ids.n; i++)
        if (view_has(kinds, kind_of(view->devices[i]->kind))) return true;
    for (int i = 0; i < planning->limits->places.n; i++)
        if (places[i].is_allowed && view_has(kinds, kind_of(places[i].kind)) &&
            !is_planned(planning, places[i].zone))
            return true;
    return false;
}

static bool is_agent(const struct planning *planning, const char *id, const struct names *agents) {
    const struct agent *agent = load_agent(planning->view->knowledge, id);
    bool                is    = view_has(agents, id);
    for (int i = 0; agent && i < agent->groups.n; i++)
        is = is || view_has(agents, agent->groups.items[i]);
    return is;
}

// An agent that is planned or asked for. Whether there will be numbing cream may not be known.
bool aftercare_scope_has_agent(const struct planning *planning, const struct names *agents) {
    const struct patient *patient = planning->view->patient;
    bool                  is_open =
        patient->anaesthetic == NUMBING_ABSENT || patient->anaesthetic == NUMBING_UNKNOWN;
    if (is_open && view_has(agents, "topical_anaesthetic")) return true;
    if (planning->plan->numbing && is_agent(planning, planning->plan->numbing->agent, agents))
        return true;
    for (int i = 0; i < patient->agents.n; i++)
        if (is_agent(planning, patient->agents.items[i], agents)) return true;
    return false;
}

bool aftercare_scope_belongs(const struct planning *planning, const struct plan_scope *only) {
    if (!only) return true;
    return (!only->zones.n || has_zone(planning, &only->zones)) &&
           (!only->devices.n || aftercare_scope_has_device(planning, &only->devices)) &&
           (!only->agents.n || aftercare_scope_has_agent(planning, &only->agents));
}

bool aftercare_scope_holds(const struct planning *planning, const struct list *where) {
    struct evaluate_item person  = {0};
    struct names         missing = {0};
    return evaluate_tests(planning->view, where, &person, &missing) == TRUTH_TRUE;
}
