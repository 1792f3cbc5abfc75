// SPDX-License-Identifier: Apache-2.0
#include "planner/spacing.h"

#include "planner/aftercare_line.h"
#include "planner/aftercare_scope.h"
#include "planner/part.h"
#include "planner/quote.h"

static bool is_known(const struct figure *figure) { return figure && figure->value.is_known; }

// When it may be: after the next sitting and before the one that follows; where the days do not
// suffice, or nobody says how many, after all of them. Returns the saying that tells it.
static const char *fill_days(const struct planning *planning, const struct spacing *row,
                             struct plan_spacing *out) {
    date_day next = part_next(planning), last = planning->dates[planning->n_dates - 1];
    if (!is_known(row->after))
        return is_known(row->before) ? "spacing.only_before" : "spacing.unknown";
    int      after = (int)row->after->value.value;
    date_day from  = planning->dates[0] + after;
    date_day to    = next && is_known(row->before) ? next - (int)row->before->value.value : 0;
    bool     fits  = next && to >= from;
    out->from.day  = fits || !next ? from : last + after;
    if (!fits) return next ? "spacing.not_between" : "spacing.after";
    out->to.day = to;
    return to == from ? "spacing.on" : "spacing.between";
}

static const char *text_of(const struct planning *planning, const struct spacing *row,
                           const char *id, const struct plan_spacing *one) {
    bool              has_days = is_known(row->before);
    const char *const pairs[]  = {
         "what", load_words(&row->label),
         "from", planning_date(planning, one->from.day),
         "to",   planning_date(planning, one->to.day),
         "days", has_days ? quote_number(row->before->value.value, planning->arena) : "",
         NULL};
    return planning_said(planning, id, pairs);
}

static bool belongs(const struct planning *planning, const struct spacing *row) {
    for (int i = 0; i < planning->n_zones; i++)
        if (!row->devices.n || aftercare_scope_is_kind(planning, i, &row->devices)) return true;
    return false;
}

void spacing_plan(struct planning *planning) {
    const struct spacing *all = planning->view->knowledge->all.spacings.items;
    planning->plan->spacing   = (struct list){NULL, 0, true};
    for (int i = 0; planning->n_dates && i < planning->view->knowledge->all.spacings.n; i++) {
        if (!belongs(planning, &all[i])) continue;
        struct plan_spacing one = {
            .id           = all[i].id,
            .procedures   = all[i].procedures,
            .before       = quote_figure(all[i].before, QUANTITY_ADVICE, "d", planning->arena),
            .after        = quote_figure(all[i].after, QUANTITY_ADVICE, "d", planning->arena),
            .because      = load_words(&all[i].because),
            .disagreement = aftercare_line_disputes(planning, &all[i].disagreement),
            .sources      = all[i].sources,
            .status       = all[i].status,
            .grade        = all[i].grade};
        const char *id = fill_days(planning, &all[i], &one);
        one.text       = text_of(planning, &all[i], id, &one);
        limits_add(&planning->plan->spacing, &one, sizeof one, planning->arena);
    }
}
