// ask: what every question of this room asks the page for: whether it is wrong, whether it is
// needed, how its answer is written down, and how one is led to it.
// SPDX-License-Identifier: Apache-2.0
import { computed } from '@preact/signals';

import { pathDrop, pathGet, pathOf, pathSet } from '../base/path.js';
import { say, sayCapital, sayCode, textsHas } from '../base/texts.js';
import { wrongOf } from '../base/wrong.js';
import { plan, trouble } from '../state/answer.js';
import { doc, edit } from '../state/file.js';
import { room, unfold } from '../state/view.js';
import { groupOf, isWithin } from './answers.js';
import { lore, loreRule } from './lore.js';
import { ELSEWHERE } from './table.js';

// {path, words} of the place that the server does not take; null: there is none.
export const wrong = computed(() => {
  const pointer = trouble.value?.field;
  if (!pointer?.startsWith('/')) return null;
  const { detail, allowed } = wrongOf(trouble.value, 'JSON');
  return { path: pathOf(pointer), words: allowed ? say('web.person.wrong', { what: detail, allowed }) : detail };
});

export const askWrong = (path) => (wrong.value && isWithin(wrong.value.path, path) ? wrong.value.words : null);

// The screening of the plan. A plan that differs in its numbers only is no change of it.
export const askScreening = computed(() => plan.value?.screening ?? null);

// The facts on which the screening waits, in its order, as one text: it changes with them alone.
const facts = computed(() => (askScreening.value?.missing ?? []).map(({ fact }) => fact).join(' '));
export const askMissing = computed(() => (facts.value ? facts.value.split(' ') : []));

// The file as far as this room asks about it: a change of fine settings alone is no change of it.
let last = null;
export const askDoc = computed(() => {
  const next = doc.value, keys = Object.keys({ ...last, ...next });
  if (!last || !next || keys.some((key) => last[key] !== next[key] && !(key in ELSEWHERE))) last = next;
  return last;
});

// Where answers are written: the file.
export const askFile = {
  get: (path) => pathGet(askDoc.value, path),
  put: (label, path, value, options) => edit(label, (whole) => (value === undefined
    ? pathDrop(whole, path, path.length > 1 && typeof path.at(-1) === 'string' && typeof path.at(-2) === 'string')
    : pathSet(whole, path, value)), options),
};

// The finding that follows from a thing of a list, the weightiest first; null: none, or it is not known yet.
export function askFollows(list, code) {
  const isAbout = ({ value }) => value?.value.about?.some((one) => one.list === list && (!one.codes?.length || one.codes.includes(code)));
  return (askScreening.value?.findings ?? []).find(({ id }) => !id.startsWith('OV-') && isAbout(lore(loreRule(id)).value)) ?? null;
}

// The words over a question. What the plan calls missing is called the same here.
export function askLabel(field) {
  const id = `web.person.key.${field.label ?? field.key}`;
  return sayCapital(textsHas(id) ? say(id) : sayCode('facts', field.key));
}

// The words of one answer.
export function askWord(field, value) {
  if (typeof field.of === 'string') return sayCode(field.of, value);
  return say(`web.person.${field.words ?? 'is'}.${value}`);
}

const HERE = 'f';   // the prefix of the ids where a question has its own place
export const askId = (path, prefix = HERE) => `${prefix}-${path.join('-')}`;

// What stands for a place of the file is marked with it.
export const askAt = (path, prefix) => (prefix === HERE ? `/${path.join('/')}` : undefined);

const foldOf = (group) => `person-${group.id}`;
export const askEntryFold = (path) => `person-entry-${path.join('-')}`;

const CONTROL = 'input:checked, input, select, textarea, button, summary';

// Unfolds what stands around a question. Null: no group asks it.
function reveal(path) {
  const group = groupOf(path);
  if (!group) return null;
  room.value = 'person';
  unfold(foldOf(group), true);
  path.forEach((key, i) => { if (typeof key === 'number') unfold(askEntryFold(path.slice(0, i + 1)), true); });
  return document.getElementById(`fold-${foldOf(group)}`);
}

// Puts the focus on a question, or on what stands around it.
export function askLead(path) {
  const around = reveal(path);
  if (!around) return;
  requestAnimationFrame(() => {
    const places = path.map((_, i) => document.querySelector(`[data-at="${CSS.escape(askAt(path.slice(0, i + 1), HERE))}"]`));
    const found = places.filter(Boolean).at(-1) ?? around;
    (found.querySelector(CONTROL) ?? found).focus();
    found.scrollIntoView({ block: 'center' });
  });
}
