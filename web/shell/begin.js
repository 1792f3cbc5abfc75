// begin: the token out of the address, the texts, the invented people.
// SPDX-License-Identifier: Apache-2.0
import { batch, effect, signal } from '@preact/signals';

import { Away, NoToken, Problem, apiAsk, apiDropToken, apiHasToken, apiIsGood, apiJson, apiTakeToken } from '../base/api.js';
import { textsLearn } from '../base/texts.js';
import { answerAgain, isAway, isLocked } from '../state/answer.js';
import { file } from '../state/file.js';
import { openBegin, people } from './open.js';

const RETRY_MS = 1500;
const LISTS = ['sayings', 'codes', 'zones', 'indications', 'devices', 'scales', 'options', 'rates', 'steps', 'agents'];

export const isEntered = signal(false);   // a token is known and the texts are here
export const isRefused = signal(false);   // the token was not taken
export const hasTexts = signal(false);

let turn = 0, retrying = 0;

const json = async (path) => apiJson(await apiAsk(path));

// Whoever is open stays open, with a place to put the new token.
function refused() {
  apiDropToken();
  batch(() => {
    isRefused.value = isLocked.value = true;
    isAway.value = false;
    isEntered.value = hasTexts.value && file.value !== null;
  });
}

// What is open stays open: after a new start of the server its new token is all that is wanted.
export async function begin() {
  const mine = ++turn;
  clearTimeout(retrying);
  if (!apiHasToken()) {
    isEntered.value = file.value !== null;
    return;
  }
  try {
    const [rows, ...lists] = await Promise.all([json('/examples/index.json'),
      ...(hasTexts.value ? [json('/api/texts/codes')] : LISTS.map((list) => json(`/api/texts/${list}`)))]);
    if (mine !== turn) return;
    for (const list of lists) textsLearn(list.texts);
    hasTexts.value = true;
    people.value = rows.sort((a, b) => a.name.localeCompare(b.name));
    isAway.value = isRefused.value = isLocked.value = false;
    isEntered.value = true;
    answerAgain();
  } catch (error) {
    if (mine !== turn) return;
    if (error instanceof NoToken) {
      refused();
      return;
    }
    if (!(error instanceof Away) && !(error instanceof Problem)) throw error;
    isAway.value = true;   // or it answers, but not this
    retrying = setTimeout(begin, RETRY_MS);
  }
}

// The token goes out of the address before anything else is done with it. One that is good is not
// given up for one that is not.
async function takeAddress() {
  const { hash } = location;
  history.replaceState(file.value ? { isOpen: true } : null, '', location.pathname);
  if (hash.length < 2 || (apiHasToken() && !await apiIsGood(hash))) return false;
  return apiTakeToken(hash);
}

export async function beginAll() {
  openBegin(isEntered);
  addEventListener('hashchange', async () => { if (await takeAddress()) begin(); });
  await takeAddress();
  await begin();
}

// Without a file that is open there is nothing to stay for: the token is asked for on a page of its own.
effect(() => { if (isLocked.value && file.value === null) isEntered.value = false; });
