// SPDX-License-Identifier: Apache-2.0
#include "face/sheet.h"

#include "face/report.h"
#include "face/report_care.h"
#include "face/sheet_care.h"
#include "face/sheet_find.h"
#include "face/sheet_part.h"

#include <string.h>

enum { LABEL_COLUMNS = 22, LONG_BYTES = 5700, FULL_BYTES = 6600 };

// ---- result, price, other ways, questions, rights ----

// What was measured is no expectation: it stands by itself, in the words of a reader.
static void add_seen(struct sheet *sheet, const struct report *r) {
    const struct plan_seen *seen = r->plan->seen.items;
    date_day                first =
        r->plan->sessions.n ? ((struct plan_session *)r->plan->sessions.items)->date.day : 0;
    if (sheet_part_state(r) == SHEET_NONE || !r->plan->seen.n) return;
    sheet_part_add(sheet, SHEET_PART, "seen", report_said(r, "sheet.seen"));
    for (int i = 0; i < r->plan->seen.n; i++) {
        const char *words   = sheet_part_label(r, "sheet_scale", seen[i].scale);
        const char *scale   = words ? words : report_label(r, "scales", seen[i].scale);
        bool        is_from = seen[i].start.is_known;
        bool        before  = first && seen[i].date.day <= first;
        const char *pairs[] = {"zone",  report_label(r, "zones", seen[i].zone),
                               "value", arena_format(r->arena, "%g", seen[i].value.value),
                               "start", arena_format(r->arena, "%g", seen[i].start.value),
                               "date",  report_date(r, seen[i].date.day),
                               "scale", arena_format(r->arena, "%s.", scale),
                               NULL};
        const char *id      = is_from  ? "sheet.seen.from"
                              : before ? "sheet.seen.before"
                                       : "sheet.seen.after";
        sheet_part_add(sheet, SHEET_TEXT, NULL, report_filled(r, id, pairs));
    }
}

static void add_result(struct sheet *sheet, const struct report *r) {
    if (sheet_part_state(r) == SHEET_NONE) return;
    sheet_part_add(sheet, SHEET_PART, "result", report_said(r, "sheet.result"));
    static const char *const results[] = {"plan.result_acne", "plan.result_wait",
                                          "plan.result_course"};
    for (int i = 0; i < 3; i++) sheet_part_remarks(sheet, r, results[i]);
    sheet_part_remarks(sheet, r, "result.");
    sheet_part_remarks(sheet, r, "plan.off_label_use");
    sheet_part_remarks(sheet, r, "plan.off_label_age");
    sheet_part_add(sheet, SHEET_TEXT, NULL, report_said(r, "safety.settings"));
}

static bool is_told(const struct report *r, const char *remark) {
    const struct plan_remark *remarks = r->plan->remarks.items;
    for (int i = 0; i < r->plan->remarks.n; i++)
        if (text_equal(remarks[i].id, remark)) return true;
    return false;
}

// Only of what is to come.
static void add_price(struct sheet *sheet, const struct report *r) {
    const struct plan_price *price = r->plan->price;
    const struct quantity   *one   = price->total ? price->total : price->session;
    if (!one || !report_next(r)) return;
    const char *n =
        r->plan->series ? arena_format(r->arena, "%g", r->plan->series->chosen.value) : "";
    const char *pairs[] = {"price", quantity_shown(one, REPORT_DIGITS, r->arena), "n", n, NULL};
    sheet_part_add(sheet, SHEET_PART, "price", report_said(r, "heading.price"));
    if (!is_told(r, "plan.price_to_come"))   // which tells of both
        sheet_part_add(sheet, SHEET_TEXT, NULL,
                       report_filled(r, price->total ? "sheet.price" : "sheet.price_one", pairs));
    sheet_part_remarks(sheet, r, "plan.price");
    sheet_part_add(sheet, SHEET_TEXT, NULL, report_said(r, "sheet.price.more"));
}

