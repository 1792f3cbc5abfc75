// app: the page. One file is open at a time; each choice asks the server anew, and of several
// requests the newest counts. Nothing of a person goes into the address, the title or any storage,
// and nothing of one person or of what was chosen for them goes on to the next.
// SPDX-License-Identifier: Apache-2.0
import {
  Away, NoToken, Problem, apiAsk, apiBytes, apiDropToken, apiFollow, apiHasToken, apiId, apiIsGood,
  apiStop, apiTakeToken,
} from '/api.js';
import {
  showData, showDate, showField, showKey, showNothing, showPrint, showReport, showSave, showTrouble,
  showVerdict,
} from '/show.js';
import { say, textsFill, textsLearn } from '/texts.js';
import { wrongAway, wrongField, wrongOf } from '/wrong.js';

const FILE_BYTES = 1024 * 1024;   // what the server takes
const PATIENCE_MS = 300;          // before this nobody is told that something is being worked out
const TYPING_MS = 600;            // so long nothing was typed: it is meant
const ANSWERS = 12;               // of one person that are kept, for choices that are made again
const STEM = 40;                  // characters of a file's name in the name of what is saved
const FIELDS = ['on', 'members', 'seed'];

const at = (id) => document.getElementById(id);
const page = apiId();
let person = null;           // {name, stem, bytes, type, answers} of the file that is open
let tab = 'report';          // or 'data'
let shown = '';              // which answer stands on the page
let asked = '';              // which one was asked for last
let turn = 0;                // of the newest request
let opening = 0;             // of the newest file that is to be opened
let running = null;          // {abort, work} of it, while it lasts
let typing = 0;              // the timer that waits for the end of typing
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
    showNothing();
    see('entry');
    at('token').focus();
    return true;
  }
  if (!(error instanceof Away)) return false;
  see('away');
  at('away-retry').focus();
  return true;
}

// What is wrong with what was to be opened is said where the reader is; who is open stays open.
function note(id) {
  at('note').hidden = id === null;
  at('note').textContent = id ? say(id) : '';
  if (id) at('note').scrollIntoView({ block: 'nearest' });
}

// ---- choices ----

const choices = () => FIELDS.map((id) => at(id).value).join(' ');
const formWanted = () => (tab === 'data' ? 'json' : document.forms.choice.elements.reader.value);

function query(form) {
  const wanted = new URLSearchParams();
  if (form) wanted.set('as', form);
  wanted.set('on', at('on').value);
  if (form && at('members').value) wanted.set('members', at('members').value);
  if (form && at('seed').value) wanted.set('seed', at('seed').value);
  return wanted;
}

function markForm() {
  const isSheet = document.forms.choice.elements.reader.value === 'sheet';
  for (const each of ['report', 'data']) {
    at(`tab-${each}`).setAttribute('aria-selected', String(each === tab));
    at(`tab-${each}`).tabIndex = each === tab ? 0 : -1;
  }
  at('reader').hidden = tab === 'data';
  at('tab-report').textContent = say(isSheet ? 'web.tab.sheet' : 'web.tab.report');
  at('save').textContent = tab === 'data' ? say('web.save.data')
    : say(isSheet ? 'web.save.sheet' : 'web.save.report');
}

function setForm(form) {
  tab = form === 'json' ? 'data' : 'report';
  if (form !== 'json') document.forms.choice.elements.reader.value = form;
  markForm();
}

// What is shown while something newer is meant or worked out can be read, and no more.
function refresh() {
  const isBusy = running !== null || typing !== 0;
  at('answer').setAttribute('aria-busy', String(isBusy));
  at('print').disabled = isBusy;
  at('save').disabled = isBusy;
}

function settle() {
  clearTimeout(typing);
  typing = 0;
  running?.abort.abort();
  running = null;
  at('progress').hidden = true;
  at('verdict').hidden = tab !== 'data' || at('answer').hidden;
  refresh();
}

// The choices as they stand: an answer to others does not stay beside them.
function choose() {
  if (!person) return;
  clearTimeout(typing);
  typing = 0;
  note(null);
  const on = at('on').validity.valid;
  at('on-words').textContent = on ? showDate(at('on').value) : '';
  if (FIELDS.every((id) => at(id).validity.valid)) {
    markForm();
    if (asked === `${formWanted()} ${choices()}`) refresh();
    else workOut();
    return;
  }
  turn++;
  asked = '';
  at('answer').hidden = true;
  showTrouble(null);
  settle();
  for (const id of FIELDS) showField(id, wrongField(at(id)));
}

