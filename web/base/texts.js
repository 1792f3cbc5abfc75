// texts: what the page says, by id, in the reader's language where there is one, else in English.
// SPDX-License-Identifier: Apache-2.0
const texts = new Map();   // id -> {language: words}

// rows: [{list, id, key, text: {en: ...}}] as /api/texts/LIST has them. The words of a list with a
// name of its own stand under it as well: 'zones.cheeks', 'indications.pores'.
export function textsLearn(rows) {
  for (const row of rows) {
    if (row.key !== 'text' && row.key !== 'label') continue;
    if (!texts.has(row.id)) texts.set(row.id, row.text);
    texts.set(`${row.list}.${row.id}`, row.text);
  }
}

export const textsHas = (id) => texts.has(id);

// The words of `id`, its {places} filled. An id that nobody wrote words for stands for itself, so
// that it is seen.
export function say(id, places = {}) {
  const text = texts.get(id);
  const language = navigator.languages.map((l) => l.split('-')[0]).find((l) => text && l in text);
  const words = text ? text[language ?? 'en'] : id;
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in places ? places[name] : whole));
}

// A code's own label, else the code with blanks.
export function sayCode(vocabulary, code) {
  for (const id of [`${vocabulary}.${code}`, `codes.${vocabulary}.${code}`])
    if (texts.has(id)) return say(id);
  return String(code).replaceAll('_', ' ');
}

export const sayCapital = (words) => words.charAt(0).toLocaleUpperCase() + words.slice(1);
