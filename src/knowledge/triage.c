// SPDX-License-Identifier: Apache-2.0
#include "knowledge/triage.h"

#include "knowledge/findings.h"
#include "knowledge/limits_base.h"
#include "knowledge/triage_match.h"
#include "knowledge/triage_words.h"
#include "knowledge/view.h"

enum { BROWN_FROM = 4, BLACK_FROM = 6 };   // skin types by Fitzpatrick

struct answering {
    struct triage_case   c;
    const struct clinic *clinic;
    date_day             on;
    struct triage       *triage;
    struct triage_hit   *hits;   // [n_rules] in the order of the rules
    int                  n_rules;
    struct arena        *arena;
};

// NULL: there is no such text.
static const char *filled(const struct answering *a, const struct wording *wording,
                          const char *span) {
    const char *const pairs[] = {"span", span, NULL};
    if (!wording->n) return NULL;
    return load_filled(
        triage_words_filled(a->c.knowledge, a->clinic, load_words(wording), a->arena), pairs,
        a->arena);
}

// How long what was told is usual: of several the shortest. "" where nothing is.
static const char *usual_span(const struct answering *a, const struct names *codes) {
    double shortest = -1;
    for (int i = 0; i < codes->n; i++) {
        const struct triage_usual *usual = triage_usual_find(&a->c.usual, codes->items[i]);
        if (usual && (shortest < 0 || usual->to_h < shortest)) shortest = usual->to_h;
    }
    return shortest < 0 ? "" : triage_words_span(a->c.knowledge, shortest, a->arena);
}

// ---- which rules hold ----

static void set_about(struct answering *a, enum triage_of of, const char *code) {
    a->c.about[of].is_present = true;
    if (code) view_add(&a->c.about[of], code, a->arena);
}

// A symptom that no rule speaks of, one that would be usual but for an answer that is not sure, one
// that was there before, a word that is not known.
static void note_items(struct answering *a) {
    for (int i = 0; i < a->c.n_items; i++) {
        const struct triage_item *item     = &a->c.items[i];
        bool                      is_found = false, is_unsure = false;
        for (int r = 0; r < a->n_rules; r++) {
            is_found  = is_found || (a->hits[r].fires && a->hits[r].items[i]);
            is_unsure = is_unsure || a->hits[r].unsure[i];
        }
        if (item->is_word) set_about(a, TRIAGE_OF_WORD, item->code);
        else if (item->is_older && !item->is_meant) set_about(a, TRIAGE_OF_OLDER, item->code);
        else if (is_found || item->is_meant) continue;
        else set_about(a, is_unsure ? TRIAGE_OF_UNSURE : TRIAGE_OF_UNMATCHED, item->code);
    }
}

static void note_checkin(struct answering *a) {
    const struct checkin *checkin  = a->c.checkin;
    bool                  is_found = false;
    for (int r = 0; r < a->n_rules; r++) is_found = is_found || a->hits[r].fires;
    if (checkin->note) set_about(a, TRIAGE_OF_NOTE, NULL);
    if (!checkin->symptoms.is_present) set_about(a, TRIAGE_OF_SILENT, NULL);
    else if (checkin->symptoms.n == 0 && !is_found && !checkin->note)
        set_about(a, TRIAGE_OF_WELL, NULL);
}

// First the rules about symptoms, then those about what these left over.
static void match_rules(struct answering *a) {
    const struct triage_rule *rules = a->c.knowledge->library.triage.items;
    a->n_rules                      = a->c.knowledge->library.triage.n;
    a->hits                         = ARENA_NEW(a->arena, struct triage_hit, a->n_rules);
    for (int pass = 0; pass < 2; pass++) {
        for (int r = 0; r < a->n_rules; r++)
            if (pass == 0 || triage_match_is_about(&rules[r]))
                a->hits[r] = triage_match(&a->c, &rules[r]);
        if (pass > 0) continue;
        note_items(a);
        note_checkin(a);
    }
}

// ---- findings ----

static struct list advice_of(const struct triage_rule *rule, struct arena *arena) {
    const struct triage_word_of *words = rule->advice.items;
    struct list                  lines = {NULL, 0, true};
    for (int i = 0; i < rule->advice.n; i++) {
        struct triage_advice line = {.text     = load_words(&words[i].text),
                                     .evidence = words[i].rows,
                                     .sources  = words[i].sources,
                                     .status   = words[i].status,
                                     .grade    = words[i].grade};
        line.evidence.is_present = line.sources.is_present = true;
        limits_add(&lines, &line, sizeof line, arena);
    }
    return lines;
}

