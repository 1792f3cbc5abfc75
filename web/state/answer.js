// answer: the plan of the file as it stands. Every change asks the server anew; while one request is
// under way the next waits, and only the newest of those that wait is asked: the last value wins.
// What is shown meanwhile stays, marked as older. A server that is gone is asked again until it is
// back; nothing of the page is lost by it.
// SPDX-License-Identifier: Apache-2.0
import { batch, computed, effect, signal, untracked } from '@preact/signals';

import { Away, NoToken, apiAsk, apiFollow, apiId, apiJson, apiStop } from '../base/api.js';
import { shareEqual } from '../base/share.js';
import { doc, file, on } from './file.js';
import { members, seed } from './view.js';

const SLOW_MS = 300;      // before this nobody is told that something is being worked out
const OVERTAKE_MS = 400;  // a request as old as this is called off for a newer one; a younger one is let end
const RETRY_MS = 1500;    // between tries while the server is gone
const SMALL = '/api/texts/codes';   // what little is asked of it to see whether it is there

const page = apiId();

export const plan = signal(null);            // the newest answer (stipple-plan/1); what of it stayed the same is the same object
const of = signal(null);                     // {doc, on, members, seed} that it answers
export const trouble = signal(null);         // Problem of the newest request; null = none
export const isAway = signal(false);         // the server does not answer
export const isLocked = signal(false);       // it does not take the token
export const isSlow = signal(false);         // a request is under way long enough to be told
export const share = signal(null);           // how far it is, 0..1; null = not known
export const isStopped = signal(false);      // the reader stopped it
export const answered = signal(0);           // how many answers have come: for whoever measures

const wanted = computed(() => (doc.value === null ? null
  : { doc: doc.value, on: on.value, members: members.value, seed: seed.value }));
const isFor = (a, b) => a !== null && b !== null && ['doc', 'on', 'members', 'seed'].every((k) => a[k] === b[k]);

// What is shown is not (yet) the answer to the file as it stands.
export const isStale = computed(() => wanted.value !== null && !isFor(of.value, wanted.value));

// It is that for so long that it is shown as older: no answer came within a moment. While something is
// dragged answers come in a row, and nothing flickers.
export const isOld = signal(false);
let aging = 0;
function age() {
  void answered.value;
  clearTimeout(aging);
  if (!isStale.value) isOld.value = false;
  else if (!isOld.peek()) aging = setTimeout(() => { isOld.value = isStale.peek(); }, SLOW_MS);
}

export function answerQuery({ on: day, members: n, seed: start } = wanted.peek()) {
  const query = new URLSearchParams({ on: day });
  if (n) query.set('members', String(n));
  if (start !== '') query.set('seed', start);
  return query;
}

let running = null;   // {abort, work, what, since}
let retrying = 0;

function ended(mine) {
  if (running !== mine) return false;
  clearTimeout(mine.timer);
  running = null;
  batch(() => {
    isSlow.value = false;
    share.value = null;
  });
  return true;
}

// A server that is there, and does not know us any more.
function locked() {
  batch(() => {
    isAway.value = false;
    isLocked.value = true;
  });
}

// The server is gone, as somebody has seen: it is asked until it is back.
export function answerAway() {
  isAway.value = true;
  later();
}

function later() {
  clearTimeout(retrying);
  retrying = setTimeout(retry, RETRY_MS);
}

async function retry() {
  if (running || isLocked.peek()) return;
  if (isStale.peek() && !isStopped.peek()) next();
  else if (isAway.peek()) {
    try {
      await apiAsk(SMALL);
      isAway.value = false;
    } catch (error) {
      if (error instanceof NoToken) locked();
      else later();
    }
  }
}

// What cannot be had now is asked for again in a while; nothing else is.
function told(mine, error) {
  if (error.name === 'AbortError') return;
  if (error instanceof Away || error.slug === 'stopping') answerAway();
  else if (error instanceof NoToken) locked();
  else if (['busy', 'conflict', 'cancelled'].includes(error.slug)) later();
  else {
    batch(() => {
      trouble.value = error;
      of.value = mine.what;
      isAway.value = false;
    });
    next();
  }
}

async function ask(what) {
  const mine = { abort: new AbortController(), work: apiId(), what, since: performance.now() };
  const { signal: cut } = mine.abort;
  running = mine;
  mine.timer = setTimeout(() => {
    isSlow.value = true;
    apiFollow(mine.work, (part) => { if (running === mine) share.value = part; }, cut);
  }, SLOW_MS);
  try {
    const response = await apiAsk(`/api/plan?${answerQuery(what)}`, {
      method: 'POST', body: JSON.stringify(what.doc), type: 'application/json', page, work: mine.work, signal: cut,
    });
    const answer = await apiJson(response);
    if (!ended(mine)) return;
    batch(() => {
      plan.value = shareEqual(plan.peek(), answer);
      of.value = what;
      trouble.value = null;
      isAway.value = isLocked.value = false;
      answered.value = answered.peek() + 1;
    });
    mine.abort.abort();   // its progress is followed no longer
    next();
  } catch (error) {
    if (ended(mine)) told(mine, error);
  }
}

// Asks for the file as it stands, if what is shown is not its answer and nobody stopped it.
function next() {
  const what = wanted.peek();
  if (what === null || isStopped.peek() || isLocked.peek()) return;
  if (running) {
    if (isFor(running.what, what) || performance.now() - running.since < OVERTAKE_MS) return;
    running.abort.abort();
    ended(running);
  }
  if (!isFor(of.peek(), what)) ask(what);
}

// Stops what is being worked out; what is shown stays until something is changed.
export function answerStop() {
  const mine = running;
  if (!mine) return;
  isStopped.value = true;
  ended(mine);
  apiStop(mine.work).finally(() => mine.abort.abort());   // told first: who only goes away is noticed later
}

// Asks again: after a stop, after a server that was gone, with a new token.
export function answerAgain() {
  clearTimeout(retrying);
  batch(() => {
    isStopped.value = isLocked.value = false;
    trouble.value = null;
  });
  if (!isFor(of.peek(), wanted.peek())) next();
}

// Nothing of an answer outlives the file it answers: not even for a moment is the plan of one person seen
// under the name of another.
function forget() {
  clearTimeout(retrying);
  running?.abort.abort();
  if (running) ended(running);
  if (isAway.peek()) later();
  batch(() => {
    plan.value = of.value = trouble.value = null;
    isStopped.value = false;
  });
}

// Begins to follow the file. A change lifts a stop; a file that is closed, or gives way to another, takes
// its answer along.
export function answerBegin() {
  effect(age);
  let whose = null;
  effect(() => {
    const what = wanted.value, mine = file.value;
    untracked(() => {
      if (mine !== whose) forget();
      whose = mine;
      if (what === null) return;
      isStopped.value = false;
      next();
      if (running && !isFor(running.what, what)) setTimeout(next, OVERTAKE_MS);
    });
  });
}
