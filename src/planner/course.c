// SPDX-License-Identifier: Apache-2.0
#include "planner/course.h"

#include "engine/activity.h"
#include "engine/course.h"
#include "planner/healing_setup.h"
#include "planner/part.h"
#include "planner/priors.h"
#include "planner/quote.h"

#include <math.h>

enum { HUNDRED = 100, SHOWN_DIGITS = 2, COURSE_BROWN_SKIN = 4 };
enum { THREE_QUARTERS = 4 };   // index of 75 % in a band

static const char *const course_phases[COURSE_PHASES] = {"inflammation", "proliferation",
                                                         "remodelling"};

// Days after a sitting for the curves: dense where they turn.
static const double course_activity_days[] = {
    0,  0.25, 0.5, 0.75, 1,  1.5, 2,  2.5, 3,  4,  5,  6,  7,   8,   9,   10,  12,  14,
    17, 20,   24,  28,   33, 38,  44, 50,  58, 66, 76, 88, 100, 115, 130, 145, 162, 180};
enum { ACTIVITY_DAYS = sizeof course_activity_days / sizeof *course_activity_days };

static const double course_days[] = {0, 1, 2, 3, 4, 5, 6, 7, 10, 14, 21, 28};

// What each answer rests on.
struct course_basis {
    struct quote_basis         redness, downtime, sensitivity, barrier;
    struct healing_setup_basis healing;
};

// ---- what the engine is asked ----

static enum status lasting_of(const struct priors *priors, const char *id,
                              struct quote_basis *whole, struct quote_basis *by_day,
                              struct course_lasting *out) {
    struct engine_prior prior;
    TRY(priors_prior(priors, id, whole, &prior));
    *by_day = *whole;
    TRY(priors_number(priors, "lasting_study_share", by_day, &out->study_frac));
    out->median_d = prior.median;
    out->sigma    = prior.sigma;
    return ST_OK;
}

static enum status setup_of(const struct planning *planning, struct course_setup *setup,
                            struct course_basis *basis) {
    struct priors      priors  = {planning->view->knowledge, planning->arena, planning->fault};
    struct quote_basis unread  = {{0}, 0};   // skin as it will not be left
    bool               covered = planning->limits->is_covered;
    const struct patient_limits *wishes = planning_wishes(planning);
    date_day                     next   = part_next(planning);
    int                          end    = next ? next - planning->dates[0] : 0;

    *setup        = (struct course_setup){.members = planning->members};
    setup->effort = planning->effort;
    setup->seed   = planning->seed;
    for (int i = 0; i < (int)(sizeof course_days / sizeof *course_days); i++)
        if (!end || course_days[i] < end) setup->days[setup->n_days++] = course_days[i];
    if (wishes->downtime.is_known) setup->wish_d = wishes->downtime.value;
    TRY(lasting_of(&priors, "redness_d", &basis->downtime, &basis->redness, &setup->redness));
    struct quote_basis whole = {{0}, 0};
    TRY(lasting_of(&priors, "sensitivity_d", &whole, &basis->sensitivity, &setup->sensitivity));
    setup->is_occluded = covered;
    TRY(priors_closure(&priors, covered ? &unread : &basis->barrier,
                       covered ? &basis->barrier : &unread, &setup->closure));
    return healing_setup_fill(&priors, &basis->healing, &setup->healing);
}

// ---- day by day ----

static const struct plan_advice *advice(const struct planning *planning, const char *id) {
    const struct plan_advice *all = planning->plan->aftercare.items;
    for (int i = 0; i < planning->plan->aftercare.n; i++)
        if (text_equal(all[i].id, id)) return &all[i];
    return NULL;
}

// In step with the aftercare: none while nothing of one's own may be put on, better none as long as
// its own line holds. NULL where no line of this plan is about make-up.
static const char *make_up_on(const struct planning *planning, date_day day) {
    const struct plan_advice *makeup = advice(planning, "makeup");
    const struct plan_advice *first  = advice(planning, "only_ours");
    if (!makeup) return NULL;
    if (first && day >= first->from.day && day <= first->to.day) return "no";
    return day >= makeup->from.day && day <= makeup->to.day ? "better_not" : "yes";
}

