#!/usr/bin/python3
# test_settings STIPPLE ROOT: settings that a patient file asks for: what they change from end to end, what is said of
# them on the terminal and on the page, and how those that do not fit are refused, with their place.
# $STIPPLE_WRAP, split by spaces, stands before every call. Prints each claim that fails, and a count at the end.
# SPDX-License-Identifier: Apache-2.0
import copy
import json
import os
import re
import subprocess
import sys
import tempfile

import jsonschema

ON = ['--on', '2026-03-02', '--members', '100']
SECONDS = 120

# what is written in the file, the key that is named, and what is said; § marks the place
REFUSED = [
    ('settings: §5', 'settings', 'a mapping'),
    ('settings:\n  §depth: "1 mm"', 'settings.depth', 'is no key of a settings; allowed: sessions, interval, zones'),
    ('settings:\n  sessions: §0', 'settings.sessions: 0', 'is out of range; allowed: 1 to 64'),
    ('settings:\n  sessions: §3.5', 'settings.sessions: 3.5', 'whole'),
    ('settings:\n  interval: §28', 'settings.interval: 28', 'did you mean "28 d"?'),
    ('settings:\n  interval: §"28 h"', 'settings.interval: 28 h', 'has a wrong unit'),
    ('settings:\n  interval: §"183 d"', 'settings.interval: 183 d', 'is out of range; allowed: 1 to 182'),
    ('settings:\n  interval: §"10.5 d"', 'settings.interval: 10.5 d', 'is no whole number of days'),
    ('settings:\n  zones:\n    - {zone: §chin}', 'settings.zones[0].zone: chin', 'is no zone of a goal; allowed: cheeks'),
    ('settings:\n  zones:\n    - {zone: §full_face}', 'settings.zones[0].zone: full_face', 'allowed: cheeks'),
    ('settings:\n  zones:\n    - {zone: cheeks}\n    - {passes: 2, zone: §cheeks}', 'settings.zones[1].zone: cheeks',
     'stands here twice'),
    ('settings:\n  zones:\n    - {zone: cheeks, depth: §1.5}', 'settings.zones[0].depth: 1.5', 'did you mean "1.5 mm"?'),
    ('settings:\n  zones:\n    - {zone: cheeks, depth: §"5 mm"}', 'settings.zones[0].depth: 5 mm', 'allowed: 0.1 to 4'),
    ('settings:\n  zones:\n    - {zone: cheeks, passes: §31}', 'settings.zones[0].passes: 31', 'allowed: 1 to 30'),
    ('settings:\n  zones:\n    - {zone: cheeks, speed: §"8 mm"}', 'settings.zones[0].speed: 8 mm', 'has a wrong unit'),
    ('settings:\n  zones:\n    - {zone: cheeks, speed: §"0.4 cm/s"}', 'settings.zones[0].speed: 0.4 cm/s',
     'allowed: 0.5 to 50'),
    ('settings:\n  zones:\n    - {zone: cheeks, cartridge: §pen_13}', 'settings.zones[0].cartridge: pen_13',
     'did you mean'),
    ('settings:\n  zones:\n    - {zone: cheeks, cartridge: §dermapen_4_36}', 'settings.zones[0].cartridge',
     'is taken by no device at hand; allowed: pen_6'),
    ('settings:\n  zones:\n    - {zone: cheeks, §needles: 12}', 'settings.zones[0].needles', 'is no key of a zone_setting'),
]

ASKED = '''settings:
  sessions: 6
  interval: "21 d"
  zones:
    - {zone: cheeks, depth: "2.0 mm", passes: 6, speed: "5 cm/s", cartridge: pen_12}
'''


class World:
    def __init__(self, stipple, root):
        self.call = [*os.environ.get('STIPPLE_WRAP', '').split(), os.path.abspath(stipple)]
        self.passed = self.failed = 0
        with open(os.path.join(root, 'examples', 'amara-okafor.yaml'), encoding='utf-8') as file:
            self.base = file.read().replace('budget: "1400 USD", ', '')

    def run(self, verb, text, *words):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, 'p.yaml'), 'w', encoding='utf-8') as file:
                file.write(text)
            return subprocess.run([*self.call, verb, 'p.yaml', *ON[:2 if verb == 'screen' else 4], *words], cwd=folder,
                                  capture_output=True, text=True, check=False, timeout=SECONDS)

    def plan(self, settings):
        done = self.run('plan', self.base + settings, '--json')
        if done.returncode:
            sys.exit(f'{settings}: {done.stderr}')
        return json.loads(done.stdout)

    def claim(self, holds, what):
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print(what)


def check_refused(world):
    lines = world.base.count('\n')
    for text, field, says in REFUSED:
        before = text.split('§')[0]
        line, column = lines + 1 + before.count('\n'), len(before.split('\n')[-1]) + 1
        for verb in ('plan', 'screen'):
            done = world.run(verb, world.base + text.replace('§', '') + '\n')
            begins = f'p.yaml:{line}:{column}: {field}'
            world.claim(done.returncode == 2 and not done.stdout, f'{verb} {text!r}: status {done.returncode}')
            world.claim(done.stderr.startswith(begins), f'{verb} {text!r}: {done.stderr!r} does not begin {begins!r}')
            world.claim(says in done.stderr, f'{verb} {text!r}: {done.stderr!r} has not {says!r}')
            world.claim(re.fullmatch(r'[^\n]*; allowed: [^\n]+\n', done.stderr), f'{verb} {text!r}: {done.stderr!r}')


