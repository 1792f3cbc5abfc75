#!/usr/bin/python3
# test_read STIPPLE ROOT: `read` prints a patient file as JSON from which the same plan comes, byte for byte; it holds
# every key of the file and no other; and what a plan refuses is refused here in the same words.
# $STIPPLE_WRAP, split by spaces, stands before every call. Prints each claim that fails, and a count at the end.
# SPDX-License-Identifier: Apache-2.0
import copy
import glob
import json
import os
import random
import subprocess
import sys
import tempfile

import jsonschema

STIPPLE, ROOT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
ON = ['--on', '2026-03-02']
MEMBERS = ['--members', '50']
ROUNDS = 60
PERSON = 'birth_date: 1990-01-01\ngoals: [{indication: acne_scars, zones: [cheeks]}]\n'
n = failed = 0

# What a plan refuses: in the bytes, in a field, between fields, against the knowledge, against the clinic.
REFUSED = [
    ('a list', '- a\n'), ('no YAML', 'name: "a\n'), ('a key twice', 'name: a\nname: b\n'), ('empty', ''),
    ('an anchor', 'name: &a b\n'), ('two documents', 'name: a\n---\nname: b\n'), ('not UTF-8', b'name: \xff\n'),
    ('an unknown key', PERSON + 'smokin: never\n'), ('no unit', PERSON + 'weight: 68\n'),
    ('a wrong unit', PERSON + 'weight: 68 cm\n'), ('a wrong word', PERSON + 'sex: mail\n'),
    ('a wrong zone', 'goals: [{indication: acne_scars, zones: [cheek]}]\n'), ('out of range', PERSON + 'phototype: 7\n'),
    ('a day to come', PERSON + 'recorded_on: 2026-03-03\n'),
    ('a stop before the start', PERSON + 'medications: [{code: dapsone, started: 2026-01-02, stopped: 2026-01-01}]\n'),
    ('beyond its scale', PERSON + 'outcomes: [{date: 2026-01-02, scale: vas, value: 900}]\n'),
    ('an unknown scale', PERSON + 'outcomes: [{date: 2026-01-02, scale: nosuch, value: 9}]\n'),
    ('an unknown rule', PERSON + 'overrides: [{rule: CI-99}]\n'),
    ('an unknown operator', PERSON + 'operator: nobody\n'),
    ('money of elsewhere', PERSON + 'limits: {budget: 900 XAU}\n'),
    ('too long a list', 'goals:\n' + '  - {indication: acne_scars, zones: [cheeks]}\n' * 513),
    ('too long a text', 'name: ' + 'a' * 5000 + '\n'),
]


def claim(holds, what, detail=''):
    global n, failed
    n += 1
    if not holds:
        failed += 1
        print(f'not so: {what} {detail}'[:600])
    return holds


def call(folder, *words):
    return subprocess.run([*os.environ.get('STIPPLE_WRAP', '').split(), STIPPLE, *words], cwd=folder,
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=120)


def put(folder, name, content):
    with open(os.path.join(folder, name), 'wb') as file:
        file.write(content if isinstance(content, bytes) else content.encode())


# JSON as the program writes it, of values whose numbers Python writes alike.
def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(',', ':'), ensure_ascii=False).encode() + b'\n'


def people():
    for path in sorted(glob.glob(os.path.join(ROOT, 'examples/*.yaml'))):
        name = os.path.basename(path)
        if name != 'clinic.yaml' and not name.startswith('checkin-'):
            yield name, path


def the_same_plan(folder, schema):
    all_read = []
    for name, path in people():
        done = call(folder, 'read', path, '--json', *ON)
        if not claim(done.returncode == 0 and not done.stderr, f'{name} is read', done.stderr):
            continue
        value = json.loads(done.stdout)
        all_read.append(value)
        claim(done.stdout == canonical(value), f'{name}: is canonical JSON')
        wrong = next(iter(schema.iter_errors(value)), None)
        claim(wrong is None, f'{name}: fits the schema of a patient', wrong and wrong.message)
        put(folder, 'read.json', done.stdout)
        claim(call(folder, 'read', 'read.json', '--json', *ON).stdout == done.stdout, f'{name}: read again it is the same')
        for verb, more in ('plan', MEMBERS), ('screen', []):
            first = call(folder, verb, path, '--json', *ON, *more)
            second = call(folder, verb, 'read.json', '--json', *ON, *more)
            claim(first.stdout and first.stdout == second.stdout, f'{name}: {verb} says the same of both')
        hashed = json.loads(first.stdout)['hashes']['input']
        claim(len(hashed) == 64 and hashed == json.loads(second.stdout)['hashes']['input'], f'{name}: one hash')
        told = call(folder, 'read', path, *ON)
        lines = told.stdout.decode()
        claim(told.returncode == 0 and value.get('name', 'Patient file') in lines, f'{name}: is told in words', lines)
    claim(len(all_read) >= 18, f'{len(all_read)} people')
    return all_read


