#!/usr/bin/python3
# test_simulate STIPPLE ROOT: the setups of ROOT/examples/setups answer what was reckoned for them by hand or by a
# naive twin, and what must hold for any answer; what is no setup is refused with its place.
# $STIPPLE_WRAP, split by spaces, stands before every call. Prints each case that fails, and a count at the end.
# SPDX-License-Identifier: Apache-2.0
import csv
import io
import json
import math
import os
import random
import shutil
import statistics
import subprocess
import sys

import jsonschema

from test_bad_input import CONTENT, INOUT, LIMIT, World

ON = ['--on', '2026-03-02']
POINTS = ['p2_5', 'p5', 'p25', 'p50', 'p75', 'p95', 'p97_5']
WORDS = ['safe', 'guaranteed', 'optimal', 'best', 'painless', 'permanent', 'no risk', 'fda-approved']


class Claims(World):
    def claim(self, holds, what):
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print(what)

    def near(self, value, wanted, part, what):
        self.claim(abs(value - wanted) <= part * abs(wanted), f'{what}: {value}, not {wanted} within {part}')

    def call(self, args, text=''):
        done = subprocess.run([*self.wrap, self.stipple, *args], input=text.encode(), capture_output=True, timeout=120,
                              cwd=self.root, env=self.env)
        if done.returncode:
            sys.exit(f'{args}: status {done.returncode}: {done.stderr.decode()}')
        return done.stdout

    def simulate(self, part, setup, *args):
        path = os.path.join('examples', 'setups', setup) if setup.endswith('.yaml') else '-'
        return json.loads(self.call(['simulate', part, path, '--json', *ON, *args], setup))


# ---- what must hold for any answer ----

def numbers_hold(world, name, quantity):
    band = [quantity[point] for point in POINTS if point in quantity]
    world.claim(band == sorted(band), f'{name}: a band out of order: {band}')
    world.claim(quantity['sources'] and quantity['status'] and quantity['kind'], f'{name}: where from?')
    if quantity['kind'] == 'computed':
        world.claim(quantity['low'] <= quantity['value'] <= quantity['high'], f'{name}: the value lies outside')
    if not quantity['predictable']:
        world.claim(quantity.get('because'), f'{name}: not predictable, and why is not said')


def curve_holds(world, name, curve):
    n = len(curve['x'])
    world.claim(curve['x'] == sorted(set(curve['x'])) and curve['x'][0] == 0, f'{name}: x does not rise from 0')
    world.claim(all(len(curve[point]) == n for point in POINTS), f'{name}: percentiles of other lengths')
    for i in range(n):
        band = [curve[point][i] for point in POINTS]
        world.claim(band == sorted(band) and 0 <= band[0] and band[-1] <= 1, f'{name}: {band} at {curve["x"][i]}')
    world.claim(all(curve['p50'][i] > curve['p50'][i + 1] for i in range(n - 1)), f'{name}: opens again')


def holds(world, name, reply):
    world.claim(reply['format'] == 'stipple-simulation/1' and reply['on'] == '2026-03-02', f'{name}: the head')
    for key, output in reply['outputs'].items():
        if key == 'layers':
            for layer in output:
                numbers_hold(world, f'{name}: {layer["layer"]}', layer['share'])
        elif key == 'adverse':
            for event, rate in output.items():
                numbers_hold(world, f'{name}: {event}', rate)
        elif 'x' in output:
            curve_holds(world, f'{name}: {key}', output)
        else:
            numbers_hold(world, f'{name}: {key}', output)
    cited = set()
    for part in (reply['outputs'].get('layers', []), reply['disagreement']):
        for one in part:
            cited.update(one.get('sources', []) or one['share']['sources'])
    for one in [*reply['inputs'].values(), *reply['outputs'].get('adverse', {}).values(),
                *(o for k, o in reply['outputs'].items() if k not in ('layers', 'adverse'))]:
        cited.update(one['sources'])
    world.claim(cited == set(reply['sources']), f'{name}: cited {sorted(cited ^ set(reply["sources"]))}')
    for key, one in reply['inputs'].items():
        world.claim(one['sources'] == ['setup'] if one['given'] else one['sources'], f'{name}: {key}: given or not?')
        world.claim(one['given'] or one['because'], f'{name}: {key}: filled in, and why is not said')
    world.claim(0 <= reply['checks'].get('residual', 0) <= 1e-12, f'{name}: does not add up')


