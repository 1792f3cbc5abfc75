// A slider takes whole steps, reaches both of its ends, and follows the keys.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';

import { sliderNext, sliderPlace, sliderSnap, sliderWritten } from '../../web/parts/slide.js';

const speed = { low: 0.5, high: 50, step: 0.1 };

test('what is taken is a whole step, counted from zero', () => {
  equal(sliderSnap(8.64, speed), 8.6);
  equal(sliderSnap(0.3 + 0.6, speed), 0.9);
  equal(sliderSnap(1.3, { low: 0.25, high: 2.5, step: 0.25 }), 1.25);
});

test('an end that lies between two steps can be reached, and nothing beyond it', () => {
  const odd = { low: 0.3, high: 2.4, step: 0.25 };
  deepEqual([-1, 0.3, 2.39, 2.4, 9].map((value) => sliderSnap(value, odd)), [0.3, 0.3, 2.4, 2.4, 2.4]);
});

test('what is no number is not taken', () => {
  equal(sliderSnap(NaN, speed), null);
  equal(sliderSnap(Infinity, speed), null);
});

test('arrows step, pages step ten times as far, Home and End go to the ends', () => {
  const days = { low: 14, high: 84, step: 1 };
  const keys = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'x'];
  deepEqual(keys.map((key) => sliderNext(key, 28, days)), [29, 27, 29, 27, 38, 18, 14, 84, null]);
  equal(sliderNext('ArrowRight', 28, { ...days, isMirrored: true }), 27);
  equal(sliderNext('ArrowUp', 28, { ...days, isMirrored: true }), 29);
});

test('a mark stands on its share of the track, and never beside it', () => {
  deepEqual([14, 49, 84, 100, 0].map((at) => sliderPlace(at, 14, 84)), [0, 0.5, 1, 1, 0]);
  equal(sliderPlace(3, 3, 3), 0);
});

test('a value between two steps is written as it is', () => {
  deepEqual([1.25, 8.64, 28, 0.1 + 0.2].map(sliderWritten), ['1.25', '8.64', '28', '0.3']);
});
