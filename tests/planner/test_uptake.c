// test_uptake: what a plan says of the cream and of what was wished for.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

#include "knowledge/limits_base.h"

#include <math.h>

static const struct plan_uptake *entry_of(const struct person *person, const char *agent,
                                          double delay_d) {
    const struct plan_uptake *all = person->plan.uptake.items;
    for (int i = 0; i < person->plan.uptake.n; i++)
        if (text_equal(all[i].agent, agent) && all[i].delay.value == delay_d) return &all[i];
    return NULL;
}

static int count_of(const struct person *person, const char *agent) {
    const struct plan_uptake *all = person->plan.uptake.items;
    int                       n   = 0;
    for (int i = 0; i < person->plan.uptake.n; i++) n += text_equal(all[i].agent, agent);
    return n;
}

static void assert_ordered(const struct quantity *q) {
    assert_non_null(q);
    assert_int_equal(q->kind, QUANTITY_COMPUTED);
    assert_true(q->low.value <= q->value.value && q->value.value <= q->high.value);
    assert_true(q->sources.n > 0);
    assert_int_equal(q->status, STATUS_DEFAULT);   // the weakest of what it rests on
}

static void the_cream_goes_through_whole_skin_before(void **state) {
    (void)state;
    const struct person      *person = people_of("{}\n");
    const struct plan_uptake *cream  = entry_of(person, "lidocaine_prilocaine_25_25", 0);
    assert_non_null(cream);
    assert_string_equal(cream->when, "before");
    assert_ordered(cream->taken_up);
    assert_string_equal(cream->taken_up->unit, "ug/cm2");
    assert_true(cream->taken_up->high.value <= 2500);   // 0.1 g/cm2 of 25 mg/g
    assert_null(cream->intact);
    assert_ordered(cream->enhancement);
    assert_true(cream->enhancement->low.value > 1);
    assert_non_null(strstr(cream->enhancement->because, "None goes on then"));
    assert_non_null(strstr(cream->because, "Prilocaine"));
    assert_non_null(strstr(cream->because, "as if it began at full flow"));
    assert_int_equal(cream->numbed->kind, QUANTITY_MEASURED);
    PEOPLE_NEAR(cream->numbed->value.value, 6.61);
    assert_false(cream->numbed->low.is_known || cream->numbed->high.is_known);   // none was printed
    for (int i = 0; i < QUANTITY_PERCENTILES; i++) assert_false(cream->numbed->p[i].is_known);
    assert_non_null(strstr(cream->numbed->because, "No spread was printed"));
    assert_non_null(strstr(cream->numbed->because, "One injection needle (21 gauge)"));
    assert_false(view_has(&cream->taken_up->sources, "R113"));   // no channel takes part
    assert_true(view_has(&cream->enhancement->sources, "R113"));
}

static void a_depth_measured_after_an_hour_is_said_of_an_hour_alone(void **state) {
    (void)state;
    struct figure *minutes = load_agent(people_knowledge, "lidocaine_prilocaine_25_25")->minutes;
    struct figure  before  = *minutes;
    minutes->value.value = minutes->low.value = minutes->high.value = 45;
    const struct plan_uptake *cream = entry_of(people_of("{}\n"), "lidocaine_prilocaine_25_25", 0);
    *minutes                        = before;
    assert_non_null(cream->taken_up);
    assert_null(cream->numbed);
}

static void what_waits_finds_the_channels_closed(void **state) {
    (void)state;
    const struct person      *person = people_of("agents: [tranexamic_acid]\n");
    const struct plan_uptake *now    = entry_of(person, "tranexamic_acid", 0);
    const struct plan_uptake *later  = entry_of(person, "tranexamic_acid", 3);
    assert_ordered(now->enhancement);
    assert_true(now->enhancement->value.value > 1.5);
    PEOPLE_NEAR(later->enhancement->high.value, 1);
    assert_non_null(strstr(later->because, "closed"));
    assert_non_null(strstr(later->because, "no tests of it"));
    assert_non_null(strstr(now->because, "for comparison"));
    assert_null(now->taken_up);
    assert_null(now->intact);
    assert_non_null(strstr(now->because, "only the ratio"));
    assert_string_equal(now->when, "after");
    assert_string_equal(now->zone, "cheeks");
    assert_int_equal(count_of(person, "tranexamic_acid"), 2);
}

static void what_is_fat_soluble_gains_less_than_what_is_not(void **state) {
    (void)state;
    const struct person      *person = people_of("agents: [tretinoin, ascorbic_acid]\n");
    const struct plan_uptake *fat    = entry_of(person, "tretinoin", 0);
    const struct plan_uptake *water  = entry_of(person, "ascorbic_acid", 0);
    assert_true(water->enhancement->value.value > 2 * fat->enhancement->value.value);
    assert_non_null(strstr(water->because, "Lumps"));   // the reason for the wait
    assert_non_null(strstr(fat->because, "dissolves in fat far more"));
    assert_null(strstr(water->because, "dissolves in fat"));
    assert_non_null(entry_of(person, "ascorbic_acid", 7));
}

