// SPDX-License-Identifier: Apache-2.0
#include "planner/aftercare_line.h"

#include "domain/words.h"
#include "engine/opening.h"
#include "planner/aftercare_scope.h"
#include "planner/priors.h"

#include <math.h>

enum { HOURS_PER_DAY = 24 };
enum { THREE_QUARTERS = 4 };   // index of 75 % in a band

struct window {
    double      from_h, to_h;
    double      minimum_h;    // the end that is cited for this person and plan
    const char *because;      // what makes it later than the line's own end
    bool        is_closing;   // the channels decide the end
};

// ---- when the channels are closed ----

enum status aftercare_line_closing_of(const struct planning         *planning,
                                      struct aftercare_line_closing *closing) {
    struct priors         priors = {planning->view->knowledge, planning->arena, planning->fault};
    bool                  is_covered = planning->limits->is_covered;
    struct quote_basis    unread     = {{0}, 0};
    struct engine_closure closure    = {0};
    *closing                         = (struct aftercare_line_closing){0};
    TRY(priors_closure(&priors, is_covered ? &unread : &closing->basis,
                       is_covered ? &closing->basis : &unread, &closure));
    TRY(opening_closed(&closure, is_covered, &closing->closed_h, planning->fault));
    closing->until_h = ceil(closing->closed_h.p[THREE_QUARTERS]);
    closing->because = load_saying(planning->view->knowledge,
                                   is_covered ? "aftercare.closes_covered" : "aftercare.closes");
    if (planning_deepest_mm(planning) > closure.depth_mm_known)
        closing->because =
            arena_format(planning->arena, "%s %s", closing->because,
                         load_saying(planning->view->knowledge, "plan.extrapolated"));
    return ST_OK;
}

// ---- from when until when ----

// A line holds from the day it begins in to the day it ends in: the sitting ends some time in the
// day.
static date_day day_from(date_day sitting, double hours) {
    return sitting + (int)(hours / HOURS_PER_DAY);
}

static date_day day_to(date_day sitting, double hours) {
    return sitting + (int)ceil(hours / HOURS_PER_DAY);
}

static bool is_sunny(const struct planning *planning, date_day from, date_day to) {
    for (date_day day = from; day <= to; day++)
        if (clinic_is_sunny(planning->view->clinic, day)) return true;
    return false;
}

static bool end_holds(const struct planning *planning, const struct limits_end *end,
                      date_day sitting) {
    return planning_deepest_mm(planning) >= end->depth_mm &&
           (!end->devices.n || aftercare_scope_has_device(planning, &end->devices)) &&
           (!end->agents.n || aftercare_scope_has_agent(planning, &end->agents)) &&
           (!end->in_strong_sun || is_sunny(planning, sitting, day_to(sitting, end->to_h)));
}

// Without the line it may have to wait for.
static struct window own_window(const struct planning               *planning,
                                const struct aftercare_line_closing *closing, int at,
                                date_day sitting) {
    const struct limits_advice *advice =
        (const struct limits_advice *)planning->limits->advice.items + at;
    const struct limits_end *ends   = advice->ends.items;
    struct window            window = {.from_h = advice->from_h, .minimum_h = advice->to_h};
    for (int i = 0; i < advice->ends.n; i++) {
        if (!(ends[i].to_h > window.minimum_h) || !end_holds(planning, &ends[i], sitting)) continue;
        window.minimum_h = ends[i].to_h;
        window.because   = ends[i].because;
    }
    window.is_closing = advice->is_until_closed && closing->until_h > window.minimum_h;
    window.to_h       = window.is_closing ? closing->until_h : window.minimum_h;
    return window;
}

static int line_at(const struct planning *planning, const char *id) {
    const struct limits_advice *all = planning->limits->advice.items;
    for (int i = 0; i < planning->limits->advice.n; i++)
        if (text_equal(all[i].id, id)) return i;
    return -1;
}

static struct window window_of(const struct planning               *planning,
                               const struct aftercare_line_closing *closing, int at,
                               date_day sitting) {
    const struct advice *row =
        (const struct advice *)planning->view->knowledge->all.advice.items + at;
    struct window window = own_window(planning, closing, at, sitting);
    int           before = row->after ? line_at(planning, row->after) : -1;
    if (before >= 0) {
        struct window first = own_window(planning, closing, before, sitting);
        window.from_h       = fmax(window.from_h, first.to_h);
    }
    window.to_h = fmax(window.to_h, window.from_h);
    return window;
}

// ---- in words ----

static const char *hours_said(const struct planning *planning, double hours) {
    return quote_number(hours, planning->arena);
}

