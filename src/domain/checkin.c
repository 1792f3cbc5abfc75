// SPDX-License-Identifier: Apache-2.0
#include "domain/checkin.h"

enum { DAYS_MOST = 1100, HOURS_MOST = 24 * 14, HOURS_PER_DAY = 24 };

const char *const checkin_direction[] = {"better", "same", "worse", "unknown", NULL};
const char *const checkin_spreading[] = {"no", "yes", "within_hours", "unknown", NULL};

static const char *const unknown[] = {"unknown", NULL};

static const struct field symptom_fields[] = {
    FIELD(checkin_symptom, code, NAME, .vocabulary = "symptoms", .max = 200,
          .flags = FIELD_REQUIRED | FIELD_OPEN,
          .help  = "which symptom; a word that is not known is answered with care"),
    FIELD(checkin_symptom, severity, NUMBER, .min = 0, .max = 10, .words = unknown,
          .help = "how strong, 0 to 10"),
    FIELD(checkin_symptom, since_hours, NUMBER, .min = 0, .max = DAYS_MOST * HOURS_PER_DAY,
          .words = unknown, .help = "how many hours it has been there"),
    FIELD(checkin_symptom, direction, CHOICE, .words = checkin_direction,
          .help = "compared with yesterday"),
    FIELD(checkin_symptom, spreading, CHOICE, .words = checkin_spreading,
          .help = "does it reach further than it did"),
    FIELD_FACT(checkin_symptom, near_eye, "on a lid or beside an eye"),
    FIELD(checkin_symptom, pressure_minutes, NUMBER, .min = 0, .max = 600, .words = unknown,
          .help = "bleeding: minutes of firm pressure that did not stop it"),
    FIELD(checkin_symptom, zones, NAMES, .vocabulary = "zones", .help = "where"),
    {0}};
const struct noun checkin_symptom_noun = {"checkin_symptom", "one symptom",
                                          sizeof(struct checkin_symptom), symptom_fields, false};

static const struct field checkin_fields[] = {
    FIELD(checkin, name, TEXT, .max = 120, .help = "of the person"),
    FIELD(checkin, invented, BOOL, .help = "an invented person"),
    FIELD(checkin, days_since_session, NUMBER, .min = 0, .max = DAYS_MOST, .flags = FIELD_WHOLE,
          .help = "whole days since the session; 0 is its day"),
    FIELD(checkin, session_date, DATE, .help = "instead: the day of the session"),
    FIELD(checkin, hours_since_session, NUMBER, .min = 0, .max = HOURS_MOST,
          .help = "besides: hours since the session ended"),
    FIELD(checkin, symptoms, LIST, .noun = &checkin_symptom_noun,
          .help = "every symptom; [] says that there is none"),
    FIELD(checkin, device, NAME, .vocabulary = "devices", .help = "of the session"),
    FIELD(checkin, depth, QUANTITY, .unit = "mm", .min = 0.05, .max = 4,
          .help = "deepest setting of the session"),
    FIELD(checkin, agents, TEXTS, .max = 60,
          .help = "what was put on or in, at the session or since: agents or groups of them"),
    FIELD(checkin, temperature_c, NUMBER, .min = 30, .max = 45, .words = unknown,
          .help = "temperature of the body, in degrees Celsius"),
    FIELD_FACT(checkin, feels_ill, "feels ill, not only at the skin"),
    FIELD_FACT(checkin, blood_thinner, "takes a medicine against clotting"),
    FIELD(checkin, phototype, NUMBER, .min = 1, .max = 6, .flags = FIELD_WHOLE, .words = unknown,
          .help = "skin type by Fitzpatrick, 1 to 6"),
    FIELD(checkin, note, TEXT, .max = 4000, .help = "in the person's own words; read by people"),
    {0}};
const struct noun checkin_noun = {"checkin", "what a person reports after a treatment",
                                  sizeof(struct checkin), checkin_fields, true};

