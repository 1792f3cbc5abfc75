// test_section: what a picture of the skin is drawn from, and what it must agree with.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

#include <math.h>

enum { MIDDLE = 3 };   // index of 50 %

static const char *const layers[] = {"epidermis", "papillary_dermis", "reticular_dermis",
                                     "below_dermis"};

static const struct plan_zone *zone_of(const struct person *person, const char *id) {
    const struct plan_zone *zones = person->plan.zones.items;
    for (int i = 0; i < person->plan.zones.n; i++)
        if (text_equal(zones[i].zone, id)) return &zones[i];
    fail_msg("%s", id);
    return NULL;
}

static void claim_skin(const struct plan_zone *zone) {
    const struct plan_skin *skin = zone->skin.items;
    assert_int_equal(zone->skin.n, 4);
    for (int i = 0; i < 4; i++) {
        assert_string_equal(skin[i].layer, layers[i]);
        assert_int_equal(skin[i].from->kind, QUANTITY_COMPUTED);
        assert_string_equal(skin[i].from->unit, "mm");
        assert_true(i == 0 || skin[i].from->value.value > skin[i - 1].from->value.value);
        assert_true((skin[i].thickness != NULL) == (i < 3));
        if (i < 3) assert_true(skin[i].thickness->low.value > 0);
        assert_true(skin[i].from->sources.n > 0 && skin[i].from->status > 0);
    }
    assert_true(skin[0].from->high.value == 0);
    assert_true(skin[1].from->value.value == skin[0].thickness->value.value);
}

static void layers_begin_where_those_above_them_end(void **state) {
    (void)state;
    const struct person    *person = people_example("three-zones-one-visit");
    const struct plan_zone *zones  = person->plan.zones.items;
    for (int i = 0; i < person->plan.zones.n; i++) claim_skin(&zones[i]);
    assert_true(person->plan.zones.n > 3);
}

// Of one person there is no band, and thicknesses add up to the depth below them.
static void layers_of_one_person_add_up(void **state) {
    (void)state;
    struct person           *person = ARENA_NEW(&people_arena, struct person, 1);
    const struct planner_run run    = {.members = 1, .seed = 7};
    people_claim(people_limited(person, "{}\n"));
    people_claim(planner_plan(&person->view, &person->screening, &person->limits, &run,
                              &person->plan, &people_arena, &people_fault));
    const struct plan_skin *skin = zone_of(person, "cheeks")->skin.items;
    double                  sum  = 0;
    for (int i = 0; i < 3; i++) {
        assert_true(skin[i].thickness->low.value == skin[i].thickness->high.value);
        sum += skin[i].thickness->value.value;
        assert_true(fabs(skin[i + 1].from->value.value / sum - 1) < 1e-3);   // rounded
    }
}

static void claim_curve(const struct curve *curve) {
    for (int i = 0; i < curve->x.n; i++) {
        assert_true(i == 0 || curve->x.items[i] > curve->x.items[i - 1]);
        for (int k = 0; k < QUANTITY_PERCENTILES; k++) {
            assert_int_equal(curve->p[k].n, curve->x.n);
            assert_true(curve->p[k].items[i] >= 0 && curve->p[k].items[i] <= 1);
            assert_true(k == 0 || curve->p[k].items[i] >= curve->p[k - 1].items[i]);
        }
    }
    assert_int_equal(curve->kind, QUANTITY_COMPUTED);
    assert_true(curve->sources.n > 0 && curve->status > 0 && *curve->because);
    assert_null(strchr(curve->because, '{'));
}

