// SPDX-License-Identifier: Apache-2.0
#include "knowledge/triage_match.h"

#include "domain/triage.h"
#include "knowledge/view.h"

#include <string.h>

enum { HOURS_PER_DAY = 24, SLACK_H = 1 };

static const char hour_fact[] = "hours_since_session";

struct clause_truth {   // of one clause for one symptom
    enum triage_truth truth;
    bool              is_unsure;   // something hangs on an answer that is not sure
    bool              is_untold;   // something other than the hour was not told
    bool              is_deep;     // usual after a deeper session than is certain
    struct names      facts;       // not told, or not sure
};

// ---- the case ----

struct triage_case triage_match_case(const struct knowledge *knowledge,
                                     const struct checkin *checkin, struct arena *arena) {
    struct triage_case c = {.knowledge = knowledge, .checkin = checkin, .arena = arena};
    int                n = checkin->symptoms.n;
    c.items              = ARENA_NEW(arena, struct triage_item, 2 * n);
    c.n_items = c.n_told = n;
    c.usual              = triage_usual_of(knowledge, checkin, arena);
    c.hours              = (double)HOURS_PER_DAY * checkin->days;
    c.low_h              = checkin->days > 0 ? c.hours - HOURS_PER_DAY : 0;
    c.high_h             = c.hours + HOURS_PER_DAY;
    if (checkin->hours_since_session.is_known) {
        c.is_exact = true;
        c.hours = c.low_h = c.high_h = checkin->hours_since_session.value;
    }
    struct triage_usual_words words = {.n = 0};   // made where a word is no code
    for (int i = 0; i < n; i++) {
        const struct checkin_symptom *told =
            (const struct checkin_symptom *)checkin->symptoms.items + i;
        bool is_older = told->since_hours.is_known && told->since_hours.value > c.high_h + SLACK_H;
        c.items[i] = (struct triage_item){.told = told, .code = told->code, .is_older = is_older};
        if (triage_usual_symptom(knowledge, told->code)) continue;
        bool is_own;
        if (words.n == 0) words = triage_usual_words(knowledge, arena);
        const char *near      = triage_usual_near(&words, told->code, &is_own, *arena);
        c.items[i].is_word    = true;
        c.items[i].is_strange = !near;
        c.items[i].own        = is_own ? near : NULL;
        if (!near) continue;
        c.items[c.n_items++] = (struct triage_item){
            .told = told, .code = near, .is_meant = true, .is_older = is_older};
    }
    return c;
}

// ---- tests ----

static void require(struct clause_truth *t, enum triage_truth truth, const char *fact,
                    struct arena *arena) {
    if (truth < t->truth) t->truth = truth;
    if (truth == TRIAGE_NOT_SURE) t->is_unsure = true;
    if (truth == TRIAGE_NOT_TOLD && fact != hour_fact) t->is_untold = true;
    if (truth == TRIAGE_NOT_TOLD || truth == TRIAGE_NOT_SURE) view_add(&t->facts, fact, arena);
}

static enum triage_truth sure(bool is_true) { return is_true ? TRIAGE_TRUE : TRIAGE_FALSE; }

static enum triage_truth truth_of_word(int word, int not_sure, const char *const *words,
                                       const struct names *wanted) {
    if (word == 0) return TRIAGE_NOT_TOLD;
    if (word == not_sure) return TRIAGE_NOT_SURE;
    return sure(view_has(wanted, words[word - 1]));
}

static enum triage_truth truth_of_number(const struct amount *told, const struct amount *at_least,
                                         const struct amount *below) {
    if (told->word) return TRIAGE_NOT_SURE;
    if (!told->is_known) return TRIAGE_NOT_TOLD;
    return sure((!at_least->is_known || told->value >= at_least->value) &&
                (!below->is_known || told->value < below->value));
}

static enum triage_truth truth_of_fact(int fact) {
    if (fact == FACT_ABSENT) return TRIAGE_NOT_TOLD;
    return fact == FACT_UNKNOWN ? TRIAGE_NOT_SURE : sure(fact == FACT_YES);
}

// What was said of the eye counts before the zone. A zone that has one of these as a part may be.
static enum triage_truth truth_near_eye(const struct triage_case     *c,
                                        const struct checkin_symptom *told,
                                        const struct names           *zones) {
    struct names parts = {0};
    if (told->near_eye != FACT_ABSENT) return truth_of_fact(told->near_eye);
    if (!told->zones.is_present) return TRIAGE_NOT_TOLD;
    for (int i = 0; i < told->zones.n; i++) {
        if (view_has(zones, told->zones.items[i])) return TRIAGE_TRUE;
        load_zone_parts(c->knowledge, told->zones.items[i], false, &parts, c->arena);
    }
    for (int i = 0; i < parts.n; i++)
        if (view_has(zones, parts.items[i])) return TRIAGE_NOT_TOLD;
    return TRIAGE_FALSE;
}

