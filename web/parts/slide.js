// slide: what a slider makes of a move. Steps are counted from zero, and both ends can be reached
// though they lie between two steps.
// SPDX-License-Identifier: Apache-2.0
const LEAP = 10;
const WRITTEN = 4;   // digits of a number in its box

const clamped = (value, low, high) => Math.min(high, Math.max(low, value));

// The value that is taken for `next`; null: it is no number.
export function sliderSnap(next, { low, high, step }) {
  if (!Number.isFinite(next)) return null;
  if (next <= low) return low;
  if (next >= high) return high;
  const digits = Math.max(0, Math.ceil(-Math.log10(step)) + 1);
  return clamped(Number((Math.round(next / step) * step).toFixed(digits)), low, high);
}

// Where a key leads from `value`; null: it is no key of a slider.
export function sliderNext(key, value, { low, high, step, isMirrored = false }) {
  const along = isMirrored ? -step : step;
  const by = {
    ArrowRight: along, ArrowLeft: -along, ArrowUp: step, ArrowDown: -step, PageUp: LEAP * step, PageDown: -LEAP * step,
  }[key];
  if (by !== undefined) return value + by;
  return { Home: low, End: high }[key] ?? null;
}

// As a share of the track.
export const sliderPlace = (at, low, high) => clamped((at - low) / (high - low || 1), 0, 1);

// "1.25", "8.64", "28"
export const sliderWritten = (value) => String(Number(value.toPrecision(WRITTEN)));
