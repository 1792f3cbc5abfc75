// SPDX-License-Identifier: Apache-2.0
#include "face/plan_text.h"

#include "face/care_text.h"
#include "face/improvement_text.h"
#include "face/quantity_text.h"
#include "face/recovery_text.h"
#include "face/screen_text.h"
#include "face/settings_text.h"
#include "face/uptake_text.h"

#include <string.h>

enum { DATE_COLUMNS = 19 };

static struct arena *arena_of(struct page *page) { return page->out.arena; }

static const char *saying(const struct knowledge *knowledge, const char *id) {
    return load_saying(knowledge, id);
}

// ---- the first screen ----

// Check-ins that follow each other are one line: from the first to the last of them.
static int check_ins_from(const struct plan *plan, int first) {
    const struct plan_day *days = plan->calendar.items;
    int                    last = first;
    while (last + 1 < plan->calendar.n && days[last + 1].kind == DAY_CHECK_IN) last++;
    return last;
}

// What stands on the same day is one line too.
static const char *day_said(const struct plan *plan, int first, int last, struct arena *arena) {
    const struct plan_day *days = plan->calendar.items;
    struct text            out  = text_new(arena);
    for (int i = first; i <= last; i++)
        text_addf(&out, "%s%s", i > first ? ". " : "", days[i].text);
    return out.data;
}

static void write_calendar(const struct plan *plan, const struct knowledge *knowledge,
                           struct page *page) {
    struct arena          *arena = arena_of(page);
    const struct plan_day *days  = plan->calendar.items;
    if (plan->calendar.n) page_heading(page, saying(knowledge, "report.calendar"));
    for (int i = 0, last; i < plan->calendar.n; i = last + 1) {
        last = check_ins_from(plan, i);
        if (days[i].kind == DAY_CHECK_IN && last > i) {
            page_pair(
                page, 2, DATE_COLUMNS, PAGE_DIM,
                arena_format(arena, "to %s", said_date(days[last].date.day, arena)),
                arena_format(arena, "%d %s", last - i + 1, saying(knowledge, "report.check_ins")));
            continue;
        }
        last = i;
        while (last + 1 < plan->calendar.n && days[last + 1].date.day == days[i].date.day) last++;
        page_pair(page, 2, DATE_COLUMNS, days[i].kind == DAY_SESSION ? PAGE_BOLD : PAGE_PLAIN,
                  said_date(days[i].date.day, arena), day_said(plan, i, last, arena));
    }
}

static void write_conflicts(const struct plan *plan, const struct knowledge *knowledge,
                            struct page *page) {
    const struct names *pairs = plan->conflicts.items;
    if (plan->conflicts.n) page_heading(page, saying(knowledge, "report.conflicts"));
    for (int i = 0; i < plan->conflicts.n; i++)
        page_marked(page, 2, PAGE_CARE,
                    arena_format(arena_of(page), "%s and %s",
                                 load_label(knowledge, "limits", pairs[i].items[0]),
                                 load_label(knowledge, "limits", pairs[i].items[1])));
}

static void write_price(const struct plan *plan, const struct knowledge *knowledge,
                        struct page *page) {
    if (plan->price->session || plan->price->total)
        page_heading(page, saying(knowledge, "report.price"));
    quantity_text_write(page, "one treatment", plan->price->session);
    quantity_text_write(page, "in all", plan->price->total);
}

static void write_remarks(const struct plan *plan, const struct knowledge *knowledge,
                          struct page *page) {
    const struct plan_remark *remarks = plan->remarks.items;
    if (plan->remarks.n) page_heading(page, saying(knowledge, "report.remarks"));
    for (int i = 0; i < plan->remarks.n; i++) page_pair(page, 2, 2, PAGE_DIM, "-", remarks[i].text);
}

// ---- the rest ----

static void write_series(const struct plan *plan, const struct knowledge *knowledge,
                         struct page *page) {
    struct arena *arena = arena_of(page);
    page_heading(page, saying(knowledge, "report.series"));
    page_pair(page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN, "chosen",
              arena_format(arena, "%g", plan->series->chosen.value));
    quantity_text_write(page, "sittings", plan->series->count);
    quantity_text_write(page, "interval", plan->series->interval);
}

static const struct plan_session *next_session(const struct plan *plan) {
    const struct plan_session *sessions = plan->sessions.items;
    for (int i = 0; i < plan->sessions.n; i++)
        if (sessions[i].status == SESSION_PLANNED) return &sessions[i];
    return NULL;
}