// How redness looks on brown and black skin: types IV to VI, or not known.
static const char *shades_of(const struct planning *planning) {
    const struct amount *type = &planning->view->patient->phototype;
    if (type->is_known && type->value < COURSE_BROWN_SKIN) return NULL;
    return load_saying(planning->view->knowledge, "plan.redness_shades");
}

static struct plan_course_day day_of(const struct planning *planning, double after_d, int i,
                                     const struct course_answer *answer,
                                     const struct course_basis  *basis) {
    struct arena          *arena = planning->arena;
    date_day               date  = planning->dates[0] + (int)after_d;
    struct plan_course_day day   = {.day = quote_amount(after_d), .date = {.day = date}};
    day.make_up                  = make_up_on(planning, date);
    day.redness                  = quote_band("1", &answer->redness[i], &basis->redness, arena);
    day.sensitivity      = quote_band("1", &answer->sensitivity[i], &basis->sensitivity, arena);
    day.barrier          = quote_band("1", &answer->barrier[i], &basis->barrier, arena);
    day.redness->because = shades_of(planning);
    day.barrier->because = load_saying(planning->view->knowledge, "plan.barrier_because");
    return day;
}

static void add_days(struct planning *planning, const struct course_setup *setup,
                     const struct course_answer *answer, const struct course_basis *basis) {
    struct plan_course     *course = planning->plan->course;
    struct plan_course_day *days = ARENA_NEW(planning->arena, struct plan_course_day, COURSE_DAYS);
    for (int i = 0; i < setup->n_days; i++)
        days[i] = day_of(planning, setup->days[i], i, answer, basis);
    course->days     = (struct list){days, setup->n_days, true};
    course->downtime = quote_band("d", &answer->downtime_d, &basis->downtime, planning->arena);
    course->downtime->because = load_saying(planning->view->knowledge, "plan.downtime_because");
}

// ---- phases ----

static void add_phases(struct planning *planning, const struct course_answer *answer,
                       const struct course_basis *basis) {
    struct plan_healing *healing = planning->plan->healing;
    struct quantity     *starts[COURSE_PHASES], *ends[COURSE_PHASES];
    for (int k = 0; k < COURSE_PHASES; k++) {
        const struct quote_basis *own =
            k == COURSE_REMODELLING ? &basis->healing.matrix : &basis->healing.cells;
        starts[k]          = quote_band("d", &answer->starts_d[k], own, planning->arena);
        ends[k]            = quote_band("d", &answer->ends_d[k], own, planning->arena);
        starts[k]->because = load_saying(planning->view->knowledge, "plan.phase_band");
        ends[k]->because =
            load_saying(planning->view->knowledge,
                        k == COURSE_REMODELLING ? "plan.phase_band_late" : "plan.phase_band");
    }
    for (int i = 0; i < planning->n_dates; i++)
        for (int k = 0; k < COURSE_PHASES; k++) {
            date_day          sitting = planning->dates[i];
            struct plan_phase phase   = {
                  .id      = course_phases[k],
                  .session = quote_amount(part_number(planning, i)),
                  .from    = {.day = sitting + (int)floor(starts[k]->value.value)},
                  .to      = {.day = sitting + (int)ceil(ends[k]->value.value)},
                  .starts  = starts[k],
                  .ends    = ends[k]};
            if (planning->n_parts > 1) phase.part = quote_amount(part_of(planning, i) + 1);
            limits_add(&healing->phases, &phase, sizeof phase, planning->arena);
        }
}

// For a picture: how much goes on in each phase.
static enum status add_curves(struct planning *planning, const struct course_setup *setup,
                              const struct course_basis *basis) {
    struct activity_setup asked    = {setup->healing, course_activity_days, ACTIVITY_DAYS};
    struct activity      *activity = ARENA_NEW(planning->arena, struct activity, 1);
    TRY(activity_over(&asked, activity, *planning->arena, planning->fault));
    for (int k = 0; k < COURSE_PHASES; k++) {
        bool                      is_late = k == COURSE_REMODELLING;
        const struct quote_basis *own   = is_late ? &basis->healing.matrix : &basis->healing.cells;
        struct plan_activity      state = {
                 course_phases[k], quote_curve("d", course_activity_days, "1", activity->phases[k],
                                               ACTIVITY_DAYS, own, planning->arena)};
        state.curve->because = load_saying(
            planning->view->knowledge, is_late ? "plan.activity_ordering" : "plan.activity_cells");
        limits_add(&planning->plan->healing->curves, &state, sizeof state, planning->arena);
    }
    return ST_OK;
}

