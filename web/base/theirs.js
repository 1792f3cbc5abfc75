// theirs: what of the dates of a plan the person may read: nothing that a rule keeps from them, nothing
// that the clinic sees to, and each in the words that are meant for them. `say` gives the words.
// SPDX-License-Identifier: Apache-2.0
const OURS = ['plan.prepare_letter', 'plan.prepare_prescriber', 'plan.prepare_clinician'];   // the clinic sees to them

const findingsOf = (plan) => plan.screening.findings;
const isKept = (finding) => finding.private === true;
const keptWords = (plan) => findingsOf(plan).filter(isKept).flatMap(({ because, topic }) => [because, topic]).filter(Boolean);
const speaksOf = (words) => (text) => words.some((one) => (text ?? '').includes(one));

// "Look again. <why, as a clinician says it>" is "Look again.": the reason stands above it already.
export function theirsBare(plan, text) {
  const why = findingsOf(plan).find(({ because }) => because && text.includes(because))?.because;
  return why ? text.replace(why, '').trim() : text;
}

export function theirsCalendar(plan, say) {
  const starts = OURS.map((id) => say(id).split('{')[0]), spot = say('plan.read_spot'), isHidden = speaksOf(keptWords(plan));
  return plan.calendar
    .filter(({ kind, text, clinic }) => clinic !== true && !(kind === 'preparation' && starts.some((start) => text.startsWith(start))) && !isHidden(text))
    .map((row) => ({
      ...row,
      text: row.kind === 'test_spot' && row.text !== spot ? say('calendar.test_spot')
        : row.kind === 'preparation' ? row.text.replace(/\. .*$/s, '.') : theirsBare(plan, row.text),
    }));
}

// Days on which no treatment may be, and why.
export function theirsBlocked(plan) {
  const isHidden = speaksOf(keptWords(plan)), of = (row) => findingsOf(plan).find(({ id }) => id === row.id);
  return (plan.blocked ?? [])
    .filter((row) => !(of(row) && isKept(of(row))) && !isHidden(row.because))
    .map((row) => ({ ...row, because: of(row)?.told ?? row.because }));
}

export const theirsPlan = (plan, say) => ({ ...plan, calendar: theirsCalendar(plan, say), blocked: theirsBlocked(plan) });
