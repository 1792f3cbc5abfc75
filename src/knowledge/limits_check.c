// SPDX-License-Identifier: Apache-2.0
#include "knowledge/limits.h"

#include <math.h>

// Rounding of a depth that is written in hundredths of a millimetre.
#define LIMITS_SLACK_MM 1e-6

static const struct limits_place *place_of(const struct limits    *limits,
                                           const struct plan_zone *zone) {
    const struct limits_place *places = limits->places.items;
    for (int i = 0; i < limits->places.n; i++)
        if (text_equal(places[i].zone, zone->zone) && text_equal(places[i].device, zone->device))
            return &places[i];
    return NULL;
}

static const char *day_text(date_day day, char out[DATE_TEXT_BYTES]) {
    date_format(day, out);
    return out;
}

static enum status check_zone(const struct limits *limits, const struct plan_zone *zone,
                              struct fault *fault) {
    const struct limits_place *place = place_of(limits, zone);
    if (!place || !place->is_allowed)
        return fault_at(fault, ST_LIMIT, "plan: zones: %s: is closed for %s (%s)", zone->zone,
                        zone->device, place && place->closed.rule ? place->closed.rule : "unknown");
    if (!zone->depth || !(zone->depth->value.value > 0))
        return fault_at(fault, ST_LIMIT, "plan: zones: %s: has no depth", zone->zone);
    const struct limits_ceiling *ceilings = place->ceilings.items;
    for (int i = 0; i < place->ceilings.n; i++)
        if (ceilings[i].kind != LIMITS_LABEL &&
            !(zone->depth->value.value <= ceilings[i].depth_mm + LIMITS_SLACK_MM))
            return fault_at(fault, ST_LIMIT, "plan: zones: %s: depth %g mm; allowed: %g mm (%s)",
                            zone->zone, zone->depth->value.value, ceilings[i].depth_mm,
                            ceilings[i].origin.rule);
    for (int i = 0; i < place->excludes.n; i++)
        if (!view_has(&zone->excludes, place->excludes.items[i]))
            return fault_at(fault, ST_LIMIT, "plan: zones: %s: does not leave out %s", zone->zone,
                            place->excludes.items[i]);
    return ST_OK;
}

// The first day on which every planned zone may be treated, and which rule says so.
static date_day first_day(const struct limits *limits, const struct plan *plan, const char **rule) {
    const struct plan_zone *zones = plan->zones.items;
    date_day                first = limits->dates.first;
    *rule                         = limits->dates.first_origin.rule;
    for (int i = 0; i < plan->zones.n; i++) {
        const struct limits_place *place = place_of(limits, &zones[i]);
        if (!place || place->from <= first) continue;
        first = place->from;
        *rule = place->from_origin.rule;
    }
    return first;
}

static bool meet(const struct plan_session *one, const struct plan_session *other) {
    for (int i = 0; i < one->zones.n; i++)
        if (view_has(&other->zones, one->zones.items[i])) return true;
    return false;
}

// The last sitting before this one that treated one of its zones; the last given, if none did.
static date_day day_before(const struct limits *limits, const struct plan_session *sessions,
                           int at) {
    date_day before = limits->dates.last_given;
    for (int i = 0; i < at; i++)
        if (sessions[i].status == GIVEN_PLANNED && sessions[i].date.day > before &&
            sessions[i].number.value < sessions[at].number.value &&
            meet(&sessions[i], &sessions[at]))
            before = sessions[i].date.day;
    return before;
}

static enum status check_sessions(const struct limits *limits, const struct plan *plan,
                                  struct fault *fault) {
    const struct plan_session *sessions = plan->sessions.items;
    const char                *rule     = NULL;
    date_day                   first    = first_day(limits, plan, &rule);
    char                       day[DATE_TEXT_BYTES], other[DATE_TEXT_BYTES];
    for (int i = 0; i < plan->sessions.n; i++) {
        if (sessions[i].status != GIVEN_PLANNED) continue;
        date_day at = sessions[i].date.day;
        if (plan->zones.n == 0)
            return fault_at(fault, ST_LIMIT, "plan: sessions: %s: nothing may be treated",
                            day_text(at, day));
        if (at < first)
            return fault_at(fault, ST_LIMIT, "plan: sessions: %s: not before %s (%s)",
                            day_text(at, day), day_text(first, other), rule);
        date_day last = day_before(limits, sessions, i);
        if (last && at - last < limits->series.floor_days)
            return fault_at(fault, ST_LIMIT,
                            "plan: sessions: %s: %d d after the one before; %s %d (%s)",
                            day_text(at, day), (int)(at - last), "allowed: at least",
                            limits->series.floor_days, limits->series.floor.rule);
    }
    return ST_OK;
}

