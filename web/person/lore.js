// lore: what the evidence says of a rule or a list, asked for once and kept while the page is open.
// It is the same for everybody; nothing of the person is asked with it.
// SPDX-License-Identifier: Apache-2.0
import { signal } from '@preact/signals';

import { NoToken, apiAsk, apiJson } from '../base/api.js';
import { isLocked } from '../state/answer.js';

const known = new Map();   // id -> {told: signal of {is: 'waiting' | 'there' | 'wrong', value}, done: promise}

async function ask(id, told) {
  told.value = { is: 'waiting' };
  try {
    told.value = { is: 'there', value: await apiJson(await apiAsk(`/api/evidence/${encodeURIComponent(id)}`)) };
  } catch (error) {
    if (error instanceof NoToken) isLocked.value = true;
    told.value = { is: 'wrong' };
  }
  return told.peek().value ?? null;
}

function found(id, isAgain) {
  const before = known.get(id);
  if (before && !(isAgain && before.told.peek().is === 'wrong')) return before;
  const told = before?.told ?? signal(null), one = { told, done: ask(id, told) };
  known.set(id, one);
  return one;
}

// The signal of `id`; asked for when it is wanted first, and once more when it is wanted again.
export const lore = (id, isAgain = false) => found(id, isAgain).told;
// What there is of `id`, once it is there; null: it could not be had.
export const loreWait = (id) => found(id, true).done;

export const loreRule = (id) => `rules.${id}`;