static void write_visit(const struct plan_session *session, const struct knowledge *knowledge,
                        struct page *page) {
    struct arena           *arena = arena_of(page);
    const struct plan_step *steps = session->steps.items;
    const char *const pairs[] = {"number", arena_format(arena, "%g", session->number.value), NULL};
    if (session->steps.n == 0) return;
    page_heading(page, load_filled(saying(knowledge, "report.visit"), pairs, arena));
    for (int i = 0; i < session->steps.n; i++)
        quantity_text_write(page, load_label(knowledge, "steps", steps[i].id), steps[i].minutes);
}

// What stands under "To know" is not said again.
static void write_numbing(const struct plan *plan, const struct knowledge *knowledge,
                          struct page *page) {
    const struct plan_remark *remarks = plan->remarks.items;
    struct plan_numbing       numbing = *plan->numbing;
    for (int i = 0; i < plan->remarks.n && numbing.remark; i++) {
        if (!text_starts(numbing.remark, remarks[i].text)) continue;
        numbing.remark += strlen(remarks[i].text);
        numbing.remark += strspn(numbing.remark, " ");
    }
    if (numbing.remark && !*numbing.remark) numbing.remark = NULL;
    settings_text_numbing(&numbing, knowledge, page);
}

static void write_settings(const struct plan *plan, const struct knowledge *knowledge,
                           struct page *page) {
    const struct plan_session *next = next_session(plan);
    if (!next && plan->zones.n) {
        page_gap(page);
        page_text(page, 0, saying(knowledge, "report.settings_none"));
    }
    if (next) settings_text_zones(plan, knowledge, page);
    if (next && plan->numbing) write_numbing(plan, knowledge, page);
    if (next) uptake_text_write(plan, knowledge, page);
    if (plan->series) write_series(plan, knowledge, page);
    if (next) write_visit(next, knowledge, page);
}

static void write_disputes(const struct list *list, struct page *page) {
    const struct plan_dispute *disputes = list->items;
    for (int i = 0; i < list->n; i++)
        page_pair(page, 2, 6, PAGE_DIM, disputes[i].id,
                  arena_format(arena_of(page), "%s [%s]", disputes[i].text,
                               said_list(&disputes[i].sources, arena_of(page))));
}

static void write_disagreement(const struct plan *plan, const struct knowledge *knowledge,
                               struct page *page) {
    int n = plan->disagreement.n + (plan->series ? plan->series->disagreement.n : 0);
    if (n) page_heading(page, saying(knowledge, "report.disagreement"));
    if (plan->series) write_disputes(&plan->series->disagreement, page);
    write_disputes(&plan->disagreement, page);
}

void plan_text_write(const struct plan *plan, const char *who, bool is_invented,
                     const struct knowledge *knowledge, struct page *page) {
    struct arena     *arena   = arena_of(page);
    const char       *title   = who ? "report.plan_title" : "report.plan_title_nobody";
    struct screening  shown   = *plan->screening;
    const char *const pairs[] = {"on", said_date(plan->reply.on.day, arena), "who", who ? who : "",
                                 NULL};
    page_heading(page, load_filled(saying(knowledge, title), pairs, arena));
    if (is_invented) page_marked(page, 0, PAGE_DIM, saying(knowledge, "report.invented"));
    shown.verdict = plan->verdict;
    screen_text_verdict(&shown, knowledge, page);
    screen_text_reasons(plan->screening, knowledge, page);
    write_conflicts(plan, knowledge, page);
    write_calendar(plan, knowledge, page);
    write_price(plan, knowledge, page);
    recovery_text_write(plan, knowledge, page);
    write_remarks(plan, knowledge, page);
    write_settings(plan, knowledge, page);
    improvement_text_write(plan, knowledge, page);
    write_disagreement(plan, knowledge, page);
    care_text_ways(plan, knowledge, page);
    care_text_risks(plan, knowledge, page);
    care_text_aftercare(plan, knowledge, page);
    care_text_watch(plan, knowledge, page);
    screen_text_sources(&plan->sources, knowledge, page);
    page_gap(page);
    page_marked(page, 0, PAGE_DIM, arena_format(arena, "Plan %s", plan->hash));
    page_marked(page, 0, PAGE_DIM, saying(knowledge, "disclaimer"));
}
