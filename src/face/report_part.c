// SPDX-License-Identifier: Apache-2.0
#include "face/report_part.h"

#include "face/plain.h"
#include "face/said.h"

#include <string.h>

// ---- words ----

const char *report_said(const struct report *r, const char *id) {
    return load_saying(r->knowledge, id);
}

const char *report_filled(const struct report *r, const char *id, const char *const *pairs) {
    return load_filled(report_said(r, id), pairs, r->arena);
}

const char *report_label(const struct report *r, const char *vocabulary, const char *code) {
    return load_label(r->knowledge, vocabulary, code);
}

const char *report_date(const struct report *r, date_day day) { return said_date(day, r->arena); }

const char *report_capital(const struct report *r, const char *text) {
    char *copy = arena_text(r->arena, text, (ptrdiff_t)strlen(text));
    if (*copy >= 'a' && *copy <= 'z') *copy = (char)(*copy - 'a' + 'A');
    return copy;
}

// ---- blocks ----

void report_section(struct report *r, const char *id, const char *heading) {
    html_open(&r->html, "section", "id", id, NULL);
    html_leaf(&r->html, "a", report_said(r, "page.contents"), "class", "up", "href", "#contents",
              NULL);
    html_leaf(&r->html, "h2", heading, NULL);
    if (r->parts >= REPORT_PARTS) return;
    r->part_ids[r->parts]        = id;
    r->part_headings[r->parts++] = heading;
}

void report_p(struct report *r, const char *class, const char *text) {
    html_leaf(&r->html, "p", text, "class", class, NULL);
}

void report_fold(struct report *r, const char *summary) {
    html_open(&r->html, "details", "class", "fold", NULL);
    html_leaf(&r->html, "summary", summary, NULL);
}

void report_fold_end(struct report *r) { html_close(&r->html, "details"); }

// ---- numbers ----

void report_mark(struct report *r, int kind) {
    static const char *const classes[] = {"mark computed", "mark measured", "mark advice"};
    static const char *const sayings[] = {"mark.computed", "mark.measured", "mark.advice"};
    html_leaf(&r->html, "span", report_said(r, sayings[kind - 1]), "class", classes[kind - 1],
              NULL);
}

// The number stands out, its band and unit follow.
static void number(struct report *r, const char *shown) {
    const char *space = strchr(shown, ' ');
    ptrdiff_t   n     = space ? space - shown : (ptrdiff_t)strlen(shown);
    html_leaf(&r->html, "b", arena_text(r->arena, shown, n), NULL);
    html_text(&r->html, shown + n);
}

void report_quantity(struct report *r, const struct quantity *quantity) {
    if (!quantity) return;
    html_open(&r->html, "span", "class", "q", NULL);
    const char *shown = plain_shown(quantity, r->knowledge, r->arena);
    if (quantity->value.is_known) number(r, shown);
    else html_text(&r->html, shown);
    html_text(&r->html, " ");
    report_mark(r, quantity->kind);
    html_close(&r->html, "span");
}

// `unit` stands between the number and its band; a range without a middle is a range.
static void share_said(struct report *r, const struct quantity *share, const char *unit) {
    const char *band  = plain_band(share, r->arena);
    const char *value = plain_hundredths(share, r->arena);
    html_open(&r->html, "span", "class", "q", NULL);
    if (!share->value.is_known)
        html_text(&r->html, band ? arena_format(r->arena, "%s %s ", band, unit) : "- ");
    else {
        html_leaf(&r->html, "b", arena_format(r->arena, "%s %s", value, unit), NULL);
        html_text(&r->html, band ? arena_format(r->arena, " (%s) ", band) : " ");
    }
    report_mark(r, share->kind);
    html_close(&r->html, "span");
}

void report_share(struct report *r, const struct quantity *share) {
    if (share) share_said(r, share, "%");
}

void report_hundredths(struct report *r, const struct quantity *share) {
    if (share) share_said(r, share, report_said(r, "page.of_100"));
}

void report_people(struct report *r, const struct quantity *share) {
    if (share) share_said(r, share, report_said(r, "page.of_100_people"));
}

static bool is_cited(const struct report *r, const char *key) {
    const struct cited *cited = r->plan->sources.items;
    for (int i = 0; i < r->plan->sources.n; i++)
        if (text_equal(cited[i].key, key)) return true;
    return false;
}

// A key whose status says the same already ("our default") is not said twice.
static bool says_status(const char *key, int status) {
    return status == STATUS_DEFAULT && text_equal(key, "default");
}

