// show: an answer on the page: the verdict in a line, the report in its frame, the data as text, and
// what went wrong. Texts go in as text; the report goes into a frame in which no script runs.
// SPDX-License-Identifier: Apache-2.0
import { say } from '/texts.js';

const at = (id) => document.getElementById(id);
let url = null;        // of the report that is shown
let watcher = null;    // of the height of the report

// As the reports write it: 6 July 2026.
export function showDate(day) {
  const [year, month, date] = day.split('-').map(Number), { lang } = document.documentElement;
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC',
  }).format(new Date(Date.UTC(year, month - 1, date)));
}

function verdictWords(screening) {
  const { verdict, until } = screening;
  if (verdict === 'defer' && until) return say('report.verdict.defer_until', { until: showDate(until) });
  if (verdict === 'refuse') return say('web.verdict.refuse');
  return say(`report.verdict.${verdict}`);
}

// The report says it itself: the line is for who waits for it, or reads the data.
export function showVerdict(screening) {
  at('verdict').hidden = screening === null;
  if (screening === null) return;
  at('verdict-class').className = `class ${screening.verdict}`;
  at('verdict-class').textContent = say(`classes.${screening.verdict}`);
  at('verdict-words').textContent = verdictWords(screening);
}

// The frame is as high as its report, so that the page scrolls as one.
function fit(frame) {
  const root = frame.contentDocument?.documentElement;
  if (root) frame.style.height = `${Math.ceil(root.getBoundingClientRect().height)}px`;
}

export function showPrint() {
  at('frame').contentWindow.print();
}

// The page as a whole is of no use on paper; the report is, where its button would print it.
export function showKey(event) {
  const isPrint = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'p';
  if (!isPrint || !at('print').checkVisibility() || at('print').disabled) return;
  event.preventDefault();
  showPrint();
}

// A blob has the policy of this page, which names the style sheet of the reports.
export function showReport(blob) {
  const frame = at('frame'), old = url;
  url = URL.createObjectURL(new Blob([blob], { type: 'text/html;charset=utf-8' }));
  watcher?.disconnect();
  return new Promise((resolve) => {
    frame.onload = () => {
      frame.contentDocument.addEventListener('keydown', showKey);
      if (old) URL.revokeObjectURL(old);
      watcher = new ResizeObserver(() => fit(frame));
      watcher.observe(frame.contentDocument.documentElement);
      fit(frame);
      resolve();
    };
    frame.contentWindow.location.replace(url);   // no step of its own in the history
  });
}

// Nothing of an answer stays on the page: the frame goes with its report.
export function showNothing() {
  const frame = at('frame'), empty = frame.cloneNode();
  watcher?.disconnect();
  empty.removeAttribute('style');
  frame.replaceWith(empty);
  if (url) URL.revokeObjectURL(url);
  url = null;
  at('data').textContent = '';
  at('answer').hidden = true;
  showVerdict(null);
  showTrouble(null);
}

export function showData(text) {
  at('data').textContent = JSON.stringify(JSON.parse(text), null, 2);
}

export function showSave(blob, name) {
  const link = document.createElement('a'), address = URL.createObjectURL(blob);
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

function tell(id, words) {
  at(id).textContent = words;
  at(id).closest('.told').hidden = words === '';
}

// What is wrong with a field is said beside it; empty: nothing is.
export function showField(id, words) {
  at(`${id}-wrong`).textContent = words;
  at(`${id}-wrong`).hidden = words === '';
  if (words) at(id).setAttribute('aria-invalid', 'true');
  else at(id).removeAttribute('aria-invalid');
  if (words && at('more').contains(at(id))) at('more').open = true;
}

// Null: there is none. `again` is what its button offers, null for no button; `calm` that nothing is
// wrong. Who was nowhere in particular is led there.
export function showTrouble(trouble, again = null) {
  at('trouble').hidden = trouble === null;
  for (const id of ['on', 'members', 'seed'])
    showField(id, trouble?.field === id ? trouble.detail : '');
  if (trouble === null) return;
  at('trouble-title').textContent = trouble.title;
  tell('trouble-detail', trouble.detail);
  tell('trouble-allowed', trouble.allowed ?? '');
  tell('trouble-where', trouble.where ?? '');
  at('trouble').classList.toggle('calm', Boolean(trouble.calm));
  at('retry').hidden = again === null;
  at('retry').textContent = again ?? '';
  at('trouble').scrollIntoView({ block: 'nearest' });
  if ([document.body, at('file-name')].includes(document.activeElement)) at('trouble-title').focus();
}
