// items: everything of a plan and its person that has a date, as rows of one kind. All days are whole
// days; `to` is the last day that belongs to it, null: without an end.
// Item = {id, lane, kind, from, to, text?, because?, rows?, q?...}; a point in time has to === from.
// SPDX-License-Identifier: Apache-2.0
import { dayAdd, dayCount } from '../base/day.js';

export const LANES = ['before', 'sittings', 'blocked', 'healing', 'leave_off', 'checks', 'photos', 'reviews', 'own'];
const OF_CALENDAR = { preparation: 'before', test_spot: 'before', photo: 'photos', check_in: 'checks', review: 'reviews', maintenance: 'reviews' };
const BACK_DAYS = 400;      // what lies further back than this before today is left to the table
const AHEAD_DAYS = 550;     // likewise ahead
const BEFORE_DAYS = 2;      // shown before the first and after the last date
const MONTH_DAYS = 31, WEEK_DAYS = 8;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const sittings = (plan) => plan.sessions.map((row) => (
  { lane: 'sittings', kind: row.status, from: row.date, to: row.date, number: row.number, part: row.part, zones: row.zones }
));

const dates = (plan) => plan.calendar.filter((row) => OF_CALENDAR[row.kind])
  .map((row) => ({ lane: OF_CALENDAR[row.kind], kind: row.kind, from: row.date, to: row.date, text: row.text }));

const blocked = (plan) => (plan.blocked ?? []).map((row) => ({ lane: 'blocked', kind: row.kind, from: row.from, to: row.to,
  because: row.because, weekdays: row.weekdays, zones: row.zones, look: row.look_again, sources: row.sources }));

const healing = (plan) => plan.healing.phases.map((row) => (
  { lane: 'healing', kind: row.id, from: row.from, to: row.to, number: row.session, starts: row.starts, ends: row.ends }
));

// What is to be left off after the next sitting; lines of the same days stand together.
function leaveOff(plan) {
  const spans = new Map();
  for (const row of plan.aftercare) {
    if (row.do || row.always) continue;
    const key = `${row.from} ${row.to}`, span = spans.get(key);
    if (span) span.rows.push(row);
    else spans.set(key, { lane: 'leave_off', kind: 'leave_off', from: row.from, to: row.to, rows: [row] });
  }
  return [...spans.values()];
}

function own(doc) {
  const { events = [], days_away: away = [] } = doc?.limits ?? {};
  return [
    ...events.filter((row) => row.date).map((row) => ({ lane: 'own', kind: 'event', from: row.date, to: row.date, text: row.name })),
    ...away.filter((row) => row.from && row.to).map((row) => ({ lane: 'own', kind: 'away', from: row.from, to: row.to })),
  ];
}

const byDate = (a, b) => (a.from === b.from ? LANES.indexOf(a.lane) - LANES.indexOf(b.lane) : a.from < b.from ? -1 : 1);

// All of them, the earliest first. What has no `rows` of its own is one thing.
export function itemsOf(plan, doc) {
  const all = [sittings, dates, blocked, healing, leaveOff].flatMap((of) => of(plan)).concat(own(doc)).sort(byDate);
  const seen = new Map();
  return all.map((item) => {
    const key = `${item.lane} ${item.kind} ${item.from} ${item.to}`, n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return { ...item, id: n > 1 ? `${key} ${n}` : key };
  });
}

const near = (day, on) => dayCount(on, day) >= -BACK_DAYS && dayCount(on, day) <= AHEAD_DAYS;

// From the first to the last date, today among them; what has no end ends nowhere here.
export function itemsSpan(items, on) {
  const days = [on];
  for (const { from, to, lane } of items) {
    if (near(from, on)) days.push(from);
    if (to && near(to, on) && lane !== 'healing') days.push(to);
  }
  days.sort();
  return { from: dayAdd(days[0], -BEFORE_DAYS), to: dayAdd(days.at(-1), BEFORE_DAYS) };
}

// What the picture shows: the whole course, or a month or a week from the sitting that comes next.
export function itemsWindow(span, zoom, start) {
  const first = start >= span.from && start <= span.to ? start : span.from;
  if (zoom === 'month') return { from: dayAdd(first, -BEFORE_DAYS), to: dayAdd(first, MONTH_DAYS) };
  if (zoom === 'week') return { from: dayAdd(first, -1), to: dayAdd(first, WEEK_DAYS) };
  return span;
}

// How many began too long ago to be in the picture at all.
export const itemsEarlier = (items, span) => items.filter((item) => item.from < span.from).length;

export const itemsIn = (items, { from, to }) => items.filter((item) => item.from <= to && (item.to === null || item.to >= from));

export const weekdayOf = (day) => WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()];

// The spans of a row of weekdays within a window: days that follow one another are one span.
export function weekdaySpans(weekdays, { from, to }) {
  const spans = [];
  for (let day = from, n = 0; day <= to && n < BACK_DAYS + AHEAD_DAYS; day = dayAdd(day, 1), n++) {
    if (!weekdays.includes(weekdayOf(day))) continue;
    const last = spans.at(-1);
    if (last && dayAdd(last.to, 1) === day) last.to = day;
    else spans.push({ from: day, to: day });
  }
  return spans;
}
