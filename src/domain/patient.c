// SPDX-License-Identifier: Apache-2.0
#include "domain/patient.h"

#include "domain/words.h"

static const char *const sexes[]    = {"female", "male", "other", NULL};
static const char *const statuses[] = {"active",  "controlled", "stable", "resolved",
                                       "history", "unknown",    NULL};
static const char *const smoking[]  = {"never", "former", "current", "unknown", NULL};
static const char *const numbing[]  = {"planned", "declined", "unknown", NULL};
static const char *const hopes[]    = {"realistic", "unrealistic", "unknown", NULL};
static const char *const unknown[]  = {"unknown", NULL};
static const char *const stops[]    = {"unknown", "ongoing", NULL};
static const char *const gone[]     = {"unknown", "ongoing", "no", "yes", NULL};
static const char *const results[]  = {"unchanged", "darker", "lighter", "raised", "unknown", NULL};
static const char *const given[]    = {"given", "planned", "cancelled", NULL};
static const char *const truth[]    = {"yes", "no", "unknown", NULL};

#define ZONES(S) FIELD(S, zones, NAMES, .vocabulary = "zones", .help = "where")
#define NOTE(S)  FIELD(S, note, TEXT, .max = 500, .help = "remark")
#define END                                                                                        \
    { 0 }

static const struct field severity_fields[] = {
    FIELD(patient_severity, scale, NAME, .vocabulary = "scales", .flags = FIELD_REQUIRED,
          .help = "named outcome scale"),
    FIELD(patient_severity, value, NUMBER, .min = 0, .max = 1000, .flags = FIELD_REQUIRED,
          .help = "value on that scale"),
    END};
static const struct noun severity_noun = {"severity", "how severe, on a named scale",
                                          sizeof(struct patient_severity), severity_fields, false};

static const struct field goal_fields[] = {
    FIELD(patient_goal, indication, NAME, .vocabulary = "indications", .flags = FIELD_REQUIRED,
          .help = "what is to be treated"),
    FIELD(patient_goal, zones, NAMES, .vocabulary = "zones", .flags = FIELD_REQUIRED,
          .help = "where it is to be treated"),
    FIELD(patient_goal, severity, NOUN, .noun = &severity_noun, .help = "how severe it is"),
    FIELD(patient_goal, scar_date, DATE, .words = unknown, .help = "surgical scar: day of surgery"),
    FIELD_FACT(patient_goal, diagnosed, "a clinician has made the diagnosis"),
    END};
const struct noun patient_goal_noun = {"goal", "what the person wants treated, and where",
                                       sizeof(struct patient_goal), goal_fields, false};

static const struct field condition_fields[] = {
    FIELD(patient_condition, code, NAME, .vocabulary = "conditions", .flags = FIELD_REQUIRED,
          .help = "which condition"),
    FIELD(patient_condition, status, CHOICE, .words = statuses, .help = "how it stands"),
    ZONES(patient_condition),
    FIELD(patient_condition, spot, TEXT, .max = 200, .help = "where a single lesion is, in words"),
    FIELD(patient_condition, size, TEXT, .max = 40, .help = "its size, in words"),
    FIELD(patient_condition, since, DATE, .words = unknown, .help = "first day"),
    FIELD(patient_condition, ended, DATE, .words = stops, .help = "last day, or ongoing"),
    FIELD(patient_condition, hba1c, NUMBER, .min = 3, .max = 20, .words = unknown,
          .help = "diabetes: HbA1c in per cent"),
    NOTE(patient_condition),
    END};
const struct noun patient_condition_noun = {"condition", "an illness or state of the skin",
                                            sizeof(struct patient_condition), condition_fields,
                                            false};

static const struct field medication_fields[] = {
    FIELD(patient_medication, code, NAME, .vocabulary = "medications", .flags = FIELD_REQUIRED,
          .help = "which medicine or group"),
    FIELD(patient_medication, route, TEXT, .max = 40, .help = "oral, topical, ..."),
    FIELD(patient_medication, dose, TEXT, .max = 80, .help = "as taken, in words"),
    FIELD(patient_medication, started, DATE, .words = unknown, .help = "first day"),
    FIELD(patient_medication, stopped, DATE, .words = stops, .help = "last day, or ongoing"),
    FIELD_FACT(patient_medication, prescribed, "prescribed by somebody"),
    FIELD(patient_medication, inr, NUMBER, .min = 0.5, .max = 20, .words = unknown,
          .help = "last INR under this medicine"),
    NOTE(patient_medication),
    END};
