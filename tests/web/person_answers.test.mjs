// What the questions make of the file: lists with yes, no and unknown, places of facts, what is typed.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';

import {
  amountTyped, factPath, fieldAt, groupCount, groupOf, isWithin, listIs, listPut, numberTyped, ruleOrigin, scaleSteps, vocabularyFind,
} from '../../web/person/answers.js';
import { GROUPS } from '../../web/person/table.js';

const conditions = fieldAt(['conditions']), medications = fieldAt(['medications']), allergies = fieldAt(['allergies']);
const group = (id) => GROUPS.find((one) => one.id === id);

test('an absent list says nothing, a list that is there says no to what it does not name', () => {
  equal(listIs(undefined, 'eczema', conditions), null);
  equal(listIs([], 'eczema', conditions), 'no');
  equal(listIs([{ code: 'eczema' }], 'eczema', conditions), 'yes');
  equal(listIs([{ code: 'eczema', status: 'unknown' }], 'eczema', conditions), 'unknown');
  equal(listIs([{ code: 'nickel', status: 'no' }], 'nickel', allergies), 'no');
  equal(listIs([{ code: 'dapsone', stopped: 'unknown' }], 'dapsone', medications), 'unknown');
});

test('yes, unknown and no are put into a list and leave the rest as it is', () => {
  const before = Object.freeze([Object.freeze({ code: 'lupus', note: 'mild' })]);
  deepEqual(listPut(before, 'eczema', 'yes', conditions), [before[0], { code: 'eczema' }]);
  deepEqual(listPut(before, 'eczema', 'unknown', conditions), [before[0], { code: 'eczema', status: 'unknown' }]);
  deepEqual(listPut(before, 'lupus', 'unknown', conditions), [{ code: 'lupus', note: 'mild', status: 'unknown' }]);
  deepEqual(listPut([{ code: 'lupus', note: 'mild', status: 'unknown' }], 'lupus', 'yes', conditions), [{ code: 'lupus', note: 'mild' }]);
  deepEqual(listPut(before, 'lupus', 'no', conditions), []);
  equal(listPut(before, 'lupus', 'yes', conditions), before);
  deepEqual(listPut(undefined, 'eczema', 'yes', conditions), [{ code: 'eczema' }]);
});

test('the head of a list group counts yes, unknown and lists that were not asked', () => {
  const count = (doc) => groupCount(group('recent'), doc);
  deepEqual(count({}), { yes: 0, unknown: 0, none: 0, open: 2, isLists: true });
  deepEqual(count({ procedures: [], exposures: [{ code: 'tan', date: 'unknown' }] }), { yes: 0, unknown: 1, none: 1, open: 0, isLists: true });
  deepEqual(groupCount(group('health'), { conditions: [{ code: 'lupus' }, { code: 'hiv', status: 'unknown' }] }),
    { yes: 1, unknown: 1, none: 0, open: 0, isLists: true });
});

test('a question that is not asked of this person is not counted as open', () => {
  const skin = groupCount(group('skin'), { phototype: 'unknown' });
  deepEqual(skin, { yes: 0, unknown: 1, none: 0, open: 1, isLists: false });
  const open = (doc) => groupCount(group('about'), doc).open;
  equal(open({ pregnant: 'no' }) - open({ pregnant: 'yes' }), -1, 'the day of birth is asked of who is pregnant alone');
});

test('a fact that is missing has a place in the file', () => {
  const doc = {
    conditions: [{ code: 'keloid', status: 'active' }, { code: 'keloid' }],
    goals: [{ indication: 'pores', diagnosed: 'yes' }, { indication: 'melasma' }],
    given: [{ date: '2026-01-02' }, { date: '2026-02-02', reactions: [{ code: 'redness' }] }],
  };
  deepEqual(factPath(doc, 'inr'), ['inr']);
  deepEqual(factPath(doc, 'conditions'), ['conditions']);
  deepEqual(factPath(doc, 'conditions.keloid.status'), ['conditions', 1, 'status']);
  deepEqual(factPath(doc, 'goals.diagnosed'), ['goals', 1, 'diagnosed']);
  deepEqual(factPath(doc, 'reactions.redness.status'), ['given', 1, 'reactions', 0, 'status']);
  equal(factPath(doc, 'conditions.lupus.status'), null);
  equal(factPath(doc, 'nothing_of_ours'), null);
});

test('places lie in groups and in one another', () => {
  equal(groupOf(['limits', 'budget']).id, 'wishes');
  equal(groupOf(['format']), null);
  equal(fieldAt(['given', 0, 'reactions', 1, 'status']).kind, 'choice');
  equal(fieldAt(['given', 0, 'nothing']), null);
  equal(isWithin(['goals', 0, 'zones', 1], ['goals', 0, 'zones']), true);
  equal(isWithin(['goals', 0], ['goals', 0, 'zones']), false);
});

test('a rule leads to the answer it looked at', () => {
  const about = { about: [{ list: 'medications', codes: ['isotretinoin'] }], cases: [] };
  deepEqual(ruleOrigin(about, { medications: [{ code: 'dapsone' }, { code: 'isotretinoin' }] }), ['medications', 1]);
  deepEqual(ruleOrigin(about, {}), ['medications']);
  deepEqual(ruleOrigin({ cases: [{ where: [{ field: 'person.pregnant', is: ['yes'] }] }] }, {}), ['pregnant']);
  deepEqual(ruleOrigin({ cases: [{ where: [{ field: 'person.age', below: 18 }] }] }, { age: 17 }), ['age']);
  deepEqual(ruleOrigin({ about: [{ list: 'reactions', codes: ['faint'] }] }, { given: [{ reactions: [{ code: 'faint' }] }] }), ['given', 0, 'reactions', 0]);
  equal(ruleOrigin({ cases: [] }, {}), null);
});

test('what is typed becomes a number where it is one, and is handed on as it is where not', () => {
  equal(numberTyped(' 7,1 '), 7.1);
  equal(numberTyped('68'), 68);
  equal(numberTyped(''), undefined);
  equal(numberTyped('seven'), 'seven');
  equal(amountTyped('68', 'kg'), '68 kg');
  equal(amountTyped('1200 EUR', 'USD'), '1200 EUR');
  equal(amountTyped(' ', 'kg'), undefined);
});

test('things of a vocabulary are found by the beginnings of their words, without regard to accents', () => {
  const entries = ['a blood thinner', 'Behçet disease', 'a scar that bled', 'an eczema'].map((label) => ({ code: label, label }));
  const found = (typed) => vocabularyFind(typed, entries).map(({ label }) => label);
  deepEqual(found('bl'), ['a blood thinner', 'a scar that bled']);
  deepEqual(found('behcet'), ['Behçet disease']);
  deepEqual(found('thin bloo'), ['a blood thinner']);
  deepEqual(found('inner'), ['a blood thinner']);
  deepEqual(found('zzz'), []);
  equal(found('').length, 4);
});

test('the steps of a scale are told with their words, or not at all', () => {
  deepEqual(scaleSteps('1: flat marks. 2: mild, can be covered.', 1, 2), [{ value: 1, words: 'flat marks' }, { value: 2, words: 'mild, can be covered' }]);
  deepEqual(scaleSteps('1 no lines; 2 lines at rest. Each class is tied to an age.', 1, 2), [{ value: 1, words: 'no lines' }, { value: 2, words: 'lines at rest' }]);
  equal(scaleSteps('As MASI, without evenness.', 0, 24), null);
  equal(scaleSteps('1 one; 2 two', 1, 3), null);
  equal(scaleSteps('', 1, 4), null);
});
