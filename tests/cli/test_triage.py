#!/usr/bin/python3
# test_triage STIPPLE ROOT: every check-in of examples/ is answered as expected, in JSON and in words, and bad ones are
# refused with their place. $STIPPLE_WRAP, split by spaces, stands before every call.
# SPDX-License-Identifier: Apache-2.0
import json
import os
import subprocess
import sys
import tempfile

ON = '2026-03-02'
# name: level, within, seen within, ids that must be found, does the course stop, and what the person must read
EXPECTED = {
    'checkin-day3': ('self_care', None, None, ['usual_redness'], False, ['for up to 3 days', 'there after 3 days']),
    'checkin-peeling-day4': ('self_care', None, None, ['TR-13'], False, ['Moisturise', 'gets worse']),
    'checkin-growing-day6': ('same_day', 12, None, ['TR-06', 'TR-17', 'TR-06b'], False, ['seen today', 'brown and black skin']),
    'checkin-pus-day1': ('same_day', 12, None, ['TR-04'], True, ['seen today', '+1 555 0199']),
    'checkin-blue-lips': ('emergency', 0, None, ['TR-15'], False, ['Call 911 now. Do not wait for us.']),
    'checkin-mei-zhou': ('message', 24, 168, ['TR-07'], True, ['serum of your own', 'within 7 days', 'No further treatment']),
    'checkin-kwame-mensah': ('message', 24, 336, ['TR-09'], True, ['within 14 days', 'No further treatment']),
    'checkin-all-well': ('self_care', None, None, ['TR-27'], False, ['The red list.', 'pain in the chest', 'call 911 at once']),
    'checkin-unknown-word': ('message', 24, None, ['TR-22'], False, ['did not understand "prickly feeling"', 'If any of it is true, or it is getting worse quickly, call 911 now.']),
    'checkin-own-words': ('message', 24, None, ['TR-23'], False, ['own words are read by a clinician']),
    'checkin-blisters-near-eye': ('emergency', 0, None, ['TR-03b', 'TR-03'], True, ['Call 911 now.']),
}
# What is true of the same redness, and would speak against being seen today.
UNSAID = {'checkin-growing-day6': ['no alarm', 'in a few hours', 'mostly over', 'may be growing', 'Usual at this time'],
          'checkin-kwame-mensah': ['seen today', 'Call 911 now']}
# Codes and words of files that nobody should read.
IDS = ['same_day', 'self_care', 'seen_second_hand', 'infection_signs', 'hours_since', 'lidocaine_prilocaine', 'dark_patches', '; default]',
       '1 hours', '{']
ALWAYS = ['If it gets worse, or you are unsure, call', '911', '+1 555 0100',
          'Research and decision support. Not a cleared medical device. The clinician decides.']
