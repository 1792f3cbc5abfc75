// actions: all that can be done on the page, by name: what the palette lists, what the sheet of
// shortcuts shows and what the keys call. A room adds its own when the page begins.
// SPDX-License-Identifier: Apache-2.0
import { signal } from '@preact/signals';

import { dialog } from './view.js';

// [{id, group, label, keys, also, run, isOpen}]: label() gives its words now; keys 'mod+z', 'g p', '?',
// none = '', `also` others that do the same; isOpen() says whether it can be done now; group is where
// the sheet of shortcuts has it: file, change, look, go or room.
export const actions = signal([]);

const groupOf = ({ keys = '' }) => (keys.startsWith('g ') ? 'go' : 'room');

export function actionsAdd(rows) {
  const ids = new Set(rows.map((row) => row.id));
  const full = rows.map((row) => ({ keys: '', also: '', isOpen: () => true, group: groupOf(row), ...row }));
  actions.value = [...actions.value.filter((row) => !ids.has(row.id)), ...full];
}

export const actionsOpen = () => actions.value.filter((row) => row.isOpen());
export const actionsOf = (id) => actions.value.find((row) => row.id === id) ?? null;

const isTyping = (element) =>
  element?.matches?.('input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]');

function pressed(event) {
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : '';
  const shift = event.shiftKey && event.key.length > 1 ? 'shift+' : '';
  const key = event.key === ' ' ? 'space' : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const upper = mod && event.shiftKey && event.key.length === 1 ? 'shift+' : '';
  return `${mod}${shift}${upper}${key}`;
}

let first = '';   // the first key of two, 'g p'
let firstAt = 0;
const SECOND_MS = 1200;

// What is typed and not yet meant is undone by its own box.
let typed = null;
const UNDOING = ['mod+z', 'mod+shift+z', 'mod+y'];

// Calls what the key stands for. Single keys are left to whoever is typing or reads a dialog.
export function actionsKey(event) {
  if (event.key === 'Enter' && !event.isComposing) typed = null;   // what was typed is meant
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  const key = pressed(event), isPlain = !key.startsWith('mod+');
  if (isPlain && (isTyping(event.target) || dialog.value !== null)) return;
  if (typed !== null && typed === event.target && UNDOING.includes(key)) return;
  const now = performance.now();
  const pair = first && now - firstAt < SECOND_MS ? `${first} ${key}` : '';
  const rows = actionsOpen();
  const found = rows.find((row) => pair && row.keys === pair) ?? rows.find((row) => row.keys === key || row.also === key);
  first = !found && isPlain && key.length === 1 ? key : '';
  firstAt = now;
  if (!found) return;
  event.preventDefault();
  found.run();
}

// Begins to listen to the keys.
export function actionsBegin() {
  document.addEventListener('input', ({ target }) => { if (isTyping(target)) typed = target; });
  for (const name of ['change', 'focusout']) document.addEventListener(name, () => { typed = null; });
  document.addEventListener('keydown', actionsKey);
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

// As it is printed on the keys: ['Ctrl', 'Z']
export function actionsKeys(keys) {
  if (!keys) return [];
  return keys.split(/[+ ]/).map((key) => {
    if (key === 'mod') return isMac ? '⌘' : 'Ctrl';
    if (key === 'shift') return isMac ? '⇧' : 'Shift';
    if (key === 'space') return 'Space';
    return key.length === 1 ? key.toUpperCase() : key;
  });
}
