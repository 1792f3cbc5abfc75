// SPDX-License-Identifier: Apache-2.0
#include "planner/visit.h"

#include "planner/part.h"
#include "planner/quote.h"

#include <math.h>

enum { VISIT_PERCENTILE_75 = 4, VISIT_DIGITS = 2 };   // of a band; of minutes in a sentence

static const double visit_shares[ENSEMBLE_POINTS] = {0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975};

static const char *const no_pairs[] = {NULL};

// Time on the zones of a part as the device can do it; the same hand holds it throughout, so the
// members' percentiles add up. NULL: not known for every zone.
static struct quantity *by_device(const struct planning *planning, int part) {
    struct ensemble_band sum   = {{0}};
    struct quote_basis   basis = {{0}, 0};
    for (int i = 0; i < planning->n_zones; i++) {
        const struct planning_zone *zone  = &planning->zones[i];
        double                      share = part_share(zone, part);
        if (!(share > 0)) continue;
        if (!zone->has_minutes) return NULL;
        for (int k = 0; k < ENSEMBLE_POINTS; k++) sum.p[k] += share * zone->minutes.p[k];
        quote_rest(&basis, &zone->minutes_sources, zone->minutes_status, planning->arena);
    }
    return planning->n_zones ? quote_band("min", &sum, &basis, planning->arena) : NULL;
}

// Time on the zones of a part at the published pace. NULL: none was published for a device.
static struct quantity *by_pace(const struct planning *planning, int part) {
    double             range[3] = {0, 0, 0};
    struct quote_basis basis    = {{0}, 0};
    for (int i = 0; i < planning->n_zones; i++) {
        const struct figure *pace  = planning->zones[i].device.pace;
        const struct figure *area  = planning->zones[i].skin->area;
        double               share = part_share(&planning->zones[i], part);
        if (!(share > 0)) continue;
        if (!pace) return NULL;
        range[0] += share * pace->value.value * area->value.value;
        range[1] += share * (pace->low.is_known ? pace->low : pace->value).value *
                    (area->low.is_known ? area->low : area->value).value;
        range[2] += share * (pace->high.is_known ? pace->high : pace->value).value *
                    (area->high.is_known ? area->high : area->value).value;
        quote_rest_figure(&basis, pace, planning->arena);
        quote_rest_figure(&basis, area, planning->arena);
    }
    if (!planning->n_zones) return NULL;
    struct quantity *minutes = quote_advice("min", range, &basis, planning->arena);
    if (minutes->status != STATUS_DEFAULT) minutes->kind = QUANTITY_MEASURED;
    return minutes;
}

// At our pace, unless a member of the simulation takes longer; then the longer in each.
static struct quantity *longer(const struct planning *planning, const struct quantity *device,
                               const struct quantity *pace) {
    struct ensemble_band band;
    struct quote_basis   basis   = {{0}, 0};
    struct quantity     *minutes = ARENA_NEW(planning->arena, struct quantity, 1);
    *minutes                     = *pace;
    if (device->high.value <= pace->value.value) return minutes;
    for (int k = 0; k < ENSEMBLE_POINTS; k++)
        band.p[k] = fmax(device->p[k].value, pace->value.value);
    quote_rest(&basis, &device->sources, device->status, planning->arena);
    quote_rest(&basis, &pace->sources, pace->status, planning->arena);
    return quote_band("min", &band, &basis, planning->arena);
}

static struct plan_step needling(const struct planning *planning, int part) {
    struct plan_step step = {.id             = "needling",
                             .device_minutes = by_device(planning, part),
                             .pace_minutes   = by_pace(planning, part)};
    if (!step.device_minutes || !step.pace_minutes) {
        step.minutes = step.device_minutes ? step.device_minutes : step.pace_minutes;
        return step;
    }
    double            device  = step.device_minutes->value.value;
    double            pace    = step.pace_minutes->value.value;
    const char *const pairs[] = {
        "device", quote_number(quantity_rounded(device, VISIT_DIGITS), planning->arena), "pace",
        quote_number(quantity_rounded(pace, VISIT_DIGITS), planning->arena), NULL};
    step.minutes          = longer(planning, step.device_minutes, step.pace_minutes);
    step.minutes->because = planning_said(planning, "plan.needling", pairs);
    return step;
}

