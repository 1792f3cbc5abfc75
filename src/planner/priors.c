// SPDX-License-Identifier: Apache-2.0
#include "planner/priors.h"

static enum status parameter_of(const struct priors *priors, const char *id,
                                struct quote_basis *basis, const struct parameter **parameter) {
    *parameter = load_parameter(priors->knowledge, id);
    if (!*parameter)
        return fault_at(priors->fault, ST_CONTENT, "knowledge: parameters: %s: is missing", id);
    quote_rest(basis, &(*parameter)->sources, (*parameter)->status, priors->arena);
    return ST_OK;
}

enum status priors_prior(const struct priors *priors, const char *id, struct quote_basis *basis,
                         struct engine_prior *prior) {
    const struct parameter *p;
    TRY(parameter_of(priors, id, basis, &p));
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

enum status priors_number(const struct priors *priors, const char *id, struct quote_basis *basis,
                          double *value) {
    const struct parameter *p;
    TRY(parameter_of(priors, id, basis, &p));
    *value = p->median.is_known ? p->median.value : p->low.value;
    return ST_OK;
}

enum status priors_depth(const struct priors *priors, int kind, struct quote_basis *basis,
                         struct engine_setup *setup) {
    const char *ratio = arena_format(priors->arena, "depth_ratio_%s", words_device_kind[kind - 1]);
    TRY(priors_prior(priors, ratio, basis, &setup->ratio));
    return priors_number(priors, "puncture_sigma", basis, &setup->puncture_sigma);
}

enum status priors_thickness(const struct priors *priors, const struct zone *skin,
                             struct quote_basis *basis, struct engine_thickness *out) {
    const struct thickness *t = skin->thickness;
    if (!t)
        return fault_at(priors->fault, ST_CONTENT, "knowledge: zones: %s: has no thickness",
                        skin->id);
    *out = (struct engine_thickness){.male_mm      = t->male.value,
                                     .female_mm    = t->female.value,
                                     .person_sigma = t->person_sigma.value,
                                     .study_sigma  = t->study_sigma.value,
                                     .epidermis_mm = t->epidermis.value};
    quote_rest(basis, &t->sources, t->status, priors->arena);
    TRY(priors_number(priors, "papillary_fraction", basis, &out->papillary_frac));
    TRY(priors_number(priors, "papillary_um_min", basis, &out->papillary_um_min));
    return priors_number(priors, "papillary_um_max", basis, &out->papillary_um_max);
}

enum status priors_closure(const struct priors *priors, struct quote_basis *uncovered,
                           struct quote_basis *covered, struct engine_closure *out) {
    struct quote_basis unread = {{0}, 0};   // only tells whether the setting lies deeper
    TRY(priors_prior(priors, "half_life_open_h", uncovered, &out->half_life_h));
    TRY(priors_prior(priors, "half_life_occluded_h", covered, &out->half_life_h_occluded));
    TRY(priors_number(priors, "closed_fraction", uncovered, &out->closed_frac));
    TRY(priors_number(priors, "closed_fraction", covered, &out->closed_frac));
    return priors_number(priors, "closure_depth_known", &unread, &out->depth_mm_known);
}

int priors_zone_stream(const struct zone *skin) { return (int)text_hash(skin->id); }
