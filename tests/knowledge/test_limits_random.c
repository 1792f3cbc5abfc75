// test_limits_random: whatever stays inside the limits of a person is accepted, by the check and
// by screening on every day of treatment; whatever leaves one of them is refused, and the limit is
// named. The people and the plans are drawn by a fixed seed.
// SPDX-License-Identifier: Apache-2.0
#include "random_people.h"

#include "knowledge/findings.h"
#include "knowledge/limits_base.h"

#include <math.h>

enum { CANDIDATES = 10000, PER_PERSON = 8, PEOPLE_MOST = 20000, SEED = 20260302 };
#define BEYOND_MM 0.01

// ---- a plan inside the limits ----

struct candidate {
    struct person   *person;
    struct plan      plan;
    struct plan_zone zones[LIMIT_OPTIONS];
    struct names     all;   // zones of every sitting
};

static struct quantity *exactly(double value) {
    struct quantity *quantity = ARENA_NEW(&people_arena, struct quantity, 1);
    *quantity = (struct quantity){.value = {value, true, 0}, .high = {value, true, 0}};
    return quantity;
}

static double depth_most(const struct limits_place *place) {
    const struct limits_ceiling *ceilings = place->ceilings.items;
    double                       most     = INFINITY;
    for (int i = 0; i < place->ceilings.n; i++)
        if (ceilings[i].kind != LIMITS_LABEL) most = fmin(most, ceilings[i].depth_mm);
    return most;
}

// Some of the places that are allowed, each zone once; false: there is none.
static bool take_zones(struct dice *dice, struct candidate *candidate) {
    const struct limits_place *places = candidate->person->limits.places.items;
    int                        n      = 0;
    for (int i = 0; i < candidate->person->limits.places.n; i++) {
        if (!places[i].is_allowed || view_has(&candidate->all, places[i].zone)) continue;
        if (n && dice_one_in(dice, 2)) continue;
        double most = depth_most(&places[i]);
        assert_true(isfinite(most) && most > 0);   // a place without a ceiling would be a hole
        double depth          = dice_one_in(dice, 3) ? most : most * dice_share(dice);
        candidate->zones[n++] = (struct plan_zone){.zone       = places[i].zone,
                                                   .device     = places[i].device,
                                                   .indication = places[i].indication,
                                                   .depth      = exactly(depth),
                                                   .excludes   = places[i].excludes};
        view_add(&candidate->all, places[i].zone, &people_arena);
    }
    candidate->plan.zones = (struct list){candidate->zones, n, true};
    return n > 0;
}

// The first day by the places and the course, and the rule that says so.
static date_day first_open(const struct candidate *candidate, const char **rule) {
    const struct limits       *limits = &candidate->person->limits;
    const struct limits_place *places = limits->places.items;
    date_day                   first  = limits->dates.first;
    *rule                             = limits->dates.first_origin.rule;
    for (int i = 0; i < limits->places.n; i++)
        for (int k = 0; k < candidate->plan.zones.n; k++)
            if (text_equal(places[i].zone, candidate->zones[k].zone) &&
                text_equal(places[i].device, candidate->zones[k].device) &&
                places[i].from > first) {
                first = places[i].from;
                *rule = places[i].from_origin.rule;
            }
    return first;
}

// The same, with the sitting given last; the rule is then that of the interval.
static date_day first_allowed(const struct candidate *candidate, const char **rule) {
    const struct limits *limits = &candidate->person->limits;
    date_day             last = limits->dates.last_given, first = first_open(candidate, rule);
    if (!last || last + limits->series.floor_days <= first) return first;
    *rule = limits->series.floor.rule;
    return last + limits->series.floor_days;
}

static void take_sessions(struct dice *dice, struct candidate *candidate) {
    int                  n        = 1 + dice_below(dice, 4);
    struct plan_session *sessions = ARENA_NEW(&people_arena, struct plan_session, n);
    const char          *rule     = NULL;
    date_day             day      = first_allowed(candidate, &rule);
    day += dice_one_in(dice, 3) ? 0 : dice_below(dice, 200);
    for (int i = 0; i < n; i++) {
        sessions[i] = (struct plan_session){.number = {i + 1, true, 0},
                                            .date   = {day, 0},
                                            .status = SESSION_PLANNED,
                                            .zones  = candidate->all};
        day += candidate->person->limits.series.floor_days +
               (dice_one_in(dice, 3) ? 0 : dice_below(dice, 60));
    }
    candidate->plan.sessions = (struct list){sessions, n, true};
}

