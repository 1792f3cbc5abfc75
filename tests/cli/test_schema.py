#!/usr/bin/python3
# test_schema STIPPLE ROOT: the schemas the program prints are schemas; they take what the program takes and prints,
# and refuse what it refuses by its tables; every vocabulary and every source can be asked for.
# $STIPPLE_WRAP, split by spaces, stands before every call.
# SPDX-License-Identifier: Apache-2.0
import copy
import json
import os
import re
import subprocess
import sys
import tempfile

import jsonschema

from bad_fields import GOOD

ON = ['--on', '2026-03-02', '--members', '50']
NOUNS = ['patient', 'clinic', 'checkin', 'triage', 'screening', 'plan', 'quantity', 'simulation', 'curve', 'setup_depth',
         'setup_closure', 'setup_outcome', 'setup_uptake',
         'setup_healing', 'catalogue', 'rule', 'source', 'texts']
SECONDS = 120

PERSON = {
    'format': 'stipple-patient/1', 'name': 'A', 'invented': True, 'birth_date': '1994-06-14', 'sex': 'female',
    'phototype': 5, 'lightness_l': 55.5, 'recorded_on': '2026-03-02', 'pregnant': 'no', 'breastfeeding': 'no',
    'goals': [{'indication': 'acne_scars', 'zones': ['cheeks'], 'severity': {'scale': 'goodman_baron', 'value': 3}}],
    'devices': ['pen'], 'depth': '1.25 mm',
    'settings': {'sessions': 4, 'interval': '28 d', 'zones': [
        {'zone': 'cheeks', 'depth': '1.25 mm', 'passes': 4, 'speed': '8 cm/s', 'cartridge': 'pen_12'}]},
    'conditions': [{'code': 'diabetes', 'status': 'controlled', 'since': 'unknown', 'hba1c': 6.5}],
    'medications': [{'code': 'antiplatelet', 'stopped': 'ongoing', 'prescribed': 'yes', 'inr': 'unknown'}],
    'allergies': [{'code': 'latex', 'status': 'unknown'}], 'implants': [],
    'procedures': [{'code': 'filler', 'date': '2025-01-01', 'zones': ['lips']}],
    'exposures': [{'code': 'tan', 'date': '2025-08-01', 'resolved': '2025-10-01'}],
    'anaesthetic': 'planned', 'agents': [], 'smoking': 'former', 'weight': '68 kg', 'inr': 1.1,
    'languages': ['en', 'de'], 'contact': {'name': 'B', 'phone': '1'}, 'expectations': 'realistic',
    'limits': {'budget': '1400 USD', 'downtime': '4 d', 'sessions_max': 4, 'interval_min': 28,
               'visit_minutes': '90 min', 'events': [{'date': '2026-07-01', 'clear_days': 14}],
               'days_away': [{'from': '2026-05-01', 'to': '2026-05-08'}]},
    'overrides': [{'rule': 'CI-21', 'by': 'physician', 'name': 'C', 'date': '2026-03-01', 'reason': 'r'}],
    'clearances': [{'rule': 'CI-32', 'asked': '2026-02-01', 'received': '2026-02-08'}],
    'prophylaxis': {'decided': 'unknown'}, 'test_spots': [{'date': '2026-01-01', 'result': 'unchanged'}],
    'given': [{'number': 1, 'date': '2026-02-01', 'status': 'given', 'reactions': []}],
    'outcomes': [{'date': '2026-02-01', 'scale': 'gais', 'value': 2}],
    'diagnosis': [{'indication': 'acne_scars', 'by': 'C'}],
}