// Two days' distance may be anything from just over one day to just under three.
static enum triage_truth truth_of_time(const struct triage_case   *c,
                                       const struct triage_clause *clause) {
    double from = clause->from.is_known ? clause->from.value : -1;
    double to   = clause->to.is_known ? clause->to.value : 1e9;
    if (c->is_exact) return sure(c->hours >= from && c->hours <= to);
    if (c->high_h <= from || (c->low_h >= to && c->low_h > 0)) return TRIAGE_FALSE;
    return c->low_h >= from && c->high_h <= to ? TRIAGE_TRUE : TRIAGE_NOT_TOLD;
}

// Is an agent, as told, one of these: by its id or a group of its own? A group that was told may be
// any agent of it.
static bool is_wanted(const struct agent *agent, const struct names *wanted) {
    for (int g = 0; g < agent->groups.n; g++)
        if (view_has(wanted, agent->groups.items[g])) return true;
    return view_has(wanted, agent->id);
}

// A word that is no agent and no group may be anything.
static enum triage_truth truth_of_agents(const struct triage_case *c, const struct names *wanted) {
    const struct names *told       = &c->checkin->agents;
    const struct agent *all        = c->knowledge->all.agents.items;
    bool                is_strange = !told->is_present;
    for (int i = 0; i < told->n; i++) {
        const char *name     = told->items[i];
        bool        is_known = view_has(wanted, name);
        if (is_known) return TRIAGE_TRUE;
        for (int k = 0; k < c->knowledge->all.agents.n; k++) {
            if (!text_equal(all[k].id, name) && !view_has(&all[k].groups, name)) continue;
            is_known = true;
            if (is_wanted(&all[k], wanted)) return TRIAGE_TRUE;
        }
        is_strange = is_strange || !is_known;
    }
    return is_strange ? TRIAGE_NOT_TOLD : TRIAGE_FALSE;
}

static enum triage_truth truth_of_device(const struct triage_case *c, const struct names *kinds) {
    const struct device *device = load_device(c->knowledge, c->checkin->device);
    if (!device) return TRIAGE_NOT_TOLD;
    return sure(view_has(kinds, words_device_kind[device->kind - 1]));
}

// What is about the session and the person. A temperature nobody took is not told.
static void test_person(const struct triage_case *c, const struct triage_clause *clause,
                        struct clause_truth *t) {
    const struct checkin      *told = c->checkin;
    static const struct amount none = {0};
    if (clause->temperature_at_least.is_known || clause->temperature_below.is_known)
        require(t,
                told->temperature_c.word
                    ? TRIAGE_NOT_TOLD
                    : truth_of_number(&told->temperature_c, &clause->temperature_at_least,
                                      &clause->temperature_below),
                "temperature_c", c->arena);
    if (clause->feels_ill == FIELD_BOOL_TRUE)
        require(t, truth_of_fact(told->feels_ill), "feels_ill", c->arena);
    if (clause->blood_thinner == FIELD_BOOL_TRUE)
        require(t, truth_of_fact(told->blood_thinner), "blood_thinner", c->arena);
    if (clause->devices.n) require(t, truth_of_device(c, &clause->devices), "device", c->arena);
    if (clause->agents.n) require(t, truth_of_agents(c, &clause->agents), "agents", c->arena);
    if (clause->depth_at_least.is_known)
        require(t, truth_of_number(&told->depth, &clause->depth_at_least, &none), "depth",
                c->arena);
}

static void test_symptom(const struct triage_case *c, const struct triage_clause *clause,
                         const struct checkin_symptom *told, struct clause_truth *t) {
    static const struct amount none = {0};
    if (clause->severity_at_least.is_known || clause->severity_below.is_known)
        require(
            t,
            truth_of_number(&told->severity, &clause->severity_at_least, &clause->severity_below),
            "severity", c->arena);
    if (clause->direction.n)
        require(t,
                truth_of_word(told->direction, DIRECTION_UNKNOWN, checkin_direction,
                              &clause->direction),
                "direction", c->arena);
    if (clause->spreading.n)
        require(t,
                truth_of_word(told->spreading, SPREADING_UNKNOWN, checkin_spreading,
                              &clause->spreading),
                "spreading", c->arena);
    if (clause->near_eye.n)
        require(t, truth_near_eye(c, told, &clause->near_eye), "near_eye", c->arena);
    if (clause->pressure_at_least.is_known)
        require(t, truth_of_number(&told->pressure_minutes, &clause->pressure_at_least, &none),
                "pressure_minutes", c->arena);
}

static bool has_code(const struct names *codes, const struct triage_item *item) {
    if (view_has(codes, "any") || (item->is_strange && view_has(codes, "word"))) return true;
    return !item->is_word && view_has(codes, item->code);
}

// One of these, told by its code or by another word for it.
static bool is_left_out(const struct triage_clause *clause, const struct triage_item *item) {
    return view_has(&clause->except, item->own ? item->own : item->code);
}

// Is one of these among the other symptoms?
static bool has_also(const struct triage_case *c, const struct names *codes, int but) {
    for (int i = 0; i < c->n_items; i++)
        if (i != but && has_code(codes, &c->items[i])) return true;
    return codes->n == 0;
}