const struct noun patient_medication_noun = {"medication", "a medicine taken now or before",
                                             sizeof(struct patient_medication), medication_fields,
                                             false};

static const struct field allergy_fields[] = {
    FIELD(patient_allergy, code, NAME, .vocabulary = "allergies", .flags = FIELD_REQUIRED,
          .help = "to what"),
    FIELD(patient_allergy, reaction, TEXT, .max = 200, .help = "what happened"),
    FIELD(patient_allergy, status, CHOICE, .words = truth, .help = "is it certain"), END};
const struct noun patient_allergy_noun = {"allergy", "an allergy", sizeof(struct patient_allergy),
                                          allergy_fields, false};

static const struct field implant_fields[] = {
    FIELD(patient_implant, code, NAME, .vocabulary = "implants", .flags = FIELD_REQUIRED,
          .help = "which implant"),
    ZONES(patient_implant), END};
const struct noun patient_implant_noun = {"implant", "an implant", sizeof(struct patient_implant),
                                          implant_fields, false};

static const struct field procedure_fields[] = {
    FIELD(patient_procedure, code, NAME, .vocabulary = "procedures", .flags = FIELD_REQUIRED,
          .help = "which procedure"),
    FIELD(patient_procedure, date, DATE, .words = unknown, .help = "the day it was done"),
    ZONES(patient_procedure), NOTE(patient_procedure), END};
const struct noun patient_procedure_noun = {"procedure", "an earlier procedure on the skin",
                                            sizeof(struct patient_procedure), procedure_fields,
                                            false};

static const struct field exposure_fields[] = {
    FIELD(patient_exposure, code, NAME, .vocabulary = "exposures", .flags = FIELD_REQUIRED,
          .help = "sunburn, tan or self_tan"),
    FIELD(patient_exposure, date, DATE, .words = unknown, .help = "last day of it"),
    FIELD(patient_exposure, resolved, DATE, .words = gone, .help = "day it was gone, or ongoing"),
    ZONES(patient_exposure), END};
const struct noun patient_exposure_noun = {"exposure", "sun and tanning",
                                           sizeof(struct patient_exposure), exposure_fields, false};

static const struct field event_fields[] = {
    FIELD(patient_event, name, TEXT, .max = 120, .help = "what it is"),
    FIELD(patient_event, date, DATE, .flags = FIELD_REQUIRED, .help = "the day"),
    FIELD(patient_event, clear_days, QUANTITY, .unit = "d", .min = 0, .max = 365,
          .flags = FIELD_BARE, .help = "days before it without a sitting"),
    END};
static const struct noun event_noun = {"event", "a day to look well on",
                                       sizeof(struct patient_event), event_fields, false};

static const struct field away_fields[] = {
    FIELD(patient_away, from, DATE, .flags = FIELD_REQUIRED, .help = "first day away"),
    FIELD(patient_away, to, DATE, .flags = FIELD_REQUIRED, .help = "last day away"), END};
static const struct noun away_noun = {"away", "days on which nobody comes",
                                      sizeof(struct patient_away), away_fields, false};

#define COUNT(S, m, lo, hi, help_)                                                                 \
    FIELD(S, m, NUMBER, .min = lo, .max = hi, .flags = FIELD_WHOLE, .help = help_)

static const struct field limits_fields[] = {
    FIELD(patient_limits, budget, MONEY, .help = "most to be spent on the whole course"),
    FIELD(patient_limits, downtime, QUANTITY, .unit = "d", .min = 0, .max = 60,
          .help = "longest redness that is acceptable"),
    FIELD(patient_limits, latest_date, DATE, .help = "last day a sitting may be"),
    FIELD(patient_limits, result_by, DATE, .help = "day by which the result is wanted"),
    COUNT(patient_limits, sessions_max, 1, LIMIT_SITTINGS, "most sittings"),
    COUNT(patient_limits, sessions_min, 1, LIMIT_SITTINGS, "fewest sittings"),
    FIELD(patient_limits, visit_minutes, QUANTITY, .unit = "min", .min = 5, .max = 720,
          .flags = FIELD_BARE, .help = "longest visit"),
    FIELD(patient_limits, interval_min, QUANTITY, .unit = "d", .min = 1, .max = 365,
          .flags = FIELD_BARE, .help = "shortest interval between sittings"),
    FIELD(patient_limits, events, LIST, .noun = &event_noun, .help = "days to look well on"),
    FIELD(patient_limits, days_away, LIST, .noun = &away_noun, .help = "days away"),
    END};
static const struct noun limits_noun = {"limits", "what the person wants kept",
                                        sizeof(struct patient_limits), limits_fields, false};

