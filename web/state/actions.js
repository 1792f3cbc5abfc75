// actions: all that can be done on the page, by name: what the palette lists, what the sheet of
// shortcuts shows and what the keys call. A room adds its own when the page begins.
// SPDX-License-Identifier: Apache-2.0
import { signal } from '@preact/signals';

// [{id, label, keys, run, isOpen}]: label() gives its words now; keys 'mod+z', 'g p', '?', none = '';
// isOpen() says whether it can be done now.
export const actions = signal([]);

export function actionsAdd(rows) {
  const ids = new Set(rows.map((row) => row.id));
  const full = rows.map((row) => ({ keys: '', isOpen: () => true, ...row }));
  actions.value = [...actions.value.filter((row) => !ids.has(row.id)), ...full];
}

export const actionsOpen = () => actions.value.filter((row) => row.isOpen());

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

// Calls what the key stands for. Single keys are left to whoever is typing.
export function actionsKey(event) {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  const key = pressed(event), isPlain = !key.startsWith('mod+');
  if (isPlain && isTyping(event.target)) return;
  const now = performance.now();
  const pair = first && now - firstAt < SECOND_MS ? `${first} ${key}` : '';
  const rows = actionsOpen();
  const found = rows.find((row) => pair && row.keys === pair) ?? rows.find((row) => row.keys === key);
  first = !found && isPlain && key.length === 1 ? key : '';
  firstAt = now;
  if (!found) return;
  event.preventDefault();
  found.run();
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
