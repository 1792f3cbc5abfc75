// SPDX-License-Identifier: Apache-2.0
#include "face/sheet.h"

#include "face/report.h"
#include "face/report_care.h"
#include "face/said.h"
#include "face/sheet_care.h"
#include "knowledge/reason.h"

#include <string.h>

enum { LABEL_COLUMNS = 22 };

// ---- may it be done ----

static bool is_shown(const struct finding *finding) {
    return !finding->is_private && finding->counts && finding->class >= CLASS_CAUTION;
}

static const struct finding *worst(const struct report *r) {
    const struct finding *findings = r->plan->screening->findings.items, *found = NULL;
    for (int i = 0; i < r->plan->screening->findings.n; i++)
        if (is_shown(&findings[i]) && (!found || findings[i].class > found->class))
            found = &findings[i];
    return found;
}

static bool is_private(const struct report *r, const char *id) {
    const struct finding *findings = r->plan->screening->findings.items;
    for (int i = 0; i < r->plan->screening->findings.n; i++)
        if (text_equal(findings[i].id, id)) return findings[i].is_private;
    return false;
}

// A fact that only rules for the clinician's eyes ask for is not asked for here.
static bool is_for_the_person(const struct report *r, const struct missing *missing) {
    for (int i = 0; i < missing->rules.n; i++) {
        if (!is_private(r, missing->rules.items[i])) return true;
    }
    return missing->rules.n == 0;
}

static const char *facts_said(const struct report *r) {
    const struct missing *missing = r->plan->screening->missing.items;
    struct text           out     = text_new(r->arena);
    for (int i = 0; i < r->plan->screening->missing.n; i++)
        if (is_for_the_person(r, &missing[i]))
            text_addf(&out, "%s%s", out.n ? "; " : "",
                      reason_fact(r->knowledge, missing[i].fact, r->arena));
    return out.data;
}

static const char *defer_id(const struct report *r, const char *state) {
    if (r->plan->screening->until.day) return "sheet.verdict.defer";
    return state ? "sheet.verdict.state" : "sheet.verdict.later";
}

static const char *verdict_said(const struct report *r) {
    const struct finding *finding = worst(r);
    const char           *facts   = facts_said(r);
    date_day              day     = r->plan->screening->until.day;
    if (finding && !day && finding->lifts) day = finding->lifts->look_again.day;
    const char *state   = finding && finding->lifts ? finding->lifts->when : NULL;
    const char *pairs[] = {"reason", finding ? finding->because : "",
                           "fact",   facts,
                           "date",   report_date(r, day),
                           "state",  state ? report_label(r, "states", state) : "",
                           NULL};
    switch (r->plan->verdict) {
    case CLASS_CLEAR: return report_said(r, "verdict.person.clear");
    case CLASS_CAUTION: return report_said(r, "verdict.person.caution");
    case CLASS_PROPHYLAXIS: return report_said(r, "sheet.verdict.prophylaxis");
    case CLASS_CLEARANCE: return report_said(r, "sheet.verdict.clearance");
    case CLASS_ASK:
        return report_filled(r, *facts ? "verdict.person.ask" : "sheet.verdict.ask", pairs);
    case CLASS_DEFER: return report_filled(r, defer_id(r, state), pairs);
    default: return report_filled(r, state ? "sheet.verdict.state" : "sheet.verdict.refuse", pairs);
    }
}

static void add_found(struct sheet *sheet, const struct report *r) {
    const struct finding *findings = r->plan->screening->findings.items;
    const char           *fact[]   = {"fact", facts_said(r), NULL};
    sheet_care_add(sheet, SHEET_PART, "may", report_said(r, "sheet.may"));
    const char *verdict = verdict_said(r);
    sheet_care_add(sheet, SHEET_TEXT, NULL, verdict);
    for (int i = 0; i < r->plan->screening->findings.n; i++) {
        if (!is_shown(&findings[i])) continue;
        if (findings[i].class == CLASS_ASK && findings[i].missing.n) continue;
        bool is_twice = strstr(verdict, findings[i].because) != NULL;
        for (int k = 0; k < i; k++)
            is_twice = is_twice || text_equal(findings[k].because, findings[i].because);
        if (!is_twice) sheet_care_add(sheet, SHEET_ITEM, NULL, findings[i].because);
    }
    if (*fact[1] && r->plan->verdict != CLASS_ASK)
        sheet_care_add(sheet, SHEET_ITEM, NULL, report_filled(r, "sheet.fact", fact));
    sheet_care_add(sheet, SHEET_TEXT, NULL, report_said(r, "care.medicines"));
}

