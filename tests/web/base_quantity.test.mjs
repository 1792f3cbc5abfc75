// A number in words: its unit is one that a person counts in, and value and range have the same.
// SPDX-License-Identifier: Apache-2.0
import './without_browser.mjs';
import { test } from 'node:test';
import { equal } from 'node:assert/strict';

import { quantityRange, quantityValue } from '../../web/base/quantity.js';

const said = (text) => text.replaceAll('\u00a0', ' ');

test('a week is told in days, and its range likewise', () => {
  const q = { unit: 'h', value: 168, low: 24, high: 336 };
  equal(said(quantityValue(q)), '7 days');
  equal(said(quantityRange(q)), '1–14 days');
});

test('a few days, and hours that are no whole days, stay hours', () => {
  equal(said(quantityValue({ unit: 'h', value: 72 })), '72 hours');
  equal(said(quantityValue({ unit: 'h', value: 100 })), '100 hours');
  equal(said(quantityRange({ unit: 'h', value: 24, low: 6, high: 96 })), '6–96 hours');
});

test('less than a day is told in hours', () => {
  equal(said(quantityRange({ unit: 'd', value: 1.5, low: 0.25, high: 9.5 })), '6 hours – 9.5 days');
});
