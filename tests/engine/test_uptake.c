// test_uptake: permeability of whole skin and of channels, and what goes through them in time.
// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"
#include "tests/engine/uptake_law.h"

#define CM_H (1e-2 / 3600)   // m/s

static struct uptake_law law_si(void) {
    struct uptake_law law = law_published();
    law.kp_log10 += log10(CM_H);
    law.cap_m_s *= CM_H;
    return law;
}

// What the printed tables of the relations say, to the digits they print.
static void properties_match_the_derived_table(void **state) {
    static const struct {
        const struct uptake_molecule *molecule;
        double                        water, free, tissue, partition, lipid;   // cm2/s, -
    } rows[] = {
        {&lidocaine, 8.60e-6, 1.98e-6, 5.98e-7, 1.99, 3.6e-8},
        {&minoxidil, 8.93e-6, 2.14e-6, 1.21e-6, 1.06, 5.7e-8},
        {&tretinoin, 7.9e-6, 1.7e-6, 1.2e-8, 86, 1.2e-8},
        {&ascorbic_acid, 9.46e-6, 2.39e-6, 2.2e-6, 0.65, 1.1e-7},
        {&tranexamic_acid, 9.83e-6, 2.58e-6, 2.4e-6, 0.65, 1.6e-7},
    };
    (void)state;
    struct uptake_law law = law_si();
    for (int i = 0; i < 5; i++) {
        struct uptake_solute s = uptake_solute(&law, rows[i].molecule);
        CLAIM_RELATIVE(s.water_m2_s * 1e4, rows[i].water, 0.005);
        CLAIM_RELATIVE(s.free_m2_s * 1e4, rows[i].free, 0.01);
        CLAIM_RELATIVE(s.tissue_m2_s * 1e4, rows[i].tissue, 0.03);
        CLAIM_RELATIVE(s.tissue_partition, rows[i].partition, 0.01);
        CLAIM_RELATIVE(s.lipid_m2_s * 1e4, rows[i].lipid, 0.05);
        // steady flux through living tissue does not depend on binding
        CLAIM_RELATIVE(s.tissue_m2_s * s.tissue_partition, 0.6 * s.free_m2_s, 1e-14);
    }
    CLAIM_NEAR(uptake_solute(&law, &lidocaine).unbound_frac, 0.135, 0.0005);
}

// Caffeine is printed with a share of its own that is not bound to protein; that of the relation
// leaves 1.5 per cent between them. EGF is above the mass that the lipid relation holds for.
static void caffeine_and_large_molecules_come_near(void **state) {
    static const struct uptake_molecule caffeine = {194.19, -0.07, UPTAKE_NEUTRAL, false, 0,
                                                    7,      7.4};
    static const struct uptake_molecule egf      = {6045, -5, UPTAKE_NEUTRAL, false, 0, 7, 7.4};
    (void)state;
    struct uptake_law    law = law_si();
    struct uptake_solute s   = uptake_solute(&law, &caffeine);
    CLAIM_RELATIVE(s.water_m2_s, 9.16e-10, 0.001);
    CLAIM_RELATIVE(s.free_m2_s, 2.24e-10, 0.005);
    CLAIM_RELATIVE(s.tissue_m2_s, 1.89e-10, 0.015);
    CLAIM_RELATIVE(s.tissue_partition, 0.71, 0.015);
    s = uptake_solute(&law, &egf);
    CLAIM_RELATIVE(s.water_m2_s, 2.91e-10, 0.002);
    CLAIM_RELATIVE(s.free_m2_s, 2.4e-11, 0.02);
    assert_true(s.lipid_m2_s == 3e-13);
}

static double kp_cm_h(const struct uptake_molecule *molecule, double cap_cm_h) {
    struct uptake_law    law    = law_si();
    struct uptake_spread spread = {.kp_factor = 1};
    law.cap_m_s                 = cap_cm_h * CM_H;
    return uptake_intact_m_s(&law, molecule, &spread) / CM_H;
}