// ---- what and when ----

static void add_what(struct sheet *sheet, const struct report *r) {
    const struct plan_zone    *zones = r->plan->zones.items;
    const struct plan_session *next  = report_next(r);
    if (!next || !r->plan->zones.n) return;
    sheet_care_add(sheet, SHEET_PART, "what", report_said(r, "sheet.what"));
    for (int i = 0; i < r->plan->zones.n; i++) {
        struct text names  = text_new(r->arena);
        bool        is_new = true;
        for (int k = 0; k < r->plan->zones.n; k++) {
            bool is_same = text_equal(zones[k].indication, zones[i].indication) &&
                           text_equal(zones[k].device, zones[i].device);
            if (is_same && k < i) is_new = false;
            if (is_same)
                text_addf(&names, "%s%s", names.n ? ", " : "",
                          report_label(r, "zones", zones[k].zone));
        }
        const char *device = report_label(r, "devices", zones[i].device);
        const char *what =
            zones[i].indication ? report_label(r, "indications", zones[i].indication) : "";
        const char *pairs[] = {"zones", names.data, "device", device, "what", what, NULL};
        if (is_new)
            sheet_care_add(sheet, SHEET_TEXT, NULL,
                           report_filled(r, *what ? "sheet.what.for" : "sheet.what.zones", pairs));
    }
    const char *minutes_id = next->part.is_known ? "sheet.minutes_part" : "sheet.minutes";
    const char *parts[]    = {"parts", arena_format(r->arena, "%d", report_visits(r)), NULL};
    if (r->plan->numbing) sheet_care_add(sheet, SHEET_TEXT, NULL, report_said(r, "sheet.numbing"));
    if (next->part.is_known)
        sheet_care_add(sheet, SHEET_TEXT, NULL, report_filled(r, "sheet.parts", parts));
    for (int i = 0; i < next->steps.n; i++) {
        const struct plan_step *step    = (const struct plan_step *)next->steps.items + i;
        const double            minutes = step->minutes->value.value;
        const char *pairs[] = {"minutes", arena_format(r->arena, "%.0f", minutes), NULL};
        if (text_equal(step->id, "total"))
            sheet_care_add(sheet, SHEET_TEXT, NULL, report_filled(r, minutes_id, pairs));
    }
}

// What a rule keeps from the person is not told by a date either.
static bool is_told(const struct report *r, const char *text) {
    const struct finding *findings = r->plan->screening->findings.items;
    for (int i = 0; i < r->plan->screening->findings.n; i++)
        if (findings[i].is_private && (strstr(text, findings[i].because) ||
                                       (findings[i].topic && strstr(text, findings[i].topic))))
            return false;
    return true;
}

static void add_remarks(struct sheet *sheet, const struct report *r, const char *prefix) {
    const struct plan_remark *remarks = r->plan->remarks.items;
    for (int i = 0; i < r->plan->remarks.n; i++)
        if (text_starts(remarks[i].id, prefix))
            sheet_care_add(sheet, SHEET_TEXT, NULL, remarks[i].text);
}