static bool is_closed(const struct limits *limits, const struct agent *agent) {
    const struct limits_agent *closed = limits->agents.items;
    for (int i = 0; i < limits->agents.n; i++)
        if (text_equal(closed[i].id, agent->id) || view_has(&agent->groups, closed[i].id))
            return true;
    return false;
}

static struct plan_numbing *numbing_of(const struct agent *agent, double share) {
    struct plan_numbing  *numbing  = ARENA_NEW(&people_arena, struct plan_numbing, 1);
    const struct ceiling *ceilings = agent->ceilings.items;
    double                area = 30000, mass = 10000;
    for (int i = 0; i < agent->ceilings.n; i++) {
        if (ceilings[i].area.is_known) area = fmin(area, ceilings[i].area.value);
        if (ceilings[i].mass.is_known) mass = fmin(mass, ceilings[i].mass.value);
    }
    *numbing = (struct plan_numbing){
        .agent = agent->id, .area = exactly(area * share), .amount = exactly(mass * share)};
    return numbing;
}

static void take_agents(struct dice *dice, struct candidate *candidate) {
    const struct agent *agents = people_knowledge->all.agents.items;
    const struct agent *agent  = &agents[dice_below(dice, people_knowledge->all.agents.n)];
    if (is_closed(&candidate->person->limits, agent)) return;
    struct plan_uptake uptake = {.agent = agent->id, .taken_up = exactly(1)};
    limits_add(&candidate->plan.uptake, &uptake, sizeof uptake, &people_arena);
    if (agent->ceilings.n)
        candidate->plan.numbing = numbing_of(agent, dice_one_in(dice, 3) ? 1 : dice_share(dice));
}

// Every line of aftercare there is, for longer than anybody asks.
static void take_aftercare(struct candidate *candidate) {
    const double                longest_h = 20000;
    const struct limits_advice *advice    = candidate->person->limits.advice.items;
    for (int i = 0; i < candidate->person->limits.advice.n; i++) {
        struct plan_advice line = {.id     = advice[i].id,
                                   .to     = {people_day("2199-01-01"), 0},
                                   .lasts  = exactly(longest_h),
                                   .always = advice[i].is_always};
        limits_add(&candidate->plan.aftercare, &line, sizeof line, &people_arena);
    }
}

static bool draw(struct dice *dice, struct person *person, struct candidate *candidate) {
    *candidate = (struct candidate){.person = person, .plan = {.verdict = CLASS_CAUTION}};
    if (!take_zones(dice, candidate)) return false;
    take_sessions(dice, candidate);
    take_agents(dice, candidate);
    take_aftercare(candidate);
    return true;
}

static enum status check(const struct candidate *candidate) {
    return limits_check(&candidate->person->limits, people_knowledge, &candidate->plan,
                        &people_fault);
}

// ---- screened again on the day ----

// Findings that a visit brings and a plan cannot avoid: old answers are asked anew before it.
static bool is_of_the_visit(const struct person *person, const struct finding *finding) {
    const struct limits_task *tasks = person->limits.tasks.items;
    if (text_equal(finding->id, "FR-01")) return true;
    for (int i = 0; i < person->limits.tasks.n; i++)   // left off in time, and still on the record
        if (tasks[i].kind == LIMITS_STOP && text_equal(tasks[i].origin.rule, finding->id))
            return true;
    return false;
}

static bool is_against(const struct candidate *candidate, const struct finding *finding,
                       const struct plan_zone *zone) {
    const struct device *device = load_device(people_knowledge, zone->device);
    const char          *kind   = words_device_kind[device->kind - 1];
    if (!findings_concern(finding, zone->zone, kind)) return false;
    bool is_too_deep =
        finding->depth_max.is_known && zone->depth->value.value > finding->depth_max.value + 1e-6;
    bool is_closed = finding->class >= CLASS_ASK && !finding->scope->agents.n;
    return (is_too_deep || is_closed) && !is_of_the_visit(candidate->person, finding);
}

