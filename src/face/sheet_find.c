// SPDX-License-Identifier: Apache-2.0
#include "face/sheet_find.h"

#include "face/said.h"
#include "face/sheet_part.h"
#include "knowledge/reason.h"

#include <string.h>

// ---- head ----

static void add_call(struct sheet *sheet, const struct report *r) {
    const struct clinic *clinic  = r->clinic;
    const char          *pairs[] = {"number", clinic->contact, NULL};
    const char *then  = clinic->out_of_hours ? clinic->out_of_hours : clinic->emergency_line;
    const char *out[] = {"hours", clinic->hours, "number", then, NULL};
    const char *now[] = {"number", clinic->emergency_line, NULL};
    struct text said  = text_new(r->arena);
    if (clinic->contact) text_add(&said, report_filled(r, "sheet.call", pairs));
    if (clinic->hours && then)
        text_addf(&said, "%s%s", said.n ? " " : "", report_filled(r, "call.hours", out));
    if (clinic->emergency_line)
        text_addf(&said, "%s%s", said.n ? " " : "", report_filled(r, "sheet.emergency", now));
    if (said.n) sheet_part_add(sheet, SHEET_CALL, NULL, said.data);
}

void sheet_find_head(struct sheet *sheet, const struct report *r) {
    static const char *const titles[] = {"sheet.title", "sheet.title_done", "sheet.title_none"};
    const char              *who[]    = {"who", r->patient->name ? r->patient->name : "", NULL};
    const char              *title    = titles[sheet_part_state(r)];
    const bool               is_draft = !r->clinic->adopted_by;
    const bool               is_made =
        r->patient->invented == FIELD_BOOL_TRUE || r->clinic->invented == FIELD_BOOL_TRUE;
    if (!r->patient->name) title = arena_format(r->arena, "%s_nobody", title);
    sheet_part_add(sheet, SHEET_TITLE, NULL, report_filled(r, title, who));
    if (is_draft || is_made)
        sheet_part_add(sheet, SHEET_WARN, NULL,
                       report_said(r, !is_made   ? "sheet.draft"
                                      : is_draft ? "sheet.draft_invented"
                                                 : "sheet.invented"));
    add_call(sheet, r);
}

// ---- may it be done ----

static const char *told_of(const struct finding *finding) {
    return finding->told ? finding->told : finding->because;
}

// One of these agents is asked for, or is at hand where the person is treated.
static bool is_offered(const struct report *r, const struct names *agents) {
    const struct names *all[] = {&r->patient->agents, &r->clinic->agents};
    if (!agents->n || !r->clinic->agents.n) return true;
    for (int i = 0; i < agents->n; i++) {
        const struct agent *known = load_agent(r->knowledge, agents->items[i]);
        if (!known) return true;   // a group of agents
        for (int k = 0; k < 2; k++)
            for (int j = 0; j < all[k]->n; j++)
                if (text_equal(all[k]->items[j], agents->items[i])) return true;
    }
    return false;
}

// Where nothing is planned, only why; a course that is over is not asked about again.
static bool is_shown(const struct report *r, const struct finding *finding) {
    enum sheet_state state = sheet_part_state(r);
    if (finding->is_private || !finding->counts || finding->class < CLASS_CAUTION) return false;
    if (finding->scope && !is_offered(r, &finding->scope->agents)) return false;
    return state == SHEET_PLANNED || (state == SHEET_NONE && finding->class > CLASS_CAUTION);
}

static const struct finding *worst(const struct report *r) {
    const struct finding *findings = r->plan->screening->findings.items, *found = NULL;
    for (int i = 0; i < r->plan->screening->findings.n; i++)
        if (is_shown(r, &findings[i]) && (!found || findings[i].class > found->class))
            found = &findings[i];
    return found;
}

static bool is_kept(const struct report *r, const char *id) {
    const struct finding *findings = r->plan->screening->findings.items;
    for (int i = 0; i < r->plan->screening->findings.n; i++)
        if (text_equal(findings[i].id, id)) return findings[i].is_private;
    return false;
}

