// Every question of the table has its words, and every word of the room is used.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

import { GROUPS } from '../../web/person/table.js';

const at = (path) => new URL(`../../${path}`, import.meta.url);
const written = [...readFileSync(at('knowledge/texts_web_person.yaml'), 'utf8').matchAll(/\bid: (web\.person\.[\w.]+)/g)].map(([, id]) => id);
const source = readdirSync(at('web/person')).filter((name) => /\.jsx?$/.test(name)).map((name) => readFileSync(at(`web/person/${name}`), 'utf8')).join('\n');

// What is said by the table: groups, labels, answers.
function ofTable() {
  const ids = new Set(GROUPS.map(({ id }) => `web.person.group.${id}`));
  const visit = (field) => {
    ids.add(`web.person.key.${field.label ?? field.key}`);
    if (field.kind === 'choice' && Array.isArray(field.of)) for (const code of field.of) ids.add(`web.person.${field.words ?? 'is'}.${code}`);
    if (field.kind === 'day') for (const word of field.of) ids.add(`web.person.day.${word}`);
    if (field.kind === 'contact') for (const part of ['name', 'phone']) ids.add(`web.person.key.${field.key}.${part}`);
    field.fields?.forEach(visit);
  };
  GROUPS.forEach((group) => group.fields.forEach(visit));
  return ids;
}

test('every group, question and answer of the table has words', () => {
  deepEqual([...ofTable()].filter((id) => !written.includes(id)), []);
});

test('every id that is said is written, and every one that is written is said', () => {
  const said = new Set([...source.matchAll(/'(web\.person\.[\w.]+)'/g)].map(([, id]) => id));
  deepEqual([...said].filter((id) => !written.includes(id)), []);
  // Labels of questions that stand in no table, units and lists that are put together from a code.
  const made = new Set(['key.decided_by', 'key.scale', 'unit.days', 'unit.weeks', 'is.yes', 'is.no'].map((id) => `web.person.${id}`));
  deepEqual(written.filter((id) => !said.has(id) && !ofTable().has(id) && !made.has(id)), []);
});

test('no id is written twice, and no question stands twice in its place', () => {
  deepEqual(written.filter((id, i) => written.indexOf(id) !== i), []);
  const keys = GROUPS.flatMap((group) => group.fields.map(({ key }) => key));
  deepEqual(keys.filter((key, i) => keys.indexOf(key) !== i), []);
  ok(keys.length > 30);
});
