// SPDX-License-Identifier: Apache-2.0
#include "knowledge/catalogue_things.h"

// ---- things ----

static const struct field thickness_fields[] = {
    MM(thickness, male, "men, total"),
    MM(thickness, female, "women, total"),
    COUNTED(thickness, person_sigma, 0, 3, .help = "spread between persons, ln"),
    COUNTED(thickness, study_sigma, 0, 3, .help = "spread between studies, ln"),
    MM(thickness, epidermis, "epidermis with its horny layer"),
    FIELD(thickness, low_evidence, BOOL, .flags = FIELD_ALWAYS, .help = "no study of this zone"),
    CITED(thickness),
    END};
static const struct noun thickness_noun =
    NOUN_OF("thickness", "thickness of the skin", thickness, thickness_fields);

static const struct field zone_fields[] = {
    ID(zone),
    LABEL(zone),
    FIELD(zone, region, CHOICE, .words = words_region, NEED, .help = "part of the body"),
    CODES(zone, parts, "zones", "zones it is made of"),
    CODES(zone, aims, "zones", "those treated when the whole is wanted"),
    FIELD(zone, is_paired, BOOL, .flags = FIELD_ALWAYS, .help = "left and right"),
    FIGURE_OF(zone, area, cm2, "area; where it is left and right, of both"),
    FIELD(zone, thickness, NOUN, .noun = &thickness_noun, .help = "thickness of the skin"),
    FIGURE_OF(zone, depth, mm, "setting of a mechanical device; none = not treated"),
    FIGURE_OF(zone, depth_scar, mm, "setting for scars"),
    ROWS(zone),
    END};
const struct noun catalogue_zone_noun = NOUN_OF("zone", "a zone of the skin", zone, zone_fields);

static const struct field device_use_fields[] = {
    FIELD(device_use, number, TEXT, .max = 60, NEED, .help = "number of the authorisation"),
    FIELD(device_use, indication, NAME, .vocabulary = "indications", NEED, .help = "what for"),
    CODES(device_use, zones, "zones", "where"),
    COUNTED(device_use, phototype_low, 1, 6, .help = "skin types, from; none: any"),
    COUNTED(device_use, phototype_high, 1, 6, .help = "skin types, to"),
    GRADED(device_use),
    END};
static const struct noun device_use_noun =
    NOUN_OF("device_use", "a use on record", device_use, device_use_fields);

static const struct field device_fields[] = {
    ID(device),
    LABEL(device),
    FIELD(device, kind, CHOICE, .words = words_device_kind, NEED, .help = "kind of device"),
    COUNTED(device, needles, 1, 5000, .help = "needles"),
    MM(device, needle_diameter, "needle"),
    COUNTED(device, needle_rows, 1, 100, .help = "rows of needles"),
    FIELD(device, rate, QUANTITY, .unit = "Hz", .max = 1000, .help = "strokes a second"),
    FIELD(device, rate_low, QUANTITY, .unit = "Hz", .max = 1000, .help = "slowest"),
    FIELD(device, rate_high, QUANTITY, .unit = "Hz", .max = 1000, .help = "fastest"),
    FIELD(device, width, QUANTITY, .unit = "mm", .max = 100, .help = "width of the head"),
    MM(device, radius, "radius of the drum"),
    FIGURE_OF(device, reach, mm, "deepest it can go"),
    FIGURE_OF(device, labelled, mm, "deepest on its label"),
    FIGURE_OF(device, labelled_neck, mm, "deepest on its label, neck"),
    MM(device, step, "steps of the setting"),
    MM(device, depth_min, "shallowest setting"),
    FIELD(device, lengths, TEXTS, .max = 20, .help = "fixed needle lengths"),
    FIGURE_OF(device, density, per_cm2, "punctures aimed at"),
    FIGURE_OF(device, pace, pace, "pace of needling"),
    FIGURE_OF(device, speed, speed, "glide"),
    FIGURE_OF(device, passes, ratio, "passes"),
    FIGURE_OF(device, achieved, ratio, "channel depth over setting"),
    FIGURE_OF(device, order, plain, "least is planned first; none: never planned"),
    COUNTED(device, age_min, 0, 120, .help = "youngest on its label"),
    FIELD(device, cleared, LIST, .noun = &device_use_noun, .help = "uses on record"),
    FIELD(device, safety, TEXT, .max = 60, .help = "text shown before it can be chosen"),
    GRADED(device),
    END};
const struct noun catalogue_device_noun = NOUN_OF("device", "a device", device, device_fields);

static const struct field cartridge_fields[] = {
    ID(cartridge),
    LABEL(cartridge),
    CODES(cartridge, devices, "devices", "devices that take it"),
    COUNTED(cartridge, needles, 1, 5000, NEED, .help = "needles"),
    MM(cartridge, needle_diameter, "needle"),
    FIELD(cartridge, width, QUANTITY, .unit = "mm", .max = 100, .help = "width of the head"),
    FIELD(cartridge, layout, WORDING, .help = "how the needles stand; it is not reckoned with"),
    BECAUSE(cartridge),
    GRADED(cartridge),
    END};
const struct noun catalogue_cartridge_noun =
    NOUN_OF("cartridge", "a needle set", cartridge, cartridge_fields);

