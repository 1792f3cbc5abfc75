// test_outcome: the improvement of one use, against closed forms, a naive twin and what must hold.
// SPDX-License-Identifier: Apache-2.0
#include "engine/engine_outcome.h"
#include "engine/outcome.h"

#include "engine/claims.h"

#include <stdlib.h>
#include <string.h>

enum { MEMBERS = 20000 };

static const double sittings[] = {0, 28, 56, 84};
static const double looks[]    = {100, 114, 145, 175, 266};

static struct arena arena;
static struct fault fault;

// The studies of acne scars, needling alone; read 61 days after the last of four monthly sittings.
static struct engine_outcome_setup acne(void) {
    return (struct engine_outcome_setup){.mean_logit           = -0.4079,
                                         .sd_logit             = 1.088,
                                         .n_studies            = 6,
                                         .patient_low          = 0.5133,
                                         .patient_high         = 0.7624,
                                         .delay_d_low          = 23.5,
                                         .delay_d_high         = 48.4,
                                         .reference_sessions   = 4,
                                         .reference_interval_d = 28,
                                         .reference_read_d     = 61,
                                         .session_d            = sittings,
                                         .n_sessions           = 4,
                                         .time_d               = looks,
                                         .n_times              = 5,
                                         .difference           = 0.2,
                                         .members              = MEMBERS,
                                         .seed                 = 1};
}

static struct engine_outcome_answer answer_of(const struct engine_outcome_setup *setup) {
    struct engine_outcome_answer answer;
    enum status                  status = engine_outcome(setup, &answer, arena, &fault);
    if (status != ST_OK) print_error("%s\n", fault.text);
    assert_int_equal(status, ST_OK);
    return answer;
}

// 145 days is where the studies read: the pool as it was fitted, mean -+ 2.5706 x 1.088 x
// sqrt(7/6), whatever the delay.
static void where_the_studies_read_it_is_their_prediction_interval(void **state) {
    (void)state;
    struct engine_outcome_setup setup   = acne();
    setup.is_study_mean                 = true;
    struct engine_outcome_answer answer = answer_of(&setup);
    CLAIM_NEAR(answer.improvement[2].p[0], 0.0314, 0.004);
    CLAIM_NEAR(answer.improvement[2].p[ENSEMBLE_MEDIAN], 0.3994, 0.008);
    CLAIM_NEAR(answer.improvement[2].p[6], 0.9317, 0.008);
}

static void one_person_is_less_certain_than_a_study(void **state) {
    (void)state;
    struct engine_outcome_setup  setup  = acne();
    struct engine_outcome_answer person = answer_of(&setup);
    setup.is_study_mean                 = true;
    struct engine_outcome_answer study  = answer_of(&setup);
    for (int i = 0; i < setup.n_times; i++) {
        assert_true(person.improvement[i].p[0] < study.improvement[i].p[0]);
        assert_true(person.improvement[i].p[6] > study.improvement[i].p[6]);
    }
}

