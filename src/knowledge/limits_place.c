// SPDX-License-Identifier: Apache-2.0
#include "knowledge/limits_place.h"

#include "knowledge/evaluate.h"
#include "knowledge/figure.h"
#include "knowledge/findings.h"
#include "knowledge/limits_base.h"

// ---- what findings close ----

static bool is_part(const struct view *view, const char *code) {
    const struct agent *agents = view->knowledge->all.agents.items;
    for (int i = 0; i < view->knowledge->all.agents.n; i++)
        if (text_equal(agents[i].id, code) || view_has(&agents[i].groups, code)) return false;
    return true;
}

static void close_place(struct limits_place *place, const struct finding *finding) {
    date_day again = finding->until.day;
    if (finding->lifts && finding->lifts->look_again.day) again = finding->lifts->look_again.day;
    if (place->is_allowed) {   // findings stand worst first
        place->closed     = limits_base_origin(finding);
        place->look_again = again;
    } else if (!again || (place->look_again && again > place->look_again))
        place->look_again = again;
    place->is_allowed = false;
}

// Nothing is done before this day: a deferral ends, or what is outstanding is looked at again.
static date_day not_before(const struct finding *finding, int class, bool is_dated) {
    bool is_outstanding = class == CLASS_PROPHYLAXIS || class == CLASS_CLEARANCE;
    if (is_dated) return finding->until.day;
    return is_outstanding && finding->lifts ? finding->lifts->look_again.day : 0;
}

static void judge(const struct view *view, const struct finding *finding,
                  struct limits_place *place) {
    int class = finding->class;
    if (finding->scope->agents.n && class > CLASS_CAUTION) class = CLASS_CAUTION;
    bool is_dated = class == CLASS_DEFER && finding->until.day && !finding->rescreen;
    if (class >= CLASS_ASK && !is_dated) close_place(place, finding);
    date_day from = not_before(finding, class, is_dated);
    if (from) {
        struct limits_wait wait = {from, limits_base_origin(finding)};
        limits_add(&place->waits, &wait, sizeof wait, view->arena);
    }
    if (from > place->from) {
        place->from        = from;
        place->from_origin = limits_base_origin(finding);
    }
    if (finding->depth_max.is_known) {
        struct limits_ceiling ceiling = {LIMITS_FINDING, finding->depth_max.value,
                                         limits_base_origin(finding)};
        limits_add(&place->ceilings, &ceiling, sizeof ceiling, view->arena);
    }
    if (finding->scope->spot) view_add(&place->excludes, finding->scope->spot, view->arena);
    for (int i = 0; i < finding->excludes.n; i++)
        if (is_part(view, finding->excludes.items[i]))
            view_add(&place->excludes, finding->excludes.items[i], view->arena);
}

// ---- depth ----

static const struct patient_goal *goal_of(const struct view *view, const char *zone) {
    const struct patient_goal *goals = view->patient->goals.items;
    for (int i = 0; i < view->patient->goals.n; i++) {
        struct names parts = view_item_zones(view, &patient_goal_noun, &goals[i]);
        if (view_has(&parts, zone)) return &goals[i];
    }
    return NULL;
}

// The indication's own depth, else the zone's for scars, else the zone's.
static const struct quantity *depth_of(const struct view *view, const struct limits_place *place) {
    const struct zone       *zone       = load_zone(view->knowledge, place->zone);
    const struct indication *indication = load_indication(view->knowledge, place->indication);
    if (!zone || !zone->depth || place->kind == DEVICE_RF) return NULL;
    const struct figure *figure = zone->depth;
    if (indication && indication->is_scar && zone->depth_scar) figure = zone->depth_scar;
    if (indication && indication->depth) figure = indication->depth;
    return figure_quantity(figure, QUANTITY_ADVICE, "mm", view->arena);
}

