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

enum { DATE_COLUMNS = 19, CHECK_IN_MAX = 64 };   // columns; days after a sitting

static struct arena *arena_of(struct page *page) { return page->out.arena; }

static const char *saying(const struct knowledge *knowledge, const char *id) {
    return load_saying(knowledge, id);
}

// ---- the first screen ----

// What stands on the same day is one line, photographs last.
static const char *day_said(const struct plan *plan, int first, int last, struct arena *arena) {
    const struct plan_day *days = plan->calendar.items;
    struct text            out  = text_new(arena);
    for (int pass = 0; pass < 2; pass++)
        for (int i = first; i <= last; i++)
            if (days[i].kind != DAY_CHECK_IN && (days[i].kind == DAY_PHOTO) == (pass == 1))
                text_addf(&out, "%s%s", out.n ? ". " : "", days[i].text);
    return out.data;
}

// How many days after the sitting before it a check-in comes; 0 if there was none.
static int check_in_day(const struct plan *plan, const struct plan_day *check_in) {
    const struct plan_session *sessions = plan->sessions.items;
    date_day                   before   = 0;
    for (int i = 0; i < plan->sessions.n; i++)
        if (sessions[i].date.day < check_in->date.day && sessions[i].date.day > before)
            before = sessions[i].date.day;
    return before ? check_in->date.day - before : 0;
}

// "1 to 7, 14, 28": the days after a sitting that have a check-in, each once.
static const char *check_in_days(const struct plan *plan, struct arena *arena) {
    const struct plan_day *days                 = plan->calendar.items;
    bool                   is_one[CHECK_IN_MAX] = {false};
    struct text            out                  = text_new(arena);
    for (int i = 0; i < plan->calendar.n; i++) {
        int day = days[i].kind == DAY_CHECK_IN ? check_in_day(plan, &days[i]) : 0;
        if (day > 0 && day < CHECK_IN_MAX) is_one[day] = true;
    }
    for (int i = 1, last; i < CHECK_IN_MAX; i = last + 1) {
        last = i;
        if (!is_one[i]) continue;
        while (last + 1 < CHECK_IN_MAX && is_one[last + 1]) last++;
        text_addf(&out, "%s%d", out.n ? ", " : "", i);
        if (last > i) text_addf(&out, " to %d", last);
    }
    return out.data;
}

static void write_calendar(const struct plan *plan, const struct knowledge *knowledge,
                           struct page *page) {
    struct arena          *arena   = arena_of(page);
    const struct plan_day *days    = plan->calendar.items;
    const char *const      pairs[] = {"days", check_in_days(plan, arena), NULL};
    if (plan->calendar.n) page_heading(page, saying(knowledge, "report.calendar"));
    for (int i = 0, last; i < plan->calendar.n; i = last + 1) {
        bool is_session = days[i].kind == DAY_SESSION;
        for (last = i; last + 1 < plan->calendar.n; last++) {
            if (days[last + 1].date.day != days[i].date.day) break;
            is_session = is_session || days[last + 1].kind == DAY_SESSION;
        }
        const char *said = day_said(plan, i, last, arena);
        if (*said)
            page_pair(page, 2, DATE_COLUMNS, is_session ? PAGE_BOLD : PAGE_PLAIN,
                      said_date(days[i].date.day, arena), said);
    }
    if (*pairs[1])
        page_text(page, 2, load_filled(saying(knowledge, "report.check_ins"), pairs, arena));
}

static void write_conflicts(const struct plan *plan, const struct knowledge *knowledge,
                            struct page *page) {
    const struct plan_clash *clashes = plan->clashes.items;
    if (plan->clashes.n) page_heading(page, saying(knowledge, "report.conflicts"));
    for (int i = 0; i < plan->clashes.n; i++) {
        const char *const pairs[] = {"ways", clashes[i].way_out, NULL};
        page_marked(page, 2, PAGE_CARE, clashes[i].text);
        page_text(page, 4, load_filled(saying(knowledge, "clash.ways"), pairs, arena_of(page)));
    }
}