BAD = [
    ('neither day nor date', 'symptoms: []', 'c.yaml:1:1: days_since_session: nothing: '),
    ('both day and date', 'days_since_session: 1\nsession_date: 2026-03-01\n', 'c.yaml:2:15: session_date: 2026-03-01: '),
    ('4000 days', 'days_since_session: 4000', 'c.yaml:1:21: days_since_session: 4000: is out of range'),
    ('half a day', 'days_since_session: 1.5', 'c.yaml:1:21: days_since_session: 1.5: is no whole number'),
    ('a session tomorrow', 'session_date: 2026-03-03', 'c.yaml:1:15: session_date: 2026-03-03: lies after'),
    ('a session ten years ago', 'session_date: 2016-03-03', 'c.yaml:1:15: session_date: 2016-03-03: lies too far back'),
    ('hours that contradict', 'days_since_session: 1\nhours_since_session: 60\n',
     'c.yaml:2:22: hours_since_session: 60: contradicts'),
    ('60 degrees', 'days_since_session: 1\ntemperature_c: 60\n', 'c.yaml:2:16: temperature_c: 60: is out of range'),
    ('severity 11', 'days_since_session: 1\nsymptoms: [{code: pain, severity: 11}]\n',
     'c.yaml:2:35: symptoms[0].severity: 11: is out of range'),
    ('a direction that is none', 'days_since_session: 1\nsymptoms: [{code: pain, direction: wurse}]\n',
     'c.yaml:2:36: symptoms[0].direction: wurse: '),
    ('a symptom without a code', 'days_since_session: 1\nsymptoms: [{severity: 1}]\n', 'c.yaml:2:12: symptoms[0]: '),
    ('a key that is none', 'days_since_session: 1\nfeels_sick: yes\n', 'c.yaml:2:1: feels_sick: yes: is no key'),
    ('another format', 'format: stipple-patient/1\ndays_since_session: 1\n', 'c.yaml:1:9: format: '),
    ('a device that is none', 'days_since_session: 1\ndevice: pencil\n', 'c.yaml:2:9: device: pencil: '),
]
WEAK = '''triage:
  - id: TR-02
    topic: {en: "a reaction"}
    level: message
    within: "24 h"
    when: [{codes: [trouble_breathing]}]
    because:
      en: "Trouble breathing, a swelling tongue or throat, a rash all over or being very ill can be
        a reaction of the whole body."
    do_now: {en: "Sit up if breathing is hard, and stay with somebody."}
    sources: [default]
    status: default
    grade: D
    examples:
      - {name: "One", fires: yes, checkin: {days_since_session: 1, symptoms: [{code: trouble_breathing}]}}
      - {name: "None", fires: no, checkin: {days_since_session: 1, symptoms: []}}
'''
# Copies of TR-04, and what is said of them.
WEAKER = [
    ('the same rule', {}, ''),
    ('a faster rule', {'within': '2 h'}, ''),
    ('a slower rule', {'within': '30 h'}, 'weak.yaml:1:'),
    ('a rule that lets treatment go on', {'stops': False}, 'triage.TR-04.stops: false: lets treatment go on'),
    ('a rule that asks', {'absent': 'asks', 'if_so': {'en': 'there is pus'}}, 'takes what was not told for the milder'),
    ('a rule that knows no fever', {'when': [{'codes': ['pus', 'red_streaks', 'yellow_crusts']}]}, 'TR-04'),
    ('a rule that a better day silences', {'when': [{'codes': ['pus', 'fever', 'red_streaks', 'yellow_crusts'],
                                                    'direction': ['better', 'same']}]}, 'worse direction more mildly'),
    ('a rule of no symptom', {'when': [{'codes': ['puss']}]}, 'is no symptom'),
    ('a rule without examples', {'examples': []}, 'TR-04'),
    ('a code that is no symptom, at its place', {'when': [{'codes': ['puss']}]}, 'puss: is no symptom; allowed: a code of symptoms'),
    ('a warning in other words', {'because': {'en': 'It is harmless.'}}, 'triage.TR-04.because: It is harmless.: are other words'),
    ('another language beside', {'because': {'en': None, 'de': 'Eiter.'}}, ''),
]


def clause(rule, **change):
    return {'when': [{**one, **change} for one in rule['when']]}


def without(rule, key, word):
    return {'when': [{**one, key: [each for each in one[key] if each != word]} if key in one else one for one in rule['when']]}


