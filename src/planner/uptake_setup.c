// SPDX-License-Identifier: Apache-2.0
#include "planner/uptake_setup.h"

struct coefficient {
    const char *id;
    ptrdiff_t   offset;   // of the double in the law
};

#define COEFFICIENT(id, m)                                                                         \
    { "uptake_" id, offsetof(struct uptake_law, m) }

static const struct coefficient of_whole_skin[] = {
    COEFFICIENT("volume_m3", volume_m3),
    COEFFICIENT("temperature_k", temperature_k),
    COEFFICIENT("water_pa_s", water_pa_s),
    COEFFICIENT("free_log10", free_log10),
    COEFFICIENT("free_exponent", free_exponent),
    COEFFICIENT("bind_base", bind_base),
    COEFFICIENT("bind_protein", bind_protein),
    COEFFICIENT("bind_lipid", bind_lipid),
    COEFFICIENT("tissue_porosity", tissue_porosity),
    COEFFICIENT("unbound_acid_slope", unbound_acid_slope),
    COEFFICIENT("unbound_acid_base", unbound_acid_base),
    COEFFICIENT("unbound_base_slope", unbound_base_slope),
    COEFFICIENT("unbound_base_base", unbound_base_base),
    COEFFICIENT("lipid_scale", lipid_scale),
    COEFFICIENT("lipid_exponent", lipid_exponent),
    COEFFICIENT("lipid_m2_s", lipid_m2_s),
    COEFFICIENT("lipid_per_a2", lipid_per_a2),
    COEFFICIENT("lipid_m2_s_large", lipid_m2_s_large),
    COEFFICIENT("lipid_mass_most", lipid_mass_most),
    COEFFICIENT("lipid_path_m", lipid_path_m),
    COEFFICIENT("tissue_m", tissue_m),
    COEFFICIENT("kp_log10", kp_log10),
    COEFFICIENT("kp_logkow", kp_logkow),
    COEFFICIENT("kp_mass", kp_mass),
    COEFFICIENT("cap_cm_h", cap_m_s),
};

static double value_of(const struct figure *figure) { return figure ? figure->value.value : 0; }

static bool is_known(const struct figure *figure) { return figure && figure->value.is_known; }

bool uptake_setup_knows(const struct molecule *molecule) {
    return molecule && is_known(molecule->mass) && is_known(molecule->logkow);
}

static enum status law_of(const struct priors *priors, struct quote_basis *whole,
                          struct quote_basis *channels, struct uptake_law *law) {
    for (int i = 0; i < (int)(sizeof of_whole_skin / sizeof *of_whole_skin); i++)
        TRY(priors_number(priors, of_whole_skin[i].id, whole,
                          (double *)(void *)((char *)law + of_whole_skin[i].offset)));
    return priors_number(priors, "uptake_lumen_frac", channels, &law->lumen_frac);
}

static enum status molecule_of(const struct priors *priors, const struct molecule *molecule,
                               struct quote_basis *whole, struct uptake_molecule *out) {
    static const int forms[] = {UPTAKE_NEUTRAL, UPTAKE_NEUTRAL, UPTAKE_ACID, UPTAKE_BASE};
    bool             has_ph  = is_known(molecule->ph);
    *out                     = (struct uptake_molecule){.mass_g_mol = value_of(molecule->mass),
                                                        .logkow     = value_of(molecule->logkow),
                                                        .form       = forms[molecule->form],
                                                        .has_pka    = is_known(molecule->pka),
                                                        .pka        = value_of(molecule->pka),
                                                        .ph         = value_of(molecule->ph)};
    TRY(priors_number(priors, "uptake_ph_tissue", whole, &out->ph_tissue));
    quote_rest_figure(whole, molecule->mass, priors->arena);
    quote_rest_figure(whole, molecule->logkow, priors->arena);
    quote_rest_figure(whole, molecule->pka, priors->arena);
    quote_rest_figure(whole, molecule->ph, priors->arena);
    if (has_ph) return ST_OK;

    // a product of unknown pH is taken without charge, as far from it as it can be
    const double lowest = 0, highest = 14;
    out->ph = molecule->form == FORM_BASE ? highest : lowest;
    return ST_OK;
}

enum status uptake_setup_fill(const struct priors *priors, const struct molecule *molecule,
                              struct quote_basis *whole, struct quote_basis *channels,
                              struct engine_uptake_setup *setup) {
    TRY(law_of(priors, whole, channels, &setup->law));
    TRY(molecule_of(priors, molecule, whole, &setup->molecule));
    TRY(priors_prior(priors, "uptake_kp_factor", whole, &setup->kp_factor));
    TRY(priors_prior(priors, "uptake_ion_ratio", whole, &setup->ion_ratio));
    TRY(priors_prior(priors, "uptake_floor_cm_h", whole, &setup->floor_cm_h));
    TRY(priors_prior(priors, "patency_factor", channels, &setup->patency));
    TRY(priors_prior(priors, "uptake_channel_radius_um", channels, &setup->channel_radius_um));
    return priors_number(priors, "uptake_channel_um", channels, &setup->channel_um_most);
}

enum status uptake_setup_dose(const struct priors *priors, const struct molecule *molecule,
                              double dose_g_cm2, struct quote_basis *basis,
                              struct engine_uptake_setup *setup) {
    const double ug_in_mg = 1000;
    double       ml_g;
    if (!is_known(molecule->strength) || !(dose_g_cm2 > 0)) return ST_OK;
    TRY(priors_number(priors, "uptake_ml_g", basis, &ml_g));
    quote_rest_figure(basis, molecule->strength, priors->arena);
    setup->strength_mg_ml = value_of(molecule->strength) / ml_g;
    setup->dose_ug_cm2    = value_of(molecule->strength) * dose_g_cm2 * ug_in_mg;
    return ST_OK;
}
