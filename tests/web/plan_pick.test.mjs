// What a card shows of a plan: taken as it stands and put in order, never worked out.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';

import { disputeSides, disputesOf } from '../../web/plan/dispute.js';
import { pickCount, pickCounting, pickDates, pickEnds, pickNext, pickReasons, pickResults, pickReview, pickState, pickWatch } from '../../web/plan/pick.js';

const sessions = (...rows) => ({ verdict: 'caution', series: { chosen: 3 }, sessions: rows.map(([number, status, date, part]) => ({ number, status, date, part })) });

test('the next sitting is the first that is planned, and visits of one treatment count once', () => {
  const plan = sessions([1, 'given', '2026-01-05'], [2, 'planned', '2026-03-02', 1], [2, 'planned', '2026-03-09', 2], [3, 'planned', '2026-03-30', 1]);
  equal(pickNext(plan).date, '2026-03-02');
  deepEqual(pickCount(plan), { planned: 2, given: 1, last: '2026-03-30' });
});

test('a course is over when all of it was given and nothing closes it; else nothing is planned', () => {
  const given = [[1, 'given', 'a'], [2, 'given', 'b'], [3, 'given', 'c']];
  equal(pickState(sessions(...given)), 'done');
  equal(pickState(sessions(...given.slice(1))), 'none');
  equal(pickState({ ...sessions(...given), verdict: 'refuse' }), 'none');
  equal(pickState({ ...sessions(...given), series: null }), 'none');
  equal(pickState(sessions(...given, [4, 'planned', 'd'])), 'planned');
});

test('reading a test spot is no day to judge a result on', () => {
  const review = (date, text) => ({ kind: 'review', date, text });
  const plan = { on: '2026-03-02', calendar: [review('2026-01-01', 'Old'), review('2026-04-13', 'Spot'), review('2026-11-02', 'First')] };
  equal(pickReview(plan, ['Spot']).date, '2026-11-02');
  equal(pickReview(plan).date, '2026-04-13');
  equal(pickReview({ ...plan, calendar: [] }), null);
});

test('check-ins are counted and photographs passed over', () => {
  const calendar = ['session', 'photo', 'check_in', 'check_in', 'review'].map((kind) => ({ kind, date: 'd', text: kind }));
  const { told, checks } = pickDates({ calendar });
  deepEqual(told.map(({ kind }) => kind), ['session', 'review']);
  equal(checks, 2);
});

test('zones with the same result stand together, others do not', () => {
  const row = (zone, month, more) => ({ zone, indication: 'wrinkles', month, because: 'Why', ...more });
  const months = [row('cheeks', 1), row('cheeks', 3), row('neck', 1), row('neck', 3), row('nose', 1, { value: 0.4, low: 0, high: 1 })];
  deepEqual(pickResults({ course: { months } }).map(({ zones, months: all }) => [zones, all.length]), [[['cheeks', 'neck'], 2], [['nose'], 1]]);
});

test('aftercare is told by the day it ends, and what has no end stands last', () => {
  const line = (id, to, is, always = false) => ({ id, to, do: is, always });
  const ends = pickEnds({ aftercare: [line('a', '2026-03-09', false), line('b', '2026-12-01', true, true), line('c', '2026-03-03', true), line('d', '2026-03-09', true)] });
  deepEqual(ends.map(({ day, dos, donts }) => [day, dos.map(({ id }) => id), donts.map(({ id }) => id)]),
    [['2026-03-03', ['c'], []], ['2026-03-09', ['d'], ['a']], [null, ['b'], []]]);
});

test('when to call keeps its order by level', () => {
  const watch = [['x', 'emergency', 'Call'], ['y', 'same_day'], ['z', 'emergency', 'Call']].map(([id, level, call]) => ({ id, level, call, text: id }));
  deepEqual(pickWatch({ watch }).map(({ level, call, lines }) => [level, call, lines.length]), [['emergency', 'Call', 2], ['same_day', null, 1]]);
});

test('a finding outside what was asked for is no reason', () => {
  const findings = [{ id: 'A', class: 'defer' }, { id: 'B', class: 'defer' }, { id: 'C', class: 'caution' }];
  const plan = { verdict: 'defer', screening: { findings, options: [{ findings: ['A', 'C'] }] } };
  deepEqual(pickReasons(plan).map(({ id }) => id), ['A']);
  equal(pickCounting({ screening: { findings, options: [] } }).length, 3);
});

test('a disagreement bears on a number by its topic, or by a study, never by our own default', () => {
  const row = (id, about, sources) => ({ id, about, sources });
  const plan = { series: { disagreement: [row('D-1', ['sessions'], ['default'])] },
    disagreement: [row('D-2', ['depth'], ['R03', 'default']), row('D-3', undefined, ['default']), row('D-1', ['sessions'], ['default'])] };
  const found = disputesOf(plan, { sources: ['R03', 'default'] }, ['sessions']);
  deepEqual([found.about.map(({ id }) => id), found.near.map(({ id }) => id)], [['D-1'], ['D-2']]);
  const line = { id: 'makeup', disagreement: [row('D-8', undefined, ['default'])] };
  const cared = disputesOf({ series: null, aftercare: [line], disagreement: line.disagreement }, { sources: ['default'] }, ['makeup']);
  deepEqual(cared.about.map(({ id }) => id), ['D-8']);
  deepEqual(disputesOf({ series: null }, { sources: [] }, ['depth']), { about: [], near: [] });
});

test('the sides of a disagreement are found wherever the answer has them', () => {
  const sides = [{ says: { en: 'one' }, sources: ['A'] }];
  deepEqual(disputeSides({ value: {}, also: [{ value: null }, { value: { sides } }] }), sides);
  deepEqual(disputeSides({ value: null }), []);
});
