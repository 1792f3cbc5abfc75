// SPDX-License-Identifier: Apache-2.0
#include "knowledge/asked.h"

struct checking {
    const struct view *view;
    const struct doc  *doc;
    struct fault      *fault;
};

// At the key of item i of the list.
static enum status refuse(const struct checking *c, int i, const char *key, const char *wrong,
                          const char *allowed) {
    int list =
        doc_child(c->doc, doc_child(c->doc, c->view->patient->place.node, "settings"), "zones");
    int item = c->doc->nodes[list].first;
    for (int k = 0; k < i; k++) item = c->doc->nodes[item].next;
    int at = doc_child(c->doc, item, key);
    return fault_at(c->fault, ST_CONTENT, "%s: settings.zones[%d].%s: %s: %s; allowed: %s",
                    field_place(c->doc, at, c->view->arena), i, key, doc_text(c->doc, at), wrong,
                    allowed);
}

static const char *listed(const struct names *names, const char *otherwise, struct arena *arena) {
    struct text out = text_new(arena);
    for (int i = 0; i < names->n; i++) text_addf(&out, "%s%s", i ? ", " : "", names->items[i]);
    return names->n ? out.data : otherwise;
}

static enum status check_zone(const struct checking *c, int i) {
    const struct view                 *view  = c->view;
    const struct patient_zone_setting *zones = view->patient->settings->zones.items;
    if (!view_has(&view->goal_zones, zones[i].zone))
        return refuse(c, i, "zone", "is no zone of a goal",
                      listed(&view->goal_zones, "no zone, as there is no goal", view->arena));
    for (int k = 0; k < i; k++)
        if (text_equal(zones[k].zone, zones[i].zone))
            return refuse(c, i, "zone", "stands here twice", "each zone once");
    return ST_OK;
}

// A set that one of the devices at hand takes.
static enum status check_cartridge(const struct checking *c, int i) {
    const struct view                 *view    = c->view;
    const struct patient_zone_setting *zones   = view->patient->settings->zones.items;
    const struct cartridge            *all     = view->knowledge->all.cartridges.items;
    struct names                       allowed = {0};
    for (int k = 0; k < view->knowledge->all.cartridges.n; k++)
        for (int d = 0; d < view->device_ids.n; d++)
            if (view_has(&all[k].devices, view->device_ids.items[d]))
                view_add(&allowed, all[k].id, view->arena);
    if (!zones[i].cartridge || view_has(&allowed, zones[i].cartridge)) return ST_OK;
    return refuse(
        c, i, "cartridge", "is taken by no device at hand",
        listed(&allowed, "no cartridge, as each device at hand has one needle set", view->arena));
}

enum status asked_check(const struct view *view, struct fault *fault) {
    const struct patient_settings *settings = view->patient->settings;
    const struct checking          checking = {view, view->patient->place.doc, fault};
    for (int i = 0; settings && i < settings->zones.n; i++) {
        TRY(check_zone(&checking, i));
        TRY(check_cartridge(&checking, i));
    }
    return ST_OK;
}