static void channels_begin_open_and_close_as_the_plan_says(void **state) {
    static const char *const ways[] = {"{}\n", "cover_after: film\n"};
    (void)state;
    for (int w = 0; w < 2; w++) {
        const struct plan_zone *zone = zone_of(people_of(ways[w]), "cheeks");
        const struct curve     *open = zone->open;
        const double           *p    = open->p[MIDDLE].items;
        claim_curve(open);
        assert_string_equal(open->x_unit, "h");
        assert_true(open->x.items[0] == 0 && open->x.items[open->x.n - 1] == 72);
        assert_true(open->p[0].items[0] == 1);
        double closed_h = zone->closure->value.value;
        for (int i = 1; i < open->x.n; i++) {
            assert_true(p[i] <= p[i - 1] && (p[i] < p[i - 1] || p[i] < 1e-4));
            // 0.17 of the opening is left when they count as closed
            assert_true((p[i] > 0.1701) <= (open->x.items[i] < closed_h));
            assert_true((p[i] < 0.1699) <= (open->x.items[i] > closed_h));
        }
    }
}

static void punctures_lie_about_the_depth_of_the_channels(void **state) {
    (void)state;
    const struct person    *person = people_example("three-zones-one-visit");
    const struct plan_zone *zones  = person->plan.zones.items;
    for (int i = 0; i < person->plan.zones.n; i++) {
        const struct curve *spread = zones[i].depth_spread;
        double              sum = 0, mean = 0, bin = 2 * spread->x.items[0];
        claim_curve(spread);
        assert_true(spread->x.n <= 48 &&
                    bin * spread->x.n >= 2 * zones[i].depth->value.value - 1e-9);
        for (int k = 0; k < spread->x.n; k++) {
            assert_true(fabs(spread->x.items[k] - (k + 0.5) * bin) < 1e-3 * bin * (k + 1));
            sum += spread->p[MIDDLE].items[k];
            mean += spread->p[MIDDLE].items[k] * spread->x.items[k];
        }
        // medians of shares are no shares of one person, but nearly
        assert_true(fabs(sum - 1) < 0.05);
        assert_true(fabs(mean / sum - zones[i].achieved->value.value) < bin);
    }
}

static void zones_that_are_needled_alike_have_one_curve(void **state) {
    (void)state;
    const struct person    *person = people_example("three-zones-one-visit");
    const struct plan_zone *zones  = person->plan.zones.items;
    int                     n      = 0;
    for (int i = 0; i < person->plan.zones.n; i++)
        for (int k = 0; k < i; k++) {
            bool is_alike = text_equal(zones[i].device, zones[k].device) &&
                            zones[i].depth->value.value == zones[k].depth->value.value;
            assert_int_equal(zones[i].depth_spread == zones[k].depth_spread, is_alike);
            n += is_alike;
        }
    assert_true(n > 0);
}

static void what_goes_on_in_a_phase_follows_the_phase(void **state) {
    (void)state;
    const struct person        *person = people_example("amara-okafor");
    const struct plan_activity *states = person->plan.healing->curves.items;
    const struct plan_phase    *phases = person->plan.healing->phases.items;
    assert_int_equal(person->plan.healing->curves.n, 3);
    for (int k = 0; k < 3; k++) {
        const struct curve *curve = states[k].curve;
        int                 most  = 0;
        claim_curve(curve);
        assert_string_equal(states[k].state, phases[k].id);
        assert_true(curve->x.items[0] == 0 && curve->x.items[curve->x.n - 1] == 180);
        assert_true(curve->p[QUANTITY_PERCENTILES - 1].items[0] == 0);
        for (int i = 0; i < curve->x.n; i++)
            if (curve->p[MIDDLE].items[i] > curve->p[MIDDLE].items[most]) most = i;
        assert_true(curve->p[MIDDLE].items[most] > 0.8);
        assert_true(curve->x.items[most] > phases[k].starts->value.value);
        assert_true(curve->x.items[most] < phases[k].ends->value.value);
    }
    const struct person *nobody = people_example("cold-sore-today");
    assert_int_equal(nobody->plan.healing->curves.n, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(layers_begin_where_those_above_them_end),
        cmocka_unit_test(layers_of_one_person_add_up),
        cmocka_unit_test(channels_begin_open_and_close_as_the_plan_says),
        cmocka_unit_test(punctures_lie_about_the_depth_of_the_channels),
        cmocka_unit_test(zones_that_are_needled_alike_have_one_curve),
        cmocka_unit_test(what_goes_on_in_a_phase_follows_the_phase),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