// The rule that closes the agent or a group of it; NULL: none does.
static const char *closed_by(const struct limits *limits, const struct agent *agent) {
    const struct limits_agent *closed = limits->agents.items;
    for (int i = 0; agent && i < limits->agents.n; i++)
        if (text_equal(closed[i].id, agent->id) || view_has(&agent->groups, closed[i].id))
            return closed[i].origin.rule;
    return agent ? NULL : "unknown";
}

static enum status check_numbing(const struct limits *limits, const struct knowledge *knowledge,
                                 const struct plan_numbing *numbing, struct fault *fault) {
    if (!numbing) return ST_OK;
    const struct agent *agent = load_agent(knowledge, numbing->agent);
    const char         *rule  = closed_by(limits, agent);
    if (rule)
        return fault_at(fault, ST_LIMIT, "plan: numbing: %s: is closed (%s)", numbing->agent, rule);
    if (agent->ceilings.n == 0)
        return fault_at(fault, ST_LIMIT, "plan: numbing: %s: has no ceiling", numbing->agent);
    const struct ceiling *ceilings = agent->ceilings.items;
    for (int i = 0; i < agent->ceilings.n; i++) {
        if (ceilings[i].area.is_known && !(numbing->area->value.value <= ceilings[i].area.value))
            return fault_at(fault, ST_LIMIT, "plan: numbing: area %g cm2; allowed: %g cm2 (%s)",
                            numbing->area->value.value, ceilings[i].area.value, ceilings[i].rule);
        if (ceilings[i].mass.is_known && !(numbing->amount->high.value <= ceilings[i].mass.value))
            return fault_at(fault, ST_LIMIT, "plan: numbing: %g g; allowed: %g g (%s)",
                            numbing->amount->high.value, ceilings[i].mass.value, ceilings[i].rule);
    }
    return ST_OK;
}

// What screening closed has no number of uptake.
static enum status check_uptake(const struct limits *limits, const struct knowledge *knowledge,
                                const struct plan *plan, struct fault *fault) {
    const struct plan_uptake *uptake = plan->uptake.items;
    for (int i = 0; i < plan->uptake.n; i++) {
        const struct agent *agent = load_agent(knowledge, uptake[i].agent);
        const char         *rule  = closed_by(limits, agent);
        if ((uptake[i].taken_up || uptake[i].enhancement) && rule)
            return fault_at(fault, ST_LIMIT, "plan: uptake: %s: is closed (%s)", uptake[i].agent,
                            rule);
    }
    return ST_OK;
}

// What holds by the day of a sitting is in the plan, and the plan is no milder than it.
static enum status check_later(const struct limits *limits, const struct plan *plan,
                               struct fault *fault) {
    const struct limits_later *later    = limits->later.items;
    const struct plan_session *sessions = plan->sessions.items;
    for (int i = 0; i < limits->later.n; i++)
        for (int k = 0; k < plan->sessions.n; k++)
            if (sessions[k].status == GIVEN_PLANNED && sessions[k].date.day >= later[i].from &&
                plan->verdict < CLASS_CAUTION)
                return fault_at(fault, ST_LIMIT, "plan: verdict: %s: is left out",
                                later[i].origin.rule);
    return ST_OK;
}

// ---- aftercare ----

static double deepest_mm(const struct plan *plan) {
    const struct plan_zone *zones = plan->zones.items;
    double                  depth = 0;
    for (int i = 0; i < plan->zones.n; i++) depth = fmax(depth, zones[i].depth->value.value);
    return depth;
}

// The least a line lasts by its own end and by those that only the depth decides.
static double least_h(const struct limits_advice *advice, double depth_mm) {
    const struct limits_end *ends  = advice->ends.items;
    double                   least = advice->to_h;
    for (int i = 0; i < advice->ends.n; i++) {
        bool is_open = ends[i].devices.n || ends[i].agents.n || ends[i].in_strong_sun;
        if (!is_open && depth_mm + LIMITS_SLACK_MM >= ends[i].depth_mm)
            least = fmax(least, ends[i].to_h);
    }
    return least;
}

