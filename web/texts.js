// texts: what the page says, by id, in the reader's language where there is one, else in English.
// SPDX-License-Identifier: Apache-2.0
const texts = new Map();   // id -> {language: words}

// rows: [{list, id, key, text: {en: ...}}] as /api/texts/LIST has them.
export function textsLearn(rows) {
  for (const row of rows) if (row.key === 'text' || row.key === 'label') texts.set(row.id, row.text);
}

// The words of `id`, its {places} filled. An id that nobody wrote words for stands for itself, so
// that it is seen.
export function say(id, places = {}) {
  const text = texts.get(id);
  const language = navigator.languages.map((l) => l.split('-')[0]).find((l) => text && l in text);
  const words = text ? text[language ?? 'en'] : id;
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in places ? places[name] : whole));
}

export function textsFill(root) {
  for (const element of root.querySelectorAll('[data-say]'))
    Object.assign(element, { textContent: say(element.dataset.say), dir: 'auto' });
  for (const element of root.querySelectorAll('[data-label]'))
    element.setAttribute('aria-label', say(element.dataset.label));
}
