// SPDX-License-Identifier: Apache-2.0
#include "planner/price.h"

#include "planner/part.h"
#include "planner/quote.h"

#include <assert.h>
#include <math.h>
#include <string.h>

enum { PRICE_DIGITS = 9 };

struct adding {   // a sitting priced row by row
    double   by_region[REGION_BODY + 1], add_ons;
    bool     is_priced[REGION_BODY + 1];
    date_day valid_until;   // the earliest; 0 = none given
};

// The row for a code in a zone that is still valid, or NULL.
static const struct clinic_price *row_of(const struct planning *planning, const char *code,
                                         const char *zone) {
    const struct clinic       *clinic = planning->view->clinic;
    const struct clinic_price *prices = clinic->prices.items, *any = NULL;
    for (int i = 0; i < clinic->prices.n; i++) {
        date_day until = prices[i].valid_until.day;
        if (!text_equal(prices[i].code, code) || (until && until < planning->view->on)) continue;
        if (prices[i].zones.n == 0 && !any) any = &prices[i];
        struct names parts = {0};
        for (int k = 0; k < prices[i].zones.n; k++)
            load_zone_parts(planning->view->knowledge, prices[i].zones.items[k], false, &parts,
                            planning->arena);
        if (zone && view_has(&parts, zone)) return &prices[i];
    }
    return any;
}

static void take(const struct planning *planning, const struct clinic_price *row,
                 struct adding *adding) {
    assert(text_equal(row->amount.currency, planning->view->clinic->currency));
    if (row->valid_until.day &&
        (!adding->valid_until || row->valid_until.day < adding->valid_until))
        adding->valid_until = row->valid_until.day;
}

// The row of the device, else of its kind, else of any sitting.
static const struct clinic_price *row_of_place(const struct planning     *planning,
                                               const struct limits_place *place) {
    const struct clinic_price *row = row_of(planning, place->device, place->zone);
    if (!row) row = row_of(planning, words_device_kind[place->kind - 1], place->zone);
    return row ? row : row_of(planning, "sitting", place->zone);
}

// The row of another kind of device; that of any sitting only for a kind that could be planned.
static const struct clinic_price *row_of_kind(const struct planning *planning, const char *kind,
                                              const char *zone) {
    const struct device       *device = load_device(planning->view->knowledge, kind);
    const struct clinic_price *row    = row_of(planning, kind, zone);
    return row || !device->order ? row : row_of(planning, "sitting", zone);
}

// `kind`: with another kind of device; NULL = as planned.
static void add_zones(const struct planning *planning, const char *kind, struct adding *adding) {
    for (int i = 0; i < planning->n_zones; i++) {
        const struct limits_place *place = planning->zones[i].place;
        const struct clinic_price *row =
            kind ? row_of_kind(planning, kind, place->zone) : row_of_place(planning, place);
        if (!row) continue;
        take(planning, row, adding);
        double *sum                      = &adding->by_region[place->region];
        *sum                             = fmax(*sum, row->amount.value);
        adding->is_priced[place->region] = true;
    }
}

static bool is_closed(const struct planning *planning, const char *id) {
    const struct limits_agent *closed = planning->limits->agents.items;
    const struct agent        *agent  = load_agent(planning->view->knowledge, id);
    for (int i = 0; i < planning->limits->agents.n; i++)
        if (text_equal(closed[i].id, id) || (agent && view_has(&agent->groups, closed[i].id)))
            return true;
    return false;
}

static void add_agents(const struct planning *planning, struct adding *adding) {
    const struct names *agents = &planning->view->patient->agents;
    for (int i = 0; i < agents->n; i++) {
        const struct clinic_price *row = row_of(planning, agents->items[i], NULL);
        if (!row || is_closed(planning, agents->items[i])) continue;
        take(planning, row, adding);
        adding->add_ons += row->amount.value;
    }
}

// Every region that is treated has its price.
static bool is_complete(const struct planning *planning, const struct adding *adding) {
    for (int i = 0; i < planning->n_zones; i++)
        if (!adding->is_priced[planning->zones[i].place->region]) return false;
    return true;
}

