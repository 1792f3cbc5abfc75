// uptake: what one square metre of skin takes up from what lies on it: through whole skin, and
// through open channels beside it.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_ENGINE_UPTAKE_H
#define STIPPLE_ENGINE_UPTAKE_H

#include <stdbool.h>

enum uptake_form { UPTAKE_NEUTRAL, UPTAKE_ACID, UPTAKE_BASE };

// The coefficients of the relations in uptake.c. All are fits or conventions, hence data.
struct uptake_law {
    double volume_m3;                   // of a molecule, per g/mol
    double temperature_k, water_pa_s;   // water of the skin
    double free_log10, free_exponent;   // free diffusion in living tissue, log10 of m2/s
    double bind_base, bind_protein, bind_lipid, tissue_porosity;
    double unbound_acid_slope, unbound_acid_base, unbound_base_slope, unbound_base_base;
    double lipid_scale, lipid_exponent;         // partition into the lipid of the horny layer
    double lipid_m2_s, lipid_per_a2;            // diffusion in it; radius in 1e-10 m
    double lipid_m2_s_large, lipid_mass_most;   // of molecules above so many g/mol
    double lipid_path_m, tissue_m;              // way through the horny layer; living epidermis
    double kp_log10, kp_logkow, kp_mass;        // whole skin, log10 of m/s; cm/h outside the door
    double cap_m_s;                             // water under the horny layer, at 1 g/mol; cm/h ..
    double lumen_frac;                          // mobility in the channel over that in water
};

struct uptake_molecule {
    double mass_g_mol, logkow;
    int    form;      // enum uptake_form
    bool   has_pka;   // else it is taken without charge, or logkow is that of what it is
    double pka;
    double ph, ph_tissue;   // of what lies on the skin; of the tissue
};

struct uptake_solute {   // what follows from the molecule alone
    double radius_m, water_m2_s, free_m2_s, tissue_m2_s, lipid_m2_s;
    double lipid_partition, tissue_partition, unbound_frac;
    double neutral_frac, lag_s;
};

struct uptake_spread {   // of one member, on whole skin
    double kp_factor;    // on the relation for the horny layer
    double ion_ratio;    // permeability of the charged form over that of the neutral one
    double floor_m_s;    // the way for what is charged or polar: glands, follicles
};

struct uptake_path {
    double intact_m_s;    // permeability of whole skin
    double holes_m_s;     // of the channels when fresh
    double half_life_s;   // of the channels
    double delay_s;       // age of the channels when it goes on
};

// Share without charge at that pH (Henderson and Hasselbalch); 1 without a pKa.
double uptake_neutral_frac(const struct uptake_molecule *molecule, double ph);

struct uptake_solute uptake_solute(const struct uptake_law      *law,
                                   const struct uptake_molecule *molecule);

// Permeability of whole skin.
double uptake_intact_m_s(const struct uptake_law *law, const struct uptake_molecule *molecule,
                         const struct uptake_spread *spread);

// Conductance of one channel of that radius and depth.
double uptake_hole_m3_s(const struct uptake_law *law, const struct uptake_solute *solute,
                        double radius_m, double depth_m);

// Share of the channels' permeability left when it goes on.
double uptake_open_frac(const struct uptake_path *path);

// Depth of what lies on the skin that is emptied in time_s, if its strength stays as it is.
double uptake_emptied_m(const struct uptake_path *path, double time_s);

// Taken up from strength_kg_m3 over an emptied depth; never more than dose_kg_m2 (0: no end of it).
double uptake_kg_m2(double strength_kg_m3, double dose_kg_m2, double emptied_m);

#endif
