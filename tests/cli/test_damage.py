#!/usr/bin/python3
# test_damage STIPPLE ROOT: a folder of knowledge that is damaged is refused whole, by every verb, with the place and
# the reason; what is not damaged is taken; and whatever is done to the shipped files, the program answers or refuses.
# $STIPPLE_WRAP, split by spaces, stands before every call. Prints each case that fails, and a count at the end.
# SPDX-License-Identifier: Apache-2.0
import copy
import json
import os
import random
import re
import sys

from bad_fields import GOOD
from test_bad_input import CONTENT, INOUT, LIMIT, ON, World, tail

# A rule that nothing is wrong with; the cases below spoil it.
RULE = '''rules:
- id: X-1
  rows: [X-1]
  topic: {en: t}
  scope: {over: person}
  sources: [default]
  status: default
  grade: D
  cases:
  - {class: refuse, where: [{field: smoking, is: [current]}], because: {en: b}}
  examples:
  - {name: smokes, finds: refuse, patient: {smoking: current}}
  - {name: does not, finds: nothing, patient: {}}
'''
NOTE = 'notes:\n- {id: X-2, text: {en: n}, sources: [default], status: default, grade: D}\n'
PARAMETER = 'parameters:\n- {id: x, unit: %s, median: 2, sources: [%s], status: default}\n'
ZONES = ('zones:\n- {id: x, label: {en: x}, region: face, parts: [y]}\n- {id: y, label: {en: y}, region: face, '
         'parts: [x]}\n')
CLAIM = '- {id: %s, says: {en: s}, verdict: wrong, see: [%s], sources: [default], status: default, grade: D}\n'