# A file that lacks keys, or has [] in place of a list, is printed with those keys and no other. JSON is YAML too.
def every_key(folder, everybody, schema):
    chance = random.Random(7)
    read = 0
    for i in range(ROUNDS):
        value = copy.deepcopy(chance.choice(everybody))
        for key in sorted(value):
            if chance.random() < 0.5:
                del value[key]
            elif isinstance(value[key], list) and chance.random() < 0.3:
                value[key] = []
        name = f'p{i}.' + ('json' if i % 2 else 'yaml')
        put(folder, name, json.dumps(value, indent=1 + i % 3))
        done = call(folder, 'read', name, '--json', *ON)
        if done.returncode == 2:   # what was left out contradicts what stayed
            continue
        read += 1
        claim(done.stdout == canonical(value), f'{name}: every key and no other', done.stderr or done.stdout[:200])
        claim(not list(schema.iter_errors(json.loads(done.stdout))), f'{name}: fits its schema')
    claim(read > ROUNDS / 2, f'{read} of {ROUNDS} files were read')


def what_is_kept(folder):
    put(folder, 'p.yaml', PERSON + 'name: 12.50\ncontact: {phone: 491701234567890123}\ntest_spots: []\npregnant: unknown\n'
        'phototype: 4.0\nnote: "a\\tb\\n\\u00e9"\nlimits: {events: [{date: 2026-05-01, clear_days: 3}], downtime: 2 d}\n'
        'invented: true\ndepth: 1500 um\n')
    value = json.loads(call(folder, 'read', 'p.yaml', '--json', *ON).stdout)
    wanted = {'birth_date': '1990-01-01', 'goals': [{'indication': 'acne_scars', 'zones': ['cheeks']}], 'name': '12.50',
              'contact': {'phone': '491701234567890123'}, 'test_spots': [], 'pregnant': 'unknown', 'phototype': 4,
              'note': 'a\tb\n\u00e9', 'limits': {'events': [{'date': '2026-05-01', 'clear_days': 3}], 'downtime': '2 d'},
              'invented': True, 'depth': '1500 um'}
    claim(value == wanted, 'texts stay texts and numbers numbers, and nothing is added', value)
    told = ' '.join(call(folder, 'read', 'p.yaml', *ON).stdout.decode().split())
    claim('1: pregnant' in told, 'what is said to be unknown is named', told)
    claim('Acne scars: Cheeks' in told, 'the goals are named', told)


def refused_alike(folder):
    for name, text in REFUSED:
        put(folder, 'p.yaml', text)
        plan = call(folder, 'plan', 'p.yaml', *ON, *MEMBERS)
        read = call(folder, 'read', 'p.yaml', *ON)
        printed = call(folder, 'read', 'p.yaml', '--json', *ON)
        claim(plan.returncode in (2, 5) and plan.stderr, f'{name}: a plan refuses it', plan.stderr)
        claim((read.returncode, read.stdout, read.stderr) == (plan.returncode, b'', plan.stderr),
              f'{name}: is refused in the same words', read.stderr + b' / ' + plan.stderr)
        claim((printed.returncode, printed.stdout, printed.stderr) == (plan.returncode, b'', plan.stderr),
              f'{name}: with --json too')
    missing = call(folder, 'read', 'no.yaml')
    claim(missing.returncode == 4 and missing.stderr == call(folder, 'plan', 'no.yaml').stderr, 'a file that is not there')


def main():
    with tempfile.TemporaryDirectory() as folder:
        schema = jsonschema.Draft202012Validator(json.loads(call(folder, 'schema', 'patient').stdout))
        everybody = the_same_plan(folder, schema)
        every_key(folder, everybody, schema)
        what_is_kept(folder)
        refused_alike(folder)
    print(f'{n} claims, {failed} failed')
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
