// SPDX-License-Identifier: Apache-2.0
#include "planner/part.h"

double part_share(const struct planning_zone *zone, int part) {
    int before = zone->part_last - zone->part_first;
    if (part < zone->part_first || part > zone->part_last) return 0;
    return part < zone->part_last ? zone->part_frac : 1 - before * zone->part_frac;
}

struct names part_zones(const struct planning *planning, int part) {
    struct names zones = {NULL, 0, true};
    for (int i = 0; i < planning->n_zones; i++)
        if (part_share(&planning->zones[i], part) > 0)
            view_add(&zones, planning->zones[i].place->zone, planning->arena);
    return zones;
}

// Is all that is planned of a zone of a goal treated at the part, and this zone with it?
static bool is_whole(const struct planning *planning, const char *name, int zone, int part) {
    struct names parts = {0};
    bool         is_in = true;
    load_zone_parts(planning->view->knowledge, name, true, &parts, planning->arena);
    for (int i = 0; i < planning->n_zones; i++)
        if (view_has(&parts, planning->zones[i].place->zone))
            is_in = is_in && part_share(&planning->zones[i], part) > 0;
    return is_in && view_has(&parts, planning->zones[zone].place->zone);
}

// What a goal calls a zone at a part: "full_face" where it asks for that, else the zone's own name.
static const char *name_of(const struct planning *planning, int zone, int part) {
    const struct patient_goal *goals = planning->view->patient->goals.items;
    for (int i = 0; i < planning->view->patient->goals.n; i++)
        for (int k = 0; k < goals[i].zones.n; k++)
            if (is_whole(planning, goals[i].zones.items[k], zone, part))
                return goals[i].zones.items[k];
    return planning->zones[zone].place->zone;
}

const char *part_said(const struct planning *planning, int part) {
    struct names names = {0};
    struct text  out   = text_new(planning->arena);
    for (int i = 0; i < planning->n_zones; i++)
        if (part_share(&planning->zones[i], part) > 0)
            view_add(&names, name_of(planning, i, part), planning->arena);
    for (int i = 0; i < names.n; i++) {
        const char *label = load_label(planning->view->knowledge, "zones", names.items[i]);
        text_addf(&out, "%s%s", out.n ? ", " : "", planning_inside(planning, label));
    }
    return out.data;
}

int part_last_same(const struct planning *planning, int part) {
    int last = part;
    for (int i = 0; i < planning->n_zones; i++)
        if (part_share(&planning->zones[i], part) > 0 && planning->zones[i].part_last > last)
            last = planning->zones[i].part_last;
    return last;
}

int part_of(const struct planning *planning, int visit) { return visit % planning->n_parts; }

int part_number(const struct planning *planning, int visit) {
    return planning->limits->dates.given + visit / planning->n_parts + 1;
}

date_day part_before(const struct planning *planning, int visit) {
    int part   = part_of(planning, visit);
    int before = visit - planning->n_parts + part_last_same(planning, part) - part;
    return visit >= planning->n_parts ? planning->dates[before]
                                      : planning->limits->dates.last_given;
}

int part_treatments(const struct planning *planning) {
    return planning->n_dates / planning->n_parts;
}

date_day part_next(const struct planning *planning) {
    for (int i = 1; i < planning->n_dates; i++)
        if (i % planning->n_parts <= part_last_same(planning, 0)) return planning->dates[i];
    return 0;
}
