// SPDX-License-Identifier: Apache-2.0
#include "planner/remarks.h"

#include "planner/quote.h"
#include "planner/remarks_label.h"

static void say(struct planning *planning, const char *id) {
    planning_remark(planning, id, load_saying(planning->view->knowledge, id));
}

// ---- whose clinic ----

static void say_clinic(struct planning *planning) {
    const struct clinic *clinic = planning->view->clinic;
    if (clinic->invented == FIELD_BOOL_TRUE) say(planning, "clinic.invented");
    if (!clinic->adopted_by) say(planning, "adopt.missing");
}

// ---- what is planned ----

static bool is_planned(const struct planning *planning, const char *indication) {
    const struct plan_zone *zones = planning->plan->zones.items;
    for (int i = 0; i < planning->plan->zones.n; i++)
        if (text_equal(zones[i].indication, indication)) return true;
    return false;
}

// What will hold on the days of treatment and does not hold today.
static void say_later(struct planning *planning) {
    const struct limits_later *later = planning->limits->later.items;
    for (int i = 0; i < planning->limits->later.n && planning->n_dates; i++) {
        char day[DATE_WORDS_BYTES];
        date_words(later[i].from, day);
        const char *const  pairs[] = {"because", later[i].origin.because, "date", day, NULL};
        struct plan_remark remark  = {.id      = "plan.off_label_age",
                                      .text    = planning_said(planning, "plan.later", pairs),
                                      .sources = later[i].origin.sources};
        limits_add(&planning->plan->remarks, &remark, sizeof remark, planning->arena);
        planning_caution(planning);
    }
}

// What has to be said before a device can be chosen is said to whoever asks for it, closed or not.
static void say_asked_safety(struct planning *planning) {
    const struct view *view = planning->view;
    if (view->patient->devices.n == 0) return;
    for (int i = 0; i < view->device_ids.n; i++)
        if (view->devices[i]->safety)
            planning_remark(planning, view->devices[i]->safety,
                            load_saying(view->knowledge, view->devices[i]->safety));
}

static void say_uses(struct planning *planning) {
    const struct indication *all = planning->view->knowledge->all.indications.items;
    for (int i = 0; i < planning->view->knowledge->all.indications.n; i++)
        if (is_planned(planning, all[i].id)) remarks_label_uses(planning, &all[i]);
    if (is_planned(planning, "hair_loss")) say(planning, "result.hair");
    if (is_planned(planning, "melasma")) say(planning, "result.melasma");
    remarks_label_ages(planning);
    remarks_label_under(planning);
    say_asked_safety(planning);
    say_later(planning);
    if (planning->n_dates) say(planning, "safety.settings");
}

static void say_few(struct planning *planning) {
    const char *const pairs[] = {"n", quote_number(planning->members, planning->arena), "enough",
                                 quote_number(ENSEMBLE_ENOUGH, planning->arena), NULL};
    if (planning->members < ENSEMBLE_ENOUGH && planning->n_zones)
        planning_remark(planning, "few_members", planning_said(planning, "few_members", pairs));
}

// ---- who disagrees ----

static void add_once(struct planning *planning, const struct plan_dispute *dispute) {
    struct list               *list = &planning->plan->disagreement;
    const struct plan_dispute *old  = list->items;
    for (int i = 0; i < list->n; i++)
        if (text_equal(old[i].id, dispute->id)) return;
    limits_add(list, dispute, sizeof *dispute, planning->arena);
}

// What is disputed about number and interval stands with the series.
static void add_dispute(struct planning *planning, const struct dispute *dispute) {
    if (view_has(&dispute->about, "sessions") || view_has(&dispute->about, "interval")) return;
    struct plan_dispute one = quote_dispute(dispute);
    add_once(planning, &one);
}

static void add_told(struct planning *planning, const struct list *disputes) {
    const struct plan_dispute *all = disputes->items;
    for (int i = 0; i < disputes->n; i++) add_once(planning, &all[i]);
}

// Is it about a number that the plan has: hours until channels are closed, how deep they are, the
// phases of healing, what the skin takes up?
static bool is_about_number(const struct planning *planning, const struct dispute *dispute) {
    bool heals = planning->plan->healing && planning->plan->healing->phases.n;
    return view_has(&dispute->about, "closing") || view_has(&dispute->about, "channel_depth") ||
           (heals && view_has(&dispute->about, "healing")) ||
           (planning->plan->uptake.n && view_has(&dispute->about, "uptake"));
}

// A dispute that names its uses is for plans that treat one of them; one about depth that names
// uses or zones is only for those.
static bool is_about_plan(const struct planning *planning, const struct dispute *dispute) {
    const struct plan_zone *zones    = planning->plan->zones.items;
    bool                    is_bound = false;
    for (int i = 0; i < dispute->indications.n; i++)
        if (is_planned(planning, dispute->indications.items[i])) return true;
    for (int i = 0; i < dispute->about.n; i++) {
        const char *topic = dispute->about.items[i];
        is_bound          = is_bound || load_indication(planning->view->knowledge, topic) ||
                   load_zone(planning->view->knowledge, topic);
        for (int k = 0; k < planning->plan->zones.n; k++)
            if (text_equal(zones[k].indication, topic) || text_equal(zones[k].zone, topic))
                return true;
    }
    return !is_bound && view_has(&dispute->about, "depth");
}

static void add_disputes(struct planning *planning) {
    const struct list    *all      = &planning->view->knowledge->all.disputes;
    const struct dispute *disputes = all->items;
    planning->plan->disagreement   = (struct list){NULL, 0, true};
    for (int i = 0; planning->plan->zones.n && i < all->n; i++)
        if (is_about_plan(planning, &disputes[i]) || is_about_number(planning, &disputes[i]))
            add_dispute(planning, &disputes[i]);
}

// What stands with a line of aftercare, or with days between treatments, is told here in full.
static void add_named(struct planning *planning) {
    const struct plan_advice  *advice  = planning->plan->aftercare.items;
    const struct plan_spacing *spacing = planning->plan->spacing.items;
    for (int i = 0; i < planning->plan->aftercare.n; i++)
        add_told(planning, &advice[i].disagreement);
    for (int i = 0; i < planning->plan->spacing.n; i++)
        add_told(planning, &spacing[i].disagreement);
}

void remarks_plan(struct planning *planning) {
    say_uses(planning);
    say_clinic(planning);
    say_few(planning);
    add_disputes(planning);
    add_named(planning);
}
