// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';

import { shareEqual } from '../../web/base/share.js';

const copy = (value) => JSON.parse(JSON.stringify(value));
const sample = { on: '2026-03-02', price: { total: { value: 300, low: 250 } }, days: [{ n: 1, q: [1, 2] }, { n: 2, q: [3, 4] }], none: null };

test('what equals the answer before is that answer', () => {
  assert.equal(shareEqual(sample, copy(sample)), sample);
});

test('what stayed the same stays the same object, and what changed is new down to its root', () => {
  const next = copy(sample);
  next.days[1].q[0] = 9;
  const before = copy(sample), shared = shareEqual(sample, next);
  assert.equal(shared, next);
  assert.equal(shared.price, sample.price);
  assert.equal(shared.days[0], sample.days[0]);
  assert.notEqual(shared.days, sample.days);
  assert.notEqual(shared.days[1], sample.days[1]);
  assert.deepEqual(shared.days[1], { n: 2, q: [9, 4] });
  assert.deepEqual(sample, before, 'the answer before is left as it was');
});

test('whatever comes next, it is told as it came', () => {
  const values = [sample, {}, [], [{}], null, 0, '', 'a', { on: null }, { on: [] }, { on: {} }, { on: '2026-03-02' }, { ...sample, more: 1 },
    { days: sample.days }, { days: [sample.days[0]] }, { days: [...sample.days, sample.days[0]] }, [1, 2], { 0: 1, 1: 2 }];
  for (const before of values)
    for (const after of values) assert.deepEqual(shareEqual(copy(before), copy(after)), after);
});

test('a key that is gone or new makes another object', () => {
  const less = copy(sample);
  delete less.none;
  assert.notEqual(shareEqual(sample, less), sample);
  assert.notEqual(shareEqual(less, copy(sample)), less);
  assert.notEqual(shareEqual({ a: 1 }, { b: 1 }), null);
  assert.deepEqual(shareEqual({ a: 1 }, { b: 1 }), { b: 1 });
});
