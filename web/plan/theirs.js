// theirs: what the person reads of a plan: the same facts as on their sheet, in the same words, and
// nothing that a rule keeps from them. `say`, `sayCode` and `has` give the words.
// SPDX-License-Identifier: Apache-2.0
import { theirsCalendar } from '../base/theirs.js';
import { pickCounting, pickState } from './pick.js';

const RANK = ['clear', 'caution', 'prophylaxis', 'clearance', 'ask', 'defer', 'refuse'];

const theirsTold = (finding) => finding.told ?? finding.because;

// Where nothing is planned only why; a course that is over is not asked about again.
export function theirsFindings(plan) {
  const state = pickState(plan), least = state === 'planned' ? 1 : 2;
  if (state === 'done') return [];
  return pickCounting(plan).filter((one) => one.private !== true && RANK.indexOf(one.class) >= least);
}

// "conditions.rosacea.status" as "rosacea (how it stands now)"
export function theirsFact(fact, sayCode) {
  const parts = fact.split('.'), key = sayCode('facts', parts.at(-1));
  if (parts.length === 1) return key;
  const first = parts.length === 2 ? sayCode('facts', parts[0]) : sayCode(parts[0], parts.slice(1, -1).join('.'));
  return `${first} (${key})`;
}

// A fact that only rules for the clinician's eyes ask for is not asked for here.
export function theirsMissing(plan) {
  const kept = new Set(plan.screening.findings.filter((one) => one.private === true).map(({ id }) => id));
  return plan.screening.missing.filter(({ rules }) => rules.length === 0 || rules.some((id) => !kept.has(id)))
    .map(({ fact }) => fact);
}

// The sentence they begin with. `date` puts a day in words.
export function theirsVerdict(plan, { say, sayCode, date }) {
  const all = theirsFindings(plan), worst = all.reduce((a, b) => (a && RANK.indexOf(a.class) >= RANK.indexOf(b.class) ? a : b), null);
  if (pickState(plan) === 'done') return say('sheet.verdict.done', { n: plan.series.chosen });
  const reason = worst ? theirsTold(worst) : '', lifts = worst?.lifts?.when ? worst.lifts : null;
  const while_ = lifts && say('sheet.verdict.state', { state: sayCode('states', lifts.when), date: date(plan.screening.until ?? lifts.look_again) });
  const facts = theirsMissing(plan).map((fact) => theirsFact(fact, sayCode)).join('; ');
  switch (plan.verdict) {
    case 'clear': return say('verdict.person.clear');
    case 'caution': return say('verdict.person.caution');
    case 'ask': return facts ? say('verdict.person.ask', { fact: facts }) : say('sheet.verdict.ask');
    case 'defer':
      if (plan.screening.until) return say('sheet.verdict.defer', { date: date(plan.screening.until), reason });
      return while_ ?? say('sheet.verdict.later', { reason });
    case 'refuse': return while_ ?? say('sheet.verdict.refuse', { reason });
    default: return say(`sheet.verdict.${plan.verdict}`);
  }
}

// The lines below it: each once, and none that the sentence holds already.
export function theirsLines(plan, verdict) {
  const told = theirsFindings(plan).filter((one) => !(one.class === 'ask' && one.missing?.length)).map(theirsTold);
  return [...new Set(told)].filter((text) => text && !verdict.includes(text));
}

// Their dates, without photographs and check-ins: [{date, kind, text}]
export function theirsDates(plan, { say }) {
  return theirsCalendar(plan, say).filter(({ kind }) => !['photo', 'check_in'].includes(kind)).map(({ date, kind, text }) => ({ date, kind, text }));
}

// What may begin again and from when, what is not done and until when; what there is to do.
// Lines that end on one day stand together: {do, again, not}, each [{day, words: []}].
export function theirsCare(plan, { sayCode, has }) {
  const full = new Set(['only_ours', 'prescribed', 'numbing_home', 'home_device']);
  const out = { do: [], again: [], not: [] };
  const sorted = [...plan.aftercare].sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
  for (const line of sorted) {
    if (full.has(line.id)) continue;
    const kind = line.do ? 'do' : has(`sheet_again.${line.id}`) ? 'again' : 'not';
    const list = { do: 'sheet_do', again: 'sheet_again', not: 'sheet_not' }[kind];
    const words = has(`${list}.${line.id}`) ? sayCode(list, line.id) : line.text;
    const day = line.always ? null : line.to, rows = out[kind], same = rows.find((row) => row.day === day);
    if (same) same.words.push(words);
    else rows.push({ day, words: [words] });
  }
  return out;
}

const HOURS_IN_DAY = 24;

// {hours, days} of "For the first {hours} hours nothing ..., no vitamin C serum for {days} days."
export function theirsFirst(plan) {
  const lasts = (id) => plan.aftercare.find((line) => line.id === id)?.lasts?.value ?? null;
  const hours = lasts('only_ours'), vitamin = lasts('vitamin_c');
  return hours === null || vitamin === null ? null : { hours: Math.round(hours), days: Math.ceil(vitamin / HOURS_IN_DAY) };
}

// Ways that may be named: open, not doing nothing, and nothing unscreened while anything is closed.
export const theirsWays = (plan) => plan.alternatives.filter(({ id, allowed, screened }) =>
  id !== 'nothing' && allowed && (screened || plan.screening.closed.length === 0));

// What was measured of them, in the words of their sheet: {id, places} of each.
export function theirsSeen(plan, { sayCode, has }) {
  const first = plan.sessions[0]?.date;
  return plan.seen.map(({ zone, value, start, date, scale }) => ({
    id: start !== undefined ? 'sheet.seen.from' : first && date <= first ? 'sheet.seen.before' : 'sheet.seen.after',
    places: { zone: sayCode('zones', zone), value, start, date,
      scale: `${has(`sheet_scale.${scale}`) ? sayCode('sheet_scale', scale) : sayCode('scales', scale)}.` },
  }));
}

// What they have to know of the result and of the use, in the order of the sheet.
export const theirsRemarks = (plan, starts) =>
  starts.flatMap((start) => plan.remarks.filter(({ id }) => id.startsWith(start)));

// Neither adopted nor real: which line stands above it; null = it may be handed out.
export function theirsWarning(plan, isInvented) {
  const isDraft = plan.remarks.some(({ id }) => id === 'adopt.missing');
  const isMade = isInvented || plan.remarks.some(({ id }) => id === 'clinic.invented');
  if (!isDraft && !isMade) return null;
  return !isMade ? 'sheet.draft' : isDraft ? 'sheet.draft_invented' : 'sheet.invented';
}
