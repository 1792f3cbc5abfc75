// SPDX-License-Identifier: Apache-2.0
#include "planner/settings_asked.h"

#include "planner/quote.h"
#include "planner/settings_cartridge.h"

enum { ASKED_DIGITS = 2 };   // of punctures in a sentence

// ---- depth ----

static void say_depth(struct planning *planning, const struct planning_zone *zone,
                      const struct settings_depth *depth, struct plan_zone *out, const char *id,
                      double most_mm) {
    const char *const pairs[] = {
        "zone",  load_label(planning->view->knowledge, "zones", zone->place->zone),
        "depth", quote_number(depth->asked_mm, planning->arena),
        "label", quote_number(most_mm, planning->arena),
        NULL};
    planning_remark_zone(planning, out, id, pairs);
}

// Only what was asked for can be deeper than the label, than what the steps leave, or than what was
// published for the place.
static void say_deep(struct planning *planning, const struct planning_zone *zone,
                     const struct settings_depth *depth, struct plan_zone *out) {
    if (!depth->is_asked) return;
    bool is_beyond_label = depth->label_mm > 0 && zone->depth_mm > depth->label_mm;
    bool is_beyond_steps = zone->place->steps.n && zone->depth_mm > depth->advised_mm;
    bool is_beyond_chart = zone->depth_mm > depth->chart_mm;
    if (is_beyond_label) say_depth(planning, zone, depth, out, "plan.off_label", depth->label_mm);
    if (is_beyond_steps)
        say_depth(planning, zone, depth, out, "plan.asked_step", depth->advised_mm);
    if (is_beyond_chart) say_depth(planning, zone, depth, out, "plan.asked_chart", depth->chart_mm);
    if (is_beyond_label || is_beyond_steps || is_beyond_chart) planning_caution(planning);
    if (!depth->unasked || zone->depth_mm > depth->unasked->value.value)
        say_depth(planning, zone, depth, out, "plan.asked_deeper",
                  depth->unasked ? depth->unasked->value.value : depth->advised_mm);
}

// ---- the pattern ----

static void say_passes(struct planning *planning, const struct planning_zone *zone,
                       struct plan_zone *out) {
    const char *const pairs[] = {
        "zone",    load_label(planning->view->knowledge, "zones", zone->place->zone),
        "asked",   quote_number(zone->passes, planning->arena),
        "advised", quote_number(zone->unasked.passes, planning->arena),
        NULL};
    if (zone->passes == zone->unasked.passes) return;
    planning_remark_zone(planning, out, "plan.asked_passes", pairs);
}

static void say_cartridge(struct planning *planning, const struct planning_zone *zone,
                          struct plan_zone *out) {
    const struct knowledge *knowledge = planning->view->knowledge;
    const char *asked = patient_setting(planning->view->patient, zone->place->zone).cartridge;
    const struct cartridge *unasked = zone->unasked.cartridge;
    if (!asked || (zone->cartridge == unasked && unasked && text_equal(unasked->id, asked))) return;
    const char *const pairs[] = {"zone",    load_label(knowledge, "zones", zone->place->zone),
                                 "device",  load_words(&zone->device.label),
                                 "asked",   load_label(knowledge, "cartridges", asked),
                                 "advised", unasked ? load_words(&unasked->label) : "",
                                 NULL};
    const char       *id      = unasked ? "plan.asked_cartridge" : "plan.asked_needles";
    if (!settings_cartridge_is_asked(zone)) id = "plan.cartridge_other";
    planning_remark_zone(planning, out, id, pairs);
}

// More punctures than are aimed at are a choice that nothing has been shown to come of.
static void say_density(struct planning *planning, const struct planning_zone *zone,
                        struct plan_zone *out) {
    const struct figure *aim  = zone->device.density;
    double               low  = aim->low.is_known ? aim->low.value : aim->value.value;
    double               high = aim->high.is_known ? aim->high.value : aim->value.value,
           n                  = out->density->value.value;
    const char *const pairs[] = {
        "zone",    load_label(planning->view->knowledge, "zones", zone->place->zone),
        "density", quote_number(quantity_rounded(n, ASKED_DIGITS), planning->arena),
        "low",     quote_number(low, planning->arena),
        "high",    quote_number(high, planning->arena),
        NULL};
    bool is_unasked = zone->passes == zone->unasked.passes && !settings_cartridge_is_asked(zone) &&
                      zone->unasked.speed && zone->speed_cm_s == zone->unasked.speed->value.value;
    if (is_unasked || (n >= low && n <= high)) return;
    planning_remark_zone(planning, out, n > high ? "plan.asked_dense" : "plan.asked_sparse", pairs);
    if (n > high) planning_caution(planning);
}

static void say_speed(struct planning *planning, const struct planning_zone *zone,
                      struct plan_zone *out) {
    struct patient_zone_setting asked = patient_setting(planning->view->patient, zone->place->zone);
    const char *const           pairs[] = {
                  "zone",   load_label(planning->view->knowledge, "zones", zone->place->zone),
                  "device", load_words(&zone->device.label),
                  "asked",  quote_number(asked.speed.value, planning->arena),
                  NULL};
    if (asked.speed.is_known && !out->speed)
        planning_remark_zone(planning, out, "plan.speed_other", pairs);
}

void settings_asked_say(struct planning *planning, const struct planning_zone *zone,
                        const struct settings_depth *depth, struct plan_zone *out) {
    say_deep(planning, zone, depth, out);
    say_passes(planning, zone, out);
    say_cartridge(planning, zone, out);
    say_speed(planning, zone, out);
    say_density(planning, zone, out);
}
