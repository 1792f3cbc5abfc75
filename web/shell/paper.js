// paper: the plan as it is handed over: as data, as the report for the clinician, as the sheet for the
// person; saved, or printed out of a frame in which no script runs. What is handed over answers the file
// as it stands, and is asked for when it is wanted.
// SPDX-License-Identifier: Apache-2.0
import { effect } from '@preact/signals';

import { Away, NoToken, apiAsk, apiBytes, apiId } from '../base/api.js';
import { say } from '../base/texts.js';
import { wrongAway, wrongOf } from '../base/wrong.js';
import { answerAway, answerQuery, isLocked } from '../state/answer.js';
import { doc, file, on } from '../state/file.js';
import { told } from '../state/view.js';
import { openHandOver, refusal } from './open.js';

const KINDS = { json: ['plan', 'json'], report: ['report', 'html'], sheet: ['sheet', 'html'] };
const page = apiId();   // another than that of the plan: neither calls the other off
let turn = 0;

// Null: it cannot be had, and that has been said.
async function answerAs(form) {
  const mine = ++turn, query = answerQuery();
  if (form !== 'json') query.set('as', form);
  told.value = say('web.paper.working');
  try {
    const blob = await apiBytes(await apiAsk(`/api/plan?${query}`, {
      method: 'POST', body: JSON.stringify(doc.value), type: 'application/json', page,
    }));
    if (mine === turn) return blob;
  } catch (error) {
    if (mine !== turn) return null;
    if (error instanceof NoToken) isLocked.value = true;
    else if (error instanceof Away) {
      answerAway();
      refusal.value = { ...wrongAway(), detail: say('web.paper.away') };
    } else refusal.value = wrongOf(error, 'JSON');
  }
  return null;
}

export async function paperSave(form) {
  const [kind, ending] = KINDS[form], { stem } = file.value, day = on.value;
  const blob = await answerAs(form);
  if (!blob) return;
  openHandOver(blob, `${['stipple', stem, kind, day].filter(Boolean).join('-')}.${ending}`);
  told.value = say('web.saved');
}

let sheet = null;   // {frame, key, url} of what was printed last

function paperDrop() {
  sheet?.frame.remove();
  if (sheet) URL.revokeObjectURL(sheet.url);
  sheet = null;
}

const keyOf = (form) => `${form} ${answerQuery()}`;

// A blob has the policy of this page, which names the style sheet of the reports.
function framed(blob, key) {
  paperDrop();
  const frame = document.createElement('iframe'), url = URL.createObjectURL(new Blob([blob], { type: 'text/html;charset=utf-8' }));
  frame.id = 'paper';
  frame.className = 'paper';
  frame.title = say('web.paper');
  frame.inert = true;
  frame.referrerPolicy = 'no-referrer';
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  sheet = { frame, key, url };
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(frame), { once: true });
    frame.src = url;
    document.body.append(frame);
  });
}

export async function paperPrint(form) {
  const key = keyOf(form), of = doc.value;
  if (sheet?.key !== key) {
    const blob = await answerAs(form);
    if (!blob || doc.value !== of) return;
    await framed(blob, key);
  }
  told.value = '';
  sheet?.frame.contentWindow.print();
}

// What was printed does not outlive what it was printed of.
export function paperBegin() {
  effect(() => { if (doc.value !== undefined) paperDrop(); });
}