static double sum_of(const struct adding *adding) {
    double sum = adding->add_ons;
    for (int region = 0; region <= REGION_BODY; region++) sum += adding->by_region[region];
    return sum;
}

static void quote_published(struct planning *planning) {
    const struct way *ways = planning->view->knowledge->all.options.items;
    for (int i = 0; i < planning->view->knowledge->all.options.n; i++) {
        if (!text_equal(ways[i].id, "needling") || !ways[i].price) continue;
        struct quantity *price =
            quote_figure(ways[i].price, QUANTITY_ADVICE, "USD", planning->arena);
        planning->plan->price->session = price;
        memcpy(planning->currency, "USD", sizeof planning->currency);
        planning->price_high = price->high.value;
        planning_remark(planning, "plan.price_published",
                        load_saying(planning->view->knowledge, "plan.price_published"));
    }
}

void price_session(struct planning *planning) {
    static const char *const sources[] = {"clinic"};
    struct adding            adding    = {0};
    planning->plan->price              = ARENA_NEW(planning->arena, struct plan_price, 1);
    if (planning->n_zones == 0) return;
    add_zones(planning, NULL, &adding);
    add_agents(planning, &adding);
    if (!is_complete(planning, &adding)) {
        quote_published(planning);
        return;
    }
    double             sum      = sum_of(&adding);
    struct quote_basis basis    = {{0}, STATUS_DEFAULT};
    const double       range[3] = {sum, sum, sum};
    view_add(&basis.sources, sources[0], planning->arena);
    memcpy(planning->currency, planning->view->clinic->currency, sizeof planning->currency - 1);
    planning->price_high           = sum;
    planning->plan->price->session = quote_advice(
        arena_format(planning->arena, "%s", planning->currency), range, &basis, planning->arena);
    struct quantity *price = planning->plan->price->session;
    price->value = price->low = price->high = quote_money(sum);
    planning->price_until                   = adding.valid_until;
}

static void say_validity(struct planning *planning, const char *id) {
    char until[DATE_WORDS_BYTES];
    date_words(planning->price_until, until);
    const char *const pairs[] = {"date", until, NULL};
    planning_remark(planning, id, planning_said(planning, id, pairs));
}

static struct quantity *times(const struct planning *planning, int sittings) {
    const struct quantity *session = planning->plan->price->session;
    struct quantity       *sum     = ARENA_NEW(planning->arena, struct quantity, 1);
    *sum                           = *session;
    sum->value                     = quote_money(session->value.value * sittings);
    sum->low                       = quote_money(session->low.value * sittings);
    sum->high                      = quote_money(session->high.value * sittings);
    return sum;
}

// What was given is paid for, or owed, by itself.
static void say_to_come(struct planning *planning, int sittings) {
    const struct plan_price *price   = planning->plan->price;
    const char *const        pairs[] = {
               "n",     quote_number(part_treatments(planning), planning->arena),
               "all",   quote_number(sittings, planning->arena),
               "price", quantity_shown(price->to_come, PRICE_DIGITS, planning->arena),
               "total", quantity_shown(price->total, PRICE_DIGITS, planning->arena),
               NULL};
    planning_remark(planning, "plan.price_to_come",
                    planning_said(planning, "plan.price_to_come", pairs));
}

void price_course(struct planning *planning, int sittings) {
    if (!planning->plan->price->session) return;
    planning->plan->price->total = times(planning, sittings);
    int to_come                  = part_treatments(planning);
    if (to_come) planning->plan->price->to_come = times(planning, to_come);
    if (to_come && to_come < sittings) say_to_come(planning, sittings);
    planning_remark(planning, "plan.price_insurance",
                    load_saying(planning->view->knowledge, "plan.price_insurance"));
    if (!planning->price_until) return;
    say_validity(planning, "plan.price_valid");
    if (planning->n_dates && planning->dates[planning->n_dates - 1] > planning->price_until)
        say_validity(planning, "plan.price_later");
}

// ---- other ways ----

