// table: every question about a person, and how it is answered. The forms are made from it.
//   kind    choice   one of `of`; not asked = the key is absent
//           day      a date, or one of the words in `of`
//           number   a bare number, or 'unknown' where `canUnknown`
//           amount   a number with its unit, as text
//           text     words; `isLong`: several lines
//           words    a list of words
//           codes    codes of the vocabulary `of`
//           severity a named scale and a value on it
//           contact  a text, or a name and a number
//           object   the questions of `fields`
//           list     what is there of the vocabulary `of`; `doubt` is what an entry that is not
//                    certain holds; `isOnce`: each code once
//           rows     entries without a vocabulary; `needs` are the keys without which one is not yet one
//   label   where the words of its label are not those of its key
//   only    (entry, doc) -> whether it is asked; what the file holds is shown in any case
// SPDX-License-Identifier: Apache-2.0
const FACT = ['yes', 'no', 'unknown'];
const STATUS = ['active', 'controlled', 'stable', 'resolved', 'history', 'unknown'];
const SPOTS = ['actinic_keratosis', 'skin_cancer', 'raised_lesion', 'tattoo', 'suspicious_lesion', 'keloid', 'open_wound'];
const TYPES = [1, 2, 3, 4, 5, 6, 'unknown'];

const fact = (key, more) => ({ key, kind: 'choice', of: FACT, ...more });
const choice = (key, of, more) => ({ key, kind: 'choice', of, ...more });
const day = (key, of = [], more = {}) => ({ key, kind: 'day', of, ...more });
const number = (key, unit = '', more = {}) => ({ key, kind: 'number', unit, ...more });
const amount = (key, unit) => ({ key, kind: 'amount', unit });
const text = (key, more) => ({ key, kind: 'text', ...more });
const codes = (key, of, more) => ({ key, kind: 'codes', of, ...more });
const rows = (key, needs, fields) => ({ key, kind: 'rows', needs, fields });

const isCode = (...all) => (entry) => all.includes(entry.code);
const isDecided = { only: ({ decided }) => decided === 'yes' };
const zones = codes('zones', 'zones');

const REACTION = [choice('status', STATUS), zones, day('since', ['unknown']), day('ended', ['ongoing', 'unknown'])];

const CONDITIONS = {
  key: 'conditions', kind: 'list', of: 'conditions', doubt: { status: 'unknown' }, isOnce: true, fields: [
    choice('status', STATUS), zones,
    text('spot', { only: isCode(...SPOTS) }), text('size', { only: isCode(...SPOTS) }),
    number('hba1c', '%', { only: isCode('diabetes'), canUnknown: true }),
    day('since', ['unknown']), day('ended', ['ongoing', 'unknown'], { only: ({ status }) => status === 'resolved' || status === 'history' }),
    text('note'),
  ],
};
const MEDICATIONS = {
  key: 'medications', kind: 'list', of: 'medications', doubt: { stopped: 'unknown' }, fields: [
    day('stopped', ['ongoing', 'unknown']), fact('prescribed'), day('started', ['unknown']),
    number('inr', '', { only: isCode('anticoagulant'), canUnknown: true }),
    text('route'), text('dose'), text('note'),
  ],
};
const ALLERGIES = {
  key: 'allergies', kind: 'list', of: 'allergies', doubt: { status: 'unknown' }, isOnce: true,
  fields: [fact('status', { label: 'certain' }), text('reaction')],
};
const IMPLANTS = { key: 'implants', kind: 'list', of: 'implants', fields: [zones] };
const PROCEDURES = { key: 'procedures', kind: 'list', of: 'procedures', fields: [day('date', ['unknown']), zones, text('note')] };
const EXPOSURES = {
  key: 'exposures', kind: 'list', of: 'exposures', doubt: { date: 'unknown' },
  fields: [day('date', ['unknown']), day('resolved', ['ongoing', 'yes', 'no', 'unknown']), zones],
};

const GOALS = rows('goals', ['indication', 'zones'], [
  choice('indication', 'indications'), zones,
  { key: 'severity', kind: 'severity' }, fact('diagnosed'),
  day('scar_date', ['unknown'], { only: ({ indication }) => indication === 'surgical_scar' }),
]);

