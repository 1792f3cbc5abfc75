// test_quantity: numbers as a person reads them.
// SPDX-License-Identifier: Apache-2.0
#include "domain/quantity.h"

#include "tests/base/test_doc.h"

static const char *shown(struct world *world, const char *unit, double value, double low,
                         double high) {
    struct quantity quantity = {
        .unit = unit, .value = {value, true, 0}, .low = {low, true, 0}, .high = {high, true, 0}};
    return quantity_shown(&quantity, 3, &world->arena);
}

static void money_is_shown_to_the_cent(void **state) {
    assert_string_equal(shown(*state, "USD", 1234.56, 1234.56, 1234.56), "1234.56 USD");
    assert_string_equal(shown(*state, "USD", 99.99, 99.99, 99.99), "99.99 USD");
    assert_string_equal(shown(*state, "JPY", 194220, 180000, 194220),
                        "194220 (180000 to 194220) JPY");
}

static void other_numbers_keep_so_many_digits(void **state) {
    assert_string_equal(shown(*state, "mm", 1.2543, 1.0771, 1.4552), "1.25 (1.08 to 1.46) mm");
    assert_string_equal(shown(*state, "/cm2", 847.2, 571.1, 1277), "847 (571 to 1280) per cm2");
    assert_string_equal(shown(*state, "1", 4, 4, 4), "4");
}

static void what_is_not_known_is_a_dash(void **state) {
    struct world   *world    = *state;
    struct quantity quantity = {.unit = "mm"};
    assert_string_equal(quantity_shown(&quantity, 3, &world->arena), "-");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_WORLD(money_is_shown_to_the_cent),
        IN_WORLD(other_numbers_keep_so_many_digits),
        IN_WORLD(what_is_not_known_is_a_dash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
