// test_settings: device, depth, passes and glide of each zone.
// SPDX-License-Identifier: Apache-2.0
#include "planner/people.h"

#include <math.h>

static double depth_of(const struct person *person, const char *zone) {
    const struct plan_zone *planned = people_zone(person, zone);
    assert_non_null(planned);
    return planned->depth->value.value;
}

static void acne_scars_on_cheeks_begin_at_1_5_mm(void **state) {
    (void)state;
    const struct person    *person = people_of("{}\n");
    const struct plan_zone *cheeks = people_zone(person, "cheeks");
    PEOPLE_NEAR(cheeks->depth->value.value, 1.5);
    assert_string_equal(cheeks->depth->because, "1.5 mm for acne scars");
    assert_int_equal(cheeks->depth->kind, QUANTITY_ADVICE);
    PEOPLE_NEAR(cheeks->passes.value, 4);
}

static void type_v_takes_a_quarter_millimetre_off_and_says_so(void **state) {
    (void)state;
    const struct person    *person = people_of("phototype: 5\n");
    const struct plan_zone *cheeks = people_zone(person, "cheeks");
    PEOPLE_NEAR(cheeks->depth->value.value, 1.25);
    assert_string_equal(cheeks->depth->because,
                        "1.5 mm for acne scars, less 0.25 mm for skin types IV to VI (D-25)");
    assert_true(view_has(&cheeks->depth->sources, "R03"));
}

static void the_step_ends_at_its_floor(void **state) {
    (void)state;
    const struct person *person =
        people_of("phototype: 5\ngoals: [{indication: wrinkles, zones: [periorbital]}]\n");
    PEOPLE_NEAR(depth_of(person, "periorbital"), 0.25);
}

static void the_scalp_takes_no_step(void **state) {
    static const char goal[] = "goals: [{indication: hair_loss, zones: [scalp], diagnosed: yes}]\n";
    (void)state;
    const struct person *light = people_of(goal);
    const struct person *dark  = people_of(arena_format(&people_arena, "phototype: 5\n%s", goal));
    PEOPLE_NEAR(depth_of(dark, "scalp"), depth_of(light, "scalp"));
}

static void a_depth_between_two_steps_of_the_device_is_the_shallower_one(void **state) {
    (void)state;
    const struct person *person =
        people_of("goals: [{indication: hair_loss, zones: [scalp], diagnosed: yes}]\n");
    PEOPLE_NEAR(depth_of(person, "scalp"), 0.5);
    assert_non_null(strstr(people_zone(person, "scalp")->depth->because, "set to 0.5 mm"));
}

static void a_depth_asked_for_is_kept_and_beyond_the_label_remarked(void **state) {
    (void)state;
    const struct person *person = people_of("depth: \"2.0 mm\"\n");
    PEOPLE_NEAR(depth_of(person, "cheeks"), 2.0);
    assert_true(people_remarked(person, "plan.off_label"));
    assert_false(people_remarked(people_of("depth: \"1.5 mm\"\n"), "plan.off_label"));
}

static void no_wish_passes_the_reach_of_the_device(void **state) {
    (void)state;
    const struct person *person = people_of("depth: \"4.0 mm\"\n");
    PEOPLE_NEAR(depth_of(person, "cheeks"), 2.5);
    assert_non_null(strstr(people_zone(person, "cheeks")->depth->because, "at most 2.5 mm"));
}

static void no_wish_passes_what_the_operator_may(void **state) {
    (void)state;
    const struct person *person = people_of("depth: \"2.0 mm\"\noperator: op_nurse\n");
    PEOPLE_NEAR(depth_of(person, "cheeks"), 1.5);
}

static void a_pen_goes_before_a_roller(void **state) {
    (void)state;
    const struct person *person = people_of("devices: [roller, pen]\n");
    assert_string_equal(people_zone(person, "cheeks")->device, "pen");
    person = people_of("devices: [roller]\n");
    assert_string_equal(people_zone(person, "cheeks")->device, "roller");
    PEOPLE_NEAR(depth_of(person, "cheeks"), 1.5);
}

static void radiofrequency_is_left_to_the_clinician_after_its_warning(void **state) {
    (void)state;
    const struct person *person = people_of("devices: [rf]\n");
    assert_int_equal(person->plan.zones.n, 0);
    assert_null(person->plan.series);
    assert_true(people_remarked(person, "plan.zone_rf"));
    assert_true(people_remarked(person, "safety.rf"));
}