static date_day next_sitting(const struct plan *plan) {
    const struct plan_session *sessions = plan->sessions.items;
    for (int i = 0; i < plan->sessions.n; i++)
        if (sessions[i].status == GIVEN_PLANNED) return sessions[i].date.day;
    return 0;
}

// No line ends before what is asked for at least.
static enum status check_line(const struct limits_advice *advice, const struct plan *plan,
                              const struct plan_advice *line, struct fault *fault) {
    const double h_in_d = 24;
    if (advice->is_always && line->always) return ST_OK;
    if (advice->is_always)
        return fault_at(fault, ST_LIMIT, "plan: aftercare: %s: ends; allowed: always", line->id);
    double least = least_h(advice, deepest_mm(plan));
    double dated = (line->to.day - next_sitting(plan)) * h_in_d;
    if (line->lasts && line->lasts->value.value >= least && dated >= least) return ST_OK;
    return fault_at(fault, ST_LIMIT, "plan: aftercare: %s: ends too soon; allowed: %g h", line->id,
                    least);
}

static bool has_agent(const struct knowledge *knowledge, const char *id,
                      const struct names *agents) {
    const struct agent *agent = load_agent(knowledge, id);
    for (int i = 0; agent && i < agent->groups.n; i++)
        if (view_has(agents, agent->groups.items[i])) return true;
    return view_has(agents, id);
}

// Is the line certainly one of this plan, by what is planned in it?
static bool is_due(const struct limits_advice *advice, const struct knowledge *knowledge,
                   const struct plan *plan) {
    const struct plan_zone *zones  = plan->zones.items;
    bool                    zone   = advice->zones.n == 0;
    bool                    device = advice->devices.n == 0, agent = advice->agents.n == 0;
    for (int i = 0; i < plan->zones.n; i++) {
        int kind = load_device(knowledge, zones[i].device)->kind;
        zone     = zone || view_has(&advice->zones, zones[i].zone);
        device   = device || view_has(&advice->devices, words_device_kind[kind - 1]);
    }
    if (plan->numbing) agent = agent || has_agent(knowledge, plan->numbing->agent, &advice->agents);
    return advice->is_asked && zone && device && agent && next_sitting(plan);
}

static enum status check_aftercare(const struct limits *limits, const struct knowledge *knowledge,
                                   const struct plan *plan, struct fault *fault) {
    const struct limits_advice *all   = limits->advice.items;
    const struct plan_advice   *lines = plan->aftercare.items;
    for (int i = 0; i < plan->aftercare.n; i++) {
        int k = 0;
        while (k < limits->advice.n && !text_equal(all[k].id, lines[i].id)) k++;
        if (k == limits->advice.n)
            return fault_at(fault, ST_LIMIT, "plan: aftercare: %s: is no line of the knowledge",
                            lines[i].id);
        TRY(check_line(&all[k], plan, &lines[i], fault));
    }
    for (int k = 0; k < limits->advice.n; k++) {
        int i = 0;
        while (i < plan->aftercare.n && !text_equal(all[k].id, lines[i].id)) i++;
        if (i == plan->aftercare.n && is_due(&all[k], knowledge, plan))
            return fault_at(fault, ST_LIMIT, "plan: aftercare: %s: is left out", all[k].id);
    }
    return ST_OK;
}

static enum status check_all(const struct limits *limits, const struct knowledge *knowledge,
                             const struct plan *plan, struct fault *fault) {
    const struct plan_zone *zones = plan->zones.items;
    for (int i = 0; i < plan->zones.n; i++) TRY(check_zone(limits, &zones[i], fault));
    TRY(check_sessions(limits, plan, fault));
    TRY(check_later(limits, plan, fault));
    TRY(check_uptake(limits, knowledge, plan, fault));
    TRY(check_aftercare(limits, knowledge, plan, fault));
    return check_numbing(limits, knowledge, plan->numbing, fault);
}

enum status limits_check(const struct limits *limits, const struct knowledge *knowledge,
                         const struct plan *plan, struct fault *fault) {
    struct fault found  = {""};
    enum status  status = check_all(limits, knowledge, plan, &found);
    if (status == ST_OK) return ST_OK;
    return fault_at(fault, status,
                    "%s; the plan was made within its limits and broke one: this is %s", found.text,
                    "a defect of Stipple, please report it");
}
