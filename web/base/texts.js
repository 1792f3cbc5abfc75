// texts: what the page says, by id, in the reader's language where there is one, else in English.
// SPDX-License-Identifier: Apache-2.0
const texts = new Map();   // id -> {language: words}
const codes = new Map();   // vocabulary -> its codes, in the order in which they came

// rows: [{list, id, key, text: {en: ...}}] as /api/texts/LIST has them. The words of a list with a
// name of its own stand under it as well: 'zones.cheeks', 'indications.pores'; what else an entry
// says under its key: 'scales.glogau.items'.
export function textsLearn(rows) {
  for (const row of rows) {
    if (row.key !== 'text' && row.key !== 'label') {
      texts.set(`${row.list}.${row.id}.${row.key}`, row.text);
      continue;
    }
    if (!texts.has(row.id)) texts.set(row.id, row.text);
    texts.set(`${row.list}.${row.id}`, row.text);
    const [vocabulary, code] = row.list === 'codes' ? row.id.split(/\.(.*)/s) : [row.list, row.id];
    if (!codes.has(vocabulary)) codes.set(vocabulary, new Set());
    codes.get(vocabulary).add(code);
  }
}

// The codes of a vocabulary that has been learnt; [] = none is known.
export const textsCodes = (vocabulary) => [...(codes.get(vocabulary) ?? [])];

export const textsHas = (id) => texts.has(id);

// The languages of the reader, the first one preferred. The browser has another list once they are others.
let list = null, languages = [];
function spoken() {
  if (list !== navigator.languages) {
    list = navigator.languages;
    languages = list.map((one) => one.split('-')[0]);
  }
  return languages;
}

// {language: words} in the reader's language, as answers hold them too.
export const sayText = (text) => text[spoken().find((one) => one in text) ?? 'en'];

// The words of `id`, its {places} filled. An id that nobody wrote words for stands for itself, so
// that it is seen.
export function say(id, places = {}) {
  const text = texts.get(id);
  const words = text ? sayText(text) : id;
  if (!words.includes('{')) return words;
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in places ? places[name] : whole));
}

// A code's own label, else the code with blanks.
export function sayCode(vocabulary, code) {
  for (const id of [`${vocabulary}.${code}`, `codes.${vocabulary}.${code}`])
    if (texts.has(id)) return say(id);
  return String(code).replaceAll('_', ' ');
}

export const sayCapital = (words) => words.charAt(0).toLocaleUpperCase() + words.slice(1);
