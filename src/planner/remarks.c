// SPDX-License-Identifier: Apache-2.0
#include "planner/remarks.h"

#include "planner/quote.h"

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

static bool is_on_label(const struct planning *planning, const struct indication *indication,
                        const char *zone) {
    struct names parts = {0};
    if (!indication->on_label) return false;
    for (int i = 0; i < indication->on_label->zones.n; i++)
        load_zone_parts(planning->view->knowledge, indication->on_label->zones.items[i], false,
                        &parts, planning->arena);
    return view_has(&parts, zone);
}

// One remark for each use, with the zones no label names for it.
static void say_off_label(struct planning *planning, const struct indication *indication) {
    const struct knowledge *knowledge = planning->view->knowledge;
    const struct plan_zone *zones     = planning->plan->zones.items;
    struct text             where     = text_new(planning->arena);
    for (int i = 0; i < planning->plan->zones.n; i++) {
        const char *label = load_label(knowledge, "zones", zones[i].zone);
        if (!text_equal(zones[i].indication, indication->id)) continue;
        if (is_on_label(planning, indication, zones[i].zone)) continue;
        text_addf(&where, "%s%s", where.n ? ", " : "",
                  where.n ? planning_inside(planning, label) : label);
    }
    if (!where.n) return;
    const char *const  pairs[] = {"zones", where.data, "use",
                                  planning_inside(planning, load_words(&indication->label)), NULL};
    struct plan_remark remark  = {.id   = "plan.off_label_use",
                                  .text = planning_said(planning, "plan.off_label_use", pairs)};
    if (indication->on_label) remark.sources = indication->on_label->sources;
    limits_add(&planning->plan->remarks, &remark, sizeof remark, planning->arena);
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
        if (is_planned(planning, all[i].id)) say_off_label(planning, &all[i]);
    if (is_planned(planning, "hair_loss")) say(planning, "result.hair");
    if (is_planned(planning, "melasma")) say(planning, "result.melasma");
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

// What is disputed about number and interval stands with the series.
static void add_dispute(struct planning *planning, const struct dispute *dispute) {
    struct list               *list = &planning->plan->disagreement;
    const struct plan_dispute *old  = list->items;
    if (view_has(&dispute->about, "sessions") || view_has(&dispute->about, "interval")) return;
    for (int i = 0; i < list->n; i++)
        if (text_equal(old[i].id, dispute->id)) return;
    struct plan_dispute one = {dispute->id, load_words(&dispute->text), dispute->sources};
    limits_add(list, &one, sizeof one, planning->arena);
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
        if (is_about_plan(planning, &disputes[i])) add_dispute(planning, &disputes[i]);
}

void remarks_plan(struct planning *planning) {
    say_uses(planning);
    say_clinic(planning);
    say_few(planning);
    add_disputes(planning);
}
