// scale: days on a line of so many pixels. Every day is as long as every other: days here are those
// of the calendar and know no daylight saving.
// SPDX-License-Identifier: Apache-2.0
import { dayAdd, dayCount } from '../base/day.js';

const MONTHS = [1, 2, 3, 6, 12];
const DAYS = [1, 2];
const TICKS_MAX = 200;

// x(day): where the day begins. The day `to` is the last one that is shown.
export function scaleOf({ from, to }, width) {
  const days = dayCount(from, to) + 1, perDay = width / days;
  return { from, to, width, perDay, x: (day) => dayCount(from, day) * perDay };
}

// The day at x.
export function scaleDay(scale, x) {
  const n = Math.floor(x / scale.perDay);
  return dayAdd(scale.from, Math.max(0, Math.min(dayCount(scale.from, scale.to), n)));
}

const isMonday = (day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1;

function everyDay({ from, to }, step) {
  const days = [];
  for (let day = from; day <= to && days.length < TICKS_MAX; day = dayAdd(day, step)) days.push(day);
  return days;
}

function mondays({ from, to }, weeks) {
  let first = from;
  while (!isMonday(first)) first = dayAdd(first, 1);
  return everyDay({ from: first, to }, 7 * weeks);
}

function firsts({ from, to }, months) {
  const days = [];
  let year = Number(from.slice(0, 4)), month = Number(from.slice(5, 7));
  for (let n = 0; n < TICKS_MAX; n++) {
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > to) break;
    if (day >= from && (month - 1) % months === 0) days.push(day);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  }
  return days;
}

// {unit: day|week|month, days}: the finest division whose marks are at least `apart` pixels from one
// another; a month is taken at its shortest.
export function scaleTicks(scale, apart) {
  for (const step of DAYS) if (step * scale.perDay >= apart) return { unit: 'day', days: everyDay(scale, step) };
  for (const weeks of [1, 2]) if (7 * weeks * scale.perDay >= apart) return { unit: 'week', days: mondays(scale, weeks) };
  for (const months of MONTHS) if (28 * months * scale.perDay >= apart) return { unit: 'month', days: firsts(scale, months) };
  return { unit: 'month', days: [] };
}
