// patient_read: a patient file into the struct, and the contradictions that no table can see.
// SPDX-License-Identifier: Apache-2.0
#include "domain/patient.h"

enum { AGE_SLACK_YEARS = 1, PREGNANCY_DAYS_MAX = 310, AGE_MAX_YEARS = 120 };

struct checking {
    const struct doc          *doc;
    date_day                   on, born;   // 0 = not known
    const struct field_reader *reader;
};

static const char *dated(date_day day, struct arena *arena) {
    char *text = ARENA_NEW(arena, char, DATE_TEXT_BYTES);
    date_format(day, text);
    return text;
}

// "FILE:LINE:COL: FIELD: VALUE: wrong; allowed: allowed", at the node of a key of a mapping.
static enum status refuse(const struct checking *c, int map, const char *path, const char *key,
                          const char *wrong, const char *allowed) {
    struct arena scratch = *c->reader->arena;
    int          node    = doc_child(c->doc, map, key);
    const char  *value   = node < 0 ? "nothing" : doc_text(c->doc, node);
    if (doc_kind_of(c->doc, node) == DOC_LIST) value = "[]";
    return fault_at(c->reader->fault, ST_CONTENT, "%s: %s%s%s: %s: %s; allowed: %s",
                    field_place(c->doc, node < 0 ? map : node, &scratch), path, *path ? "." : "",
                    key, value, wrong, allowed);
}

// A fact: not after the day of the plan, and not before birth.
static enum status is_past(const struct checking *c, int map, const char *path, const char *key,
                           struct when when) {
    if (when.day > c->on)
        return refuse(
            c, map, path, key, "lies after the day of the plan",
            arena_format(c->reader->arena, "a day up to %s", dated(c->on, c->reader->arena)));
    if (!when.day || when.day >= c->born) return ST_OK;
    return refuse(
        c, map, path, key, "lies before birth_date",
        arena_format(c->reader->arena, "a day from %s", dated(c->born, c->reader->arena)));
}

static enum status in_order(const struct checking *c, int map, const char *path, const char *first,
                            struct when from, const char *second, struct when to) {
    if (!from.day || !to.day || from.day <= to.day) return ST_OK;
    return refuse(
        c, map, path, second, arena_format(c->reader->arena, "lies before %s", first),
        arena_format(c->reader->arena, "a day from %s", dated(from.day, c->reader->arena)));
}

// Node of item i of a list of the mapping `map`, and its path for errors: that of the mapping goes
// in, "" at the root.
static int item_below(const struct checking *c, int map, const char *list, int index,
                      const char **path) {
    int node = doc_child(c->doc, map, list);
    int item = c->doc->nodes[node].first;
    for (int i = 0; i < index; i++) item = c->doc->nodes[item].next;
    *path = arena_format(c->reader->arena, "%s%s%s[%d]", *path, **path ? "." : "", list, index);
    return item;
}

static int item_at(const struct checking *c, const char *list, int index, const char **path) {
    *path = "";
    return item_below(c, 0, list, index, path);
}

static enum status check_person(const struct checking *c, const struct patient *p) {
    TRY(is_past(c, 0, "", "birth_date", p->birth_date));
    TRY(is_past(c, 0, "", "recorded_on", p->recorded_on));
    TRY(is_past(c, 0, "", "pregnancy_test", p->pregnancy_test));
    int age = patient_age(p, c->on);
    if (p->birth_date.day && age > AGE_MAX_YEARS)
        return refuse(c, 0, "", "birth_date", "makes the person older than 120",
                      "a later day of birth");
    if (p->birth_date.day && p->age.is_known &&
        (p->age.value > age + AGE_SLACK_YEARS || p->age.value < age - AGE_SLACK_YEARS))
        return refuse(c, 0, "", "age", "contradicts birth_date", "one of the two, or both alike");
    if (p->due_date.day && p->pregnant == FACT_NO && p->due_date.day > c->on)
        return refuse(c, 0, "", "due_date", "contradicts pregnant: no", "no due_date, or pregnant");
    if (p->due_date.day > c->on + PREGNANCY_DAYS_MAX)
        return refuse(c, 0, "", "due_date", "lies further off than a pregnancy lasts",
                      "a delivery within 310 days of the day of the plan");
    if (p->pregnant == FACT_YES && p->due_date.day && p->due_date.day + 60 < c->on)
        return refuse(c, 0, "", "due_date", "is long past, yet pregnant is yes",
                      "pregnant: no, or a later due_date");
    return ST_OK;
}

// An item that names no place: nowhere cannot be meant.
static enum status check_zones(const struct checking *c, int map, const char *path,
                               const struct names *zones) {
    if (!zones->is_present || zones->n > 0) return ST_OK;
    return refuse(c, map, path, "zones", "names no zone",
                  "at least one zone, or no such key where it is not known");
}

