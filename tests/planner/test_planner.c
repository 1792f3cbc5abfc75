// test_planner: what holds for any plan.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

#include "knowledge/limits_base.h"

#include <math.h>

static const char *const everybody[] = {
    "amara-okafor",     "margaret-thornton",  "daniel-reyes",          "leila-haddad",
    "jonas-lindqvist",  "priya-raman",        "kwame-mensah",          "elena-petrova",
    "mei-zhou",         "fatima-al-mansouri", "three-zones-one-visit", "insulin-pump-rf",
    "scar-eight-weeks", "seventeen",          "warfarin-inr-unknown",  "skin-type-unknown"};
enum { EVERYBODY = sizeof everybody / sizeof *everybody };

static const char *written(const struct plan *plan) {
    struct doc_build *build = doc_build_new(&people_arena);
    struct text       out   = text_new(&people_arena);
    field_write(&plan_noun, plan, build, NULL);
    struct doc doc = doc_build_done(build);
    doc_write(&doc, 0, &out);
    return out.data;
}

// Every quantity of a noun keeps the honesty rule.
static void check_quantity(const struct quantity *q) {
    assert_true(q->kind >= QUANTITY_COMPUTED && q->kind <= QUANTITY_ADVICE);
    assert_true(q->status >= STATUS_SEEN && q->status <= STATUS_DEFAULT);
    assert_true(q->sources.is_present && q->sources.n > 0);
    assert_true(q->value.is_known && q->low.is_known == q->high.is_known);
    assert_true(isfinite(q->value.value));
    if (!q->low.is_known) {   // published without a spread: no band, and it says so
        assert_true(q->kind == QUANTITY_MEASURED && q->because);
        for (int i = 0; i < QUANTITY_PERCENTILES; i++) assert_false(q->p[i].is_known);
        return;
    }
    assert_true(q->low.value <= q->value.value && q->value.value <= q->high.value);
    for (int i = 0; i < QUANTITY_PERCENTILES; i++) {
        if (q->kind == QUANTITY_ADVICE) assert_false(q->p[i].is_known);
        if (q->p[i].is_known) assert_true(q->p[i].value >= q->low.value);
        if (q->p[i].is_known) assert_true(q->p[i].value <= q->high.value);
    }
    if (q->kind == QUANTITY_ADVICE) assert_true(q->grade != GRADE_ABSENT || q->unit != NULL);
    if (q->kind == QUANTITY_MEASURED)
        assert_true(q->p[0].is_known && q->p[QUANTITY_PERCENTILES - 1].is_known);
    if (!q->predictable) assert_non_null(q->because);
}

static int walk(const struct noun *noun, const void *from) {
    int n = 0;
    if (noun == &quantity_noun) {
        check_quantity(from);
        return 1;
    }
    for (const struct field *field = noun->fields; field->name; field++) {
        const void *at = (const char *)from + field->offset;
        if (field->kind == FIELD_NOUN) {
            const void *const *inner = at;
            if (*inner) n += walk(field->noun, *inner);
        }
        if (field->kind != FIELD_LIST) continue;
        const struct list *list = at;
        for (int i = 0; i < list->n; i++)
            n += walk(field->noun, (const char *)list->items + i * field->noun->size);
    }
    return n;
}

static void every_quantity_has_kind_band_sources_and_status(void **state) {
    (void)state;
    for (int i = 0; i < EVERYBODY; i++) {
        const struct person *person = people_example(everybody[i]);
        int                  n      = walk(&plan_noun, &person->plan);
        assert_true(person->plan.zones.n == 0 || n > 20);
    }
}

static void the_same_arguments_give_the_same_plan(void **state) {
    (void)state;
    struct person *person = people_example("margaret-thornton");
    const char    *first  = written(&person->plan);
    people_claim(people_plan(person));
    assert_string_equal(written(&person->plan), first);
}

static void another_seed_moves_bands_and_not_dates(void **state) {
    (void)state;
    struct person           *person = people_of("{}\n");
    const char              *dates  = people_dates(person);
    double                   before = people_zone(person, "cheeks")->density->high.value;
    const struct planner_run run    = {.members = PEOPLE_MEMBERS, .seed = 2};
    people_claim(planner_plan(&person->view, &person->screening, &person->limits, &run,
                              &person->plan, &people_arena, &people_fault));
    assert_string_equal(people_dates(person), dates);
    assert_true(people_zone(person, "cheeks")->density->high.value != before);
}