static void a_home_roller_is_never_planned(void **state) {
    (void)state;
    const struct person *person = people_of("devices: [home_roller]\n");
    assert_int_equal(person->plan.zones.n, 0);
    assert_string_equal(people_dates(person), "");
}

static void a_plan_that_is_empty_says_why(void **state) {
    struct list            before    = people_clinic.operators;
    const char            *kinds[]   = {"roller"};
    struct clinic_operator operators = {.id = "op", .devices = {kinds, 1, true}};
    (void)state;
    const struct person *home = people_of("devices: [home_roller]\n");
    assert_true(people_remarked(home, "plan.zone_closed"));
    assert_int_equal(home->plan.verdict, CLASS_CAUTION);
    people_clinic.operators    = (struct list){&operators, 1, true};
    const struct person *other = people_of("operator: op\n");
    operators.devices          = (struct names){0};
    operators.depth_max        = (struct amount){.value = 0.1, .is_known = true};
    const struct person *low   = people_of("operator: op\n");
    people_clinic.operators    = before;
    assert_int_equal(other->plan.zones.n, 0);
    assert_true(people_remarked(other, "plan.zone_closed"));
    assert_int_equal(low->plan.zones.n, 0);
    assert_true(people_remarked(low, "plan.device_too_deep"));
    assert_true(people_remarked(low, "plan.zone_too_deep"));
    assert_false(people_remarked(low, "plan.zone_no_setting"));
    assert_false(people_remarked(people_example("leila-haddad"), "plan.zone_closed"));
}

static void a_stamp_without_a_needle_count_has_a_depth_and_no_glide(void **state) {
    (void)state;
    const struct person    *person = people_of("devices: [stamp]\n");
    const struct plan_zone *cheeks = people_zone(person, "cheeks");
    assert_non_null(cheeks);
    assert_null(cheeks->speed);
    assert_null(cheeks->rate);
    assert_non_null(cheeks->density);
    const struct plan_session *session = person->plan.sessions.items;
    const struct plan_step    *steps   = session->steps.items;
    assert_non_null(strstr(steps[session->steps.n - 1].minutes->because, "needling"));
}

static void lips_are_left_out_for_lack_of_a_depth(void **state) {
    (void)state;
    const struct person *person =
        people_of("goals: [{indication: wrinkles, zones: [lips, cheeks]}]\n");
    assert_null(people_zone(person, "lips"));
    assert_non_null(people_zone(person, "cheeks"));
}

static void the_glide_leaves_the_density_aimed_at(void **state) {
    const double pins = 14, rate_hz = 117, width_cm = 0.8, passes = 4, density = 900;
    (void)state;
    const struct plan_zone *cheeks  = people_zone(people_of("{}\n"), "cheeks");
    double                  by_hand = 0.95 * passes * pins * rate_hz / (width_cm * density);
    assert_true(fabs(cheeks->speed->value.value - by_hand) < 0.005);
    assert_true(fabs(cheeks->density->value.value / density - 1) < 0.03);
    assert_true(cheeks->density->low.value < density && density < cheeks->density->high.value);
}

static void a_needle_deeper_than_advised_leaves_the_zone_out_with_it(void **state) {
    static const char scalp[] =
        "goals: [{indication: hair_loss, zones: [scalp], diagnosed: yes}]\n";
    static const char dark[] = "phototype: 5\ngoals: [{indication: wrinkles, zones: [forehead]}]\n";
    (void)state;
    const struct person *person =
        people_of(arena_format(&people_arena, "devices: [medical_roller_192]\n%s", scalp));
    assert_int_equal(person->plan.zones.n, 0);
    assert_true(people_remarked(person, "plan.device_too_deep"));
    person =
        people_of(arena_format(&people_arena, "devices: [medical_roller_192, stamp]\n%s", scalp));
    assert_string_equal(people_zone(person, "scalp")->device, "stamp");
    person =
        people_of(arena_format(&people_arena, "devices: [medical_roller_192, roller]\n%s", scalp));
    assert_string_equal(people_zone(person, "scalp")->device, "roller");
    assert_true(people_remarked(person, "plan.device_too_deep"));
    assert_null(people_zone(people_of("devices: [roller]\n"
                                      "goals: [{indication: wrinkles, zones: [periorbital]}]\n"),
                            "periorbital"));
    assert_null(people_zone(people_of(arena_format(&people_arena, "devices: [roller]\n%s", dark)),
                            "forehead"));
    person = people_of("depth: \"0.2 mm\"\n");
    assert_int_equal(person->plan.zones.n, 0);
    assert_true(people_remarked(person, "plan.device_too_deep"));
}