static void add_steps(const struct view *view, struct limits_place *place) {
    const struct adjustment *all  = view->knowledge->all.adjustments.items;
    const char              *kind = words_device_kind[place->kind - 1];
    for (int i = 0; i < view->knowledge->all.adjustments.n; i++) {
        struct evaluate_item person  = {0};
        struct names         missing = {0};
        if (!all[i].depth_step.is_known || view_has(&all[i].except_zones, place->zone)) continue;
        if (all[i].devices.n && !view_has(&all[i].devices, kind)) continue;
        if (evaluate_tests(view, &all[i].where, &person, &missing) != TRUTH_TRUE) continue;
        struct limits_step step = {.step_mm  = all[i].depth_step.value,
                                   .floor_mm = all[i].depth_floor.value};
        step.origin = (struct limits_origin){all[i].id, load_words(&all[i].because), all[i].sources,
                                             all[i].grade, all[i].status};
        limits_add(&place->steps, &step, sizeof step, view->arena);
    }
}

static void add_figure(const struct view *view, struct limits_place *place, int kind,
                       const char *rule, const struct figure *figure) {
    if (!figure || !figure->value.is_known) return;
    struct limits_ceiling ceiling = {
        kind,
        figure->value.value,
        {rule, load_words(&figure->because), figure->sources, figure->grade, figure->status}};
    limits_add(&place->ceilings, &ceiling, sizeof ceiling, view->arena);
}

static void add_ceilings(const struct view *view, struct limits_place *place,
                         const struct clinic_operator *operator) {
    static const char *const clinic_sources[] = {"clinic"};
    struct device            device =
        limits_device(view->knowledge, load_device(view->knowledge, place->device));
    bool is_neck = place->region == REGION_NECK && device.labelled_neck;
    add_figure(view, place, LIMITS_REACH, "reach", device.reach);
    add_figure(view, place, LIMITS_LABEL, "label",
               is_neck ? device.labelled_neck : device.labelled);
    if (!operator|| !operator->depth_max.is_known) return;
    const char **sources          = ARENA_NEW(view->arena, const char *, 1);
    sources[0]                    = clinic_sources[0];
    struct limits_ceiling ceiling = {
        LIMITS_OPERATOR,
        operator->depth_max.value,
        {"operator", operator->name, {sources, 1, true}, GRADE_D, STATUS_DEFAULT}};
    limits_add(&place->ceilings, &ceiling, sizeof ceiling, view->arena);
}

// ---- the whole ----

static void close_by_hand(const struct view *view, struct limits_place *place,
                          const struct clinic_operator *operator) {
    static const char *const ours[] = {"default"}, *const clinics[] = {"clinic"};
    const char        *kind = words_device_kind[place->kind - 1], *saying = NULL;
    const char *const *source = clinics;
    if (!place->is_allowed) return;
    if (operator&& operator->devices.is_present && !view_has(&operator->devices, kind))
        saying = "plan.closed_operator";
    if (place->kind == DEVICE_HOME_ROLLER) {
        saying = "plan.closed_home";
        source = ours;
    }
    if (!saying) return;
    const char **sources = ARENA_NEW(view->arena, const char *, 1);
    sources[0]           = source[0];
    place->is_allowed    = false;
    place->closed        = (struct limits_origin){.rule    = LIMITS_BY_HAND,
                                                  .because = load_saying(view->knowledge, saying),
                                                  .sources = {sources, 1, true},
                                                  .grade   = GRADE_D,
                                                  .status  = STATUS_DEFAULT};
}

struct limits_place limits_place_of(const struct view *view, const struct screening *screening,
                                    const struct option_verdict  *option,
                                    const struct clinic_operator *operator) {
    const struct finding      *findings = screening->findings.items;
    const struct device       *device   = load_device(view->knowledge, option->device);
    const struct zone         *zone     = load_zone(view->knowledge, option->zone);
    const struct patient_goal *goal     = goal_of(view, option->zone);
    struct limits_place        place    = {.zone       = option->zone,
                                           .device     = option->device,
                                           .indication = goal ? goal->indication : NULL,
                                           .kind       = device->kind,
                                           .region     = zone ? zone->region : REGION_ABSENT,
                                           .is_allowed = true};
    for (int i = 0; i < screening->findings.n; i++)
        if (findings_concern(&findings[i], place.zone, words_device_kind[place.kind - 1]))
            judge(view, &findings[i], &place);
    close_by_hand(view, &place, operator);
    place.depth = depth_of(view, &place);
    if (place.depth) add_steps(view, &place);
    add_ceilings(view, &place, operator);
    return place;
}