# Copies of any rule that hold less often than it, in one way each; no example of it need show that.
NARROWER = [
    ('a sign that is gone', 'TR-02', lambda r: without(r, 'codes', 'swollen_tongue_or_throat')),
    ('an end', 'TR-02', lambda r: clause(r, to='480 h')),
    ('a beginning', 'TR-02', lambda r: clause(r, **{'from': '1 h'})),
    ('a threshold', 'TR-02', lambda r: clause(r, severity_at_least=1)),
    ('some devices only', 'TR-02', lambda r: clause(r, devices=['pen', 'rf'])),
    ('some agents only', 'TR-02', lambda r: clause(r, agents=['lidocaine_4'])),
    ('deep sessions only', 'TR-02', lambda r: clause(r, depth_at_least='0.5 mm')),
    ('with fever only', 'TR-02', lambda r: clause(r, temperature_at_least=38)),
    ('with a second sign only', 'TR-02', lambda r: clause(r, also=['fever'])),
    ('ill people only', 'TR-02', lambda r: clause(r, feels_ill=True)),
    ('people with a blood thinner only', 'TR-02', lambda r: clause(r, blood_thinner=True)),
    ('a zone that is gone', 'TR-03b', lambda r: without(r, 'near_eye', 'brows')),
    ('a higher temperature', 'TR-03b', lambda r: {'when': [{**one, **({'temperature_at_least': 38.1} if 'temperature_at_least' in one else {})} for one in r['when']]}),
    ('a code of several clauses that is gone', 'TR-04b', lambda r: without(r, 'codes', 'yellow_crusts')),
    ('a clause that is gone', 'TR-04b', lambda r: {'when': r['when'][:-1]}),
    ('a word of spreading that is gone', 'TR-04b', lambda r: without(r, 'spreading', 'yes')),
    ('an end after weeks', 'TR-14', lambda r: clause(r, to='1000 h')),
]
OURS = {'id': 'OUR-5', 'topic': {'en': 'ours'}, 'level': 'self_care', 'because': {'en': 'Usual.'}, 'call': {'en': 'Call if it grows.'},
        'sources': ['default'], 'status': 'default', 'grade': 'D'}
failures = []


def require(name, ok, what):
    if not ok:
        failures.append(f'{name}: {what}')


def run(*words, cwd=None):
    wrap = os.environ.get('STIPPLE_WRAP', '').split()
    return subprocess.run([*wrap, *words], capture_output=True, text=True, cwd=cwd, timeout=120)


def flat(text):
    return ' '.join(text.split())


def check_example(stipple, path, name):
    level, within, seen, ids, stops, said = EXPECTED[name]
    call = [stipple, 'triage', path, '--on', ON]
    done, again = run(*call, '--json'), run(*call, '--json')
    require(name, done.returncode == 0 and not done.stderr, f'status {done.returncode}: {done.stderr}')
    require(name, done.stdout == again.stdout, 'two answers differ')
    answer = json.loads(done.stdout)
    found = [one['id'] for one in answer['findings']]
    require(name, answer['format'] == 'stipple-triage/1', answer['format'])
    require(name, answer['level'] == level, f'level {answer["level"]}: {found}')
    require(name, answer['within_hours'] == within, f'within {answer["within_hours"]}')
    require(name, answer['seen_within_hours'] == seen, f'seen within {answer["seen_within_hours"]}')
    require(name, set(ids) <= set(found), f'found {found}')
    require(name, answer.get('stops', False) == stops, 'whether the course stops')
    for one in answer['findings'] + answer['expected']:
        require(name, one['sources'] and set(one['sources']) <= set(answer['sources']), f'sources of {one["id"]}')
        require(name, one['status'] and one.get('grade'), f'no grade of {one["id"]}')
    for one in answer['expected']:
        require(name, one['call'] and one['until_hours'] > 0, f'{one["id"]} does not say when to call')
    ranks = ['self_care', 'message', 'same_day', 'emergency']
    require(name, [ranks.index(one['level']) for one in answer['findings']] ==
            sorted((ranks.index(one['level']) for one in answer['findings']), reverse=True), 'the order of the findings')
    for text in ids:
        require(name, text in answer['text_clinic'], f'the clinic does not read {text}')
    person = run(*call, '--person')
    for text in said + ALWAYS:
        require(name, text in flat(person.stdout), f'the person does not read {text!r}')
    for text in UNSAID.get(name, []):
        require(name, text not in flat(person.stdout), f'the person reads {text!r}')
    for text in ids + ['grade', 'default']:
        require(name, text not in person.stdout.split(), f'the person reads {text!r}')
    require(name, flat(answer['text_person']) in flat(person.stdout), 'text_person is not what is printed')
    whole = run(*call)
    for text in ids + ['What the person reads', 'For the clinic', 'Sources']:
        require(name, text in whole.stdout, f'the report lacks {text!r}')
    order = [whole.stdout.find(text) for text in ('What the person reads', 'What was found', 'For the clinic', 'Usual at this time')]
    told = order[:3] + ([order[3]] if order[3] >= 0 else [])
    require(name, told == sorted(told), f'the parts stand in another order: {order}')
    require(name, (order[3] >= 0) == (bool(answer['expected']) and level in ranks[:2]), 'whether what is usual stands there')
    require(name, whole.stdout.count('after the second day or spreads') <= 1, 'what is usual closes more than once')
    for text in IDS:
        require(name, text not in answer['text_clinic'] + answer['text_person'], f'a code is read: {text}')


