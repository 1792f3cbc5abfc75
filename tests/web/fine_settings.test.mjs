// What is asked for stands in the file where the server reads it, and leaves nothing behind.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';

import {
  settingsAdvice, settingsAdvised, settingsAsked, settingsCount, settingsLast, settingsShown, settingsTrack, settingsWith, settingsWithout,
} from '../../web/fine/settings.js';

const frozen = (value) => {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
};
const depth = { id: 'depth', zone: 'cheeks', unit: 'mm', value: 1.25, advised: 1.25, low: 0.25, high: 2.5 };
const temples = { ...depth, zone: 'temples', value: 0.75 };
const passes = { id: 'passes', zone: 'cheeks', unit: '1', value: 4, advised: 4 };
const sessions = { id: 'sessions', unit: '1', value: 4, advised: 4 };
const interval = { id: 'interval', unit: 'd', value: 28, advised: 28 };
const needles = { id: 'cartridge', zone: 'cheeks', code: 'pen_14', advised_code: 'pen_14', choices: [{ code: 'pen_12', label: '12' }, { code: 'pen_14', label: '14' }] };
const cover = { id: 'cover_after', code: 'none', advised_code: 'none', choices: [{ code: 'none', label: '' }, { code: 'film', label: '' }] };
const lengths = { id: 'depth', zone: 'cheeks', unit: 'mm', value: 0.5, advised: 0.5, choices: [{ code: '0.5 mm', label: '', value: 0.5 }, { code: '1.0 mm', label: '', value: 1 }] };
const all = [depth, temples, passes, needles, interval, sessions, cover];
const bare = frozen({ name: 'A' });

test('numbers are written with their units, counts and codes without', () => {
  let doc = bare;
  for (const [control, value] of [[depth, 1.5], [passes, 6], [needles, 'pen_12'], [temples, 1], [interval, 42], [sessions, 5], [cover, 'film']])
    doc = frozen(settingsWith(doc, control, value));
  deepEqual(doc, { name: 'A', cover_after: 'film',
    settings: { zones: [{ zone: 'cheeks', depth: '1.5 mm', passes: 6, cartridge: 'pen_12' }, { zone: 'temples', depth: '1 mm' }], interval: '42 d', sessions: 5 } });
  deepEqual(all.map((control) => settingsAsked(doc, control)), [1.5, 1, 6, 'pen_12', 42, 5, 'film']);
  equal(settingsCount(doc, all), 7);
});

test('what is taken back leaves no empty row, list or mapping', () => {
  const doc = frozen(settingsWith(settingsWith(bare, depth, 1.5), passes, 6));
  const one = frozen(settingsWithout(doc, depth, all));
  deepEqual(one, { name: 'A', settings: { zones: [{ zone: 'cheeks', passes: 6 }] } });
  deepEqual(settingsWithout(one, passes, all), bare);
  deepEqual(settingsWithout(frozen(settingsWith(bare, interval, 42)), interval, all), bare);
  equal(settingsWithout(bare, depth, all), bare);
});

test('a depth for all zones counts until a zone has its own, and taking one back leaves the others', () => {
  const doc = frozen({ depth: '2 mm' });
  equal(settingsAsked(doc, depth), 2);
  equal(settingsAsked(settingsWith(doc, depth, 1), depth), 1);
  equal(settingsAsked(settingsWith(doc, depth, 1), temples), 2);
  deepEqual(settingsWithout(doc, depth, all), { settings: { zones: [{ zone: 'temples', depth: '2 mm' }] } });
});

test('all as advised takes everything that can be set and nothing else', () => {
  deepEqual(settingsAdvised(frozen({ name: 'A', depth: '2 mm', cover_after: 'film', settings: { sessions: 2 }, limits: {} })), { name: 'A', limits: {} });
});

test('what is shown is what is asked for, else what the plan uses', () => {
  equal(settingsShown(bare, depth), 1.25);
  equal(settingsShown(frozen(settingsWith(bare, depth, 2)), depth), 2);
  equal(settingsShown(bare, needles), 'pen_14');
  equal(settingsAdvice(cover), 'none');
});

test('a length of needles is a choice by its number, however it is written', () => {
  equal(settingsShown(bare, lengths), '0.5 mm');
  equal(settingsAsked(frozen({ depth: '1 mm' }), lengths), '1.0 mm');
  deepEqual(settingsWith(bare, lengths, '1.0 mm').settings, { zones: [{ zone: 'cheeks', depth: '1.0 mm' }] });
  equal(settingsAsked(frozen({ depth: '3 mm' }), lengths), null);
});

test('a track ends at twice the range in print, or at what is set, and never beyond what can be', () => {
  equal(settingsTrack({ low: 14, high: 182, advised_high: 42, value: 28 }), 84);
  equal(settingsTrack({ low: 14, high: 182, advised_high: 42, value: 120 }), 120);
  equal(settingsTrack({ low: 0.25, high: 2.5, advised_high: 1.5, value: 1 }), 2.5);
  equal(settingsTrack({ low: 1, high: 30, value: 4 }), 30);
});

test('last time is the newest sitting that was given in the zone', () => {
  const given = [{ date: '2026-01-05', zones: [{ zone: 'cheeks', depth: '1 mm' }] },
    { date: '2026-02-02', status: 'given', zones: [{ zone: 'cheeks', depth: '1.25 mm' }, { zone: 'cheeks', depth: '1.0 mm' }] },
    { date: '2026-02-20', status: 'cancelled', zones: [{ zone: 'cheeks', depth: '2 mm' }] }];
  deepEqual(settingsLast(frozen({ given }), 'cheeks'), { date: '2026-02-02', rows: given[1].zones });
  equal(settingsLast(frozen({ given }), 'nose'), null);
  equal(settingsLast(bare, 'nose'), null);
});