// A way that nobody screened is not named while anything is closed.
static bool is_named(const struct report *r, const struct plan_alternative *way) {
    bool is_open = way->screened || !r->plan->screening->closed.n;
    return way->allowed && is_open && !text_equal(way->id, "nothing");
}

// Each way with what must be said beside it.
static void add_ways(struct sheet *sheet, const struct report *r) {
    const struct plan_alternative *ways = r->plan->alternatives.items;
    bool                           any  = false;
    for (int i = 0; i < r->plan->alternatives.n; i++) {
        if (!is_named(r, &ways[i])) continue;
        if (!any) sheet_part_add(sheet, SHEET_MORE, "more", report_said(r, "sheet.more"));
        any              = true;
        const char *name = report_label(r, "options", ways[i].id);
        const char *said = sheet_part_label(r, "sheet_way", ways[i].id);
        sheet_part_add(sheet, SHEET_ITEM, NULL,
                       said ? arena_format(r->arena, "%s. %s", name, said) : name);
    }
}

static void add_all(struct sheet *sheet, const struct report *r, const char *const *ids) {
    for (; *ids; ids++) sheet_part_add(sheet, SHEET_TEXT, NULL, report_said(r, *ids));
}

static void add_choice(struct sheet *sheet, const struct report *r) {
    static const char *const meanwhile[] = {"sheet.shade", "sheet.no_home", NULL};
    static const char *const planned[]   = {"sheet.ways",   "rights.stop",     "rights.photos",
                                            "rights.think", "sheet.questions", NULL};
    static const char *const none[]      = {"sheet.wait", "rights.photos", "rights.think", NULL};
    const bool               is_planned  = report_next(r) != NULL;
    if (sheet_part_state(r) == SHEET_NONE) {
        sheet_part_add(sheet, SHEET_PART, "meanwhile", report_said(r, "sheet.meanwhile"));
        add_all(sheet, r, meanwhile);
    }
    sheet_part_add(sheet, SHEET_PART, "choice", report_said(r, "sheet.choice"));
    add_all(sheet, r, is_planned ? planned : none);
    if (is_planned) add_ways(sheet, r);
}

void sheet_make(struct sheet *sheet, struct report *r) {
    *sheet = (struct sheet){.arena = r->arena};
    sheet_find_head(sheet, r);
    sheet_find_found(sheet, r);
    sheet_find_what(sheet, r);
    sheet_find_dates(sheet, r);
    sheet_care_look(sheet, r);
    sheet_care_advice(sheet, r);
    sheet_care_watch(sheet, r);
    sheet_care_risks(sheet, r);
    add_seen(sheet, r);
    add_result(sheet, r);
    add_price(sheet, r);
    add_choice(sheet, r);
    sheet_part_add(sheet, SHEET_FOOT, NULL, report_said(r, "disclaimer"));
}

// ---- shown ----

void sheet_text(const struct sheet *sheet, struct page *page) {
    for (int i = 0; i < sheet->n; i++) {
        const struct sheet_block *b = &sheet->blocks[i];
        switch (b->kind) {
        case SHEET_TITLE: page_heading(page, b->text); break;
        case SHEET_WARN: page_marked(page, 0, PAGE_CARE, b->text); break;
        case SHEET_CALL: page_marked(page, 0, PAGE_BOLD, b->text); break;
        case SHEET_PART:
        case SHEET_MORE: page_heading(page, b->text); break;
        case SHEET_TEXT: page_text(page, 2, b->text); break;
        case SHEET_ITEM: page_pair(page, 2, 2, PAGE_PLAIN, "-", b->text); break;
        case SHEET_PAIR: page_pair(page, 2, LABEL_COLUMNS, PAGE_BOLD, b->label, b->text); break;
        case SHEET_URGENT: page_marked(page, 2, PAGE_STOP, b->text); break;
        case SHEET_PEOPLE: page_pair(page, 2, LABEL_COLUMNS, PAGE_BOLD, b->label, b->text); break;
        case SHEET_FOOT:
            page_gap(page);
            page_marked(page, 0, PAGE_DIM, b->text);
            break;
        }
    }
}