DAMAGE = [   # name, content, the place, the reason
    ('an unknown key', RULE.replace('topic', 'subject'), ':4:3: rules[0].subject: ', 'is no key of a rule'),
    ('a number without its unit', 'devices:\n- {id: x, label: {en: x}, kind: pen, step: 0.25}\n', ':2:44: ', 'has no unit'),
    ('a unit that is none', PARAMETER % ('parsecs', 'default'), ':2:17: parameters.x.unit: parsecs: ', 'is no unit'),
    ('a number without a source', 'parameters:\n- {id: x, unit: "1", median: 2, status: default}\n',
     ':2:30: parameters.x.median: 2: ', 'has no source'),
    ('a number without a status', 'devices:\n- {id: x, label: {en: x}, kind: pen, needles: 3, sources: [default],'
     ' grade: D}\n', ':2:47: devices.x.needles: 3: ', 'has no status'),
    ('a number without a grade', 'devices:\n- {id: x, label: {en: x}, kind: pen, reach: {value: 2 mm, sources: [default],'
     ' status: default}}\n', ':2:53: devices.x.value: 2 mm: ', 'has no grade'),
    ('words without a source', 'advice:\n- {id: x, do: true, text: {en: a}, status: default, grade: D}\n',
     ':2:3: advice.x.sources: ', 'has no source'),
    ('a source that is not there', PARAMETER % ('"1"', 'R999'), ':2:43: parameters[0].sources[0]: R999: ', 'no code'),
    ('a rule that is not there', NOTE.replace('text', 'rules: [CI-99], text'), ':2:21: notes.X-2.rules: CI-99: ',
     'leads nowhere'),
    ('a safety text that is not there', 'devices:\n- {id: x, label: {en: x}, kind: rf, safety: nothing_said,'
     ' sources: [default], status: default, grade: D}\n', ':2:45: devices.x.safety: nothing_said: ', 'leads nowhere'),
    ('a study that is not there', 'fits:\n- {id: x, indication: pores, trials: [nobodys], studies: 3, mean: 0, sd: 1,'
     ' patient_low: 0.5, patient_high: 0.7, sessions: 4, interval: 28 d, read: 61 d, sessions_low: 3, sessions_high: 5,'
     ' interval_low: 14 d, interval_high: 30 d, read_first: 30 d, sources: [default], status: default, grade: D}\n',
     ':2:39: fits.x.trials: nobodys: ', 'leads nowhere'),
    ('an agent that is not there', 'watch:\n- {id: x, level: message, text: {en: a}, only: {agents: [goo]},'
     ' sources: [default], status: default, grade: D}\n', ':2:58: watch.x.agents: goo: ', 'leads nowhere'),
    ('a test for a word that nobody can give', RULE.replace('is: [current]', 'is: [daily]'),
     ':10:51: rules.X-1.is: daily: ', 'nothing that can be answered'),
    ('a test for a code that is not there',
     RULE.replace('{field: smoking, is: [current]}', '{has: {list: conditions, codes: [gout_of_mind]}}'),
     ':10:62: rules.X-1.codes: gout_of_mind: ', 'nothing that can be answered'),
    ('two rules of one id', RULE + RULE[RULE.index('- id'):], ':14:3: rules.X-1: X-1: ', 'stands twice, first at'),
    ('two codes of one name', 'codes:\n- {vocabulary: states, code: x, label: {en: a}}\n'
     '- {vocabulary: states, code: x, label: {en: b}}\n', ':3:3: codes.states.x: x: ', 'stands twice, first at'),
    ('two risks for the same people', 'rates:\n' + 2 * ('- {id: x, label: {en: a}, because: {en: b}, sources: [default],'
     ' status: default, grade: D}\n'), ':3:3: rates.x: x: ', 'stands twice'),
    ('no example', re.sub(r'  examples:.*', '  examples: []\n', RULE, flags=re.S), ':11:13: rules.X-1.examples: ',
     'shows not both'),
    ('no example that fires', RULE.replace('  - {name: smokes, finds: refuse, patient: {smoking: current}}\n', ''),
     ':12:3: rules.X-1.examples: ', 'shows not both'),
    ('an example that fails', RULE.replace('smokes, finds: refuse', 'smokes, finds: defer'),
     ':12:5: rules.X-1.examples: smokes: ', 'finds refuse until -, not defer until -'),
    ('an example that fires and should not', RULE.replace('patient: {}', 'patient: {smoking: current}'),
     ':13:5: rules.X-1.examples: does not: ', 'finds refuse'),
    ('an example that nobody can be', RULE.replace('patient: {}', 'patient: {smokin: no}'),
     ':13:5: rules.X-1.examples: does not: ', 'cannot be run'),
    ('zones in a ring', ZONES, ':3:49: zones.y.parts: x: ', 'leads round in a ring: x -> y -> x'),
    ('a zone of itself', 'zones:\n- {id: x, label: {en: x}, region: face, parts: [x]}\n', ':2:49: zones.x.parts: x: ',
     'leads round in a ring: x -> x'),
    ('a zone of zones of zones', 'zones:\n- {id: x, label: {en: x}, region: face, parts: [full_face]}\n',
     ':2:3: zones.x.parts: full_face: ', 'has parts itself'),
    ('an aim that is no part', 'zones:\n- {id: x, label: {en: x}, region: face, parts: [chin], aims: [nose]}\n',
     ':2:3: zones.x.aims: nose: ', 'is no part of it'),
    ('claims in a ring of three', 'claims:\n' + CLAIM % ('a', 'b') + CLAIM % ('b', 'c') + CLAIM % ('c', 'a'),
     ':4:48: claims.c.see: a: ', 'leads round in a ring: a -> b -> c -> a'),
]


def claims_of(done, status, begins, says):
    if done.returncode != status:
        return f'status {done.returncode}, not {status}: {tail(done.stderr)}'
    said = done.stderr.decode()
    if done.stdout:
        return f'printed {done.stdout[:80]}'
    return '' if said.startswith(begins) and says in said else f'said {said!r}, not {begins!r} ... {says!r}'


