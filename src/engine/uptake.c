// Equation  size and free diffusion  r = (3 v M / 4 pi)^(1/3),  D_w = k T / (6 pi mu r),
//                                    D_free = 10^(a - b log10 M)
//           living tissue            B = b0 + b1 / fu + b2 f_n K_lip,  D = D_free / B,  K = 0.6 B
//           lipid of the horny layer K_lip = 0.9 Kow^0.69,  D_lip = d exp(-c r^2) up to 380 g/mol
//           whole skin               log10 Kp = p0 + p1 log10 Kow - p2 M
//                                    P = K' / (1 + K' sqrt(M) / 2.6) + floor,
//                                    K' = Kp (f + (1 - f) ion)
//           one channel              1/g = (L/2) / (D_l pi a^2) + ln(2L/a) / (2 pi 0.6 D_free L)
//           in time                  P(t) = P + n w g 2^(-(t0 + t)/T),  taken up C int P dt, or
//                                    M0 (1 - exp(-C int P dt / M0)) of a dose M0
// Method    closed form throughout; ways beside one another add up, no grid.
// Validity  small molecules dissolved in water; nothing limits the solution. Steady state: what
//           enters before it and what is left behind after washing cancel in part and are not
//           told apart. No clearance by blood, so deep tissue never fills. n w g takes w of an
//           ideal hole: w (patency) is data, and w = 1 is far above what was ever measured. The
//           line source of a channel needs L > a; below that its logarithm is held at ln 2. Lag
//           follows the shortest way through lipid and is a lower end.
// Sources   sizes, tissue, lipid: Chen, Lian and Kattou 2016, Pharm Res 33:1602 and its program
//           [lc-dpk]; Kp: Potts and Guy 1992 [potts-guy-1992], from memory; cap: Cleek and Bunge
//           1993 [cleek-bunge-1993], from memory. The channel is derived from the parts above.
// SPDX-License-Identifier: Apache-2.0
#include "engine/uptake.h"

#include "engine/mathk.h"

#include <math.h>

#define UPTAKE_PI         3.14159265358979323846
#define UPTAKE_LN2        0.69314718055994530942
#define UPTAKE_LN10       2.30258509299404568402
#define UPTAKE_BOLTZMANN  1.380649e-23   // J/K, exact (SI 2019)
#define UPTAKE_PER_A2     1e20           // 1/m2 in 1/(1e-10 m)2
#define UPTAKE_LAG_SHAPE  6.0            // L^2 / 6D of a slab
#define UPTAKE_SMALL      1e-4
#define UPTAKE_MANY_LIVES 1000   // half-lives after which nothing is left

static double power10(double x) { return mathk_exp(UPTAKE_LN10 * x); }

double uptake_neutral_frac(const struct uptake_molecule *molecule, double ph) {
    if (molecule->form == UPTAKE_NEUTRAL || !molecule->has_pka) return 1;
    double above = ph - molecule->pka;
    return 1 / (1 + power10(molecule->form == UPTAKE_ACID ? above : -above));
}

// Share in the tissue that is not bound to protein.
static double unbound_frac(const struct uptake_law *law, const struct uptake_molecule *molecule) {
    double kow_e = mathk_exp(molecule->logkow);   // as the source writes it: e, not 10
    if (molecule->form == UPTAKE_ACID)
        return 1 / (law->unbound_acid_slope * kow_e + law->unbound_acid_base);
    return 1 / (law->unbound_base_slope * kow_e + law->unbound_base_base);
}

static double lipid_m2_s(const struct uptake_law *law, double mass_g_mol, double radius_m) {
    if (mass_g_mol > law->lipid_mass_most) return law->lipid_m2_s_large;
    return law->lipid_m2_s * mathk_exp(-law->lipid_per_a2 * radius_m * radius_m * UPTAKE_PER_A2);
}

static double slab_lag_s(double way_m, double m2_s) {
    return way_m * way_m / (UPTAKE_LAG_SHAPE * m2_s);
}

