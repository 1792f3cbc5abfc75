// SPDX-License-Identifier: Apache-2.0
#include "knowledge/triage_words.h"

#include "knowledge/view.h"

#include <math.h>

enum { HOURS_PER_DAY = 24, MINUTES_PER_HOUR = 60, DARK_FROM = 4 };

static const char *entered(const struct knowledge *knowledge, const char *text, const char *id) {
    return text ? text : load_saying(knowledge, id);
}

const char *triage_words_filled(const struct knowledge *knowledge, const struct clinic *clinic,
                                const char *pattern, struct arena *arena) {
    const char       *contact = entered(knowledge, clinic->contact, "triage.no_contact");
    const char       *line    = entered(knowledge, clinic->emergency_line, "triage.no_emergency");
    const char *const pairs[] = {
        "contact",   contact, "hours",        entered(knowledge, clinic->hours, "triage.no_hours"),
        "emergency", line,    "out_of_hours", clinic->out_of_hours ? clinic->out_of_hours : line,
        NULL};
    return load_filled(pattern, pairs, arena);
}

// ---- lines ----

static void line(struct text *out, const char *text) {
    if (text && *text) text_addf(out, "%s%s", out->n ? "\n" : "", text);
}

static const char *said(const struct triage_words *w, const char *id) {
    return triage_words_filled(w->knowledge, w->clinic, load_saying(w->knowledge, id), w->arena);
}

static const char *said_with(const struct triage_words *w, const char *id,
                             const char *const *pairs) {
    return load_filled(said(w, id), pairs, w->arena);
}

static const char *joined(const struct names *parts, const char *by, struct arena *arena) {
    struct text out = text_new(arena);
    for (int i = 0; i < parts->n; i++) text_addf(&out, "%s%s", i ? by : "", parts->items[i]);
    return out.data;
}

static const char *number(double value, struct arena *arena) {
    return arena_format(arena, "%g", value);
}

const char *triage_words_span(const struct knowledge *knowledge, double hours,
                              struct arena *arena) {
    double      n  = hours;
    const char *id = "triage.hours";
    if (hours < 1) {
        n  = round(hours * MINUTES_PER_HOUR);
        id = "triage.minutes";
    } else if (hours >= 2 * HOURS_PER_DAY) {
        n  = hours / HOURS_PER_DAY;
        id = "triage.days";
    }
    const char *const pairs[] = {"n", number(n, arena), NULL};
    return load_filled(load_saying(knowledge, id), pairs, arena);
}

static const char *span(const struct triage_words *w, double hours) {
    return triage_words_span(w->knowledge, hours, w->arena);
}

static const char *date_said(date_day day, struct arena *arena) {
    char *text = ARENA_NEW(arena, char, DATE_WORDS_BYTES);
    date_words(day, text);
    return text;
}

// "today", "yesterday", "6 days ago"
static const char *when_said(const struct triage_words *w) {
    static const char *const near[]  = {"triage.when.0", "triage.when.1"};
    int                      days    = w->checkin->days;
    const char *const        pairs[] = {"n", number(days, w->arena), NULL};
    return said_with(w, days < 2 ? near[days] : "triage.when.n", pairs);
}

// ---- for the person ----

// Is what a finding is about named by a more urgent one too, or, where it is general, by a
// particular one as urgent? What it says would be less than that, and could speak against it.
static bool is_said(const struct triage *triage, const struct triage_finding *one) {
    const struct triage_finding *findings = triage->findings.items;
    int                          least    = one->is_general ? one->level : one->level + 1;
    for (int s = 0; s < one->symptoms.n; s++) {
        bool is_there = false;
        for (int i = 0; i < triage->findings.n; i++)
            is_there = is_there || (!findings[i].is_general && findings[i].level >= least &&
                                    view_has(&findings[i].symptoms, one->symptoms.items[s]));
        if (!is_there) return false;
    }
    return one->symptoms.n > 0;
}

// Why, and what to do, of the findings of a level.
static void add_findings(const struct triage_words *w, int level, struct text *out) {
    const struct triage_finding *findings = w->triage->findings.items;
    for (int i = 0; i < w->triage->findings.n; i++) {
        if (findings[i].level != level || is_said(w->triage, &findings[i])) continue;
        line(out, findings[i].because);
        line(out, findings[i].do_now);
        line(out, findings[i].call);
    }
}

