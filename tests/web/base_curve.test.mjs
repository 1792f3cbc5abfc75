// A curve takes its bands from quantities or from a Curve of a plan, and is read place by place.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';

import { curveKey, curveNearest, curveOf, curveQuantities } from '../../web/base/curve.js';

const drawn = { kind: 'computed', unit: '1', value: 0.4, low: 0.1, high: 0.9, p2_5: 0.1, p25: 0.3, p50: 0.4, p75: 0.6, p97_5: 0.9 };

test('the outer band is that of 95 of 100, the inner one that of half, and the line the middle', () => {
  const { line, bands } = curveOf([drawn, { ...drawn, value: 0.5, p25: 0.35 }]);
  deepEqual(line, [0.4, 0.5]);
  deepEqual(bands.map((band) => band.level), [95, 50]);
  deepEqual(bands[1].low, [0.3, 0.35]);
  deepEqual(bands[0].high, [0.9, 0.9]);
});

test('where only an interval was published it is the outer band, and there is no inner one', () => {
  const { line, bands } = curveOf([{ kind: 'measured', unit: '1', low: 0.05, high: 0.2 }]);
  deepEqual(line, [null]);
  deepEqual(bands, [{ level: 95, low: [0.05], high: [0.2] }]);
});

test('the range of an advice is no band', () => {
  deepEqual(curveOf([{ kind: 'advice', unit: 'mm', value: 1, low: 0.5, high: 1.5 }]).bands, []);
});

test('a Curve falls into quantities that keep its kind, its sources and its band', () => {
  const curve = { kind: 'computed', x: [0, 6], x_unit: 'h', unit: '1', p2_5: [1, 0.1], p25: [1, 0.2], p50: [1, 0.3], p75: [1, 0.4],
    p97_5: [1, 0.6], sources: ['R1'], status: 'derived', predictable: true, because: 'why' };
  const [, later] = curveQuantities(curve);
  equal(later.value, 0.3);
  deepEqual([later.low, later.high, later.p25], [0.1, 0.6, 0.2]);
  deepEqual([later.kind, later.sources, later.because, later.predictable], ['computed', ['R1'], 'why', true]);
  deepEqual(curveOf(curveQuantities(curve)).bands[1].high, [1, 0.4]);
});

test('the nearest place of an uneven axis', () => {
  const x = [0, 1, 2, 7, 14];
  deepEqual([-3, 0.4, 0.6, 4, 5, 99].map((at) => curveNearest(x, at)), [0, 0, 1, 2, 3, 4]);
});

test('keys lead to the neighbours, to the ends, and never beyond them', () => {
  const keys = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];
  deepEqual(keys.map((key) => curveKey(key, 5, 11)), [6, 4, 6, 4, 0, 10, 7, 3]);
  deepEqual(keys.map((key) => curveKey(key, 0, 2)), [1, 0, 1, 0, 0, 1, 1, 0]);
  equal(curveKey('a', 5, 11), null);
});

test('where the axis runs from right to left the arrows to the sides change places', () => {
  deepEqual(['ArrowRight', 'ArrowLeft', 'ArrowUp'].map((key) => curveKey(key, 5, 11, true)), [4, 6, 6]);
});
