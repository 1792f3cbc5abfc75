// What nobody may overlook is told first; what was not asked is told as that, and never as a no.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';

import { rowsOf } from './without_browser.mjs';
import { textsLearn } from '../../web/base/texts.js';
import { chipsOf } from '../../web/shell/chips.js';

textsLearn(rowsOf({
  'web.banner.allergies': 'Allergy: {what}', 'web.banner.perhaps': '{what} (not certain)',
  'web.banner.takes': 'Takes {what}', 'web.banner.took': 'Took {what} until {until}',
  'web.banner.implants': 'Implant: {what}', 'web.banner.skin': 'Skin type {type}',
}));

const ON = '2026-03-02';
const NOTHING_TOLD = { format: 'stipple-patient/1' };
const ALL_NO = { allergies: [], medications: [], implants: [], conditions: [], pregnant: 'no', sex: 'female', phototype: 2 };
const of = (doc, id) => chipsOf(doc, ON).filter((chip) => chip.id === id);

test('what was not asked is open, each of it', () => {
  const chips = chipsOf(NOTHING_TOLD, ON);
  deepEqual(chips.map((chip) => chip.id).sort(),
    ['allergies', 'cold-sores', 'implants', 'pregnant', 'skin-type', 'thinner']);
  ok(chips.every((chip) => chip.level === 'open'));
});

test('an empty list is a no', () => {
  ok(chipsOf(ALL_NO, ON).every((chip) => chip.level === 'plain'));
});

test('what to mind stands before all else', () => {
  const levels = chipsOf({ ...NOTHING_TOLD, phototype: 3, implants: [{ code: 'pacemaker' }] }, ON).map((chip) => chip.level);
  deepEqual([...new Set(levels)], ['care', 'open', 'plain']);
});

test('an allergy that is not certain is told with its doubt, one that is denied is not told', () => {
  const rows = [{ code: 'latex', status: 'unknown' }, { code: 'nickel' }, { code: 'paba', status: 'no' }];
  deepEqual(of({ allergies: rows }, 'allergies').map((chip) => chip.words), ['Allergy: latex (not certain), nickel']);
  equal(of({ allergies: [{ code: 'paba', status: 'no' }] }, 'allergies')[0].level, 'plain');
});

test('a blood thinner counts until the day it was stopped', () => {
  const at = (stopped) => of({ medications: [{ code: 'anticoagulant', ...(stopped && { stopped }) }] }, 'thinner')[0];
  equal(at('ongoing').words, 'Takes anticoagulant');
  equal(at('unknown').words, 'Takes anticoagulant (not certain)');
  equal(at(undefined).words, 'Takes anticoagulant (not certain)');
  equal(at('2026-03-03').level, 'care');
  deepEqual([at('2026-03-02').level, at('2026-03-02').words], ['plain', 'Took anticoagulant until 2 March 2026']);
});

test('pregnancy is not asked of a man, and told of whoever says yes', () => {
  equal(of({ sex: 'male' }, 'pregnant').length, 0);
  equal(of({ sex: 'male', pregnant: 'yes' }, 'pregnant')[0].level, 'care');
  equal(of({ sex: 'other', pregnant: 'unknown' }, 'pregnant')[0].level, 'open');
});

test('a skin type stands in Roman numerals, and an unknown one stays open', () => {
  equal(of({ phototype: 6 }, 'skin-type')[0].words, 'Skin type VI');
  equal(of({ phototype: 'unknown' }, 'skin-type')[0].level, 'open');
});

test('a language is named, and what is no code of one is shown as it was written', () => {
  equal(of({ languages: ['bg', 'en'] }, 'languages')[0].words, 'Bulgarian, English');
  equal(of({ languages: ['Tamil (Jaffna)'] }, 'languages')[0].words, 'Tamil (Jaffna)');
});