def outputs_of(world, validator, part, setup, *args):
    name = setup if setup.endswith('.yaml') else repr(setup)
    reply = world.simulate(part, setup, *args)
    for error in validator.iter_errors(reply):
        world.claim(False, f'{name}: /{"/".join(map(str, error.absolute_path))}: {error.message[:200]}')
    holds(world, name, reply)
    return reply['outputs'], reply


# ---- the setups, by hand ----

# Skin and ratio of depth by other random numbers and the C library: how often the 95th percentile of a woman's
# punctures passes her dermis, and the share of all punctures below it.
def twin(world, zone, sex, parameter, setting_mm):
    skin = json.loads(world.call(['evidence', zone, '--json']))['value']['thickness']
    ratio = json.loads(world.call(['evidence', parameter, '--json']))['value']
    spread = json.loads(world.call(['evidence', 'puncture_sigma', '--json']))['value']['median']
    draw, n, passed, below = random.Random(7), 40000, 0, []
    for _ in range(n):
        depth = setting_mm * ratio['median'] * math.exp(ratio['sigma'] * draw.gauss(0, 1))
        bottom = float(skin[sex].split()[0]) * math.exp(skin['person_sigma'] * draw.gauss(0, 1)
                                                        + skin['study_sigma'] * draw.gauss(0, 1))
        passed += depth * math.exp(1.6448536269514722 * spread) > bottom
        below.append(0.5 * math.erfc(math.log(bottom / depth) / spread / math.sqrt(2)))
    return passed / n, statistics.quantiles(below, n=4)


def depths(world, validator):
    pen, reply = outputs_of(world, validator, 'depth', 'depth-pen-cheek.yaml', '--members', '20000')
    world.claim(pen['tip_depth']['value'] == 1.5 and pen['tip_depth']['kind'] == 'advice', 'pen: the setting')
    world.near(pen['channel_depth']['value'], 1.5, 0.01, 'pen: channel')
    world.near(pen['channel_depth']['low'], 1.5 * math.exp(-1.959964 * 0.0765), 0.01, 'pen: channel, low')
    world.near(pen['channel_depth']['high'], 1.5 * math.exp(1.959964 * 0.0765), 0.01, 'pen: channel, high')
    world.near(pen['force_per_needle']['value'], 20 + 4.59375 * 15, 0.01, 'pen: V1, between both tips')
    passed, below = twin(world, 'cheeks', 'female', 'depth_ratio_pen', 1.5)
    world.near(pen['beyond_dermis']['value'], passed, 0.02, 'pen: beyond, against the twin')
    shares = {layer['layer']: layer['share'] for layer in pen['layers']}
    world.near(shares['below_dermis']['p25'], below[0], 0.1, 'pen: share below, lower quarter')
    world.near(shares['below_dermis']['p50'], below[1], 0.05, 'pen: share below, median')
    world.near(shares['below_dermis']['p75'], below[2], 0.02, 'pen: share below, upper quarter')
    world.claim(list(shares) == ['epidermis', 'papillary_dermis', 'reticular_dermis', 'below_dermis'], 'pen: layers')
    world.claim(reply['inputs']['needle.length'] == {'given': True, 'read': True, 'sources': ['setup'], 'unit': 'mm',
                                                     'value': 1.5}, f'pen: {reply["inputs"]["needle.length"]}')

    roller, _ = outputs_of(world, validator, 'depth', 'depth-roller-cheek.yaml')
    for point in POINTS:
        world.claim(roller['channel_depth'][point] < pen['channel_depth'][point], f'a roller reaches deeper, {point}')
    world.claim(roller['beyond_dermis']['value'] < pen['beyond_dermis']['value'], 'a roller passes more often')
    world.claim('force_per_needle' not in roller, 'a force without a tip')

    # V6: 600 um left about 460
    patch, _ = outputs_of(world, validator, 'depth', 'depth-patch-donnelly.yaml')
    world.claim(patch['channel_depth']['p5'] < 0.46 < patch['channel_depth']['p95'], f'V6: {patch["channel_depth"]}')
    world.near(patch['channel_depth']['value'], 0.6 * 0.75, 0.03, 'patch: middle of its range')


