// words: what an item of the timeline is called, its dates, and all that is said of it.
// SPDX-License-Identifier: Apache-2.0
import { dayBrief, dayShort, dayWords } from '../base/day.js';
import { say, sayCapital, sayCode } from '../base/texts.js';

export const wordsLane = (lane) => say(`web.timeline.lane.${lane}`);

// In a word or two: beside its mark, and as the kind in the table.
export function wordsKind(item) {
  if (item.lane === 'blocked') return sayCapital(say(`codes.blocked.${item.kind}`));
  if (item.lane === 'leave_off') return say(`web.timeline.leave_off${item.rows.length === 1 ? '.one' : ''}`, { n: item.rows.length, day: dayBrief(item.to) });
  if (item.held) return say(`web.timeline.held.${item.kind}`, { n: item.held.length });
  return say(`web.timeline.kind.${item.kind}`, { n: item.number });
}

// Beside its mark in the picture; '' = the mark alone.
export function wordsLabel(item) {
  if (item.lane === 'sittings') return dayBrief(item.from);
  if (item.lane === 'checks' || item.lane === 'photos') return '';
  if (item.kind === 'event' && item.text) return item.text;
  return wordsKind(item);
}

// "Mon 2 Mar", "from Mon 2 Mar to Wed 4 Mar", "from Mon 2 Mar, no end"
export function wordsDates({ from, to }, day = dayShort) {
  if (to === null) return say('web.timeline.open', { from: day(from) });
  return to === from ? day(from) : say('web.timeline.span', { from: day(from), to: day(to) });
}
export const wordsDatesLong = (item) => wordsDates(item, dayWords);

// The reason or the text, as one line; '' where the kind says it all.
export function wordsReason(item) {
  const zones = item.zones?.length > 0 ? item.zones.map((zone) => sayCode('zones', zone)).join(', ') : '';
  const parts = [
    item.held ? item.held.map((row) => `${dayShort(row.from)}: ${row.text}`).join('; ') : item.text,
    item.because,
    item.weekdays?.map((day) => say(`web.timeline.weekday.${day}`)).join(', '),
    item.rows?.map((row) => row.text).join(' '),
    item.look ? say('web.timeline.look', { day: dayWords(item.look) }) : '',
    zones && say('web.timeline.zones', { zones }),
  ];
  return parts.filter(Boolean).join(' ');
}

// What is read out of a thing in the picture.
export const wordsAll = (item) => [wordsDates(item), wordsKind(item), wordsReason(item)].filter(Boolean).join('. ');
