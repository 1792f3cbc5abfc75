// SPDX-License-Identifier: Apache-2.0
#include "planner/settings.h"

#include "planner/section.h"
#include "planner/settings_asked.h"
#include "planner/settings_cartridge.h"
#include "planner/settings_depth.h"
#include "planner/settings_engine.h"
#include "planner/settings_speed.h"

#include <math.h>

// ---- which device ----

struct turn {   // a place at which a device may be tried
    double order;
    int    at;   // among the places
};

static struct device device_at(const struct planning *planning, const struct limits_place *place) {
    const struct knowledge *knowledge = planning->view->knowledge;
    return limits_device(knowledge, load_device(knowledge, place->device));
}

static bool is_before(const struct turn *a, const struct turn *b) {
    return a->order < b->order || (a->order == b->order && a->at < b->at);
}

// The next place of the zone after `last`, in the order of knowledge. at -1: there is none.
static struct turn turn_after(const struct planning *planning, const char *zone,
                              const struct turn *last) {
    const struct limits_place *places = planning->limits->places.items;
    struct turn                next   = {INFINITY, -1};
    for (int i = 0; i < planning->limits->places.n; i++) {
        if (!text_equal(places[i].zone, zone)) continue;
        struct device device = device_at(planning, &places[i]);
        if (!device.order) continue;   // never planned
        struct turn turn = {device.order->value.value, i};
        if (is_before(last, &turn) && (next.at < 0 || is_before(&turn, &next))) next = turn;
    }
    return next;
}

static bool choose(struct planning *planning, const char *zone, struct planning_zone *chosen,
                   struct settings_depth *depth) {
    const struct limits_place *places = planning->limits->places.items;
    struct turn                turn   = {-INFINITY, -1};
    while ((turn = turn_after(planning, zone, &turn)).at >= 0) {
        const struct limits_place *place  = &places[turn.at];
        struct device              device = device_at(planning, place);
        if (!place->is_allowed || !settings_engine_knows(&device)) continue;
        if (!settings_depth_of(planning, place, &device, depth)) continue;
        *chosen = (struct planning_zone){
            .place = place, .skin = load_zone(planning->view->knowledge, zone), .device = device};
        settings_cartridge_fit(planning, chosen);
        return chosen->skin->area && chosen->skin->area->value.is_known;
    }
    return false;
}

// A place that no finding closes: the operator or the kind of device does.
static bool is_closed_by_hand(const struct limits_place *place) {
    return !place->is_allowed && text_equal(place->closed.rule, LIMITS_BY_HAND);
}

// Is the zone left out for a reason that does not stand among the findings?
static bool is_unsaid(const struct planning *planning, const char *zone) {
    const struct limits_place *places = planning->limits->places.items;
    for (int i = 0; i < planning->limits->places.n; i++)
        if (text_equal(places[i].zone, zone) &&
            (places[i].is_allowed || is_closed_by_hand(&places[i])))
            return true;
    return false;
}

// Why a zone is left out, in one remark. Devices whose settings are all too deep were said.
static void leave_out(struct planning *planning, const char *zone, bool is_too_deep) {
    const struct limits_place *places = planning->limits->places.items;
    const char                *id     = is_too_deep ? "plan.zone_too_deep" : "plan.zone_no_setting";
    const char                *because = "";
    if (!is_unsaid(planning, zone) && !planning->limits->is_open) return;
    for (int i = 0; i < planning->limits->places.n; i++) {
        if (!text_equal(places[i].zone, zone)) continue;
        if (places[i].is_allowed && places[i].kind == DEVICE_RF) id = "plan.zone_rf";
        if (!places[i].is_allowed && (!*because || !is_closed_by_hand(&places[i])))
            because = places[i].closed.because;
    }
    if (*because && text_equal(id, "plan.zone_no_setting")) id = "plan.zone_closed";
    const char *const pairs[] = {"zone", load_label(planning->view->knowledge, "zones", zone),
                                 "because", because, NULL};
    planning_remark(planning, id, planning_said(planning, id, pairs));
    planning_caution(planning);
    if (!text_equal(id, "plan.zone_rf")) return;
    const struct device *rf =
        load_device(planning->view->knowledge, words_device_kind[DEVICE_RF - 1]);
    if (rf && rf->safety)
        planning_remark(planning, rf->safety, load_saying(planning->view->knowledge, rf->safety));
}

