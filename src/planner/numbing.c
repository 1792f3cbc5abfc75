// SPDX-License-Identifier: Apache-2.0
#include "planner/numbing.h"

#include "planner/part.h"
#include "planner/quote.h"

#include <math.h>
#include <string.h>

static const char *const NUMBING_GROUP = "topical_anaesthetic";

// ---- which cream ----

static bool is_closed(const struct planning *planning, const struct agent *agent) {
    const struct limits_agent *closed = planning->limits->agents.items;
    for (int i = 0; i < planning->limits->agents.n; i++)
        if (text_equal(closed[i].id, agent->id) || view_has(&agent->groups, closed[i].id))
            return true;
    return false;
}

static void say_agent(struct planning *planning, const char *id, const struct agent *agent) {
    const char *const pairs[] = {"agent", load_words(&agent->label), NULL};
    planning_remark(planning, id, planning_said(planning, id, pairs));
}

static const struct agent *usable(struct planning *planning, const char *id) {
    const struct agent *agent = load_agent(planning->view->knowledge, id);
    if (!agent || !view_has(&agent->groups, NUMBING_GROUP)) return NULL;
    if (is_closed(planning, agent)) {
        say_agent(planning, "plan.numbing_closed", agent);
        return NULL;
    }
    if (agent->ceilings.n == 0 || !agent->dose || !agent->minutes) {
        say_agent(planning, "plan.numbing_no_ceiling", agent);
        return NULL;
    }
    return agent;
}

static bool is_at_hand(const struct planning *planning, const struct agent *agent) {
    const struct names *agents = &planning->view->clinic->agents;
    return !agents->is_present || view_has(agents, agent->id);
}

static const struct agent *first_usable(struct planning *planning, const struct names *ids,
                                        bool *is_named) {
    const struct knowledge *knowledge = planning->view->knowledge;
    for (int i = 0; i < ids->n; i++) {
        const struct agent *named = load_agent(knowledge, ids->items[i]);
        if (named && view_has(&named->groups, NUMBING_GROUP)) *is_named = true;
        const struct agent *agent = usable(planning, ids->items[i]);
        if (agent && is_at_hand(planning, agent)) return agent;
        if (agent) say_agent(planning, "plan.numbing_elsewhere", agent);
    }
    return NULL;
}

// The numbing agent that knowledge puts first, or NULL.
static const char *first_in_order(const struct planning *planning) {
    const struct list  *list = &planning->view->knowledge->all.agents;
    const struct agent *all = list->items, *first = NULL;
    for (int i = 0; i < list->n; i++)
        if (all[i].order && view_has(&all[i].groups, NUMBING_GROUP) &&
            (!first || all[i].order->value.value < first->order->value.value))
            first = &all[i];
    return first ? first->id : NULL;
}

// What the person names, else what the clinic has; the one with a label that was read, if the
// clinic does not say what it has.
static const struct agent *choose(struct planning *planning) {
    bool                is_named = false;
    const struct agent *agent = first_usable(planning, &planning->view->patient->agents, &is_named);
    if (!agent) agent = first_usable(planning, &planning->view->clinic->agents, &is_named);
    if (agent || is_named) return agent;
    const char *id = first_in_order(planning);
    if (!planning->view->clinic->agents.is_present && id) return usable(planning, id);
    planning_remark(planning, "plan.numbing_none",
                    load_saying(planning->view->knowledge, "plan.numbing_none"));
    return NULL;
}

// ---- how much, in how many visits ----

static double most_cm2(const struct agent *agent) {
    const struct ceiling *ceilings = agent->ceilings.items;
    double dose = agent->dose->high.is_known ? agent->dose->high.value : agent->dose->value.value;
    double most = INFINITY;
    for (int i = 0; i < agent->ceilings.n; i++) {
        if (ceilings[i].area.is_known) most = fmin(most, ceilings[i].area.value);
        if (ceilings[i].mass.is_known) most = fmin(most, ceilings[i].mass.value / dose);
    }
    return most;
}

