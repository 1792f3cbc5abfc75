// SPDX-License-Identifier: Apache-2.0
#include "planner/settings_speed.h"

#include "planner/quote.h"
#include "planner/settings_engine.h"

#include <math.h>

enum { SPEED_DIGITS = 3 };

#define SPEED_EPSILON 1e-9

// ---- what is chosen ----

// Of a pen: the glide at which the passes leave so many punctures, no slower and no faster than a
// patient file can ask for.
static enum status glide_for(const struct planning *planning, const struct engine_setup *setup,
                             double density_per_cm2, double *speed_cm_s) {
    const struct field *field = field_find(&patient_zone_setting_noun, "speed");
    struct engine_setup end   = *setup;
    double              most, least;
    end.speed_cm_s = field->min;
    TRY(engine_pass_density(&end, &most, planning->fault));
    end.speed_cm_s = field->max;
    TRY(engine_pass_density(&end, &least, planning->fault));
    double held = fmin(fmax(density_per_cm2, setup->passes * least), setup->passes * most);
    return engine_speed(setup, held, speed_cm_s, planning->fault);
}

// As half of the members see the density aimed at: some punctures do not land.
static enum status by_density(const struct planning *planning, const struct engine_setup *setup,
                              const struct figure *density, double range[3]) {
    double low    = density->low.is_known ? density->low.value : density->value.value;
    double high   = density->high.is_known ? density->high.value : density->value.value;
    double landed = settings_engine_median(&setup->contact);
    TRY(glide_for(planning, setup, density->value.value / landed, &range[0]));
    TRY(glide_for(planning, setup, high / landed, &range[1]));
    return glide_for(planning, setup, low / landed, &range[2]);
}

// Of others: the glide at which needling keeps the published pace.
static double by_pace(const struct engine_setup *setup, double pace_min_cm2) {
    const double mm_in_cm = 10, s_in_min = 60;
    return setup->passes * (1 + setup->turning_frac) /
           (setup->width_mm / mm_in_cm * pace_min_cm2 * s_in_min);
}

// Rounded, and held at the ends of what a patient file can ask for. False: the value is an end.
static bool round_within(double range[3]) {
    const struct field *field = field_find(&patient_zone_setting_noun, "speed");
    for (int i = 0; i < 3; i++)
        range[i] = quantity_rounded(fmin(fmax(range[i], field->min), field->max), SPEED_DIGITS);
    return range[0] > field->min && range[0] < field->max;
}

// The glide that goes with the other settings.
static enum status usual(const struct planning *planning, const struct device *device,
                         const struct engine_setup *setup, struct quantity **speed) {
    struct quote_basis basis = {{0}, 0};
    double             range[3];
    const char        *id = "plan.speed_density", *aim;
    *speed                = NULL;
    if (device->kind == DEVICE_PEN) {
        TRY(by_density(planning, setup, device->density, range));
        quote_rest_figure(&basis, device->density, planning->arena);
        aim = quote_number(device->density->value.value, planning->arena);
    } else if (device->speed) {
        *speed = quote_figure(device->speed, QUANTITY_ADVICE, "cm/s", planning->arena);
        return ST_OK;
    } else if (!device->pace || !setup->needles) {
        return ST_OK;   // nobody says how fast it is set down
    } else {
        range[0] = range[1] = range[2] = by_pace(setup, device->pace->value.value);
        quote_rest_figure(&basis, device->pace, planning->arena);
        id  = "plan.speed_pace";
        aim = quote_number(device->pace->value.value, planning->arena);
    }
    if (!round_within(range)) id = arena_format(planning->arena, "%s_end", id);
    const char *const pairs[] = {"passes", quote_number(setup->passes, planning->arena), "aim", aim,
                                 NULL};
    *speed                    = quote_advice("cm/s", range, &basis, planning->arena);
    (*speed)->because         = planning_said(planning, id, pairs);
    return ST_OK;
}

// ---- what is asked for ----

static struct quantity *as_asked(const struct planning *planning, int kind, double speed_cm_s,
                                 const struct quantity *otherwise) {
    const char        *id       = kind == DEVICE_PEN ? "plan.speed_asked" : "plan.speed_asked_pace";
    const double       range[3] = {speed_cm_s, speed_cm_s, speed_cm_s};
    struct quote_basis basis    = {otherwise->sources, STATUS_DEFAULT};
    const char *const  pairs[]  = {"asked", quote_number(speed_cm_s, planning->arena), "advised",
                                   quote_number(otherwise->value.value, planning->arena), NULL};
    view_add(&basis.sources, "patient", planning->arena);
    struct quantity *speed = quote_advice("cm/s", range, &basis, planning->arena);
    speed->because         = planning_said(planning, id, pairs);
    return speed;
}

// With the needles and passes that the zone would have.
static enum status unasked_speed(const struct planning *planning, const struct planning_zone *zone,
                                 const struct engine_setup *setup, struct quantity **speed) {
    const struct knowledge *knowledge = planning->view->knowledge;
    struct device device = limits_device(knowledge, load_device(knowledge, zone->place->device));
    struct engine_setup unasked = *setup;
    unasked.needles             = (int)device.needles.value;
    unasked.width_mm            = device.width.value;
    unasked.needle_diameter_mm  = device.needle_diameter.value;
    unasked.passes              = zone->unasked.passes;
    return usual(planning, &device, &unasked, speed);
}

enum status settings_speed_set(const struct planning *planning, struct planning_zone *zone,
                               struct engine_setup *setup, struct quantity **speed) {
    struct patient_zone_setting own = patient_setting(planning->view->patient, zone->place->zone);
    struct quantity            *unasked;
    TRY(unasked_speed(planning, zone, setup, &unasked));
    TRY(usual(planning, &zone->device, setup, speed));
    zone->unasked.speed = unasked;
    if (!*speed) return ST_OK;
    bool is_same = fabs(own.speed.value - (*speed)->value.value) < SPEED_EPSILON;
    if (own.speed.is_known && !is_same)
        *speed = as_asked(planning, zone->device.kind, own.speed.value, *speed);
    zone->speed_cm_s = setup->speed_cm_s = (*speed)->value.value;
    return ST_OK;
}