// One step; without minutes if it is not part of this visit or nobody says how long it takes.
static struct plan_step step_of(const struct planning *planning, const struct step *step,
                                int part) {
    const struct plan_numbing *numbing = planning->plan->numbing;
    if (text_equal(step->id, "needling")) return needling(planning, part);
    if (text_equal(step->when, "numbing"))
        return (struct plan_step){.id = step->id, .minutes = numbing ? numbing->minutes : NULL};
    return (struct plan_step){
        .id      = step->id,
        .minutes = quote_figure(step->minutes, QUANTITY_ADVICE, "min", planning->arena)};
}

// What is done in it, and how long others say it takes.
static void fill_beside(const struct planning *planning, const struct step *step,
                        struct plan_step *out) {
    const char *what       = load_words(&step->what);
    out->what              = *what ? what : NULL;
    out->published_minutes = quote_measured(step->published, "min", planning->arena);
}

static double at_percentile(const struct quantity *minutes, int percentile) {
    const struct amount *p = &minutes->p[percentile];
    return p->is_known ? p->value : minutes->value.value;
}

double visit_late(const struct ensemble_band *minutes) { return minutes->p[VISIT_PERCENTILE_75]; }

// Is the band a single number?
static bool is_sure(const struct ensemble_band *band) {
    return !(band->p[0] < band->p[ENSEMBLE_POINTS - 1]);
}

double visit_share_above(const struct ensemble_band *band, double value) {
    const int last = ENSEMBLE_POINTS - 1;
    if (is_sure(band)) return value < band->p[0] ? 1 : 0;
    if (value < band->p[0]) return 1 - visit_shares[0];
    if (value >= band->p[last]) return 1 - visit_shares[last];
    int at = 0;
    while (value >= band->p[at + 1]) at++;
    double part = (value - band->p[at]) / (band->p[at + 1] - band->p[at]);
    return 1 - visit_shares[at] - part * (visit_shares[at + 1] - visit_shares[at]);
}

const char *visit_share_said(const struct planning *planning, const struct ensemble_band *band,
                             double value) {
    const double of_100   = 100 * visit_share_above(band, value);
    bool         is_above = value < band->p[0], is_below = value >= band->p[ENSEMBLE_POINTS - 1];
    if (is_sure(band) || (!is_above && !is_below))
        return quote_number(round(of_100), planning->arena);
    const char       *end = quote_number(is_above ? floor(of_100) : ceil(of_100), planning->arena);
    const char *const pairs[] = {"share", end, NULL};
    return planning_said(planning, is_above ? "plan.share_above" : "plan.share_below", pairs);
}

// What the total leaves out, or NULL.
static const char *total_said(const struct planning *planning, const struct plan_step *steps,
                              int n) {
    for (int i = 0; i < n; i++)
        if (text_equal(steps[i].id, "needling")) return NULL;
    return planning_said(planning, "plan.total_no_needling", no_pairs);
}

// The steps added up, end by end: a range of ours, as what is added is of more than one kind.
static struct quantity *total_of(const struct planning *planning, const struct plan_step *steps,
                                 int n) {
    struct quote_basis basis    = {{0}, 0};
    double             range[3] = {0, 0, 0};
    for (int i = 0; i < n; i++) {
        range[0] += steps[i].minutes->value.value;
        range[1] += steps[i].minutes->low.value;
        range[2] += steps[i].minutes->high.value;
        quote_rest(&basis, &steps[i].minutes->sources, steps[i].minutes->status, planning->arena);
    }
    struct quantity *total = quote_advice("min", range, &basis, planning->arena);
    total->because         = total_said(planning, steps, n);
    return total;
}

struct list visit_steps(struct planning *planning, int part) {
    const struct step   *all   = planning->view->knowledge->all.steps.items;
    int                  n_all = planning->view->knowledge->all.steps.n, n = 0;
    struct plan_step    *out = ARENA_NEW(planning->arena, struct plan_step, n_all + 1);
    struct ensemble_band sum = {{0}};
    for (int i = 0; i < n_all; i++) {
        struct plan_step step = step_of(planning, &all[i], part);
        if (!step.minutes) continue;
        fill_beside(planning, &all[i], &step);
        for (int k = 0; k < ENSEMBLE_POINTS; k++) sum.p[k] += at_percentile(step.minutes, k);
        out[n++] = step;
    }
    for (int k = 0; k < ENSEMBLE_POINTS; k++)
        planning->visit_minutes.p[k] = fmax(planning->visit_minutes.p[k], sum.p[k]);
    if (n > 0) {
        out[n] = (struct plan_step){.id = "total", .minutes = total_of(planning, out, n)};
        for (int i = 0; i < n_all; i++)
            if (text_equal(all[i].id, "total")) fill_beside(planning, &all[i], &out[n]);
        n++;
    }
    return (struct list){out, n, true};
}
