// SPDX-License-Identifier: Apache-2.0
#include "planner/planner.h"

#include "knowledge/findings.h"
#include "planner/aftercare.h"
#include "planner/alternatives.h"
#include "planner/blocked.h"
#include "planner/calendar.h"
#include "planner/clashes.h"
#include "planner/controls.h"
#include "planner/course.h"
#include "planner/given.h"
#include "planner/improvement.h"
#include "planner/numbing.h"
#include "planner/operators.h"
#include "planner/price.h"
#include "planner/quote.h"
#include "planner/remarks.h"
#include "planner/series.h"
#include "planner/settings.h"
#include "planner/spacing.h"
#include "planner/uptake.h"

#include <assert.h>

// ---- what to know about the plan as a whole ----

static bool is_goal(const struct planning *planning, const char *indication) {
    const struct patient_goal *goals = planning->view->patient->goals.items;
    for (int i = 0; i < planning->view->patient->goals.n; i++)
        if (text_equal(goals[i].indication, indication)) return true;
    return false;
}

static void say(struct planning *planning, const char *id) {
    planning_remark(planning, id, load_saying(planning->view->knowledge, id));
}

// Screening holds for a time; a course that outlasts it says so.
static enum status say_fresh(struct planning *planning) {
    double days;
    char   until[DATE_WORDS_BYTES];
    TRY(planning_number(planning, "plan.screening_days", &days));
    date_day last = planning->view->on + (int)days;
    if (!planning->n_dates || planning->dates[planning->n_dates - 1] <= last) return ST_OK;
    date_words(last, until);
    const char *const pairs[] = {"date", until, NULL};
    planning_remark(planning, "plan.fresh", planning_said(planning, "plan.fresh", pairs));
    return ST_OK;
}

static void say_waiting(struct planning *planning) {
    const struct limits_task *tasks = planning->limits->tasks.items;
    if (!planning->n_dates && !planning->first_possible) return;
    for (int i = 0; i < planning->limits->tasks.n; i++) {
        if (tasks[i].kind == LIMITS_PRESCRIBER) say(planning, "plan.waits_prescriber");
        if (tasks[i].kind == LIMITS_LETTER) say(planning, "plan.waits_letter");
        if (tasks[i].kind == LIMITS_TEST_SPOT) say(planning, "plan.waits_spot");
        if (tasks[i].kind == LIMITS_READ_SPOT) say(planning, "plan.waits_reading");
        if (tasks[i].kind == LIMITS_CLINICIAN) say(planning, "plan.waits_clinician");
    }
}

// When the result is judged: after the last sitting, or so many weeks into the course.
static void say_result(struct planning *planning) {
    const double                days_of_week = 7;
    const struct limits_course *courses      = planning->limits->series.courses.items;
    int                         n = planning->limits->series.courses.n, n_from_first = 0;
    for (int i = 0; i < n; i++) {
        if (!courses[i].is_reviewed_from_first) continue;
        const char *what =
            load_label(planning->view->knowledge, "indications", courses[i].indication);
        const char *const pairs[] = {
            "what",  what,
            "first", quote_number(courses[i].review_first_days / days_of_week, planning->arena),
            "last",  quote_number(courses[i].review_last_days / days_of_week, planning->arena),
            NULL};
        planning_remark(planning, "plan.result_course",
                        planning_said(planning, "plan.result_course", pairs));
        n_from_first++;
    }
    if (n_from_first < n) say(planning, "plan.result_wait");
}

static bool is_of_sitting(const struct planning *planning, const struct plan_remark *remark) {
    const struct plan_zone *zones = planning->plan->zones.items;
    for (int i = 0; i < planning->plan->zones.n; i++)
        if (view_has(&zones[i].remarks, remark->text)) return true;
    return text_starts(remark->id, "plan.numbing");
}

// Settings and cream are printed with a planned sitting, and so is what is said of them.
static void leave_sitting_unsaid(struct planning *planning) {
    struct list         kept    = {NULL, 0, true};
    struct plan_remark *remarks = planning->plan->remarks.items;
    for (int i = 0; i < planning->plan->remarks.n; i++)
        if (!is_of_sitting(planning, &remarks[i]))
            limits_add(&kept, &remarks[i], sizeof remarks[i], planning->arena);
    planning->plan->remarks = kept;
}

static enum status say_all(struct planning *planning) {
    if (!planning->n_dates) leave_sitting_unsaid(planning);
    if (planning->plan->series && planning->plan->series->chosen.value > 0) {
        if (is_goal(planning, "acne_scars")) say(planning, "plan.result_acne");
        say_result(planning);
    }
    say_waiting(planning);
    return say_fresh(planning);
}

// ---- for whoever looks on ----

// What the engine will be asked: each zone, each use, what follows a sitting, and what is taken up.
// Before the settings are chosen it is a guess.
static int ensembles_ahead(const struct planning *planning, bool is_chosen) {
    const struct patient *patient = planning->view->patient;
    int                   zones   = is_chosen ? planning->n_zones : planning->view->goal_zones.n;
    if (zones == 0) return 0;
    return zones + patient->goals.n + 1 +
           (is_chosen ? uptake_ensembles(planning) : 2 + 2 * patient->agents.n);
}

static enum status wanted(const struct planning *planning) {
    return progress_check(planning->effort.progress, planning->fault);
}

// ---- the whole ----

enum status planner_plan(const struct view *view, const struct screening *screening,
                         const struct limits *limits, const struct planner_run *run,
                         struct plan *plan, struct arena *arena, struct fault *fault) {
    struct planning *planning = ARENA_NEW(arena, struct planning, 1);
    *planning                 = (struct planning){.view      = view,
                                                  .screening = screening,
                                                  .limits    = limits,
                                                  .members   = run->members,
                                                  .effort    = run->effort,
                                                  .seed      = run->seed,
                                                  .plan      = plan,
                                                  .arena     = arena,
                                                  .fault     = fault};
    *plan                     = (struct plan){.verdict = screening->verdict};
    plan->conflicts = plan->remarks = plan->pareto = plan->sources = plan->uptake = plan->controls =
        (struct list){NULL, 0, true};
    plan->screening    = ARENA_NEW(arena, struct screening, 1);
    *plan->screening   = *screening;
    plan->course       = ARENA_NEW(arena, struct plan_course, 1);
    plan->course->days = plan->course->months = (struct list){NULL, 0, true};

    int n_ahead = ensembles_ahead(planning, false);
    planning_expect(planning, n_ahead);
    TRY(settings_choose(planning));
    TRY(numbing_plan(planning));
    planning_expect(planning, ensembles_ahead(planning, true) - n_ahead);
    price_session(planning);
    TRY(series_plan(planning));
    TRY(blocked_plan(planning));
    if (plan->series && plan->series->chosen.value > 0)
        price_course(planning, (int)plan->series->chosen.value);
    TRY(wanted(planning));
    TRY(calendar_plan(planning));
    TRY(wanted(planning));
    TRY(improvement_plan(planning));
    given_plan(planning);
    TRY(aftercare_plan(planning));
    spacing_plan(planning);
    TRY(course_plan(planning));
    TRY(wanted(planning));
    clashes_plan(planning);
    alternatives_plan(planning);
    TRY(uptake_plan(planning));
    TRY(wanted(planning));
    TRY(say_all(planning));
    operators_plan(planning);
    remarks_plan(planning);
    controls_plan(planning);
    TRY(wanted(planning));
    findings_cite_all(view->knowledge, &plan->sources, &plan_noun, plan, arena);
    return ST_OK;
}
