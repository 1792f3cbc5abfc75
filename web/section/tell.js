// tell: the state of the skin at one hour in words, of which the text under the picture, its table
// and what is said to who cannot see are made.
// SPDX-License-Identifier: Apache-2.0
import { dayShort } from '../base/day.js';
import { momentDay, momentStart } from '../base/moment.js';
import { quantityHasRange, quantityNumber } from '../base/quantity.js';
import { say } from '../base/texts.js';
import { PHASES, bandsOpen, bandsPhase, bandsRedness, bandsStage, bandsWindow } from './bands.js';
import { timeParts } from './time.js';

const HUNDRED = 100;

const number = (plan) => plan.sessions?.find((row) => row.status === 'planned')?.number;

// "6 hours", "3 days", "4 weeks"
export function tellAge(hours) {
  const { n, unit, rest } = timeParts(hours);
  const words = say(`web.section.age.${unit}${n === 1 ? '.one' : ''}`, { n: quantityNumber(n) });
  return rest ? say('web.section.age.and', { weeks: words, days: say(`web.section.age.d${rest === 1 ? '.one' : ''}`, { n: rest }) }) : words;
}

// "6 hours after the treatment, Mon 2 Mar"
export function tellMoment(plan, hours) {
  if (hours < 0) return say('web.section.before');
  const day = dayShort(momentDay(momentStart(plan), hours));
  return hours === 0 ? say('web.section.at', { day }) : say('web.section.after', { age: tellAge(hours), day });
}

// How far channels are still open. null: not said, or nothing was needled yet.
export const tellOpen = (zone, hours) => (hours < 0 ? null : bandsOpen(zone, hours));

export const tellRed = (plan, hours) => bandsRedness(plan, hours);

// [{id, stage, phase}] of the phases that the plan has.
export function tellPhases(plan, hours) {
  return PHASES.map((id) => ({ id, phase: bandsPhase(plan, id, number(plan)) })).filter(({ phase }) => phase)
    .map(({ id, phase }) => ({ id, phase, stage: hours < 0 ? 'not_yet' : bandsStage(phase, hours) }));
}

export const tellWindow = (zone, hours) => say(`web.section.window.${bandsWindow(zone, hours)}`);
export const tellPhase = (id, stage) => say('web.section.phase', { phase: say(`web.section.${id}`), stage: say(`web.section.stage.${stage}`) });

// Whether the plan has another treatment before this hour, which begins all this anew.
export function tellNext(plan, hours) {
  const start = momentStart(plan), day = momentDay(start, Math.max(0, hours));
  return (plan.sessions ?? []).find((row) => row.status === 'planned' && row.date > start && row.date <= day) ?? null;
}

// A share as so many out of 100, with its range where it has one.
function ranged(id, q) {
  const [n, low, high] = [q.value, q.low, q.high].map((share) => Math.round(HUNDRED * share));
  return say(low === high ? `${id}.one` : id, { n, low, high });
}

export const tellShare = (q) => (q === null ? say('web.section.none') : ranged('web.section.share', q));
export const tellPeople = (q) => (q === null ? say('web.section.none') : ranged('web.section.people', q));
export const tellDepth = (q) => say(quantityHasRange(q) ? 'web.section.mm' : 'web.section.mm.one', {
  n: quantityNumber(q.value), low: quantityNumber(q.low ?? q.value), high: quantityNumber(q.high ?? q.value) });

// All of it in a few sentences, each number with its range.
export function tellAll(plan, zone, hours) {
  const open = tellOpen(zone, hours), red = tellRed(plan, hours);
  return [
    `${tellMoment(plan, hours)}.`,
    zone.achieved && say('web.section.tell.reached', { depth: tellDepth(zone.achieved) }),
    hours >= 0 && tellWindow(zone, hours),
    open && say('web.section.tell.open', { share: tellShare(open) }),
    red && say('web.section.tell.red', { people: tellPeople(red) }),
    hours >= 0 && tellPhases(plan, hours).map(({ id, stage }) => `${tellPhase(id, stage)}.`).join(' '),
  ].filter(Boolean).join(' ');
}