static void every_source_that_is_named_is_listed(void **state) {
    (void)state;
    const struct plan      *plan  = &people_example("amara-okafor")->plan;
    const struct cited     *cited = plan->sources.items;
    const struct plan_zone *zone  = plan->zones.items;
    for (int i = 0; i < zone->depth->sources.n; i++) {
        bool is_listed = false;
        for (int k = 0; k < plan->sources.n; k++)
            is_listed = is_listed || text_equal(cited[k].key, zone->depth->sources.items[i]);
        assert_true(is_listed);
    }
    for (int k = 1; k < plan->sources.n; k++)
        assert_true(strcmp(cited[k - 1].key, cited[k].key) < 0);
}

static void who_may_not_be_treated_gets_other_ways_and_no_sitting(void **state) {
    static const char *const closed[] = {"leila-haddad", "fatima-al-mansouri", "kwame-mensah",
                                         "mei-zhou"};
    (void)state;
    for (int i = 0; i < 4; i++) {
        const struct person *person = people_example(closed[i]);
        assert_int_equal(person->plan.zones.n, 0);
        assert_null(person->plan.series);
        assert_null(person->plan.numbing);
        assert_string_equal(people_dates(person), "");
        assert_int_equal(person->plan.aftercare.n, 0);
        assert_true(person->plan.alternatives.n > 0);
        assert_true(person->plan.watch.n == 0 || person->limits.dates.given > 0);
        assert_int_equal(person->plan.risks.n, 0);
        assert_non_null(person->plan.screening);
    }
    assert_string_equal(people_calendar(people_example("leila-haddad"), DAY_REVIEW), "2026-07-06");
}

static void an_unknown_that_could_refuse_plans_nothing(void **state) {
    (void)state;
    assert_string_equal(people_dates(people_example("skin-type-unknown")), "");
    assert_string_equal(people_dates(people_example("cold-sore-today")), "");
}

static const struct plan_alternative *way(const struct person *person, const char *id) {
    const struct plan_alternative *ways = person->plan.alternatives.items;
    for (int i = 0; i < person->plan.alternatives.n; i++)
        if (text_equal(ways[i].id, id)) return &ways[i];
    return NULL;
}

static void a_pacemaker_closes_radiofrequency_though_it_is_not_at_hand(void **state) {
    (void)state;
    const struct person *person = people_of("implants: [{code: pacemaker}]\n");
    assert_true(way(people_of("{}\n"), "rf")->allowed);
    assert_false(way(person, "rf")->allowed);
    assert_true(way(person, "nothing")->allowed);
    assert_true(person->plan.zones.n == 1);
}

static void needling_that_is_closed_takes_its_add_on_along(void **state) {
    (void)state;
    assert_true(way(people_of("{}\n"), "prp")->allowed);
    assert_false(way(people_example("kwame-mensah"), "prp")->allowed);
    assert_false(way(people_example("leila-haddad"), "prp")->allowed);
}

static void what_stands_against_the_person_closes_ways_nobody_screened(void **state) {
    (void)state;
    const struct person *leila = people_example("leila-haddad");
    assert_true(way(people_of("{}\n"), "peel")->allowed);
    assert_false(way(leila, "peel")->allowed);
    assert_true(way(leila, "nothing")->allowed);
    assert_true(way(people_of("implants: [{code: pacemaker}]\n"), "peel")->allowed);
}

static void a_closed_substance_closes_the_way_it_is_done_with(void **state) {
    (void)state;
    struct person      *person = people_of("{}\n");
    struct limits_agent agent  = {.id     = "tazarotene",
                                  .origin = {.rule = "CI-20", .because = "Not now."}};
    assert_true(way(person, "cream_acne_scars")->allowed);
    limits_add(&person->limits.agents, &agent, sizeof agent, &people_arena);
    people_claim(people_plan(person));
    assert_false(way(person, "cream_acne_scars")->allowed);
    assert_true(way(person, "peel")->allowed);
}