def closures(world, validator):
    # V13: 23.69 (13.67) h and 60.34 (14.69) h; log-normal with that mean and deviation
    arm, _ = outputs_of(world, validator, 'closure', 'closure-arm-occluded.yaml', '--members', '20000')
    sigma = math.sqrt(math.log(1 + (13.67 / 23.69) ** 2))
    median = 23.69 * math.exp(-sigma ** 2 / 2)
    world.near(arm['half_life']['value'], median, 0.02, 'arm: half-life')
    world.near(arm['half_life']['high'], median * math.exp(1.96 * sigma), 0.03, 'arm: half-life, high')
    world.near(arm['closed_admittance']['value'], median * math.log2(1 / 0.17), 0.02, 'arm: closed')
    world.claim(arm['closed_admittance']['p25'] < 60.34 < arm['closed_admittance']['p75'], 'V13: closed')
    world.claim(not arm['closed_tewl']['predictable'] and 'low' not in arm['closed_tewl'], 'arm: water loss under film')
    world.claim('open_occluded' not in arm, 'arm: both answered')

    # V16: closed within 2 h
    face, _ = outputs_of(world, validator, 'closure', 'closure-face-open.yaml')
    world.near(face['half_life']['value'], 0.8, 0.05, 'face: half-life')
    world.claim(face['closed_admittance']['p25'] < 2 < face['closed_admittance']['p75'], 'V16: closed')
    world.claim((face['closed_tewl']['low'], face['closed_tewl']['high']) == (24, 48), 'face: water loss')
    world.claim(face['closed_dye']['low'] == 24 and 'high' not in face['closed_dye'], 'face: pores seen')
    world.claim(not face['closed_dye']['predictable'] and face['closed_dye']['kind'] == 'measured', 'face: pores seen')
    at = face['open']['x'].index(2)
    world.near(face['open']['p50'][at], 2 ** (-2 / face['half_life']['value']), 0.01, 'face: open after 2 h')

    # left out: both ways, film the slower one
    both, reply = outputs_of(world, validator, 'closure', '{}')
    world.claim(reply['inputs']['occluded']['value'] == 'both', 'both: what was asked')
    world.claim(both['closed_admittance']['high'] < both['closed_admittance_occluded']['p50'], 'both: film')
    world.claim(both['half_life'] == dict(face['half_life'], because=both['half_life']['because']), 'both: the air')
    deep, _ = outputs_of(world, validator, 'closure', 'needle: {length: 1.5 mm}')
    world.claim('extrapolated' in deep['half_life']['because'], 'deep: not said')
    world.claim('extrapolated' not in both['half_life']['because'], 'both: 1 mm was measured')


# ---- people and their means ----

def means(world, validator):
    person, _ = outputs_of(world, validator, 'depth', 'needle: {length: 1 mm}')
    study, reply = outputs_of(world, validator, 'depth', 'for: study_mean\nn: 30\nneedle: {length: 1 mm}')
    world.claim(reply['inputs']['n']['value'] == 30 and reply['inputs']['n']['read'], 'a mean: of whom?')
    one, many = ({layer['layer']: layer['share'] for layer in reply['layers']}['below_dermis']
                 for reply in (person, study))
    world.claim(many['high'] - many['low'] < one['high'] - one['low'], 'a mean spreads as wide as a person')
    world.claim(many['high'] - many['low'] > 0.2, 'a mean knows more than its studies')
    world.claim(study['channel_depth'] == person['channel_depth'], 'the ratio was averaged away')


# ---- forms of the answer ----

def forms(world):
    for name in sorted(os.listdir(os.path.join(world.root, 'examples', 'setups'))):
        part, path = name.split('-')[0], os.path.join('examples', 'setups', name)
        answers = {world.call(['simulate', part, path, '--json', *ON, '--members', '20000', '--threads', threads])
                   for threads in '1238'}
        world.claim(len(answers) == 1, f'{name}: depends on the number of threads')
        text = world.call(['simulate', part, path, *ON]).decode()
        world.claim(all(len(line) <= 100 for line in text.split('\n')), f'{name}: wider than 100 columns')
        world.claim(not any(word in text.lower() for word in WORDS), f'{name}: a word that must not be said')
        table = os.path.join(world.folder, 'table.csv')
        with open(table, 'w', encoding='utf-8') as file:
            file.write('old')
        reply = json.loads(world.call(['simulate', part, path, '--json', *ON, '--csv', table]))
        with open(table, encoding='utf-8') as file:
            rows = list(csv.DictReader(io.StringIO(file.read())))
        curves = {key: out for key, out in reply['outputs'].items() if 'x' in out}
        wanted = [[key, x] + [curve[point][i] for point in POINTS]
                  for key, curve in curves.items() for i, x in enumerate(curve['x'])]
        wanted += [['layers', layer['layer']] + [layer['share'][point] for point in POINTS]
                   for layer in reply['outputs'].get('layers', [])]
        got = [[row['output'], row['x'] if row['output'] == 'layers' else float(row['x'])]
               + [float(row[point]) for point in POINTS] for row in rows]
        world.claim(sorted(map(str, got)) == sorted(str([w[0], w[1] if w[0] == 'layers' else float(w[1])]
                                                        + [float(p) for p in w[2:]]) for w in wanted), f'{name}: CSV')
        for one in reply['disagreement']:
            world.call(['evidence', one['id'], '--json'])


