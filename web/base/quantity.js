// quantity: a number of a plan in words. Quantity = {kind, unit, value, low, high, p2_5..p97_5,
// sources, status, grade?, predictable, because?}: see docs/contract.md. A value is never told
// without its range where it has one, nor without its unit.
// SPDX-License-Identifier: Apache-2.0
const DIGITS = 3;

// 1.2345 -> "1.23", 892.4 -> "892", 1345 -> "1345"
export function quantityNumber(value) {
  if (value === 0) return '0';
  const digits = Math.max(0, DIGITS - 1 - Math.floor(Math.log10(Math.abs(value))));
  const rounded = Number(value.toFixed(Math.min(digits, 6)));
  const { lang } = document.documentElement;
  return new Intl.NumberFormat(lang === 'en' ? 'en-GB' : lang, {
    maximumFractionDigits: 6, useGrouping: Math.abs(rounded) >= 10000,
  }).format(rounded);
}

const UNITS = { '/cm2': 'per cm²', cm2: 'cm²', d: 'days', h: 'hours', min: 'min', 1: '', um: 'µm', 'ug/cm2': 'µg/cm²' };
const SINGULAR = { d: 'day', h: 'hour' };

export function quantityUnit(unit, value = 2) {
  if (value === 1 && SINGULAR[unit]) return SINGULAR[unit];
  return UNITS[unit] ?? unit;
}

const joined = (number, unit) => (unit ? `${number}\u00a0${unit}` : number);

export const quantityHasRange = (q) => q.low !== undefined && q.low !== q.high;

// "1.25 mm"
export const quantityValue = (q) => joined(quantityNumber(q.value), quantityUnit(q.unit, q.value));

// "1.08–1.46 mm"; the bare value where there is no range
export function quantityRange(q) {
  if (!quantityHasRange(q)) return quantityValue(q);
  return joined(`${quantityNumber(q.low)}–${quantityNumber(q.high)}`, quantityUnit(q.unit));
}

// A share as people out of 100: {of, low, high}
export function quantityPeople(q) {
  const of100 = (x) => Math.round(100 * x);
  return { of: of100(q.value), low: of100(q.low), high: of100(q.high) };
}

// The number in a text of a file, "1.25 mm" -> {value: 1.25, unit: 'mm'}; null: it is none
export function quantityParse(text) {
  const found = /^\s*(-?\d+(?:\.\d+)?)\s*([^\d\s].*)?$/.exec(String(text));
  return found ? { value: Number(found[1]), unit: (found[2] ?? '').trim() } : null;
}