static void whole_skin_matches_the_printed_permeability(void **state) {
    const double no_cap = 1e12;
    (void)state;
    struct uptake_molecule plain = lidocaine;
    plain.form                   = UPTAKE_NEUTRAL;
    CLAIM_RELATIVE(kp_cm_h(&plain, no_cap), 3.8e-3, 0.01);
    CLAIM_RELATIVE(kp_cm_h(&minoxidil, no_cap), 7.7e-4, 0.01);
    CLAIM_RELATIVE(kp_cm_h(&tretinoin, no_cap), 0.83, 0.01);
    CLAIM_RELATIVE(kp_cm_h(&tranexamic_acid, no_cap), 8.0e-6, 0.01);
    plain      = ascorbic_acid;
    plain.form = UPTAKE_NEUTRAL;
    CLAIM_RELATIVE(kp_cm_h(&plain, no_cap), 7.8e-6, 0.01);
    CLAIM_NEAR(kp_cm_h(&tretinoin, 2.6), 0.13, 0.005);   // water below the horny layer
}

static void charge_follows_henderson_and_hasselbalch(void **state) {
    (void)state;
    struct uptake_molecule base = lidocaine, acid = ascorbic_acid;
    CLAIM_RELATIVE(uptake_neutral_frac(&base, 7.9), 0.5, 1e-14);
    CLAIM_RELATIVE(uptake_neutral_frac(&acid, 5.2), 1 / 11.0, 1e-13);
    CLAIM_NEAR(uptake_neutral_frac(&base, 7.4), 0.24, 0.001);
    assert_true(uptake_neutral_frac(&tranexamic_acid, 7) == 1);
    for (double ph = 0; ph <= 14; ph += 0.5) {
        base.pka = acid.pka = 7;
        CLAIM_RELATIVE(uptake_neutral_frac(&base, ph) + uptake_neutral_frac(&acid, ph), 1, 1e-13);
    }
}

static double pores_cm_h(const struct uptake_molecule *molecule, double radius_um, double per_cm2) {
    struct uptake_law    law    = law_si();
    struct uptake_solute solute = uptake_solute(&law, molecule);
    return per_cm2 * 1e4 * uptake_hole_m3_s(&law, &solute, radius_um * 1e-6, 200e-6) / CM_H;
}

static void channels_match_the_printed_permeability(void **state) {
    (void)state;
    CLAIM_NEAR(pores_cm_h(&lidocaine, 20, 100), 1.7e-3, 0.06e-3);
    CLAIM_NEAR(pores_cm_h(&lidocaine, 40, 100), 5.8e-3, 0.06e-3);
    CLAIM_NEAR(pores_cm_h(&lidocaine, 20, 500), 8.7e-3, 0.1e-3);
    CLAIM_NEAR(pores_cm_h(&lidocaine, 40, 500), 2.9e-2, 0.05e-2);
    CLAIM_NEAR(pores_cm_h(&minoxidil, 20, 100), 1.8e-3, 0.06e-3);
    CLAIM_NEAR(pores_cm_h(&minoxidil, 40, 100), 6.1e-3, 0.06e-3);
    CLAIM_NEAR(pores_cm_h(&minoxidil, 20, 500), 9.2e-3, 0.2e-3);
    CLAIM_NEAR(pores_cm_h(&minoxidil, 40, 500), 3.1e-2, 0.06e-2);
    CLAIM_NEAR(pores_cm_h(&tranexamic_acid, 20, 100), 2.0e-3, 0.06e-3);
    CLAIM_NEAR(pores_cm_h(&tranexamic_acid, 40, 100), 6.9e-3, 0.1e-3);
}

// A channel is a rod that loses through its wall as it conducts: solved cell by cell here. The
// closed form keeps to half of that, and a channel deeper than 200 um conducts no more.
static double rod_m3_s(double radius_m, double depth_m, const struct uptake_law *law,
                       const struct uptake_solute *solute) {
    enum { CELLS = 4000 };
    double step = depth_m / CELLS, pi = acos(-1);
    double lumen = law->lumen_frac * solute->water_m2_s * pi * radius_m * radius_m / step;
    double wall =
        2 * pi * law->tissue_porosity * solute->free_m2_s * step / log(2 * 200e-6 / radius_m);
    double below = 0;   // conductance of all that lies deeper
    for (int i = 0; i < CELLS; i++) {
        double here = wall + below;
        below       = lumen * here / (lumen + here);
    }
    return below;
}