static void show_people(struct report *r, const struct sheet_block *b, int at) {
    html_open(&r->html, "div", "class", "person-risk", NULL);
    html_open(&r->html, "p", NULL);
    html_leaf(&r->html, "b", b->label, NULL);
    html_text(&r->html, arena_format(r->arena, ": %s", b->text));
    html_close(&r->html, "p");
    report_care_people(r, arena_format(r->arena, "people-%d", at), b->label, b->share);
    html_close(&r->html, "div");
}

static const char *list_of(enum sheet_kind kind) {
    return kind == SHEET_ITEM ? "ul" : kind == SHEET_PAIR ? "dl" : NULL;
}

static void show_block(struct report *r, const struct sheet_block *b, int at) {
    switch (b->kind) {
    case SHEET_TITLE: html_leaf(&r->html, "h1", b->text, NULL); break;
    case SHEET_WARN: report_p(r, "warn", b->text); break;
    case SHEET_CALL: report_p(r, "call", b->text); break;
    case SHEET_PART:   // no report_section: the sheet has no contents to lead back to
        html_open(&r->html, "section", "id", b->label, NULL);
        html_leaf(&r->html, "h2", b->text, NULL);
        break;
    case SHEET_MORE:
        html_open(&r->html, "details", "id", b->label, NULL);
        html_leaf(&r->html, "summary", b->text, NULL);
        break;
    case SHEET_TEXT: report_p(r, NULL, b->text); break;
    case SHEET_ITEM: html_leaf(&r->html, "li", b->text, NULL); break;
    case SHEET_PAIR:
        html_leaf(&r->html, "dt", b->label, NULL);
        html_leaf(&r->html, "dd", b->text, NULL);
        break;
    case SHEET_URGENT: html_leaf(&r->html, "h3", b->text, "class", b->label, NULL); break;
    case SHEET_PEOPLE: show_people(r, b, at); break;
    case SHEET_FOOT: report_p(r, "disclaimer", b->text); break;
    }
}

// The element a block stands in and its part: a section, or a fold.
static const char *part_of(enum sheet_kind kind) {
    return kind == SHEET_PART ? "section" : kind == SHEET_MORE ? "details" : NULL;
}

// How large it is printed, so that it fills one side of paper and no more.
static const char *class_of(const struct sheet *sheet, const struct report *r) {
    size_t n_bytes = 0;
    for (int i = 0; i < sheet->n; i++) {
        const struct sheet_block *b = &sheet->blocks[i];
        n_bytes += (b->label ? strlen(b->label) : 0) + (b->text ? strlen(b->text) : 0);
    }
    if (!report_next(r)) return "person short";
    if (n_bytes > FULL_BYTES) return "person long full";
    return n_bytes > LONG_BYTES ? "person long" : "person";
}

const char *sheet_page(const struct sheet *sheet, struct report *r, ptrdiff_t *n) {
    const char *part = NULL;
    report_begin(r, class_of(sheet, r), report_said(r, "sheet.window"));
    html_open(&r->html, "main", NULL);
    for (int i = 0; i < sheet->n; i++) {
        const struct sheet_block *b      = &sheet->blocks[i];
        const char               *list   = list_of(b->kind);
        const char               *before = i ? list_of(sheet->blocks[i - 1].kind) : NULL;
        if (before && !text_equal(before, list)) html_close(&r->html, before);
        if (part && (part_of(b->kind) || b->kind == SHEET_FOOT)) {
            html_close(&r->html, part);
            part = NULL;
        }
        if (part_of(b->kind)) part = part_of(b->kind);
        if (list && !text_equal(before, list)) html_open(&r->html, list, NULL);
        show_block(r, b, i);
    }
    html_close(&r->html, "main");
    return report_end(r, n);
}
