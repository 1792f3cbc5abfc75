// catalogue_things: zones, devices, agents and indications.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_KNOWLEDGE_CATALOGUE_THINGS_H
#define STIPPLE_KNOWLEDGE_CATALOGUE_THINGS_H

#include "knowledge/catalogue_figure.h"

struct thickness {                // total skin, epidermis and dermis
    struct amount male, female;   // mm, geometric means over studies
    struct amount person_sigma;   // ln, person to person
    struct amount study_sigma;    // ln, between studies
    struct amount epidermis;      // mm, stratum corneum and viable epidermis
    bool          low_evidence;
    struct names  sources, rows;
    int           status;
};

struct zone {
    const char       *id;
    struct wording    label;
    int               region;   // enum words_region
    struct names      parts;    // zones it is made of; empty = itself
    struct names      aims;     // of parts: those treated when the whole is wanted
    bool              is_paired;
    struct figure    *area;   // cm2, both sides
    struct thickness *thickness;
    struct figure *depth, *depth_scar;   // mm, setting of a mechanical device; none = not treated
    struct names   rows;                 // evidence rows
};

struct device_use {         // a use that is on record for a device
    const char   *number;   // of the authorisation
    const char   *indication;
    struct names  zones;
    struct amount phototype_low, phototype_high;
    struct names  sources, rows;
    int           status, grade;
};

struct device {
    const char    *id;
    struct wording label;
    int            kind;
    struct amount  needles, needle_diameter, needle_rows, rate, width,
        radius;                       // -, mm, -, Hz, cm, mm
    struct figure *reach;             // mm
    struct figure *labelled;          // mm, face and body
    struct figure *labelled_neck;     // mm
    struct amount  step, depth_min;   // mm
    struct names   lengths;           // fixed needle lengths, "0.5 mm"
    struct figure *density;           // /cm2, what a treatment aims at
    struct figure *pace;              // min/cm2, pace of needling
    struct figure *speed;             // cm/s, glide
    struct figure *passes;
    struct figure *achieved;              // ratio of channel depth to setting
    struct figure *order;                 // the least is planned first; none: never planned
    struct amount  rate_low, rate_high;   // Hz, where it can be set
    struct amount  age_min;               // years, on the label
    struct list    cleared;   // of device_use; none: not known, what holds is any label of the use
    const char    *safety;    // id of a saying shown before it can be chosen
    struct names   sources, rows;
    int            status, grade;
};

struct cartridge {   // a needle set that some devices take
    const char    *id;
    struct wording label;
    struct names   devices;
    struct amount  needles, needle_diameter, width;   // -, mm, mm; absent: as of the device
    struct wording layout;                            // how the needles stand; not reckoned with
    struct wording because;
    struct names   sources, rows;
    int            status, grade;
};

struct ceiling {
    const char   *rule;
    struct amount mass, area;   // g, cm2
    struct names  sources, rows;
    int           status;
};

enum molecule_form { FORM_ABSENT, FORM_NEUTRAL, FORM_ACID, FORM_BASE };

struct molecule {   // what an agent brings to the skin
    struct wording label;
    int            form;                  // enum molecule_form
    struct figure *mass, *logkow, *pka;   // g/mol, -, -
    struct figure *ph;                    // of the product; none: taken without charge
    struct figure *strength;              // mg/g
    struct wording left_out;              // what else is in it
    struct names   sources, rows;
    int            status;
};

struct content {   // an active substance of a product
    const char    *id;
    struct wording label;
    struct figure *strength;   // mg/g
    struct names   sources, rows;
    int            status;
};

enum under_word { UNDER_ABSENT, UNDER_LABELLED, UNDER_CLINIC, UNDER_PRESCRIBER, UNDER_NEVER };

struct under {           // an agent while needles go through it
    int            is;   // enum under_word: on a label, by the clinic, off label, never
    struct wording because;
    struct names   sources, rows;
    int            status, grade;
};

struct agent {
    const char      *id;
    struct wording   label;
    struct names     groups;    // "topical_anaesthetic", "prilocaine", ...
    struct figure   *dose;      // g/cm2
    struct figure   *minutes;   // contact time before needling
    struct list      ceilings;
    int              film;           // FIELD_BOOL: covered with film as its label says
    struct figure   *order;          // the least is taken where the clinic does not say what it has
    struct figure   *numbed;         // mm, depth at which a needle was bearable
    struct amount    numbed_after;   // min, contact time after which it was
    struct molecule *molecule;       // none: its uptake cannot be reckoned
    struct list      contents;       // of content: what is active in it
    struct figure   *before;         // d, left off before needling
    struct under    *under;          // while needles go through it
    struct figure   *after;          // d, earliest use after needling
    struct names     interlocks;     // rules that close it
    struct names     lines;          // of aftercare that keep it off
    struct wording   because;
    struct names     sources, rows;
    int              status, grade;
};

struct label_use {        // where a label names this use
    struct names zones;   // none = nowhere
    struct names sources, rows;
    int          status, grade;
};

struct indication {
    const char       *id;
    struct wording    label;
    bool              is_scar;    // takes the scar column of the depths
    int               diagnose;   // FIELD_BOOL: needs a clinician's diagnosis first
    struct names      scales;
    struct figure    *sessions;                 // value default, low, high
    struct figure    *interval;                 // d
    struct amount     interval_floor;           // d
    int               is_reviewed_from_first;   // FIELD_BOOL: reviews count from the first sitting
    struct figure    *review_first, *review_last;   // d after the last sitting, or the first
    struct figure    *depth;                        // mm, instead of the zone's
    struct label_use *on_label;                     // some label of some device
    struct names      sources, rows;
};

extern const struct noun catalogue_zone_noun, catalogue_device_noun, catalogue_agent_noun,
    catalogue_indication_noun, catalogue_cartridge_noun;

#endif
