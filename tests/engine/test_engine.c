// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/engine.h"

#include "domain/patient.h"
#include "domain/words.h"

#include <string.h>

enum { ENGINE_BYTES = 64 << 20 };

// engine_sitting with memory of its own.
static enum status sitting(const struct engine_setup *setup, struct engine_answer *answer,
                           struct fault *fault) {
    struct arena arena;
    assert_int_equal(arena_open(&arena, ENGINE_BYTES, fault), ST_OK);
    enum status status = engine_sitting(setup, answer, arena, fault);
    arena_close(arena.at, ENGINE_BYTES);
    return status;
}

// A pen on a forehead. Spreads are for the tests only.
static struct engine_setup pen(void) {
    return (struct engine_setup){
        .thickness          = {1.39, 1.06, 0.20, 0.29, 0.08, 0.10, 100, 300},
        .sex                = SEX_FEMALE,
        .area_cm2           = 70,
        .device             = DEVICE_PEN,
        .needles            = 14,
        .rate_hz            = 117,
        .width_mm           = 8,
        .needle_diameter_mm = 0.25,
        .depth_mm           = 1.0,
        .passes             = 4,
        .speed_cm_s         = 9,
        .glide              = {.median = 1, .sigma = 0.2},
        .contact            = {.low = 0.8, .high = 1.0, .is_uniform = true},
        .ratio              = {.median = 0.95, .sigma = 0.1},
        .puncture_sigma     = 0.15,
        .closure = {{.median = 0.8, .sigma = 0.5}, {.median = 23.69, .sigma = 0.54}, 0.17, 1.0},
        .members = 500,
        .seed    = 1,
        .zone    = 2,
    };
}

// The same with nothing uncertain.
static struct engine_setup sure_pen(void) {
    struct engine_setup setup    = pen();
    setup.thickness.person_sigma = setup.thickness.study_sigma = 0;
    setup.glide = setup.contact = (struct engine_prior){.median = 1};
    setup.ratio.sigma = setup.puncture_sigma = 0;
    setup.closure.half_life_h.sigma = setup.closure.half_life_h_occluded.sigma = 0;
    return setup;
}

static struct engine_answer answer_to(struct engine_setup setup) {
    struct engine_answer answer;
    struct fault         fault = {""};
    assert_int_equal(sitting(&setup, &answer, &fault), ST_OK);
    return answer;
}

static void assert_band(struct ensemble_band band, double expected) {
    for (int i = 0; i < ENSEMBLE_POINTS; i++) CLAIM_RELATIVE(band.p[i], expected, 1e-14);
}

static void without_spread_every_band_is_the_closed_form(void **state) {
    (void)state;
    struct engine_setup setup = sure_pen();
    setup.turning_frac        = 0.25;
    struct engine_answer a    = answer_to(setup);
    double               n    = 4 * 14 * 117 / (0.8 * 9);
    assert_band(a.density_per_cm2, n);
    assert_band(a.coverage_frac, 1 - exp(-n * acos(-1) * 0.025 * 0.025 / 4));
    assert_band(a.nearest_neighbour_um, 0.5 / sqrt(n) * 1e4);
    assert_band(a.minutes, 1.25 * 70 * 4 / (0.8 * 9) / 60);
    assert_band(a.achieved_mm, 0.95);
    assert_band(a.achieved_p95_mm, 0.95);
    assert_band(a.half_life_h, 0.8);
    assert_band(a.closed_h, 0.8 * log2(1 / 0.17));
    for (int i = 0; i < SKIN_LAYERS; i++) assert_band(a.layer_share[i], i == SKIN_RETICULAR_DERMIS);
    const double ends_mm[] = {0.08, 0.18, 1.06}, thick_mm[] = {0.08, 0.1, 0.88};
    for (int i = 0; i < SKIN_SUBCUTIS; i++) assert_band(a.layer_mm_end[i], ends_mm[i]);
    for (int i = 0; i < SKIN_SUBCUTIS; i++) assert_band(a.layer_mm[i], thick_mm[i]);
    assert_band(a.beyond_dermis_frac, 0);
    assert_true(a.beyond_share_of_members == 0);
    assert_false(a.is_closure_extrapolated);
}