# A path into the person, and what is put there (... takes it away): both the program and the schema refuse it.
REFUSED = [
    (['smokin'], 'never'), (['format'], 'stipple-patient/2'), (['sex'], 'Female'), (['sex'], None), (['sex'], ['male']),
    (['phototype'], 7), (['phototype'], 0), (['phototype'], 4.5), (['phototype'], '5'), (['lightness_l'], 0.5),
    (['weight'], 68), (['weight'], 'kg'), (['weight'], ['68 kg']), (['pregnant'], True), (['invented'], 'yes'),
    (['birth_date'], '14.06.1994'), (['birth_date'], 1994), (['birth_date'], '1994-6-14'), (['goals'], {}),
    (['goals', 0], 'acne_scars'), (['goals', 0, 'indication'], 'acne'), (['goals', 0, 'indication'], ...),
    (['goals', 0, 'zones'], 'cheeks'), (['goals', 0, 'zones'], ['cheek']), (['goals', 0, 'zones'], ...),
    (['goals', 0, 'zone'], ['cheeks']), (['goals', 0, 'severity'], []), (['goals', 0, 'severity', 'value'], ...),
    (['goals', 0, 'severity', 'value'], -1), (['devices'], ['penn']), (['devices'], None),
    (['conditions', 0, 'code'], 'sugar'), (['conditions', 0, 'status'], 'bad'), (['conditions', 0, 'hba1c'], 2),
    (['conditions', 0, 'hba1c'], '6.5 %'), (['conditions', 0, 'since'], 'ongoing'),
    (['medications', 0, 'stopped'], 'soon'), (['medications', 0, 'inr'], 'high'), (['allergies', 0, 'status'], False),
    (['procedures', 0, 'code'], ...), (['exposures', 0, 'resolved'], 0), (['smoking'], 'sometimes'),
    (['contact', 'mail'], 'x'), (['limits', 'budget'], 1400), (['limits', 'budget'], '1400'),
    (['limits', 'budget'], '1400 dollars'), (['limits', 'sessions_max'], 0), (['limits', 'sessions_max'], 2.5),
    (['limits', 'events', 0, 'date'], ...), (['limits', 'days_away', 0, 'to'], ...), (['overrides', 0, 'rule'], ...),
    (['given', 0, 'number'], 65), (['given', 0, 'status'], 'done'), (['outcomes', 0, 'value'], ...),
    (['diagnosis', 0, 'indication'], 'x'), (['languages'], [7.5e3, []]), (['contact', 'name'], {}),
    (['settings', 'session'], 4), (['settings', 'sessions'], 0), (['settings', 'sessions'], 65),
    (['settings', 'sessions'], '4'), (['settings', 'sessions'], 2.5), (['settings', 'interval'], 28),
    (['settings', 'interval'], []), (['settings', 'zones'], {}), (['settings', 'zones', 0], 'cheeks'),
    (['settings', 'zones', 0, 'zone'], ...), (['settings', 'zones', 0, 'zone'], 'cheek'),
    (['settings', 'zones', 0, 'depth'], 1.25), (['settings', 'zones', 0, 'passes'], 31),
    (['settings', 'zones', 0, 'passes'], 0), (['settings', 'zones', 0, 'speed'], 8),
    (['settings', 'zones', 0, 'cartridge'], 'pen_13'), (['settings', 'zones', 0, 'needles'], 12),
    (['limits', 'interval_min'], []), (['limits', 'interval_min'], 'soon'), (['limits', 'interval_min'], 0),
]

TAKEN = [   # and what both take
    (['name'], ...), (['format'], ...), (['goals'], ...), (['goals'], []), (['devices'], ...), (['inr'], 'unknown'),
    (['conditions', 0, 'ended'], 'ongoing'), (['conditions', 0, 'hba1c'], 'unknown'), (['pregnant'], 'unknown'),
    (['weight'], '68kg'), (['weight'], '6.8e1 kg'), (['limits', 'interval_min'], '4 w'),
    (['limits', 'interval_min'], '28'), (['prophylaxis'], {}), (['limits'], {}), (['depth'], '1250 um'),
    (['settings'], {}), (['settings', 'zones'], []), (['settings', 'zones', 0, 'depth'], '1250 um'),
    (['settings', 'interval'], '4 w'), (['settings', 'zones', 0, 'cartridge'], ...),
    (['settings', 'zones', 0, 'speed'], '80 mm/s'),
]


