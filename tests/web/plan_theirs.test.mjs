// What the person reads: nothing that a rule keeps from them, nothing the clinic sees to, each once.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';

import { theirsCare, theirsDates, theirsFact, theirsFindings, theirsFirst, theirsLines, theirsMissing, theirsSeen, theirsVerdict, theirsWarning, theirsWays } from '../../web/plan/theirs.js';

const filled = (id, places = {}) => `${id}(${Object.entries(places).map(([key, value]) => `${key}=${value}`).join()})`;
const words = { say: filled, sayCode: (list, code) => `${list}:${code}`, has: () => false, date: (day) => `<${day}>` };
const empty = { verdict: 'caution', series: null, sessions: [], calendar: [], remarks: [], aftercare: [], alternatives: [],
  screening: { verdict: 'caution', until: null, findings: [], options: [], missing: [], closed: [] } };
const screened = (verdict, findings, more = {}) => ({ ...empty, verdict, screening: { ...empty.screening, verdict, findings, ...more } });

const doubt = { id: 'P', class: 'refuse', private: true, because: 'A doubt of the clinician.', topic: 'doubt' };
const letter = { id: 'L', class: 'clearance', because: 'For us.', told: 'For you.', lifts: { when: 'letter_received', look_again: '2026-03-16' } };

test('what is private is neither told nor asked for nor dated', () => {
  const plan = { ...screened('refuse', [doubt, letter], { missing: [{ fact: 'sex', rules: ['P'] }, { fact: 'inr', rules: ['P', 'L'] }] }),
    calendar: [{ kind: 'review', date: 'd', text: 'Look again. A doubt of the clinician.' }, { kind: 'review', date: 'e', text: 'First review' }] };
  deepEqual(theirsFindings(plan).map(({ id }) => id), ['L']);
  deepEqual(theirsMissing(plan), ['inr']);
  deepEqual(theirsDates(plan, words).map(({ date }) => date), ['e']);
  ok(!theirsVerdict(plan, words).includes('doubt'));
});

test('they read what is told to them, each once, and not again what the first sentence says', () => {
  const plan = screened('clearance', [letter, { ...letter, id: 'M' }, { ...letter, id: 'N', told: 'In the verdict.' }]);
  deepEqual(theirsLines(plan, 'Wait. In the verdict.'), ['For you.']);
});

test('a no says until when, or while what, or why', () => {
  const until = { ...letter, class: 'defer', lifts: { on: '2026-07-06' } };
  equal(theirsVerdict(screened('defer', [until], { until: '2026-07-06' }), words), 'sheet.verdict.defer(date=<2026-07-06>,reason=For you.)');
  const state = { ...letter, class: 'refuse' };
  equal(theirsVerdict(screened('refuse', [state]), words), 'sheet.verdict.state(state=states:letter_received,date=<2026-03-16>)');
  equal(theirsVerdict(screened('refuse', [{ ...letter, class: 'refuse', lifts: 'never' }]), words), 'sheet.verdict.refuse(reason=For you.)');
  equal(theirsVerdict(screened('ask', [], { missing: [{ fact: 'phototype', rules: [] }] }), words), 'verdict.person.ask(fact=facts:phototype)');
});

test('a fact is told by its label and what of it is asked', () => {
  equal(theirsFact('inr', words.sayCode), 'facts:inr');
  equal(theirsFact('procedures.date', words.sayCode), 'facts:procedures (facts:date)');
  equal(theirsFact('conditions.eczema.status', words.sayCode), 'conditions:eczema (facts:status)');
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