// The same for what is less urgent, but not what is merely usual.
static void add_lesser(const struct triage_words *w, struct text *out) {
    for (int level = w->triage->level - 1; level > LEVEL_SELF_CARE; level--)
        add_findings(w, level, out);
}

// When it would be more urgent: what this answer hangs on, and what always is an emergency.
static void add_raises(const struct triage_words *w, struct text *out) {
    static const char *const ids[] = {NULL, NULL, NULL, "triage.raise.same_day",
                                      "triage.raise.emergency"};
    for (int level = LEVEL_EMERGENCY; level >= LEVEL_SAME_DAY; level--) {
        const char *const pairs[] = {"if", joined(&w->raises[level], "; or if ", w->arena), NULL};
        if (w->raises[level].n) line(out, said_with(w, ids[level], pairs));
    }
    line(out, said(w, "triage.red_list"));
    bool is_light = w->checkin->phototype.is_known && w->checkin->phototype.value < DARK_FROM;
    if (!is_light) line(out, said(w, "triage.skin"));
}

static void add_looked_at(const struct triage_words *w, struct text *out) {
    if (w->triage->seen_within_hours.is_known) {
        const char *const pairs[] = {"span", span(w, w->triage->seen_within_hours.value), NULL};
        line(out, said_with(w, "triage.seen", pairs));
    }
    if (w->triage->stops == FIELD_BOOL_TRUE) line(out, said(w, "triage.stop"));
}

// Questions whose answers would make it certain, and words that were not understood.
static void add_unknown(const struct triage_words *w, struct text *out) {
    const struct triage_ask  *asks  = w->triage->ask.items;
    const struct triage_word *words = w->triage->words.items;
    struct names              asked = {0};
    for (int i = 0; i < w->triage->words.n; i++) line(out, words[i].text);
    for (int i = 0; i < w->triage->ask.n; i++) view_add(&asked, asks[i].text, w->arena);
    const char *const pairs[] = {"questions", joined(&asked, " ", w->arena), NULL};
    if (asked.n) line(out, said_with(w, "triage.questions", pairs));
}

// Who answers, and by when.
static void add_clock(const struct triage_words *w, struct text *out) {
    date_day          next    = w->triage->next_open.day;
    bool              is_open = next == w->on || next == 0;
    const char *const pairs[] = {"span", span(w, w->triage->within_hours.value),
                                 "date", next ? date_said(next, w->arena) : "",
                                 "day",  number(w->checkin->days, w->arena),
                                 NULL};
    switch (w->triage->level) {
    case LEVEL_EMERGENCY:
        line(out, said(w, w->clinic->emergency_line ? "triage.call_now" : "triage.call_now_any"));
        break;
    case LEVEL_SAME_DAY:
        line(out, said_with(w, is_open ? "triage.today" : "triage.today_closed", pairs));
        break;
    case LEVEL_MESSAGE:
        line(out, said_with(w, is_open ? "triage.message" : "triage.message_closed", pairs));
        break;
    default: line(out, said_with(w, "triage.self_care", pairs));
    }
}

const char *triage_words_person(const struct triage_words *w) {
    struct text out   = text_new(w->arena);
    int         level = w->triage->level;
    add_clock(w, &out);
    add_findings(w, level, &out);
    if (level == LEVEL_EMERGENCY) {
        const char *const pairs[] = {"when", when_said(w), NULL};
        line(&out, said_with(w, "triage.tell", pairs));
        line(&out, said(w, "triage.worse_emergency"));
        return out.data;
    }
    add_lesser(w, &out);
    add_looked_at(w, &out);
    add_unknown(w, &out);
    add_raises(w, &out);
    line(&out, said(w, "triage.worse"));
    return out.data;
}

// ---- for the clinic ----

static void add_severity(const struct checkin_symptom *one, struct text *out) {
    if (one->severity.is_known) text_addf(out, ", %g of 10", one->severity.value);
    if (one->direction) text_addf(out, ", %s", checkin_direction[one->direction - 1]);
    if (one->spreading > SPREADING_NO && one->spreading < SPREADING_UNKNOWN)
        text_addf(out, ", spreading %s",
                  one->spreading == SPREADING_WITHIN_HOURS ? "within hours" : "");
    if (one->near_eye == FACT_YES) text_add(out, ", near an eye");
    if (one->pressure_minutes.is_known)
        text_addf(out, ", %g min of pressure", one->pressure_minutes.value);
    if (one->since_hours.is_known) text_addf(out, ", for %g h", one->since_hours.value);
}

