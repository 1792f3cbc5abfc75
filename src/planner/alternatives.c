// SPDX-License-Identifier: Apache-2.0
#include "planner/alternatives.h"

#include "planner/improvement_pool.h"
#include "planner/price.h"
#include "planner/quote.h"

// A kind of device that is planned in some zone.
static bool is_planned(const struct planning *planning, const struct way *way) {
    const struct device *device = load_device(planning->view->knowledge, way->id);
    for (int i = 0; device && i < planning->n_zones; i++)
        if (planning->zones[i].place->kind == device->kind) return true;
    return false;
}

static bool is_for(const struct planning *planning, const struct way *way) {
    const struct patient_goal *goals = planning->view->patient->goals.items;
    if (text_equal(way->id, "needling") || is_planned(planning, way)) return false;
    for (int i = 0; i < planning->view->patient->goals.n; i++)
        if (view_has(&way->indications, goals[i].indication)) return true;
    return way->indications.n == 0;
}

// ---- what closes another way ----

struct closing {   // why it is closed; because NULL: it is open
    const char  *because;
    struct names sources;
    int          status, grade;
};

static struct closing closing_of(const struct limits_origin *origin) {
    return (struct closing){origin->because, origin->sources, origin->status, origin->grade};
}

static const struct limits_way *screened(const struct planning *planning, const char *id) {
    const struct limits_way *ways   = planning->limits->ways.items;
    const struct device     *device = load_device(planning->view->knowledge, id);
    for (int i = 0; device && i < planning->limits->ways.n; i++)
        if (text_equal(ways[i].kind, words_device_kind[device->kind - 1])) return &ways[i];
    return NULL;
}

// The agent is closed by itself or with a group it belongs to.
static struct closing closed_agent(const struct planning *planning, const char *id) {
    const struct limits_agent *closed = planning->limits->agents.items;
    const struct agent        *agent  = load_agent(planning->view->knowledge, id);
    for (int i = 0; agent && i < planning->limits->agents.n; i++)
        if (text_equal(closed[i].id, id) || view_has(&agent->groups, closed[i].id))
            return closing_of(&closed[i].origin);
    return (struct closing){0};
}

// What stands against any treatment of this person now.
static struct closing closed_person(const struct planning *planning) {
    const struct finding *findings = planning->screening->findings.items;
    for (int i = 0; i < planning->screening->findings.n; i++)
        if (findings[i].counts && findings[i].class >= CLASS_ASK &&
            findings[i].scope->person == FIELD_BOOL_TRUE)
            return (struct closing){findings[i].because, findings[i].sources, findings[i].status,
                                    findings[i].grade};
    return (struct closing){0};
}

// A way that wounds the skin too, where something was found that holds for wounds. Nobody screened
// it, so one zone is enough to close it, and that it goes for this way is ours.
static struct closing closed_wound(const struct planning *planning) {
    const struct finding *findings = planning->screening->findings.items;
    struct closing        closing  = {0};
    for (int i = 0; i < planning->screening->findings.n && !closing.because; i++) {
        if (!findings[i].counts || !findings[i].wounds || findings[i].class < CLASS_ASK) continue;
        const char *const pairs[] = {"because", findings[i].because, NULL};
        struct names      sources = {0};
        for (int k = 0; k < findings[i].sources.n; k++)
            view_add(&sources, findings[i].sources.items[k], planning->arena);
        view_add(&sources, "default", planning->arena);
        closing = (struct closing){planning_said(planning, "plan.way_wounds", pairs), sources,
                                   STATUS_DEFAULT, GRADE_D};
    }
    return closing;
}

static bool is_needling_open(const struct planning *planning) {
    const struct option_verdict *options = planning->screening->options.items;
    for (int i = 0; i < planning->screening->options.n; i++)
        if (options[i].verdict < CLASS_ASK) return true;
    return false;
}

// An add-on to needling is open with it; a kind of device as screened; any other way as long as
// nothing stands against the person as a whole or against a substance it is done with.
static struct closing closing_way(const struct planning *planning, const struct way *way,
                                  const struct limits_way *own) {
    struct closing closing = {0};
    if (text_equal(way->id, "nothing")) return closing;
    if (own) return own->is_allowed ? closing : closing_of(&own->closed);
    if (load_agent(planning->view->knowledge, way->id)) {
        closing = closed_agent(planning, way->id);
        if (!closing.because && !is_needling_open(planning))
            closing = (struct closing){
                load_saying(planning->view->knowledge, "plan.way_add_on"), {0}, 0, 0};
        return closing;
    }
    for (int i = 0; i < way->agents.n && !closing.because; i++)
        closing = closed_agent(planning, way->agents.items[i]);
    if (!closing.because && way->wounds == FIELD_BOOL_TRUE) closing = closed_wound(planning);
    return closing.because ? closing : closed_person(planning);
}

