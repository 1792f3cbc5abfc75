// What is seen on the skin goes into the file, and out of it, and never makes a "no" of what nobody
// asked.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual, equal, throws } from 'node:assert/strict';

import {
  LOOKS, lookBegin, lookClear, lookDrop, lookFound, lookIsFirst, lookPlaces, lookSize, lookSpot, lookSpots, lookState, lookTick, lookZone, lookZones,
} from '../../web/skin/look.js';

const frozen = (value) => {
  if (value && typeof value === 'object') Object.values(value).forEach(frozen);
  return Object.freeze(value);
};
const doc = frozen({
  conditions: [{ code: 'diabetes', status: 'controlled' }, { code: 'acne_inflammatory', status: 'unknown' }, { code: 'tattoo', status: 'history', zones: ['arms'], spot: 'left upper arm' }],
  exposures: [],
});

test('a tick is written down at once, also before its place is known', () => {
  const after = lookTick(doc, 'suspicious_lesion');
  deepEqual(after.conditions.at(-1), { code: 'suspicious_lesion', status: 'active' });
  equal(after.conditions.length, 4);
  equal(lookTick(after, 'suspicious_lesion'), after);
  equal(lookState(after, 'suspicious_lesion'), 'yes');
});

test('the place goes to the tick that has none; the next is a spot of its own; the same again takes it back', () => {
  const one = lookSpot(lookTick(doc, 'raised_lesion'), 'raised_lesion', 'cheeks', 'left cheek, below the eye');
  deepEqual(one.conditions.at(-1), { code: 'raised_lesion', status: 'stable', zones: ['cheeks'], spot: 'left cheek, below the eye' });
  const two = lookSpot(one, 'raised_lesion', 'nose', 'nose, middle, at the tip');
  equal(two.conditions.length, 5);
  deepEqual([...lookPlaces(two, 'raised_lesion')], ['left cheek, below the eye', 'nose, middle, at the tip']);
  deepEqual(lookSpot(two, 'raised_lesion', 'nose', 'nose, middle, at the tip'), one);
});

test('an area find is one entry with its zones, and goes with the last of them', () => {
  const one = lookZone(lookTick(doc, 'skin_infection'), 'skin_infection', 'chin');
  deepEqual(one.conditions.at(-1), { code: 'skin_infection', status: 'active', zones: ['chin'] });
  const two = lookZone(one, 'skin_infection', 'nose');
  deepEqual([...lookZones(two, 'skin_infection')], ['chin', 'nose']);
  equal(two.conditions.length, one.conditions.length);
  deepEqual(lookZone(lookZone(two, 'skin_infection', 'chin'), 'skin_infection', 'nose'), { ...doc, conditions: [...doc.conditions] });
});

test('what was uncertain becomes certain where it stands', () => {
  equal(lookState(doc, 'acne_inflammatory'), 'unknown');
  const after = lookTick(doc, 'acne_inflammatory');
  deepEqual(after.conditions[1], { code: 'acne_inflammatory', status: 'active' });
  equal(after.conditions.length, 3);
});

test('sun is an exposure that goes on, whose day need not be known', () => {
  deepEqual(lookTick(doc, 'tan').exposures, [{ code: 'tan', resolved: 'ongoing' }]);
  deepEqual(lookTick({ exposures: [{ code: 'sunburn', date: 'unknown' }] }, 'sunburn').exposures, [{ code: 'sunburn', resolved: 'ongoing' }]);
  deepEqual(lookTick({ exposures: [{ code: 'sunburn', date: '2026-03-01', resolved: 'unknown' }] }, 'sunburn').exposures, [{ code: 'sunburn', date: '2026-03-01', resolved: 'ongoing' }]);
  equal(lookState({ exposures: [{ code: 'tan', date: '2026-02-01', resolved: '2026-02-10' }] }, 'tan'), 'no');
});

test('what is over is not seen, but a tattoo and a raised scar stay', () => {
  equal(lookState({ conditions: [{ code: 'actinic_keratosis', status: 'resolved' }] }, 'actinic_keratosis'), 'no');
  equal(lookState({ conditions: [{ code: 'skin_infection', status: 'history' }] }, 'skin_infection'), 'no');
  equal(lookState({ conditions: [{ code: 'keloid', status: 'history' }] }, 'keloid'), 'yes');
  equal(lookState(doc, 'tattoo'), 'yes');
});

test('taken back, nothing of it stays and all else does', () => {
  const after = lookClear(lookSpot(doc, 'tattoo', 'cheeks', 'right cheek'), 'tattoo');
  deepEqual(after.conditions, [doc.conditions[0], doc.conditions[1]]);
  equal(lookClear(doc, 'open_wound'), doc);
  deepEqual(lookDrop(doc, 'conditions', 2).conditions, doc.conditions.slice(0, 2));
});

test('a list that nobody answered is begun with all else unknown, or with nothing else where that was asked', () => {
  const bare = frozen({ goals: [] });
  equal(lookIsFirst(bare, 'tattoo'), true);
  equal(lookIsFirst(doc, 'tattoo'), false);
  const unknown = lookTick(lookBegin(bare, ['diabetes', 'hiv']), 'tattoo');
  deepEqual(unknown.conditions, [{ code: 'diabetes', status: 'unknown' }, { code: 'hiv', status: 'unknown' }, { code: 'tattoo', status: 'stable' }]);
  deepEqual(lookTick(lookBegin(bare, []), 'tattoo').conditions, [{ code: 'tattoo', status: 'stable' }]);
});

test('spots are numbered in the order of the file, those that are over are not', () => {
  const file = { conditions: [{ code: 'tattoo', spot: 'a', zones: ['cheeks'] }, { code: 'actinic_keratosis', status: 'resolved', spot: 'b' }, { code: 'skin_cancer', status: 'active', spot: 'c' }] };
  deepEqual(lookSpots(file).map(({ at, n }) => [at, n]), [[0, 1], [2, 2]]);
  deepEqual(lookSize(file, 0, '4 mm').conditions[0].size, '4 mm');
  equal('size' in lookSize(lookSize(file, 0, '4 mm'), 0, '').conditions[0], false);
});

test('nothing of the file is changed in place', () => {
  for (const { code, kind } of LOOKS) {
    lookTick(doc, code);
    lookClear(doc, code);
    if (kind === 'spot') lookSpot(doc, code, 'cheeks', 'left cheek');
    else lookZone(doc, code, 'cheeks');
  }
  throws(() => { doc.conditions[0].status = 'x'; });
  equal(lookFound(doc).length, 2);
});
