// The time map of the section: its slider, its steps, and what is told of an hour.
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { bandsAt, bandsOpen, bandsQuantile, bandsRedness, bandsShare, bandsStage, bandsStrength, bandsWindow } from '../../web/section/bands.js';
import { STILLS, timeEnd, timeFlow, timeHours, timeParts, timePlace, timeStep } from '../../web/section/time.js';
import { madePlan, madeQ } from './section_made.mjs';

const END = 20 * 7 * 24;

test('places_and_hours_undo_each_other', () => {
  for (const hours of [...STILLS, 1, 12, 47, 240, END]) assert.equal(timeHours(timePlace(hours, END), END), hours);
  for (let place = 0; place <= 1; place += 0.01) assert.ok(Math.abs(timePlace(timeFlow(place, END), END) - place) < 1e-9);
  assert.equal(timePlace(-24, END), 0);
  assert.equal(timePlace(2 * END, END), 1);
});

test('later_places_are_later_hours', () => {
  for (let i = 1; i <= 1000; i++) assert.ok(timeHours(i / 1000, END) >= timeHours((i - 1) / 1000, END));
});

test('steps_are_an_hour_then_a_day_then_a_week', () => {
  assert.deepEqual([0, 0.25, 1, 47].map((at) => timeStep(at, 1, END)), [1, 1, 2, 48]);
  assert.deepEqual([48, 50, 313].map((at) => timeStep(at, 1, END)), [72, 72, 336]);
  assert.deepEqual([336, 340].map((at) => timeStep(at, 1, END)), [504, 504]);
  assert.deepEqual([0, 0.25, 1, 48, 50, 72, 336, 340, 504].map((at) => timeStep(at, -1, END)), [0, 0, 0, 47, 48, 48, 312, 336, 336]);
  assert.equal(timeStep(END, 1, END), END);
});

test('steps_on_and_back_reach_both_ends', () => {
  let at = 0, n = 0;
  while (at < END && n++ < 500) at = timeStep(at, 1, END);
  assert.equal(at, END);
  while (at > 0 && n++ < 1000) at = timeStep(at, -1, END);
  assert.equal(at, 0);
});

test('the_slider_ends_where_healing_does_but_not_before_twelve_weeks', () => {
  assert.equal(timeEnd(null), 12 * 168);
  assert.equal(timeEnd(madePlan()), Math.ceil(132 / 7) * 168);
  assert.equal(timeEnd({ healing: { phases: [{ ends: madeQ(9000, 'd') }] } }), 52 * 168);
});

test('ages_are_said_in_hours_days_and_weeks', () => {
  assert.deepEqual(timeParts(6), { n: 6, unit: 'h' });
  assert.deepEqual(timeParts(72), { n: 3, unit: 'd' });
  assert.deepEqual(timeParts(17 * 24), { n: 2, unit: 'wk', rest: 3 });
});

test('between_two_points_of_a_curve_lies_the_straight_line', () => {
  const curve = { x: [0, 2, 4], p2_5: [1, 0, 0], p50: [1, 0.5, 0], p97_5: [1, 1, 0.5], unit: '1', kind: 'computed' };
  assert.equal(bandsAt(curve, 1).value, 0.75);
  assert.deepEqual([bandsAt(curve, 3).low, bandsAt(curve, 3).value, bandsAt(curve, 3).high], [0, 0.25, 0.75]);
  assert.equal(bandsAt(curve, 99).value, 0);
  assert.equal(bandsAt(undefined, 1), null);
});

test('quantiles_and_shares_undo_each_other', () => {
  const q = madeQ(10, 'd');
  for (const share of [0.05, 0.25, 0.4, 0.5, 0.9]) assert.ok(Math.abs(bandsShare(q, bandsQuantile(q, share)) - share) < 1e-9);
  assert.equal(bandsShare(q, 0), 0);
  assert.equal(bandsShare(q, 100), 1);
});

test('a_phase_is_told_by_the_people_in_whom_it_is', () => {
  const phase = { starts: { low: 1, high: 3 }, ends: { low: 10, high: 20 } };
  assert.deepEqual([0, 2, 5, 15, 20].map((day) => bandsStage(phase, day * 24)), ['not_yet', 'begins', 'on', 'ends', 'over']);
});

test('without_curves_of_healing_strength_is_the_share_of_people_in_the_phase', () => {
  const plan = madePlan();
  delete plan.healing.curves;
  assert.equal(bandsStrength(plan, 'proliferation', 18 * 24, 1).mid, 0.5);
  assert.equal(bandsStrength(plan, 'proliferation', 5 * 24, 1).mid, 1);
  assert.equal(bandsStrength(plan, 'proliferation', -1, 1).high, 0);
});

test('what_is_not_said_is_nobodys_figure', () => {
  const plan = madePlan();
  assert.equal(bandsRedness(plan, 5 * 24), null);
  assert.equal(bandsRedness(plan, -1), null);
  assert.equal(bandsOpen({}, 1), null);
  assert.equal(bandsWindow({}, 1), 'unknown');
  assert.equal(bandsWindow({}, -1), 'before');
});
