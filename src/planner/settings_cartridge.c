// SPDX-License-Identifier: Apache-2.0
#include "planner/settings_cartridge.h"

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

void settings_cartridge_fit(const struct planning *planning, struct planning_zone *zone) {
    const struct knowledge     *knowledge = planning->view->knowledge;
    const char                 *id        = zone->place->device;
    struct patient_zone_setting own = patient_setting(planning->view->patient, zone->place->zone);
    const struct cartridge *asked = own.cartridge ? load_cartridge(knowledge, own.cartridge) : NULL;
    struct device          *device = &zone->device;
    zone->unasked.cartridge        = with_needles(knowledge, id, device->needles.value);
    zone->cartridge                = zone->unasked.cartridge;
    if (!asked || asked == zone->cartridge || !view_has(&asked->devices, id)) return;
    zone->cartridge = asked;
    device->needles = asked->needles;
    if (asked->width.is_known) device->width = asked->width;
    if (asked->needle_diameter.is_known) device->needle_diameter = asked->needle_diameter;
    for (int i = 0; i < asked->sources.n; i++)
        view_add(&device->sources, asked->sources.items[i], planning->arena);
    if (asked->status > device->status) device->status = asked->status;
}
