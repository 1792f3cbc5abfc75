// SPDX-License-Identifier: Apache-2.0
#include "face/report_cards.h"

#include "face/plain.h"
#include "face/said.h"

enum { RESULTS = 3 };   // lines of the card of results

static void card_open(struct report *r, const char *heading) {
    html_open(&r->html, "div", "class", "card", NULL);
    html_leaf(&r->html, "h3", heading, NULL);
}

// ---- dates ----

static void write_line(struct report *r, const char *label, date_day day, const char *text,
                       bool is_strong) {
    html_open(&r->html, "li", NULL);
    html_leaf(&r->html, "span", label, "class", "what", NULL);
    html_text(&r->html, " ");
    html_leaf(&r->html, is_strong ? "b" : "span", report_date(r, day), "class", "date", NULL);
    if (text) html_text(&r->html, arena_format(r->arena, ": %s", text));
    html_close(&r->html, "li");
}

static int count_of(const struct report *r, int status, date_day *last) {
    const struct plan_session *sessions = r->plan->sessions.items;
    int                        n        = 0;
    for (int i = 0; i < r->plan->sessions.n; i++) {
        if (sessions[i].status != status) continue;
        if (sessions[i].date.day > *last) *last = sessions[i].date.day;
        n += !(sessions[i].part.value > 1);   // the visits of one treatment count once
    }
    return n;
}

// The first entry of a kind from today on.
static const struct plan_day *next_of(const struct report *r, int kind) {
    const struct plan_day *days = r->plan->calendar.items;
    for (int i = 0; i < r->plan->calendar.n; i++)
        if (days[i].kind == kind && days[i].date.day >= r->plan->reply.on.day) return &days[i];
    return NULL;
}

// The next look at the result: what is read before or with the first sitting is a test spot.
static const struct plan_day *review_of(const struct report *r) {
    const struct plan_day *days = r->plan->calendar.items, *sitting = next_of(r, DAY_SESSION);
    date_day               from = sitting ? sitting->date.day + 1 : r->plan->reply.on.day;
    for (int i = 0; i < r->plan->calendar.n; i++)
        if (days[i].kind == DAY_REVIEW && days[i].date.day >= from) return &days[i];
    return NULL;
}

static void write_kind(struct report *r, int kind, const char *id) {
    const struct plan_day *day = kind == DAY_REVIEW ? review_of(r) : next_of(r, kind);
    if (day) write_line(r, report_said(r, id), day->date.day, NULL, false);
}

static const char *text_on(const struct report *r, date_day date) {
    const struct plan_day *days = r->plan->calendar.items;
    for (int i = 0; i < r->plan->calendar.n; i++)
        if (days[i].kind == DAY_SESSION && days[i].date.day == date) return days[i].text;
    return NULL;
}

static void write_count(struct report *r, int planned, int given) {
    const char *pairs[] = {"planned", arena_format(r->arena, "%d", planned), "given",
                           arena_format(r->arena, "%d", given), NULL};
    if (planned + given == 0) return;
    html_leaf(&r->html, "li",
              report_filled(r,
                            !given     ? "page.card.planned"
                            : !planned ? "page.card.given"
                                       : "page.card.planned_given",
                            pairs),
              NULL);
}

static void write_waits(struct report *r) {
    const struct plan_remark  *remarks = r->plan->remarks.items;
    const struct plan_numbing *numbing = r->plan->numbing;
    if (report_next(r) && numbing && numbing->parts.value > 1) {
        const char *pairs[] = {"n", arena_format(r->arena, "%g", numbing->parts.value), NULL};
        html_leaf(&r->html, "li", report_filled(r, "page.card.visits", pairs), "class", "waits",
                  NULL);
    }
    for (int i = 0; i < r->plan->remarks.n; i++)
        if (text_starts(remarks[i].id, "plan.waits"))
            html_leaf(&r->html, "li", remarks[i].text, "class", "waits", NULL);
}