# The same fact, more days later or another answer: the level that words.md and the rules ask for.
def check_turns(stipple, folder):
    turns = [
        ('redness on day 1', {'days_since_session': 1, 'symptoms': [{'code': 'redness'}]}, 'self_care'),
        ('redness on day 6', {'days_since_session': 6, 'symptoms': [{'code': 'redness'}]}, 'same_day'),
        ('fading redness on day 6', {'days_since_session': 6, 'symptoms': [{'code': 'redness', 'direction': 'better'}]}, 'message'),
        ('growing redness on day 30', {'days_since_session': 30, 'symptoms': [{'code': 'redness', 'direction': 'worse'}]}, 'same_day'),
        ('a session of today by its date', {'session_date': ON, 'symptoms': [{'code': 'swelling', 'severity': 3}]}, 'self_care'),
        ('chest pain as people write it', {'days_since_session': 20, 'symptoms': [{'code': 'chest pain', 'direction': 'better'}]}, 'emergency'),
        ('a fast heartbeat', {'days_since_session': 2, 'agents': [], 'symptoms': [{'code': 'Fast heartbeat'}]}, 'emergency'),
        ('sight the other way round', {'days_since_session': 2, 'symptoms': [{'code': 'vision blurred'}]}, 'emergency'),
        ('a stiff neck with fever', {'days_since_session': 2, 'symptoms': [{'code': 'stiff neck with fever'}]}, 'emergency'),
        ('lips blue', {'days_since_session': 2, 'symptoms': [{'code': 'lips blue'}]}, 'emergency'),
        ('tongue swollen', {'days_since_session': 2, 'symptoms': [{'code': 'tongue swollen'}]}, 'emergency'),
        ('anaphylaxis', {'days_since_session': 2, 'symptoms': [{'code': 'anaphylaxis'}]}, 'emergency'),
        ('sepsis', {'days_since_session': 2, 'symptoms': [{'code': 'sepsis'}]}, 'emergency'),
        ('green discharge', {'days_since_session': 2, 'feels_ill': 'no', 'symptoms': [{'code': 'green discharge', 'near_eye': 'no', 'spreading': 'no'}]}, 'same_day'),
        ('black skin is no blue lips', {'days_since_session': 1, 'symptoms': [{'code': 'black skin', 'direction': 'same'}]}, 'message'),
        ('a stiff neck', {'days_since_session': 2, 'feels_ill': 'no', 'temperature_c': 37, 'symptoms': [{'code': 'stiff neck'}]}, 'message'),
        ('an unknown word, strong', {'days_since_session': 2, 'symptoms': [{'code': 'wibble', 'severity': 7}]}, 'same_day'),
        ('dark patches that grow', {'days_since_session': 5, 'symptoms': [{'code': 'hyperpigmentation', 'direction': 'worse'}]}, 'message'),
        ('peeling that gets more on day 4', {'days_since_session': 4, 'symptoms': [{'code': 'flaking', 'direction': 'worse'}]}, 'message'),
        ('a code as people write it', {'days_since_session': 1, 'symptoms': [{'code': 'Shortness of breath'}]}, 'emergency'),
    ]
    for name, checkin, level in turns:
        path = os.path.join(folder, 'turn.json')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump(checkin, file)
        done = run(stipple, 'triage', path, '--on', ON, '--json')
        require(name, done.returncode == 0, done.stderr)
        require(name, done.returncode == 0 and json.loads(done.stdout)['level'] == level,
                json.loads(done.stdout)['level'] if done.returncode == 0 else '')