def damages(world):
    world.answered('a rule that is whole', ['screen', 'p.yaml', *ON, '--knowledge', 'k'],
                   {'p.yaml': GOOD, 'k/x.yaml': RULE})
    for name, content, place, says in DAMAGE:
        files = {'p.yaml': GOOD, 'k/x.yaml': content}
        for args in (['screen', 'p.yaml'], ['plan', 'p.yaml', '--json'], ['evidence', 'CI-10']):
            world.refused(f'{name}: {args[0]}', CONTENT, [*args, *ON, '--knowledge', 'k'], files, 'k/x.yaml' + place, says)
    both = {'p.yaml': GOOD, 'k/a.yaml': RULE, 'k/b.yaml': RULE}
    world.refused('two rules of one id in two files', CONTENT, ['screen', 'p.yaml', *ON, '--knowledge', 'k'], both,
                  'k/b.yaml:2:3: rules.X-1: X-1: ', 'stands twice, first at k/a.yaml:2:3')
    several = {'k/x.yaml': PARAMETER % ('parsecs', 'default') + NOTE.replace('text', 'rules: [CI-99], text')}

    def all_told(done):
        lines = done.stderr.decode().splitlines()
        places = [line.split(': ')[0] for line in lines[:2]]
        wanted = ['k/x.yaml:2:17', 'k/x.yaml:4:21']
        return '' if done.returncode == CONTENT and places == wanted and not done.stdout else f'{done.returncode}: {lines}'
    world.run('every complaint is told', ['evidence', '--check', '--json', '--knowledge', 'k'], several, all_told)


# ---- what takes the place of a rule that refuses or defers ----

def entry(world, name):
    kept = []
    world.run(f'evidence {name}', ['evidence', name, '--json'], {}, lambda done: kept.append(json.loads(done.stdout)))
    return kept[0]


# Every entry of a list, as a file would hold it.
def values(world, kind, list_name):
    return [one['value'] for one in entry(world, list_name)['entries'] if one['kind'] == kind]


def laid(world, name, values, check, key='rules'):
    world.run(name, ['screen', 'p.yaml', *ON, '--knowledge', 'k'],
              {'p.yaml': GOOD, 'k/x.yaml': json.dumps({key: values})}, check)


def taken(done):
    return '' if done.returncode == 0 else f'status {done.returncode}: {tail(done.stderr)}'


def weaker(says):
    return lambda done: claims_of(done, CONTENT, 'k/x.yaml:1:', says)


def each_by_itself(world):
    for rule in values(world, 'rule', 'rules'):
        laid(world, f'{rule["id"]} in its own place', [rule], taken)


# Every case that refuses or defers, made weaker in every way that a case has.
def each_weaker(world):
    ways = [('milder', lambda case: case.update({'class': 'caution'})),
            ('for fewer', lambda case: case.setdefault('where', []).append({'field': 'person.smoking', 'is': ['current']})),
            ('gone', lambda case: case.clear())]
    for rule in values(world, 'rule', 'rules'):
        for i, case in enumerate(rule['cases']):
            if case['class'] not in ('refuse', 'defer'):
                continue
            for name, spoil in ways:
                worse = copy.deepcopy(rule)
                spoil(worse['cases'][i])
                worse['cases'] = [one for one in worse['cases'] if one]
                if worse['cases']:
                    laid(world, f'{rule["id"]}: case {i + 1} {name}', [worse], weaker('is weaker where the built-in'))
            if case.get('until', {}).get('days'):
                worse = copy.deepcopy(rule)
                worse['cases'][i]['until']['days'] -= 1
                laid(world, f'{rule["id"]}: case {i + 1} a day less', [worse], weaker('is weaker where the built-in'))
                harder = [one for one in rule['cases'][i + 1:] if one['class'] in ('defer', 'refuse')]
                worse['cases'][i]['until']['days'] += 2   # which shortens what follows
                laid(world, f'{rule["id"]}: case {i + 1} a day more', [worse], lambda done: '' if harder or
                     b'is weaker' not in done.stderr else tail(done.stderr))


def shadows(world, rule, changes):
    worse = copy.deepcopy(rule)
    changes(worse)
    return worse


