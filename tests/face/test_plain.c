// test_plain: numbers as people say them.
// SPDX-License-Identifier: Apache-2.0
#include "face/plain.h"

#include "planner/people.h"

static const char *shown(const char *unit, double value, double low, double high) {
    struct quantity q = {.kind  = QUANTITY_COMPUTED,
                         .unit  = unit,
                         .value = {value, true, 0},
                         .low   = {low, true, 0},
                         .high  = {high, true, 0}};
    return plain_shown(&q, people_knowledge, &people_arena);
}

static void times_step_from_days_to_hours_to_minutes(void **state) {
    (void)state;
    assert_string_equal(shown("d", 1.5, 0.2377, 9.467), "1.5 days (5.7 hours to 9.5 days)");
    assert_string_equal(shown("h", 2.043, 0.6736, 5.565), "2 hours (40 minutes to 5.6 hours)");
    assert_string_equal(shown("d", 28, 14, 42), "28 (14 to 42) days");
    assert_string_equal(shown("d", 1, 1, 1), "1 day");
    assert_string_equal(shown("d", 0, 0, 3), "0 (0 to 3) days");
    assert_string_equal(shown("d", 1, 1, 3), "1 (1 to 3) days");
    assert_string_equal(shown("h", 30, 26, 47), "1.3 (1.1 to 2) days");
    assert_string_equal(shown("d", 0.5, 0.25, 2), "12 hours (6 hours to 2 days)");
}

static void minutes_stay_minutes_and_are_whole(void **state) {
    (void)state;
    assert_string_equal(shown("min", 12.8, 9.6, 12.8), "13 (10 to 13) minutes");
    assert_string_equal(shown("min", 97.8, 94.6, 97.8), "98 (95 to 98) minutes");
}

static void a_length_has_two_decimals_at_most(void **state) {
    (void)state;
    assert_string_equal(shown("mm", 0.5013, 0.431, 0.582), "0.5 (0.43 to 0.58) mm");
    assert_string_equal(shown("cm/s", 8.64, 5.19, 15.6), "8.6 (5.2 to 15.6) cm/s");
    assert_string_equal(shown("/cm2", 892.4, 602, 1350), "892 (602 to 1350) per cm2");
    assert_string_equal(shown("Hz", 117, 117, 117), "117 strokes a second");
    assert_string_equal(shown("USD", 1280.5, 1280.5, 1280.5), "1280.5 USD");
}

static void ends_that_read_the_same_are_not_printed(void **state) {
    (void)state;
    assert_string_equal(shown("mm", 1.001, 1.0, 1.002), "1 mm");
    struct quantity share = {
        .unit = "1", .value = {1, true, 0}, .low = {0.9995, true, 0}, .high = {1, true, 0}};
    assert_null(plain_band(&share, &people_arena));
    assert_string_equal(plain_hundredths(&share, &people_arena), "100");
    share.low.value = 0.16;
    assert_string_equal(plain_band(&share, &people_arena), "16 to 100");
    share.value.value = share.low.value = 0;
    share.high.value                    = 0.004;
    assert_null(plain_band(&share, &people_arena));
    assert_string_equal(plain_hundredths(&share, &people_arena), "under 1");
    share.high.value = 0;
    assert_string_equal(plain_hundredths(&share, &people_arena), "0");
}

static void a_range_has_no_middle(void **state) {
    (void)state;
    struct quantity price = {
        .unit = "USD", .value = {12000, true, 0}, .low = {2000, true, 0}, .high = {16000, true, 0}};
    assert_string_equal(plain_range(&price, people_knowledge, &people_arena), "2000 to 16000 USD");
    price.low = price.high = price.value;
    assert_string_equal(plain_range(&price, people_knowledge, &people_arena), "12000 USD");
    price.low.value      = 2000;
    price.value.is_known = false;
    assert_string_equal(plain_shown(&price, people_knowledge, &people_arena), "2000 to 12000 USD");
    price.low.is_known = false;
    assert_string_equal(plain_shown(&price, people_knowledge, &people_arena), "-");
    price.value.is_known = true;
    assert_string_equal(plain_shown(&price, people_knowledge, &people_arena), "12000 USD");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times_step_from_days_to_hours_to_minutes),
        cmocka_unit_test(minutes_stay_minutes_and_are_whole),
        cmocka_unit_test(a_length_has_two_decimals_at_most),
        cmocka_unit_test(ends_that_read_the_same_are_not_printed),
        cmocka_unit_test(a_range_has_no_middle),
    };
    return cmocka_run_group_tests(tests, people_open, NULL);
}