# What is usual after a session hangs on its depth and on the skin; a depth that was not told counts as the shallower.
def check_usual(stipple, folder):
    def usual(**facts):
        path = os.path.join(folder, 'usual.json')
        with open(path, 'w', encoding='utf-8') as file:
            json.dump({'symptoms': [{'code': 'redness', 'direction': 'better'}], **facts}, file)
        answer = json.loads(run(stipple, 'triage', path, '--on', ON, '--json').stdout)
        return answer, {one['symptom']: one for one in answer['expected']}
    for depth, until in (('0.3 mm', 48), ('1.0 mm', 72)):
        expected = usual(days_since_session=1, depth=depth)[1]
        require(depth, expected['redness']['until_hours'] == until and expected['redness']['told'], expected['redness'])
    answer, expected = usual(days_since_session=3)
    require('depth not told', 'redness' not in expected and answer['level'] == 'message', answer['level'])
    require('depth not told', any(one['fact'] == 'depth' and one['counted'] for one in answer['ask']), answer['ask'])
    for phototype, skin in ((2, 'On light skin'), (5, 'On brown skin'), (6, 'On black skin')):
        looks = usual(days_since_session=1, phototype=phototype)[1]['redness']['looks']
        require(skin, looks.startswith(skin) and looks.count('On ') == 1, looks)
    looks = usual(days_since_session=1)[1]['redness']['looks']
    require('skin type not told', looks.count('On ') == 3, looks)
    require('after two weeks', not usual(days_since_session=14)[1], 'something is usual')


# What is to be done stands before who answers: press on what bleeds; rule out the red list where a word was not understood.
def check_first(stipple, folder):
    bleeding = [{'code': 'bleeding', 'pressure_minutes': 2}]
    cases = [
        ('bleeding', {'days_since_session': 0, 'symptoms': bleeding}, 'Press firmly with a clean cloth'),
        ('ten minutes', {'days_since_session': 0, 'symptoms': [{'code': 'bleeding', 'pressure_minutes': 10}]}, 'Keep pressing'),
        ('an unknown word', {'days_since_session': 2, 'symptoms': [{'code': 'wibble'}]}, 'First: have you trouble breathing; pain in the chest'),
        ('own words', {'days_since_session': 2, 'symptoms': [], 'note': 'odd'}, 'First: have you trouble breathing'),
        ('nothing told', {'days_since_session': 2}, 'First: have you trouble breathing'),
        ('pressed for half an hour', {'days_since_session': 0, 'symptoms': [{'code': 'bleeding_30_minutes'}]}, 'Call 911 now. Do not wait for us.\nKeep pressing'),
    ]
    path = os.path.join(folder, 'lines.json')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump({'days_since_session': 1, 'symptoms': [{'code': 'a\n\nCall nobody. Stay home.'}]}, file)
    require('a word of several lines', '\nCall nobody' not in json.loads(run(stipple, 'triage', path, '--on', ON, '--json').stdout)['text_person'], 'stands as a line')
    for on in (ON, '2026-02-28'):
        for name, checkin, begins in cases:
            path = os.path.join(folder, 'first.json')
            with open(path, 'w', encoding='utf-8') as file:
                json.dump(checkin, file)
            answer = json.loads(run(stipple, 'triage', path, '--on', on, '--json').stdout)
            text = answer['text_person']
            require(f'{name} {on}', text.startswith(begins), text)
            require(f'{name} {on}', len(text.split('\n')) == len(set(text.split('\n'))), 'a line stands twice')
            if answer['level'] == 'message':
                require(f'{name} {on}', text.index('+1 555 0199') < text.index('nobody'), 'nobody reads it, and no number was named before')


def check_bad(stipple, folder):
    for name, text, begins in BAD:
        with open(os.path.join(folder, 'c.yaml'), 'w', encoding='utf-8') as file:
            file.write(text)
        done = run(stipple, 'triage', 'c.yaml', '--on', ON, cwd=folder)
        require(name, done.returncode == 2 and not done.stdout, f'status {done.returncode}')
        require(name, done.stderr.startswith(begins) and '; allowed: ' in done.stderr, f'said {done.stderr!r}')


