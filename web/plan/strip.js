// strip: a band to scale, and people out of 100 as dots.
// SPDX-License-Identifier: Apache-2.0
const isNumber = (x) => typeof x === 'number';
const SPARE = 0.12;   // of the width, on both sides

// The ends of the scale: a share has its own, 0 and 1; anything else what it needs, and no less than
// nothing where nothing is less.
export const stripIsShare = (q) => q.unit === '1' && q.low >= 0 && q.high <= 1;

function stripEnds(q) {
  if (stripIsShare(q)) return { from: 0, to: 1 };
  const spare = SPARE * (q.high - q.low), from = q.low - spare;
  return { from: q.low >= 0 ? Math.max(0, from) : from, to: q.high + spare };
}

// {from, to, outer, inner, at}: outer and inner as {start, size} in per cent of the scale, at the
// middle; null where there is none. inner: half of it; at: only what can be foretold has a middle.
export function stripOf(q) {
  if (!isNumber(q.low) || q.low === q.high) return null;
  const { from, to } = stripEnds(q), part = (x) => (100 * (x - from)) / (to - from);
  const span = (low, high) => ({ start: part(low), size: part(high) - part(low) });
  const isHalf = isNumber(q.p25) && isNumber(q.p75);
  return {
    from, to,
    outer: span(q.low, q.high),
    inner: isHalf ? span(q.p25, q.p75) : null,
    at: isNumber(q.value) && q.predictable !== false ? part(q.value) : null,
  };
}

const PEOPLE = 100, ROW = 20;

// A hundred people: 'sure' up to the low end, 'maybe' up to the high one, 'not' beyond. In whole
// people; [{x, y, kind}], x and y counted from 0.
export function stripPeople({ low, high }) {
  const kind = (i) => (i < low ? 'sure' : i < high ? 'maybe' : 'not');
  return Array.from({ length: PEOPLE }, (_, i) => ({ x: i % ROW, y: Math.floor(i / ROW), kind: kind(i) }));
}
