// A place in the file is set and taken out without a change to what was there before.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';

import { pathDrop, pathGet, pathOf, pathSet } from '../../web/base/path.js';

const doc = Object.freeze({
  goals: Object.freeze([Object.freeze({ indication: 'pores', zones: Object.freeze(['nose', 'cheeks']) })]),
  limits: Object.freeze({ budget: '900 USD' }),
});

test('what is set stands there and all the rest is shared', () => {
  const after = pathSet(doc, ['limits', 'downtime'], '4 d');
  deepEqual(after.limits, { budget: '900 USD', downtime: '4 d' });
  equal(after.goals, doc.goals);
  deepEqual(doc.limits, { budget: '900 USD' });
});

test('what is missing on the way is made: a list before a number, else an object', () => {
  deepEqual(pathSet({}, ['settings', 'zones', 0, 'zone'], 'nose'), { settings: { zones: [{ zone: 'nose' }] } });
});

test('a member of a list is taken out, and the others close up', () => {
  deepEqual(pathDrop(doc, ['goals', 0, 'zones', 0]).goals[0].zones, ['cheeks']);
});

test('an object that is left empty goes along only where asked', () => {
  deepEqual(pathDrop(doc, ['limits', 'budget']).limits, {});
  equal('limits' in pathDrop(doc, ['limits', 'budget'], true), false);
});

test('taking out what is not there changes nothing', () => {
  equal(pathDrop(doc, ['limits', 'events', 3]), doc);
});

test('a pointer is read as RFC 6901 has it', () => {
  deepEqual(pathOf('/goals/0/zones/1'), ['goals', 0, 'zones', 1]);
  deepEqual(pathOf('/a~1b/m~0n'), ['a/b', 'm~n']);
  equal(pathGet(doc, pathOf('/goals/0/zones/1')), 'cheeks');
  equal(pathGet(doc, pathOf('/goals/7/zones')), undefined);
});