static const struct field override_fields[] = {
    FIELD(patient_override, rule, NAME, .vocabulary = "rules", .max = 40, .flags = FIELD_REQUIRED,
          .help = "id of the rule or finding"),
    FIELD(patient_override, by, NAME, .vocabulary = "professions", .flags = FIELD_OPEN, .max = 60,
          .help = "profession"),
    FIELD(patient_override, name, TEXT, .max = 120, .help = "who decided"),
    FIELD(patient_override, date, DATE, .help = "when"),
    FIELD(patient_override, reason, TEXT, .max = 1000, .help = "why"),
    END};
static const struct noun override_noun = {"override", "a rule set aside, with its reason",
                                          sizeof(struct patient_override), override_fields, false};

static const struct field clearance_fields[] = {
    FIELD(patient_clearance, rule, NAME, .vocabulary = "rules", .max = 40, .flags = FIELD_REQUIRED,
          .help = "for which rule"),
    FIELD(patient_clearance, from, TEXT, .max = 120, .help = "who is asked"),
    FIELD(patient_clearance, asked, DATE, .help = "day of the letter"),
    FIELD(patient_clearance, received, DATE, .help = "day of the answer that allows it"),
    FIELD(patient_clearance, limits, TEXT, .max = 500, .help = "limits the answer sets, in words"),
    END};
static const struct noun clearance_noun = {"clearance", "a letter asked for and answered",
                                           sizeof(struct patient_clearance), clearance_fields,
                                           false};

static const struct field prophylaxis_fields[] = {
    FIELD_FACT(patient_prophylaxis, decided, "a prescriber has decided"),
    FIELD(patient_prophylaxis, by, TEXT, .max = 120, .help = "the prescriber"),
    FIELD(patient_prophylaxis, date, DATE, .help = "when"),
    FIELD(patient_prophylaxis, decision, TEXT, .max = 500, .help = "what was decided"), END};
static const struct noun prophylaxis_noun = {"prophylaxis", "the prescriber's decision",
                                             sizeof(struct patient_prophylaxis), prophylaxis_fields,
                                             false};

static const struct field test_spot_fields[] = {
    FIELD(patient_test_spot, date, DATE, .help = "day it was set"),
    FIELD(patient_test_spot, read, DATE, .help = "day it was read"),
    ZONES(patient_test_spot),
    FIELD(patient_test_spot, device, NAME, .vocabulary = "devices", .help = "with which device"),
    FIELD(patient_test_spot, result, CHOICE, .words = results, .help = "what was seen"),
    FIELD_FACT(patient_test_spot, waived, "left out on purpose"),
    FIELD(patient_test_spot, reason, TEXT, .max = 500, .help = "why it was left out"),
    END};
const struct noun patient_test_spot_noun = {"test_spot", "a test spot and its reading",
                                            sizeof(struct patient_test_spot), test_spot_fields,
                                            false};

static const struct field given_zone_fields[] = {
    FIELD(patient_given_zone, zone, NAME, .vocabulary = "zones", .flags = FIELD_REQUIRED,
          .help = "where"),
    FIELD(patient_given_zone, device, NAME, .vocabulary = "devices", .help = "with what"),
    FIELD(patient_given_zone, depth, QUANTITY, .unit = "mm", .min = 0.1, .max = 4,
          .help = "setting"),
    FIELD(patient_given_zone, endpoint, TEXT, .max = 60, .help = "what was reached"), END};
static const struct noun given_zone_noun = {"given_zone", "what one zone was given",
                                            sizeof(struct patient_given_zone), given_zone_fields,
                                            false};

static const struct field reaction_fields[] = {
    FIELD(patient_reaction, code, NAME, .vocabulary = "reactions", .flags = FIELD_REQUIRED,
          .help = "what was seen"),
    FIELD(patient_reaction, since, DATE, .words = unknown, .help = "first day"),
    FIELD(patient_reaction, ended, DATE, .words = stops, .help = "last day, or ongoing"),
    ZONES(patient_reaction),
    FIELD(patient_reaction, status, CHOICE, .words = statuses, .help = "how it stands"),
    END};
const struct noun patient_reaction_noun = {"reaction", "what followed a sitting",
                                           sizeof(struct patient_reaction), reaction_fields, false};

