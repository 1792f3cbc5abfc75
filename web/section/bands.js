// bands: what a plan says of one zone at one hour, with its range: channels still open, redness, the
// phases of healing. Between two points of a curve the straight line is taken.
// SPDX-License-Identifier: Apache-2.0
const DAY_H = 24;
const SHARES = [['p2_5', 0.025], ['p5', 0.05], ['p25', 0.25], ['p50', 0.5], ['p75', 0.75], ['p95', 0.95], ['p97_5', 0.975]];

export const PHASES = ['inflammation', 'proliferation', 'remodelling'];

function between(xs, ys, x) {
  if (x <= xs[0]) return ys[0];
  for (let i = 1; i < xs.length; i++) {
    if (x > xs[i]) continue;
    return ys[i - 1] + ((ys[i] - ys[i - 1]) * (x - xs[i - 1])) / (xs[i] - xs[i - 1]);
  }
  return ys.at(-1);
}

// The quantity that the curve is at x. null: there is no curve.
export function bandsAt(curve, x) {
  if (!curve?.x?.length) return null;
  const q = { kind: curve.kind, unit: curve.unit, sources: curve.sources, status: curve.status,
    grade: curve.grade, predictable: curve.predictable, because: curve.because };
  for (const [key] of SHARES) if (curve[key]) q[key] = between(curve.x, curve[key], x);
  q.value = q.p50;
  q.low = q.p2_5;
  q.high = q.p97_5;
  return q;
}

// The value below which `share` of the simulated people lie.
export function bandsQuantile(q, share) {
  const known = SHARES.filter(([key]) => q[key] !== undefined);
  if (known.length < 2) return q.value;
  return between(known.map(([, at]) => at), known.map(([key]) => q[key]), share);
}

// The share of the simulated people in whom it is not above x.
export function bandsShare(q, x) {
  const known = SHARES.filter(([key]) => q[key] !== undefined);
  if (known.length < 2) return x >= q.value ? 1 : 0;
  if (x < q[known[0][0]]) return 0;
  if (x >= q[known.at(-1)[0]]) return 1;
  return between(known.map(([key]) => q[key]), known.map(([, at]) => at), x);
}

// The depth above which `share` of all punctures end, in mm. A spread has the middles of its bins.
// Without one: the depth that `share` of the simulated people do not exceed.
export function bandsDepth(zone, share) {
  const spread = zone.depth_spread, shares = spread?.p50;
  const sum = shares?.reduce((a, b) => a + b, 0) ?? 0;
  if (!(sum > 0) || spread.x.length < 2) return bandsQuantile(zone.achieved, share);
  const wide = spread.x[1] - spread.x[0];
  let below = 0;
  for (let i = 0; i < shares.length; i++) {
    const part = shares[i] / sum;
    if (part > 0 && below + part >= share) return Math.max(0, spread.x[i] + wide * ((share - below) / part - 0.5));
    below += part;
  }
  return spread.x.at(-1) + wide / 2;
}

export const bandsOpen = (zone, hours) => bandsAt(zone.open, Math.max(0, hours));

// The redness of the hour, of what it is at its strongest.
export function bandsRedness(plan, hours) {
  const days = plan.course?.days ?? [];
  if (days.length === 0 || hours < 0 || hours / DAY_H > days.at(-1).day) return null;
  const x = days.map((row) => row.day), first = days[0].redness;
  const curve = { ...first, x };
  for (const [key] of SHARES) if (first[key] !== undefined) curve[key] = days.map((row) => row.redness[key]);
  return bandsAt(curve, hours / DAY_H);
}

export function bandsPhase(plan, id, number) {
  const rows = (plan.healing?.phases ?? []).filter((row) => row.id === id && row.starts && row.ends);
  return rows.find((row) => row.session === number) ?? rows[0] ?? null;
}

// How strongly a phase is drawn, 0..1: {low, mid, high}. Of a plan without curves of healing: the
// share of simulated people who are in it.
export function bandsStrength(plan, id, hours, number) {
  const none = { low: 0, mid: 0, high: 0 };
  if (hours < 0) return none;
  const curve = plan.healing?.curves?.find((one) => one.state === id)?.curve;
  if (curve) {
    const q = bandsAt(curve, curve.x_unit === 'h' ? hours : hours / DAY_H);
    return { low: q.low, mid: q.value, high: q.high };
  }
  const phase = bandsPhase(plan, id, number);
  if (!phase) return none;
  const mid = Math.max(0, bandsShare(phase.starts, hours / DAY_H) - bandsShare(phase.ends, hours / DAY_H));
  return { low: mid, mid, high: mid };
}

// Where a phase stands: not_yet, begins, on, ends, over; in some simulated people while it begins or ends.
export function bandsStage(phase, hours) {
  const day = hours / DAY_H, { starts, ends } = phase;
  if (day < starts.low) return 'not_yet';
  if (day >= ends.high) return 'over';
  if (day >= ends.low) return 'ends';
  return day >= starts.high ? 'on' : 'begins';
}

// Whether what is put on the skin can go in through the channels: open, closing (in some simulated
// people they are closed), closed; before: nothing was needled yet; unknown: no figure says so.
export function bandsWindow(zone, hours) {
  if (hours < 0) return 'before';
  if (!zone.closure) return 'unknown';
  if (hours < zone.closure.low) return 'open';
  return hours < zone.closure.high ? 'closing' : 'closed';
}