// Rows V11 and V12 of the validation set, through the door.
static void a_roller_leaves_15_3_per_cm2_a_pass(void **state) {
    (void)state;
    struct engine_setup setup = sure_pen();
    setup.device              = DEVICE_ROLLER;
    setup.needles             = 192;
    setup.width_mm            = 20;
    setup.radius_mm           = 10;
    setup.rate_hz             = 0;
    setup.passes              = 15;
    struct fault fault        = {""};
    double       per_pass     = 0;
    assert_int_equal(engine_pass_density(&setup, &per_pass, &fault), ST_OK);
    CLAIM_NEAR(per_pass, 15.28, 0.005);
    assert_band(answer_to(setup).density_per_cm2, 15 * 192 / (acos(-1) * 4));
    setup.device = DEVICE_HOME_ROLLER;
    assert_band(answer_to(setup).density_per_cm2, 15 * 192 / (acos(-1) * 4));
}

static void stamps_and_rf_lie_edge_to_edge(void **state) {
    (void)state;
    struct engine_setup setup = sure_pen();
    setup.device              = DEVICE_STAMP;
    setup.width_mm            = 10;
    setup.needles             = 40;
    setup.speed_cm_s          = 2;   // two prints a second
    assert_band(answer_to(setup).density_per_cm2, 4 * 40);
    assert_band(answer_to(setup).minutes, 70 * 4 / 2.0 / 60);
    setup.device = DEVICE_RF;
    assert_band(answer_to(setup).density_per_cm2, 4 * 40);
}

static void what_a_device_does_not_tell_is_not_known(void **state) {
    (void)state;
    struct engine_setup setup = sure_pen();
    setup.device              = DEVICE_STAMP;
    setup.needles             = 0;
    setup.rate_hz = setup.width_mm = setup.speed_cm_s = setup.needle_diameter_mm = 0;
    setup.contact.median                                                         = 0.9;

    struct engine_answer a = answer_to(setup);
    assert_false(a.is_density_known || a.is_coverage_known || a.is_minutes_known);
    assert_band(a.density_per_cm2, 0);
    assert_band(a.nearest_neighbour_um, 0);
    assert_band(a.minutes, 0);
    assert_band(a.achieved_mm, 0.95);

    setup.density_per_cm2 = 250;   // for all passes together
    a                     = answer_to(setup);
    assert_true(a.is_density_known && !a.is_coverage_known && !a.is_minutes_known);
    assert_band(a.density_per_cm2, 225);
    assert_band(a.coverage_frac, 0);

    setup.needle_diameter_mm = 0.25;
    a                        = answer_to(setup);
    assert_true(a.is_coverage_known);
    assert_band(a.coverage_frac, 1 - exp(-225 * acos(-1) * 0.025 * 0.025 / 4));

    // a roller's density needs no speed, its minutes do
    setup.device    = DEVICE_ROLLER;
    setup.needles   = 192;
    setup.width_mm  = 20;
    setup.radius_mm = 10;
    a               = answer_to(setup);
    assert_band(a.density_per_cm2, 0.9 * 4 * 192 / (acos(-1) * 4));
    assert_true(a.is_density_known && !a.is_minutes_known);
    setup.speed_cm_s = 5;
    assert_true(answer_to(setup).is_minutes_known);
}