static void kinds_of_needling_that_are_not_planned_are_other_ways(void **state) {
    (void)state;
    const struct person *pen = people_of("{}\n"), *roller = people_of("devices: [roller]\n");
    assert_null(way(pen, "pen"));
    assert_null(way(roller, "roller"));
    assert_true(way(pen, "roller")->allowed && way(pen, "stamp")->allowed);
    assert_true(way(roller, "pen")->allowed);
    assert_non_null(strstr(way(pen, "roller")->because, "no difference between roller and pen"));
    assert_true(view_has(&way(pen, "roller")->sources, "el-domyati-2024"));
    PEOPLE_NEAR(way(pen, "roller")->total->value.value, 1280);   // the list has any sitting at 320
    assert_null(strstr(way(pen, "roller")->because, "Published price"));
    assert_false(way(people_example("leila-haddad"), "pen")->allowed);
}

static void a_way_without_an_effect_says_that_no_pooled_figure_is_there(void **state) {
    static const char *const silent[] = {"nothing", "rf", "stamp", "home_roller"};
    (void)state;
    const struct person *person = people_of("{}\n");
    for (int i = 0; i < 4; i++) {
        assert_null(way(person, silent[i])->effect);
        assert_non_null(strstr(way(person, silent[i])->because, "No pooled figure"));
    }
}

static void figures_of_other_ways_are_measured_only_where_they_were(void **state) {
    (void)state;
    const struct person *person = people_of("{}\n");
    assert_int_equal(way(person, "home_roller")->downtime->kind, QUANTITY_ADVICE);
    assert_int_equal(way(person, "laser_nonablative")->downtime->kind, QUANTITY_ADVICE);
}

static void other_ways_and_risks_name_their_sources(void **state) {
    (void)state;
    for (int i = 0; i < EVERYBODY; i++) {
        const struct plan             *plan  = &people_example(everybody[i])->plan;
        const struct plan_alternative *ways  = plan->alternatives.items;
        const struct plan_risk        *risks = plan->risks.items;
        for (int k = 0; k < plan->alternatives.n; k++)
            assert_true(ways[k].sources.n > 0 || !ways[k].allowed);
        for (int k = 0; k < plan->risks.n; k++) assert_true(risks[k].sources.n > 0);
    }
}

static const char *remark_of(const struct person *person, const char *id) {
    const struct plan_remark *remarks = person->plan.remarks.items;
    for (int i = 0; i < person->plan.remarks.n; i++)
        if (text_equal(remarks[i].id, id)) return remarks[i].text;
    return "";
}

static void a_use_no_label_names_is_said(void **state) {
    (void)state;
    const struct person *mixed = people_of("goals:\n"
                                           "  - {indication: wrinkles, zones: [neck, decollete]}\n"
                                           "  - {indication: acne_scars, zones: [cheeks]}\n");
    assert_false(people_remarked(people_of("{}\n"), "plan.off_label_use"));
    assert_true(people_remarked(people_example("jonas-lindqvist"), "plan.off_label_use"));
    assert_true(text_starts(remark_of(mixed, "plan.off_label_use"), "Upper chest: no US label"));
}

static void an_invented_clinic_and_rules_nobody_adopted_are_said(void **state) {
    struct clinic_adopted adopted = {.name = "A"};
    struct clinic         before  = people_clinic;
    (void)state;
    assert_true(people_remarked(people_of("{}\n"), "clinic.invented"));
    assert_true(people_remarked(people_of("{}\n"), "adopt.missing"));
    people_clinic.invented   = FIELD_BOOL_FALSE;
    people_clinic.adopted_by = &adopted;
    assert_false(people_remarked(people_of("{}\n"), "clinic.invented"));
    assert_false(people_remarked(people_of("{}\n"), "adopt.missing"));
    people_clinic = before;
}

static bool disputes(const struct person *person, const char *id) {
    const struct plan_dispute *list = person->plan.disagreement.items;
    for (int i = 0; i < person->plan.disagreement.n; i++)
        if (text_equal(list[i].id, id)) return true;
    return false;
}

static void disputes_about_depth_result_and_use_are_shown(void **state) {
    (void)state;
    const struct person *acne = people_of("{}\n"), *hair = people_example("jonas-lindqvist");
    assert_true(disputes(acne, "D-16") && disputes(acne, "D-18") && disputes(acne, "D-19"));
    assert_false(disputes(acne, "D-01"));   // stands with the series
    assert_false(disputes(acne, "D-17") || disputes(acne, "D-27"));
    assert_true(disputes(hair, "D-27"));
    assert_false(disputes(hair, "D-16"));
    assert_true(people_remarked(hair, "result.hair"));
    assert_false(people_remarked(acne, "result.hair"));
    assert_true(people_remarked(acne, "safety.settings"));
    assert_int_equal(people_example("kwame-mensah")->plan.disagreement.n, 0);
}

