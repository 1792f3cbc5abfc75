// SPDX-License-Identifier: Apache-2.0
#include "face/sheet_care.h"

#include <assert.h>
#include <string.h>

enum { DARK_FROM = 5, LIGHT_TO = 3 };   // skin types whose words for redness are one-sided

void sheet_care_add(struct sheet *sheet, enum sheet_kind kind, const char *label,
                    const char *text) {
    assert(sheet->n < SHEET_BLOCKS);
    sheet->blocks[sheet->n++] = (struct sheet_block){kind, label, text, NULL};
}

// "2 March": what is near needs no year.
static const char *near_date(const struct report *r, date_day day) {
    const char *date = report_date(r, day), *last = strrchr(date, ' ');
    return arena_text(r->arena, date, last ? last - date : (ptrdiff_t)strlen(date));
}

// ---- what it looks like ----

static const char *colour_id(const struct report *r) {
    const struct amount *type = &r->patient->phototype;
    if (type->is_known && type->value >= DARK_FROM) return "sheet.colour.dark";
    if (type->is_known && type->value <= LIGHT_TO) return "sheet.colour.light";
    return "sheet.colour.both";
}

static const struct plan_course_day *day_at(const struct report *r, int day) {
    const struct plan_course_day *days = r->plan->course->days.items;
    for (int i = 0; i < r->plan->course->days.n; i++)
        if (days[i].day.value == day) return &days[i];
    return NULL;
}

void sheet_care_look(struct sheet *sheet, const struct report *r) {
    static const int           days[] = {0, 1, 3, 7};
    const struct plan_session *next   = report_next(r);
    const char                *id     = colour_id(r);
    if (!next) return;
    sheet_care_add(sheet, SHEET_PART, "look", report_said(r, "sheet.look"));
    for (int i = 0; i < 4; i++) {
        const struct plan_course_day *day      = day_at(r, days[i]);
        const char                   *colour[] = {"colour", report_said(r, id), NULL};
        const char *when[] = {"day", arena_format(r->arena, "%d", days[i]), "date",
                              near_date(r, next->date.day + days[i]), NULL};
        const char *look =
            report_filled(r, arena_format(r->arena, "sheet.look.%d", days[i]), colour);
        if (day && day->redness && days[i] > 0) {
            const struct quantity *q = day->redness;
            const char *pairs[] = {"value", arena_format(r->arena, "%.0f", 100 * q->value.value),
                                   "low",   arena_format(r->arena, "%.0f", 100 * q->low.value),
                                   "high",  arena_format(r->arena, "%.0f", 100 * q->high.value),
                                   NULL};
            look = arena_format(r->arena, "%s %s", look, report_filled(r, "sheet.look.red", pairs));
        }
        sheet_care_add(sheet, SHEET_PAIR, report_filled(r, "sheet.day", when), look);
    }
    if (!text_equal(id, "sheet.colour.light"))
        sheet_care_add(sheet, SHEET_TEXT, NULL, report_said(r, "skin.brown_black"));
}

// ---- do and do not ----

// Said in full below the list, whatever the dates.
static bool is_said_in_full(const char *id) {
    static const char *const ids[] = {"only_ours", "prescribed", "numbing_home"};
    for (int i = 0; i < 3; i++)
        if (text_equal(ids[i], id)) return true;
    return false;
}

// All that ends on one day in one line, in short words where there are some.
static const char *ending_on(const struct report *r, bool is_do, date_day day) {
    const struct plan_advice *advice = r->plan->aftercare.items;
    struct text               out    = text_new(r->arena);
    for (int i = 0; i < r->plan->aftercare.n; i++) {
        const struct plan_advice *a = &advice[i];
        bool is_then = day ? !a->always && a->to.day == day : a->always;   // day 0: without end
        if (a->is_do != is_do || !is_then || is_said_in_full(a->id)) continue;
        const char *brief = report_label(r, "sheet_advice", a->id);
        text_addf(&out, "%s%s", out.n ? "; " : "", text_equal(brief, a->id) ? a->text : brief);
    }
    return out.n ? report_capital(r, out.data) : NULL;
}

