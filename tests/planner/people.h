// people: plans of small invented people, shared by the tests of limits and of the planner. A
// person is a piece of YAML laid over the neutral patient of the knowledge base.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_TESTS_PLANNER_PEOPLE_H
#define STIPPLE_TESTS_PLANNER_PEOPLE_H

#include "base/os.h"
#include "knowledge/image.h"
#include "knowledge/limits.h"
#include "knowledge/screen.h"
#include "planner/planner.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { PEOPLE_MEMBERS = 200 };

struct person {   // all that leads to a plan, and the plan
    struct patient   patient;
    struct view      view;
    struct screening screening;
    struct limits    limits;
    struct plan      plan;
};

static struct arena      people_arena;
static struct fault      people_fault;
static struct knowledge *people_knowledge;
static struct clinic     people_clinic;

static inline date_day people_day(const char *text) {
    date_day day = date_parse(text);
    assert_true(day > 0);
    return day;
}

static inline int people_open(void **state) {
    (void)state;
    if (arena_open(&people_arena, LIMIT_ARENA_BYTES, &people_fault) != ST_OK) return -1;
    people_knowledge           = ARENA_NEW(&people_arena, struct knowledge, 1);
    struct field_reader reader = {NULL, 0, &people_arena, &people_fault};
    enum status         status =
        load_knowledge(people_knowledge, image_knowledge, image_knowledge_end - image_knowledge,
                       NULL, 0, true, &people_arena, &people_fault);
    reader.vocabularies      = people_knowledge->vocabularies;
    reader.n_vocabularies    = people_knowledge->n_vocabularies;
    const struct doc *clinic = load_doc(people_knowledge, "clinic.yaml");
    if (status == ST_OK) status = field_read(&clinic_noun, clinic, 0, &people_clinic, &reader);
    if (status != ST_OK) print_error("%s\n", people_fault.text);
    return status == ST_OK ? 0 : -1;
}

static inline enum status people_read(struct person *person, const struct doc *doc, date_day on) {
    struct field_reader reader = {people_knowledge->vocabularies, people_knowledge->n_vocabularies,
                                  &people_arena, &people_fault};
    TRY(patient_read(&person->patient, doc, on, &reader));
    TRY(view_open(&person->view, people_knowledge, &person->patient, &people_clinic, on,
                  &people_arena, &people_fault));
    TRY(screen_person(&person->view, &person->screening, &people_fault));
    return limits_compile(&person->view, &person->screening, &person->limits, &people_fault);
}

static inline enum status people_plan(struct person *person) {
    const struct planner_run run = {.members = PEOPLE_MEMBERS, .seed = 1};
    return planner_plan(&person->view, &person->screening, &person->limits, &run, &person->plan,
                        &people_arena, &people_fault);
}

// A person up to the limits, on 2026-03-02.
static inline enum status people_limited(struct person *person, const char *yaml) {
    struct doc own;
    *person = (struct person){0};
    TRY(doc_read(&own, "person", yaml, (ptrdiff_t)strlen(yaml), false, &people_arena,
                 &people_fault));
    struct doc *doc = ARENA_NEW(&people_arena, struct doc, 1);
    *doc = doc_overlay(load_doc(people_knowledge, "neutral.yaml"), 0, &own, 0, &people_arena);
    return people_read(person, doc, people_day("2026-03-02"));
}

static inline void people_claim(enum status status) {
    if (status != ST_OK) print_error("%s\n", people_fault.text);
    assert_int_equal(status, ST_OK);
}

// A person with a plan that stays inside its limits.
static inline struct person *people_of(const char *yaml) {
    struct person *person = ARENA_NEW(&people_arena, struct person, 1);
    people_claim(people_limited(person, yaml));
    people_claim(people_plan(person));
    people_claim(limits_check(&person->limits, people_knowledge, &person->plan, &people_fault));
    return person;
}

// One of the ten people of the examples.
static inline struct person *people_example(const char *name) {
    struct person *person = ARENA_NEW(&people_arena, struct person, 1);
    struct doc    *doc    = ARENA_NEW(&people_arena, struct doc, 1);
    const char    *path   = arena_format(&people_arena, "%s/%s.yaml", PEOPLE_FOLDER, name), *bytes;
    ptrdiff_t      n;
    people_claim(os_read(path, &bytes, &n, &people_arena, &people_fault));
    people_claim(doc_read(doc, name, bytes, n, false, &people_arena, &people_fault));
    people_claim(people_read(person, doc, people_day("2026-03-02")));
    people_claim(people_plan(person));
    people_claim(limits_check(&person->limits, people_knowledge, &person->plan, &people_fault));
    return person;
}

static inline const struct plan_zone *people_zone(const struct person *person, const char *zone) {
    const struct plan_zone *zones = person->plan.zones.items;
    for (int i = 0; i < person->plan.zones.n; i++)
        if (text_equal(zones[i].zone, zone)) return &zones[i];
    return NULL;
}

// Dates of the planned sittings, "2026-03-02 2026-03-30".
static inline const char *people_dates(const struct person *person) {
    const struct plan_session *sessions = person->plan.sessions.items;
    struct text                out      = text_new(&people_arena);
    for (int i = 0; i < person->plan.sessions.n; i++) {
        char day[DATE_TEXT_BYTES];
        date_format(sessions[i].date.day, day);
        if (sessions[i].status == SESSION_PLANNED) text_addf(&out, "%s%s", out.n ? " " : "", day);
    }
    return out.data;
}

// Days of one kind in the calendar.
static inline const char *people_calendar(const struct person *person, int kind) {
    const struct plan_day *days = person->plan.calendar.items;
    struct text            out  = text_new(&people_arena);
    for (int i = 0; i < person->plan.calendar.n; i++) {
        char day[DATE_TEXT_BYTES];
        date_format(days[i].date.day, day);
        if (days[i].kind == kind) text_addf(&out, "%s%s", out.n ? " " : "", day);
    }
    return out.data;
}

// "events+interval result_by+review"
static inline const char *people_conflicts(const struct person *person) {
    const struct names *pairs = person->plan.conflicts.items;
    struct text         out   = text_new(&people_arena);
    for (int i = 0; i < person->plan.conflicts.n; i++)
        text_addf(&out, "%s%s+%s", i ? " " : "", pairs[i].items[0], pairs[i].items[1]);
    return out.data;
}

static inline bool people_remarked(const struct person *person, const char *id) {
    const struct plan_remark *remarks = person->plan.remarks.items;
    for (int i = 0; i < person->plan.remarks.n; i++)
        if (text_equal(remarks[i].id, id)) return true;
    return false;
}

#define PEOPLE_NEAR(actual, expected)                                                              \
    assert_true((actual) > (expected)-1e-9 && (actual) < (expected) + 1e-9)

#endif