static enum status check_status(const struct checking *c, int map, const char *path, int status,
                                struct when ended) {
    bool is_there = status >= CONDITION_ACTIVE && status <= CONDITION_STABLE;
    if (is_there && ended.day)
        return refuse(c, map, path, "ended", "contradicts a status that says it is there",
                      "no ended, or status: resolved");
    if (status == CONDITION_RESOLVED && ended.word == WHEN_ONGOING)
        return refuse(c, map, path, "ended", "contradicts status: resolved",
                      "a day, or another status");
    return ST_OK;
}

// What has ended is resolved, and what goes on is active, whether or not a status says so.
static void settle_status(int *status, struct when ended) {
    bool is_open = *status == CONDITION_ABSENT || *status == CONDITION_UNKNOWN;
    if (ended.day && is_open) *status = CONDITION_RESOLVED;
    if (ended.word == WHEN_ONGOING && is_open) *status = CONDITION_ACTIVE;
}

static enum status check_conditions(const struct checking *c, const struct patient *p) {
    struct patient_condition *items = p->conditions.items;
    for (int i = 0; i < p->conditions.n; i++) {
        const char *path;
        int         node = item_at(c, "conditions", i, &path);
        TRY(is_past(c, node, path, "since", items[i].since));
        TRY(is_past(c, node, path, "ended", items[i].ended));
        TRY(in_order(c, node, path, "since", items[i].since, "ended", items[i].ended));
        TRY(check_status(c, node, path, items[i].status, items[i].ended));
        TRY(check_zones(c, node, path, &items[i].zones));
        settle_status(&items[i].status, items[i].ended);
    }
    return ST_OK;
}

static enum status check_medications(const struct checking *c, const struct patient *p) {
    const struct patient_medication *items = p->medications.items;
    for (int i = 0; i < p->medications.n; i++) {
        const char *path;
        int         node = item_at(c, "medications", i, &path);
        TRY(is_past(c, node, path, "started", items[i].started));
        TRY(is_past(c, node, path, "stopped", items[i].stopped));
        TRY(in_order(c, node, path, "started", items[i].started, "stopped", items[i].stopped));
    }
    return ST_OK;
}

static enum status check_past(const struct checking *c, const struct patient *p) {
    const struct patient_procedure *procedures = p->procedures.items;
    for (int i = 0; i < p->procedures.n; i++) {
        const char *path;
        int         node = item_at(c, "procedures", i, &path);
        TRY(is_past(c, node, path, "date", procedures[i].date));
        TRY(check_zones(c, node, path, &procedures[i].zones));
    }
    struct patient_exposure *exposures = p->exposures.items;
    for (int i = 0; i < p->exposures.n; i++) {
        const char *path;
        int         node = item_at(c, "exposures", i, &path);
        TRY(is_past(c, node, path, "date", exposures[i].date));
        TRY(is_past(c, node, path, "resolved", exposures[i].resolved));
        TRY(in_order(c, node, path, "date", exposures[i].date, "resolved", exposures[i].resolved));
        TRY(check_zones(c, node, path, &exposures[i].zones));
        // "no" is ongoing; "yes" without a day says only that it is over.
        if (exposures[i].resolved.word == WHEN_NO) exposures[i].resolved.word = WHEN_ONGOING;
        if (exposures[i].resolved.word == WHEN_YES) exposures[i].resolved.word = WHEN_UNKNOWN;
    }
    const struct patient_implant *implants = p->implants.items;
    for (int i = 0; i < p->implants.n; i++) {
        const char *path;
        int         node = item_at(c, "implants", i, &path);
        TRY(check_zones(c, node, path, &implants[i].zones));
    }
    const struct patient_goal *goals = p->goals.items;
    for (int i = 0; i < p->goals.n; i++) {
        const char *path;
        int         node = item_at(c, "goals", i, &path);
        TRY(is_past(c, node, path, "scar_date", goals[i].scar_date));
        TRY(check_zones(c, node, path, &goals[i].zones));
    }
    return ST_OK;
}

static enum status check_reactions(const struct checking *c, int map, const char *of,
                                   const struct patient_sitting *sitting) {
    struct patient_reaction *items = sitting->reactions.items;
    for (int i = 0; i < sitting->reactions.n; i++) {
        const char *path = of;
        int         node = item_below(c, map, "reactions", i, &path);
        TRY(is_past(c, node, path, "since", items[i].since));
        TRY(is_past(c, node, path, "ended", items[i].ended));
        TRY(in_order(c, node, path, "the sitting", sitting->date, "since", items[i].since));
        TRY(in_order(c, node, path, "since", items[i].since, "ended", items[i].ended));
        TRY(check_status(c, node, path, items[i].status, items[i].ended));
        TRY(check_zones(c, node, path, &items[i].zones));
        settle_status(&items[i].status, items[i].ended);
    }
    return ST_OK;
}

