// What is shown of a screening: what counts, zone by device, and how it lifts.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';

import { findFact, findLifts, findMatrix, findOutstanding, findSplit, findVerdict } from '../../web/person/find.js';

const finding = (id, is, more = {}) => ({ id, class: is, because: `because ${id}`, scope: { person: true }, lifts: 'never', until: null, ...more });
const screening = (verdict, findings, more = {}) => ({ verdict, until: null, findings, options: [], closed: [], missing: [], ...more });
const option = (zone, device, findings, verdict = 'caution') => ({ zone, device, findings, verdict, until: null });

test('a question is asked and not told; what lies in another zone does not count', () => {
  const ask = finding('A', 'ask', { lifts: { when: 'facts_known' }, missing: ['inr'] });
  const own = finding('B', 'ask', { lifts: { when: 'pregnancy_confirmed' } });
  const here = finding('C', 'refuse', { scope: { zones: ['cheeks'] } }), there = finding('D', 'refuse', { scope: { zones: ['chin'] } });
  const { here: told, elsewhere } = findSplit(screening('refuse', [ask, own, here, there], { options: [option('cheeks', 'pen', ['A', 'B', 'C'])] }));
  deepEqual(told.map(({ id }) => id), ['B', 'C']);
  deepEqual(elsewhere.map(({ id }) => id), ['D']);
  equal(findSplit(screening('ask', [there])).elsewhere.length, 0, 'without a goal nothing lies elsewhere');
});

test('zones stand against devices, each option once', () => {
  const one = option('chin', 'rf', [], 'defer');
  const { zones, devices, at } = findMatrix(screening('defer', [], { options: [option('cheeks', 'pen', []), option('cheeks', 'rf', []), one] }));
  deepEqual([zones, devices], [['cheeks', 'chin'], ['pen', 'rf']]);
  equal(at('chin', 'rf'), one);
  equal(at('chin', 'pen'), null);
});

test('a finding lifts on a day, when a state ends, both, or not at all', () => {
  deepEqual(findLifts(finding('A', 'defer', { lifts: { on: '2026-07-20' }, until: '2026-07-20' })), [{ id: 'report.lifts.on', date: '2026-07-20' }]);
  deepEqual(findLifts(finding('A', 'refuse', { lifts: { when: 'delivered', look_again: '2026-03-16' } })), [{ id: 'report.lifts.when', state: 'delivered', date: '2026-03-16' }]);
  equal(findLifts(finding('A', 'defer', { lifts: { when: 'delivered', look_again: '2026-03-16' }, until: '2026-07-20' })).length, 2);
  deepEqual(findLifts(finding('A', 'refuse')), [{ id: 'report.lifts.refused' }]);
  deepEqual(findLifts(finding('A', 'caution')), [{ id: 'report.lifts.never' }]);
});

test('a date does not hide a letter that is outstanding', () => {
  const letter = finding('B', 'clearance');
  const one = screening('defer', [finding('A', 'defer'), letter], { until: '2026-07-20' });
  deepEqual(findVerdict(one), { id: 'report.verdict.defer_until', date: '2026-07-20' });
  deepEqual(findOutstanding(one), [letter]);
  deepEqual(findVerdict(screening('refuse', [finding('A', 'refuse')])), { id: 'report.verdict.refuse_lasting' });
  deepEqual(findVerdict(screening('refuse', [finding('A', 'refuse', { lifts: { when: 'delivered' } })])), { id: 'report.verdict.refuse' });
});

test('a fact is taken apart', () => {
  deepEqual(findFact('inr'), { list: null, code: null, key: 'inr' });
  deepEqual(findFact('goals.diagnosed'), { list: 'goals', code: null, key: 'diagnosed' });
  deepEqual(findFact('conditions.keloid.status'), { list: 'conditions', code: 'keloid', key: 'status' });
});