class World:
    def __init__(self, stipple):
        self.call = [*os.environ.get('STIPPLE_WRAP', '').split(), os.path.abspath(stipple)]
        self.failed = self.passed = 0

    def run(self, args, text=''):
        done = subprocess.run([*self.call, *args], input=text.encode(), capture_output=True, timeout=SECONDS)
        if done.returncode < 0:
            sys.exit(f'{args}: ended by signal {-done.returncode}: {done.stderr.decode()}')
        return done

    def answer(self, args, text=''):
        done = self.run(args, text)
        if done.returncode:
            sys.exit(f'{args}: status {done.returncode}: {done.stderr.decode().strip()}')
        return json.loads(done.stdout)

    def claim(self, holds, what):
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print(what)


def changed(path, value):
    person = copy.deepcopy(PERSON)
    at = person
    if path == ['goals']:
        del person['settings']   # which name a zone of a goal
    for key in path[:-1]:
        at = at[key]
    if value is ...:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return person


def complaint(validator, reply):
    for error in validator.iter_errors(reply):
        return f'/{"/".join(map(str, error.absolute_path))}: {error.message[:200]}'
    return ''


# ---- schemas ----

def nodes(node, path=''):
    yield path, node
    if isinstance(node, dict):
        for key, below in node.items():
            yield from nodes(below, f'{path}/{key}')
    elif isinstance(node, list):
        for i, below in enumerate(node):
            yield from nodes(below, f'{path}/{i}')


def schemas(world):
    found = {}
    for noun in NOUNS:
        schema = world.answer(['schema', noun])
        jsonschema.Draft202012Validator.check_schema(schema)
        found[noun] = jsonschema.Draft202012Validator(schema)
        world.claim(schema['$schema'].endswith('2020-12/schema'), f'{noun}: which draft?')
        for path, node in nodes(schema):
            if isinstance(node, dict) and isinstance(node.get('$ref'), str):
                name = node['$ref'].removeprefix('#/$defs/')
                world.claim(name in schema['$defs'], f'{noun}{path}: {node["$ref"]} is nowhere')
            if isinstance(node, dict) and node.get('type') == 'object' and 'properties' in node:
                world.claim(node.get('additionalProperties') is False, f'{noun}{path}: takes any key')
                lost = [key for key in node['required'] if key not in node['properties']]
                world.claim(not lost, f'{noun}{path}: requires {lost}')
    return found


def both_agree(world, patient):
    for is_good, cases in ((True, TAKEN), (False, REFUSED)):
        for path, value in cases:
            person = changed(path, value)
            done = world.run(['screen', '-', *ON], json.dumps(person))
            what = f'{"/".join(map(str, path))} = {value!r}'
            said = done.stderr.decode().strip()
            world.claim((done.returncode == 0) == is_good, f'{what}: status {done.returncode}: {said}')
            wrong = complaint(patient, person)
            world.claim((not wrong) == is_good, f'{what}: the schema says: {wrong or "good"}')


def answers(world, found):
    people = [json.dumps(PERSON), '{}', '{"goals": []}', '{"age": 30}', GOOD,
              GOOD.replace('pregnant: no', 'pregnant: yes'), GOOD.replace('conditions: []', ''),
              GOOD.replace('conditions: []', 'conditions: [{code: behcet, status: active}]'),
              GOOD.replace('conditions: []', 'conditions: [{code: herpes_labialis, status: history},'
                           ' {code: raised_lesion, status: active, zones: [chin], spot: left, size: 3 mm}]'),
              GOOD.replace('devices: [pen]', 'devices: [pen, rf]').replace(
                  'implants: []', 'implants: [{code: pacemaker}]'),
              GOOD.replace('[cheeks, chin]', '[full_face, scalp, neck, abdomen]')]
    for i, person in enumerate(people):
        wrong = complaint(found['screening'], world.answer(['screen', '-', '--json', *ON], person))
        world.claim(not wrong, f'screen, person {i}: {wrong}')
        wrong = complaint(found['plan'], world.answer(['plan', '-', '--json', *ON], person))
        world.claim(not wrong, f'plan, person {i}: {wrong}')


# ---- evidence ----

def codes_of(world, name):
    reply = world.answer(['evidence', '--codes', name, '--json'])
    codes = [row['code'] for row in reply['codes']]
    world.claim(reply['format'] == 'stipple-codes/1' and reply['noun'] == name, f'{name}: what is it?')
    world.claim(codes and len(codes) == len(set(codes)), f'{name}: {codes}')
    world.claim(all(row['label'] for row in reply['codes']), f'{name}: a code without its label')
    return codes


