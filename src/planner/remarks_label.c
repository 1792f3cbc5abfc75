// SPDX-License-Identifier: Apache-2.0
#include "planner/remarks_label.h"

#include "planner/quote.h"

static bool holds(const struct planning *planning, const struct names *zones, const char *zone) {
    struct names parts = {0};
    for (int i = 0; i < zones->n; i++)
        load_zone_parts(planning->view->knowledge, zones->items[i], false, &parts, planning->arena);
    return view_has(&parts, zone);
}

// The use that is on record for the device there, or NULL.
static const struct device_use *use_of(const struct planning *planning, const struct device *device,
                                       const struct plan_zone *zone) {
    const struct device_use *uses = device->cleared.items;
    for (int i = 0; i < device->cleared.n; i++)
        if (text_equal(uses[i].indication, zone->indication) &&
            holds(planning, &uses[i].zones, zone->zone))
            return &uses[i];
    return NULL;
}

static bool is_known(const struct device *device) { return device && device->cleared.n > 0; }

static const struct device *device_of(const struct planning  *planning,
                                      const struct plan_zone *zone) {
    return load_device(planning->view->knowledge, zone->device);
}

static void add_place(const struct planning *planning, const struct plan_zone *zone,
                      struct text *where) {
    const char *label = load_label(planning->view->knowledge, "zones", zone->zone);
    text_addf(where, "%s%s", where->n ? ", " : "",
              where->n ? planning_inside(planning, label) : label);
}

static void add_remark(struct planning *planning, const char *id, const char *const *pairs,
                       const struct names *sources) {
    struct plan_remark remark = {.id = id, .text = planning_said(planning, id, pairs)};
    if (sources) remark.sources = *sources;
    limits_add(&planning->plan->remarks, &remark, sizeof remark, planning->arena);
}

// ---- uses ----

// Devices whose own papers are not known.
static void say_any_label(struct planning *planning, const struct indication *indication) {
    const struct plan_zone *zones = planning->plan->zones.items;
    struct text             where = text_new(planning->arena);
    for (int i = 0; i < planning->plan->zones.n; i++) {
        if (!text_equal(zones[i].indication, indication->id)) continue;
        if (is_known(device_of(planning, &zones[i]))) continue;
        if (indication->on_label && holds(planning, &indication->on_label->zones, zones[i].zone))
            continue;
        add_place(planning, &zones[i], &where);
    }
    const char *const pairs[] = {"zones", where.data, "use",
                                 planning_inside(planning, load_words(&indication->label)), NULL};
    if (where.n)
        add_remark(planning, "plan.off_label_use", pairs,
                   indication->on_label ? &indication->on_label->sources : NULL);
}

static void say_model(struct planning *planning, const struct indication *indication,
                      const struct device *device) {
    const struct plan_zone *zones = planning->plan->zones.items;
    struct text             where = text_new(planning->arena);
    for (int i = 0; i < planning->plan->zones.n; i++)
        if (text_equal(zones[i].indication, indication->id) &&
            text_equal(zones[i].device, device->id) && !use_of(planning, device, &zones[i]))
            add_place(planning, &zones[i], &where);
    const char *const pairs[] = {
        "zones",  where.data,
        "use",    planning_inside(planning, load_words(&indication->label)),
        "device", load_words(&device->label),
        NULL};
    if (where.n) add_remark(planning, "plan.off_label_use_model", pairs, &device->sources);
}

static bool is_type_on_record(const struct planning *planning, const struct device_use *use) {
    const struct amount *type = &planning->view->patient->phototype;
    if (!use->phototype_low.is_known || !use->phototype_high.is_known || !type->is_known)
        return true;
    return type->value >= use->phototype_low.value && type->value <= use->phototype_high.value;
}

static void say_type(struct planning *planning, const struct indication *indication,
                     const struct device *device) {
    static const char *const types[] = {"I", "II", "III", "IV", "V", "VI"};
    const struct plan_zone  *zones   = planning->plan->zones.items;
    const struct device_use *use     = NULL;
    struct text              where   = text_new(planning->arena);
    for (int i = 0; i < planning->plan->zones.n; i++) {
        if (!text_equal(zones[i].indication, indication->id)) continue;
        if (!text_equal(zones[i].device, device->id)) continue;
        const struct device_use *here = use_of(planning, device, &zones[i]);
        if (!here || is_type_on_record(planning, here)) continue;
        use = here;
        add_place(planning, &zones[i], &where);
    }
    if (!use) return;
    const char *const pairs[] = {"zones",  where.data,
                                 "device", load_words(&device->label),
                                 "from",   types[(int)use->phototype_low.value - 1],
                                 "to",     types[(int)use->phototype_high.value - 1],
                                 NULL};
    add_remark(planning, "plan.off_label_use_type", pairs, &use->sources);
}

void remarks_label_uses(struct planning *planning, const struct indication *indication) {
    const struct view *view = planning->view;
    say_any_label(planning, indication);
    for (int i = 0; i < view->device_ids.n; i++) {
        if (!is_known(view->devices[i])) continue;
        say_model(planning, indication, view->devices[i]);
        say_type(planning, indication, view->devices[i]);
    }
}

// ---- age ----

void remarks_label_ages(struct planning *planning) {
    const struct view      *view  = planning->view;
    const struct plan_zone *zones = planning->plan->zones.items;
    date_day                on    = planning->n_dates ? planning->dates[0] : view->on;
    int                     age   = patient_age(view->patient, on);
    for (int i = 0; i < view->device_ids.n; i++) {
        const struct device *device     = view->devices[i];
        bool                 is_planned = false;
        for (int k = 0; k < planning->plan->zones.n; k++)
            is_planned = is_planned || text_equal(zones[k].device, device->id);
        if (!is_planned || !is_known(device) || age < 0) continue;
        if (!device->age_min.is_known || age >= device->age_min.value) continue;
        const char *const pairs[] = {"device", load_words(&device->label), "age",
                                     quote_number(device->age_min.value, planning->arena), NULL};
        add_remark(planning, "plan.off_label_age_model", pairs, &device->sources);
    }
}

// ---- under the needle ----

static void say_under(struct planning *planning, const char *id, int is) {
    const struct names *wished  = &planning->view->patient->agents;
    struct text         which   = text_new(planning->arena);
    struct names        sources = {0};
    for (int i = 0; i < wished->n; i++) {
        const struct agent *agent = load_agent(planning->view->knowledge, wished->items[i]);
        if (!agent || !agent->under || agent->under->is != is) continue;
        if (view_has(&agent->groups, "topical_anaesthetic")) continue;   // comes off before
        const char *label = load_words(&agent->label);
        text_addf(&which, "%s%s", which.n ? ", " : "",
                  which.n ? planning_inside(planning, label) : label);
        for (int k = 0; k < agent->under->sources.n; k++)
            view_add(&sources, agent->under->sources.items[k], planning->arena);
    }
    const char *const pairs[] = {"agents", which.data, NULL};
    if (which.n) add_remark(planning, id, pairs, &sources);
}

void remarks_label_under(struct planning *planning) {
    if (!planning->n_zones) return;
    say_under(planning, "plan.under_off_label", UNDER_PRESCRIBER);
    say_under(planning, "plan.under_never", UNDER_NEVER);
}
