// What the person reads of dates: nothing that is kept from them, wherever a date is shown.
// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { deepEqual, equal, ok } from 'node:assert/strict';

import { theirsBlocked, theirsCalendar, theirsPlan } from '../../web/base/theirs.js';

const say = (id) => id;
const doubt = { id: 'P', class: 'ask', private: true, because: 'A doubt of the clinician.', topic: 'doubt' };
const wait = { id: 'W', class: 'defer', because: 'Deferred, for us.', told: 'We wait, for you.' };
const plan = (more) => ({ screening: { findings: [doubt, wait] }, calendar: [], blocked: [], ...more });

test('a date of a private finding is not theirs, on no line', () => {
  const all = plan({ calendar: [{ kind: 'review', date: 'd', text: 'Look again. A doubt of the clinician.' }],
    blocked: [{ id: 'P', kind: 'finding', from: 'd', to: null, because: 'A doubt of the clinician.' }, { id: 'x', kind: 'finding', from: 'd', to: null, because: 'About doubt.' }] });
  const theirs = theirsPlan(all, say);
  deepEqual([theirs.calendar, theirs.blocked], [[], []]);
  equal(all.blocked.length, 2);
});

test('the reason is told in the words meant for them, and once', () => {
  const [row] = theirsCalendar(plan({ calendar: [{ kind: 'review', date: 'd', text: 'Look again. Deferred, for us.' }] }), say);
  equal(row.text, 'Look again.');
  const [span] = theirsBlocked(plan({ blocked: [{ id: 'W', kind: 'deferral', from: 'd', to: 'e', because: 'Deferred, for us.' }] }));
  equal(span.because, 'We wait, for you.');
});

test('days that no finding blocks keep their reason', () => {
  const [row] = theirsBlocked(plan({ blocked: [{ id: 'clinic.opening_days', kind: 'opening_days', from: 'd', to: null, because: 'Closed.' }] }));
  equal(row.because, 'Closed.');
  ok(theirsBlocked({ screening: { findings: [] }, calendar: [] }).length === 0);
});
