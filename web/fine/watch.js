// watch: what a change of a setting was made from, so that its consequence can be told.
// SPDX-License-Identifier: Apache-2.0
import { signal } from '@preact/signals';

import { plan } from '../state/answer.js';
import { doc, edit, file } from '../state/file.js';

const STEP_MS = 1500;   // moves that follow one another within this are one change

// {file, group, key, at, label, doc, plan}: the newest change: where, and what stood before it
export const watched = signal(null);

// Changes the file as `edit` does, and remembers what it was before.
export function watchEdit(group, key, label, change, isHeld = false) {
  const now = Date.now(), last = watched.peek();
  const isSame = last !== null && last.file === file.peek() && last.key === key && (isHeld || now - last.at < STEP_MS);
  const before = isSame ? last : { file: file.peek(), group, key, label, doc: doc.peek(), plan: plan.peek() };
  watched.value = { ...before, at: now };
  edit(label, change, { merge: key, isHeld });
}
