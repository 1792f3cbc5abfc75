// SPDX-License-Identifier: Apache-2.0
#include "planner/settings_engine.h"

static enum status parameter_of(const struct planning *planning, const char *id,
                                struct quote_basis *basis, const struct parameter **parameter) {
    *parameter = load_parameter(planning->view->knowledge, id);
    if (!*parameter)
        return fault_at(planning->fault, ST_CONTENT, "knowledge: parameters: %s: is missing", id);
    quote_rest(basis, &(*parameter)->sources, (*parameter)->status, planning->arena);
    return ST_OK;
}

// Log-normal where a spread is given, uniform where two ends are, exact otherwise.
static enum status prior_of(const struct planning *planning, const char *id,
                            struct quote_basis *basis, struct engine_prior *prior) {
    const struct parameter *p;
    TRY(parameter_of(planning, id, basis, &p));
    bool is_range = p->low.is_known && p->high.is_known && p->low.value < p->high.value;
    *prior        = (struct engine_prior){0};
    if (p->sigma.is_known || !is_range) {
        prior->median = p->median.is_known ? p->median.value : p->low.value;
        prior->sigma  = p->sigma.value;
    } else {
        prior->low        = p->low.value;
        prior->high       = p->high.value;
        prior->is_uniform = true;
    }
    return ST_OK;
}

double settings_engine_median(const struct engine_prior *prior) {
    return prior->is_uniform ? (prior->low + prior->high) / 2 : prior->median;
}

static enum status number_of(const struct planning *planning, const char *id,
                             struct quote_basis *basis, double *value) {
    const struct parameter *p;
    TRY(parameter_of(planning, id, basis, &p));
    *value = p->median.is_known ? p->median.value : p->low.value;
    return ST_OK;
}

static enum status thickness_of(const struct planning *planning, const struct zone *skin,
                                struct quote_basis *basis, struct engine_thickness *out) {
    const struct thickness *t = skin->thickness;
    if (!t)
        return fault_at(planning->fault, ST_CONTENT, "knowledge: zones: %s: has no thickness",
                        skin->id);
    *out = (struct engine_thickness){.male_mm      = t->male.value,
                                     .female_mm    = t->female.value,
                                     .person_sigma = t->person_sigma.value,
                                     .study_sigma  = t->study_sigma.value,
                                     .epidermis_mm = t->epidermis.value};
    quote_rest(basis, &t->sources, t->status, planning->arena);
    TRY(number_of(planning, "papillary_fraction", basis, &out->papillary_frac));
    TRY(number_of(planning, "papillary_um_min", basis, &out->papillary_um_min));
    return number_of(planning, "papillary_um_max", basis, &out->papillary_um_max);
}

static enum status closure_of(const struct planning *planning, struct quote_basis *basis,
                              struct engine_closure *out) {
    struct quote_basis covered = {{0}, 0};   // not read: nothing is covered
    TRY(prior_of(planning, "half_life_open_h", basis, &out->half_life_h));
    TRY(prior_of(planning, "half_life_occluded_h", &covered, &out->half_life_h_occluded));
    TRY(number_of(planning, "closed_fraction", basis, &out->closed_frac));
    return number_of(planning, "closure_depth_known", &covered, &out->depth_mm_known);
}

bool settings_engine_knows(const struct device *device) {
    bool is_pen = device->kind == DEVICE_PEN;
    if (!device->passes || !device->passes->value.is_known || !device->density) return false;
    if (is_pen) return device->needles.is_known && device->rate.is_known && device->width.is_known;
    if (!device->needles.is_known) return true;
    return device->width.is_known && (device->kind != DEVICE_ROLLER || device->radius.is_known);
}

static int index_of(const struct planning *planning, const struct zone *skin) {
    return (int)(skin - (const struct zone *)planning->view->knowledge->all.zones.items);
}

enum status settings_engine_setup(const struct planning *planning, const struct planning_zone *zone,
                                  struct engine_setup *setup, struct settings_basis *basis) {
    const struct device *device = &zone->device;
    struct arena        *arena  = planning->arena;
    *setup                      = (struct engine_setup){
                             .sex                = planning->view->patient->sex,
                             .area_cm2           = zone->skin->area->value.value,
                             .device             = device->kind,
                             .needles            = (int)device->needles.value,
                             .rate_hz            = device->rate.value,
                             .width_mm           = device->width.value,
                             .radius_mm          = device->radius.value,
                             .needle_diameter_mm = device->needle_diameter.value,
                             .density_per_cm2    = device->density->value.value,
                             .members            = planning->members,
                             .seed               = planning->seed,
                             .zone               = index_of(planning, zone->skin),
    };
    const char *ratio = arena_format(arena, "depth_ratio_%s", words_device_kind[device->kind - 1]);
    quote_rest(&basis->pattern, &device->sources, device->status, arena);
    if (!setup->needles) quote_rest_figure(&basis->pattern, device->density, arena);
    TRY(prior_of(planning, "glide_factor", &basis->pattern, &setup->glide));
    basis->minutes = basis->pattern;
    TRY(prior_of(planning, "contact_factor", &basis->pattern, &setup->contact));
    TRY(number_of(planning, "turning_fraction", &basis->minutes, &setup->turning_frac));
    quote_rest_figure(&basis->minutes, zone->skin->area, arena);
    TRY(prior_of(planning, ratio, &basis->depth, &setup->ratio));
    TRY(number_of(planning, "puncture_sigma", &basis->depth, &setup->puncture_sigma));
    basis->skin = basis->depth;
    TRY(thickness_of(planning, zone->skin, &basis->skin, &setup->thickness));
    return closure_of(planning, &basis->closure, &setup->closure);
}
