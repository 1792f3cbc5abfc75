// SPDX-License-Identifier: Apache-2.0
#include "face/sheet_care.h"

#include "face/said.h"
#include "face/sheet_part.h"

#include <math.h>
#include <string.h>

enum { LIGHT_TO = 3 };   // the last skin type on which redness is red

// ---- what it looks like ----

// Up to this skin type redness is told as redness; beyond it, or unknown, by all it may look like.
static bool is_light(const struct report *r) {
    const struct amount *type = &r->patient->phototype;
    return type->is_known && type->value <= LIGHT_TO;
}

static const struct plan_course_day *day_at(const struct report *r, int day) {
    const struct plan_course_day *days = r->plan->course->days.items;
    for (int i = 0; i < r->plan->course->days.n; i++)
        if (days[i].day.value == day) return &days[i];
    return NULL;
}

// How far studies lie apart, in whole people of 100; no middle that would look like a promise.
static const char *still_red(const struct report *r, const struct quantity *share) {
    double      low     = round(100 * share->low.value);
    const char *pairs[] = {"low", arena_format(r->arena, "%.0f", low), "high",
                           arena_format(r->arena, "%.0f", round(100 * share->high.value)), NULL};
    return report_filled(r, low > 0 ? "sheet.look.red" : "sheet.look.upto", pairs);
}

void sheet_care_look(struct sheet *sheet, const struct report *r) {
    static const int           days[] = {0, 1, 3, 7};
    const struct plan_session *next   = report_next(r);
    if (!next) return;
    sheet_part_add(sheet, SHEET_PART, "look", report_said(r, "sheet.look"));
    for (int i = 0; i < 4; i++) {
        const struct plan_course_day *day = day_at(r, days[i]);
        const char *colour[] = {"colour", is_light(r) ? report_said(r, "sheet.colour.light") : "",
                                NULL};
        const char *when[]   = {"day", arena_format(r->arena, "%d", days[i]), "date",
                                said_near(next->date.day + days[i], r->arena), NULL};
        const char *look =
            report_filled(r, arena_format(r->arena, "sheet.look.%d", days[i]), colour);
        if (day && day->redness && days[i] > 0)
            look = arena_format(r->arena, "%s %s", look, still_red(r, day->redness));
        sheet_part_add(sheet, SHEET_PAIR, report_filled(r, "sheet.day", when), look);
    }
    if (!is_light(r)) sheet_part_add(sheet, SHEET_TEXT, NULL, report_said(r, "skin.brown_black"));
}

// ---- do and do not ----

// Lines that end on one day stand together; `is_again`: what may begin again the day after.
struct lines {
    const char *vocabulary, *saying;
    bool        is_do, is_again;
};

// Said in full below the lists, whatever the dates.
static bool is_said_in_full(const char *id) {
    static const char *const ids[] = {"only_ours", "prescribed", "numbing_home", "home_device"};
    for (int i = 0; i < 4; i++)
        if (text_equal(ids[i], id)) return true;
    return false;
}

// What has no short words is told as the plan tells it, with its day.
static const char *line_said(const struct report *r, const struct lines *lines,
                             const struct plan_advice *advice) {
    static const char *const all[] = {"sheet_do", "sheet_again", "sheet_not"};
    if (advice->is_do != lines->is_do || is_said_in_full(advice->id)) return NULL;
    const char *brief = sheet_part_label(r, lines->vocabulary, advice->id);
    for (int i = 0; i < 3 && !brief; i++)
        if (sheet_part_label(r, all[i], advice->id)) return NULL;
    return brief || lines->is_again ? brief : advice->text;
}

// day 0: what has no end
static const char *ending_on(const struct report *r, const struct lines *lines, date_day day) {
    const struct plan_advice *advice = r->plan->aftercare.items;
    struct text               out    = text_new(r->arena);
    for (int i = 0; i < r->plan->aftercare.n; i++) {
        const char *said    = line_said(r, lines, &advice[i]);
        bool        is_then = day ? !advice[i].always && advice[i].to.day == day : advice[i].always;
        if (said && is_then) text_addf(&out, "%s%s", out.n ? "; " : "", said);
    }
    return out.n ? out.data : NULL;
}

// The first day after `last` on which a line of the aftercare ends; 0: none.
static date_day next_end(const struct report *r, date_day last) {
    const struct plan_advice *advice = r->plan->aftercare.items;
    date_day                  day    = 0;
    for (int i = 0; i < r->plan->aftercare.n; i++)
        if (!advice[i].always && advice[i].to.day > last && (!day || advice[i].to.day < day))
            day = advice[i].to.day;
    return day;
}

static void add_lines(struct sheet *sheet, const struct report *r, const struct lines *lines) {
    for (date_day day = 0; (day = next_end(r, day));) {
        const char *said    = ending_on(r, lines, day);
        const char *pairs[] = {"date", said_near(day + lines->is_again, r->arena), NULL};
        if (said)
            sheet_part_add(sheet, SHEET_PAIR, report_filled(r, lines->saying, pairs),
                           lines->is_again ? said : report_capital(r, said));
    }
    const char *always = ending_on(r, lines, 0);
    if (always)
        sheet_part_add(sheet, SHEET_PAIR, report_said(r, "word.always"),
                       lines->is_again ? always : report_capital(r, always));
}

static double lasts_h(const struct report *r, const char *id) {
    const struct plan_advice *advice = r->plan->aftercare.items;
    for (int i = 0; i < r->plan->aftercare.n; i++)
        if (text_equal(advice[i].id, id) && advice[i].lasts) return advice[i].lasts->value.value;
    return 0;
}

