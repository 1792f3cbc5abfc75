// curve: a band along an axis, out of quantities of a plan or out of a Curve of it (docs/contract.md),
// as pictures take it: {line: [n], bands: [{low: [n], high: [n], level}]}, widest band first; null where
// nothing is known.
// SPDX-License-Identifier: Apache-2.0
const PERCENTILES = ['p2_5', 'p5', 'p25', 'p50', 'p75', 'p95', 'p97_5'];
const LEVELS = [['p2_5', 'p97_5', 95], ['p25', 'p75', 50]];

const cell = (value) => (typeof value === 'number' ? value : null);

// Of quantities in the order of the axis. Where only an interval was published, it is the outer band.
export function curveOf(quantities) {
  const bands = LEVELS.map(([low, high, level]) => ({
    level,
    low: quantities.map((q) => cell(q[low] ?? (level === 95 && q.kind !== 'advice' ? q.low : undefined))),
    high: quantities.map((q) => cell(q[high] ?? (level === 95 && q.kind !== 'advice' ? q.high : undefined))),
  }));
  return {
    line: quantities.map((q) => cell(q.value)),
    bands: bands.filter((band) => band.low.some((value) => value !== null)),
  };
}

// The quantities along a Curve, one for each place of its axis.
export function curveQuantities(curve) {
  const { kind, unit, sources, status, grade, predictable, because } = curve;
  return curve.x.map((_, i) => {
    const q = { kind, unit, sources, status, grade, predictable, because, value: cell(curve.p50?.[i]) ?? undefined,
      low: curve.p2_5?.[i], high: curve.p97_5?.[i] };
    for (const key of PERCENTILES) if (curve[key]) q[key] = curve[key][i];
    return q;
  });
}

// The place nearest to `at` on an axis that rises.
export function curveNearest(x, at) {
  let best = 0;
  for (let i = 1; i < x.length; i++) if (Math.abs(x[i] - at) < Math.abs(x[best] - at)) best = i;
  return best;
}

// Where a key leads from place `i` of `n`: arrows to the neighbour, pages further, Home and End to the
// ends. Null: the key leads nowhere. `isMirrored`: the axis runs from right to left.
export function curveKey(key, i, n, isMirrored = false) {
  const ahead = isMirrored ? 'ArrowLeft' : 'ArrowRight', back = isMirrored ? 'ArrowRight' : 'ArrowLeft';
  const leap = Math.max(2, Math.round(n / 5));
  const to = {
    [ahead]: i + 1, [back]: i - 1, ArrowUp: i + 1, ArrowDown: i - 1,
    PageUp: i + leap, PageDown: i - leap, Home: 0, End: n - 1,
  }[key];
  return to === undefined ? null : Math.min(n - 1, Math.max(0, to));
}
