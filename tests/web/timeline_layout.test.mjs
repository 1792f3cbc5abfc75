// The picture of the timeline: nothing lies on anything else, nothing is left out, days are all as long.
// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { dayAdd, dayCount } from '../../web/base/day.js';
import { itemsIn, itemsOf, itemsSpan, itemsWindow } from '../../web/timeline/items.js';
import { clustered, layoutBeside, layoutOf, layoutOrder } from '../../web/timeline/layout.js';
import { scaleDay, scaleOf, scaleTicks } from '../../web/timeline/scale.js';
import { madeDoc, madePlan } from './timeline_made.mjs';

const WIDTHS = [420, 560, 700, 860, 1200, 2400], ZOOMS = ['course', 'month', 'week'];
const wordsOf = (item) => (item.lane === 'checks' || item.lane === 'photos' ? '' : `${item.kind} ${item.lane}`);

function every(look) {
  const plan = madePlan(), items = itemsOf(plan, madeDoc()), span = itemsSpan(items, plan.on);
  for (const width of WIDTHS) for (const zoom of ZOOMS) for (const rowHeight of [32, 48]) {
    const scale = scaleOf(itemsWindow(span, zoom, '2026-03-02'), width);
    look({ items, scale, rowHeight, layout: layoutOf(items, scale, { rowHeight, top: 40, wordsOf }), name: `${zoom} ${width}` });
  }
}

// What a mark and its label take, a letter at six pixels: narrower than any that is drawn.
function seen({ item, start, end, place }) {
  const long = 6 * wordsOf(item).length;
  return { in: [start, Math.max(end, start + 9 + long)], after: [start, end + 7 + long], before: [start - 7 - long, end], none: [start, end] }[place];
}

test('nothing_lies_on_anything_else_labels_included', () => every(({ layout, name }) => {
  for (const { lane, boxes } of layout.lanes) for (const a of boxes) for (const b of boxes) {
    if (a === b || a.top !== b.top) continue;
    const [one, other] = [seen(a), seen(b)];
    assert.ok(one[1] <= other[0] || other[1] <= one[0], `${name} ${lane}: ${one} and ${other}`);
  }
}));

test('lanes_stand_under_one_another_and_hold_their_rows', () => every(({ layout, rowHeight, name }) => {
  let end = 40;
  for (const { top, height, boxes, lane } of layout.lanes) {
    assert.ok(top >= end, `${name} ${lane} lies on the lane above`);
    for (const box of boxes) assert.ok(box.top >= top && box.top + box.height <= top + height && box.height === rowHeight);
    end = top + height;
  }
  assert.ok(end <= layout.height);
}));

test('every_item_of_the_window_is_in_the_picture_once', () => every(({ layout, items, scale, name }) => {
  const shown = layout.lanes.flatMap(({ boxes }) => boxes).flatMap(({ item }) => item.held ?? [item]).map(({ id }) => id);
  const wanted = itemsIn(items, scale).filter((item) => !item.weekdays || scale.perDay >= 5).map(({ id }) => id);
  assert.deepEqual(shown.sort(), wanted.sort(), name);
}));

test('bars_and_labels_stay_within_the_line', () => every(({ layout, scale, name }) => {
  for (const { boxes } of layout.lanes) for (const box of boxes) {
    const { item, start, end } = box, reach = seen(box);
    if (item.to !== item.from) assert.ok(start >= 0 && reach[0] >= 0, name);
    const isCut = item.to === null || item.to > scale.to;
    assert.ok(reach[1] <= scale.width + (isCut ? 10 : item.to === item.from ? 10 : 0) + 1e-6, `${name}: ${item.id} ends at ${end}`);
  }
}));

test('a_bar_is_as_long_as_its_days', () => {
  const scale = scaleOf({ from: '2026-03-01', to: '2026-04-30' }, 610);
  const { lanes } = layoutOf([{ id: 'x', lane: 'blocked', kind: 'event', from: '2026-03-28', to: '2026-03-31' }], scale, { rowHeight: 32, top: 0, wordsOf });
  assert.equal(lanes[0].boxes[0].start, 270);
  assert.equal(lanes[0].boxes[0].end, 310);
});

test('days_are_as_long_when_clocks_change', () => {
  const scale = scaleOf({ from: '2026-03-20', to: '2026-11-10' }, 1000);
  for (let day = '2026-03-20'; day < '2026-11-10'; day = dayAdd(day, 1))
    assert.ok(Math.abs(scale.x(dayAdd(day, 1)) - scale.x(day) - scale.perDay) < 1e-9, day);
});

test('a_place_on_the_line_is_its_day', () => {
  const scale = scaleOf({ from: '2026-03-01', to: '2026-10-31' }, 777);
  for (let day = '2026-03-01'; day <= '2026-10-31'; day = dayAdd(day, 1)) assert.equal(scaleDay(scale, scale.x(day) + scale.perDay / 2), day);
  assert.equal(scaleDay(scale, -50), '2026-03-01');
  assert.equal(scaleDay(scale, 5000), '2026-10-31');
});

test('marks_of_the_line_never_touch_and_stand_on_whole_units', () => {
  for (const [from, to] of [['2026-03-01', '2026-03-10'], ['2026-02-28', '2026-04-02'], ['2026-01-01', '2026-12-31'], ['2024-05-05', '2027-11-11']])
    for (let width = 400; width < 2400; width += 7) {
      const scale = scaleOf({ from, to }, width), { unit, days } = scaleTicks(scale, 52);
      assert.ok(days.length > 0, `${from} ${to} ${width}`);
      for (let i = 1; i < days.length; i++) assert.ok(scale.x(days[i]) - scale.x(days[i - 1]) >= 52 - 1e-9, `${unit} ${from} ${width}`);
      for (const day of days) assert.ok(day >= from && day <= to);
      if (unit === 'month') assert.ok(days.every((day) => day.endsWith('-01')));
      if (unit === 'week') assert.ok(days.every((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1));
    }
});

test('points_that_would_touch_are_one_thing_that_holds_them_all', () => {
  const checks = ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-20'].map((day) => ({ id: day, lane: 'checks', kind: 'check_in', from: day, to: day }));
  const close = clustered(checks, 4), apart = clustered(checks, 40);
  assert.deepEqual(close.map(({ held }) => held?.length ?? 1), [3, 1]);
  assert.deepEqual([close[0].from, close[0].to], ['2026-03-03', '2026-03-05']);
  assert.equal(apart.length, 4);
  const other = { id: 'x', lane: 'reviews', kind: 'review', from: '2026-03-04', to: '2026-03-04' };
  assert.deepEqual(clustered([checks[0], other, checks[1]], 4).map(({ held }) => held?.length ?? 1), [2, 1]);
});

test('the_keys_reach_everything_by_date_and_go_from_lane_to_lane', () => every(({ layout }) => {
  const order = layoutOrder(layout), boxes = layout.lanes.flatMap((lane) => lane.boxes);
  assert.equal(new Set(order).size, boxes.length);
  for (let i = 1; i < order.length; i++) assert.ok(order[i - 1].item.from <= order[i].item.from);
  layout.lanes.forEach(({ boxes: [box] }, i) => {
    const below = layoutBeside(layout, box, 1), next = layout.lanes[i + 1];
    assert.ok(next ? next.boxes.includes(below) : below === null);
    if (next) assert.ok(next.boxes.every(({ middle }) => Math.abs(middle - box.middle) >= Math.abs(below.middle - box.middle)));
  });
}));