static enum status refuse(const struct doc *doc, int map, const char *key, const char *wrong,
                          const char *allowed, const struct field_reader *reader) {
    int node = doc_child(doc, map, key);
    return fault_at(reader->fault, ST_CONTENT, "%s: %s: %s: %s; allowed: %s",
                    field_place(doc, node < 0 ? map : node, reader->arena), key,
                    node < 0 ? "nothing" : doc_text(doc, node), wrong, allowed);
}

static enum status check_day(struct checkin *checkin, const struct doc *doc, int node, date_day on,
                             const struct field_reader *reader) {
    bool has_days = checkin->days_since_session.is_known, has_date = checkin->session_date.day != 0;
    if (!has_days && !has_date)
        return refuse(doc, node, "days_since_session", "is needed, as is no session_date",
                      "days_since_session or session_date", reader);
    if (has_days && has_date)
        return refuse(doc, node, "session_date", "stands beside days_since_session",
                      "one of the two", reader);
    checkin->days = has_date ? on - checkin->session_date.day : 0;
    if (has_days) checkin->days = (int)checkin->days_since_session.value;
    if (has_date && checkin->days < 0)
        return refuse(doc, node, "session_date", "lies after the day of this answer",
                      "a day that is past", reader);
    if (has_date && checkin->days > DAYS_MOST)
        return refuse(doc, node, "session_date", "lies too far back",
                      "a day of the last three years", reader);
    return ST_OK;
}

// A session late in its day and a check-in early, or the other way round: less than a day either
// side.
static enum status check_hours(const struct checkin *checkin, const struct doc *doc, int node,
                               const struct field_reader *reader) {
    double hours = checkin->hours_since_session.value, whole = HOURS_PER_DAY * checkin->days;
    if (!checkin->hours_since_session.is_known) return ST_OK;
    if (hours > whole - HOURS_PER_DAY && hours < whole + HOURS_PER_DAY) return ST_OK;
    return refuse(doc, node, "hours_since_session", "contradicts the days since the session",
                  arena_format(reader->arena, "more than %g and less than %g",
                               whole > HOURS_PER_DAY ? whole - HOURS_PER_DAY : 0.0,
                               whole + HOURS_PER_DAY),
                  reader);
}

// Each is held against every rule, and its word against every word that is known.
static enum status check_symptoms(const struct checkin *checkin, const struct doc *doc, int map,
                                  const struct field_reader *reader) {
    if (checkin->symptoms.n <= LIMIT_SYMPTOMS) return ST_OK;
    return fault_at(reader->fault, ST_LIMIT,
                    "%s: symptoms: a list: has %d items; allowed: at most %d",
                    field_place(doc, doc_child(doc, map, "symptoms"), reader->arena),
                    checkin->symptoms.n, LIMIT_SYMPTOMS);
}

// A word of a person's own stands in one line of an answer.
static const char *folded(const char *text, struct arena *arena) {
    char *line = arena_format(arena, "%s", text);
    for (char *at = line; *at; at++)
        if (*at == '\n' || *at == '\t') *at = ' ';
    return line;
}

static void fold(struct checkin *checkin, struct arena *arena) {
    struct checkin_symptom *symptoms = checkin->symptoms.items;
    for (int i = 0; i < checkin->symptoms.n; i++)
        symptoms[i].code = folded(symptoms[i].code, arena);
    for (int i = 0; i < checkin->agents.n; i++)
        checkin->agents.items[i] = folded(checkin->agents.items[i], arena);
}

enum status checkin_read(struct checkin *checkin, const struct doc *doc, int node, date_day on,
                         const struct field_reader *reader) {
    *checkin = (struct checkin){0};
    TRY(field_read(&checkin_noun, doc, node, checkin, reader));
    TRY(check_symptoms(checkin, doc, node, reader));
    fold(checkin, reader->arena);
    TRY(check_day(checkin, doc, node, on, reader));
    return check_hours(checkin, doc, node, reader);
}
