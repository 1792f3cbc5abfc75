// SPDX-License-Identifier: Apache-2.0
#include "face/report_care.h"

#include "face/figure.h"
#include "face/plain.h"
#include "face/said.h"

#include <math.h>

enum { PEOPLE = 100, ACROSS = 25, STEP = 14 };

// ---- risks ----

void report_care_people(struct report *r, const char *id, const char *title,
                        const struct quantity *share) {
    const char *band    = plain_band(share, r->arena);
    const char *pairs[] = {"value", plain_hundredths(share, r->arena), "band",
                           band ? band : plain_hundredths(share, r->arena), NULL};
    bool        is_band = share->low.is_known && share->high.is_known;
    double      from    = is_band ? share->low.value : share->value.value;
    int         low     = (int)lround(PEOPLE * from);
    int         high    = is_band ? (int)lround(PEOPLE * share->high.value) : low;
    const int   rows    = PEOPLE / ACROSS;
    figure_svg(r, id, "people", ACROSS * STEP, rows * STEP, title,
               report_filled(r, "page.people.told", pairs));
    for (int i = 0; i < PEOPLE; i++) {
        int         column = i % ACROSS, row = i / ACROSS;
        const char *kind = i < low ? "hit" : i < high ? "may" : "one";
        figure_circle(r, kind, STEP * column + STEP / 2.0, STEP * row + STEP / 2.0, 4.6);
    }
    figure_svg_end(r);
}

static void write_risk(struct report *r, const struct plan_risk *risk) {
    const char *label = report_label(r, "rates", risk->id);
    html_open(&r->html, "li", NULL);
    html_leaf(&r->html, "h3", label, NULL);
    if (risk->rate) {
        html_open(&r->html, "p", NULL);
        report_people(r, risk->rate);
        html_close(&r->html, "p");
        report_care_people(r, arena_format(r->arena, "risk-%s", risk->id), label, risk->rate);
    }
    html_open(&r->html, "p", NULL);
    html_text(&r->html, risk->because ? risk->because : report_said(r, "hole.figure"));
    html_text(&r->html, " ");
    if (risk->rate) report_evidence(r, &risk->rate->sources, risk->rate->grade, risk->rate->status);
    else report_evidence(r, &risk->sources, risk->grade, risk->status);
    html_close(&r->html, "p");
    html_close(&r->html, "li");
}

// The numbers behind the pictures.
static void write_rates(struct report *r) {
    const struct plan_risk *risks = r->plan->risks.items;
    struct report_table     table = {{report_said(r, "report.risks"), report_said(r, "page.people"),
                                      report_said(r, "page.origin")},
                                     3,
                                     0};
    figure_twin(r);
    report_table(r, &table, report_said(r, "page.people.caption"), true);
    for (int i = 0; i < r->plan->risks.n; i++) {
        const struct quantity *rate = risks[i].rate;
        if (!rate) continue;
        report_row(r, &table, report_label(r, "rates", risks[i].id));
        report_cell(r, &table);
        report_people(r, rate);
        report_cell_end(r);
        report_cell(r, &table);
        report_evidence(r, &rate->sources, rate->grade, rate->status);
        report_cell_end(r);
        report_row_end(r);
    }
    report_table_end(r);
    figure_twin_end(r);
}

// Those with a figure first.
void report_care_risks(struct report *r) {
    const struct plan_risk *risks    = r->plan->risks.items;
    bool                    has_rate = false;
    if (!r->plan->risks.n) return;
    report_section(r, "risks", report_said(r, "report.risks"));
    for (int i = 0; i < r->plan->risks.n; i++) has_rate = has_rate || risks[i].rate;
    if (has_rate) report_p(r, NULL, report_said(r, "page.people.key"));
    html_open(&r->html, "ul", "class", "risks", NULL);
    for (int rated = 1; rated >= 0; rated--)
        for (int i = 0; i < r->plan->risks.n; i++)
            if ((risks[i].rate != NULL) == rated) write_risk(r, &risks[i]);
    html_close(&r->html, "ul");
    if (has_rate) write_rates(r);
    html_close(&r->html, "section");
}

// ---- aftercare, when to call ----

static void write_line(struct report *r, struct report_table *table,
                       const struct plan_advice *advice) {
    report_row(r, table,
               advice->always ? report_said(r, "word.always") : report_date(r, advice->to.day));
    report_cell(r, table);
    html_text(&r->html, arena_format(r->arena, "%s ", advice->text));
    report_evidence(r, &advice->sources, advice->grade, advice->status);
    if (advice->because) report_p(r, "why", advice->because);
    report_cell_end(r);
    report_row_end(r);
}

