// SPDX-License-Identifier: Apache-2.0
#include "knowledge/screen.h"

#include "knowledge/reason.h"

struct worst {   // the worst of some findings, and when it lifts
    int class;
    date_day until;   // latest date of those that close; 0 if one of them has none
    bool     is_open_ended;
};

// A finding about agents alone is a caution for the rest.
static int class_for_option(const struct finding *finding) {
    if (finding->scope->agents.n == 0) return finding->class;
    return finding->class > CLASS_CAUTION ? CLASS_CAUTION : finding->class;
}

static void worsen(struct worst *worst, int class, date_day until) {
    if (class >= CLASS_DEFER) {
        if (!until) worst->is_open_ended = true;
        if (until > worst->until) worst->until = until;
    }
    if (class > worst->class) worst->class = class;
}

static date_day worst_until(const struct worst *worst) {
    return worst->class >= CLASS_DEFER && !worst->is_open_ended ? worst->until : 0;
}

static struct option_verdict option_of(const struct view *view, const struct screening *screening,
                                       const char *zone, int device) {
    const char           *kind    = words_device_kind[view->devices[device]->kind - 1];
    struct option_verdict option  = {.zone = zone, .device = view->devices[device]->id};
    struct worst          worst   = {CLASS_CLEAR, 0, false};
    const struct finding *finding = screening->findings.items;
    option.findings.is_present    = true;
    for (int i = 0; i < screening->findings.n; i++) {
        if (!findings_concern(&finding[i], zone, kind)) continue;
        view_add(&option.findings, finding[i].id, view->arena);
        worsen(&worst, class_for_option(&finding[i]), finding[i].until.day);
    }
    option.verdict   = worst.class;
    option.until.day = worst_until(&worst);
    return option;
}

static enum status add_options(const struct view *view, struct screening *screening,
                               struct fault *fault) {
    int n = view->goal_zones.n * view->device_ids.n;
    if (n > LIMIT_OPTIONS)
        return fault_at(fault, ST_LIMIT, "screening: %d zones with devices; allowed: %d", n,
                        LIMIT_OPTIONS);
    struct option_verdict *options = ARENA_NEW(view->arena, struct option_verdict, n);
    n                              = 0;
    for (int z = 0; z < view->goal_zones.n; z++)
        for (int d = 0; d < view->device_ids.n; d++)
            options[n++] = option_of(view, screening, view->goal_zones.items[z], d);
    screening->options = (struct list){options, n, true};
    return ST_OK;
}

// ---- what is closed ----

// Is `a` better for the person than `b`: milder, or as bad but sooner over?
static bool is_milder(const struct option_verdict *a, const struct option_verdict *b) {
    if (a->verdict != b->verdict) return a->verdict < b->verdict;
    if (!a->until.day || !b->until.day) return a->until.day > b->until.day;
    return a->until.day < b->until.day;
}

// The mildest option of a zone or a device (NULL = any), or NULL if there is none.
static const struct option_verdict *mildest(const struct screening *screening, const char *zone,
                                            const char *device) {
    const struct option_verdict *options = screening->options.items, *best = NULL;
    for (int i = 0; i < screening->options.n; i++) {
        if (zone && !text_equal(options[i].zone, zone)) continue;
        if (device && !text_equal(options[i].device, device)) continue;
        if (!best || is_milder(&options[i], best)) best = &options[i];
    }
    return best;
}

// The findings of an option that close it.
static struct names closing(const struct view *view, const struct screening *screening,
                            const struct option_verdict *option) {
    const struct finding *findings = screening->findings.items;
    struct names          out      = {.is_present = true};
    for (int i = 0; i < screening->findings.n; i++)
        if (findings[i].class >= CLASS_DEFER && view_has(&option->findings, findings[i].id))
            view_add(&out, findings[i].id, view->arena);
    return out;
}

static void add_closed(struct screening *screening, const struct closed *closed) {
    ((struct closed *)screening->closed.items)[screening->closed.n++] = *closed;
}

static void close_option(const struct view *view, struct screening *screening, const char *zone,
                         const char *device) {
    const struct option_verdict *best = mildest(screening, zone, device);
    if (!best || best->verdict < CLASS_DEFER) return;
    struct closed closed = {.zone     = zone,
                            .device   = device,
                            .class    = best->verdict,
                            .until    = best->until,
                            .findings = closing(view, screening, best)};
    add_closed(screening, &closed);
}

static bool is_excluded(const struct view *view, const struct names *excludes, const char *id) {
    const struct agent *agent = load_agent(view->knowledge, id);
    if (view_has(excludes, id)) return true;
    for (int i = 0; agent && i < agent->groups.n; i++)
        if (view_has(excludes, agent->groups.items[i])) return true;
    return false;
}

