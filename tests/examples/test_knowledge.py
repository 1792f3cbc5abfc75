#!/usr/bin/python3
# test_knowledge STIPPLE ROOT: the worked example of docs/knowledge.md does what the page says: the plan changes, the
# hash changes, the check passes; the pieces on the page are those of the files; mistakes are told as it shows them.
# $STIPPLE_WRAP, split by spaces, stands before every call.
# SPDX-License-Identifier: Apache-2.0
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

SECONDS = 120
PERSON = {'birth_date': '1991-01-15', 'sex': 'female', 'phototype': 2, 'recorded_on': '2026-03-02', 'pregnant': 'no',
          'breastfeeding': 'no', 'goals': [{'indication': 'acne_scars', 'zones': ['cheeks'], 'diagnosed': 'yes'}],
          'conditions': [], 'medications': [], 'allergies': [], 'implants': [], 'procedures': [], 'exposures': [],
          'anaesthetic': 'planned', 'agents': [], 'smoking': 'never', 'expectations': 'realistic'}


class World:
    def __init__(self, stipple, root):
        self.stipple, self.root, self.failed, self.claims = os.path.abspath(stipple), root, 0, 0
        self.folder = os.path.join(root, 'examples', 'knowledge', 'clinic')
        self.wrap = os.environ.get('STIPPLE_WRAP', '').split()

    def run(self, *args, person=None):
        return subprocess.run([*self.wrap, self.stipple, *args], capture_output=True, timeout=SECONDS,
                              input=json.dumps(person).encode() if person else None)

    def ask(self, verb, changes, *more):
        done = self.run(verb, '-', '--json', '--on', '2026-03-02', '--members', '50', *more, person={**PERSON, **changes})
        self.claim(done.returncode == 0, f'{verb} {changes}: {done.stderr.decode()}')
        return json.loads(done.stdout) if done.returncode == 0 else {}

    # The same without the file and with it.
    def both(self, verb, changes):
        laid = ['--knowledge', self.folder, '--clinic', os.path.join(self.folder, 'clinic.yaml')]
        return self.ask(verb, changes), self.ask(verb, changes, *laid)

    def claim(self, holds, what):
        self.claims += 1
        self.failed += not holds
        if not holds:
            print(what)


def the_table_holds(world):
    plain, ours = world.both('plan', {})
    settings = [(zone['device'], zone['depth']['value']) for plan in (plain, ours) for zone in plan['zones']]
    world.claim(settings == [('pen', 1.5), ('example_pen', 1)], f'{settings}')
    prices = [plan['price']['session']['value'] for plan in (plain, ours)]
    world.claim(prices == [320, 290], f'{prices}')
    elsewhere = world.both('plan', {'goals': [{'indication': 'striae', 'zones': ['abdomen']}]})[1]
    world.claim(elsewhere['price']['session']['value'] == 350, f'{elsewhere["price"]}')
    young = [(one['verdict'], one['until']) for one in world.both('screen', {'birth_date': '2005-06-01'})]
    world.claim(young[0][0] in ('clear', 'caution') and young[1] == ('defer', '2026-06-01'), f'{young}')
    filler = {'procedures': [{'code': 'filler', 'date': '2026-02-10', 'zones': ['cheeks']}]}
    waits = [(one['verdict'], one['until']) for one in world.both('screen', filler)]
    world.claim(waits[0][0] in ('clear', 'caution') and waits[1] == ('defer', '2026-03-10'), f'{waits}')
    for key in ('knowledge', 'clinic'):
        world.claim(plain['hashes'][key] != ours['hashes'][key], f'the same hash of {key}')
    again = world.both('plan', {})[1]
    world.claim(again['hashes'] == ours['hashes'] and again['hash'] == ours['hash'], 'the same files, another hash')
    done = world.run('evidence', '--check', '--knowledge', world.folder)
    world.claim(done.returncode == 0 and done.stdout.endswith(b' 0 unsourced\n'), f'{done.stdout} {done.stderr}')
    rule = json.loads(world.run('evidence', 'CI-34a', '--json', '--knowledge', world.folder).stdout)
    world.claim(rule['value']['cases'][0]['until']['days'] == 28, 'the built-in rule is still in its place')


# Every piece of YAML on the page stands in a file, line after line; the page may leave lines out.
def is_part(piece, whole):
    lines = iter(whole.splitlines())
    return all(any(line == other for other in lines) for line in piece.splitlines())


# Pasted as they are printed into an empty folder, they do what the page says of them.
def the_pieces_work(world, pieces):
    with tempfile.TemporaryDirectory() as folder:
        for name, piece in zip(('device.yaml', 'clinic.yaml', 'rule.yaml'), pieces):
            with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
                file.write(piece)
        laid = ['--knowledge', folder, '--clinic', os.path.join(folder, 'clinic.yaml')]
        done = world.run('evidence', '--check', '--knowledge', folder)
        world.claim(done.returncode == 0 and done.stdout.endswith(b' 0 unsourced\n'), f'{done.stdout} {done.stderr}')
        plan = world.ask('plan', {}, *laid)
        world.claim([(zone['device'], zone['depth']['value']) for zone in plan['zones']] == [('example_pen', 1)],
                    f'as printed: {plan["zones"]}')
        world.claim(plan['price']['session']['value'] == 290, f'as printed: {plan["price"]}')
        young = world.ask('screen', {'birth_date': '2005-06-01'}, *laid)
        world.claim((young['verdict'], young['until']) == ('defer', '2026-06-01'), f'as printed: {young["verdict"]}')


def the_page_is_the_file(world):
    with open(os.path.join(world.root, 'docs', 'knowledge.md'), encoding='utf-8') as file:
        page = file.read()
    files = []
    for name in ('ours.yaml', 'clinic.yaml'):
        with open(os.path.join(world.folder, name), encoding='utf-8') as file:
            files.append(file.read())
    pieces = re.findall(r'```yaml\n(.*?)```', page, re.S)
    world.claim(len(pieces) == 3, f'{len(pieces)} pieces')
    for piece in pieces:
        world.claim(any(is_part(piece, one) for one in files), f'is in no file: {piece}')
    the_pieces_work(world, pieces)
    return re.search(r'What a mistake looks like.*?```\n(.*?)```', page, re.S).group(1).splitlines()


def mistakes_look_so(world, told):
    changes = [('value: "1 mm"', 'value: 1'), ('labelled:', 'labeled:')]
    world.claim(len(told) == len(changes), f'{told}')
    for line, (old, new) in zip(told, changes):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(os.path.join(world.folder, 'ours.yaml'), folder)
            path = os.path.join(folder, 'ours.yaml')
            with open(path, encoding='utf-8') as file:
                text = file.read()
            with open(path, 'w', encoding='utf-8') as file:
                file.write(text.replace(old, new, 1))
            done = world.run('evidence', 'pen', '--knowledge', folder)
            said = done.stderr.decode().strip().replace(folder + '/', '')
            same = said == line or (line.endswith(', ...') and said.startswith(line[:-len(', ...')]))
            world.claim(done.returncode == 2 and not done.stdout and same, f'said:  {said}\nshown: {line}')


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: test_knowledge.py STIPPLE ROOT')
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home)
        for name in ('STIPPLE_DATA', 'XDG_DATA_HOME'):
            os.environ.pop(name, None)
        world = World(sys.argv[1], sys.argv[2])
        the_table_holds(world)
        mistakes_look_so(world, the_page_is_the_file(world))
    print(f'{world.claims - world.failed} of {world.claims} claims hold')
    sys.exit(1 if world.failed else 0)


if __name__ == '__main__':
    main()