static void add_advice(struct sheet *sheet, const struct report *r, bool is_do) {
    const struct plan_advice *advice = r->plan->aftercare.items;
    date_day                  last   = 0;
    sheet_care_add(sheet, SHEET_PART, is_do ? "do" : "dont",
                   report_said(r, is_do ? "word.do" : "word.dont"));
    for (int i = 0; i < r->plan->aftercare.n; i++) {
        date_day day = 0;
        for (int k = 0; k < r->plan->aftercare.n; k++)
            if (!advice[k].always && advice[k].to.day > last && (!day || advice[k].to.day < day))
                day = advice[k].to.day;
        if (!day) break;
        const char *said    = ending_on(r, is_do, day);
        const char *pairs[] = {"date", near_date(r, day), NULL};
        if (said)
            sheet_care_add(sheet, SHEET_PAIR,
                           report_capital(r, report_filled(r, "word.until", pairs)), said);
        last = day;
    }
    const char *always = ending_on(r, is_do, 0);
    if (always) sheet_care_add(sheet, SHEET_PAIR, report_said(r, "word.always"), always);
}

void sheet_care_advice(struct sheet *sheet, const struct report *r) {
    if (!r->plan->aftercare.n) return;
    add_advice(sheet, r, true);
    add_advice(sheet, r, false);
    sheet_care_add(sheet, SHEET_TEXT, NULL, report_said(r, "care.first_day"));
    sheet_care_add(sheet, SHEET_TEXT, NULL, report_said(r, "care.numbing_home"));
}

// ---- when to call ----

// In short words where there are some.
static const char *watch_said(const struct report *r, const struct plan_watch *watch) {
    const char *brief = report_label(r, "sheet_watch", watch->id);
    return text_equal(brief, watch->id) ? watch->text : brief;
}

// What can wait for an answer stands in one line.
static const char *waiting(const struct report *r, const char *level) {
    const struct plan_watch *watch = r->plan->watch.items;
    struct text              out   = text_new(r->arena);
    for (int i = 0; i < r->plan->watch.n; i++) {
        if (!text_equal(watch[i].level, level)) continue;
        text_addf(&out, "%s%s", out.n ? "; " : "", watch_said(r, &watch[i]));
    }
    return report_capital(r, out.data);
}

void sheet_care_watch(struct sheet *sheet, const struct report *r) {
    const struct plan_watch *watch = r->plan->watch.items;
    if (!r->plan->watch.n || !r->plan->sessions.n) return;
    sheet_care_add(sheet, SHEET_PART, "watch", report_said(r, "report.watch"));
    for (int i = 0; i < r->plan->watch.n; i++) {
        const char *level    = watch[i].level;
        bool        is_new   = i == 0 || !text_equal(level, watch[i - 1].level);
        bool        can_wait = text_equal(level, "message");
        const char *call     = watch[i].call ? watch[i].call : report_label(r, "levels", level);
        if (is_new) sheet_care_add(sheet, SHEET_URGENT, level, report_capital(r, call));
        if (is_new && can_wait) sheet_care_add(sheet, SHEET_TEXT, NULL, waiting(r, level));
        if (!can_wait) sheet_care_add(sheet, SHEET_ITEM, NULL, watch_said(r, &watch[i]));
    }
}

// ---- risks ----

void sheet_care_risks(struct sheet *sheet, const struct report *r) {
    const struct plan_risk *risks = r->plan->risks.items;
    struct text             names = text_new(r->arena);
    if (!r->plan->risks.n || !r->plan->sessions.n) return;
    sheet_care_add(sheet, SHEET_PART, "risks", report_said(r, "report.risks"));
    for (int i = 0; i < r->plan->risks.n; i++) {
        const char *label = report_label(r, "rates", risks[i].id);
        if (risks[i].rate) {
            sheet_care_add(sheet, SHEET_PEOPLE, label, risks[i].because);
            sheet->blocks[sheet->n - 1].share = risks[i].rate;
        } else if (text_equal(risks[i].id, "dark_patches") && risks[i].because)
            sheet_care_add(sheet, SHEET_PAIR, label, risks[i].because);
        else text_addf(&names, "%s%s", names.n ? "; " : "", label);
    }
    const char *pairs[] = {"risks", names.data, NULL};
    if (names.n) sheet_care_add(sheet, SHEET_TEXT, NULL, report_filled(r, "sheet.risks", pairs));
}