static const struct field sitting_fields[] = {
    COUNT(patient_sitting, number, 1, LIMIT_SITTINGS, "which sitting of the course"),
    FIELD(patient_sitting, date, DATE, .flags = FIELD_REQUIRED, .help = "the day"),
    FIELD(patient_sitting, status, CHOICE, .words = given, .help = "given unless said otherwise"),
    FIELD(patient_sitting, zones, LIST, .noun = &given_zone_noun, .help = "zone by zone"),
    FIELD(patient_sitting, reactions, LIST, .noun = &patient_reaction_noun,
          .help = "what followed"),
    END};
const struct noun patient_sitting_noun = {"sitting", "a sitting of this course, given before",
                                          sizeof(struct patient_sitting), sitting_fields, false};

static const struct field outcome_fields[] = {
    FIELD(patient_outcome, date, DATE, .flags = FIELD_REQUIRED, .help = "the day"),
    FIELD(patient_outcome, zone, NAME, .vocabulary = "zones", .help = "where"),
    FIELD(patient_outcome, scale, NAME, .vocabulary = "scales", .flags = FIELD_REQUIRED,
          .help = "named outcome scale"),
    FIELD(patient_outcome, value, NUMBER, .min = 0, .max = 1000, .flags = FIELD_REQUIRED,
          .help = "value on that scale"),
    END};
static const struct noun outcome_noun = {"outcome", "what was measured",
                                         sizeof(struct patient_outcome), outcome_fields, false};

static const struct field diagnosis_fields[] = {
    FIELD(patient_diagnosis, indication, NAME, .vocabulary = "indications", .flags = FIELD_REQUIRED,
          .help = "of what"),
    FIELD(patient_diagnosis, by, TEXT, .max = 120, .help = "who made it"),
    FIELD(patient_diagnosis, date, DATE, .help = "when"), END};
static const struct noun diagnosis_noun = {"diagnosis", "a clinician's diagnosis",
                                           sizeof(struct patient_diagnosis), diagnosis_fields,
                                           false};

static const struct field contact_fields[] = {
    FIELD(patient_contact, name, TEXT, .max = 120, .help = "who"),
    FIELD(patient_contact, phone, TEXT, .max = 60, .help = "number"), END};
static const struct noun contact_noun = {"contact", "how to reach somebody",
                                         sizeof(struct patient_contact), contact_fields, false};

static const struct field zone_setting_fields[] = {
    FIELD(patient_zone_setting, zone, NAME, .vocabulary = "zones", .flags = FIELD_REQUIRED,
          .help = "where"),
    FIELD(patient_zone_setting, depth, QUANTITY, .unit = "mm", .min = 0.1, .max = 4,
          .help = "setting"),
    COUNT(patient_zone_setting, passes, 1, 30, "passes"),
    FIELD(patient_zone_setting, speed, QUANTITY, .unit = "cm/s", .min = 0.5, .max = 50,
          .help = "glide"),
    FIELD(patient_zone_setting, cartridge, NAME, .vocabulary = "cartridges",
          .help = "needle set of the device"),
    END};
const struct noun patient_zone_setting_noun = {"zone_setting", "what is asked for in one zone",
                                               sizeof(struct patient_zone_setting),
                                               zone_setting_fields, false};

static const struct field settings_fields[] = {
    COUNT(patient_settings, sessions, 1, LIMIT_SITTINGS,
          "treatments of the whole course, those given included"),
    FIELD(patient_settings, interval, QUANTITY, .unit = "d", .min = 1, .max = 182,
          .help = "time between treatments"),
    FIELD(patient_settings, zones, LIST, .noun = &patient_zone_setting_noun,
          .help = "zone by zone; it goes before depth"),
    END};
const struct noun patient_settings_noun = {"settings", "what is asked for in place of the advice",
                                           sizeof(struct patient_settings), settings_fields, false};

