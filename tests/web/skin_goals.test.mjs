// Goals by zone, and what a plan says of a zone.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';

import { goalsAdd, goalsAt, goalsClosed, goalsLearn, goalsLevels, goalsSaid, goalsTake } from '../../web/skin/goals.js';

goalsLearn('full_face', ['cheeks', 'nose', 'chin']);
const doc = Object.freeze({ goals: Object.freeze([Object.freeze({ indication: 'pores', zones: Object.freeze(['full_face']), severity: { scale: 'gais', value: 2 } })]) });

test('a goal gets the zone, or is a new one', () => {
  deepEqual(goalsAdd(doc, 'pores', ['neck']).goals[0].zones, ['full_face', 'neck']);
  deepEqual(goalsAdd(doc, 'striae', ['back', 'arms']).goals[1], { indication: 'striae', zones: ['back', 'arms'] });
  equal(goalsAdd(doc, 'pores', ['full_face']), doc);
  deepEqual(goalsAdd({}, 'striae', ['back']).goals, [{ indication: 'striae', zones: ['back'] }]);
});

test('one part of the face leaves and the rest stays, with all that is known of the goal', () => {
  const after = goalsTake(doc, 0, ['nose']);
  deepEqual(after.goals[0], { indication: 'pores', zones: ['cheeks', 'chin'], severity: { scale: 'gais', value: 2 } });
  deepEqual(goalsTake(doc, 0, ['full_face']).goals, []);
  deepEqual(doc.goals[0].zones, ['full_face']);
});

test('a goal of the whole face is one of each part of it', () => {
  equal(goalsAt(doc, ['chin']).length, 1);
  equal(goalsAt(doc, ['neck']).length, 0);
});

const finding = (id, is, scope) => ({ id, class: is, scope, because: id });
const screening = {
  closed: [{ zone: 'cheeks', class: 'defer', findings: ['CI-03'] }, { zone: 'neck', device: 'rf', class: 'refuse', findings: ['CI-47'] }],
  findings: [finding('CI-03', 'defer', { person: true }), finding('CI-01', 'refuse', { zones: ['chin'] }), finding('CI-47', 'refuse', { devices: ['rf'] }),
    finding('CI-29', 'caution', { zones: ['nose'], spot: 'tip' }), finding('CI-50', 'refuse', { zones: ['nose'], agents: ['x'] }), finding('CI-14', 'refuse', { zones: ['full_face'] })],
  options: [{ zone: 'cheeks', device: 'pen', verdict: 'defer' }],
};

test('a zone is closed by what closes it as a whole, and by nothing about a device, a substance, or a spot', () => {
  const closed = goalsClosed(screening);
  deepEqual(closed.get('cheeks').map(({ id }) => id), ['CI-03', 'CI-14']);
  deepEqual(closed.get('chin').map(({ id }) => id), ['CI-01', 'CI-14']);
  deepEqual(closed.get('nose').map(({ id }) => id), ['CI-14']);
  equal(closed.has('neck'), false);
  equal(goalsClosed(null).size, 0);
});

test('what is said of a zone is told gravest first', () => {
  const said = goalsSaid({ screening, zones: [{ zone: 'full_face' }, { zone: 'neck' }] }, ['nose']);
  deepEqual(said.findings.map(({ id }) => id), ['CI-50', 'CI-14', 'CI-29']);
  equal(said.planned.length, 1);
  deepEqual(goalsSaid(null, ['nose']), { findings: [], options: [], planned: [] });
});

test('levels follow the planned depth', () => {
  const levels = goalsLevels([{ zone: 'cheeks', depth: { value: 1.5 } }, { zone: 'neck', depth: { value: 0.5 } }, { zone: 'back', depth: { value: 1 } }]);
  deepEqual(['neck', 'back', 'cheeks'].map((zone) => levels.get(zone).level), [2, 3, 4]);
  equal(goalsLevels([{ zone: 'full_face', depth: { value: 1 } }]).get('chin').level, 3);
});