static struct quantity *listed(const struct planning *planning, double sum) {
    struct quote_basis basis    = {{0}, STATUS_DEFAULT};
    const double       range[3] = {sum, sum, sum};
    const char *sittings      = quote_number(planning->plan->series->chosen.value, planning->arena);
    const char *const pairs[] = {"n", sittings, NULL};
    view_add(&basis.sources, "clinic", planning->arena);
    struct quantity *price =
        quote_advice(planning->plan->price->total->unit, range, &basis, planning->arena);
    price->value = price->low = price->high = quote_money(sum);
    price->because = planning_said(planning, "plan.way_total_listed", pairs);
    return price;
}

// Our course with one more row of the list at each sitting.
static struct quantity *with_add_on(const struct planning *planning, const char *id) {
    const struct quantity     *total = planning->plan->price->total;
    const struct clinic_price *row   = row_of(planning, id, NULL);
    if (!total || !row || !view_has(&total->sources, "clinic")) return NULL;
    bool   is_in    = view_has(&planning->view->patient->agents, id);
    double sittings = planning->plan->series->chosen.value;
    return listed(planning, total->value.value + (is_in ? 0 : row->amount.value * sittings));
}

// The published price of a sitting for as many as are planned.
static struct quantity *published_course(const struct planning *planning, const struct way *way) {
    struct arena          *arena = planning->arena;
    const struct quantity *price = quote_figure(way->price, QUANTITY_ADVICE, "USD", arena);
    struct quote_basis     basis = {{0}, STATUS_DEFAULT};   // how many is our choice
    if (!price) return NULL;
    double       n        = planning->plan->series->chosen.value;
    const double range[3] = {price->value.value * n, price->low.value * n, price->high.value * n};
    const char *const pairs[] = {"n", quote_number(n, arena), NULL};
    quote_rest(&basis, &price->sources, price->status, arena);
    view_add(&basis.sources, "default", arena);
    struct quantity *total = quote_advice("USD", range, &basis, arena);
    total->because         = planning_said(planning, "plan.way_total_course", pairs);
    return total;
}

static struct quantity *with_device(const struct planning *planning, const struct way *way) {
    const struct quantity *total  = planning->plan->price->total;
    struct adding          adding = {0};
    if (!total) return NULL;
    if (!view_has(&total->sources, "clinic")) return published_course(planning, way);
    add_zones(planning, way->id, &adding);
    if (!is_complete(planning, &adding)) return published_course(planning, way);
    return listed(planning, sum_of(&adding) * planning->plan->series->chosen.value);
}

// A clinic's own figures may lack an end, or have them crossed.
static struct quantity *published(const struct planning *planning, const struct way *way) {
    struct arena          *arena = planning->arena;
    const struct quantity *price = quote_figure(way->price, QUANTITY_ADVICE, "USD", arena);
    const struct quantity *n     = quote_figure(way->sessions, QUANTITY_ADVICE, "1", arena);
    struct quote_basis     basis = {{0}, 0};
    if (!price || !n) return NULL;
    quote_rest(&basis, &price->sources, price->status, arena);
    quote_rest(&basis, &n->sources, n->status, arena);
    double            value    = price->value.value * n->value.value;
    double            low      = price->low.value * n->low.value;
    double            high     = price->high.value * n->high.value;
    const double      range[3] = {value, fmin(low, value), fmax(high, value)};
    const char *const pairs[]  = {"low", quote_number(n->low.value, arena), "high",
                                  quote_number(n->high.value, arena), NULL};
    struct quantity  *total    = quote_advice("USD", range, &basis, arena);
    total->because             = planning_said(planning, "plan.way_total_published", pairs);
    return total;
}

struct quantity *price_way(const struct planning *planning, const struct way *way) {
    const struct knowledge *knowledge = planning->view->knowledge;
    if (text_equal(way->id, "nothing")) {
        struct quote_basis basis    = {way->sources, way->status};
        const double       range[3] = {0, 0, 0};
        return quote_advice(*planning->currency ? planning->currency : "USD", range, &basis,
                            planning->arena);
    }
    if (load_agent(knowledge, way->id)) return with_add_on(planning, way->id);
    if (load_device(knowledge, way->id)) return with_device(planning, way);
    return published(planning, way);
}