// The rule that speaks against a planned zone on that day, or NULL. It knows nothing of limits.
static const char *against_on(const struct candidate *candidate, date_day day) {
    struct view view = {0};
    struct list list = {0};
    people_claim(view_open(&view, people_knowledge, &candidate->person->patient, &people_clinic,
                           day, &people_arena, &people_fault));
    people_claim(findings_of(&view, &list, &people_fault));
    const struct finding *findings = list.items;
    for (int i = 0; i < list.n; i++)
        for (int k = 0; k < candidate->plan.zones.n; k++)
            if (is_against(candidate, &findings[i], &candidate->zones[k])) return findings[i].id;
    return NULL;
}

static void claim_open(const struct candidate *candidate, const char *yaml) {
    const struct plan_session *sessions = candidate->plan.sessions.items;
    for (int i = 0; i < candidate->plan.sessions.n; i++) {
        const char *rule = against_on(candidate, sessions[i].date.day);
        char        day[DATE_TEXT_BYTES];
        date_format(sessions[i].date.day, day);
        if (rule) fail_msg("%s\n%s speaks against it on %s", yaml, rule, day);
    }
}

// ---- the walk over people ----

static int people_opened, people_closed;

// A person who may be treated somewhere; contradictions that were drawn are passed over.
static struct person *next_person(struct dice *dice, const char **yaml) {
    while (people_opened + people_closed < PEOPLE_MOST) {
        struct person *person = ARENA_NEW(&people_arena, struct person, 1);
        *yaml                 = random_person(dice);
        if (people_limited(person, *yaml) != ST_OK) continue;
        if (person->limits.is_open) {
            people_opened++;
            return person;
        }
        people_closed++;
    }
    fail_msg("too few people may be treated");
    return NULL;
}

static void what_is_inside_is_accepted(void **state) {
    (void)state;
    struct dice  dice  = {SEED};
    struct arena empty = people_arena;
    int          n     = 0;
    people_opened = people_closed = 0;
    while (n < CANDIDATES) {
        people_arena          = empty;
        const char    *yaml   = NULL;
        struct person *person = next_person(&dice, &yaml);
        for (int i = 0; i < PER_PERSON && n < CANDIDATES; i++, n++) {
            struct candidate *candidate = ARENA_NEW(&people_arena, struct candidate, 1);
            assert_true(draw(&dice, person, candidate));
            if (check(candidate) != ST_OK) fail_msg("%s\n%s", yaml, people_fault.text);
            claim_open(candidate, yaml);
        }
    }
    people_arena = empty;
    print_message("# %d plans for %d people accepted; %d others may not be treated\n", n,
                  people_opened, people_closed);
}

// ---- just outside of one limit ----

static int caught[8];

static void claim_refused(const struct candidate *candidate, const char *yaml, const char *name,
                          int kind) {
    if (check(candidate) != ST_LIMIT) fail_msg("%s\naccepted beyond %s", yaml, name);
    if (!strstr(people_fault.text, name))
        fail_msg("%s\nnot named: %s in %s", yaml, name, people_fault.text);
    caught[kind]++;
}

// Every ceiling that binds, one after the other.
static void leave_depth(const struct candidate *inside, const char *yaml) {
    const struct limits_place *places = inside->person->limits.places.items;
    for (int i = 0; i < inside->person->limits.places.n; i++) {
        const struct limits_ceiling *ceilings = places[i].ceilings.items;
        double                       most     = depth_most(&places[i]);
        for (int k = 0; places[i].is_allowed && k < places[i].ceilings.n; k++) {
            if (ceilings[k].kind == LIMITS_LABEL || ceilings[k].depth_mm > most) continue;
            struct candidate outside = *inside;
            outside.zones[0]         = (struct plan_zone){.zone     = places[i].zone,
                                                          .device   = places[i].device,
                                                          .excludes = places[i].excludes,
                                                          .depth    = exactly(most + BEYOND_MM)};
            outside.plan.zones       = (struct list){outside.zones, 1, true};
            claim_refused(&outside, yaml, ceilings[k].origin.rule, 0);
            break;   // of two at one depth the first is named
        }
    }
}