struct split {                        // zones by visit
    int    group[LIMIT_OPTIONS];      // [n_zones], what is kept together
    int    visit[LIMIT_OPTIONS];      // [n_zones], the first of its visits
    int    last[LIMIT_OPTIONS];       // [n_zones], the last
    double area_cm2[LIMIT_OPTIONS];   // [n], of each visit
    int    n;
};

static double area_of(const struct planning *planning, int zone) {
    return planning->zones[zone].skin->area->value.value;
}

static double group_area(const struct planning *planning, const struct split *split, int group) {
    double area = 0;
    for (int i = 0; i < planning->n_zones; i++)
        if (split->group[i] == group) area += area_of(planning, i);
    return area;
}

// Regions stay whole if each of them fits into one visit, else zones do.
static void group_zones(const struct planning *planning, double most, struct split *split) {
    bool is_fitting = true;
    for (int i = 0; i < planning->n_zones; i++) split->group[i] = planning->zones[i].place->region;
    for (int i = 0; i < planning->n_zones; i++)
        if (group_area(planning, split, split->group[i]) > most) is_fitting = false;
    for (int i = 0; !is_fitting && i < planning->n_zones; i++) split->group[i] = i;
}

// The largest group without a visit; -1 if there is none. visit < 0 = none yet.
static int largest_open(const struct planning *planning, const struct split *split) {
    int    best = -1;
    double most = 0;
    for (int i = 0; i < planning->n_zones; i++) {
        double area = group_area(planning, split, split->group[i]);
        if (split->visit[i] >= 0 || (best >= 0 && area <= most)) continue;
        best = split->group[i];
        most = area;
    }
    return best;
}

// Largest first, each into the first visit where it fits; what is above the ceiling has its own.
static void split_zones(const struct planning *planning, double most, struct split *split) {
    group_zones(planning, most, split);
    for (int i = 0; i < planning->n_zones; i++) split->visit[i] = -1;
    for (int group; (group = largest_open(planning, split)) >= 0;) {
        double area = group_area(planning, split, group);
        int    at   = 0;
        while (at < split->n && split->area_cm2[at] + area > most) at++;
        for (int i = 0; i < planning->n_zones; i++)
            if (split->group[i] == group) split->visit[i] = at;
        for (; area > most && at < LIMIT_OPTIONS - 1; area -= most) split->area_cm2[at++] = most;
        split->area_cm2[at] += area;
        for (int i = 0; i < planning->n_zones; i++)
            if (split->group[i] == group) split->last[i] = at;
        if (at >= split->n) split->n = at + 1;
    }
}

// Into the zones: the visits are the parts of each treatment.
static void keep(struct planning *planning, double most, const struct split *split) {
    planning->n_parts = split->n;
    for (int i = 0; i < planning->n_zones; i++) {
        planning->zones[i].part_first = split->visit[i];
        planning->zones[i].part_last  = split->last[i];
        planning->zones[i].part_frac  = fmin(1, most / area_of(planning, i));
    }
}

static int largest_visit(const struct split *split) {
    int at = 0;
    for (int v = 1; v < split->n; v++)
        if (split->area_cm2[v] > split->area_cm2[at]) at = v;
    return at;
}

static enum status say_parts(struct planning *planning, const struct agent *agent,
                             const struct split *split, double most, struct plan_numbing *numbing) {
    struct text list = text_new(planning->arena);
    double      all = 0, days, dose = agent->dose->value.value;
    TRY(planning_number(planning, "plan.split_days", &days));
    double largest = split->area_cm2[largest_visit(split)];
    for (int v = 0; v < split->n; v++) {
        all += split->area_cm2[v];
        text_addf(&list, "%s%s cm2 (%s)", v ? "; " : "",
                  quote_number(split->area_cm2[v], planning->arena), part_said(planning, v));
    }
    const char *const pairs[] = {"area",  quote_number(all, planning->arena),
                                 "most",  quote_number(most, planning->arena),
                                 "parts", quote_number(split->n, planning->arena),
                                 "list",  list.data,
                                 "grams", quote_number(dose * largest, planning->arena),
                                 "total", quote_number(dose * all, planning->arena),
                                 "days",  quote_number(days, planning->arena),
                                 NULL};
    numbing->remark           = planning_said(planning, "plan.numbing_parts", pairs);
    return ST_OK;
}