// Who decided or found something, and when, lies in the past.
static enum status check_decisions(const struct checking *c, const struct patient *p) {
    if (p->prophylaxis)
        TRY(is_past(c, doc_child(c->doc, 0, "prophylaxis"), "prophylaxis", "date",
                    p->prophylaxis->date));
    const struct patient_diagnosis *diagnoses = p->diagnosis.items;
    for (int i = 0; i < p->diagnosis.n; i++) {
        const char *path;
        int         node = item_at(c, "diagnosis", i, &path);
        TRY(is_past(c, node, path, "date", diagnoses[i].date));
    }
    return ST_OK;
}

// Sittings are numbered from 1 without a gap in the order of their days. One that was cancelled has
// the number that the next one takes.
static enum status check_number(const struct checking *c, int map, const char *path, int number,
                                struct patient_sitting *sitting) {
    if (!sitting->number.is_known) sitting->number = (struct amount){number, true, 0};
    if (sitting->number.value == number) return ST_OK;
    return refuse(c, map, path, "number", "is not its place in the course",
                  arena_format(c->reader->arena,
                               "%d (all sittings are listed by date and numbered from 1; one that "
                               "was cancelled does not count)",
                               number));
}

static enum status check_given(const struct checking *c, const struct patient *p) {
    struct patient_sitting *given = p->given.items;
    for (int i = 0, number = 1; i < p->given.n; i++) {
        const char *path;
        int         node       = item_at(c, "given", i, &path);
        bool        is_planned = given[i].status == GIVEN_PLANNED;
        bool        is_given   = !is_planned && given[i].status != GIVEN_CANCELLED;
        if (is_given) TRY(is_past(c, node, path, "date", given[i].date));
        if (i > 0)
            TRY(in_order(c, node, path, "the sitting before", given[i - 1].date, "date",
                         given[i].date));
        for (int k = i + 1; is_planned && k < p->given.n; k++)
            if (given[k].status == GIVEN_GIVEN || given[k].status == GIVEN_ABSENT)
                return refuse(c, node, path, "status", "stands before a sitting that was given",
                              "given or cancelled");
        TRY(check_number(c, node, path, number, &given[i]));
        number += is_given || is_planned;
        TRY(check_reactions(c, node, path, &given[i]));
    }
    return ST_OK;
}

static enum status check_course(const struct checking *c, const struct patient *p) {
    const struct patient_test_spot *spots = p->test_spots.items;
    for (int i = 0; i < p->test_spots.n; i++) {
        const char *path;
        int         node = item_at(c, "test_spots", i, &path);
        TRY(is_past(c, node, path, "read", spots[i].read));
        TRY(in_order(c, node, path, "date", spots[i].date, "read", spots[i].read));
    }
    const struct patient_outcome *outcomes = p->outcomes.items;
    for (int i = 0; i < p->outcomes.n; i++) {
        const char *path;
        int         node = item_at(c, "outcomes", i, &path);
        TRY(is_past(c, node, path, "date", outcomes[i].date));
    }
    const struct patient_clearance *letters = p->clearances.items;
    for (int i = 0; i < p->clearances.n; i++) {
        const char *path;
        int         node = item_at(c, "clearances", i, &path);
        TRY(is_past(c, node, path, "received", letters[i].received));
        TRY(in_order(c, node, path, "asked", letters[i].asked, "received", letters[i].received));
    }
    return ST_OK;
}

static enum status check_limits(const struct checking *c, const struct patient *p) {
    if (!p->limits) return ST_OK;
    int                        map  = doc_child(c->doc, 0, "limits");
    const struct patient_away *away = p->limits->days_away.items;
    for (int i = 0; i < p->limits->days_away.n; i++) {
        const char *path = "limits";
        int         node = item_below(c, map, "days_away", i, &path);
        TRY(in_order(c, node, path, "from", away[i].from, "to", away[i].to));
    }
    return ST_OK;
}

// Treatments are days apart, whole ones.
static enum status check_settings(const struct checking *c, const struct patient *p) {
    const struct amount *interval = p->settings ? &p->settings->interval : NULL;
    if (!interval || interval->value == (int)interval->value) return ST_OK;
    return refuse(c, doc_child(c->doc, 0, "settings"), "settings", "interval",
                  "is no whole number of days", "1 to 182 d, whole");
}

enum status patient_read(struct patient *patient, const struct doc *doc, date_day on,
                         const struct field_reader *reader) {
    struct checking checking = {doc, on, 0, reader};
    *patient                 = (struct patient){0};
    TRY(field_read(&patient_noun, doc, 0, patient, reader));
    patient->place = (struct field_node){doc, 0};
    checking.born  = patient->birth_date.day;
    TRY(check_person(&checking, patient));
    TRY(check_conditions(&checking, patient));
    TRY(check_medications(&checking, patient));
    TRY(check_past(&checking, patient));
    TRY(check_given(&checking, patient));
    TRY(check_course(&checking, patient));
    TRY(check_decisions(&checking, patient));
    TRY(check_limits(&checking, patient));
    return check_settings(&checking, patient);
}