static void bands_follow_their_priors(void **state) {
    (void)state;
    struct engine_setup setup = pen();
    setup.members             = 100000;
    setup.contact             = (struct engine_prior){.median = 0.9, .sigma = 0.15};
    struct engine_answer a    = answer_to(setup);
    static const double  z[]  = {-1.959964, -1.644854, -0.674490, 0, 0.674490, 1.644854, 1.959964};
    for (int i = 0; i < ENSEMBLE_POINTS; i++) {
        CLAIM_RELATIVE(a.density_per_cm2.p[i],
                       0.9 * 4 * 14 * 117 / (0.8 * 9) * exp(hypot(0.2, 0.15) * z[i]), 0.01);
        CLAIM_RELATIVE(a.minutes.p[i], 70 * 4 / (0.8 * 9) / 60 * exp(0.2 * z[i]), 0.01);
        CLAIM_RELATIVE(a.achieved_mm.p[i], 0.95 * exp(0.1 * z[i]), 0.01);
        CLAIM_RELATIVE(a.achieved_p95_mm.p[i], 0.95 * exp(0.1 * z[i] + 0.15 * 1.644854), 0.01);
        CLAIM_RELATIVE(a.half_life_h.p[i], 0.8 * exp(0.5 * z[i]), 0.02);
        CLAIM_RELATIVE(a.closed_h.p[i], 0.8 * exp(0.5 * z[i]) * log2(1 / 0.17), 0.02);
    }

    // the share of members too deep: ln of depth over skin is normal
    double sigma = sqrt(0.1 * 0.1 + 0.2 * 0.2 + 0.29 * 0.29);
    double score = (log(0.95 / 1.06) + 0.15 * 1.644854) / sigma;
    CLAIM_NEAR(a.beyond_share_of_members, 0.5 * erfc(-score / sqrt(2)), 0.0065);
}

// Median of a share over members, by a twin that draws members and punctures one by one.
static void beyond_dermis_matches_members_one_by_one(void **state) {
    (void)state;
    enum { N = 2001, PUNCTURES = 1000 };
    struct engine_setup setup     = pen();
    setup.members                 = 20000;
    struct engine_answer a        = answer_to(setup);
    uint64_t             draw     = 99;
    int                  below[3] = {0};
    for (int i = 0; i < N; i++) {
        double skin_mm = 1.06 * exp(0.2 * twin_normal(&draw) + 0.29 * twin_normal(&draw));
        double ratio   = 0.95 * exp(0.1 * twin_normal(&draw));
        int    deep    = 0;
        for (int k = 0; k < PUNCTURES; k++)
            deep += ratio * exp(0.15 * twin_normal(&draw)) > skin_mm;
        for (int k = 0; k < 3; k++)
            below[k] += (double)deep / PUNCTURES <= a.beyond_dermis_frac.p[2 + k];
    }
    for (int k = 0; k < 3; k++) CLAIM_NEAR((double)below[k] / N, 0.25 * (k + 1), 0.045);
}

static void shares_of_every_percentile_are_shares(void **state) {
    (void)state;
    struct engine_answer a = answer_to(pen());
    for (int layer = 0; layer < SKIN_LAYERS; layer++)
        for (int i = 0; i < ENSEMBLE_POINTS; i++) {
            assert_true(a.layer_share[layer].p[i] >= 0 && a.layer_share[layer].p[i] <= 1);
            if (i > 0) assert_true(a.layer_share[layer].p[i] >= a.layer_share[layer].p[i - 1]);
        }
    assert_memory_equal(&a.beyond_dermis_frac, &a.layer_share[SKIN_SUBCUTIS],
                        sizeof a.beyond_dermis_frac);
}

// Adding one member adds one member: the number of those too deep stays or rises by one, and the
// median of three lies between the other two or is one of them.
static void members_do_not_depend_on_their_number(void **state) {
    (void)state;
    struct engine_setup setup = pen();
    int                 last  = 0;
    for (setup.members = 1; setup.members <= 300; setup.members++) {
        int deep = (int)lround(answer_to(setup).beyond_share_of_members * setup.members);
        assert_true(deep == last || deep == last + 1);
        last = deep;
    }
    assert_true(last > 50 && last < 250);

    double middle[4];
    for (int n = 1; n <= 3; n++) {
        setup.members = n;
        middle[n]     = answer_to(setup).minutes.p[ENSEMBLE_MEDIAN];
    }
    double second = 2 * middle[2] - middle[1];
    assert_true(fabs(middle[3] - middle[2]) <= fabs(second - middle[1]) / 2 + 1e-12);
}

