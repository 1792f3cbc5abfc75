// show: an answer on the page: the verdict in a line, the report in its frame, the data as text, and
// what went wrong. Texts go in as text; the report goes into a frame in which no script runs.
// SPDX-License-Identifier: Apache-2.0
import { say } from '/texts.js';

const at = (id) => document.getElementById(id);
let url = null;        // of the report that is shown
let watcher = null;    // of the height of the report

// As the reports write it: 6 July 2026.
function dateOf(day) {
  const [year, month, date] = day.split('-').map(Number), { lang } = document.documentElement;
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC',
  }).format(new Date(Date.UTC(year, month - 1, date)));
}

function verdictWords(screening) {
  const { verdict, until } = screening;
  if (verdict === 'defer' && until) return say('report.verdict.defer_until', { until: dateOf(until) });
  if (verdict === 'refuse') return say('web.verdict.refuse');
  return say(`report.verdict.${verdict}`);
}

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

// The page as a whole is of no use on paper; the report is.
export function showKey(event) {
  const isPrint = (event.ctrlKey || event.metaKey) && event.key === 'p';
  if (!isPrint || at('answer').hidden || at('panel-report').hidden) return;
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

// "/goals/0/zones/1" as "goals, entry 1, zones, entry 2"; any other field as it is called on the page.
function placeOf(field) {
  if (!field.startsWith('/')) {
    const label = document.querySelector(`label[for="${CSS.escape(field)}"]`);
    return label ? label.textContent : field;
  }
  return field.slice(1).split('/')
    .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((key) => (/^\d+$/.test(key) ? say('web.error.item', { n: Number(key) + 1 }) : key))
    .join(', ');
}

// A problem's detail reads [body:LINE:COLUMN: ]PLACE: WHAT; allowed: WHICH. The page says the place
// in words of its own, and the rest as it is.
function detailOf({ detail, field }) {
  const where = detail.match(/^body:(\d+):\d+: /);
  const rest = where ? detail.slice(where[0].length) : detail;
  const colon = rest.indexOf(': ');
  const what = field && colon > 0 ? rest.slice(colon + 2) : rest;
  const [wrong, ...allowed] = what.split('; allowed: ');
  return { wrong, allowed: allowed.join('; allowed: '), line: where ? where[1] : null };
}

function tell(id, words) {
  at(id).textContent = words;
  at(id).closest('.told').hidden = words === '';
}

// Null: there is none. `again` is what its button offers, null for no button; `calm` that nothing is
// wrong.
export function showTrouble(trouble, again = null) {
  at('trouble').hidden = trouble === null;
  for (const id of ['on', 'members', 'seed'])
    at(id).toggleAttribute('aria-invalid', trouble?.field === id);
  if (trouble === null) return;
  at('trouble-title').textContent = trouble.title;
  const { wrong, allowed, line } = detailOf(trouble);
  tell('trouble-detail', wrong);
  tell('trouble-allowed', allowed);
  tell('trouble-where', [trouble.field ? placeOf(trouble.field) : null,
    line ? say('web.error.line', { n: line }) : null].filter(Boolean).join('; '));
  at('trouble').classList.toggle('calm', Boolean(trouble.calm));
  at('retry').hidden = again === null;
  at('retry').textContent = again ?? '';
  if (trouble.field === 'members' || trouble.field === 'seed') at('more').open = true;
  at('trouble').scrollIntoView({ block: 'nearest' });
}
