// patient: the person, as written in a patient file. Absent means unknown; a list that is present
// is complete. Lengths in mm, areas in cm2, times in days or minutes, weights in kg.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_DOMAIN_PATIENT_H
#define STIPPLE_DOMAIN_PATIENT_H

#include "domain/field.h"

enum patient_sex { SEX_ABSENT, SEX_FEMALE, SEX_MALE, SEX_OTHER };
enum patient_numbing { NUMBING_ABSENT, NUMBING_PLANNED, NUMBING_DECLINED, NUMBING_UNKNOWN };
enum patient_given { GIVEN_ABSENT, GIVEN_GIVEN, GIVEN_PLANNED, GIVEN_CANCELLED };
enum patient_status {   // of a condition or a reaction
    CONDITION_ABSENT,
    CONDITION_ACTIVE,
    CONDITION_CONTROLLED,
    CONDITION_STABLE,
    CONDITION_RESOLVED,
    CONDITION_HISTORY,
    CONDITION_UNKNOWN
};
enum patient_when {
    WHEN_ABSENT,
    WHEN_UNKNOWN,
    WHEN_ONGOING,
    WHEN_NO,
    WHEN_YES
};   // words in place of a date

struct patient_severity {
    const char   *scale;
    struct amount value;
};

struct patient_goal {
    const char              *indication;
    struct names             zones;
    struct patient_severity *severity;
    struct when              scar_date;
    int                      diagnosed;   // enum fact
};

struct patient_condition {
    const char   *code;
    int           status;   // words: active controlled stable resolved history unknown
    struct names  zones;
    const char   *spot, *size, *note;
    struct when   since, ended;
    struct amount hba1c;
};

struct patient_medication {
    const char   *code, *route, *dose, *note;
    struct when   started, stopped;
    int           prescribed;   // enum fact
    struct amount inr;
};

struct patient_allergy {
    const char *code, *reaction;
    int         status;   // enum fact: is it certain
};

struct patient_implant {
    const char  *code;
    struct names zones;
};

struct patient_procedure {
    const char  *code, *note;
    struct when  date;
    struct names zones;
};

struct patient_exposure {
    const char  *code;
    struct when  date, resolved;
    struct names zones;
};

struct patient_event {
    const char   *name;
    struct when   date;
    struct amount clear_days;
};

struct patient_away {
    struct when from, to;
};

struct patient_limits {
    struct money  budget;
    struct amount downtime;   // days of visible redness at most
    struct when   latest_date, result_by;
    struct amount sessions_max, sessions_min, visit_minutes, interval_min;
    struct list   events, days_away;
};

struct patient_override {
    const char *rule, *by, *name, *reason;
    struct when date;
};

struct patient_clearance {
    const char *rule, *from, *limits;
    struct when asked, received;
};

struct patient_prophylaxis {
    int         decided;   // enum fact: a prescriber has decided
    const char *by, *decision;
    struct when date;
};

struct patient_test_spot {
    struct when  date, read;
    struct names zones;
    const char  *device;
    int          result;   // words: unchanged darker lighter raised unknown
    int          waived;   // enum fact
    const char  *reason;
};

struct patient_given_zone {
    const char   *zone, *device, *endpoint;
    struct amount depth;   // mm
};

struct patient_reaction {
    const char  *code;
    struct when  since, ended;
    struct names zones;
    int          status;   // the words of a condition
};

struct patient_sitting {
    struct amount number;
    struct when   date;
    int           status;   // enum patient_given; absent = given
    struct list   zones, reactions;
};

struct patient_outcome {
    struct when   date;
    const char   *zone, *scale;
    struct amount value;
};

struct patient_diagnosis {
    const char *indication, *by;
    struct when date;
};

struct patient_contact {
    const char *name, *phone;
};

struct patient_zone_setting {   // what is asked for in one zone; absent = as advised
    const char   *zone, *cartridge;
    struct amount depth, passes, speed;   // mm; -; cm/s
};

struct patient_settings {     // what is asked for in place of the advice
    struct amount sessions;   // treatments of the whole course, those given included
    struct amount interval;   // d
    struct list   zones;      // of patient_zone_setting
};

struct patient {
    const char                 *name, *note;
    int                         invented;   // FIELD_BOOL words
    struct when                 birth_date;
    struct amount               age, phototype, lightness_l, weight, inr;
    int                         sex, pregnant, breastfeeding, anaesthetic, smoking, interpreter;
    int                         expectations, photo_consent;
    int                         cover_after;   // enum words_cover; absent = as the clinic does
    struct when                 recorded_on, due_date, pregnancy_test;
    struct list                 goals, conditions, medications, allergies, implants, procedures;
    struct list                 exposures, overrides, clearances, test_spots, given, outcomes;
    struct list                 diagnosis;
    struct patient_prophylaxis *prophylaxis;
    struct names                devices, agents, languages;
    struct amount               depth;   // mm, asked for in every zone
    struct patient_settings    *settings;
    const char                 *worth_it_if, *operator_id;
    struct patient_contact     *contact, *emergency_contact;
    struct patient_limits      *limits;
    struct field_node           place;   // where the file stands, for errors found later
};

extern const struct noun patient_noun;
extern const struct noun patient_goal_noun, patient_condition_noun, patient_medication_noun;
extern const struct noun patient_allergy_noun, patient_implant_noun, patient_procedure_noun;
extern const struct noun patient_exposure_noun, patient_test_spot_noun, patient_reaction_noun;
extern const struct noun patient_sitting_noun;
extern const struct noun patient_settings_noun, patient_zone_setting_noun;

// Reads a patient and checks what one table cannot: contradictory facts, and dates that lie after
// `on` though they must be past. ST_CONTENT with the place of the fact.
MUST_CHECK enum status patient_read(struct patient *patient, const struct doc *doc, date_day on,
                                    const struct field_reader *reader);

// What is asked for in a zone, or nothing but its name.
struct patient_zone_setting patient_setting(const struct patient *patient, const char *zone);

// Whole years on a day; -1 if neither birth date nor age is known.
int patient_age(const struct patient *patient, date_day on);

#endif
