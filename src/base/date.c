// date: days of the proleptic Gregorian calendar, counted in years that begin on 1 March.
// SPDX-License-Identifier: Apache-2.0
#include "base/date.h"

#include <assert.h>
#include <stdbool.h>
#include <stdio.h>

enum {
    YEAR_MIN        = 1900,
    YEAR_MAX        = 2199,
    DAYS_400_YEARS  = 146097,
    WEEKDAY_OF_ZERO = 2,        // 0000-03-01 was a Wednesday
    DAY_WRITABLE    = 3652365   // 10000-01-01 and later have no four-digit year
};

struct civil {
    int year, month, day;
};

static int month_days(int year, int month) {
    static const int days[]  = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool             is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && is_leap);
}

static struct civil civil_from_day(date_day day) {
    assert(day >= 0 && day < DAY_WRITABLE);
    int cycle       = day / DAYS_400_YEARS;
    int in_cycle    = day % DAYS_400_YEARS;
    int cycle_year  = (in_cycle - in_cycle / 1460 + in_cycle / 36524 - in_cycle / 146096) / 365;
    int in_year     = in_cycle - (365 * cycle_year + cycle_year / 4 - cycle_year / 100);
    int march_month = (5 * in_year + 2) / 153;
    int month       = march_month < 10 ? march_month + 3 : march_month - 9;
    return (struct civil){
        .year  = 400 * cycle + cycle_year + (month <= 2),
        .month = month,
        .day   = in_year - (153 * march_month + 2) / 5 + 1,
    };
}

// The number that n digits spell, -1 if they are not all digits.
static int digits_value(const char *text, int n) {
    int value = 0;
    for (int i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = 10 * value + (text[i] - '0');
    }
    return value;
}

static void digits_put(char *out, int n, int value) {
    for (int i = n - 1; i >= 0; i--) {
        out[i] = (char)('0' + value % 10);
        value /= 10;
    }
}

date_day date_of(int year, int month, int day) {
    if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12) return 0;
    if (day < 1 || day > month_days(year, month)) return 0;
    int march_year  = year - (month <= 2);
    int march_month = (month + 9) % 12;
    return 365 * march_year + march_year / 4 - march_year / 100 + march_year / 400 +
           (153 * march_month + 2) / 5 + day - 1;
}

date_day date_parse(const char *text) {
    if (!text) return 0;
    int year = digits_value(text, 4);
    if (year < 0 || text[4] != '-') return 0;
    int month = digits_value(text + 5, 2);
    if (month < 0 || text[7] != '-') return 0;
    int day = digits_value(text + 8, 2);
    if (day < 0 || text[10]) return 0;
    return date_of(year, month, day);
}

void date_format(date_day day, char out[DATE_TEXT_BYTES]) {
    out[0] = '\0';
    if (day == 0) return;
    struct civil civil = civil_from_day(day);
    digits_put(out, 4, civil.year);
    digits_put(out + 5, 2, civil.month);
    digits_put(out + 8, 2, civil.day);
    out[4] = out[7] = '-';
    out[10]         = '\0';
}

void date_words(date_day day, char out[DATE_WORDS_BYTES]) {
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    out[0]                            = '\0';
    if (day == 0) return;
    struct civil civil = civil_from_day(day);
    snprintf(out, DATE_WORDS_BYTES, "%d %s %d", civil.day, months[civil.month - 1], civil.year);
}

int date_month(date_day day) { return civil_from_day(day).month; }

int date_weekday(date_day day) {
    assert(day >= 0);
    return (day + WEEKDAY_OF_ZERO) % 7;
}

int date_years(date_day from, date_day to) {
    assert(from != 0 && to != 0);
    struct civil a = civil_from_day(from), b = civil_from_day(to);
    bool         is_before = b.month < a.month || (b.month == a.month && b.day < a.day);
    return b.year - a.year - is_before;
}

date_day date_add_years(date_day day, int years) {
    int span = YEAR_MAX - YEAR_MIN;
    if (day == 0 || years < -span || years > span) return 0;
    struct civil civil = civil_from_day(day);
    int          year  = civil.year + years;
    if (civil.month == 2 && civil.day == 29 && month_days(year, 2) == 28)
        return date_of(year, 3, 1);
    return date_of(year, civil.month, civil.day);
}
