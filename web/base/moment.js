// moment: the sitting that hours are counted from, and the day on which an hour falls. The day of a
// sitting begins with the sitting: hour 0 is its end, hour 24 the day after.
// SPDX-License-Identifier: Apache-2.0
import { dayAdd, dayCount } from './day.js';

const DAY_H = 24;

// The next sitting that is planned; where none is, the last that was given; null: neither.
export function momentSitting(plan) {
  const rows = [...(plan?.sessions ?? [])].sort((a, b) => (a.date < b.date ? -1 : 1));
  return rows.find((row) => row.status === 'planned') ?? rows.filter((row) => row.status === 'given').at(-1) ?? null;
}

// The day that hours are counted from.
export const momentStart = (plan) => momentSitting(plan)?.date ?? plan?.on ?? '';
export const momentDay = (start, hours) => dayAdd(start, Math.floor(hours / DAY_H));
export const momentHours = (start, day) => DAY_H * dayCount(start, day);