def vocabularies(world, found):
    said = world.run(['evidence', '--codes', 'no such vocabulary']).stderr.decode()
    names = said.split('; allowed: ')[1].split(', rules, ')[0].split(', ')
    world.claim(len(names) >= 15, f'only {names}')
    for name in names + ['rules', 'notes', 'parameters']:
        codes_of(world, name)
    fields = {'sex': ['sex'], 'smoking': ['smoking'], 'pregnant': ['pregnant'], 'anaesthetic': ['anaesthetic']}
    for name, path in fields.items():
        schema = found['patient'].schema['properties'][path[0]]
        world.claim(codes_of(world, name) == schema['enum'], f'{name}: not as in the schema')
    defs = found['patient'].schema['$defs']
    for name, noun in (('conditions', 'condition'), ('medications', 'medication'), ('procedures', 'procedure')):
        world.claim(codes_of(world, name) == defs[noun]['properties']['code']['enum'], f'{name}: not as in the schema')
    for name in ('status', 'result', 'indication', 'profession', 'opening_days'):
        codes_of(world, name)


def evidence(world):
    rules = world.answer(['evidence', 'rules', '--json'])['entries']
    ids = codes_of(world, 'rules')
    world.claim([rule['id'] for rule in rules] == ids, 'rules: not the ids that --codes gives')
    keys = ('id', 'kind', 'value', 'because', 'sources', 'grade', 'status', 'conflicts', 'examples')
    for rule in rules:
        lost = [key for key in keys if key not in rule]
        world.claim(not lost, f'{rule["id"]}: lacks {lost}')
        world.claim(rule['sources'] and rule['because'] and len(rule['examples']) >= 2, f'{rule["id"]}: {rule}')
        world.claim(set(rule['value']['sources']) == set(rule['sources']), f'{rule["id"]}: sources not told')
    for one in ids[::15]:
        world.claim(world.answer(['evidence', one, '--json'])['id'] == one, f'{one}: is another')
    done = world.run(['evidence', '--check'])
    last = done.stdout.decode().splitlines()[-1]
    form = re.fullmatch(r'(\d+) sources (\d+) rules .*\b0 unsourced', last)
    world.claim(done.returncode == 0 and form, f'--check: {last}')
    world.claim(form and int(form.group(2)) == len(ids), f'--check counts other rules: {last}')
    counts = world.answer(['evidence', '--check', '--json'])
    told = {key: int(n) for n, key in re.findall(r'(\d+) (\w+)', last)}
    world.claim(told == {key: counts.get(key) for key in told}, f'--check --json: {counts}, not {last}')
    world.claim({'zones', 'devices', 'agents', 'trials', 'claims', 'examples'} <= set(told), f'--check: {last}')
    world.claim(counts['complaints'] == [], f'--check --json: {counts["complaints"]}')
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'ours.yaml'), 'w', encoding='utf-8') as f:
            f.write('parameters:\n- {id: bare, unit: "1", median: 2}\n')
        what = os.path.join(folder, 'ours.yaml') + (':2:33: parameters.bare.median: 2: has no source; allowed: a number '
                                                    'under a noun that gives sources, status and grade')
        done = world.run(['evidence', '--check', '--knowledge', folder])
        lines = done.stderr.decode().splitlines()
        world.claim(done.returncode == 2 and lines[0] == what and lines[-2].endswith(' 1 unsourced'), f'{lines}')
        world.claim(done.stdout == b'', f'{done.stdout}')
        done = world.run(['evidence', '--check', '--json', '--knowledge', folder])
        world.claim(done.returncode == 2 and done.stdout == b'', f'{done.stdout}')