static const struct field patient_fields[] = {
    FIELD(patient, name, TEXT, .max = 120, .help = "form of address"),
    FIELD(patient, invented, BOOL, .help = "an invented person, for demonstration"),
    FIELD(patient, note, TEXT, .max = 2000, .help = "what this file is for"),
    FIELD(patient, birth_date, DATE, .help = "day of birth"),
    COUNT(patient, age, 0, 120, "age in years, if the birth date is not known"),
    FIELD(patient, sex, CHOICE, .words = sexes, .help = "sex"),
    FIELD(patient, phototype, NUMBER, .min = 1, .max = 6, .flags = FIELD_WHOLE, .words = unknown,
          .help = "Fitzpatrick skin type, from the person's own account"),
    FIELD(patient, lightness_l, NUMBER, .min = 1, .max = 100, .help = "L* by colorimeter"),
    FIELD(patient, recorded_on, DATE, .help = "day these answers were given"),
    FIELD_FACT(patient, pregnant, "pregnant now"),
    FIELD_FACT(patient, breastfeeding, "breastfeeding now"),
    FIELD(patient, due_date, DATE, .words = unknown, .help = "expected day of birth"),
    FIELD(patient, pregnancy_test, DATE, .help = "day of the last negative test"),
    FIELD(patient, goals, LIST, .noun = &patient_goal_noun, .help = "what is wanted"),
    FIELD(patient, devices, NAMES, .vocabulary = "devices", .help = "devices at hand or asked for"),
    FIELD(patient, depth, QUANTITY, .unit = "mm", .min = 0.1, .max = 4, .help = "depth asked for"),
    FIELD(patient, settings, NOUN, .noun = &patient_settings_noun,
          .help = "what is asked for in place of the advice"),
    FIELD(patient, conditions, LIST, .noun = &patient_condition_noun, .help = "illnesses and skin"),
    FIELD(patient, medications, LIST, .noun = &patient_medication_noun, .help = "medicines"),
    FIELD(patient, allergies, LIST, .noun = &patient_allergy_noun, .help = "allergies"),
    FIELD(patient, implants, LIST, .noun = &patient_implant_noun, .help = "implants"),
    FIELD(patient, procedures, LIST, .noun = &patient_procedure_noun, .help = "earlier procedures"),
    FIELD(patient, exposures, LIST, .noun = &patient_exposure_noun, .help = "sun and tanning"),
    FIELD(patient, anaesthetic, CHOICE, .words = numbing, .help = "numbing cream"),
    FIELD(patient, agents, NAMES, .vocabulary = "agents", .help = "agents asked for"),
    FIELD(patient, cover_after, CHOICE, .words = words_cover,
          .help = "what will lie on the skin after a sitting"),
    FIELD(patient, smoking, CHOICE, .words = smoking, .help = "smoking"),
    FIELD(patient, weight, QUANTITY, .unit = "kg", .min = 10, .max = 400, .help = "body weight"),
    FIELD(patient, inr, NUMBER, .min = 0.5, .max = 20, .words = unknown, .help = "last INR"),
    FIELD(patient, languages, TEXTS, .max = 35, .help = "languages, first the preferred one"),
    FIELD_FACT(patient, interpreter, "an interpreter is wanted"),
    FIELD(patient, contact, NOUN, .noun = &contact_noun, .flags = FIELD_WORD,
          .help = "how to reach the person"),
    FIELD(patient, emergency_contact, NOUN, .noun = &contact_noun, .flags = FIELD_WORD,
          .help = "whom to call"),
    FIELD(patient, worth_it_if, TEXT, .max = 500, .help = "in the person's own words"),
    FIELD(patient, expectations, CHOICE, .words = hopes, .help = "the clinician's view"),
    FIELD_FACT(patient, photo_consent, "photographs for treatment are allowed"),
    FIELD_AS(patient, operator_id, "operator", TEXT, .max = 60, .help = "id of the operator"),
    FIELD(patient, limits, NOUN, .noun = &limits_noun, .help = "dates, money and time"),
    FIELD(patient, overrides, LIST, .noun = &override_noun, .help = "rules set aside"),
    FIELD(patient, clearances, LIST, .noun = &clearance_noun, .help = "letters"),
    FIELD(patient, prophylaxis, NOUN, .noun = &prophylaxis_noun,
          .help = "the prescriber's decision"),
    FIELD(patient, test_spots, LIST, .noun = &patient_test_spot_noun, .help = "test spots"),
    FIELD(patient, given, LIST, .noun = &patient_sitting_noun, .help = "sittings of this course"),
    FIELD(patient, outcomes, LIST, .noun = &outcome_noun, .help = "what was measured"),
    FIELD(patient, diagnosis, LIST, .noun = &diagnosis_noun, .help = "diagnoses by a clinician"),
    END};
const struct noun patient_noun = {"patient", "the person to be treated", sizeof(struct patient),
                                  patient_fields, true};

struct patient_zone_setting patient_setting(const struct patient *patient, const char *zone) {
    const struct patient_settings     *settings = patient->settings;
    const struct patient_zone_setting *zones    = settings ? settings->zones.items : NULL;
    for (int i = 0; settings && i < settings->zones.n; i++)
        if (text_equal(zones[i].zone, zone)) return zones[i];
    return (struct patient_zone_setting){.zone = zone};
}

int patient_age(const struct patient *patient, date_day on) {
    if (patient->birth_date.day) return date_years(patient->birth_date.day, on);
    return patient->age.is_known ? (int)patient->age.value : -1;
}
