// SPDX-License-Identifier: Apache-2.0
#include "planner/settings_engine.h"

#include "planner/priors.h"

double settings_engine_median(const struct engine_prior *prior) {
    return prior->is_uniform ? (prior->low + prior->high) / 2 : prior->median;
}

bool settings_engine_knows(const struct device *device) {
    bool is_pen = device->kind == DEVICE_PEN;
    if (!device->passes || !device->passes->value.is_known || !device->density) return false;
    if (is_pen) return device->needles.is_known && device->rate.is_known && device->width.is_known;
    if (!device->needles.is_known) return true;
    return device->width.is_known && (device->kind != DEVICE_ROLLER || device->radius.is_known);
}

// The dose rests on the pattern, the skin and how far a channel is felt.
static enum status reach_of(const struct priors *priors, struct settings_basis *basis,
                            struct engine_setup *setup) {
    struct engine_prior reach;
    basis->dose = basis->skin;
    quote_rest(&basis->dose, &basis->pattern.sources, basis->pattern.status, priors->arena);
    TRY(priors_prior(priors, "signalling_radius", &basis->dose, &reach));
    setup->reach_mm_min = reach.is_uniform ? reach.low : reach.median;
    setup->reach_mm_max = reach.is_uniform ? reach.high : reach.median;
    return ST_OK;
}

enum status settings_engine_setup(const struct planning *planning, const struct planning_zone *zone,
                                  struct engine_setup *setup, struct settings_basis *basis) {
    const struct device *device  = &zone->device;
    struct arena        *arena   = planning->arena;
    struct priors        priors  = {planning->view->knowledge, arena, planning->fault};
    struct quote_basis   unread  = {{0}, 0};   // skin as it will not be left
    bool                 covered = planning->limits->is_covered;
    *setup                       = (struct engine_setup){
                              .sex                = planning->view->patient->sex,
                              .area_cm2           = zone->skin->area->value.value,
                              .device             = device->kind,
                              .needles            = (int)device->needles.value,
                              .rate_hz            = device->rate.value,
                              .width_mm           = device->width.value,
                              .radius_mm          = device->radius.value,
                              .needle_diameter_mm = device->needle_diameter.value,
                              .density_per_cm2    = device->density->value.value,
                              .is_occluded        = covered,
                              .members            = planning->members,
                              .effort             = planning->effort,
                              .seed               = planning->seed,
                              .zone               = priors_zone_stream(zone->skin),
    };
    quote_rest(&basis->pattern, &device->sources, device->status, arena);
    if (!setup->needles) quote_rest_figure(&basis->pattern, device->density, arena);
    TRY(priors_prior(&priors, "glide_factor", &basis->pattern, &setup->glide));
    basis->minutes = basis->pattern;
    TRY(priors_prior(&priors, "contact_factor", &basis->pattern, &setup->contact));
    TRY(priors_number(&priors, "turning_fraction", &basis->minutes, &setup->turning_frac));
    quote_rest_figure(&basis->minutes, zone->skin->area, arena);
    TRY(priors_depth(&priors, device->kind, &basis->depth, setup));
    basis->skin = basis->depth;
    TRY(priors_thickness(&priors, zone->skin, &basis->layers, &setup->thickness));
    quote_rest(&basis->skin, &basis->layers.sources, basis->layers.status, arena);
    TRY(reach_of(&priors, basis, setup));
    return priors_closure(&priors, covered ? &unread : &basis->closure,
                          covered ? &basis->closure : &unread, &setup->closure);
}
