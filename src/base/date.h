// date: calendar dates (proleptic Gregorian), without a clock and without time zones.
// SPDX-License-Identifier: Apache-2.0
#ifndef STIPPLE_BASE_DATE_H
#define STIPPLE_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

// Days since 0000-03-01, so that an empty date (0) is no date anyone uses.
// 1900-01-01 to 2199-12-31. Days may be added and subtracted as integers; a sum that leaves the
// range is still written.
typedef int32_t date_day;   // 0 = none

enum { DATE_WORDS_BYTES = 32 };
enum { DATE_TEXT_BYTES = 11 };   // "YYYY-MM-DD" and its terminator

date_day date_of(int year, int month, int day);   // 0 if there is no such day in range
date_day date_parse(const char *text);            // "YYYY-MM-DD" only; 0 if it is not one
void     date_format(date_day day, char out[DATE_TEXT_BYTES]);   // "" for 0
void     date_words(date_day day, char out[DATE_WORDS_BYTES]);   // "2 March 2026"; "" for none
int      date_month(date_day day);                               // 1 = January ... 12
int      date_weekday(date_day day);                             // 0 = Monday ... 6 = Sunday

// Whole years, rounded down: -1 on the day before. 29 February counts on 1 March. Neither is 0.
int date_years(date_day from, date_day to);
// 29 February becomes 1 March where needed; 0 beyond the range, and for 0.
date_day date_add_years(date_day day, int years);

#endif
