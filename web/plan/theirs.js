// theirs: what the person reads of a plan: the same facts as on their sheet, in the same words, and
// nothing that a rule keeps from them. `say`, `sayCode` and `has` give the words.
// SPDX-License-Identifier: Apache-2.0
const OURS = ['plan.prepare_letter', 'plan.prepare_prescriber', 'plan.prepare_clinician'];   // the clinic sees to them

// Their dates: no letter or decision that the clinic sees to, no photographs, no check-ins, nothing
// that a private finding speaks of. [{date, text}]
export function theirsDates(plan, { say }) {
  const starts = OURS.map((id) => say(id).split('{')[0]), spot = say('plan.read_spot');
  const hidden = plan.screening.findings.filter((one) => one.private === true).flatMap(({ because, topic }) => [because, topic]).filter(Boolean);
  return plan.calendar
    .filter(({ kind, text, clinic }) => !['photo', 'check_in'].includes(kind) && clinic !== true &&
      !(kind === 'preparation' && starts.some((start) => text.startsWith(start))) && !hidden.some((words) => text.includes(words)))
    .map(({ date, kind, text }) => ({
      date, kind,
      text: kind === 'test_spot' && text !== spot ? say('calendar.test_spot') : kind === 'preparation' ? text.replace(/\. .*$/s, '.') : text,
    }));
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
