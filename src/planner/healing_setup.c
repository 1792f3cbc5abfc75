// SPDX-License-Identifier: Apache-2.0
#include "planner/healing_setup.h"

static enum status cells_of(const struct priors *priors, struct quote_basis *basis,
                            struct course_healing *out) {
    const struct {
        const char *id;
        double     *value;
    } rows[] = {
        {"healing_ks", &out->alarm_per_d},
        {"healing_mu_n", &out->neutrophils_per_d},
        {"healing_a_n", &out->by_neutrophils_frac},
        {"healing_kappa", &out->repair_per_d},
        {"healing_mu_1", &out->macrophages_per_d},
        {"healing_mu_2", &out->macrophages_late_per_d},
        {"healing_mu_f", &out->fibroblasts_per_d},
        {"healing_k_y", &out->myofibroblasts_per_d},
        {"healing_mu_y", &out->contraction_end_per_d},
        {"healing_phase_share", &out->phase_over_frac},
    };
    for (int i = 0; i < (int)(sizeof rows / sizeof *rows); i++)
        TRY(priors_number(priors, rows[i].id, basis, rows[i].value));
    return priors_prior(priors, "healing_speed", basis, &out->speed);
}

static enum status matrix_of(const struct priors *priors, struct quote_basis *basis,
                             struct course_healing *out) {
    TRY(priors_number(priors, "healing_y", basis, &out->myofibroblast_yield));
    TRY(priors_number(priors, "healing_c_inf", basis, &out->collagen_scale));
    TRY(priors_number(priors, "healing_delta", basis, &out->collagen_loss_per_d));
    TRY(priors_number(priors, "healing_remodelling_share", basis, &out->remodelling_frac));
    return priors_prior(priors, "healing_tau_x", basis, &out->order_d);
}

// What changes amounts and kinds of collagen, and no date of a plan.
static enum status amounts_of(const struct priors *priors, struct quote_basis *kinds,
                              struct course_healing *out) {
    struct quote_basis      unread = {{0}, 0};
    const struct parameter *age;
    TRY(priors_number(priors, "healing_q3", kinds, &out->new_iii));
    TRY(priors_number(priors, "healing_q1", kinds, &out->new_i));
    TRY(priors_number(priors, "healing_f_inf", kinds, &out->rest_iii_frac));
    TRY(priors_prior(priors, "healing_omega", kinds, &out->exchange_per_d));
    TRY(priors_prior(priors, "healing_smoking", &unread, &out->smoking));
    TRY(priors_number(priors, "healing_age", &unread, &out->age_scale_y));
    age             = load_parameter(priors->knowledge, "healing_age");
    out->age_most_y = age->high.is_known ? age->high.value : out->age_scale_y;
    return ST_OK;
}

enum status healing_setup_fill(const struct priors *priors, struct healing_setup_basis *basis,
                               struct course_healing *out) {
    TRY(cells_of(priors, &basis->cells, out));
    quote_rest(&basis->matrix, &basis->cells.sources, basis->cells.status, priors->arena);
    TRY(matrix_of(priors, &basis->matrix, out));
    quote_rest(&basis->kinds, &basis->matrix.sources, basis->matrix.status, priors->arena);
    return amounts_of(priors, &basis->kinds, out);
}
