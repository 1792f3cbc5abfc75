// app: the page. One file is open at a time; each choice asks the server anew, and of several
// requests the newest counts. Nothing of a person goes into the address, the title or any storage.
// SPDX-License-Identifier: Apache-2.0
import {
  Away, NoToken, Problem, apiAsk, apiBytes, apiDropToken, apiFollow, apiHasToken, apiId, apiStop,
  apiTakeToken,
} from '/api.js';
import {
  showData, showKey, showPrint, showReport, showSave, showTrouble, showVerdict,
} from '/show.js';
import { say, textsFill, textsLearn } from '/texts.js';

const FILE_BYTES = 1024 * 1024;   // what the server takes
const PATIENCE_MS = 300;          // before this nobody is told that something is being worked out

const at = (id) => document.getElementById(id);
const page = apiId();
const answers = new Map();   // form -> blob, for the choices as they stand
let person = null;           // {name, bytes, type} of the file that is open
let isScreened = false;
let tab = 'report';          // or 'data'
let turn = 0;                // of the newest request
let running = null;          // {abort, work} of it, while it lasts
let resume = () => {};       // what to do once the server answers again
let mend = () => {};         // what the button beside an error does

// ---- which part of the page is seen ----

function see(part) {
  for (const id of ['entry', 'away', 'open', 'work']) at(id).hidden = id !== part;
}

// What every request may run into. True: it was dealt with.
function isElsewhere(error, again) {
  resume = again;
  if (error instanceof NoToken) {
    at('entry-refused').hidden = !apiHasToken();
    apiDropToken();
    see('entry');
    at('token').focus();
    return true;
  }
  if (error instanceof Away) see('away');
  return error instanceof Away;
}

// ---- asking ----

function query(form) {
  const asked = new URLSearchParams();
  if (form) asked.set('as', form);
  asked.set('on', at('on').value);
  if (form && at('members').value) asked.set('members', at('members').value);
  if (form && at('seed').value) asked.set('seed', at('seed').value);
  return asked;
}

const formWanted = () => (tab === 'data' ? 'json' : document.forms.choice.elements.reader.value);

function showProgress(work, signal) {
  at('bar').removeAttribute('value');
  at('share').textContent = '';
  at('progress').hidden = false;
  at('progress').scrollIntoView({ block: 'nearest' });
  apiFollow(work, (share) => {
    at('bar').value = share;
    at('share').textContent = say('web.working.share', { share: Math.floor(100 * share) });
  }, signal);
}

async function screen(signal) {
  const response = await apiAsk(`/api/screen?${query()}`, {
    method: 'POST', body: person.bytes, type: person.type, page, signal,
  });
  return JSON.parse(await (await apiBytes(response)).text());
}

async function plan(form, work, signal) {
  const response = await apiAsk(`/api/plan?${query(form)}`, {
    method: 'POST', body: person.bytes, type: person.type, page, work, signal,
  });
  return apiBytes(response);
}

async function showForm(form) {
  if (form === 'json') showData(await answers.get(form).text());
  else await showReport(answers.get(form));
  at('panel-report').hidden = form === 'json';
  at('panel-data').hidden = form !== 'json';
  at('print').hidden = form === 'json';
  at('save').textContent = say(form === 'json' ? 'web.save.data' : 'web.save.report');
  at('answer').hidden = false;
}

// What is shown while something newer is worked out can be read, and no more.
function busy(is) {
  at('answer').setAttribute('aria-busy', String(is));
  at('print').disabled = is;
  at('save').disabled = is;
}

function settle() {
  running?.abort.abort();
  running = null;
  at('progress').hidden = true;
  busy(false);
}

// Asks for what the page is to show and does not have. A newer call takes the place of this one.
async function workOut() {
  const mine = ++turn, form = formWanted(), work = apiId();
  settle();
  showTrouble(null);
  running = { abort: new AbortController(), work };
  const { signal } = running.abort;
  const late = setTimeout(() => showProgress(work, signal), PATIENCE_MS);
  signal.addEventListener('abort', () => clearTimeout(late));
  busy(true);
  try {
    if (!isScreened) {
      const screening = await screen(signal);
      if (mine !== turn) return;
      showVerdict(screening);
      isScreened = true;
    }
    if (!answers.has(form)) {
      const blob = await plan(form, work, signal);
      if (mine !== turn) return;
      answers.set(form, blob);
    }
    await showForm(form);
    if (mine === turn) at('told').textContent = say('web.done');
  } catch (error) {
    if (mine === turn) fail(error);
  } finally {
    if (mine === turn) settle();
  }
}

function fail(error) {
  at('answer').hidden = true;
  if (!isScreened) showVerdict(null);
  if (isElsewhere(error, () => { see('work'); workOut(); })) return;
  if (!(error instanceof Problem)) {
    mend = workOut;
    showTrouble({ title: say('web.error.page'), detail: '', field: null }, say('web.error.retry'));
    throw error;   // a fault of the page itself: for the console
  }
  const { title, field, status } = error;
  const isOurs = status >= 500 || status === 409;   // the same again may go well
  const isChoice = Boolean(field) && !field.startsWith('/');
  mend = isOurs ? workOut : another;
  showTrouble({ title, field, detail: status === 503 ? say('web.error.busy') : error.detail },
    isChoice ? null : say(isOurs ? 'web.error.retry' : 'web.open.again'));
}

function stop() {
  if (!running) return;
  apiStop(running.work);
  turn++;
  settle();
  at('answer').hidden = true;
  mend = workOut;
  showTrouble({ title: say('web.stopped'), detail: say('web.stopped.detail'), calm: true },
    say('web.again'));
  at('retry').focus();
}

