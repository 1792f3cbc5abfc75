// open: a file into the page and out of it again. It is read by the server, so that what is wrong
// with it is said as on the command line, and it is kept by nobody but this page.
// SPDX-License-Identifier: Apache-2.0
import { signal } from '@preact/signals';

import { Away, NoToken, apiAsk, apiBytes } from '../base/api.js';
import { dayToday } from '../base/day.js';
import { say } from '../base/texts.js';
import { wrongAway, wrongOf } from '../base/wrong.js';
import { isAway, isLocked } from '../state/answer.js';
import { doc, file, fileClose, fileOpen, fileSaved, on } from '../state/file.js';
import { viewReset } from '../state/view.js';

const FILE_BYTES = 1024 * 1024;   // what the server takes
const STEM = 40;                  // characters of a file's name in the name of what is saved
const SECOND_MS = 1000;

export const people = signal(null);      // [{file, name, on, shows}] invented; null = not known yet
export const refusal = signal(null);     // {title, detail, where, allowed} of a file that was not opened
export const isOpening = signal(false);

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
function refuse(error, type) {
  if (error instanceof NoToken) isLocked.value = true;
  else if (error instanceof Away) {
    isAway.value = true;
    refusal.value = wrongAway();
  } else refusal.value = wrongOf(error, /json/.test(type) ? 'JSON' : 'YAML');
}

async function openBytes(bytes, what, day, mine) {
  const type = typeOf(what.path, bytes);
  try {
    const on = day ?? dayToday();   // what is past or to come in a file is so on its day
    const response = await apiAsk(`/api/read?on=${on}`, { method: 'POST', body: bytes, type });
    const content = JSON.parse(await (await apiBytes(response)).text());
    if (mine !== opening) return;
    viewReset();
    refusal.value = null;
    fileOpen({ name: what.name, stem: stemOf(what.path), isInvented: content.invented === true },
      content, on);
    if (!history.state?.isOpen) history.pushState({ isOpen: true }, '', location.pathname);
  } catch (error) {
    if (mine === opening) refuse(error, type);
  }
}

async function opened(act) {
  const mine = ++opening;
  isOpening.value = true;
  refusal.value = null;
  try {
    await act(mine);
  } finally {
    if (mine === opening) isOpening.value = false;
  }
}

const plain = (id) => ({ title: say('web.error.file'), detail: say(id), where: '', allowed: '' });

export function openFiles(files) {
  if (files.length === 0) return null;
  const [one] = files;
  if (files.length > 1) refusal.value = plain('web.open.one');
  else if (one.size > FILE_BYTES) refusal.value = plain('web.open.too_large');
  else {
    return opened(async (mine) => {
      let bytes;
      try {
        bytes = await one.arrayBuffer();
      } catch {
        refusal.value = plain('web.open.unreadable');
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
      await openBytes(bytes, { name: row.name, path: row.file }, row.on, mine);
    } catch (error) {
      if (mine === opening) refuse(error, 'application/yaml');
    }
  });
}

// A file from nothing: a person of whom nothing is known yet.
export function openNew() {
  viewReset();
  refusal.value = null;
  fileOpen({ name: say('web.open.new.name'), stem: 'person', isInvented: false },
    { format: 'stipple-patient/1', recorded_on: dayToday(), goals: [] }, dayToday());
  if (!history.state?.isOpen) history.pushState({ isOpen: true }, '', location.pathname);
}

export function openClose() {
  opening++;
  viewReset();
  refusal.value = null;
  fileClose();
}

function handOver(blob, name) {
  const link = document.createElement('a'), address = URL.createObjectURL(blob);
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60 * SECOND_MS);
}

// The file as JSON, which every verb of the command line reads.
export function openSave() {
  const text = `${JSON.stringify(doc.value, null, 2)}\n`;
  handOver(new Blob([text], { type: 'application/json' }), `${file.value.stem || 'person'}-${on.value}.json`);
  fileSaved();
}

export const openHandOver = handOver;