# ---- what is refused ----

SETUPS = [   # name, status, part, setup, begins, says
    ('an unknown part', CONTENT, 'dept', '{}', 'simulate: part: dept: ', 'did you mean depth; allowed: depth, closure'),
    ('an unknown key', CONTENT, 'depth', 'zone: cheeks\nneedel: {}\n', 's.yaml:2:1: needel: ', 'did you mean needle?'),
    ('a key without a model', CONTENT, 'depth', 'mode: impact\n', 's.yaml:1:1: mode: impact: ', 'is no key'),
    ('a force', CONTENT, 'depth', 'force: 5\n', 's.yaml:1:1: force: 5: ', 'is no key'),
    ('an unknown zone', CONTENT, 'depth', 'zone: cheek\n', 's.yaml:1:7: zone: cheek: ', 'did you mean cheeks?'),
    ('a zone of several', CONTENT, 'depth', 'zone: full_face\nneedle: {length: 1 mm}\n', 's.yaml:1:7: zone: full_face: ',
     'has no thickness of its own'),
    ('an unknown device', CONTENT, 'depth', 'device: penn\n', 's.yaml:1:9: device: penn: ', 'did you mean pen?'),
    ('a length without a unit', CONTENT, 'depth', 'needle: {length: 1.5}\n', 's.yaml:1:18: needle.length: 1.5: ',
     'has no unit, did you mean "1.5 mm"?'),
    ('a length beyond all', CONTENT, 'depth', 'needle: {length: 15 mm}\n', 's.yaml:1:18: needle.length: 15 mm: ',
     'is out of range; allowed: 0.05 to 4'),
    ('a tip of nothing', CONTENT, 'depth', 'needle: {tip_diameter: 0 um}\n', 's.yaml:1:24: needle.tip_diameter: ',
     'out of range'),
    ('half a needle', CONTENT, 'depth', 'needle: {count: 1.5}\n', 's.yaml:1:17: needle.count: 1.5: ', 'no whole number'),
    ('both zone and site', CONTENT, 'depth', 'zone: cheeks\nsite: chin\n', 's.yaml:2:7: site: chin: ', 'beside zone'),
    ('a mean of nobody', CONTENT, 'depth', 'for: study_mean\n', 's.yaml:1:1: n: nothing: ', 'allowed: 1 to 1000'),
    ('a person of many', CONTENT, 'depth', 'n: 5\n', 's.yaml:1:4: n: 5: ', 'is of no use for one person'),
    ('a mean that cannot be told', CONTENT, 'closure', 'for: study_mean\nn: 9\n', 's.yaml:1:6: for: study_mean: ',
     'no spread between studies'),
    ('a zone without a setting', CONTENT, 'closure', 'zone: upper_eyelid\n', 's.yaml:1:1: depth: nothing: ',
     'this zone has no setting'),
    ('covered maybe', CONTENT, 'closure', 'occluded: maybe\n', 's.yaml:1:11: occluded: maybe: ', 'allowed: yes, no, unknown'),
    ('the setup of another part', CONTENT, 'closure', 'format: stipple-setup_depth/1\n', 's.yaml:1:9: format: ',
     'allowed: stipple-setup_closure/1'),
    ('a result of nothing', CONTENT, 'outcome', 'zone: cheeks\n', 's.yaml:1:1: ', 'indication'),
    ('a result of what nobody treats', CONTENT, 'outcome', 'indication: acne_scar\n', 's.yaml:1:13: indication: acne_scar: ',
     'did you mean acne_scars?'),
    ('half a sitting', CONTENT, 'outcome', 'indication: pores\nsessions: 2.5\n', 's.yaml:2:11: sessions: 2.5: ',
     'no whole number'),
    ('a result that was observed', CONTENT, 'outcome', 'indication: pores\nobserved: []\n', 's.yaml:2:1: observed: ',
     'is no key'),
    ('a list', CONTENT, 'depth', '- 1\n', 's.yaml:1:1: file: a list: ', 'is no mapping'),
    ('a broken setup', CONTENT, 'depth', 'needle: [\n', 's.yaml:', ''),
    ('an alias', CONTENT, 'depth', 'zone: *a\n', 's.yaml:1:7: ', 'an alias'),
    ('too many people', LIMIT, 'depth', 'for: study_mean\nn: 1000\nneedle: {length: 1 mm}\n', 'study_n: 1000: ', 'too many'),
]
COMMANDS = [   # name, status, arguments, begins, says
    ('no part', CONTENT, ['simulate'], 'command line: simulate: nothing: lacks PART SETUP', ''),
    ('no setup', CONTENT, ['simulate', 'depth'], 'command line: simulate: nothing: lacks SETUP', ''),
    ('a third argument', CONTENT, ['simulate', 'depth', 's.yaml', 's.yaml'], 'command line: simulate: s.yaml: ', 'too many'),
    ('a missing setup', INOUT, ['simulate', 'depth', 'no.yaml'], 'no.yaml: ', 'No such file'),
    ('a table over the setup', CONTENT, ['simulate', 'depth', 's.yaml', '--csv', './s.yaml'], 'command line: --csv: ',
     'is a file that is read here'),
    ('a table in no folder', INOUT, ['simulate', 'depth', 's.yaml', '--csv', 'no/t.csv'], 'no/t.csv: ', ''),
    ('a table of a plan', CONTENT, ['plan', 's.yaml', '--csv', 't.csv'], 'command line: plan: --csv: ', 'is no option'),
]