// The first hours are those in which nothing of one's own goes on.
static const char *text_of(const struct planning               *planning,
                           const struct aftercare_line_closing *closing, const char *text,
                           const struct window *window, date_day sitting) {
    int           at      = line_at(planning, "only_ours");
    struct window first   = at < 0 ? *window : own_window(planning, closing, at, sitting);
    const char   *pairs[] = {"hours",       hours_said(planning, window->to_h),
                             "first_hours", hours_said(planning, first.to_h),
                             "until",       planning_date(planning, day_to(sitting, window->to_h)),
                             "first",       planning_date(planning, day_to(sitting, first.to_h)),
                             NULL};
    return load_filled(text, pairs, planning->arena);
}

static void add_piece(struct text *out, const char *piece) {
    if (piece && *piece) text_addf(out, "%s%s", out->n ? " " : "", piece);
}

static bool asks_for_season(const struct advice *row) {
    const struct advice_variant *variants = row->variants.items;
    for (int i = 0; i < row->variants.n; i++)
        if (variants[i].strong_sun == FIELD_BOOL_TRUE) return true;
    return false;
}

static const char *because_of(const struct planning *planning, const struct advice *row,
                              const struct window *window) {
    const struct knowledge *knowledge = planning->view->knowledge;
    const char *const       pairs[] = {"minimum", hours_said(planning, window->minimum_h), "hours",
                                       hours_said(planning, window->to_h), NULL};
    struct text             out     = text_new(planning->arena);
    add_piece(&out, load_words(&row->because));
    add_piece(&out, window->because);
    if (window->is_closing)
        add_piece(&out, planning_said(planning, "aftercare.until_closed", pairs));
    if (asks_for_season(row) && !planning->view->clinic->strong_sun)
        add_piece(&out, load_saying(knowledge, "aftercare.no_season"));
    return out.n ? out.data : NULL;
}

struct list aftercare_line_disputes(const struct planning *planning, const struct names *ids) {
    const struct dispute *all = planning->view->knowledge->all.disputes.items;
    struct list           out = {NULL, 0, true};
    for (int i = 0; i < planning->view->knowledge->all.disputes.n; i++) {
        if (!view_has(ids, all[i].id)) continue;
        struct plan_dispute one = quote_dispute(&all[i]);
        limits_add(&out, &one, sizeof one, planning->arena);
    }
    return out;
}

// ---- the line ----

static struct quantity *advised(const struct planning *planning, const struct quote_basis *basis,
                                const double range[3], int grade) {
    struct quantity *quantity = quote_advice("h", range, basis, planning->arena);
    quantity->grade           = grade;
    return quantity;
}

static void add_hours(const struct planning *planning, const struct aftercare_line_closing *closing,
                      const struct limits_advice *advice, const struct window *window,
                      struct plan_advice *line) {
    struct quote_basis basis    = {{0}, 0};
    double             cited    = window->minimum_h;
    double             least    = advice->said_least_h > 0 ? advice->said_least_h : cited;
    const double       range[3] = {cited, fmin(least, cited), fmax(advice->said_most_h, cited)};
    const double       lasts[3] = {window->to_h, window->to_h, window->to_h};
    quote_rest(&basis, &advice->sources, advice->status, planning->arena);
    line->minimum = advised(planning, &basis, range, advice->grade);
    if (advice->is_until_closed) {
        line->closes = quote_band("h", &closing->closed_h, &closing->basis, planning->arena);
        line->closes->because = closing->because;
    }
    if (window->is_closing)
        quote_rest(&basis, &closing->basis.sources, closing->basis.status, planning->arena);
    line->lasts = advised(planning, &basis, lasts, window->is_closing ? GRADE_D : advice->grade);
}

struct plan_advice aftercare_line_of(const struct planning               *planning,
                                     const struct aftercare_line_closing *closing, int at,
                                     date_day sitting) {
    const struct limits_advice *advice =
        (const struct limits_advice *)planning->limits->advice.items + at;
    const struct advice *row =
        (const struct advice *)planning->view->knowledge->all.advice.items + at;
    struct window      window = window_of(planning, closing, at, sitting);
    const char        *text   = text_of(planning, closing, advice->text, &window, sitting);
    struct plan_advice line   = {.id      = advice->id,
                                 .text    = text,
                                 .is_do   = advice->is_do,
                                 .from    = {day_from(sitting, window.from_h), 0},
                                 .to      = {day_to(sitting, window.to_h), 0},
                                 .always  = advice->is_always,
                                 .sources = advice->sources,
                                 .because = because_of(planning, row, &window),
                                 .status  = advice->status,
                                 .grade   = advice->grade};
    line.disagreement         = aftercare_line_disputes(planning, &row->disagreement);
    if (!line.always) add_hours(planning, closing, advice, &window, &line);
    return line;
}
