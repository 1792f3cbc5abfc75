// SPDX-License-Identifier: Apache-2.0
#include "knowledge/view.h"

#include <string.h>

bool view_has(const struct names *names, const char *name) {
    for (int i = 0; i < names->n; i++)
        if (text_equal(names->items[i], name)) return true;
    return false;
}

void view_add(struct names *names, const char *name, struct arena *arena) {
    names->is_present = true;
    if (view_has(names, name)) return;
    const char **items = ARENA_NEW(arena, const char *, names->n + 1);
    for (int i = 0; i < names->n; i++) items[i] = names->items[i];
    items[names->n++] = name;
    names->items      = items;
}

static void add_goal_zones(struct view *view) {
    const struct patient_goal *goals = view->patient->goals.items;
    for (int i = 0; i < view->patient->goals.n; i++)
        for (int k = 0; k < goals[i].zones.n; k++)
            load_zone_parts(view->knowledge, goals[i].zones.items[k], true, &view->goal_zones,
                            view->arena);
}

static enum status add_devices(struct view *view, struct fault *fault) {
    bool is_asked    = view->patient->devices.n > 0;
    view->device_ids = is_asked ? view->patient->devices : view->clinic->devices;
    view->devices    = ARENA_NEW(view->arena, const struct device *, view->device_ids.n);
    for (int i = 0; i < view->device_ids.n; i++) {
        const char *id   = view->device_ids.items[i];
        view->devices[i] = load_device(view->knowledge, id);
        if (!view->devices[i])
            return fault_at(fault, ST_CONTENT, "devices: %s: is no device known here; allowed: %s",
                            id, "an id of `stipple evidence --codes devices`");
        view->is_at_hand[view->devices[i]->kind] = true;
    }
    return ST_OK;
}

static void add_reactions(struct view *view) {
    const struct patient_sitting *sittings = view->patient->given.items;
    int                           n        = 0;
    for (int i = 0; i < view->patient->given.n; i++) n += sittings[i].reactions.n;
    struct patient_reaction *all = ARENA_NEW(view->arena, struct patient_reaction, n);
    n                            = 0;
    for (int i = 0; i < view->patient->given.n; i++)
        for (int k = 0; k < sittings[i].reactions.n; k++)
            all[n++] = ((const struct patient_reaction *)sittings[i].reactions.items)[k];
    view->reactions = (struct list){all, n, true};
}

enum status view_open(struct view *view, const struct knowledge *knowledge,
                      const struct patient *patient, const struct clinic *clinic, date_day on,
                      struct arena *arena, struct fault *fault) {
    *view = (struct view){
        .knowledge = knowledge, .patient = patient, .clinic = clinic, .on = on, .arena = arena};
    add_goal_zones(view);
    add_reactions(view);
    return add_devices(view, fault);
}

// What the clinic itself records: where nothing is written, nothing was done.
static bool is_record(const char *key) {
    static const char *const records[] = {"test_spots", "given",    "clearances",
                                          "overrides",  "outcomes", "diagnosis"};
    for (int i = 0; i < 6; i++)
        if (text_equal(records[i], key)) return true;
    return false;
}

const struct list *view_list(const struct view *view, const char *key, const struct noun **item) {
    if (text_equal(key, "reactions")) {
        *item = &patient_reaction_noun;
        return &view->reactions;
    }
    const struct field *field = field_find(&patient_noun, key);
    if (!field || field->kind != FIELD_LIST) return NULL;
    static const struct list none = {NULL, 0, true};
    const void              *at   = (const char *)view->patient + field->offset;
    const struct list       *list = at;
    *item                         = field->noun;
    return !list->is_present && is_record(key) ? &none : list;
}

struct names view_item_zones(const struct view *view, const struct noun *noun, const void *item) {
    struct names        parts = {0};
    const struct field *field = field_find(noun, "zones");
    if (!field || field->kind != FIELD_NAMES || !item) return parts;
    const void         *at      = (const char *)item + field->offset;
    const struct names *zones   = at;
    bool                is_goal = noun == &patient_goal_noun;
    parts.is_present            = zones->is_present;
    for (int i = 0; i < zones->n; i++)
        load_zone_parts(view->knowledge, zones->items[i], is_goal, &parts, view->arena);
    return parts;
}
