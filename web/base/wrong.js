// wrong: what went wrong, in the words of the page. A problem of the server is told by its type; its
// own words are kept where they speak of the file, and left out where they speak of the parser.
// SPDX-License-Identifier: Apache-2.0
import { Problem } from './api.js';
import { say } from './texts.js';

// type -> title, and what helps in place of the server's own words
const KINDS = {
  malformed: ['web.error.malformed', 'web.error.malformed.help'],
  content: ['web.error.content', null],
  limit: ['web.error.limit', 'web.error.limit.help'],
  query: ['web.error.query', null],
  'too-large': ['web.open.too_large', null],
  cancelled: ['web.error.cancelled', 'web.error.moment'],
  conflict: ['web.error.cancelled', 'web.error.moment'],
  internal: ['web.error.internal', 'web.error.internal.help'],
  busy: ['web.error.busy', 'web.error.moment'],
  stale: ['web.error.stale', 'web.error.stale.help'],
  stopping: ['web.error.stopping', 'web.away.help'],
};

// "/goals/0/zones/1" as "goals no. 1, zones no. 2"; any other field as it is called on the page.
function placeOf(field) {
  if (!field.startsWith('/')) {
    const label = document.querySelector(`label[for="${CSS.escape(field)}"]`);
    return label ? label.textContent : field;
  }
  return field.slice(1).split('/')
    .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((key) => (/^\d+$/.test(key) ? ` ${say('web.error.item', { n: Number(key) + 1 })}` : `, ${key}`))
    .join('').replace(/^[, ]+/, '');
}

// A problem's detail reads [body:LINE:COLUMN: ]PLACE: WHAT; allowed: WHICH. An error about a key
// names the key, and not what stands behind it.
function partsOf({ detail, field }) {
  const where = detail.match(/^body:\d+:\d+: /);
  const rest = where ? detail.slice(where[0].length) : detail;
  const colon = rest.indexOf(': ');
  const what = field && colon > 0 ? rest.slice(colon + 2) : rest;
  const [words, ...allowed] = what.split('; allowed: ');
  const key = words.match(/^.*: (is no key of [^,]*)(?:, (did you mean .*))?$/s);
  const name = field?.split('/').at(-1).replace(/~1/g, '/').replace(/~0/g, '~');
  const wrong = key && name ? [`${name} ${key[1]}`, key[2]].filter(Boolean).join('; ') : words;
  return { wrong, allowed: allowed.join('; allowed: ') };
}

const NOTHING = { title: '', detail: '', allowed: '', where: '', field: null, exact: '', isFile: false };

// {title, detail, allowed, where, field, exact, isFile}. `kind` is what the file was read as, YAML or JSON, and
// `name` what it is called: `exact` is then the whole message as the command line writes it. Without a
// name there is no file, and its lines are nobody's.
export function wrongOf(error, kind, name = null) {
  if (!(error instanceof Problem)) return { ...NOTHING, title: say('web.error.page') };
  const [title, help] = KINDS[error.slug] ?? [null, null], { field } = error;
  const { wrong, allowed } = partsOf(error), isHelped = help !== null && !field;
  const line = name === null ? null : error.line;
  return {
    title: title ? say(title, { kind }) : error.title,
    detail: isHelped ? say(help) : wrong,
    allowed: isHelped ? '' : allowed,
    where: [field ? placeOf(field) : null, line ? say('web.error.line', { n: line }) : null]
      .filter(Boolean).join('; '),
    field,
    isFile: name !== null,
    exact: line ? error.detail.replace(/^body(?=:\d)/, () => name) : '',
  };
}

// Nobody answered.
export const wrongAway = () => ({ ...NOTHING, title: say('web.away'), detail: say('web.away.help') });

// What the page itself has to say of a file.
export const wrongFile = (id) => ({ ...NOTHING, title: say('web.error.file'), detail: say(id), isFile: true });

// What is wrong with a field before anybody is asked; empty: nothing.
export function wrongField({ id, validity, min }) {
  if (validity.valid) return '';
  if (id !== 'on') return say('web.number.wrong', { min });
  return say(validity.rangeUnderflow || validity.rangeOverflow ? 'web.on.range' : 'web.on.whole');
}
