// setup: what a part of the engine is asked when it is simulated alone. A noun for each part; what
// a setup leaves out is filled in from knowledge. Keys of the contract for which a part has no
// model yet are not in its table, and so refused.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_DOMAIN_SETUP_H
#define STIPPLE_DOMAIN_SETUP_H

#include "domain/field.h"

struct setup_person {
    struct amount age;   // y
    int           sex;   // enum patient_sex
    struct amount phototype, lightness_l;
};

struct setup_needle {
    struct amount length;                                 // mm, and so the setting
    struct amount tip_diameter, base_diameter, spacing;   // um
    struct amount count;
};

enum setup_tissue { SETUP_TISSUE_ABSENT, SETUP_HUMAN_SKIN };
enum setup_for { SETUP_FOR_ABSENT, SETUP_FOR_PERSON, SETUP_FOR_STUDY_MEAN };

struct setup_common {            // what any setup has
    const char          *zone;   // or site, which is the same
    const char          *site;
    int                  tissue;
    struct setup_person *person;
    const char          *device;
    int                  whom;   // "for"
    struct amount        n;
};

struct setup_depth {
    struct setup_common  common;
    struct setup_needle *needle;
    struct amount        speed, passes;
};

struct setup_closure {
    struct setup_common  common;
    struct setup_needle *needle;
    struct amount        count, depth;   // depth: the setting, mm
    int                  occluded;       // enum fact
};

struct setup_outcome {
    struct setup_common common;
    const char         *indication, *scale;
    struct amount       baseline, sessions;
    struct amount       interval, review;   // d, between sittings; d, after the last
};

struct setup_sitting {
    struct amount t, dose;   // d; relative
};

struct setup_modifiers {   // of healing; each takes the place of a spread
    struct amount theta;   // speed over that of a cut-out wound
    struct amount age;     // y
    int           smoking;
    struct amount omega, tau_x;   // /d, d
    struct amount half_life;      // h, of the channels
    int           occluded;       // enum fact
};
enum setup_smoking {
    SETUP_SMOKING_ABSENT,
    SETUP_SMOKING_NEVER,
    SETUP_SMOKING_FORMER,
    SETUP_SMOKES
};

struct setup_healing {
    struct setup_common     common;
    struct list             sessions;   // of setup_sitting
    int                     model;      // only one is there
    struct setup_modifiers *modifiers;
    struct numbers          times;   // d
};

struct setup_agent {
    const char   *code;
    struct amount mw, logkow, pka;   // instead of the code
    int           form;
};
enum setup_form { SETUP_FORM_ABSENT, SETUP_FORM_NEUTRAL, SETUP_FORM_ACID, SETUP_FORM_BASE };

struct setup_uptake {
    struct setup_common  common;
    struct setup_agent  *agent;
    struct amount        ph;
    struct amount        concentration, dose;   // mg/ml; mg/cm2 of what is put on
    struct amount        contact, delay;        // min; h from needling until it goes on
    int                  wash_off;              // enum fact
    struct amount        density;               // /cm2
    struct setup_needle *needle;
    int                  occluded;   // enum fact
    struct numbers       times;      // min
};

extern const struct noun setup_depth_noun, setup_closure_noun, setup_outcome_noun;
extern const struct noun setup_healing_noun, setup_uptake_noun;

// What the table alone does not say of the keys any setup has, at `node` of the document.
// ST_CONTENT: zone and site stand both, or n without a mean of a study, or a mean without n, or
// (unless `has_mean`) a mean at all.
MUST_CHECK enum status setup_check(const struct setup_common *common, bool has_mean,
                                   const struct doc *doc, const struct field_reader *reader);

#endif
