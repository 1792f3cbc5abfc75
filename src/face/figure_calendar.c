// SPDX-License-Identifier: Apache-2.0
#include "face/figure_calendar.h"

#include <string.h>

enum { CELL = 26, SIDE = 7, HEAD = 40, SHEET = 7 * CELL + 2 * SIDE, MONTHS = 36 };
static const double CENTRE = CELL / 2.0;

// What a day is marked with, the weightiest first.
struct mark {
    bool is_given, is_session, is_review, is_test_spot, is_preparation, is_maintenance;
    bool is_photo, is_check_in, is_blocked;
    int  number;   // of the sitting
};

static bool is_blocked(const struct report *r, date_day day) {
    const struct patient_limits *limits = r->patient->limits;
    if (!limits) return false;
    const struct patient_away  *away   = limits->days_away.items;
    const struct patient_event *events = limits->events.items;
    for (int i = 0; i < limits->days_away.n; i++)
        if (day >= away[i].from.day && day <= away[i].to.day) return true;
    for (int i = 0; i < limits->events.n; i++)
        if (day <= events[i].date.day &&
            day >= events[i].date.day - (int)events[i].clear_days.value)
            return true;
    return false;
}

static struct mark mark_of(const struct report *r, date_day day) {
    const struct plan_session *sessions = r->plan->sessions.items;
    const struct plan_day     *days     = r->plan->calendar.items;
    struct mark                mark     = {.is_blocked = is_blocked(r, day)};
    for (int i = 0; i < r->plan->sessions.n; i++) {
        if (sessions[i].date.day != day || sessions[i].status == SESSION_CANCELLED) continue;
        mark.number     = (int)sessions[i].number.value;
        mark.is_given   = sessions[i].status == SESSION_GIVEN;
        mark.is_session = sessions[i].status == SESSION_PLANNED;
    }
    for (int i = 0; i < r->plan->calendar.n; i++) {
        if (days[i].date.day != day) continue;
        mark.is_review      = mark.is_review || days[i].kind == DAY_REVIEW;
        mark.is_test_spot   = mark.is_test_spot || days[i].kind == DAY_TEST_SPOT;
        mark.is_preparation = mark.is_preparation || days[i].kind == DAY_PREPARATION;
        mark.is_maintenance = mark.is_maintenance || days[i].kind == DAY_MAINTENANCE;
        mark.is_photo       = mark.is_photo || days[i].kind == DAY_PHOTO;
        mark.is_check_in    = mark.is_check_in || days[i].kind == DAY_CHECK_IN;
    }
    return mark;
}

static bool is_marked(const struct mark *m) {
    return m->is_given || m->is_session || m->is_review || m->is_test_spot || m->is_preparation ||
           m->is_maintenance || m->is_photo || m->is_check_in;
}

static const char *diamond(const struct report *r, double x, double y, double size) {
    return arena_format(r->arena, "M%s %sl%s %sl%s %sl%s %sZ", figure_number(r, x),
                        figure_number(r, y - size), figure_number(r, size), figure_number(r, size),
                        figure_number(r, -size), figure_number(r, size), figure_number(r, -size),
                        figure_number(r, -size));
}

// The shapes differ, so that no colour is needed to tell them apart.
static void draw_mark(struct report *r, const struct mark *m, double x, double y) {
    if (m->is_blocked) figure_rect(r, "blocked", x - CENTRE, y - CENTRE, CELL, CELL);
    if (m->is_session) figure_circle(r, "session", x, y, 11);
    else if (m->is_given) figure_circle(r, "given", x, y, 10.5);
    else if (m->is_review) figure_path(r, "review", diamond(r, x, y, 12));
    else if (m->is_test_spot) figure_rect(r, "spot", x - 9, y - 9, 18, 18);
    else if (m->is_preparation) figure_rect(r, "prepare", x - 11, y + 9, 22, 2.5);
    else if (m->is_maintenance) figure_circle(r, "maintain", x, y, 10.5);
    if (m->is_check_in && !m->is_session) figure_circle(r, "check", x, y + 9.5, 2.6);
}

