// open: a file into the page and out of it again. It is read by the server, so that what is wrong
// with it is said as on the command line, and it is kept by nobody but this page.
// SPDX-License-Identifier: Apache-2.0
import { effect, signal } from '@preact/signals';

import { Away, NoToken, apiAsk, apiBytes, apiJson } from '../base/api.js';
import { dayToday } from '../base/day.js';
import { say } from '../base/texts.js';
import { wrongAway, wrongFile, wrongOf } from '../base/wrong.js';
import { answerAway, isLocked } from '../state/answer.js';
import { doc, file, fileClose, fileOpen, fileSaved, isDirty, on as dayOn } from '../state/file.js';
import { dialogOpen, told, viewReset } from '../state/view.js';

export const OPEN_ACCEPT = '.yaml,.yml,.json,application/json,application/yaml';
const FILE_BYTES = 1024 * 1024;   // what the server takes
const STEM = 40;                  // characters of a file's name in the name of what is saved
const SECOND_MS = 1000;
const PATIENCE_MS = 300;

export const people = signal(null);      // [{file, name, on, shows}] invented; null = not known yet
export const refusal = signal(null);     // what wrongOf says of a file that was not opened
export const isOpening = signal(false);  // long enough to be told
export const isEarly = signal(false);    // a file was dropped before there was a token

let opening = 0;   // of the newest file that is to be opened

// By its name; where that does not tell, JSON is what begins with a brace.
function typeOf(name, bytes) {
  if (/\.json$/i.test(name)) return 'application/json';
  if (/\.ya?ml$/i.test(name)) return 'application/yaml';
  const head = new TextDecoder().decode(bytes.slice(0, 64));
  return head.trimStart().startsWith('{') ? 'application/json' : 'application/yaml';
}

// "amara-okafor" of examples/amara-okafor.yaml: letters, digits and what joins them.
function stemOf(path) {
  const name = path.split('/').at(-1).replace(/\.[^.]*$/, '');
  return [...name.replace(/[^\p{L}\p{N}]+/gu, '-')].slice(0, STEM).join('').replace(/^-|-$/g, '');
}

// What of a file could not be opened is said, and whoever is open stays open.
function refuse(error, type, name) {
  if (error instanceof NoToken) isLocked.value = true;
  else if (error instanceof Away) {
    answerAway();
    refusal.value = wrongAway();
  } else refusal.value = wrongOf(error, /json/.test(type) ? 'JSON' : 'YAML', name);
}

// Does `go`, which closes what is open; what is not saved is asked about first.
export function openLeave(go) {
  if (isDirty.peek()) dialogOpen({ id: 'leave', go });
  else go();
}

// Takes the place of what was open. Back leads to where another can be chosen.
function take(what, content, day) {
  viewReset();
  refusal.value = null;
  fileOpen(what, content, day);
  if (!history.state?.isOpen) history.pushState({ isOpen: true }, '', location.pathname);
  told.value = say('web.opened', { name: what.name });
}

async function openBytes(bytes, what, day, mine) {
  const type = typeOf(what.path, bytes);
  try {
    const on = day ?? dayToday();   // what is past or to come in a file is so on its day
    const response = await apiAsk(`/api/read?on=${on}`, { method: 'POST', body: bytes, type });
    const content = await apiJson(response);
    if (mine !== opening) return;
    openLeave(() => take({ name: what.name, stem: stemOf(what.path), isInvented: content.invented === true },
      content, on));
  } catch (error) {
    if (mine === opening) refuse(error, type, what.path);
  }
}

async function opened(act) {
  const mine = ++opening, timer = setTimeout(() => { isOpening.value = mine === opening; }, PATIENCE_MS);
  refusal.value = null;
  try {
    await act(mine);
  } finally {
    clearTimeout(timer);
    if (mine === opening) isOpening.value = false;
  }
}

export function openFiles(files) {
  if (files.length === 0) return null;
  const [one] = files;
  if (files.length > 1) refusal.value = wrongFile('web.open.one');
  else if (one.size > FILE_BYTES) refusal.value = wrongFile('web.open.too_large');
  else {
    return opened(async (mine) => {
      let bytes;
      try {
        bytes = await one.arrayBuffer();
      } catch {
        if (mine === opening) refusal.value = wrongFile('web.open.unreadable');
        return;
      }
      await openBytes(bytes, { name: one.name, path: one.name }, null, mine);
    });
  }
  return null;
}

export function openExample(row) {
  return opened(async (mine) => {
    try {
      const bytes = await (await apiBytes(await apiAsk(`/${row.file}`))).arrayBuffer();
      await openBytes(bytes, { name: row.file.split('/').at(-1), path: row.file }, row.on, mine);
    } catch (error) {
      if (mine === opening) refuse(error, 'application/yaml', row.file);
    }
  });
}

// A file from nothing: a person of whom nothing is known yet.
export function openNew() {
  openLeave(() => take({ name: say('web.open.new.name'), stem: 'person', isInvented: false },
    { format: 'stipple-patient/1', recorded_on: dayToday(), goals: [] }, dayToday()));
}

// Nothing of who was open stays on the page.
export function openClose() {
  opening++;
  viewReset();
  isOpening.value = false;
  refusal.value = null;
  fileClose();
  history.replaceState(null, '', location.pathname);
}

// The browser's own window to choose a file by.
export function openChoose() {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = OPEN_ACCEPT;
  input.addEventListener('change', () => openFiles(input.files));
  input.click();
}

export function openHandOver(blob, name) {
  const link = document.createElement('a'), address = URL.createObjectURL(blob);
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60 * SECOND_MS);
}

// The file as JSON, which every verb of the command line reads.
export function openSave() {
  const text = `${JSON.stringify(doc.value, null, 2)}\n`;
  openHandOver(new Blob([text], { type: 'application/json' }), `${file.value.stem || 'person'}-${dayOn.value}.json`);
  fileSaved();
  told.value = say('web.saved');
}

// Back is "Another file"; what is not saved is asked about before it goes.
function back() {
  if (file.peek() === null || history.state?.isOpen || location.hash) return;
  if (isDirty.peek()) history.pushState({ isOpen: true }, '', location.pathname);
  openLeave(openClose);
}

function warn(event) {
  event.preventDefault();
}

// A file may be dropped anywhere; the page is not left with changes that nobody saved.
export function openBegin(isEntered) {
  const isFile = (event) => event.dataTransfer?.types.includes('Files');
  const over = (is) => document.body.classList.toggle('over', is);
  addEventListener('popstate', back);
  document.addEventListener('dragover', (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    over(true);
  });
  document.addEventListener('dragleave', (event) => { if (!event.relatedTarget) over(false); });
  document.addEventListener('drop', (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    over(false);
    if (isEntered.value) openFiles(event.dataTransfer.files);
    else isEarly.value = true;
  });
  effect(() => {
    if (isDirty.value) addEventListener('beforeunload', warn);
    else removeEventListener('beforeunload', warn);
  });
}