def single_weaknesses(world):
    rules = values(world, 'rule', 'rules')
    strict = next(r for r in rules if r['cases'][0]['class'] == 'refuse' and 'override' not in r)
    cases = [
        ('an override gained', shadows(world, strict, lambda r: r.update(override={'by': ['nurse']})), 'may be used by more'),
        ('a milder case before', shadows(world, strict, lambda r: r['cases'].insert(
            0, {'class': 'caution', 'because': {'en': 'a'}, 'where': []})), 'is weaker where'),
        ('less covered', shadows(world, strict, lambda r: r['scope'].update(
            devices=['stamp'], over=r['scope']['over'])), 'is weaker where'),
    ]
    # The first case that holds decides, so that one which is as severe and protects fewer takes people away.
    men = [{'field': 'person.sex', 'is': ['male']}]
    over = strict['scope']['over']
    for name, front in (
            ('a narrower case before', {'where': men, 'class': 'refuse', 'scope': {'over': over, 'devices': ['rf']}}),
            ('a narrower case before, for all', {'class': 'refuse', 'scope': {'over': over, 'devices': ['rf']}}),
            ('a case before that ends tomorrow', {'where': men, 'class': 'refuse', 'until': {'from': 'on', 'days': 1}}),
            ('a case before that lets through', {'where': men, 'class': 'clear'}),
            ('a case before that leaves the person an excuse', {'where': men, 'class': 'ask'})):
        for place in (0, len(strict['cases']) - 1):
            worse = shadows(world, strict, lambda r: r['cases'].insert(place, {'because': {'en': 'a'}, **front}))
            cases.append((f'{name}, at {place}', worse, 'is weaker where'))
    strong = {**{key: strict['cases'][0][key] for key in ('because', 'told') if key in strict['cases'][0]},
              'where': men, 'class': 'refuse', 'scope': {'over': 'person'}}
    laid(world, 'a case before that protects as much',
         [shadows(world, strict, lambda r: r['cases'].insert(0, strong))], taken)
    about = next(r for r in rules if r.get('about') and r['cases'][-1]['class'] == 'refuse')
    cases.append(('about less', shadows(world, about, lambda r: r.update(about=[{'list': 'implants', 'codes': ['icd']}])),
                  'is about less than before'))
    for name, rule, says in cases:
        laid(world, name, [rule], weaker(says))
    signed = next(r for r in rules if 'override' in r and any(c['class'] in ('refuse', 'defer') for c in r['cases']))
    laid(world, 'an override dropped',
         [shadows(world, signed, lambda r: r.pop('override'))], taken)
    laid(world, 'a note changed', [shadows(world, strict, lambda r: r.update(note={'en': 'n'}))], taken)


# What is said afterwards, between treatments and to whoever reports something.
def care(world):
    lines = {one['id']: one for one in values(world, 'advice', 'advice')}
    cited = next(one for one in lines.values() if one.get('said_least') and not one['do'] and one['to'] != 'always')
    always = next(one for one in lines.values() if one.get('to') == 'always')
    closed = next(one for one in lines.values() if one.get('until_closed'))
    gap = next(one for one in values(world, 'spacing', 'spacings') if one.get('before') and one.get('after'))
    red = next(one for one in values(world, 'symptom', 'symptoms') if one.get('red') and one.get('synonyms'))
    look = next(one for one in values(world, 'triage_rule', 'triage') if one.get('seen'))
    hour = {'value': '1 d', 'sources': ['default'], 'status': 'default', 'grade': 'D'}
    little = 'protects less'
    return [
        ('advice', 'a do-not that is done', cited, lambda a: a.update(do=True), little),
        ('advice', 'a line shorter than its sources', cited, lambda a: a.update(to='1 h'), 'ends before the shortest'),
        ('advice', 'a shorter shortest', cited, lambda a: a.update(said_least='1 h'), 'is shorter than the shortest'),
        ('advice', 'a line that begins later', cited, lambda a: a.update({'from': '9000 h'}), little),
        ('advice', 'a line for smokers', cited, lambda a: a.update(where=[{'field': 'smoking', 'is': ['current']}]), little),
        ('advice', 'a line for one device', cited, lambda a: a.update(only={'devices': ['stamp']}), 'fewer plans'),
        ('advice', 'what always holds, for a week', always, lambda a: a.update(to='168 h'), 'ends before the shortest'),
        ('advice', 'a line that ends with open channels', closed, lambda a: a.pop('until_closed'), little),
        ('spacings', 'sooner after', gap, lambda s: s.update(after=hour), little),
        ('spacings', 'no days between', gap, lambda s: s.pop('before'), little),
        ('spacings', 'with one device', gap, lambda s: s.update(devices=['stamp']), little),
        ('symptoms', 'a word less', red, lambda s: s.update(synonyms=s['synonyms'][1:]), little),
        ('symptoms', 'not asked first', red, lambda s: s.pop('red'), little),
        ('triage', 'looked at in a year', look, lambda t: t.update(seen='8760 h'), 'lets a clinician look later'),
        ('triage', 'looked at by nobody', look, lambda t: t.pop('seen'), 'lets a clinician look later'),
    ]