static void what_a_device_rounds_is_our_default(void **state) {
    (void)state;
    const struct quantity *depth =
        people_zone(people_of("goals: [{indication: hair_loss, zones: [scalp], diagnosed: yes}]\n"),
                    "scalp")
            ->depth;
    assert_int_equal(depth->grade, GRADE_D);
    assert_int_equal(depth->status, STATUS_DEFAULT);
    assert_true(view_has(&depth->sources, "default"));
}

static void a_default_ends_at_the_label_before_the_step_is_taken(void **state) {
    static const char scar[] =
        "goals: [{indication: surgical_scar, zones: [abdomen], scar_date: 2020-01-01}]\n";
    (void)state;
    const struct person *fair = people_of(scar);
    const struct person *dark = people_of(arena_format(&people_arena, "phototype: 5\n%s", scar));
    PEOPLE_NEAR(depth_of(fair, "abdomen"), 1.5);
    PEOPLE_NEAR(people_zone(fair, "abdomen")->depth->high.value, 1.5);
    assert_non_null(strstr(people_zone(fair, "abdomen")->depth->because, "label"));
    PEOPLE_NEAR(depth_of(dark, "abdomen"), 1.25);
    assert_false(people_remarked(fair, "plan.off_label"));
    PEOPLE_NEAR(people_zone(people_of("{}\n"), "cheeks")->depth->high.value, 1.5);
}

static void a_model_without_a_label_has_none_of_its_class(void **state) {
    (void)state;
    const struct person *person = people_of("devices: [dermapen_4]\ndepth: \"2.0 mm\"\n");
    PEOPLE_NEAR(depth_of(person, "cheeks"), 2.0);
    assert_false(people_remarked(person, "plan.off_label"));
    assert_true(people_remarked(person, "plan.no_label"));
    assert_false(people_remarked(people_of("{}\n"), "plan.no_label"));
}

static void shares_of_the_layers_stand_from_the_surface_down(void **state) {
    static const char *const names[] = {"epidermis", "papillary_dermis", "reticular_dermis",
                                        "below_dermis"};
    (void)state;
    const struct plan_zone  *cheeks = people_zone(people_of("{}\n"), "cheeks");
    const struct plan_layer *layers = cheeks->depth_layers.items;
    assert_int_equal(cheeks->depth_layers.n, 4);
    for (int i = 0; i < 4; i++) {
        assert_string_equal(layers[i].layer, names[i]);
        assert_true(layers[i].share->low.value >= 0 && layers[i].share->high.value <= 1);
    }
}

static void many_who_are_pierced_through_are_a_caution_and_no_bar(void **state) {
    (void)state;
    const struct person *deep = people_of("depth: \"2.5 mm\"\n");
    assert_true(people_zone(deep, "cheeks")->beyond_dermis->value.value > 0.25);
    assert_true(people_remarked(deep, "plan.beyond_dermis"));
    assert_false(people_remarked(people_of("depth: \"0.25 mm\"\n"), "plan.beyond_dermis"));
}

static void what_asks_for_care_is_at_least_a_caution(void **state) {
    (void)state;
    const struct person *plain = people_of("depth: \"0.5 mm\"\n");
    assert_int_equal(plain->plan.verdict, CLASS_CLEAR);
    const struct person *deep = people_of("depth: \"1.5 mm\"\ndevices: [dermapen_4]\n");
    assert_true(people_remarked(deep, "plan.beyond_dermis"));
    assert_int_equal(deep->screening.verdict, CLASS_CLEAR);
    assert_int_equal(deep->plan.verdict, CLASS_CAUTION);
}