// A fact that only rules for the clinician's eyes ask for is not asked for here, nor one about
// what nobody offers.
static bool is_for_the_person(const struct report *r, const struct missing *missing) {
    for (int i = 0; i < missing->rules.n; i++) {
        const struct rule *rule = load_rule(r->knowledge, missing->rules.items[i]);
        if (!rule) return true;
        bool is_ours = rule->scope && !is_offered(r, &rule->scope->agents);
        if (!is_kept(r, rule->id) && !is_ours) return true;
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
    const char *state = finding && finding->lifts ? finding->lifts->when : NULL;
    const char *n =
        r->plan->series ? arena_format(r->arena, "%g", r->plan->series->chosen.value) : "";
    const char *pairs[] = {"reason", finding ? told_of(finding) : "",
                           "fact",   facts,
                           "date",   report_date(r, day),
                           "state",  state ? report_label(r, "states", state) : "",
                           "n",      n,
                           NULL};
    if (sheet_part_state(r) == SHEET_DONE) return report_filled(r, "sheet.verdict.done", pairs);
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

// How deep at most, where the words of the finding do not say it.
static const char *with_depth(const struct report *r, const struct finding *finding) {
    const char *told = told_of(finding), *depth;
    if (!finding->depth_max.is_known || strstr(told, " mm")) return told;
    depth = arena_format(r->arena, "%g", finding->depth_max.value);
    return arena_format(
        r->arena, "%s %s", told,
        report_filled(r, "sheet.deepest", (const char *const[]){"depth", depth, NULL}));
}

// A reason that stands in the verdict, or in another line, is not said again.
void sheet_find_found(struct sheet *sheet, const struct report *r) {
    const struct finding *findings = r->plan->screening->findings.items;
    const char           *fact[]   = {"fact", facts_said(r), NULL};
    const char           *verdict  = verdict_said(r);
    bool                  is_done  = sheet_part_state(r) == SHEET_DONE;
    sheet_part_add(sheet, SHEET_PART, "may",
                   report_said(r, is_done ? "sheet.may_done" : "sheet.may"));
    sheet_part_add(sheet, SHEET_TEXT, NULL, verdict);
    for (int i = 0; i < r->plan->screening->findings.n; i++) {
        const char *told = told_of(&findings[i]);
        if (!is_shown(r, &findings[i])) continue;
        if (findings[i].class == CLASS_ASK && findings[i].missing.n) continue;
        bool is_twice = !*told || strstr(verdict, told) != NULL;
        for (int k = 0; k < i; k++)
            is_twice =
                is_twice || (is_shown(r, &findings[k]) && text_equal(told_of(&findings[k]), told));
        if (!is_twice) sheet_part_add(sheet, SHEET_ITEM, NULL, with_depth(r, &findings[i]));
    }
    if (*fact[1] && r->plan->verdict != CLASS_ASK && sheet_part_state(r) == SHEET_PLANNED)
        sheet_part_add(sheet, SHEET_ITEM, NULL, report_filled(r, "sheet.fact", fact));
    if (sheet_part_state(r) == SHEET_NONE) sheet_part_remarks(sheet, r, "plan.none");
    sheet_part_add(sheet, SHEET_TEXT, NULL, report_said(r, "care.medicines"));
}

// ---- what and when ----

static void add_zones(struct sheet *sheet, const struct report *r) {
    const struct plan_zone *zones = r->plan->zones.items;
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
        const char          *pairs[] = {"zones", names.data, "device", device, "what", what, NULL};
        const struct device *known   = load_device(r->knowledge, zones[i].device);
        if (!is_new) continue;
        sheet_part_add(sheet, SHEET_TEXT, NULL,
                       report_filled(r, *what ? "sheet.what.for" : "sheet.what.zones", pairs));
        if (known && known->safety)
            sheet_part_add(sheet, SHEET_TEXT, NULL, report_said(r, known->safety));
    }
}

static void add_minutes(struct sheet *sheet, const struct report *r,
                        const struct plan_session *next) {
    const struct plan_step *steps = next->steps.items;
    for (int i = 0; i < next->steps.n; i++) {
        if (!text_equal(steps[i].id, "total")) continue;
        const char *pairs[] = {"time", sheet_part_time(r, steps[i].minutes->value.value), "n",
                               arena_format(r->arena, "%d", report_visits(r)), NULL};
        sheet_part_add(
            sheet, SHEET_TEXT, NULL,
            report_filled(r, next->part.is_known ? "sheet.visits" : "sheet.minutes", pairs));
    }
}

void sheet_find_what(struct sheet *sheet, const struct report *r) {
    const struct plan_session *next = report_next(r);
    if (!next || !r->plan->zones.n) return;
    sheet_part_add(sheet, SHEET_PART, "what", report_said(r, "sheet.what"));
    add_zones(sheet, r);
    if (r->plan->numbing) sheet_part_add(sheet, SHEET_TEXT, NULL, report_said(r, "sheet.numbing"));
    add_minutes(sheet, r, next);
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

// True if the text was filled in from this saying, as its words before the first place tell.
static bool is_from(const struct report *r, const char *text, const char *id) {
    const char *pattern = report_said(r, id), *brace = strchr(pattern, '{');
    ptrdiff_t   n = brace ? brace - pattern : (ptrdiff_t)strlen(pattern);
    return strncmp(text, pattern, (size_t)n) == 0;
}

// A date of the person's: a letter or a decision that the clinic sees to is none.
static bool is_for_them(const struct report *r, const struct plan_day *day) {
    static const char *const ours[] = {"plan.prepare_letter", "plan.prepare_prescriber",
                                       "plan.prepare_clinician"};
    for (int i = 0; i < 3; i++)
        if (day->kind == DAY_PREPARATION && is_from(r, day->text, ours[i])) return false;
    if (day->clinic == FIELD_BOOL_TRUE) return false;
    return day->kind != DAY_PHOTO && day->kind != DAY_CHECK_IN && is_told(r, day->text);
}

// Why is said above: of a preparation the first sentence is enough. Where and how a test spot
// is set is no matter of the sheet.
static const char *day_said(const struct report *r, const struct plan_day *day) {
    const char *end = strstr(day->text, ". ");
    if (day->kind == DAY_TEST_SPOT && !is_from(r, day->text, "plan.read_spot"))
        return report_said(r, "calendar.test_spot");
    if (day->kind != DAY_PREPARATION || !end) return day->text;
    return arena_text(r->arena, day->text, end + 1 - day->text);
}

// The number of the sitting, if the day is one and its text says no more than that; else 0.
static int sitting_of(const struct report *r, const struct plan_day *day) {
    const struct plan_session *sessions = r->plan->sessions.items;
    const struct plan_series  *series   = r->plan->series;
    for (int i = 0; i < r->plan->sessions.n && day->kind == DAY_SESSION && series; i++) {
        if (sessions[i].date.day != day->date.day) continue;
        const char *pairs[] = {"number", arena_format(r->arena, "%g", sessions[i].number.value),
                               "count", arena_format(r->arena, "%g", series->chosen.value), NULL};
        if (text_equal(day->text, report_filled(r, "plan.session", pairs)))
            return (int)sessions[i].number.value;
    }
    return 0;
}

// Sittings that follow each other stand in one line, the year at its end; returns the last day that
// is in it.
static int add_sittings(struct sheet *sheet, const struct report *r, int first) {
    const struct plan_day *days = r->plan->calendar.items;
    struct text            out  = text_new(r->arena);
    int                    last = first, number = sitting_of(r, &days[first]), end = number;
    for (int i = first + 1; i < r->plan->calendar.n; i++) {
        if (!is_for_them(r, &days[i])) continue;
        if (sitting_of(r, &days[i]) != end + 1) break;
        text_addf(&out, "%s, ", said_near(days[last].date.day, r->arena));
        last = i;
        end++;
    }
    text_add(&out, report_date(r, days[last].date.day));
    const char *pairs[] = {"first", arena_format(r->arena, "%d", number), "last",
                           arena_format(r->arena, "%d", end), NULL};
    if (last > first)
        sheet_part_add(sheet, SHEET_PAIR, report_filled(r, "sheet.treatments", pairs), out.data);
    else sheet_part_add(sheet, SHEET_PAIR, out.data, days[first].text);
    return last;
}

void sheet_find_dates(struct sheet *sheet, const struct report *r) {
    static const char *const waits[] = {"plan.waits_prescriber", "plan.waits_letter",
                                        "plan.waits_reading", "plan.waits_clinician"};
    const struct plan_day   *days    = r->plan->calendar.items;
    bool                     any     = false;
    for (int i = 0; i < r->plan->calendar.n; i++) {
        if (!is_for_them(r, &days[i])) continue;
        if (!any) sheet_part_add(sheet, SHEET_PART, "when", report_said(r, "sheet.when"));
        any = true;
        if (sitting_of(r, &days[i])) i = add_sittings(sheet, r, i);
        else
            sheet_part_add(sheet, SHEET_PAIR, report_date(r, days[i].date.day),
                           day_said(r, &days[i]));
    }
    for (int i = 0; any && i < (int)(sizeof waits / sizeof *waits); i++)
        sheet_part_remarks(sheet, r, waits[i]);
    const struct plan_clash *clashes = r->plan->clashes.items;
    for (int i = 0; any && i < r->plan->clashes.n; i++) {
        const char *pairs[] = {"ways", clashes[i].way_out, NULL};
        sheet_part_add(sheet, SHEET_TEXT, NULL,
                       arena_format(r->arena, "%s %s", clashes[i].text,
                                    report_filled(r, "clash.ways", pairs)));
    }
}
