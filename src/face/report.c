// SPDX-License-Identifier: Apache-2.0
#include "face/report.h"

#include "face/asset.h"
#include "face/figure_calendar.h"
#include "face/figure_course.h"
#include "face/figure_map.h"
#include "face/report_cards.h"
#include "face/report_care.h"
#include "face/report_find.h"
#include "face/report_settings.h"

#include <assert.h>

static const char policy[] =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

void report_begin(struct report *r, const char *class, const char *title) {
    const struct asset *style = asset_find("report.css");
    struct html        *html  = &r->html;
    *html                     = html_new(r->arena);
    assert(style);
    html_raw(html, "<!DOCTYPE html>\n", 16);
    html_open(html, "html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en", NULL);
    html_open(html, "head", NULL);
    html_empty(html, "meta", "charset", "utf-8", NULL);
    html_empty(html, "meta", "http-equiv", "Content-Security-Policy", "content", policy, NULL);
    html_empty(html, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1",
               NULL);
    html_empty(html, "meta", "name", "color-scheme", "content", "light dark", NULL);
    html_empty(html, "meta", "name", "referrer", "content", "no-referrer", NULL);
    html_leaf(html, "title", title, NULL);
    html_open(html, "style", NULL);
    html_raw(html, style->bytes, style->n);
    html_close(html, "style");
    html_close(html, "head");
    html_open(html, "body", "class", class, NULL);
}

const char *report_end(struct report *r, ptrdiff_t *n) {
    html_open(&r->html, "footer", NULL);
    report_p(r, "disclaimer", report_said(r, "disclaimer"));
    html_open(&r->html, "p", "class", "hash", NULL);
    html_text(&r->html, arena_format(r->arena, "Plan %s", r->plan->hash));
    html_close(&r->html, "p");
    html_close(&r->html, "footer");
    html_close(&r->html, "body");
    html_close(&r->html, "html");
    html_text(&r->html, "\n");
    return html_done(&r->html, n);
}

static void write_course(struct report *r) {
    const struct plan_course *course = r->plan->course;
    report_section(r, "follows", report_said(r, "page.follows"));
    if (!course->days.n && !course->months.n)
        report_p(r, NULL, report_said(r, report_next(r) ? "page.follows.none" : "page.no_sitting"));
    if (report_next(r)) {
        figure_course_closure(r);
        report_p(r, NULL, report_said(r, "skin.brown_black"));
    }
    html_open(&r->html, "div", "class", "figures", NULL);
    figure_course_days(r);
    figure_course_months(r);
    html_close(&r->html, "div");
    html_close(&r->html, "section");
}

// The headings in one line, as links.
static void write_nav(struct report *r) {
    html_open(&r->html, "nav", "id", "contents", "aria-label", report_said(r, "page.nav"), NULL);
    html_open(&r->html, "ul", NULL);
    for (int i = 0; i < r->parts; i++) {
        html_open(&r->html, "li", NULL);
        html_leaf(&r->html, "a", r->part_headings[i], "href",
                  arena_format(r->arena, "#%s", r->part_ids[i]), NULL);
        html_close(&r->html, "li");
    }
    html_close(&r->html, "ul");
    html_close(&r->html, "nav");
}

static void write_parts(struct report *r) {
    report_find_findings(r);
    report_cards(r);
    figure_calendar(r);
    report_settings(r);
    report_settings_uptake(r);
    write_course(r);
    report_settings_phases(r);
    report_care_risks(r);
    report_care_aftercare(r);
    report_care_watch(r);
    report_care_ways(r);
    report_care_disagreement(r);
    report_care_remarks(r);
    report_care_sources(r);
}

// The parts are written first: which there are is known only then.
const char *report_page(struct report *r, ptrdiff_t *n) {
    ptrdiff_t   n_parts = 0;
    const char *parts   = NULL;
    r->parts            = 0;
    r->html             = html_new(r->arena);
    write_parts(r);
    parts = html_done(&r->html, &n_parts);
    report_begin(r, "plan", report_said(r, "page.window"));
    html_leaf(&r->html, "a", report_said(r, "page.skip"), "class", "skip", "href", "#main", NULL);
    figure_map_patterns(r);
    html_open(&r->html, "header", NULL);
    report_find_head(r);
    write_nav(r);
    html_close(&r->html, "header");
    html_open(&r->html, "main", "id", "main", NULL);
    html_raw(&r->html, parts, n_parts);
    html_close(&r->html, "main");
    return report_end(r, n);
}
