// Every date of a plan and its person is an item of the timeline, once, in its lane.
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LANES, itemsEarlier, itemsIn, itemsOf, itemsSpan, itemsWindow, weekdayOf, weekdaySpans } from '../../web/timeline/items.js';
import { momentDay, momentHours, momentSitting } from '../../web/base/moment.js';
import { madeDoc, madePlan } from './timeline_made.mjs';

test('everything_with_a_date_is_an_item_once', () => {
  const plan = madePlan(), items = itemsOf(plan, madeDoc());
  const count = (lane) => items.filter((item) => item.lane === lane).length;
  assert.equal(count('sittings'), plan.sessions.length);
  assert.equal(count('blocked'), plan.blocked.length);
  assert.equal(count('healing'), plan.healing.phases.length);
  assert.equal(['before', 'checks', 'photos', 'reviews'].reduce((n, lane) => n + count(lane), 0),
    plan.calendar.filter(({ kind }) => kind !== 'session').length);
  assert.equal(count('own'), 2);
  assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
  assert.ok(items.every(({ lane }) => LANES.includes(lane)));
});

test('what_is_left_off_is_every_line_that_ends_and_none_that_is_done', () => {
  const plan = madePlan(), rows = itemsOf(plan, {}).flatMap((item) => item.rows ?? []);
  assert.deepEqual(rows.map(({ id }) => id).sort(), plan.aftercare.filter((row) => !row.do && !row.always).map(({ id }) => id).sort());
  const spans = itemsOf(plan, {}).filter(({ lane }) => lane === 'leave_off').map(({ from, to }) => `${from} ${to}`);
  assert.equal(new Set(spans).size, spans.length);
  for (const item of itemsOf(plan, {})) assert.ok((item.rows ?? []).every((row) => row.from === item.from && row.to === item.to));
});

test('items_stand_by_date', () => {
  const items = itemsOf(madePlan(), madeDoc());
  for (let i = 1; i < items.length; i++) assert.ok(items[i - 1].from <= items[i].from);
});

test('an_item_keeps_its_id_when_another_is_added_after_it', () => {
  const plan = madePlan(), before = itemsOf(plan, {}).map(({ id }) => id);
  plan.calendar.push({ date: '2026-12-24', kind: 'review', text: 'Last of all' });
  assert.deepEqual(itemsOf(plan, {}).map(({ id }) => id).slice(0, before.length), before);
});

test('a_refused_plan_has_what_it_has', () => {
  const plan = { on: '2026-03-02', sessions: [], calendar: [{ date: '2026-07-06', kind: 'review', text: 'Look again.' }], healing: { phases: [] },
    aftercare: [], blocked: [{ id: 'CI-20', kind: 'finding', from: '2026-03-02', to: null, because: 'Pregnant.', look_again: '2026-07-06' }] };
  const items = itemsOf(plan, null);
  assert.deepEqual(items.map(({ lane }) => lane), ['blocked', 'reviews']);
  assert.deepEqual(itemsSpan(items, plan.on), { from: '2026-02-28', to: '2026-07-08' });
  delete plan.blocked;
  assert.equal(itemsOf(plan, null).length, 1);
});

test('the_span_holds_every_date_near_today', () => {
  const plan = madePlan(), items = itemsOf(plan, madeDoc()), span = itemsSpan(items, plan.on);
  for (const { from, lane, to } of items) assert.ok((from >= span.from && from <= span.to) && (lane === 'healing' || to === null || to <= span.to));
  plan.sessions.push({ number: 0, date: '2019-01-01', status: 'given', zones: [] });
  const older = itemsOf(plan, madeDoc());
  assert.equal(itemsSpan(older, plan.on).from, span.from);
  assert.equal(itemsEarlier(older, span), 1);
  assert.equal(itemsEarlier(items, span), 0);
});

test('a_window_is_a_part_of_the_course', () => {
  const span = { from: '2026-01-01', to: '2026-10-01' };
  assert.deepEqual(itemsWindow(span, 'course', '2026-03-02'), span);
  assert.deepEqual(itemsWindow(span, 'week', '2026-03-02'), { from: '2026-03-01', to: '2026-03-10' });
  assert.deepEqual(itemsWindow(span, 'month', '2026-03-02'), { from: '2026-02-28', to: '2026-04-02' });
  const shown = itemsIn([{ from: '2026-02-01', to: null }, { from: '2026-02-01', to: '2026-02-02' }, { from: '2026-03-10', to: '2026-04-01' }],
    itemsWindow(span, 'week', '2026-03-02'));
  assert.equal(shown.length, 2);
});

test('closed_days_of_the_week_are_those_days_and_no_others', () => {
  const spans = weekdaySpans(['sat', 'sun'], { from: '2026-03-20', to: '2026-04-06' });
  assert.deepEqual(spans, [{ from: '2026-03-21', to: '2026-03-22' }, { from: '2026-03-28', to: '2026-03-29' }, { from: '2026-04-04', to: '2026-04-05' }]);
  assert.deepEqual(['2026-03-02', '2026-03-08'].map(weekdayOf), ['mon', 'sun']);
});

test('hours_are_counted_from_the_next_sitting_and_days_undo_hours', () => {
  const plan = madePlan();
  assert.equal(momentSitting(plan).date, '2026-03-02');
  assert.equal(momentSitting({ sessions: plan.sessions.filter(({ status }) => status === 'given') }).date, '2026-02-02');
  assert.equal(momentSitting({ sessions: [] }), null);
  for (const day of ['2026-02-20', '2026-03-02', '2026-03-29', '2026-10-26']) assert.equal(momentDay('2026-03-02', momentHours('2026-03-02', day)), day);
  assert.equal(momentDay('2026-03-02', 23.9), '2026-03-02');
  assert.equal(momentDay('2026-03-02', -1), '2026-03-01');
});
