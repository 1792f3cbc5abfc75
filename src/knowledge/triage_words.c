// SPDX-License-Identifier: Apache-2.0
#include "knowledge/triage_words.h"

#include "knowledge/triage_usual.h"
#include "knowledge/view.h"

#include <math.h>
#include <string.h>

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

// Each once.
static void line(struct text *out, const char *text) {
    if (text && *text && !(out->n && strstr(out->data, text)))
        text_addf(out, "%s%s", out->n ? "\n" : "", text);
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

// "1 hour", "12 hours": of an id and its plural.
static const char *counted(const struct knowledge *knowledge, const char *one, const char *many,
                           double n, struct arena *arena) {
    const char *const pairs[] = {"n", number(n, arena), NULL};
    return load_filled(load_saying(knowledge, n == 1 ? one : many), pairs, arena);
}

const char *triage_words_span(const struct knowledge *knowledge, double hours,
                              struct arena *arena) {
    double minutes = round(hours * MINUTES_PER_HOUR);
    if (hours < 1) return counted(knowledge, "triage.minute", "triage.minutes", minutes, arena);
    if (hours < 2 * HOURS_PER_DAY)
        return counted(knowledge, "triage.hour", "triage.hours", hours, arena);
    return counted(knowledge, "triage.days", "triage.days", hours / HOURS_PER_DAY, arena);
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

// Does a particular finding of at least this level, standing before `end`, name a symptom too?
static bool is_named(const struct triage *triage, const char *symptom, int least, int end,
                     const char *row) {
    const struct triage_finding *findings = triage->findings.items;
    for (int i = 0; i < end; i++)
        if (!findings[i].is_general && findings[i].level >= least &&
            (!row || (findings[i].evidence.n && text_equal(findings[i].evidence.items[0], row))) &&
            view_has(&findings[i].symptoms, symptom))
            return true;
    return false;
}

// What is said of one symptom of a finding would be less than a more urgent one says, and could
// speak against it. A general finding gives way only where all its symptoms are named by others,
// and so does one with nothing to do that rests on the same row of the evidence.
static bool is_said(const struct triage *triage, int at) {
    const struct triage_finding *one  = (const struct triage_finding *)triage->findings.items + at;
    const char                  *row  = one->evidence.n ? one->evidence.items[0] : NULL;
    int                          more = 0, as_much = 0, same = 0;
    for (int s = 0; s < one->symptoms.n; s++) {
        const char *symptom = one->symptoms.items[s];
        more += is_named(triage, symptom, one->level + 1, triage->findings.n, NULL);
        as_much += is_named(triage, symptom, one->level, triage->findings.n, NULL);
        same += row && is_named(triage, symptom, one->level, at, row);
    }
    if (one->symptoms.n == 0) return false;
    if (one->is_general) return as_much == one->symptoms.n;
    return more > 0 || (!one->do_now && !one->call && same == one->symptoms.n);
}

// Why, and what to do, of the findings of a level. In an emergency what to do comes first.
static void add_findings(const struct triage_words *w, int level, struct text *out) {
    const struct triage_finding *findings = w->triage->findings.items;
    for (int i = 0; i < w->triage->findings.n; i++) {
        if (findings[i].level != level || is_said(w->triage, i)) continue;
        if (level == LEVEL_EMERGENCY) line(out, findings[i].do_now);
        line(out, findings[i].because);
        line(out, findings[i].do_now);
        line(out, findings[i].call);
    }
}

// What to do before one reads on.
static void add_first(const struct triage_words *w, struct text *out) {
    const struct triage_finding *findings = w->triage->findings.items;
    for (int i = 0; i < w->triage->findings.n; i++)
        if (findings[i].is_first == FIELD_BOOL_TRUE && !is_said(w->triage, i))
            line(out, findings[i].do_now);
}

// Was something told that no rule reads for certain, or nothing at all?
static bool is_unread(const struct triage_words *w) {
    const struct triage_word *words   = w->triage->words.items;
    bool                      is_open = w->checkin->note || !w->checkin->symptoms.is_present;
    for (int i = 0; i < w->triage->words.n; i++) is_open = is_open || !words[i].is_own;
    return is_open;
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
    if (!is_unread(w)) line(out, said(w, "triage.red_list"));
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
    if (level < LEVEL_EMERGENCY) {
        if (is_unread(w)) line(&out, said(w, "triage.red_first"));
        add_first(w, &out);
    }
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

// Adds "id" of the catalogue with n in its place, after a comma.
static void add_told(const struct triage_words *w, const char *id, const char *key,
                     const char *value, struct text *out) {
    const char *const pairs[] = {key, value, NULL};
    text_addf(out, "%s%s", out->n ? ", " : "", said_with(w, id, pairs));
}

static const char *id_of(const struct triage_words *w, const char *stem, const char *word) {
    return arena_format(w->arena, "%s.%s", stem, word);
}

static const char *hours_said(const struct triage_words *w, double n) {
    return counted(w->knowledge, "triage.hour", "triage.hours", n, w->arena);
}

static const char *symptom_said(const struct triage_words *w, const char *code) {
    const struct symptom *symptom = triage_usual_symptom(w->knowledge, code);
    const char *const     pairs[] = {"word", code, NULL};
    return symptom ? load_words(&symptom->label) : said_with(w, "triage.told.word", pairs);
}

static const char *symptom_told(const struct triage_words *w, const struct checkin_symptom *one) {
    struct text out = text_new(w->arena);
    text_add(&out, symptom_said(w, one->code));
    if (one->severity.is_known)
        add_told(w, "triage.told.severity", "n", number(one->severity.value, w->arena), &out);
    if (one->direction)
        add_told(w, id_of(w, "triage.told", checkin_direction[one->direction - 1]), "n", "", &out);
    if (one->spreading)
        add_told(w, id_of(w, "triage.told.spreading", checkin_spreading[one->spreading - 1]), "n",
                 "", &out);
    if (one->near_eye == FACT_YES) add_told(w, "triage.told.near_eye", "n", "", &out);
    if (one->pressure_minutes.is_known)
        add_told(w, "triage.told.pressure", "span",
                 counted(w->knowledge, "triage.minute", "triage.minutes",
                         one->pressure_minutes.value, w->arena),
                 &out);
    if (one->since_hours.is_known)
        add_told(w, "triage.told.since", "span", hours_said(w, one->since_hours.value), &out);
    return out.data;
}

static const char *symptoms_said(const struct triage_words *w) {
    const struct checkin_symptom *all   = w->checkin->symptoms.items;
    struct names                  parts = {0};
    for (int i = 0; i < w->checkin->symptoms.n; i++)
        view_add(&parts, symptom_told(w, &all[i]), w->arena);
    if (!parts.n) view_add(&parts, load_saying(w->knowledge, "triage.clinic.none"), w->arena);
    if (w->checkin->temperature_c.is_known) {
        const char *const pairs[] = {"n", number(w->checkin->temperature_c.value, w->arena), NULL};
        view_add(&parts, said_with(w, "triage.told.temperature", pairs), w->arena);
    }
    if (w->checkin->feels_ill == FACT_YES) view_add(&parts, said(w, "triage.told.ill"), w->arena);
    return joined(&parts, "; ", w->arena);
}

// An agent by its label; a group or another word as it is, without underscores.
static const char *agent_said(const struct triage_words *w, const char *id) {
    const struct agent *agents = w->knowledge->all.agents.items;
    for (int i = 0; i < w->knowledge->all.agents.n; i++)
        if (text_equal(agents[i].id, id)) return load_words(&agents[i].label);
    char *word = arena_format(w->arena, "%s", id);
    for (char *at = word; *at; at++)
        if (*at == '_') *at = ' ';
    return word;
}

static void add_session(const struct triage_words *w, struct text *out) {
    const struct checkin *c      = w->checkin;
    const struct device  *device = load_device(w->knowledge, c->device);
    struct text           about  = text_new(w->arena);
    struct names          agents = {0};
    if (c->hours_since_session.is_known)
        text_addf(&about, ", %s", hours_said(w, c->hours_since_session.value));
    if (device) text_addf(&about, ", %s", load_words(&device->label));
    if (c->depth.is_known) text_addf(&about, ", %g mm", c->depth.value);
    for (int i = 0; i < c->agents.n; i++)
        view_add(&agents, agent_said(w, c->agents.items[i]), w->arena);
    if (agents.n) text_addf(&about, ", %s", joined(&agents, ", ", w->arena));
    const char *const pairs[] = {
        "level", said(w, id_of(w, "triage.level", triage_levels[w->triage->level - 1])),
        "day",   number(c->days, w->arena),
        "about", about.data,
        "told",  symptoms_said(w),
        NULL};
    line(out, said_with(w, "triage.clinic.head", pairs));
}

static const char *advice_said(const struct triage_words *w, const struct triage_advice *advice) {
    const char  *status = said(w, id_of(w, "triage.status", words_status[advice->status - 1]));
    const char  *grade  = advice->grade ? words_grade[advice->grade - 1] : NULL;
    struct names keys   = {0};
    for (int i = 0; i < advice->sources.n; i++)
        if (!text_equal(advice->sources.items[i], "default"))
            view_add(&keys, advice->sources.items[i], w->arena);
    const char *const both[]  = {"grade", grade, "status", status, NULL};
    const char       *graded  = grade ? said_with(w, "triage.clinic.graded", both) : status;
    const char *const pairs[] = {"text",     advice->text, "sources", joined(&keys, ", ", w->arena),
                                 "evidence", graded,       NULL};
    return said_with(w, keys.n ? "triage.clinic.cited" : "triage.clinic.ours", pairs);
}

static void add_finding(const struct triage_words *w, const struct triage_finding *finding,
                        struct text *out) {
    const struct triage_advice *advice = finding->advice.items;
    struct names                names  = {0};
    const char                 *id    = id_of(w, "triage.level", triage_levels[finding->level - 1]);
    char                       *level = arena_format(w->arena, "%s", said(w, id));
    if (*level >= 'a' && *level <= 'z') *level = (char)(*level - 'a' + 'A');
    for (int i = 0; i < finding->symptoms.n; i++)
        view_add(&names, symptom_said(w, finding->symptoms.items[i]), w->arena);
    const char *const pairs[] = {"id",    finding->id, "topic",    finding->topic,
                                 "level", level,       "symptoms", joined(&names, "; ", w->arena),
                                 NULL};
    line(out, said_with(w, names.n ? "triage.clinic.finding" : "triage.clinic.found", pairs));
    for (int i = 0; i < finding->advice.n; i++) text_addf(out, " %s", advice_said(w, &advice[i]));
    if (finding->reaction) {
        const char       *label    = load_label(w->knowledge, "reactions", finding->reaction);
        const char *const record[] = {"reaction", label, NULL};
        text_addf(out, " %s", said_with(w, "triage.clinic.record", record));
    }
    if (finding->stops == FIELD_BOOL_TRUE) text_addf(out, " %s", said(w, "triage.clinic.stop"));
}

static void add_asked(const struct triage_words *w, bool is_counted, const char *id,
                      struct text *out) {
    const struct triage_ask *asks  = w->triage->ask.items;
    struct names             facts = {0};
    for (int i = 0; i < w->triage->ask.n; i++) {
        const char       *fact   = said(w, id_of(w, "triage.fact", asks[i].fact));
        const char *const both[] = {"fact", fact, "rules", joined(&asks[i].rules, ", ", w->arena),
                                    NULL};
        if (asks[i].counted != is_counted) continue;
        view_add(&facts, asks[i].rules.n ? said_with(w, "triage.clinic.fact", both) : fact,
                 w->arena);
    }
    const char *const pairs[] = {"facts", joined(&facts, "; ", w->arena), NULL};
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