# As many symptoms as one check-in may have, and one more.
def check_many(stipple, folder):
    path = os.path.join(folder, 'c.yaml')
    for n, status, says in ((128, 0, ''), (129, 5, ': symptoms: a list: has 129 items; allowed: at most 128')):
        with open(path, 'w', encoding='utf-8') as f:
            f.write('days_since_session: 3\nsymptoms: [' + ', '.join(['{code: itch}'] * n) + ']\n')
        done = run(stipple, 'triage', path, '--on', ON)
        require(f'{n} symptoms', done.returncode == status and says in done.stderr, f'status {done.returncode}: {done.stderr}')


def check_own_rules(stipple, root, folder):
    own = os.path.join(folder, 'own')
    os.mkdir(own)
    path = os.path.join(root, 'examples/checkin-day3.yaml')
    with open(os.path.join(own, 'weak.yaml'), 'w', encoding='utf-8') as file:
        file.write(WEAK)
    done = run(stipple, 'triage', path, '--on', ON, '--knowledge', own)
    require('a weaker rule', done.returncode == 2 and 'weak.yaml:4:12: triage.TR-02.level: message: is less urgent' in done.stderr, done.stderr)
    with open(os.path.join(own, 'weak.yaml'), 'w', encoding='utf-8') as file:
        file.write(WEAK.replace('TR-02', 'OWN-1').replace('trouble_breathing', 'headache'))
    done = run(stipple, 'triage', path, '--on', ON, '--knowledge', own)
    require('a rule of one\'s own', done.returncode == 0, done.stderr)
    built_in = {one['id']: one['value'] for one in json.loads(run(stipple, 'evidence', 'triage', '--json').stdout)['entries']}
    rule = built_in['TR-04']
    for name, change, says in WEAKER:
        with open(os.path.join(own, 'weak.yaml'), 'w', encoding='utf-8') as file:
            if 'because' in change and not change['because']['en']:
                change = {'because': {**rule['because'], 'de': change['because']['de']}}
            json.dump({'triage': [{**rule, **change}]}, file)
        done = run(stipple, 'triage', path, '--on', ON, '--knowledge', own)
        require(name, done.returncode == (2 if says else 0) and says in done.stderr, f'{done.returncode} {done.stderr!r}')

    def refused(name, says, **lists):
        with open(os.path.join(own, 'weak.yaml'), 'w', encoding='utf-8') as file:
            json.dump(lists, file)
        done = run(stipple, 'evidence', '--check', '--knowledge', own)
        told = done.stdout + done.stderr
        require(name, done.returncode == (2 if says else 0) and says in told, f'{done.returncode} {told!r}')
    for name, of, change in NARROWER:
        refused(f'{of}: {name}', 'is a clause of the built-in rule that is gone or holds less often', triage=[{**built_in[of], **change(built_in[of])}])
    for name in sorted(built_in):
        refused(f'{name} in its own place', '', triage=[built_in[name]])
        if built_in[name]['level'] in ('same_day', 'emergency'):
            for key in ('because', 'do_now', *(['if_so'] if 'if_so' in built_in[name] else [])):
                refused(f'{name}: {key}', 'are other words of safety', triage=[{**built_in[name], key: {'en': 'harmless'}}])
    wider = {**built_in['TR-02'], 'when': [{'codes': [*built_in['TR-02']['when'][0]['codes'], 'hives_local']}]}
    refused('a code more', '', triage=[{**wider, 'examples': [one for one in wider['examples'] if one['fires'] == 'yes'] + [
        {'name': 'Itch', 'fires': 'no', 'checkin': {'days_since_session': 1, 'symptoms': [{'code': 'itch'}]}}]}])
    named = [one for one in built_in.values() if one['level'] == 'self_care' and 'codes' in one['when'][0]]
    refused('self-care that names nothing', 'calls usual what it does not name', triage=[{**named[0], 'id': 'OWN-2', 'when': [{'to': '48 h'}]}])
    refused('self-care for another code', 'leaves to self-care more', triage=[{**named[0], 'when': [{**named[0]['when'][0], 'codes': ['peeling', 'swollen_glands']}]}])
    check_own_usual(built_in, refused)
    signs = {one['id']: one['value'] for one in json.loads(run(stipple, 'evidence', 'signs', '--json').stdout)['entries']}
    check_own_signs(signs, refused)
    done = run(stipple, 'triage', path, '--on', ON, '--person', '--json')
    require('--person with --json', done.returncode == 2, done.returncode)


