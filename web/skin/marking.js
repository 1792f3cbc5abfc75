// marking: what the map of the skin shows and what a tap on it means. It belongs to the page: a file
// that is opened begins anew.
// SPDX-License-Identifier: Apache-2.0
import { effect, signal } from '@preact/signals';

import { say, sayCapital, sayCode, textsCodes } from '../base/texts.js';
import { doc, edit, file } from '../state/file.js';
import { told } from '../state/view.js';
import { lookBegin, lookClear, lookIsFirst, lookOf, lookTick } from './look.js';

export const marked = signal(null);          // the code whose places are being tapped; null = none
export const asked = signal(null);           // the code that waits until its list is begun
export const seenFrom = signal(null);        // the view; null = the one that shows the goals
export const chosen = signal(new Set());     // zones of which the panel speaks

effect(() => {
  void file.value;
  marked.value = asked.value = seenFrom.value = null;
  chosen.value = new Set();
});

// A list that was undone has to be begun again first.
effect(() => {
  if (marked.value && doc.value && lookIsFirst(doc.value, marked.value)) marked.value = null;
});

export const markingWords = (code) => sayCode(lookOf(code).list, code);
export const markingLabel = (code) => sayCapital(markingWords(code));

function begin(code, change) {
  edit(say('web.skin.done.seen', { what: markingWords(code) }), (file) => lookTick(change(file), code));
  markingOn(code);
}

// From now on taps mark the places of `code`.
export function markingOn(code) {
  marked.value = code;
  asked.value = null;
  told.value = say(`web.skin.tap.${lookOf(code).kind}`, { what: markingWords(code) });
}

export function markingTick(code) {
  if (lookIsFirst(doc.value, code)) asked.value = code;
  else begin(code, (file) => file);
}

// The first answer of a list: with nothing else, or with all else unknown.
export function markingBegin(isAsked) {
  const others = isAsked ? [] : textsCodes('conditions').filter((code) => code !== asked.value);
  begin(asked.value, (file) => lookBegin(file, others));
}

export function markingClear(code) {
  if (marked.value === code) marked.value = null;
  edit(say('web.skin.done.gone', { what: markingWords(code) }), (file) => lookClear(file, code));
  told.value = say('web.skin.done.gone', { what: markingWords(code) });
}

export function markingEnd() {
  marked.value = null;
  told.value = say('web.skin.tap.done');
}