static int by_value(const void *a, const void *b) {
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

// The same in a few lines with the C library and other random numbers.
static double twin_improvement(uint64_t *state, double look_d) {
    double squares = 0, come = 0, reference = 0;
    for (int i = 0; i < 5; i++) {
        double normal = twin_normal(state);
        squares += normal * normal;
    }
    double student = twin_normal(state) / sqrt(squares / 5);
    double spread  = 0.5133 + (0.7624 - 0.5133) * twin_draw(state);
    double logit   = -0.4079 + 1.088 * sqrt(7.0 / 6) * student + spread * twin_normal(state);
    double delay   = 23.5 * pow(48.4 / 23.5, twin_draw(state));
    for (int i = 0; i < 4; i++) {
        if (look_d > 28 * i) come += 1 - exp(-(look_d - 28 * i) / delay);
        reference += 1 - exp(-(145.0 - 28 * i) / delay);
    }
    return 1 - pow(1 - 1 / (1 + exp(-logit)), come / reference);
}

static void bands_and_responders_match_a_naive_twin(void **state) {
    (void)state;
    enum { TWINS = 100000 };
    struct engine_outcome_setup  setup  = acne();
    struct engine_outcome_answer answer = answer_of(&setup);
    double                      *values = malloc(TWINS * sizeof *values);
    uint64_t                     random = 7;
    for (int look = 0; look < setup.n_times; look++) {
        int n_reach = 0;
        for (int i = 0; i < TWINS; i++) {
            values[i] = twin_improvement(&random, looks[look]);
            n_reach += values[i] >= 0.2;
        }
        qsort(values, TWINS, sizeof *values, by_value);
        CLAIM_NEAR(answer.improvement[look].p[0], values[TWINS / 40], 0.005);
        CLAIM_NEAR(answer.improvement[look].p[2], values[TWINS / 4], 0.012);
        CLAIM_NEAR(answer.improvement[look].p[3], values[TWINS / 2], 0.012);
        CLAIM_NEAR(answer.improvement[look].p[6], values[TWINS - TWINS / 40], 0.008);
        CLAIM_NEAR(answer.responder_share[look], n_reach / (double)TWINS, 0.012);
    }
    free(values);
}

static void student_with_many_degrees_is_normal_and_with_few_has_tails(void **state) {
    (void)state;
    int beyond[2] = {0, 0}, degrees[2] = {5, 400};
    for (int k = 0; k < 2; k++)
        for (int i = 0; i < MEMBERS; i++) {
            struct philox_place place  = {3, (uint32_t)i, 64, 0};
            struct philox       stream = philox_at(&place);
            beyond[k] += fabs(outcome_student(&stream, degrees[k])) > 2.5705818;
        }
    CLAIM_NEAR(beyond[0] / (double)MEMBERS, 0.05, 0.005);     // t with 5 degrees
    CLAIM_NEAR(beyond[1] / (double)MEMBERS, 0.0105, 0.003);   // t with 400: 0.0105
}

// The people of all studies together: what the members count, and the mean over studies.
static void responders_of_studies_average_to_those_of_people(void **state) {
    (void)state;
    static const double         one_look[] = {145};
    struct engine_outcome_setup setup      = acne();
    double                      sum        = 0;
    setup.time_d                           = one_look;
    setup.n_times                          = 1;
    struct engine_outcome_answer answer    = answer_of(&setup);
    for (int i = 0; i < MEMBERS; i++) {
        struct philox_place place  = {1, (uint32_t)i, 64, 0};
        struct philox       stream = philox_at(&place);
        struct outcome_pool pool   = {-0.4079, 1.088, 6};
        double              logit  = outcome_draw(&pool, &stream);
        sum += outcome_reaching(logit, 0.638, 1, 0.2);
    }
    CLAIM_NEAR(sum / MEMBERS, answer.responder_share[0], 0.01);
    CLAIM_NEAR(outcome_reaching(log(0.25), 0.6, 1, 0.2), 0.5, 1e-12);   // 0.2 is logit ln 1/4
    CLAIM_NEAR(outcome_reaching(log(0.25) + 0.6, 0.6, 1, 0.2), 0.8413447, 1e-6);
    CLAIM_NEAR(outcome_reaching(0, 0, 1, 0.5), 1, 0);
    CLAIM_NEAR(outcome_reaching(5, 0.6, 0, 0.2), 0, 0);
    CLAIM_NEAR(outcome_reaching(-5, 0.6, 1, 0), 1, 0);
    CLAIM_NEAR(outcome_reaching(-5, 0.6, 1, 1e-18), 1, 0);   // no odds tell it from nothing
    CLAIM_NEAR(outcome_reaching(5, 0.6, 1e-6, 0.2), 0, 0);   // nor from all
    CLAIM_NEAR(outcome_reaching(5, 0, 1, 1), 0, 0);
    assert_true(answer.responders[0].p[0] < 0.05 && answer.responders[0].p[6] > 0.99);
}

static void growth_is_its_closed_form(void **state) {
    (void)state;
    const double two[] = {0, 10};
    CLAIM_RELATIVE(outcome_growth(1, two, 5, 5), 1 - exp(-1), 1e-14);
    CLAIM_RELATIVE(outcome_growth(2, two, 5, 5), (1 - exp(-1)) / 2, 1e-14);
    CLAIM_RELATIVE(outcome_growth(2, two, 20, 5), (2 - exp(-4) - exp(-2)) / 2, 1e-14);
    CLAIM_NEAR(outcome_growth(2, two, 0, 5), 0, 0);
    CLAIM_NEAR(outcome_growth(2, two, 1e6, 5), 1, 0);
}

static void shares_stay_shares_and_growth_of_one_changes_nothing(void **state) {
    (void)state;
    CLAIM_RELATIVE(outcome_share(-0.4079, 1), 1 / (1 + exp(0.4079)), 1e-14);
    CLAIM_RELATIVE(outcome_share(0, 2), 0.75, 1e-14);
    for (double logit = -800; logit <= 800; logit += 1)
        for (double growth = 0; growth < 1.5; growth += 0.25) {
            double share = outcome_share(logit, growth);
            assert_true(share >= 0 && share <= 1);
        }
    CLAIM_NEAR(outcome_share(800, 0), 0, 0);
}

static void it_grows_with_time_and_bands_are_in_order(void **state) {
    (void)state;
    struct engine_outcome_setup  setup  = acne();
    struct engine_outcome_answer answer = answer_of(&setup);
    for (int i = 0; i < setup.n_times; i++) {
        for (int k = 1; k < ENSEMBLE_POINTS; k++)
            assert_true(answer.improvement[i].p[k - 1] <= answer.improvement[i].p[k]);
        for (int k = 0; i && k < ENSEMBLE_POINTS; k++)
            assert_true(answer.improvement[i - 1].p[k] < answer.improvement[i].p[k]);
        assert_true(!i || answer.responder_share[i - 1] <= answer.responder_share[i]);
    }
}

static void more_sittings_do_not_change_what_comes_in_the_end(void **state) {
    (void)state;
    static const double many[] = {0, 7, 14, 21, 28, 35, 42, 49, 56, 63, 70, 77}, late[] = {4000};
    struct engine_outcome_setup setup = acne();
    setup.time_d                      = late;
    setup.n_times                     = 1;
    struct engine_outcome_answer four = answer_of(&setup);
    setup.session_d                   = many;
    setup.n_sessions                  = 12;
    struct engine_outcome_answer more = answer_of(&setup);
    for (int k = 0; k < ENSEMBLE_POINTS; k++)
        CLAIM_NEAR(more.improvement[0].p[k], four.improvement[0].p[k], 1e-12);
}

static void before_the_first_sitting_nothing_has_come(void **state) {
    (void)state;
    static const double         before[] = {-10, 0};
    struct engine_outcome_setup setup    = acne();
    setup.time_d                         = before;
    setup.n_times                        = 2;
    struct engine_outcome_answer answer  = answer_of(&setup);
    for (int i = 0; i < 2; i++)
        for (int k = 0; k < ENSEMBLE_POINTS; k++) CLAIM_NEAR(answer.improvement[i].p[k], 0, 0);
    CLAIM_NEAR(answer.responder_share[0], 0, 0);
}

static void the_same_seed_gives_the_same_bytes_on_any_threads(void **state) {
    (void)state;
    struct engine_outcome_setup  setup = acne();
    struct engine_outcome_answer one = answer_of(&setup), two = answer_of(&setup);
    for (int i = 0; i < setup.n_times; i++)
        assert_memory_equal(&one.improvement[i], &two.improvement[i], sizeof one.improvement[i]);
    setup.effort.threads = 3;
    two                  = answer_of(&setup);
    for (int i = 0; i < setup.n_times; i++)
        assert_memory_equal(&one.improvement[i], &two.improvement[i], sizeof one.improvement[i]);
    setup.seed = 2;
    two        = answer_of(&setup);
    assert_true(two.improvement[0].p[3] != one.improvement[0].p[3]);
    setup.seed = 1;
    setup.use  = 1;
    two        = answer_of(&setup);
    assert_true(two.improvement[0].p[3] != one.improvement[0].p[3]);
}

static void refused(const struct engine_outcome_setup *setup, enum status expected,
                    const char *name) {
    struct engine_outcome_answer answer;
    struct fault                 said = {""};
    assert_int_equal(engine_outcome(setup, &answer, arena, &said), expected);
    if (strncmp(said.text, name, strlen(name)) != 0) print_error("%s: %s\n", name, said.text);
    assert_int_equal(strncmp(said.text, name, strlen(name)), 0);
}

static void what_is_no_number_or_out_of_range_is_refused_by_name(void **state) {
    (void)state;
    static const double               bad[] = {NAN};
    const struct engine_outcome_setup whole = acne();
    struct engine_outcome_setup       setup = whole;
#define REFUSED(member, value)                                                                     \
    do {                                                                                           \
        setup        = whole;                                                                      \
        setup.member = value;                                                                      \
        refused(&setup, ST_CONTENT, #member ": ");                                                 \
    } while (0)
    REFUSED(mean_logit, NAN);
    REFUSED(sd_logit, -1);
    REFUSED(n_studies, 2);
    REFUSED(patient_low, NAN);
    REFUSED(patient_high, 0.1);   // below the low end
    REFUSED(delay_d_low, 0);
    REFUSED(delay_d_high, 1);   // below the low end
    REFUSED(reference_sessions, 0);
    REFUSED(reference_interval_d, -1);
    REFUSED(reference_read_d, 0);
    REFUSED(n_sessions, 0);
    REFUSED(n_times, ENGINE_OUTCOME_TIMES + 1);
    REFUSED(difference, 1.5);
    REFUSED(use, -1);
    REFUSED(members, 0);
#undef REFUSED
    setup                = whole;
    setup.effort.threads = -1;
    refused(&setup, ST_CONTENT, "threads: ");
    setup         = whole;
    setup.members = LIMIT_MEMBERS + 1;
    refused(&setup, ST_LIMIT, "members: ");
    setup            = whole;
    setup.session_d  = bad;
    setup.n_sessions = 1;
    refused(&setup, ST_CONTENT, "session_d: ");
    setup         = whole;
    setup.time_d  = bad;
    setup.n_times = 1;
    refused(&setup, ST_CONTENT, "time_d: ");
}

static int open_arena(void **state) {
    (void)state;
    return arena_open(&arena, LIMIT_ARENA_BYTES, &fault) == ST_OK ? 0 : -1;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(where_the_studies_read_it_is_their_prediction_interval),
        cmocka_unit_test(one_person_is_less_certain_than_a_study),
        cmocka_unit_test(bands_and_responders_match_a_naive_twin),
        cmocka_unit_test(student_with_many_degrees_is_normal_and_with_few_has_tails),
        cmocka_unit_test(responders_of_studies_average_to_those_of_people),
        cmocka_unit_test(growth_is_its_closed_form),
        cmocka_unit_test(shares_stay_shares_and_growth_of_one_changes_nothing),
        cmocka_unit_test(it_grows_with_time_and_bands_are_in_order),
        cmocka_unit_test(more_sittings_do_not_change_what_comes_in_the_end),
        cmocka_unit_test(before_the_first_sitting_nothing_has_come),
        cmocka_unit_test(the_same_seed_gives_the_same_bytes_on_any_threads),
        cmocka_unit_test(what_is_no_number_or_out_of_range_is_refused_by_name),
    };
    return cmocka_run_group_tests(tests, open_arena, NULL);
}