static void close_agent(const struct view *view, struct screening *screening, const char *id) {
    const struct finding *findings = screening->findings.items;
    struct closed         closed   = {.agent = id, .findings = {.is_present = true}};
    for (int i = 0; i < screening->findings.n; i++) {
        if (!findings[i].counts || !is_excluded(view, &findings[i].excludes, id)) continue;
        view_add(&closed.findings, findings[i].id, view->arena);
        if (findings[i].class > closed.class) closed.class = findings[i].class;
    }
    if (closed.findings.n) add_closed(screening, &closed);
}

// A zone with a device that is closed although the zone has another and the device too.
static void close_pair(const struct view *view, struct screening *screening,
                       const struct option_verdict *option) {
    const struct closed *closed = screening->closed.items;
    if (option->verdict < CLASS_DEFER) return;
    for (int i = 0; i < screening->closed.n; i++)
        if ((!closed[i].device && text_equal(closed[i].zone, option->zone)) ||
            (!closed[i].zone && text_equal(closed[i].device, option->device)))
            return;
    struct closed pair = {.zone     = option->zone,
                          .device   = option->device,
                          .class    = option->verdict,
                          .until    = option->until,
                          .findings = closing(view, screening, option)};
    add_closed(screening, &pair);
}

static void add_all_closed(const struct view *view, struct screening *screening) {
    const struct names          *agents  = &view->patient->agents;
    const struct option_verdict *options = screening->options.items;
    int n = view->goal_zones.n + view->device_ids.n + agents->n + screening->options.n + 1;
    screening->closed = (struct list){ARENA_NEW(view->arena, struct closed, n), 0, true};
    for (int i = 0; i < view->goal_zones.n; i++)
        close_option(view, screening, view->goal_zones.items[i], NULL);
    for (int i = 0; i < view->device_ids.n; i++)
        close_option(view, screening, NULL, view->device_ids.items[i]);
    for (int i = 0; i < screening->options.n; i++) close_pair(view, screening, &options[i]);
    for (int i = 0; i < agents->n; i++) close_agent(view, screening, agents->items[i]);
    if (view->patient->anaesthetic == NUMBING_PLANNED)
        close_agent(view, screening, "topical_anaesthetic");
}

// ---- the whole ----

struct asking {              // facts that are not known, each once
    struct missing *facts;   // [LIMIT_FINDINGS]
    int             n;
};

// Adds a fact, and the rule that needs it (NULL: none, the answer itself needs it).
static void add_fact(const struct view *view, struct asking *asking, const char *fact,
                     const char *rule) {
    int at = 0;
    while (at < asking->n && !text_equal(asking->facts[at].fact, fact)) at++;
    if (at == LIMIT_FINDINGS) return;
    if (at == asking->n)
        asking->facts[asking->n++] = (struct missing){
            .fact = fact, .label = reason_fact(view->knowledge, fact, view->arena)};
    if (rule) view_add(&asking->facts[at].rules, rule, view->arena);
}

static void add_missing(const struct view *view, struct screening *screening) {
    const struct finding *findings = screening->findings.items;
    struct asking         asking   = {ARENA_NEW(view->arena, struct missing, LIMIT_FINDINGS), 0};
    for (int i = 0; i < screening->findings.n; i++)
        for (int k = 0; findings[i].counts && k < findings[i].missing.n; k++)
            add_fact(view, &asking, findings[i].missing.items[k], findings[i].id);
    if (view->goal_zones.n == 0) add_fact(view, &asking, "goals", NULL);
    if (view->device_ids.n == 0) add_fact(view, &asking, "devices", NULL);
    screening->missing = (struct list){asking.facts, asking.n, true};
}

static void add_verdict(struct screening *screening) {
    const struct option_verdict *best     = mildest(screening, NULL, NULL);
    const struct finding        *findings = screening->findings.items;
    struct worst                 worst    = {CLASS_CLEAR, 0, false};
    if (best) worst = (struct worst){best->verdict, best->until.day, !best->until.day};
    for (int i = 0; !best && i < screening->findings.n; i++)
        if (findings[i].counts) worsen(&worst, findings[i].class, findings[i].until.day);
    if (!best && worst.class < CLASS_ASK) worst.class = CLASS_ASK;   // nowhere, or with nothing
    screening->verdict   = worst.class;
    screening->until.day = worst_until(&worst);
    if (screening->closed.n && screening->verdict < CLASS_CAUTION)
        screening->verdict = CLASS_CAUTION;
}

enum status screen_person(const struct view *view, struct screening *screening,
                          struct fault *fault) {
    TRY(findings_of(view, &screening->findings, fault));
    TRY(add_options(view, screening, fault));
    add_all_closed(view, screening);
    add_missing(view, screening);
    add_verdict(screening);
    const struct finding *findings = screening->findings.items;
    screening->sources             = (struct list){NULL, 0, true};
    for (int i = 0; i < screening->findings.n; i++)
        findings_cite(view->knowledge, &screening->sources, &findings[i].sources, view->arena);
    return ST_OK;
}