static void say_more(const struct planning *planning, const char *id,
                     struct plan_numbing *numbing) {
    const char *more = load_saying(planning->view->knowledge, id);
    numbing->remark =
        numbing->remark ? arena_format(planning->arena, "%s %s", numbing->remark, more) : more;
}

// Area of the largest visit, as planned and with the range of its zones.
static void fill_area(const struct planning *planning, const struct split *split, double most,
                      struct plan_numbing *numbing) {
    struct quote_basis basis = {{0}, 0};
    double             range[3];
    int                at = largest_visit(split);
    range[0] = range[1] = range[2] = split->area_cm2[at];
    for (int i = 0; i < planning->n_zones; i++) {
        const struct figure *area = planning->zones[i].skin->area;
        quote_rest_figure(&basis, area, planning->arena);
        if (split->visit[i] != at) continue;
        if (area->low.is_known) range[1] -= area->value.value - area->low.value;
        if (area->high.is_known) range[2] += area->high.value - area->value.value;
    }
    range[1]      = fmin(range[0], fmax(range[1], 0));
    range[2]      = fmax(range[0], fmin(range[2], most));
    numbing->area = quote_advice("cm2", range, &basis, planning->arena);
}

static void fill_amount(const struct planning *planning, const struct agent *agent,
                        struct plan_numbing *numbing) {
    struct quantity   *amount = quote_figure(agent->dose, QUANTITY_ADVICE, "g", planning->arena);
    struct quote_basis basis  = {{0}, 0};
    double             area   = numbing->area->value.value;
    amount->value             = quote_amount(area * amount->value.value);
    amount->low               = quote_amount(area * amount->low.value);
    amount->high              = quote_amount(area * amount->high.value);
    quote_rest_figure(&basis, agent->dose, planning->arena);
    quote_rest(&basis, &numbing->area->sources, numbing->area->status, planning->arena);
    amount->sources = basis.sources;
    amount->status  = basis.status;
    if (numbing->area->grade > amount->grade) amount->grade = numbing->area->grade;
    numbing->amount = amount;
}

static void fill_ceilings(const struct planning *planning, const struct agent *agent,
                          struct plan_numbing *numbing) {
    const struct ceiling *own = agent->ceilings.items;
    struct plan_ceiling  *out = ARENA_NEW(planning->arena, struct plan_ceiling, agent->ceilings.n);
    for (int i = 0; i < agent->ceilings.n; i++)
        out[i] = (struct plan_ceiling){own[i].rule, own[i].mass, own[i].area, own[i].sources,
                                       own[i].status};
    numbing->ceilings = (struct list){out, agent->ceilings.n, true};
}

// Nearest to a ceiling of the label, by area or by mass: middle, low and high.
static void share_range(const struct plan_numbing *numbing, const struct agent *agent,
                        double range[3]) {
    const struct ceiling *ceilings  = agent->ceilings.items;
    const struct amount  *areas[3]  = {&numbing->area->value, &numbing->area->low,
                                       &numbing->area->high};
    const struct amount  *masses[3] = {&numbing->amount->value, &numbing->amount->low,
                                       &numbing->amount->high};
    for (int k = 0; k < 3; k++) {
        range[k] = 0;
        for (int i = 0; i < agent->ceilings.n; i++) {
            if (ceilings[i].area.is_known)
                range[k] = fmax(range[k], areas[k]->value / ceilings[i].area.value);
            if (ceilings[i].mass.is_known)
                range[k] = fmax(range[k], masses[k]->value / ceilings[i].mass.value);
        }
    }
}