// ---- what follows ----

static void add_layers(const struct planning *planning, const struct engine_answer *answer,
                       const struct quote_basis *basis, struct plan_zone *out) {
    struct plan_layer *layers = ARENA_NEW(planning->arena, struct plan_layer, SKIN_LAYERS);
    for (int i = 0; i < SKIN_LAYERS; i++)
        layers[i] = (struct plan_layer){
            section_layers[i], quote_band("1", &answer->layer_share[i], basis, planning->arena)};
    out->depth_layers = (struct list){layers, SKIN_LAYERS, true};
}

// The settings of a zone are those of its first goal.
static void say_second_goals(struct planning *planning, const struct planning_zone *zone,
                             struct plan_zone *out) {
    const struct knowledge    *knowledge = planning->view->knowledge;
    const struct patient_goal *goals     = planning->view->patient->goals.items;
    for (int i = 0; i < planning->view->patient->goals.n; i++) {
        struct names parts = view_item_zones(planning->view, &patient_goal_noun, &goals[i]);
        const char  *first = zone->place->indication, *second = goals[i].indication;
        if (!view_has(&parts, zone->place->zone) || text_equal(first, second)) continue;
        const char *const pairs[] = {
            "zone",   load_words(&zone->skin->label),
            "first",  planning_inside(planning, load_label(knowledge, "indications", first)),
            "second", planning_inside(planning, load_label(knowledge, "indications", second)),
            NULL};
        planning_remark_zone(planning, out, "plan.second_goal", pairs);
    }
}

static enum status warn(struct planning *planning, const struct planning_zone *zone,
                        const struct settings_depth *depth, struct plan_zone *out) {
    double      most;
    const char *label = load_label(planning->view->knowledge, "zones", zone->place->zone);
    TRY(planning_number(planning, "plan.beyond_share", &most));
    if (!(depth->label_mm > 0)) {
        const char *const pairs[] = {"device", load_words(&zone->device.label), NULL};
        planning_remark_zone(planning, out, "plan.no_label", pairs);
    }
    settings_asked_say(planning, zone, depth, out);
    say_second_goals(planning, zone, out);
    if (out->beyond_dermis->value.value > most) {
        double            of_100  = round(100 * out->beyond_dermis->value.value);
        const char *const pairs[] = {"zone", label, "share", quote_number(of_100, planning->arena),
                                     NULL};
        planning_remark_zone(planning, out, "plan.beyond_dermis", pairs);
        planning_caution(planning);
    }
    if (zone->skin->thickness->low_evidence) {
        const char *const pairs[] = {"zone", label, NULL};
        planning_remark_zone(planning, out, "plan.low_evidence", pairs);
    }
    return ST_OK;
}

static void answer_zone(struct planning *planning, const struct engine_answer *answer,
                        const struct settings_basis *basis, struct planning_zone *zone,
                        struct plan_zone *out) {
    struct arena *arena = planning->arena;
    out->density        = quote_band("/cm2", &answer->density_per_cm2, &basis->pattern, arena);
    if (answer->is_coverage_known)
        out->coverage = quote_band("1", &answer->coverage_frac, &basis->pattern, arena);
    out->achieved = quote_band("mm", &answer->achieved_mm, &basis->depth, arena);
    out->closure  = quote_band("h", &answer->closed_h, &basis->closure, arena);
    out->beyond_dermis =
        quote_share(answer->beyond_share_of_members, planning->members, &basis->skin, arena);
    out->beyond_dermis->because =
        load_saying(planning->view->knowledge, "plan.beyond_dermis_because");
    if (answer->is_closure_extrapolated)
        out->closure->because = load_saying(planning->view->knowledge, "plan.extrapolated");
    add_layers(planning, answer, &basis->skin, out);
    zone->has_minutes     = answer->is_minutes_known;
    zone->minutes         = answer->minutes;
    zone->minutes_sources = basis->minutes.sources;
    zone->minutes_status  = basis->minutes.status;
    zone->has_dose        = answer->is_dose_known;
    zone->dose            = answer->dose_frac;
    zone->dose_sources    = basis->dose.sources;
    zone->dose_status     = basis->dose.status;
}

