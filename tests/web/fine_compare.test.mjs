// What a change of a setting changed: what could be told in one person, what could not, what stayed.
// SPDX-License-Identifier: Apache-2.0
import { before, test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';

import { compare, compareOf, compareQuantity } from '../../web/fine/compare.js';

before(() => { globalThis.document = { documentElement: { lang: 'en' } }; });

const drawn = (value, half) => ({ kind: 'computed', unit: '/cm2', value, p50: value, p25: value - half, p75: value + half, low: value - 3 * half, high: value + 3 * half });
const advice = (value) => ({ kind: 'advice', unit: 'USD', value, low: value, high: value });
const plan = (density, dates, total) => ({
  zones: [{ zone: 'cheeks', density, achieved: drawn(1.25, 0.07) }],
  sessions: [{ status: 'given', date: '2026-01-01' }, ...dates.map((date) => ({ status: 'planned', date }))],
  course: { downtime: drawn(1.5, 1), months: [] },
  price: { total: advice(total) },
});
const rowOf = (rows, what) => rows.find((row) => row.what === what);

test('a middle that leaves the middle half of what it was is a change', () => {
  equal(compareQuantity(drawn(892, 118), drawn(1120, 150)), 'changed');
});

test('one that stays within it could not be told in one person', () => {
  equal(compareQuantity(drawn(892, 118), drawn(930, 120)), 'noise');
});

test('a narrower new band counts as well: both middles have to lie in both', () => {
  equal(compareQuantity(drawn(892, 118), drawn(980, 20)), 'changed');
});

test('advice is compared as it is told', () => {
  equal(compareQuantity(advice(1280), advice(1281)), 'changed');
  equal(compareQuantity(advice(1280), advice(1280)), 'same');
});

test('a number that comes or goes is a change, and none at all is none', () => {
  equal(compareQuantity(null, advice(1)), 'changed');
  equal(compareQuantity(advice(1), undefined), 'changed');
  equal(compareQuantity(null, undefined), 'same');
});

test('a plan beside another: density and the last visit differ, the price does not', () => {
  const rows = compare(plan(drawn(892, 118), ['2026-03-02', '2026-03-30'], 1280), plan(drawn(1120, 150), ['2026-03-02', '2026-04-27'], 1280));
  deepEqual(compareOf(rows, 'changed').map((row) => row.what), ['density', 'last']);
  deepEqual([rowOf(rows, 'last').from, rowOf(rows, 'last').to], ['2026-03-30', '2026-04-27']);
  equal(rowOf(rows, 'density').to.value, 1120);
  deepEqual(compareOf(rows, 'same').map((row) => row.what), ['achieved', 'downtime', 'visits', 'price']);
});

test('a plan without sittings has no last visit', () => {
  const rows = compare(plan(drawn(892, 118), ['2026-03-02'], 1280), { ...plan(drawn(892, 118), [], 1280), zones: [] });
  deepEqual(compareOf(rows, 'changed').map((row) => [row.what, row.from, row.to]), [['visits', 1, 0], ['last', '2026-03-02', null]]);
});

test('more passes at the same density are told by the faster hand', () => {
  const at = (value) => ({ ...plan(drawn(892, 118), ['2026-03-02'], 1280), zones: [{ zone: 'cheeks', density: drawn(892, 118), achieved: drawn(1.25, 0.07),
    speed: { kind: 'advice', unit: 'cm/s', value, low: 0.6 * value, high: 1.8 * value } }] });
  const rows = compare(at(8.64), at(10.8));
  deepEqual(compareOf(rows, 'changed').map(({ what }) => what), ['speed']);
  equal(rowOf(rows, 'density').state, 'same');
});