static const struct field ceiling_fields[] = {
    FIELD(ceiling, rule, TEXT, .max = 20, NEED, .help = "evidence row"),
    FIELD(ceiling, mass, QUANTITY, .unit = "g", .max = 10000, .help = "most of it"),
    FIELD(ceiling, area, QUANTITY, .unit = "cm2", .max = 30000, .help = "largest area"),
    CITED(ceiling), END};
static const struct noun ceiling_noun = NOUN_OF("ceiling", "a ceiling", ceiling, ceiling_fields);

static const char *const molecule_forms[] = {"neutral", "acid", "base", NULL};

static const struct field molecule_fields[] = {
    LABEL(molecule),
    FIELD(molecule, form, CHOICE, .words = molecule_forms, NEED, .help = "what charges it"),
    FIGURE_OF(molecule, mass, plain, "molar mass, g/mol"),
    FIGURE_OF(molecule, logkow, plain, "log10 of octanol over water"),
    FIGURE_OF(molecule, pka, plain, "pKa of the acid or base"),
    FIGURE_OF(molecule, ph, plain, "pH of the product"),
    FIGURE_OF(molecule, strength, strength, "how much of it is in the product"),
    FIELD(molecule, left_out, WORDING, .help = "what else is in it and is not reckoned"),
    CITED(molecule),
    END};
static const struct noun molecule_noun =
    NOUN_OF("molecule", "what an agent brings to the skin", molecule, molecule_fields);

static const struct field content_fields[] = {
    ID(content), LABEL(content),
    FIGURE_OF(content, strength, strength, "how much of it is in the product"), CITED(content),
    END};
static const struct noun content_noun =
    NOUN_OF("content", "an active substance", content, content_fields);
static const char *const under_words[] = {"labelled", "clinic", "prescriber", "never", NULL};

static const struct field under_fields[] = {
    FIELD(under, is, CHOICE, .words = under_words, NEED, .help = "who may, or that nobody does"),
    FIELD(under, because, WORDING, NEED, .help = "why"), GRADED(under), END};
static const struct noun under_noun =
    NOUN_OF("under", "an agent while needles go through it", under, under_fields);

static const struct field agent_fields[] = {
    ID(agent),
    LABEL(agent),
    FIELD(agent, groups, TEXTS, .max = 60, .help = "groups it belongs to"),
    FIGURE_OF(agent, dose, dose, "amount per area"),
    FIGURE_OF(agent, minutes, minutes, "contact time before needling"),
    FIELD(agent, ceilings, LIST, .noun = &ceiling_noun, .help = "ceilings of its label"),
    FIELD(agent, film, BOOL, .help = "covered with film as its label says"),
    FIGURE_OF(agent, order, plain, "least first, where the clinic does not say what it has"),
    FIGURE_OF(agent, numbed, mm, "depth at which a needle was bearable"),
    FIELD(agent, numbed_after, QUANTITY, .unit = "min", .min = 1, .max = 1440,
          .help = "contact time after which it was"),
    FIELD(agent, molecule, NOUN, .noun = &molecule_noun, .help = "what takes part in uptake"),
    FIELD(agent, contents, LIST, .noun = &content_noun, .help = "what is active in it"),
    FIGURE_OF(agent, before, days, "left off before needling"),
    FIELD(agent, under, NOUN, .noun = &under_noun, .help = "while needles go through it"),
    FIGURE_OF(agent, after, days, "earliest use after needling"),
    FIELD(agent, interlocks, TEXTS, .max = 20, .help = "rules that close it"),
    FIELD(agent, lines, TEXTS, .max = 60, .help = "lines of aftercare that keep it off"),
    BECAUSE(agent),
    GRADED(agent),
    END};
const struct noun catalogue_agent_noun = NOUN_OF("agent", "a substance", agent, agent_fields);

static const struct field label_use_fields[] = {
    CODES(label_use, zones, "zones", "where; none = nowhere"), GRADED(label_use), END};
static const struct noun label_use_noun =
    NOUN_OF("label_use", "where a label names a use", label_use, label_use_fields);

static const struct field indication_fields[] = {
    ID(indication),
    LABEL(indication),
    FIELD(indication, is_scar, BOOL, .flags = FIELD_ALWAYS, .help = "takes the depth for scars"),
    FIELD(indication, diagnose, BOOL, .help = "needs a clinician's diagnosis"),
    CODES(indication, scales, "scales", "scales it is measured on"),
    FIGURE_OF(indication, sessions, ratio, "sittings"),
    FIGURE_OF(indication, interval, days, "days between sittings"),
    FIELD(indication, interval_floor, QUANTITY, .unit = "d", .max = 365, .help = "fewest days"),
    FIELD(indication, is_reviewed_from_first, BOOL, .help = "reviews count from the first sitting"),
    FIGURE_OF(indication, review_first, days, "first review after the last sitting"),
    FIGURE_OF(indication, review_last, days, "last review after the last sitting"),
    FIGURE_OF(indication, depth, mm, "setting instead of the zone's"),
    FIELD(indication, on_label, NOUN, .noun = &label_use_noun, .help = "where it is on a label"),
    FIELD(indication, sources, NAMES, .vocabulary = "sources", .help = "sources"),
    ROWS(indication),
    END};
const struct noun catalogue_indication_noun =
    NOUN_OF("indication", "what is treated", indication, indication_fields);
