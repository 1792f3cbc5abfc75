// day: days of the calendar as the files write them, YYYY-MM-DD. Never a time of day, never a zone.
// SPDX-License-Identifier: Apache-2.0
const DAY_MS = 86400000;

const msOf = (day) => Date.parse(`${day}T00:00:00Z`);
const ofMs = (ms) => new Date(ms).toISOString().slice(0, 10);

export const dayIs = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && Number.isFinite(msOf(text)) && ofMs(msOf(text)) === text;
export const dayAdd = (day, n) => ofMs(msOf(day) + n * DAY_MS);
// From `from` to `to`, in days.
export const dayCount = (from, to) => Math.round((msOf(to) - msOf(from)) / DAY_MS);

export function dayToday() {
  const now = new Date(), two = (n) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// To make a format takes far longer than to use it.
const formats = new Map();
function formatted(day, options) {
  const { lang } = document.documentElement, key = `${lang} ${Object.entries(options)}`;
  if (!formats.has(key))
    formats.set(key, new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { ...options, timeZone: 'UTC' }));
  return formats.get(key).format(new Date(msOf(day)));
}

// "6 July 2026", "Mon 6 Jul", "6 Jul", "Jul"
export const dayWords = (day) => formatted(day, { day: 'numeric', month: 'long', year: 'numeric' });
export const dayShort = (day) => formatted(day, { weekday: 'short', day: 'numeric', month: 'short' });
export const dayBrief = (day) => formatted(day, { day: 'numeric', month: 'short' });
export const dayMonth = (day) => formatted(day, { month: 'short' });

// Whole years from `born` to `day`.
export function dayAge(born, day) {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}
