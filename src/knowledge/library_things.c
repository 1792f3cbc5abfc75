// SPDX-License-Identifier: Apache-2.0
#include "knowledge/library_things.h"

static const char *const sexes[]  = {"man", "woman", NULL};
static const char *const layers[] = {
    "total", "epidermis", "dermis", "horny_layer", "viable_epidermis", "fat", NULL};
static const char *const methods[] = {"ultrasound", "histology", "microscopy", "scan", NULL};
static const char *const uses[]    = {"begins", "ceiling", "information", NULL};

#define SHOWN_FIGURE(S, m, tag, help_)                                                             \
    FIELD(S, m, NOUN, .noun = &catalogue_figure_##tag, .flags = FIELD_ALWAYS, .help = help_)
#define ZONE(S)     FIELD(S, zone, NAME, .vocabulary = "zones", .help = "zone of ours")
#define SEX(S)      FIELD(S, sex, CHOICE, .words = sexes, .help = "none: either")
#define YEARS(S, m) COUNTED(S, m, 0, 120, .help = "years")
#define KINDS(S)    CODES(S, devices, "device_kinds", "kinds of device; none: any")

// ---- skin ----

static const struct field measurement_fields[] = {
    ID(measurement),
    ZONE(measurement),
    FIELD(measurement, study, TEXT, .max = 40, NEED, .help = "numbers of one study go together"),
    FIELD(measurement, site, TEXT, .max = 80, NEED, .help = "in the words of the study"),
    SEX(measurement),
    YEARS(measurement, age_low),
    YEARS(measurement, age_high),
    FIELD(measurement, layer, CHOICE, .words = layers, NEED, .help = "what was measured"),
    FIELD(measurement, method, CHOICE, .words = methods, NEED, .help = "how"),
    MM(measurement, mean, "mean"),
    MM(measurement, sd, "standard deviation, person to person"),
    MM(measurement, low, "lower end of what was printed"),
    MM(measurement, high, "upper end"),
    COUNTED(measurement, n, 1, 100000, .help = "people, or samples"),
    FIELD_AS(measurement, is_pooled, "pooled", BOOL, .help = "taken into what is pooled"),
    BECAUSE(measurement),
    GRADED(measurement),
    END};
const struct noun library_measurement_noun =
    NOUN_OF("measurement", "skin as one study measured it", measurement, measurement_fields);

static const struct field pooled_fields[] = {
    ID(pooled_layer),
    ZONE(pooled_layer),
    SEX(pooled_layer),
    FIELD(pooled_layer, layer, CHOICE, .words = layers, NEED, .help = "of what"),
    YEARS(pooled_layer, age_low),
    YEARS(pooled_layer, age_high),
    COUNTED(pooled_layer, studies, 1, 100, .help = "studies"),
    MM(pooled_layer, median, "geometric mean over studies"),
    COUNTED(pooled_layer, person_sigma, 0, 3, .help = "spread between persons, ln"),
    COUNTED(pooled_layer, study_sigma, 0, 3, .help = "spread between studies, ln"),
    BECAUSE(pooled_layer),
    FIELD(pooled_layer, hash, TEXT, .max = 80, .help = "BLAKE2b-256 of the measurements"),
    GRADED(pooled_layer),
    END};
const struct noun library_pooled_noun =
    NOUN_OF("pooled_layer", "thickness pooled over studies", pooled_layer, pooled_fields);

// ---- depths and places ----

static const struct field guidance_fields[] = {
    ID(guidance),
    CODES(guidance, zones, "zones", "where"),
    CODES(guidance, indications, "indications", "what for"),
    KINDS(guidance),
    FIELD(guidance, use, CHOICE, .words = uses, NEED, .help = "what a plan does with it"),
    MM(guidance, low, "lower end"),
    MM(guidance, high, "upper end"),
    MM(guidance, thin_low, "of thin skin, lower end"),
    MM(guidance, thin_high, "of thin skin, upper end"),
    MM(guidance, thick_low, "of thick skin, lower end"),
    MM(guidance, thick_high, "of thick skin, upper end"),
    FIELD(guidance, because, WORDING, NEED, .help = "who says it, and what we make of it"),
    GRADED(guidance),
    END};
const struct noun library_guidance_noun =
    NOUN_OF("guidance", "a depth that was published", guidance, guidance_fields);

static const struct field exclusion_fields[] = {
    ID(exclusion),
    LABEL(exclusion),
    CODES(exclusion, zones, "zones", "where; none: anywhere"),
    KINDS(exclusion),
    FIELD(exclusion, condition, NAME, .vocabulary = "conditions", .help = "what has to be there"),
    FIELD(exclusion, implant, NAME, .vocabulary = "implants", .help = "what has to be there"),
    FIELD(exclusion, rule, TEXT, .max = 20, NEED, .help = "the rule that sees to it"),
    FIELD(exclusion, part, TEXT, .max = 60, .help = "part left out; none: the zone is closed"),
    BECAUSE(exclusion),
    GRADED(exclusion),
    END};
const struct noun library_exclusion_noun =
    NOUN_OF("exclusion", "a place that is left out", exclusion, exclusion_fields);

// ---- papers ----

static const struct field datasheet_fields[] = {
    ID(datasheet),
    FIELD(datasheet, device, NAME, .vocabulary = "devices", .help = "device of ours"),
    FIELD(datasheet, kind, CHOICE, .words = words_device_kind, NEED, .help = "kind of device"),
    LABEL(datasheet),
    SHOWN_FIGURE(datasheet, needle_length, mm, "length of the needles"),
    SHOWN_FIGURE(datasheet, needle_diameter, mm, "thickness of a needle"),
    SHOWN_FIGURE(datasheet, penetration, mm, "deepest the needles go"),
    SHOWN_FIGURE(datasheet, puncture_rate, rate, "strokes a second"),
    FIELD(datasheet, layout, WORDING, .help = "how the needles stand"),
    FIGURE_OF(datasheet, needles, count, "needles"),
    FIGURE_OF(datasheet, step, mm, "steps of the setting"),
    FIGURE_OF(datasheet, settings, count, "settings"),
    FIGURE_OF(datasheet, age_min, count, "youngest on the label, years"),
    FIGURE_OF(datasheet, frequency, radio, "of the current"),
    FIGURE_OF(datasheet, pulse, pulse, "how long a pulse lasts"),
    FIGURE_OF(datasheet, power, power, "of the current"),
    FIGURE_OF(datasheet, energy, energy, "for one needle"),
    FIELD(datasheet, single_use, WORDING, .help = "what is thrown away after one person"),
    FIELD(datasheet, reprocessing, WORDING, .help = "what is cleaned, and how"),
    FIELD(datasheet, hazards, WORDING, .help = "implants, places, magnets"),
    BECAUSE(datasheet),
    GRADED(datasheet),
    END};
const struct noun library_datasheet_noun =
    NOUN_OF("datasheet", "the papers of a device", datasheet, datasheet_fields);

static const struct field listing_fields[] = {
    ID(listing),
    LABEL(listing),
    FIELD(listing, on, DATE, .help = "as it stood on this day"),
    FIELD(listing, numbers, TEXTS, .max = 20, NEED, .help = "numbers of the authorisations"),
    BECAUSE(listing),
    GRADED(listing),
    END};
const struct noun library_listing_noun =
    NOUN_OF("listing", "a list of authorised devices", listing, listing_fields);
