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

extern const struct noun setup_depth_noun, setup_closure_noun, setup_outcome_noun;

// What the table alone does not say of the keys any setup has, at `node` of the document.
// ST_CONTENT: zone and site stand both, or n without a mean of a study, or a mean without n, or
// (unless `has_mean`) a mean at all.
MUST_CHECK enum status setup_check(const struct setup_common *common, bool has_mean,
                                   const struct doc *doc, const struct field_reader *reader);

#endif