static void add_dates(struct sheet *sheet, const struct report *r) {
    const struct plan_day   *days    = r->plan->calendar.items;
    const struct plan_clash *clashes = r->plan->clashes.items;
    if (!r->plan->calendar.n) return;
    sheet_care_add(sheet, SHEET_PART, "when", report_said(r, "sheet.when"));
    for (int i = 0; i < r->plan->calendar.n; i++)
        if (days[i].clinic != FIELD_BOOL_TRUE && days[i].kind != DAY_PHOTO &&
            days[i].kind != DAY_CHECK_IN && is_told(r, days[i].text))
            sheet_care_add(sheet, SHEET_PAIR, report_date(r, days[i].date.day), days[i].text);
    add_remarks(sheet, r, "plan.waits");
    for (int i = 0; i < r->plan->clashes.n; i++) {
        const char *pairs[] = {"ways", clashes[i].way_out, NULL};
        sheet_care_add(sheet, SHEET_TEXT, NULL,
                       arena_format(r->arena, "%s %s", clashes[i].text,
                                    report_filled(r, "clash.ways", pairs)));
    }
}

// ---- result, price, questions, rights ----

static void add_result(struct sheet *sheet, const struct report *r) {
    if (!r->plan->sessions.n) return;
    sheet_care_add(sheet, SHEET_PART, "result", report_said(r, "sheet.result"));
    add_remarks(sheet, r, "plan.result");
    add_remarks(sheet, r, "result.");
    add_remarks(sheet, r, "plan.off_label_use");
    add_remarks(sheet, r, "plan.off_label_age");
    sheet_care_add(sheet, SHEET_TEXT, NULL, report_said(r, "safety.settings"));
}

static void add_price(struct sheet *sheet, const struct report *r) {
    const struct plan_price *price = r->plan->price;
    if (!report_next(r) || (!price->total && !price->session)) return;
    const struct quantity *one = price->total ? price->total : price->session;
    const char            *n =
        r->plan->series ? arena_format(r->arena, "%g", r->plan->series->chosen.value) : "";
    const char *pairs[] = {"price", quantity_shown(one, REPORT_DIGITS, r->arena), "n", n, NULL};
    sheet_care_add(sheet, SHEET_PART, "price", report_said(r, "heading.price"));
    sheet_care_add(sheet, SHEET_TEXT, NULL,
                   report_filled(r, price->total ? "sheet.price" : "sheet.price_one", pairs));
    add_remarks(sheet, r, "plan.price");
    sheet_care_add(sheet, SHEET_TEXT, NULL, report_said(r, "sheet.price.more"));
}

static void add_list(struct sheet *sheet, const struct report *r, const char *part,
                     const char *heading, const char *const *ids) {
    sheet_care_add(sheet, SHEET_PART, part, report_said(r, heading));
    for (; *ids; ids++) sheet_care_add(sheet, SHEET_ITEM, NULL, report_said(r, *ids));
}

// A way that nobody screened is not listed while anything is closed.
static bool is_listed(const struct report *r, const struct plan_alternative *way) {
    bool is_open = way->screened || !r->plan->screening->closed.n;
    return way->allowed && is_open && !text_equal(way->id, "nothing");
}

static void add_ways(struct sheet *sheet, const struct report *r) {
    const struct plan_alternative *ways = r->plan->alternatives.items;
    struct text                    out  = text_new(r->arena);
    for (int i = 0; i < r->plan->alternatives.n; i++)
        if (is_listed(r, &ways[i]))
            text_addf(&out, "%s%s", out.n ? "; " : "", report_label(r, "options", ways[i].id));
    const char *pairs[] = {"ways", out.data, NULL};
    sheet_care_add(sheet, SHEET_PART, "ways", report_said(r, "report.ways"));
    sheet_care_add(sheet, SHEET_TEXT, NULL, report_said(r, "compare.none"));
    if (out.n) sheet_care_add(sheet, SHEET_TEXT, NULL, report_filled(r, "sheet.ways", pairs));
}

