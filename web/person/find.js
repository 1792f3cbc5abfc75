// find: the screening of a plan, as its findings are shown: what counts, what only waits for an
// answer, what lies elsewhere, zone by device, and the sentence over all.
// SPDX-License-Identifier: Apache-2.0

// A finding that is nothing but a question is asked, and not told.
const isQuestion = (finding) => finding.class === 'ask' && finding.lifts?.when === 'facts_known' && finding.missing?.length > 0;

// {here, elsewhere}: those of the zones asked for, and those of other zones, which do not count.
export function findSplit({ findings, options, closed }) {
  const counted = new Set([...options, ...closed].flatMap((row) => row.findings));
  const told = findings.filter((finding) => !isQuestion(finding));
  const isElsewhere = ({ id, scope }) => scope.zones !== undefined && options.length > 0 && !counted.has(id);
  return { here: told.filter((finding) => !isElsewhere(finding)), elsewhere: told.filter(isElsewhere) };
}

// {zones, devices, at(zone, device)}
export function findMatrix({ options }) {
  const each = (key) => [...new Set(options.map((option) => option[key]))];
  return { zones: each('zone'), devices: each('device'), at: (zone, device) => options.find((one) => one.zone === zone && one.device === device) ?? null };
}

// How a finding lifts: sentences [{id, date?, state?}], a date and a state both where both hold.
export function findLifts({ class: is, lifts, until }) {
  if (!lifts || lifts === 'never') return [{ id: is === 'refuse' ? 'report.lifts.refused' : 'report.lifts.never' }];
  const said = [];
  if (lifts.when) said.push({ id: 'report.lifts.when', state: lifts.when, date: lifts.look_again });
  if (lifts.on ?? until) said.push({ id: 'report.lifts.on', date: lifts.on ?? until });
  return said;
}

const lasts = ({ class: is, lifts, scope }) => is === 'refuse' && lifts === 'never' && !scope.devices && !scope.agents;

// The sentence of the verdict, for the clinician.
export function findVerdict({ verdict, until, findings }) {
  if (verdict === 'refuse' && findings.some(lasts)) return { id: 'report.verdict.refuse_lasting' };
  if (verdict === 'defer' && until) return { id: 'report.verdict.defer_until', date: until };
  return { id: `report.verdict.${verdict}` };
}

// What is outstanding beside a date: letters, a prescriber's decision.
export const findOutstanding = ({ verdict, findings }) => (verdict === 'defer'
  ? findings.filter((finding) => finding.class === 'clearance' || finding.class === 'prophylaxis') : []);

// The list that names a fact, its code and its key: 'conditions.keloid.status'.
export function findFact(fact) {
  const parts = fact.split('.');
  return { list: parts.length > 1 ? parts[0] : null, code: parts.length > 2 ? parts[1] : null, key: parts.at(-1) };
}