function typed() {
  clearTimeout(typing);
  typing = setTimeout(choose, TYPING_MS);
  refresh();
}

// ---- asking ----

function showProgress() {
  at('bar').removeAttribute('value');
  at('share').textContent = '';
  at('earlier').hidden = at('answer').hidden;
  at('progress').hidden = false;
  at('verdict').hidden = at('verdict-words').textContent === '';
  at('progress').scrollIntoView({ block: 'nearest' });
}

function follow(work, signal) {
  apiFollow(work, (share) => {
    at('bar').value = share;
    at('share').textContent = say('web.working.share', { share: Math.floor(100 * share) });
  }, signal);
}

// Runs `act` after a while, unless what it belongs to has ended.
function later(act, signal) {
  const timer = setTimeout(act, PATIENCE_MS);
  signal.addEventListener('abort', () => clearTimeout(timer));
}

async function ask(path, work, signal) {
  const { bytes, type } = person;
  const response = await apiAsk(path, { method: 'POST', body: bytes, type, page, work, signal });
  return apiBytes(response);
}

// From what was worked out for this person before, else from the server.
async function answerOf(name, path, work, signal) {
  const { answers } = person;
  if (answers.has(name)) return answers.get(name);
  if (work) later(() => follow(work, signal), signal);
  const blob = await ask(path, work, signal);
  if (answers.size >= ANSWERS) answers.delete(answers.keys().next().value);
  answers.set(name, blob);
  return blob;
}

async function showForm(form, blob) {
  if (form === 'json') showData(await blob.text());
  else await showReport(blob);
  if (form !== formWanted() || !person) return;
  at('panel-report').hidden = form === 'json';
  at('panel-data').hidden = form !== 'json';
  at('print').hidden = form === 'json';
  at('answer').hidden = false;
}

// Asks for what the page is to show and does not have. A newer call takes the place of this one.
async function workOut() {
  const mine = ++turn, form = formWanted(), chosen = choices(), work = apiId();
  settle();
  showTrouble(null);
  markForm();
  at('told').textContent = '';
  asked = `${form} ${chosen}`;
  running = { abort: new AbortController(), work };
  const { signal } = running.abort;
  later(showProgress, signal);
  refresh();
  try {
    const screening = await answerOf(`screen ${chosen}`, `/api/screen?${query()}`, null, signal);
    const verdict = JSON.parse(await screening.text());
    if (mine !== turn) return;
    showVerdict(verdict);
    at('verdict').hidden = at('progress').hidden;
    const blob = await answerOf(`${form} ${chosen}`, `/api/plan?${query(form)}`, work, signal);
    if (mine !== turn) return;
    await showForm(form, blob);
    if (mine !== turn) return;
    shown = asked;
    at('told').textContent = say('web.done');
  } catch (error) {
    if (mine === turn) fail(error);
  } finally {
    if (mine === turn) settle();
  }
}

// What answers the same choices stays on the page when the server cannot be had for another form.
function fail(error) {
  const isAway = error instanceof Away, isOurs = isAway || error.status >= 500 || error.status === 409;
  const wanted = formWanted(), [form, ...chosen] = shown.split(' ');
  const isKept = isOurs && !at('answer').hidden && chosen.join(' ') === choices();
  asked = '';
  if (isKept) setForm(form);
  else at('answer').hidden = true;
  if (error instanceof NoToken) {
    isElsewhere(error, workOut);
    return;
  }
  const isChoice = Boolean(error.field) && !error.field.startsWith('/');
  const isFile = error instanceof Problem && !isOurs;
  mend = isFile ? () => at('file').click() : () => {
    if (isKept) setForm(wanted);
    workOut();
  };
  showTrouble(isAway ? wrongAway() : wrongOf(error, /json/.test(person.type) ? 'JSON' : 'YAML'),
    isChoice ? null : say(isFile ? 'web.error.choose' : 'web.error.retry'));
  at('file').value = '';
  if (!isAway && !(error instanceof Problem)) throw error;   // of the page itself: for the console
}

