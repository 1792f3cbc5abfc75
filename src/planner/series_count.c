// SPDX-License-Identifier: Apache-2.0
#include "planner/series_count.h"

#include "planner/quote.h"

#include <math.h>

#define SERIES_MONEY_SLACK 1e-9

static int whole(const struct amount *amount, int otherwise) {
    return amount->is_known ? (int)amount->value : otherwise;
}

// ---- the number ----

// Treatments that the budget pays; -1: there is no budget, or no price in its currency.
static int paid_by(const struct planning *planning) {
    const struct money *budget = &planning_wishes(planning)->budget;
    if (!*budget->currency || !(planning->price_high > 0) ||
        !text_equal(planning->currency, budget->currency))
        return -1;
    double paid = floor(budget->value / planning->price_high + SERIES_MONEY_SLACK);
    return (int)fmin(fmax(paid, 0), 2 * LIMIT_SITTINGS);
}

struct series_count series_count_of(const struct planning *planning, bool is_unasked) {
    const struct patient_limits *wishes = planning_wishes(planning);
    const struct quantity       *advice = planning->limits->series.count;
    int                          start  = (int)advice->value.value;
    int                 asked = is_unasked ? 0 : whole(&planning_asked(planning)->sessions, 0);
    struct series_count count = {.most  = whole(&wishes->sessions_max, LIMIT_SITTINGS),
                                 .least = whole(&wishes->sessions_min, 0),
                                 .asked = asked == start ? 0 : asked,
                                 .paid  = -1};
    count.target              = count.asked ? count.asked : start;
    count.needed              = count.least ? count.least : (int)advice->low.value;
    if (count.asked) count.needed = count.asked;
    if (count.target < count.least) count.target = count.least;
    if (count.target > count.most) count.target = count.most;
    count.unpaid      = count.target;
    count.is_complete = planning->limits->dates.given >= count.target;
    if (count.is_complete) return count;   // nothing is left to pay, or to cut down
    count.paid = paid_by(planning);
    if (count.paid >= 0 && count.paid < count.target) count.target = count.paid;
    if (count.target > LIMIT_SITTINGS) count.target = LIMIT_SITTINGS;
    return count;
}

// ---- what to say of it ----

static void say_number(struct planning *planning, const char *id, int n, int wanted) {
    const char *const pairs[] = {"n", quote_number(n, planning->arena), "wanted",
                                 quote_number(wanted, planning->arena), NULL};
    planning_remark(planning, id, planning_said(planning, id, pairs));
}

// More than the advice, or fewer.
static void say_asked(struct planning *planning, const struct series_count *count) {
    int advised = (int)planning->limits->series.count->value.value;
    if (!count->asked) return;
    say_number(planning, count->asked > advised ? "plan.asked_more" : "plan.asked_fewer",
               count->asked, advised);
}

static void clash_asked(struct planning *planning, const struct series_count *count) {
    if (!count->asked) return;
    if (count->asked > count->most) planning_clash(planning, "settings.sessions", "sessions_max");
    if (count->asked < count->least) planning_clash(planning, "settings.sessions", "sessions_min");
    if (count->asked < planning->limits->dates.given)
        planning_clash(planning, "settings.sessions", "given");
}

static void say_wished(struct planning *planning, const struct series_count *count) {
    const struct quantity *advice = planning->limits->series.count;
    int                    before = count->asked ? count->asked : (int)advice->value.value;
    if (count->least > advice->high.value && count->least <= count->most)
        say_number(planning, "plan.more_wished", count->least, (int)advice->high.value);
    if (before < count->least) before = count->least;
    if (before > count->most && count->most < advice->low.value)
        say_number(planning, "plan.fewer_wished", count->most, (int)advice->low.value);
    if (count->least > count->most) planning_clash(planning, "sessions_max", "sessions_min");
}

static void say_budget(struct planning *planning, const struct series_count *count) {
    const struct patient_limits *wishes = planning_wishes(planning);
    if (count->is_complete || !*wishes->budget.currency) return;
    if (count->paid < 0) {
        planning_remark(planning, "plan.budget_unchecked",
                        load_saying(planning->view->knowledge, "plan.budget_unchecked"));
        return;
    }
    if (count->paid >= count->unpaid) return;
    const struct quantity *price    = planning->plan->price->session;
    bool                   is_range = price->value.value < price->high.value;
    say_number(planning, is_range ? "plan.fewer_budget_high" : "plan.fewer_budget", count->paid,
               count->unpaid);
    if (count->target >= count->needed || count->target >= count->most) return;
    if (count->asked) planning_clash(planning, "settings.sessions", "budget");
    else planning_clash(planning, "budget", "sessions_min");
}

void series_count_say(struct planning *planning, const struct series_count *count) {
    say_asked(planning, count);
    say_wished(planning, count);
    clash_asked(planning, count);
    say_budget(planning, count);
}