def refusals(world):
    for name, status, part, setup, begins, says in SETUPS:
        world.refused(name, status, ['simulate', part, 's.yaml', *ON, '--members', '20000'], {'s.yaml': setup}, begins, says)
    for name, status, args, begins, says in COMMANDS:
        world.refused(name, status, [*args, *ON], {'s.yaml': '{}\n'}, begins, says)
    world.refused('depth without a setting', CONTENT, ['simulate', 'depth', '-', *ON], {}, 'standard input:1:1: needle.length',
                  'is left out', input=b'zone: upper_eyelid\n')


# The pool has a middle of 0.40 and 3 to 93 % for a new study where it was read, 61 days after four monthly sittings.
def outcomes(world, validator):
    out, _ = outputs_of(world, validator, 'outcome', 'outcome-acne.yaml', '--members', '20000')
    share, reach = out['improvement'], out['responder_share']
    world.claim(0.38 <= share['value'] <= 0.45 and share['low'] < 0.05 and share['high'] > 0.9, f'acne scars: {share}')
    world.claim(share['kind'] == 'measured' and not share['predictable'], f'acne scars: {share}')
    world.claim(not reach['predictable'] and reach['low'] < 0.05 and reach['high'] > 0.99, f'responders: {reach}')
    world.near(out['adverse']['dark_patches']['value'], 7 / 60, 1e-3, 'dark patches')
    world.near(out['adverse']['tram_track']['value'], 2 / 30, 1e-3, 'rows of pits')
    setup = 'indication: acne_scars\nfor: study_mean\nn: 30\nsessions: 4\ninterval: 28 d\nreview: 61 d\n'
    share = outputs_of(world, validator, 'outcome', setup, '--members', '20000')[0]['improvement']
    for point, wanted in (('low', 0.0314), ('value', 0.3994), ('high', 0.9317)):
        world.claim(abs(share[point] - wanted) < 0.01, f'a new study: {point} is {share[point]}, not {wanted}')
    more = outputs_of(world, validator, 'outcome', setup.replace('sessions: 4', 'sessions: 12'), '--members', '20000')
    world.claim(abs(more[0]['improvement']['value'] - share['value']) < 0.03, 'more sittings, more improvement')
    out, _ = outputs_of(world, validator, 'outcome', 'outcome-wrinkles.yaml')
    world.claim('value' not in out['improvement'] and 'responder_share' not in out, 'wrinkles: a number without a pool')
    world.near(out['adverse']['dark_patches']['value'], 7 / 213, 2e-3, 'dark patches of type II')
    out, _ = outputs_of(world, validator, 'outcome', 'indication: acne_scars\nperson: {phototype: 6}\n')
    world.claim('dark_patches' not in out['adverse'], 'a figure for type VI')
    out, _ = outputs_of(world, validator, 'outcome', 'indication: acne_scars\ndevice: rf\n')
    world.claim('value' not in out['improvement'] and 'adverse' not in out, 'radiofrequency has the pool of needles')


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: test_simulate.py STIPPLE ROOT')
    world = Claims(sys.argv[1], sys.argv[2])
    validator = jsonschema.Draft202012Validator(json.loads(world.call(['schema', 'simulation'])))
    for part in (depths, closures, means, outcomes):
        part(world, validator)
    forms(world)
    refusals(world)
    shutil.rmtree(world.folder)
    print(f'{world.passed} passed, {world.failed} failed')
    sys.exit(1 if world.failed else 0)


if __name__ == '__main__':
    main()