// ---- rules ----

static bool is_usual_rule(const struct triage_rule *rule) { return rule->level == LEVEL_SELF_CARE; }

// What is usual is reckoned from the day as it is named, and only where the session is known. Sets
// *is_deep where it would be usual after a deeper session than is certain.
static bool is_usual_now(const struct triage_case *c, const struct triage_clause *clause,
                         const char *code, bool *is_deep) {
    struct clause_truth        t     = {.truth = TRIAGE_TRUE};
    const struct triage_usual *usual = clause->is_usual ? triage_usual_find(&c->usual, code) : NULL;
    double                     from = clause->from.value, to = clause->to.value;
    if (clause->is_usual && !usual) return false;
    if (usual) {
        from     = usual->from_h;
        to       = usual->to_h;
        *is_deep = c->hours > to && c->hours <= usual->longest_h;
    }
    test_person(c, clause, &t);
    return t.truth == TRIAGE_TRUE && c->hours >= from && c->hours <= to;
}

static struct clause_truth truth_of(const struct triage_case *c, const struct triage_rule *rule,
                                    const struct triage_clause *clause, int i) {
    struct clause_truth t = {.truth = TRIAGE_TRUE};
    if (clause->codes.n && !has_code(&clause->codes, &c->items[i])) t.truth = TRIAGE_FALSE;
    if (clause->except.n && is_left_out(clause, &c->items[i])) t.truth = TRIAGE_FALSE;
    if (!has_also(c, &clause->also, i)) t.truth = TRIAGE_FALSE;
    if (is_usual_rule(rule)) {
        if (i >= 0 && t.truth != TRIAGE_FALSE &&
            (!is_usual_now(c, clause, c->items[i].code, &t.is_deep) || c->items[i].is_older))
            t.truth = TRIAGE_FALSE;
    } else {
        require(&t, truth_of_time(c, clause), hour_fact, c->arena);
        test_person(c, clause, &t);
    }
    if (i >= 0 && t.truth != TRIAGE_FALSE) test_symptom(c, clause, c->items[i].told, &t);
    return t;
}

// What was not told counts as the worse, unless the rule asks. Of what is usual the milder is
// believed until told otherwise, but not where the person is not sure.
static bool fires(const struct triage_rule *rule, const struct clause_truth *t) {
    if (is_usual_rule(rule)) return t->truth != TRIAGE_FALSE && !t->is_unsure;
    if (t->truth != TRIAGE_NOT_TOLD) return t->truth != TRIAGE_FALSE;
    return rule->absent == TRIAGE_ASKS_SIGNS ? !t->is_untold : rule->absent != TRIAGE_ASKS;
}

static void note(struct triage_hit *hit, const struct triage_case *c, int i,
                 const struct clause_truth *t) {
    bool is_fire     = fires(hit->rule, t);
    hit->wants_depth = hit->wants_depth || t->is_deep;
    if (t->truth == TRIAGE_FALSE) return;
    if (t->truth > hit->truth) hit->truth = t->truth;
    hit->fires = hit->fires || is_fire;
    for (int k = 0; k < t->facts.n; k++) view_add(&hit->facts, t->facts.items[k], c->arena);
    if (i >= 0 && is_usual_rule(hit->rule) && !is_fire) hit->unsure[i] = true;
    if (i < 0 || !is_fire) return;
    hit->items[i] = true;
    view_add(&hit->symptoms, c->items[i].code, c->arena);
}

// A clause about the check-in itself holds or does not.
static void note_about(struct triage_hit *hit, const struct triage_case *c,
                       const struct names *about) {
    if (!about->is_present) return;
    hit->truth = TRIAGE_TRUE;
    hit->fires = true;
    for (int i = 0; i < about->n; i++) view_add(&hit->symptoms, about->items[i], c->arena);
}

struct triage_hit triage_match(const struct triage_case *c, const struct triage_rule *rule) {
    const struct triage_clause *clauses = rule->when.items;
    struct triage_hit           hit     = {.rule = rule, .truth = TRIAGE_FALSE};
    hit.items                           = ARENA_NEW(c->arena, bool, c->n_items);
    hit.unsure                          = ARENA_NEW(c->arena, bool, c->n_items);
    for (int k = 0; k < rule->when.n; k++) {
        if (clauses[k].of) {
            note_about(&hit, c, &c->about[clauses[k].of]);
            continue;
        }
        int first = clauses[k].codes.n ? 0 : -1, n = clauses[k].codes.n ? c->n_items : 0;
        for (int i = first; i < n; i++) {
            struct clause_truth t = truth_of(c, rule, &clauses[k], i);
            note(&hit, c, i, &t);
        }
    }
    if (hit.truth == TRIAGE_TRUE) hit.facts = (struct names){0};
    return hit;
}

bool triage_match_is_about(const struct triage_rule *rule) {
    const struct triage_clause *clauses = rule->when.items;
    return rule->when.n > 0 && clauses[0].of != TRIAGE_OF_ABSENT;
}
