// view: a person as the rules see them: facts with the derived ones, goals by zone, devices at
// hand.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_VIEW_H
#define STIPPLE_KNOWLEDGE_VIEW_H

#include "domain/clinic.h"
#include "domain/patient.h"
#include "domain/screening.h"
#include "knowledge/load.h"

struct view {
    const struct knowledge *knowledge;
    const struct patient   *patient;
    const struct clinic    *clinic;
    date_day                on;
    struct names            goal_zones;      // parts, each once, in the order of the goals
    struct names            device_ids;      // as asked for or as the clinic has them
    const struct device   **devices;         // [device_ids.n]
    bool                    is_at_hand[8];   // by enum words_device_kind
    struct list             reactions;       // of every sitting given, as one list
    struct arena           *arena;
};

// ST_CONTENT: the clinic names a device that is not known.
MUST_CHECK enum status view_open(struct view *view, const struct knowledge *knowledge,
                                 const struct patient *patient, const struct clinic *clinic,
                                 date_day on, struct arena *arena, struct fault *fault);

// A list of the patient by its key, with the noun of its items; reactions too. NULL: no such key.
const struct list *view_list(const struct view *view, const char *key, const struct noun **item);

// The zones of an item as parts, or an absent list if it has none or they are unknown.
struct names view_item_zones(const struct view *view, const struct noun *noun, const void *item);

bool view_has(const struct names *names, const char *name);
void view_add(struct names *names, const char *name, struct arena *arena);   // each once

#endif
