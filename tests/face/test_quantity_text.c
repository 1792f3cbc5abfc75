// test_quantity_text: numbers with their bands, as they are said to people.
// SPDX-License-Identifier: Apache-2.0
#include "face/quantity_text.h"

#include "tests/base/test_doc.h"

static const char *plain(struct world *world, const char *unit, double value, double low,
                         double high) {
    struct quantity quantity = {
        .unit = unit, .value = {value, true, 0}, .low = {low, true, 0}, .high = {high, true, 0}};
    return quantity_text_plain(&quantity, &world->arena);
}

static void times_take_the_unit_that_fits(void **state) {
    assert_string_equal(plain(*state, "d", 1.5, 0.25, 9.47), "1.5 days (6 hours to 9.5 days)");
    assert_string_equal(plain(*state, "h", 2.04, 0.674, 5.57), "2 hours (40 minutes to 5.6 hours)");
    assert_string_equal(plain(*state, "d", 28, 14, 42), "28 (14 to 42) days");
    assert_string_equal(plain(*state, "h", 0, 0, 0), "0 hours");
}

static void minutes_are_whole(void **state) {
    assert_string_equal(plain(*state, "min", 97.8, 94.6, 97.8), "98 (95 to 98) minutes");
}

static void lengths_have_two_decimals_at_most(void **state) {
    assert_string_equal(plain(*state, "mm", 0.501, 0.4951, 0.5101), "0.5 (0.5 to 0.51) mm");
}

static void a_band_that_is_one_number_is_left_out(void **state) {
    assert_string_equal(plain(*state, "mm", 0.5, 0.499, 0.501), "0.5 mm");
    assert_string_equal(plain(*state, "1", 0, 0, 0), "0");
    assert_string_equal(plain(*state, "1", 0, 0, 0.01), "0 (0 to 0.01)");
}

static void units_are_words(void **state) {
    assert_string_equal(plain(*state, "ug/cm2", 87, 13.7, 531),
                        "87 (13.7 to 531) micrograms per cm2");
    assert_string_equal(plain(*state, "/cm2", 892.3, 602, 1349), "892 (602 to 1350) per cm2");
    assert_string_equal(plain(*state, "Hz", 116.7, 116.7, 116.7), "117 a second");
    assert_string_equal(plain(*state, "USD", 1234.5, 1234.5, 1234.5), "1234.5 USD");
}

static void a_range_without_a_middle_is_a_range(void **state) {
    struct world   *world    = *state;
    struct quantity quantity = {.unit = "d", .low = {14, true, 0}, .high = {42, true, 0}};
    assert_string_equal(quantity_text_plain(&quantity, &world->arena), "14 to 42 days");
    quantity.high.is_known = false;
    assert_string_equal(quantity_text_plain(&quantity, &world->arena), "-");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(times_take_the_unit_that_fits),
        IN_WORLD(minutes_are_whole),
        IN_WORLD(lengths_have_two_decimals_at_most),
        IN_WORLD(a_band_that_is_one_number_is_left_out),
        IN_WORLD(units_are_words),
        IN_WORLD(a_range_without_a_middle_is_a_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