# What keeps people safe is said in our words, and nothing else is fixed.
def texts(world):
    sayings = values(world, 'saying', 'sayings')
    fixed = [one for one in sayings if one.get('fixed')]
    for name in ('disclaimer', 'triage.call_now', 'triage.red_list', 'safety.rf', 'care.medicines'):
        world.run(f'{name} is fixed', ['--version'], {}, lambda done: '' if any(one['id'] == name for one in fixed) else 'no')
    for one in fixed:
        laid(world, f'{one["id"]} in other words', [{**one, 'text': {'en': 'Wait at home until Monday.'}}],
             weaker('is a text that nobody replaces'), 'sayings')
        laid(world, f'{one["id"]} let loose', [{k: v for k, v in one.items() if k != 'fixed'}],
             weaker('is a text that nobody replaces'), 'sayings')
        laid(world, f'{one["id"]} in its own place', [one], taken, 'sayings')
    loose = next(one for one in sayings if one['id'] == 'sheet.choice')
    laid(world, 'another text', [{**loose, 'text': {'en': 'You choose'}}], taken, 'sayings')


def things(world):
    cream = entry(world, 'lidocaine_prilocaine_25_25')['value']
    pen = next(one for one in values(world, 'device', 'devices') if one.get('age_min'))
    lips = next(one for one in values(world, 'zone', 'zones') if 'depth' not in one and not one.get('parts'))
    cases = [
        ('agents', 'a higher ceiling', cream, lambda a: a['ceilings'][0].update(mass='61 g'), 'gone or higher'),
        ('agents', 'a ceiling that is gone', cream, lambda a: a.update(ceilings=[]), 'gone or higher'),
        ('agents', 'a group that is gone', cream, lambda a: a.update(groups=a['groups'][1:]), 'protects less'),
        ('devices', 'a younger age', pen, lambda d: d.update(age_min=d['age_min'] - 1), 'protects less'),
        ('devices', 'another kind', pen, lambda d: d.update(kind='stamp'), 'protects less'),
        ('zones', 'a zone treated after all', lips, lambda z: z.update(
            depth={'value': '1 mm', 'sources': ['default'], 'status': 'default', 'grade': 'D'}), 'protects less'),
    ]
    watch = next(one['value'] for one in entry(world, 'watch')['entries'] if one['value'].get('level') == 'emergency')
    law = next(one for one in values(world, 'credential', 'credentials') if one.get('professions'))
    never = next(one for one in values(world, 'agent', 'agents') if one.get('under', {}).get('is') == 'never')
    stop = next(one for one in values(world, 'stop', 'stops') if one.get('opens'))
    cases += [
        ('watch', 'a call that can wait', watch, lambda w: w.update(level='message'), 'protects less'),
        ('credentials', 'whoever', law, lambda c: c.pop('professions'), 'protects less'),
        ('agents', 'an agent that nobody puts through skin', never, lambda a: a['under'].update({'is': 'clinic'}),
         'protects less'),
        ('stops', 'a stop that opens nothing', stop, lambda s: s.pop('opens'), 'protects less'),
    ]
    deep = next(one for one in values(world, 'device', 'devices') if one.get('labelled', {}).get('value'))
    cases.append(('devices', 'a deeper label', deep, lambda d: d['labelled'].update(value='9 mm'), 'protects less'))
    cases += care(world)
    for key, name, value, spoil, says in cases:
        worse = copy.deepcopy(value)
        spoil(worse)
        laid(world, name, [worse], weaker(says), key)
        laid(world, f'not: {name}', [value], taken, key)
    lower = copy.deepcopy(cream)
    lower['ceilings'][0].update(mass='40 g')
    laid(world, 'a lower ceiling', [lower], taken, 'agents')