static struct triage_finding finding_of(const struct answering *a, const struct triage_hit *hit) {
    const struct triage_rule   *rule    = hit->rule;
    bool                        hangs   = hit->facts.n > 0;
    const char                 *span    = usual_span(a, &hit->symptoms);
    struct triage_finding       finding = {.id                = rule->id,
                                           .level             = rule->level,
                                           .within_hours      = rule->within,
                                           .seen_within_hours = rule->seen,
                                           .topic             = load_words(&rule->topic),
                                           .because           = filled(a, &rule->because, span),
                                           .do_now            = filled(a, &rule->do_now, span),
                                           .is_first          = rule->is_first,
                                           .call              = filled(a, &rule->call, span),
                                           .if_so    = hangs ? filled(a, &rule->if_so, span) : NULL,
                                           .symptoms = hit->symptoms,
                                           .unknown  = hit->facts,
                                           .stops    = rule->stops,
                                           .reaction = rule->reaction,
                                           .advice   = advice_of(rule, a->arena),
                                           .evidence = rule->rows,
                                           .sources  = rule->sources,
                                           .status   = rule->status,
                                           .grade    = rule->grade};
    const struct triage_clause *clauses = rule->when.items;
    for (int i = 0; i < rule->when.n; i++)
        finding.is_general = finding.is_general || view_has(&clauses[i].codes, "any");
    finding.symptoms.is_present = finding.unknown.is_present = true;
    finding.evidence.is_present = finding.sources.is_present = true;
    return finding;
}

static void sooner(struct amount *clock, const struct amount *other) {
    if (!other->is_known || (clock->is_known && clock->value <= other->value)) return;
    *clock = *other;
}

// Most urgent first; the clock is the soonest of that level. Who is to be seen today or sooner is
// told no later day.
static void add_findings(struct answering *a) {
    struct triage *triage = a->triage;
    triage->findings      = (struct list){NULL, 0, true};
    for (int level = LEVEL_EMERGENCY; level > LEVEL_ABSENT; level--)
        for (int r = 0; r < a->n_rules; r++) {
            const struct triage_hit *hit = &a->hits[r];
            if (!hit->fires || hit->rule->level != level) continue;
            struct triage_finding finding = finding_of(a, hit);
            if (level == LEVEL_SELF_CARE) finding.unknown = (struct names){NULL, 0, true};
            limits_add(&triage->findings, &finding, sizeof finding, a->arena);
            if (!triage->level) triage->level = level;
            if (level == triage->level) sooner(&triage->within_hours, &finding.within_hours);
            if (triage->level <= LEVEL_MESSAGE)
                sooner(&triage->seen_within_hours, &finding.seen_within_hours);
            if (finding.stops == FIELD_BOOL_TRUE) triage->stops = FIELD_BOOL_TRUE;
        }
    if (!triage->level) triage->level = LEVEL_MESSAGE;   // rules of a user's own may say nothing
}

// ---- what is usual ----

// On this skin; on any, where the skin type is not told.
static const char *looks_of(const struct answering *a, const struct sign *sign) {
    const struct amount *type = &a->c.checkin->phototype;
    if (!sign->looks) return NULL;
    const char *const pairs[] = {
        "light", load_words(&sign->looks->light), "brown", load_words(&sign->looks->brown),
        "black", load_words(&sign->looks->black), NULL};
    const char *id = "triage.looks";
    if (type->is_known && type->value < BROWN_FROM) id = "triage.looks.light";
    else if (type->is_known)
        id = type->value < BLACK_FROM ? "triage.looks.brown" : "triage.looks.black";
    return load_filled(load_saying(a->c.knowledge, id), pairs, a->arena);
}

static bool is_told(const struct answering *a, const char *code) {
    for (int i = 0; i < a->c.n_items; i++)
        if (text_equal(a->c.items[i].code, code)) return true;
    return false;
}

static void add_expected(struct answering *a) {
    const struct triage_usual *usual = a->c.usual.items;
    const char                *call  = load_saying(a->c.knowledge, "triage.usual.call");
    a->triage->expected              = (struct list){NULL, 0, true};
    for (int i = 0; i < a->c.usual.n; i++) {
        const struct sign *sign    = usual[i].sign;
        const char        *span    = triage_words_span(a->c.knowledge, usual[i].to_h, a->arena);
        const char *const  pairs[] = {"span", span, NULL};
        if (a->c.hours < usual[i].from_h || a->c.hours > usual[i].to_h) continue;
        struct triage_expected one = {.id            = sign->id,
                                      .symptom       = usual[i].code,
                                      .label         = load_words(&sign->label),
                                      .until_hours   = {usual[i].to_h, true, 0},
                                      .reported_low  = sign->to->low,
                                      .reported_high = sign->to->high,
                                      .text          = load_words(&sign->text),
                                      .looks         = looks_of(a, sign),
                                      .call          = load_filled(call, pairs, a->arena),
                                      .is_told       = is_told(a, usual[i].code) ? FIELD_BOOL_TRUE
                                                                                 : FIELD_BOOL_FALSE,
                                      .evidence      = sign->rows,
                                      .sources       = sign->sources,
                                      .status        = sign->status,
                                      .grade         = sign->grade};
        one.evidence.is_present = one.sources.is_present = true;
        limits_add(&a->triage->expected, &one, sizeof one, a->arena);
    }
}

// ---- what is not known ----

