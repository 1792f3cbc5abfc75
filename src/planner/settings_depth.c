// SPDX-License-Identifier: Apache-2.0
#include "planner/settings_depth.h"

#include "base/units.h"
#include "planner/quote.h"

#include <math.h>

#define SETTINGS_EPSILON_MM 1e-9

struct working {                   // a depth on its way
    double             range[3];   // value, low, high
    double             hard_mm;    // what no setting passes
    struct text        because;
    struct quote_basis basis;
    int                grade;
};

static double stepped(double depth_mm, const struct limits_step *step) {
    double less = depth_mm - step->step_mm;
    return less < step->floor_mm ? fmin(depth_mm, step->floor_mm) : less;
}

static void rest_on(const struct planning *planning, struct working *work,
                    const struct limits_origin *origin) {
    quote_rest(&work->basis, &origin->sources, origin->status, planning->arena);
    if (origin->grade > work->grade) work->grade = origin->grade;
}

static void begin(const struct planning *planning, const struct limits_place *place,
                  struct working *work) {
    const struct quantity *depth = place->depth;
    const char            *what  = place->zone;
    if (place->indication)
        what = load_label(planning->view->knowledge, "indications", place->indication);
    const char *const pairs[] = {"depth", quote_number(depth->value.value, planning->arena), "what",
                                 planning_inside(planning, what), NULL};
    *work = (struct working){{depth->value.value, depth->low.value, depth->high.value},
                             INFINITY,
                             text_new(planning->arena),
                             {{0}, 0},
                             depth->grade};
    text_add(&work->because, planning_said(planning, "plan.depth", pairs));
    quote_rest(&work->basis, &depth->sources, depth->status, planning->arena);
}

static void take_steps(const struct planning *planning, const struct limits_place *place,
                       struct working *work) {
    const struct limits_step *steps = place->steps.items;
    for (int i = 0; i < place->steps.n; i++) {
        double            before  = work->range[0];
        const char *const pairs[] = {
            "rule",    steps[i].origin.rule,
            "because", steps[i].origin.because,
            "step",    quote_number(before - stepped(before, &steps[i]), planning->arena),
            NULL};
        for (int k = 0; k < 3; k++) work->range[k] = stepped(work->range[k], &steps[i]);
        text_add(&work->because, planning_said(planning, "plan.depth_less", pairs));
        rest_on(planning, work, &steps[i].origin);
    }
}

// What was asked for stands in place of the default and its steps.
static void take_wish(const struct planning *planning, struct working *work) {
    static const char *const sources[] = {"patient"};
    const struct amount     *wish      = &planning->view->patient->depth;
    struct names             names     = {ARENA_NEW(planning->arena, const char *, 1), 1, true};
    names.items[0]                     = sources[0];
    if (!wish->is_known) return;
    const char *const pairs[] = {"asked", quote_number(wish->value, planning->arena), "advised",
                                 quote_number(work->range[0], planning->arena), NULL};
    work->range[0]            = wish->value;
    work->because             = text_new(planning->arena);
    text_add(&work->because, planning_said(planning, "plan.depth_asked", pairs));
    quote_rest(&work->basis, &names, STATUS_DEFAULT, planning->arena);
}

static void keep_below_ceilings(const struct planning *planning, const struct limits_place *place,
                                struct working *work) {
    const struct limits_ceiling *ceilings = place->ceilings.items, *lowest = NULL;
    for (int i = 0; i < place->ceilings.n; i++)
        if (ceilings[i].kind != LIMITS_LABEL && ceilings[i].depth_mm < work->hard_mm) {
            lowest        = &ceilings[i];
            work->hard_mm = ceilings[i].depth_mm;
        }
    if (!lowest || work->range[0] <= work->hard_mm) return;
    const char *const pairs[] = {
        "most", quote_number(work->hard_mm, planning->arena), "rule",
        load_label(planning->view->knowledge, "ceilings", lowest->origin.rule), NULL};
    work->range[0] = work->hard_mm;
    text_add(&work->because, planning_said(planning, "plan.depth_most", pairs));
    rest_on(planning, work, &lowest->origin);
}

// The deepest setting of the device that is not deeper than depth_mm; its shallowest if there is
// none; 0 if it is not known what it can be set to.
static double setting_of(const struct device *device, double depth_mm) {
    double at_most = depth_mm + SETTINGS_EPSILON_MM, best = 0, least = INFINITY;
    for (int i = 0; i < device->lengths.n; i++) {
        double length;
        if (units_parse(device->lengths.items[i], "mm", &length) != UNITS_OK) continue;
        if (length <= at_most && length > best) best = length;
        if (length < least) least = length;
    }
    if (device->lengths.n) return best > 0 ? best : isfinite(least) ? least : 0;
    double step = device->step.is_known ? device->step.value : 0;
    double set  = step > 0 ? floor(at_most / step) * step : depth_mm;
    if (device->depth_min.is_known) set = fmax(set, device->depth_min.value);
    return set;
}

bool settings_depth_of(const struct planning *planning, const struct limits_place *place,
                       const struct device *device, struct settings_depth *depth) {
    struct working work;
    if (!place->depth) return false;
    begin(planning, place, &work);
    take_steps(planning, place, &work);
    take_wish(planning, &work);
    keep_below_ceilings(planning, place, &work);
    double set = setting_of(device, work.range[0]);
    if (!(set > 0) || set > work.hard_mm + SETTINGS_EPSILON_MM ||
        set > fmax(work.range[0], work.range[2]) + SETTINGS_EPSILON_MM)
        return false;
    set = quantity_rounded(set, 6);
    if (fabs(set - work.range[0]) > SETTINGS_EPSILON_MM) {
        const char *const pairs[] = {"set", quote_number(set, planning->arena), NULL};
        text_add(&work.because, planning_said(planning, "plan.depth_set", pairs));
    }
    work.range[0]            = set;
    work.range[1]            = fmin(work.range[1], set);
    work.range[2]            = fmax(set, fmin(work.range[2], work.hard_mm));
    *depth                   = (struct settings_depth){.depth_mm = set};
    depth->quantity          = quote_advice("mm", work.range, &work.basis, planning->arena);
    depth->quantity->grade   = work.grade ? work.grade : GRADE_D;
    depth->quantity->because = work.because.data;
    const struct limits_ceiling *ceilings = place->ceilings.items;
    for (int i = 0; i < place->ceilings.n; i++)
        if (ceilings[i].kind == LIMITS_LABEL) depth->label_mm = ceilings[i].depth_mm;
    return true;
}