static void the_same_setup_gives_the_same_bytes(void **state) {
    (void)state;
    struct engine_answer a, b;
    memset(&a, 0, sizeof a);
    memset(&b, 0xff, sizeof b);
    a = answer_to(pen());
    b = answer_to(pen());
    assert_memory_equal(a.minutes.p, b.minutes.p, sizeof a.minutes.p);
    assert_memory_equal(a.layer_share, b.layer_share, sizeof a.layer_share);
    assert_memory_equal(a.closed_h.p, b.closed_h.p, sizeof a.closed_h.p);
}

// FNV-1a over every band. A change of the model changes it too, and then it is written anew.
static void bits_are_the_same_on_every_machine(void **state) {
    (void)state;
    struct engine_answer        a     = answer_to(pen());
    const struct ensemble_band *all[] = {
        &a.density_per_cm2, &a.coverage_frac,  &a.nearest_neighbour_um,
        &a.minutes,         &a.achieved_mm,    &a.achieved_p95_mm,
        &a.layer_share[0],  &a.layer_share[1], &a.layer_share[2],
        &a.layer_share[3],  &a.closed_h,       &a.half_life_h};
    uint64_t sum = 0xcbf29ce484222325u;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        for (int k = 0; k < ENSEMBLE_POINTS; k++) {
            uint64_t bits;
            memcpy(&bits, &all[i]->p[k], sizeof bits);
            sum = (sum ^ bits) * 0x100000001b3u;
        }
    assert_int_equal(sum, 0x14123005380dd2a7u);
}

static void another_seed_gives_other_members(void **state) {
    (void)state;
    struct engine_setup setup = pen();
    setup.seed                = 2;
    assert_true(answer_to(setup).minutes.p[0] != answer_to(pen()).minutes.p[0]);
}

static void person_and_operator_are_the_same_in_every_zone(void **state) {
    (void)state;
    struct engine_setup other = pen();
    other.zone                = 3;
    struct engine_answer a = answer_to(pen()), b = answer_to(other);
    assert_memory_equal(&a.minutes, &b.minutes, sizeof a.minutes);
    assert_memory_equal(&a.half_life_h, &b.half_life_h, sizeof a.half_life_h);
    assert_memory_equal(&a.achieved_mm, &b.achieved_mm, sizeof a.achieved_mm);
    assert_true(a.beyond_dermis_frac.p[4] != b.beyond_dermis_frac.p[4]);   // the bias of studies
}

// So that two settings are compared on the same people.
static void another_setting_keeps_every_draw(void **state) {
    (void)state;
    struct engine_setup  setup = pen();
    struct engine_answer a     = answer_to(setup);
    setup.passes *= 2;
    setup.depth_mm *= 2;
    struct engine_answer b = answer_to(setup);
    for (int i = 0; i < ENSEMBLE_POINTS; i++) {
        CLAIM_RELATIVE(b.minutes.p[i], 2 * a.minutes.p[i], 1e-14);
        CLAIM_RELATIVE(b.density_per_cm2.p[i], 2 * a.density_per_cm2.p[i], 1e-14);
        CLAIM_RELATIVE(b.achieved_mm.p[i], 2 * a.achieved_mm.p[i], 1e-14);
    }
}

static void an_unknown_sex_is_either_half_and_half(void **state) {
    (void)state;
    struct engine_setup setup = sure_pen();
    setup.ratio.median        = 1.2;   // 1.2 mm: below a woman's dermis here, not below a man's
    setup.members             = 10000;
    setup.sex                 = SEX_FEMALE;
    assert_true(answer_to(setup).beyond_share_of_members == 1);
    setup.sex = SEX_MALE;
    assert_true(answer_to(setup).beyond_share_of_members == 0);
    setup.sex = SEX_OTHER;
    CLAIM_NEAR(answer_to(setup).beyond_share_of_members, 0.5, 4 * sqrt(0.25 / 10000));
    setup.sex = SEX_ABSENT;
    CLAIM_NEAR(answer_to(setup).beyond_share_of_members, 0.5, 4 * sqrt(0.25 / 10000));
}

static void film_keeps_channels_open_for_days(void **state) {
    (void)state;
    struct engine_setup setup = sure_pen();
    setup.is_occluded         = true;
    assert_band(answer_to(setup).half_life_h, 23.69);
    CLAIM_NEAR(answer_to(setup).closed_h.p[ENSEMBLE_MEDIAN], 60.34, 0.6);
}