static void leave_zones(const struct candidate *inside, const char *yaml) {
    const struct limits_place *places = inside->person->limits.places.items;
    for (int i = 0; i < inside->person->limits.places.n; i++) {
        struct candidate outside = *inside;
        outside.zones[0]         = (struct plan_zone){.zone     = places[i].zone,
                                                      .device   = places[i].device,
                                                      .excludes = places[i].excludes,
                                                      .depth    = exactly(0.1)};
        outside.plan.zones       = (struct list){outside.zones, 1, true};
        if (!places[i].is_allowed) claim_refused(&outside, yaml, places[i].closed.rule, 1);
        if (!places[i].is_allowed || places[i].excludes.n == 0) continue;
        outside.zones[0].excludes = (struct names){0};
        claim_refused(&outside, yaml, places[i].excludes.items[0], 2);
    }
}

static void leave_dates(const struct candidate *inside, const char *yaml) {
    const struct limits *limits   = &inside->person->limits;
    struct plan_session *sessions = inside->plan.sessions.items;
    struct plan_session  before   = sessions[0];
    const char          *rule     = NULL;
    date_day             first    = first_allowed(inside, &rule);
    struct candidate     outside  = *inside;
    outside.plan.zones            = (struct list){outside.zones, inside->plan.zones.n, true};
    before.date.day               = first - 1;
    outside.plan.sessions         = (struct list){&before, 1, true};
    claim_refused(&outside, yaml, rule, 3);
    if (limits->series.floor_days == 0) return;
    struct plan_session near[2] = {sessions[0], sessions[0]};
    near[1].number.value        = 2;
    near[1].date.day += limits->series.floor_days - 1;
    outside.plan.sessions = (struct list){near, 2, true};
    claim_refused(&outside, yaml, limits->series.floor.rule, 4);
}

static void leave_agents(const struct candidate *inside, const char *yaml) {
    const struct agent  *agents = people_knowledge->all.agents.items;
    const struct limits *limits = &inside->person->limits;
    for (int i = 0; i < people_knowledge->all.agents.n; i++) {
        struct candidate outside = *inside;
        outside.plan.zones       = (struct list){outside.zones, inside->plan.zones.n, true};
        if (is_closed(limits, &agents[i])) {
            struct plan_uptake uptake = {.agent = agents[i].id, .taken_up = exactly(1)};
            outside.plan.uptake       = (struct list){&uptake, 1, true};
            claim_refused(&outside, yaml, agents[i].id, 5);
        } else if (agents[i].ceilings.n) {
            outside.plan.numbing = numbing_of(&agents[i], 1.001);
            claim_refused(&outside, yaml, "numbing", 6);
        }
    }
    if (limits->later.n == 0) return;
    const struct limits_later *later    = limits->later.items;
    struct candidate           outside  = *inside;
    struct plan_session       *sessions = inside->plan.sessions.items;
    struct plan_session        then     = sessions[0];
    if (then.date.day < later[0].from) then.date.day = later[0].from;
    outside.plan.zones    = (struct list){outside.zones, inside->plan.zones.n, true};
    outside.plan.sessions = (struct list){&then, 1, true};
    outside.plan.verdict  = CLASS_CLEAR;
    claim_refused(&outside, yaml, later[0].origin.rule, 7);
}