static void a_dispute_names_its_topics_and_those_of_the_numbers_are_told(void **state) {
    (void)state;
    const struct person *plain = people_of("{}\n"), *bare = people_of("anaesthetic: declined\n");
    const struct plan_dispute *list = plain->plan.disagreement.items;
    for (int i = 0; i < plain->plan.disagreement.n; i++) assert_true(list[i].about.n > 0);
    const struct plan_dispute *counts = plain->plan.series->disagreement.items;
    assert_true(view_has(&counts[0].about, "sessions"));
    assert_true(disputes(plain, "closing") && disputes(plain, "channel_depth"));
    assert_true(disputes(plain, "healing"));
    assert_int_equal(disputes(plain, "uptake"), plain->plan.uptake.n > 0);
    assert_int_equal(disputes(bare, "uptake"), bare->plan.uptake.n > 0);
    assert_true((plain->plan.uptake.n > 0) != (bare->plan.uptake.n > 0));
    const struct person *late = people_example("daniel-reyes");   // zones and no sitting
    assert_true(late->plan.zones.n > 0 && late->plan.healing->phases.n == 0);
    assert_true(disputes(late, "closing") && !disputes(late, "healing"));
}

static const struct plan_advice *advice(const struct person *person, const char *id) {
    const struct plan_advice *lines = person->plan.aftercare.items;
    for (int i = 0; i < person->plan.aftercare.n; i++)
        if (text_equal(lines[i].id, id)) return &lines[i];
    return NULL;
}

static void aftercare_is_dated_from_the_next_sitting(void **state) {
    (void)state;
    const struct person *amara = people_example("amara-okafor");
    assert_false(advice(amara, "vitamin_c")->is_do);
    assert_int_equal(advice(amara, "vitamin_c")->from.day, people_day("2026-03-02"));
    assert_int_equal(advice(amara, "vitamin_c")->to.day, people_day("2026-03-09"));
}

static const struct plan_risk *risk(const struct person *person, const char *id) {
    const struct plan_risk *risks = person->plan.risks.items;
    for (int i = 0; i < person->plan.risks.n; i++)
        if (text_equal(risks[i].id, id)) return &risks[i];
    return NULL;
}

static const struct plan_watch *watch(const struct person *person, const char *id) {
    const struct plan_watch *lines = person->plan.watch.items;
    for (int i = 0; i < person->plan.watch.n; i++)
        if (text_equal(lines[i].id, id)) return &lines[i];
    return NULL;
}

static void an_ill_liver_is_not_told_of_paracetamol(void **state) {
    (void)state;
    assert_non_null(advice(people_of("{}\n"), "paracetamol"));
    assert_null(
        advice(people_of("conditions: [{code: liver_disease, status: active}]\n"), "paracetamol"));
    assert_null(advice(people_of("allergies: [{code: paracetamol}]\n"), "paracetamol"));
}

static void aftercare_speaks_of_what_is_treated(void **state) {
    (void)state;
    const struct person *jonas = people_example("jonas-lindqvist"), *cheeks = people_of("{}\n");
    assert_non_null(advice(jonas, "minoxidil"));
    assert_null(advice(cheeks, "minoxidil"));
    assert_null(advice(jonas, "makeup"));
    assert_non_null(advice(cheeks, "makeup"));
}

static void radiofrequency_and_cream_are_warned_of_where_they_are_used(void **state) {
    (void)state;
    const struct person *bare  = people_of("anaesthetic: declined\n");
    const struct person *cream = people_of("anaesthetic: planned\n");
    const struct person *rf    = people_of("devices: [pen, rf]\n");
    assert_null(watch(bare, "TR-01"));
    assert_null(risk(bare, "numbing_poisoning"));
    assert_non_null(watch(cream, "TR-01"));
    assert_non_null(risk(cream, "numbing_poisoning"));
    assert_null(watch(cream, "TR-11"));
    assert_null(risk(cream, "rf_harm"));
    assert_non_null(watch(rf, "TR-11"));
    assert_non_null(risk(rf, "rf_harm"));
}