static const char *symptoms_said(const struct triage_words *w) {
    const struct checkin_symptom *all = w->checkin->symptoms.items;
    struct text                   out = text_new(w->arena);
    for (int i = 0; i < w->checkin->symptoms.n; i++) {
        text_addf(&out, "%s%s", i ? "; " : "", all[i].code);
        add_severity(&all[i], &out);
    }
    if (w->checkin->temperature_c.is_known)
        text_addf(&out, "%s%g C", out.n ? "; " : "", w->checkin->temperature_c.value);
    if (w->checkin->feels_ill == FACT_YES) text_addf(&out, "%sfeels ill", out.n ? "; " : "");
    return out.n ? out.data : load_saying(w->knowledge, "triage.clinic.none");
}

static void add_session(const struct triage_words *w, struct text *out) {
    const struct checkin *c     = w->checkin;
    struct text           about = text_new(w->arena);
    if (c->hours_since_session.is_known)
        text_addf(&about, ", %g hours", c->hours_since_session.value);
    if (c->device) text_addf(&about, ", %s", c->device);
    if (c->depth.is_known) text_addf(&about, ", %g mm", c->depth.value);
    if (c->agents.n) text_addf(&about, ", %s", joined(&c->agents, " and ", w->arena));
    const char *const pairs[] = {
        "level", load_label(w->knowledge, "levels", triage_levels[w->triage->level - 1]),
        "day",   number(c->days, w->arena),
        "about", about.data,
        "told",  symptoms_said(w),
        NULL};
    line(out, said_with(w, "triage.clinic.head", pairs));
}

static void add_finding(const struct triage_words *w, const struct triage_finding *finding,
                        struct text *out) {
    const struct triage_advice *advice  = finding->advice.items;
    const char *const           pairs[] = {"id",       finding->id,
                                           "topic",    finding->topic,
                                           "level",    triage_levels[finding->level - 1],
                                           "symptoms", joined(&finding->symptoms, ", ", w->arena),
                                           NULL};
    line(out, said_with(w, finding->symptoms.n ? "triage.clinic.finding" : "triage.clinic.found",
                        pairs));
    for (int i = 0; i < finding->advice.n; i++)
        text_addf(out, " %s [%s; %s]", advice[i].text, joined(&advice[i].sources, ", ", w->arena),
                  words_status[advice[i].status - 1]);
    const char *const record[] = {"reaction", finding->reaction ? finding->reaction : "", NULL};
    if (finding->reaction) text_addf(out, " %s", said_with(w, "triage.clinic.record", record));
    if (finding->stops == FIELD_BOOL_TRUE) text_addf(out, " %s", said(w, "triage.clinic.stop"));
}

static void add_asked(const struct triage_words *w, bool counted, const char *id,
                      struct text *out) {
    const struct triage_ask *asks  = w->triage->ask.items;
    struct names             facts = {0};
    for (int i = 0; i < w->triage->ask.n; i++)
        if (asks[i].counted == counted)
            view_add(&facts,
                     asks[i].rules.n ? arena_format(w->arena, "%s (%s)", asks[i].fact,
                                                    joined(&asks[i].rules, ", ", w->arena))
                                     : asks[i].fact,
                     w->arena);
    const char *const pairs[] = {"facts", joined(&facts, ", ", w->arena), NULL};
    if (facts.n) line(out, said_with(w, id, pairs));
}

const char *triage_words_clinic(const struct triage_words *w) {
    const struct triage_finding *findings = w->triage->findings.items;
    struct text                  out      = text_new(w->arena);
    add_session(w, &out);
    for (int i = 0; i < w->triage->findings.n; i++) add_finding(w, &findings[i], &out);
    add_asked(w, true, "triage.clinic.counted", &out);
    add_asked(w, false, "triage.clinic.asked", &out);
    if (w->checkin->note) line(&out, said(w, "triage.clinic.note"));
    if (w->triage->level < LEVEL_EMERGENCY && w->triage->level > LEVEL_SELF_CARE)
        line(&out, said(w, "triage.clinic.unread"));
    return out.data;
}