static void what_is_no_small_molecule_is_said_and_not_reckoned(void **state) {
    static const char *const agents[] = {"prp", "hyaluronic_acid", "exosomes"};
    (void)state;
    const struct person *person = people_of("agents: [prp, hyaluronic_acid, exosomes]\n");
    for (int i = 0; i < 3; i++) {
        const struct plan_uptake *one = entry_of(person, agents[i], 0);
        assert_non_null(one);
        assert_null(one->taken_up);
        assert_null(one->enhancement);
        // "Not used, so not ..." if closed
        assert_non_null(strstr(one->because, "ot worked out"));
        assert_int_equal(count_of(person, agents[i]), 1);
    }
}

static void a_closed_agent_has_no_number(void **state) {
    (void)state;
    const struct person *person =
        people_of("agents: [minoxidil]\nallergies: [{code: lidocaine, reaction: swelling}]\n");
    assert_int_equal(count_of(person, "lidocaine_prilocaine_25_25"), 0);
    const struct limits_agent closed = {"minoxidil", {.rule = "X", .because = "An allergy."}};
    struct person             other  = *person;
    other.limits.agents              = (struct list){NULL, 0, true};
    limits_add(&other.limits.agents, &closed, sizeof closed, &people_arena);
    people_claim(people_plan(&other));
    const struct plan_uptake *one = entry_of(&other, "minoxidil", 0);
    assert_null(one->enhancement);
    assert_non_null(strstr(one->because, "An allergy."));
}

static void zones_needled_alike_share_an_entry(void **state) {
    (void)state;
    const struct person *face = people_of(
        "goals: [{indication: wrinkles, zones: [full_face]}]\nagents: [tranexamic_acid]\n");
    assert_true(face->plan.zones.n > 3);
    assert_int_equal(count_of(face, "tranexamic_acid"), 2);
}

static void nothing_treated_takes_up_nothing(void **state) {
    (void)state;
    const struct person *person = people_of("pregnant: yes\nagents: [tranexamic_acid]\n");
    assert_int_equal(person->plan.zones.n, 0);
    assert_int_equal(person->plan.uptake.n, 0);
}

// Under a cover the serums of the aftercare wait for the fourth day, and so do the substances.
static void what_waits_waits_for_covered_channels_too(void **state) {
    (void)state;
    const struct person *open    = people_of("agents: [tranexamic_acid, ascorbic_acid]\n");
    const struct person *covered = people_of("agents: [tranexamic_acid, ascorbic_acid]\n"
                                             "cover_after: film\n");
    assert_non_null(entry_of(open, "tranexamic_acid", 3));
    assert_null(entry_of(covered, "tranexamic_acid", 3));
    const struct plan_uptake *late = entry_of(covered, "tranexamic_acid", 4);
    assert_non_null(late);
    assert_non_null(entry_of(covered, "ascorbic_acid", 7));   // longer than the channels take
    assert_true(late->enhancement->high.value >
                entry_of(open, "tranexamic_acid", 3)->enhancement->high.value);
    assert_true(view_has(&late->enhancement->sources, "R111"));
}

// The days a substance waits and the line of the aftercare about it are one truth.
static void what_a_substance_waits_is_what_the_aftercare_says(void **state) {
    static const struct {
        const char *group, *line;
    } pairs[] = {{"retinoid", "retinoids"},    {"vitamin_c", "vitamin_c"}, {"serum", "serums"},
                 {"hair_lotion", "minoxidil"}, {"cosmetic", "makeup"},     {"peel", "procedures"}};
    (void)state;
    const struct agent  *agents = people_knowledge->all.agents.items;
    const struct advice *lines  = people_knowledge->all.advice.items;
    for (int p = 0; p < (int)(sizeof pairs / sizeof *pairs); p++) {
        double least_h = INFINITY, line_h = 0;
        for (int i = 0; i < people_knowledge->all.agents.n; i++)
            if (agents[i].after && agents[i].after->value.is_known &&
                view_has(&agents[i].groups, pairs[p].group))
                least_h = fmin(least_h, 24 * agents[i].after->value.value);
        for (int i = 0; i < people_knowledge->all.advice.n; i++)
            if (text_equal(lines[i].id, pairs[p].line)) line_h = lines[i].to.value;
        PEOPLE_NEAR(least_h, line_h);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_waits_waits_for_covered_channels_too),
        cmocka_unit_test(what_a_substance_waits_is_what_the_aftercare_says),
        cmocka_unit_test(the_cream_goes_through_whole_skin_before),
        cmocka_unit_test(a_depth_measured_after_an_hour_is_said_of_an_hour_alone),
        cmocka_unit_test(what_waits_finds_the_channels_closed),
        cmocka_unit_test(what_is_fat_soluble_gains_less_than_what_is_not),
        cmocka_unit_test(what_is_no_small_molecule_is_said_and_not_reckoned),
        cmocka_unit_test(a_closed_agent_has_no_number),
        cmocka_unit_test(zones_needled_alike_share_an_entry),
        cmocka_unit_test(nothing_treated_takes_up_nothing),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
