// layout: where the items of a window stand: lanes under one another, in each lane as many rows as it
// takes so that nothing lies on anything else, labels included. Plain numbers, in pixels.
// SPDX-License-Identifier: Apache-2.0
import { dayAdd, dayCount } from '../base/day.js';
import { LANES, itemsIn, weekdaySpans } from './items.js';

const GAP = 4;               // between two things in a row
const PAD = 9;               // between a mark and its label
const CHAR = 6.9;            // of a label, on average
const POINT = 20, DOT = 16;  // a point in time, with what surrounds it; a small one
const LANE_GAP = 8;
const CUT = 10;              // a bar that goes on beyond the end of the line sticks out so far
const WEEKDAYS_MIN = 5;      // pixels a day must have for closed days of the week to be drawn

const isPoint = (item) => item.to === item.from && item.lane !== 'blocked' && item.kind !== 'away';
const PHASES = ['inflammation', 'proliferation', 'remodelling'];
const CLUSTERED = ['checks', 'photos'], WEEK = 7;

// Points of one kind that would touch are one thing that holds them all.
export function clustered(items, perDay, apart = DOT + GAP) {
  const made = [], places = new Map();   // where the newest of a lane stands
  for (const item of items) {
    const place = places.get(item.lane), last = made[place];
    const isNear = last && isPoint(item) && CLUSTERED.includes(item.lane) && last.kind === item.kind &&
      dayCount(last.to, item.from) * perDay < apart && dayCount(last.to, item.from) <= WEEK;
    if (isNear) made[place] = { ...last, to: item.to, held: [...(last.held ?? [last]), item] };
    else places.set(item.lane, made.push(item) - 1);
  }
  return made;
}

// What of a bar is seen, in pixels.
function extent(item, scale) {
  const from = item.from < scale.from ? scale.from : item.from;
  const to = item.to === null || item.to > scale.to ? scale.to : item.to;
  const start = scale.x(from), end = scale.x(dayAdd(to, 1));
  if (item.held === undefined && isPoint(item)) {
    const middle = start + scale.perDay / 2, half = (item.lane === 'checks' ? DOT : POINT) / 2;
    return { start: middle - half, end: middle + half, middle };
  }
  const isCut = item.to === null || item.to > scale.to;
  return { start, end: isCut ? end + CUT : Math.max(end, start + 6), middle: (start + end) / 2 };
}

// The label stands in a bar that holds it, else after it, else before it; where it would leave the
// picture there is none, and the words stand below when the item is chosen.
function labelled(box, words, width) {
  const long = words.length * CHAR;
  if (words === '') return { ...box, place: 'none', reach: [box.start, box.end] };
  if (!box.isMark && box.end - box.start >= long + 2 * PAD) return { ...box, place: 'in', reach: [box.start, box.end] };
  if (box.end + PAD + long <= width) return { ...box, place: 'after', reach: [box.start, box.end + PAD + long] };
  if (box.start - PAD - long >= 0) return { ...box, place: 'before', reach: [box.start - PAD - long, box.end] };
  return { ...box, place: 'none', reach: [box.start, box.end] };
}

// Gives every box the first row in which it touches nothing.
export function packed(boxes) {
  const rows = [];
  for (const box of [...boxes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    let row = rows.findIndex((end) => end + GAP <= box.reach[0]);
    if (row < 0) row = rows.length;
    rows[row] = box.reach[1];
    box.row = row;
  }
  return { boxes, rows: rows.length };
}

// The phases of healing stand under one another, each with rows of its own.
function packedLane(lane, boxes) {
  if (lane !== 'healing') return packed(boxes);
  let rows = 0;
  for (const kind of PHASES) {
    const mine = packed(boxes.filter(({ item }) => item.kind === kind));
    for (const box of mine.boxes) box.row += rows;
    rows += mine.rows;
  }
  return { boxes, rows };
}

function laneBoxes(items, scale, wordsOf) {
  const boxes = [];
  for (const item of clustered(items, scale.perDay)) {
    if (item.weekdays) continue;
    const isMark = item.held === undefined && isPoint(item);
    boxes.push(labelled({ item, isMark, ...extent(item, scale) }, wordsOf(item), scale.width));
  }
  return boxes;
}

// Days of the week that are closed: one row of short bars, drawn where a day is wide enough.
function weekdayRow(items, scale) {
  const item = items.find((one) => one.weekdays);
  if (!item || scale.perDay < WEEKDAYS_MIN) return null;
  const first = item.from > scale.from ? item.from : scale.from;
  const parts = weekdaySpans(item.weekdays, { from: first, to: scale.to })
    .map(({ from, to }) => ({ start: scale.x(from), end: scale.x(dayAdd(to, 1)) }));
  return parts.length === 0 ? null : { item, parts, start: parts[0].start, end: parts.at(-1).end, middle: parts[0].start, place: 'none' };
}

// {height, lanes: [{lane, top, height, boxes: [{item, start, end, middle, place, row, top, height}]}]}
export function layoutOf(items, scale, { rowHeight, top, wordsOf }) {
  const shown = itemsIn(items, scale), lanes = [];
  let y = top;
  for (const lane of LANES) {
    const mine = shown.filter((item) => item.lane === lane);
    const { boxes, rows } = packedLane(lane, laneBoxes(mine, scale, wordsOf)), closed = weekdayRow(mine, scale);
    if (closed) boxes.push({ ...closed, row: rows, reach: [closed.start, closed.end] });
    if (boxes.length === 0) continue;
    const height = (rows + (closed ? 1 : 0)) * rowHeight;
    for (const box of boxes) Object.assign(box, { top: y + box.row * rowHeight, height: rowHeight });
    lanes.push({ lane, top: y, height, boxes });
    y += height + LANE_GAP;
  }
  return { height: y, lanes };
}

// Boxes in the order in which the keys go through them: by date, then from above.
export const layoutOrder = (layout) => layout.lanes.flatMap(({ boxes }) => boxes)
  .sort((a, b) => (a.item.from === b.item.from ? a.top - b.top : a.item.from < b.item.from ? -1 : 1));

// The box of the next lane (1) or the one before (-1) that lies nearest.
export function layoutBeside(layout, box, way) {
  const at = layout.lanes.findIndex(({ boxes }) => boxes.some((one) => one.item.id === box.item.id));
  const lane = layout.lanes[at + way];
  return lane ? lane.boxes.reduce((a, b) => (Math.abs(b.middle - box.middle) < Math.abs(a.middle - box.middle) ? b : a)) : null;
}