static void a_depth_asked_for_beyond_a_bound_is_for_a_prescriber(void **state) {
    static const char eyes[] = "goals: [{indication: wrinkles, zones: [periorbital]}]\n";
    static const char spot[] =
        "phototype: 5\ntest_spots: [{date: 2026-01-20, read: 2026-02-17, result: unchanged}]\n";
    (void)state;
    const struct person *label = people_of("depth: \"1.75 mm\"\n");
    assert_true(people_remarked(label, "plan.off_label"));
    assert_int_equal(label->plan.verdict, CLASS_CAUTION);
    const struct person *step =
        people_of(arena_format(&people_arena, "%sdepth: \"1.5 mm\"\n", spot));
    assert_true(people_remarked(step, "plan.asked_step"));
    assert_false(people_remarked(people_of(spot), "plan.asked_step"));
    const struct person *chart =
        people_of(arena_format(&people_arena, "%sdepth: \"1.5 mm\"\n", eyes));
    assert_true(people_remarked(chart, "plan.asked_chart"));
    assert_int_equal(chart->plan.verdict, CLASS_CAUTION);
}

static void a_depth_that_was_asked_for_is_no_evidence(void **state) {
    (void)state;
    const struct quantity *depth = people_zone(people_of("depth: \"1.25 mm\"\n"), "cheeks")->depth;
    assert_int_equal(depth->grade, GRADE_D);
    assert_int_equal(depth->status, STATUS_DEFAULT);
    assert_true(view_has(&depth->sources, "patient"));
    PEOPLE_NEAR(depth->low.value, 1.25);
    PEOPLE_NEAR(depth->high.value, 1.25);
}

// The order of devices is knowledge: a clinic may put the roller first.
static void devices_are_tried_in_the_order_of_knowledge(void **state) {
    static const char yaml[] = "devices: [pen, roller]\n";
    (void)state;
    struct figure *order  = load_device(people_knowledge, "roller")->order;
    double         before = order->value.value;
    assert_string_equal(people_zone(people_of(yaml), "cheeks")->device, "pen");
    order->value.value       = load_device(people_knowledge, "pen")->order->value.value - 1;
    const struct person *own = people_of(yaml);
    order->value.value       = before;
    assert_string_equal(people_zone(own, "cheeks")->device, "roller");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(acne_scars_on_cheeks_begin_at_1_5_mm),
        cmocka_unit_test(type_v_takes_a_quarter_millimetre_off_and_says_so),
        cmocka_unit_test(the_step_ends_at_its_floor),
        cmocka_unit_test(the_scalp_takes_no_step),
        cmocka_unit_test(a_depth_between_two_steps_of_the_device_is_the_shallower_one),
        cmocka_unit_test(a_depth_asked_for_is_kept_and_beyond_the_label_remarked),
        cmocka_unit_test(no_wish_passes_the_reach_of_the_device),
        cmocka_unit_test(no_wish_passes_what_the_operator_may),
        cmocka_unit_test(a_pen_goes_before_a_roller),
        cmocka_unit_test(radiofrequency_is_left_to_the_clinician_after_its_warning),
        cmocka_unit_test(a_home_roller_is_never_planned),
        cmocka_unit_test(a_plan_that_is_empty_says_why),
        cmocka_unit_test(a_stamp_without_a_needle_count_has_a_depth_and_no_glide),
        cmocka_unit_test(lips_are_left_out_for_lack_of_a_depth),
        cmocka_unit_test(the_glide_leaves_the_density_aimed_at),
        cmocka_unit_test(a_needle_deeper_than_advised_leaves_the_zone_out_with_it),
        cmocka_unit_test(what_a_device_rounds_is_our_default),
        cmocka_unit_test(a_default_ends_at_the_label_before_the_step_is_taken),
        cmocka_unit_test(a_model_without_a_label_has_none_of_its_class),
        cmocka_unit_test(shares_of_the_layers_stand_from_the_surface_down),
        cmocka_unit_test(many_who_are_pierced_through_are_a_caution_and_no_bar),
        cmocka_unit_test(what_asks_for_care_is_at_least_a_caution),
        cmocka_unit_test(a_depth_asked_for_beyond_a_bound_is_for_a_prescriber),
        cmocka_unit_test(a_depth_that_was_asked_for_is_no_evidence),
        cmocka_unit_test(devices_are_tried_in_the_order_of_knowledge),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
