// library_things: what is looked up about skin, devices and agents: skin as each study measured it
// and what is pooled from that, depths that were published, places that are left out, the papers of
// devices, and lists of authorised devices.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_LIBRARY_THINGS_H
#define STIPPLE_KNOWLEDGE_LIBRARY_THINGS_H

#include "knowledge/catalogue_figure.h"

enum library_sex { LIBRARY_SEX_ABSENT, LIBRARY_MAN, LIBRARY_WOMAN };   // absent: either

struct measurement {                    // the skin of one place, as one study measured it
    const char    *id;                  // "TH-01-man-dermis"
    const char    *zone;                // of ours; none: a place that no zone is
    const char    *study;               // numbers of one study are read together
    const char    *site;                // in the words of the study
    int            sex;                 // enum library_sex
    struct amount  age_low, age_high;   // years
    int            layer;       // total, epidermis, dermis, horny_layer, viable_epidermis, fat
    int            method;      // ultrasound, histology, microscopy, scan
    struct amount  mean, sd;    // mm
    struct amount  low, high;   // mm, where a range was printed
    struct amount  n;           // people, or samples
    int            is_pooled;   // FIELD_BOOL: taken into what is pooled for the zone
    struct wording because;
    struct names   sources, rows;
    int            status, grade;
};

struct pooled_layer {    // what is pooled from the measurements of a zone, by tools/refit_skin
    const char    *id;   // "forehead_woman_total_20_29"
    const char    *zone;
    int            sex, layer;
    struct amount  age_low, age_high;           // years; none: any age
    struct amount  studies;                     // how many
    struct amount  median;                      // mm
    struct amount  person_sigma, study_sigma;   // ln
    struct wording because;
    const char    *hash;   // of the measurements
    struct names   sources, rows;
    int            status, grade;
};

struct guidance {   // a depth that somebody published or that a plan begins with
    const char    *id;
    struct names   zones, indications, devices;   // device kinds; none: any
    int            use;                           // begins, ceiling, information
    struct amount  low, high;                     // mm
    struct amount  thin_low, thin_high;           // mm, where thin skin has its own
    struct amount  thick_low, thick_high;         // mm
    struct wording because;
    struct names   sources, rows;
    int            status, grade;
};

struct exclusion {   // a place that is left out, and the rule that sees to it
    const char    *id;
    struct wording label;
    struct names   zones, devices;        // none: any
    const char    *condition, *implant;   // what has to be there; none: the place itself
    const char    *rule;
    const char    *part;   // code of the part that is left out; none: the whole zone is closed
    struct wording because;
    struct names   sources, rows;
    int            status, grade;
};

// The papers of a device: what the US rule asks a label to say, and the rest as far as it was read.
// A figure that is absent was not found, and is shown so.
struct datasheet {
    const char    *id, *device;   // of ours; none: it cannot be planned with
    int            kind;          // enum words_device_kind
    struct wording label;
    struct figure *needle_length, *needle_diameter, *penetration,
        *puncture_rate;   // mm, mm, mm, Hz
    struct wording layout;
    struct figure *needles, *step, *settings;            // -, mm, -
    struct figure *age_min;                              // years
    struct figure *frequency, *pulse, *power, *energy;   // MHz, ms, W, mJ a pin
    struct wording single_use, reprocessing, hazards;
    struct wording because;
    struct names   sources, rows;
    int            status, grade;
};

struct listing {   // a list of authorised devices
    const char    *id;
    struct wording label;
    struct when    on;
    struct names   numbers, sources, rows;
    struct wording because;
    int            status, grade;
};

extern const struct noun library_measurement_noun, library_pooled_noun, library_guidance_noun,
    library_exclusion_noun, library_datasheet_noun, library_listing_noun;

#endif
