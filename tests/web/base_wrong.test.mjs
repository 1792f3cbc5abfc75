// A problem of the server is told with its place, and, of a file, in the words of the command line.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { equal } from 'node:assert/strict';

import { rowsOf } from './without_browser.mjs';
import { Problem } from '../../web/base/api.js';
import { textsLearn } from '../../web/base/texts.js';
import { wrongField, wrongOf } from '../../web/base/wrong.js';

textsLearn(rowsOf({
  'web.error.item': 'no. {n}', 'web.error.line': 'line {n}', 'web.error.malformed': 'Cannot be read as {kind}.',
  'web.error.malformed.help': 'Look at this line.', 'web.error.content': 'Cannot be used.',
}));

const KEY = { type: 'urn:stipple:problem:content', field: '/agee', line: 3, column: 1, status: 422,
  detail: 'body:3:1: agee: 41: is no key of a patient, did you mean age?; allowed: name, age' };
const ZONE = { ...KEY, field: '/goals/0/zones/1', line: 2, detail: 'body:2:61: goals[0].zones[1]: chekks: is no code known here; allowed: cheeks, nose' };
const BROKEN = { type: 'urn:stipple:problem:malformed', field: null, line: 1, status: 400,
  detail: 'body:1:6: file: syntax: did not find expected \',\'; allowed: well-formed YAML' };
const told = (body, name = 'a.yaml') => wrongOf(new Problem(body.status, body), 'YAML', name);

test('the exact words are those of the command line, under the name of the file', () => {
  equal(told(KEY, 'me.yaml').exact, 'me.yaml:3:1: agee: 41: is no key of a patient, did you mean age?; allowed: name, age');
  equal(told(BROKEN).exact, BROKEN.detail.replace('body', 'a.yaml'));
});

test('a name that looks like a pattern of replacement stays as it is', () => {
  equal(told(KEY, '$&$1.yaml').exact.startsWith('$&$1.yaml:3:1: agee'), true);
});

test('a key is named by itself, a member of a list by its number', () => {
  equal(told(KEY).detail, 'agee is no key of a patient; did you mean age?');
  equal(told(ZONE).where, 'goals no. 1, zones no. 2; line 2');
  equal(told(ZONE).detail, 'chekks: is no code known here');
  equal(told(ZONE).allowed, 'cheeks, nose');
});

test('of what cannot be read at all the page says what helps, and not what the parser says', () => {
  equal(told(BROKEN).title, 'Cannot be read as YAML.');
  equal(told(BROKEN).detail, 'Look at this line.');
  equal(told(BROKEN).where, 'line 1');
});

test('where there is no file there are no lines', () => {
  const { where, exact, isFile } = wrongOf(new Problem(422, ZONE), 'JSON');
  equal(where, 'goals no. 1, zones no. 2');
  equal(exact, '');
  equal(isFile, false);
  equal(told(ZONE).isFile, true);
});

test('a problem of no known type is told by its own title, and an error of the page as that', () => {
  equal(wrongOf(new Problem(502, { title: '502 Bad Gateway' }), 'YAML').title, '502 Bad Gateway');
  equal(wrongOf(new TypeError('x'), 'YAML').title, 'web.error.page');
});

test('a field is told what is wrong with it', () => {
  equal(wrongField({ id: 'seed', validity: { valid: true } }), '');
  equal(wrongField({ id: 'on', validity: { valid: false, rangeOverflow: true } }), 'web.on.range');
  equal(wrongField({ id: 'on', validity: { valid: false, badInput: true } }), 'web.on.whole');
  equal(wrongField({ id: 'members', min: '1', validity: { valid: false } }), 'web.number.wrong');
});
