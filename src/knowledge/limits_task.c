// SPDX-License-Identifier: Apache-2.0
#include "knowledge/limits_task.h"

#include "knowledge/limits_base.h"
#include "knowledge/screen.h"

// ---- what has to be done first ----

// A deferral that runs from today for as long as something is still in use.
static bool runs_from_today(const struct view *view, const struct finding *finding) {
    const struct rule *rule = load_rule(view->knowledge, finding->id);
    if (!rule || finding->class != CLASS_DEFER || !finding->until.day || finding->rescreen)
        return false;
    const struct rule_case *cases = rule->cases.items;
    for (int i = 0; i < rule->cases.n; i++)
        if (cases[i].class == CLASS_DEFER && cases[i].until &&
            text_equal(cases[i].until->from, "on") &&
            view->on + (int)cases[i].until->days.value == finding->until.day)
            return true;
    return false;
}

// A spot that did not stay as it was: what is found about the spots themselves.
static bool is_about_spots(const struct view *view, const struct finding *finding) {
    const struct rule         *rule  = load_rule(view->knowledge, finding->id);
    const struct rule_subject *about = rule ? rule->about.items : NULL;
    for (int i = 0; rule && i < rule->about.n; i++)
        if (text_equal(about[i].list, "test_spots")) return true;
    return false;
}

// The last day on which the letter was asked for that has not come.
static date_day asked_on(const struct view *view, const struct finding *finding) {
    const struct patient_clearance *letters = view->patient->clearances.items;
    date_day                        asked   = 0;
    for (int i = 0; i < view->patient->clearances.n; i++) {
        bool is_ours = text_equal(letters[i].rule, finding->id) ||
                       view_has(&finding->evidence, letters[i].rule);
        bool is_out = letters[i].asked.day && letters[i].asked.day <= view->on;
        if (is_ours && is_out && letters[i].asked.day > asked) asked = letters[i].asked.day;
    }
    return asked;
}

static void add_finding(const struct view *view, const struct finding *finding,
                        struct limits *limits) {
    struct limits_task task = {.topic = finding->topic, .origin = limits_base_origin(finding)};
    if (finding->class == CLASS_CAUTION && is_about_spots(view, finding))
        task.kind = LIMITS_CLINICIAN;
    else if (finding->class == CLASS_PROPHYLAXIS) task.kind = LIMITS_PRESCRIBER;
    else if (finding->class == CLASS_CLEARANCE) {
        task.kind  = LIMITS_LETTER;
        task.asked = asked_on(view, finding);
    } else if (runs_from_today(view, finding)) {
        task.kind = LIMITS_STOP;
        task.days = finding->until.day - view->on;
    } else return;
    if (task.kind != LIMITS_STOP) task.date = view->on;
    limits_add(&limits->tasks, &task, sizeof task, view->arena);
}

// The open finding that asks for a test spot: the one that goes with a step of the depth.
static const struct finding *spot_finding(const struct view      *view,
                                          const struct screening *screening) {
    const struct adjustment *steps    = view->knowledge->all.adjustments.items;
    const struct finding    *findings = screening->findings.items;
    for (int i = 0; i < screening->findings.n; i++)
        for (int k = 0; k < view->knowledge->all.adjustments.n; k++)
            if (findings[i].class == CLASS_CAUTION && text_equal(findings[i].id, steps[k].id))
                return &findings[i];
    return NULL;
}

// The day on which a spot that nobody has read yet is read; 0 = there is none. One that was read,
// or left out, and still leaves the finding open does not count.
static date_day spot_read(const struct view *view, int days) {
    const struct patient_test_spot *spots = view->patient->test_spots.items;
    date_day                        read  = 0;
    for (int i = 0; i < view->patient->test_spots.n; i++) {
        date_day day     = spots[i].date.day + days;
        bool     is_read = spots[i].result || (spots[i].read.day && spots[i].read.day <= view->on);
        if (!spots[i].date.day || is_read || spots[i].waived == FACT_YES) continue;
        if (!read || day < read) read = day;
    }
    return read && read < view->on ? view->on : read;
}

