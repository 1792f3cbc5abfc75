// SPDX-License-Identifier: Apache-2.0
#include "tests/engine/claims.h"

#include "engine/prior.h"

#include <string.h>

static const struct engine_prior lognormal = {.median = 2, .sigma = 0.5};
static const struct engine_prior uniform   = {.low = 3, .high = 5, .is_uniform = true};

static void quantiles_are_those_of_the_distribution(void **state) {
    (void)state;
    assert_true(engine_prior_at(&lognormal, 0.5) == 2);
    CLAIM_RELATIVE(engine_prior_at(&lognormal, 0.975), 2 * exp(0.5 * 1.959963984540054), 1e-14);
    assert_true(engine_prior_at(&uniform, 0.5) == 4);
    assert_true(engine_prior_at(&uniform, 0.25) == 3.5);
}

static void zero_spread_is_one_exact_number(void **state) {
    (void)state;
    struct engine_prior sure = {.median = 0.77},
                        same = {.low = 0.3, .high = 0.3, .is_uniform = true};
    for (int i = 1; i < 1000; i++) {
        assert_true(engine_prior_at(&sure, i / 1000.0) == 0.77);
        assert_true(engine_prior_at(&same, i / 1000.0) == 0.3);
    }
}

static void scaling_scales_every_quantile(void **state) {
    (void)state;
    struct engine_prior a = engine_prior_scaled(&lognormal, 3600);
    struct engine_prior b = engine_prior_scaled(&uniform, 3600);
    for (int i = 1; i < 100; i++) {
        double share = i / 100.0;
        CLAIM_RELATIVE(engine_prior_at(&a, share), 3600 * engine_prior_at(&lognormal, share),
                       1e-15);
        CLAIM_RELATIVE(engine_prior_at(&b, share), 3600 * engine_prior_at(&uniform, share), 1e-15);
    }
}

static void refused(struct engine_prior prior) {
    struct fault fault = {""};
    assert_int_equal(engine_prior_check(&prior, "ratio", 1, 10, &fault), ST_CONTENT);
    assert_true(strncmp(fault.text, "ratio: ", 7) == 0);
}

static void what_is_no_distribution_is_refused_by_name(void **state) {
    (void)state;
    struct fault fault;
    assert_int_equal(engine_prior_check(&lognormal, "ratio", 1, 10, &fault), ST_OK);
    assert_int_equal(engine_prior_check(&uniform, "ratio", 1, 10, &fault), ST_OK);
    refused((struct engine_prior){.median = NAN});
    refused((struct engine_prior){.median = 0.99});
    refused((struct engine_prior){.median = 10.01});
    refused((struct engine_prior){.median = -2});
    refused((struct engine_prior){.median = INFINITY});
    refused((struct engine_prior){.median = 2, .sigma = NAN});
    refused((struct engine_prior){.median = 2, .sigma = -0.1});
    refused((struct engine_prior){.median = 2, .sigma = 3.1});
    refused((struct engine_prior){.low = 5, .high = 3, .is_uniform = true});
    refused((struct engine_prior){.low = NAN, .high = 3, .is_uniform = true});
    refused((struct engine_prior){.low = 3, .high = NAN, .is_uniform = true});
    refused((struct engine_prior){.low = 0.5, .high = 3, .is_uniform = true});
    refused((struct engine_prior){.low = 3, .high = 11, .is_uniform = true});
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantiles_are_those_of_the_distribution),
        cmocka_unit_test(zero_spread_is_one_exact_number),
        cmocka_unit_test(scaling_scales_every_quantile),
        cmocka_unit_test(what_is_no_distribution_is_refused_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