static void write_key(struct report *r, const char *key, const char *text) {
    if (!is_cited(r, key)) html_text(&r->html, text);
    else html_leaf(&r->html, "a", text, "href", arena_format(r->arena, "#source-%s", key), NULL);
}

void report_evidence(struct report *r, const struct names *sources, int grade, int status) {
    int n = 0;
    html_open(&r->html, "small", "class", "from", NULL);
    if (status) html_text(&r->html, said_evidence(grade, status, r->arena));
    for (int i = 0; i < sources->n; i++) {
        if (says_status(sources->items[i], status)) continue;
        html_text(&r->html, n++ ? ", " : status ? ": " : "");
        write_key(r, sources->items[i], sources->items[i]);
    }
    html_close(&r->html, "small");
}

void report_origin(struct report *r, const struct quantity *quantity) {
    report_mark(r, quantity->kind);
    html_text(&r->html, " ");
    report_evidence(r, &quantity->sources, quantity->grade, quantity->status);
}

void report_because(struct report *r, const struct quantity *quantity) {
    if (quantity && quantity->because) report_p(r, "why", quantity->because);
}

// ---- tables ----

void report_table(struct report *r, struct report_table *table, const char *caption,
                  bool is_stacked) {
    html_open(&r->html, "div", "class", is_stacked ? "table" : "table wide", NULL);
    html_open(&r->html, "table", "role", "table", "class", is_stacked ? "stacked" : NULL, NULL);
    html_leaf(&r->html, "caption", caption, NULL);
    html_open(&r->html, "thead", "role", "rowgroup", NULL);
    html_open(&r->html, "tr", "role", "row", NULL);
    for (int i = 0; i < table->n; i++)
        html_leaf(&r->html, "th", report_capital(r, table->heads[i]), "scope", "col", "role",
                  "columnheader", NULL);
    html_close(&r->html, "tr");
    html_close(&r->html, "thead");
    html_open(&r->html, "tbody", "role", "rowgroup", NULL);
}

void report_table_end(struct report *r) {
    html_close(&r->html, "tbody");
    html_close(&r->html, "table");
    html_close(&r->html, "div");
}

void report_row(struct report *r, struct report_table *table, const char *head) {
    table->at = 1;
    html_open(&r->html, "tr", "role", "row", NULL);
    html_leaf(&r->html, "th", head, "scope", "row", "role", "rowheader", NULL);
}

void report_row_end(struct report *r) { html_close(&r->html, "tr"); }

void report_cell(struct report *r, struct report_table *table) {
    html_open(&r->html, "td", "role", "cell", "data-label",
              report_capital(r, table->heads[table->at++]), NULL);
    html_open(&r->html, "div", NULL);
}

void report_cell_end(struct report *r) {
    html_close(&r->html, "div");
    html_close(&r->html, "td");
}

void report_cell_text(struct report *r, struct report_table *table, const char *text) {
    report_cell(r, table);
    html_text(&r->html, text);
    report_cell_end(r);
}

void report_cell_quantity(struct report *r, struct report_table *table,
                          const struct quantity *quantity) {
    report_cell(r, table);
    if (quantity) report_quantity(r, quantity);
    else html_text(&r->html, "-");
    report_cell_end(r);
}

const char *report_unforeseen(const struct report *r, const struct quantity *quantity) {
    const char *said    = report_said(r, "page.months.not");
    const char *because = quantity->because ? quantity->because : "";
    const char *pairs[] = {"reason", because, NULL};
    if (text_starts(because, report_capital(r, said))) return because;
    return report_filled(r, "not_predictable", pairs);
}

bool report_is_new_reason(const struct report *r, int month) {
    const struct plan_month *months = r->plan->course->months.items, *m = &months[month];
    for (int i = 0; i < month; i++)
        if (!months[i].improvement.value.is_known &&
            text_equal(months[i].indication, m->indication) &&
            text_equal(months[i].improvement.because, m->improvement.because))
            return false;
    return !m->improvement.value.is_known;
}

const struct plan_session *report_next(const struct report *r) {
    const struct plan_session *sessions = r->plan->sessions.items;
    for (int i = 0; i < r->plan->sessions.n; i++)
        if (sessions[i].status == SESSION_PLANNED) return &sessions[i];
    return NULL;
}

int report_visits(const struct report *r) {
    const struct plan_session *sessions = r->plan->sessions.items, *next = report_next(r);
    int                        n = 0;
    for (int i = 0; next && i < r->plan->sessions.n; i++)
        n +=
            sessions[i].status == SESSION_PLANNED && sessions[i].number.value == next->number.value;
    return n;
}