void sheet_make(struct sheet *sheet, struct report *r) {
    static const char *const questions[] = {"ask_any_clinic.who",   "ask_any_clinic.needle",
                                            "ask_any_clinic.deep",  "ask_any_clinic.worse",
                                            "ask_any_clinic.price", NULL};
    static const char *const rights[]    = {"rights.stop", "rights.photos", "rights.think", NULL};
    const char              *on[]        = {"who", r->patient->name ? r->patient->name : "", "on",
                                            report_date(r, r->plan->reply.on.day), NULL};
    sheet->n                             = 0;
    sheet_care_add(sheet, SHEET_TITLE, NULL,
                   report_filled(r, r->patient->name ? "sheet.title" : "sheet.title_nobody", on));
    if (!r->clinic->adopted_by)
        sheet_care_add(sheet, SHEET_WARN, NULL, report_said(r, "sheet.draft"));
    if (r->patient->invented == FIELD_BOOL_TRUE || r->clinic->invented == FIELD_BOOL_TRUE)
        sheet_care_add(sheet, SHEET_WARN, NULL, report_said(r, "sheet.invented"));
    add_found(sheet, r);
    add_what(sheet, r);
    add_dates(sheet, r);
    sheet_care_look(sheet, r);
    sheet_care_advice(sheet, r);
    sheet_care_watch(sheet, r);
    sheet_care_risks(sheet, r);
    add_result(sheet, r);
    add_price(sheet, r);
    add_ways(sheet, r);
    add_list(sheet, r, "ask", "sheet.ask", questions);
    add_list(sheet, r, "rights", "sheet.rights", rights);
    sheet_care_add(sheet, SHEET_FOOT, NULL, report_said(r, "disclaimer"));
}

// ---- shown ----

void sheet_text(const struct sheet *sheet, struct page *page) {
    struct arena *arena = page->out.arena;
    for (int i = 0; i < sheet->n; i++) {
        const struct sheet_block *b = &sheet->blocks[i];
        switch (b->kind) {
        case SHEET_TITLE: page_heading(page, b->text); break;
        case SHEET_WARN: page_marked(page, 0, PAGE_CARE, b->text); break;
        case SHEET_PART: page_heading(page, b->text); break;
        case SHEET_TEXT: page_text(page, 2, b->text); break;
        case SHEET_ITEM: page_pair(page, 2, 2, PAGE_PLAIN, "-", b->text); break;
        case SHEET_PAIR: page_pair(page, 2, LABEL_COLUMNS, PAGE_BOLD, b->label, b->text); break;
        case SHEET_URGENT: page_marked(page, 2, PAGE_STOP, b->text); break;
        case SHEET_PEOPLE:
            page_pair(page, 2, LABEL_COLUMNS, PAGE_BOLD, b->label,
                      arena_format(arena, "%.0f of 100 people (%.0f to %.0f). %s",
                                   100 * b->share->value.value, 100 * b->share->low.value,
                                   100 * b->share->high.value, b->text ? b->text : ""));
            break;
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
    html_text(&r->html, arena_format(r->arena, ": %.0f of 100 people (%.0f to %.0f). ",
                                     100 * b->share->value.value, 100 * b->share->low.value,
                                     100 * b->share->high.value));
    if (b->text) html_text(&r->html, b->text);
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
    case SHEET_PART: report_section(r, b->label, b->text); break;
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

const char *sheet_page(const struct sheet *sheet, struct report *r, ptrdiff_t *n) {
    bool is_in_part = false;
    report_begin(r, "person", report_said(r, "sheet.window"));
    html_open(&r->html, "main", NULL);
    for (int i = 0; i < sheet->n; i++) {
        const struct sheet_block *b      = &sheet->blocks[i];
        const char               *list   = list_of(b->kind);
        const char               *before = i ? list_of(sheet->blocks[i - 1].kind) : NULL;
        if (before && !text_equal(before, list)) html_close(&r->html, before);
        if (b->kind == SHEET_PART && is_in_part) html_close(&r->html, "section");
        if (b->kind == SHEET_PART) is_in_part = true;
        if (list && !text_equal(before, list)) html_open(&r->html, list, NULL);
        show_block(r, b, i);
    }
    if (is_in_part) html_close(&r->html, "section");
    html_close(&r->html, "main");
    return report_end(r, n);
}
