// SPDX-License-Identifier: Apache-2.0
#include "planner/alternatives.h"

#include "planner/quote.h"

static bool is_for(const struct planning *planning, const struct way *way) {
    const struct patient_goal *goals = planning->view->patient->goals.items;
    if (text_equal(way->id, "needling")) return false;
    for (int i = 0; i < planning->view->patient->goals.n; i++)
        if (view_has(&way->indications, goals[i].indication)) return true;
    return way->indications.n == 0;
}

static const struct limits_way *screened(const struct planning *planning, const char *id) {
    const struct limits_way *ways   = planning->limits->ways.items;
    const struct device     *device = load_device(planning->view->knowledge, id);
    for (int i = 0; device && i < planning->limits->ways.n; i++)
        if (text_equal(ways[i].kind, words_device_kind[device->kind - 1])) return &ways[i];
    return NULL;
}

static bool is_closed_agent(const struct planning *planning, const char *id) {
    const struct limits_agent *closed = planning->limits->agents.items;
    for (int i = 0; i < planning->limits->agents.n; i++)
        if (text_equal(closed[i].id, id)) return true;
    return false;
}

static const char *priced(const struct planning *planning, const struct way *way) {
    if (!way->price) return "";
    struct quantity  *price   = quote_figure(way->price, QUANTITY_ADVICE, "USD", planning->arena);
    const char *const pairs[] = {"low", quote_number(price->low.value, planning->arena), "high",
                                 quote_number(price->high.value, planning->arena), NULL};
    return planning_said(planning, "plan.way_price", pairs);
}

static struct plan_alternative alternative_of(const struct planning *planning,
                                              const struct way      *way) {
    const struct limits_way *own      = screened(planning, way->id);
    bool                     is_agent = load_agent(planning->view->knowledge, way->id) != NULL;
    bool                     is_bare  = !own && !is_agent && !text_equal(way->id, "nothing");
    const char              *because  = load_words(&way->because);
    struct plan_alternative  out      = {.id = way->id, .allowed = true};
    out.downtime = quote_figure(way->downtime, QUANTITY_MEASURED, "d", planning->arena);
    if (out.downtime && out.downtime->status == STATUS_DEFAULT)
        out.downtime->kind = QUANTITY_ADVICE;
    if (own) out.allowed = own->is_allowed;
    if (is_agent) out.allowed = !is_closed_agent(planning, way->id);
    if (own && !own->is_allowed) because = own->closed.because;
    out.because =
        arena_format(planning->arena, "%s%s%s", because, priced(planning, way),
                     is_bare ? load_saying(planning->view->knowledge, "plan.way_unscreened") : "");
    return out;
}

void alternatives_plan(struct planning *planning) {
    const struct way *ways       = planning->view->knowledge->all.options.items;
    planning->plan->alternatives = (struct list){NULL, 0, true};
    for (int i = 0; i < planning->view->knowledge->all.options.n; i++) {
        if (!is_for(planning, &ways[i])) continue;
        struct plan_alternative one = alternative_of(planning, &ways[i]);
        limits_add(&planning->plan->alternatives, &one, sizeof one, planning->arena);
    }
}
