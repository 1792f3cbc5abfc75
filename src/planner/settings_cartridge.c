// SPDX-License-Identifier: Apache-2.0
#include "planner/settings_cartridge.h"

#include "planner/settings_engine.h"

struct list settings_cartridge_all(const struct knowledge *knowledge, const char *device,
                                   struct arena *arena) {
    const struct cartridge *all  = knowledge->all.cartridges.items;
    struct list             list = {NULL, 0, true};
    for (int i = 0; i < knowledge->all.cartridges.n; i++)
        if (view_has(&all[i].devices, device)) limits_add(&list, &all[i], sizeof all[i], arena);
    return list;
}

// The set with so many needles, else none.
static const struct cartridge *with_needles(const struct knowledge *knowledge, const char *device,
                                            double needles) {
    const struct cartridge *all = knowledge->all.cartridges.items;
    for (int i = 0; i < knowledge->all.cartridges.n; i++)
        if (view_has(&all[i].devices, device) && all[i].needles.value == needles) return &all[i];
    return NULL;
}

bool settings_cartridge_is_asked(const struct planning_zone *zone) {
    return zone->cartridge != zone->unasked.cartridge;
}

// The device with these needles, or nothing where the engine would then not know enough of it.
static bool is_fitted(const struct planning *planning, const struct cartridge *set,
                      struct device *device) {
    struct device fitted = *device;
    fitted.needles       = set->needles;
    if (set->width.is_known) fitted.width = set->width;
    if (set->needle_diameter.is_known) fitted.needle_diameter = set->needle_diameter;
    if (!settings_engine_knows(&fitted)) return false;
    for (int i = 0; i < set->sources.n; i++)
        view_add(&fitted.sources, set->sources.items[i], planning->arena);
    if (set->status > fitted.status) fitted.status = set->status;
    *device = fitted;
    return true;
}

void settings_cartridge_fit(const struct planning *planning, struct planning_zone *zone) {
    const struct knowledge     *knowledge = planning->view->knowledge;
    const char                 *id        = zone->place->device;
    struct patient_zone_setting own = patient_setting(planning->view->patient, zone->place->zone);
    const struct cartridge *asked = own.cartridge ? load_cartridge(knowledge, own.cartridge) : NULL;
    zone->unasked.cartridge       = with_needles(knowledge, id, zone->device.needles.value);
    zone->cartridge               = zone->unasked.cartridge;
    if (!asked || asked == zone->cartridge || !view_has(&asked->devices, id)) return;
    if (is_fitted(planning, asked, &zone->device)) zone->cartridge = asked;
}