# ---- the folder ----

# A file in it is read or refused, and never passed over.
def folders(world):
    good = {'p.yaml': GOOD, 'k/x.yaml': RULE}
    args = ['screen', 'p.yaml', *ON, '--knowledge', 'k']
    for name in ('ours.yml', 'rules.json', 'a.YAML', 'x.yaml~', 'yaml'):
        world.refused(f'a file named {name}', CONTENT, args, {**good, f'k/{name}': RULE}, f'k/{name}: file: {name}: ',
                      'allowed: names that end in .yaml')
    world.answered('a README and a hidden file', args, {**good, 'k/README.md': 'x', 'k/.x.yml': 'x'})
    for name in ('README', '.x.yaml'):
        world.refused(f'nothing but {name}', CONTENT, args, {'p.yaml': GOOD, f'k/{name}': 'x'}, 'k: folder: nothing: ',
                      'at least one file whose name ends in .yaml')
    world.refused('a file as a folder', INOUT, [*args[:-1], 'p.yaml'], good, 'p.yaml: folder: ',
                  'allowed: a folder that can be read')


# Many entries are answered or refused by name, and end no process.
def crowds(world):
    note = '- {id: n%d-%d, text: {en: n}, rows: [CI-10], sources: [default], status: default, grade: D}\n'
    files = {f'k/{i}.yaml': 'notes:\n' + ''.join(note % (i, k) for k in range(500)) for i in range(80)}
    some = dict(list(files.items())[:25])
    world.answered('12500 notes on one row', ['evidence', '--check', '--knowledge', 'k'], some)
    world.refused('40000 notes', LIMIT, ['evidence', '--check', '--knowledge', 'k'], files, 'k/', 'are too many; allowed: ')


# ---- words, and what is called seen ----

def words(world):
    told = next(r for r in values(world, 'rule', 'rules') if r['cases'][0]['class'] == 'refuse' and r['cases'][0].get('told'))
    gone, ours = 'is a reason of the built-in rule that is not given', 'is a reason that the built-in rule does not give'
    case = {'class': 'refuse', 'because': {'en': 'harmless'}, 'where': [], 'sources': ['default'], 'status': 'default', 'grade': 'D'}
    for name, spoil, says in (
            ('another reason', lambda r: r['cases'][0].update(because={'en': 'harmless'}), gone),
            ('other words to the person', lambda r: r['cases'][0].update(told={'en': 'harmless'}), gone),
            ('no words to the person', lambda r: r['cases'][0].pop('told'), gone),
            ('a reason of its own', lambda r: r['cases'].append(case), ours),
            ('a rule kept from the person', lambda r: r.update(private=True), 'keeps from the person')):
        laid(world, name, [shadows(world, told, spoil)], weaker(says))
    laid(world, 'a reason in German as well', [shadows(world, told, lambda r: r['cases'][0]['because'].update(de='Grund.'))], taken)
    card, stop = values(world, 'card', 'cards')[0], values(world, 'stop', 'stops')[0]
    for key, entry_of in (('cards', card), ('stops', stop)):
        laid(world, f'{key}: in its own place', [entry_of], taken, key)
        laid(world, f'{key}: a translation', [shadows(world, entry_of, lambda c: c['acts'][0]['text'].update(de='Weg damit.'))], taken, key)
        for name, spoil in (('another act', lambda c: c['acts'][0]['text'].update(en='Wait.')),
                            ('an act that is gone', lambda c: c['acts'].pop()),
                            ('an act more', lambda c: c['acts'].append({**c['acts'][0], 'text': {'en': 'Wait.'}})),
                            ('other acts first', lambda c: c['acts'].reverse()),
                            ('no English', lambda c: c['acts'][0].update(text={'de': 'Weg damit.'}))):
            laid(world, f'{key}: {name}', [shadows(world, entry_of, spoil)], weaker('other words of safety'), key)
    for name, one, says in (
            ('a place that is none', {'id': 'triage.days', 'text': {'en': '{n} days {untill}'}}, '{untill}: is no place of the built-in text'),
            ('a place in German that is none', {'id': 'triage.days', 'text': {'en': '{n} days', 'de': '{m} Tage'}}, '{m}: is no place'),
            ('a place without its end', {'id': 'triage.days', 'text': {'en': '{n days'}}, 'is no place'),
            ('a text nobody knows', {'id': 'triage.dayz', 'text': {'en': 'days'}}, 'is no text of the program')):
        laid(world, name, [one], weaker(says), 'sayings')
    laid(world, 'a text in German as well', [{'id': 'triage.days', 'text': {'en': '{n} days', 'de': '{n} Tage'}}], taken, 'sayings')
    device = {'id': 'x', 'label': {'en': 'x'}, 'kind': 'rf', 'safety': 'ours', 'sources': ['default'], 'status': 'default', 'grade': 'D'}
    world.run('a text that a device names', ['screen', 'p.yaml', *ON, '--knowledge', 'k'], {'p.yaml': GOOD, 'k/x.yaml': json.dumps(
        {'devices': [device], 'sayings': [{'id': 'ours', 'text': {'en': 'Hot.'}}]})}, taken)
    for source, status, check in (('default', 'seen', weaker('was not seen in a source')), ('clinic', 'seen_second_hand', weaker('was not seen')),
                                  ('default', 'default', taken), ('R76', 'seen', taken)):
        number = {'id': 'x', 'unit': '1', 'median': 2, 'sources': [source], 'status': status}
        laid(world, f'{source} called {status}', [number], check, 'parameters')