# Self-care of one's own: what a built-in rule leaves to self-care already, and nothing else.
def check_own_usual(built_in, refused):
    def examples(code):
        return [{'name': 'One', 'fires': 'yes', 'checkin': {'days_since_session': 0, 'hours_since_session': 5, 'symptoms': [{'code': code, 'direction': 'better'}]}},
                {'name': 'None', 'fires': 'no', 'checkin': {'days_since_session': 1, 'symptoms': []}}]

    def ours(code, **when):
        return {**OURS, 'when': [{'codes': [code], 'to': '24 h', 'direction': ['better', 'same'], 'spreading': ['no'], 'severity_below': 5, **when}],
                'examples': examples(code)}
    for code in ('burn', 'swollen_glands', 'numbness', 'headache', 'raised_scar', 'light_patches'):
        refused(f'{code} called usual', f'{code}: leaves to self-care more', triage=[ours(code)])
    refused('soreness on the first day', '', triage=[ours('pain')])
    refused('soreness for a week', 'pain: leaves to self-care more', triage=[ours('pain', to='168 h')])
    refused('strong soreness', 'pain: leaves to self-care more', triage=[ours('pain', severity_below=6)])
    refused('soreness that grows', 'pain: leaves to self-care more', triage=[ours('pain', direction=['better', 'same', 'worse'])])
    usual = built_in['usual_redness']
    refused('redness that spreads', 'redness: leaves to self-care more', triage=[{**usual, **clause(usual, spreading=['no', 'yes'])}])
    refused('redness without when to call', 'are other words of safety', triage=[{**usual, 'call': {'en': 'No need.'}}])
    slow = {**ours('numbness'), 'level': 'message', 'within': '20000 h'}
    slow['when'] = [{'codes': ['numbness']}]
    refused('a message that nobody reads for years', 'is slower than for a symptom of no rule', triage=[slow])
    refused('a message in a day', '', triage=[{**slow, 'within': '24 h'}])


def check_own_signs(signs, refused):
    swelling = signs['swelling']
    longer = {**swelling, 'to': {**swelling['to'], 'value': '600 h'}}
    refused('a sign in its own place', '', signs=[swelling])
    refused('a sign that ends sooner', '', signs=[{**swelling, 'to': {**swelling['to'], 'value': '48 h'}}])
    refused('a sign for 600 hours', 'signs.swelling.to', signs=[longer])
    refused('another sign for 600 hours', 'signs.ours.to', signs=[{**longer, 'id': 'ours'}])
    refused('a sign of something else', 'signs.ours.symptom', signs=[{**swelling, 'id': 'ours', 'symptom': 'pus'}])
    shallow = signs['redness_shallow']
    refused('a sign for deeper sessions', 'signs.redness_shallow.depth_at_most', signs=[{**shallow, 'depth_at_most': '1 mm'}])


def main():
    stipple, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    examples = os.path.join(root, 'examples')
    there = {name[:-5] for name in os.listdir(examples) if name.startswith('checkin-')}
    require('examples', there == set(EXPECTED), f'{sorted(there ^ set(EXPECTED))} without example or expectation')
    for name in sorted(there & set(EXPECTED)):
        check_example(stipple, os.path.join(examples, name + '.yaml'), name)
    with tempfile.TemporaryDirectory() as folder:
        check_turns(stipple, folder)
        check_usual(stipple, folder)
        check_first(stipple, folder)
        check_bad(stipple, folder)
        check_many(stipple, folder)
        check_own_rules(stipple, root, folder)
    codes = run(stipple, 'evidence', '--codes', 'symptoms', '--json')
    require('--codes symptoms', len(json.loads(codes.stdout)['codes']) > 40, codes.stdout[:80])
    print('\n'.join(failures + [f'{len(there)} check-ins, {len(BAD)} refusals, {len(failures)} failures']))
    return bool(failures)


if __name__ == '__main__':
    sys.exit(main())
