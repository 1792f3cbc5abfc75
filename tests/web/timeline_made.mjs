// timeline_made: a course of three treatments as the timeline reads it, made by hand.
// SPDX-License-Identifier: Apache-2.0
import { dayAdd } from '../../web/base/day.js';

const SITTINGS = ['2026-03-02', '2026-03-30'];

function calendar() {
  const rows = [{ date: '2026-02-27', kind: 'preparation', text: 'Preparation: no retinoid' }, { date: '2026-02-20', kind: 'test_spot', text: 'Test spot' }];
  for (const date of SITTINGS) {
    rows.push({ date, kind: 'session', text: 'Treatment' }, { date, kind: 'photo', text: 'Photographs' });
    for (const n of [1, 2, 3, 4, 5, 6, 7, 14]) rows.push({ date: dayAdd(date, n), kind: 'check_in', text: `Day ${n}` });
  }
  return [...rows, { date: '2026-06-29', kind: 'review', text: 'First review' }, { date: '2026-06-29', kind: 'photo', text: 'Photographs' },
    { date: '2026-09-28', kind: 'review', text: 'Last review' }, { date: '2026-09-29', kind: 'maintenance', text: 'Maintenance' }];
}

const line = (id, to, more = {}) => ({ id, do: false, always: false, from: '2026-03-02', to, text: `No ${id}.`, ...more });

export const madePlan = () => ({
  on: '2026-02-16',
  sessions: [{ number: 1, date: '2026-02-02', status: 'given', zones: ['cheeks'] },
    ...SITTINGS.map((date, i) => ({ number: i + 2, date, status: 'planned', zones: ['cheeks'] }))],
  calendar: calendar(),
  blocked: [
    { id: 'clinic.opening_days', kind: 'opening_days', from: '2026-02-16', to: null, weekdays: ['sat', 'sun'], because: 'Closed.' },
    { id: 'a', kind: 'healing', from: '2026-03-03', to: '2026-03-15', because: 'The skin rests.' },
    { id: 'b', kind: 'healing', from: '2026-03-31', to: '2026-04-12', because: 'The skin rests.' },
    { id: 'c', kind: 'event', from: '2026-04-10', to: '2026-04-24', because: 'A wedding.' },
    { id: 'd', kind: 'latest', from: '2026-08-01', to: null, because: 'Not later.' },
  ],
  healing: { phases: SITTINGS.flatMap((date, i) => [['inflammation', 0, 8], ['proliferation', 1, 18], ['remodelling', 7, 112]]
    .map(([id, from, to]) => ({ id, session: i + 2, from: dayAdd(date, from), to: dayAdd(date, to) }))) },
  aftercare: [line('alcohol', '2026-03-03'), line('film', '2026-03-03'), line('sport', '2026-03-05'), line('sun', '2026-03-30', { from: '2026-03-05' }), line('toner', '2026-03-30'),
    line('water', '2026-03-03', { do: true }), line('rollers', '2026-09-29', { always: true })],
});

export const madeDoc = () => ({ limits: { events: [{ name: 'a wedding', date: '2026-04-24', clear_days: '14 d' }],
  days_away: [{ from: '2026-05-01', to: '2026-05-10' }] } });