static void what_is_just_outside_is_refused_by_name(void **state) {
    (void)state;
    struct dice  dice  = {SEED + 1};
    struct arena empty = people_arena;
    people_opened = people_closed = 0;
    while (people_opened < CANDIDATES / PER_PERSON) {
        people_arena                = empty;
        const char       *yaml      = NULL;
        struct person    *person    = next_person(&dice, &yaml);
        struct candidate *candidate = ARENA_NEW(&people_arena, struct candidate, 1);
        assert_true(draw(&dice, person, candidate));
        leave_depth(candidate, yaml);
        leave_zones(candidate, yaml);
        leave_dates(candidate, yaml);
        leave_agents(candidate, yaml);
    }
    people_arena = empty;
    print_message("# refused: %d depths, %d closed places, %d places not left out, %d days, "
                  "%d intervals, %d agents, %d amounts, %d later cautions\n",
                  caught[0], caught[1], caught[2], caught[3], caught[4], caught[5], caught[6],
                  caught[7]);
    for (int i = 0; i < 8; i++) assert_true(caught[i] > 0);   // each limit was left at least once
}

// ---- every entry says where it comes from ----

static void claim_origin(const struct limits_origin *origin, const char *what, const char *yaml) {
    bool is_whole = origin->rule && *origin->rule && origin->sources.n > 0 &&
                    origin->grade != GRADE_ABSENT && origin->status != STATUS_ABSENT;
    if (!is_whole)
        fail_msg("%s\n%s: rule %s, %d sources, grade %d, status %d", yaml, what,
                 origin->rule ? origin->rule : "-", origin->sources.n, origin->grade,
                 origin->status);
}

static void claim_place(const struct limits_place *place, const char *yaml) {
    const struct limits_ceiling *ceilings = place->ceilings.items;
    const struct limits_step    *steps    = place->steps.items;
    if (!place->is_allowed) claim_origin(&place->closed, "closed", yaml);
    if (place->from) claim_origin(&place->from_origin, "from", yaml);
    for (int i = 0; i < place->ceilings.n; i++) claim_origin(&ceilings[i].origin, "ceiling", yaml);
    for (int i = 0; i < place->steps.n; i++) claim_origin(&steps[i].origin, "step", yaml);
    if (place->depth) assert_true(place->depth->sources.n > 0 && place->depth->grade);
}

static void claim_limits(const struct limits *limits, const char *yaml) {
    const struct limits_place  *places = limits->places.items;
    const struct limits_agent  *agents = limits->agents.items;
    const struct limits_task   *tasks  = limits->tasks.items;
    const struct limits_advice *advice = limits->advice.items;
    const struct limits_way    *ways   = limits->ways.items;
    const struct limits_later  *later  = limits->later.items;
    for (int i = 0; i < limits->places.n; i++) claim_place(&places[i], yaml);
    for (int i = 0; i < limits->agents.n; i++) claim_origin(&agents[i].origin, "agent", yaml);
    for (int i = 0; i < limits->tasks.n; i++) claim_origin(&tasks[i].origin, "task", yaml);
    for (int i = 0; i < limits->later.n; i++) claim_origin(&later[i].origin, "later", yaml);
    for (int i = 0; i < limits->ways.n; i++)
        if (!ways[i].is_allowed) claim_origin(&ways[i].closed, "way", yaml);
    for (int i = 0; i < limits->advice.n; i++)
        assert_true(advice[i].sources.n > 0 && advice[i].grade && advice[i].status);
    claim_origin(&limits->dates.first_origin, "first day", yaml);
    if (limits->series.floor_days) claim_origin(&limits->series.floor, "floor", yaml);
    if (limits->series.interval)
        assert_true(limits->series.interval->sources.n > 0 && limits->series.interval->grade);
    if (limits->series.count)
        assert_true(limits->series.count->sources.n > 0 && limits->series.count->grade);
}

static void every_entry_has_rule_sources_and_grade(void **state) {
    (void)state;
    struct dice  dice  = {SEED + 2};
    struct arena empty = people_arena;
    int          n     = 0;
    for (int i = 0; i < CANDIDATES / PER_PERSON; i++) {
        people_arena          = empty;
        struct person *person = ARENA_NEW(&people_arena, struct person, 1);
        const char    *yaml   = random_person(&dice);
        if (people_limited(person, yaml) != ST_OK) continue;
        claim_limits(&person->limits, yaml);
        n++;
    }
    people_arena = empty;
    assert_true(n > 1000);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_entry_has_rule_sources_and_grade),
        cmocka_unit_test(what_is_inside_is_accepted),
        cmocka_unit_test(what_is_just_outside_is_refused_by_name),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