// What ends first stands first.
static void write_advice(struct report *r, bool is_do) {
    const struct plan_advice *advice = r->plan->aftercare.items;
    const char               *what   = report_said(r, is_do ? "word.do" : "word.dont");
    struct report_table       table  = {{report_said(r, "page.until"), what}, 2, 0};
    date_day                  last   = 0;
    report_table(r, &table, what, false);
    for (int i = 0; i < r->plan->aftercare.n; i++) {
        date_day day = 0;
        for (int k = 0; k < r->plan->aftercare.n; k++)
            if (!advice[k].always && advice[k].to.day > last && (!day || advice[k].to.day < day))
                day = advice[k].to.day;
        for (int k = 0; k < r->plan->aftercare.n && day; k++)
            if (advice[k].is_do == is_do && !advice[k].always && advice[k].to.day == day)
                write_line(r, &table, &advice[k]);
        if (!day) break;
        last = day;
    }
    for (int i = 0; i < r->plan->aftercare.n; i++)
        if (advice[i].is_do == is_do && advice[i].always) write_line(r, &table, &advice[i]);
    report_table_end(r);
}

// When the channels are closed: what several lines wait for, said once.
static void write_closing(struct report *r) {
    const struct plan_advice *advice = r->plan->aftercare.items;
    for (int i = 0; i < r->plan->aftercare.n; i++) {
        if (!advice[i].closes) continue;
        html_open(&r->html, "p", "class", "why", NULL);
        html_text(&r->html, arena_format(r->arena, "%s: ", report_said(r, "aftercare.closed")));
        report_quantity(r, advice[i].closes);
        html_text(&r->html, arena_format(r->arena, " %s ", advice[i].closes->because));
        report_origin(r, advice[i].closes);
        html_close(&r->html, "p");
        return;
    }
}

static void write_spacing(struct report *r) {
    const struct plan_spacing *spacing = r->plan->spacing.items;
    if (!r->plan->spacing.n) return;
    report_fold(r, report_said(r, "spacing.heading"));
    report_p(r, NULL, report_said(r, "spacing.note"));
    html_open(&r->html, "ul", NULL);
    for (int i = 0; i < r->plan->spacing.n; i++) {
        html_open(&r->html, "li", NULL);
        html_text(&r->html, arena_format(r->arena, "%s ", spacing[i].text));
        report_evidence(r, &spacing[i].sources, spacing[i].grade, spacing[i].status);
        if (spacing[i].because) report_p(r, "why", spacing[i].because);
        html_close(&r->html, "li");
    }
    html_close(&r->html, "ul");
    report_fold_end(r);
}

static void write_meanwhile(struct report *r) {
    const struct plan_advice *advice = r->plan->meanwhile.items;
    report_section(r, "meanwhile", report_said(r, "report.meanwhile"));
    html_open(&r->html, "ul", NULL);
    for (int i = 0; i < r->plan->meanwhile.n; i++) {
        html_open(&r->html, "li", NULL);
        html_text(&r->html, arena_format(r->arena, "%s ", advice[i].text));
        report_evidence(r, &advice[i].sources, 0, 0);
        html_close(&r->html, "li");
    }
    html_close(&r->html, "ul");
    html_close(&r->html, "section");
}

void report_care_aftercare(struct report *r) {
    if (r->plan->meanwhile.n) write_meanwhile(r);
    if (!r->plan->aftercare.n) return;
    report_section(r, "aftercare", report_said(r, "heading.aftercare"));
    html_open(&r->html, "p", "class", "why", NULL);
    report_mark(r, QUANTITY_ADVICE);
    html_text(&r->html, arena_format(r->arena, " %s", report_said(r, "page.aftercare.note")));
    html_close(&r->html, "p");
    html_open(&r->html, "div", "class", "pair", NULL);
    write_advice(r, true);
    write_advice(r, false);
    html_close(&r->html, "div");
    write_closing(r);
    write_spacing(r);
    html_close(&r->html, "section");
}

void report_care_watch(struct report *r) {
    const struct plan_watch *watch = r->plan->watch.items;
    if (!r->plan->watch.n) return;
    report_section(r, "watch", report_said(r, "report.watch"));
    for (int i = 0; i < r->plan->watch.n; i++) {
        const char *level = watch[i].level;
        if (i == 0 || !text_equal(level, watch[i - 1].level)) {
            if (i) html_close(&r->html, "ul");
            const char *call = watch[i].call ? watch[i].call : report_label(r, "levels", level);
            html_leaf(&r->html, "h3", report_capital(r, call), "class", level, NULL);
            html_open(&r->html, "ul", "class", level, NULL);
        }
        html_leaf(&r->html, "li", watch[i].text, NULL);
    }
    html_close(&r->html, "ul");
    html_close(&r->html, "section");
}

// ---- other ways ----

// A price in all is a range; a middle of it would be nobody's price.
static void write_total(struct report *r, struct report_table *table,
                        const struct quantity *total) {
    report_cell(r, table);
    if (total) {
        html_text(&r->html,
                  arena_format(r->arena, "%s ", plain_range(total, r->knowledge, r->arena)));
        report_mark(r, total->kind);
    } else html_text(&r->html, "-");
    report_cell_end(r);
}

