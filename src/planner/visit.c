// SPDX-License-Identifier: Apache-2.0
#include "planner/visit.h"

#include "planner/quote.h"

enum { VISIT_PERCENTILE_75 = 4 };   // of quantity.p

static const char *const no_pairs[] = {NULL};

// Time on all zones as the device can do it; the same hand holds it throughout, so the members'
// percentiles add up. NULL: not known for every zone.
static struct quantity *by_device(const struct planning *planning) {
    struct ensemble_band sum   = {{0}};
    struct quote_basis   basis = {{0}, 0};
    for (int i = 0; i < planning->n_zones; i++) {
        const struct planning_zone *zone = &planning->zones[i];
        if (!zone->has_minutes) return NULL;
        for (int k = 0; k < ENSEMBLE_POINTS; k++) sum.p[k] += zone->minutes.p[k];
        quote_rest(&basis, &zone->minutes_sources, zone->minutes_status, planning->arena);
    }
    return planning->n_zones ? quote_band("min", &sum, &basis, planning->arena) : NULL;
}

// Time on all zones at the published pace. NULL: none was published for a device.
static struct quantity *by_pace(const struct planning *planning) {
    double             range[3] = {0, 0, 0};
    struct quote_basis basis    = {{0}, 0};
    for (int i = 0; i < planning->n_zones; i++) {
        const struct figure *pace = planning->zones[i].device.pace;
        const struct figure *area = planning->zones[i].skin->area;
        if (!pace) return NULL;
        range[0] += pace->value.value * area->value.value;
        range[1] += (pace->low.is_known ? pace->low : pace->value).value *
                    (area->low.is_known ? area->low : area->value).value;
        range[2] += (pace->high.is_known ? pace->high : pace->value).value *
                    (area->high.is_known ? area->high : area->value).value;
        quote_rest_figure(&basis, pace, planning->arena);
        quote_rest_figure(&basis, area, planning->arena);
    }
    if (!planning->n_zones) return NULL;
    struct quantity *minutes = quote_advice("min", range, &basis, planning->arena);
    if (minutes->status != STATUS_DEFAULT) minutes->kind = QUANTITY_MEASURED;
    return minutes;
}

static struct quantity *needling(const struct planning *planning) {
    struct quantity *device = by_device(planning), *pace = by_pace(planning);
    if (!device || !pace) return device ? device : pace;
    struct quantity  *longer  = pace->value.value > device->value.value ? pace : device;
    const char *const pairs[] = {"device", quote_number(device->value.value, planning->arena),
                                 "pace", quote_number(pace->value.value, planning->arena), NULL};
    longer->because           = planning_said(planning, "plan.needling", pairs);
    return longer;
}

// Minutes of one step, or NULL if it is not part of this sitting or nobody says how long it takes.
static struct quantity *step_minutes(const struct planning *planning, const struct step *step) {
    if (text_equal(step->when, "numbing"))
        return planning->plan->numbing ? planning->plan->numbing->minutes : NULL;
    if (text_equal(step->id, "needling")) return needling(planning);
    return quote_figure(step->minutes, QUANTITY_ADVICE, "min", planning->arena);
}

static int visits(const struct planning *planning) {
    const struct plan_numbing *numbing = planning->plan->numbing;
    return numbing && numbing->parts.value > 1 ? (int)numbing->parts.value : 1;
}

// What the total leaves out or adds up, or NULL.
static const char *total_said(const struct planning *planning, const struct plan_step *steps,
                              int n) {
    struct text out          = text_new(planning->arena);
    bool        has_needling = false;
    for (int i = 0; i < n; i++) has_needling = has_needling || text_equal(steps[i].id, "needling");
    if (visits(planning) > 1) text_add(&out, planning_said(planning, "plan.total_parts", no_pairs));
    if (!has_needling)
        text_addf(&out, "%s%s", out.n ? " " : "",
                  planning_said(planning, "plan.total_no_needling", no_pairs));
    return out.n ? out.data : NULL;
}

static struct quantity *total_of(const struct planning *planning, const struct plan_step *steps,
                                 int n) {
    struct quote_basis basis       = {{0}, 0};
    double             range[3]    = {0, 0, 0};
    bool               is_computed = false;
    for (int i = 0; i < n; i++) {
        range[0] += steps[i].minutes->value.value;
        range[1] += steps[i].minutes->low.value;
        range[2] += steps[i].minutes->high.value;
        is_computed = is_computed || steps[i].minutes->kind == QUANTITY_COMPUTED;
        quote_rest(&basis, &steps[i].minutes->sources, steps[i].minutes->status, planning->arena);
    }
    struct quantity *total = quote_advice("min", range, &basis, planning->arena);
    total->because         = total_said(planning, steps, n);
    if (!is_computed) return total;
    total->kind                        = QUANTITY_COMPUTED;
    total->grade                       = GRADE_ABSENT;
    total->p[0]                        = total->low;
    total->p[QUANTITY_PERCENTILES - 1] = total->high;
    return total;
}

// Minutes that every visit of the treatment takes, all visits together.
static struct quantity *repeated(const struct planning *planning, const struct quantity *minutes) {
    int               n       = visits(planning);
    struct quantity  *all     = ARENA_NEW(planning->arena, struct quantity, 1);
    const char *const pairs[] = {"parts", quote_number(n, planning->arena), "minutes",
                                 quote_number(minutes->value.value, planning->arena), NULL};
    *all                      = *minutes;
    all->value                = quote_amount(n * minutes->value.value);
    all->low                  = quote_amount(n * minutes->low.value);
    all->high                 = quote_amount(n * minutes->high.value);
    all->because              = planning_said(planning, "plan.step_parts", pairs);
    return all;
}

struct list visit_steps(struct planning *planning) {
    const struct step *all   = planning->view->knowledge->all.steps.items;
    int                n_all = planning->view->knowledge->all.steps.n, n = 0;
    struct plan_step  *out  = ARENA_NEW(planning->arena, struct plan_step, n_all + 1);
    planning->visit_minutes = 0;
    for (int i = 0; i < n_all; i++) {
        struct quantity *minutes = step_minutes(planning, &all[i]);
        if (!minutes) continue;
        const struct amount *late        = &minutes->p[VISIT_PERCENTILE_75];
        double               at_one      = late->is_known ? late->value : minutes->value.value;
        bool                 is_needling = text_equal(all[i].id, "needling");
        if (is_needling && planning->visit_share > 0) at_one *= planning->visit_share;
        planning->visit_minutes += at_one;
        if (!is_needling && visits(planning) > 1) minutes = repeated(planning, minutes);
        out[n++] = (struct plan_step){all[i].id, minutes};
    }
    if (n > 0) {
        out[n] = (struct plan_step){"total", total_of(planning, out, n)};
        n++;
    }
    return (struct list){out, n, true};
}