static void ask(struct answering *a, const char *fact, const struct triage_hit *hit) {
    struct triage_ask *asked = a->triage->ask.items;
    int                at    = 0;
    while (at < a->triage->ask.n && !text_equal(asked[at].fact, fact)) at++;
    if (at == a->triage->ask.n) {
        const char       *id  = arena_format(a->arena, "triage.ask.%s", fact);
        struct triage_ask one = {.fact = fact, .text = load_saying(a->c.knowledge, id)};
        limits_add(&a->triage->ask, &one, sizeof one, a->arena);
        asked = a->triage->ask.items;
    }
    asked[at].counted = asked[at].counted || hit->fires;
    view_add(&asked[at].rules, hit->rule->id, a->arena);
}

// What was counted as the worse, and what could raise the level.
static void add_asks(struct answering *a) {
    a->triage->ask = (struct list){NULL, 0, true};
    if (a->c.about[TRIAGE_OF_WELL].is_present) return;   // "all well" is one tap
    for (int level = LEVEL_EMERGENCY; level > LEVEL_SELF_CARE; level--)
        for (int r = 0; r < a->n_rules; r++) {
            const struct triage_hit *hit = &a->hits[r];
            if (hit->rule->level != level || hit->truth == TRIAGE_FALSE) continue;
            if (!hit->fires && level <= a->triage->level) continue;
            for (int i = 0; i < hit->facts.n; i++) ask(a, hit->facts.items[i], hit);
        }
    for (int r = 0; r < a->n_rules; r++)
        if (a->hits[r].wants_depth && !a->c.checkin->depth.is_known) {
            struct triage_hit deeper = a->hits[r];
            deeper.fires             = true;
            ask(a, "depth", &deeper);
        }
    if (!a->c.checkin->symptoms.is_present) {
        struct triage_ask one = {.fact    = "symptoms",
                                 .text    = load_saying(a->c.knowledge, "triage.ask.symptoms"),
                                 .counted = true,
                                 .rules   = {NULL, 0, true}};
        limits_add(&a->triage->ask, &one, sizeof one, a->arena);
    }
}

static void add_words(struct answering *a) {
    a->triage->words = (struct list){NULL, 0, true};
    for (int i = 0; i < a->c.n_told; i++) {
        const char *near = NULL, *word = a->c.items[i].code, *own = a->c.items[i].own;
        if (!a->c.items[i].is_word) continue;
        for (int k = a->c.n_told; k < a->c.n_items; k++)
            if (a->c.items[k].told == a->c.items[i].told) near = a->c.items[k].code;
        const struct symptom *symptom = triage_usual_symptom(a->c.knowledge, near);
        const char           *label   = symptom ? load_words(&symptom->label) : "";
        const char *const     pairs[] = {"word", word, "near", label, NULL};
        const char           *id      = near ? "triage.word.near" : "triage.word";
        if (own) id = "triage.word.own";
        const char        *said = load_filled(load_saying(a->c.knowledge, id), pairs, a->arena);
        struct triage_word one  = {word, near, said, own != NULL};
        limits_add(&a->triage->words, &one, sizeof one, a->arena);
    }
}

// Conditions under which a rule that asks would raise the level, by level, for the person.
static struct names raising(const struct answering *a, int level) {
    struct names said = {0};
    for (int r = 0; r < a->n_rules; r++) {
        const struct triage_hit *hit = &a->hits[r];
        if (hit->rule->level != level || hit->truth == TRIAGE_FALSE || hit->fires) continue;
        if (level > a->triage->level && hit->rule->if_so.n)
            view_add(&said, load_words(&hit->rule->if_so), a->arena);
    }
    return said;
}

void triage_answer(const struct knowledge *knowledge, const struct clinic *clinic,
                   const struct checkin *checkin, date_day on, struct triage *triage,
                   struct arena *arena) {
    struct answering a = {.c      = triage_match_case(knowledge, checkin, arena),
                          .clinic = clinic,
                          .on     = on,
                          .triage = triage,
                          .arena  = arena};
    *triage            = (struct triage){.day       = {checkin->days, true, 0},
                                         .hours     = checkin->hours_since_session,
                                         .next_open = {clinic_open_from(clinic, on), 0}};
    match_rules(&a);
    add_findings(&a);
    add_expected(&a);
    add_asks(&a);
    add_words(&a);
    struct triage_words words     = {.knowledge = knowledge,
                                     .clinic    = clinic,
                                     .checkin   = checkin,
                                     .triage    = triage,
                                     .on        = on,
                                     .arena     = arena};
    words.raises[LEVEL_SAME_DAY]  = raising(&a, LEVEL_SAME_DAY);
    words.raises[LEVEL_EMERGENCY] = raising(&a, LEVEL_EMERGENCY);
    triage->text_person           = triage_words_person(&words);
    triage->text_clinic           = triage_words_clinic(&words);
    triage->sources               = (struct list){NULL, 0, true};
    findings_cite_all(knowledge, &triage->sources, &triage_noun, triage, arena);
}
