// time: the time after a sitting as the slider and the keys of the section go through it: hours at
// first, then days, weeks and months. A place on the slider is a number from 0 to 1.
// SPDX-License-Identifier: Apache-2.0
const DAY_H = 24, WEEK_H = 7 * DAY_H;
const BEND_H = 2;                    // up to here hours are about as long as they are; beyond, ever shorter
const FIRST_H = 12 * WEEK_H;         // the slider reaches at least so far
const LAST_H = 52 * WEEK_H;

export const STILLS = [0, 6, DAY_H, 3 * DAY_H, WEEK_H, 4 * WEEK_H, 12 * WEEK_H];

// The end of the slider: the week in which the last phase of healing ends in most simulated people.
export function timeEnd(plan) {
  const ends = (plan?.healing?.phases ?? []).map(({ ends: q }) => (q ? (q.p97_5 ?? q.high ?? q.value) * DAY_H : 0));
  const last = Math.ceil(Math.max(FIRST_H, ...ends) / WEEK_H) * WEEK_H;
  return Math.min(LAST_H, last);
}

export const timePlace = (hours, end) => Math.asinh(Math.min(end, Math.max(0, hours)) / BEND_H) / Math.asinh(end / BEND_H);

// Whole hours at first and whole days later, so that what is said is what is seen.
export function timeHours(place, end) {
  const hours = BEND_H * Math.sinh(Math.min(1, Math.max(0, place)) * Math.asinh(end / BEND_H));
  return Math.min(end, timeRounded(hours));
}

export function timeRounded(hours) {
  if (hours < 2) return Math.round(hours * 4) / 4;
  if (hours < 2 * DAY_H) return Math.round(hours);
  return Math.round(hours / DAY_H) * DAY_H;
}

// As timeHours, but not rounded: for what runs by itself.
export function timeFlow(place, end) {
  return Math.min(end, BEND_H * Math.sinh(place * Math.asinh(end / BEND_H)));
}

// One step on (1) or back (-1): an hour in the first two days, a day in the first two weeks, then a
// week. Steps end on whole hours, days and weeks.
export function timeStep(hours, way, end) {
  const at = way > 0 ? hours : hours - 1e-6;
  const size = at < 2 * DAY_H ? 1 : at < 2 * WEEK_H ? DAY_H : WEEK_H;
  const next = way > 0 ? (Math.floor(hours / size + 1e-9) + 1) * size : (Math.ceil(hours / size - 1e-9) - 1) * size;
  return Math.min(end, Math.max(0, next));
}

// {n, unit: 'h' | 'd' | 'wk'} as it is said
export function timeParts(hours) {
  if (hours < 2 * DAY_H) return { n: Math.round(hours * 4) / 4, unit: 'h' };
  const days = Math.floor(hours / DAY_H);
  if (days < 14) return { n: days, unit: 'd' };
  return { n: Math.floor(days / 7), unit: 'wk', rest: days % 7 };
}