# ---- any damage at all ----

def shipped(root):
    folder, files = os.path.join(root, 'knowledge'), {}
    for name in sorted(os.listdir(folder)):
        if name.endswith('.yaml'):
            with open(os.path.join(folder, name), 'rb') as file:
                files[name] = file.read()
    return files


def spoil_bytes(chance, data):
    out = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 8])):
        at = chance.randrange(len(out))
        way = chance.randrange(4)
        if way == 0:
            out[at] = chance.randrange(256)
        elif way == 1:
            del out[at:at + chance.choice([1, 4, 64])]
        elif way == 2:
            out[at:at] = chance.choice([b'x', b'\n', b': ', b'- ', b'[', b'{', b'-1e308', b'\xff'])
        else:
            end = chance.randrange(at, min(len(out), at + 400) + 1)
            out[at:at] = out[at:end]
    return bytes(out)


# A line, a key or a scalar somewhere else than it was.
def spoil_lines(chance, data):
    lines = data.split(b'\n')
    i, k = chance.randrange(len(lines)), chance.randrange(len(lines))
    way = chance.randrange(4)
    if way == 0:
        lines[i], lines[k] = lines[k], lines[i]
    elif way == 1:
        del lines[i]
    elif way == 2:
        lines.insert(i, lines[k])
    else:
        words = re.findall(rb'[\w.-]+', data)
        lines[i] = re.sub(rb'[\w.-]+', lambda _: chance.choice(words), lines[i], count=chance.choice([1, 1, 3]))
    return b'\n'.join(lines)


def any_damage(world, root, n):
    chance = random.Random(4)
    files = shipped(root)

    def check(done):
        if done.returncode in (0, CONTENT, LIMIT) and (done.returncode == 0) == bool(done.stdout):
            return ''
        return f'status {done.returncode}: {tail(done.stderr)}'
    for i in range(n):
        name = chance.choice(sorted(files))
        spoilt = (spoil_bytes if i % 2 else spoil_lines)(chance, files[name])
        verb = ['plan', 'p.yaml', '--members', '20', '--json'] if i % 4 == 0 else ['screen', 'p.yaml', '--json']
        world.run(f'damage {i} of {name}', [*verb, *ON, '--knowledge', 'k'],
                  {'p.yaml': GOOD, 'k/' + name: spoilt}, check)


def main():
    world = World(sys.argv[1], sys.argv[2])
    damages(world)
    each_by_itself(world)
    each_weaker(world)
    single_weaknesses(world)
    things(world)
    texts(world)
    folders(world)
    crowds(world)
    words(world)
    any_damage(world, sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 40 if world.wrap else 300)
    print(f'{world.passed} passed, {world.failed} failed')
    return world.failed > 0


if __name__ == '__main__':
    sys.exit(main())
