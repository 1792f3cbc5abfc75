// test_date: the calendar against a naive count of days.
// SPDX-License-Identifier: Apache-2.0
#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { YEAR_FIRST = 1900, YEAR_LAST = 2199 };

// The naive twin: a day after another, as one learns the calendar at school.
struct counted {
    int year, month, day;
};

static int naive_month_days(int year, int month) {
    if (month == 2) {
        if (year % 400 == 0) return 29;
        if (year % 100 == 0) return 28;
        return year % 4 == 0 ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static void naive_step(struct counted *c) {
    c->day++;
    if (c->day > naive_month_days(c->year, c->month)) {
        c->day = 1;
        c->month++;
    }
    if (c->month > 12) {
        c->month = 1;
        c->year++;
    }
}

static void every_day_of_the_range_follows_the_one_before(void **state) {
    (void)state;
    struct counted c = {YEAR_FIRST, 1, 1};
    date_day expected = date_of(c.year, c.month, c.day);
    int weekday = 0, n = 0;   // 1 January 1900 was a Monday
    for (; c.year <= YEAR_LAST; naive_step(&c), n++) {
        char naive[64], text[DATE_TEXT_BYTES];
        snprintf(naive, sizeof naive, "%04d-%02d-%02d", c.year, c.month, c.day);
        assert_int_equal(date_of(c.year, c.month, c.day), expected);
        assert_int_equal(date_parse(naive), expected);
        date_format(expected, text);
        assert_string_equal(text, naive);
        assert_int_equal(date_weekday(expected), weekday);
        assert_int_equal(date_month(expected), c.month);
        expected++;
        weekday = (weekday + 1) % 7;
    }
    assert_int_equal(n, 300 * 365 + 73);   // 75 fourth years without 1900 and 2100
}

static void days_count_from_the_first_of_march_of_year_0(void **state) {
    (void)state;
    date_day day = 0;
    struct counted c = {0, 3, 1};
    while (c.year < 2000) {
        naive_step(&c);
        day++;
    }
    assert_int_equal(date_of(2000, 1, 1), day);
}

static void days_that_are_none_are_refused(void **state) {
    (void)state;
    assert_int_equal(date_of(2023, 2, 29), 0);
    assert_int_equal(date_of(2100, 2, 29), 0);
    assert_int_equal(date_of(2023, 4, 31), 0);
    assert_int_equal(date_of(2023, 0, 1), 0);
    assert_int_equal(date_of(2023, 13, 1), 0);
    assert_int_equal(date_of(2023, 1, 0), 0);
    assert_int_equal(date_of(2023, -2147483647, 1), 0);
    assert_int_equal(date_of(1899, 12, 31), 0);
    assert_int_equal(date_of(2200, 1, 1), 0);
    assert_int_not_equal(date_of(2000, 2, 29), 0);
    assert_int_not_equal(date_of(1900, 1, 1), 0);
    assert_int_not_equal(date_of(2199, 12, 31), 0);
}

static void only_the_one_written_form_is_a_date(void **state) {
    (void)state;
    static const char *const refused[] = {
        "", "2", "2024", "2024-", "2024-1-1", "2024-01-1", "24-01-01", "2024-01-011", "2024-01-01 ",
        " 2024-01-01", "2024/01/01", "20240101", "2024-01-01T00:00", "-024-01-01", "+024-01-01",
        "2024-0a-01", "2024-+1-01", "2024-01--1", "2024-13-01", "2024-00-01", "2024-02-30",
        "0000-00-00", "0000-03-01", "9999-12-31", "\xD9\xA2-024-01",
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_int_equal(date_parse(refused[i]), 0);
    assert_int_equal(date_parse(NULL), 0);
    assert_int_equal(date_parse("2024-02-29"), date_of(2024, 2, 29));
}

static void no_date_is_written_as_nothing(void **state) {
    (void)state;
    char text[DATE_TEXT_BYTES] = "unchanged";
    date_format(0, text);
    assert_string_equal(text, "");
}

static void a_day_after_the_range_is_still_written(void **state) {
    (void)state;
    char text[DATE_TEXT_BYTES];
    date_format(date_of(2199, 12, 31) + 60, text);
    assert_string_equal(text, "2200-03-01");
    date_format(date_of(1900, 1, 1) - 1, text);
    assert_string_equal(text, "1899-12-31");
    date_format(3652059 + 305, text);
    assert_string_equal(text, "9999-12-31");
}

// The naive twin of whole years: birthdays counted one by one.
static int naive_years(struct counted from, struct counted to) {
    int years = 0;
    for (int year = from.year + 1; year <= to.year; year++) {
        bool is_moved = from.month == 2 && from.day == 29 && naive_month_days(year, 2) == 28;
        int month = is_moved ? 3 : from.month, day = is_moved ? 1 : from.day;
        bool is_past = year < to.year || month < to.month;
        years += is_past || (month == to.month && day <= to.day);
    }
    return years;
}

static void whole_years_are_birthdays_counted(void **state) {
    (void)state;
    static const struct counted births[] = {
        {2000, 2, 28}, {2000, 2, 29}, {2000, 3, 1}, {1999, 12, 31}, {2001, 1, 1}, {1996, 2, 29}};
    for (size_t i = 0; i < sizeof births / sizeof *births; i++) {
        struct counted c = births[i];
        date_day birth = date_of(c.year, c.month, c.day), day = birth;
        for (; c.year < 2012; naive_step(&c), day++)
            assert_int_equal(date_years(birth, day), naive_years(births[i], c));
    }
}

static void a_day_before_the_first_counts_as_minus_one(void **state) {
    (void)state;
    assert_int_equal(date_years(date_of(2000, 6, 15), date_of(2000, 6, 14)), -1);
    assert_int_equal(date_years(date_of(2000, 6, 15), date_of(1999, 6, 15)), -1);
    assert_int_equal(date_years(date_of(2000, 6, 15), date_of(1999, 6, 14)), -2);
}

static void years_added_keep_the_day_and_move_the_leap_day(void **state) {
    (void)state;
    assert_int_equal(date_add_years(date_of(2024, 2, 29), 1), date_of(2025, 3, 1));
    assert_int_equal(date_add_years(date_of(2024, 2, 29), 4), date_of(2028, 2, 29));
    assert_int_equal(date_add_years(date_of(2024, 2, 29), -1), date_of(2023, 3, 1));
    assert_int_equal(date_add_years(date_of(2024, 5, 31), 10), date_of(2034, 5, 31));
    assert_int_equal(date_add_years(date_of(2096, 2, 29), 4), date_of(2100, 3, 1));
    assert_int_equal(date_add_years(date_of(2024, 5, 31), 0), date_of(2024, 5, 31));
    assert_int_equal(date_add_years(date_of(2024, 5, 31), 176), 0);
    assert_int_equal(date_add_years(date_of(2024, 5, 31), -125), 0);
    assert_int_equal(date_add_years(date_of(2024, 5, 31), 2147483647), 0);
    assert_int_equal(date_add_years(0, 1), 0);
}

static void years_added_are_whole_years(void **state) {
    (void)state;
    for (date_day day = date_of(1996, 1, 1); day < date_of(2005, 1, 1); day++)
        for (int years = 0; years <= 12; years++)
            assert_int_equal(date_years(day, date_add_years(day, years)), years);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_the_range_follows_the_one_before),
        cmocka_unit_test(days_count_from_the_first_of_march_of_year_0),
        cmocka_unit_test(days_that_are_none_are_refused),
        cmocka_unit_test(only_the_one_written_form_is_a_date),
        cmocka_unit_test(no_date_is_written_as_nothing),
        cmocka_unit_test(a_day_after_the_range_is_still_written),
        cmocka_unit_test(whole_years_are_birthdays_counted),
        cmocka_unit_test(a_day_before_the_first_counts_as_minus_one),
        cmocka_unit_test(years_added_keep_the_day_and_move_the_leap_day),
        cmocka_unit_test(years_added_are_whole_years),
    };
    return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