// Of the zone that gets most, which it names.
static void add_dose(struct planning *planning) {
    const struct planning_zone *most = NULL;
    for (int i = 0; i < planning->n_zones; i++) {
        const struct planning_zone *zone = &planning->zones[i];
        if (zone->has_dose &&
            (!most || zone->dose.p[ENSEMBLE_MEDIAN] > most->dose.p[ENSEMBLE_MEDIAN]))
            most = zone;
    }
    if (!most) return;
    struct quote_basis basis      = {most->dose_sources, most->dose_status};
    const char *const  pairs[]    = {"zone", load_words(&most->skin->label), NULL};
    struct quantity   *dose       = quote_band("1", &most->dose, &basis, planning->arena);
    dose->because                 = planning_said(planning, "plan.dose_because", pairs);
    planning->plan->healing->dose = dose;
}

// ---- wishes and intervals ----

static const char *days_said(const struct planning *planning, double days) {
    return quote_number(quantity_rounded(days, SHOWN_DIGITS), planning->arena);
}

static const char *of_100(const struct planning *planning, const struct amount *share) {
    return quote_number(round(HUNDRED * share->value), planning->arena);
}

// Met if three of four people are red no longer, whatever their study. How many are red on the day
// wished for is told as the table tells a day: the middle of the studies, and their band. Every
// sitting is followed by redness, so only fewer of them, in the end none, would meet a wish for
// less.
static void check_downtime(struct planning *planning, const struct course_answer *answer,
                           const struct course_basis *basis) {
    const struct patient_limits *wishes = planning_wishes(planning);
    double                       most_d = answer->downtime_d.p[THREE_QUARTERS];
    if (!wishes->downtime.is_known) return;
    bool                   is_met = most_d <= wishes->downtime.value;
    const char            *id     = is_met ? "plan.downtime_met" : "plan.downtime_short";
    const struct quantity *red = quote_band("1", &answer->beyond, &basis->redness, planning->arena);
    const char            *wish    = quote_number(wishes->downtime.value, planning->arena);
    const char *const      pairs[] = {
             "days",  days_said(planning, most_d),   "wish", wish,
             "share", of_100(planning, &red->value), "low",  of_100(planning, &red->low),
             "high",  of_100(planning, &red->high),  NULL};
    planning_remark(planning, id, planning_said(planning, id, pairs));
    if (is_met) return;
    planning_clash(planning, "downtime", "sessions_min");
    planning_caution(planning);
}

// Only where knowledge lets sittings follow each other sooner than the model would.
static void check_interval(struct planning *planning, const struct course_answer *answer) {
    double rested_d = answer->rested_d.p[THREE_QUARTERS];
    int    nearest  = 0;
    if (planning->limits->series.floor_days >= rested_d) return;
    for (int i = 0; i < planning->n_dates; i++) {
        date_day before = part_before(planning, i);
        int      gap    = before ? planning->dates[i] - before : 0;
        if (gap && (!nearest || gap < nearest)) nearest = gap;
    }
    if (!nearest || nearest >= rested_d) return;
    const char *const pairs[] = {"days", days_said(planning, rested_d), "gap",
                                 quote_number(nearest, planning->arena), NULL};
    planning_remark(planning, "plan.interval_healing",
                    planning_said(planning, "plan.interval_healing", pairs));
}

enum status course_plan(struct planning *planning) {
    struct course_setup  setup;
    struct course_basis  basis      = {0};
    struct course_answer answer     = {0};
    planning->plan->healing         = ARENA_NEW(planning->arena, struct plan_healing, 1);
    planning->plan->healing->phases = planning->plan->healing->curves =
        (struct list){NULL, 0, true};
    if (!planning->n_dates) return ST_OK;
    TRY(setup_of(planning, &setup, &basis));
    TRY(course_run(&setup, &answer, *planning->arena, planning->fault));
    add_days(planning, &setup, &answer, &basis);
    add_phases(planning, &answer, &basis);
    TRY(add_curves(planning, &setup, &basis));
    add_dose(planning);
    planning->plan->healing->model = load_saying(planning->view->knowledge, "plan.healing_model");
    check_downtime(planning, &answer, &basis);
    check_interval(planning, &answer);
    return ST_OK;
}