static void emergencies_stand_first_with_the_number(void **state) {
    (void)state;
    const struct person     *person  = people_of("{}\n");
    const struct plan_watch *lines   = person->plan.watch.items;
    bool                     is_past = false;
    for (int i = 0; i < person->plan.watch.n; i++) {
        bool emergency = text_equal(lines[i].level, "emergency");
        assert_false(emergency && is_past);
        is_past = !emergency;
    }
    assert_string_equal(lines[0].call, "Call 911 now. Do not wait for us.");
    assert_null(watch(person, "TR-13")->call);
}

static void darker_skin_keeps_out_of_the_sun_for_28_days(void **state) {
    (void)state;
    const struct person *amara = people_example("amara-okafor");
    const struct person *fair  = people_of("{}\n");
    assert_int_equal(advice(amara, "sun_less")->to.day, people_day("2026-03-02") + 28);
    assert_int_equal(advice(fair, "sun_less")->to.day, people_day("2026-03-09") + 14);
}

static void deeper_needling_keeps_out_of_lakes_for_longer(void **state) {
    (void)state;
    const struct plan_advice *deep    = advice(people_of("depth: \"1.5 mm\"\n"), "open_water");
    const struct plan_advice *shallow = advice(people_of("depth: \"1.25 mm\"\n"), "open_water");
    assert_int_equal(deep->to.day - deep->from.day, 7);
    assert_int_equal(shallow->to.day - shallow->from.day, 3);
}

static void type_vi_gets_no_figure_for_dark_patches(void **state) {
    (void)state;
    assert_null(risk(people_of("phototype: 6\n"), "dark_patches")->rate);
    PEOPLE_NEAR(risk(people_of("phototype: 5\n"), "dark_patches")->rate->value.value, 0.1167);
}

static void too_many_members_are_refused(void **state) {
    (void)state;
    struct person           *person = people_of("{}\n");
    const struct planner_run run    = {.members = LIMIT_MEMBERS + 1, .seed = 1};
    assert_int_equal(planner_plan(&person->view, &person->screening, &person->limits, &run,
                                  &person->plan, &people_arena, &people_fault),
                     ST_LIMIT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_quantity_has_kind_band_sources_and_status),
        cmocka_unit_test(the_same_arguments_give_the_same_plan),
        cmocka_unit_test(another_seed_moves_bands_and_not_dates),
        cmocka_unit_test(every_source_that_is_named_is_listed),
        cmocka_unit_test(who_may_not_be_treated_gets_other_ways_and_no_sitting),
        cmocka_unit_test(an_unknown_that_could_refuse_plans_nothing),
        cmocka_unit_test(a_pacemaker_closes_radiofrequency_though_it_is_not_at_hand),
        cmocka_unit_test(needling_that_is_closed_takes_its_add_on_along),
        cmocka_unit_test(what_stands_against_the_person_closes_ways_nobody_screened),
        cmocka_unit_test(a_closed_substance_closes_the_way_it_is_done_with),
        cmocka_unit_test(kinds_of_needling_that_are_not_planned_are_other_ways),
        cmocka_unit_test(a_way_without_an_effect_says_that_no_pooled_figure_is_there),
        cmocka_unit_test(figures_of_other_ways_are_measured_only_where_they_were),
        cmocka_unit_test(other_ways_and_risks_name_their_sources),
        cmocka_unit_test(a_use_no_label_names_is_said),
        cmocka_unit_test(an_invented_clinic_and_rules_nobody_adopted_are_said),
        cmocka_unit_test(disputes_about_depth_result_and_use_are_shown),
        cmocka_unit_test(a_dispute_names_its_topics_and_those_of_the_numbers_are_told),
        cmocka_unit_test(aftercare_is_dated_from_the_next_sitting),
        cmocka_unit_test(an_ill_liver_is_not_told_of_paracetamol),
        cmocka_unit_test(aftercare_speaks_of_what_is_treated),
        cmocka_unit_test(radiofrequency_and_cream_are_warned_of_where_they_are_used),
        cmocka_unit_test(emergencies_stand_first_with_the_number),
        cmocka_unit_test(darker_skin_keeps_out_of_the_sun_for_28_days),
        cmocka_unit_test(deeper_needling_keeps_out_of_lakes_for_longer),
        cmocka_unit_test(type_vi_gets_no_figure_for_dark_patches),
        cmocka_unit_test(too_many_members_are_refused),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
