// SPDX-License-Identifier: Apache-2.0
#include "face/report_find.h"

#include "face/said.h"
#include "knowledge/reason.h"

// ---- head ----

static void write_verdict(struct report *r) {
    const char *class = words_class[r->plan->verdict - 1];
    html_open(&r->html, "p", "class", "verdict", NULL);
    html_leaf(&r->html, "span", class, "class", arena_format(r->arena, "class %s", class), NULL);
    html_text(&r->html, " ");
    html_text(&r->html, said_verdict(r->plan->screening, r->plan->verdict, r->knowledge, r->arena));
    html_close(&r->html, "p");
}

static void write_legend(struct report *r) {
    static const char *const sayings[] = {"page.mark.computed", "page.mark.measured",
                                          "page.mark.advice"};
    html_open(&r->html, "ul", "class", "legend", "aria-label", report_said(r, "page.marks"), NULL);
    for (int i = 0; i < 3; i++) {
        html_open(&r->html, "li", NULL);
        report_mark(r, i + 1);
        html_text(&r->html, " ");
        html_text(&r->html, report_said(r, sayings[i]));
        html_close(&r->html, "li");
    }
    html_close(&r->html, "ul");
}

void report_find_head(struct report *r) {
    const char *who = r->patient->name;
    const char *on  = report_date(r, r->plan->reply.on.day);
    html_leaf(&r->html, "p", report_said(r, "page.product"), "class", "product", NULL);
    html_open(&r->html, "h1", NULL);
    html_text(&r->html, report_said(r, who ? "page.title" : "page.title_nobody"));
    if (who) {
        html_text(&r->html, " ");
        html_leaf(&r->html, "bdi", who, NULL);
    }
    html_close(&r->html, "h1");
    report_p(r, "on", report_filled(r, "page.reckoned", (const char *const[]){"on", on, NULL}));
    if (r->patient->invented == FIELD_BOOL_TRUE)
        report_p(r, "on", report_said(r, "report.invented"));
    if (r->patient->worth_it_if) {
        html_open(&r->html, "p", "class", "worth", NULL);
        html_text(&r->html, arena_format(r->arena, "%s ", report_said(r, "page.worth_it")));
        html_leaf(&r->html, "q", r->patient->worth_it_if, NULL);
        html_close(&r->html, "p");
    }
    write_verdict(r);
    report_p(r, "disclaimer", report_said(r, "disclaimer"));
    if (!r->clinic->adopted_by) report_p(r, "warn", report_said(r, "adopt.missing"));
    write_legend(r);
}

// ---- findings ----

static const char *scope_said(const struct report *r, const struct finding *finding) {
    const struct finding_scope *scope = finding->scope;
    struct text                 out   = text_new(r->arena);
    if (!scope) return "";
    if (scope->zones.n) text_add(&out, said_labels(r->knowledge, "zones", &scope->zones, r->arena));
    if (scope->spot) text_addf(&out, "%s%s", out.n ? "; " : "", scope->spot);
    if (scope->devices.n)
        text_addf(&out, "%s%s", out.n ? "; " : "", said_list(&scope->devices, r->arena));
    if (scope->agents.n)
        text_addf(&out, "%s%s", out.n ? "; " : "",
                  said_labels(r->knowledge, "agents", &scope->agents, r->arena));
    return out.data;
}

static void write_notes(struct report *r, const struct finding *finding) {
    const struct note *notes = r->knowledge->all.notes.items;
    for (int i = 0; i < r->knowledge->all.notes.n; i++)
        for (int k = 0; k < finding->notes.n; k++) {
            if (!text_equal(notes[i].id, finding->notes.items[k])) continue;
            const char *const pairs[] = {"note", load_words(&notes[i].text), NULL};
            report_p(r, "why", report_filled(r, "report.notes", pairs));
        }
}

static void write_finding(struct report *r, const struct finding *finding) {
    const char *class = words_class[finding->class - 1];
    const char *where = scope_said(r, finding);
    html_open(&r->html, "li", NULL);
    html_open(&r->html, "h3", NULL);
    html_leaf(&r->html, "span", class, "class", arena_format(r->arena, "class %s", class), NULL);
    html_text(&r->html, arena_format(r->arena, " %s ", report_capital(r, finding->topic)));
    html_leaf(&r->html, "small",
              arena_format(r->arena, "%s%s%s", finding->id, *where ? ", " : "", where), NULL);
    html_close(&r->html, "h3");
    report_p(r, NULL, finding->because);
    if (finding->excludes.n) {
        const char *what    = said_excluded(r->knowledge, &finding->excludes, r->arena);
        const char *pairs[] = {"what", what, NULL};
        report_p(r, NULL, report_filled(r, "page.left_out", pairs));
    }
    if (finding->depth_max.is_known) {
        const char *pairs[] = {"depth", arena_format(r->arena, "%g", finding->depth_max.value),
                               NULL};
        report_p(r, NULL, report_filled(r, "page.not_deeper", pairs));
    }
    write_notes(r, finding);
    html_open(&r->html, "p", "class", "why", NULL);
    html_leaf(&r->html, "strong", said_lifts(finding, r->knowledge, r->arena), NULL);
    html_text(&r->html, " ");
    report_mark(r, QUANTITY_ADVICE);
    html_text(&r->html, " ");
    report_evidence(r, &finding->sources, finding->grade, finding->status);
    html_close(&r->html, "p");
    html_close(&r->html, "li");
}

// What only waits for an answer is left to the list of answers that are needed.
static void write_some(struct report *r, bool counts, const char *heading) {
    const struct finding *findings = r->plan->screening->findings.items;
    bool                  is_first = true;
    for (int i = 0; i < r->plan->screening->findings.n; i++) {
        if (findings[i].counts != counts) continue;
        if (findings[i].class == CLASS_ASK && findings[i].missing.n) continue;
        if (is_first && !counts) report_p(r, "lead", report_said(r, heading));
        if (is_first) html_open(&r->html, "ul", "class", "findings", NULL);
        is_first = false;
        write_finding(r, &findings[i]);
    }
    if (!is_first) html_close(&r->html, "ul");
    else if (counts && r->plan->verdict == CLASS_CLEAR && !r->plan->screening->missing.n)
        report_p(r, NULL, report_said(r, "page.found_nothing"));
}

static void write_missing(struct report *r) {
    const struct missing *missing = r->plan->screening->missing.items;
    if (!r->plan->screening->missing.n) return;
    report_p(r, "lead", report_said(r, "report.missing"));
    html_open(&r->html, "ul", NULL);
    for (int i = 0; i < r->plan->screening->missing.n; i++) {
        html_open(&r->html, "li", NULL);
        html_text(&r->html,
                  report_capital(r, reason_fact(r->knowledge, missing[i].fact, r->arena)));
        for (int k = 0; k < missing[i].rules.n; k++) {
            const struct rule *rule = load_rule(r->knowledge, missing[i].rules.items[k]);
            html_leaf(&r->html, "small",
                      arena_format(r->arena, "%s%s (%s)", k ? ", " : ": ",
                                   rule ? load_words(&rule->topic) : "", missing[i].rules.items[k]),
                      NULL);
        }
        html_close(&r->html, "li");
    }
    html_close(&r->html, "ul");
}

void report_find_findings(struct report *r) {
    report_section(r, "found", report_said(r, "report.findings"));
    write_some(r, true, "report.findings");
    write_some(r, false, "report.elsewhere");
    write_missing(r);
    html_close(&r->html, "section");
}