static void card_dates(struct report *r) {
    const struct plan_session *next = report_next(r);
    date_day                   last = 0, ended = 0;
    int planned = count_of(r, SESSION_PLANNED, &last), given = count_of(r, SESSION_GIVEN, &ended);
    card_open(r, report_said(r, "heading.dates"));
    if (!next) report_p(r, NULL, report_said(r, "page.no_sitting"));
    html_open(&r->html, "ul", "class", "dates", NULL);
    if (next)
        write_line(r, report_said(r, "page.card.next"), next->date.day, text_on(r, next->date.day),
                   true);
    write_count(r, planned, given);
    if (planned > 1) write_line(r, report_said(r, "page.card.last"), last, NULL, false);
    if (!planned && given) write_line(r, report_said(r, "page.card.last"), ended, NULL, false);
    if (next || given) write_kind(r, DAY_REVIEW, next ? "page.card.judge" : "page.card.review");
    write_waits(r);
    html_close(&r->html, "ul");
    html_close(&r->html, "div");
}

// ---- after a treatment ----

date_day report_cards_make_up(const struct report *r) {
    const struct plan_course_day *days = r->plan->course->days.items;
    for (int i = 0; i < r->plan->course->days.n; i++)
        if (text_equal(days[i].make_up, "yes")) return days[i].date.day;
    return 0;
}

// Three of four people, as the limits are held.
static void write_most(struct report *r, const struct quantity *days) {
    struct quantity most    = {.unit = days->unit, .value = days->p[4]};
    const char     *pairs[] = {"days", plain_shown(&most, r->knowledge, r->arena), NULL};
    if (days->p[4].is_known) report_p(r, NULL, report_filled(r, "page.card.most", pairs));
}

static void card_after(struct report *r) {
    const struct plan_risk *risks   = r->plan->risks.items;
    const struct quantity  *days    = r->plan->course->downtime;
    date_day                make_up = report_cards_make_up(r);
    card_open(r, report_said(r, "page.card.after"));
    if (days && report_next(r)) {
        report_p(r, NULL, report_said(r, "page.card.red"));
        html_open(&r->html, "p", "class", "big", NULL);
        report_quantity(r, days);
        html_close(&r->html, "p");
        write_most(r, days);
    }
    for (int i = 0; i < r->plan->risks.n && !days && report_next(r); i++)
        if (text_equal(risks[i].id, "redness") && risks[i].because)
            report_p(r, NULL, risks[i].because);
    if (make_up) {
        const char *pairs[] = {"date", report_date(r, make_up), NULL};
        html_open(&r->html, "p", NULL);
        html_text(&r->html,
                  arena_format(r->arena, "%s ", report_filled(r, "page.card.make_up", pairs)));
        report_mark(r, QUANTITY_ADVICE);
        html_close(&r->html, "p");
    }
    if (!report_next(r)) report_p(r, NULL, report_said(r, "page.no_sitting"));
    html_close(&r->html, "div");
}

// ---- result ----

// A middle value stands out only where the result can be foretold.
static void write_result(struct report *r, const struct plan_month *m) {
    const struct quantity *q = &m->improvement;
    html_open(&r->html, "p", NULL);
    html_text(&r->html,
              arena_format(r->arena, "%s: ", report_label(r, "indications", m->indication)));
    if (q->predictable && q->value.is_known) report_share(r, q);
    else {
        const char *band = q->value.is_known ? plain_band(q, r->arena) : NULL;
        html_text(&r->html, report_said(r, "page.months.not"));
        if (band) {
            const char *pairs[] = {"band", band, NULL};
            html_text(&r->html, arena_format(r->arena, "%s ",
                                             report_filled(r, "page.card.result_band", pairs)));
            report_mark(r, q->kind);
        }
    }
    html_close(&r->html, "p");
}

// Of each use the last month that is reckoned.
static bool is_last_of_use(const struct report *r, int at) {
    const struct plan_month *months = r->plan->course->months.items;
    for (int i = at + 1; i < r->plan->course->months.n; i++)
        if (text_equal(months[i].indication, months[at].indication)) return false;
    return true;
}