// Of the handpiece, whatever needles it is fitted with.
static struct quantity *rate_of(const struct planning *planning, const struct limits_place *place) {
    struct device      device   = device_at(planning, place);
    struct quote_basis basis    = {{0}, 0};
    double             rate     = device.rate.value;
    double             low      = device.rate_low.is_known ? device.rate_low.value : rate;
    double             high     = device.rate_high.is_known ? device.rate_high.value : rate;
    const double       range[3] = {rate, low, high};
    if (!device.rate.is_known) return NULL;
    quote_rest(&basis, &device.sources, device.status, planning->arena);
    return quote_advice("Hz", range, &basis, planning->arena);
}

static void set_depth(struct planning_zone *zone, const struct settings_depth *depth) {
    zone->depth_mm             = depth->depth_mm;
    zone->unasked.depth        = depth->unasked;
    zone->unasked.depth_mm_min = depth->least_mm;
    zone->unasked.depth_mm_max = depth->most_mm;
    zone->unasked.label_mm     = depth->label_mm;
    zone->unasked.reach_mm     = depth->reach_mm;
}

static void set_passes(const struct planning *planning, struct planning_zone *zone) {
    struct patient_zone_setting asked = patient_setting(planning->view->patient, zone->place->zone);
    zone->unasked.passes              = (int)zone->device.passes->value.value;
    zone->passes = asked.passes.is_known ? (int)asked.passes.value : zone->unasked.passes;
}

static enum status set_zone(struct planning *planning, struct planning_zone *zone,
                            const struct settings_depth *depth, struct plan_zone *out) {
    struct engine_setup   setup;
    struct engine_answer  answer;
    struct settings_basis basis = {0};
    *out                        = (struct plan_zone){.zone       = zone->place->zone,
                                                     .device     = zone->place->device,
                                                     .indication = zone->place->indication,
                                                     .depth      = depth->quantity,
                                                     .rate       = rate_of(planning, zone->place),
                                                     .excludes   = zone->place->excludes};
    set_depth(zone, depth);
    set_passes(planning, zone);
    out->passes = quote_amount(zone->passes);
    if (zone->device.needles.is_known) out->needles = quote_amount(zone->device.needles.value);
    if (zone->cartridge) out->cartridge = zone->cartridge->id;
    TRY(settings_engine_setup(planning, zone, &setup, &basis));
    setup.depth_mm = zone->depth_mm;
    setup.passes   = zone->passes;
    TRY(settings_speed_set(planning, zone, &setup, &out->speed));
    TRY(engine_sitting(&setup, &answer, *planning->arena, planning->fault));
    answer_zone(planning, &answer, &basis, zone, out);
    TRY(section_plan(planning, &setup, &answer, &basis, out));
    return warn(planning, zone, depth, out);
}

enum status settings_choose(struct planning *planning) {
    const struct names *goals = &planning->view->goal_zones;
    struct plan_zone   *out   = ARENA_NEW(planning->arena, struct plan_zone, goals->n);
    planning->zones           = ARENA_NEW(planning->arena, struct planning_zone, goals->n);
    planning->plan->zones     = (struct list){out, 0, true};
    for (int i = 0; i < goals->n; i++) {
        struct planning_zone *zone = &planning->zones[planning->n_zones];
        struct settings_depth depth;
        int                   n_remarks = planning->plan->remarks.n;
        if (!choose(planning, goals->items[i], zone, &depth)) {
            leave_out(planning, goals->items[i], planning->plan->remarks.n > n_remarks);
            continue;
        }
        TRY(set_zone(planning, zone, &depth, &out[planning->n_zones]));
        planning->plan->zones.n = ++planning->n_zones;
    }
    return ST_OK;
}