struct uptake_solute uptake_solute(const struct uptake_law      *law,
                                   const struct uptake_molecule *molecule) {
    struct uptake_solute s;
    double               log10_mass = mathk_log(molecule->mass_g_mol) / UPTAKE_LN10;
    double               volume_m3  = law->volume_m3 * molecule->mass_g_mol;
    s.radius_m                      = mathk_exp(mathk_log(3 * volume_m3 / (4 * UPTAKE_PI)) / 3);
    s.water_m2_s =
        UPTAKE_BOLTZMANN * law->temperature_k / (6 * UPTAKE_PI * law->water_pa_s * s.radius_m);
    s.free_m2_s       = power10(law->free_log10 - law->free_exponent * log10_mass);
    s.lipid_m2_s      = lipid_m2_s(law, molecule->mass_g_mol, s.radius_m);
    s.lipid_partition = law->lipid_scale * power10(law->lipid_exponent * molecule->logkow);

    // binding slows the way through living tissue and fills it; the product stays the same
    double neutral = uptake_neutral_frac(molecule, molecule->ph_tissue);
    s.unbound_frac = unbound_frac(law, molecule);
    double binding = law->bind_base + law->bind_protein / s.unbound_frac +
                     law->bind_lipid * neutral * s.lipid_partition;
    s.tissue_m2_s      = s.free_m2_s / binding;
    s.tissue_partition = law->tissue_porosity * binding;

    s.neutral_frac = uptake_neutral_frac(molecule, molecule->ph);
    s.lag_s =
        slab_lag_s(law->lipid_path_m, s.lipid_m2_s) + slab_lag_s(law->tissue_m, s.tissue_m2_s);
    return s;
}

double uptake_intact_m_s(const struct uptake_law *law, const struct uptake_molecule *molecule,
                         const struct uptake_spread *spread) {
    double neutral   = uptake_neutral_frac(molecule, molecule->ph);
    double kp_m_s    = power10(law->kp_log10 + law->kp_logkow * molecule->logkow -
                               law->kp_mass * molecule->mass_g_mol);
    double horny_m_s = kp_m_s * spread->kp_factor * (neutral + (1 - neutral) * spread->ion_ratio);
    return horny_m_s / (1 + horny_m_s * sqrt(molecule->mass_g_mol) / law->cap_m_s) +
           spread->floor_m_s;
}

double uptake_hole_m3_s(const struct uptake_law *law, const struct uptake_solute *solute,
                        double radius_m, double depth_m) {
    double lumen_m3_s =
        law->lumen_frac * solute->water_m2_s * UPTAKE_PI * radius_m * radius_m / (depth_m / 2);
    double wall_m3_s = 2 * UPTAKE_PI * law->tissue_porosity * solute->free_m2_s * depth_m /
                       mathk_log(fmax(2 * depth_m / radius_m, 2));
    return lumen_m3_s * wall_m3_s / (lumen_m3_s + wall_m3_s);
}

// 2^-n, without numbers too small to be written.
static double halved(double n) { return n < UPTAKE_MANY_LIVES ? mathk_exp2(-n) : 0; }

double uptake_open_frac(const struct uptake_path *path) {
    return halved(path->delay_s / path->half_life_s);
}

double uptake_emptied_m(const struct uptake_path *path, double time_s) {
    double begin  = uptake_open_frac(path);
    double end    = halved((path->delay_s + time_s) / path->half_life_s);
    double open_s = path->half_life_s / UPTAKE_LN2 * (begin - end);
    return path->intact_m_s * time_s + path->holes_m_s * open_s;
}

double uptake_kg_m2(double strength_kg_m3, double dose_kg_m2, double emptied_m) {
    double offered_kg_m2 = strength_kg_m3 * emptied_m;
    if (dose_kg_m2 <= 0) return offered_kg_m2;
    double x = offered_kg_m2 / dose_kg_m2;   // near 0 the difference below would lose its digits
    if (x < UPTAKE_SMALL) return offered_kg_m2 * (1 - x / 2 + x * x / 6);
    return dose_kg_m2 * (1 - mathk_exp(-x));
}