// ---- what it does ----

// The pool behind all that the person wants, or NULL: there is none, or the wishes are several.
static const struct fit *pool_of(const struct planning *planning) {
    const struct knowledge    *knowledge = planning->view->knowledge;
    const struct patient_goal *goals     = planning->view->patient->goals.items;
    const struct fit          *fit       = NULL;
    for (int i = 0; i < planning->view->patient->goals.n; i++) {
        const struct outcome *outcome = load_outcome(knowledge, goals[i].indication);
        const struct fit     *own     = outcome ? load_fit(knowledge, outcome->fit) : NULL;
        if (!own || (fit && own != fit)) return NULL;
        fit = own;
    }
    return fit;
}

// Another kind of needling device has the figure of the plan where the studies behind that figure
// used both kinds and do not tell them apart: the last month of it. NULL: nobody pooled its effect.
static struct quantity *effect_of(const struct planning *planning, const struct way *way) {
    const struct device      *device = load_device(planning->view->knowledge, way->id);
    const struct fit         *fit    = device ? pool_of(planning) : NULL;
    const struct plan_course *course = planning->plan->course;
    struct quantity          *effect = NULL;
    if (!fit || !course || !improvement_is_held(&fit->device, device->kind)) return NULL;
    const struct plan_month *months = course->months.items;
    for (int i = 0; i < course->months.n; i++)
        if (months[i].improvement.value.is_known) {
            effect  = ARENA_NEW(planning->arena, struct quantity, 1);
            *effect = months[i].improvement;
        }
    return effect;
}

// ---- one way ----

// A published price is not said beside one of the clinic.
static const char *priced(const struct planning *planning, const struct way *way,
                          const struct quantity *total, struct quote_basis *basis) {
    if (!way->price || (total && view_has(&total->sources, "clinic"))) return "";
    struct quantity  *price   = quote_figure(way->price, QUANTITY_ADVICE, "USD", planning->arena);
    const char *const pairs[] = {"low", quote_number(price->low.value, planning->arena), "high",
                                 quote_number(price->high.value, planning->arena), NULL};
    quote_rest(basis, &price->sources, price->status, planning->arena);
    return planning_said(planning, "plan.way_price", pairs);
}

static bool is_screened(const struct planning *planning, const struct way *way) {
    const struct knowledge *knowledge = planning->view->knowledge;
    return load_device(knowledge, way->id) || load_agent(knowledge, way->id) ||
           text_equal(way->id, "nothing");
}

// Nobody screened it; what closes the places that were asked for may speak against it too.
static const char *unscreened(const struct planning *planning, const struct way *way) {
    const struct knowledge *knowledge = planning->view->knowledge;
    if (is_screened(planning, way)) return "";
    return load_saying(knowledge, is_needling_open(planning) ? "plan.way_unscreened"
                                                             : "plan.way_unscreened_closed");
}

static struct plan_alternative alternative_of(const struct planning *planning,
                                              const struct way      *way) {
    struct closing          closing = closing_way(planning, way, screened(planning, way->id));
    struct quote_basis      basis   = {{0}, 0};
    struct plan_alternative out     = {
            .id = way->id, .label = load_words(&way->label), .because = closing.because};
    out.allowed  = !closing.because;
    out.screened = is_screened(planning, way);
    out.downtime = quote_measured(way->downtime, "d", planning->arena);
    if (out.allowed) out.total = price_way(planning, way);
    if (out.allowed) out.effect = effect_of(planning, way);
    if (closing.because) quote_rest(&basis, &closing.sources, closing.status, planning->arena);
    else quote_rest(&basis, &way->sources, way->status, planning->arena);
    if (out.effect) quote_rest(&basis, &out.effect->sources, out.effect->status, planning->arena);
    const char *same = load_saying(planning->view->knowledge, "plan.way_same");
    if (out.allowed)
        out.because = arena_format(planning->arena, "%s%s%s%s", load_words(&way->because),
                                   out.effect ? same : "", priced(planning, way, out.total, &basis),
                                   unscreened(planning, way));
    out.sources = basis.sources;
    out.status  = basis.status;
    out.grade   = closing.because ? closing.grade : way->grade;
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