static void fill_share(const struct planning *planning, const struct agent *agent,
                       struct plan_numbing *numbing) {
    const struct ceiling *ceilings = agent->ceilings.items;
    struct quote_basis    basis    = {{0}, 0};
    double                range[3];
    share_range(numbing, agent, range);
    quote_rest(&basis, &numbing->amount->sources, numbing->amount->status, planning->arena);
    for (int i = 0; i < agent->ceilings.n; i++)
        quote_rest(&basis, &ceilings[i].sources, ceilings[i].status, planning->arena);
    numbing->share = quote_advice("1", range, &basis, planning->arena);
}

// Said where it is more than a share of ours of what the label allows.
static enum status say_share(struct planning *planning, const struct plan_numbing *numbing) {
    const double per_cent = 100;
    double       most;
    TRY(planning_number(planning, "plan.numbing_share", &most));
    if (!(numbing->share->value.value > most)) return ST_OK;
    const char *share =
        quote_number(round(per_cent * numbing->share->value.value), planning->arena);
    const char *const pairs[] = {"share", share, "most",
                                 quote_number(per_cent * most, planning->arena), NULL};
    planning_remark(planning, "plan.numbing_share",
                    planning_said(planning, "plan.numbing_share", pairs));
    return ST_OK;
}

// Milligrams in what is put on. They are never held against a ceiling for injection.
static void fill_active(const struct planning *planning, const struct agent *agent,
                        struct plan_numbing *numbing) {
    const struct content *contents = agent->contents.items;
    struct plan_active   *out =
        ARENA_NEW(planning->arena, struct plan_active, agent->contents.n ? agent->contents.n : 1);
    int n = 0;
    for (int i = 0; i < agent->contents.n; i++) {
        const struct figure *strength = contents[i].strength;
        struct quote_basis   basis    = {{0}, 0};
        if (!strength) continue;
        double range[3] = {numbing->amount->value.value * strength->value.value,
                           numbing->amount->low.value * strength->value.value,
                           numbing->amount->high.value * strength->value.value};
        quote_rest(&basis, &numbing->amount->sources, numbing->amount->status, planning->arena);
        quote_rest_figure(&basis, strength, planning->arena);
        out[n].substance = contents[i].id;
        out[n++].amount  = quote_advice("mg", range, &basis, planning->arena);
    }
    numbing->active = (struct list){out, n, n > 0};
}

enum status numbing_plan(struct planning *planning) {
    int wish          = planning->view->patient->anaesthetic;
    planning->n_parts = 1;
    for (int i = 0; i < planning->n_zones; i++) planning->zones[i].part_frac = 1;
    if (planning->n_zones == 0 || wish == NUMBING_DECLINED) return ST_OK;
    if (wish != NUMBING_PLANNED) {
        planning_remark(planning, "plan.numbing_unknown",
                        load_saying(planning->view->knowledge, "plan.numbing_unknown"));
        return ST_OK;
    }
    const struct agent *agent = choose(planning);
    if (!agent) return ST_OK;
    double               most    = most_cm2(agent);
    struct split        *split   = ARENA_NEW(planning->arena, struct split, 1);
    struct plan_numbing *numbing = ARENA_NEW(planning->arena, struct plan_numbing, 1);
    numbing->agent               = agent->id;
    numbing->minutes = quote_figure(agent->minutes, QUANTITY_ADVICE, "min", planning->arena);
    split_zones(planning, most, split);
    keep(planning, most, split);
    numbing->parts = quote_amount(split->n);
    if (split->n > 1) TRY(say_parts(planning, agent, split, most, numbing));
    if (agent->film == FIELD_BOOL_TRUE) say_more(planning, "plan.numbing_film", numbing);
    if (view_has(&agent->groups, "prilocaine"))
        say_more(planning, "plan.numbing_prilocaine", numbing);
    if (split->n > 1) planning_remark(planning, "plan.numbing_parts", numbing->remark);
    fill_area(planning, split, most, numbing);
    fill_amount(planning, agent, numbing);
    fill_ceilings(planning, agent, numbing);
    fill_share(planning, agent, numbing);
    fill_active(planning, agent, numbing);
    TRY(say_share(planning, numbing));
    planning->plan->numbing = numbing;
    return ST_OK;
}