static void closure_beyond_1_mm_is_marked(void **state) {
    (void)state;
    struct engine_setup setup = pen();
    assert_false(answer_to(setup).is_closure_extrapolated);
    setup.depth_mm = 1.25;
    assert_true(answer_to(setup).is_closure_extrapolated);
}

static void speed_for_a_density_gives_it_back(void **state) {
    (void)state;
    struct engine_setup setup = sure_pen();
    struct fault        fault = {""};
    assert_int_equal(engine_speed(&setup, 900, &setup.speed_cm_s, &fault), ST_OK);
    CLAIM_RELATIVE(setup.speed_cm_s, 4 * 14 * 117 / (0.8 * 900), 1e-14);
    assert_band(answer_to(setup).density_per_cm2, 900);
}

// Every argument in clinical units, as a place in the setup.
static const struct {
    const char *name;
    size_t      at;
} doubles[] = {
#define ENGINE_ARGUMENT(name)                                                                      \
    { #name, offsetof(struct engine_setup, name) }
    ENGINE_ARGUMENT(thickness.male_mm),
    ENGINE_ARGUMENT(thickness.female_mm),
    ENGINE_ARGUMENT(thickness.person_sigma),
    ENGINE_ARGUMENT(thickness.study_sigma),
    ENGINE_ARGUMENT(thickness.epidermis_mm),
    ENGINE_ARGUMENT(thickness.papillary_frac),
    ENGINE_ARGUMENT(thickness.papillary_um_min),
    ENGINE_ARGUMENT(thickness.papillary_um_max),
    ENGINE_ARGUMENT(area_cm2),
    ENGINE_ARGUMENT(rate_hz),
    ENGINE_ARGUMENT(width_mm),
    ENGINE_ARGUMENT(radius_mm),
    ENGINE_ARGUMENT(needle_diameter_mm),
    ENGINE_ARGUMENT(density_per_cm2),
    ENGINE_ARGUMENT(depth_mm),
    ENGINE_ARGUMENT(speed_cm_s),
    ENGINE_ARGUMENT(glide.median),
    ENGINE_ARGUMENT(glide.sigma),
    ENGINE_ARGUMENT(contact.low),
    ENGINE_ARGUMENT(contact.high),
    ENGINE_ARGUMENT(turning_frac),
    ENGINE_ARGUMENT(ratio.median),
    ENGINE_ARGUMENT(puncture_sigma),
    ENGINE_ARGUMENT(closure.half_life_h.median),
    ENGINE_ARGUMENT(closure.half_life_h_occluded.median),
    ENGINE_ARGUMENT(closure.closed_frac),
    ENGINE_ARGUMENT(closure.depth_mm_known),
};

static void refused(const struct engine_setup *setup, enum status status, const char *name) {
    struct engine_answer answer;
    struct fault         fault = {""};
    assert_int_equal(sitting(setup, &answer, &fault), status);
    size_t n = strcspn(name, ".");   // a prior is named as a whole
    assert_memory_equal(fault.text, name, n);
    assert_non_null(strstr(fault.text, "allowed"));
}

static void what_is_no_number_or_out_of_range_is_refused_by_name(void **state) {
    (void)state;
    static const double bad[] = {NAN, -1, INFINITY, -INFINITY, 1e9};
    for (size_t i = 0; i < sizeof doubles / sizeof *doubles; i++)
        for (int k = 0; k < 5; k++) {
            struct engine_setup setup = pen();
            memcpy((char *)&setup + doubles[i].at, &bad[k], sizeof bad[k]);
            refused(&setup, ST_CONTENT, doubles[i].name);
        }
}

static void counts_out_of_range_are_refused_by_name(void **state) {
    (void)state;
    static const struct {
        const char *name;
        size_t      at;
        int         bad;
        enum status status;
    } rows[] = {
        {"needles", offsetof(struct engine_setup, needles), 0, ST_CONTENT},
        {"needles", offsetof(struct engine_setup, needles), -14, ST_CONTENT},
        {"passes", offsetof(struct engine_setup, passes), 0, ST_CONTENT},
        {"sex", offsetof(struct engine_setup, sex), 4, ST_CONTENT},
        {"members", offsetof(struct engine_setup, members), 0, ST_CONTENT},
        {"members", offsetof(struct engine_setup, members), LIMIT_MEMBERS + 1, ST_LIMIT},
        {"zone", offsetof(struct engine_setup, zone), -1, ST_CONTENT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct engine_setup setup = pen();
        memcpy((char *)&setup + rows[i].at, &rows[i].bad, sizeof rows[i].bad);
        refused(&setup, rows[i].status, rows[i].name);
    }
    struct engine_setup  setup = pen();
    struct engine_answer answer;
    struct fault         fault = {""};
    setup.device               = DEVICE_ABSENT;
    assert_int_equal(sitting(&setup, &answer, &fault), ST_CONTENT);
    assert_memory_equal(fault.text, "device: ", 8);
}

static void a_zero_that_the_device_needs_is_refused(void **state) {
    (void)state;
    struct engine_setup setup = pen();
    setup.rate_hz             = 0;
    refused(&setup, ST_CONTENT, "rate_hz");
    setup            = pen();
    setup.speed_cm_s = 0;
    refused(&setup, ST_CONTENT, "speed_cm_s");
    setup        = pen();
    setup.device = DEVICE_ROLLER;
    refused(&setup, ST_CONTENT, "radius_mm");
    setup                        = pen();
    setup.thickness.epidermis_mm = 1.06;   // nothing left for a woman's dermis
    refused(&setup, ST_CONTENT, "thickness.epidermis_mm");
}

static void speeds_no_hand_can_keep_are_refused(void **state) {
    (void)state;
    struct engine_setup setup = pen();
    struct fault        fault = {""};
    double              speed = -1;
    assert_int_equal(engine_speed(&setup, 1, &speed, &fault), ST_CONTENT);
    assert_memory_equal(fault.text, "speed_cm_s: ", 12);
    assert_int_equal(engine_speed(&setup, NAN, &speed, &fault), ST_CONTENT);
    assert_memory_equal(fault.text, "density_per_cm2: ", 17);
    setup.device    = DEVICE_ROLLER;
    setup.radius_mm = 10;
    setup.needles   = 0;
    assert_int_equal(engine_pass_density(&setup, &speed, &fault), ST_CONTENT);
    assert_memory_equal(fault.text, "needles: ", 9);
    setup.needles = 192;
    assert_int_equal(engine_speed(&setup, 900, &speed, &fault), ST_CONTENT);
    assert_true(speed == -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_spread_every_band_is_the_closed_form),
        cmocka_unit_test(a_roller_leaves_15_3_per_cm2_a_pass),
        cmocka_unit_test(stamps_and_rf_lie_edge_to_edge),
        cmocka_unit_test(what_a_device_does_not_tell_is_not_known),
        cmocka_unit_test(bands_follow_their_priors),
        cmocka_unit_test(beyond_dermis_matches_members_one_by_one),
        cmocka_unit_test(shares_of_every_percentile_are_shares),
        cmocka_unit_test(members_do_not_depend_on_their_number),
        cmocka_unit_test(the_same_setup_gives_the_same_bytes),
        cmocka_unit_test(bits_are_the_same_on_every_machine),
        cmocka_unit_test(another_seed_gives_other_members),
        cmocka_unit_test(person_and_operator_are_the_same_in_every_zone),
        cmocka_unit_test(another_setting_keeps_every_draw),
        cmocka_unit_test(an_unknown_sex_is_either_half_and_half),
        cmocka_unit_test(film_keeps_channels_open_for_days),
        cmocka_unit_test(closure_beyond_1_mm_is_marked),
        cmocka_unit_test(speed_for_a_density_gives_it_back),
        cmocka_unit_test(what_is_no_number_or_out_of_range_is_refused_by_name),
        cmocka_unit_test(counts_out_of_range_are_refused_by_name),
        cmocka_unit_test(a_zero_that_the_device_needs_is_refused),
        cmocka_unit_test(speeds_no_hand_can_keep_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
