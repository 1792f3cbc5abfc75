// compare: what another plan changes. A number worked out for many possible people counts as changed
// only where its middle leaves the middle half of what it was: less than that nobody could tell in one
// person. Advice - dates, prices, counts - is compared as it is told.
// SPDX-License-Identifier: Apache-2.0
import { quantityRange, quantityValue } from '../base/quantity.js';

const hasNumber = (q) => q?.value !== undefined || q?.low !== undefined;   // else no figure was found
const told = (q) => `${q.value === undefined ? '' : quantityValue(q)} ${quantityRange(q)}`;

// changed | noise | same
export function compareQuantity(before, after) {
  if (!hasNumber(before) && !hasNumber(after)) return 'same';
  if (!hasNumber(before) || !hasNumber(after)) return 'changed';
  if (told(before) === told(after)) return 'same';
  if (before.kind === 'advice' || before.p25 === undefined || after.p50 === undefined) return 'changed';
  const isWithin = (q, value) => q.p25 <= value && value <= q.p75;
  return isWithin(before, after.p50) && isWithin(after, before.p50) ? 'noise' : 'changed';
}

const plain = (before, after) => (before === after ? 'same' : 'changed');
const planned = (plan) => (plan.sessions ?? []).filter((one) => one.status === 'planned');

// Of the zone: what the needles leave, and how fast the hand goes for it: with more passes it goes faster, and
// nothing else need change.
const OF_ZONE = [
  ['achieved', ['depth']], ['speed', ['density']], ['density', ['density']], ['coverage', ['density']], ['below', ['depth']], ['closure', ['closure']],
];

function zoneQuantity(zone, what) {
  if (what !== 'below') return zone[what];
  return zone.depth_layers?.find((row) => row.layer === 'below_dermis')?.share;
}

function zoneRows(before, after) {
  return after.zones.flatMap((zone) => {
    const other = before.zones.find((one) => one.zone === zone.zone);
    if (!other) return [];
    return OF_ZONE.map(([what, about]) => {
      const from = zoneQuantity(other, what), to = zoneQuantity(zone, what);
      return { what, zone: zone.zone, about, from, to, state: compareQuantity(from, to) };
    });
  });
}

// The last month of the result, zone by zone; zones for which the studies are the same differ in nothing.
function resultRow(before, after) {
  const last = (plan) => plan.course?.months?.at(-1);
  const from = last(before), to = last(after);
  return { what: 'result', about: ['outcome'], from, to, state: compareQuantity(from, to) };
}

function row(what, about, from, to) {
  return { what, about, from, to, state: compareQuantity(from, to) };
}

// [{what, zone?, about, from, to, state}], in the order in which it is told; from and to are quantities,
// days, or how many treatments.
export function compare(before, after) {
  const visits = [before, after].map((plan) => planned(plan).length);
  const last = [before, after].map((plan) => planned(plan).at(-1)?.date ?? null);
  const minutes = (plan) => planned(plan)[0]?.steps?.find((step) => step.id === 'needling')?.minutes;
  return [
    ...zoneRows(before, after),
    row('minutes', ['time'], minutes(before), minutes(after)),
    row('downtime', ['downtime', 'redness'], before.course?.downtime, after.course?.downtime),
    { what: 'visits', about: [], from: visits[0], to: visits[1], state: plain(...visits) },
    { what: 'last', about: [], from: last[0], to: last[1], state: plain(...last) },
    row('price', ['price'], before.price?.total, after.price?.total),
    resultRow(before, after),
  ];
}

export const compareOf = (rows, state) => rows.filter((one) => one.state === state && (one.from ?? one.to ?? null) !== null);