// What was measured of this person last.
static const struct plan_seen *latest_seen(const struct report *r) {
    const struct plan_seen *seen = r->plan->seen.items, *latest = NULL;
    for (int i = 0; i < r->plan->seen.n; i++)
        if (!latest || seen[i].date.day > latest->date.day) latest = &seen[i];
    return latest;
}

static void card_result(struct report *r) {
    const struct plan_month *months = r->plan->course->months.items;
    const struct plan_day   *judge  = review_of(r);
    const struct plan_seen  *latest = latest_seen(r);
    int                      n      = 0;
    card_open(r, report_said(r, "page.card.result"));
    for (int i = 0; i < r->plan->course->months.n; i++)
        if (is_last_of_use(r, i) && n++ < RESULTS) write_result(r, &months[i]);
    if (!n) report_p(r, NULL, report_said(r, "page.result.none"));
    if (latest) report_p(r, NULL, latest->text);
    if (n && judge && report_next(r)) {
        const char *pairs[] = {"date", report_date(r, judge->date.day), NULL};
        report_p(r, NULL, report_filled(r, "page.card.not_before", pairs));
    }
    if (n) {
        html_open(&r->html, "p", NULL);
        html_leaf(&r->html, "a", report_said(r, "page.card.why"), "href", "#follows", NULL);
        html_close(&r->html, "p");
    }
    html_close(&r->html, "div");
}

// ---- price ----

static void write_price(struct report *r, const struct quantity *price, const char *id) {
    html_open(&r->html, "p", NULL);
    report_quantity(r, price);
    html_text(&r->html, arena_format(r->arena, " %s", report_said(r, id)));
    html_close(&r->html, "p");
}

// What is still to be paid stands out; of a course that is over there is nothing.
static void card_price(struct report *r) {
    const struct plan_price *price  = r->plan->price;
    const struct quantity   *due    = price->to_come ? price->to_come : price->total;
    bool                     is_due = due && report_next(r);
    card_open(r, report_said(r, "heading.price"));
    if (!price->session && !is_due) report_p(r, NULL, report_said(r, "page.price.none"));
    if (is_due) {
        html_open(&r->html, "p", "class", "big", NULL);
        report_quantity(r, due);
        html_close(&r->html, "p");
        report_p(r, NULL,
                 report_said(r, price->to_come ? "page.card.to_come" : "page.price.total"));
    }
    if (is_due && price->to_come && price->total &&
        price->total->value.value != price->to_come->value.value)
        write_price(r, price->total, "page.price.total");
    if (price->session) write_price(r, price->session, "page.price.session");
    if (price->session) {
        html_open(&r->html, "p", NULL);
        report_evidence(r, &price->session->sources, price->session->grade, price->session->status);
        html_close(&r->html, "p");
    }
    html_close(&r->html, "div");
}

static void write_conflicts(struct report *r) {
    const struct plan_clash *clashes = r->plan->clashes.items;
    if (!r->plan->clashes.n) return;
    report_p(r, "lead", report_said(r, "report.conflicts"));
    html_open(&r->html, "ul", "class", "warn", NULL);
    for (int i = 0; i < r->plan->clashes.n; i++) {
        const char *pairs[] = {"ways", clashes[i].way_out, NULL};
        html_leaf(
            &r->html, "li",
            arena_format(r->arena, "%s %s", clashes[i].text, report_filled(r, "clash.ways", pairs)),
            NULL);
    }
    html_close(&r->html, "ul");
}

void report_cards(struct report *r) {
    report_section(r, "glance", report_said(r, "page.glance"));
    write_conflicts(r);
    html_open(&r->html, "div", "class", "cards", NULL);
    card_dates(r);
    card_after(r);
    card_result(r);
    card_price(r);
    html_close(&r->html, "div");
    html_close(&r->html, "section");
}
