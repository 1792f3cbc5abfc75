// view: how the page is looked at. Nothing here belongs to the file, and nothing is kept.
// SPDX-License-Identifier: Apache-2.0
import { effect, signal } from '@preact/signals';

export const THEMES = ['auto', 'light', 'dark'];
export const theme = signal('auto');
export const reader = signal('clinician');    // or person: plain words, no notes, no other people
export const room = signal('person');         // which part a narrow window shows: person | plan
export const fold = signal({});               // {id: isOpen} of what can be unfolded
export const dialog = signal(null);           // {id, ...} of the dialog that is open; null = none
export const hours = signal(0);               // the time that is looked at, since the next sitting
export const isPlaying = signal(false);       // it runs by itself
export const told = signal('');               // the last thing said to who cannot see (role=status)
export const members = signal(0);             // simulated people; 0 = as the server does it
export const seed = signal('');               // '' = as the server does it

export const isOpen = (id, otherwise = false) => fold.value[id] ?? otherwise;
export function unfold(id, is) {
  fold.value = { ...fold.value, [id]: is };
}

// Who opens a dialog gets the focus back when it closes.
let before = null;
export function dialogOpen(what) {
  if (dialog.value === null) before = document.activeElement;
  dialog.value = what;
}
export function dialogClose() {
  dialog.value = null;
  before?.focus?.();
  before = null;
}

export function viewReset() {
  reader.value = 'clinician';
  room.value = 'person';
  fold.value = {};
  dialog.value = null;
  hours.value = 0;
  isPlaying.value = false;
  told.value = '';
  members.value = 0;
  seed.value = '';
}

effect(() => {
  const root = document.documentElement;
  if (theme.value === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme.value;
});
