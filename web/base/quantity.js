// quantity: a number of a plan in words. Quantity = {kind, unit, value, low, high, p2_5..p97_5,
// sources, status, grade?, predictable, because?}: see docs/contract.md. A value is never told
// without its range where it has one, nor without its unit.
// SPDX-License-Identifier: Apache-2.0
import { say } from './texts.js';

const DIGITS = 3;

// To make a format takes far longer than to use it.
const formats = new Map();
function formatOf(lang, useGrouping) {
  const key = `${lang} ${useGrouping}`;
  if (!formats.has(key))
    formats.set(key, new Intl.NumberFormat(lang === 'en' ? 'en-GB' : lang, { maximumFractionDigits: 6, useGrouping }));
  return formats.get(key);
}

// 1.2345 -> "1.23", 892.4 -> "892", 1345 -> "1345"
export function quantityNumber(value) {
  if (value === 0) return '0';
  const digits = Math.max(0, DIGITS - 1 - Math.floor(Math.log10(Math.abs(value))));
  const rounded = Number(value.toFixed(Math.min(digits, 6)));
  return formatOf(document.documentElement.lang, Math.abs(rounded) >= 10000).format(rounded);
}

const UNITS = { '/cm2': 'per cm²', cm2: 'cm²', d: 'days', h: 'hours', min: 'min', 1: '', um: 'µm', 'ug/cm2': 'µg/cm²' };
const SINGULAR = { d: 'day', h: 'hour' };

export function quantityUnit(unit, value = 2) {
  if (value === 1 && SINGULAR[unit]) return SINGULAR[unit];
  return UNITS[unit] ?? unit;
}

const joined = (number, unit) => (unit ? `${number}\u00a0${unit}` : number);

const isNumber = (x) => typeof x === 'number';

export const quantityHasRange = (q) => isNumber(q.low) && q.low !== q.high;

// A middle that may stand by itself: there is one, and it holds for one person.
export const quantityHasValue = (q) => isNumber(q.value) && q.predictable !== false;

const TIMES = { d: ['h', 24], h: ['min', 60], min: [] };

// Less than a day in hours, less than an hour in minutes, and no more digits than a clock has.
function nearer(value, unit) {
  if (!TIMES[unit]) return [quantityNumber(value), unit];
  const [less, times] = TIMES[unit];
  if (less && value > 0 && value < 1) return nearer(value * times, less);
  return [quantityNumber(value >= 10 ? Math.round(value) : Number(value.toFixed(1))), unit];
}

function shown(value, unit) {
  const [number, near] = nearer(value, unit);
  return joined(number, quantityUnit(near, Number(number)));
}

const DAY_H = 24, DAYS_MANY = 3;

// Whole days told in hours, more than a few of them, are told in days: "168 hours" is "7 days".
function inDays(q) {
  const told = ['value', 'low', 'high'].map((key) => q[key]).filter(isNumber);
  if (q.unit !== 'h' || told.length === 0 || Math.max(...told) <= DAYS_MANY * DAY_H || told.some((hours) => hours % DAY_H !== 0)) return q;
  const days = (hours) => (isNumber(hours) ? hours / DAY_H : hours);
  return { ...q, unit: 'd', value: days(q.value), low: days(q.low), high: days(q.high) };
}

const SHARES = { people: 'web.people', percent: 'web.percent' };
const of100 = (x) => Math.round(100 * x);

// "1.25 mm"; `as` tells a share as 'people' out of 100, or in 'percent'
export function quantityValue(q, as) {
  if (SHARES[as]) return say(SHARES[as], { n: of100(q.value) });
  const near = inDays(q);
  return shown(near.value, near.unit);
}

// "1.08–1.46 mm"; the bare value where there is no range
export function quantityRange(told, as) {
  if (!quantityHasRange(told)) return quantityValue(told, as);
  const q = inDays(told);
  const [from, upTo] = [of100(q.low), of100(q.high)];
  if (SHARES[as]) return say(SHARES[as], { n: from === upTo ? from : `${from}–${upTo}` });
  const [low, of] = nearer(q.low, q.unit), [high, to] = nearer(q.high, q.unit);
  if (of !== to && q.low !== 0) return `${shown(q.low, q.unit)} – ${shown(q.high, q.unit)}`;
  return joined(`${low}–${high}`, quantityUnit(to));
}

// A share as people out of 100: {of, low, high}
export function quantityPeople(q) {
  return { of: of100(q.value), low: of100(q.low), high: of100(q.high) };
}

// The number in a text of a file, "1.25 mm" -> {value: 1.25, unit: 'mm'}; null: it is none
export function quantityParse(text) {
  const found = /^\s*(-?\d+(?:\.\d+)?)\s*([^\d\s].*)?$/.exec(String(text));
  return found ? { value: Number(found[1]), unit: (found[2] ?? '').trim() } : null;
}