// With the hours and days of this plan: they may be longer than the usual ones.
static const char *first_days(const struct report *r) {
    const double h_in_d = 24;
    const char *pairs[] = {"hours", arena_format(r->arena, "%.0f", lasts_h(r, "only_ours")), "days",
                           arena_format(r->arena, "%.0f", ceil(lasts_h(r, "vitamin_c") / h_in_d)),
                           NULL};
    return report_filled(r, "care.first_day", pairs);
}

void sheet_care_advice(struct sheet *sheet, const struct report *r) {
    static const struct lines to_do   = {"sheet_do", "sheet.until", true, false};
    static const struct lines again   = {"sheet_again", "sheet.again", false, true};
    static const struct lines not_yet = {"sheet_not", "sheet.until", false, false};
    if (!r->plan->aftercare.n || !report_next(r)) return;
    sheet_part_add(sheet, SHEET_PART, "do", report_said(r, "word.do"));
    add_lines(sheet, r, &to_do);
    sheet_part_add(sheet, SHEET_PART, "dont", report_said(r, "sheet.leave_out"));
    add_lines(sheet, r, &again);
    add_lines(sheet, r, &not_yet);
    sheet_part_add(sheet, SHEET_TEXT, NULL, first_days(r));
    sheet_part_add(sheet, SHEET_TEXT, NULL, report_said(r, "care.numbing_home"));
    sheet_part_add(sheet, SHEET_TEXT, NULL, report_said(r, "sheet.no_roller"));
}

// ---- when to call ----

// In short words where there are some.
static const char *watch_said(const struct report *r, const struct plan_watch *watch) {
    const char *brief = sheet_part_label(r, "sheet_watch", watch->id);
    return brief ? brief : watch->text;
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

// What can wait goes to the number under the title, in the hours named there.
static const char *call_said(const struct report *r, const struct plan_watch *watch) {
    const struct clinic *clinic = r->clinic;
    if (watch->call) return watch->call;
    if (text_equal(watch->level, "message") && clinic->contact && clinic->hours)
        return report_said(r, "sheet.message");
    return report_label(r, "levels", watch->level);
}

void sheet_care_watch(struct sheet *sheet, const struct report *r) {
    const struct plan_watch *watch = r->plan->watch.items;
    if (!r->plan->watch.n || !report_next(r)) return;
    sheet_part_add(sheet, SHEET_PART, "watch", report_said(r, "report.watch"));
    for (int i = 0; i < r->plan->watch.n; i++) {
        const char *level = watch[i].level;
        if (text_equal(level, "self_care")) continue;   // that it is usual stands under the looks
        bool        is_new   = i == 0 || !text_equal(level, watch[i - 1].level);
        bool        can_wait = !text_equal(level, "emergency");
        const char *call     = report_capital(r, call_said(r, &watch[i]));
        if (is_new) sheet_part_add(sheet, SHEET_URGENT, level, call);
        if (is_new && can_wait) sheet_part_add(sheet, SHEET_TEXT, NULL, waiting(r, level));
        if (!can_wait) sheet_part_add(sheet, SHEET_ITEM, NULL, watch_said(r, &watch[i]));
    }
}

// ---- risks ----

// Those that were reported without a figure.
static void add_reported(struct sheet *sheet, const struct report *r) {
    const struct plan_risk *risks = r->plan->risks.items;
    struct text             names = text_new(r->arena);
    for (int i = 0; i < r->plan->risks.n; i++) {
        const char *name = sheet_part_label(r, "sheet_reported", risks[i].id);
        if (name && !risks[i].rate) text_addf(&names, "%s%s", names.n ? "; " : "", name);
    }
    const char *pairs[] = {"risks", names.data, NULL};
    if (names.n) sheet_part_add(sheet, SHEET_TEXT, NULL, report_filled(r, "sheet.reported", pairs));
}

// "5 to 22 of 100 people. ...", unless the reason gives the same range.
static const char *people_said(const struct report *r, const struct plan_risk *risk) {
    const char *low     = arena_format(r->arena, "%.0f", 100 * risk->rate->low.value);
    const char *high    = arena_format(r->arena, "%.0f", 100 * risk->rate->high.value);
    const char *range   = arena_format(r->arena, "between %s and %s of 100", low, high);
    const char *because = risk->because ? risk->because : "";
    const char *pairs[] = {"low", low, "high", high, "because", because, NULL};
    return strstr(because, range) ? because : report_filled(r, "sheet.people", pairs);
}

// What rests on memory alone is not told as a fact.
void sheet_care_risks(struct sheet *sheet, const struct report *r) {
    const struct plan_risk *risks = r->plan->risks.items;
    if (!r->plan->risks.n || !report_next(r)) return;
    sheet_part_add(sheet, SHEET_PART, "risks", report_said(r, "report.risks"));
    for (int i = 0; i < r->plan->risks.n; i++) {
        const char *label = report_label(r, "rates", risks[i].id);
        if (risks[i].rate) {
            sheet_part_add(sheet, SHEET_PEOPLE, label, people_said(r, &risks[i]));
            sheet->blocks[sheet->n - 1].share = risks[i].rate;
        } else if (text_equal(risks[i].id, "dark_patches") && risks[i].because)
            sheet_part_add(sheet, SHEET_PAIR, label, risks[i].because);
    }
    add_reported(sheet, r);
}
