// goals: what is wished for, zone by zone, in the file; and what the newest plan says of a zone.
// SPDX-License-Identifier: Apache-2.0
const parts = new Map();   // zone -> zones it is made of

export function goalsLearn(zone, of) {
  parts.set(zone, of);
}

// The zone with those it is made of.
export const goalsZones = (zone) => [zone, ...(parts.get(zone) ?? [])];
export const goalsCovers = (goalZones, zone) => goalZones.some((one) => goalsZones(one).includes(zone));

// Goals without which diagnosis comes first: [{goal, at}] that have a say in one of the zones.
export function goalsAt(doc, zones) {
  return (doc.goals ?? []).map((goal, at) => ({ goal, at })).filter(({ goal }) => zones.some((zone) => goalsCovers(goal.zones, zone)));
}

export function goalsAdd(doc, indication, zones) {
  const goals = doc.goals ?? [], at = goals.findIndex((goal) => goal.indication === indication);
  if (at < 0) return { ...doc, goals: [...goals, { indication, zones: [...zones] }] };
  const lacks = zones.filter((zone) => !goals[at].zones.includes(zone));
  if (lacks.length === 0) return doc;
  return { ...doc, goals: goals.map((goal, i) => (i === at ? { ...goal, zones: [...goal.zones, ...lacks] } : goal)) };
}

// A zone that is part of a larger one leaves the rest of it behind.
export function goalsTake(doc, at, zones) {
  const goal = doc.goals[at];
  const whole = goal.zones.filter((zone) => parts.has(zone) && !zones.includes(zone) && zones.some((one) => parts.get(zone).includes(one)));
  const spread = goal.zones.flatMap((zone) => (whole.includes(zone) ? parts.get(zone) : [zone]));
  const left = [...new Set(spread)].filter((zone) => !zones.includes(zone));
  return { ...doc, goals: left.length === 0 ? doc.goals.filter((_, i) => i !== at) : doc.goals.map((one, i) => (i === at ? { ...goal, zones: left } : one)) };
}

const STOPS = ['refuse', 'defer', 'ask', 'clearance', 'prophylaxis'];
const CLOSES = ['refuse', 'defer', 'ask'];

// zone -> the findings that close it, of the plan's screening: those of `closed` for a zone as a whole,
// and those about a zone of their own that nobody wishes for.
export function goalsClosed(screening) {
  const out = new Map();
  const put = (zone, finding) => goalsZones(zone).forEach((one) => {
    if (!(out.get(one) ?? []).includes(finding)) out.set(one, [...(out.get(one) ?? []), finding]);
  });
  for (const { zone, device, findings } of screening?.closed ?? []) {
    if (!zone || device) continue;
    const ids = new Set(findings);
    screening.findings.filter(({ id, scope }) => ids.has(id) && (!scope.zones || scope.zones.includes(zone))).forEach((finding) => put(zone, finding));
  }
  for (const finding of screening?.findings ?? [])
    if (CLOSES.includes(finding.class) && finding.scope.zones && !finding.scope.devices && !finding.scope.agents)
      finding.scope.zones.forEach((zone) => put(zone, finding));
  return out;
}

// What the plan says of these zones: {findings, options, planned}; the most serious finding first.
export function goalsSaid(plan, zones) {
  const isHere = (zone) => zones.some((one) => goalsZones(zone).includes(one));
  const rank = ({ class: is }) => (STOPS.includes(is) ? STOPS.indexOf(is) : STOPS.length);
  return {
    findings: (plan?.screening?.findings ?? []).filter(({ scope }) => scope.zones?.some(isHere)).sort((a, b) => rank(a) - rank(b)),
    options: (plan?.screening?.options ?? []).filter(({ zone }) => isHere(zone)),
    planned: (plan?.zones ?? []).filter(({ zone }) => isHere(zone)),
  };
}

// zone -> 2..4, the deeper the planned setting the higher, by its place among the settings of the plan.
export function goalsLevels(planned) {
  const depths = [...new Set(planned.map(({ depth }) => depth.value))].sort((a, b) => a - b);
  const levelOf = (value) => (depths.length === 1 ? 3 : 2 + Math.round((2 * depths.indexOf(value)) / (depths.length - 1)));
  const out = new Map();
  for (const { zone, depth } of planned) goalsZones(zone).forEach((one) => out.set(one, { level: levelOf(depth.value), depth }));
  return out;
}