static const char *month_name(const struct report *r, date_day first) {
    const char *date = report_date(r, first);
    return strchr(date, ' ') + 1;
}

// The days that are marked, in words, for whoever does not see the sheet.
static const char *month_told(const struct report *r, date_day first, date_day after) {
    const struct plan_session *sessions = r->plan->sessions.items;
    const struct plan_day     *days     = r->plan->calendar.items;
    struct text                out      = text_new(r->arena);
    int                        checks   = 0;
    for (int i = 0; i < r->plan->sessions.n; i++) {
        date_day    day     = sessions[i].date.day;
        const char *pairs[] = {"number", arena_format(r->arena, "%g", sessions[i].number.value),
                               NULL};
        if (sessions[i].status == SESSION_GIVEN && day >= first && day < after)
            text_addf(&out, "%s%s: %s", out.n ? ". " : "", report_date(r, day),
                      report_filled(r, "page.given", pairs));
    }
    for (int i = 0; i < r->plan->calendar.n; i++) {
        if (days[i].date.day < first || days[i].date.day >= after) continue;
        if (days[i].kind == DAY_CHECK_IN) checks++;
        else
            text_addf(&out, "%s%s: %s", out.n ? ". " : "", report_date(r, days[i].date.day),
                      days[i].text);
    }
    const char *pairs[] = {"n", arena_format(r->arena, "%d", checks), NULL};
    if (checks)
        text_addf(&out, "%s%s", out.n ? ". " : "", report_filled(r, "page.calendar.checks", pairs));
    return out.data;
}

static void draw_day(struct report *r, date_day day, double x, double y, int number) {
    struct mark m     = mark_of(r, day);
    const char *class = "day";
    draw_mark(r, &m, x, y);
    if (!clinic_is_open(r->clinic, day)) class = "day shut";
    if (is_marked(&m) && !(m.is_check_in && !m.is_photo && !m.is_review)) class = "day marked";
    if (m.is_session) class = "day on";
    figure_words(r, class, x, y + 4, "middle", arena_format(r->arena, "%d", number));
}

static void draw_month(struct report *r, date_day first, date_day after) {
    static const char *const weekdays[] = {"M", "T", "W", "T", "F", "S", "S"};
    const char              *id         = arena_format(r->arena, "month-%d", (int)first);
    int                      start = date_weekday(first), days = after - first;
    int                      weeks = (start + days + 6) / 7;
    figure_svg(r, id, "month", SHEET, HEAD + weeks * CELL + SIDE, month_name(r, first),
               month_told(r, first, after));
    figure_words(r, "label strong", SIDE + 5, 15, "start", month_name(r, first));
    for (int i = 0; i < 7; i++)
        figure_words(r, "small", SIDE + CELL * i + CENTRE, 33, "middle", weekdays[i]);
    for (int i = 0; i < days; i++) {
        int column = (start + i) % 7, row = (start + i) / 7;
        draw_day(r, first + i, SIDE + CELL * column + CENTRE, HEAD + CELL * row + CENTRE, i + 1);
    }
    figure_svg_end(r);
}

static date_day month_start(date_day day) {
    char text[DATE_TEXT_BYTES];
    date_format(day, text);
    return day - (text[8] - '0') * 10 - (text[9] - '0') + 1;
}

static date_day month_after(date_day first) { return month_start(first + 31); }

// From the first to the last day of the plan, sittings given before included.
static void bounds(const struct report *r, date_day *first, date_day *last) {
    const struct plan_session *sessions = r->plan->sessions.items;
    const struct plan_day     *days     = r->plan->calendar.items;
    *first = *last = r->plan->reply.on.day;
    for (int i = 0; i < r->plan->sessions.n + r->plan->calendar.n; i++) {
        date_day day =
            i < r->plan->sessions.n ? sessions[i].date.day : days[i - r->plan->sessions.n].date.day;
        if (day && day < *first) *first = day;
        if (day > *last) *last = day;
    }
}

struct key {
    const char *saying;
    struct mark mark;
};

