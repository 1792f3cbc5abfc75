// What is typed in the palette finds the line that is meant.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual } from 'node:assert/strict';

import { matchRows } from '../../web/shell/match.js';

const LINES = ['Undo', 'Print the report', 'Save the report', 'Print the person\'s sheet', 'Décolleté'];
const matched = (typed) => matchRows(LINES, typed, (line) => line);

test('nothing typed leaves every line, in its order', () => {
  deepEqual(matched(''), LINES);
  deepEqual(matched('  '), LINES);
});

test('every word has to be found, in any order', () => {
  deepEqual(matched('report print'), ['Print the report']);
  deepEqual(matched('report sheet'), []);
});

test('what begins a line comes before what begins a word, and that before what stands inside one', () => {
  deepEqual(matched('re'), ['Print the report', 'Save the report']);
  deepEqual(matchRows(['sapling', 'the plan', 'plan'], 'pl', (line) => line), ['plan', 'the plan', 'sapling']);
});

test('case and accents do not count', () => {
  deepEqual(matched('DECOL'), ['Décolleté']);
  deepEqual(matched('dé'), ['Décolleté']);
});
