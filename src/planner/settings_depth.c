// SPDX-License-Identifier: Apache-2.0
#include "planner/settings_depth.h"

#include "base/units.h"
#include "planner/quote.h"

#include <math.h>

#define SETTINGS_EPSILON_MM 1e-9

struct working {                     // a depth on its way
    double             range[3];     // value, low, high
    double             hard_mm;      // what no setting passes
    double             advised_mm;   // before ceilings and device
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

static const struct limits_ceiling *ceiling_of(const struct limits_place *place, int kind) {
    const struct limits_ceiling *ceilings = place->ceilings.items;
    for (int i = 0; i < place->ceilings.n; i++)
        if (ceilings[i].kind == kind) return &ceilings[i];
    return NULL;
}

// A choice, not a finding: of ours ("default") or of the person ("patient").
static void rest_on_choice(const struct planning *planning, struct working *work, const char *key) {
    view_add(&work->basis.sources, key, planning->arena);
    work->basis.status = STATUS_DEFAULT;
    work->grade        = GRADE_D;
}

static void begin(const struct planning *planning, const struct limits_place *place,
                  struct working *work) {
    const struct quantity *depth = place->depth;
    const char            *what  = place->zone;
    if (place->indication)
        what = load_label(planning->view->knowledge, "indications", place->indication);
    const char *const pairs[] = {"depth", quote_number(depth->value.value, planning->arena), "what",
                                 planning_inside(planning, what), NULL};
    *work = (struct working){.range   = {depth->value.value, depth->low.value, depth->high.value},
                             .hard_mm = INFINITY,
                             .because = text_new(planning->arena),
                             .grade   = depth->grade};
    text_add(&work->because, planning_said(planning, "plan.depth", pairs));
    quote_rest(&work->basis, &depth->sources, depth->status, planning->arena);
}

static void take_steps(const struct planning *planning, const struct limits_place *place,
                       struct working *work) {
    const struct limits_step *steps = place->steps.items;
    for (int i = 0; i < place->steps.n; i++) {
        double before = work->range[0];
        if (before - stepped(before, &steps[i]) < SETTINGS_EPSILON_MM) continue;
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

// Nobody asked for more than the label: the default ends there.
static void end_at_label(const struct planning *planning, const struct limits_place *place,
                         struct working *work) {
    const struct limits_ceiling *label = ceiling_of(place, LIMITS_LABEL);
    if (!label) return;
    double            before  = work->range[0];
    const char *const pairs[] = {"label", quote_number(label->depth_mm, planning->arena), NULL};
    for (int k = 0; k < 3; k++) work->range[k] = fmin(work->range[k], label->depth_mm);
    if (before <= label->depth_mm) return;
    text_add(&work->because, planning_said(planning, "plan.depth_label", pairs));
    rest_on(planning, work, &label->origin);
}

// What was asked for stands in place of the default and its steps, and has no range.
static void take_wish(const struct planning *planning, const struct amount *wish,
                      struct working *work) {
    const char *const pairs[] = {"asked", quote_number(wish->value, planning->arena), "advised",
                                 quote_number(work->range[0], planning->arena), NULL};
    for (int k = 0; k < 3; k++) work->range[k] = wish->value;
    work->because = text_new(planning->arena);
    text_add(&work->because, planning_said(planning, "plan.depth_asked", pairs));
    rest_on_choice(planning, work, "patient");
}

// What a zone asks for goes before what the file asks for everywhere.
static struct amount wish_of(const struct planning *planning, const char *zone) {
    struct patient_zone_setting own = patient_setting(planning->view->patient, zone);
    return own.depth.is_known ? own.depth : planning->view->patient->depth;
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

// ---- what the device can be set to ----

static double shallowest(const struct device *device) {
    double least = INFINITY, length;
    for (int i = 0; i < device->lengths.n; i++)
        if (units_parse(device->lengths.items[i], "mm", &length) == UNITS_OK)
            least = fmin(least, length);
    if (device->lengths.n) return isfinite(least) ? least : 0;
    return device->depth_min.is_known ? device->depth_min.value : device->step.value;
}

double settings_depth_set(const struct device *device, double depth_mm) {
    double at_most = depth_mm + SETTINGS_EPSILON_MM, best = 0, length;
    for (int i = 0; i < device->lengths.n; i++)
        if (units_parse(device->lengths.items[i], "mm", &length) == UNITS_OK && length <= at_most)
            best = fmax(best, length);
    if (device->lengths.n) return best;
    double step = device->step.is_known ? device->step.value : 0;
    double set  = step > 0 ? floor(at_most / step) * step : depth_mm;
    return set + SETTINGS_EPSILON_MM < shallowest(device) ? 0 : quantity_rounded(set, 6);
}

bool settings_depth_can_set(const struct device *device, double depth_mm) {
    return fabs(settings_depth_set(device, depth_mm) - depth_mm) <= SETTINGS_EPSILON_MM;
}

static void say_too_deep(struct planning *planning, const struct limits_place *place,
                         const struct device *device, const struct working *work) {
    const char *const pairs[] = {
        "zone",   load_label(planning->view->knowledge, "zones", place->zone),
        "device", load_words(&device->label),
        "least",  quote_number(shallowest(device), planning->arena),
        "why",    work->because.data,
        NULL};
    planning_remark(planning, "plan.device_too_deep",
                    planning_said(planning, "plan.device_too_deep", pairs));
}

// What the device rounds is a choice of ours, whatever the depth before it rested on.
static void set_device(const struct planning *planning, double set_mm, struct working *work) {
    const char *const pairs[] = {"set", quote_number(set_mm, planning->arena), NULL};
    if (fabs(set_mm - work->range[0]) <= SETTINGS_EPSILON_MM) return;
    text_add(&work->because, planning_said(planning, "plan.depth_set", pairs));
    rest_on_choice(planning, work, "default");
    work->range[0] = set_mm;
}

// No deeper than a patient file can ask for.
static double deepest(const struct device *device, double hard_mm) {
    const struct field *field = field_find(&patient_zone_setting_noun, "depth");
    return settings_depth_set(device, fmin(hard_mm, field->max));
}

// ---- the whole ----

// `wish`: NULL = nothing is asked for. False: the device has no setting that is shallow enough.
static bool settle(const struct planning *planning, const struct limits_place *place,
                   const struct device *device, const struct amount *wish, struct working *work) {
    begin(planning, place, work);
    end_at_label(planning, place, work);
    take_steps(planning, place, work);
    work->advised_mm = work->range[0];
    if (wish) take_wish(planning, wish, work);
    keep_below_ceilings(planning, place, work);
    double set = settings_depth_set(device, work->range[0]);
    if (!(set > 0)) return false;
    set_device(planning, set, work);
    work->range[1] = fmin(work->range[1], set);
    work->range[2] = wish ? set : fmax(set, fmin(work->range[2], work->hard_mm));
    return true;
}

static struct quantity *quoted(const struct planning *planning, const struct working *work) {
    struct quantity *quantity = quote_advice("mm", work->range, &work->basis, planning->arena);
    quantity->grade           = work->grade ? work->grade : GRADE_D;
    quantity->because         = work->because.data;
    return quantity;
}

static double ceiling_mm(const struct limits_place *place, int kind) {
    const struct limits_ceiling *ceiling = ceiling_of(place, kind);
    return ceiling ? ceiling->depth_mm : 0;
}

bool settings_depth_of(struct planning *planning, const struct limits_place *place,
                       const struct device *device, struct settings_depth *depth) {
    struct working unasked, asked;
    struct amount  wish = wish_of(planning, place->zone);
    if (!place->depth) return false;
    bool is_unasked = settle(planning, place, device, NULL, &unasked);
    bool is_same    = is_unasked && fabs(wish.value - unasked.range[0]) <= SETTINGS_EPSILON_MM;
    bool is_asked   = wish.is_known && !is_same;
    bool is_set     = is_asked ? settle(planning, place, device, &wish, &asked) : is_unasked;

    const struct working *work = is_asked ? &asked : &unasked;
    if (!is_set) {
        say_too_deep(planning, place, device, work);
        return false;
    }
    *depth          = (struct settings_depth){.depth_mm   = work->range[0],
                                              .least_mm   = shallowest(device),
                                              .most_mm    = deepest(device, unasked.hard_mm),
                                              .label_mm   = ceiling_mm(place, LIMITS_LABEL),
                                              .reach_mm   = ceiling_mm(place, LIMITS_REACH),
                                              .is_asked   = is_asked,
                                              .asked_mm   = wish.value,
                                              .advised_mm = unasked.advised_mm,
                                              .chart_mm   = place->depth->high.value};
    depth->quantity = quoted(planning, work);
    depth->unasked  = !is_unasked ? NULL : is_asked ? quoted(planning, &unasked) : depth->quantity;
    return true;
}