static enum status add_test_spot(const struct view *view, const struct screening *screening,
                                 struct limits *limits, struct fault *fault) {
    const struct finding *finding = spot_finding(view, screening);
    double                days;
    TRY(limits_number(view->knowledge, "plan.test_spot_days", &days, fault));
    if (!finding || !limits->is_open || limits->dates.given) return ST_OK;
    date_day           read = spot_read(view, (int)days);
    struct limits_task task = {.kind   = read ? LIMITS_READ_SPOT : LIMITS_TEST_SPOT,
                               .topic  = finding->topic,
                               .date   = read,
                               .days   = (int)days,
                               .origin = limits_base_origin(finding)};
    limits_add(&limits->tasks, &task, sizeof task, view->arena);
    if (read > limits->dates.first) {
        limits->dates.first        = read;
        limits->dates.first_origin = task.origin;
    }
    if (limits->dates.preferred < limits->dates.first)
        limits->dates.preferred = limits->dates.first;
    return ST_OK;
}

// The earliest day on which a closed place is looked at again, with the reason.
static void add_look_again(const struct view *view, struct limits *limits) {
    const struct limits_place *places = limits->places.items, *next = NULL;
    for (int i = 0; i < limits->places.n; i++)
        if (places[i].look_again && (!next || places[i].look_again < next->look_again))
            next = &places[i];
    if (limits->is_open || !next) return;
    struct limits_task task = {
        .kind = LIMITS_LOOK_AGAIN, .date = next->look_again, .origin = next->closed};
    limits_add(&limits->tasks, &task, sizeof task, view->arena);
}

enum status limits_task_all(const struct view *view, const struct screening *screening,
                            struct limits *limits, struct fault *fault) {
    const struct finding *findings = screening->findings.items;
    limits->tasks                  = (struct list){NULL, 0, true};
    for (int i = 0; i < screening->findings.n; i++)
        if (findings[i].counts) add_finding(view, &findings[i], limits);
    TRY(add_test_spot(view, screening, limits, fault));
    add_look_again(view, limits);
    return ST_OK;
}

// ---- other kinds of device ----

static struct limits_way way_of(const struct screening *screening, const char *kind) {
    const struct option_verdict *options = screening->options.items;
    const struct finding        *finding = screening->findings.items;
    struct limits_way            way     = {.kind = kind, .is_allowed = !screening->options.n};
    for (int i = 0; i < screening->options.n; i++)
        if (options[i].verdict < CLASS_ASK) way.is_allowed = true;
    if (way.is_allowed) return way;
    for (int i = 0; i < screening->findings.n && !way.closed.rule; i++)
        if (finding[i].counts && finding[i].class >= CLASS_ASK)
            way.closed = limits_base_origin(&finding[i]);
    return way;
}

enum status limits_task_ways(const struct view *view, struct limits *limits, struct fault *fault) {
    const struct way *options = view->knowledge->all.options.items;
    limits->ways              = (struct list){NULL, 0, true};
    for (int i = 0; i < view->knowledge->all.options.n; i++) {
        const struct device *device = load_device(view->knowledge, options[i].id);
        if (!device) continue;
        const char     **ids       = ARENA_NEW(view->arena, const char *, 1);
        struct patient   patient   = *view->patient;
        struct view      other     = {0};
        struct screening screening = {0};
        ids[0]                     = device->id;
        patient.devices            = (struct names){ids, 1, true};
        TRY(view_open(&other, view->knowledge, &patient, view->clinic, view->on, view->arena,
                      fault));
        TRY(screen_person(&other, &screening, fault));
        struct limits_way way = way_of(&screening, words_device_kind[device->kind - 1]);
        limits_add(&limits->ways, &way, sizeof way, view->arena);
    }
    return ST_OK;
}