// What cannot be foretold has no middle value that stands out.
static void write_effect(struct report *r, struct report_table *table,
                         const struct quantity *effect) {
    const char *band = effect ? plain_band(effect, r->arena) : NULL;
    report_cell(r, table);
    if (!effect) html_text(&r->html, "-");
    else if (effect->predictable || !band) report_share(r, effect);
    else {
        const char *pairs[] = {"band", band, NULL};
        html_text(&r->html, arena_format(r->arena, "%s%s ", report_said(r, "page.months.not"),
                                         report_filled(r, "page.card.result_band", pairs)));
        report_mark(r, effect->kind);
    }
    report_cell_end(r);
}

void report_care_ways(struct report *r) {
    const struct plan_alternative *ways  = r->plan->alternatives.items;
    struct report_table            table = {
                   {report_said(r, "page.way"), report_said(r, "page.way.open"),
                    report_said(r, "page.way.effect"), report_said(r, "page.way.downtime"),
                    report_said(r, "page.way.total"), report_said(r, "page.way.know")},
                   6,
                   0};
    if (!r->plan->alternatives.n) return;
    report_section(r, "ways", report_said(r, "report.ways"));
    report_table(r, &table, report_said(r, "page.ways.caption"), true);
    for (int allowed = 1; allowed >= 0; allowed--)
        for (int i = 0; i < r->plan->alternatives.n; i++) {
            const struct plan_alternative *way = &ways[i];
            if (way->allowed != allowed) continue;
            report_row(r, &table, report_label(r, "options", way->id));
            report_cell_text(r, &table, report_said(r, allowed ? "page.yes" : "page.closed"));
            write_effect(r, &table, way->effect);
            report_cell_quantity(r, &table, way->downtime);
            write_total(r, &table, way->total);
            report_cell(r, &table);
            html_text(&r->html, arena_format(r->arena, "%s ", way->because));
            report_evidence(r, &way->sources, way->grade, way->status);
            report_cell_end(r);
            report_row_end(r);
        }
    report_table_end(r);
    html_close(&r->html, "section");
}

// ---- what is not settled, and sources ----

static void write_disputes(struct report *r, const struct list *list) {
    const struct plan_dispute *disputes = list->items;
    for (int i = 0; i < list->n; i++) {
        html_open(&r->html, "li", NULL);
        html_leaf(&r->html, "small", arena_format(r->arena, "%s ", disputes[i].id), NULL);
        html_text(&r->html, arena_format(r->arena, "%s ", disputes[i].text));
        report_evidence(r, &disputes[i].sources, 0, 0);
        html_close(&r->html, "li");
    }
}

void report_care_disagreement(struct report *r) {
    int n = r->plan->disagreement.n + (r->plan->series ? r->plan->series->disagreement.n : 0);
    if (!n) return;
    report_section(r, "disagreement", report_said(r, "report.disagreement"));
    html_open(&r->html, "ul", NULL);
    if (r->plan->series) write_disputes(r, &r->plan->series->disagreement);
    write_disputes(r, &r->plan->disagreement);
    html_close(&r->html, "ul");
    html_close(&r->html, "section");
}

void report_care_remarks(struct report *r) {
    const struct plan_remark *remarks = r->plan->remarks.items;
    if (!r->plan->remarks.n) return;
    report_section(r, "remarks", report_said(r, "report.remarks"));
    html_open(&r->html, "ul", NULL);
    for (int i = 0; i < r->plan->remarks.n; i++) {
        html_open(&r->html, "li", NULL);
        html_text(&r->html, arena_format(r->arena, "%s ", remarks[i].text));
        if (remarks[i].sources.n) report_evidence(r, &remarks[i].sources, 0, 0);
        html_close(&r->html, "li");
    }
    html_close(&r->html, "ul");
    html_close(&r->html, "section");
}

void report_care_sources(struct report *r) {
    const struct cited *cited   = r->plan->sources.items;
    const char         *pairs[] = {"n", arena_format(r->arena, "%d", r->plan->sources.n), NULL};
    if (!r->plan->sources.n) return;
    report_section(r, "sources", report_said(r, "heading.sources"));
    report_fold(r, report_filled(r, "page.sources.fold", pairs));
    html_open(&r->html, "ul", "class", "sources", NULL);
    for (int i = 0; i < r->plan->sources.n; i++) {
        html_open(&r->html, "li", "id", arena_format(r->arena, "source-%s", cited[i].key), NULL);
        html_leaf(&r->html, "b", cited[i].key, NULL);
        html_text(&r->html, arena_format(r->arena, " %s ", cited[i].text));
        html_leaf(&r->html, "small", said_evidence(cited[i].grade, cited[i].status, r->arena),
                  NULL);
        html_close(&r->html, "li");
    }
    html_close(&r->html, "ul");
    report_fold_end(r);
    html_close(&r->html, "section");
}