def numbers(plan):
    return {key: value for key, value in plan.items() if key not in ('hash', 'hashes', 'controls')}


def settings_of(plan):
    lines, zones = [], {}
    for control in plan['controls']:
        value = control.get('advised_code', control.get('advised'))
        unit = {'mm': ' mm', 'cm/s': ' cm/s', 'd': ' d'}.get(control.get('unit'), '')
        said = f'"{value:g}{unit}"' if unit else str(value)
        if 'zone' in control:
            zones.setdefault(control['zone'], []).append(f'{control["id"]}: {said}')
        elif control['id'] != 'cover_after':
            lines.append(f'  {control["id"]}: {said}')
    rows = [f'    - {{zone: {zone}, {", ".join(said)}}}' for zone, said in zones.items()]
    return '\n'.join(['settings:', *lines, '  zones:', *rows]) + '\n'


# What a plan advises, asked for, is the same plan under another hash of its input.
def check_advised(world):
    plain = world.plan('')
    asked = world.plan(settings_of(plain))
    world.claim(numbers(plain) == numbers(asked), 'to ask for the advice changes the plan')
    world.claim(plain['hashes']['input'] != asked['hashes']['input'], 'two files have one hash')
    world.claim(plain['hash'] != asked['hash'], 'what is set does not show in the hash')
    world.claim(world.plan(settings_of(plain)) == asked, 'the same file makes another plan')
    world.claim(not any(control['is_set'] for control in plain['controls']), 'something is set without settings')
    names = [control['id'] for control in asked['controls'] if control['is_set']]
    world.claim(names == ['depth', 'passes', 'speed', 'cartridge', 'interval', 'sessions'], f'set: {names}')


# Each setting by itself moves what follows from it, and another hash says so.
def check_moved(world):
    plain = world.plan('')
    hashes = {plain['hash']}

    def moved(settings, *keys):
        plan = world.plan(f'settings:\n{settings}\n')
        hashes.add(plan['hash'])
        for key in keys:
            world.claim(plan[key] != plain[key], f'{settings}: {key} is as it was')
        return plan

    cheeks = '  zones: [{zone: cheeks, '
    deep = moved(cheeks + 'depth: "2.0 mm"}]', 'zones', 'healing', 'remarks')
    world.claim(deep['numbing'] == plain['numbing'], 'the cream follows the depth')
    world.claim(deep['price'] == plain['price'], 'the price follows the depth')
    moved(cheeks + 'passes: 6}]', 'zones', 'remarks')
    slow = moved(cheeks + 'speed: "2 cm/s"}]', 'zones', 'sessions', 'healing', 'remarks')
    world.claim(slow['zones'][0]['density']['value'] > 4 * plain['zones'][0]['density']['value'], 'punctures')
    moved(cheeks + 'cartridge: pen_36}]', 'zones', 'remarks')
    more = moved('  sessions: 6', 'series', 'sessions', 'calendar', 'price', 'healing', 'remarks')
    world.claim(more['price']['total']['value'] == 1.5 * plain['price']['total']['value'], 'six cost not half as much again')
    near = moved('  interval: "14 d"', 'series', 'sessions', 'calendar', 'healing')
    world.claim(near['price'] == plain['price'], 'the price follows the interval')
    world.claim(len(hashes) == 7, 'two settings have one hash')


def check_said(world):
    done = world.run('plan', world.base + ASKED)
    said = ' '.join(done.stdout.split())
    for words in ('2 mm was asked for; 1.25 mm is where we begin', 'passes asked for: 6; advised: 4',
                  '12 needles were asked for; 14 needles are advised', '5 cm/s was asked for',
                  'Treatments asked for in all: 6; advised: 4. More has not been shown to do more',
                  'Days asked for: 21; advised: 28', 'More depth has not been shown to do more'):
        world.claim(words in said, f'the terminal has not {words!r}')
    with tempfile.TemporaryDirectory() as folder:
        page = os.path.join(folder, 'page.html')
        world.run('plan', world.base + ASKED, '--html', page)
        with open(page, encoding='utf-8') as file:
            html = ' '.join(file.read().split())
    for words in ('2 mm was asked for', 'passes asked for: 6', '12 needles were asked for', '5 cm/s was asked for',
                  'Treatments asked for in all: 6', 'Days asked for: 21'):
        world.claim(words in html, f'the page has not {words!r}')


def check_schema(world):
    plan = world.plan(ASKED)
    done = subprocess.run([*world.call, 'schema', 'plan'], capture_output=True, text=True, check=True)
    schema = json.loads(done.stdout)
    validator = jsonschema.Draft202012Validator(schema)
    for error in list(validator.iter_errors(plan))[:3]:
        world.claim(False, f'plan: {error.json_path}: {error.message}')
    broken = copy.deepcopy(plan)
    del broken['controls'][0]['remark']
    world.claim(not validator.is_valid(broken), 'the schema takes a control without a remark')
    cited = {key for control in plan['controls'] for key in control['sources']}
    world.claim(cited <= set(plan['sources']), f'not in sources: {cited - set(plan["sources"])}')


def main():
    world = World(sys.argv[1], sys.argv[2])
    check_refused(world)
    check_advised(world)
    check_moved(world)
    check_said(world)
    check_schema(world)
    print(f'{world.passed} hold, {world.failed} do not')
    sys.exit(world.failed > 0)


main()