const LIMITS = {
  key: 'limits', kind: 'object', fields: [
    amount('budget', null), amount('downtime', 'd'), day('latest_date'), day('result_by'),
    rows('events', ['date'], [text('name'), day('date'), amount('clear_days', 'd')]),
    rows('days_away', ['from', 'to'], [day('from'), day('to')]),
    number('sessions_max'), number('sessions_min'), amount('interval_min', 'd'), amount('visit_minutes', 'min'),
  ],
};

const GIVEN = rows('given', ['date'], [
  number('number'), day('date'), choice('status', ['given', 'planned', 'cancelled'], { label: 'took_place' }),
  rows('zones', ['zone'], [choice('zone', 'zones'), choice('device', 'devices'), amount('depth', 'mm'), text('endpoint')]),
  { key: 'reactions', kind: 'list', of: 'reactions', doubt: { status: 'unknown' }, fields: REACTION },
]);

// The groups in the order in which they are asked.
export const GROUPS = [
  { id: 'about', fields: [
    text('name'), day('birth_date'), number('age', '', { only: (_, doc) => doc.birth_date === undefined }),
    choice('sex', ['female', 'male', 'other']), amount('weight', 'kg'),
    fact('pregnant'), day('due_date', ['unknown'], { only: (_, doc) => doc.pregnant === 'yes' }),
    day('pregnancy_test'), fact('breastfeeding'), choice('smoking', ['never', 'former', 'current', 'unknown']),
    { key: 'languages', kind: 'words' }, fact('interpreter'),
    { key: 'contact', kind: 'contact' }, { key: 'emergency_contact', kind: 'contact' },
  ] },
  { id: 'skin', fields: [choice('phototype', TYPES, { words: 'type' }), number('lightness_l', 'L*')] },
  { id: 'health', fields: [CONDITIONS] },
  { id: 'medicines', fields: [MEDICATIONS, number('inr', '', { canUnknown: true, only: (_, doc) => doc.medications?.some(isCode('anticoagulant')) })] },
  { id: 'allergies', fields: [ALLERGIES] },
  { id: 'implants', fields: [IMPLANTS] },
  { id: 'recent', fields: [PROCEDURES, EXPOSURES] },
  { id: 'numbing', fields: [choice('anaesthetic', ['planned', 'declined', 'unknown'])] },
  { id: 'goals', fields: [text('worth_it_if', { isLong: true, isQuote: true }), GOALS] },
  { id: 'wishes', fields: [codes('devices', 'devices'), codes('agents', 'agents'), LIMITS] },
  { id: 'papers', fields: [
    day('recorded_on'), fact('photo_consent'), choice('expectations', ['realistic', 'unrealistic', 'unknown']),
    rows('clearances', ['rule'], [text('rule'), text('from'), day('asked'), day('received'), text('limits', { label: 'letter_limits' })]),
    { key: 'prophylaxis', kind: 'object', fields: [fact('decided'), text('by', isDecided), day('date', [], isDecided), text('decision', isDecided)] },
    rows('test_spots', ['date'], [
      day('date'), day('read'), choice('result', ['unchanged', 'darker', 'lighter', 'raised', 'unknown']), zones,
      choice('device', 'devices'), fact('waived'), text('reason', { only: ({ waived }) => waived === 'yes' }),
    ]),
    rows('diagnosis', ['indication'], [choice('indication', 'indications'), text('by'), day('date')]),
    rows('overrides', ['rule'], [text('rule'), choice('by', 'professions', { label: 'profession' }), text('name'), day('date'), text('reason')]),
    text('operator'), text('note', { isLong: true }),
  ] },
  { id: 'course', fields: [GIVEN, rows('outcomes', ['date', 'scale', 'value'], [
    day('date'), choice('zone', 'zones'), choice('scale', 'scales'), number('value'),
  ])] },
];

// Keys of the file that are not asked here, and why.
export const ELSEWHERE = {
  format: 'the kind of the file',
  invented: 'belongs to the file, not to the person',
  depth: 'a fine setting', cover_after: 'a fine setting', settings: 'a fine setting',
};
