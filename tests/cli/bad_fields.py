# bad_fields: a good patient file, and one field after another of it spoilt. Part of test_bad_input.
# SPDX-License-Identifier: Apache-2.0

GOOD = '''\
format: stipple-patient/1
name: "Amara Okafor"
invented: true
birth_date: 1994-06-14
sex: female
phototype: 5
recorded_on: 2026-03-02
pregnant: no
breastfeeding: no
goals:
  - indication: acne_scars
    zones: [cheeks, chin]
    severity: {scale: goodman_baron, value: 3}
devices: [pen]
conditions: []
medications:
  - {code: retinoid_topical, started: 2025-01-01, stopped: 2026-02-01, prescribed: no}
allergies: []
implants: []
procedures: []
exposures: []
anaesthetic: planned
agents: [lidocaine_prilocaine_25_25]
smoking: never
weight: "68 kg"
languages: [en]
limits: {budget: "1400 USD", downtime: "4 d"}
overrides: []
given: []
'''
FUTURE, BEFORE = 'lies after the day of the plan', 'lies before'

# name, what is replaced (None: added at the end), by what (§ where the error stands), field, what is said.
# A star at the end of a name: planned too.
FIELDS = [
    ('a name that paints the terminal*', '"Amara Okafor"', r'§"\e[31mAmara"', 'name', 'U+001B: '),
    ('a name that is turned round', '"Amara Okafor"', '§"Amara \u202eOkafor"', 'name', 'U+202E: '),
    ('an unknown key*', 'smoking: never', '§smokng: never', 'smokng', 'did you mean smoking?'),
    ('an unknown key far from any', 'smoking: never', '§qqqqqqq: never', 'qqqqqqq', 'allowed: name'),
    ('an unknown key below', 'zones: [cheeks, chin]', '§zone: [cheeks]', 'goals[0].zone', 'did you mean zones?'),
    ('an unknown key in a flow mapping', 'downtime:', '§downtimes:', 'limits.downtimes', 'did you mean downtime?'),
    ('a key in another case', 'sex: female', '§Sex: female', 'Sex', 'did you mean sex?'),
    ('a key with a space', 'birth_date:', '§birth date:', 'birth date', 'did you mean birth_date?'),
    ('a key twice', 'smoking: never', 'smoking: never\n§smoking: never', 'file: smoking', 'twice'),
    ('a key twice below', 'scale: goodman_baron,', 'scale: gais, §scale: gais,', 'file: scale', 'twice'),
    ('a wrong unit*', '"68 kg"', '§"68 cm"', 'weight: 68 cm', 'has a wrong unit'),
    ('a unit of another system', '"68 kg"', '§"150 lb"', 'weight: 150 lb', 'allowed: a number with a unit (kg'),
    ('no unit', '"68 kg"', '§"68"', 'weight: 68', 'did you mean "68 kg"?'),
    ('a bare number', '"68 kg"', '§68', 'weight: 68', 'has no unit'),
    ('a unit alone', '"68 kg"', '§kg', 'weight: kg', 'is no number with a unit'),
    ('a comma for a point', '"68 kg"', '§"68,5 kg"', 'weight: 68,5 kg', 'has a wrong unit'),
    ('hours for days', '"4 d"', '§"96 h"', 'limits.downtime: 96 h', 'has a wrong unit'),
    ('money without a currency', '"1400 USD"', '§1400', 'limits.budget: 1400', 'is no amount of money'),
    ('money with a sign', '"1400 USD"', '§"$1400"', 'limits.budget: $1400', 'is no amount of money'),
    ('money below nothing', '"1400 USD"', '§"-5 USD"', 'limits.budget: -5 USD', 'is out of range'),
    ('text for a number', 'phototype: 5', 'phototype: §V', 'phototype: V', 'is no bare number'),
    ('a quoted number', 'phototype: 5', 'phototype: §"5"', 'phototype: 5', 'is no bare number'),
    ('a number with its unit where none is', 'phototype: 5', 'phototype: §5 mm', 'phototype: 5 mm', 'is no bare'),
    ('half of a whole number', 'phototype: 5', 'phototype: §4.5', 'phototype: 4.5', 'is no whole number'),
    ('a number too small', 'phototype: 5', 'phototype: §0', 'phototype: 0', 'allowed: 1 to 6'),
    ('a number too large', 'phototype: 5', 'phototype: §7', 'phototype: 7', 'allowed: 1 to 6'),
    ('a huge number', 'phototype: 5', 'phototype: §1e300', 'phototype: 1e300', 'is out of range'),
    ('a number that no double holds', 'phototype: 5', 'phototype: §1e999', 'file: 1e999', 'too large'),
    ('a negative number', 'value: 3', 'value: §-3', 'goals[0].severity.value: -3', 'is out of range'),
    ('NaN', 'phototype: 5', 'phototype: §NaN', 'phototype: NaN', 'is no bare number'),
    ('.nan', 'phototype: 5', 'phototype: §.nan', 'phototype: .nan', 'is no bare number'),
    ('.inf', 'phototype: 5', 'phototype: §.inf', 'phototype: .inf', 'is no bare number'),
    ('-.inf', 'phototype: 5', 'phototype: §-.inf', 'phototype: -.inf', 'is no bare number'),
    ('NaN with a unit', '"68 kg"', '§"nan kg"', 'weight: nan kg', 'is no number with a unit'),
    ('infinity with a unit', '"68 kg"', '§"inf kg"', 'weight: inf kg', 'is no number with a unit'),
    ('a quantity that no double holds', '"68 kg"', '§"1e999 kg"', 'weight: 1e999 kg', 'is no number'),
    ('a negative quantity', '"68 kg"', '§"-68 kg"', 'weight: -68 kg', 'allowed: 10 to 400 kg'),
    ('a huge quantity', '"68 kg"', '§"68000 kg"', 'weight: 68000 kg', 'is out of range'),
    ('no depth at all', None, 'depth: §"0 mm"\n', 'depth: 0 mm', 'allowed: 0.1 to 4 mm'),
    ('a depth in centimetres', None, 'depth: §1.5 cm\n', 'depth: 1.5 cm', 'allowed: 0.1 to 4 mm'),
    ('an impossible date*', '1994-06-14', '§2026-02-30', 'birth_date: 2026-02-30', 'is no date'),
    ('a leap day of a common year', '1994-06-14', '§1900-02-29', 'birth_date: 1900-02-29', 'is no date'),
    ('a date the other way round', '1994-06-14', '§14.06.1994', 'birth_date: 14.06.1994', 'YYYY-MM-DD'),
    ('a date with slashes', '1994-06-14', '§06/14/1994', 'birth_date: 06/14/1994', 'is no date'),
    ('a year alone', '1994-06-14', '§1994', 'birth_date: 1994', 'is no date'),
    ('a date of another century', '1994-06-14', '§1794-06-14', 'birth_date: 1794-06-14', '1900 to 2199'),
    ('a time of day', '1994-06-14', '§1994-06-14T10:00', 'birth_date: 1994-06-14T10:00', 'is no date'),
    ('a birth of the future', '1994-06-14', '§2026-03-03', 'birth_date: 2026-03-03', FUTURE),
    ('a birth too long ago', '1994-06-14', '§1903-06-14', 'birth_date: 1903-06-14', 'older than 120'),
    ('a record of the future', 'recorded_on: 2026', 'recorded_on: §2027', 'recorded_on: 2027-03-02', FUTURE),
    ('a procedure of the future', 'procedures: []', 'procedures: [{code: filler, date: §2026-04-01}]',
     'procedures[0].date: 2026-04-01', FUTURE),
    ('a test spot read in the future', None, 'test_spots: [{date: 2026-02-01, read: §2026-04-01}]\n',
     'test_spots[0].read: 2026-04-01', FUTURE),
    ('a sitting given in the future', 'given: []', 'given: [{number: 1, date: §2026-04-01}]', 'given[0].date', FUTURE),
    ('sittings out of order', 'given: []', 'given: [{date: 2026-02-01}, {date: §2026-01-01}]', 'given[1].date', BEFORE),
    ('a sitting out of its place', 'given: []', 'given: [{number: §9, date: 2026-02-01}]', 'given[0].number: 9',
     'is not its place in the course; allowed: 1 ('),
    ('two first sittings', 'given: []', 'given: [{number: 1, date: 2026-01-05}, {number: §1, date: 2026-02-02}]',
     'given[1].number: 1', 'allowed: 2 ('),
    ('stopped before started*', 'stopped: 2026-02-01', 'stopped: §2024-12-31', 'medications[0].stopped: 2024-12-31',
     'lies before started; allowed: a day from 2025-01-01'),
    ('taken before birth', 'started: 2025-01-01', 'started: §1990-01-01', 'medications[0].started', 'birth_date'),
    ('ended before it began', 'conditions: []', 'conditions: [{code: eczema, since: 2026-01-02, ended: §2026-01-01}]',
     'conditions[0].ended: 2026-01-01', 'lies before since'),
    ('active but ended', 'conditions: []', 'conditions: [{code: eczema, status: active, ended: §2026-01-01}]',
     'conditions[0].ended: 2026-01-01', 'contradicts a status that says it is there'),
    ('resolved but ongoing', 'conditions: []', 'conditions: [{code: eczema, status: resolved, ended: §ongoing}]',
     'conditions[0].ended: ongoing', 'contradicts status: resolved'),
    ('due while not pregnant', None, 'due_date: §2026-06-01\n', 'due_date: 2026-06-01', 'contradicts pregnant: no'),
    ('due too far off', 'pregnant: no', 'pregnant: yes\ndue_date: §2027-03-01', 'due_date: 2027-03-01', 'further off'),
    ('two ages', None, 'age: §50\n', 'age: 50', 'contradicts birth_date'),
    ('a result before the test', None, 'test_spots: [{date: 2026-02-01, read: §2026-01-01}]\n',
     'test_spots[0].read', BEFORE),
    ('a letter answered before it was asked for', None,
     'clearances: [{rule: CI-32, asked: 2026-02-01, received: §2026-01-01}]\n', 'clearances[0].received', BEFORE),
    ('back before leaving', '"4 d"}', '"4 d", days_away: [{from: 2026-05-02, to: §2026-05-01}]}',
     'limits.days_away[0].to: 2026-05-01', BEFORE),
    ('an unknown zone*', 'cheeks, chin', 'cheeks, §chim', 'goals[0].zones[1]: chim', 'did you mean chin?'),
    ('an unknown device*', 'devices: [pen]', 'devices: [§penn]', 'devices[0]: penn', 'did you mean pen?'),
    ('an unknown indication', 'acne_scars', '§acne_scar', 'goals[0].indication: acne_scar', 'did you mean acne_scars?'),
    ('a grade beyond its scale*', 'value: 3', 'value: §5', 'goals[0].severity.value: 5', 'allowed: 1 to 4'),
    ('a grade below its scale', 'value: 3', 'value: §0', 'goals[0].severity.value: 0', 'allowed: 1 to 4'),
    ('a result beyond its scale', None, 'outcomes: [{date: 2026-02-01, zone: cheeks, scale: vss, value: §14}]\n',
     'outcomes[0].value: 14', 'lies beyond the scale vss; allowed: 0 to 13'),
    ('a second result beyond its scale', None,
     'outcomes: [{date: 2026-02-01, scale: vss, value: 13}, {date: 2026-02-02, scale: ecca, value: §540.5}]\n',
     'outcomes[1].value: 540.5', 'allowed: 0 to 540'),
    ('an unknown scale', 'goodman_baron,', '§goodman,', 'goals[0].severity.scale: goodman', 'is no code known here'),
    ('an unknown condition', 'conditions: []', 'conditions: [{code: §excema}]', 'conditions[0].code: excema',
     'did you mean eczema?'),
    ('an unknown medicine', 'retinoid_topical', '§isotretinoine', 'medications[0].code: isotretinoine',
     'did you mean isotretinoin?'),
    ('an unknown allergy', 'allergies: []', 'allergies: [{code: §lidocain}]', 'allergies[0].code', 'lidocaine?'),
    ('an unknown implant', 'implants: []', 'implants: [{code: §pace_maker}]', 'implants[0].code', 'pacemaker?'),
    ('an unknown procedure', 'procedures: []', 'procedures: [{code: §botox}]', 'procedures[0].code: botox', ''),
    ('an unknown exposure', 'exposures: []', 'exposures: [{code: §sunburned}]', 'exposures[0].code', 'sunburn?'),
    ('an unknown agent', 'lidocaine_prilocaine_25_25', '§lidocaine_prilocaine_25', 'agents[0]', 'did you mean'),
    ('a number for a code', 'conditions: []', 'conditions: [{code: §7}]', 'conditions[0].code: 7', 'is no code'),
    ('a wrong word for a choice', 'smoking: never', 'smoking: §nevr', 'smoking: nevr', 'did you mean never?'),
    ('a word in another case', 'sex: female', 'sex: §Female', 'sex: Female', 'did you mean female?'),
    ('a wrong status', 'conditions: []', 'conditions: [{code: eczema, status: §actif}]', 'conditions[0].status: actif',
     'did you mean active?'),
    ('yes for a word', 'smoking: never', 'smoking: §yes', 'smoking: yes', 'allowed: never, former, current'),
    ('yes given as true', 'pregnant: no', 'pregnant: §true', 'pregnant: true', 'allowed: yes, no, unknown'),
    ('no given as false*', 'pregnant: no', 'pregnant: §false', 'pregnant: false', 'allowed: yes, no, unknown'),
    ('no given as 0', 'pregnant: no', 'pregnant: §0', 'pregnant: 0', 'is not one of the words'),
    ('true given as yes', 'invented: true', 'invented: §yes', 'invented: yes', 'allowed: true, false'),
    ('null', 'sex: female', 'sex: §null', 'sex: nothing', 'is not one of the words'),
    ('nothing behind a key', 'sex: female', 'sex:§', 'sex: nothing', 'is not one of the words'),
    ('an empty text', '"Amara Okafor"', '§""', 'name: an empty text', 'is empty'),
    ('nothing behind a list', 'allergies: []', 'allergies:§', 'allergies: nothing', 'is no list'),
    ('no for a list', 'allergies: []', 'allergies: §no', 'allergies: no', 'allowed: a list ([] says none)'),
    ('a list for a mapping', '{scale: goodman_baron, value: 3}', '§[goodman_baron, 3]', 'goals[0].severity: a list',
     'is no mapping'),
    ('a mapping for a list', 'conditions: []', 'conditions: §{code: eczema}', 'conditions: a mapping', 'is no list'),
    ('a text for a mapping', 'conditions: []', 'conditions: [§eczema]', 'conditions[0]: eczema', 'is no mapping'),
    ('a list for a word', 'sex: female', 'sex: §[female]', 'sex: a list', 'is not one of the words'),
    ('a mapping for a text', '"Amara Okafor"', '§{first: Amara}', 'name: a mapping', 'is no text'),
    ('a mapping for a date', '1994-06-14', '§{year: 1994}', 'birth_date: a mapping', 'is no date'),
    ('an item twice', 'cheeks, chin', 'cheeks, §cheeks', 'goals[0].zones[1]: cheeks', 'stands twice'),
    ('a device twice', 'devices: [pen]', 'devices: [pen, §pen]', 'devices[1]: pen', 'stands twice'),
    ('a required key that is not there', 'conditions: []', 'conditions: [§{status: active}]',
     'conditions[0]: a mapping', 'lacks the key code'),
    ('a goal without zones', 'zones: [cheeks, chin]', 'zones: §[]', 'goals[0].zones', 'names no zone'),
    ('a text that is too long', '"Amara Okafor"', '§' + 'A' * 121, 'name: ' + 'A' * 60 + '...', 'is too long'),
    ('a text with a line break', '"Amara Okafor"', '§"' + 'A\\nB' * 60 + '"', 'name', 'A?BA?B'),
    ('a cover that is none*', None, 'cover_after: §plaster\n', 'cover_after: plaster', 'film'),
    ('another noun*', 'stipple-patient/1', '§stipple-clinic/1', 'format: stipple-clinic/1', 'another format'),
    ('another version', 'stipple-patient/1', '§stipple-patient/2', 'format: stipple-patient/2', 'stipple-patient/1'),
    ('an override of no rule*', 'overrides: []', 'overrides: [{rule: §CI-99, by: physician}]',
     'overrides[0].rule: CI-99', 'is no rule'),
    ('a letter for no rule', None, 'clearances: [{rule: §XX-01}]\n', 'clearances[0].rule: XX-01', 'is no rule'),
    ('an item out of line', 'smoking: never', ' §smoking: never', '', 'well-formed'),
]