static void write_price(const struct plan *plan, const struct knowledge *knowledge,
                        struct page *page) {
    if (plan->price->session || plan->price->total)
        page_heading(page, saying(knowledge, "report.price"));
    quantity_text_write(page, "One treatment", plan->price->session);
    quantity_text_write(page, "Still to come", plan->price->to_come);
    if (plan->price->to_come) quantity_text_write(page, "In all", plan->price->total);
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
    page_pair(page, 2, QUANTITY_TEXT_COLUMNS, PAGE_PLAIN, "This plan",
              arena_format(arena, "%g", plan->series->chosen.value));
    quantity_text_write(page, "In studies", plan->series->count);
    quantity_text_write(page, "Time between them", plan->series->interval);
}

static const struct plan_session *next_session(const struct plan *plan) {
    const struct plan_session *sessions = plan->sessions.items;
    for (int i = 0; i < plan->sessions.n; i++)
        if (sessions[i].status == SESSION_PLANNED) return &sessions[i];
    return NULL;
}

// Its minutes and why, what is done in it, and how long others say it takes.
static void write_step(const struct plan_step *step, const struct knowledge *knowledge,
                       struct page *page) {
    struct arena          *arena     = arena_of(page);
    const struct quantity *published = step->published_minutes;
    quantity_text_write(page, load_label(knowledge, "steps", step->id), step->minutes);
    if (step->what) page_text(page, 2 + QUANTITY_TEXT_COLUMNS, step->what);
    if (!published) return;
    page_marked(page, 2 + QUANTITY_TEXT_COLUMNS, PAGE_DIM,
                arena_format(arena, "%s %s %s", saying(knowledge, "report.step_published"),
                             quantity_text_plain(published, arena),
                             quantity_text_origin(published, arena)));
}

static void write_visit(const struct plan_session *session, const struct knowledge *knowledge,
                        struct page *page) {
    struct arena           *arena = arena_of(page);
    const struct plan_step *steps = session->steps.items;
    const char *const pairs[] = {"number", arena_format(arena, "%g", session->number.value), "part",
                                 arena_format(arena, "%g", session->part.value), NULL};
    const char       *id      = session->part.is_known ? "report.visit_part" : "report.visit";
    if (session->steps.n == 0) return;
    page_heading(page, load_filled(saying(knowledge, id), pairs, arena));
    for (int i = 0; i < session->steps.n; i++) write_step(&steps[i], knowledge, page);
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

// Settings, numbing and the minutes of the next sitting; without one, that there is none.
static void write_settings(const struct plan *plan, const struct knowledge *knowledge,
                           struct page *page) {
    const struct plan_session *next = next_session(plan);
    if (!next && plan->zones.n) {
        page_gap(page);
        page_text(page, 0, saying(knowledge, "report.settings_none"));
    }
    if (!next) return;
    settings_text_zones(plan, knowledge, page);
    if (plan->numbing) write_numbing(plan, knowledge, page);
    const struct plan_session *end = (const struct plan_session *)plan->sessions.items;
    end += plan->sessions.n;
    for (const struct plan_session *one = next; one < end; one++)   // the visits of one treatment
        if (one->number.value == next->number.value) write_visit(one, knowledge, page);
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

// What follows from a sitting is told only where one is planned.
static void write_details(const struct plan *plan, const struct knowledge *knowledge,
                          struct page *page) {
    bool is_planned = next_session(plan) != NULL;
    if (plan->series) write_series(plan, knowledge, page);
    recovery_text_write(plan, knowledge, page);
    improvement_text_write(plan, knowledge, page);
    if (is_planned) uptake_text_write(plan, knowledge, page);
    care_text_ways(plan, knowledge, page);
    if (is_planned) care_text_risks(plan, knowledge, page);
    care_text_aftercare(plan, knowledge, page);
    care_text_spacing(plan, knowledge, page);
    if (is_planned) care_text_watch(plan, knowledge, page);
    write_disagreement(plan, knowledge, page);
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
    recovery_text_card(plan, knowledge, page);
    improvement_text_card(plan, knowledge, page);
    write_price(plan, knowledge, page);
    write_remarks(plan, knowledge, page);
    write_settings(plan, knowledge, page);
    write_details(plan, knowledge, page);
    screen_text_sources(&plan->sources, knowledge, page);
    page_gap(page);
    page_marked(page, 0, PAGE_DIM, arena_format(arena, "Plan %s", plan->hash));
    page_marked(page, 0, PAGE_DIM, saying(knowledge, "disclaimer"));
}