# A clinic's own rule stands beside the others, and a stricter one with a known id takes its place.
def laid_over(world):
    own = {'id': 'OUR-1', 'rows': ['OUR-1'], 'topic': {'en': 't'}, 'scope': {'over': 'person'}, 'sources': ['default'],
           'status': 'default', 'grade': 'D',
           'cases': [{'where': [{'field': 'smoking', 'is': ['former']}], 'class': 'refuse', 'because': {'en': 'Ours.'}}],
           'examples': [{'name': 'stopped smoking', 'finds': 'refuse', 'patient': {'smoking': 'former'}},
                        {'name': 'never smoked', 'finds': 'nothing', 'patient': {}}]}
    before = codes_of(world, 'rules')
    same = world.answer(['evidence', before[0], '--json'])['value']
    plain = world.answer(['screen', '-', '--json', *ON], json.dumps(PERSON))
    for rule, n, verdict in ((own, 1, 'refuse'), (same, 0, plain['verdict'])):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, 'ours.yaml'), 'w', encoding='utf-8') as f:
                json.dump({'rules': [rule]}, f)
            reply = world.answer(['screen', '-', '--json', '--knowledge', folder, *ON], json.dumps(PERSON))
            world.claim(reply['verdict'] == verdict, f'{rule["id"]}: {reply["verdict"]}')
            after = world.answer(['evidence', '--codes', 'rules', '--json', '--knowledge', folder])['codes']
            world.claim(len(after) == len(before) + n, f'{rule["id"]}: {len(after)} rules')
            world.claim(reply['hashes']['knowledge'] != plain['hashes']['knowledge'], f'{rule["id"]}: the same hash')


# What a triage prints: its rules, signs, rows and sources.
def ids_of_triage(answer):
    ids = set(answer['sources'])
    for entry in answer['findings'] + answer['expected']:
        ids.update([entry['id'], *entry['evidence'], *entry['sources']])
    for finding in answer['findings']:
        for line in finding['advice']:
            ids.update([*line['evidence'], *line['sources']])
    return ids


# Every id that an answer prints can be asked for.
def ids_resolve(world, found):
    folder, ids = os.path.join(sys.argv[2], 'examples'), set()
    for name in sorted(os.listdir(folder)):
        if name.startswith('checkin-'):
            answer = world.answer(['triage', os.path.join(folder, name), '--json', *ON])
            wrong = complaint(found['triage'], answer)
            world.claim(not wrong, f'{name}: {wrong}')
            ids |= ids_of_triage(answer)
            continue
        if name == 'clinic.yaml' or not name.endswith('.yaml'):
            continue
        plan = world.answer(['plan', os.path.join(folder, name), '--json', *ON])
        for finding in plan['screening']['findings']:
            ids.update([finding['id'], *finding['evidence'], *finding.get('notes', []), *finding['sources']])
        ids.update(ceiling['rule'] for ceiling in (plan['numbing'] or {}).get('ceilings', []))
        for key in ('risks', 'alternatives', 'watch', 'aftercare', 'disagreement'):
            ids.update(entry['id'] for entry in plan[key])
        ids.update(plan['sources'])
    for one in sorted(ids):
        done = world.run(['evidence', one, '--json'])
        world.claim(done.returncode == 0, f'{one}: is printed, but cannot be asked for')


# The examples of the contract are of the form that is published.
def illustrations(world, found):
    with open(os.path.join(sys.argv[2], 'docs', 'contract.md'), encoding='utf-8') as file:
        blocks = re.findall(r'```json\n(.*?)```', file.read(), re.S)
    world.claim(len(blocks) >= 2, 'the contract has illustrations')
    for block in blocks:
        answer = json.loads(block)
        noun = answer['format'].removeprefix('stipple-').removesuffix('/1')
        wrong = complaint(found[noun], answer)
        world.claim(not wrong, f'the illustration of {noun}: {wrong}')


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: test_schema.py STIPPLE ROOT')
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home)
        for name in ('STIPPLE_DATA', 'XDG_DATA_HOME', 'STIPPLE_TODAY'):
            os.environ.pop(name, None)
        world = World(sys.argv[1])
        found = schemas(world)
        wrong = complaint(found['patient'], PERSON)
        world.claim(not wrong, f'the person: {wrong}')
        both_agree(world, found['patient'])
        answers(world, found)
        vocabularies(world, found)
        evidence(world)
        laid_over(world)
        illustrations(world, found)
        ids_resolve(world, found)
    print(f'{world.passed} passed, {world.failed} failed')
    sys.exit(1 if world.failed else 0)


if __name__ == '__main__':
    main()
