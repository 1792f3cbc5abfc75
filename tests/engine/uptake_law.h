// uptake_law: the coefficients the tests of uptake reckon with, as knowledge/uptake.yaml has them.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_TESTS_ENGINE_UPTAKE_LAW_H
#define STIPPLE_TESTS_ENGINE_UPTAKE_LAW_H

#include "engine/uptake.h"

// kp_log10 and cap_m_s in cm/h, as outside the door.
static inline struct uptake_law law_published(void) {
    return (struct uptake_law){9.087e-31, 309,  7.1e-4, -8.15,  0.655,  0.65,    0.325,
                               0.025,     0.6,  0.7936, 1.2239, 0.5578, 1.0188,  0.9,
                               0.69,      2e-9, 0.46,   3e-13,  380,    8.51e-5, 1e-4,
                               -2.72,     0.71, 0.0061, 2.6,    0.5};
}

// {mass, logkow, form, has_pka, pka, ph, ph_tissue}
static const struct uptake_molecule lidocaine = {234.34, 2.44, UPTAKE_BASE, true, 7.9, 10, 7.4};
static const struct uptake_molecule minoxidil = {209.25, 1.24, UPTAKE_BASE, true, 4.6, 7.4, 7.4};
static const struct uptake_molecule tretinoin = {300.44, 6.3, UPTAKE_ACID, true, 4.8, 1, 7.4};
static const struct uptake_molecule ascorbic_acid   = {176.12, -1.85, UPTAKE_ACID, true,
                                                       4.2,    3.2,   7.4};
static const struct uptake_molecule tranexamic_acid = {157.21, -2, UPTAKE_ACID, false, 0, 7, 7.4};

#endif
