// What the person reads: nothing that a rule keeps from them, nothing the clinic sees to, each once.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual, equal } from 'node:assert/strict';

import { theirsCare, theirsDates, theirsFirst, theirsSeen, theirsWarning, theirsWays } from '../../web/plan/theirs.js';

const words = { say: (id) => id, sayCode: (list, code) => `${list}:${code}`, has: () => false };
const empty = { verdict: 'caution', series: null, sessions: [], calendar: [], remarks: [], aftercare: [], alternatives: [],
  screening: { verdict: 'caution', until: null, findings: [], options: [], missing: [], closed: [] } };

test('what is private is not told by a date either', () => {
  const doubt = { id: 'P', class: 'refuse', private: true, because: 'A doubt of the clinician.', topic: 'expectations' };
  const calendar = [['d', 'Look again. A doubt of the clinician.'], ['e', 'First review'], ['f', 'For expectations']].map(([date, text]) => ({ kind: 'review', date, text }));
  const plan = { ...empty, calendar, screening: { ...empty.screening, findings: [doubt] } };
  deepEqual(theirsDates(plan, words).map(({ date }) => date), ['e']);
});

test('letters and decisions are the clinic\'s to see to', () => {
  const say = (id) => ({ 'plan.prepare_letter': 'Ask for a letter: {topic}. {because}', 'plan.prepare_prescriber': 'For the prescriber: {topic}', 'plan.prepare_clinician': 'For the clinician: {topic}',
    'plan.read_spot': 'It is read', 'calendar.test_spot': 'Test spot' })[id] ?? id;
  const calendar = [['preparation', 'Ask for a letter: INR. Why.'], ['preparation', 'From this day on without it: retinol. Because of that.'], ['test_spot', 'A spot of 2 x 2 cm'],
    ['photo', 'Photographs'], ['check_in', 'How'], ['session', 'Treatment 1'], ['preparation', 'Ours', true]].map(([kind, text, clinic], i) => ({ kind, text, clinic, date: String(i) }));
  deepEqual(theirsDates({ ...empty, calendar }, { say }).map(({ text }) => text), ['From this day on without it: retinol.', 'Test spot', 'Treatment 1']);
});

test('what they leave out stands by day; what is said in full elsewhere does not', () => {
  const line = (id, to, is) => ({ id, to, do: is, always: false, text: `Text ${id}` });
  const has = (id) => id === 'sheet_again.makeup';
  const care = theirsCare({ ...empty, aftercare: [line('makeup', '2026-03-04', false), line('only_ours', '2026-03-03', false), line('picking', '2026-03-09', false), line('wash', '2026-03-03', true)] }, { ...words, has });
  deepEqual(care, { again: [{ day: '2026-03-04', words: ['sheet_again:makeup'] }], not: [{ day: '2026-03-09', words: ['Text picking'] }], do: [{ day: '2026-03-03', words: ['Text wash'] }] });
});

test('the hours and days of the first line are those of this plan, or it is not said', () => {
  const lasts = (id, value) => ({ id, lasts: { value } });
  deepEqual(theirsFirst({ aftercare: [lasts('only_ours', 24), lasts('vitamin_c', 170)] }), { hours: 24, days: 8 });
  equal(theirsFirst({ aftercare: [lasts('only_ours', 24)] }), null);
});

test('what was measured stands beside where it began, and a number from before is called that', () => {
  const seen = (more) => ({ zone: 'neck', scale: 'lemperle', value: 3, date: '2026-01-05', ...more });
  const ids = theirsSeen({ sessions: [{ date: '2025-06-01' }], seen: [seen({ start: 4 }), seen(), seen({ date: '2025-05-01' })] }, words).map(({ id }) => id);
  deepEqual(ids, ['sheet.seen.from', 'sheet.seen.after', 'sheet.seen.before']);
  equal(theirsSeen({ sessions: [], seen: [seen()] }, words)[0].places.scale, 'scales:lemperle.');
});

test('a way that nobody screened is not named while anything is closed', () => {
  const alternatives = [{ id: 'nothing', allowed: true, screened: true }, { id: 'peel', allowed: true, screened: false }, { id: 'pen', allowed: true, screened: true }, { id: 'rf', allowed: false, screened: true }];
  const ways = (closed) => theirsWays({ ...empty, alternatives, screening: { ...empty.screening, closed } }).map(({ id }) => id);
  deepEqual([ways([]), ways([{}])], [['peel', 'pen'], ['pen']]);
});

test('neither adopted nor real is said above it', () => {
  const plan = (...ids) => ({ remarks: ids.map((id) => ({ id })) });
  deepEqual([theirsWarning(plan(), false), theirsWarning(plan('adopt.missing'), false), theirsWarning(plan('adopt.missing'), true), theirsWarning(plan('clinic.invented'), false)],
    [null, 'sheet.draft', 'sheet.draft_invented', 'sheet.invented']);
});
