// Days are days: no clock, no zone and no summer time moves them.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { equal } from 'node:assert/strict';

import './without_browser.mjs';
import { dayAdd, dayAge, dayCount, dayIs, dayWords } from '../../web/base/day.js';

test('only a day of the calendar is a day', () => {
  equal(dayIs('2024-02-29'), true);
  for (const text of ['2023-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00', 'unknown', '']) equal(dayIs(text), false, text);
});

test('a day and a number of days is a day, over leap years and the change of the clocks', () => {
  equal(dayAdd('2024-02-28', 2), '2024-03-01');
  equal(dayAdd('2026-03-28', 2), '2026-03-30');
  equal(dayAdd('2026-01-01', -1), '2025-12-31');
  equal(dayCount('2026-03-28', '2026-03-30'), 2);
  equal(dayCount('2025-12-31', '1900-01-01'), -46020);
});

test('an age grows on the birthday, and not before', () => {
  equal(dayAge('1994-06-14', '2026-06-13'), 31);
  equal(dayAge('1994-06-14', '2026-06-14'), 32);
});

test('a day is told in words', () => {
  equal(dayWords('2026-07-06'), '6 July 2026');
});