function choose() {
  if (!at('on').value) at('on').value = today();
  if (!document.forms.choice.reportValidity()) return;
  answers.clear();
  isScreened = false;
  at('told').textContent = '';
  workOut();
}

// ---- opening a file ----

function today() {
  const now = new Date();
  const two = (n) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// What is wrong with what was to be opened is said where files are opened.
function note(id) {
  if (id && at('open').hidden) another();
  at('open-note').hidden = id === null;
  at('open-note').textContent = id ? say(id) : '';
}

// By its name; where that does not tell, JSON is what begins with a brace.
function typeOf(name, bytes) {
  if (/\.json$/i.test(name)) return 'application/json';
  if (/\.ya?ml$/i.test(name)) return 'application/yaml';
  const head = new TextDecoder().decode(bytes.slice(0, 64));
  return head.trimStart().startsWith('{') ? 'application/json' : 'application/yaml';
}

function openBytes(name, bytes, on, isInvented) {
  person = { name, bytes, type: typeOf(name, bytes) };
  at('file-name').textContent = name;
  at('invented').hidden = !isInvented;
  at('on').value = on;
  at('answer').hidden = true;
  showVerdict(null);
  note(null);
  see('work');
  at('file-name').focus();
  choose();
}

async function openFile(files) {
  if (files.length !== 1) {
    if (files.length) note('web.open.one');
    return;
  }
  const file = files[0];
  if (file.size > FILE_BYTES) {
    note('web.open.too_large');
    return;
  }
  try {
    openBytes(file.name, await file.arrayBuffer(), today(), false);
  } catch {
    note('web.open.unreadable');
  }
}

async function openExample(row) {
  try {
    const bytes = await (await apiBytes(await apiAsk(`/${row.file}`))).arrayBuffer();
    openBytes(row.name, bytes, row.on, true);
  } catch (error) {
    if (!isElsewhere(error, () => { see('open'); openExample(row); })) note('web.open.unreadable');
  }
}

function another() {
  turn++;
  settle();
  person = null;
  answers.clear();
  at('file').value = '';
  see('open');
  at('file').focus();
}

function showPeople(rows) {
  const items = rows.map((row) => {
    const item = document.createElement('li'), button = document.createElement('button');
    const name = document.createElement('b'), shows = document.createElement('span');
    name.textContent = row.name;
    shows.textContent = row.shows;
    button.type = 'button';
    button.append(name, shows);
    button.addEventListener('click', () => openExample(row));
    item.append(button);
    return item;
  });
  at('people-list').replaceChildren(...items);
  at('people').hidden = rows.length === 0;
}

// ---- beginning ----

async function json(path) {
  return JSON.parse(await (await apiBytes(await apiAsk(path))).text());
}

async function begin() {
  if (!apiHasToken()) {
    see('entry');
    return;
  }
  try {
    const [sayings, codes, people] = await Promise.all(
      ['/api/texts/sayings', '/api/texts/codes', '/examples/index.json'].map(json));
    textsLearn(sayings.texts);
    textsLearn(codes.texts);
    textsFill(document);
    at('disclaimer').textContent = say('disclaimer');
    showPeople(people);
    see(person ? 'work' : 'open');
    if (person) workOut();
  } catch (error) {
    if (!isElsewhere(error, begin)) isElsewhere(new Away(), begin);   // it answers, but not this
  }
}

// The token goes out of the address before anything else is done with it.
function takeAddress() {
  const is = location.hash.length > 1 && apiTakeToken(location.hash);
  if (location.hash) history.replaceState(null, '', location.pathname);
  if (is) begin();
  return is;
}

function listen() {
  at('entry-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const is = apiTakeToken(at('token').value);
    at('entry-refused').hidden = is;
    at('token').value = '';
    if (is) begin();
  });
  at('away-retry').addEventListener('click', () => resume());
  at('file').addEventListener('change', () => openFile(at('file').files));
  at('another').addEventListener('click', another);
  document.forms.choice.addEventListener('submit', (event) => event.preventDefault());
  document.forms.choice.addEventListener('change', choose);
  at('stop').addEventListener('click', stop);
  at('retry').addEventListener('click', () => mend());
  at('print').addEventListener('click', showPrint);
  at('save').addEventListener('click', () => {
    const form = formWanted(), blob = answers.get(form);
    const name = `stipple-${form === 'json' ? 'plan.json' : `${form}.html`}`;
    if (blob) showSave(blob, name);
  });
  window.addEventListener('hashchange', takeAddress);
}

function pick(name) {
  tab = name;
  for (const each of ['report', 'data']) {
    at(`tab-${each}`).setAttribute('aria-selected', String(each === name));
    at(`tab-${each}`).tabIndex = each === name ? 0 : -1;
  }
  if (!answers.has(formWanted())) workOut();
  else showForm(formWanted());
}

function listenTabs() {
  for (const name of ['report', 'data'])
    at(`tab-${name}`).addEventListener('click', () => pick(name));
  at('tabs').addEventListener('keydown', (event) => {
    if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    const other = tab === 'report' ? 'data' : 'report';
    pick(event.key === 'Home' ? 'report' : event.key === 'End' ? 'data' : other);
    at(`tab-${tab}`).focus();
  });
  document.addEventListener('keydown', showKey);
}

function listenDrop() {
  const isFile = (event) => event.dataTransfer?.types.includes('Files');
  document.addEventListener('dragover', (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    document.body.classList.add('over');
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) document.body.classList.remove('over');
  });
  document.addEventListener('drop', (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    document.body.classList.remove('over');
    if (apiHasToken() && at('entry').hidden) openFile(event.dataTransfer.files);
  });
}

listen();
listenTabs();
listenDrop();
if (!takeAddress()) begin();