static const struct key keys[] = {
    {"page.key.session", {.is_session = true}},
    {"page.key.given", {.is_given = true}},
    {"page.key.review", {.is_review = true}},
    {"page.key.test_spot", {.is_test_spot = true}},
    {"page.key.preparation", {.is_preparation = true}},
    {"page.key.maintenance", {.is_maintenance = true}},
    {"page.key.check_in", {.is_check_in = true}},
    {"page.key.blocked", {.is_blocked = true}},
};

static bool has_mark(const struct mark *m, const struct mark *wanted) {
    return (m->is_session && wanted->is_session) || (m->is_given && wanted->is_given) ||
           (m->is_review && wanted->is_review) || (m->is_test_spot && wanted->is_test_spot) ||
           (m->is_preparation && wanted->is_preparation) ||
           (m->is_maintenance && wanted->is_maintenance) ||
           (m->is_check_in && wanted->is_check_in) || (m->is_blocked && wanted->is_blocked);
}

static void write_keys(struct report *r, date_day first, date_day last) {
    html_open(&r->html, "p", "class", "keys", NULL);
    for (int i = 0; i < (int)(sizeof keys / sizeof *keys); i++) {
        bool has_any = false;
        for (date_day day = first; day <= last && !has_any; day++) {
            struct mark m = mark_of(r, day);
            has_any       = has_mark(&m, &keys[i].mark);
        }
        if (!has_any) continue;
        html_open(&r->html, "span", "class", "key", NULL);
        html_open(&r->html, "svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 26 26",
                  "width", "24", "height", "24", "aria-hidden", "true", NULL);
        draw_mark(r, &keys[i].mark, CENTRE, CENTRE);
        html_close(&r->html, "svg");
        html_text(&r->html, report_said(r, keys[i].saying));
        html_close(&r->html, "span");
    }
    html_close(&r->html, "p");
}

static void write_twin(struct report *r) {
    struct report_table table = {{report_said(r, "page.date"), report_said(r, "page.what")}, 2, 0};
    const struct plan_day     *days     = r->plan->calendar.items;
    const struct plan_session *sessions = r->plan->sessions.items;
    figure_twin(r);
    report_table(r, &table, report_said(r, "page.calendar.caption"), false);
    for (int i = 0; i < r->plan->sessions.n; i++) {
        const char *pairs[] = {"number", arena_format(r->arena, "%g", sessions[i].number.value),
                               NULL};
        if (sessions[i].status != SESSION_GIVEN) continue;
        report_row(r, &table, report_date(r, sessions[i].date.day));
        report_cell_text(r, &table, report_filled(r, "page.given", pairs));
        report_row_end(r);
    }
    for (int i = 0; i < r->plan->calendar.n; i++) {
        report_row(r, &table, report_date(r, days[i].date.day));
        report_cell_text(r, &table, days[i].text);
        report_row_end(r);
    }
    report_table_end(r);
    figure_twin_end(r);
}

static bool is_used(const struct report *r, date_day month) {
    date_day after = month_after(month);
    for (date_day day = month; day < after; day++) {
        struct mark m = mark_of(r, day);
        if (is_marked(&m)) return true;
    }
    return false;
}

// Months without a mark are not drawn; a tile tells how many were left out.
static void write_gap(struct report *r, int months) {
    const char *pairs[] = {"n", arena_format(r->arena, "%d", months), NULL};
    if (months)
        report_p(r, "gap",
                 report_filled(r, months > 1 ? "page.calendar.gaps" : "page.calendar.gap", pairs));
}

void figure_calendar(struct report *r) {
    date_day first, last, month;
    int      left_out = 0;
    bounds(r, &first, &last);
    if (!r->plan->calendar.n) return;
    figure_open(r, "calendar", report_said(r, "page.calendar"));
    html_open(&r->html, "div", "class", "months", NULL);
    month = month_start(first);
    for (int i = 0; i < MONTHS && month <= last; i++, month = month_after(month)) {
        bool is_drawn = is_used(r, month);
        if (is_drawn) write_gap(r, left_out);
        if (is_drawn) draw_month(r, month, month_after(month));
        left_out = is_drawn ? 0 : left_out + 1;
    }
    html_close(&r->html, "div");
    write_keys(r, first, last);
    write_twin(r);
    figure_close(r);
}
