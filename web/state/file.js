// file: the person's file that is open, as a JSON object; its changes, undone and done again
// without end. What is open is never changed in place, so that an earlier state costs little.
// SPDX-License-Identifier: Apache-2.0
import { batch, computed, signal } from '@preact/signals';

const MERGE_MS = 1500;   // changes of one slider within this are one step back

// {name, stem, isInvented}: what is open; null = nothing is
export const file = signal(null);
export const doc = signal(null);        // the patient file (stipple-patient/1), never changed in place
export const on = signal('');           // the day it is planned for
const saved = signal(null);             // doc as it was opened or last saved
const past = signal([]);                // [{doc, label}], oldest first: label = what was done to it
const future = signal([]);              // [{doc, label}], nearest first
let merging = { key: null, at: 0 };

export const isSaved = signal(false);   // it was, since it was opened
export const isDirty = computed(() => doc.value !== saved.value);
export const undoLabel = computed(() => past.value.at(-1)?.label ?? null);
export const redoLabel = computed(() => future.value[0]?.label ?? null);

export function fileOpen(what, content, day) {
  batch(() => {
    file.value = what;
    doc.value = saved.value = content;
    on.value = day;
    isSaved.value = false;
    past.value = [];
    future.value = [];
  });
  merging = { key: null, at: 0 };
}

export function fileClose() {
  fileOpen(null, null, '');
}

export function fileSaved() {
  batch(() => {
    saved.value = doc.value;
    isSaved.value = true;
  });
}

// change: (doc) -> the new one; the same one = nothing was done. `label` is what was done, in words.
// Changes with the same `merge` key that follow one another closely are one step; those of a slider
// that is held (`isHeld`) however long it is held.
export function edit(label, change, { merge = null, isHeld = false } = {}) {
  const before = doc.value, after = change(before), now = Date.now();
  if (after === before) return;
  const isSame = merge !== null && merge === merging.key &&
    (isHeld || now - merging.at < MERGE_MS) && past.value.length > 0;
  batch(() => {
    doc.value = after;
    if (!isSame) past.value = [...past.value, { doc: before, label }];
    future.value = [];
  });
  merging = { key: merge, at: now };
}

export function undo() {
  const step = past.value.at(-1);
  if (!step) return;
  batch(() => {
    future.value = [{ doc: doc.value, label: step.label }, ...future.value];
    past.value = past.value.slice(0, -1);
    doc.value = step.doc;
  });
  merging = { key: null, at: 0 };
}

export function redo() {
  const [step] = future.value;
  if (!step) return;
  batch(() => {
    past.value = [...past.value, { doc: doc.value, label: step.label }];
    future.value = future.value.slice(1);
    doc.value = step.doc;
  });
  merging = { key: null, at: 0 };
}
