// Bands to scale and people out of 100: whole people, inside the scale, and no middle where none holds.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';

import { stripOf, stripPeople } from '../../web/plan/strip.js';

globalThis.document ??= { documentElement: { lang: 'en' } };
const { quantityHasRange, quantityHasValue, quantityPeople, quantityRange, quantityValue } = await import('../../web/base/quantity.js');
const { textsLearn } = await import('../../web/base/texts.js');
globalThis.navigator ??= { languages: ['en'] };
textsLearn([['web.people', '{n} of 100'], ['web.percent', '{n} %']].map(([id, en]) => ({ list: 'sayings', id, key: 'text', text: { en } })));

const count = (people, kind) => people.filter((one) => one.kind === kind).length;

test('a hundred people, filled to the low end and ringed to the high one', () => {
  const people = stripPeople({ low: 5, high: 22 });
  deepEqual([people.length, count(people, 'sure'), count(people, 'maybe'), count(people, 'not')], [100, 5, 17, 78]);
  equal(new Set(people.map(({ x, y }) => `${x} ${y}`)).size, 100);
  deepEqual([count(stripPeople({ low: 0, high: 0 }), 'not'), count(stripPeople({ low: 100, high: 100 }), 'sure')], [100, 100]);
});

test('a share lies on the whole scale, from nobody to everybody', () => {
  const strip = stripOf({ unit: '1', value: 0.1, low: 0.05, high: 0.25 });
  deepEqual([strip.from, strip.to], [0, 1]);
  ok(Math.abs(strip.outer.start - 5) < 1e-9 && Math.abs(strip.outer.size - 20) < 1e-9 && Math.abs(strip.at - 10) < 1e-9);
  equal(strip.inner, null);
});

test('the inner band lies in the outer one, and both in the scale', () => {
  const { outer, inner, at } = stripOf({ unit: 'd', value: 1.5, low: 0.24, high: 9.5, p25: 0.8, p75: 2.8 });
  ok(inner.start >= outer.start && inner.start + inner.size <= outer.start + outer.size);
  ok(outer.start >= 0 && outer.start + outer.size <= 100 && at > inner.start && at < inner.start + inner.size);
});

test('nothing that cannot be less than nothing is drawn below it', () => {
  equal(stripOf({ unit: 'd', value: 1, low: 0, high: 9 }).from, 0);
});

test('what cannot be foretold has no middle, and what has no range no strip', () => {
  equal(stripOf({ unit: '1', value: 0.4, low: 0.02, high: 0.96, predictable: false }).at, null);
  equal(stripOf({ unit: 'USD', value: 320, low: 320, high: 320 }), null);
  equal(stripOf({ unit: '1', predictable: false }), null);
  equal(quantityHasValue({ value: 0.4, predictable: false }), false);
  equal(quantityHasRange({ predictable: false }), false);
});

test('people out of 100 are whole people, and a range that closes is one number', () => {
  const q = { unit: '1', value: 0.1167, low: 0.0537, high: 0.2154 };
  deepEqual(quantityPeople(q), { of: 12, low: 5, high: 22 });
  equal(quantityRange(q, 'people'), '5–22 of 100');
  equal(quantityValue(q, 'percent'), '12 %');
  equal(quantityRange({ unit: '1', value: 1, low: 0.9995, high: 1 }, 'percent'), '100 %');
});

test('time is told as a clock tells it', () => {
  const q = { unit: 'd', value: 1.5, low: 0.2377, high: 9.467 };
  equal(quantityValue(q), '1.5\u00a0days');
  equal(quantityRange(q), '5.7\u00a0hours – 9.5\u00a0days');
  equal(quantityRange({ unit: 'h', value: 2.04, low: 0.67, high: 5.57 }), '40\u00a0min – 5.6\u00a0hours');
  equal(quantityRange({ unit: 'mm', value: 1.25, low: 1.08, high: 1.46 }), '1.08–1.46\u00a0mm');
});
