// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/section.h"

#include <stdlib.h>

enum { SECTION_BYTES = 8 << 20, TWINS = 20000, BINS = 25 };

static struct arena section_arena;
static struct fault section_fault;

static int begin(void **state) {
    (void)state;
    return arena_open(&section_arena, SECTION_BYTES, &section_fault) == ST_OK ? 0 : -1;
}

static struct section_setup pen(void) {
    return (struct section_setup){.ratio          = {.median = 1, .sigma = 0.0765},
                                  .puncture_sigma = 0.15,
                                  .depth_mm       = 1.25,
                                  .bin_mm         = 0.1,
                                  .n_bins         = BINS};
}

static void spread(struct section_setup setup, struct ensemble_band *bins) {
    if (section_spread(&setup, bins, section_arena, &section_fault) != ST_OK)
        fail_msg("%s", section_fault.text);
}

static double normal_below(double z) { return 0.5 * erfc(-z / sqrt(2)); }

// One person: no band, and all of the punctures are somewhere.
static void the_shares_of_one_person_sum_to_one(void **state) {
    struct ensemble_band bins[SECTION_BINS_MAX];
    struct section_setup setup = pen();
    (void)state;
    setup.ratio.sigma = 0;
    spread(setup, bins);
    double sum = 0;
    for (int i = 0; i < BINS; i++) {
        double top = log(i * 0.1 / 1.25) / 0.15, end = log((i + 1) * 0.1 / 1.25) / 0.15;
        double share = (i < BINS - 1 ? normal_below(end) : 1) - (i ? normal_below(top) : 0);
        for (int k = 0; k < ENSEMBLE_POINTS; k++) CLAIM_NEAR(bins[i].p[k], share, 1e-12);
        sum += bins[i].p[ENSEMBLE_MEDIAN];
    }
    CLAIM_NEAR(sum, 1, 1e-12);
}

static void equal_punctures_end_in_one_bin(void **state) {
    struct ensemble_band bins[SECTION_BINS_MAX];
    struct section_setup setup = pen();
    (void)state;
    setup.ratio.sigma = setup.puncture_sigma = 0;
    spread(setup, bins);
    for (int i = 0; i < BINS; i++) CLAIM_NEAR(bins[i].p[ENSEMBLE_MEDIAN], i == 12, 0);
}

static void the_last_bin_takes_all_that_is_deeper(void **state) {
    struct ensemble_band bins[SECTION_BINS_MAX];
    struct section_setup setup = pen();
    (void)state;
    setup.ratio.sigma = 0;
    setup.n_bins      = 10;
    spread(setup, bins);
    CLAIM_NEAR(bins[9].p[ENSEMBLE_MEDIAN], 1 - normal_below(log(0.9 / 1.25) / 0.15), 1e-12);
    setup.n_bins = 1;
    spread(setup, bins);
    CLAIM_NEAR(bins[0].p[0], 1, 0);
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// Twin: people drawn one by one, their shares by the error function.
static void the_band_is_that_of_people_drawn_at_random(void **state) {
    static const double  shares[ENSEMBLE_POINTS] = {0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975};
    struct ensemble_band bins[SECTION_BINS_MAX];
    uint64_t             seed = 3;
    (void)state;
    spread(pen(), bins);
    struct arena scratch = section_arena;
    double      *found   = ARENA_NEW(&scratch, double, BINS *TWINS);
    for (int k = 0; k < TWINS; k++) {
        double middle = 1.25 * exp(0.0765 * twin_normal(&seed)), above = 0;
        for (int i = 0; i < BINS; i++) {
            double next = i < BINS - 1 ? normal_below(log((i + 1) * 0.1 / middle) / 0.15) : 1;
            found[i * TWINS + k] = next - above;
            above                = next;
        }
    }
    for (int i = 0; i < BINS; i++) {
        double *row = found + (ptrdiff_t)i * TWINS;
        qsort(row, TWINS, sizeof *row, by_value);
        for (int k = 0; k < ENSEMBLE_POINTS; k++)
            CLAIM_NEAR(bins[i].p[k], row[(int)(shares[k] * (TWINS - 1))], 0.006);
    }
}

static void what_is_out_of_range_is_refused(void **state) {
    struct ensemble_band bins[SECTION_BINS_MAX];
    (void)state;
    for (int i = 0; i < 6; i++) {
        struct section_setup setup = pen();
        if (i == 0) setup.bin_mm = NAN;
        if (i == 1) setup.n_bins = 0;
        if (i == 2) setup.n_bins = SECTION_BINS_MAX + 1;
        if (i == 3) setup.depth_mm = 0;
        if (i == 4) setup.ratio.median = 11;
        if (i == 5) setup.puncture_sigma = -0.1;
        assert_int_equal(section_spread(&setup, bins, section_arena, &section_fault), ST_CONTENT);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shares_of_one_person_sum_to_one),
        cmocka_unit_test(equal_punctures_end_in_one_bin),
        cmocka_unit_test(the_last_bin_takes_all_that_is_deeper),
        cmocka_unit_test(the_band_is_that_of_people_drawn_at_random),
        cmocka_unit_test(what_is_out_of_range_is_refused),
    };
    return cmocka_run_group_tests(tests, begin, NULL);
}