static void the_closed_form_of_a_channel_is_a_lower_bound(void **state) {
    (void)state;
    struct uptake_law    law    = law_si();
    struct uptake_solute solute = uptake_solute(&law, &lidocaine);
    for (double a = 20e-6; a <= 40e-6; a += 10e-6) {
        double closed = uptake_hole_m3_s(&law, &solute, a, 200e-6);
        double rod    = rod_m3_s(a, 200e-6, &law, &solute);
        assert_true(closed < rod && closed > 0.4 * rod);
        CLAIM_RELATIVE(rod_m3_s(a, 2000e-6, &law, &solute), rod, 0.04);
    }
}

// ---- in time

// The naive twin: small steps of what is left on the skin.
static double stepped(const struct uptake_path *path, double strength, double dose, double time_s) {
    enum { STEPS = 200000 };
    double left = dose, step = time_s / STEPS, taken = 0;
    for (int i = 0; i < STEPS; i++) {
        double age  = path->delay_s + (i + 0.5) * step;
        double p    = path->intact_m_s + path->holes_m_s * pow(2, -age / path->half_life_s);
        double flux = strength * p * (dose > 0 ? left / dose : 1) * step;
        left -= flux;
        taken += flux;
    }
    return taken;
}

static void uptake_matches_small_steps(void **state) {
    (void)state;
    for (int i = 0; i < 4; i++) {
        struct uptake_path path = {2e-9 * (i + 1), 6e-8, 2880 * (1 + 9 * (i & 1)), 600.0 * i};
        double             dose = i < 2 ? 0 : 1e-3, time_s = 4 * 3600;
        double             emptied = uptake_emptied_m(&path, time_s);
        CLAIM_RELATIVE(uptake_kg_m2(25, dose, emptied), stepped(&path, 25, dose, time_s), 2e-6);
    }
}

static void no_more_is_taken_up_than_lies_there(void **state) {
    (void)state;
    for (double emptied = 1e-12; emptied < 1; emptied *= 3) {
        double taken = uptake_kg_m2(25, 1e-3, emptied), more = uptake_kg_m2(25, 1e-3, emptied * 3);
        assert_true(taken > 0 && taken <= 1e-3 && more >= taken);
        assert_true(taken <= 25 * emptied * (1 + 1e-12));
    }
    // the series near 0 meets the exponential
    CLAIM_RELATIVE(uptake_kg_m2(1, 1, 1e-4 * (1 - 1e-9)), -expm1(-1e-4), 1e-8);
    assert_true(uptake_kg_m2(0, 0, 1) == 0);
}

static void longer_contact_and_fresher_channels_take_up_more(void **state) {
    (void)state;
    struct uptake_path path = {1e-9, 5e-8, 2880, 0}, later = path, none = path;
    later.delay_s  = 3600;
    none.holes_m_s = 0;
    for (double t = 60; t < 1e7; t *= 1.7) {
        assert_true(uptake_emptied_m(&path, 1.1 * t) > uptake_emptied_m(&path, t));
        assert_true(uptake_emptied_m(&later, t) < uptake_emptied_m(&path, t));
        assert_true(uptake_emptied_m(&none, t) < uptake_emptied_m(&later, t));
        CLAIM_RELATIVE(uptake_emptied_m(&none, t), 1e-9 * t, 1e-14);
        struct uptake_path slower = path;   // film
        slower.half_life_s *= 25;
        assert_true(uptake_emptied_m(&slower, t) >= uptake_emptied_m(&path, t));
    }
    path.delay_s = 1e9;   // closed for good
    assert_true(uptake_emptied_m(&path, 60) == uptake_emptied_m(&none, 60));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(properties_match_the_derived_table),
        cmocka_unit_test(caffeine_and_large_molecules_come_near),
        cmocka_unit_test(whole_skin_matches_the_printed_permeability),
        cmocka_unit_test(charge_follows_henderson_and_hasselbalch),
        cmocka_unit_test(channels_match_the_printed_permeability),
        cmocka_unit_test(the_closed_form_of_a_channel_is_a_lower_bound),
        cmocka_unit_test(uptake_matches_small_steps),
        cmocka_unit_test(no_more_is_taken_up_than_lies_there),
        cmocka_unit_test(longer_contact_and_fresher_channels_take_up_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