function stop() {
  if (!running) return;
  apiStop(running.work);
  turn++;
  asked = '';
  at('answer').hidden = true;
  settle();
  mend = workOut;
  showTrouble({ title: say('web.stopped'), detail: say('web.stopped.detail'), calm: true },
    say('web.again'));
  at('retry').focus();
}

// ---- opening a file ----

function today() {
  const now = new Date();
  const two = (n) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

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

// Nothing of who was open stays on the page.
function leave() {
  turn++;
  opening++;
  person = null;
  shown = asked = '';
  showNothing();
  settle();
  note(null);
  document.forms.choice.reset();
  setForm('report');
  at('more').open = false;
  at('file-name').textContent = '';
  at('on-words').textContent = '';
  at('file').value = '';
}

function openBytes(path, name, bytes, on, isInvented) {
  leave();
  person = { name, stem: stemOf(path), bytes, type: typeOf(path, bytes), answers: new Map() };
  at('file-name').textContent = name;
  at('invented').hidden = !isInvented;
  at('on').value = on;
  if (!history.state?.isOpen) history.pushState({ isOpen: true }, '', location.pathname);
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
  const mine = ++opening;
  try {
    const bytes = await file.arrayBuffer();
    if (mine === opening) openBytes(file.name, file.name, bytes, today(), false);
  } catch {
    note('web.open.unreadable');
  }
}

async function openExample(row) {
  const mine = ++opening;
  try {
    const bytes = await (await apiBytes(await apiAsk(`/${row.file}`))).arrayBuffer();
    if (mine === opening) openBytes(row.file, row.name, bytes, row.on, true);
  } catch (error) {
    if (mine !== opening) return;
    if (!isElsewhere(error, () => { see('open'); openExample(row); })) note('web.open.unreadable');
  }
}

function another() {
  leave();
  history.replaceState(null, '', location.pathname);
  see('open');
  at('file').focus();
}

function showPeople(rows) {
  const items = rows.sort((a, b) => a.name.localeCompare(b.name)).map((row) => {
    const item = document.createElement('li'), button = document.createElement('button');
    const name = document.createElement('b'), shows = document.createElement('span');
    item.dir = 'auto';
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

// The token goes out of the address before anything else is done with it. One that is good is not
// given up for one that is not. True: there is a new one.
async function takeAddress() {
  const { hash } = location;
  history.replaceState(person ? { isOpen: true } : null, '', location.pathname);
  if (hash.length < 2 || (apiHasToken() && !await apiIsGood(hash))) return false;
  return apiTakeToken(hash);
}

function takeTyped(event) {
  event.preventDefault();
  const typedIn = at('token').value, is = apiTakeToken(typedIn);
  at('entry-refused').hidden = true;
  at('entry-partial').hidden = is;
  at('entry-drop').hidden = true;
  at('token').value = '';
  if (is) begin();
}

function save() {
  const form = formWanted(), blob = person?.answers.get(shown);
  const kind = { json: 'plan', report: 'report', sheet: 'sheet' }[form];
  const name = ['stipple', person?.stem, kind, at('on').value].filter(Boolean).join('-');
  if (blob) showSave(blob, `${name}.${form === 'json' ? 'json' : 'html'}`);
}

function listen() {
  at('entry-form').addEventListener('submit', takeTyped);
  at('away-retry').addEventListener('click', () => resume());
  at('file').addEventListener('change', () => openFile(at('file').files));
  at('another').addEventListener('click', another);
  document.forms.choice.addEventListener('submit', (event) => {
    event.preventDefault();
    choose();
  });
  document.forms.choice.addEventListener('input', typed);
  document.forms.choice.addEventListener('change', (event) => {
    if (event.target !== at('on')) choose();   // a day changes with every digit of it
  });
  at('stop').addEventListener('click', stop);
  at('retry').addEventListener('click', () => mend());
  at('print').addEventListener('click', showPrint);
  at('save').addEventListener('click', save);
  window.addEventListener('hashchange', async () => { if (await takeAddress()) begin(); });
  window.addEventListener('popstate', () => {   // Back is "Another file"
    if (!person || history.state?.isOpen || location.hash) return;
    if (apiHasToken()) another();
    else leave();
  });
}

function pick(name) {
  tab = name;
  choose();
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
    if (!at('open').hidden || !at('work').hidden) openFile(event.dataTransfer.files);
    else at('entry-drop').hidden = at('entry').hidden;
  });
}

listen();
listenTabs();
listenDrop();
await takeAddress();
begin();
