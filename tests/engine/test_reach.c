// The door engine_reach of engine.c: how deep and how hard, of one person or of a study's mean.
// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/engine.h"

#include "domain/patient.h"
#include "domain/words.h"

#include <string.h>

enum { REACH_BYTES = 64 << 20 };

static struct arena arena;
static char        *arena_base;
static struct fault fault;

static int begin(void **state) {
    (void)state;
    if (arena_open(&arena, REACH_BYTES, &fault) != ST_OK) return 1;
    arena_base = arena.at;
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_close(arena_base, REACH_BYTES);
    return 0;
}

static struct engine_setup cheek(void) {
    return (struct engine_setup){
        .thickness      = {1.39, 1.06, 0.20, 0.29, 0.08, 0.10, 100, 300},
        .sex            = SEX_FEMALE,
        .depth_mm       = 1.0,
        .tip_um         = 20,
        .piercing       = {{.median = 0.02, .sigma = 0.2}, {.median = 4590, .sigma = 0.2}, 5, 37},
        .ratio          = {.median = 0.95, .sigma = 0.1},
        .puncture_sigma = 0.15,
        .members        = 2000,
        .seed           = 1,
        .zone           = 2,
    };
}

static struct engine_depths reached(struct engine_setup setup) {
    struct engine_depths depths;
    assert_int_equal(engine_reach(&setup, &depths, arena, &fault), ST_OK);
    return depths;
}

static double width(const struct ensemble_band *band) {
    return band->p[ENSEMBLE_POINTS - 1] - band->p[0];
}

static void depths_are_those_of_a_sitting(void **state) {
    (void)state;
    struct engine_setup  setup  = cheek();
    struct engine_depths depths = reached(setup);
    struct engine_answer answer;
    setup.device   = DEVICE_STAMP;
    setup.area_cm2 = 70;
    setup.passes   = 1;
    setup.glide = setup.contact = (struct engine_prior){.median = 1};
    setup.closure               = (struct engine_closure){{.median = 1}, {.median = 2}, 0.17, 1};
    assert_int_equal(engine_sitting(&setup, &answer, arena, &fault), ST_OK);
    assert_memory_equal(&depths.achieved_mm, &answer.achieved_mm, sizeof answer.achieved_mm);
    assert_memory_equal(depths.layer_share, answer.layer_share, sizeof answer.layer_share);
    assert_true(depths.beyond_share_of_people == answer.beyond_share_of_members);
}

static void shares_add_up_in_every_member(void **state) {
    (void)state;
    struct engine_setup setup = cheek();
    assert_true(reached(setup).shares_error <= 1e-12);
    setup.study_n = 15;
    assert_true(reached(setup).shares_error <= 1e-12);
}

static void a_study_of_one_is_one_person(void **state) {
    (void)state;
    struct engine_setup  setup = cheek();
    struct engine_depths one   = reached(setup);
    setup.study_n              = 1;
    struct engine_depths study = reached(setup);
    assert_memory_equal(&one, &study, sizeof one);
}

// People are averaged away, what departs between studies is not.
static void the_mean_of_many_keeps_the_spread_between_studies(void **state) {
    (void)state;
    struct engine_setup setup   = cheek();
    setup.ratio                 = (struct engine_prior){.median = 1};
    setup.thickness.study_sigma = 0;
    double person               = width(&reached(setup).layer_share[SKIN_SUBCUTIS]);
    setup.study_n               = 100;
    double mean                 = width(&reached(setup).layer_share[SKIN_SUBCUTIS]);
    assert_true(mean < 0.2 * person);
    setup.thickness.study_sigma = 0.29;
    assert_true(width(&reached(setup).layer_share[SKIN_SUBCUTIS]) > 2 * mean);
}

static void the_mean_of_a_study_is_that_of_its_people(void **state) {
    (void)state;
    struct engine_setup setup   = cheek();
    setup.thickness.study_sigma = 0;
    setup.ratio.sigma           = 0;
    setup.members               = 50000;
    double people               = reached(setup).beyond_share_of_people;
    setup.members               = 500;
    setup.study_n               = 100;   // the same people, gathered into studies
    CLAIM_RELATIVE(reached(setup).beyond_share_of_people, people, 1e-12);
}

static void a_needle_without_a_tip_has_no_force(void **state) {
    (void)state;
    struct engine_setup setup = cheek();
    CLAIM_RELATIVE(reached(setup).force_mn.p[3], 20 + 4.59 * 15, 0.02);
    assert_false(reached(setup).is_force_extrapolated);
    setup.tip_um = 40;
    assert_true(reached(setup).is_force_extrapolated);
    setup.tip_um = 0;
    assert_true(reached(setup).force_mn.p[6] == 0);
}

static void threads_do_not_change_a_bit(void **state) {
    (void)state;
    struct engine_setup setup  = cheek();
    setup.members              = 20000;
    struct engine_depths alone = reached(setup);
    for (setup.effort.threads = 2; setup.effort.threads < 6; setup.effort.threads++) {
        struct engine_depths many = reached(setup);
        assert_memory_equal(&alone, &many, sizeof alone);
    }
}

static void refuse(struct engine_setup setup, enum status status, const char *begins) {
    struct engine_depths depths;
    assert_int_equal(engine_reach(&setup, &depths, arena, &fault), status);
    if (strncmp(fault.text, begins, strlen(begins)) != 0)
        fail_msg("%s, not %s", fault.text, begins);
}

static void what_is_out_of_range_is_refused(void **state) {
    (void)state;
    struct engine_setup setup = cheek();
    setup.study_n             = 1001;
    refuse(setup, ST_CONTENT, "study_n: 1001: ");
    setup.study_n = 1000;
    setup.members = LIMIT_PEOPLE / 1000 + 1;
    refuse(setup, ST_LIMIT, "study_n: 1000: too many for ");
    setup        = cheek();
    setup.tip_um = NAN;
    refuse(setup, ST_CONTENT, "tip_um: ");
    setup                     = cheek();
    setup.piercing.tip_um_max = 4;
    refuse(setup, ST_CONTENT, "piercing.tip_um_max: 4: ");
    setup                        = cheek();
    setup.piercing.force_n.sigma = 9;
    refuse(setup, ST_CONTENT, "piercing.force_n: ");
    setup                = cheek();
    setup.effort.threads = LIMIT_THREADS + 1;
    refuse(setup, ST_CONTENT, "threads: ");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(depths_are_those_of_a_sitting),
        cmocka_unit_test(shares_add_up_in_every_member),
        cmocka_unit_test(a_study_of_one_is_one_person),
        cmocka_unit_test(the_mean_of_many_keeps_the_spread_between_studies),
        cmocka_unit_test(the_mean_of_a_study_is_that_of_its_people),
        cmocka_unit_test(a_needle_without_a_tip_has_no_force),
        cmocka_unit_test(threads_do_not_change_a_bit),
        cmocka_unit_test(what_is_out_of_range_is_refused),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
